//! Plain strings of a record, each kind a type of its own, so that a rule finds its subjects.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use crate::check::walk::Walk;
use crate::record::{Node, Own, Shape, Taken, View};

impl<'t> Node<'t> for Cow<'t, str> {
    const SHAPE: Shape = Shape::Text("text");
    fn from_text(text: Cow<'t, str>) -> Taken<'t, Self> {
        Ok(text)
    }
    fn walk<'a>(&'a self, walk: &mut Walk<'a, 't>) {
        walk.text(self);
    }
    fn view(&self) -> View<'_> {
        View::Text(self)
    }
}

macro_rules! texts {
    ($( $(#[doc = $doc:literal])+ $Type:ident = $name:literal $(judged by $judge:ident)?; )+) => { $(
        $(#[doc = $doc])+
        ///
        /// It is kept as written; the rules say what is wrong with it.
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
        pub struct $Type<'t>(pub Cow<'t, str>);

        impl<'t> Node<'t> for $Type<'t> {
            const SHAPE: Shape = Shape::Text($name);
            fn from_text(text: Cow<'t, str>) -> Taken<'t, Self> {
                Ok($Type(text))
            }
            fn walk<'a>(&'a self, walk: &mut Walk<'a, 't>) {
                walk.text(&self.0);
                $( walk.$judge(self); )?
            }
            fn view(&self) -> View<'_> {
                View::Text(&self.0)
            }
        }

        impl Own for $Type<'_> {
            type Owned = $Type<'static>;
            fn own(self) -> $Type<'static> {
                $Type(self.0.own())
            }
        }

        impl Deref for $Type<'_> {
            type Target = str;
            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $Type<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<String> for $Type<'_> {
            fn from(text: String) -> Self {
                $Type(Cow::Owned(text))
            }
        }

        impl<'t> From<&'t str> for $Type<'t> {
            fn from(text: &'t str) -> Self {
                $Type(Cow::Borrowed(text))
            }
        }
    )+ };
}

texts! {
    /// The address of a page or a file, `http` or `https` (WHATWG URL).
    Link = "link" judged by link;
    /// A code of a territory: NUTS (`BG424`), or the code of a Bulgarian municipality in EKATTE (`VTR28`).
    TerritoryCode = "territory" judged by territory;
    /// A country, ISO 3166-1 alpha-2, such as `BG`.
    CountryCode = "country";
    /// A language, BCP 47, such as `bg`.
    LanguageTag = "language" judged by language;
    /// An e-mail address.
    Email = "email" judged by email;
    /// A telephone number, as written.
    Phone = "phone" judged by phone;
}

//! Sets of words with known members: kinds, roles, units, states.

/// Declares enums whose known members are written as fixed words.
///
/// An `open` set accepts any other string as `Other`; a `closed` one keeps it as `shape/bad-value`.
/// Each member carries its English and Bulgarian label.
macro_rules! sets {
    ($( $(#[doc = $doc:literal])+ $openness:ident $Set:ident {
        $( $Member:ident = $word:literal, $en:literal, $bg:literal; )+
    } )+) => { $( sets!(@$openness $(#[doc = $doc])+ $Set { $( $Member = $word, $en, $bg; )+ }); )+ };

    (@open $(#[doc = $doc:literal])+ $Set:ident { $( $Member:ident = $word:literal, $en:literal, $bg:literal; )+ }) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $Set<'t> {
            $( #[doc = $en] $Member, )+
            /// A word that obmen does not know, as written.
            Other(std::borrow::Cow<'t, str>),
        }

        impl<'t> $Set<'t> {
            sets!(@known $( $Member = $word, $en, $bg; )+);

            /// Returns the word that stands in the record.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $( $Set::$Member => $word, )+
                    $Set::Other(word) => word,
                }
            }

            fn known(word: &str) -> Option<Self> {
                match word {
                    $( $word => Some($Set::$Member), )+
                    _ => None,
                }
            }
        }

        impl<'t> From<&'t str> for $Set<'t> {
            fn from(word: &'t str) -> Self {
                Self::known(word).unwrap_or($Set::Other(std::borrow::Cow::Borrowed(word)))
            }
        }

        impl From<String> for $Set<'_> {
            fn from(word: String) -> Self {
                Self::known(&word).unwrap_or($Set::Other(std::borrow::Cow::Owned(word)))
            }
        }

        impl<'t> $crate::record::Node<'t> for $Set<'t> {
            const SHAPE: $crate::record::Shape = $crate::record::Shape::Set { known: Self::WORDS, open: true };
            fn from_text(text: std::borrow::Cow<'t, str>) -> $crate::record::Taken<'t, Self> {
                Ok(Self::known(&text).unwrap_or($Set::Other(text)))
            }
            fn walk<'a>(&'a self, walk: &mut $crate::check::walk::Walk<'a, 't>) {
                if let $Set::Other(word) = self {
                    walk.text(word);
                }
            }
            fn view(&self) -> $crate::record::View<'_> {
                $crate::record::View::Text(self.as_str())
            }
        }

        impl $crate::record::Own for $Set<'_> {
            type Owned = $Set<'static>;
            fn own(self) -> $Set<'static> {
                match self {
                    $( $Set::$Member => $Set::$Member, )+
                    $Set::Other(word) => $Set::Other($crate::record::Own::own(word)),
                }
            }
        }
    };

    (@closed $(#[doc = $doc:literal])+ $Set:ident { $( $Member:ident = $word:literal, $en:literal, $bg:literal; )+ }) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $Set {
            $( #[doc = $en] $Member, )+
        }

        impl $Set {
            sets!(@known $( $Member = $word, $en, $bg; )+);

            /// Returns the word that stands in the record.
            #[must_use]
            pub fn as_str(&self) -> &'static str {
                match self { $( $Set::$Member => $word, )+ }
            }
        }

        impl<'t> $crate::record::Node<'t> for $Set {
            const SHAPE: $crate::record::Shape = $crate::record::Shape::Set { known: Self::WORDS, open: false };
            fn from_text(text: std::borrow::Cow<'t, str>) -> $crate::record::Taken<'t, Self> {
                match &*text {
                    $( $word => Ok($Set::$Member), )+
                    _ => $crate::record::bad_value($crate::value::Json::String(text)),
                }
            }
            fn view(&self) -> $crate::record::View<'_> {
                $crate::record::View::Text(self.as_str())
            }
        }

        impl $crate::record::Own for $Set {
            type Owned = $Set;
            fn own(self) -> $Set {
                self
            }
        }
    };

    (@known $( $Member:ident = $word:literal, $en:literal, $bg:literal; )+) => {
        /// The known words.
        pub const WORDS: &'static [&'static str] = &[ $( $word ),+ ];

        /// The labels of the known words, English and Bulgarian, in the order of `WORDS`.
        pub const LABELS: &'static [(&'static str, &'static str)] = &[ $( ($en, $bg) ),+ ];
    };
}
pub(crate) use sets;

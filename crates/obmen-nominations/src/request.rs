//! What a visitor hands in, and what the site knows of the visitor besides.

use std::borrow::Cow;
use std::net::IpAddr;

use obmen::check::Term;
use obmen::nomination::Class;
use obmen::value::Json;

use crate::identity::Identity;
use crate::refusal::Refusal;
use crate::{rules, words};

/// The most bytes of a request.
pub const MAX_REQUEST: usize = 16 * 1024;

/// A vote as a visitor hands it in: for what, and how it is proven. Nothing in it is believed.
///
/// ```
/// use obmen_nominations::Request;
/// let request = Request::read(r#"{"practice": "flgr:20070736", "class": "email", "address": "office@example.bg", "answer": "eyJ…"}"#);
/// assert!(request.is_ok());
/// let request = Request::read(r#"{"practice": "flgr:20070736", "class": "eid", "person": "BG/8001010000"}"#);
/// assert_eq!(request.err().unwrap().code(), "nomination/request-unknown-field");
/// ```
#[non_exhaustive]
pub struct Request<'a> {
    /// The practice, by its register and its key there.
    pub practice: Cow<'a, str>,
    /// How it is proven who votes.
    pub proof: Proof<'a>,
}

/// How it is proven who votes.
#[expect(clippy::exhaustive_enums, reason = "closed as the classes are")]
pub enum Proof<'a> {
    /// A code typed from a picture.
    Typed {
        /// The browser's token.
        voter: Identity,
        /// What came with the picture.
        token: Cow<'a, str>,
        /// What was typed.
        code: Cow<'a, str>,
    },
    /// A solved challenge.
    Pow {
        /// The browser's token.
        voter: Identity,
        /// The solved challenge, for the action `vote`.
        answer: Cow<'a, str>,
    },
    /// An address that is not proven yet: a message is asked for.
    Unconfirmed {
        /// The address.
        voter: Identity,
        /// The solved challenge, for the action `confirm`.
        answer: Cow<'a, str>,
        /// Whether a code is sent instead of a link.
        by_code: bool,
    },
    /// A link or a code that was sent to an address.
    Email {
        /// The address.
        voter: Identity,
        /// The token: of the link, or what the site gave when it sent the code.
        token: Cow<'a, str>,
        /// The code, when it was one.
        code: Option<Cow<'a, str>>,
    },
    /// The site has identified the person: [`Known::person`].
    Eid,
}

/// What the site knows of who hands a request in. It comes from the site, and never from the visitor.
#[derive(Default)]
#[expect(
    clippy::exhaustive_structs,
    reason = "written by sites, `..Known::default()` for the rest"
)]
pub struct Known {
    /// The address that the request came from, for the limiter; not used for anything else.
    pub caller: Option<IpAddr>,
    /// Whether the voter belongs to those who carried the practice out.
    pub is_member: bool,
    /// The person whom the site has identified, for the class `eid`.
    pub person: Option<Identity>,
}

impl<'a> Request<'a> {
    /// Returns a request.
    #[must_use]
    pub fn new(practice: &'a str, proof: Proof<'a>) -> Request<'a> {
        Request {
            practice: practice.into(),
            proof,
        }
    }

    /// Reads a request from JSON of at most 16 KiB: `practice`, `class`, and by class
    ///
    /// | class | fields |
    /// |---|---|
    /// | `typed` | `voter` (the browser's token), `token`, `code` |
    /// | `pow` | `voter`, `answer` |
    /// | `email`, to be sent a message | `address`, `answer`, perhaps `confirm`: `link` or `code` |
    /// | `email`, with what was sent | `address`, `token`, `code` if it was one |
    /// | `eid` | none: the site says who it is ([`Known::person`]) |
    ///
    /// # Errors
    /// `nomination/request-…`, `nomination/bad-subject` or `organisation/email`. No message repeats an identity.
    pub fn read(text: &'a str) -> Result<Request<'a>, Refusal> {
        Fields::read(text)?.request()
    }

    /// Reads a request and what the site knows, as a program hands both over in one line: `request`, and perhaps `known`.
    ///
    /// # Errors
    /// As [`Request::read`] and [`Known::read`].
    pub fn read_with_known(text: &'a str) -> Result<(Request<'a>, Known), Refusal> {
        let mut fields = Fields::read(text)?;
        let request = Fields::of(fields.needed("request")?)?;
        let known = fields.take("known").map(Fields::of).transpose()?;
        fields.none_left()?;
        let known = known.map(Fields::known).transpose()?;
        Ok((request.request()?, known.unwrap_or_default()))
    }
}

impl Known {
    /// Reads what is known from JSON: perhaps `caller` (an IP address), `member` (true when the voter belongs to those who
    /// carried the practice out) and `person` (as the site identified them).
    ///
    /// # Errors
    /// `nomination/request-…` or `nomination/bad-subject`. No message repeats an identity.
    pub fn read(text: &str) -> Result<Known, Refusal> {
        Fields::read(text)?.known()
    }
}

/// The fields of an object. Each that is asked for is taken out, so that what is left is one too many.
struct Fields<'t>(Vec<(Cow<'t, str>, Json<'t>)>);

impl<'t> Fields<'t> {
    fn read(text: &'t str) -> Result<Fields<'t>, Refusal> {
        if text.len() > MAX_REQUEST {
            return Err(Refusal::new(&rules::REQUEST_TOO_LARGE)
                .with("size", text.len())
                .with("limit", MAX_REQUEST));
        }
        Json::parse(text)
            .map_err(|_| not_read(words::NO_JSON))
            .and_then(Fields::of)
    }

    fn of(json: Json<'t>) -> Result<Fields<'t>, Refusal> {
        let Json::Object(fields) = json else {
            return Err(not_read(words::NO_OBJECT));
        };
        for (place, (name, _)) in fields.iter().enumerate() {
            if fields.iter().take(place).any(|(before, _)| before == name) {
                return Err(of_field(&rules::REQUEST_DUPLICATE_FIELD, name));
            }
        }
        Ok(Fields(fields))
    }

    fn take(&mut self, name: &str) -> Option<Json<'t>> {
        let place = self.0.iter().position(|(field, _)| field == name)?;
        Some(self.0.swap_remove(place).1)
    }

    fn needed(&mut self, name: &str) -> Result<Json<'t>, Refusal> {
        self.take(name)
            .ok_or_else(|| of_field(&rules::REQUEST_MISSING_FIELD, name))
    }

    fn text(&mut self, name: &str) -> Result<Cow<'t, str>, Refusal> {
        let value = self.needed(name)?;
        string(value).ok_or_else(|| bad_value(name, words::TEXT))
    }

    fn none_left(&self) -> Result<(), Refusal> {
        self.0.first().map_or(Ok(()), |(name, _)| {
            Err(of_field(&rules::REQUEST_UNKNOWN_FIELD, name))
        })
    }

    fn request(mut self) -> Result<Request<'t>, Refusal> {
        let practice = self.text("practice")?;
        let class = self.text("class")?;
        let class = *Class::ALL
            .iter()
            .find(|known| known.as_str() == class)
            .ok_or_else(|| bad_value("class", words::CLASS))?;
        let proof = match class {
            Class::Typed => Proof::Typed {
                voter: Identity::browser(&self.text("voter")?)?,
                token: self.text("token")?,
                code: self.text("code")?,
            },
            Class::Pow => Proof::Pow {
                voter: Identity::browser(&self.text("voter")?)?,
                answer: self.text("answer")?,
            },
            Class::Email => self.email()?,
            Class::Eid => Proof::Eid,
        };
        self.none_left()?;
        Ok(Request { practice, proof })
    }

    /// An address with what was sent to it, or else with the work that a message costs.
    fn email(&mut self) -> Result<Proof<'t>, Refusal> {
        let voter = Identity::email(&self.text("address")?)?;
        if let Some(token) = self.take("token") {
            let code = self
                .take("code")
                .map(|code| string(code).ok_or_else(|| bad_value("code", words::TEXT)));
            return Ok(Proof::Email {
                voter,
                token: string(token).ok_or_else(|| bad_value("token", words::TEXT))?,
                code: code.transpose()?,
            });
        }
        let answer = self.text("answer")?;
        let by_code = match self.take("confirm").map(string) {
            None => false,
            Some(Some(by)) if by == "link" => false,
            Some(Some(by)) if by == "code" => true,
            Some(_) => return Err(bad_value("confirm", words::CONFIRM)),
        };
        Ok(Proof::Unconfirmed {
            voter,
            answer,
            by_code,
        })
    }

    fn known(mut self) -> Result<Known, Refusal> {
        let caller = self.take("caller").map(|caller| {
            let address = string(caller).and_then(|text| text.parse().ok());
            address.ok_or_else(|| bad_value("caller", words::IP_ADDRESS))
        });
        let is_member = match self.take("member") {
            None => false,
            Some(Json::Bool(is_member)) => is_member,
            Some(_) => return Err(bad_value("member", words::BOOLEAN)),
        };
        let person = self.take("person").map(|person| {
            string(person)
                .ok_or_else(|| bad_value("person", words::TEXT))
                .and_then(|person| Identity::person(&person))
        });
        self.none_left()?;
        Ok(Known {
            caller: caller.transpose()?,
            is_member,
            person: person.transpose()?,
        })
    }
}

fn string(json: Json<'_>) -> Option<Cow<'_, str>> {
    match json {
        Json::String(text) => Some(text),
        _ => None,
    }
}

fn not_read(reason: Term) -> Refusal {
    Refusal::new(&rules::REQUEST_NOT_READ).with("reason", reason)
}

fn of_field(rule: &'static obmen::check::Rule, name: &str) -> Refusal {
    Refusal::new(rule).with("field", name)
}

/// What stands there is not repeated: it may be an identity.
fn bad_value(name: &str, expected: Term) -> Refusal {
    of_field(&rules::REQUEST_BAD_VALUE, name).with("expected", expected)
}

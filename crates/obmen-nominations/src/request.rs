//! What somebody hands in.

use std::borrow::Cow;
use std::net::IpAddr;

use obmen::nomination::Class;
use serde::Deserialize;
use zeroize::Zeroizing;

use crate::identity::Identity;
use crate::refusal::Refusal;
use crate::rules;

/// A vote as it is handed in: for what, by whom, proven how.
///
/// ```
/// use obmen_nominations::Request;
/// let request = Request::read(r#"{"practice": "flgr:20070736", "class": "email", "address": "office@example.bg", "answer": "eyJ…"}"#);
/// assert!(request.is_ok());
/// let request = Request::read(r#"{"practice": "flgr:20070736", "class": "eid", "address": "office@example.bg"}"#);
/// assert_eq!(request.err().unwrap().code(), "nomination/bad-request");
/// ```
#[non_exhaustive]
pub struct Request<'a> {
    /// The practice, by its register and its key there.
    pub practice: Cow<'a, str>,
    /// Whether the voter belongs to those who carried the practice out, as the application knows.
    pub is_member: bool,
    /// The address that the request came from, for the limiter; not used for anything else.
    pub caller: Option<IpAddr>,
    /// Who votes, and how that is proven.
    pub proof: Proof<'a>,
}

/// Who votes, and how that is proven.
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
    /// The application has identified the person.
    Eid {
        /// The person.
        voter: Identity,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wire<'a> {
    #[serde(borrow)]
    practice: Cow<'a, str>,
    class: Class,
    #[serde(default)]
    member: bool,
    caller: Option<IpAddr>,
    voter: Option<Zeroizing<String>>,
    address: Option<Zeroizing<String>>,
    #[serde(borrow)]
    answer: Option<Cow<'a, str>>,
    #[serde(borrow)]
    token: Option<Cow<'a, str>>,
    #[serde(borrow)]
    code: Option<Cow<'a, str>>,
    confirm: Option<By>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum By {
    Link,
    Code,
}

impl<'a> Request<'a> {
    /// Returns a request of somebody of whom nothing more is known.
    #[must_use]
    pub fn new(practice: &'a str, proof: Proof<'a>) -> Request<'a> {
        Request {
            practice: practice.into(),
            is_member: false,
            caller: None,
            proof,
        }
    }

    /// Reads a request from JSON: `practice` and `class`; perhaps `member` (true when the voter belongs to the practice)
    /// and `caller` (an IP address); and by class
    ///
    /// | class | fields |
    /// |---|---|
    /// | `typed` | `voter` (the browser's token), `token`, `code` |
    /// | `pow` | `voter`, `answer` |
    /// | `email`, to be sent a message | `address`, `answer`, perhaps `confirm`: `link` or `code` |
    /// | `email`, with what was sent | `address`, `token`, `code` if it was one |
    /// | `eid` | `voter`: the person as the application identified them |
    ///
    /// # Errors
    /// `nomination/bad-request`, `nomination/bad-subject` or `organisation/email`. No message repeats an identity.
    pub fn read(text: &'a str) -> Result<Request<'a>, Refusal> {
        let wire: Wire<'a> = serde_json::from_str(text).map_err(|error| {
            // What serde says of a wrong value quotes it, and it may be an identity.
            let reason = error.to_string();
            let reason = match error.classify() {
                serde_json::error::Category::Data if !reason.contains("field `") => {
                    format!("line {} column {}", error.line(), error.column())
                }
                _ => reason,
            };
            bad(&reason)
        })?;
        let class = wire.class;
        let mut fields = Fields {
            class,
            given: [
                ("address", wire.address.is_some()),
                ("answer", wire.answer.is_some()),
                ("code", wire.code.is_some()),
                ("confirm", wire.confirm.is_some()),
                ("token", wire.token.is_some()),
                ("voter", wire.voter.is_some()),
            ],
        };
        let proof = match class {
            Class::Typed => Proof::Typed {
                voter: Identity::browser(&fields.take("voter", wire.voter)?)?,
                token: fields.take("token", wire.token)?,
                code: fields.take("code", wire.code)?,
            },
            Class::Pow => Proof::Pow {
                voter: Identity::browser(&fields.take("voter", wire.voter)?)?,
                answer: fields.take("answer", wire.answer)?,
            },
            Class::Email => {
                let voter = Identity::email(&fields.take("address", wire.address)?)?;
                if let Some(token) = wire.token {
                    Proof::Email {
                        voter,
                        token: fields.take("token", Some(token))?,
                        code: wire
                            .code
                            .map(|code| fields.take("code", Some(code)))
                            .transpose()?,
                    }
                } else {
                    let answer = fields.take("answer", wire.answer)?;
                    let confirm = wire
                        .confirm
                        .map(|by| fields.take("confirm", Some(by)))
                        .transpose()?;
                    Proof::Unconfirmed {
                        voter,
                        answer,
                        by_code: confirm == Some(By::Code),
                    }
                }
            }
            Class::Eid => Proof::Eid {
                voter: Identity::person(&fields.take("voter", wire.voter)?)?,
            },
        };
        fields.none_left()?;
        Ok(Request {
            practice: wire.practice,
            is_member: wire.member,
            caller: wire.caller,
            proof,
        })
    }
}

/// The fields that were given, to find the one too many.
struct Fields {
    class: Class,
    given: [(&'static str, bool); 6],
}

impl Fields {
    fn take<T>(&mut self, name: &'static str, value: Option<T>) -> Result<T, Refusal> {
        for (field, given) in &mut self.given {
            *given &= *field != name;
        }
        value.ok_or_else(|| bad(&format!("`{}` needs `{name}`", self.class)))
    }

    fn none_left(&self) -> Result<(), Refusal> {
        self.given
            .iter()
            .find(|(_, given)| *given)
            .map_or(Ok(()), |(name, _)| {
                Err(bad(&format!("`{}` has no `{name}` here", self.class)))
            })
    }
}

fn bad(reason: &str) -> Refusal {
    Refusal::new(&rules::BAD_REQUEST).with("reason", reason)
}

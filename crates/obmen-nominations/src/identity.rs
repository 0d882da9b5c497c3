//! Who voted, for as long as it takes to make a tag of it.

use obmen::nomination::Hex;
use obmen::value::Email;
use zeroize::Zeroizing;

use crate::refusal::Refusal;
use crate::rules;
use crate::secret::{Purpose, Secret};

/// What tags are made for; another form of tags has another label.
const LABEL: &[u8] = b"obmen nomination tag 1";

/// How many bytes an identity may have.
const LEAST: usize = 16;
const MOST: usize = 256;

/// Who voted. It cannot be printed, written, copied or compared, and is wiped from memory when it is dropped: all that
/// can be had of it is a tag.
///
/// ```compile_fail,E0277
/// # let identity = obmen_nominations::Identity::email("office@example.bg").unwrap();
/// println!("{identity:?}");
/// ```
///
/// ```compile_fail,E0277
/// # let identity = obmen_nominations::Identity::email("office@example.bg").unwrap();
/// serde_json::to_string(&identity);
/// ```
///
/// ```compile_fail,E0369
/// # let identity = obmen_nominations::Identity::email("office@example.bg").unwrap();
/// let same = identity == identity;
/// ```
///
/// ```compile_fail,E0599
/// # let identity = obmen_nominations::Identity::email("office@example.bg").unwrap();
/// let copy = identity.clone();
/// ```
pub struct Identity {
    kind: &'static str,
    /// The version of what was done to make two ways of writing one.
    normalisation: u8,
    bytes: Zeroizing<Vec<u8>>,
}

impl Identity {
    /// Returns the identity of a browser: a random token of the site. Weak, since it is made anew at will.
    ///
    /// # Errors
    /// `nomination/bad-subject` when it has fewer than 16 bytes or more than 256.
    pub fn browser(token: &str) -> Result<Identity, Refusal> {
        Identity::sized("browser", 0, token.as_bytes().to_vec())
    }

    /// Returns the identity of the owner of an e-mail address, normalised ([`normalise_email`]).
    ///
    /// # Errors
    /// `organisation/email` when it is no address.
    pub fn email(address: &str) -> Result<Identity, Refusal> {
        let bytes = Zeroizing::new(normalise_email(address)?.into_bytes());
        Ok(Identity {
            kind: "email",
            normalisation: EMAIL_NORMALISATION,
            bytes,
        })
    }

    /// Returns the identity of a person as an electronic identification gives it, taken byte by byte.
    ///
    /// # Errors
    /// `nomination/bad-subject` when it is empty or has more than 256 bytes.
    pub fn person(identity: &str) -> Result<Identity, Refusal> {
        let size = identity.len();
        if size == 0 || size > MOST {
            return Err(bad_subject(size, 1));
        }
        Ok(Identity {
            kind: "person",
            normalisation: 0,
            bytes: Zeroizing::new(identity.as_bytes().to_vec()),
        })
    }

    /// Returns an identity by the name of its kind: `browser`, `email` or `person`; `None` for any other.
    ///
    /// # Errors
    /// As that kind's own function.
    #[must_use]
    pub fn of_kind(kind: &str, text: &str) -> Option<Result<Identity, Refusal>> {
        match kind {
            "browser" => Some(Identity::browser(text)),
            "email" => Some(Identity::email(text)),
            "person" => Some(Identity::person(text)),
            _ => None,
        }
    }

    fn sized(kind: &'static str, normalisation: u8, bytes: Vec<u8>) -> Result<Identity, Refusal> {
        let bytes = Zeroizing::new(bytes);
        if (LEAST..=MOST).contains(&bytes.len()) {
            Ok(Identity {
                kind,
                normalisation,
                bytes,
            })
        } else {
            Err(bad_subject(bytes.len(), LEAST))
        }
    }

    /// Returns what stands for the person in votes for one practice in one edition: the first 16 bytes of
    /// HMAC-SHA-256, under a key of the scope, over label, edition, practice, kind of identity, version of its
    /// normalisation, and identity, each with its length before it.
    #[must_use]
    pub fn tag(&self, scope: &Secret, edition: &str, practice: &str) -> Hex<16> {
        let code = scope.code(
            Purpose::Tag,
            &[
                LABEL,
                edition.as_bytes(),
                practice.as_bytes(),
                self.kind.as_bytes(),
                &[self.normalisation],
                &self.bytes,
            ],
        );
        let mut tag = [0; 16];
        tag.copy_from_slice(&code[..16]);
        Hex(tag)
    }

    /// What a token is bound to.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

fn bad_subject(size: usize, least: usize) -> Refusal {
    Refusal::new(&rules::BAD_SUBJECT)
        .with("size", size)
        .with("least", least)
        .with("most", MOST)
}

/// The version of what [`normalise_email`] does; part of every tag, so that another one never mixes with it.
pub const EMAIL_NORMALISATION: u8 = 1;

/// Providers that take no notice of dots before the `@`, and the domain that stands for all of the provider's.
const DOTLESS: [(&str, &str); 2] = [("gmail.com", "gmail.com"), ("googlemail.com", "gmail.com")];

/// Returns the one form of the addresses that reach one mailbox, as far as can be told without asking: version 1.
///
/// Spaces around it are dropped; all letters are made small (no provider of note tells them apart, though RFC 5321
/// lets it); a domain of other letters takes its ASCII form (UTS #46); what follows a `+` before the `@` is dropped
/// (RFC 5233, and what the large providers do); at gmail.com and googlemail.com, which are one, dots before the `@` are
/// dropped. Where a provider means two mailboxes by such a difference, their owners count as one.
///
/// ```
/// use obmen_nominations::normalise_email;
/// assert_eq!(normalise_email(" Ivan.Petrov+obmen@GMail.com ").unwrap(), "ivanpetrov@gmail.com");
/// assert_eq!(normalise_email("office@Община.бг").unwrap(), "office@xn--80abvuc1e.xn--90ae");
/// ```
///
/// # Errors
/// `organisation/email` when it is no address; the message does not repeat it.
pub fn normalise_email(address: &str) -> Result<String, Refusal> {
    let written = Email::from(address.trim());
    let address = written.address().map_err(|invalid| {
        let mut refusal = Refusal::from(invalid);
        refusal.arguments.replace("value", "…");
        refusal
    })?;
    let address = address.to_lowercase();
    let Some((name, domain)) = address.rsplit_once('@') else {
        return Ok(address);
    };
    let dotless = DOTLESS.iter().find(|(one, _)| *one == domain);
    let domain = dotless.map_or(domain, |(_, domain)| domain);
    let plain = name.split_once('+').map_or(name, |(name, _)| name);
    let plain = match dotless {
        Some(_) => plain.replace('.', ""),
        None => plain.to_owned(),
    };
    // A name of nothing but what is dropped is kept, or all such would be one person.
    let name = if plain.is_empty() { name } else { &plain };
    Ok(format!("{name}@{domain}"))
}

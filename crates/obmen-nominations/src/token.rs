//! Signed tokens, and the codes that go with them: what a picture shows and what an e-mail brings.
//!
//! A token is `key.content.signature`; its content is the Base64 (RFC 4648, 5) of `{edition, exp, nonce, practice,
//! purpose}`. What it is bound to, such as an address, is part of the signature and not of the token. A code is made of
//! the token and needs no store: the token goes to the browser, the code into the picture or the message.

use data_encoding::BASE64URL_NOPAD;
use obmen::nomination::Hex;
use serde::{Deserialize, Serialize};

use crate::canonical::canonical;
use crate::challenge::expired;
use crate::refusal::Refusal;
use crate::rules;
use crate::secret::{self, Ring, equal};

/// The most bytes of a token.
const MAX_TOKEN: usize = 2048;

/// The symbols of codes: none looks like another, in Latin or Cyrillic, capital or small.
pub const SYMBOLS: [char; 20] = [
    '3', '4', '6', '7', '9', 'A', 'C', 'D', 'E', 'F', 'H', 'J', 'K', 'M', 'N', 'P', 'R', 'T', 'W',
    'X',
];

/// So many symbols are a code: one in 25,600,000,000, for one attempt.
pub const CODE_LENGTH: usize = 8;

/// Capital letters that look like symbols.
const ALIKE: [(char, char); 14] = [
    ('А', 'A'),
    ('Е', 'E'),
    ('З', '3'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Т', 'T'),
    ('Х', 'X'),
    ('Ч', '4'),
    ('Ј', 'J'),
    ('Б', '6'),
    ('Ѡ', 'W'),
];

/// What a token is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(
    clippy::exhaustive_enums,
    reason = "closed: each has its own way through admission"
)]
pub enum Purpose {
    /// A code was shown in a picture.
    Typed,
    /// A link was sent to an address; who has the token has the mail.
    EmailLink,
    /// A code was sent to an address; the token alone proves nothing.
    EmailCode,
}

/// What a token says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Token {
    /// The edition with the hash of its policy.
    pub edition: String,
    /// When it expires: seconds since 1970.
    pub exp: u64,
    /// What is used up with it.
    pub nonce: Hex<16>,
    /// The practice.
    pub practice: String,
    /// What it is for.
    pub purpose: Purpose,
}

impl Token {
    /// Returns a token, as read or to be written.
    #[must_use]
    pub fn new(
        purpose: Purpose,
        practice: &str,
        edition: &str,
        exp: u64,
        nonce: [u8; 16],
    ) -> Token {
        Token {
            edition: edition.to_owned(),
            exp,
            nonce: Hex(nonce),
            practice: practice.to_owned(),
            purpose,
        }
    }

    /// Returns its text, signed, bound to an identity that is not in it; no bytes bind it to nothing.
    #[must_use]
    pub fn sign(&self, ring: &Ring, bound: &[u8]) -> String {
        let secret = &ring.current;
        let content = canonical(self);
        let signature = secret.code(secret::Purpose::Token, &[content.as_bytes(), bound]);
        format!(
            "{}.{}.{}",
            secret.id(),
            BASE64URL_NOPAD.encode(content.as_bytes()),
            BASE64URL_NOPAD.encode(&signature)
        )
    }

    /// Reads a token: its size, its form, what it is for, its time, its signature, in this order.
    ///
    /// # Errors
    /// `nomination/token-not-read`, `other-action`, `other-practice`, `other-edition`, `expired`, `unknown-key` or
    /// `bad-signature`, the last also when it is bound to another identity.
    pub fn read(
        text: &str,
        purpose: Purpose,
        practice: &str,
        edition: &str,
        bound: &[u8],
        ring: &Ring,
        now: u64,
    ) -> Result<Token, Refusal> {
        let parts = || {
            let mut parts = (text.len() <= MAX_TOKEN).then(|| text.rsplitn(3, '.'))?;
            let (signature, content, key) = (parts.next()?, parts.next()?, parts.next()?);
            let decode = |part: &str| BASE64URL_NOPAD.decode(part.as_bytes()).ok();
            let (signature, content) = (decode(signature)?, decode(content)?);
            let token: Token = serde_json::from_slice(&content).ok()?;
            Some((token, content, signature, key))
        };
        let (token, content, signature, key) =
            parts().ok_or_else(|| Refusal::new(&rules::TOKEN_NOT_READ))?;
        let given_for = [
            (token.purpose == purpose, &rules::OTHER_ACTION),
            (token.practice == practice, &rules::OTHER_PRACTICE),
            (token.edition == edition, &rules::OTHER_EDITION),
        ];
        if let Some((_, rule)) = given_for.into_iter().find(|(same, _)| !same) {
            return Err(Refusal::new(rule));
        }
        expired(token.exp, now)?;
        if !equal(
            &ring
                .of(key)?
                .code(secret::Purpose::Token, &[&content, bound]),
            &signature,
        ) {
            return Err(Refusal::new(&rules::BAD_SIGNATURE));
        }
        Ok(token)
    }

    /// Returns the code that goes with the token, for the same bound identity.
    #[must_use]
    pub fn code(&self, ring: &Ring, bound: &[u8]) -> String {
        code(&ring.current, self, bound)
    }

    /// True when what somebody typed is the code: capital or small, in Latin or in Cyrillic letters of the same look,
    /// with or without spaces and hyphens.
    #[must_use]
    pub fn is_code(&self, typed: &str, ring: &Ring, bound: &[u8]) -> bool {
        let typed = folded(typed);
        // Both are looked at, so that time does not tell which key it was.
        ring.iter().fold(false, |is, secret| {
            is | equal(code(secret, self, bound).as_bytes(), typed.as_bytes())
        })
    }
}

fn code(secret: &crate::secret::Secret, token: &Token, bound: &[u8]) -> String {
    let bytes = secret.code(secret::Purpose::Code, &[canonical(token).as_bytes(), bound]);
    let (first, _) = bytes.split_at(16);
    let mut number = first
        .iter()
        .fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
    let symbols = SYMBOLS.len() as u128;
    (0..CODE_LENGTH)
        .filter_map(|_| {
            let symbol = usize::try_from(number % symbols).ok()?;
            number /= symbols;
            SYMBOLS.get(symbol)
        })
        .collect()
}

fn folded(typed: &str) -> String {
    typed
        .chars()
        .filter(|character| !character.is_whitespace() && *character != '-')
        .flat_map(char::to_uppercase)
        .map(|character| {
            let alike = ALIKE.iter().find(|(letter, _)| *letter == character);
            alike.map_or(character, |(_, symbol)| *symbol)
        })
        .take(CODE_LENGTH + 1)
        .collect()
}

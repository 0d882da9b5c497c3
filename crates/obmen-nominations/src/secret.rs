//! Keys: 32 bytes of chance each, one derived for each purpose, and the one before the current kept while it is needed.

use std::fmt;

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use obmen::nomination::Hex;
use serde::Deserialize;
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::refusal::Refusal;
use crate::rules;

/// A key of 32 bytes with an id, wiped from memory when it is dropped. Only its id can be printed.
///
/// ```
/// use obmen_nominations::Secret;
/// let secret = Secret::new("2026", b"4\xd1\x0fz\x99\xe2\x1b\x00\xaa:\x8d,Q\x17\xc3\x88\xe0\x01~\x9b\xf6%Hp\xbe\xd2\x13\x05\x7f\xac\x64\xee").unwrap();
/// assert_eq!(format!("{secret:?}"), "Secret(2026)");
/// assert_eq!(Secret::new("2026", b"password").unwrap_err().code(), "nomination/bad-key");
/// ```
///
/// ```compile_fail
/// # let secret = obmen_nominations::Secret::new("a", &[1; 32]).unwrap();
/// serde_json::to_string(&secret);
/// ```
pub struct Secret {
    id: String,
    /// What HKDF makes of the bytes for each purpose, in their order. The bytes themselves are not kept.
    keys: Zeroizing<[[u8; 32]; 5]>,
}

/// What a key is used for: one derived key each, so that nothing made for one purpose serves another.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Purpose {
    Challenge,
    Token,
    Code,
    Limiter,
    Tag,
}

impl Purpose {
    /// All, in order.
    const NAMES: [&str; 5] = ["challenge", "token", "code", "limiter", "tag"];
}

impl Secret {
    /// Returns the key of these bytes.
    ///
    /// # Errors
    /// `nomination/bad-key` when they are not 32, or plainly no chance: all the same.
    pub fn new(id: &str, bytes: &[u8]) -> Result<Secret, Refusal> {
        let size = || Refusal::new(&rules::BAD_KEY).with("size", bytes.len());
        let taken: Zeroizing<[u8; 32]> = Zeroizing::new(bytes.try_into().map_err(|_| size())?);
        if taken
            .windows(2)
            .all(|pair| matches!(pair, [one, next] if one == next))
        {
            return Err(size());
        }
        let mut keys = Zeroizing::new([[0; 32]; 5]);
        let hkdf = Hkdf::<Sha256>::new(None, &*taken);
        for (key, purpose) in keys.iter_mut().zip(Purpose::NAMES) {
            // Nothing but more than 255 blocks is refused.
            let _ = hkdf.expand_multi_info(&[b"obmen/1/", purpose.as_bytes()], key);
        }
        Ok(Secret {
            id: id.to_owned(),
            keys,
        })
    }

    /// Returns its id, which is no secret.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns the code of parts under the key of a purpose: HMAC-SHA-256 (RFC 2104) under what HKDF (RFC 5869)
    /// makes of the secret and the purpose. Each part has its length before it, so that no two lists of parts are
    /// the same bytes.
    pub(crate) fn code(&self, purpose: Purpose, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = self.mac(purpose);
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// Returns the code of plain bytes under the key of a purpose.
    pub(crate) fn sign(&self, purpose: Purpose, bytes: &[u8]) -> [u8; 32] {
        self.mac(purpose)
            .chain_update(bytes)
            .finalize()
            .into_bytes()
            .into()
    }

    fn mac(&self, purpose: Purpose) -> Hmac<Sha256> {
        // HMAC fills a key up with zeros to the length of a block.
        let mut block = Zeroizing::new([0; 64]);
        for (byte, key) in block.iter_mut().zip(self.key(purpose)) {
            *byte = *key;
        }
        Hmac::new((&*block).into())
    }

    fn key(&self, purpose: Purpose) -> &[u8; 32] {
        let [challenge, token, code, limiter, tag] = &*self.keys;
        match purpose {
            Purpose::Challenge => challenge,
            Purpose::Token => token,
            Purpose::Code => code,
            Purpose::Limiter => limiter,
            Purpose::Tag => tag,
        }
    }

    /// Returns the key that signs challenges, for whoever makes or judges them with another program, as the tests do.
    #[doc(hidden)]
    #[must_use]
    pub fn of_challenges(&self) -> &[u8; 32] {
        self.key(Purpose::Challenge)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secret({})", self.id)
    }
}

/// True when both are equal; how long it takes does not tell where they differ.
pub(crate) fn equal(a: &[u8], b: &[u8]) -> bool {
    a.ct_eq(b).into()
}

/// A key and the one before it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Ring {
    /// The key that new things are made with.
    pub current: Secret,
    /// The key before it, with which things are still looked up.
    pub previous: Option<Secret>,
}

impl Ring {
    /// Returns a ring of one key.
    #[must_use]
    pub fn new(current: Secret) -> Ring {
        Ring {
            current,
            previous: None,
        }
    }

    /// Returns the ring with a new key before its current one; the one that was before that is gone.
    #[must_use]
    pub fn rotated(self, next: Secret) -> Ring {
        Ring {
            current: next,
            previous: Some(self.current),
        }
    }

    /// Returns the keys, the current one first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Secret> {
        std::iter::once(&self.current).chain(&self.previous)
    }

    /// Returns the key of an id.
    ///
    /// # Errors
    /// `nomination/unknown-key` when it is neither the current one nor the one before.
    pub(crate) fn of(&self, id: &str) -> Result<&Secret, Refusal> {
        self.iter()
            .find(|secret| secret.id == id)
            .ok_or_else(|| Refusal::new(&rules::UNKNOWN_KEY).with("key", id))
    }
}

/// The keys of a site: its own, and those of the scope that it shares with other sites.
///
/// The keys of the scope make the tags, and nothing else; they change at the border of an edition, and are destroyed
/// after its appeals. In an emergency the old one stays in the ring: votes are then looked up under both.
#[derive(Debug)]
#[non_exhaustive]
pub struct Keys {
    /// What signs challenges, tokens and codes, and hashes callers.
    pub site: Ring,
    /// What makes tags.
    pub scope: Ring,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    site: Vec<KeyText>,
    scope: Vec<KeyText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyText {
    id: String,
    secret: Zeroizing<String>,
}

impl Keys {
    /// Returns the keys of a site.
    #[must_use]
    pub fn new(site: Ring, scope: Ring) -> Keys {
        Keys { site, scope }
    }

    /// Reads keys from the text that [`Keys::text`] writes: for `site` and `scope` the current key, and perhaps the
    /// one before.
    ///
    /// # Errors
    /// `nomination/bad-key` when a key is missing or is not 32 bytes in small hexadecimal; `nomination/keys-not-read`
    /// when the text is none of keys. No message repeats a key.
    pub fn read(text: &str) -> Result<Keys, Refusal> {
        let file: KeyFile = serde_json::from_str(text).map_err(|error| {
            // What serde says of a wrong value quotes it.
            let place = format!("line {} column {}", error.line(), error.column());
            Refusal::new(&rules::KEYS_NOT_READ).with("place", place)
        })?;
        Ok(Keys::new(ring(&file.site)?, ring(&file.scope)?))
    }

    /// Returns a text of new keys, made of chance.
    ///
    /// # Errors
    /// `nomination/bad-key` when the bytes are plainly no chance.
    pub fn text(id: &str, site: [u8; 32], scope: [u8; 32]) -> Result<Zeroizing<String>, Refusal> {
        Secret::new(id, &site)?;
        Secret::new(id, &scope)?;
        let one = |bytes| {
            format!(
                r#"[{{"id":{},"secret":"{}"}}]"#,
                serde_json::Value::from(id),
                Hex(bytes)
            )
        };
        Ok(Zeroizing::new(format!(
            r#"{{"site":{},"scope":{}}}"#,
            one(site),
            one(scope)
        )))
    }
}

fn ring(texts: &[KeyText]) -> Result<Ring, Refusal> {
    let secret = |text: &KeyText| {
        let bytes = data_encoding::HEXLOWER
            .decode(text.secret.as_bytes())
            .map(Zeroizing::new)
            .map_err(|_| Refusal::new(&rules::BAD_KEY).with("size", text.secret.len() / 2))?;
        Secret::new(&text.id, &bytes)
    };
    let (current, previous) = match texts {
        [current] => (current, None),
        [current, previous] => (current, Some(previous)),
        _ => return Err(Refusal::new(&rules::BAD_KEY).with("size", 0_usize)),
    };
    Ok(Ring {
        current: secret(current)?,
        previous: previous.map(secret).transpose()?,
    })
}

//! Keys: 32 bytes of chance each, one derived for each purpose, and the one before the current kept while it is needed.

use std::fmt;

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use obmen::check::Term;
use obmen::nomination::{Hour, Policy, is_slug};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::refusal::Refusal;
use crate::{rules, words};

/// A key of 32 bytes with an id, wiped from memory when it is dropped. Only its id can be printed.
///
/// ```
/// use obmen_nominations::Secret;
/// let secret = Secret::new("2026", b"4\xd1\x0fz\x99\xe2\x1b\x00\xaa:\x8d,Q\x17\xc3\x88\xe0\x01~\x9b\xf6%Hp\xbe\xd2\x13\x05\x7f\xac\x64\xee").unwrap();
/// assert_eq!(format!("{secret:?}"), "Secret(2026)");
/// assert_eq!(Secret::new("2026", b"password").unwrap_err().code(), "nomination/bad-key");
/// ```
///
/// ```compile_fail,E0277
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
    /// `nomination/bad-key` when they are not 32, or plainly no chance: all the same; or when the id is not 1 to 64 visible
    /// ASCII characters without quotes, backslashes and dots.
    pub fn new(id: &str, bytes: &[u8]) -> Result<Secret, Refusal> {
        if !is_id(id) {
            return Err(bad(id, words::KEYS_ID));
        }
        let taken: Zeroizing<[u8; 32]> =
            Zeroizing::new(bytes.try_into().map_err(|_| bad(id, words::KEYS_SIZE))?);
        if taken
            .windows(2)
            .all(|pair| matches!(pair, [one, next] if one == next))
        {
            return Err(bad(id, words::KEYS_FLAT));
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

    /// True when it could be taken for another.
    fn is_like(&self, other: &Secret) -> bool {
        self.id == other.id || equal(self.keys.as_flattened(), other.keys.as_flattened())
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
    ///
    /// # Errors
    /// `nomination/bad-key` when the new one has the id or the bytes of the one that it replaces.
    pub fn rotated(self, next: Secret) -> Result<Ring, Refusal> {
        if next.is_like(&self.current) {
            return Err(bad(&next.id, words::KEYS_AGAIN));
        }
        Ok(Ring {
            current: next,
            previous: Some(self.current),
        })
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

/// The keys of a site for one edition: its own, and those of the scope that it shares with other sites.
///
/// The keys of the scope make the tags, and nothing else; they change at the border of an edition, and are destroyed
/// after its appeals. In an emergency the old one stays in the ring: votes are then looked up under both.
#[derive(Debug)]
#[non_exhaustive]
pub struct Keys {
    /// The name of the edition that the keys of the scope were made for.
    pub edition: String,
    /// What signs challenges, tokens and codes, and hashes callers.
    pub site: Ring,
    /// What makes tags.
    pub scope: Ring,
}

impl Keys {
    /// Returns the keys of a site for an edition.
    #[must_use]
    pub fn new(edition: &str, site: Ring, scope: Ring) -> Keys {
        Keys {
            edition: edition.to_owned(),
            site,
            scope,
        }
    }

    /// Refuses keys that cannot follow on others: whose scope has forgotten the key in force, by which votes are looked up.
    pub(crate) fn follow(&self, others: &Keys) -> Result<(), Refusal> {
        let current = &others.scope.current;
        if self.scope.iter().any(|secret| secret.is_like(current)) {
            return Ok(());
        }
        Err(bad(current.id(), words::KEYS_FORGOTTEN))
    }

    /// Refuses keys of another edition than a policy's.
    pub(crate) fn are_of(&self, policy: &Policy) -> Result<(), Refusal> {
        are_of(&self.edition, policy)
    }
}

/// Keys as a site keeps them, as a text: what makes, changes and destroys them. The text is wiped from memory when it is
/// dropped.
///
/// `{"edition": "2026-spring", "site": [key], "scope": [key]}`, each key `{"id", "secret"}` with 32 bytes in small
/// hexadecimal; behind a key may stand the one before it. Without a key of the scope the edition is over.
///
/// ```
/// use obmen_nominations::KeyFile;
/// let chance = |seed: u8| std::array::from_fn(|i| seed ^ i as u8);
/// let mut file = KeyFile::new("2026-spring", "1", chance(7), chance(90)).unwrap();
/// file.rotate_site("2", chance(130)).unwrap();
/// assert_eq!(file.site_ids(), ["2", "1"]);
/// assert_eq!(KeyFile::read(&file.text()).unwrap().text(), file.text());
///
/// file.begin_edition("2026-autumn", "3", chance(200)).unwrap();
/// assert_eq!((file.edition(), file.scope_ids()), ("2026-autumn", vec!["3"]));
/// ```
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyFile {
    edition: String,
    site: Vec<KeyText>,
    scope: Vec<KeyText>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyText {
    id: String,
    secret: Zeroizing<String>,
}

impl KeyFile {
    /// Returns new keys for an edition, made of chance; one id for both.
    ///
    /// # Errors
    /// `nomination/bad-key`.
    pub fn new(
        edition: &str,
        id: &str,
        site: [u8; 32],
        scope: [u8; 32],
    ) -> Result<KeyFile, Refusal> {
        is_name(edition)?;
        let mut file = KeyFile {
            edition: edition.to_owned(),
            site: Vec::new(),
            scope: Vec::new(),
        };
        file.rotate_site(id, site)?;
        file.rotate_scope(id, scope)?;
        Ok(file)
    }

    /// Reads keys from the text that [`text`](KeyFile::text) writes.
    ///
    /// # Errors
    /// `nomination/keys-not-read` when the text is none of keys, and `nomination/bad-key` for a key that cannot be used.
    /// No message repeats a key.
    pub fn read(text: &str) -> Result<KeyFile, Refusal> {
        let file: KeyFile = serde_json::from_str(text).map_err(|error| {
            // What serde says of a wrong value quotes it.
            Refusal::new(&rules::KEYS_NOT_READ)
                .with("line", error.line())
                .with("column", error.column())
        })?;
        is_name(&file.edition)?;
        ring(&file.site, "site")?;
        if !file.scope.is_empty() {
            ring(&file.scope, "scope")?;
        }
        Ok(file)
    }

    /// Returns the keys.
    ///
    /// # Errors
    /// `nomination/keys-destroyed` after [`destroy_scope`](KeyFile::destroy_scope).
    pub fn keys(&self) -> Result<Keys, Refusal> {
        if self.scope.is_empty() {
            return Err(Refusal::new(&rules::KEYS_DESTROYED).with("edition", self.edition.as_str()));
        }
        let (site, scope) = (ring(&self.site, "site")?, ring(&self.scope, "scope")?);
        Ok(Keys::new(&self.edition, site, scope))
    }

    /// Returns the text, secrets and all.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        // Long enough never to be moved, which would leave a copy behind.
        let mut text = Zeroizing::new(Vec::with_capacity(2048));
        // Writing to memory does not fail.
        let _ = serde_json::to_writer(&mut *text, self);
        let text = String::from_utf8(std::mem::take(&mut *text));
        Zeroizing::new(text.unwrap_or_default())
    }

    /// Returns the name of the edition that the keys of the scope were made for.
    #[must_use]
    pub fn edition(&self) -> &str {
        &self.edition
    }

    /// Returns the ids of the site's keys, the current one first.
    #[must_use]
    pub fn site_ids(&self) -> Vec<&str> {
        ids(&self.site)
    }

    /// Returns the ids of the scope's keys, the current one first; none after they were destroyed.
    #[must_use]
    pub fn scope_ids(&self) -> Vec<&str> {
        ids(&self.scope)
    }

    /// Puts a new key of the site before its current one. What was given out under the one before that is no longer
    /// taken.
    ///
    /// # Errors
    /// `nomination/bad-key`; nothing is then changed.
    pub fn rotate_site(&mut self, id: &str, bytes: [u8; 32]) -> Result<(), Refusal> {
        rotate(&mut self.site, "site", id, bytes)
    }

    /// Puts a new key of the scope before its current one, in an emergency: the old one may be known to others. Every site
    /// of the scope needs the new one, and within one edition it can be done once.
    ///
    /// # Errors
    /// `nomination/bad-key`; nothing is then changed.
    pub fn rotate_scope(&mut self, id: &str, bytes: [u8; 32]) -> Result<(), Refusal> {
        if self.scope.len() > 1 {
            return Err(bad(id, words::KEYS_ROTATED));
        }
        rotate(&mut self.scope, "scope", id, bytes)
    }

    /// Puts a new key of the scope, for the next edition, in the place of all that it has.
    ///
    /// # Errors
    /// `nomination/bad-key`, also for a key that it has already, and for the edition that it is of: its votes would be counted
    /// twice. Nothing is then changed.
    pub fn begin_edition(
        &mut self,
        edition: &str,
        id: &str,
        bytes: [u8; 32],
    ) -> Result<(), Refusal> {
        if edition == self.edition {
            return Err(bad(edition, words::KEYS_SAME_EDITION));
        }
        is_name(edition)?;
        let mut scope = self.scope.clone();
        scope.truncate(1);
        rotate(&mut scope, "scope", id, bytes)?;
        scope.truncate(1);
        self.scope = scope;
        edition.clone_into(&mut self.edition);
        Ok(())
    }

    /// Destroys the keys of the scope, after which nobody finds out who voted. Copies of the text are to be destroyed
    /// too: at every site of the scope, and in backups. `now`: seconds since 1970.
    ///
    /// # Errors
    /// `nomination/keys-of-other-edition`, and `nomination/appeals-open` until the days of the policy have passed.
    pub fn destroy_scope(&mut self, policy: &Policy, now: u64) -> Result<(), Refusal> {
        are_of(&self.edition, policy)?;
        let appeals = u64::from(policy.appeal_days) * 86_400;
        let over = Hour::at(policy.closes.start().saturating_add(appeals));
        if Hour::at(now) < over {
            return Err(Refusal::new(&rules::APPEALS_OPEN).with("hour", over.to_string()));
        }
        self.scope.clear();
        Ok(())
    }
}

/// Only the ids can be printed.
impl fmt::Debug for KeyFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyFile")
            .field("edition", &self.edition)
            .field("site", &self.site_ids())
            .field("scope", &self.scope_ids())
            .finish_non_exhaustive()
    }
}

fn ids(texts: &[KeyText]) -> Vec<&str> {
    texts.iter().map(|text| text.id.as_str()).collect()
}

fn rotate(texts: &mut Vec<KeyText>, name: &str, id: &str, bytes: [u8; 32]) -> Result<(), Refusal> {
    let bytes = Zeroizing::new(bytes);
    let next = KeyText {
        id: id.to_owned(),
        secret: Zeroizing::new(data_encoding::HEXLOWER.encode(&*bytes)),
    };
    let before = texts.first().cloned();
    let changed: Vec<KeyText> = std::iter::once(next).chain(before).collect();
    ring(&changed, name)?;
    *texts = changed;
    Ok(())
}

fn ring(texts: &[KeyText], name: &str) -> Result<Ring, Refusal> {
    let secret = |text: &KeyText| {
        let bytes = data_encoding::HEXLOWER
            .decode(text.secret.as_bytes())
            .map(Zeroizing::new)
            .map_err(|_| bad(&text.id, words::KEYS_HEX))?;
        Secret::new(&text.id, &bytes)
    };
    match texts {
        [current] => secret(current).map(Ring::new),
        [current, previous] => Ring::new(secret(previous)?).rotated(secret(current)?),
        _ => Err(bad(name, words::KEYS_FEW)),
    }
}

/// A name that stands in challenges and tokens, whose parts are told by dots.
fn is_id(id: &str) -> bool {
    (1..=64).contains(&id.len())
        && id
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && !b"\"'\\.".contains(&byte))
}

fn is_name(edition: &str) -> Result<(), Refusal> {
    if is_slug(edition) {
        return Ok(());
    }
    Err(bad(edition, words::KEYS_EDITION))
}

fn are_of(edition: &str, policy: &Policy) -> Result<(), Refusal> {
    if edition == policy.edition {
        return Ok(());
    }
    Err(Refusal::new(&rules::KEYS_OF_OTHER_EDITION)
        .with("edition", edition)
        .with("expected", policy.edition.as_str()))
}

fn bad(id: &str, reason: Term) -> Refusal {
    Refusal::new(&rules::BAD_KEY)
        .with("key", id)
        .with("reason", reason)
}

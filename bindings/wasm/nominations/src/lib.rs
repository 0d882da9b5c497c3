//! Votes at work, behind a border that JSON text and bytes cross.
//!
//! JavaScript in `../../js/admission.ts` makes the entry `obmen/nominations` of it. What is refused is thrown as text: the
//! refusal in English and in Bulgarian, as JSON.

#![expect(
    clippy::missing_errors_doc,
    reason = "each throws what is refused, and nothing else"
)]

use std::convert::Infallible;

use obmen::check::Language::{Bg, En};
use obmen::nomination::{Entry, Policy, Reason};
use obmen_nominations::{
    Action, Decision, Identity, KeyFile, Known, Limiter, Memory, Message, Recorded, Refusal,
    Request,
};
use wasm_bindgen::prelude::wasm_bindgen;
use zeroize::Zeroizing;

/// What is told, or what is thrown.
type Told = Result<String, String>;

fn refused(refusal: impl Into<Refusal>) -> String {
    let refusal = refusal.into();
    format!("[{},{}]", refusal.to_json(En), refusal.to_json(Bg))
}

/// So many bytes, which JavaScript has counted.
fn chance<const N: usize>(bytes: &[u8]) -> Result<[u8; N], String> {
    bytes.try_into().map_err(|_| "null".to_owned())
}

/// Seconds since 1970, a whole number.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "saturates"
)]
fn seconds(now: f64) -> u64 {
    now as u64
}

/// The line that was recorded.
fn recorded(done: Result<Result<Recorded, Refusal>, Infallible>) -> Result<Option<String>, String> {
    let Ok(recorded) = done;
    recorded
        .map(|recorded| Some(recorded.line))
        .map_err(refused)
}

/// The keys of a site, as they are kept.
#[wasm_bindgen]
pub struct Keys(KeyFile);

impl Keys {
    /// Returns other keys, made of these by a change.
    fn changed(
        &self,
        change: impl FnOnce(&mut KeyFile) -> Result<(), Refusal>,
    ) -> Result<Keys, String> {
        let mut file = self.0.clone();
        change(&mut file).map_err(refused)?;
        Ok(Keys(file))
    }
}

#[wasm_bindgen]
impl Keys {
    /// Reads keys from their text.
    pub fn read(text: String) -> Result<Keys, String> {
        let text = Zeroizing::new(text);
        KeyFile::read(&text).map(Keys).map_err(refused)
    }

    /// Makes new keys of 64 bytes of chance.
    pub fn generate(edition: &str, id: &str, bytes: &[u8]) -> Result<Keys, String> {
        let (site, scope) = bytes.split_at_checked(32).unwrap_or((bytes, &[]));
        KeyFile::new(edition, id, chance(site)?, chance(scope)?)
            .map(Keys)
            .map_err(refused)
    }

    /// Returns the edition that the keys of the scope were made for.
    pub fn edition(&self) -> String {
        self.0.edition().to_owned()
    }

    /// Returns the ids of a ring, the current one first.
    pub fn ids(&self, scope: bool) -> Vec<String> {
        let ids = if scope {
            self.0.scope_ids()
        } else {
            self.0.site_ids()
        };
        ids.into_iter().map(str::to_owned).collect()
    }

    /// Returns the text, secrets and all.
    pub fn text(&self) -> String {
        self.0.text().as_str().to_owned()
    }

    /// Puts a new key of the site before its current one, of 32 bytes of chance.
    #[wasm_bindgen(js_name = rotateSite)]
    pub fn rotate_site(&self, id: &str, bytes: &[u8]) -> Result<Keys, String> {
        let chance = chance(bytes)?;
        self.changed(|file| file.rotate_site(id, chance))
    }

    /// Puts a new key of the scope before its current one, of 32 bytes of chance.
    #[wasm_bindgen(js_name = rotateScope)]
    pub fn rotate_scope(&self, id: &str, bytes: &[u8]) -> Result<Keys, String> {
        let chance = chance(bytes)?;
        self.changed(|file| file.rotate_scope(id, chance))
    }

    /// Puts a new key of the scope, for another edition, in the place of all it has, of 32 bytes of chance.
    #[wasm_bindgen(js_name = beginEdition)]
    pub fn begin_edition(&self, edition: &str, id: &str, bytes: &[u8]) -> Result<Keys, String> {
        let chance = chance(bytes)?;
        self.changed(|file| file.begin_edition(edition, id, chance))
    }

    /// Drops the keys of the scope.
    #[wasm_bindgen(js_name = destroyScope)]
    pub fn destroy_scope(&self, policy: &str, now: f64) -> Result<Keys, String> {
        let policy = Policy::read(policy).map_err(refused)?;
        self.changed(|file| file.destroy_scope(&policy, seconds(now)))
    }
}

/// What becomes of a request.
#[wasm_bindgen]
pub struct Decided {
    told: String,
    send: Option<String>,
}

#[wasm_bindgen]
impl Decided {
    /// Returns what the one who asked is told, as JSON.
    pub fn told(&self) -> String {
        self.told.clone()
    }

    /// Returns what is to be sent to the address, as JSON.
    pub fn send(&self) -> Option<String> {
        self.send.clone()
    }
}

/// The way into a log.
#[wasm_bindgen]
pub struct Admission(obmen_nominations::Admission<Memory>);

#[wasm_bindgen]
impl Admission {
    /// Returns an admission that remembers so many nonces, and the entries of a log, a line each.
    pub fn begin(
        site: &str,
        policy: &str,
        keys: &Keys,
        nonces: Option<usize>,
        log: &str,
    ) -> Result<Admission, String> {
        let policy = Policy::read(policy).map_err(refused)?;
        let mut store = nonces.map_or_else(Memory::default, Memory::new);
        for line in log.lines() {
            store.replay(site, line.as_bytes()).map_err(refused)?;
        }
        let keys = keys.0.keys().map_err(refused)?;
        obmen_nominations::Admission::new(site, policy, keys, store)
            .map(Admission)
            .map_err(refused)
    }

    /// Lets a practice take votes, or no more.
    pub fn set(&mut self, practice: &str, open: bool) -> Result<(), String> {
        let set = if open {
            self.0.open(practice)
        } else {
            self.0.close(practice)
        };
        set.map_err(refused)
    }

    /// Sets how often the network of a caller may try in an hour.
    pub fn limit(&mut self, most: u32) {
        self.0.limit(Limiter::new(most));
    }

    /// Puts other keys in the place of those that it has.
    pub fn rekey(&mut self, keys: &Keys) -> Result<(), String> {
        let keys = keys.0.keys().map_err(refused)?;
        self.0.rekey(keys).map_err(refused)
    }

    /// Returns the full name of the edition.
    pub fn edition(&self) -> String {
        self.0.edition().to_owned()
    }

    /// Returns a challenge, of 32 bytes of chance; `None` where there is no such action.
    pub fn challenge(
        &self,
        practice: &str,
        action: &str,
        now: f64,
        bytes: &[u8],
    ) -> Result<Option<String>, String> {
        let action = [Action::Vote, Action::Confirm]
            .into_iter()
            .find(|known| known.as_str() == action);
        let Some(action) = action else {
            return Ok(None);
        };
        self.0
            .challenge(practice, action, seconds(now), chance(bytes)?)
            .map(Some)
            .map_err(refused)
    }

    /// Returns a code and its token, of 16 bytes of chance.
    pub fn picture(&self, practice: &str, now: f64, bytes: &[u8]) -> Told {
        let picture = self.0.picture(practice, seconds(now), chance(bytes)?);
        picture.map(|picture| picture.to_json()).map_err(refused)
    }

    /// Takes a vote back for its voter, of 16 bytes of chance; `None` where the token is none.
    pub fn withdraw(
        &mut self,
        line: &str,
        token: &str,
        now: f64,
        bytes: &[u8],
    ) -> Result<Option<String>, String> {
        let Ok(token) = token.parse() else {
            return Ok(None);
        };
        let done = self.0.withdraw(line, token, seconds(now), chance(bytes)?);
        recorded(done)
    }

    /// Takes a vote back for the site, of 16 bytes of chance; `None` where there is no such reason.
    pub fn void(
        &mut self,
        line: &str,
        reason: &str,
        now: f64,
        bytes: &[u8],
    ) -> Result<Option<String>, String> {
        let known = Reason::ALL.iter().find(|known| known.as_str() == reason);
        let Some(reason) = known else {
            return Ok(None);
        };
        recorded(self.0.void(line, *reason, seconds(now), chance(bytes)?))
    }

    /// Records the result of the edition, of 16 bytes of chance; `None` where the hash is none.
    #[wasm_bindgen(js_name = closeEdition)]
    pub fn close_edition(
        &mut self,
        tally: &str,
        votes: u32,
        now: f64,
        bytes: &[u8],
    ) -> Result<Option<String>, String> {
        let Ok(tally) = tally.parse() else {
            return Ok(None);
        };
        let votes = u64::from(votes);
        recorded(
            self.0
                .close_edition(tally, votes, seconds(now), chance(bytes)?),
        )
    }

    /// Returns what becomes of a request, of 48 bytes of chance.
    pub fn admit(
        &mut self,
        request: &str,
        known: &str,
        now: f64,
        bytes: &[u8],
        bulgarian: bool,
    ) -> Result<Decided, String> {
        let language = if bulgarian { Bg } else { En };
        let chance = chance(bytes)?;
        let decided = |decision: &Decision<'_>| Decided {
            told: decision.to_json(language),
            send: decision.message().map(Message::to_json),
        };
        let read = || Ok((Request::read(request)?, Known::read(known)?));
        match read() {
            Err(refusal) => Ok(decided(&Decision::Refused(refusal))),
            Ok((request, known)) => match self.0.admit(&request, &known, seconds(now), chance) {
                Ok(decision) => Ok(decided(&decision)),
                Err(never) => match never {},
            },
        }
    }
}

/// Returns the answer to a challenge, however long it takes.
#[wasm_bindgen]
pub fn solve(challenge: &str) -> Told {
    obmen_nominations::solve(challenge).map_err(refused)
}

/// Returns an entry as JSON.
#[wasm_bindgen(js_name = readEntry)]
pub fn read_entry(line: &[u8]) -> Told {
    let entry = Entry::read(line).map_err(refused)?;
    Ok(entry.to_json())
}

/// Returns the id of an entry.
#[wasm_bindgen(js_name = leafHash)]
pub fn leaf_hash(line: &[u8]) -> String {
    obmen_nominations::leaf_hash(line).to_string()
}

/// Returns the full name of the edition of a policy.
#[wasm_bindgen]
pub fn edition(policy: &str) -> Told {
    let policy = Policy::read(policy).map_err(refused)?;
    Ok(obmen_nominations::edition(&policy))
}

/// Returns the one form of the addresses that reach one mailbox.
#[wasm_bindgen(js_name = normaliseEmail)]
pub fn normalise_email(address: &str) -> Told {
    obmen_nominations::normalise_email(address).map_err(refused)
}

/// Returns the tag of an identity; `None` where there is no such kind.
#[wasm_bindgen]
pub fn tag(
    keys: &Keys,
    edition: &str,
    practice: &str,
    kind: &str,
    identity: &str,
) -> Result<Option<String>, String> {
    let Some(identity) = Identity::of_kind(kind, identity) else {
        return Ok(None);
    };
    let identity = identity.map_err(refused)?;
    let keys = keys.0.keys().map_err(refused)?;
    let tag = identity.tag(&keys.scope.current, edition, practice);
    Ok(Some(tag.to_string()))
}

//! Votes at work: what `obmen.nominations` is made of.

use std::io;
use std::path::PathBuf;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use obmen::check::Language::{Bg, En};
use obmen::nomination::{Class, Entry, Hex, Policy, Reason};
use obmen_nominations::fs::{Error, FileStore, Options};
use obmen_nominations::log::{SigningKey, Signs};
use obmen_nominations::{
    Action, Admission, Decision, Head, Identity, KeyFile, Keys, Known, Limiter, Memory, Message,
    Nonce, Pool, Recorded, Refusal, Request, Status, Store,
};
use pyo3::exceptions::{PyOSError, PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;
use zeroize::Zeroizing;

/// How long a slice of a search may last.
const SLICE: Duration = Duration::from_millis(50);

/// What is told in English and in Bulgarian, as JSON.
type Told = (String, String);

/// The exception of a refusal.
pub(crate) fn refused(py: Python<'_>, refusal: impl Into<Refusal>) -> PyErr {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let refusal = refusal.into();
    CLASS
        .import(py, "obmen.nominations", "RefusedError")
        .and_then(|class| class.call1((refusal.to_json(En), refusal.to_json(Bg))))
        .map_or_else(|error| error, PyErr::from_value)
}

fn chance<const N: usize>(bytes: &[u8]) -> PyResult<[u8; N]> {
    let wrong = |_| PyValueError::new_err(format!("chance: {N} bytes, not {}", bytes.len()));
    bytes.try_into().map_err(wrong)
}

/// 32 bytes in small hexadecimal. What stands in their place is not repeated: it may be secret.
fn hex(what: &str, text: &str) -> PyResult<Hex<32>> {
    let wrong = |_| PyValueError::new_err(format!("{what}: 64 small hexadecimal digits"));
    text.parse().map_err(wrong)
}

/// The keys of a site, as they are kept.
#[pyclass(frozen, subclass, name = "Keys", module = "obmen._obmen")]
pub(crate) struct PyKeys(KeyFile);

impl PyKeys {
    fn keys(&self, py: Python<'_>) -> PyResult<Keys> {
        self.0.keys().map_err(|refusal| refused(py, refusal))
    }

    /// Returns the text of the keys after a change.
    fn changed(
        &self,
        py: Python<'_>,
        change: impl FnOnce(&mut KeyFile) -> Result<(), Refusal>,
    ) -> PyResult<String> {
        let mut file = self.0.clone();
        change(&mut file).map_err(|refusal| refused(py, refusal))?;
        Ok(file.text().as_str().to_owned())
    }
}

#[pymethods]
impl PyKeys {
    #[new]
    fn new(py: Python<'_>, text: String) -> PyResult<PyKeys> {
        let text = Zeroizing::new(text);
        KeyFile::read(&text)
            .map(PyKeys)
            .map_err(|refusal| refused(py, refusal))
    }

    /// Returns a text of new keys, of 64 bytes.
    #[staticmethod]
    fn _made(py: Python<'_>, edition: &str, id: &str, chance: &[u8]) -> PyResult<String> {
        let chance = self::chance::<64>(chance)?;
        let (mut site, mut scope) = ([0; 32], [0; 32]);
        site.copy_from_slice(&chance[..32]);
        scope.copy_from_slice(&chance[32..]);
        KeyFile::new(edition, id, site, scope)
            .map(|file| file.text().as_str().to_owned())
            .map_err(|refusal| refused(py, refusal))
    }

    fn _edition(&self) -> &str {
        self.0.edition()
    }

    /// Returns the ids of the keys of the site and of the scope, the current one first.
    fn _ids(&self) -> [Vec<&str>; 2] {
        [self.0.site_ids(), self.0.scope_ids()]
    }

    fn _text(&self) -> String {
        self.0.text().as_str().to_owned()
    }

    fn _rotate_site(&self, py: Python<'_>, id: &str, chance: &[u8]) -> PyResult<String> {
        let chance = self::chance(chance)?;
        self.changed(py, |file| file.rotate_site(id, chance))
    }

    fn _rotate_scope(&self, py: Python<'_>, id: &str, chance: &[u8]) -> PyResult<String> {
        let chance = self::chance(chance)?;
        self.changed(py, |file| file.rotate_scope(id, chance))
    }

    fn _begin_edition(
        &self,
        py: Python<'_>,
        edition: &str,
        id: &str,
        chance: &[u8],
    ) -> PyResult<String> {
        let chance = self::chance(chance)?;
        self.changed(py, |file| file.begin_edition(edition, id, chance))
    }

    fn _destroy_scope(&self, py: Python<'_>, policy: &PyPolicy, now: u64) -> PyResult<String> {
        self.changed(py, |file| file.destroy_scope(&policy.0, now))
    }
}

/// The rules by which votes are taken in one edition.
#[pyclass(frozen, subclass, name = "Policy", module = "obmen._obmen")]
pub(crate) struct PyPolicy(pub(crate) Policy);

#[pymethods]
impl PyPolicy {
    #[new]
    fn new(py: Python<'_>, json: &str) -> PyResult<PyPolicy> {
        let policy = Policy::read(json).map_err(|invalid| refused(py, invalid))?;
        Ok(PyPolicy(policy))
    }

    fn _json(&self) -> String {
        obmen_nominations::canonical_policy(&self.0)
    }

    fn _edition(&self) -> String {
        obmen_nominations::edition(&self.0)
    }
}

/// Where an admission remembers.
#[expect(clippy::large_enum_variant, reason = "one for each admission")]
enum Kept {
    Memory(Memory),
    Files(Box<FileStore>),
}

impl Store for Kept {
    type Error = Error;

    fn head(&self) -> Head {
        match self {
            Kept::Memory(store) => store.head(),
            Kept::Files(store) => store.head(),
        }
    }

    fn use_nonce(
        &mut self,
        pool: Pool,
        nonce: [u8; 16],
        expires: u64,
        now: u64,
    ) -> Result<Nonce, Error> {
        match self {
            Kept::Memory(store) => store
                .use_nonce(pool, nonce, expires, now)
                .map_err(|no| match no {}),
            Kept::Files(store) => store.use_nonce(pool, nonce, expires, now),
        }
    }

    fn strongest(&self, tag: Hex<16>) -> Option<Class> {
        match self {
            Kept::Memory(store) => store.strongest(tag),
            Kept::Files(store) => store.strongest(tag),
        }
    }

    fn status(&self, leaf: Hex<32>) -> Option<Status> {
        match self {
            Kept::Memory(store) => store.status(leaf),
            Kept::Files(store) => store.status(leaf),
        }
    }

    fn append(
        &mut self,
        entry: &Entry<'_>,
        line: &str,
        leaf: Hex<32>,
        time: u64,
    ) -> Result<(), Error> {
        match self {
            Kept::Memory(store) => store
                .append(entry, line, leaf, time)
                .map_err(|no| match no {}),
            Kept::Files(store) => store.append(entry, line, leaf, time),
        }
    }

    fn commit(&mut self) -> Result<(), Error> {
        match self {
            Kept::Memory(store) => store.commit().map_err(|no| match no {}),
            Kept::Files(store) => store.commit(),
        }
    }
}

/// The exception of what went wrong in a store.
pub(crate) fn failed(error: Error) -> PyErr {
    let told = error.to_string();
    match error {
        Error::Io { error, .. } => io::Error::new(error.kind(), told).into(),
        _ => PyOSError::new_err(told),
    }
}

/// The way into a log, for one thread at a time.
#[pyclass(frozen, subclass, name = "Admission", module = "obmen._obmen")]
pub(crate) struct PyAdmission(Mutex<Admission<Kept>>);

impl PyAdmission {
    /// Does something to the admission while other threads of Python run; they may wait for it.
    fn with<T: Send>(
        &self,
        py: Python<'_>,
        act: impl FnOnce(&mut Admission<Kept>) -> T + Send,
    ) -> PyResult<T> {
        py.detach(|| self.0.lock().map(|mut admission| act(&mut admission)).ok())
            .ok_or_else(|| PyRuntimeError::new_err("a call before this one ended half-way"))
    }
}

impl PyAdmission {
    /// Returns the line that was recorded.
    fn recorded(
        &self,
        py: Python<'_>,
        record: impl FnOnce(&mut Admission<Kept>) -> Result<Result<Recorded, Refusal>, Error> + Send,
    ) -> PyResult<String> {
        self.with(py, record)?
            .map_err(failed)?
            .map(|recorded| recorded.line)
            .map_err(|refusal| refused(py, refusal))
    }
}

#[pymethods]
impl PyAdmission {
    #[new]
    #[expect(clippy::too_many_arguments, reason = "the keywords of a constructor")]
    fn new(
        py: Python<'_>,
        site: &str,
        policy: &PyPolicy,
        keys: &PyKeys,
        store: Option<(PathBuf, String)>,
        now: u64,
        nonces: Option<usize>,
        new: bool,
        forget_nonces: bool,
    ) -> PyResult<PyAdmission> {
        let mut options = Options {
            new,
            forget_nonces,
            ..Options::default()
        };
        options.most_nonces = nonces.unwrap_or(options.most_nonces);
        let store = match store {
            Some((folder, key)) => {
                let key = SigningKey::read(&Zeroizing::new(key));
                let key = key.map_err(|refusal| refused(py, refusal))?;
                py.detach(|| FileStore::open_with(&folder, site, key, now, &options))
                    .map(|store| Kept::Files(Box::new(store)))
                    .map_err(failed)?
            }
            None => Kept::Memory(Memory::new(options.most_nonces)),
        };
        let made = || Admission::new(site, policy.0.clone(), keys.0.keys()?, store);
        let admission = made().map_err(|refusal| refused(py, refusal))?;
        Ok(PyAdmission(Mutex::new(admission)))
    }

    fn _open(&self, py: Python<'_>, practice: &str) -> PyResult<()> {
        self.with(py, |admission| admission.open(practice))?
            .map_err(|refusal| refused(py, refusal))
    }

    fn _close(&self, py: Python<'_>, practice: &str) -> PyResult<()> {
        self.with(py, |admission| admission.close(practice))?
            .map_err(|refusal| refused(py, refusal))
    }

    fn _limit(&self, py: Python<'_>, most: u32) -> PyResult<()> {
        self.with(py, |admission| admission.limit(Limiter::new(most)))
    }

    fn _rekey(&self, py: Python<'_>, keys: &PyKeys) -> PyResult<()> {
        let keys = keys.keys(py)?;
        self.with(py, |admission| admission.rekey(keys))?
            .map_err(|refusal| refused(py, refusal))
    }

    fn _edition(&self, py: Python<'_>) -> PyResult<String> {
        self.with(py, |admission| admission.edition().to_owned())
    }

    fn _challenge(
        &self,
        py: Python<'_>,
        practice: &str,
        action: &str,
        now: u64,
        chance: &[u8],
    ) -> PyResult<String> {
        let chance = self::chance(chance)?;
        let action = [Action::Vote, Action::Confirm]
            .into_iter()
            .find(|known| known.as_str() == action)
            .ok_or_else(|| PyValueError::new_err(format!("no action `{action}`")))?;
        self.with(py, |admission| {
            admission.challenge(practice, action, now, chance)
        })?
        .map_err(|refusal| refused(py, refusal))
    }

    /// Returns the code, and the token that goes with it.
    fn _picture(
        &self,
        py: Python<'_>,
        practice: &str,
        now: u64,
        chance: &[u8],
    ) -> PyResult<(String, String)> {
        let chance = self::chance(chance)?;
        self.with(py, |admission| admission.picture(practice, now, chance))?
            .map(|picture| (picture.code, picture.token))
            .map_err(|refusal| refused(py, refusal))
    }

    fn _withdraw(
        &self,
        py: Python<'_>,
        line: &str,
        token: &str,
        now: u64,
        chance: &[u8],
    ) -> PyResult<String> {
        let (token, chance) = (hex("token", token)?, self::chance(chance)?);
        self.recorded(py, |admission| admission.withdraw(line, token, now, chance))
    }

    fn _void(
        &self,
        py: Python<'_>,
        line: &str,
        reason: &str,
        now: u64,
        chance: &[u8],
    ) -> PyResult<String> {
        let chance = self::chance(chance)?;
        let reason = *Reason::ALL
            .iter()
            .find(|known| known.as_str() == reason)
            .ok_or_else(|| PyValueError::new_err(format!("no reason `{reason}`")))?;
        self.recorded(py, |admission| admission.void(line, reason, now, chance))
    }

    fn _close_edition(
        &self,
        py: Python<'_>,
        tally: &str,
        votes: u64,
        now: u64,
        chance: &[u8],
    ) -> PyResult<String> {
        let (tally, chance) = (hex("tally", tally)?, self::chance(chance)?);
        self.recorded(py, |admission| {
            admission.close_edition(tally, votes, now, chance)
        })
    }

    /// Returns what is told, and what is to be sent.
    fn _admit(
        &self,
        py: Python<'_>,
        request: &str,
        known: &str,
        now: u64,
        chance: &[u8],
    ) -> PyResult<(Told, Option<String>)> {
        let chance = self::chance(chance)?;
        let told = |decision: &Decision<'_>| {
            let told = (decision.to_json(En), decision.to_json(Bg));
            (told, decision.message().map(Message::to_json))
        };
        let read = || Ok((Request::read(request)?, Known::read(known)?));
        match read() {
            Err(refusal) => Ok(told(&Decision::Refused(refusal))),
            Ok((request, known)) => self
                .with(py, |admission| {
                    let decision = admission.admit(&request, &known, now, chance);
                    decision.map(|decision| told(&decision))
                })?
                .map_err(failed),
        }
    }
}

/// Returns the text of a new signing key of a log, of 32 bytes.
#[pyfunction]
pub(crate) fn new_log_key(py: Python<'_>, site: &str, chance: &[u8]) -> PyResult<String> {
    let chance = Zeroizing::new(self::chance(chance)?);
    SigningKey::new(site, Signs::Notes, &chance)
        .map(|key| key.text().as_str().to_owned())
        .map_err(|refusal| refused(py, refusal))
}

/// Solves a challenge in slices, between which signals are looked for and progress is told.
#[pyfunction]
pub(crate) fn solve(
    py: Python<'_>,
    challenge: &str,
    progress: Option<Py<PyAny>>,
) -> PyResult<String> {
    let mut search = obmen_nominations::search(challenge).map_err(|wrong| refused(py, wrong))?;
    let mut tries = 1_u32;
    loop {
        let begun = Instant::now();
        if let Some(answer) = py.detach(|| search.step(tries).answer(challenge)) {
            return answer.map_err(|wrong| refused(py, wrong));
        }
        py.check_signals()?;
        if let Some(progress) = &progress {
            progress.call1(py, (search.tried(),))?;
        }
        if begun.elapsed() < SLICE / 2 {
            tries = tries.saturating_mul(2);
        }
    }
}

/// Returns the entry whose bytes these are, as JSON.
#[pyfunction]
pub(crate) fn read_entry(py: Python<'_>, line: &[u8]) -> PyResult<String> {
    let entry = Entry::read(line).map_err(|invalid| refused(py, invalid))?;
    Ok(entry.to_json())
}

/// Returns the id of an entry.
#[pyfunction]
pub(crate) fn leaf_hash(line: &[u8]) -> String {
    obmen_nominations::leaf_hash(line).to_string()
}

/// Returns the one form of the addresses that reach one mailbox.
#[pyfunction]
pub(crate) fn normalise_email(py: Python<'_>, address: &str) -> PyResult<String> {
    obmen_nominations::normalise_email(address).map_err(|refusal| refused(py, refusal))
}

/// Returns the tag of an identity under the current key of the scope.
#[pyfunction]
pub(crate) fn tag(
    py: Python<'_>,
    keys: &PyKeys,
    edition: &str,
    practice: &str,
    kind: &str,
    identity: &str,
) -> PyResult<String> {
    let identity = Identity::of_kind(kind, identity)
        .ok_or_else(|| PyValueError::new_err(format!("no kind `{kind}` of identity")))?
        .map_err(|refusal| refused(py, refusal))?;
    let tag = identity.tag(&keys.keys(py)?.scope.current, edition, practice);
    Ok(tag.to_string())
}

//! What is recorded besides votes: that one is taken back, that the log has another key, that an edition is over.

use std::borrow::Cow;

use obmen::nomination::{Act, Entry, Hex, Hour, Reason};

use crate::admission::Admission;
use crate::canonical::{leaf_hash, sha256};
use crate::log::{Line, VerifierKey};
use crate::refusal::Refusal;
use crate::rules;
use crate::secret::equal;
use crate::store::{Status, Store};

/// An entry that is in the log, and durable.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Recorded {
    /// Its line: its canonical JSON.
    pub line: String,
    /// Its leaf hash.
    pub leaf: Hex<32>,
}

/// `Ok` of a refusal is what the one who asked did wrong; an error is what went wrong in the store.
type Outcome<E> = Result<Result<Recorded, Refusal>, E>;

impl<S: Store> Admission<S> {
    /// Takes a vote of this log back for its voter. `line` is the vote as the log holds it, `token` the secret of its
    /// receipt, `chance` 16 bytes for the salt. The person may vote again.
    ///
    /// Refused are `nomination/unknown-vote`, `nomination/wrong-withdrawal`, `nomination/clock-behind`, and a line that is no
    /// entry.
    ///
    /// ```
    /// # use obmen::nomination::{Hour, Policy};
    /// # use obmen_nominations::{Admission, Decision, Identity, KeyFile, Known, Memory, Request};
    /// # let chance = |seed: u8| std::array::from_fn(|i| seed ^ i as u8);
    /// # let keys = KeyFile::new("2026-spring", "1", chance(7), chance(90)).unwrap().keys().unwrap();
    /// # let policy = Policy::new("2026-spring", "bg", Hour::at(0), Hour::at(1 << 40));
    /// # let mut admission = Admission::new("obmen.example.bg", policy, keys, Memory::default()).unwrap();
    /// # admission.open("flgr:20070736").unwrap();
    /// # let request = Request::read(r#"{"practice": "flgr:20070736", "class": "eid"}"#).unwrap();
    /// # let known = Known { person: Some(Identity::person("BG/8001010000").unwrap()), ..Known::default() };
    /// let Decision::Counted(receipt) = admission.admit(&request, &known, 1_795_882_549, [5; 48]).unwrap() else { panic!() };
    /// let (line, token) = (receipt.line().to_owned(), receipt.withdrawal);
    /// assert!(admission.withdraw(&line, token, 1_795_882_600, [6; 16]).unwrap().is_ok());
    /// let again = admission.withdraw(&line, token, 1_795_882_600, [6; 16]).unwrap();
    /// assert_eq!(again.unwrap_err().code(), "nomination/unknown-vote");
    /// ```
    ///
    /// # Errors
    /// What went wrong in the store; nothing may then be told to the voter.
    pub fn withdraw(
        &mut self,
        line: &str,
        token: Hex<32>,
        now: u64,
        chance: [u8; 16],
    ) -> Outcome<S::Error> {
        self.take_back(line, now, chance, |target, cancel, status| {
            if status != Status::Live {
                Err(Refusal::unknown_vote(target))
            } else if equal(&sha256(&token.0).0, &cancel.0) {
                Ok(Act::Withdraw { target, token })
            } else {
                Err(Refusal::new(&rules::WRONG_WITHDRAWAL))
            }
        })
    }

    /// Takes a vote of this log back for the site, also one that its voter has withdrawn. `line` is the vote as the log holds
    /// it, `chance` 16 bytes for the salt. The person may vote again, unless the policy says otherwise in words.
    ///
    /// Refused are `nomination/unknown-vote`, `nomination/clock-behind`, and a line that is no entry.
    ///
    /// # Errors
    /// What went wrong in the store.
    pub fn void(
        &mut self,
        line: &str,
        reason: Reason,
        now: u64,
        chance: [u8; 16],
    ) -> Outcome<S::Error> {
        self.take_back(line, now, chance, |target, _, _| {
            Ok(Act::Void { target, reason })
        })
    }

    /// Records the result of the edition: `hash` and `votes` of its [tally](crate::EditionTally).
    /// `chance`: 16 bytes. A second one of the same edition is told of by every tally, and not followed.
    ///
    /// Refused are `nomination/still-open` while votes are taken, and `nomination/clock-behind`.
    ///
    /// # Errors
    /// What went wrong in the store.
    pub fn close_edition(
        &mut self,
        tally: Hex<32>,
        votes: u64,
        now: u64,
        chance: [u8; 16],
    ) -> Outcome<S::Error> {
        let closes = self.policy().closes;
        if Hour::at(self.recorded_at(now)) < closes {
            let refusal = Refusal::new(&rules::STILL_OPEN).with("hour", closes.to_string());
            return Ok(Err(refusal));
        }
        let edition = self.edition().to_owned();
        self.append(&edition, Act::Closing { tally, votes }, now, chance)
    }

    /// Records that the log's checkpoints are signed by another key after the next one, which the old key still signs.
    /// A log in files is given the key beforehand (`fs::LogStore::rekey`). `chance`: 16 bytes.
    ///
    /// Refused is `nomination/clock-behind`.
    ///
    /// # Errors
    /// What went wrong in the store.
    pub fn change_log_key(
        &mut self,
        key: &VerifierKey,
        now: u64,
        chance: [u8; 16],
    ) -> Outcome<S::Error> {
        let (edition, key) = (self.edition().to_owned(), key.to_string().into());
        self.append(&edition, Act::Key { key }, now, chance)
    }

    /// Records what takes a vote back, which is made of the vote's leaf hash, its `cancel` and its status.
    fn take_back(
        &mut self,
        line: &str,
        now: u64,
        chance: [u8; 16],
        act: impl FnOnce(Hex<32>, Hex<32>, Status) -> Result<Act<'static>, Refusal>,
    ) -> Outcome<S::Error> {
        let (entry, leaf) = match Line::read(line.as_bytes()) {
            Ok(Line::Entry { entry, leaf }) => (entry, leaf),
            Ok(Line::Redacted(leaf)) => return Ok(Err(Refusal::unknown_vote(leaf))),
            Err(invalid) => return Ok(Err(invalid.into())),
        };
        // The leaf hash is of all bytes of the line, so what is known under it is this vote and no other.
        let Act::Vote(vote) = entry.act else {
            return Ok(Err(Refusal::unknown_vote(leaf)));
        };
        let status = self.store().status(leaf);
        let Some(status) = status.filter(|_| entry.origin == self.origin()) else {
            return Ok(Err(Refusal::unknown_vote(leaf)));
        };
        match act(leaf, vote.cancel, status) {
            Ok(act) => self.append(&entry.edition, act, now, chance),
            Err(refusal) => Ok(Err(refusal)),
        }
    }

    /// Appends an entry, durably.
    fn append(
        &mut self,
        edition: &str,
        act: Act<'_>,
        now: u64,
        chance: [u8; 16],
    ) -> Outcome<S::Error> {
        if let Err(refusal) = self.clock(now) {
            return Ok(Err(refusal));
        }
        let head = self.store().head();
        let time = self.recorded_at(now);
        let origin = self.origin().to_owned();
        let entry = Entry {
            origin: origin.into(),
            seq: head.size,
            hour: Hour::at(time),
            edition: Cow::Borrowed(edition),
            salt: Hex(chance),
            act,
        };
        let line = entry.to_json();
        let leaf = leaf_hash(line.as_bytes());
        let store = self.store_mut();
        store.append(&entry, &line, leaf, time)?;
        store.commit()?;
        Ok(Ok(Recorded { line, leaf }))
    }
}

impl Refusal {
    /// Returns the refusal of whoever asks for a vote that a log does not hold, by its leaf hash.
    #[must_use]
    pub fn unknown_vote(leaf: Hex<32>) -> Refusal {
        Refusal::new(&rules::UNKNOWN_VOTE).with("leaf", leaf.to_string())
    }
}

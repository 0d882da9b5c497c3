//! Admission: the one way into a log.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use obmen::check::Language;
use obmen::nomination::{Act, Class, Entry, Hex, Hour, Policy, Vote};
use serde::Serialize;

use crate::canonical::{edition, leaf_hash, sha256, written};
use crate::challenge::{Action, Answer, Binding, challenge};
use crate::identity::Identity;
use crate::limiter::{Bucket, Limiter};
use crate::refusal::{self, Refusal};
use crate::request::{Known, Proof, Request};
use crate::rules;
use crate::secret::Keys;
use crate::store::{Nonce, Pool, Store};
use crate::token::{Purpose, Token};

/// So far the clock may step back behind the last entry, in seconds.
pub(crate) const CLOCK: u64 = 300;

/// How long a code in a picture is good, in seconds.
const TYPED_SECONDS: u64 = 600;

/// What takes votes at one site in one edition. One writer: a site that serves many visitors at once puts it behind a
/// lock.
///
/// Times are seconds since 1970, and chance is fresh random bytes; both are passed in.
///
/// ```
/// use obmen::nomination::{Class, Hour, Policy};
/// use obmen_nominations::{Admission, Decision, Identity, KeyFile, Known, Memory, Request};
///
/// let chance = |seed: u8| std::array::from_fn(|i| seed ^ i as u8);
/// let keys = KeyFile::new("2026-spring", "1", chance(7), chance(90)).unwrap().keys().unwrap();
/// let policy = Policy::new("2026-spring", "bg", Hour::at(0), Hour::at(1 << 40));
/// let mut admission = Admission::new("obmen.example.bg", policy, keys, Memory::default()).unwrap();
/// admission.open("flgr:20070736").unwrap();
///
/// let request = Request::read(r#"{"practice": "flgr:20070736", "class": "eid"}"#).unwrap();
/// let person = Some(Identity::person("BG/8001010000").unwrap());
/// let known = Known { person, ..Known::default() };
/// for counted in [true, false] {
///     let decision = admission.admit(&request, &known, 1_795_882_549, [5; 48]).unwrap();
///     assert_eq!(matches!(decision, Decision::Counted(_)), counted);
/// }
/// ```
#[derive(Debug)]
pub struct Admission<S> {
    origin: String,
    policy: Policy,
    edition: String,
    keys: Keys,
    /// Each practice that takes part, and whether it takes votes.
    practices: BTreeMap<String, bool>,
    limiter: Limiter,
    /// How often the keys were changed: tags that were made before are not recorded after.
    rekeyed: u64,
    store: S,
}

/// What became of a request.
#[derive(Debug)]
#[expect(
    clippy::exhaustive_enums,
    clippy::large_enum_variant,
    reason = "closed: a site must answer each; and there is one at a time"
)]
pub enum Decision<'a> {
    /// The vote is in the log.
    Counted(Receipt<'a>),
    /// A vote of the same or a stronger class is there already.
    Duplicate,
    /// Nothing is recorded until the address is proven; what is to be sent.
    Provisional(Message),
    /// Why not.
    Refused(Refusal),
}

/// What a voter takes home: the id of the vote, and the secret by which it can be taken back. Where the vote stands in the
/// log is shown by a proof ([`PlaceProof`](crate::log::PlaceProof)), once a checkpoint covers it.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Receipt<'a> {
    /// The entry in the log.
    pub entry: Entry<'a>,
    /// The secret by which the voter can take the vote back. Only the voter has it.
    pub withdrawal: Hex<32>,
    line: String,
    leaf: Hex<32>,
}

impl Receipt<'_> {
    /// Returns the bytes of the entry, without the end of its line.
    #[must_use]
    pub fn line(&self) -> &str {
        &self.line
    }

    /// Returns the id of the vote: the leaf hash of its entry.
    #[must_use]
    pub fn leaf(&self) -> Hex<32> {
        self.leaf
    }
}

/// What is for one person alone is not printed.
impl fmt::Debug for Receipt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receipt")
            .field("entry", &self.entry)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message")
            .field("minutes", &self.minutes)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Picture").finish_non_exhaustive()
    }
}

impl Picture {
    /// Returns it as JSON: `code` and `token`.
    #[must_use]
    pub fn to_json(&self) -> String {
        written(self)
    }
}

/// What is to be sent to an address, by the application.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Message {
    /// How long it is good, in minutes.
    pub minutes: u32,
    /// The token: part of the link; or, when there is a code, for the page that asks for the code.
    pub token: String,
    /// The code, when one is sent instead of a link.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

impl Message {
    /// Returns it as JSON: `minutes`, `token`, and `code` when there is one.
    #[must_use]
    pub fn to_json(&self) -> String {
        written(self)
    }
}

/// A code to be shown in a picture, and the token that goes with it into the form.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Picture {
    /// What the picture shows.
    pub code: String,
    /// What the form sends back with what was typed.
    pub token: String,
}

/// A vote that is proven, and not yet recorded. Made by [`Admission::prove`] alone.
#[derive(Debug)]
pub struct Proven<'r> {
    /// What it was made by: the site, its edition, and how often its keys had been changed.
    site: String,
    edition: String,
    rekeyed: u64,
    practice: &'r str,
    class: Class,
    /// The tag under the current key of the scope, and under the one before it.
    tag: Hex<16>,
    previous: Option<Hex<16>>,
}

impl Proven<'_> {
    /// Returns the tag under the current key of the scope.
    #[must_use]
    pub fn tag(&self) -> Hex<16> {
        self.tag
    }
}

/// What a proof came to, short of a vote.
#[derive(Debug)]
#[expect(clippy::exhaustive_enums, reason = "closed: the other ends of a proof")]
pub enum Unproven {
    /// The address must be proven first.
    Provisional(Message),
    /// Why not.
    Refused(Refusal),
}

impl From<Refusal> for Unproven {
    fn from(refusal: Refusal) -> Unproven {
        Unproven::Refused(refusal)
    }
}

impl<S: Store> Admission<S> {
    /// Returns an admission that knows no practice yet.
    ///
    /// # Errors
    /// `nomination/policy-bad-value` when the policy is none, `nomination/entry-bad-value` when the origin is no name
    /// of a log, `nomination/keys-of-other-edition` when the keys of the scope were made for another edition.
    pub fn new(
        origin: &str,
        policy: Policy,
        keys: Keys,
        store: S,
    ) -> Result<Admission<S>, Refusal> {
        policy.check()?;
        obmen::nomination::check_origin(origin)?;
        keys.are_of(&policy)?;
        Ok(Admission {
            origin: origin.to_owned(),
            edition: edition(&policy),
            policy,
            keys,
            practices: BTreeMap::new(),
            limiter: Limiter::default(),
            rekeyed: 0,
            store,
        })
    }

    /// Lets a practice take votes, named by its register and its key there.
    ///
    /// # Errors
    /// `nomination/entry-bad-value` when it is no such name: no entry could hold it.
    pub fn open(&mut self, practice: &str) -> Result<(), Refusal> {
        self.takes_part(practice, true)
    }

    /// Lets a practice take no more votes.
    ///
    /// # Errors
    /// `nomination/entry-bad-value` when it is no such name.
    pub fn close(&mut self, practice: &str) -> Result<(), Refusal> {
        self.takes_part(practice, false)
    }

    fn takes_part(&mut self, practice: &str, open: bool) -> Result<(), Refusal> {
        obmen::nomination::check_practice(practice)?;
        self.practices.insert(practice.to_owned(), open);
        Ok(())
    }

    /// Puts another limiter in the place of the default.
    pub fn limit(&mut self, limiter: Limiter) {
        self.limiter = limiter;
    }

    /// Puts other keys in the place of those that it has: rings of the new key and the one before it. A vote that was
    /// proven before is recorded no more.
    ///
    /// # Errors
    /// `nomination/keys-of-other-edition`, and `nomination/bad-key` when the key of the scope that is in force is not among
    /// them; it then keeps those that it has.
    pub fn rekey(&mut self, keys: Keys) -> Result<(), Refusal> {
        keys.are_of(&self.policy)?;
        keys.follow(&self.keys)?;
        self.keys = keys;
        self.rekeyed += 1;
        Ok(())
    }

    /// Returns the name of the edition with the hash of its policy.
    #[must_use]
    pub fn edition(&self) -> &str {
        &self.edition
    }

    /// Returns the store.
    #[must_use]
    pub fn store(&self) -> &S {
        &self.store
    }

    /// Returns the store, for what it does besides: a log in files is given its next key, and erases entries.
    #[must_use]
    pub fn store_mut(&mut self) -> &mut S {
        &mut self.store
    }

    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }

    pub(crate) fn policy(&self) -> &Policy {
        &self.policy
    }

    /// Returns a challenge for a practice, as JSON; the application hands it to the browser. `chance`: 32 bytes.
    ///
    /// # Errors
    /// Why there is none: the edition or the practice takes no votes, or none of this class.
    pub fn challenge(
        &self,
        practice: &str,
        action: Action,
        now: u64,
        chance: [u8; 32],
    ) -> Result<String, Refusal> {
        self.takes_votes(practice, now)?;
        self.takes_class(match action {
            Action::Vote => Class::Pow,
            Action::Confirm => Class::Email,
        })?;
        let binding = self.binding(practice, action);
        challenge(
            &binding,
            &self.policy.challenge,
            &self.keys.site,
            now,
            chance,
        )
    }

    /// Returns a code for a picture, good for ten minutes and one attempt. `chance`: 16 bytes.
    ///
    /// # Errors
    /// Why there is none: the edition or the practice takes no votes, or none of this class.
    pub fn picture(&self, practice: &str, now: u64, chance: [u8; 16]) -> Result<Picture, Refusal> {
        self.takes_votes(practice, now)?;
        self.takes_class(Class::Typed)?;
        let exp = now.saturating_add(TYPED_SECONDS);
        let token = Token::new(Purpose::Typed, practice, &self.edition, exp, chance);
        Ok(Picture {
            code: token.code(&self.keys.site, b""),
            token: token.sign(&self.keys.site, b""),
        })
    }

    /// Judges a request, records the vote if it counts, and makes it durable. `chance`: 48 bytes.
    ///
    /// # Errors
    /// What went wrong in the store; nothing may then be told to the voter.
    pub fn admit<'a>(
        &'a mut self,
        request: &'a Request<'_>,
        known: &Known,
        now: u64,
        chance: [u8; 48],
    ) -> Result<Decision<'a>, S::Error> {
        let decision = match self.prove(request, known, now, chance)? {
            Ok(proven) => return self.record_then(&proven, now, chance, S::commit),
            Err(Unproven::Provisional(message)) => Decision::Provisional(message),
            Err(Unproven::Refused(refusal)) => Decision::Refused(refusal),
        };
        self.commit()?;
        Ok(decision)
    }

    /// Judges everything about a request but whether the person has voted: clock, hours, practice, relation, class,
    /// limit, proof, in this order. What the proof can be used for once is used up. Nothing may be told to the voter
    /// before [`commit`](Admission::commit).
    ///
    /// # Errors
    /// What went wrong in the store.
    pub fn prove<'r>(
        &mut self,
        request: &'r Request<'_>,
        known: &Known,
        now: u64,
        chance: [u8; 48],
    ) -> Result<Result<Proven<'r>, Unproven>, S::Error> {
        let (class, voter) = parties(&request.proof, known);
        if let Err(refusal) = self.may_vote(request, known, class, now) {
            return Ok(Err(refusal.into()));
        }
        let Some(voter) = voter else {
            return Ok(Err(Refusal::new(&rules::NOT_IDENTIFIED).into()));
        };
        if let Some(caller) = known.caller {
            let bucket = Bucket::of(caller, &self.keys.site.current, now);
            if let Err(refusal) = self.limiter.count(bucket, now) {
                return Ok(Err(refusal.into()));
            }
        }
        // Only now: who is over the limit neither loses a proof nor costs a derivation.
        match self.check_proof(request, voter, now)? {
            Ok(()) => (),
            Err(refusal) => return Ok(Err(refusal.into())),
        }
        if let Proof::Unconfirmed { by_code, .. } = request.proof {
            let message = self.message(&request.practice, voter, by_code, now, chance);
            return Ok(Err(Unproven::Provisional(message)));
        }
        let tag = |secret| voter.tag(secret, &self.edition, &request.practice);
        Ok(Ok(Proven {
            site: self.origin.clone(),
            edition: self.edition.clone(),
            rekeyed: self.rekeyed,
            practice: &request.practice,
            class,
            tag: tag(&self.keys.scope.current),
            previous: self.keys.scope.previous.as_ref().map(tag),
        }))
    }

    /// Records a proven vote, unless one of the same or a stronger class is there. `chance`: 48 bytes, of which 16 are
    /// the salt of the entry and 32 the secret of its withdrawal. Nothing may be told to the voter before
    /// [`commit`](Admission::commit).
    ///
    /// # Errors
    /// What went wrong in the store.
    pub fn record<'a>(
        &'a mut self,
        vote: &Proven<'a>,
        now: u64,
        chance: [u8; 48],
    ) -> Result<Decision<'a>, S::Error> {
        self.record_then(vote, now, chance, |_| Ok(()))
    }

    /// Makes all durable that was proven and recorded since the last time, at the cost of one: then the voters may be
    /// told.
    ///
    /// # Errors
    /// What went wrong in the store; nothing of it may then be told.
    pub fn commit(&mut self) -> Result<(), S::Error> {
        self.store.commit()
    }

    fn record_then<'a>(
        &'a mut self,
        vote: &Proven<'a>,
        now: u64,
        chance: [u8; 48],
        then: fn(&mut S) -> Result<(), S::Error>,
    ) -> Result<Decision<'a>, S::Error> {
        let tag = match self.free_tag(vote, now) {
            Ok(Some(tag)) => tag,
            taken => {
                then(&mut self.store)?;
                return Ok(taken.map_or_else(Decision::Refused, |_| Decision::Duplicate));
            }
        };
        let head = self.store.head();
        let time = self.recorded_at(now);
        let (mut salt, mut withdrawal) = ([0; 16], [0; 32]);
        salt.copy_from_slice(&chance[..16]);
        withdrawal.copy_from_slice(&chance[16..]);
        let entry = Entry {
            origin: Cow::Borrowed(&self.origin),
            seq: head.size,
            hour: Hour::at(time),
            edition: Cow::Borrowed(&self.edition),
            salt: Hex(salt),
            act: Act::Vote(Vote {
                practice: Cow::Borrowed(vote.practice),
                class: vote.class,
                scope: Cow::Borrowed(&self.policy.scope),
                tag,
                cancel: sha256(&withdrawal),
            }),
        };
        let line = entry.to_json();
        let leaf = leaf_hash(line.as_bytes());
        self.store.append(&entry, &line, leaf, time)?;
        then(&mut self.store)?;
        Ok(Decision::Counted(Receipt {
            entry,
            line,
            leaf,
            withdrawal: Hex(withdrawal),
        }))
    }

    /// Returns the tag to record a vote under; `None` when one of the same or a stronger class is there.
    fn free_tag(&self, vote: &Proven<'_>, now: u64) -> Result<Option<Hex<16>>, Refusal> {
        self.is_of_here(vote, now)?;
        let (tag, previous) = (vote.tag, vote.previous);
        let live = |tag: Hex<16>| self.store.strongest(tag);
        let strongest = live(tag).max(previous.and_then(live));
        if strongest.is_some_and(|class| class >= vote.class) {
            return Ok(None);
        }
        // A person who voted before an emergency change of the key keeps the tag of that vote: one person, one tag.
        let before = previous.filter(|before| live(tag).is_none() && live(*before).is_some());
        Ok(Some(before.unwrap_or(tag)))
    }

    /// Whether a vote was proven here, in this edition, under these keys, and can still be recorded.
    fn is_of_here(&self, vote: &Proven<'_>, now: u64) -> Result<(), Refusal> {
        let made_by = [
            (vote.site == self.origin, &rules::OTHER_SITE),
            (vote.edition == self.edition, &rules::OTHER_EDITION),
            (vote.rekeyed == self.rekeyed, &rules::REKEYED),
        ];
        if let Some((_, rule)) = made_by.into_iter().find(|(same, _)| !same) {
            return Err(Refusal::new(rule));
        }
        self.clock(now)?;
        self.takes_votes(vote.practice, now)
    }

    /// The time under which an entry is recorded now: never before the last one, wherever the clock has gone.
    pub(crate) fn recorded_at(&self, now: u64) -> u64 {
        now.max(self.store.head().time)
    }

    pub(crate) fn clock(&self, now: u64) -> Result<(), Refusal> {
        let behind = self.store.head().time.saturating_sub(now);
        if behind > CLOCK {
            return Err(Refusal::new(&rules::CLOCK_BEHIND).with("seconds", behind));
        }
        Ok(())
    }

    fn binding<'a>(&'a self, practice: &'a str, action: Action) -> Binding<'a> {
        Binding {
            site: &self.origin,
            practice,
            edition: &self.edition,
            action,
        }
    }

    fn takes_votes(&self, practice: &str, now: u64) -> Result<(), Refusal> {
        if Hour::at(now) < self.policy.opens {
            let opens = self.policy.opens.to_string();
            return Err(Refusal::new(&rules::NOT_OPEN_YET).with("hour", opens));
        }
        // A clock that stepped back takes no votes that would be recorded after the edition.
        if Hour::at(self.recorded_at(now)) >= self.policy.closes {
            let closes = self.policy.closes.to_string();
            return Err(Refusal::new(&rules::CLOSED).with("hour", closes));
        }
        match self.practices.get(practice) {
            Some(true) => Ok(()),
            Some(false) => Err(Refusal::new(&rules::PRACTICE_CLOSED).with("practice", practice)),
            None => Err(Refusal::new(&rules::UNKNOWN_PRACTICE).with("practice", practice)),
        }
    }

    fn may_vote(
        &self,
        request: &Request<'_>,
        known: &Known,
        class: Class,
        now: u64,
    ) -> Result<(), Refusal> {
        self.clock(now)?;
        self.takes_votes(&request.practice, now)?;
        if known.is_member {
            return Err(Refusal::new(&rules::OWN_PRACTICE));
        }
        self.takes_class(class)
    }

    fn takes_class(&self, class: Class) -> Result<(), Refusal> {
        if !self.policy.classes.contains(&class) {
            let taken = self
                .policy
                .classes
                .iter()
                .map(ToString::to_string)
                .collect();
            return Err(Refusal::new(&rules::CLASS_NOT_TAKEN)
                .with("class", class.as_str())
                .with(
                    "taken",
                    obmen::check::Argument::List(taken, obmen::value::Joined::Or),
                ));
        }
        Ok(())
    }

    /// Checks a proof and uses it up. A nonce is used before the costly part, and before a code is compared.
    fn check_proof(
        &mut self,
        request: &Request<'_>,
        voter: &Identity,
        now: u64,
    ) -> Result<Result<(), Refusal>, S::Error> {
        let practice = request.practice.as_ref();
        let token = |text, purpose, bound| {
            Token::read(
                text,
                purpose,
                practice,
                &self.edition,
                bound,
                &self.keys.site,
                now,
            )
        };
        let answer = |text, action| {
            Answer::read(text, &self.binding(practice, action), &self.keys.site, now)
        };
        let checked = match &request.proof {
            Proof::Pow { answer: text, .. } => answer(text, Action::Vote).map(Used::Answer),
            Proof::Unconfirmed { answer: text, .. } => {
                answer(text, Action::Confirm).map(Used::Answer)
            }
            Proof::Typed {
                token: text, code, ..
            } => token(text, Purpose::Typed, b"".as_slice())
                .map(|token| Used::Code(token, code, b"")),
            Proof::Email {
                token: text,
                code: Some(code),
                ..
            } => token(text, Purpose::EmailCode, voter.bytes())
                .map(|token| Used::Code(token, code, voter.bytes())),
            Proof::Email {
                token: text,
                code: None,
                ..
            } => token(text, Purpose::EmailLink, voter.bytes()).map(Used::Link),
            Proof::Eid => return Ok(Ok(())),
        };
        let used = match checked {
            Ok(used) => used,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let (nonce, expires) = match &used {
            Used::Answer(answer) => (answer.nonce, answer.expires),
            Used::Code(token, ..) | Used::Link(token) => (token.nonce.0, token.exp),
        };
        let pool = match &request.proof {
            Proof::Email { .. } => Pool::Messages,
            _ => Pool::Answers,
        };
        match self.store.use_nonce(pool, nonce, expires, now)? {
            Nonce::Fresh => (),
            Nonce::Used => return Ok(Err(Refusal::new(&rules::REPLAYED))),
            Nonce::Full => return Ok(Err(Refusal::new(&rules::NONCES_FULL))),
        }
        Ok(match used {
            Used::Answer(answer) => answer.work(),
            Used::Code(token, code, bound) if !token.is_code(code, &self.keys.site, bound) => {
                Err(Refusal::new(&rules::WRONG_CODE))
            }
            Used::Code(..) | Used::Link(_) => Ok(()),
        })
    }

    fn message(
        &self,
        practice: &str,
        voter: &Identity,
        by_code: bool,
        now: u64,
        chance: [u8; 48],
    ) -> Message {
        // Nobody is told of an hour in which no votes are taken any more.
        let left = self.policy.closes.start().saturating_sub(now).div_ceil(60);
        let left = u32::try_from(left).unwrap_or(u32::MAX);
        let minutes = self.policy.confirm_minutes.min(left);
        let exp = now.saturating_add(u64::from(minutes) * 60);
        let purpose = if by_code {
            Purpose::EmailCode
        } else {
            Purpose::EmailLink
        };
        let mut nonce = [0; 16];
        nonce.copy_from_slice(&chance[..16]);
        let token = Token::new(purpose, practice, &self.edition, exp, nonce);
        Message {
            minutes,
            token: token.sign(&self.keys.site, voter.bytes()),
            code: by_code.then(|| token.code(&self.keys.site, voter.bytes())),
        }
    }
}

/// A proof whose nonce is to be used up, and what is left to look at after it.
enum Used<'p> {
    Answer(Answer),
    Code(Token, &'p str, &'p [u8]),
    Link(Token),
}

/// How a request is proven, and who votes: by `eid` whom the site knows, or nobody.
fn parties<'p>(proof: &'p Proof<'_>, known: &'p Known) -> (Class, Option<&'p Identity>) {
    match proof {
        Proof::Typed { voter, .. } => (Class::Typed, Some(voter)),
        Proof::Pow { voter, .. } => (Class::Pow, Some(voter)),
        Proof::Unconfirmed { voter, .. } | Proof::Email { voter, .. } => {
            (Class::Email, Some(voter))
        }
        Proof::Eid => (Class::Eid, known.person.as_ref()),
    }
}

impl Decision<'_> {
    /// Returns the rule behind it; `None` for a vote that counts.
    #[must_use]
    pub fn refusal(&self) -> Option<Refusal> {
        match self {
            Decision::Counted(_) => None,
            Decision::Duplicate => Some(Refusal::new(&rules::DUPLICATE)),
            Decision::Provisional(message) => {
                Some(Refusal::new(&rules::UNCONFIRMED).with("minutes", u64::from(message.minutes)))
            }
            Decision::Refused(refusal) => Some(refusal.clone()),
        }
    }

    /// Returns what is to be sent to the address, and to nobody else.
    #[must_use]
    pub fn message(&self) -> Option<&Message> {
        match self {
            Decision::Provisional(message) => Some(message),
            _ => None,
        }
    }

    /// Returns what the one who asked is told, as JSON: `decision` (`counted`, `duplicate`, `provisional` or `refused`);
    /// for a vote that counts `entry`, `leaf` and `withdrawal`; else `code`, `arguments`, `message` and `help`. What is to
    /// be sent to an address is not in it ([`message`](Decision::message)).
    #[must_use]
    pub fn to_json(&self, language: Language) -> String {
        let refusal = self.refusal();
        let (word, receipt) = match self {
            Decision::Counted(receipt) => ("counted", Some(receipt)),
            Decision::Duplicate => ("duplicate", None),
            Decision::Provisional(_) => ("provisional", None),
            Decision::Refused(_) => ("refused", None),
        };
        written(&Written {
            decision: word,
            leaf: receipt.map(|receipt| receipt.leaf),
            entry: receipt.and_then(|receipt| serde_json::from_str(&receipt.line).ok()),
            withdrawal: receipt.map(|receipt| receipt.withdrawal),
            refusal: refusal
                .as_ref()
                .map(|refusal| refusal.in_language(language)),
        })
    }
}

/// A decision as JSON.
#[derive(Serialize)]
struct Written<'a> {
    decision: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    leaf: Option<Hex<32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    withdrawal: Option<Hex<32>>,
    #[serde(flatten)]
    refusal: Option<refusal::Written<'a>>,
}

//! What the logs of all sites add up to, and what did not count.

mod acts;
mod count;
pub(crate) mod rules;
mod sums;
mod union;

use std::collections::BTreeMap;
use std::ops::Range;

use obmen::check::Rule;
use obmen::nomination::{Class, Hex, Policy};
use obmen::value::PartialDate;
use serde::{Serialize, Serializer};

use crate::canonical::written;
use crate::log::{CastVote, VerifiedLog};
use crate::refusal::Refusal;

/// A log to be counted, and how much of it is final.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::exhaustive_structs, reason = "the arguments of a tally")]
pub struct Source<'a> {
    /// The log.
    pub log: &'a VerifiedLog,
    /// The size of its largest checkpoint that a quorum of witnesses has cosigned; 0 when there is none.
    pub final_size: u64,
}

/// What logs add up to: [`tally`](Tally::of) makes it. Its texts are those of the logs.
///
/// [`to_json`](Tally::to_json) writes the fields by these names.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct Tally<'a> {
    /// The version of this form: 1.
    pub v: u32,
    /// The logs, one for each site, by name.
    pub logs: Vec<CountedLog<'a>>,
    /// The editions of which there is a vote, a closing entry or a policy, by name. Nothing is summed across them.
    pub editions: Vec<EditionTally<'a>>,
    /// Each entry that does not count, or is not followed, by log and place.
    pub uncounted: Vec<Uncounted<'a>>,
}

/// What was counted of a site's log, all copies of it together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CountedLog<'a> {
    /// Its name.
    pub origin: &'a str,
    /// The number of entries that are counted. Where two copies differ, these are the ones before; and those of one copy
    /// that are final, as long as nothing else is final in another.
    pub size: u64,
    /// The root of the tree over them.
    pub root: Hex<32>,
    /// How many of them are final. In JSON `final`.
    #[serde(rename = "final")]
    pub final_size: u64,
    /// Whether copies differ. What of them is not counted is `nomination/tally-fork`.
    pub forked: bool,
}

/// What the votes of an edition add up to.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct EditionTally<'a> {
    /// The edition and the SHA-256 of its policy.
    pub edition: String,
    /// The scopes of its votes that count.
    pub scopes: Vec<&'a str>,
    /// What is counted.
    pub unit: Unit,
    /// Whether its policy was at hand: else no vote was held to it, and the weak votes are not capped.
    pub policy: bool,
    /// How many weak votes count at most for each strong one, where the policy says so.
    pub weak_per_strong: Option<u32>,
    /// The votes of the result: what a closing entry holds as `votes`. The result is of the final votes alone, once there are
    /// any, so that no vote which witnesses have not seen changes it.
    pub votes: u64,
    /// The SHA-256 of the canonical JSON of the result: what a closing entry holds as `tally`. It is an object of `v` (1),
    /// `edition`, `standings` (of each `practice`, `votes`, `strong` and `weak`, by votes and practice) and `counts` (of each
    /// `practice`, `scope`, `month`, `class` and `votes`, in the order of these fields).
    pub hash: Hex<32>,
    /// What its sites have recorded as its result, by site.
    pub closings: Vec<Closing<'a>>,
    /// The practices by their votes.
    pub standings: Vec<Standing<'a>>,
    /// The votes that count, before any cap on weak ones.
    pub counts: Vec<Count<'a>>,
    /// What each site gives to that.
    pub sites: Vec<Share<'a>>,
}

/// What a sum is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(
    clippy::exhaustive_enums,
    reason = "votes are of one scope, or of several"
)]
pub enum Unit {
    /// Persons: all votes are of one scope, in which a person counts once for a practice.
    Persons,
    /// Votes: a person may have one in each scope.
    Votes,
}

/// What a site has recorded as the result of an edition, the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Closing<'a> {
    /// The name of the site's log.
    pub origin: &'a str,
    /// The place of the entry there.
    pub seq: u64,
    /// The hash of the result.
    pub tally: Hex<32>,
    /// The number of votes.
    pub votes: u64,
    /// Whether this count comes to the same; nothing without the policy of the edition, by which it was counted.
    pub agrees: Option<bool>,
}

/// Where a practice stands in an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Standing<'a> {
    /// Its place, from 1. Practices with as many votes share it, and the next ones are left out: 1, 1, 3.
    pub place: usize,
    /// The practice.
    pub practice: &'a str,
    /// Its votes: the strong ones, and of the weak ones as many as the policy lets count.
    pub votes: u64,
    /// What it would be if no vote but the final ones were cast. In JSON `final`.
    #[serde(rename = "final")]
    pub final_votes: u64,
    /// The votes that count of the classes `email` and `eid`.
    pub strong: u64,
    /// The votes that count of the classes `typed` and `pow`, before the cap.
    pub weak: u64,
}

/// How many votes count of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Count<'a> {
    /// The practice.
    pub practice: &'a str,
    /// The scope.
    pub scope: &'a str,
    /// The class.
    pub class: Class,
    /// Whether witnesses have seen them.
    pub state: State,
    /// The month in which they were recorded, by UTC.
    pub month: PartialDate,
    /// How many.
    pub votes: u64,
}

/// Whether a vote can still be left out unnoticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(
    clippy::exhaustive_enums,
    reason = "a checkpoint of a quorum covers it, or does not"
)]
pub enum State {
    /// A checkpoint that a quorum has cosigned covers it.
    Final,
    /// None does yet.
    Pending,
}

/// What a site has of the votes for a practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Share<'a> {
    /// The name of the site's log.
    pub origin: &'a str,
    /// The practice.
    pub practice: &'a str,
    /// The class.
    pub class: Class,
    /// The votes in its log, but for those that it voided: the raw number, of which nothing was judged.
    pub cast: u64,
    /// Those that count.
    pub counted: u64,
}

/// An entry that does not count, or is not followed, and why.
#[derive(Debug, Clone, Copy, Serialize)]
#[non_exhaustive]
pub struct Uncounted<'a> {
    /// The name of its log.
    pub origin: &'a str,
    /// Its place there.
    pub seq: u64,
    /// Its id: the leaf hash.
    pub leaf: Hex<32>,
    /// Why: a rule `nomination/tally-…`. In JSON its `code`.
    #[serde(rename = "code", serialize_with = "code")]
    pub rule: &'static Rule,
    /// The entry that it has to do with, where there is one: the vote that counts in its stead, what took it back, what
    /// closed its edition, the first of which there are two, or what it wrongly takes back.
    pub other: Option<Slot<'a>>,
}

/// A place in a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[expect(clippy::exhaustive_structs, reason = "a log, and a place there")]
pub struct Slot<'a> {
    /// The name of the log.
    pub origin: &'a str,
    /// The place.
    pub seq: u64,
}

/// Returns the votes of several logs, each once with the name of its log, by site and place.
///
/// Copies of one log are united as a [tally](Tally::of) does: what one has redacted is taken from another, and where two
/// differ, only what stands before is returned. Nothing else is judged: a person may have several votes.
///
/// ```
/// # use obmen_nominations::log::{Checkpoint, Note, Signs, SigningKey, Tree, VerifiedLog};
/// use obmen_nominations::{Source, merge};
/// # let key = SigningKey::new("obmen.example.bg", Signs::Notes, &[7; 32]).unwrap();
/// # let checkpoint = Checkpoint { origin: "obmen.example.bg".to_owned(), head: Tree::default().head() };
/// # let mut note = Note::new(&checkpoint.to_string()).unwrap();
/// # note.sign(&key, 0).unwrap();
/// let log = VerifiedLog::verify([], &[note], key.verifier()).unwrap();
/// let source = Source { log: &log, final_size: 0 };
/// assert_eq!(merge(&[source, source]).count(), 0);
/// ```
pub fn merge<'a>(
    sources: &[Source<'a>],
) -> impl Iterator<Item = (&'a str, CastVote<'a>)> + use<'a> {
    union::Union::of(sources).votes()
}

/// Returns where each entry of several logs is to be read, once and by site and place: the index of a source, and places
/// in it. Copies of one log are united as [`merge`] does.
///
/// ```
/// # use obmen_nominations::log::{Checkpoint, Note, Signs, SigningKey, Tree, VerifiedLog};
/// use obmen_nominations::{Source, united};
/// # let key = SigningKey::new("obmen.example.bg", Signs::Notes, &[7; 32]).unwrap();
/// # let checkpoint = Checkpoint { origin: "obmen.example.bg".to_owned(), head: Tree::default().head() };
/// # let mut note = Note::new(&checkpoint.to_string()).unwrap();
/// # note.sign(&key, 0).unwrap();
/// let log = VerifiedLog::verify([], &[note], key.verifier()).unwrap();
/// let source = Source { log: &log, final_size: 0 };
/// assert_eq!(united(&[source, source]), []);
/// ```
#[must_use]
pub fn united(sources: &[Source<'_>]) -> Vec<(usize, Range<usize>)> {
    union::Union::of(sources)
        .read_in()
        .filter_map(|(log, rows)| {
            let is_it = |source: &Source<'_>| std::ptr::eq(source.log, log);
            Some((sources.iter().position(is_it)?, rows))
        })
        .collect()
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference to the field"
)]
fn code<S: Serializer>(rule: &&'static Rule, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(rule.code)
}

impl<'a> Tally<'a> {
    /// Counts the votes of logs. Order and repetition of the logs do not matter, nor does it whether an older copy of a
    /// log stands beside a newer one. With an edition's policy its votes are held to it, and the weak ones capped.
    ///
    /// Of the votes of one tag for one contest one counts: a final one before a pending one, then the one of the stronger
    /// class, of the earlier hour, of the log whose name comes first, of the earlier place.
    ///
    /// ```
    /// # use obmen_nominations::log::{Checkpoint, Note, Signs, SigningKey, Tree, VerifiedLog};
    /// use obmen_nominations::{Source, Tally};
    /// # let key = SigningKey::new("obmen.example.bg", Signs::Notes, &[7; 32]).unwrap();
    /// # let checkpoint = Checkpoint { origin: "obmen.example.bg".to_owned(), head: Tree::default().head() };
    /// # let mut note = Note::new(&checkpoint.to_string()).unwrap();
    /// # note.sign(&key, 0).unwrap();
    /// let log = VerifiedLog::verify([], &[note], key.verifier()).unwrap();
    /// let tally = Tally::of(&[Source { log: &log, final_size: 0 }], &[]);
    /// assert_eq!((tally.logs[0].origin, tally.logs[0].size), ("obmen.example.bg", 0));
    /// assert!(tally.editions.is_empty() && tally.uncounted.is_empty());
    /// ```
    #[must_use]
    pub fn of(sources: &[Source<'a>], policies: &[Policy]) -> Tally<'a> {
        let mut union = union::Union::of(sources);
        let mut uncounted = std::mem::take(&mut union.forked);
        let acts = acts::judge(&union, &mut uncounted);
        let mut ballot = count::Ballot::of(&union, policies, &acts.closings);
        ballot.cast(&acts.taken, &mut uncounted);
        ballot.elect(&mut uncounted);
        uncounted.sort_unstable_by_key(|each| (each.origin, each.seq, each.leaf));
        Tally {
            v: 1,
            editions: sums::editions(&union, ballot, &acts.closings),
            logs: union.sites,
            uncounted,
        }
    }

    /// Returns its canonical JSON (RFC 8785).
    #[must_use]
    pub fn to_json(&self) -> String {
        written(self)
    }

    /// Returns what there is to say of it: of editions that are no sum of persons, of which there are several, or that come
    /// to another result than was recorded; then of each entry that does not count.
    pub fn findings(&self) -> impl Iterator<Item = Refusal> {
        let scopes = self.editions.iter().filter_map(|edition| {
            let several = Refusal::new(&rules::TALLY_SEVERAL_SCOPES)
                .with("edition", edition.edition.as_str())
                .with("scopes", edition.scopes.len());
            (edition.unit == Unit::Votes).then_some(several)
        });
        let mut policies = BTreeMap::<_, usize>::new();
        for edition in &self.editions {
            let name = edition.edition.split_once('@');
            *policies.entry(name.map(|(name, _)| name)).or_default() += 1;
        }
        let policies = policies.into_iter().filter(|(_, policies)| *policies > 1);
        let policies = policies.filter_map(|(name, policies)| {
            let several = Refusal::new(&rules::TALLY_SEVERAL_POLICIES);
            Some(several.with("edition", name?).with("policies", policies))
        });
        let closings = self.editions.iter().flat_map(|edition| {
            let differing = |closing: &&Closing<'_>| closing.agrees == Some(false);
            edition.closings.iter().filter(differing).map(|closing| {
                Refusal::new(&rules::TALLY_CLOSING_MISMATCH)
                    .with("seq", closing.seq)
                    .with("origin", closing.origin)
                    .with("edition", edition.edition.as_str())
                    .with("stated", closing.votes)
                    .with("counted", edition.votes)
            })
        });
        scopes
            .chain(policies)
            .chain(closings)
            .chain(self.uncounted.iter().map(Uncounted::reason))
    }
}

impl EditionTally<'_> {
    /// Compares the votes of a practice with what its source states of it (`stated_nominations`).
    ///
    /// # Errors
    /// `nomination/tally-mismatch` when they differ.
    pub fn compare(&self, practice: &str, stated: u64) -> Result<(), Refusal> {
        let standing = self.standings.iter().find(|each| each.practice == practice);
        let counted = standing.map_or(0, |standing| standing.votes);
        if counted == stated {
            return Ok(());
        }
        Err(Refusal::new(&rules::TALLY_MISMATCH)
            .with("stated", stated)
            .with("practice", practice)
            .with("counted", counted)
            .with("edition", self.edition.as_str()))
    }
}

impl Uncounted<'_> {
    /// Returns why it does not count, with the arguments of the message.
    #[must_use]
    pub fn reason(&self) -> Refusal {
        let reason = Refusal::new(self.rule)
            .with("origin", self.origin)
            .with("seq", self.seq);
        match self.other {
            Some(other) => reason.with("site", other.origin).with("other", other.seq),
            None => reason,
        }
    }
}

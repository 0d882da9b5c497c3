//! Whom a reader trusts (c2sp.org/tlog-policy): logs, witnesses, and how many of these must have cosigned.

use std::fmt;

use obmen::check::{Argument, Term};
use obmen::nomination::Hex;
use obmen::value::Joined;

use crate::log::checkpoint::{Checkpoint, number};
use crate::log::cosigning_rules as rules;
use crate::log::key::{Signs, VerifierKey};
use crate::log::note::Note;
use crate::log::place::PlaceProof;
use crate::log::rules::{LOG_NOT_SIGNED, LOG_OTHER_ORIGIN};
use crate::log::verified::VerifiedLog;
use crate::log::witness::AddCheckpoint;
use crate::refusal::Refusal;
use crate::store::rules::LOG_RESTORED;
use crate::words;

/// The logs and witnesses that are trusted, and the quorum: which witnesses must have cosigned a checkpoint.
///
/// A log is never its own witness: neither its key nor its name may stand in a line of a witness. Every witness counts
/// once. Of n witnesses that all logs show their checkpoints to, k must cosign, and at most f of them cosign whatever they
/// are shown: then no two checkpoints of which none extends the other are both covered while 2k − n > f. So 2 of 3 suffice
/// when all are honest, and 3 of 4 when one may not be.
///
/// ```
/// use obmen_nominations::log::TrustPolicy;
/// let text = "\
/// log obmen.example.bg+ca68910a+AdeFtJWD7nNsZs9V3IdHT08zfJcb/D1py6HiHmd2NlOv
/// witness A witness.example.bg/w1+f41d2a01+BOJvb6mR3fN7Ll6WIra6r5LYHvid4imAdU/wvOxI1LRu
/// group all-partners all A
/// quorum all-partners
/// ";
/// let policy = TrustPolicy::read(text).unwrap();
/// assert_eq!(policy.to_string(), text);
/// assert_eq!(policy.logs().next().unwrap().name(), "obmen.example.bg");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TrustPolicy {
    logs: Vec<(VerifierKey, Option<String>)>,
    witnesses: Vec<Trusted>,
    groups: Vec<Group>,
    /// The name of a witness or a group; nothing when no cosignature is asked for.
    quorum: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Trusted {
    name: String,
    key: VerifierKey,
    url: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Group {
    name: String,
    /// How many members must have witnessed a checkpoint.
    least: usize,
    /// Names of witnesses and of groups before it.
    members: Vec<String>,
}

/// A checkpoint that a trusted log has signed and a quorum has cosigned.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Covered {
    /// What the log has signed.
    pub checkpoint: Checkpoint,
    /// All witnesses of the policy that have cosigned it, in the order of the policy.
    pub cosigners: Vec<Cosigner>,
}

/// A witness that has cosigned a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cosigner {
    /// Its name in the policy.
    pub name: String,
    /// When it did, as it says: seconds since 1970.
    pub time: u64,
}

impl TrustPolicy {
    /// Reads a policy. Addresses are kept as they are, and judged by whoever calls them.
    ///
    /// # Errors
    /// `nomination/trust-not-read` with the line, `nomination/log-bad-key`, `nomination/trust-wrong-type` for a key that
    /// does not sign what a log or a witness signs, `nomination/trust-duplicate-key`, and `nomination/trust-own-witness`
    /// for a log's key, or a key of a log's name, as a witness.
    pub fn read(text: &str) -> Result<TrustPolicy, Refusal> {
        let mut reader = Reader::default();
        for (line, at) in text.split('\n').zip(1_u64..) {
            let bad = |reason: Term| {
                Refusal::new(&rules::TRUST_NOT_READ)
                    .with("line", at)
                    .with("reason", reason)
            };
            if line
                .bytes()
                .any(|byte| byte.is_ascii_control() && byte != b'\t')
            {
                return Err(bad(words::NOTE_CONTROL));
            }
            let items = line.split([' ', '\t']).filter(|item| !item.is_empty());
            let items: Vec<&str> = items.collect();
            if items.first().is_none_or(|first| first.starts_with('#')) {
                continue;
            }
            reader.line(&items, bad)?;
        }
        let Reader { policy, quorum, .. } = reader;
        if !quorum {
            return Err(Refusal::new(&rules::TRUST_NOT_READ)
                .with("line", text.lines().count().max(1))
                .with("reason", words::POLICY_QUORUM));
        }
        let logs: Vec<_> = policy.logs().collect();
        for witness in &policy.witnesses {
            witness.key.must_not_be_of(&logs)?;
        }
        Ok(policy)
    }

    /// Returns the keys of the logs.
    pub fn logs(&self) -> impl Iterator<Item = &VerifierKey> {
        self.logs.iter().map(|(key, _)| key)
    }

    /// Returns the witnesses: their names in the policy, and their keys.
    pub fn witnesses(&self) -> impl Iterator<Item = (&str, &VerifierKey)> {
        self.witnesses
            .iter()
            .map(|witness| (&*witness.name, &witness.key))
    }

    /// Returns the policy that trusts logs alone, and asks for no witness.
    ///
    /// # Errors
    /// `nomination/trust-wrong-type` and `nomination/trust-duplicate-key`.
    pub fn of_logs(keys: impl IntoIterator<Item = VerifierKey>) -> Result<TrustPolicy, Refusal> {
        let mut policy = TrustPolicy::default();
        for key in keys {
            key.must_sign(Signs::Notes)?;
            duplicate(&policy.logs().collect::<Vec<_>>(), &key)?;
            policy.logs.push((key, None));
        }
        Ok(policy)
    }

    /// True when a trusted log has signed the note and a quorum has cosigned it.
    #[must_use]
    pub fn is_met(&self, note: &Note) -> bool {
        self.verify(note).is_ok()
    }

    /// Returns what a trusted log has signed and a quorum has cosigned. Signatures of other keys and of unknown types are
    /// ignored.
    ///
    /// # Errors
    /// What [`Checkpoint::verify`] refuses; `nomination/trust-unknown-log` when the checkpoint is of no log of the policy;
    /// `nomination/log-wrong-signature` when the cosignature of a witness is of another text; and
    /// `nomination/trust-quorum-not-met`, with the witnesses of the quorum that have not cosigned.
    pub fn verify(&self, note: &Note) -> Result<Covered, Refusal> {
        let checkpoint = signed_by(self.logs(), note, Checkpoint::read(note.text())?)?;
        let cosigners = self.cosigners(note)?;
        let missing = self.missing(|name| cosigners.iter().any(|each| each.name == name));
        if missing.is_empty() {
            return Ok(Covered {
                checkpoint,
                cosigners,
            });
        }
        let missing = missing.into_iter().map(str::to_owned).collect();
        Err(Refusal::new(&rules::TRUST_QUORUM_NOT_MET)
            .with("missing", Argument::List(missing, Joined::And)))
    }

    /// Returns what covers the entry with this leaf hash, at the place that a proof says: a checkpoint that a trusted log has
    /// signed and a quorum has cosigned.
    ///
    /// # Errors
    /// What [`verify`](TrustPolicy::verify) refuses of the checkpoint in the proof, and `nomination/log-not-included`.
    pub fn verify_place(&self, proof: &PlaceProof, leaf: Hex<32>) -> Result<Covered, Refusal> {
        let covered = self.verify(&proof.checkpoint)?;
        proof.leads_to(&covered.checkpoint.head, leaf)?;
        Ok(covered)
    }

    /// Returns what a trusted log has signed and a quorum has cosigned, proven to extend an older checkpoint of which that is
    /// true, too.
    ///
    /// # Errors
    /// What [`verify`](TrustPolicy::verify) refuses of either checkpoint, `nomination/log-other-origin` when they are of two
    /// logs, and `nomination/log-inconsistent`.
    pub fn verify_extension(
        &self,
        newer: &AddCheckpoint,
        older: &Note,
    ) -> Result<Covered, Refusal> {
        let covered = self.verify(&newer.checkpoint)?;
        newer.leads_from(&self.verify(older)?.checkpoint, &covered.checkpoint)?;
        Ok(covered)
    }

    /// Returns how many entries of a log are final: as many as every witness of a quorum has cosigned, in one checkpoint or
    /// each in its own. Nothing is when the policy asks for no witness.
    ///
    /// Whoever cosigns a checkpoint vouches for all that it covers. So two quorums that cover two lists of votes share as many
    /// witnesses that signed both, whether or not the others saw the same checkpoint. `cosigned` are checkpoints of the log in
    /// any order, such as those of [`Cosigned`](crate::log::Cosigned).
    ///
    /// # Errors
    /// `nomination/log-restored` when the log does not continue a checkpoint that it has signed, or that a witness of the
    /// policy has cosigned; `nomination/log-other-origin` when one is of another log; `nomination/log-wrong-signature` when
    /// a signature is of another text; `nomination/log-checkpoint-not-read`.
    pub fn final_size(&self, log: &VerifiedLog, cosigned: &[Note]) -> Result<u64, Refusal> {
        let origin = &log.checkpoint().origin;
        let mut seen: Vec<(u64, Vec<Cosigner>)> = Vec::new();
        for note in cosigned {
            let checkpoint = Checkpoint::read(note.text())?;
            if checkpoint.origin != *origin {
                return Err(Refusal::new(&LOG_OTHER_ORIGIN)
                    .with("origin", checkpoint.origin.as_str())
                    .with("expected", origin.as_str()));
            }
            let head = checkpoint.head;
            let signed = match signed_by(self.logs().chain([log.key()]), note, checkpoint) {
                // Its key may be one that neither the policy has nor the log has still.
                Err(refusal) if refusal.code() == LOG_NOT_SIGNED.code => false,
                signed => signed.map(|_| true)?,
            };
            let cosigners = self.cosigners(note)?;
            if log.tree().head_at(head.size) == Some(head) {
                seen.push((head.size, cosigners));
            } else if signed || !cosigners.is_empty() {
                return Err(Refusal::new(&LOG_RESTORED)
                    .with("seen", head.size)
                    .with("size", log.tree().size()));
            }
        }
        let covers = |size: u64| {
            let missing = self.missing(|name| {
                let cosigned = |by: &[Cosigner]| by.iter().any(|each| each.name == name);
                seen.iter().any(|(seen, by)| *seen >= size && cosigned(by))
            });
            missing.is_empty()
        };
        let sizes = seen.iter().map(|(size, _)| *size);
        let covered = sizes.filter(|size| self.quorum.is_some() && covers(*size));
        Ok(covered.max().unwrap_or_default())
    }

    /// The witnesses that have cosigned a note.
    fn cosigners(&self, note: &Note) -> Result<Vec<Cosigner>, Refusal> {
        let mut cosigners = Vec::new();
        for witness in &self.witnesses {
            match note.verify(&witness.key) {
                Ok(time) => cosigners.push(Cosigner {
                    name: witness.name.clone(),
                    time,
                }),
                Err(refusal) if refusal.code() == LOG_NOT_SIGNED.code => {}
                Err(refusal) => return Err(refusal),
            }
        }
        Ok(cosigners)
    }

    /// The witnesses of the quorum that have not cosigned; none when it is met without them.
    fn missing(&self, cosigned: impl Fn(&str) -> bool) -> Vec<&str> {
        fn of<'p>(missing: &[(&str, Vec<&'p str>)], wanted: &str) -> Vec<&'p str> {
            let mut named = missing.iter().filter(|(name, _)| *name == wanted);
            named
                .next()
                .map(|(_, lacks)| lacks.clone())
                .unwrap_or_default()
        }

        let Some(quorum) = &self.quorum else {
            return Vec::new();
        };
        let names = self.witnesses.iter().map(|witness| &*witness.name);
        let witness = |name| (name, if cosigned(name) { vec![] } else { vec![name] });
        // Of each witness or group, what is missing that it has witnessed the checkpoint.
        let mut missing: Vec<(&str, Vec<&str>)> = names.map(witness).collect();
        for group in &self.groups {
            let lacks = group.members.iter().map(|name| of(&missing, name));
            let lacks: Vec<_> = lacks.filter(|lacks| !lacks.is_empty()).collect();
            let met = group.members.len() - lacks.len() >= group.least;
            missing.push((&group.name, if met { vec![] } else { lacks.concat() }));
        }
        of(&missing, quorum)
    }
}

impl fmt::Display for TrustPolicy {
    /// Writes the policy as [`read`](TrustPolicy::read) takes it: logs, witnesses, groups, quorum, without comments.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (key, url) in &self.logs {
            writeln!(f, "log {key}{}", after(url.as_ref()))?;
        }
        for Trusted { name, key, url } in &self.witnesses {
            writeln!(f, "witness {name} {key}{}", after(url.as_ref()))?;
        }
        for group in &self.groups {
            let Group { name, members, .. } = group;
            let least = match group.least {
                all if all == members.len() => "all".to_owned(),
                1 => "any".to_owned(),
                least => least.to_string(),
            };
            writeln!(f, "group {name} {least} {}", members.join(" "))?;
        }
        writeln!(f, "quorum {}", self.quorum.as_deref().unwrap_or(NONE))
    }
}

/// An address, as it stands behind a key.
fn after(url: Option<&String>) -> String {
    url.map_or_else(String::new, |url| format!(" {url}"))
}

/// The quorum that needs no cosignature.
const NONE: &str = "none";

/// A policy as far as it is read.
#[derive(Default)]
struct Reader {
    policy: TrustPolicy,
    quorum: bool,
    /// Every name that is defined, and whether it is a member of a group already: few, and a map of them would be a tenth of
    /// what a voter's page loads.
    names: Vec<(String, bool)>,
}

impl Reader {
    fn line(&mut self, items: &[&str], bad: impl Fn(Term) -> Refusal) -> Result<(), Refusal> {
        let owned = |url: &[&str]| url.first().map(|url| (*url).to_owned());
        match *items {
            ["log", key, ref url @ ..] if url.len() < 2 => {
                let key = VerifierKey::read(key)?;
                key.must_sign(Signs::Notes)?;
                duplicate(&self.policy.logs().collect::<Vec<_>>(), &key)?;
                self.policy.logs.push((key, owned(url)));
            }
            ["witness", name, key, ref url @ ..] if url.len() < 2 => {
                self.define(name, &bad)?;
                let key = VerifierKey::read(key)?;
                key.must_sign(Signs::Cosignatures)?;
                let known: Vec<_> = self.policy.witnesses().map(|(_, key)| key).collect();
                duplicate(&known, &key)?;
                self.policy.witnesses.push(Trusted {
                    name: name.to_owned(),
                    key,
                    url: owned(url),
                });
            }
            ["group", name, least, ref members @ ..] if !members.is_empty() => {
                for member in members {
                    match self.names.iter_mut().find(|(name, _)| name == member) {
                        Some((_, taken)) if !*taken => *taken = true,
                        Some(_) => return Err(bad(words::POLICY_TWICE)),
                        None => return Err(bad(words::POLICY_UNKNOWN)),
                    }
                }
                self.define(name, &bad)?;
                let least = match least {
                    "all" => Some(members.len()),
                    "any" => Some(1),
                    least => number(least).and_then(|least| usize::try_from(least).ok()),
                };
                let least = least.filter(|least| (1..=members.len()).contains(least));
                self.policy.groups.push(Group {
                    name: name.to_owned(),
                    least: least.ok_or_else(|| bad(words::POLICY_LEAST))?,
                    members: members.iter().map(|&member| member.to_owned()).collect(),
                });
            }
            ["quorum", name] => {
                if self.quorum {
                    return Err(bad(words::POLICY_QUORUM));
                }
                if name != NONE && !self.knows(name) {
                    return Err(bad(words::POLICY_UNKNOWN));
                }
                self.quorum = true;
                self.policy.quorum = (name != NONE).then(|| name.to_owned());
            }
            _ => return Err(bad(words::POLICY_LINE)),
        }
        Ok(())
    }

    fn knows(&self, name: &str) -> bool {
        self.names.iter().any(|(known, _)| known == name)
    }

    /// Defines a name, once.
    fn define(&mut self, name: &str, bad: impl Fn(Term) -> Refusal) -> Result<(), Refusal> {
        if name == NONE || self.knows(name) {
            return Err(bad(words::POLICY_NAME));
        }
        self.names.push((name.to_owned(), false));
        Ok(())
    }
}

/// Returns the checkpoint of a note when a key of its log has signed it: that of whichever key of the log's name has.
///
/// Refuses it when there is no key of that name, and when a signature of one of them is of another text.
pub(crate) fn signed_by<'k>(
    logs: impl IntoIterator<Item = &'k VerifierKey>,
    note: &Note,
    checkpoint: Checkpoint,
) -> Result<Checkpoint, Refusal> {
    let origin = checkpoint.origin.as_str();
    let mut found = Err(Refusal::new(&rules::TRUST_UNKNOWN_LOG).with("origin", origin));
    for key in logs.into_iter().filter(|key| key.name() == origin) {
        match note.verify(key) {
            Err(refusal) if refusal.code() == LOG_NOT_SIGNED.code => {
                found = found.or(Err(refusal));
            }
            verified => {
                verified?;
                found = Ok(());
            }
        }
    }
    found.map(|()| checkpoint)
}

/// Refuses a key that is among those known: of the same 32 bytes, whatever its name.
pub(crate) fn duplicate(known: &[&VerifierKey], key: &VerifierKey) -> Result<(), Refusal> {
    if known.iter().any(|known| known.is_same_key(key)) {
        Err(Refusal::new(&rules::TRUST_DUPLICATE_KEY).with("key", key.name()))
    } else {
        Ok(())
    }
}

impl VerifierKey {
    /// Refuses a key of the other type.
    pub(crate) fn must_sign(&self, what: Signs) -> Result<(), Refusal> {
        if self.signs() == what {
            return Ok(());
        }
        let expected = match what {
            Signs::Notes => words::KEY_OF_LOG,
            Signs::Cosignatures => words::KEY_OF_WITNESS,
        };
        Err(Refusal::new(&rules::TRUST_WRONG_TYPE)
            .with("key", self.name())
            .with("expected", expected))
    }

    /// Refuses the key of a witness that is one of these logs', or bears the name of one.
    pub(crate) fn must_not_be_of(&self, logs: &[&VerifierKey]) -> Result<(), Refusal> {
        let own = |log: &&VerifierKey| log.is_same_key(self) || log.name() == self.name();
        match logs.iter().copied().find(own) {
            Some(log) => Err(Refusal::new(&rules::TRUST_OWN_WITNESS)
                .with("witness", self.name())
                .with("origin", log.name())),
            None => Ok(()),
        }
    }
}

//! Tallies: of the same logs the same, in whatever order and how often they come; more of them never take a vote away
//! unsaid; and whatever was done to a log has a name of its own.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use obmen::nomination::{Act, Class, Entry, Hex, Hour, Policy, Reason, Vote};
use obmen_nominations::log::{Checkpoint, Line, Note, SigningKey, Signs, Tree, VerifiedLog};
use obmen_nominations::{Source, State, Tally, Uncounted, Unit, edition, leaf_hash, merge, united};
use obmen_tests::logs::verified;
use obmen_tests::seed::Seed;
use proptest::prelude::*;
use sha2::{Digest, Sha256};

const START: u64 = 1_772_442_000;

fn bytes<const N: usize>(seed: &str) -> [u8; N] {
    *Sha256::digest(seed).first_chunk().unwrap()
}

/// The policy of the edition: it takes no votes of the weakest class, nor any before and after some of the deeds.
fn policy() -> Policy {
    let hour = |hours: u64| Hour::at(START + hours * 3600);
    let mut policy = Policy::new("2026-spring", "bg", hour(30), hour(600));
    policy.classes = vec![Class::Pow, Class::Email, Class::Eid];
    policy
}

/// The log of a site as it is written.
#[derive(Debug, Clone)]
struct Writer {
    origin: String,
    scope: String,
    edition: String,
    lines: Vec<String>,
}

impl Writer {
    fn new(site: usize) -> Writer {
        Writer {
            origin: format!("site{site}.example.bg"),
            scope: "bg".to_owned(),
            edition: edition(&policy()),
            lines: Vec::new(),
        }
    }

    fn add(&mut self, hours: u64, act: Act<'_>) -> Hex<32> {
        let seq = self.lines.len() as u64;
        let entry = Entry {
            origin: self.origin.as_str().into(),
            seq,
            hour: Hour::at(START + hours * 3600),
            edition: self.edition.as_str().into(),
            salt: Hex(bytes(&format!("{}{seq}", self.origin))),
            act,
        };
        self.lines.push(entry.to_json());
        leaf_hash(self.lines.last().unwrap().as_bytes())
    }

    fn vote(&mut self, hours: u64, person: &str, practice: &str, class: Class) -> Hex<32> {
        let token: [u8; 32] = self.token(self.lines.len());
        let vote = Vote {
            practice: format!("flgr:{practice}").into(),
            class,
            scope: self.scope.clone().into(),
            tag: Hex(bytes(&format!("{person} {practice} {}", self.scope))),
            cancel: Hex(Sha256::digest(token).into()),
        };
        self.add(hours, Act::Vote(vote))
    }

    /// The secret of the vote at a place.
    fn token(&self, seq: usize) -> [u8; 32] {
        bytes(&format!("token {} {seq}", self.origin))
    }

    fn verified(&self, size: usize) -> VerifiedLog {
        verified(&self.origin, &self.lines[..size]).unwrap()
    }

    fn whole(&self) -> VerifiedLog {
        self.verified(self.lines.len())
    }
}

fn sources<'a>(logs: impl IntoIterator<Item = &'a VerifiedLog>) -> Vec<Source<'a>> {
    let logs = logs.into_iter();
    logs.map(|log| Source { log, final_size: 0 }).collect()
}

fn codes(tally: &Tally<'_>) -> Vec<&'static str> {
    tally.findings().map(|finding| finding.code()).collect()
}

fn votes(tally: &Tally<'_>) -> u64 {
    let standings = tally.editions.iter().flat_map(|edition| &edition.standings);
    standings.map(|standing| standing.votes).sum()
}

/// What somebody does at a site: which site, what, who or which, for what, how strongly, and how many hours later.
type Deed = (usize, u8, usize, usize, usize, u64);

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = (
        0..3_usize,
        0..20_u8,
        0..8_usize,
        0..3_usize,
        0..4_usize,
        0..30_u64,
    );
    proptest::collection::vec(deed, 0..60)
}

/// Writes the logs of three sites.
fn write(deeds: &[Deed]) -> Vec<Writer> {
    let mut sites: Vec<_> = (0..3).map(Writer::new).collect();
    let mut cast: Vec<(Hex<32>, [u8; 32])> = Vec::new();
    let mut hours = 0;
    for (site, what, which, practice, class, later) in deeds {
        hours += later;
        let writer = &mut sites[*site];
        let target = cast.get(which * cast.len() / 8).copied();
        match (what, target) {
            (0..2, Some((target, _))) => {
                let reason = Reason::Mistake;
                writer.add(hours, Act::Void { target, reason });
            }
            (2..4, Some((target, token))) => {
                // Now and then with a wrong secret.
                let token = Hex(if *class == 0 { [7; 32] } else { token });
                writer.add(hours, Act::Withdraw { target, token });
            }
            (4, _) => {
                let (tally, votes) = (Hex([1; 32]), 1);
                writer.add(hours, Act::Closing { tally, votes });
            }
            _ => {
                let token = writer.token(writer.lines.len());
                let hours = if *what == 5 { hours / 2 } else { hours };
                let (person, practice) = (which.to_string(), practice.to_string());
                let leaf = writer.vote(hours, &person, &practice, Class::ALL[*class]);
                cast.push((leaf, token));
            }
        }
    }
    sites
}

/// The votes that count, by contest and tag: all that is not said not to. Each stands alone, or the tally is wrong.
type Winners = BTreeMap<(String, [u8; 16]), (State, Reverse<Class>, Hour, String, u64)>;

fn winners(tally: &Tally<'_>, sources: &[Source<'_>]) -> Winners {
    let site = |origin: &str| tally.logs.iter().find(|log| log.origin == origin).unwrap();
    // What a fork brings beside what is believed has the place of that, and is another entry.
    let is_beside = |each: &&Uncounted<'_>| {
        each.rule.code == "nomination/tally-fork" && each.seq < site(each.origin).size
    };
    let out = tally.uncounted.iter().filter(|each| !is_beside(each));
    let out: BTreeSet<_> = out.map(|each| (each.origin, each.seq)).collect();
    let mut winners = Winners::new();
    for (origin, vote) in merge(sources) {
        if out.contains(&(origin, vote.seq)) {
            continue;
        }
        let state = if vote.seq < site(origin).final_size {
            State::Final
        } else {
            State::Pending
        };
        let key = (format!("{:?}", vote.contest), vote.tag.0);
        let rank = (
            state,
            Reverse(vote.class),
            vote.hour,
            origin.to_owned(),
            vote.seq,
        );
        assert!(
            winners.insert(key, rank).is_none(),
            "two votes of one person"
        );
    }
    let counts = tally.editions.iter().flat_map(|edition| &edition.counts);
    assert_eq!(
        counts.map(|count| count.votes).sum::<u64>(),
        winners.len() as u64
    );
    let shares = tally.editions.iter().flat_map(|edition| &edition.sites);
    assert_eq!(
        shares.map(|share| share.counted).sum::<u64>(),
        winners.len() as u64
    );
    winners
}

/// A copy of a log: of which site, how much of it, whether something else was signed after that, how much is final, and
/// which of its lines are redacted.
type Part = (usize, usize, bool, usize, u64);

fn part(forks: f64) -> impl Strategy<Value = Part> {
    let redacted = prop_oneof![Just(0), any::<u64>()];
    (
        0..3_usize,
        0..9_usize,
        prop::bool::weighted(forks),
        0..9_usize,
        redacted,
    )
}

/// Takes copies; `all` lines may be redacted, or only what is void in the log as it was written.
fn copies(writers: &[Writer], parts: &[Part], all: bool) -> Vec<(Writer, u64)> {
    let whole: Vec<_> = writers.iter().map(Writer::whole).collect();
    let tally = Tally::of(&sources(&whole), &[]);
    let voided = tally
        .uncounted
        .iter()
        .filter(|each| each.rule.code == "nomination/tally-voided");
    let voided: BTreeSet<_> = voided.map(|each| each.leaf).collect();
    let copy = |(site, size, forked, is_final, redacted): &Part| {
        let mut writer = writers[*site].clone();
        let size = size * writer.lines.len() / 8;
        writer.lines.truncate(size);
        for (line, seq) in writer.lines.iter_mut().zip(0..) {
            let leaf = leaf_hash(line.as_bytes());
            if redacted >> (seq % 64) & 1 == 1 && (all || voided.contains(&leaf)) {
                *line = Line::redacted(leaf);
            }
        }
        if *forked {
            writer.vote(5, "nobody else", "9", Class::Email);
        }
        (writer, (is_final * size / 8) as u64)
    };
    parts.iter().map(copy).collect()
}

fn read(copies: &[(Writer, u64)]) -> Vec<(VerifiedLog, u64)> {
    let read = |(writer, final_size): &(Writer, u64)| (writer.whole(), *final_size);
    copies.iter().map(read).collect()
}

fn with_finals(logs: &[(VerifiedLog, u64)]) -> Vec<Source<'_>> {
    let mut sources = sources(logs.iter().map(|(log, _)| log));
    for (source, (_, final_size)) in sources.iter_mut().zip(logs) {
        source.final_size = *final_size;
    }
    sources
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn order_repetition_and_older_copies_do_not_matter(
        deeds in deeds(),
        parts in proptest::collection::vec(part(0.1), 1..7),
        with_policy in any::<bool>(),
        seed in any::<u64>(),
    ) {
        let policies = if with_policy { vec![policy()] } else { vec![] };
        let copies = copies(&write(&deeds), &parts, true);
        let logs = read(&copies);
        let sources = with_finals(&logs);
        let tally = Tally::of(&sources, &policies);
        let mut again = [&sources[..], &sources[..]].concat();
        let mut seed = Seed(seed);
        again = seed.several(&again, again.len());
        prop_assert_eq!(Tally::of(&again, &policies).to_json(), tally.to_json());
        prop_assert!(merge(&again).eq(merge(&sources)));
        // The beginning of a copy says nothing that the copy does not say.
        let beginnings: Vec<_> = copies.iter().map(|(writer, final_size)| {
            let size = seed.index(writer.lines.len() + 1);
            (writer.verified(size), seed.index(1 + size.min(usize::try_from(*final_size).unwrap())) as u64)
        }).collect();
        let with_beginnings = [sources.clone(), with_finals(&beginnings)].concat();
        prop_assert_eq!(Tally::of(&with_beginnings, &policies).to_json(), tally.to_json());
        winners(&tally, &sources);
        // What is read is read once, in a copy that has it.
        for (source, rows) in united(&again) {
            prop_assert!(rows.end <= again[source].log.tree().leaves().len());
        }
        let rows: usize = united(&again).iter().map(|(_, rows)| rows.len()).sum();
        prop_assert_eq!(rows as u64, tally.logs.iter().map(|log| log.size).sum::<u64>());
    }

    #[test]
    fn more_logs_take_no_vote_away_unsaid(
        deeds in deeds(),
        parts in proptest::collection::vec(part(0.05), 2..8),
        with_policy in any::<bool>(),
        few in 1..7_usize,
    ) {
        let policies = if with_policy { vec![policy()] } else { vec![] };
        let logs = read(&copies(&write(&deeds), &parts, false));
        let all = with_finals(&logs);
        let few = &all[..few.min(all.len())];
        let (before, after) = (Tally::of(few, &policies), Tally::of(&all, &policies));
        let listed: BTreeMap<_, _> = after.uncounted.iter().map(|each| ((each.origin, each.seq), each.rule.code)).collect();
        let now = winners(&after, &all);
        for (key, old) in winners(&before, few) {
            let taken = listed.get(&(old.3.as_str(), old.4));
            // A fork takes acts away too; what they took back stands again with its hour, before which no vote behind it counts.
            let forked = after.logs.iter().any(|log| log.forked);
            let taken = taken.is_some_and(|code| match *code {
                "nomination/tally-voided" | "nomination/tally-withdrawn" | "nomination/tally-fork" => true,
                code => forked && code == "nomination/tally-hour-back",
            });
            prop_assert!(taken || now.get(&key).is_some_and(|new| *new <= old), "{old:?} is gone: {:?}", now.get(&key));
        }
    }

    #[test]
    fn what_a_quorum_has_signed_no_fork_takes_back(
        deeds in deeds(),
        parts in proptest::collection::vec(part(0.0), 1..4),
        forks in proptest::collection::vec((0..3_usize, 0..9_usize), 1..4),
    ) {
        let copies = copies(&write(&deeds), &parts, false);
        let logs = read(&copies);
        let sources = with_finals(&logs);
        // Whoever has the key signs another history, from any place of a copy on.
        let forks: Vec<_> = forks.iter().map(|(copy, size)| {
            let mut writer = copies[copy % copies.len()].0.clone();
            writer.lines.truncate(size * writer.lines.len() / 8);
            (0..9).for_each(|at| { writer.vote(5, &format!("invented {at}"), "9", Class::Eid); });
            writer.whole()
        }).collect();
        let forked = [sources.clone(), self::sources(&forks)].concat();
        let (before, after) = (Tally::of(&sources, &[]), Tally::of(&forked, &[]));
        for log in &before.logs {
            let now = after.logs.iter().find(|now| now.origin == log.origin).unwrap();
            prop_assert_eq!(now.final_size, log.final_size);
        }
        let finals = |tally: &Tally<'_>, sources: &[Source<'_>]| {
            let votes = winners(tally, sources).into_iter();
            votes.filter(|(_, rank)| rank.0 == State::Final).collect::<BTreeMap<_, _>>()
        };
        // Acts that were pending are not followed any more, so that votes come back, and with them their hours: a vote of
        // an earlier hour behind one goes, and is told. No other does.
        let listed: BTreeMap<_, _> = after.uncounted.iter().map(|each| ((each.origin, each.seq), each.rule.code)).collect();
        let now = finals(&after, &forked);
        for (key, old) in finals(&before, &sources) {
            let told = listed.get(&(old.3.as_str(), old.4)) == Some(&"nomination/tally-hour-back");
            prop_assert!(told || now.contains_key(&key), "{old:?} is gone");
        }
    }

    #[test]
    fn what_is_void_may_be_forgotten(deeds in deeds()) {
        let writers = write(&deeds);
        let whole: Vec<_> = writers.iter().map(Writer::whole).collect();
        let tally = Tally::of(&sources(&whole), &[]);
        let mut redacted = writers.clone();
        for each in tally.uncounted.iter().filter(|each| each.rule.code == "nomination/tally-voided") {
            let writer = redacted.iter_mut().find(|writer| writer.origin == each.origin).unwrap();
            writer.lines[usize::try_from(each.seq).unwrap()] = Line::redacted(each.leaf);
        }
        let forgotten: Vec<_> = redacted.iter().map(Writer::whole).collect();
        for (log, other) in whole.iter().zip(&forgotten) {
            prop_assert_eq!(log.checkpoint(), other.checkpoint());
        }
        prop_assert_eq!(Tally::of(&sources(&forgotten), &[]).to_json(), tally.to_json());
        let both = [sources(&forgotten), sources(&whole)].concat();
        prop_assert!(merge(&both).eq(merge(&sources(&whole))));
    }
}

#[test]
fn whatever_was_done_to_a_log_has_a_name_of_its_own() {
    type Change = fn(&mut Vec<String>);
    let mut writer = Writer::new(0);
    for person in 0..5 {
        writer.vote(person, &person.to_string(), "1", Class::Email);
    }
    let key = SigningKey::new(&writer.origin, Signs::Notes, &[7; 32]).unwrap();
    let mut tree = Tree::default();
    tree.extend(writer.lines.iter().map(|line| leaf_hash(line.as_bytes())));
    let (origin, head) = (writer.origin.clone(), tree.head());
    let mut note = Note::new(&Checkpoint { origin, head }.to_string()).unwrap();
    note.sign(&key, 0).unwrap();
    let other = Writer::new(1).lines_of_one_vote();
    let changes: [(&str, Change); 10] = [
        ("log-removed-entry", |lines| drop(lines.remove(2))),
        ("log-out-of-order", |lines| lines.swap(1, 2)),
        ("log-repeated-entry", |lines| {
            lines.insert(1, lines[0].clone())
        }),
        ("log-repeated-entry", |lines| lines.push(lines[4].clone())),
        ("log-truncated", |lines| lines.truncate(4)),
        ("log-other-root", |lines| {
            lines[3] = lines[3].replacen("email", "eid", 1);
        }),
        ("log-bad-entry", |lines| {
            lines[3] = lines[3].replacen(',', ", ", 1);
        }),
        ("log-bad-entry", |lines| {
            lines[3] = r#"{"redacted": "5a"}"#.to_owned();
        }),
        ("log-other-root", |lines| {
            lines[3] = Line::redacted(Hex([7; 32]));
        }),
        ("log-unproven", |lines| {
            lines.push(lines[4].replacen("\"seq\":4", "\"seq\":5", 1));
        }),
    ];
    let judge = |lines: &[String]| {
        let lines = lines.iter().map(String::as_bytes);
        VerifiedLog::verify(lines, std::slice::from_ref(&note), key.verifier())
    };
    assert_eq!(judge(&writer.lines).unwrap().votes().count(), 5);
    for (code, change) in changes {
        let mut lines = writer.lines.clone();
        change(&mut lines);
        let refusal = judge(&lines).unwrap_err();
        assert_eq!(refusal.code(), format!("nomination/{code}"), "{refusal}");
    }
    let foreign = [&writer.lines[..2], &other].concat();
    let refusal = judge(&foreign).unwrap_err();
    assert_eq!(refusal.code(), "nomination/log-foreign-entry");
    // Redacted without a void: the log holds, and the tally tells.
    let mut lines = writer.lines.clone();
    lines[3] = Line::redacted(leaf_hash(lines[3].as_bytes()));
    let log = judge(&lines).unwrap();
    let tally = Tally::of(
        &[Source {
            log: &log,
            final_size: 5,
        }],
        &[],
    );
    assert_eq!(codes(&tally), ["nomination/tally-redacted"]);
    assert_eq!(votes(&tally), 4);
}

impl Writer {
    fn lines_of_one_vote(mut self) -> Vec<String> {
        self.vote(1, "1", "1", Class::Email);
        self.lines
    }
}

#[test]
fn whatever_is_said_wrongly_of_a_vote_has_a_name_of_its_own() {
    type Wrong = fn(&mut Writer, &mut Writer, Hex<32>);
    let wrongs: [(&str, Wrong); 6] = [
        ("tally-void-not-own", |_, other, target| {
            let reason = Reason::Mistake;
            other.add(2, Act::Void { target, reason });
        }),
        ("tally-taken-back-early", |own, _, _| {
            // The log prepares its next vote but one, and voids it before.
            let mut ahead = own.clone();
            ahead.add(
                2,
                Act::Void {
                    target: Hex([0; 32]),
                    reason: Reason::Mistake,
                },
            );
            let target = ahead.vote(3, "later", "2", Class::Email);
            own.add(
                2,
                Act::Void {
                    target,
                    reason: Reason::Mistake,
                },
            );
            own.vote(3, "later", "2", Class::Email);
        }),
        ("tally-wrong-token", |_, other, target| {
            let token = Hex(other.token(0));
            other.add(2, Act::Withdraw { target, token });
        }),
        ("tally-withdrawal-unmatched", |_, other, _| {
            let (target, token) = (Hex([3; 32]), Hex(other.token(0)));
            other.add(2, Act::Withdraw { target, token });
        }),
        ("tally-after-closing", |own, _, _| {
            own.add(
                5,
                Act::Closing {
                    tally: Hex([1; 32]),
                    votes: 1,
                },
            );
            own.vote(5, "late", "2", Class::Email);
        }),
        ("tally-backdated", |own, _, _| {
            own.add(
                5,
                Act::Closing {
                    tally: Hex([1; 32]),
                    votes: 1,
                },
            );
            own.vote(4, "late", "2", Class::Email);
        }),
    ];
    for (code, wrong) in wrongs {
        let (mut own, mut other) = (Writer::new(0), Writer::new(1));
        let target = own.vote(1, "ana", "1", Class::Email);
        wrong(&mut own, &mut other, target);
        let logs = [own.whole(), other.whole()];
        let tally = Tally::of(&sources(&logs), &[]);
        assert_eq!(codes(&tally), [format!("nomination/{code}")]);
        let standing = tally.editions[0].standings.first().unwrap();
        assert_eq!((standing.practice, standing.votes), ("flgr:1", 1), "{code}");
    }
}

#[test]
fn a_key_is_in_force_only_when_the_one_before_has_signed_for_it() {
    let mut writer = Writer::new(0);
    let keys: Vec<_> = (1..=3_u8)
        .map(|seed| SigningKey::new(&writer.origin, Signs::Notes, &[seed; 32]).unwrap())
        .collect();
    for (person, key) in keys.iter().enumerate() {
        writer.vote(1, &person.to_string(), "1", Class::Email);
        let key = key.verifier().to_string();
        writer.add(1, Act::Key { key: key.into() });
    }
    let mut tree = Tree::default();
    tree.extend(writer.lines.iter().map(|line| leaf_hash(line.as_bytes())));
    let note = |size: u64, key: &SigningKey| {
        let (origin, head) = (writer.origin.clone(), tree.head_at(size).unwrap());
        let mut note = Note::new(&Checkpoint { origin, head }.to_string()).unwrap();
        note.sign(key, 0).unwrap();
        note
    };
    // The entries 1, 3 and 5 announce the keys 0, 1 and 2.
    let [first, second, third] = [&keys[0], &keys[1], &keys[2]];
    let judge = |notes: &[Note], pinned: &SigningKey, size: usize| {
        let lines = writer.lines[..size].iter().map(String::as_bytes);
        VerifiedLog::verify(lines, notes, pinned.verifier()).map_err(|refusal| refusal.code())
    };
    let whole = judge(&[note(2, first), note(4, first), note(6, second)], first, 6).unwrap();
    assert_eq!(whole.key(), third.verifier());
    assert_eq!(
        judge(&[note(4, first)], first, 4).unwrap().key(),
        second.verifier()
    );
    // Who pins a later key needs no older checkpoint.
    assert!(judge(&[note(6, second)], second, 6).is_ok());
    for (notes, size, code) in [
        (
            vec![note(4, first), note(5, first)],
            5,
            "nomination/log-not-signed",
        ),
        (vec![note(4, second)], 4, "nomination/log-not-signed"),
        (
            vec![note(3, first), note(6, second)],
            6,
            "nomination/log-not-signed",
        ),
        (
            vec![note(4, first), note(6, third)],
            6,
            "nomination/log-not-signed",
        ),
        (
            vec![note(4, first), note(2, second)],
            4,
            "nomination/log-unproven",
        ),
        (vec![note(4, first)], 5, "nomination/log-unproven"),
        (vec![], 0, "nomination/log-not-signed"),
    ] {
        assert_eq!(judge(&notes, first, size).unwrap_err(), code);
    }
    // The announcement of a key of another name would hand the log over.
    let stranger = SigningKey::new("stranger.example.bg", Signs::Notes, &[1; 32]).unwrap();
    let mut handed = Writer::new(0);
    let key = stranger.verifier().to_string();
    handed.add(1, Act::Key { key: key.into() });
    let refusal = verified(&handed.origin, &handed.lines).unwrap_err();
    assert_eq!(refusal.code(), "nomination/log-other-origin");
}

/// An event of Polis: when, on which comment, by whom, and whether the person agreed.
struct Event {
    hours: u64,
    comment: String,
    voter: String,
    agrees: bool,
}

/// The events of a conversation on Seattle's minimum wage (Polis open data, CC BY 4.0), in the order of time, or a like
/// stream where the file is not there.
fn polis() -> (Vec<Event>, bool) {
    let path = "../../shared/data/polis/15-per-hour-seattle/votes.csv";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let Ok(text) = fs::read_to_string(path) else {
        eprintln!(
            "skipped: votes.csv of Polis is not in ../shared/data; a made-up stream stands for it"
        );
        let mut seed = Seed(15);
        let event = |hours| Event {
            hours,
            comment: seed.below(40).to_string(),
            voter: seed.below(60).to_string(),
            agrees: seed.chance(60),
        };
        return ((0..2_300).map(event).collect(), false);
    };
    let mut events: Vec<_> = text
        .lines()
        .skip(1)
        .map(|line| {
            let fields: Vec<_> = line.split(',').collect();
            let time: u64 = fields[0].parse().unwrap();
            Event {
                hours: time / 3_600_000,
                comment: fields[2].to_owned(),
                voter: fields[3].to_owned(),
                agrees: fields[4] == "1",
            }
        })
        .collect();
    events.sort_by_key(|event| event.hours);
    (events, true)
}

/// Writes the events over three logs in turn, so often; a later event that is no agreement withdraws the votes before,
/// when that is asked.
fn nominate(events: &[&Event], scopes: [&str; 3], sites: usize, withdraw: bool) -> Vec<Writer> {
    let mut writers: Vec<_> = (0..sites).map(Writer::new).collect();
    for (writer, scope) in writers.iter_mut().zip(scopes) {
        scope.clone_into(&mut writer.scope);
    }
    let mut cast = BTreeMap::<_, Vec<_>>::new();
    let mut hours = 0;
    for (number, event) in events.iter().enumerate() {
        let writer = &mut writers[number % sites];
        // Events that come backwards are recorded when they come.
        hours = event.hours.max(hours);
        let votes = cast.entry((&event.comment, &event.voter)).or_default();
        if event.agrees {
            let token = writer.token(writer.lines.len());
            let leaf = writer.vote(hours, &event.voter, &event.comment, Class::Email);
            votes.push((leaf, token));
        } else if withdraw {
            for (target, token) in votes.drain(..) {
                let token = Hex(token);
                writer.add(hours, Act::Withdraw { target, token });
            }
        }
    }
    writers
}

#[test]
fn the_votes_of_a_real_conversation_are_counted_once() {
    let (events, real) = polis();
    let all: Vec<_> = events.iter().collect();
    let agreed = events.iter().filter(|event| event.agrees);
    let pairs: BTreeSet<_> = agreed
        .clone()
        .map(|event| (&event.comment, &event.voter))
        .collect();
    let (agreed, pairs) = (agreed.count(), pairs.len() as u64);
    let mut last = BTreeMap::new();
    for event in &events {
        last.insert((&event.comment, &event.voter), event.agrees);
    }
    let kept = last.values().filter(|agrees| **agrees).count() as u64;
    if real {
        assert_eq!((agreed, pairs, kept), (1400, 1359, 1358));
    }
    let count = |writers: &[Writer]| {
        let logs: Vec<_> = writers.iter().map(Writer::whole).collect();
        let mut sources = sources(&logs);
        let json = Tally::of(&sources, &[]).to_json();
        sources.extend(sources.clone());
        sources.reverse();
        let tally = Tally::of(&sources, &[]);
        assert_eq!(tally.to_json(), json);
        (votes(&tally), tally.editions[0].unit, codes(&tally).len())
    };
    let one = ["bg"; 3];
    let superseded = agreed - usize::try_from(pairs).unwrap();
    assert_eq!(
        count(&nominate(&all, one, 1, false)),
        (pairs, Unit::Persons, superseded)
    );
    assert_eq!(
        count(&nominate(&all, one, 3, false)),
        (pairs, Unit::Persons, superseded)
    );
    // Every event once more, and all of them backwards.
    let replayed = [&all[..], &all[..]].concat();
    let backwards: Vec<_> = all.iter().rev().copied().collect();
    assert_eq!(count(&nominate(&replayed, one, 3, false)).0, pairs);
    assert_eq!(count(&nominate(&backwards, one, 3, false)).0, pairs);
    for sites in [1, 3] {
        assert_eq!(count(&nominate(&all, one, sites, true)).0, kept);
    }
    let writers = nominate(&all, ["a", "b", "c"], 3, false);
    let parts: Vec<_> = writers
        .iter()
        .map(|writer| count(std::slice::from_ref(writer)).0)
        .collect();
    let (sum, unit, _) = count(&writers);
    assert_eq!((sum, unit), (parts.iter().sum(), Unit::Votes));
    assert!(sum > pairs, "nobody voted in two scopes");
}

#[test]
fn practices_with_as_many_votes_share_a_place() {
    let mut writer = Writer::new(0);
    for (practice, persons) in [("a", 2), ("b", 3), ("c", 3), ("d", 1), ("e", 2)] {
        for person in 0..persons {
            writer.vote(1, &person.to_string(), practice, Class::Eid);
        }
    }
    let log = writer.whole();
    let tally = Tally::of(
        &[Source {
            log: &log,
            final_size: 4,
        }],
        &[],
    );
    let standings = tally.editions[0].standings.iter();
    let places: Vec<_> = standings
        .map(|each| (each.place, each.practice, each.votes, each.final_votes))
        .collect();
    assert_eq!(
        places,
        [
            (1, "flgr:b", 3, 2),
            (1, "flgr:c", 3, 0),
            (3, "flgr:a", 2, 2),
            (3, "flgr:e", 2, 0),
            (5, "flgr:d", 1, 0)
        ]
    );
}

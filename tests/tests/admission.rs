//! Admission against a model of it: what each request comes to is known beforehand, whatever happened before.

use std::collections::{BTreeMap, BTreeSet};

use obmen::nomination::{Act, Algorithm, Class, Entry, Hex, Hour, Policy, Reason};
use obmen_nominations::{
    Action, Admission, Decision, Identity, Keys, Known, Memory, Message, Request, Ring, Secret,
    Status, solve,
};
use proptest::prelude::*;

const SITE: &str = "obmen.example.bg";
const PRACTICES: [&str; 2] = ["flgr:20070736", "flgr:2"];
const NOW: u64 = 1_772_442_000;

/// Two editions of one log: the second opens when the first closes.
const EDITIONS: [(&str, u64, u64); 2] = [
    ("2026-spring", NOW - 86_400, NOW + 86_400),
    ("2026-autumn", NOW + 86_400, NOW + 9 * 86_400),
];

/// So far the clock may be behind the last entry.
const STEP: u64 = 300;

/// What may happen while votes are taken.
#[derive(Debug, Clone)]
enum Event {
    /// A vote with its proof.
    Vote {
        voter: u8,
        practice: usize,
        class: Class,
    },
    /// A message to an address is asked for.
    Ask {
        voter: u8,
        practice: usize,
        by_code: bool,
    },
    /// Some message that was sent is answered: rightly, or with another code or from another address.
    Answer { which: usize, rightly: bool },
    /// Some vote is taken back: by the site, or by who has its receipt, or by who would like to.
    TakeBack { which: usize, by: By },
    /// The clock moves, in seconds: steps of a few minutes, and leaps over hours and back.
    Clock(i64),
    /// The key of the scope is changed in an emergency; the one before stays in the ring.
    Rekey,
    /// The site stops, and starts anew from the lines of its log.
    Restart,
    /// The site takes up the next edition, with its policy and its keys, in the same log.
    NextEdition,
}

#[derive(Debug, Clone, Copy)]
enum By {
    Site,
    Voter,
    Stranger,
}

fn event() -> impl Strategy<Value = Event> {
    let (voter, practice) = (0..4_u8, 0..2_usize);
    let class = prop_oneof![Just(Class::Typed), Just(Class::Pow), Just(Class::Eid)];
    prop_oneof![
        8 => (voter.clone(), practice.clone(), class)
            .prop_map(|(voter, practice, class)| Event::Vote { voter, practice, class }),
        4 => (voter, practice, any::<bool>())
            .prop_map(|(voter, practice, by_code)| Event::Ask { voter, practice, by_code }),
        6 => (any::<usize>(), prop::bool::weighted(0.8))
            .prop_map(|(which, rightly)| Event::Answer { which, rightly }),
        3 => (any::<usize>(), prop_oneof![Just(By::Site), Just(By::Voter), Just(By::Stranger)])
            .prop_map(|(which, by)| Event::TakeBack { which, by }),
        3 => (-300..900_i64).prop_map(Event::Clock),
        1 => (-40_000..80_000_i64).prop_map(Event::Clock),
        1 => Just(Event::Rekey),
        1 => Just(Event::Restart),
        1 => Just(Event::NextEdition),
    ]
}

/// A message that was sent.
struct Sent {
    edition: usize,
    voter: u8,
    practice: &'static str,
    token: String,
    code: Option<String>,
    expires: u64,
    used: bool,
}

/// Who votes, as a tag sees it: a browser, an address or a person.
type Subject = (&'static str, u8);

/// In an edition a practice and who votes for it: what has one vote that counts.
type Slot = (usize, Subject, &'static str);

/// A vote that was counted.
struct Cast {
    slot: Slot,
    class: Class,
    line: String,
    withdrawal: Hex<32>,
    tag: Hex<16>,
    /// `None` once the site has voided it.
    status: Option<Status>,
}

/// A site, and what is known of it from outside.
struct World {
    admission: Admission<Memory>,
    edition: usize,
    rekeyed: bool,
    now: u64,
    /// The time of the last entry, as far as the site remembers it.
    last: u64,
    lines: Vec<String>,
    votes: Vec<Cast>,
    sent: Vec<Sent>,
    chance: u64,
}

impl World {
    fn new() -> World {
        World {
            admission: admission(0, false, Memory::default()),
            edition: 0,
            rekeyed: false,
            now: NOW,
            last: 0,
            lines: Vec::new(),
            votes: Vec::new(),
            sent: Vec::new(),
            chance: 0,
        }
    }

    fn chance<const N: usize>(&mut self) -> [u8; N] {
        self.chance += 1;
        let bytes = self.chance.to_be_bytes();
        std::array::from_fn(|at| bytes[at % 8])
    }

    /// Starts the site anew. What it gave out and what was used up it has forgotten; the log it has not.
    fn restart(&mut self) {
        let mut memory = Memory::default();
        for line in &self.lines {
            memory.replay(SITE, line.as_bytes()).unwrap();
        }
        self.admission = admission(self.edition, self.rekeyed, memory);
        self.last = Hour::at(self.last).start();
        for sent in &mut self.sent {
            sent.used = false;
        }
    }

    /// Why nothing is taken now, if nothing is.
    fn shut(&self) -> Option<&'static str> {
        let (_, opens, closes) = EDITIONS[self.edition];
        if self.last > self.now + STEP {
            return Some("nomination/clock-behind");
        }
        if Hour::at(self.now) < Hour::at(opens) {
            return Some("nomination/not-open-yet");
        }
        let recorded = self.now.max(self.last);
        (Hour::at(recorded) >= Hour::at(closes)).then_some("nomination/closed")
    }

    /// Hands a request in, and says what became of it and what was sent.
    fn ask(
        &mut self,
        (text, known): (&str, &Known),
        slot: Slot,
        class: Class,
    ) -> (&'static str, Option<Message>) {
        let (request, chance) = (Request::read(text).unwrap(), self.chance());
        let decision = self.admission.admit(&request, known, self.now, chance);
        match decision.unwrap() {
            Decision::Counted(receipt) => {
                let Act::Vote(vote) = &receipt.entry.act else {
                    panic!("a vote is cast")
                };
                let line = receipt.line().to_owned();
                self.votes.push(Cast {
                    slot,
                    class,
                    line: line.clone(),
                    withdrawal: receipt.withdrawal,
                    tag: vote.tag,
                    status: Some(Status::Live),
                });
                self.recorded(line);
                ("counted", None)
            }
            Decision::Duplicate => ("duplicate", None),
            Decision::Provisional(message) => ("provisional", Some(message)),
            Decision::Refused(refusal) => (refusal.code(), None),
        }
    }

    fn recorded(&mut self, line: String) {
        self.lines.push(line);
        self.last = self.last.max(self.now);
    }

    fn live(&self) -> impl Iterator<Item = &Cast> {
        let is_live = |vote: &&Cast| vote.status == Some(Status::Live);
        self.votes.iter().filter(is_live)
    }

    /// What a proven vote comes to: it counts once, and again when it is stronger.
    fn judge(&self, slot: Slot, class: Class) -> &'static str {
        let mut before = self.live().filter(|vote| vote.slot == slot);
        if before.any(|vote| vote.class >= class) {
            "duplicate"
        } else {
            "counted"
        }
    }

    fn take_back(&mut self, which: usize, by: By) -> Option<[&'static str; 2]> {
        let which = which.checked_rem(self.votes.len())?;
        let (now, chance) = (self.now, self.chance());
        let vote = &self.votes[which];
        let can_be = match by {
            By::Site => vote.status.is_some(),
            By::Voter | By::Stranger => vote.status == Some(Status::Live),
        };
        let expected = if !can_be {
            "nomination/unknown-vote"
        } else if matches!(by, By::Stranger) {
            "nomination/wrong-withdrawal"
        } else if self.last > now + STEP {
            "nomination/clock-behind"
        } else {
            "taken back"
        };
        let (admission, line) = (&mut self.admission, vote.line.as_str());
        let recorded = match by {
            By::Site => admission.void(line, Reason::Irregular, now, chance),
            By::Voter => admission.withdraw(line, vote.withdrawal, now, chance),
            By::Stranger => admission.withdraw(line, Hex([7; 32]), now, chance),
        };
        match recorded.unwrap() {
            Ok(recorded) => {
                self.votes[which].status = match by {
                    By::Site => None,
                    By::Voter | By::Stranger => Some(Status::Withdrawn),
                };
                self.recorded(recorded.line);
                Some(["taken back", expected])
            }
            Err(refusal) => Some([refusal.code(), expected]),
        }
    }

    fn vote(&mut self, voter: u8, practice: &'static str, class: Class) -> [&'static str; 2] {
        let browser = format!("the browser of {voter}");
        let (text, known) = match class {
            Class::Eid => {
                let person = Some(Identity::person(&voter.to_string()).unwrap());
                let text = format!(r#"{{"practice": "{practice}", "class": "eid"}}"#);
                (
                    text,
                    Known {
                        person,
                        ..Known::default()
                    },
                )
            }
            Class::Pow => {
                let chance = self.chance();
                let challenge = self
                    .admission
                    .challenge(practice, Action::Vote, self.now, chance);
                let answer = challenge
                    .map(|challenge| solve(&challenge).unwrap())
                    .unwrap_or_default();
                (
                    format!(
                        r#"{{"practice": "{practice}", "class": "pow", "voter": "{browser}", "answer": "{answer}"}}"#
                    ),
                    Known::default(),
                )
            }
            _ => {
                let chance = self.chance();
                let picture = self.admission.picture(practice, self.now, chance);
                let (token, code) = picture
                    .map(|picture| (picture.token, picture.code))
                    .unwrap_or_default();
                (
                    format!(
                        r#"{{"practice": "{practice}", "class": "typed", "voter": "{browser}", "token": "{token}", "code": "{code}"}}"#
                    ),
                    Known::default(),
                )
            }
        };
        let kind = if class == Class::Eid {
            "person"
        } else {
            "browser"
        };
        let slot = (self.edition, (kind, voter), practice);
        let expected = self.shut().unwrap_or_else(|| self.judge(slot, class));
        [self.ask((&text, &known), slot, class).0, expected]
    }

    fn message(&mut self, voter: u8, practice: &'static str, by_code: bool) -> [&'static str; 2] {
        let chance = self.chance();
        let challenge = self
            .admission
            .challenge(practice, Action::Confirm, self.now, chance);
        let answer = challenge
            .map(|challenge| solve(&challenge).unwrap())
            .unwrap_or_default();
        let confirm = if by_code { "code" } else { "link" };
        let expected = self.shut().unwrap_or("provisional");
        let text = format!(
            r#"{{"practice": "{practice}", "class": "email", "address": "{voter}@example.bg", "answer": "{answer}", "confirm": "{confirm}"}}"#
        );
        let slot = (self.edition, ("email", voter), practice);
        let (outcome, sent) = self.ask((&text, &Known::default()), slot, Class::Email);
        if let Some(Message {
            minutes,
            token,
            code,
            ..
        }) = sent
        {
            assert_eq!(code.is_some(), by_code);
            let expires = self.now + 60 * u64::from(minutes);
            self.sent.push(Sent {
                edition: self.edition,
                voter,
                practice,
                token,
                code,
                expires,
                used: false,
            });
        }
        [outcome, expected]
    }

    fn answer(&mut self, which: usize, rightly: bool) -> Option<[&'static str; 2]> {
        let which = which.checked_rem(self.sent.len())?;
        let shut = self.shut();
        let (edition, now) = (self.edition, self.now);
        let sent = &mut self.sent[which];
        let (voter, practice) = (sent.voter, sent.practice);
        let (mut address, mut code) = (voter, String::new());
        match &sent.code {
            Some(right) => {
                code = format!(r#", "code": "{}""#, if rightly { right } else { "WRONG" })
            }
            None if rightly => (),
            None => address += 1,
        }
        let text = format!(
            r#"{{"practice": "{practice}", "class": "email", "address": "{address}@example.bg", "token": "{}"{code}}}"#,
            sent.token
        );
        let slot = (edition, ("email", voter), practice);
        let expected = if let Some(code) = shut {
            code
        } else if sent.edition != edition {
            "nomination/other-edition"
        } else if sent.expires <= now {
            "nomination/expired"
        } else if address != voter {
            "nomination/bad-signature"
        } else if std::mem::replace(&mut sent.used, true) {
            "nomination/replayed"
        } else if !rightly {
            "nomination/wrong-code"
        } else {
            self.judge(slot, Class::Email)
        };
        let (outcome, _) = self.ask((&text, &Known::default()), slot, Class::Email);
        Some([outcome, expected])
    }

    /// Lets something happen, and gives what it came to beside what it had to.
    fn meet(&mut self, event: &Event) -> Option<[&'static str; 2]> {
        match *event {
            Event::Vote {
                voter,
                practice,
                class,
            } => {
                return Some(self.vote(voter, PRACTICES[practice], class));
            }
            Event::Ask {
                voter,
                practice,
                by_code,
            } => {
                return Some(self.message(voter, PRACTICES[practice], by_code));
            }
            Event::Answer { which, rightly } => return self.answer(which, rightly),
            Event::TakeBack { which, by } => return self.take_back(which, by),
            Event::Clock(by) => self.now = self.now.saturating_add_signed(by),
            Event::Rekey => {
                // Once: a second change would lose the first key.
                self.rekeyed = true;
                self.admission.rekey(keys(self.edition, true)).unwrap();
            }
            Event::Restart => self.restart(),
            Event::NextEdition if self.edition == 0 => {
                (self.edition, self.rekeyed) = (1, false);
                self.now = self.now.max(EDITIONS[1].1);
                self.restart();
            }
            Event::NextEdition => (),
        }
        None
    }
}

fn keys(edition: usize, rekeyed: bool) -> Keys {
    let secret = |id: &str, seed: u8| {
        let bytes: [u8; 32] = std::array::from_fn(|at| seed ^ u8::try_from(at).unwrap());
        Ring::new(Secret::new(id, &bytes).unwrap())
    };
    let seed = if edition == 0 { 2 } else { 66 };
    let mut scope = secret("scope", seed);
    if rekeyed {
        scope = scope.rotated(secret("scope-2", seed + 64).current).unwrap();
    }
    Keys::new(EDITIONS[edition].0, secret("site", 1), scope)
}

fn admission(edition: usize, rekeyed: bool, memory: Memory) -> Admission<Memory> {
    let (name, opens, closes) = EDITIONS[edition];
    let mut policy = Policy::new(name, "bg", Hour::at(opens), Hour::at(closes));
    policy.classes = Class::ALL.to_vec();
    policy.challenge.algorithm = Algorithm::Sha256;
    policy.challenge.cost = 1;
    let mut admission = Admission::new(SITE, policy, keys(edition, rekeyed), memory).unwrap();
    for practice in PRACTICES {
        admission.open(practice).unwrap();
    }
    admission
}

proptest! {
    #[test]
    fn each_request_comes_to_what_it_must_and_a_person_counts_once(events in prop::collection::vec(event(), 1..120)) {
        let mut world = World::new();
        let mut recorded = 0;
        for event in &events {
            if let Some([outcome, expected]) = world.meet(event) {
                prop_assert_eq!(outcome, expected, "{:?}", event);
                recorded += usize::from(matches!(outcome, "counted" | "taken back"));
            }
        }
        prop_assert_eq!(world.lines.len(), recorded);
        let mut hour = Hour::at(0);
        for (line, seq) in world.lines.iter().zip(0..) {
            let entry = Entry::read(line.as_bytes()).unwrap();
            prop_assert_eq!(entry.seq, seq);
            prop_assert!(entry.hour >= hour);
            hour = entry.hour;
        }
        // One tag is of one voter for one practice; and one such has one tag among the votes that live, before and after a
        // change of the key, with one vote of a class.
        let (mut slots, mut tags, mut votes) = (BTreeMap::new(), BTreeMap::new(), BTreeSet::new());
        for vote in &world.votes {
            prop_assert_eq!(*slots.entry(vote.tag).or_insert(vote.slot), vote.slot);
        }
        for vote in world.live() {
            prop_assert_eq!(*tags.entry(vote.slot).or_insert(vote.tag), vote.tag);
            prop_assert!(votes.insert((vote.tag, vote.class)), "counted twice: {}", vote.line);
        }
    }
}

#[test]
fn the_model_meets_every_outcome() {
    let mut met = BTreeSet::new();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..100 {
        let events = prop::collection::vec(event(), 120)
            .new_tree(&mut runner)
            .unwrap();
        let mut world = World::new();
        let events = proptest::strategy::ValueTree::current(&events);
        met.extend(
            events
                .iter()
                .filter_map(|event| world.meet(event))
                .map(|[outcome, _]| outcome),
        );
    }
    let outcomes = [
        "counted",
        "duplicate",
        "nomination/bad-signature",
        "nomination/clock-behind",
        "nomination/closed",
        "nomination/expired",
        "nomination/not-open-yet",
        "nomination/other-edition",
        "nomination/replayed",
        "nomination/unknown-vote",
        "nomination/wrong-code",
        "nomination/wrong-withdrawal",
        "provisional",
        "taken back",
    ];
    assert!(met.iter().eq(&outcomes), "{met:?}");
}

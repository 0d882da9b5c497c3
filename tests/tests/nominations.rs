//! Votes are counted once, whoever asks in whatever order; and an entry tells nothing but what it says.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;

use obmen::nomination::{Act, Class, Entry, Hex, Hour, Policy, Vote};
use obmen_nominations::{
    Action, Admission, Decision, Head, Identity, Keys, Known, Memory, Nonce, Pool, Request, Ring,
    Secret, Status, Store, canonical, solve,
};
use proptest::prelude::*;

const NOW: u64 = 1_772_442_000;
const PRACTICES: [&str; 2] = ["flgr:20070736", "flgr:2"];

fn secret(id: &str, seed: u8) -> Secret {
    Secret::new(
        id,
        &std::array::from_fn::<u8, 32, _>(|at| seed.wrapping_add(u8::try_from(at).unwrap())),
    )
    .unwrap()
}

fn keys() -> Keys {
    let (site, scope) = (Ring::new(secret("site", 1)), Ring::new(secret("scope", 2)));
    Keys::new("2026-spring", site, scope)
}

fn policy() -> Policy {
    let mut policy = Policy::new(
        "2026-spring",
        "bg",
        Hour::at(NOW - 86_400),
        Hour::at(NOW + 86_400),
    );
    policy.classes = Class::ALL.to_vec();
    policy.challenge.algorithm = obmen::nomination::Algorithm::Sha256;
    policy.challenge.cost = 1;
    policy
}

/// A store that keeps every entry, besides what the one in memory keeps.
#[derive(Default)]
struct Kept {
    memory: Memory,
    lines: Vec<String>,
}

impl Store for Kept {
    type Error = std::convert::Infallible;
    fn head(&self) -> Head {
        self.memory.head()
    }
    fn use_nonce(
        &mut self,
        pool: Pool,
        nonce: [u8; 16],
        expires: u64,
        now: u64,
    ) -> Result<Nonce, Self::Error> {
        self.memory.use_nonce(pool, nonce, expires, now)
    }
    fn strongest(&self, tag: Hex<16>) -> Option<Class> {
        self.memory.strongest(tag)
    }
    fn status(&self, leaf: Hex<32>) -> Option<Status> {
        self.memory.status(leaf)
    }
    fn append(
        &mut self,
        entry: &Entry<'_>,
        line: &str,
        leaf: Hex<32>,
        time: u64,
    ) -> Result<(), Self::Error> {
        self.lines.push(line.to_owned());
        self.memory.append(entry, line, leaf, time)
    }
    fn commit(&mut self) -> Result<(), Self::Error> {
        self.memory.commit()
    }
}

impl Kept {
    fn votes(&self) -> Vec<(Entry<'_>, Vote<'_>)> {
        let entries = self
            .lines
            .iter()
            .map(|line| Entry::read(line.as_bytes()).unwrap());
        entries
            .map(|entry| {
                let Act::Vote(vote) = entry.act.clone() else {
                    panic!("only votes are cast")
                };
                (entry, vote)
            })
            .collect()
    }
}

fn admission() -> Admission<Kept> {
    let mut admission =
        Admission::new("obmen.example.bg", policy(), keys(), Kept::default()).unwrap();
    PRACTICES
        .iter()
        .for_each(|practice| admission.open(practice).unwrap());
    admission
}

fn eid(practice: &str) -> String {
    format!(r#"{{"practice": "{practice}", "class": "eid"}}"#)
}

/// What the site knows of a person whom it has identified.
fn person(voter: &str) -> Known {
    Known {
        person: Some(Identity::person(voter).unwrap()),
        ..Known::default()
    }
}

/// What the site knows of anybody else.
fn nobody() -> Known {
    Known::default()
}

fn chance(seed: u64) -> [u8; 48] {
    std::array::from_fn(|at| {
        seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_le_bytes()[at % 8] ^ u8::try_from(at).unwrap()
    })
}

#[test]
fn of_sixty_four_threads_for_one_subject_one_is_counted() {
    let admission = Mutex::new(admission());
    let text = eid(PRACTICES[0]);
    let counted = thread::scope(|scope| {
        let threads: Vec<_> = (0..64)
            .map(|seed| {
                let (admission, text) = (&admission, &text);
                scope.spawn(move || {
                    let request = Request::read(text).unwrap();
                    let mut admission = admission.lock().unwrap();
                    let known = person("BG/8001010000");
                    let decision = admission
                        .admit(&request, &known, NOW, chance(seed))
                        .unwrap();
                    usize::from(matches!(decision, Decision::Counted(_)))
                })
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .sum::<usize>()
    });
    assert_eq!(
        (counted, admission.into_inner().unwrap().store().lines.len()),
        (1, 1)
    );
}

#[test]
fn of_two_threads_with_one_solution_one_is_counted() {
    for round in 0..20 {
        let admission = Mutex::new(admission());
        let nonce = std::array::from_fn(|at| u8::try_from(at).unwrap() ^ round);
        let challenge = admission
            .lock()
            .unwrap()
            .challenge(PRACTICES[0], Action::Vote, NOW, nonce);
        let answer = solve(&challenge.unwrap()).unwrap();
        let decisions: Vec<_> = thread::scope(|scope| {
            let threads = [1, 2].map(|voter| {
                let (admission, answer) = (&admission, &answer);
                scope.spawn(move || {
                    let text = format!(r#"{{"practice": "{}", "class": "pow", "voter": "browser number {voter}", "answer": "{answer}"}}"#, PRACTICES[0]);
                    let request = Request::read(&text).unwrap();
                    let mut admission = admission.lock().unwrap();
                    admission.admit(&request, &nobody(), NOW, chance(voter)).unwrap().refusal().map(|refusal| refusal.code())
                })
            });
            threads
                .into_iter()
                .map(|thread| thread.join().unwrap())
                .collect()
        });
        assert!(
            decisions.contains(&None) && decisions.contains(&Some("nomination/replayed")),
            "{decisions:?}"
        );
    }
}

#[test]
fn entries_of_one_voter_share_nothing_but_where_and_when() {
    let mut admission = admission();
    for (seed, practice) in (0..).zip(PRACTICES) {
        let text = eid(practice);
        let request = Request::read(&text).unwrap();
        let known = person("BG/8001010000");
        assert!(matches!(
            admission
                .admit(&request, &known, NOW, chance(seed))
                .unwrap(),
            Decision::Counted(_)
        ));
    }
    let lines: Vec<BTreeMap<String, serde_json::Value>> = admission
        .store()
        .lines
        .iter()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let shared: Vec<_> = lines[0]
        .iter()
        .filter(|(name, value)| lines[1].get(*name) == Some(*value))
        .map(|(name, _)| name.as_str())
        .collect();
    // Of these, class, kind, scope and v are the same for everybody who votes in this way.
    assert_eq!(
        shared,
        ["class", "edition", "hour", "kind", "origin", "scope", "v"]
    );
}

#[test]
fn no_key_but_the_right_one_finds_a_voter() {
    let mut admission = admission();
    let text = eid(PRACTICES[0]);
    let request = Request::read(&text).unwrap();
    let known = person("BG/0000000042");
    assert!(matches!(
        admission.admit(&request, &known, NOW, chance(1)).unwrap(),
        Decision::Counted(_)
    ));
    let edition = admission.edition().to_owned();
    let (_, vote) = admission.store().votes().remove(0);
    let found_with = |scope: &Secret| {
        (0..1000).any(|number| {
            let identity = Identity::person(&format!("BG/{number:010}")).unwrap();
            identity.tag(scope, &edition, PRACTICES[0]) == vote.tag
        })
    };
    assert!(found_with(&secret("scope", 2)));
    for seed in [1, 3, 4, 200] {
        assert!(!found_with(&secret("scope", seed)));
    }
    // Nor does a hash without a key, of what a guesser would try.
    let plain = |text: &str| obmen_nominations::leaf_hash(text.as_bytes()).to_string();
    assert!(!plain("BG/0000000042").contains(&vote.tag.to_string()));
}

#[test]
fn an_unproven_address_gets_one_answer_whether_or_not_it_voted() {
    let mut admission = admission();
    let mut ask = |seed: u8| {
        let chances = std::array::from_fn(|at| u8::try_from(at).unwrap() ^ seed);
        let challenge = admission
            .challenge(PRACTICES[0], Action::Confirm, NOW, chances)
            .unwrap();
        let answer = solve(&challenge).unwrap();
        let text = format!(
            r#"{{"practice": "{}", "class": "email", "address": "ivan@example.bg", "answer": "{answer}"}}"#,
            PRACTICES[0]
        );
        let request = Request::read(&text).unwrap();
        let decision = admission
            .admit(&request, &nobody(), NOW, chance(7))
            .unwrap();
        let Decision::Provisional(message) = &decision else {
            panic!("{decision:?}")
        };
        let (answer, token) = (
            decision.to_json(obmen::check::Language::En),
            message.token.clone(),
        );
        let text = format!(
            r#"{{"practice": "{}", "class": "email", "address": "ivan@example.bg", "token": "{token}"}}"#,
            PRACTICES[0]
        );
        let request = Request::read(&text).unwrap();
        let decision = admission
            .admit(&request, &nobody(), NOW, chance(8))
            .unwrap();
        (answer, matches!(decision, Decision::Counted(_)))
    };
    let (before, counted) = ask(0);
    let (after, _) = ask(100);
    assert!(counted);
    assert_eq!(before, after);
}

proptest! {
    #[test]
    fn entries_are_read_as_they_are_written_and_no_other_bytes_are(line in "[ -~]{0,60}", place in 0..400_usize, byte in any::<u8>()) {
        prop_assert!(Entry::read(line.as_bytes()).is_err());
        let mut admission = admission();
        let text = eid(PRACTICES[0]);
        let request = Request::read(&text).unwrap();
        admission.admit(&request, &person("x"), NOW, chance(3)).unwrap();
        let sound = admission.store().lines[0].clone().into_bytes();
        let mut changed = sound.clone();
        let place = place % changed.len();
        changed[place] = byte;
        if let Ok(entry) = Entry::read(&changed) {
            let written = entry.to_json();
            prop_assert_eq!(written.as_bytes(), &changed[..]);
        }
        prop_assert!(Entry::read(&sound).is_ok());
    }
}

#[test]
fn canonical_json_is_that_of_rfc_8785() {
    let Some(text) = crate::conformance::suite("jcs.jsonl") else {
        return;
    };
    let mut judged = 0;
    for case in crate::conformance::lines(&text) {
        let input: serde_json::Value = match serde_json::from_str(case["input"].as_str().unwrap()) {
            Ok(input) => input,
            Err(error) => panic!("{case}: {error}"),
        };
        assert_eq!(
            canonical(&input),
            case["output"].as_str().unwrap(),
            "{case}"
        );
        judged += 1;
    }
    eprintln!("jcs.jsonl: {judged} agree");
    assert_eq!(judged, 725);
}

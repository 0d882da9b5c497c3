use obmen::nomination::{Algorithm, Hour, Policy, Reason, Vote};
use tempfile::TempDir;

use super::reading::CUT;
use super::*;
use crate::canonical::leaf_hash;
use crate::log::VerifiedLog;
use crate::{Action, Admission, Decision, Keys, Known, Request, Ring, Secret, solve};

const ORIGIN: &str = "obmen.example.bg";
const NOW: u64 = 1_795_882_549;
const NONCES: &str = "nonces";

fn key(seed: u8) -> SigningKey {
    SigningKey::new(ORIGIN, Signs::Notes, &[seed; 32]).unwrap()
}

fn open(folder: &TempDir) -> Result<FileStore, Error> {
    FileStore::open(folder.path(), ORIGIN, key(1), NOW)
}

fn create(folder: &TempDir) -> FileStore {
    FileStore::create(folder.path(), ORIGIN, key(1), NOW).unwrap()
}

fn entry(seq: u8, act: Act<'static>) -> Entry<'static> {
    Entry {
        origin: ORIGIN.into(),
        seq: seq.into(),
        hour: Hour::at(NOW),
        edition: format!("2026-autumn@{}", "ab".repeat(32)).into(),
        salt: Hex([seq; 16]),
        act,
    }
}

fn vote(seq: u8, tag: u8) -> Entry<'static> {
    let vote = Vote {
        practice: "flgr:20070736".into(),
        class: Class::Email,
        scope: "bg".into(),
        tag: Hex([tag; 16]),
        cancel: crate::canonical::sha256(&[tag; 32]),
    };
    entry(seq, Act::Vote(vote))
}

/// The leaf hash of an entry.
fn leaf(entry: &Entry<'_>) -> Hex<32> {
    leaf_hash(entry.to_json().as_bytes())
}

fn stage<S: Storage>(store: &mut LogStore<S>, entry: &Entry<'_>) -> Result<(), Error> {
    store.append(entry, &entry.to_json(), leaf(entry), NOW)
}

fn append<S: Storage>(store: &mut LogStore<S>, entry: &Entry<'_>) -> Result<(), Error> {
    stage(store, entry)?;
    store.commit()
}

/// Returns a folder whose log has three entries, of two checkpoints, and two nonces.
fn written() -> TempDir {
    let folder = TempDir::new().unwrap();
    let mut store = create(&folder);
    for (pool, nonce) in [(Pool::Answers, [8; 16]), (Pool::Messages, [9; 16])] {
        let became = store.use_nonce(pool, nonce, NOW + 300, NOW).unwrap();
        assert_eq!(became, Nonce::Fresh);
    }
    stage(&mut store, &vote(0, 5)).unwrap();
    append(&mut store, &vote(1, 6)).unwrap();
    append(&mut store, &vote(2, 7)).unwrap();
    folder
}

fn text(folder: &TempDir, name: &str) -> String {
    std::fs::read_to_string(folder.path().join(name)).unwrap()
}

fn put(folder: &TempDir, name: &str, text: impl AsRef<[u8]>) {
    std::fs::write(folder.path().join(name), text).unwrap();
}

/// The file and the code of what is damaged.
fn damage(error: &Error) -> (&str, &'static str) {
    assert_eq!(error.refusal().code(), "nomination/log-damaged");
    match error {
        Error::Damaged { file, cause } => (file, cause.code()),
        other => panic!("{other}"),
    }
}

/// The code of why a vote is not erased, if it is not.
fn redact<S: Storage>(store: &mut LogStore<S>, leaf: Hex<32>) -> Result<(), &'static str> {
    let outcome = store.redact(&[leaf]).unwrap().remove(0);
    outcome.map_err(|refusal| refusal.code())
}

fn code<T: fmt::Debug>(result: Result<T, Error>) -> &'static str {
    result.unwrap_err().refusal().code()
}

fn admission(folder: &TempDir) -> Admission<FileStore> {
    let secret = |bytes: &[u8; 32]| Ring::new(Secret::new("1", bytes).unwrap());
    let mut policy = Policy::new("2026-autumn", "bg", Hour::at(0), Hour::at(u64::MAX));
    policy.classes.insert(0, Class::Pow);
    policy.challenge.algorithm = Algorithm::Sha256;
    policy.challenge.cost = 1;
    let keys = Keys::new(
        "2026-autumn",
        secret(b"32 bytes that only the site has."),
        secret(b"32 bytes that its scope shares.."),
    );
    let mut admission = Admission::new(ORIGIN, policy, keys, open(folder).unwrap()).unwrap();
    admission.open("flgr:20070736").unwrap();
    admission
}

#[test]
fn a_restart_forgets_no_vote_and_no_proof() {
    let folder = TempDir::new().unwrap();
    drop(create(&folder));
    let mut first = admission(&folder);
    let challenge = |admission: &Admission<FileStore>, chance| {
        admission
            .challenge("flgr:20070736", Action::Vote, NOW, [chance; 32])
            .unwrap()
    };
    let ask = |challenge: &str| {
        let answer = solve(challenge).unwrap();
        format!(
            r#"{{"practice": "flgr:20070736", "class": "pow", "voter": "a browser's token", "answer": "{answer}"}}"#
        )
    };
    let decide = |admission: &mut Admission<FileStore>, text: &str, now| {
        let request = Request::read(text).unwrap();
        let decision = admission
            .admit(&request, &Known::default(), now, [6; 48])
            .unwrap();
        match &decision {
            Decision::Counted(_) => "counted",
            other => other.refusal().unwrap().code(),
        }
    };
    let [once, again, more] = [3, 4, 5].map(|chance| ask(&challenge(&first, chance)));
    assert_eq!(decide(&mut first, &once, NOW), "counted");
    drop(first);
    let mut second = admission(&folder);
    assert_eq!(decide(&mut second, &once, NOW), "nomination/replayed");
    // A proof is used up too where it brings no vote.
    assert_eq!(decide(&mut second, &again, NOW), "nomination/duplicate");
    drop(second);
    let mut third = admission(&folder);
    assert_eq!(decide(&mut third, &again, NOW), "nomination/replayed");
    // The entry tells the hour alone, and the clock may not be far behind the second.
    assert_eq!(third.store().head().time, NOW);
    assert_eq!(
        decide(&mut third, &more, NOW - 301),
        "nomination/clock-behind"
    );
    assert_eq!(decide(&mut third, &more, NOW - 300), "nomination/duplicate");
    assert_eq!(text(&folder, ENTRIES).lines().count(), 1);
}

#[test]
fn what_was_written_is_read_again() {
    let folder = written();
    let mut store = open(&folder).unwrap();
    assert_eq!(store.head(), Head { size: 3, time: NOW });
    assert_eq!(store.strongest(Hex([6; 16])), Some(Class::Email));
    assert_eq!(store.strongest(Hex([8; 16])), None);
    assert_eq!(store.status(leaf(&vote(1, 6))), Some(Status::Live));
    assert_eq!(store.status(leaf(&vote(1, 7))), None);
    let lines: Vec<_> = (0..3).map(|seq| vote(seq, 5 + seq).to_json()).collect();
    assert_eq!(text(&folder, ENTRIES), lines.join("\n") + "\n");
    assert_eq!(
        store.find(leaf(&vote(1, 6))).unwrap(),
        Some((1, lines[1].clone()))
    );
    assert_eq!(store.find(leaf(&vote(3, 8))).unwrap(), None);

    let proof = store.proof(1).unwrap();
    let place = proof.verify(leaf(&vote(1, 6)), key(1).verifier()).unwrap();
    assert_eq!(
        (place.index, place.checkpoint.head),
        (1, store.tree().head())
    );
    assert_eq!(store.checkpoints(), [store.checkpoint().clone()]);
    assert_eq!(text(&folder, CHECKPOINT), store.checkpoint().to_string());
    // What is only staged is in no checkpoint and no file.
    stage(&mut store, &vote(3, 8)).unwrap();
    assert_eq!(store.head().size, 4);
    assert_eq!(
        (store.proof(3), store.find(leaf(&vote(3, 8))).unwrap()),
        (None, None)
    );
    drop(store);
    assert_eq!(open(&folder).unwrap().head().size, 3);
}

#[test]
fn one_process_at_a_time() {
    let folder = TempDir::new().unwrap();
    let first = create(&folder);
    assert_eq!(code(open(&folder)), "nomination/log-locked");
    if cfg!(unix) {
        std::fs::remove_file(folder.path().join("lock")).unwrap();
        assert_eq!(code(open(&folder)), "nomination/log-locked");
    }
    drop(first);
    open(&folder).unwrap();
}

#[test]
fn nonces_are_remembered_until_they_expire() {
    let folder = written();
    let used = |now, expires| {
        let mut store = FileStore::open(folder.path(), ORIGIN, key(1), now).unwrap();
        let mut used = |pool, nonce| store.use_nonce(pool, [nonce; 16], expires, now).unwrap();
        [
            used(Pool::Answers, 8),
            used(Pool::Messages, 9),
            used(Pool::Messages, 8),
        ]
    };
    let (fresh, gone) = (Nonce::Fresh, Nonce::Used);
    // The clock may step back five minutes. What is not committed is not remembered.
    assert_eq!(used(NOW + 599, NOW + 300), [gone, gone, fresh]);
    assert_eq!(used(NOW + 599, NOW + 300), [gone, gone, fresh]);
    assert_eq!(used(NOW + 600, NOW + 901), [fresh, fresh, fresh]);
    // Forgotten is not unused, wherever the clock goes.
    assert_eq!(used(NOW, NOW + 300), [gone, gone, gone]);
    assert_eq!(used(NOW, NOW + 301), [fresh, fresh, fresh]);
}

#[test]
fn the_pools_have_room_of_their_own() {
    let folder = TempDir::new().unwrap();
    drop(create(&folder));
    let options = Options {
        most_nonces: 2,
        ..Options::default()
    };
    let open = || FileStore::open_with(folder.path(), ORIGIN, key(1), NOW, &options).unwrap();
    let mut store = open();
    for (nonce, became) in [(1, Nonce::Fresh), (2, Nonce::Fresh), (3, Nonce::Full)] {
        let used = store.use_nonce(Pool::Answers, [nonce; 16], NOW + 300, NOW);
        assert_eq!(used.unwrap(), became);
    }
    store.commit().unwrap();
    drop(store);
    let mut store = open();
    let mut used = |pool| store.use_nonce(pool, [3; 16], NOW + 300, NOW).unwrap();
    assert_eq!(
        (used(Pool::Answers), used(Pool::Messages)),
        (Nonce::Full, Nonce::Fresh)
    );
}

#[test]
fn the_file_of_nonces_does_not_grow_for_ever() {
    let folder = TempDir::new().unwrap();
    drop(create(&folder));
    let options = Options {
        most_nonces: 4,
        ..Options::default()
    };
    let open = |now| FileStore::open_with(folder.path(), ORIGIN, key(1), now, &options).unwrap();
    let mut store = open(NOW);
    let mut longest = 0;
    for turn in 0..200_u8 {
        let now = NOW + 1000 * u64::from(turn);
        let became = store.use_nonce(Pool::Answers, [turn; 16], now + 300, now);
        assert_eq!(became.unwrap(), Nonce::Fresh);
        store.commit().unwrap();
        longest = longest.max(text(&folder, NONCES).lines().count());
    }
    assert_eq!(longest, 15);
    drop(store);
    let now = NOW + 199_000;
    let became = open(now).use_nonce(Pool::Answers, [199; 16], now + 300, now);
    assert_eq!(became.unwrap(), Nonce::Used);
}

#[test]
fn what_was_never_acknowledged_is_cut() {
    let whole = written();
    let (lines, nonces) = (text(&whole, ENTRIES), text(&whole, NONCES));
    let last = vote(3, 4).to_json();
    drop(open(&whole).unwrap());
    assert!(!whole.path().join(CUT).exists());
    let mut cut = String::new();
    for rest in ["{", &last, &format!("{last}\n{{"), &"\0".repeat(2000)] {
        put(&whole, ENTRIES, lines.clone() + rest);
        put(&whole, NONCES, nonces.clone() + "\0\0\0\n88 a 07");
        let mut store = open(&whole).unwrap();
        assert_eq!(store.head().size, 3);
        assert_eq!(store.cut(), rest.lines().count() as u64);
        assert_eq!(text(&whole, ENTRIES), lines);
        cut += rest;
        cut.push('\n');
        assert_eq!(text(&whole, CUT), cut);
        let used = store.use_nonce(Pool::Answers, [8; 16], NOW + 300, NOW);
        assert_eq!(used.unwrap(), Nonce::Used);
    }
    let mut store = open(&whole).unwrap();
    append(&mut store, &vote(3, 4)).unwrap();
    assert_eq!(text(&whole, ENTRIES), lines + &last + "\n");
    drop(store);
    // What could not be kept is not cut.
    put(&whole, ENTRIES, text(&whole, ENTRIES) + "{");
    let (entries, kept) = (text(&whole, ENTRIES), text(&whole, CUT));
    // Nothing appended to lock the lines; then what is cut, the end of its line, and the sync.
    for left in 1..4 {
        let failing = Failing {
            left,
            ..Failing::on(&whole)
        };
        let failed = LogStore::over(failing, ORIGIN, key(1), NOW, &Options::default());
        assert_eq!(code(failed), "nomination/log-io");
        assert_eq!(text(&whole, ENTRIES), entries);
    }
    assert!(text(&whole, CUT).starts_with(&kept));
}

#[test]
fn an_older_checkpoint_cuts_nothing_but_the_last_batch() {
    let folder = TempDir::new().unwrap();
    let mut store = create(&folder);
    // Twenty votes of one second that use nothing up.
    let mut checkpoints = Vec::new();
    for seq in 0..20 {
        append(&mut store, &vote(seq, seq)).unwrap();
        checkpoints.push(text(&folder, CHECKPOINT));
    }
    assert_eq!(store.cut(), 0);
    drop(store);
    let lines = text(&folder, ENTRIES);
    for older in [0, 9, 17] {
        put(&folder, CHECKPOINT, &checkpoints[older]);
        let refused = open(&folder).unwrap_err();
        assert_eq!(refused.refusal().code(), "nomination/log-restored");
        let told = format!(
            "a checkpoint of 19 entries was seen, and this copy with {}",
            older + 1
        );
        assert!(refused.to_string().starts_with(&told), "{refused}");
        assert_eq!(text(&folder, ENTRIES), lines);
        assert!(!folder.path().join(CUT).exists());
    }
    // So it looks too when the machine stops before the checkpoint of the last batch: who opens it is told.
    put(&folder, CHECKPOINT, &checkpoints[18]);
    let mut store = open(&folder).unwrap();
    assert_eq!((store.head().size, store.cut()), (19, 1));
    let last = lines.lines().last().unwrap();
    assert_eq!(text(&folder, CUT).lines().last(), Some(last));
    drop(store);

    // What the last process had acknowledged is known once another has opened it, or anything was committed after it.
    put(&folder, CHECKPOINT, &checkpoints[17]);
    assert_eq!(code(open(&folder)), "nomination/log-restored");
    put(&folder, CHECKPOINT, &checkpoints[18]);
    store = open(&folder).unwrap();
    assert_eq!(store.cut(), 0);
    append(&mut store, &vote(19, 19)).unwrap();
    store.commit().unwrap();
    drop(store);
    put(&folder, CHECKPOINT, &checkpoints[18]);
    assert_eq!(code(open(&folder)), "nomination/log-restored");
}

#[test]
fn a_log_begins_only_when_told_to_and_where_none_was() {
    let again = |folder: &TempDir| code(FileStore::create(folder.path(), ORIGIN, key(1), NOW));
    let (none, already) = ("nomination/log-not-begun", "nomination/log-begun-already");
    let folder = TempDir::new().unwrap();
    let mistyped = folder.path().join("lgo");
    let refused = FileStore::open(&mistyped, ORIGIN, key(1), NOW);
    assert_eq!(code(refused), none);
    assert!(!mistyped.exists());
    assert_eq!(code(open(&folder)), none);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    assert_eq!(code(Published::read(folder.path())), none);

    let folder = written();
    assert_eq!(again(&folder), already);
    // Whatever is left of a log, it was begun.
    let handover = signed(&key(1), Tree::default().head()).unwrap().to_string();
    let left = [ENTRIES, CHECKPOINT, NONCES, CUT, "cosigned", "handover-0"];
    for name in left {
        let folder = TempDir::new().unwrap();
        put(&folder, name, &handover);
        assert_eq!(again(&folder), already, "{name}");
        let refused = open(&folder).unwrap_err();
        assert_eq!(refused.refusal().code(), "nomination/log-damaged", "{name}");
    }
    // The machine stopped before the log had its first checkpoint.
    let folder = TempDir::new().unwrap();
    put(&folder, VERIFIER, format!("{}\n", key(2).verifier()));
    assert_eq!(again(&folder), already);
    put(&folder, VERIFIER, format!("{}\n", key(1).verifier()));
    put(&folder, ENTRIES, "");
    assert_eq!(code(open(&folder)), none);
    assert_eq!(create(&folder).head().size, 0);
    // Or before it had its nonces.
    std::fs::remove_file(folder.path().join(NONCES)).unwrap();
    assert_eq!(again(&folder), already);
    assert_eq!(open(&folder).unwrap().head().size, 0);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let folder = written();
    for name in [ENTRIES, CHECKPOINT, "cosigned"] {
        let path = folder.path().join(name);
        let _ = std::fs::remove_file(&path);
        let made = std::process::Command::new("mkfifo").arg(&path).status();
        assert!(made.unwrap().success());
        let read = Published::read(folder.path());
        let read = read.and_then(|published| published.lines().map(drop));
        assert_eq!(code(read), "nomination/log-io", "{name}");
        std::fs::remove_file(&path).unwrap();
        let whole = written();
        if name != "cosigned" {
            std::fs::copy(whole.path().join(name), &path).unwrap();
        }
    }
}

#[test]
fn files_without_end_are_not_read_to_it() {
    let folder = written();
    let mut store = open(&folder).unwrap();
    store.rekey(key(2)).unwrap();
    let next = key(2).verifier().to_string().into();
    append(&mut store, &entry(3, Act::Key { key: next })).unwrap();
    drop(store);
    let open = |endless| {
        let failing = Failing {
            endless,
            ..Failing::on(&folder)
        };
        LogStore::over(failing, ORIGIN, key(2), NOW, &Options::default()).map(|_| ())
    };
    let not_read = "nomination/log-note-not-read";
    open(|_| None).unwrap();
    // Without the note by which it was handed over nobody would believe the second key.
    let handover = text(&folder, "handover-0");
    std::fs::remove_file(folder.path().join("handover-0")).unwrap();
    let error = open(|_| None).unwrap_err();
    assert_eq!(damage(&error), ("handover-0", not_read));
    put(&folder, "handover-0", handover);
    let error = open(|name| (name == CHECKPOINT).then_some(b"a")).unwrap_err();
    assert_eq!(damage(&error), (CHECKPOINT, not_read));
    let error = open(|name| (name == "handover-1").then_some(b"a")).unwrap_err();
    assert_eq!(damage(&error), ("handover-1", not_read));
    let error = open(|name| (name == VERIFIER).then_some(b"a")).unwrap_err();
    assert_eq!(damage(&error), (VERIFIER, "nomination/log-bad-key"));

    // A note that its log has signed, but by which no key hands over, however often it is there.
    let mut store = FileStore::open(folder.path(), ORIGIN, key(2), NOW).unwrap();
    append(&mut store, &vote(4, 8)).unwrap();
    drop(store);
    put(&folder, "handover-1", text(&folder, CHECKPOINT));
    let error = open(|_| None).unwrap_err();
    let none = ("handover-1", "nomination/log-checkpoint-not-read");
    assert_eq!(damage(&error), none);
}

#[test]
fn damage_is_named_and_nothing_is_changed() {
    let folder = written();
    let lines = text(&folder, ENTRIES);
    let line = |seq: usize| lines.lines().nth(seq).unwrap();
    let checkpoint = text(&folder, CHECKPOINT);
    let other = SigningKey::new(ORIGIN, Signs::Notes, &[9; 32]).unwrap();
    let stranger = SigningKey::new("other.example", Signs::Notes, &[1; 32]).unwrap();
    let tree = open(&folder).unwrap().tree().head();
    let bad = |code: &'static str| (ENTRIES, code);
    let damaged = [
        (
            bad("nomination/log-removed-entry"),
            lines.replacen("\"seq\":1", "\"seq\":7", 1),
        ),
        (
            bad("nomination/log-bad-entry"),
            lines.replacen("\"seq\":1", "\"seq\": 1", 1),
        ),
        (
            bad("nomination/log-bad-entry"),
            lines.replacen("email", "post", 1),
        ),
        (
            bad("nomination/log-bad-entry"),
            format!("{}\n\n{}\n", line(0), line(1)),
        ),
        (
            bad("nomination/log-bad-entry"),
            lines.replacen('\n', " ", 1),
        ),
        (bad("nomination/log-bad-entry"), "\0".repeat(2000) + &lines),
        (
            bad("nomination/log-removed-entry"),
            format!("{}\n{}\n", line(0), line(2)),
        ),
        (
            bad("nomination/log-foreign-entry"),
            lines.replacen(ORIGIN, "b.example", 1),
        ),
        (
            bad("nomination/log-other-root"),
            lines.replacen("email", "eid", 1),
        ),
        (
            bad("nomination/log-other-root"),
            lines.replacen(line(1), &Line::redacted(leaf(&vote(1, 9))), 1),
        ),
        (
            bad("nomination/log-truncated"),
            format!("{}\n{}\n", line(0), line(1)),
        ),
        (bad("nomination/log-truncated"), lines.trim_end().to_owned()),
        (bad("nomination/log-truncated"), String::new()),
        ((CHECKPOINT, "nomination/log-note-not-read"), String::new()),
        (
            (CHECKPOINT, "nomination/log-wrong-signature"),
            checkpoint.replacen("\n3\n", "\n2\n", 1),
        ),
        (
            (CHECKPOINT, "nomination/log-not-signed"),
            signed(&other, tree).unwrap().to_string(),
        ),
        (
            (CHECKPOINT, "nomination/log-not-signed"),
            signed(&stranger, tree).unwrap().to_string(),
        ),
        ((VERIFIER, "nomination/log-bad-key"), String::new()),
        (
            (VERIFIER, "nomination/log-not-signed"),
            other.verifier().to_string(),
        ),
    ];
    for ((file, rule), altered) in damaged {
        let folder = written();
        assert_ne!(text(&folder, file), altered);
        put(&folder, file, &altered);
        let error = open(&folder).unwrap_err();
        let file = if rule == "nomination/log-not-signed" {
            CHECKPOINT
        } else {
            file
        };
        assert_eq!(damage(&error), (file, rule), "{altered}");
        let told = error.to_string();
        assert!(
            told.contains(file) && told.contains("newest copy"),
            "{told}"
        );
    }
}

#[test]
fn a_damaged_file_of_nonces_is_named() {
    let folder = written();
    let (size, altered) = (" t 2 ", " t 3 ");
    let alter = |from, to| put(&folder, NONCES, text(&folder, NONCES).replacen(from, to, 1));
    assert_eq!(text(&folder, NONCES).lines().count(), 7);
    // In the last batch nobody can tell damage from a write that was cut off; in one before it, anybody.
    alter(size, altered);
    let mut store = open(&folder).unwrap();
    for nonce in [7, 6] {
        let used = store.use_nonce(Pool::Messages, [nonce; 16], NOW + 300, NOW);
        assert_eq!(used.unwrap(), Nonce::Fresh);
        store.commit().unwrap();
    }
    drop(store);
    alter(" m 0707", " m 0708");
    let error = open(&folder).unwrap_err().to_string();
    let told = "the file `nonces` is not as it was written from line 6 on";
    assert!(error.starts_with(told), "{error}");
    // One that is lost, or of which nothing is left.
    put(&folder, NONCES, "\0".repeat(4096));
    assert_eq!(code(open(&folder)), "nomination/nonces-damaged");
    put(&folder, NONCES, "");
    assert_eq!(code(open(&folder)), "nomination/nonces-damaged");
    std::fs::remove_file(folder.path().join(NONCES)).unwrap();
    assert_eq!(code(open(&folder)), "nomination/nonces-damaged");
    let options = Options {
        forget_nonces: true,
        ..Options::default()
    };
    let forgetting = FileStore::open_with(folder.path(), ORIGIN, key(1), NOW, &options);
    assert_eq!(forgetting.unwrap().head().size, 3);
    assert_eq!(open(&folder).unwrap().head().size, 3);
}

#[test]
fn a_log_is_of_one_site_and_one_key() {
    let folder = written();
    let open = |origin, key| FileStore::open(folder.path(), origin, key, NOW);
    assert_eq!(
        code(open("other.example", key(1))),
        "nomination/log-other-origin"
    );
    assert_eq!(code(open(ORIGIN, key(2))), "nomination/log-other-key");
    let witness = SigningKey::new(ORIGIN, Signs::Cosignatures, &[1; 32]).unwrap();
    assert_eq!(code(open(ORIGIN, witness)), "nomination/log-bad-key");
    let mut store = open(ORIGIN, key(1)).unwrap();
    let other = Entry {
        origin: "other.example".into(),
        ..vote(3, 4)
    };
    assert_eq!(
        code(append(&mut store, &other)),
        "nomination/log-foreign-entry"
    );
}

#[test]
fn what_could_not_be_read_again_is_not_written() {
    let folder = written();
    let mut store = open(&folder).unwrap();
    let mut unreadable = vote(3, 4);
    if let Act::Vote(vote) = &mut unreadable.act {
        vote.practice = "no register".into();
    }
    assert_eq!(
        code(append(&mut store, &unreadable)),
        "nomination/log-bad-entry"
    );
    assert_eq!(
        code(append(&mut store, &vote(2, 4))),
        "nomination/log-repeated-entry"
    );
    let fits = vote(3, 4);
    let wrong = store.append(&fits, &fits.to_json(), Hex([0; 32]), NOW);
    assert_eq!(code(wrong), "nomination/log-other-root");
    append(&mut store, &fits).unwrap();
    drop(store);
    assert_eq!(open(&folder).unwrap().head().size, 4);
}

#[test]
fn a_restored_copy_is_not_gone_on_with() {
    let (old, new) = (written(), written());
    let heads: Vec<_> = {
        let mut store = open(&new).unwrap();
        append(&mut store, &vote(3, 8)).unwrap();
        (0..=4)
            .map(|size| store.tree().head_at(size).unwrap())
            .collect()
    };
    let note = |head: &TreeHead| signed(&key(1), *head).unwrap();
    let open = |seen: &[Note]| {
        let seen = seen.to_vec();
        let options = Options {
            seen,
            ..Options::default()
        };
        FileStore::open_with(old.path(), ORIGIN, key(1), NOW, &options)
    };
    let notes: Vec<_> = heads.iter().map(note).collect();
    assert_eq!(open(&notes[..4]).unwrap().head().size, 3);
    assert_eq!(code(open(&notes)), "nomination/log-restored");
    let forked = TreeHead {
        root: Hex([0; 32]),
        ..heads[2]
    };
    let refused = open(&[note(&forked)]).unwrap_err().to_string();
    assert!(
        refused.starts_with("a checkpoint of 2 entries was seen, and"),
        "{refused}"
    );
    // What others say of the log, nobody believes who has not seen that the log has signed it.
    let other = SigningKey::new("other.example", Signs::Notes, &[1; 32]).unwrap();
    let foreign = signed(&other, heads[2]).unwrap();
    assert_eq!(code(open(&[foreign])), "nomination/log-other-origin");
    let strange = signed(&key(2), heads[4]).unwrap();
    assert_eq!(code(open(&[strange])), "nomination/log-not-signed");
    let unsigned = Note::new(notes[4].text()).unwrap();
    assert_eq!(code(open(&[unsigned])), "nomination/log-not-signed");
    // Nor does a log begin where one was seen; what was signed by keys that have handed over counts too.
    let anew = |seen: &[Note]| {
        let folder = TempDir::new().unwrap();
        let seen = seen.to_vec();
        let options = Options {
            new: true,
            seen,
            ..Options::default()
        };
        let begun = FileStore::open_with(folder.path(), ORIGIN, key(1), NOW, &options);
        assert_eq!(begun.is_ok(), folder.path().join(VERIFIER).exists());
        begun
    };
    assert_eq!(code(anew(&notes[..2])), "nomination/log-restored");
    assert_eq!(anew(&notes[..1]).unwrap().head().size, 0);
    let mut store = open(&[]).unwrap();
    store.rekey(key(2)).unwrap();
    let next = key(2).verifier().to_string().into();
    append(&mut store, &entry(3, Act::Key { key: next })).unwrap();
    drop(store);
    let open = |seen: &Note| {
        let seen = vec![seen.clone()];
        let options = Options {
            seen,
            ..Options::default()
        };
        FileStore::open_with(old.path(), ORIGIN, key(2), NOW, &options)
    };
    assert_eq!(open(&notes[2]).unwrap().head().size, 4);
    assert_eq!(code(open(&notes[4])), "nomination/log-restored");
}

#[test]
fn a_key_hands_over_to_the_next() {
    let folder = written();
    let key_entry = |seq, seed| {
        let key = key(seed).verifier().to_string();
        entry(seq, Act::Key { key: key.into() })
    };
    let mut store = open(&folder).unwrap();
    // Only the key that was given can be named, and once in a batch.
    assert_eq!(
        code(stage(&mut store, &key_entry(3, 2))),
        "nomination/log-other-key"
    );
    assert_eq!(code(store.rekey(key(1))), "nomination/trust-duplicate-key");
    store.rekey(key(2)).unwrap();
    assert_eq!(
        code(stage(&mut store, &key_entry(3, 3))),
        "nomination/log-other-key"
    );
    stage(&mut store, &vote(3, 8)).unwrap();
    stage(&mut store, &key_entry(4, 2)).unwrap();
    assert_eq!(
        code(stage(&mut store, &key_entry(5, 2))),
        "nomination/log-other-key"
    );
    append(&mut store, &vote(5, 9)).unwrap();
    assert_eq!(store.checkpoint().verify(key(1).verifier()), Ok(0));
    assert_eq!(store.checkpoints().len(), 1);
    drop(store);

    assert_eq!(code(open(&folder)), "nomination/log-other-key");
    let open = |seed| FileStore::open(folder.path(), ORIGIN, key(seed), NOW);
    let mut store = open(2).unwrap();
    assert_eq!(store.checkpoints().len(), 1);
    append(&mut store, &vote(6, 10)).unwrap();
    assert_eq!(store.checkpoint().verify(key(2).verifier()), Ok(0));
    let before = text(&folder, CHECKPOINT);
    store.rekey(key(3)).unwrap();
    append(&mut store, &key_entry(7, 3)).unwrap();
    drop(store);
    // The machine stopped between the handover and the checkpoint.
    put(&folder, CHECKPOINT, before.replacen("\n7\n", "\n6\n", 1));
    let error = open(3).unwrap_err();
    assert_eq!(damage(&error), (CHECKPOINT, "nomination/log-not-signed"));
    put(&folder, CHECKPOINT, &before);
    let mut store = open(3).unwrap();
    assert_eq!((store.head().size, store.checkpoints().len()), (8, 2));
    assert_eq!(text(&folder, CHECKPOINT), text(&folder, "handover-1"));
    append(&mut store, &vote(8, 11)).unwrap();
    let sizes: Vec<_> = store.checkpoints().iter().map(stated_size).collect();
    assert_eq!(sizes, [6, 8, 9]);
    let keys = store.checkpoints();
    for (note, seed) in keys.iter().zip([1, 2, 3]) {
        Checkpoint::verify(note, key(seed).verifier()).unwrap();
    }
    drop(store);
    assert_eq!(open(3).unwrap().checkpoints(), keys);

    let lines = text(&folder, ENTRIES);
    let verify = |notes: &[Note]| {
        VerifiedLog::verify(lines.lines().map(str::as_bytes), notes, key(1).verifier())
    };
    assert_eq!(verify(&keys).unwrap().checkpoint().head.size, 9);
    // Without the note by which the first key hands over, the second is a stranger's.
    assert!(verify(&keys[1..]).is_err());

    // Neither handover covers the last vote, which was acknowledged.
    for note in &keys[..2] {
        put(&folder, CHECKPOINT, note.to_string());
        assert_eq!(code(open(3)), "nomination/log-restored");
    }
    assert_eq!(text(&folder, ENTRIES), lines);
    let altered = text(&folder, "handover-0").replacen("\n6\n", "\n5\n", 1);
    put(&folder, "handover-0", altered);
    let error = open(3).unwrap_err();
    assert_eq!(
        damage(&error),
        ("handover-0", "nomination/log-wrong-signature")
    );
}

#[test]
fn what_was_taken_back_frees_the_tag_and_can_be_erased() {
    let folder = written();
    let mut store = open(&folder).unwrap();
    let (erased, withdrawn, stays) = (leaf(&vote(0, 5)), leaf(&vote(1, 6)), leaf(&vote(2, 7)));
    let void = |target| Act::Void {
        target,
        reason: Reason::Erasure,
    };
    let withdraw = |target, token| Act::Withdraw {
        target,
        token: Hex([token; 32]),
    };
    assert_eq!(redact(&mut store, erased), Err("nomination/log-not-void"));
    stage(&mut store, &entry(3, void(erased))).unwrap();
    append(&mut store, &entry(4, withdraw(withdrawn, 6))).unwrap();
    // Somebody's file: admission takes no such withdrawal.
    append(&mut store, &entry(5, withdraw(stays, 8))).unwrap();
    let act = leaf(&entry(3, void(erased)));
    let codes = ["nomination/unknown-vote", "nomination/log-not-void"].map(Some);
    let outcomes = store
        .redact(&[erased, Hex([0; 32]), withdrawn, act])
        .unwrap();
    let outcomes: Vec<_> = outcomes
        .into_iter()
        .map(|outcome| outcome.err().map(|refusal| refusal.code()))
        .collect();
    assert_eq!(outcomes, [None, codes[0], codes[1], codes[0]]);
    let (head, proof) = (store.tree().head(), store.proof(0).unwrap());
    drop(store);

    let mut store = open(&folder).unwrap();
    assert_eq!(store.tree().head(), head);
    proof.verify(erased, key(1).verifier()).unwrap();
    assert_eq!(
        store.find(erased).unwrap(),
        Some((0, Line::redacted(erased)))
    );
    assert!(!text(&folder, ENTRIES).contains("\"tag\":\"0505"));
    for (tag, is_free) in [(5, true), (6, true), (7, false)] {
        assert_eq!(store.strongest(Hex([tag; 16])).is_none(), is_free, "{tag}");
    }
    let statuses = [erased, withdrawn, stays].map(|leaf| store.status(leaf));
    assert_eq!(
        statuses,
        [None, Some(Status::Withdrawn), Some(Status::Live)]
    );
    let lines = text(&folder, ENTRIES);
    let verified = VerifiedLog::verify(
        lines.lines().map(str::as_bytes),
        &store.checkpoints(),
        key(1).verifier(),
    );
    assert_eq!(verified.unwrap().checkpoint().head, head);
    // Once more is no harm, and the log goes on. What its voter has withdrawn is erased once it is void too.
    assert_eq!(redact(&mut store, erased), Ok(()));
    append(&mut store, &vote(6, 5)).unwrap();
    append(&mut store, &entry(7, void(withdrawn))).unwrap();
    assert_eq!(store.status(withdrawn), None);
    assert_eq!(redact(&mut store, withdrawn), Ok(()));
    assert!(!text(&folder, ENTRIES).contains("\"tag\":\"0606"));
    for seq in [2, 6, 7] {
        let line = text(&folder, ENTRIES).lines().nth(seq).unwrap().to_owned();
        let leaf = leaf_hash(line.as_bytes());
        assert_eq!(store.find(leaf).unwrap(), Some((seq as u64, line)));
    }
    drop(store);
    assert_eq!(
        open(&folder).unwrap().strongest(Hex([5; 16])),
        Some(Class::Email)
    );
}

#[test]
fn a_site_erases_a_vote_and_changes_its_key() {
    let folder = TempDir::new().unwrap();
    drop(create(&folder));
    let mut site = admission(&folder);
    let known = || Known {
        person: Some(crate::Identity::person("BG/8001010000").unwrap()),
        ..Known::default()
    };
    let request = Request::read(r#"{"practice": "flgr:20070736", "class": "eid"}"#).unwrap();
    let cast = |site: &mut Admission<FileStore>, salt| {
        let decision = site.admit(&request, &known(), NOW, [salt; 48]).unwrap();
        match decision {
            Decision::Counted(receipt) => receipt.line().to_owned(),
            other => panic!("{other:?}"),
        }
    };
    let line = cast(&mut site, 1);
    site.void(&line, Reason::Erasure, NOW, [2; 16])
        .unwrap()
        .unwrap();
    let leaf = leaf_hash(line.as_bytes());
    assert_eq!(redact(site.store_mut(), leaf), Ok(()));
    // Of an erased vote nothing is left to be taken back.
    let (_, erased) = site.store().find(leaf).unwrap().unwrap();
    let gone = site.void(&erased, Reason::Erasure, NOW, [2; 16]).unwrap();
    assert_eq!(gone, Err(Refusal::unknown_vote(leaf)));
    let gone = site.withdraw(&erased, Hex([0; 32]), NOW, [2; 16]).unwrap();
    assert_eq!(gone, Err(Refusal::unknown_vote(leaf)));
    let again = cast(&mut site, 3);
    site.store_mut().rekey(key(2)).unwrap();
    site.change_log_key(key(2).verifier(), NOW, [4; 16])
        .unwrap()
        .unwrap();
    drop(site);
    let store = FileStore::open(folder.path(), ORIGIN, key(2), NOW).unwrap();
    let leaf = leaf_hash(again.as_bytes());
    assert_eq!(
        (store.head().size, store.find(leaf).unwrap()),
        (4, Some((2, again)))
    );
}

/// Files that fail when told to.
#[derive(Debug)]
struct Failing {
    folder: Folder,
    /// How many writes succeed before one fails.
    left: usize,
    /// What a file is full of, without end.
    endless: fn(&str) -> Option<&'static [u8; 1]>,
}

impl Failing {
    fn on(folder: &TempDir) -> Failing {
        Failing {
            folder: Folder::open(folder.path()).unwrap(),
            left: 100,
            endless: |_| None,
        }
    }

    fn fail(&mut self) -> io::Result<()> {
        self.left = self.left.checked_sub(1).ok_or(io::ErrorKind::StorageFull)?;
        Ok(())
    }
}

impl Storage for Failing {
    fn read(&self, name: &str, at: u64, buffer: &mut [u8]) -> io::Result<usize> {
        match (self.endless)(name) {
            None => self.folder.read(name, at, buffer),
            Some([byte]) => {
                buffer.fill(*byte);
                Ok(buffer.len())
            }
        }
    }
    fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.fail()?;
        self.folder.append(name, bytes)
    }
    fn sync(&mut self, name: &str) -> io::Result<()> {
        self.fail()?;
        self.folder.sync(name)
    }
    fn cut(&mut self, name: &str, size: u64) -> io::Result<()> {
        self.folder.cut(name, size)
    }
    fn replace(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.fail()?;
        self.folder.replace(name, bytes)
    }
}

#[test]
fn after_a_failed_write_nothing_is_taken() {
    // Nonces appended and synced, entries appended and synced, the checkpoint.
    for left in 0..=5 {
        let folder = written();
        let failing = Failing::on(&folder);
        let mut store = LogStore::over(failing, ORIGIN, key(1), NOW, &Options::default()).unwrap();
        store
            .use_nonce(Pool::Answers, [1; 16], NOW + 9, NOW)
            .unwrap();
        stage(&mut store, &vote(3, 4)).unwrap();
        store.storage.left = left;
        if left == 5 {
            store.commit().unwrap();
        } else {
            assert_eq!(code(store.commit()), "nomination/log-io");
            store.storage.left = 100;
            let poisoned = "nomination/log-poisoned";
            assert_eq!(code(store.commit()), poisoned);
            assert_eq!(code(stage(&mut store, &vote(4, 3))), poisoned);
            assert_eq!(
                code(store.use_nonce(Pool::Answers, [2; 16], NOW + 9, NOW)),
                poisoned
            );
            assert_eq!(code(store.redact(&[leaf(&vote(0, 5))])), poisoned);
        }
        drop(store);
        assert_eq!(open(&folder).unwrap().head().size, 3 + u64::from(left == 5));
    }
}

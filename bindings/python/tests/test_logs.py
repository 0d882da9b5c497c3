"""Logs as Python verifies them: the vectors' notes and proofs, each judged as the vectors say."""

from __future__ import annotations

import csv
import datetime
import hashlib
import json
import pickle
from pathlib import Path
from typing import Any

import answers
import pytest
import votes
from obmen import logs, nominations
from obmen.logs import RefusedError, TrustPolicy
from signing import Signer, leaf, quorum

KEY = "obmen.example.bg+ca68910a+AdeFtJWD7nNsZs9V3IdHT08zfJcb/D1py6HiHmd2NlOv"
VECTORS = {file: answers.load(f"nomination/{file}.json") for file in ("log", "witness")}
CASES = [(file, case) for file, vectors in VECTORS.items() for case in vectors["cases"]]


def text(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


class Reader:
    """Judges what a case makes: what its steps of signing and proving gave is taken from its lines."""

    def __init__(self, setup: dict[str, Any]) -> None:
        self.note = self.proof = self.request = ""
        self.lines: list[str] = list(setup["lines"])
        self.kept: list[str] = []
        self.policy: str | None = None
        self.judged = 0

    def judge(self, step: dict[str, Any], told: dict[str, Any]) -> dict[str, Any] | None:
        """What the package says of a step; nothing where a step is no reader's."""
        key = step.get("key", KEY)
        match step["do"]:
            case "log-key":
                read = logs.read_key(key)
                return {"name": read.name, "signs": "Cosignatures" if read.witness else "Notes"}
            case "log-note":
                self.note = step["note"]
                return {"text": logs.verify_note(self.note, key)} if "key" in step else None
            case "log-checkpoint":
                if logs.read_key(key).witness:
                    return {"time": logs.verify_cosignature(self.note, key)}
                checkpoint = logs.verify_checkpoint(self.note, key)
                return {"origin": checkpoint.origin, "root": checkpoint.root, "size": checkpoint.size}
            case "log-place":
                place = logs.verify_receipt(self.proof, step["line"], key)
                return {"index": place.index, "origin": place.checkpoint.origin, "size": place.checkpoint.size}
            case "log-verify":
                log = logs.verify_log(self.lines, self.note, key, handovers=self.kept)
                return {"root": log.root, "size": len(log), "votes": len(log.votes())}
            case "log-keep":
                self.kept.append(self.note)
            case "log-redact":
                self.lines[step["index"]] = told["line"]
            case "log-extends" | "trust-extends":
                trust = key if step["do"] == "log-extends" else TrustPolicy.read(self.policy or "")
                newer = logs.verify_consistency(self.request, self.kept[-1], trust)
                return {"origin": newer.origin, "root": newer.root, "size": newer.size}
            case "trust":
                self.policy = text(step["policy"])
                return {"policy": TrustPolicy.read(self.policy).text()}
            case "trust-verify":
                assert self.policy is not None
                covered = TrustPolicy.read(self.policy).verify(self.note)
                cosigners = [{"name": each.name, "time": each.time} for each in covered.cosigners]
                return {"cosigners": cosigners, "origin": covered.checkpoint.origin, "size": covered.checkpoint.size}
        self.note, self.proof = told.get("note", self.note), told.get("proof", self.proof)
        self.request = told.get("request", self.request)
        self.lines = told["lines"].splitlines() if step["do"] == "log-alter" and "lines" in told else self.lines
        # A witness answers with its line alone.
        self.note += told.get("lines", "") if step["do"] == "witness-add" else ""
        return None

    def step(self, step: dict[str, Any], told: dict[str, Any]) -> None:
        try:
            given = self.judge(step, told)
        except RefusedError as error:
            given = {"arguments": error.arguments, "code": error.code}
        if given is not None:
            self.judged += 1
            assert given == told, step


@pytest.mark.parametrize(("file", "case"), CASES, ids=[f"{file}: {case['name']}" for file, case in CASES])
def test_notes_and_proofs_are_judged_as_the_vectors_say(file: str, case: dict[str, Any]) -> None:
    reader = Reader(answers.site(VECTORS[file], case)[0])
    for step, line in zip(case["steps"], case["written"].splitlines(), strict=True):
        reader.step(step, json.loads(line))


def test_most_cases_have_something_to_be_judged() -> None:
    counts = {"log": 0, "witness": 0}
    for file, case in CASES:
        reader = Reader(answers.site(VECTORS[file], case)[0])
        for step, line in zip(case["steps"], case["written"].splitlines(), strict=True):
            reader.step(step, json.loads(line))
        counts[file] += reader.judged
    assert counts["log"] > 110 and counts["witness"] > 70


def test_a_proof_holds_by_a_key_and_by_a_quorum() -> None:
    steps = next(
        (case["steps"], case["written"].splitlines())
        for case in VECTORS["log"]["cases"]
        if case["steps"][-1]["do"] == "log-place" and not case["report"]
    )
    proof = next(json.loads(line)["proof"] for line in steps[1] if "proof" in json.loads(line))
    entry = steps[0][-1]["line"]
    place = logs.verify_receipt(proof, entry, KEY)
    assert place == logs.verify_receipt(proof, entry.encode(), TrustPolicy.read(f"log {KEY}\nquorum none\n"))
    witness = "witness.example.bg/w1+cfba035c+BAvTal18JYcZOGt/MH2jkEZ14/3fSZgY0XUJekI9O9zP"
    alone = TrustPolicy.read(f"log {KEY}\nwitness w1 {witness}\nquorum w1\n")
    with pytest.raises(RefusedError) as refused:
        logs.verify_receipt(proof, entry, alone)
    assert refused.value.code == "nomination/trust-quorum-not-met"
    assert refused.value.arguments == {"missing": ["w1"]}
    with pytest.raises(RefusedError) as refused:
        logs.verify_receipt(proof, entry + " ", alone.read(f"log {KEY}\nquorum none\n"))
    assert refused.value.code == "nomination/log-not-included"
    assert eval(repr(alone), {"TrustPolicy": TrustPolicy}).text() == alone.text()


# What logs add up to

TALLIES = answers.load("nomination/tally.json")
A, B = Signer("a.example.bg"), Signer("b.example.bg", seed=bytes([9] * 32))
WITNESS = Signer("witness.example.bg", witness=True, seed=bytes([8] * 32))
EDITION = f"2026-spring@{'5a' * 32}"
BEGIN = 1_772_442_000


def digest(*parts: object) -> bytes:
    return hashlib.sha256(" ".join(map(str, parts)).encode()).digest()


class Writer:
    """The entries of a site, as another program would write them."""

    def __init__(self, signer: Signer, scope: str = "bg") -> None:
        self.signer, self.scope = signer, scope
        self.lines: list[str] = []

    def add(self, hours: int, **act: object) -> str:
        hour = datetime.datetime.fromtimestamp(BEGIN + 3600 * hours, datetime.timezone.utc)
        entry = {
            "edition": EDITION,
            "hour": hour.strftime("%Y-%m-%dT%HZ"),
            "origin": self.signer.name,
            "salt": digest("salt", self.signer.name, len(self.lines)).hex()[:32],
            "seq": len(self.lines),
            "v": 1,
        }
        self.lines.append(votes.compact({**entry, **act}))
        return leaf(self.lines[-1]).hex()

    def vote(self, person: str, practice: str = "flgr:1", hours: int = 0, strength: str = "email") -> tuple[str, str]:
        """Adds a vote, and returns its leaf and the secret that withdraws it."""
        token = digest("token", self.signer.name, len(self.lines))
        tag = digest(person, practice, self.scope).hex()[:32]
        cancel = hashlib.sha256(token).hexdigest()
        vote = {"kind": "vote", "practice": practice, "class": strength, "scope": self.scope, "tag": tag}
        return self.add(hours, **vote, cancel=cancel), token.hex()

    def withdraw(self, vote: tuple[str, str], hours: int = 0) -> None:
        self.add(hours, kind="withdraw", target=vote[0], token=vote[1])

    def log(self) -> logs.Log:
        return logs.verify_log(self.lines, self.signer.checkpoint(self.lines), self.signer.key())


def two_sites() -> tuple[Writer, Writer]:
    """Two sites of one scope: somebody voted at both, and somebody took a vote back at the other site."""
    one, other = Writer(A), Writer(B)
    one.vote("ana")
    regretted = one.vote("boris")
    one.vote("ana", "flgr:2")
    other.vote("ana", strength="eid")
    other.vote("vera")
    other.withdraw(regretted)
    return one, other


@pytest.mark.parametrize("case", TALLIES["cases"], ids=[case["name"] for case in TALLIES["cases"]])
def test_a_tally_is_that_of_the_vectors(case: dict[str, Any]) -> None:
    (step,) = case["steps"]
    counted = votes.tally(TALLIES["setup"], step)
    assert counted.to_json() + "\n" == case["written"]
    stated = step.get("stated")
    found = [*counted.findings(), *(counted.compare({stated["practice"]: stated["nominations"]}) if stated else ())]
    told = [{"arguments": each.arguments, "code": each.code, "severity": each.severity} for each in found]
    assert told == [{name: each[name] for name in ("arguments", "code", "severity")} for each in case["report"]]
    assert [each.code for each in counted.uncounted] == [
        each["code"] for each in json.loads(case["written"])["uncounted"]
    ]


def test_a_person_counts_once_at_two_sites_and_a_withdrawn_vote_never() -> None:
    one, other = (writer.log() for writer in two_sites())
    assert (one.origin, one.size, len(one), one.final_size) == ("a.example.bg", 3, 3, 0)
    assert one.key == A.key() and one.checkpoint == logs.verify_checkpoint(A.checkpoint(two_sites()[0].lines), A.key())
    counted = logs.tally([one, other])
    standings = [(row.place, row.practice, row.votes, row.final) for row in counted.standings]
    assert standings == [(1, "flgr:1", 2, 0), (2, "flgr:2", 1, 0)]
    assert [(row.origin, row.practice, row.class_, row.cast, row.counted) for row in counted.sites] == [
        ("a.example.bg", "flgr:1", "email", 2, 0),
        ("a.example.bg", "flgr:2", "email", 1, 1),
        ("b.example.bg", "flgr:1", "email", 1, 1),
        ("b.example.bg", "flgr:1", "eid", 1, 1),
    ]
    assert [row[:2] + row[3:] for row in counted.uncounted] == [
        ("a.example.bg", 0, "nomination/tally-superseded", "b.example.bg", 0),
        ("a.example.bg", 1, "nomination/tally-withdrawn", "b.example.bg", 2),
    ]
    assert [row.message for row in counted.findings("bg")] == [
        "глас 0 от `a.example.bg` е на човек, чийто глас 0 от `b.example.bg` се брои",
        "гласувалият е оттеглил глас 1 от `a.example.bg` със запис 2 от `b.example.bg`",
    ]
    # Order, repetition and older copies say nothing new.
    older = two_sites()[0]
    del older.lines[1:]
    assert logs.tally([other, one, older.log(), other]) == counted
    assert repr(counted) == "<Tally of 2 logs: 3 votes count, 2 entries do not>"
    with pytest.raises(ValueError, match="lang"):
        counted.findings("fr")  # type: ignore[arg-type]


def test_the_hash_of_a_result_is_made_of_its_tables() -> None:
    counted = logs.tally(writer.log() for writer in two_sites())
    (edition,) = counted.editions
    result = {
        "v": 1,
        "edition": edition.edition,
        "standings": [
            {"practice": row.practice, "votes": row.votes, "strong": row.strong, "weak": row.weak}
            for row in counted.standings
        ],
        "counts": [
            {"practice": row.practice, "scope": row.scope, "month": row.month, "class": row.class_, "votes": row.votes}
            for row in counted.counts
        ],
    }
    assert edition.hash == hashlib.sha256(votes.compact(result).encode()).hexdigest()
    assert edition.votes == sum(row.votes for row in counted.standings) == 3
    assert not counted.closings


def test_what_sources_state_is_compared() -> None:
    counted = logs.tally(writer.log() for writer in two_sites())
    (found,) = counted.compare({"flgr:1": 2, "flgr:2": 7}, "bg")
    assert (found.code, found.severity) == ("nomination/tally-mismatch", "warning")
    assert found.arguments == {"counted": 1, "edition": EDITION, "practice": "flgr:2", "stated": 7}
    assert "посочва 7 номинации" in found.message
    with pytest.raises(OverflowError):
        counted.compare({"flgr:1": -1})


def test_merging_gives_each_vote_once() -> None:
    one, other = two_sites()
    older = Writer(A)
    older.lines = one.lines[:2]
    merged = logs.merge([other.log(), older.log(), one.log(), one.log()])
    assert [(vote.origin, vote.seq) for vote in merged] == [
        (A.name, 0),
        (A.name, 1),
        (A.name, 2),
        (B.name, 0),
        (B.name, 1),
    ]
    assert merged[3:] == [*other.log().votes()] and merged[-1].class_ == "email"
    entries = [json.loads(line) for line in [*one.lines, *other.lines[:2]]]
    for name, column in merged.columns.items():
        assert column == [entry[name.rstrip("_")] for entry in entries]
    # What one copy has redacted another has.
    forgot = Writer(A)
    forgot.lines = [*one.lines]
    forgot.lines[1] = votes.compact({"redacted": leaf(one.lines[1]).hex()})
    assert [vote.seq for vote in forgot.log().votes()] == [0, 2]
    assert logs.merge([forgot.log(), one.log(), other.log()]) == merged
    assert not logs.merge([]) and list(logs.merge([]).columns) == list(logs.Vote._fields)


def test_where_a_log_forked_nothing_counts() -> None:
    one, other = two_sites()
    twin = Writer(A)
    twin.lines = one.lines[:1]
    twin.vote("galina")
    both = [one.log(), twin.log(), other.log()]
    counted = logs.tally(both)
    assert counted.logs[0].forked and counted.logs[0].size == 1 and not counted.logs[1].forked
    forked = [(row.seq, row.other_seq) for row in counted.uncounted if row.code == "nomination/tally-fork"]
    assert forked == [(1, 1), (1, 1), (2, 1)]
    assert [(vote.origin, vote.seq) for vote in logs.merge(both)] == [(A.name, 0), (B.name, 0), (B.name, 1)]


def test_by_a_policy_what_a_quorum_has_seen_is_final() -> None:
    one, other = two_sites()
    trust = TrustPolicy.read(quorum([A, B], WITNESS))
    cosigned = A.checkpoint(one.lines[:1], WITNESS)
    log = logs.verify_log("\n".join(one.lines) + "\n", A.checkpoint(one.lines), trust, cosigned=cosigned)
    assert (log.final_size, log.size) == (1, 3)
    # The quorum has not seen it: nothing is final, and nothing is wrong.
    unseen = A.checkpoint(one.lines[:1])
    assert logs.verify_log(one.lines, A.checkpoint(one.lines), trust, cosigned=unseen).final_size == 0
    # Two that cosigned different checkpoints have both seen the smaller; the text may be that of the file.
    other_witness = Signer("w2.example.bg", witness=True, seed=bytes([6] * 32))
    both = TrustPolicy.read(quorum([A], WITNESS, other_witness))
    notes = [A.checkpoint(one.lines, WITNESS), A.checkpoint(one.lines[:2], other_witness)]
    for given in (notes, notes[::-1], "\n".join(notes)):
        assert logs.verify_log(one.lines, A.checkpoint(one.lines), both, cosigned=given).final_size == 2
    assert logs.verify_log(one.lines, A.checkpoint(one.lines), both, cosigned=notes[0]).final_size == 0
    counted = logs.tally([log, other.log()])
    # A final vote counts before a stronger one that is pending.
    rows = [(row.class_, row.state, row.votes) for row in counted.counts if row.practice == "flgr:1"]
    assert sorted(rows) == [("email", "final", 1), ("email", "pending", 1)]
    assert [(row.practice, row.votes, row.final) for row in counted.standings] == [("flgr:1", 2, 1), ("flgr:2", 1, 0)]
    whole, part = A.checkpoint(one.lines), A.checkpoint(one.lines[:2])
    seen = A.checkpoint(one.lines, WITNESS)
    for lines, note, by, witnessed, code in (
        (one.lines[:2], part, trust, seen, "log-restored"),
        (one.lines, whole, TrustPolicy.read(quorum([B], WITNESS)), (), "trust-unknown-log"),
        (one.lines, whole, trust.text(), (), "log-bad-key"),
        (one.lines, whole, B.key(), (), "log-not-signed"),
        (one.lines[:2], whole, A.key(), (), "log-truncated"),
        (one.lines, part, A.key(), (), "log-unproven"),
        (one.lines, "", A.key(), (), "log-note-not-read"),
    ):
        with pytest.raises(RefusedError) as refused:
            logs.verify_log(lines, note, by, cosigned=witnessed)
        assert refused.value.code == f"nomination/{code}"


def test_a_log_in_files_is_read_while_it_is_written(tmp_path: Path) -> None:
    site, now = "obmen.example.bg", 1_775_000_000
    key = nominations.new_log_key(site)
    policy = {"edition": "2026-spring", "scope": "bg", "opens": "2026-03-01T00Z", "closes": "2026-06-01T00Z"}
    keys = nominations.Keys.generate("2026-spring", "1")
    box = nominations.Admission(site, policy, keys, ["flgr:1"], store=tmp_path, log_key=key, new=True, now=now)
    public = (tmp_path / "verifier").read_text("utf-8").strip()
    assert len(logs.read_log(tmp_path, public).votes()) == 0
    vote = {"practice": "flgr:1", "class": "eid"}
    decision = box.admit(vote, person="BG/8001010000", now=now)
    log = logs.read_log(str(tmp_path), public)
    assert logs.tally([log], [policy]).standings[0].votes == 1 and log.votes()[0].class_ == "eid"
    by_policy = logs.read_log(tmp_path, TrustPolicy.read(f"log {public}\nquorum none\n"))
    assert (by_policy.root, by_policy.final_size) == (log.root, 0)
    assert decision.line and decision.withdrawal
    box.withdraw(decision.line, decision.withdrawal, now=now)
    assert not logs.tally([logs.read_log(tmp_path, public)], [policy]).standings
    with pytest.raises(RefusedError) as refused:
        logs.read_log(tmp_path / "none", public)
    assert refused.value.code == "nomination/log-not-begun"
    (tmp_path / "checkpoint").write_text("nothing", "utf-8")
    with pytest.raises(RefusedError) as refused:
        logs.read_log(tmp_path, public)
    assert refused.value.code == "nomination/log-damaged"


def polis(root: Path) -> tuple[list[tuple[int, str, str, bool]], bool]:
    """The events of a conversation on Seattle's minimum wage (Polis open data, CC BY 4.0) by time: hour, comment, voter,
    whether the person agreed; or a like stream."""
    path = root / "../shared/data/polis/15-per-hour-seattle/votes.csv"
    if not path.exists():
        print("skipped: votes.csv of Polis is not in ../shared/data; a made-up stream stands for it")
        draws = [digest("draw", number) for number in range(2_300)]
        return [
            (hour, str(one % 40), str(two % 60), three < 150) for hour, (one, two, three, *_) in enumerate(draws)
        ], False
    with path.open(encoding="utf-8") as file:
        rows = [
            (int(time) // 3_600_000, comment, voter, vote == "1")
            for time, _, comment, voter, vote in [*csv.reader(file)][1:]
        ]
    first = min(rows)[0]
    return sorted(((hour - first, *rest) for hour, *rest in rows), key=lambda row: row[0]), True


@pytest.mark.parametrize("sites", [1, 3])
def test_the_votes_of_a_real_conversation_are_counted_once(root: Path, sites: int) -> None:
    events, real = polis(root)
    agreed = [event for event in events if event[3]]
    pairs = {event[1:3] for event in agreed}
    kept = sum({event[1:3]: event[3] for event in events}.values())
    if real:
        assert (len(agreed), len(pairs), kept) == (1400, 1359, 1358)
    for withdraws, wanted in ((False, len(pairs)), (True, kept)):
        writers = [Writer(Signer(f"{name}.example.bg")) for name in "abc"[:sites]]
        cast: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for number, (hour, comment, voter, agrees) in enumerate(events):
            writer = writers[number % sites]
            before = cast.setdefault((comment, voter), [])
            if agrees:
                before.append(writer.vote(voter, f"flgr:{comment}", hour))
            while withdraws and not agrees and before:
                writer.withdraw(before.pop(0), hour)
        read = [writer.log() for writer in writers]
        counted = logs.tally(read)
        assert sum(row.votes for row in counted.standings) == sum(row.votes for row in counted.counts) == wanted
        merged = logs.merge(read)
        assert len(merged) == len(agreed)
        assert len({*zip(merged.columns["practice"], merged.columns["tag"], strict=True)}) == len(pairs)
        if not withdraws:
            assert len(counted.uncounted) == len(agreed) - len(pairs)


def test_tables_are_rows_and_columns() -> None:
    table = two_sites()[0].log().votes()
    assert [*table] == [table[place] for place in range(3)] and table[-1] == table[2] and table[1:] == [*table][1:]
    assert list(table.columns) == list(logs.Vote._fields)
    table.columns["seq"].append(7)
    assert table.columns["seq"] == [0, 1, 2]
    assert pickle.loads(pickle.dumps(table)) == table != two_sites()[1].log().votes()
    with pytest.raises(IndexError):
        table[3]
    with pytest.raises(AttributeError, match="frozen"):
        table.row = 1
    evil = logs.Table(logs.CountedLog, [["<b>"], [1], ["5a"], [0], [False]])
    assert "<td>&lt;b&gt;</td>" in evil._repr_html_() and repr(evil) == "<Table of CountedLog: 1 rows>"
    assert "<th>practice</th>" in logs.tally([two_sites()[0].log()])._repr_html_()


def test_frames_are_made_of_tables() -> None:
    pandas, polars, duckdb = map(pytest.importorskip, ("pandas", "polars", "duckdb"))
    read = [writer.log() for writer in two_sites()]
    counted = logs.tally(read)
    for table in (logs.merge(read), counted.standings, counted.counts, counted.sites, counted.uncounted, counted.logs):
        for frame in (pandas.DataFrame(table), pandas.DataFrame(table.columns)):
            assert list(frame.columns) == list(table.columns) and [
                tuple(row) for row in frame.to_numpy(object, na_value=None)
            ] == [*table]
        for frame in (polars.DataFrame(table), polars.DataFrame(table.columns)):
            assert frame.columns == list(table.columns) and frame.rows() == [*table]
    votes = pandas.DataFrame(logs.merge(read))
    asked = duckdb.sql("select practice, count(distinct tag) from votes group by practice order by practice")
    assert asked.fetchall() == [("flgr:1", 3), ("flgr:2", 1)] and len(votes) == 5

"""Logs as Python verifies them: the vectors' notes and proofs, each judged as the vectors say."""

from __future__ import annotations

import json
from typing import Any

import answers
import pytest
from obmen import logs
from obmen.logs import RefusedError, TrustPolicy

KEY = "obmen.example.bg+ca68910a+AdeFtJWD7nNsZs9V3IdHT08zfJcb/D1py6HiHmd2NlOv"
VECTORS = {file: answers.load(f"nomination/{file}.json") for file in ("log", "witness")}
CASES = [(file, case) for file, vectors in VECTORS.items() for case in vectors["cases"]]


def text(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


class Reader:
    """Judges what a case makes: what its steps of signing and proving gave is taken from its lines."""

    def __init__(self, setup: dict[str, Any]) -> None:
        self.note = self.proof = ""
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
            case "trust":
                self.policy = text(step["policy"])
                return {"policy": TrustPolicy.read(self.policy).text()}
            case "trust-verify":
                assert self.policy is not None
                covered = TrustPolicy.read(self.policy).verify(self.note)
                cosigners = [{"name": each.name, "time": each.time} for each in covered.cosigners]
                return {"cosigners": cosigners, "origin": covered.checkpoint.origin, "size": covered.checkpoint.size}
        self.note, self.proof = told.get("note", self.note), told.get("proof", self.proof)
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
    assert counts["log"] > 110 and counts["witness"] > 50


def test_a_receipt_holds_by_a_key_and_by_a_quorum() -> None:
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

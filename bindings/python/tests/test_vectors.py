"""The shared vectors, read in place: the same reports as in Rust and in JavaScript."""

import json
import os
import subprocess
from pathlib import Path

import answers
import obmen
import pytest

RECORDS = [file for file in answers.files() if not file.startswith(("page/", "nomination/"))]
CASES = [(file, case) for file in RECORDS for case in answers.load(file)["cases"]]
PAGES = [
    (file, case) for file in answers.files() if file.startswith("page/") for case in answers.load(file).get("cases", ())
]
FURNITURE = (
    "Verification Code",
    "Номинирай",
    "[Nominate]",
    "Въведете кода",
    "Nimasystems",
    "Нимасистъмс",
    "Valid XHTML",
    "Разпечатано",
)


def names(cases):
    return [f"{file}: {case['name']}" for file, case in cases]


def without_words(found: dict, positions: bool) -> dict:
    """A finding as the vectors write it."""
    kept = {key: value for key, value in found.items() if key not in ("message", "help")}
    if not positions:
        kept.pop("position", None)
    if "fix" in kept:
        kept["fix"] = {key: value for key, value in kept["fix"].items() if key != "title"}
    return kept


def at(record, pointer):
    """What stands at a pointer, `None` where nothing does."""
    for step in pointer.split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")
        try:
            record = record[int(step)] if isinstance(record, list) else record[step]
        except (LookupError, TypeError, ValueError):
            return None
    return record


def test_there_are_enough():
    fixtures = sum(len(fixture["files"]) for fixture in answers.load("page/fixtures.json")["fixtures"])
    assert len(CASES) + len(PAGES) + fixtures > 500


@pytest.mark.parametrize(("file", "case"), CASES, ids=names(CASES))
def test_a_case_gets_its_exact_report(file, case):
    options = answers.options(case)
    if "register" in case:
        catalogue = answers.register(case)
        found = [entry.diagnostic.to_dict() for entry in catalogue.report]
        written = "".join(practice.to_json() + "\n" for practice in catalogue)
        practice = None
    else:
        practice, report = answers.read(case)
        found = report.to_dicts()
        written = practice and practice.to_json()
        if practice and "page" not in case:
            # A check finds what reading finds, but no positions.
            checked = [without_words(each, False) for each in practice.check(**options).to_dicts()]
            assert checked == [without_words(each, False) for each in found]
    given = [without_words(each, "practice" not in case) for each in found]
    given = [each for each in given if case.get("only", each["code"]) == each["code"]]
    assert json.dumps(given) == json.dumps(case["report"])
    if "written" in case:
        assert written == case["written"]
    for key, suggested in (("mended", False), ("proposed", True)):
        if key in case:
            mended = practice and practice.mend(suggested=suggested, **options)
            assert (mended and mended.practice.to_json()) == case[key]
            # Mending again changes nothing.
            assert not mended or mended.practice.mend(suggested=suggested, **options).applied == 0


@pytest.mark.parametrize(("file", "case"), PAGES, ids=names(PAGES))
def test_a_page_gives_its_record_and_its_evidence(file, case):
    reading = obmen.read_page(answers.page(case), today=answers.PAGE_DAY)
    record = reading.practice.to_dict() if reading.practice else None
    for pointer, wanted in case.get("expect", {}).items():
        assert at(record, pointer) == wanted, pointer
    evidence = {}
    for found in reading.evidence:
        evidence.setdefault(found.pointer, {"text": found.text, "grade": found.grade})
    for pointer, wanted in case.get("evidence", {}).items():
        assert evidence.get(pointer) == wanted
    if "findings" in case:
        found = [
            {"code": each.code, "pointer": each.pointer} for each in reading.report if each.code.startswith("page/")
        ]
        assert found == case["findings"]
    judge(reading, record, evidence)


def leaves(value, pointer=""):
    """Each plain value of a record with its pointer."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if inside is None:
        yield pointer, value
        return
    for step, each in inside:
        yield from leaves(each, f"{pointer}/{str(step).replace('~', '~0').replace('/', '~1')}")


def judge(reading, record, evidence):
    """What must hold for any page: each value rests on words of the page, and none is furniture of the site."""
    for pointer, value in leaves(record) if record else ():
        assert pointer in evidence or pointer in ("/format", "/id"), pointer
        assert not isinstance(value, str) or not any(words in value for words in FURNITURE), value
    page = reading.text.encode()
    for found in reading.evidence:
        assert at(record, found.pointer) is not None, found.pointer
        assert page[found.start : found.end].decode() == found.text


def test_the_fixtures_read_whole(root: Path):
    for fixture in answers.load("page/fixtures.json")["fixtures"]:
        for name in fixture["files"]:
            reading = obmen.read_page(root / "examples/data" / name, today=answers.PAGE_DAY)
            assert reading.practice.to_dict() == fixture["record"], name
            found = [{**each, "position": each["position"]} for each in reading.report.to_dicts()]
            kept = ("code", "severity", "pointer", "position")
            assert [{key: each[key] for key in kept} for each in found] == fixture["reports"][name]
            evidence = {found.pointer: found for found in reading.evidence}
            judge(reading, fixture["record"], evidence)


def test_the_bytes_are_those_of_rust():
    binary = os.environ.get("OBMEN_ANSWERS")
    if not binary:
        pytest.skip("OBMEN_ANSWERS names no program of Rust; scripts/python builds it")
    rust = subprocess.run([binary], check=True, capture_output=True).stdout.decode().split("\n")[:-1]
    ours = [line for file in answers.files() for line in answers.of_file(file)]
    assert len(ours) == len(rust) > 500
    for given, wanted in zip(ours, rust, strict=True):
        if (left_out := json.loads(given)).pop("left_out", None):
            assert left_out.items() <= json.loads(wanted).items()
        else:
            assert given == wanted

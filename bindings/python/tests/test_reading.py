"""Inputs, options, reports, errors."""

import copy
import datetime
import io
import json
import math
import pickle
from collections import UserDict

import obmen
import pytest

RECORD = {"id": "a", "language": "bg", "title": {"bg": "Велоалеи"}, "published": "2027"}
TEXT = json.dumps(RECORD, ensure_ascii=False)


def test_every_input_gives_the_same(tmp_path):
    path = tmp_path / "record.json"
    path.write_text(TEXT, "utf-8")
    wanted = obmen.read(TEXT)
    data = TEXT.encode()
    for source in (data, bytearray(data), memoryview(data), path, io.BytesIO(data), io.StringIO(TEXT), path.open("rb")):
        assert obmen.read(source) == wanted
        assert wanted.report[0].position is not None
    objects = obmen.read(RECORD)
    assert objects.practice == wanted.practice
    assert [found.code for found in objects.report] == [found.code for found in wanted.report]
    assert objects.report[0].position is None
    assert obmen.read(UserDict(RECORD)) == objects == obmen.read(wanted.practice)
    assert obmen.check(RECORD) == objects.report == obmen.check(wanted.practice) == wanted.practice.check()
    assert obmen.check(data) == wanted.report


def test_what_could_not_run_is_an_exception(tmp_path):
    for read in (obmen.read, obmen.check, obmen.read_page, obmen.read_jsonl, obmen.read_json):
        with pytest.raises(FileNotFoundError) as error:
            read(tmp_path / "none.json")
        assert error.value.filename.endswith("none.json")
        with pytest.raises(IsADirectoryError):
            read(tmp_path)
        with pytest.raises(TypeError):
            read(5)
    with pytest.raises(FileNotFoundError):
        obmen.read_jsonl(str(tmp_path / "none.jsonl"))
    circle = {}
    circle["a"] = [circle]
    for value, error, words in (
        ({"id": object()}, TypeError, "`/id`: a object has no place in a record; write text"),
        ({"a/b": [1, {"~": {1, b"a"}}]}, TypeError, "`/a~1b/1/~0/1`: a bytes has no place|`/a~1b/1/~0/0`: a bytes"),
        ({"published": datetime.datetime(2013, 1, 1)}, TypeError, "`/published`: a datetime has no place"),
        (
            {"project": {"budget": {"amount": math.nan}}},
            ValueError,
            "`/project/budget/amount`: nan is no number of JSON",
        ),
        ({"title": UserDict(bg=-math.inf)}, ValueError, "`/title/bg`: -inf is no number of JSON; leave it out"),
        ({"id": {("a",): 1}}, TypeError, r"`/id`: \('a',\) is no name of a field; write a string"),
        ({"id": circle}, ValueError, "`/id/a/0`: a dict holds itself; take it out"),
        ({"id": 10**5000}, ValueError, "`/id`: Exceeds the limit"),
    ):
        for run in (obmen.read, obmen.check, obmen.Practice.from_dict):
            with pytest.raises(error, match=words):
                run(value)


def test_content_is_never_an_exception():
    deep = "[" * 100_000
    nested, lists = {}, []
    for _ in range(100_000):
        nested, lists = {"id": nested}, [lists]
    for source, code in (
        ("", "shape/not-json"),
        ("{", "shape/not-json"),
        ("\ud800", "shape/bad-encoding"),
        (b"\xff", "shape/bad-encoding"),
        ("5", "shape/wrong-type"),
        (deep, "shape/too-deep"),
        (nested, "shape/too-deep"),
        ({"id": lists}, "shape/too-deep"),
        ({"id": "\ud800"}, "shape/bad-encoding"),
        (b" " * ((16 << 20) + 1), "shape/too-large"),
    ):
        practice, report = obmen.read(source)
        assert (practice, [found.code for found in report]) == (None, [code])
    assert obmen.read({"id": 10**400}).report[0].code == "shape/not-json"
    assert obmen.read({"themes": {"a", 5, None}}, profile="draft").report.counts()["shape/wrong-type"] == 1
    assert obmen.read_page(b"\x98\xff\x98").report.has_errors
    with pytest.raises(ValueError, match="Practice: nested deeper than 64 levels"):
        obmen.Practice(title=lists)
    with pytest.raises(ValueError, match="Organisation: the text is not UTF-8"):
        obmen.Organisation(name="\ud800")


def test_options():
    def codes(**options):
        return obmen.check(RECORD, **options).counts()

    assert "practice/future-publication" in codes(today="2026-11-24")
    assert "practice/future-publication" in codes(today=datetime.date(2026, 11, 24))
    assert "practice/future-publication" in codes(today=datetime.datetime(2026, 11, 24, 12))
    assert "practice/future-publication" not in codes(today=None)
    assert "practice/future-publication" not in codes(today="2028-01-01")
    assert ("practice/future-publication" in codes()) == (datetime.date.today() < datetime.date(2027, 1, 1))
    assert "practice/missing-description" in codes()
    assert "practice/missing-description" not in codes(profile="draft")
    assert "practice/missing-description" not in codes(severities={"practice/missing-description": "off"})
    assert obmen.check(RECORD, severities={"practice/missing-description": "hint"}).hints
    assert obmen.read({"title": "A"}, default_language="en").practice.title == {"en": "A"}
    assert "practice/unknown-theme" not in obmen.check({"themes": ["water"]}, themes={"water"}).counts()
    assert "practice/unknown-theme" in obmen.check({"themes": ["waters"]}, themes=iter(["water"])).counts()
    old = {"id": "a", "initiator": {"identifiers": [{"scheme": "BG-EIK", "value": "123456789"}]}}
    assert len(obmen.check(old, rules_as_of=1).errors) < len(obmen.check(old).errors)
    for wrong in (
        {"today": "yesterday"},
        {"profile": "publsh"},
        {"severities": {"practice/missing-titel": "off"}},
        {"severities": {"practice/missing-title": "of"}},
        {"rules_as_of": "1"},
        {"default_language": 5},
        {"themes": 5},
    ):
        with pytest.raises(ValueError, match="must be"):
            obmen.check(RECORD, **wrong)
    for wrong in ({"lang": "bg"}, {"themes": object()}):
        with pytest.raises(TypeError):
            obmen.check(RECORD, **wrong)


def test_a_report_speaks_both_languages():
    report = obmen.check(TEXT, today="2026-11-24")
    found = report.errors[0]
    assert (found.code, found.severity, found.pointer, found.path) == (
        "practice/missing-description",
        "error",
        "/description",
        ("description",),
    )
    assert found.message("en") == "the practice is not described" != found.message("bg")
    assert found.help() and found.arguments == {}
    assert found.message() in report.to_text()
    assert found.message("bg") in report.to_text("bg")
    assert report.to_dicts("bg")[0]["message"] == report[0].message("bg")
    assert json.loads(report.to_json())["errors"] == len(report.errors)
    problem = report.to_problem("bg")
    assert (problem["status"], problem["errors"][0]["pointer"]) == (422, "#/background")
    for speak in (report.to_json, report.to_text, report.to_problem, found.message, found.help, found.to_dict):
        with pytest.raises(ValueError, match="`de` is not `en` or `bg`"):
            speak("de")
    assert sum(report.counts().values()) == len(report) == len(report.errors + report.warnings + report.hints)
    assert "<td>practice/missing-description</td>" in report._repr_html_()
    assert report[-1] in report
    assert report[:2] == tuple(report)[:2]


def test_what_a_record_says_is_escaped_in_notebooks():
    report = obmen.check({"id": "<b>"})
    assert "<b>" not in report._repr_html_()
    assert "<b>" not in obmen.Practice(id="<b>")._repr_html_()
    assert "&lt;b&gt;" in obmen.Practice(id="<b>")._repr_html_()


def test_reports_travel(seed):
    for report in (
        seed.report,
        obmen.check({"id": "a", "titel": 1}),
        obmen.Report(),
        obmen.check({"id": "a"}, profile="draft"),
    ):
        there = pickle.loads(pickle.dumps(report))
        back = pickle.loads(pickle.dumps(there))
        for other in (there, back, copy.copy(report), copy.deepcopy(report)):
            assert (other, hash(other), len(other), repr(other)) == (report, hash(report), len(report), repr(report))
            assert (tuple(other), other.has_errors) == (tuple(report), report.has_errors)
            for lang in ("en", "bg"):
                assert other.to_json(lang) == report.to_json(lang)
                assert other.to_text(lang) == report.to_text(lang)
                assert other.to_problem(lang) == report.to_problem(lang)
    found = seed.report[0]
    for other in (copy.copy(found), copy.deepcopy(found), pickle.loads(pickle.dumps(found))):
        assert (other, hash(other)) == (found, hash(found))
    assert len({*seed.report}) == len(seed.report)
    for frozen in (found, seed.report):
        with pytest.raises(AttributeError, match="frozen"):
            frozen.code = "a/b"
        with pytest.raises(AttributeError, match="frozen"):
            del frozen.code
    found.to_dict()["arguments"]["a"] = found.arguments["a"] = 1
    assert "a" not in found.arguments and "a" not in found.to_dict()["arguments"]
    match found:
        case obmen.Diagnostic(code, "error", "/title"):
            assert code == "practice/missing-title"
        case _:
            pytest.fail("no match")


def test_errors_are_raised_when_asked_for(eight_faults):
    report = obmen.check(eight_faults, today="2026-11-24")
    with pytest.raises(obmen.CheckError, match="the record is not sound; `/id`: `Не`") as error:
        report.raise_for_errors()
    assert isinstance(error.value, ValueError)
    assert error.value.report is report
    there = pickle.loads(pickle.dumps(error.value))
    assert (str(there), there.report) == (str(error.value), report)
    with pytest.raises(obmen.CheckError):
        obmen.read(eight_faults).raise_for_errors()
    sound = {
        "id": "a",
        "language": "en",
        "title": "A",
        "description": "B",
        "published": "2013",
        "initiator": {"name": "C"},
    }
    assert obmen.read(sound).raise_for_errors().id == "a"
    assert obmen.check(sound).raise_for_errors() == obmen.check(sound)


def test_fixes(seed):
    report = obmen.check({"language": "bg", "title": "Cофия"})
    fix = next(found.fix for found in report if found.code == "text/mixed-script")
    assert (fix.safety, fix.patch[0]["op"]) == ("certain", "test")
    assert fix.title("bg") != fix.title("en") == fix.titles[0]
    found = next(found for found in report if found.code == "text/mixed-script")
    found.fix.patch[0].clear()
    found.to_dict()["fix"]["patch"].clear()
    report.to_dicts()[0].clear()
    assert [step["op"] for step in found.fix.patch] == ["test", "replace"]
    assert found.fix.patch == found.to_dict()["fix"]["patch"] == report.to_dicts()[report.index(found)]["fix"]["patch"]
    mended = obmen.Practice(language="bg", title="Cофия").mend()
    assert "text/mixed-script" not in mended.report.counts()
    assert mended.practice.mend().applied == 0


def test_the_law():
    rules = obmen.rules()
    assert len(rules) > 80
    for rule in rules:
        for lang in ("en", "bg"):
            assert all(words[lang] for words in (rule.message, rule.help, rule.why))
            assert rule.why[lang] in obmen.explain(rule.code, lang)
    rules[0].message["en"] = "?"
    assert obmen.rules()[0].message["en"] != "?"
    with pytest.raises(ValueError, match="did you mean `network/no-lead`"):
        obmen.explain("network/no-leed")
    with pytest.raises(ValueError, match="no rule `x`"):
        obmen.explain("x")
    with pytest.raises(ValueError, match="`de`"):
        obmen.explain("network/no-lead", "de")


def test_the_schema_is_that_of_the_docs(root):
    assert obmen.json_schema() == json.loads((root / "docs/obmen.schema.json").read_text("utf-8"))

"""Registers: threads, laziness, memory, signals, progress."""

import copy
import io
import itertools
import json
import pickle
import signal
import subprocess
import sys
import threading
import time

import obmen
import pytest


def lines(count, text="думи"):
    """So many records, every tenth of them with a fault, and one line that is no record."""
    made = []
    for number in range(count):
        record = {
            "id": f"practice-{number}",
            "language": "bg",
            "title": {"bg": f"Велоалеи {number}"},
            "description": {"bg": text},
        }
        if number % 10 == 3:
            record["titel"] = 1
        made.append(json.dumps(record, ensure_ascii=False))
    made.insert(5, "[1, 2]")
    return ("\n".join(made) + "\n").encode()


REGISTER = lines(1000)


@pytest.fixture(scope="module")
def catalogue():
    return obmen.read_jsonl(REGISTER, profile="draft")


def test_it_is_a_sequence_by_place_and_by_id(catalogue):
    assert len(catalogue) == 1000
    assert catalogue[0].id == "practice-0"
    assert catalogue[-1] == catalogue["practice-999"] == catalogue[999]
    assert [practice.id for practice in catalogue[5:7]] == ["practice-5", "practice-6"]
    assert [practice.id for practice in catalogue] == catalogue.ids()
    assert catalogue.by_id("practice-7") == (catalogue[7],)
    assert catalogue.by_id("none") == ()
    assert "practice-7" in catalogue and "none" not in catalogue and catalogue[7] in catalogue and 5 not in catalogue
    assert catalogue.index(catalogue[3]) == 3
    assert next(reversed(catalogue)) == catalogue[-1]
    for key, error in ((1000, IndexError), (-1001, IndexError), ("none", KeyError), (1.5, TypeError)):
        with pytest.raises(error):
            catalogue[key]
    double = obmen.Catalogue([{"id": "a"}, obmen.Practice(id="a"), {"id": "b"}])
    assert len(double.by_id("a")) == 2
    with pytest.raises(obmen.DuplicateIdError, match="2 practices have the id `a`"):
        double["a"]
    with pytest.raises(LookupError):
        double["a"]


def test_records_are_those_that_read_gives(catalogue):
    for place, line in enumerate(line for line in REGISTER.splitlines() if not line.startswith(b"[")):
        practice, report = obmen.read(line, profile="draft")
        held = catalogue[place]
        assert held.title == practice.title
        assert held.title == practice.title
        assert held.language == "bg"
        assert held == practice
        assert hash(held) == hash(practice)
        assert [found.code for found in catalogue.report.of(place)] == [found.code for found in report]
        assert pickle.loads(pickle.dumps(held)) == practice


def test_a_field_alone_is_the_field_of_the_whole(tmp_path):
    texts = [
        '{"title": "A", "language": "bg"}',
        '{"language": 5, "title": "A"}',
        '{"title": 5, "title": "B"}',
        '{"title": "A", "title": 5, "language": "en"}',
        '{"ti\\u0074le": {"bg": "A", "bg": "B"}}',
        '{"published": "2013-13", "awards": 5, "stated_nominations": 1.0, "title": null}',
        '{"network": {"members": [{"role": "lead"}]}, "themes": ["a", 5], "period": {"start": "2013"}}',
    ]
    alone = obmen.read_jsonl("\n".join(texts).encode())
    for place, text in enumerate(texts):
        whole = obmen.read(text).practice
        for field in obmen.Practice.__match_args__:
            assert getattr(alone[place], field) == getattr(whole, field), (text, field)


def test_threads_find_the_same(catalogue):
    for threads in (1, 2, 7):
        other = obmen.read_jsonl(REGISTER, threads=threads, profile="draft")
        assert other == catalogue
        assert list(other.report) == list(catalogue.report)
    with pytest.raises(ValueError, match="threads"):
        obmen.read_jsonl(REGISTER, threads=0)


def test_the_report_names_the_records(catalogue):
    report = catalogue.report
    assert report.counts()["shape/unknown-field"] == 100
    assert sum(report.counts().values()) == len(report) == report.errors + report.warnings + report.hints
    found = next(iter(report))
    assert (found.record, found.place, found.id, found.diagnostic.code) == (4, 3, "practice-3", "shape/unknown-field")
    assert found.diagnostic.position.line == 4
    no_record = [found for found in report if found.place is None]
    assert [(found.record, found.diagnostic.code) for found in no_record] == [(6, "shape/wrong-type")]
    with pytest.raises(obmen.CheckError, match="the register is not sound") as error:
        report.raise_for_errors()
    assert error.value.report is report
    assert obmen.Catalogue([{"id": "a"}], profile="draft").report.raise_for_errors().counts() == {}
    assert "<table>" in report._repr_html_() and "<table>" in catalogue._repr_html_()


def test_inputs(tmp_path, catalogue):
    path = tmp_path / "register.jsonl"
    path.write_bytes(REGISTER)
    for source in (path, str(path), io.BytesIO(REGISTER), io.StringIO(REGISTER.decode()), bytearray(REGISTER)):
        assert obmen.read_jsonl(source, profile="draft") == catalogue
    array = b"[\n" + b",\n".join(REGISTER.splitlines()) + b"]"
    assert list(obmen.read_json(array, profile="draft")) == list(catalogue)
    assert [practice.id for practice in obmen.read_json(b' {"id":\n "a"}')] == ["a"]
    assert list(obmen.read_jsonl(b"")) == list(obmen.Catalogue()) == []


def test_catalogues_travel(catalogue):
    for other in (pickle.loads(pickle.dumps(catalogue)), copy.copy(catalogue), copy.deepcopy(catalogue)):
        assert (other, hash(other), len(other)) == (catalogue, hash(catalogue), len(catalogue))
        assert other.report.counts() == catalogue.report.counts()
    array = obmen.read_json(b'[{"id": "a"},\n {"id": "a"}]')
    assert pickle.loads(pickle.dumps(array))[1].id == "a"
    assert array != obmen.read_jsonl(array._source()) and array == obmen.read_json(array._source())
    for frozen in (catalogue, catalogue.report):
        for name in ("_options", "_catalogue", "anything"):
            with pytest.raises(AttributeError, match="frozen: cannot set"):
                setattr(frozen, name, 5)
            with pytest.raises(AttributeError, match="frozen: cannot delete"):
                delattr(frozen, name)


def test_reports_of_registers_are_compared(catalogue):
    report = catalogue.report
    same = obmen.read_jsonl(REGISTER, profile="draft").report
    others = [obmen.read_jsonl(REGISTER).report, obmen.read_jsonl(b"\n" + REGISTER, profile="draft").report]
    for other in (same, copy.copy(report), copy.deepcopy(report), pickle.loads(pickle.dumps(report))):
        assert other == report and hash(other) == hash(report)
    # The same findings on other lines are others.
    assert all(other != report for other in others) and others[1].counts() == report.counts()
    assert report != list(report)
    with pytest.raises(obmen.CheckError) as error:
        report.raise_for_errors()
    assert pickle.loads(pickle.dumps(error.value)).report == report


def test_a_report_is_gone_through_step_by_step(catalogue, monkeypatch):
    asked, found = [], obmen.Catalogue._found
    weighed, weights = [], obmen.Catalogue._weights
    monkeypatch.setattr(obmen.Catalogue, "_found", lambda self, number: asked.append(number) or found(self, number))
    monkeypatch.setattr(obmen.Catalogue, "_weights", lambda self: weighed.append(1) or weights(self))
    findings = iter(catalogue.report)
    assert [next(findings).record for _ in range(3)] == [4, 6, 15]
    assert asked == [1, 5, 7]
    assert repr(catalogue.report) == f"<CatalogueReport: {catalogue.report.errors} errors, 100 warnings, 0 hints>"
    assert len(weighed) == 2


def test_progress_is_told(capfd):
    told = []
    data = lines(20_000)
    obmen.read_jsonl(data, threads=1, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (len(data), len(data))
    assert told == sorted(told)
    assert len(told) > 1
    obmen.read_jsonl(REGISTER, progress=True)
    assert "100%" in capfd.readouterr().err

    def refuse(done, total):
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        obmen.read_jsonl(data, progress=refuse)
    for wrong in (5, 1, "yes", None):
        with pytest.raises(TypeError, match="progress: expected True, False or a callable, not"):
            obmen.read_jsonl(REGISTER, progress=wrong)


def test_other_threads_run_meanwhile():
    data = lines(60_000)
    ticks = itertools.count()
    done = threading.Event()

    def tick():
        while not done.is_set():
            next(ticks)
            time.sleep(0.001)

    thread = threading.Thread(target=tick)
    thread.start()
    try:
        start = time.monotonic()
        before = next(ticks)
        obmen.read_jsonl(data, threads=1)
        after, took = next(ticks), time.monotonic() - start
    finally:
        done.set()
        thread.join()
    # A thread that is shut out for the whole time ticks at its ends only.
    assert after - before > took / 0.001 / 50


@pytest.mark.skipif(sys.platform == "win32", reason="a signal cannot be sent to one process alone")
def test_an_interrupt_ends_it(tmp_path):
    path = tmp_path / "register.jsonl"
    path.write_bytes(lines(400_000))
    program = (
        "import obmen, signal, sys\n"
        # What was started in the background ignores interrupts, and its children with it.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def told(done, total):\n"
        "    print('reading', flush=True)\n"
        "try:\n"
        "    while True:\n"
        f"        obmen.read_jsonl({str(path)!r}, progress=told)\n"
        "except KeyboardInterrupt:\n"
        "    sys.exit(42)\n"
    )
    child = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert child.stdout.readline() == b"reading\n"
    start = time.monotonic()
    child.send_signal(signal.SIGINT)
    child.communicate(timeout=60)
    assert child.returncode == 42
    assert time.monotonic() - start < 10


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read of /proc")
def test_it_takes_little_more_than_its_text(tmp_path):
    path = tmp_path / "register.jsonl"
    path.write_bytes(lines(20_000, "Общината и жителите обучение информация. " * 60))
    program = (
        "import obmen, sys\n"
        "def resident():\n"
        "    with open('/proc/self/status') as status:\n"
        "        return next(int(line.split()[1]) for line in status if line.startswith('VmRSS')) * 1024\n"
        f"text = open({str(path)!r}, 'rb').read()\n"
        "obmen.read_jsonl(text[:20000], threads=1)\n"
        "before = resident()\n"
        "catalogue = obmen.read_jsonl(text, threads=1, profile='draft')\n"
        "assert len(catalogue) == 20000\n"
        "print(len(text), resident() - before)\n"
    )
    out = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    size, beside = map(int, out.split())
    # The text itself is shared with the caller.
    assert beside < 0.15 * size, f"{beside / size:.0%} beside {size} bytes"

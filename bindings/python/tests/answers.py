"""Prints what is read of every vector, one line a case, as `tests/vectors/README.md` of the repository says.

python answers.py > answers.jsonl
"""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import obmen
import votes
from obmen.report import LANGUAGES

ROOT = Path(__file__).resolve().parents[3]
VECTORS = ROOT / "tests/vectors"
# The files that the package cannot answer, and why.
LEFT_OUT = {
    "nomination/batch.json": "the Python package takes votes one by one",
    "nomination/log.json": "the Python package verifies notes, proofs and lines (test_logs.py), and makes none but of its own log",
    "nomination/store.json": "steps below what the Python package offers of a store",
    "nomination/witness.json": "the Python package verifies what witnesses sign (test_logs.py), and is no witness",
}
PAGE_DAY = "2026-11-24"

SECTIONS = {
    "bg": ("Предистория", "Практика", "Резултати", "Иноватор", "Дата на публикация", "Номинации"),
    "en": ("Background", "Practice", "Results", "Innovator", "Publication Date", "Nominations"),
}


def files() -> list[str]:
    """Every vector file by its path below the folder, in the order of the bytes."""
    found = (path.relative_to(VECTORS).as_posix() for path in VECTORS.rglob("*.json"))
    return sorted(found, key=str.encode)


def load(file: str) -> dict[str, Any]:
    """A vector file."""
    loaded: dict[str, Any] = json.loads((VECTORS / file).read_text("utf-8"))
    return loaded


def options(case: dict[str, Any]) -> dict[str, Any]:
    """The options that a case is read with: what is absent is as in a fresh context."""
    return {"today": None, **case.get("context", {})}


def text(value: str | list[str]) -> str:
    """A text of the vectors of pages: a string, or its lines."""
    return value if isinstance(value, str) else "\n".join(value)


def page(case: dict[str, Any]) -> str:
    """The page of a case of `page/`: given whole, or built of its sections."""
    if "page" in case:
        return text(case["page"])
    words = SECTIONS[case.get("language", "bg")]
    sections = (text(case.get(name, "")) for name in ("background", "practice", "results"))
    parts = [part for word, section in zip(words[:3], sections, strict=True) for part in (word, section)]
    return "\n\n".join(parts) + "\n\n" + "".join(f"{word}: -\n" for word in words[3:])


def source(case: dict[str, Any]) -> Any:
    """The input of a case of records, as a user would give it."""
    if "base64" in case:
        return base64.b64decode(case["base64"])
    if "repeat" in case:
        before, unit, times, after = case["repeat"]
        return before + unit * times + after
    return case["practice"] if "practice" in case else case["text"]


def read(case: dict[str, Any]) -> tuple[obmen.Practice | None, obmen.Report]:
    """What is read of a case of records."""
    if "page" in case:
        reading = obmen.read_page(case["page"], **options(case))
        return reading.practice, reading.report
    return obmen.read(source(case), **options(case))


def site(vectors: dict[str, Any], case: dict[str, Any]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The setup of a case of votes, and its steps."""
    return {**vectors["setup"], **case.get("setup", {})}, case["steps"]


def register(case: dict[str, Any]) -> obmen.Catalogue:
    """The catalogue of a register."""
    return obmen.read_jsonl("\n".join(case["register"]).encode(), **options(case))


def merged(catalogue: obmen.Catalogue, lang: obmen.report.Lang) -> str:
    """The findings of all records in one report, byte for byte those of the single reports."""
    parts = []
    number = 0
    while row := catalogue._found(number + 1):
        number, _, _, findings = row
        report = obmen.Report(findings).to_json(lang)
        parts.append(report[report.index("[") + 1 : -2])
    found = catalogue.report
    counts = f'"errors":{found.errors},"warnings":{found.warnings},"hints":{found.hints}'
    return f'{{{counts},"diagnostics":[{",".join(parts)}]}}'


def line(file: str, name: str, english: str, bulgarian: str, *written: str | None) -> str:
    """One line, compact, its keys in this order; of votes nothing is written."""
    file, name, *texts = (json.dumps(value, ensure_ascii=False) for value in (file, name, *written))
    last = "".join(f',"written":{text}' for text in texts)
    return f'{{"file":{file},"case":{name},"en":{english},"bg":{bulgarian}{last}}}'


def answer(file: str, name: str, practice: obmen.Practice | None, report: obmen.Report) -> str:
    """The line of a record or a page."""
    written = practice.to_json() if practice else None
    return line(file, name, report.to_json("en"), report.to_json("bg"), written)


def of_file(file: str) -> Iterator[str]:
    """The lines of a file."""
    vectors = load(file)
    for case in vectors.get("cases", ()):
        name = case["name"]
        if file in LEFT_OUT:
            named = {"file": file, "case": name, "left_out": LEFT_OUT[file]}
            yield json.dumps(named, ensure_ascii=False, separators=(",", ":"))
        elif "steps" in case:
            both = (votes.run(*site(vectors, case), lang) for lang in LANGUAGES)
            yield line(file, name, *(f"[{','.join(lines)}]" for lines in both))
        elif "register" in case:
            catalogue = register(case)
            written = "".join(practice.to_json() + "\n" for practice in catalogue)
            yield line(file, name, merged(catalogue, "en"), merged(catalogue, "bg"), written)
        elif file.startswith("page/"):
            reading = obmen.read_page(page(case), today=PAGE_DAY)
            yield answer(file, name, reading.practice, reading.report)
        else:
            yield answer(file, name, *read(case))
    for fixture in vectors.get("fixtures", ()):
        for name in fixture["files"]:
            reading = obmen.read_page(ROOT / "examples/data" / name, today=PAGE_DAY)
            yield answer(file, name, reading.practice, reading.report)


def main() -> None:
    for file in files():
        for answered in of_file(file):
            sys.stdout.buffer.write(answered.encode() + b"\n")


if __name__ == "__main__":
    main()

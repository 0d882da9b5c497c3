"""Reading and checking one record, or one page of an exchange."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from . import _obmen
from .model import Practice
from .report import Diagnostic, Report
from .values import context, to_bytes

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .values import Input, Options


class Reading(NamedTuple):
    """What reading gives: the practice, as far as it could be understood, and everything wrong with it."""

    practice: Practice | None
    report: Report

    def raise_for_errors(self) -> Practice:
        """Returns the practice; `CheckError` where an error was found."""
        self.report.raise_for_errors()
        # Without a practice there is an error.
        return self.practice  # type: ignore[return-value]


class Evidence(NamedTuple):
    """The words of a page that a value rests on: `stated` there, or `inferred` by grammar or a named table."""

    pointer: str
    grade: Literal["stated", "inferred"]
    text: str
    start: int
    """The first byte of the words in the page as UTF-8."""
    end: int
    """The byte behind them."""


class PageReading(NamedTuple):
    """What reading a page gives: the record, its faults, and for every value the words that it rests on."""

    practice: Practice | None
    report: Report
    evidence: tuple[Evidence, ...]
    text: str

    def raise_for_errors(self) -> Practice:
        """Returns the practice; `CheckError` where an error was found."""
        return Reading(self.practice, self.report).raise_for_errors()


class Mended(NamedTuple):
    """A mended practice, what is still wrong with it, and how many mends were applied."""

    practice: Practice
    report: Report
    applied: int


def read(source: Input, /, **options: Unpack[Options]) -> Reading:
    """Reads a record and checks it: JSON as text or bytes, a path, an open file, a mapping.

    Content is never an exception: what does not fit is kept, reported and written back.

    >>> practice, report = read(b'{"id": "first", "titel": "..."}', profile="draft")
    >>> practice.id, practice.unknown
    ('first', {'titel': '...'})
    >>> report[0].code, report[0].position
    ('shape/unknown-field', Position(line=1, column=26))

    A string is JSON, not the name of a file: give that as a `pathlib.Path`. A mapping is checked as an object, so
    that its report has no positions; what no JSON can say (`nan`, an object that is no data) is a `ValueError` or a
    `TypeError` that names its place.
    """
    is_text = not isinstance(source, (Mapping, Practice))
    practice, findings = _obmen.read(to_bytes(source), context(options), is_text)
    return Reading(practice, Report(findings))


def judged(
    place: tuple[str | int, ...], text: str, options: Options
) -> tuple[Practice | None, list[tuple[str, Diagnostic]]]:
    """Reads a part of a practice where it stands: the practice, and what was found in the part, with pointers from it."""
    for step in reversed(place):
        text = f"[{text}]" if step == 0 else f'{{"{step}":{text}}}'
    practice, findings = _obmen.read(to_bytes(text), context(options), False)
    steps = "".join(f"/{step}" for step in place)
    found = [
        (each.pointer[len(steps) :], each)
        for each in Report(findings)
        # What is no record at all is told of the whole.
        if practice is None or f"{each.pointer}/".startswith(f"{steps}/")
    ]
    return practice, found


def check(source: Input, /, **options: Unpack[Options]) -> Report:
    """Checks a record and returns everything wrong with it; takes what `read` takes, and practices.

    >>> check({"id": "a", "language": "en"}, profile="draft")
    <Report: 0 errors, 0 warnings, 0 hints>
    """
    if isinstance(source, Practice):
        return source.check(**options)
    return read(source, **options).report


def read_page(source: Input, /, **options: Unpack[Options]) -> PageReading:
    """Reads a page of an exchange, printed text or HTML, in Bulgarian or English, and checks the record.

    No value is made up: `evidence` has for each the words of the page that it rests on. A string is the page itself,
    not its name: give that as a `pathlib.Path`.

    >>> page = "Предистория\\n\\nИнициатор на практиката е Община Каварна.\\n\\nПрактика\\n\\nРезултати\\n\\nИноватор: -\\n"
    >>> reading = read_page(page)
    >>> reading.practice.initiator.territory
    'DOB17'
    >>> next(found.text for found in reading.evidence if found.pointer == "/initiator/name/bg")
    'Община Каварна'
    """
    practice, findings, found, text = _obmen.read_page(to_bytes(source), context(options))
    page = text.encode()
    evidence = (
        Evidence(pointer, grade, page[start:end].decode(errors="replace"), start, end)
        for pointer, grade, start, end in found
    )
    return PageReading(practice, Report(findings), tuple(evidence), text)

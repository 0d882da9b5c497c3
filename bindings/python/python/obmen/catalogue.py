"""Many practices held together: a sequence whose records stay as bytes until they are looked at."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import eq
from typing import IO, TYPE_CHECKING, Any, NamedTuple, Union, overload

from . import _obmen
from .model import Practice
from .report import Diagnostic, Report, _Findings
from .values import Frozen, context, html_table, to_bytes, today

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .values import Options

Register = Union[str, "os.PathLike[str]", bytes, bytearray, memoryview, IO[str], IO[bytes]]
Progress = Union[bool, Callable[[int, int], object]]


class DuplicateIdError(LookupError):
    """An id that several practices have: `by_id` gives them all."""


class Found(NamedTuple):
    """One finding of a register: in which record it is, and the diagnostic."""

    record: int
    """The number of the record in the register, from 1."""
    place: int | None
    """The place of the practice in the catalogue, from 0; `None` where the record is no practice."""
    id: str | None
    """The id of the practice, where it has one."""
    diagnostic: Diagnostic


class CatalogueReport(_Findings, Iterable[Found]):
    """Everything found in the records of a catalogue, in their order.

    >>> import obmen
    >>> report = obmen.read_jsonl(b'{"id": "a"}\\n{"id": "a", "titel": "?"}\\n5\\n', profile="draft").report
    >>> report.counts()
    {'catalogue/duplicate-id': 1, 'shape/unknown-field': 1, 'shape/wrong-type': 1}
    >>> [(found.record, found.diagnostic.code) for found in report]
    [(2, 'shape/unknown-field'), (2, 'catalogue/duplicate-id'), (3, 'shape/wrong-type')]
    """

    __slots__ = ("_catalogue",)
    _catalogue: Catalogue

    def __init__(self, catalogue: Catalogue) -> None:
        object.__setattr__(self, "_catalogue", catalogue)

    def counts(self) -> dict[str, int]:
        """Returns how often each code was found."""
        return self._catalogue._counts()

    @property
    def errors(self) -> int:
        """How many errors were found."""
        return self._catalogue._weights()[0]

    @property
    def warnings(self) -> int:
        """How many warnings were found."""
        return self._catalogue._weights()[1]

    @property
    def hints(self) -> int:
        """How many hints were found."""
        return self._catalogue._weights()[2]

    @property
    def has_errors(self) -> bool:
        """Whether an error was found."""
        return self.errors > 0

    def of(self, place: int) -> Report:
        """Returns what was found in the practice at this place, from 0."""
        return Report(self._catalogue._report(range(len(self._catalogue))[place]))

    def __len__(self) -> int:
        return sum(self._catalogue._weights())

    def __iter__(self) -> Iterator[Found]:
        record = 0
        while (row := self._catalogue._found(record + 1)) is not None:
            record, place, id, findings = row
            for diagnostic in Report(findings):
                yield Found(record, place, id, diagnostic)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, CatalogueReport):
            return NotImplemented
        return self._catalogue is other._catalogue or (self.counts() == other.counts() and all(map(eq, self, other)))

    def __hash__(self) -> int:
        return hash(tuple(self.counts().items()))

    def __reduce__(self) -> tuple[Any, ...]:
        return CatalogueReport, (self._catalogue,)

    def __repr__(self) -> str:
        errors, warnings, hints = self._catalogue._weights()
        return f"<CatalogueReport: {errors} errors, {warnings} warnings, {hints} hints>"

    def _repr_html_(self) -> str:
        return html_table(("code", "findings"), self.counts().items())


class Catalogue(Frozen, _obmen.Catalogue, Sequence[Practice]):
    """Many practices: a sequence, also by id, with the report of all.

    It holds the bytes that it was read from and what was found; a practice is decoded when it is looked at, and
    again each time it is taken out. Records that are no JSON object are none of its practices; they are in its
    report.

    >>> import obmen
    >>> catalogue = obmen.read_jsonl(b'{"id": "a"}\\n{"id": "b", "language": "en", "title": "Bicycles"}\\n')
    >>> len(catalogue), catalogue[0].id, catalogue["b"].title["en"], "c" in catalogue
    (2, 'a', 'Bicycles', False)
    """

    __slots__ = ("_document", "_options")
    _document: bool
    _options: Options

    def __new__(cls, practices: Iterable[Any] = (), /, **options: Unpack[Options]) -> Catalogue:
        """Makes a catalogue of practices, or of mappings."""
        return _read(b"\n".join(map(to_bytes, practices)), False, None, False, options)

    @property
    def report(self) -> CatalogueReport:
        """Everything found in its records."""
        return CatalogueReport(self)

    def by_id(self, id: str) -> tuple[Practice, ...]:
        """Returns the practices with this id: none, one, or where it is not unique, all."""
        return tuple(self._get(place) for place in self._by_id(id))

    def ids(self) -> list[str | None]:
        """Returns the id of each practice, `None` where it has none; decodes nothing."""
        return self._ids()

    @overload
    def __getitem__(self, key: int | str) -> Practice: ...
    @overload
    def __getitem__(self, key: slice) -> list[Practice]: ...
    def __getitem__(self, key: int | str | slice) -> Practice | list[Practice]:
        """Returns the practice at a place, those of a slice, or the one with an id.

        `KeyError` where no practice has the id, `DuplicateIdError` where several do.
        """
        if isinstance(key, str):
            places = self._by_id(key)
            if len(places) > 1:
                raise DuplicateIdError(f"{len(places)} practices have the id `{key}`")
            if not places:
                raise KeyError(key)
            key = places[0]
        if isinstance(key, slice):
            return [self._get(place) for place in range(len(self))[key]]
        practice: Practice = self._get(range(len(self))[key])
        return practice

    def __iter__(self) -> Iterator[Practice]:
        return map(self._get, range(len(self)))

    def __contains__(self, key: object) -> bool:
        """Whether a practice, or one with this id, is there."""
        if isinstance(key, str):
            return bool(self._by_id(key))
        return isinstance(key, Practice) and any(practice == key for practice in self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Catalogue):
            return NotImplemented
        # The same bytes are other records as lines and as a document.
        return (self._document, self._options, self._source()) == (other._document, other._options, other._source())

    def __hash__(self) -> int:
        return hash(self._source())

    def __reduce__(self) -> tuple[Any, ...]:
        return _read, (self._source(), self._document, None, False, self._options)

    def __repr__(self) -> str:
        return f"<Catalogue: {len(self)} practices>"

    def _repr_html_(self) -> str:
        rows = ((practice.id, practice.title and str(practice.title)) for practice in self[:20])
        return html_table(("id", "title"), rows)


def read_jsonl(
    source: Register, /, *, threads: int | None = None, progress: Progress = False, **options: Unpack[Options]
) -> Catalogue:
    """Reads a register of JSON Lines and checks every record: a path, bytes, or an open file.

    It runs on so many threads, by default as many as the machine has, and lets other threads of Python run.
    `progress=True` shows a bar (of `tqdm` where it is installed); a callable is called with the bytes done and all.
    One bad line never stops it.
    """
    return _register(source, False, threads, progress, options)


def read_json(
    source: Register, /, *, threads: int | None = None, progress: Progress = False, **options: Unpack[Options]
) -> Catalogue:
    """Reads a register of one JSON document, an array of records or a single one, as `read_jsonl` reads lines."""
    return _register(source, True, threads, progress, options)


def _register(source: Any, document: bool, threads: int | None, progress: Progress, options: Options) -> Catalogue:
    if isinstance(source, str):
        with open(source, "rb") as file:
            source = file.read()
    return _read(to_bytes(source), document, threads, progress, options)


def _read(source: bytes, document: bool, threads: int | None, progress: Progress, options: Options) -> Catalogue:
    # The day is kept, so that a copy on another day is the same.
    options = {**options, "today": today(options)}
    # What is gone through once could not be told again.
    if "themes" in options:
        options["themes"] = tuple(options["themes"])
    if threads is not None and threads < 1:
        raise ValueError(f"threads: `{threads}` is not 1 or more")
    with _told(progress, len(source)) as tell:
        core = _obmen.read_register(source, context(options), document, threads, tell)
    catalogue = _obmen.Catalogue.__new__(Catalogue, core)
    object.__setattr__(catalogue, "_document", document)
    object.__setattr__(catalogue, "_options", options)
    return catalogue


class _told:
    """Tells a callable, or shows a bar, how many bytes are done."""

    def __init__(self, progress: Progress, total: int) -> None:
        if not isinstance(progress, bool) and not callable(progress):
            raise TypeError(f"progress: expected True, False or a callable, not {progress!r}")
        self.bar: Any = None
        self.tell: Any = progress if callable(progress) else None
        if progress is True:
            try:
                from tqdm.auto import tqdm
            except ImportError:
                self.tell = self._print
            else:
                self.bar = tqdm(total=total, unit="B", unit_scale=True, desc="obmen")
                self.tell = lambda done, _: self.bar.update(done - self.bar.n)

    def _print(self, done: int, total: int) -> None:
        end = "\n" if done == total else ""
        print(f"\robmen: {done / max(total, 1):4.0%}", end=end, file=sys.stderr, flush=True)

    def __enter__(self) -> Any:
        return self.tell

    def __exit__(self, *error: object) -> None:
        if self.bar is not None:
            self.bar.close()

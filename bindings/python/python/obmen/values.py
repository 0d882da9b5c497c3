"""What the whole package shares: options of a check, and the way from values of Python to bytes of JSON."""

from __future__ import annotations

import datetime
import json
import math
import os
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import IO, TYPE_CHECKING, Any, Literal, NamedTuple, NoReturn, TypedDict, TypeVar, Union

from . import _obmen

if TYPE_CHECKING:
    from .model import Practice

# JSON as text or bytes, a path, an open file, a mapping, or a practice.
Input = Union[str, bytes, bytearray, memoryview, "os.PathLike[str]", IO[str], IO[bytes], Mapping[str, Any], "Practice"]


Mapping.register(_obmen.LocalisedText)

_Self = TypeVar("_Self", bound="Frozen")

# What stands for a value that nests deeper than Python follows: the core says of it what it says of any that is too deep.
_TOO_DEEP = "[" * 1000


class Frozen:
    """What never changes: it cannot be set, and is its own copy."""

    __slots__ = ()

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a {type(self).__name__} is frozen: cannot set {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a {type(self).__name__} is frozen: cannot delete {name}")

    def __copy__(self: _Self) -> _Self:
        return self

    def __deepcopy__(self: _Self, memo: object) -> _Self:
        return self


class BestText(NamedTuple):
    """A text and the language that it is in."""

    value: str
    lang: str


class Options(TypedDict, total=False):
    """The options of a check; the package's own documentation says what each means."""

    today: datetime.date | str | None
    profile: Literal["publish", "draft"]
    default_language: str
    severities: Mapping[str, Literal["error", "warning", "hint", "off"]]
    rules_as_of: int
    themes: Iterable[str]


def context(options: Options) -> _obmen.Context:
    """Returns what the compiled half needs of the options; today's day where they say none."""
    for option in options:
        if option not in Options.__optional_keys__:
            raise TypeError(f"unexpected option `{option}`")
    day = today(options)
    return _context(to_json({**options, "today": None if day is None else str(day)}))


@lru_cache(maxsize=16)
def _context(options: str) -> _obmen.Context:
    return _obmen.Context(options)


def today(options: Options) -> datetime.date | str | None:
    """Returns the day of the check."""
    day = options["today"] if "today" in options else datetime.date.today()
    return day.date() if isinstance(day, datetime.datetime) else day


def to_json(value: object) -> str:
    """Returns a value as JSON: records, texts and dates beside what `json` knows.

    What JSON cannot say is `Refused`, which names its place.
    """
    if isinstance(value, _obmen.Record):
        return value._json()
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=plain)
    except RecursionError:
        return _TOO_DEEP
    except (TypeError, ValueError) as error:
        # Only now is the place looked for.
        raise _refused(value, (), frozenset()) or Refused((), str(error), _MEND) from None


class Refused(TypeError, ValueError):
    """A value that JSON cannot say: where it stands, why it cannot stand there, and what to write in its place."""

    def __init__(self, path: tuple[str | int, ...], why: str, help: str) -> None:
        super().__init__(path, why, help)
        self.path, self.why, self.help = path, why, help

    @property
    def pointer(self) -> str:
        steps = (str(step).replace("~", "~0").replace("/", "~1") for step in self.path)
        return "".join(f"/{step}" for step in steps)

    def __str__(self) -> str:
        place = f"`{self.pointer}`: " if self.path else ""
        return f"{place}{self.why}; {self.help}"


_MEND = "write text, a number, a list, a mapping, a date or None"


def _refused(value: object, path: tuple[str | int, ...], around: frozenset[int]) -> Refused | None:
    """Returns the first thing in a value that JSON cannot say."""
    if id(value) in around:
        return Refused(path, f"a {type(value).__name__} holds itself", "take it out")
    if isinstance(value, float) and not math.isfinite(value):
        return Refused(path, f"{value} is no number of JSON", "leave it out, or write None")
    # No record is deeper; Python could not go down for ever.
    if value is None or isinstance(value, (str, float)) or len(path) > 64:
        return None
    around |= {id(value)}
    try:
        if isinstance(value, int):
            str(value)  # One of very many digits cannot be written.
            return None
        if not isinstance(value, (dict, list, tuple)):
            return _refused(plain(value), path, around)
    except (TypeError, ValueError) as error:
        return Refused(path, str(error), _MEND)
    if isinstance(value, dict):
        wrong = (key for key in value if not isinstance(key, (str, int, float, type(None))))
        for key in wrong:
            return Refused(path, f"{key!r} is no name of a field", "write a string")
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    return next(filter(None, (_refused(each, (*path, step), around) for step, each in inside)), None)


def plain(value: object) -> object:
    """Returns what `json` knows in place of what it does not."""
    if isinstance(value, _obmen.Record):
        return json.loads(value._json(), object_pairs_hook=_object)
    if isinstance(value, Mapping):
        # The text of a bare string, which has no language yet, stays one.
        return value[""] if isinstance(value, _obmen.LocalisedText) and list(value) == [""] else dict(value)
    if isinstance(value, (_obmen.PartialDate, datetime.date)) and not isinstance(value, datetime.datetime):
        return str(value)
    if isinstance(value, (set, frozenset)):
        # In one order, whatever stands in it.
        return sorted(value, key=lambda item: (type(item).__name__, item))
    if not isinstance(value, Iterable) or isinstance(value, (bytes, bytearray, memoryview)):
        raise TypeError(f"a {type(value).__name__} has no place in a record")
    return list(value)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Returns an object of JSON; of a name that stands twice the first counts, as in the core."""
    fields = dict(pairs)
    return fields if len(fields) == len(pairs) else {**fields, **dict(reversed(pairs))}


def to_bytes(source: object) -> bytes:
    """Returns the bytes of an input: text, bytes, a path, an open file, or a mapping as JSON."""
    if isinstance(source, bytes):
        return source
    if isinstance(source, (bytearray, memoryview)):
        return bytes(source)
    if isinstance(source, str):
        # Half a surrogate pair is no character; its bytes are reported as such.
        return source.encode("utf-8", "surrogatepass")
    if isinstance(source, (Mapping, _obmen.Record)):
        return to_json(source).encode("utf-8", "surrogatepass")
    if isinstance(source, os.PathLike):
        with open(source, "rb") as file:
            return file.read()
    read = getattr(source, "read", None)
    if callable(read):
        return to_bytes(read())
    raise TypeError(f"expected JSON as str or bytes, a path, a file or a mapping, not a {type(source).__name__}")


def html_table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Returns a table for notebooks, everything escaped."""
    from html import escape

    def row(cells: Iterable[object], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{escape(str(cell))}</{tag}>" for cell in cells) + "</tr>"

    return (
        f"<table><thead>{row(head, 'th')}</thead><tbody>{''.join(row(cells, 'td') for cells in rows)}</tbody></table>"
    )

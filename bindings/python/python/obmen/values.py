"""What the whole package shares: options of a check, and the way from values of Python to bytes of JSON."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import IO, TYPE_CHECKING, Any, Literal, NamedTuple, TypedDict, Union

from . import _obmen

if TYPE_CHECKING:
    from .model import Practice

# JSON as text or bytes, a path, an open file, a mapping, or a practice.
Input = Union[str, bytes, bytearray, memoryview, "os.PathLike[str]", IO[str], IO[bytes], Mapping[str, Any], "Practice"]


Mapping.register(_obmen.LocalisedText)


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
    """Returns a value as JSON: records, texts and dates beside what `json` knows; infinities are a `ValueError`."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=plain)


def plain(value: object) -> object:
    """Returns what `json` knows in place of what it does not."""
    if isinstance(value, _obmen.Record):
        return json.loads(value._json())
    if isinstance(value, Mapping):
        # The text of a bare string, which has no language yet, stays one.
        return value[""] if isinstance(value, _obmen.LocalisedText) and list(value) == [""] else dict(value)
    if isinstance(value, (_obmen.PartialDate, datetime.date)) and not isinstance(value, datetime.datetime):
        return str(value)
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if not isinstance(value, Iterable):
        raise TypeError(f"a {type(value).__name__} has no place in a record")
    return list(value)


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

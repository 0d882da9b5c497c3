"""Writes `python/obmen/model.pyi`, the types of the record classes, of the table of the installed package.

`--check` only says whether it is current.
"""

import sys
from keyword import iskeyword
from pathlib import Path
from textwrap import indent

from obmen import _obmen

STUBS = Path(__file__).parent / "python/obmen/model.pyi"

HEAD = '''# Written by bindings/python/stubs.py: never edit it.
import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, Literal, final

from typing_extensions import Self, Unpack

from . import _obmen
from ._obmen import LocalisedText, PartialDate
from .reading import Mended
from .report import Report
from .values import Options

__all__ = ["Practice", "Record"]

CLASSES: dict[str, Any]
PLACES: dict[str, tuple[str | int, ...]]

class Record(_obmen.Record):
    """A record: what all types share."""

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]]
    def __new__(cls, /, **fields: Any) -> Self: ...
    @classmethod
    def from_json(cls, source: str | bytes) -> Self: ...
    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> Self: ...
    def to_json(self, *, indent: int | None = None) -> str: ...
    def to_dict(self) -> dict[str, Any]: ...
    def replace(self, **fields: Any) -> Self: ...
    def __replace__(self, **fields: Any) -> Self: ...
    @property
    def unknown(self) -> dict[str, Any]: ...
    __pydantic_serializer__: ClassVar[Any]
    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any: ...
    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any: ...
    def __iter__(self) -> Iterator[tuple[str, Any]]: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: object) -> Self: ...
    def _repr_html_(self) -> str: ...
'''

PRACTICE = """    def check(self, **options: Unpack[Options]) -> Report: ...
    def mend(self, *, suggested: bool = False, **options: Unpack[Options]) -> Mended: ...
    def resolve(self, party: Organisation | Literal["initiator"] | None) -> Organisation | None: ...
    @property
    def proposed_id(self) -> str | None: ...
"""

# What a field gives, and what it takes.
PLAIN = {
    "text": ("str", "str"),
    "localised": ("LocalisedText", "LocalisedText | Mapping[str, str] | str"),
    "date": ("PartialDate", "PartialDate | datetime.date | str"),
    "number": ("int | float", "float"),
    "count": ("int", "int"),
}


def given(shape: str) -> str:
    """The type of what a field gives."""
    kind, _, rest = shape.partition(" ")
    if kind == "list":
        return f"tuple[{given(rest)}, ...]"
    if kind == "party":
        return f'{rest} | Literal["initiator"]'
    if kind == "one":
        return f"Literal[{', '.join(map(repr, rest.split()[1:]))}]".replace("'", '"')
    return PLAIN.get(kind, (kind,))[0]


def taken(shape: str) -> str:
    """The type of what a field takes."""
    kind, _, rest = shape.partition(" ")
    if kind == "list":
        return f"Iterable[{taken(rest)}]"
    if kind in PLAIN:
        return PLAIN[kind][1]
    return given(shape) if kind == "one" else f"{given(shape)} | Mapping[str, Any]"


def of_class(name: str, doc: str, fields: list[tuple[str, str, str]]) -> str:
    """The class of a record type."""
    fields = [(f"{field}_" if iskeyword(field) else field, meaning, shape) for field, meaning, shape in fields]
    lines = [f'"""{doc}"""', "", "__slots__ = ()"]
    lines.append(f"__match_args__ = ({', '.join(repr(field) for field, _, _ in fields)},)".replace("'", '"'))
    lines += ["def __new__(", "    cls,", "    *,"]
    lines += [f"    {field}: {taken(shape)} | None = None," for field, _, shape in fields]
    lines.append(") -> Self: ...")
    for field, meaning, shape in fields:
        absent = "" if shape.startswith("list") else " | None"
        lines += ["@property", f"def {field}(self) -> {given(shape)}{absent}:", f'    """{meaning}"""']
    body = indent("\n".join(lines) + "\n", "    ")
    return f"@final\nclass {name}(Record):\n{body}{PRACTICE if name == 'Practice' else ''}"


def main() -> None:
    text = "\n".join([HEAD, *(of_class(*row) for row in _obmen.types())])
    if "--check" not in sys.argv:
        STUBS.write_text(text, "utf-8")
    elif STUBS.read_text("utf-8") != text:
        sys.exit(f"{STUBS} is not current: run {Path(__file__).name}")


if __name__ == "__main__":
    main()

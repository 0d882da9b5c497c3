"""The record: one class a noun, made from the compiled half's own table of types.

The names and types of the fields stand in `model.pyi`, which `bindings/python/stubs.py` writes of the same table.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field, fields, make_dataclass
from keyword import iskeyword
from typing import Any

from . import _obmen
from .report import Report
from .values import BestText, context, html_table, to_bytes, to_json

__all__ = ["Practice", "Record"]


class Record(_obmen.Record):
    """A record: what all types share.

    It is made from keyword arguments, each of which must fit; from a mapping or from JSON it takes what fits and
    keeps the rest, to be found by a check and written back. It is frozen; `replace` gives a changed one.

    >>> import obmen
    >>> link = obmen.MediaLink(url="https://example.org/", kind="video")
    >>> link.replace(kind="image").to_json()
    '{"url":"https://example.org/","kind":"image"}'
    >>> match link:
    ...     case obmen.MediaLink(url, "video"):
    ...         print(url)
    https://example.org/
    >>> obmen.MediaLink(kind=5)
    Traceback (most recent call last):
    TypeError: MediaLink: the value of `/kind` does not fit
    """

    __slots__ = ()
    __match_args__: tuple[str, ...] = ()
    # The name of its type in the core, and of each field in JSON, which may be a word that Python keeps for itself.
    _kind = ""
    _keys: Mapping[str, str] = {}

    def __new__(cls, /, **fields: Any) -> Any:
        made = cls.from_json(to_json(cls._named(fields, {})))
        misfit = made._misfit()
        if misfit is not None:
            raise TypeError(f"{cls.__name__}: the value of `{misfit}` does not fit")
        return made

    @classmethod
    def _named(cls, fields: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
        """Returns what stood before with these fields by their names in JSON; `None` takes one away."""
        for name in fields:
            if name not in cls._keys:
                raise TypeError(f"{cls.__name__} has no field `{name}`")
        named = {**before, **{cls._keys[name]: value for name, value in fields.items()}}
        return {name: value for name, value in named.items() if value is not None}

    @classmethod
    def from_json(cls, source: str | bytes) -> Any:
        """Returns the record that a JSON text holds; `ValueError` when it is no JSON object."""
        text = to_bytes(source).decode("utf-8")
        handle = _obmen.make(cls._kind, text)
        if handle is None:
            raise ValueError(f"expected {cls.__name__} as a JSON object")
        return _obmen.Record.__new__(cls, handle)

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> Any:
        """Returns the record that a mapping holds."""
        return cls.from_json(to_json(dict(fields)))

    def to_json(self, *, indent: int | None = None) -> str:
        """Returns the canonical JSON: one order of fields, absent ones left out."""
        return self._json() if indent is None else json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def to_dict(self) -> dict[str, Any]:
        """Returns the record as plain dicts, lists, strings and numbers."""
        fields: dict[str, Any] = json.loads(self._json())
        return fields

    def replace(self, **fields: Any) -> Any:
        """Returns the same record with other values in these fields; `None` takes one away."""
        return self.from_dict(self._named(fields, self.to_dict()))

    __replace__ = replace

    @property
    def unknown(self) -> dict[str, Any]:
        """The fields that obmen does not know, as they were read."""
        return {name: json.loads(value) for name, value in self._unknown()}

    def __eq__(self, other: object) -> bool:
        return self._same(other) if isinstance(other, _obmen.Record) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self).__name__, self._json()))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).from_json, (self._json(),)

    def __copy__(self) -> Any:
        return self

    def __deepcopy__(self, memo: object) -> Any:
        return self

    def _present(self) -> list[tuple[str, Any]]:
        values = ((name, getattr(self, name)) for name in self.__match_args__)
        return [(name, value) for name, value in values if value is not None and value != ()]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._present())})"

    def _repr_html_(self) -> str:
        return html_table((type(self).__name__, ""), self._present())


def _field(place: int, doc: str) -> property:
    return property(lambda self: self._field(place), doc=doc)


def _dataclass_fields(names: Mapping[str, str]) -> dict[str, Any]:
    """Returns what `dataclasses.fields` reads: libraries know a record by it, FastAPI that it is a body."""
    like = make_dataclass("like", [(name, Any, field(default=None)) for name in names], kw_only=True)
    return {each.name: each for each in fields(like)}


def _type(name: str, doc: str, rows: list[tuple[str, str, str]], base: type) -> type:
    keys = {f"{key}_" if iskeyword(key) else key: key for key, _, _ in rows}
    body: dict[str, Any] = {"__slots__": (), "__doc__": doc, "__module__": "obmen", "_kind": name, "_keys": keys}
    body["__match_args__"] = tuple(keys)
    if base is _Practice:
        # Pydantic would take a class without a schema of its own for a dataclass, and lose all that it holds.
        body["__dataclass_fields__"] = _dataclass_fields(keys)
    body |= {key: _field(place, rows[place][1]) for place, key in enumerate(keys)}
    return type(name, (base,), body)


class _Practice(Record):
    """What a practice can do that no other record can."""

    __slots__ = ()

    def check(self, **options: Any) -> Report:
        """Returns everything wrong with the practice, without positions; see the package for the options."""
        return Report(self._check(context(options)))  # type: ignore[arg-type]

    def mend(self, *, suggested: bool = False, **options: Any) -> Any:
        """Returns the practice with its certain mends applied, and the suggested ones too when asked for.

        >>> import obmen
        >>> mended = obmen.Practice(language="bg", title="Cофия").mend()
        >>> mended.practice.title["bg"].isascii(), "София" in mended.practice.title["bg"], mended.applied
        (False, True, 1)
        """
        from .reading import Mended

        handle, findings, applied = self._mend(context(options), suggested)  # type: ignore[arg-type]
        return Mended(_obmen.Record.__new__(Practice, handle), Report(findings), applied)

    def resolve(self, party: Any) -> Any:
        """Returns the organisation that is meant: the initiator for `"initiator"`, else the organisation itself."""
        return self.initiator if party == "initiator" else party  # type: ignore[attr-defined]

    @property
    def proposed_id(self) -> str | None:
        """An id for a practice that has none, made of its title or its first words."""
        return self._proposed_id()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from .pydantic import core_schema

        return core_schema({})

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
        from .pydantic import json_schema

        return json_schema()


def _types() -> dict[str, type]:
    made = {
        name: _type(name, doc, rows, _Practice if name == "Practice" else Record) for name, doc, rows in _obmen.types()
    }
    _obmen.register({**made, "BestText": BestText})
    return made


_classes = _types()
Practice = _classes["Practice"]
globals().update(_classes)

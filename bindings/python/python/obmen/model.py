"""The record: one class a noun, made from the compiled half's own table of types.

The names and types of the fields stand in `model.pyi`, which `bindings/python/stubs.py` writes of the same table.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import field, fields, make_dataclass
from difflib import get_close_matches
from inspect import Parameter, signature
from keyword import iskeyword
from typing import Any

from . import _obmen
from .report import Report
from .values import BestText, context, html_table, plain, to_bytes, to_json

__all__ = ["Practice", "Record"]


class _Serializer:
    """What Pydantic writes a value with that stands where its model names no type."""

    def __get__(self, value: object, owner: type) -> Any:
        if value is None:
            # A class has none of its own, or Pydantic would take it for a finished model.
            raise AttributeError
        from .pydantic import serializer

        return serializer()


class _Modelled:
    """What makes a class the type of a field of Pydantic."""

    __slots__ = ()
    __pydantic_serializer__ = _Serializer()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from .pydantic import core_schema

        return core_schema(cls, {})

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
        from .pydantic import json_schema

        return json_schema(cls)


for _value in (_obmen.LocalisedText, _obmen.PartialDate):
    for _name in ("__pydantic_serializer__", "__get_pydantic_core_schema__", "__get_pydantic_json_schema__"):
        setattr(_value, _name, vars(_Modelled)[_name])


class Record(_Modelled, _obmen.Record):
    """A record: what all types share.

    It is made from keyword arguments, each of which must fit; from a mapping or from JSON it takes what fits and
    keeps the rest, to be found by a check and written back. It is frozen; `replace` gives a changed one.
    Records are equal when their JSON says the same, whatever the order of its fields. `dict(record)` is its JSON.

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
    TypeError: MediaLink: `/kind`: expected a string, found a number; write a string here
    """

    __slots__ = ()
    __match_args__: tuple[str, ...] = ()
    # The name of its type in the core, and of each field in JSON, which may be a word that Python keeps for itself.
    _kind = ""
    _keys: Mapping[str, str] = {}

    def __new__(cls, /, *given: Any, **fields: Any) -> Any:
        if not cls._kind:
            raise TypeError("a Record is what all types share; make one of them, such as obmen.Practice")
        if given:
            raise TypeError(
                f"{cls.__name__} takes its fields by keyword; {cls.__name__}.from_dict reads a mapping, "
                f"{cls.__name__}.from_json a JSON text"
            )
        return cls._fitting(fields)[0]

    @classmethod
    def _fitting(cls, fields: dict[str, Any]) -> tuple[Any, str]:
        """Returns the record of these fields, and its JSON as it was given; `TypeError` where one does not fit."""
        for name in fields:
            if name not in cls._keys:
                near = get_close_matches(name, cls._keys, 1)
                meant = f"; did you mean `{near[0]}`?" if near else ""
                raise TypeError(f"{cls.__name__} has no field `{name}`{meant}")
        text = to_json({cls._keys[name]: value for name, value in fields.items() if value is not None})
        made = cls.from_json(text)
        misfit = made._misfit()
        if misfit is not None:
            from .reading import judged

            _, found = judged(PLACES[cls._kind], text, {"profile": "draft", "today": None})
            there = ((at, each) for at, each in found if f"{at}/".startswith(f"{misfit}/"))
            told = (f"`{at}`: {each.message()}; {each.help()}" for at, each in there)
            raise TypeError(f"{cls.__name__}: {next(told, f'the value of `{misfit}` does not fit')}")
        return made, text

    @classmethod
    def from_json(cls, source: str | bytes) -> Any:
        """Returns the record that a JSON text holds; `ValueError` when it is no JSON object."""
        data = to_bytes(source)
        made = _obmen.make(cls._kind, data)
        if made is None:
            from .reading import read

            told = (f"{found.message()}; {found.help()}" for found in read(data, profile="draft").report.errors)
            raise ValueError(f"{cls.__name__}: {next(told, 'expected a JSON object')}")
        return made

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> Any:
        """Returns the record that a mapping holds."""
        if not isinstance(fields, Mapping):
            raise TypeError(f"{cls.__name__}.from_dict: expected a mapping, not a {type(fields).__name__}")
        return cls.from_json(to_json(fields))

    def to_json(self, *, indent: int | None = None) -> str:
        """Returns the canonical JSON: one order of fields, absent ones left out."""
        return self._json() if indent is None else json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def to_dict(self) -> dict[str, Any]:
        """Returns the record as plain dicts, lists, strings and numbers."""
        fields: dict[str, Any] = plain(self)  # type: ignore[assignment]
        return fields

    def replace(self, **fields: Any) -> Any:
        """Returns the same record with other values in these fields, each of which must fit; `None` takes one away."""
        _, text = self._fitting(fields)
        before = self.to_dict()
        for name in fields:
            before.pop(self._keys[name], None)
        return self.from_dict({**before, **json.loads(text)})

    __replace__ = replace

    @property
    def unknown(self) -> dict[str, Any]:
        """The fields that obmen does not know, as they were read."""
        return {name: json.loads(value) for name, value in self._unknown()}

    def __eq__(self, other: object) -> bool:
        return self._same(other) if isinstance(other, _obmen.Record) else NotImplemented

    def __hash__(self) -> int:
        return self._hash()

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """Gives each name with its value, both as in JSON."""
        return iter(self.to_dict().items())

    def __reduce__(self) -> tuple[Any, ...]:
        return _classes[self._kind].from_json, (self._json(),)

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


# A positional argument is taken only to say what to write in its place.
_signature = signature(Record.__new__)
_parameters = [each for each in _signature.parameters.values() if each.kind is not Parameter.VAR_POSITIONAL]
setattr(Record.__new__, "__signature__", _signature.replace(parameters=_parameters))  # noqa: B010


def _field(place: int, doc: str) -> property:
    return property(lambda self: self._field(place), doc=doc)


def _dataclass_fields(names: Mapping[str, str]) -> dict[str, Any]:
    """Returns what `dataclasses.fields` reads."""
    like = make_dataclass("like", [(name, Any, field(default=None)) for name in names], kw_only=True)
    return {each.name: each for each in fields(like)}


class _Absent:
    """An attribute that the class has from its parent, and has not."""

    def __get__(self, value: object, owner: type) -> Any:
        raise AttributeError


def _types_of(name: str, doc: str, rows: list[tuple[str, str, str]], base: type) -> tuple[type, type]:
    """Returns the class of a type, and the one that its records have.

    FastAPI takes the parameter of an endpoint for its body where the class looks like a dataclass; but whatever takes
    a dataclass apart (`dataclasses.asdict`, FastAPI for an answer without a type) loses what no field holds. So the
    class looks like one, and its records do not: they are of a class below it, as a `pathlib.Path` is a `PosixPath`.
    """
    keys = {f"{key}_" if iskeyword(key) else key: key for key, _, _ in rows}
    shared = {"__slots__": (), "__doc__": doc, "__module__": "obmen"}
    body: dict[str, Any] = {**shared, "_kind": name, "_keys": keys, "__match_args__": tuple(keys)}
    body["__dataclass_fields__"] = _dataclass_fields(keys)
    body |= {key: _field(place, rows[place][1]) for place, key in enumerate(keys)}
    face = type(name, (base,), body)
    return face, type(name, (face,), {**shared, "__dataclass_fields__": _Absent()})


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

        practice, findings, applied = self._mend(context(options), suggested)  # type: ignore[arg-type]
        return Mended(practice, Report(findings), applied)

    def resolve(self, party: Any) -> Any:
        """Returns the organisation that is meant: the initiator for `"initiator"`, else the organisation itself."""
        return self.initiator if party == "initiator" else party  # type: ignore[attr-defined]

    @property
    def proposed_id(self) -> str | None:
        """An id for a practice that has none, made of its title or its first words."""
        return self._proposed_id()


def _types() -> dict[str, type]:
    made = {
        name: _types_of(name, doc, rows, _Practice if name == "Practice" else Record)
        for name, doc, rows in _obmen.types()
    }
    _obmen.register({**{name: record for name, (_, record) in made.items()}, "BestText": BestText})
    return {name: face for name, (face, _) in made.items()}


def _places() -> dict[str, tuple[str | int, ...]]:
    """Returns where each type stands first in a practice."""
    places: dict[str, tuple[str | int, ...]] = {"Practice": ()}
    for name, _, rows in _obmen.types():
        for key, _, shape in rows:
            step = (key, 0) if shape.startswith("list ") else (key,)
            places.setdefault(shape.split()[-1], (*places[name], *step))
    # Where a text and a date are judged by no rule but those of all texts and dates.
    return {**places, "LocalisedText": ("results", "narrative"), "PartialDate": ("source", "retrieved")}


_classes = _types()
Practice = _classes["Practice"]
globals().update(_classes)

# What can be the type of a field of Pydantic, by name, and where it is judged.
CLASSES: dict[str, Any] = {**_classes, "LocalisedText": _obmen.LocalisedText, "PartialDate": _obmen.PartialDate}
PLACES = _places()

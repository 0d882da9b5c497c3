"""What a check found: a report of diagnostics, in English and Bulgarian."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any, Literal, NamedTuple, TypeVar, overload

from . import _obmen
from .values import Frozen, html_table

Lang = Literal["en", "bg"]
Severity = Literal["error", "warning", "hint"]
_Self = TypeVar("_Self", bound="_Findings")

LANGUAGES: tuple[Lang, ...] = ("en", "bg")


class Position(NamedTuple):
    """A place in the text that was read: line from 1, column from 1 in UTF-16 units, as editors count."""

    line: int
    column: int


class Fix(NamedTuple):
    """A mend: its title in either language, whether it may be applied unasked, and a JSON Patch (RFC 6902)."""

    titles: tuple[str, str]
    safety: Literal["certain", "suggested"]
    patch: list[dict[str, Any]]

    def title(self, lang: Lang = "en") -> str:
        """Returns what the mend does, in a few words."""
        return self.titles[LANGUAGES.index(lang)]


class Diagnostic(Frozen):
    """One finding: the code of the rule that is broken, where, and how to mend it.

    >>> import obmen
    >>> found = obmen.check({"id": "Не"}, profile="draft")[0]
    >>> found.code, found.severity, found.pointer, found.path
    ('practice/bad-id', 'error', '/id', ('id',))
    >>> print(found)
    error[practice/bad-id] /id: `Не` is no id
    """

    __match_args__ = ("code", "severity", "pointer")
    __slots__ = ("_texts",)
    _texts: tuple[dict[str, Any], dict[str, Any]]

    def __init__(self, english: dict[str, Any], bulgarian: dict[str, Any]) -> None:
        object.__setattr__(self, "_texts", (english, bulgarian))

    @property
    def code(self) -> str:
        """The code of the rule, such as `network/no-lead`; `obmen.explain` tells more of it."""
        return str(self._texts[0]["code"])

    @property
    def severity(self) -> Severity:
        """`error` blocks publishing; `warning` is probably wrong; `hint` is worth knowing."""
        severity: Severity = self._texts[0]["severity"]
        return severity

    @property
    def pointer(self) -> str:
        """The place in the record (RFC 6901); of something absent, where it would stand."""
        return str(self._texts[0]["pointer"])

    @property
    def path(self) -> tuple[str | int, ...]:
        """The pointer in steps: names of fields and places in lists."""
        steps = [step.replace("~1", "/").replace("~0", "~") for step in self.pointer.split("/")[1:]]
        return tuple(int(step) if step.isascii() and step.isdecimal() else step for step in steps)

    @property
    def arguments(self) -> dict[str, Any]:
        """What fills the message."""
        return deepcopy(self._texts[0]["arguments"])  # type: ignore[no-any-return]

    @property
    def position(self) -> Position | None:
        """The place in the text, when text was read."""
        position = self._texts[0].get("position")
        return position and Position(**position)

    @property
    def fix(self) -> Fix | None:
        """A mend, where there is one."""
        english, bulgarian = (texts.get("fix") for texts in self._texts)
        if english is None or bulgarian is None:
            return None
        return Fix((english["title"], bulgarian["title"]), english["safety"], deepcopy(english["patch"]))

    def message(self, lang: Lang = "en") -> str:
        """Returns what is wrong."""
        return str(self._in(lang)["message"])

    def help(self, lang: Lang = "en") -> str:
        """Returns how to mend it."""
        return str(self._in(lang)["help"])

    def to_dict(self, lang: Lang = "en") -> dict[str, Any]:
        """Returns the finding as it stands in the report's JSON."""
        return deepcopy(self._in(lang))

    def _in(self, lang: Lang) -> dict[str, Any]:
        if lang not in LANGUAGES:
            raise ValueError(f"lang: `{lang}` is not `en` or `bg`")
        return self._texts[LANGUAGES.index(lang)]

    def __eq__(self, other: object) -> bool:
        return self._texts == other._texts if isinstance(other, Diagnostic) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.code, self.pointer, self.message()))

    def __reduce__(self) -> tuple[Any, ...]:
        return Diagnostic, self._texts

    def __str__(self) -> str:
        place = f"{self.position.line}:{self.position.column} " if self.position else ""
        return f"{place}{self.severity}[{self.code}] {self.pointer}: {self.message()}"

    def __repr__(self) -> str:
        return f"<Diagnostic {self}>"


class _Findings(Frozen):
    """What reports of one record and of many share."""

    __slots__ = ()

    def __iter__(self) -> Iterator[Any]:
        raise NotImplementedError

    @property
    def has_errors(self) -> bool:
        """Whether an error was found."""
        raise NotImplementedError

    def raise_for_errors(self: _Self) -> _Self:
        """Raises `CheckError` where an error was found, else returns the report."""
        if self.has_errors:
            raise CheckError(self)
        return self


class Report(_Findings, Sequence[Diagnostic]):
    """Everything found wrong with one record, in the order in which a record is written: a sequence of diagnostics.

    >>> import obmen
    >>> report = obmen.check({"id": "a", "published": "2027"}, today="2026-11-24", profile="draft")
    >>> [found.code for found in report]
    ['practice/future-publication']
    >>> report.counts()
    {'practice/future-publication': 1}
    >>> report.raise_for_errors()
    Traceback (most recent call last):
    obmen.CheckError: the record is not sound; `/published`: the publication date 2027 is after today, 2026-11-24
    """

    __slots__ = ("_core", "_found", "_stored")
    _core: _obmen.Findings | None
    _stored: dict[str, str]
    _found: tuple[Diagnostic, ...] | None

    def __init__(self, core: _obmen.Findings | None = None, stored: dict[str, str] | None = None) -> None:
        for name, value in (("_core", core), ("_stored", stored or {}), ("_found", None)):
            object.__setattr__(self, name, value)

    def _render(self, form: str, lang: str) -> str:
        if self._core is not None:
            text: str = getattr(self._core, form)(lang)
            return text
        if lang not in LANGUAGES:
            raise ValueError(f"lang: `{lang}` is not `en` or `bg`")
        return self._stored.get(f"{form} {lang}", _EMPTY[form, lang])

    def to_json(self, lang: Lang = "en") -> str:
        """Returns the report as JSON: `{"errors","warnings","hints","diagnostics":[…]}`, the same in every language."""
        return self._render("to_json", lang)

    def to_text(self, lang: Lang = "en") -> str:
        """Returns the report as text, one line a finding."""
        return self._render("to_text", lang)

    def to_problem(self, lang: Lang = "en") -> dict[str, Any]:
        """Returns the report as problem details (RFC 9457), for the body of an answer with status 422."""
        problem: dict[str, Any] = json.loads(self._render("to_problem", lang))
        return problem

    def to_dicts(self, lang: Lang = "en") -> list[dict[str, Any]]:
        """Returns each finding as a dict, for tables."""
        return [found.to_dict(lang) for found in self]

    def _all(self) -> tuple[Diagnostic, ...]:
        if self._found is None:
            both = (json.loads(self.to_json(lang))["diagnostics"] for lang in LANGUAGES)
            object.__setattr__(self, "_found", tuple(map(Diagnostic, *both)) if len(self) else ())
        return self._found or ()

    def counts(self) -> dict[str, int]:
        """Returns how often each code was found."""
        return dict(Counter(found.code for found in self))

    def _of(self, severity: Severity) -> tuple[Diagnostic, ...]:
        return tuple(found for found in self if found.severity == severity)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What blocks publishing."""
        return self._of("error")

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """What is probably wrong."""
        return self._of("warning")

    @property
    def hints(self) -> tuple[Diagnostic, ...]:
        """What is worth knowing."""
        return self._of("hint")

    @property
    def has_errors(self) -> bool:
        """Whether an error was found."""
        return self._core.has_errors() if self._core is not None else bool(self.errors)

    def __len__(self) -> int:
        if self._core is not None:
            return len(self._core)
        return len(json.loads(self.to_json())["diagnostics"])

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._all())

    @overload
    def __getitem__(self, index: int) -> Diagnostic: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Diagnostic, ...]: ...
    def __getitem__(self, index: int | slice) -> Diagnostic | tuple[Diagnostic, ...]:
        return self._all()[index]

    def __eq__(self, other: object) -> bool:
        return self.to_json() == other.to_json() if isinstance(other, Report) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __reduce__(self) -> tuple[Any, ...]:
        stored = {f"{form} {lang}": self._render(form, lang) for form, lang in _EMPTY}
        return Report, (None, stored)

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        counts = Counter(found.severity for found in self)
        return f"<Report: {counts['error']} errors, {counts['warning']} warnings, {counts['hint']} hints>"

    def _repr_html_(self) -> str:
        rows = ((found.severity, found.code, found.pointer, found.message(), found.help()) for found in self)
        return html_table(("severity", "code", "pointer", "message", "help"), rows)


class CheckError(ValueError):
    """A record, or one of many, in which an error was found; `report` has them all."""

    report: Any

    def __init__(self, report: Any) -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        if isinstance(self.report, Report):
            errors = [f"`{found.pointer}`: {found.message()}" for found in self.report.errors]
            return "; ".join(["the record is not sound", *errors])
        return f"the register is not sound: {self.report!r}"


CheckError.__module__ = "obmen"


def _empty() -> dict[tuple[str, str], str]:
    nothing = _obmen.NO_FINDINGS
    return {
        (form, lang): getattr(nothing, form)(lang)
        for form in ("to_json", "to_text", "to_problem")
        for lang in LANGUAGES
    }


# What a report says in which nothing was found, as the core writes it.
_EMPTY = _empty()

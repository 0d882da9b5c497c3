"""The law: every rule with its words and its reason, and the format as a JSON Schema."""

from __future__ import annotations

import json
from difflib import get_close_matches
from typing import Any, NamedTuple

from . import _obmen
from .report import LANGUAGES, Lang, Severity


class Rule(NamedTuple):
    """A rule; its texts in English and Bulgarian, `…` in place of what a record says."""

    code: str
    severity: Severity
    since: int
    """The edition of the rules that brought it."""
    absence: bool
    """Whether it complains of something absent: such rules are off under the profile `draft`."""
    message: dict[Lang, str]
    help: dict[Lang, str]
    why: dict[Lang, str]
    fix: dict[Lang, str] | None
    """The title of its mend, where it has one."""


def rules() -> tuple[Rule, ...]:
    """Returns every rule: those of records, of pages, of catalogues, of nominations.

    >>> [rule.since for rule in rules() if rule.code == "network/no-lead"]
    [1]
    """

    def words(texts: tuple[str, str]) -> dict[Lang, str]:
        return dict(zip(LANGUAGES, texts, strict=True))

    return tuple(
        Rule(code, severity, since, absence, words(message), words(help), words(why), fix and words(fix))  # type: ignore[arg-type]
        for code, severity, since, absence, message, help, why, fix in _obmen.rules()
    )


def explain(code: str, lang: Lang = "en") -> str:
    """Returns what a rule looks for, how to mend what it finds, and why anybody cares.

    >>> print(explain("network/alone", "bg").splitlines()[0])
    network/alone: мрежата има само един член
    """
    for rule in rules():
        if rule.code == code:
            if lang not in LANGUAGES:
                raise ValueError(f"lang: `{lang}` is not `en` or `bg`")
            return f"{code}: {rule.message[lang]}\n\n{rule.help[lang]}\n\n{rule.why[lang]}"
    near = get_close_matches(code, [rule.code for rule in rules()], 1)
    raise ValueError(f"no rule `{code}`" + (f"; did you mean `{near[0]}`?" if near else ""))


def json_schema() -> dict[str, Any]:
    """Returns the JSON Schema (draft 2020-12) of a record, for editors, forms and validators.

    >>> json_schema()["properties"]["published"]["$ref"]
    '#/$defs/date'
    """
    schema: dict[str, Any] = json.loads(_obmen.json_schema())
    return schema

"""Practices of local government: records read, checked and mended, every fault told in English and Bulgarian.

>>> import obmen
>>> reading = obmen.read('{"id": "sofia-bikes", "language": "bg", "title": "Велоалеи"}', today="2026-11-24")
>>> reading.practice.title
LocalisedText({'bg': 'Велоалеи'})
>>> for found in reading.report.errors:
...     print(found.pointer, found.message("bg"))
/description практиката не е описана
/initiator не е посочен инициатор

Everything wrong with a record is data in a `Report`; exceptions are for what could not run: `OSError` for files,
`TypeError` and `ValueError` for arguments, and `CheckError` where `raise_for_errors` is asked for.

Every function that checks takes the same options, each by keyword (`Options`):

- `today`: the day of the check, a `datetime.date` or `YYYY-MM-DD`; today's by default. `None`: rules about the future are off.
- `profile`: `"publish"`, or `"draft"`, under which nothing is missed.
- `default_language`: the language of bare strings in records that say none.
- `severities`: rule code to `"error"`, `"warning"`, `"hint"` or `"off"`.
- `rules_as_of`: an earlier edition of the rules; errors of newer rules become warnings.
- `themes`: the words that `themes` may hold.
"""

from __future__ import annotations

from ._obmen import LocalisedText, PartialDate, __version__
from .catalogue import Catalogue, CatalogueReport, DuplicateIdError, Found, read_json, read_jsonl
from .law import Rule, explain, json_schema, rules
from .model import (
    Agreement,
    Award,
    Budget,
    Contact,
    Identifier,
    Indicator,
    Innovator,
    MediaLink,
    Member,
    Network,
    Organisation,
    Period,
    Practice,
    Project,
    Record,
    ResultItem,
    Results,
    Source,
)
from .reading import Evidence, Mended, PageReading, Reading, check, read, read_page
from .report import CheckError, Diagnostic, Fix, Position, Report
from .values import BestText, Options

__all__ = [
    "Agreement",
    "Award",
    "BestText",
    "Budget",
    "Catalogue",
    "CatalogueReport",
    "CheckError",
    "Contact",
    "Diagnostic",
    "DuplicateIdError",
    "Evidence",
    "Fix",
    "Found",
    "Identifier",
    "Indicator",
    "Innovator",
    "LocalisedText",
    "MediaLink",
    "Member",
    "Mended",
    "Network",
    "Options",
    "Organisation",
    "PageReading",
    "PartialDate",
    "Period",
    "Position",
    "Practice",
    "Project",
    "Reading",
    "Record",
    "Report",
    "ResultItem",
    "Results",
    "Rule",
    "Source",
    "__version__",
    "check",
    "explain",
    "json_schema",
    "read",
    "read_json",
    "read_jsonl",
    "read_page",
    "rules",
]

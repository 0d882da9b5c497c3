"""A record as an application would write it: models of pydantic, and structs of msgspec of the same shape.

The models have the rules that pydantic's own constraints or a function of a few lines express; `breaks.json` lists
them, each with what breaks it. They are written to be fast: pydantic runs patterns, words and limits in its core, in
Rust, and everything is strict. The structs are decoded with their types and have no rules.
"""

import csv
import re
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
import obmen
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, HttpUrl, StringConstraints, model_validator
from pydantic_core import PydanticUndefined

TODAY = "2026-11-24"


def refuse(code: str, broken: object) -> None:
    if broken:
        raise ValueError(code)


SCHEMA = obmen.json_schema()


def words(record: dict[str, Any], name: str) -> Any:
    """Returns the words that the JSON Schema lists for a field, as a type."""
    field = record["properties"][name]
    return Literal[tuple(next(part for part in field.get("anyOf", [field]) if "enum" in part)["enum"])]


Status = words(SCHEMA, "status")
Kind = words(SCHEMA["$defs"]["organisation"], "kind")
Role = words(SCHEMA["$defs"]["member"], "role")
State = words(SCHEMA["$defs"]["result"], "state")

with (Path(__file__).parents[3] / "crates/obmen/tables/themes.csv").open(encoding="utf-8") as file:
    Theme = Literal[tuple(row["slug"] for row in csv.DictReader(line for line in file if line[0] != "#"))]

# Runs of Latin or of Cyrillic letters, never beside each other, with other signs between: none that controls, none
# that is unseen. After `<` a Latin letter or `/` would be markup.
RUN = r"(?:[A-Za-z]+|[\u0400-\u04ff]+)?"
SIGN = (
    r"[^A-Za-z\u0400-\u04ff</\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad"
    r"\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
PLAIN = rf"^{RUN}(?:[/]{RUN}|{SIGN}{RUN}|<+(?:[\u0400-\u04ff]+|{SIGN}{RUN}))*<*$"
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1 << 20, pattern=PLAIN)]

TAG = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
Tag = Annotated[str, StringConstraints(pattern=TAG)]
Localised = Annotated[dict[Tag, Text], Field(min_length=1)]
Id = Annotated[str, StringConstraints(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
Country = Annotated[str, StringConstraints(pattern="^[A-Z]{2}$")]
Currency = Annotated[str, StringConstraints(pattern="^[A-Z]{3}$")]
Phone = Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 ()/.-]{4,30}$")]
Email = Annotated[str, StringConstraints(pattern=r"^[\w.!#$%&'*+/=?^`{|}~-]+@[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)+$")]
Quantity = Annotated[float, Field(ge=0)]
Count = Annotated[int, Field(ge=0)]

DATE = (
    r"^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?|-(0[13-9]|1[0-2])-(29|30)|-(0[13578]|1[02])-31)?"
    r"|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$"
)
PLACEHOLDERS = {
    "1601-01-01",
    "1753-01-01",
    "1899-12-30",
    "1899-12-31",
    "1900-01-01",
    "1904-01-01",
    "1970-01-01",
    "2099-12-31",
    "2999-12-31",
}


def known(date: str) -> str:
    refuse("practice/placeholder-date", date in PLACEHOLDERS or date[:4] in ("0000", "0001", "9999"))
    return date


def is_after(date: str, other: str) -> bool:
    shared = min(len(date), len(other))
    return date[:shared] > other[:shared]


def past(date: str) -> str:
    refuse("practice/future-publication", is_after(date, TODAY))
    return date


def human(name: str) -> str:
    refuse("practice/login-innovator", re.fullmatch(r"[a-z0-9._\-@+]*", name))
    return name


def public(url: HttpUrl) -> HttpUrl:
    refuse("link/credentials", url.username is not None or url.password is not None)
    return url


def all_differ(objectives: list[dict[str, str]]) -> list[dict[str, str]]:
    different = {tuple(objective.items()) for objective in objectives}
    refuse("practice/duplicate-objective", len(different) < len(objectives))
    return objectives


Date = Annotated[str, StringConstraints(pattern=DATE), AfterValidator(known)]
Name = Annotated[Text, AfterValidator(human)]
Link = Annotated[HttpUrl, AfterValidator(public)]

FORMS = {
    "BG-EIK": re.compile("[0-9]{9}|[0-9]{13}"),
    "EU-PIC": re.compile("[0-9]{9}"),
    "EU-VAT": re.compile("[A-Z]{2}[0-9A-Z+*]{2,12}"),
    "IT-CF": re.compile("[0-9]{11}|[0-9A-Z]{16}"),
    "IT-PIVA": re.compile("[0-9]{11}"),
    "XI-LEI": re.compile("[0-9A-Z]{18}[0-9]{2}"),
}
Scheme = Literal[tuple(FORMS)]


class Model(BaseModel):
    model_config = ConfigDict(strict=True)


class Source(Model):
    register_: Text | None = Field(None, alias="register")
    publisher: Text | None = None
    key: Text | None = None
    number: Text | None = None
    url: Link | None = None
    retrieved: Date | None = None


class Period(Model):
    start: Date | None = None
    end: Date | None = None

    @model_validator(mode="after")
    def forward(self) -> "Period":
        refuse("practice/period-reversed", self.start and self.end and is_after(self.start, self.end))
        return self


class Budget(Model):
    amount: float | None = None
    currency: Currency | None = None


class Project(Model):
    name: Localised | None = None
    programme: Localised | None = None
    number: Text | None = None
    budget: Budget | None = None


class Award(Model):
    name: Localised | None = None
    edition: Text | None = None
    category: Localised | None = None
    place: Count | None = None


class MediaLink(Model):
    url: Link | None = None
    kind: Text | None = None


class Contact(Model):
    person: Text | None = None
    position: Text | None = None
    address: Text | None = None
    phone: Phone | None = None
    fax: Phone | None = None
    email: Email | None = None
    url: Link | None = None


class Innovator(Model):
    name: Name | None = None
    contact: Contact | None = None


class Identifier(Model):
    scheme: Scheme | None = None
    value: str | None = None

    @model_validator(mode="after")
    def formed(self) -> "Identifier":
        if self.scheme is not None and self.value is not None:
            refuse("organisation/identifier-format", FORMS[self.scheme].fullmatch(self.value) is None)
        return self


class Organisation(Model):
    name: Localised
    kind: Kind | None = None
    identifiers: list[Identifier] = []
    country: Country | None = None
    territory: str | None = None
    contact: Contact | None = None
    website: Link | None = None


Party = Literal["initiator"] | Organisation


class Agreement(Model):
    with_: Party | None = Field(None, alias="with")
    subject: Localised | None = None


class Member(Model):
    role: Role | None = None
    organisation: Party | None = None
    agreement: Agreement | None = None
    since: Date | None = None
    until: Date | None = None


class Network(Model):
    territory: str | None = None
    members: list[Member] = []

    @model_validator(mode="after")
    def led(self) -> "Network":
        leads = [member.role for member in self.members].count("lead")
        refuse("network/no-lead", leads == 0)
        refuse("network/several-leads", leads > 1)
        refuse("network/alone", len(self.members) == 1)
        return self


class Indicator(Model):
    unit: Text | None = None
    baseline: Quantity | None = None
    target: Quantity | None = None
    actual: Quantity | None = None
    period: Period | None = None

    @model_validator(mode="after")
    def measured(self) -> "Indicator":
        refuse("results/actual-without-unit", self.actual is not None and self.unit is None)
        return self


class ResultItem(Model):
    kind: Text | None = None
    title: Localised | None = None
    state: State | None = None
    indicator: Indicator | None = None
    evidence: list[Link] = []


class Results(Model):
    narrative: Localised | None = None
    items: list[ResultItem] = []

    @model_validator(mode="after")
    def told(self) -> "Results":
        refuse("practice/missing-results", self.narrative is None and not self.items)
        return self


class Practice(Model):
    format: Literal[1] | None = None
    id: Id
    language: Tag | None = None
    source: Source | None = None
    status: Status | None = None
    title: Localised
    summary: Localised | None = None
    themes: list[Theme] = []
    audience: Localised | None = None
    territories: list[str] = []
    period: Period | None = None
    background: Localised
    description: Localised
    objectives: Annotated[list[Localised], AfterValidator(all_differ)] = []
    initiator: Organisation
    network: Network | None = None
    results: Results
    project: Project | None = None
    awards: list[Award] = []
    media: list[MediaLink] = []
    innovator: Innovator | None = None
    published: Annotated[Date, AfterValidator(past)]
    modified: Date | None = None
    replaced_by: Id | None = None
    licence: Text | None = None
    stated_nominations: Count | None = None

    @model_validator(mode="after")
    def together(self) -> "Practice":
        links = [link.url for link in self.media if link.url is not None]
        refuse("link/duplicate", len(set(links)) < len(links))
        contact = self.initiator.contact or (self.innovator and self.innovator.contact)
        refuse("organisation/no-contact", self.initiator.website is None and contact is None)
        return self


def plain(hint: Any, structs: dict[type, Any]) -> Any:
    """Returns the type without its rules, models as structs."""
    if get_origin(hint) is Literal:
        return hint if get_args(hint) == ("initiator",) else type(get_args(hint)[0])
    if hint is HttpUrl:
        return str
    if isinstance(hint, type) and issubclass(hint, Model):
        return struct(hint, structs)
    if get_origin(hint) in (list, dict):
        return get_origin(hint)[tuple(plain(part, structs) for part in get_args(hint))]
    if get_args(hint):
        return Union[tuple(plain(part, structs) for part in get_args(hint))]
    assert hint in (str, int, float, NoneType), hint
    return hint


def struct(model: type[Model], structs: dict[type, Any]) -> Any:
    """Returns the struct of a model."""
    if model not in structs:
        hints = get_type_hints(model)
        fields = []
        for name, field in model.model_fields.items():
            default = () if field.default is PydanticUndefined else (field.default,)
            fields.append((name, plain(hints[name], structs), *default))
        names = {name: field.alias for name, field in model.model_fields.items() if field.alias}
        structs[model] = msgspec.defstruct(model.__name__, fields, rename=names or None, kw_only=True)
    return structs[model]


Struct = struct(Practice, {})

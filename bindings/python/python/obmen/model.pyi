# Written by bindings/python/stubs.py: never edit it.
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

@final
class Practice(Record):
    """A practice of local government: what was done, with its background, its initiator, its partner network and its results."""

    __slots__ = ()
    __match_args__ = ("format", "id", "language", "source", "status", "title", "summary", "themes", "audience", "territories", "period", "background", "description", "objectives", "initiator", "network", "results", "project", "awards", "media", "innovator", "published", "modified", "replaced_by", "licence", "stated_nominations",)
    def __new__(
        cls,
        *,
        format: int | None = None,
        id: str | None = None,
        language: str | None = None,
        source: Source | Mapping[str, Any] | None = None,
        status: str | None = None,
        title: LocalisedText | Mapping[str, str] | str | None = None,
        summary: LocalisedText | Mapping[str, str] | str | None = None,
        themes: Iterable[str] | None = None,
        audience: LocalisedText | Mapping[str, str] | str | None = None,
        territories: Iterable[str] | None = None,
        period: Period | Mapping[str, Any] | None = None,
        background: LocalisedText | Mapping[str, str] | str | None = None,
        description: LocalisedText | Mapping[str, str] | str | None = None,
        objectives: Iterable[LocalisedText | Mapping[str, str] | str] | None = None,
        initiator: Organisation | Mapping[str, Any] | None = None,
        network: Network | Mapping[str, Any] | None = None,
        results: Results | Mapping[str, Any] | None = None,
        project: Project | Mapping[str, Any] | None = None,
        awards: Iterable[Award | Mapping[str, Any]] | None = None,
        media: Iterable[MediaLink | Mapping[str, Any]] | None = None,
        innovator: Innovator | Mapping[str, Any] | None = None,
        published: PartialDate | datetime.date | str | None = None,
        modified: PartialDate | datetime.date | str | None = None,
        replaced_by: str | None = None,
        licence: str | None = None,
        stated_nominations: int | None = None,
    ) -> Self: ...
    @property
    def format(self) -> int | None:
        """The version of this format; 1."""
    @property
    def id(self) -> str | None:
        """The record's own name in its register: lower-case letters, digits and hyphens."""
    @property
    def language(self) -> str | None:
        """The language of the record, which its bare strings take."""
    @property
    def source(self) -> Source | None:
        """Where the record comes from."""
    @property
    def status(self) -> str | None:
        """How far its publication is."""
    @property
    def title(self) -> LocalisedText | None:
        """The practice's name."""
    @property
    def summary(self) -> LocalisedText | None:
        """The practice in a few sentences."""
    @property
    def themes(self) -> tuple[str, ...]:
        """What it is about, as words of the register's vocabulary."""
    @property
    def audience(self) -> LocalisedText | None:
        """For whom it was done."""
    @property
    def territories(self) -> tuple[str, ...]:
        """Where it happened."""
    @property
    def period(self) -> Period | None:
        """When it happened."""
    @property
    def background(self) -> LocalisedText | None:
        """The state of affairs before it, and why it was begun."""
    @property
    def description(self) -> LocalisedText | None:
        """What was done."""
    @property
    def objectives(self) -> tuple[LocalisedText, ...]:
        """What it was to reach."""
    @property
    def initiator(self) -> Organisation | None:
        """The organisation that started it."""
    @property
    def network(self) -> Network | None:
        """The organisations that carried it out together."""
    @property
    def results(self) -> Results | None:
        """What came of it."""
    @property
    def project(self) -> Project | None:
        """The project that paid for it."""
    @property
    def awards(self) -> tuple[Award, ...]:
        """What it won."""
    @property
    def media(self) -> tuple[MediaLink, ...]:
        """Pages, pictures and films about it."""
    @property
    def innovator(self) -> Innovator | None:
        """The person or account that published the page."""
    @property
    def published(self) -> PartialDate | None:
        """When the page was published."""
    @property
    def modified(self) -> PartialDate | None:
        """When the page was last changed."""
    @property
    def replaced_by(self) -> str | None:
        """The id of the record that this one was merged into."""
    @property
    def licence(self) -> str | None:
        """The licence of the texts: an SPDX name or an address."""
    @property
    def stated_nominations(self) -> int | None:
        """How many nominations the source claims, as of its retrieval; never added to counts of a log."""
    def check(self, **options: Unpack[Options]) -> Report: ...
    def mend(self, *, suggested: bool = False, **options: Unpack[Options]) -> Mended: ...
    def resolve(self, party: Organisation | Literal["initiator"] | None) -> Organisation | None: ...
    @property
    def proposed_id(self) -> str | None: ...

@final
class Source(Record):
    """The register that a record was taken from."""

    __slots__ = ()
    __match_args__ = ("register", "publisher", "key", "number", "url", "retrieved",)
    def __new__(
        cls,
        *,
        register: str | None = None,
        publisher: str | None = None,
        key: str | None = None,
        number: str | None = None,
        url: str | None = None,
        retrieved: PartialDate | datetime.date | str | None = None,
    ) -> Self: ...
    @property
    def register(self) -> str | None:
        """The short name of the register, such as `flgr`."""
    @property
    def publisher(self) -> str | None:
        """Who publishes the register."""
    @property
    def key(self) -> str | None:
        """The record's key there."""
    @property
    def number(self) -> str | None:
        """The record's printed number there, such as `20070736`."""
    @property
    def url(self) -> str | None:
        """The page's address."""
    @property
    def retrieved(self) -> PartialDate | None:
        """When it was fetched."""

@final
class Period(Record):
    """A time from a first to a last day; open where one is absent."""

    __slots__ = ()
    __match_args__ = ("start", "end",)
    def __new__(
        cls,
        *,
        start: PartialDate | datetime.date | str | None = None,
        end: PartialDate | datetime.date | str | None = None,
    ) -> Self: ...
    @property
    def start(self) -> PartialDate | None:
        """The first day, as far as it is known."""
    @property
    def end(self) -> PartialDate | None:
        """The last day, as far as it is known."""

@final
class Organisation(Record):
    """An organisation: an office, a company, an association."""

    __slots__ = ()
    __match_args__ = ("name", "kind", "identifiers", "country", "territory", "contact", "website",)
    def __new__(
        cls,
        *,
        name: LocalisedText | Mapping[str, str] | str | None = None,
        kind: str | None = None,
        identifiers: Iterable[Identifier | Mapping[str, Any]] | None = None,
        country: str | None = None,
        territory: str | None = None,
        contact: Contact | Mapping[str, Any] | None = None,
        website: str | None = None,
    ) -> Self: ...
    @property
    def name(self) -> LocalisedText | None:
        """Its name, as written."""
    @property
    def kind(self) -> str | None:
        """What sort of organisation it is."""
    @property
    def identifiers(self) -> tuple[Identifier, ...]:
        """Its numbers in registers."""
    @property
    def country(self) -> str | None:
        """The country where it sits."""
    @property
    def territory(self) -> str | None:
        """Where it sits, as the code of its NUTS region or municipality."""
    @property
    def contact(self) -> Contact | None:
        """How to reach it."""
    @property
    def website(self) -> str | None:
        """Its own site."""

@final
class Network(Record):
    """The organisations that carried a practice out together."""

    __slots__ = ()
    __match_args__ = ("territory", "members",)
    def __new__(
        cls,
        *,
        territory: str | None = None,
        members: Iterable[Member | Mapping[str, Any]] | None = None,
    ) -> Self: ...
    @property
    def territory(self) -> str | None:
        """The region that the network says it covers."""
    @property
    def members(self) -> tuple[Member, ...]:
        """One membership a row: an organisation may be lead and funder, never partner twice."""

@final
class Results(Record):
    """What came of a practice."""

    __slots__ = ()
    __match_args__ = ("narrative", "items",)
    def __new__(
        cls,
        *,
        narrative: LocalisedText | Mapping[str, str] | str | None = None,
        items: Iterable[ResultItem | Mapping[str, Any]] | None = None,
    ) -> Self: ...
    @property
    def narrative(self) -> LocalisedText | None:
        """The results in words."""
    @property
    def items(self) -> tuple[ResultItem, ...]:
        """The results one by one."""

@final
class Project(Record):
    """The project within which a practice was carried out."""

    __slots__ = ()
    __match_args__ = ("name", "programme", "number", "budget",)
    def __new__(
        cls,
        *,
        name: LocalisedText | Mapping[str, str] | str | None = None,
        programme: LocalisedText | Mapping[str, str] | str | None = None,
        number: str | None = None,
        budget: Budget | Mapping[str, Any] | None = None,
    ) -> Self: ...
    @property
    def name(self) -> LocalisedText | None:
        """Its name."""
    @property
    def programme(self) -> LocalisedText | None:
        """The programme that it belongs to."""
    @property
    def number(self) -> str | None:
        """Its number or contract."""
    @property
    def budget(self) -> Budget | None:
        """What it cost."""

@final
class Award(Record):
    """A prize that a practice won."""

    __slots__ = ()
    __match_args__ = ("name", "edition", "category", "place",)
    def __new__(
        cls,
        *,
        name: LocalisedText | Mapping[str, str] | str | None = None,
        edition: str | None = None,
        category: LocalisedText | Mapping[str, str] | str | None = None,
        place: int | None = None,
    ) -> Self: ...
    @property
    def name(self) -> LocalisedText | None:
        """Its name."""
    @property
    def edition(self) -> str | None:
        """Which time it was given, such as `2013`."""
    @property
    def category(self) -> LocalisedText | None:
        """The category."""
    @property
    def place(self) -> int | None:
        """The place reached, from 1."""

@final
class MediaLink(Record):
    """A page, picture or film about a practice."""

    __slots__ = ()
    __match_args__ = ("url", "kind",)
    def __new__(
        cls,
        *,
        url: str | None = None,
        kind: str | None = None,
    ) -> Self: ...
    @property
    def url(self) -> str | None:
        """Its address."""
    @property
    def kind(self) -> str | None:
        """What lies there."""

@final
class Innovator(Record):
    """The person or account that published a page; often a login name."""

    __slots__ = ()
    __match_args__ = ("name", "contact",)
    def __new__(
        cls,
        *,
        name: str | None = None,
        contact: Contact | Mapping[str, Any] | None = None,
    ) -> Self: ...
    @property
    def name(self) -> str | None:
        """The name shown."""
    @property
    def contact(self) -> Contact | None:
        """The contact block of the page, which is the innovator's and not the organisation's."""

@final
class Identifier(Record):
    """A number of an organisation in a register."""

    __slots__ = ()
    __match_args__ = ("scheme", "value",)
    def __new__(
        cls,
        *,
        scheme: str | None = None,
        value: str | None = None,
    ) -> Self: ...
    @property
    def scheme(self) -> str | None:
        """The register: an org-id.guide prefix such as `BG-EIK`."""
    @property
    def value(self) -> str | None:
        """The number there; leading zeros count."""

@final
class Contact(Record):
    """How to reach a person or an organisation. Personal data: it leaves in a derived format only when asked for."""

    __slots__ = ()
    __match_args__ = ("person", "position", "address", "phone", "fax", "email", "url",)
    def __new__(
        cls,
        *,
        person: str | None = None,
        position: str | None = None,
        address: str | None = None,
        phone: str | None = None,
        fax: str | None = None,
        email: str | None = None,
        url: str | None = None,
    ) -> Self: ...
    @property
    def person(self) -> str | None:
        """The person's name."""
    @property
    def position(self) -> str | None:
        """The person's position."""
    @property
    def address(self) -> str | None:
        """The postal address."""
    @property
    def phone(self) -> str | None:
        """The telephone number, as written."""
    @property
    def fax(self) -> str | None:
        """The fax number, as written."""
    @property
    def email(self) -> str | None:
        """The e-mail address."""
    @property
    def url(self) -> str | None:
        """The web address."""

@final
class Member(Record):
    """An organisation's place in a network."""

    __slots__ = ()
    __match_args__ = ("role", "organisation", "agreement", "since", "until",)
    def __new__(
        cls,
        *,
        role: str | None = None,
        organisation: Organisation | Literal["initiator"] | Mapping[str, Any] | None = None,
        agreement: Agreement | Mapping[str, Any] | None = None,
        since: PartialDate | datetime.date | str | None = None,
        until: PartialDate | datetime.date | str | None = None,
    ) -> Self: ...
    @property
    def role(self) -> str | None:
        """Its role."""
    @property
    def organisation(self) -> Organisation | Literal["initiator"] | None:
        """Who it is."""
    @property
    def agreement(self) -> Agreement | None:
        """The contract that ties a contractor to the network."""
    @property
    def since(self) -> PartialDate | None:
        """Since when."""
    @property
    def until(self) -> PartialDate | None:
        """Until when."""

@final
class ResultItem(Record):
    """One result."""

    __slots__ = ()
    __match_args__ = ("kind", "title", "state", "indicator", "evidence",)
    def __new__(
        cls,
        *,
        kind: str | None = None,
        title: LocalisedText | Mapping[str, str] | str | None = None,
        state: Literal["expected", "achieved"] | None = None,
        indicator: Indicator | Mapping[str, Any] | None = None,
        evidence: Iterable[str] | None = None,
    ) -> Self: ...
    @property
    def kind(self) -> str | None:
        """Its place on the results chain."""
    @property
    def title(self) -> LocalisedText | None:
        """What it is."""
    @property
    def state(self) -> Literal["expected", "achieved"] | None:
        """Whether it was reached."""
    @property
    def indicator(self) -> Indicator | None:
        """How it is measured."""
    @property
    def evidence(self) -> tuple[str, ...]:
        """Where it can be seen."""

@final
class Budget(Record):
    """An amount of money."""

    __slots__ = ()
    __match_args__ = ("amount", "currency",)
    def __new__(
        cls,
        *,
        amount: float | None = None,
        currency: str | None = None,
    ) -> Self: ...
    @property
    def amount(self) -> int | float | None:
        """How much."""
    @property
    def currency(self) -> str | None:
        """The currency, ISO 4217, such as `EUR`."""

@final
class Agreement(Record):
    """A contract between a member and another party."""

    __slots__ = ()
    __match_args__ = ("with_", "subject",)
    def __new__(
        cls,
        *,
        with_: Organisation | Literal["initiator"] | Mapping[str, Any] | None = None,
        subject: LocalisedText | Mapping[str, str] | str | None = None,
    ) -> Self: ...
    @property
    def with_(self) -> Organisation | Literal["initiator"] | None:
        """The other party."""
    @property
    def subject(self) -> LocalisedText | None:
        """What was agreed."""

@final
class Indicator(Record):
    """A measure of a result."""

    __slots__ = ()
    __match_args__ = ("unit", "baseline", "target", "actual", "period",)
    def __new__(
        cls,
        *,
        unit: str | None = None,
        baseline: float | None = None,
        target: float | None = None,
        actual: float | None = None,
        period: Period | Mapping[str, Any] | None = None,
    ) -> Self: ...
    @property
    def unit(self) -> str | None:
        """What is counted."""
    @property
    def baseline(self) -> int | float | None:
        """The figure before."""
    @property
    def target(self) -> int | float | None:
        """The figure to be reached."""
    @property
    def actual(self) -> int | float | None:
        """The figure reached."""
    @property
    def period(self) -> Period | None:
        """The time that the figures are for."""

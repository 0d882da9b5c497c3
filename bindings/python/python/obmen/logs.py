"""What logs of votes have signed, verified: checkpoints, cosignatures of witnesses, proofs of a vote's place, whole logs
and what they add up to.

Keys are text, `name+hash+base64`, as their owners publish them, and must be known beforehand: what a note says of itself
proves nothing. The forms are C2SP's (signed notes, checkpoints, `tlog-proof@v1`, `tlog-policy`).

>>> key = "obmen.example.bg+ca68910a+AdeFtJWD7nNsZs9V3IdHT08zfJcb/D1py6HiHmd2NlOv"
>>> read_key(key)
Key(name='obmen.example.bg', witness=False)
>>> try:
...     verify_checkpoint("obmen.example.bg\\n0\\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\\n", key)
... except RefusedError as error:
...     print(error.code)
nomination/log-note-not-read

What does not hold is a `RefusedError`, with the rule that it breaks. Whole logs are read with `read_log` or `verify_log`, and
counted with `tally`; what these give are tables, which pandas and Polars take as they are.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar, overload

from . import _obmen
from .nominations import Class, Policy, RefusedError, _bytes, _policy, leaf_hash
from .values import Frozen, html_table

if TYPE_CHECKING:
    from typing_extensions import Self

    from .report import Lang, Severity

__all__ = [
    "Checkpoint",
    "Closing",
    "Cosigner",
    "Count",
    "CountedLog",
    "Covered",
    "Edition",
    "Finding",
    "Key",
    "Log",
    "Place",
    "RefusedError",
    "Share",
    "Standing",
    "State",
    "Table",
    "Tally",
    "TrustPolicy",
    "Uncounted",
    "Unit",
    "Vote",
    "merge",
    "read_key",
    "read_log",
    "tally",
    "verify_checkpoint",
    "verify_consistency",
    "verify_cosignature",
    "verify_log",
    "verify_note",
    "verify_receipt",
]


@dataclass(frozen=True)
class Key:
    """What the text of a public key says."""

    name: str
    """Of a log its origin."""
    witness: bool
    """Whether it signs what a witness has seen, and not what a log says."""


@dataclass(frozen=True)
class Checkpoint:
    """What a log says of its tree."""

    origin: str
    """The name of the log."""
    size: int
    """The number of its entries."""
    root: str
    """The hash over them, in hexadecimal."""


@dataclass(frozen=True)
class Place:
    """A place in a log that is proven."""

    index: int
    """The place of the entry, from 0."""
    checkpoint: Checkpoint
    """What the log has signed."""


@dataclass(frozen=True)
class Cosigner:
    """A witness that has cosigned a checkpoint."""

    name: str
    """Its name in the policy."""
    time: int
    """When it did, as it says: seconds since 1970."""


@dataclass(frozen=True)
class Covered:
    """A checkpoint that a trusted log has signed and a quorum has cosigned."""

    checkpoint: Checkpoint
    cosigners: tuple[Cosigner, ...]


class TrustPolicy(_obmen.TrustPolicy):
    """The logs and witnesses that are trusted, and the quorum: which witnesses must have cosigned a checkpoint.

    >>> policy = TrustPolicy.read('''
    ... log obmen.example.bg+ca68910a+AdeFtJWD7nNsZs9V3IdHT08zfJcb/D1py6HiHmd2NlOv
    ... witness w1 witness.example.bg/w1+cfba035c+BAvTal18JYcZOGt/MH2jkEZ14/3fSZgY0XUJekI9O9zP
    ... quorum w1
    ... ''')
    >>> policy.logs[0].split("+")[0]
    'obmen.example.bg'
    """

    __slots__ = ()

    @classmethod
    def read(cls, text: str) -> Self:
        """Reads a policy (c2sp.org/tlog-policy); raises a `RefusedError` where it is none, or a log is its own witness."""
        return cls(text)

    def text(self) -> str:
        """Returns the policy as text, without comments."""
        return self._text()

    @property
    def logs(self) -> list[str]:
        """The keys of the logs."""
        return self._logs()

    def verify(self, note: str) -> Covered:
        """Returns what a trusted log has signed and a quorum has cosigned; raises a `RefusedError` otherwise."""
        checkpoint, cosigners = self._verify(note)
        return Covered(Checkpoint(*checkpoint), tuple(Cosigner(*each) for each in cosigners))

    def __repr__(self) -> str:
        return f"TrustPolicy({self.text()!r})"


def read_key(key: str) -> Key:
    """Returns what the text of a public key says; raises a `RefusedError` where it is none."""
    return Key(*_obmen.log_key(key))


def verify_note(note: str, key: str) -> str:
    """Returns the text of a note that a key has signed; raises a `RefusedError` otherwise."""
    return _obmen.verify_note(note, key)[0]


def verify_cosignature(note: str, key: str) -> int:
    """Returns when a witness has cosigned a note, as it says: seconds since 1970. Raises a `RefusedError` otherwise."""
    return _obmen.verify_note(note, key)[1]


def verify_checkpoint(note: str, key: str) -> Checkpoint:
    """Returns what the log of a key has signed; raises a `RefusedError` otherwise."""
    return Checkpoint(*_obmen.verify_checkpoint(note, key))


def verify_consistency(proof: str, older: str, trust: str | TrustPolicy) -> Checkpoint:
    """Returns the checkpoint of a proof that a log has only been added to since an older checkpoint of it.

    The proof is what the log answers to who has seen so many entries: `obmen nominate checkpoint --since`, the request
    `add-checkpoint` of C2SP. `older` is the signed checkpoint that was kept. Both are of the log whose key is given, or of one
    that a policy trusts: then a quorum must have cosigned both. Raises a `RefusedError` where anything does not hold.

    >>> key = "obmen.example.bg+ca68910a+AdeFtJWD7nNsZs9V3IdHT08zfJcb/D1py6HiHmd2NlOv"
    >>> older = '''obmen.example.bg
    ... 3
    ... lPvQ3YNvUDAWkubQ6t5yjuGexSv/8WBu2AfIV11aqhk=
    ...
    ... — obmen.example.bg ymiRChAyyJjmY/uiZUIjqZZOYur3e8aiIYblfXZUIoILUcFjUkuPRbF5gWncRVoHAjXcV1DzNIXcW+iojE0WAWbhqgc=
    ... '''
    >>> proof = '''old 3
    ... V8efTzGuApxdS9MLBzwnyU35NDiytGl+Hh7vW8A5SkE=
    ... YcoROfaBWEHVuvLQ0tm9nf7pfImN1ve6DAqpQe5sAes=
    ... WkdmL9ijF9lgSaP59HxV3GfKZgUbqjaD27GbL+CaB7A=
    ... SFM123z+yWXxX/dF/GJcQdXqJkaTaTAWWCj3PdS2iFQ=
    ...
    ... obmen.example.bg
    ... 5
    ... fKo0Xb2JKmZFTWxlEuo8PqPw0+whvj/C4jdXBf049nI=
    ...
    ... — obmen.example.bg ymiRCvu+bAkgRyuD3Bg+3hgLkC13b7ScMVa5lDO2TMeGTW5yeh4+Mx7qGnspGaGZfK04DK94xOwTiq2zAYp9deGzHQE=
    ... '''
    >>> verify_consistency(proof, older, key).size
    5
    """
    if isinstance(trust, str):
        return Checkpoint(*_obmen.verify_consistency(proof, older, trust))
    return Checkpoint(*trust._verify_consistency(proof, older))


def verify_receipt(proof: str, line: str | bytes, trust: str | TrustPolicy) -> Place:
    """Verifies that the vote of a receipt stands in a log: returns the place that a proof (`tlog-proof@v1`) shows.

    The receipt is what the voter took home (`leaf` and `withdrawal` of a `Decision`); the proof is what the site gives out
    once a checkpoint covers the vote. The log is one whose key is given, or one that a policy trusts: then a quorum must
    have cosigned the checkpoint too. `line` is the entry as it was recorded. Raises a `RefusedError` where anything does not
    hold.
    """
    leaf = bytes.fromhex(leaf_hash(line))
    if isinstance(trust, str):
        index, checkpoint = _obmen.verify_proof(proof, leaf, trust)
    else:
        index, checkpoint = trust._verify_proof(proof, leaf)
    return Place(index, Checkpoint(*checkpoint))


State = Literal["final", "pending"]
"""Whether witnesses have seen a vote: `final`, or not yet."""
Unit = Literal["persons", "votes"]
"""What a sum is of: `votes` where they are of several scopes, in each of which a person may have one."""

_Row = TypeVar("_Row", bound=tuple[Any, ...])
_ROWS_SHOWN = 20


class Table(Frozen, Sequence[_Row]):
    """Rows by their places, and the same by columns: pandas and Polars make a frame of either as it is.

    >>> table = Table(CountedLog, [["a.example.bg", "b.example.bg"], [7, 9], ["5a…", "5b…"], [7, 8], [False, False]])
    >>> table[1].origin, len(table), table.columns["final"]
    ('b.example.bg', 2, [7, 8])
    """

    __slots__ = ("_columns", "_row")
    _row: Any
    _columns: tuple[tuple[Any, ...], ...]

    def __init__(self, row: type[_Row], columns: Iterable[Iterable[object]]) -> None:
        """Makes a table of a class of rows, a `NamedTuple`, and a column for each of its fields."""
        object.__setattr__(self, "_row", row)
        object.__setattr__(self, "_columns", tuple(map(tuple, columns)))

    @property
    def columns(self) -> dict[str, list[Any]]:
        """The columns by their names."""
        return dict(zip(self._row._fields, map(list, self._columns), strict=True))

    def __len__(self) -> int:
        return len(self._columns[0])

    @overload
    def __getitem__(self, key: int) -> _Row: ...
    @overload
    def __getitem__(self, key: slice) -> list[_Row]: ...
    def __getitem__(self, key: int | slice) -> _Row | list[_Row]:
        """Returns the row at a place, or those of a slice."""
        cells = (column[key] for column in self._columns)
        return [*map(self._row._make, zip(*cells, strict=True))] if isinstance(key, slice) else self._row._make(cells)

    def __iter__(self) -> Iterator[_Row]:
        return map(self._row._make, zip(*self._columns, strict=True))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Table):
            return NotImplemented
        return bool(self._row == other._row and self._columns == other._columns)

    def __reduce__(self) -> tuple[Any, ...]:
        return Table, (self._row, self._columns)

    def __repr__(self) -> str:
        return f"<Table of {self._row.__name__}: {len(self)} rows>"

    def _repr_html_(self) -> str:
        return html_table(self._row._fields, self[:_ROWS_SHOWN])


class Vote(NamedTuple):
    """A vote of a log."""

    origin: str
    """The name of the log."""
    seq: int
    """Its place there."""
    edition: str
    """The edition, with the SHA-256 of its policy."""
    practice: str
    scope: str
    """The domain of the key that made the tag."""
    class_: Class
    """How strongly it is proven that a person voted."""
    hour: str
    """The hour of UTC in which it was recorded, such as `2026-03-08T12Z`."""
    tag: str
    """What stands for the person: the same in all votes of one for a practice, in an edition and a scope."""


class Log(_obmen.Log):
    """A log whose every line is known to be what its key has signed: `read_log` and `verify_log` give it.

    It is held outside Python, in about 120 bytes an entry.
    """

    __slots__ = ()

    @property
    def checkpoint(self) -> Checkpoint:
        """What the log has signed last."""
        return Checkpoint(*self._checkpoint())

    @property
    def origin(self) -> str:
        """The name of the log."""
        return self.checkpoint.origin

    @property
    def size(self) -> int:
        """The number of its entries."""
        return self.checkpoint.size

    @property
    def root(self) -> str:
        """The hash over them, in hexadecimal."""
        return self.checkpoint.root

    @property
    def key(self) -> str:
        """The key for its checkpoints to come: the one known beforehand, or the last that it announced."""
        return self._key()

    @property
    def final_size(self) -> int:
        """How many of its entries are final: those that a quorum of witnesses has seen."""
        return self._final_size()

    def votes(self) -> Table[Vote]:
        """Returns its votes in their order, those too that were taken back; what is redacted is not among them."""
        return Table(Vote, self._votes())

    def __len__(self) -> int:
        return self.size

    def __repr__(self) -> str:
        return f"<Log {self.origin}: {self.size} entries, {self.final_size} final>"


def read_log(folder: str | os.PathLike[str], trust: str | TrustPolicy) -> Log:
    """Reads the log in a folder, or in a copy of its files, and verifies every line of it.

    It may be read while its site writes there. `trust` is the key that the log began with, or a policy that trusts it: by a
    policy what a quorum has cosigned is final, by a key nothing. Raises a `RefusedError` where anything does not hold or
    no log was begun, an `OSError` where a file cannot be read. Other threads of Python run meanwhile.

    >>> import pathlib, tempfile
    >>> from obmen.nominations import Admission, Keys, new_log_key
    >>> site, now, folder = "obmen.example.bg", 1_775_000_000, tempfile.TemporaryDirectory()
    >>> policy = Policy(edition="2026-spring", scope="bg", opens="2026-03-01T00Z", closes="2026-06-01T00Z")
    >>> admission = Admission(site, policy, Keys.generate("2026-spring", "1"), ["flgr:1"],
    ...                       store=folder.name, log_key=new_log_key(site), new=True, now=now)
    >>> vote = {"practice": "flgr:1", "class": "eid"}
    >>> [admission.admit(vote, person=person, now=now).kind for person in ("BG/8001010000", "BG/7501020018")]
    ['counted', 'counted']
    >>> key = pathlib.Path(folder.name, "verifier").read_text().strip()  # as the site publishes it
    >>> log = read_log(folder.name, key)
    >>> log, log.votes()[0].hour
    (<Log obmen.example.bg: 2 entries, 0 final>, '2026-03-31T23Z')
    >>> [(row.place, row.practice, row.votes) for row in tally([log], [policy]).standings]
    [(1, 'flgr:1', 2)]
    >>> del admission; folder.cleanup()
    """
    return Log(os.fspath(folder), trust)


def verify_log(
    lines: str | bytes | Iterable[str | bytes],
    checkpoint: str,
    trust: str | TrustPolicy,
    *,
    handovers: Iterable[str] = (),
    cosigned: str | Iterable[str] = (),
) -> Log:
    """Verifies every line of a log, given whole or one by one, against a signed checkpoint that covers all of them.

    `trust` is as in `read_log`. A log that has changed its key needs its `handovers`, the notes by which each key gave way to
    the next. `cosigned` are the checkpoints that witnesses have cosigned: the text of the log's file of this name, or several
    notes; by a policy, what every witness of a quorum has cosigned in any of them is final. Raises a `RefusedError` where
    anything does not hold.
    """
    if not isinstance(lines, (str, bytes)):
        # Each ends, whether it came with its end or without.
        lines = b"".join(_bytes(line).removesuffix(b"\n") + b"\n" for line in lines)
    notes = [cosigned] if isinstance(cosigned, str) else list(cosigned)
    return Log((_bytes(lines), list(handovers), checkpoint, notes), trust)


def merge(logs: Iterable[Log]) -> Table[Vote]:
    """Returns the votes of several logs as one table, each once, by log and place.

    Copies of a log are united: what one has redacted is taken from another, and where two differ, only what stands before
    and what is final is there (`tally(…).logs` says of which log). Nothing else is judged: a person may have several votes.
    """
    return Table(Vote, _obmen.merge(list(logs)))


class CountedLog(NamedTuple):
    """What was counted of a site's log, all copies of it together."""

    origin: str
    """Its name."""
    size: int
    """The number of entries that are counted.

    Where two copies differ, these are the ones before; and those of one copy that are final, as long as nothing else is final
    in another.
    """
    root: str
    """The hash over them, in hexadecimal."""
    final: int
    """How many of them are final."""
    forked: bool
    """Whether copies differ. What of them is not counted is `nomination/tally-fork`."""


class Edition(NamedTuple):
    """An edition of which there is a vote, a closing entry or a policy."""

    edition: str
    """Its name, with the SHA-256 of its policy."""
    scopes: list[str]
    """The scopes of its votes that count."""
    unit: Unit
    """What is counted."""
    policy: bool
    """Whether its policy was at hand: else no vote was held to it, and the weak votes are not capped."""
    weak_per_strong: int | None
    """How many weak votes count at most for each strong one, where the policy says so."""
    votes: int
    """The votes of its result: what a closing entry holds as `votes`.

    The result is of the final votes alone, once there are any.
    """
    hash: str
    """The SHA-256 of its result: what a closing entry holds as `tally`."""


class Closing(NamedTuple):
    """What a site has recorded as the result of an edition, the first time."""

    edition: str
    origin: str
    """The name of the site's log."""
    seq: int
    """The place of the entry there."""
    tally: str
    """The hash of the result."""
    votes: int
    agrees: bool | None
    """Whether this count comes to the same; `None` without the policy of the edition, by which it was counted."""


class Standing(NamedTuple):
    """Where a practice stands in an edition."""

    edition: str
    place: int
    """Its place, from 1. Practices with as many votes share it, and the next ones are left out: 1, 1, 3."""
    practice: str
    votes: int
    """Its votes: the strong ones, and of the weak ones as many as the policy lets count."""
    final: int
    """What it would be if no vote but the final ones were cast."""
    strong: int
    """The votes that count of the classes `email` and `eid`."""
    weak: int
    """The votes that count of the classes `typed` and `pow`, before the cap."""


class Count(NamedTuple):
    """How many votes count of one kind, before any cap on weak ones."""

    edition: str
    practice: str
    scope: str
    class_: Class
    state: State
    month: str
    """The month of UTC in which they were recorded, such as `2026-03`."""
    votes: int


class Share(NamedTuple):
    """What a site has of the votes for a practice."""

    edition: str
    origin: str
    """The name of the site's log."""
    practice: str
    class_: Class
    cast: int
    """The votes in its log, but for those that it voided: the raw number, of which nothing was judged."""
    counted: int
    """Those that count."""


class Uncounted(NamedTuple):
    """An entry that does not count, or is not followed, and why."""

    origin: str
    """The name of its log."""
    seq: int
    """Its place there."""
    leaf: str
    """Its id."""
    code: str
    """The rule that says why; `obmen.explain` tells more of it."""
    other_origin: str | None
    """The log of the entry that it has to do with, such as the vote that counts in its stead; `None` where there is none."""
    other_seq: int | None
    """The place of that entry."""


class Finding(NamedTuple):
    """What there is to say of a tally."""

    code: str
    """The code of the rule; `obmen.explain` tells more of it."""
    severity: Severity
    message: str
    """What is wrong."""
    help: str
    """How to mend it."""
    arguments: dict[str, Any]
    """What fills the message."""


class Tally(_obmen.Tally):
    """What logs add up to, in tables, and what did not count: `tally` makes it.

    Nothing is summed across editions.
    """

    @cached_property
    def _tables(self) -> dict[str, Table[Any]]:
        told = json.loads(self._json())
        editions = told["editions"]
        for each in told["uncounted"]:
            other = each["other"] or {"origin": None, "seq": None}
            each |= {f"other_{name}": value for name, value in other.items()}

        def of_editions(name: str) -> list[dict[str, Any]]:
            return [{"edition": edition["edition"], **row} for edition in editions for row in edition[name]]

        return {
            "logs": _table(CountedLog, told["logs"]),
            "editions": _table(Edition, editions),
            "closings": _table(Closing, of_editions("closings")),
            "standings": _table(Standing, of_editions("standings")),
            "counts": _table(Count, of_editions("counts")),
            "sites": _table(Share, of_editions("sites")),
            "uncounted": _table(Uncounted, told["uncounted"]),
        }

    @property
    def logs(self) -> Table[CountedLog]:
        """The logs, one for each site, by name."""
        return self._tables["logs"]

    @property
    def editions(self) -> Table[Edition]:
        """The editions, by name and policy."""
        return self._tables["editions"]

    @property
    def closings(self) -> Table[Closing]:
        """What the sites have recorded as the results of editions, compared with this count."""
        return self._tables["closings"]

    @property
    def standings(self) -> Table[Standing]:
        """The practices of each edition by their votes."""
        return self._tables["standings"]

    @property
    def counts(self) -> Table[Count]:
        """The votes that count, by practice, scope, class, state and month."""
        return self._tables["counts"]

    @property
    def sites(self) -> Table[Share]:
        """What each site gives to that."""
        return self._tables["sites"]

    @property
    def uncounted(self) -> Table[Uncounted]:
        """Each entry that does not count, or is not followed, by log and place."""
        return self._tables["uncounted"]

    def findings(self, lang: Lang = "en") -> Table[Finding]:
        """Returns what there is to say of it.

        First of editions that are no sum of persons, of which there are several, or that come to another result than was
        recorded; then of each entry that does not count.
        """
        return _findings(self._findings(lang))

    def compare(self, stated: Mapping[str, int], lang: Lang = "en") -> Table[Finding]:
        """Returns how its votes differ from what sources state: numbers by practice, compared in each edition."""
        return _findings(self._compare(list(stated.items()), lang))

    def to_json(self) -> str:
        """Returns its canonical JSON (RFC 8785): the bytes that Rust writes."""
        return self._json()

    def __eq__(self, other: object) -> bool:
        return self._json() == other._json() if isinstance(other, Tally) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._json())

    def __repr__(self) -> str:
        votes = sum(self.standings.columns["votes"])
        return f"<Tally of {len(self.logs)} logs: {votes} votes count, {len(self.uncounted)} entries do not>"

    def _repr_html_(self) -> str:
        return self.standings._repr_html_()


def tally(logs: Iterable[Log], policies: Iterable[Policy | Mapping[str, Any] | str] = ()) -> Tally:
    """Counts the votes of logs.

    Order and repetition of the logs do not matter, nor does it whether an older copy of a log stands beside a newer one. With
    an edition's policy its votes are held to it, and the weak ones capped. Other threads of Python run meanwhile.

    Of the votes of one person for a practice, in an edition and a scope, one counts: a final one before a pending one, then
    the one of the stronger class, of the earlier hour, of the log whose name comes first, of the earlier place.
    """
    return Tally(list(logs), [_policy(policy) for policy in policies])


def _table(row: type[_Row], rows: Sequence[Mapping[str, Any]]) -> Table[_Row]:
    fields: tuple[str, ...] = row._fields  # type: ignore[attr-defined]
    return Table(row, ([each[field.rstrip("_")] for each in rows] for field in fields))


def _findings(found: Iterable[tuple[Severity, str]]) -> Table[Finding]:
    return _table(Finding, [{"severity": severity, **json.loads(told)} for severity, told in found])

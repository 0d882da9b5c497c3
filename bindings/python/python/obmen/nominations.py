"""Votes that cost robots and count people once: challenges, codes, tags, and the one way into a log.

What is promised, and no more: a person's proven identity counts once for a practice, an edition and a scope.

>>> keys = Keys.generate("2026-spring", "1")  # once; keep `keys.text()` where only the site can read it
>>> policy = Policy(edition="2026-spring", scope="bg", opens="2026-03-01T00Z", closes="2026-06-01T00Z",
...                 classes=["pow", "email", "eid"], challenge={"cost": 20})
>>> admission = Admission("obmen.example.bg", policy, keys, ["flgr:20070736"])
>>> march = datetime.datetime(2026, 3, 8, 12, tzinfo=datetime.timezone.utc)
>>> challenge = admission.challenge("flgr:20070736", now=march)  # to the browser, which solves it
>>> vote = {"practice": "flgr:20070736", "class": "pow", "voter": "q0jZJYy3ZfRkG4tN", "answer": solve(challenge)}
>>> decision = admission.admit(vote, now=march)
>>> decision.kind, decision.entry["seq"], decision.leaf == leaf_hash(decision.line)
('counted', 0, True)
>>> print(admission.admit(vote, now=march).message("bg"))
това вече е използвано

Every function that needs the time takes `now`: seconds since 1970, or a `datetime` with a time zone; by default the clock's.
Every function that needs chance takes `chance`, bytes; by default those of `secrets`. Give either in tests alone.

What a vote breaks is data in a `Decision`; elsewhere what is wrong with keys, policies, entries or addresses is a
`RefusedError`.
"""

from __future__ import annotations

import datetime
import json
import os
import secrets
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TypedDict, Union

from . import _obmen
from .report import LANGUAGES, Lang
from .values import html_table, to_json

if TYPE_CHECKING:
    from typing_extensions import Self, Unpack

__all__ = [
    "Action",
    "Admission",
    "ChallengePolicy",
    "Class",
    "Decision",
    "DecisionKind",
    "IdentityKind",
    "Keys",
    "Message",
    "Picture",
    "Policy",
    "PolicyFields",
    "Reason",
    "RefusedError",
    "Time",
    "edition",
    "leaf_hash",
    "new_log_key",
    "normalise_email",
    "read_entry",
    "solve",
    "tag",
]

Class = Literal["typed", "pow", "email", "eid"]
"""How strongly a vote proves that a person cast it; later is stronger."""
DecisionKind = Literal["counted", "duplicate", "provisional", "refused"]
"""What became of a request."""
Action = Literal["vote", "confirm"]
"""What a solved challenge is for: a vote, or a message by which an address is proven."""
IdentityKind = Literal["browser", "email", "person"]
"""What kind of identity a tag is made of."""
Reason = Literal["erasure", "irregular", "mistake", "order"]
"""Why a vote is voided."""
Time = Union[float, datetime.datetime]
"""Seconds since 1970, or a date and time with its zone."""


class _Worded:
    """What is told in English and Bulgarian: a JSON text in each."""

    __slots__ = ()
    _texts: tuple[str, str]

    def to_json(self, lang: Lang = "en") -> str:
        """Returns all of it as JSON, secrets too: the bytes that Rust writes."""
        if lang not in LANGUAGES:
            raise ValueError(f"lang: `{lang}` is not `en` or `bg`")
        return self._texts[LANGUAGES.index(lang)]

    def to_dict(self, lang: Lang = "en") -> dict[str, Any]:
        """Returns all of it as a dict, secrets too."""
        told: dict[str, Any] = json.loads(self.to_json(lang))
        return told


class RefusedError(_Worded, ValueError):
    """Something that was refused outside `Admission.admit`: keys, a policy, an entry, an address, a challenge.

    >>> try:
    ...     normalise_email("nobody")
    ... except RefusedError as error:
    ...     print(error.code, error.arguments)
    organisation/email {'reason': 'no-at', 'value': '…'}
    """

    _texts: tuple[str, str]

    def __init__(self, english: str, bulgarian: str, /) -> None:
        super().__init__(english, bulgarian)
        self._texts = (english, bulgarian)

    @property
    def code(self) -> str:
        """The code of the rule; `obmen.explain` tells more of it."""
        return str(self.to_dict()["code"])

    @property
    def arguments(self) -> dict[str, Any]:
        """What fills the message."""
        return dict(self.to_dict()["arguments"])

    def message(self, lang: Lang = "en") -> str:
        """Returns what is wrong."""
        return str(self.to_dict(lang)["message"])

    def help(self, lang: Lang = "en") -> str:
        """Returns how to mend it."""
        return str(self.to_dict(lang)["help"])

    def __str__(self) -> str:
        return f"{self.code}: {self.message()}"


class Keys(_obmen.Keys):
    """The keys of a site: its own, and those of the scope that it shares with other sites.

    They are printed by their ids alone, and neither pickled nor copied. The text of keys is `{"edition", "site": [key],
    "scope": [key]}`, each key `{"id", "secret"}` with 32 bytes in small hexadecimal; behind a key may stand the one before
    it, whose signatures and tags are still known. The keys of the scope are for one edition: what changes them returns
    other keys, and these are as they were.

    >>> keys = Keys.generate("2026-spring", "1")
    >>> keys.rotate_site("2")
    Keys(edition='2026-spring', site=['2', '1'], scope=['1'])
    >>> keys.begin_edition("2026-autumn", "3")
    Keys(edition='2026-autumn', site=['1'], scope=['3'])
    >>> keys.text() == Keys.read(keys.text()).text()
    True
    """

    __slots__ = ()

    @classmethod
    def generate(cls, edition: str, id: str, /, *, chance: bytes | None = None) -> Self:
        """Returns new keys for an edition (the name of it alone), of this id. `chance`: 64 bytes."""
        return cls(cls._made(edition, id, _chance(chance, 64)))

    @classmethod
    def read(cls, source: str | os.PathLike[str], /) -> Self:
        """Returns the keys of a text, or of a file named by a `pathlib.Path`; `RefusedError` where they are none."""
        return cls(source if isinstance(source, str) else Path(source).read_text("utf-8"))

    @property
    def ids(self) -> dict[str, list[str]]:
        """The ids of the keys of the site and of the scope, the current one first."""
        return dict(zip(("site", "scope"), self._ids(), strict=True))

    @property
    def edition(self) -> str:
        """The name of the edition that the keys of the scope were made for."""
        return self._edition()

    def rotate_site(self, id: str, /, *, chance: bytes | None = None) -> Self:
        """Returns keys with a new one of the site before its current one. `chance`: 32 bytes."""
        return type(self)(self._rotate_site(id, _chance(chance, 32)))

    def rotate_scope(self, id: str, /, *, chance: bytes | None = None) -> Self:
        """Returns keys with a new one of the scope before its current one, in an emergency: the old one may be known to
        others. Every site of the scope needs it, and it can be done once in an edition. `chance`: 32 bytes."""
        return type(self)(self._rotate_scope(id, _chance(chance, 32)))

    def begin_edition(self, edition: str, id: str, /, *, chance: bytes | None = None) -> Self:
        """Returns keys with a new one of the scope, for the next edition, in the place of all it has. `chance`: 32 bytes."""
        return type(self)(self._begin_edition(edition, id, _chance(chance, 32)))

    def destroy_scope(self, policy: Policy | Mapping[str, Any] | str, /, *, now: Time | None = None) -> Self:
        """Returns keys without those of the scope, by which nobody finds out who voted; `RefusedError` while the votes can
        be disputed. Overwrite every copy of the text, at every site of the scope and in backups."""
        return type(self)(self._destroy_scope(_policy(policy), _seconds(now)))

    def text(self) -> str:
        """Returns the keys as text, secrets and all: for the place where they are kept, and for nothing else."""
        return self._text()

    def __reduce__(self) -> NoReturn:
        raise TypeError("keys are secret: they are not pickled or copied; ask for their `text()` where you must")

    def __repr__(self) -> str:
        return f"Keys(edition={self.edition!r}, site={self.ids['site']}, scope={self.ids['scope']})"


class ChallengePolicy(TypedDict, total=False):
    """The work that a challenge demands."""

    algorithm: Literal["PBKDF2/SHA-256", "SHA-256"]
    cost: int
    """How often, 1 to 1,000,000; a browser tries about 256 keys."""
    seconds: int
    """How long a challenge is good, 1 to 300."""


class PolicyFields(TypedDict, total=False):
    """The fields of a policy."""

    v: int
    edition: str
    scope: str
    opens: str | datetime.datetime
    closes: str | datetime.datetime
    classes: Sequence[Class]
    weak_per_strong: int | None
    confirm_minutes: int
    appeal_days: int
    challenge: ChallengePolicy


class Policy(_obmen.Policy, Mapping[str, Any]):
    """The rules by which votes are taken in one edition: a frozen mapping of all its fields.

    Needed are `edition`, `scope`, `opens` and `closes` (hours of UTC such as `2026-03-01T00Z`, or the same as a
    `datetime` with a time zone); what is left out has its safe value. `RefusedError` where it is no policy.

    >>> policy = Policy(edition="2026-spring", scope="bg", opens="2026-03-01T00Z", closes="2026-06-01T00Z")
    >>> policy["classes"], policy["challenge"]["cost"]
    (['email', 'eid'], 2000)
    >>> policy.edition
    '2026-spring@1696c07a6206d2487530c612682eba182942f1e258316bbec0848aee1a8b14f0'
    >>> policy == Policy.from_json(policy.to_json()) == {**policy}
    True
    """

    __slots__ = ()

    def __new__(cls, /, **fields: Unpack[PolicyFields]) -> Self:
        """Makes a policy of its fields."""
        return cls.from_dict(fields)

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any], /) -> Self:
        """Returns the policy of a mapping."""
        hours = {name: _hour(name, hour) for name, hour in fields.items() if isinstance(hour, datetime.datetime)}
        return cls.from_json(to_json({**fields, **hours}))

    @classmethod
    def from_json(cls, source: str | os.PathLike[str], /) -> Self:
        """Returns the policy of a JSON text, or of a file named by a `pathlib.Path`."""
        text = source if isinstance(source, str) else Path(source).read_text("utf-8")
        return super().__new__(cls, _characters(text))

    @property
    def edition(self) -> str:
        """The full name of its edition: the name, `@`, and the SHA-256 of its canonical JSON."""
        return self._edition()

    def to_json(self) -> str:
        """Returns its canonical JSON (RFC 8785), which is hashed."""
        return self._json()

    def __getitem__(self, field: str, /) -> Any:
        return json.loads(self._json())[field]

    def __iter__(self) -> Iterator[str]:
        return iter(json.loads(self._json()))

    def __len__(self) -> int:
        return len(json.loads(self._json()))

    def __hash__(self) -> int:
        return hash(self._json())

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).from_json, (self._json(),)

    def __repr__(self) -> str:
        return f"Policy({', '.join(f'{name}={value!r}' for name, value in self.items())})"


@dataclass(frozen=True)
class Picture:
    """A code to be shown in a picture, and the token that goes with it into the form."""

    code: str = field(repr=False)
    """What the picture shows."""
    token: str
    """What the form sends back with what was typed."""


@dataclass(frozen=True)
class Message:
    """What is to be sent to an address, by the application."""

    minutes: int
    """How long it is good."""
    token: str = field(repr=False)
    """Part of the link, which goes to the address and nowhere else; or, when there is a code, for the page that asks
    for the code."""
    code: str | None = field(repr=False, default=None)
    """The code, when one is sent instead of a link."""


@dataclass(frozen=True, repr=False, match_args=False)
class Decision(_Worded):
    """What became of a request; made by `Admission.admit`.

    `counted`: the vote is in the log; give the voter the receipt: the `leaf`, by which it is found, and the `withdrawal`,
    by which it is taken back and which nobody else may have. `duplicate`: a vote of the same or a stronger class is there
    already. `provisional`: nothing is recorded until the address is proven; `send` it what it needs. `refused`:
    why not.

    `to_json` and `to_dict` hold what the one who asked is told: all but `send`.
    """

    __match_args__ = ("kind", "code")
    _texts: tuple[str, str]
    _send: str | None

    @property
    def kind(self) -> DecisionKind:
        """`counted`, `duplicate`, `provisional` or `refused`."""
        kind: DecisionKind = self.to_dict()["decision"]
        return kind

    @property
    def entry(self) -> dict[str, Any] | None:
        """The entry in the log, of a vote that counts."""
        return self.to_dict().get("entry")

    @property
    def line(self) -> str | None:
        """The entry as it stands in the log: the bytes that are hashed."""
        entry = self.entry
        # The fields are ASCII and come in the order of the canonical form.
        return None if entry is None else to_json(entry)

    @property
    def leaf(self) -> str | None:
        """The id of the vote, of a vote that counts."""
        return self.to_dict().get("leaf")

    @property
    def withdrawal(self) -> str | None:
        """The secret by which the voter can take the vote back."""
        return self.to_dict().get("withdrawal")

    @property
    def send(self) -> Message | None:
        """What is to be sent to the address, of a provisional vote: to the address, and not to the one who asks."""
        return None if self._send is None else Message(**json.loads(self._send))

    @property
    def code(self) -> str | None:
        """The code of the rule behind it; `None` for a vote that counts."""
        return self.to_dict().get("code")

    @property
    def arguments(self) -> dict[str, Any]:
        """What fills the message."""
        return dict(self.to_dict().get("arguments", {}))

    def message(self, lang: Lang = "en") -> str | None:
        """Returns what is said to the voter; `None` for a vote that counts."""
        return self.to_dict(lang).get("message")

    def help(self, lang: Lang = "en") -> str | None:
        """Returns what the voter can do; `None` for a vote that counts."""
        return self.to_dict(lang).get("help")

    def __repr__(self) -> str:
        return f"<Decision {self.kind}: {self.leaf or self.code}>"

    def _repr_html_(self) -> str:
        shown = {"decision": self.kind, "leaf": self.leaf, "code": self.code, "message": self.message()}
        return html_table(("", ""), [(name, value) for name, value in shown.items() if value is not None])


class Admission(_obmen.Admission):
    """What takes votes at one site in one edition.

    `site` is the name of its log, `practices` those that take votes, each named by its register and its key there. Any
    number of threads may use it; one at a time is served.

    It remembers in the folder `store`: the log, an entry a line in `entries.jsonl`,
    its signed `checkpoint`, and what was used up. `log_key` signs the checkpoints, as `new_log_key` makes it. Nothing is
    acknowledged before the disk has it. With `new` the log is begun, and the folder made when it is not there: once, for a
    key that has signed no log yet; without, a folder without a log is refused, so that a slip in its name begins no second
    one. With `forget_nonces` it opens also when the file of what was used up is lost: for when all that was given out has
    expired. The folder is locked for other admissions until this one is let go of. Without a
    folder it remembers in memory, so that a site that starts anew knows of no vote before. Of answers that were used and
    have not expired it remembers so many `nonces`, 100,000 unless said otherwise, and as many of messages; while there is
    no room, none is taken.

    `RefusedError` where the policy is none or the site no name of a log; `OSError` where the folder is locked or damaged,
    or the disk fails. After an `OSError` of `admit` nothing may be told to the voter.

    >>> opens, closes = "2026-03-01T00Z", "2026-06-01T00Z"
    >>> policy = Policy(edition="2026-spring", scope="bg", opens=opens, closes=closes)
    >>> admission = Admission("obmen.example.bg", policy, Keys.generate("2026-spring", "1"), ["flgr:20070736"])
    >>> request = {"practice": "flgr:20070736", "class": "eid"}
    >>> [admission.admit(request, person="BG/8001010000", now=1_775_000_000).kind for _ in range(2)]
    ['counted', 'duplicate']
    >>> match admission.admit({**request, "practice": "flgr:1"}, now=1_775_000_000):
    ...     case Decision("refused", code):
    ...         print(code)
    nomination/unknown-practice
    """

    __slots__ = ()

    def __new__(
        cls,
        site: str,
        policy: Policy | Mapping[str, Any] | str,
        keys: Keys,
        practices: Iterable[str] = (),
        *,
        store: str | os.PathLike[str] | None = None,
        log_key: str | None = None,
        new: bool = False,
        forget_nonces: bool = False,
        nonces: int | None = None,
        now: Time | None = None,
    ) -> Self:
        """Makes an admission, in memory or in a folder."""
        if (store is None) != (log_key is None):
            raise TypeError("log_key: a log in a folder is signed, and no other")
        if store is None and (new or forget_nonces):
            raise TypeError("store: only a log in a folder is begun or opened")
        if isinstance(practices, str):
            raise TypeError("practices: several names are expected, not one")
        kept = None if store is None or log_key is None else (store, log_key)
        made = super().__new__(cls, site, _policy(policy), keys, kept, _seconds(now), nonces, new, forget_nonces)
        for practice in practices:
            made.open(practice)
        return made

    @property
    def edition(self) -> str:
        """The full name of the edition: its name, `@`, and the hash of its policy."""
        return self._edition()

    def open(self, practice: str, /) -> None:
        """Lets a practice take votes."""
        self._open(practice)

    def close(self, practice: str, /) -> None:
        """Lets a practice take no more votes."""
        self._close(practice)

    def limit(self, most: int, /) -> None:
        """Lets the network of a `caller` try so often in an hour, 120 times unless said: advice against lazy programs."""
        self._limit(most)

    def rekey(self, keys: Keys, /) -> None:
        """Puts other keys in the place of those that it has: the new one, and behind it the one before."""
        self._rekey(keys)

    def challenge(
        self, practice: str, action: Action = "vote", *, now: Time | None = None, chance: bytes | None = None
    ) -> str:
        """Returns a challenge for a practice, as JSON for the browser. `chance`: 32 bytes.

        `RefusedError` where the edition or the practice takes no votes.
        """
        return self._challenge(practice, action, _seconds(now), _chance(chance, 32))

    def picture(self, practice: str, *, now: Time | None = None, chance: bytes | None = None) -> Picture:
        """Returns a code for a picture, good for ten minutes and one attempt. `chance`: 16 bytes.

        `RefusedError` where the edition or the practice takes no votes.
        """
        return Picture(*self._picture(practice, _seconds(now), _chance(chance, 16)))

    def admit(
        self,
        request: Mapping[str, Any] | str,
        *,
        caller: str | None = None,
        member: bool = False,
        person: str | None = None,
        now: Time | None = None,
        chance: bytes | None = None,
    ) -> Decision:
        """Judges a request, and records the vote if it counts. `chance`: 48 bytes.

        `request` is what the visitor sent, as a mapping or as JSON. What the site knows comes apart from it: the IP address
        of the `caller`, for the limit of a network and nothing else; whether the voter is a `member` of those who carried
        the practice out; the `person` as the site identified them, for the class `eid`.

        A request has `practice` and `class`, and by class:

        - `typed`: `voter` (a random token of the browser), `token`, `code`
        - `pow`: `voter`, `answer`
        - `email`, to be sent a message: `address`, `answer` (of a challenge for `confirm`), perhaps `confirm`: `link` or `code`
        - `email`, with what was sent: `address`, `token`, and `code` if it was one
        - `eid`: nothing else
        """
        text = request if isinstance(request, str) else to_json(request)
        given = {"caller": caller, "member": member, "person": person}
        known = to_json({name: value for name, value in given.items() if value is not None})
        return Decision(*self._admit(_characters(text), _characters(known), _seconds(now), _chance(chance, 48)))

    def withdraw(self, line: str, token: str, *, now: Time | None = None, chance: bytes | None = None) -> str:
        """Takes a vote back for its voter, and returns the line that says so in the log. `chance`: 16 bytes.

        `line` is the vote as the log holds it (`Decision.line`), `token` the `withdrawal` that the voter was given.
        `RefusedError` where the log holds no such vote, or it is another's secret. The person may vote again.
        """
        return self._withdraw(_characters(line), _characters(token), _seconds(now), _chance(chance, 16))

    def void(self, line: str, reason: Reason, *, now: Time | None = None, chance: bytes | None = None) -> str:
        """Takes a vote back for the site, also a withdrawn one; returns the line that says so. `chance`: 16 bytes.

        `RefusedError` where the log holds no such vote. The person may vote again.
        """
        return self._void(_characters(line), reason, _seconds(now), _chance(chance, 16))

    def close_edition(self, tally: str, votes: int, *, now: Time | None = None, chance: bytes | None = None) -> str:
        """Records the result of the edition, and returns the line that says so in the log. `chance`: 16 bytes.

        `tally` and `votes` are `hash` and `votes` of the edition in a tally by its policy (`obmen.logs`). `RefusedError` while
        votes are taken. A second one of the same edition is told of by every tally, and not followed.
        """
        return self._close_edition(_characters(tally), votes, _seconds(now), _chance(chance, 16))

    def __reduce__(self) -> NoReturn:
        raise TypeError("an admission holds keys and a lock: it is not pickled or copied")

    def __repr__(self) -> str:
        return f"<Admission of {self.edition}>"


def solve(challenge: str | Mapping[str, Any], progress: Callable[[int], object] | None = None) -> str:
    """Solves a challenge (ALTCHA protocol v2) and returns the answer, to be sent back, however long it takes.

    Challenges of any site by SHA-256 or PBKDF2 with it, and keys of 32 bytes; `RefusedError` for others. Other threads of
    Python run meanwhile, Ctrl-C ends it, and `progress` is called now and then with the number of keys tried.

    >>> parameters = {"algorithm": "SHA-256", "cost": 1, "nonce": "0f" * 16, "salt": "5a" * 16, "keyPrefix": "0"}
    >>> import base64
    >>> json.loads(base64.b64decode(solve({"parameters": parameters})))["solution"]["counter"]
    6
    """
    return _obmen.solve(_characters(challenge if isinstance(challenge, str) else to_json(challenge)), progress)


def read_entry(line: str | bytes) -> dict[str, Any]:
    """Returns an entry of a log of the bytes of its line, without the end of the line.

    `RefusedError` where they are no entry in its one canonical form (RFC 8785).

    >>> read_entry('{"v": 1}')
    Traceback (most recent call last):
    obmen.nominations.RefusedError: nomination/entry-missing-field: the entry has no `kind`
    """
    entry: dict[str, Any] = json.loads(_obmen.read_entry(_bytes(line)))
    return entry


def leaf_hash(line: str | bytes) -> str:
    """Returns the id of an entry: the leaf hash of its bytes (RFC 6962), in hexadecimal.

    >>> leaf_hash("")  # of no bytes, as RFC 6962 has it
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'
    """
    return _obmen.leaf_hash(_bytes(line))


def edition(policy: Policy | Mapping[str, Any] | str) -> str:
    """Returns the full name of a policy's edition: its name, `@`, and the SHA-256 of its canonical JSON."""
    return _policy(policy).edition


def new_log_key(site: str, *, chance: bytes | None = None) -> str:
    """Returns a new key to sign the log of a site with, as text. `chance`: 32 bytes.

    Keep it where only the site can read it: whoever has it can sign another log under this name.

    >>> new_log_key("obmen.example.bg").startswith("PRIVATE+KEY+obmen.example.bg+")
    True
    """
    return _obmen.new_log_key(site, _chance(chance, 32))


def normalise_email(address: str) -> str:
    """Returns the one form of the addresses that reach one mailbox, as far as can be told without asking.

    >>> normalise_email(" Ivan.Petrov+obmen@GMail.com ")
    'ivanpetrov@gmail.com'
    """
    return _obmen.normalise_email(address)


def tag(keys: Keys, edition: str, practice: str, kind: IdentityKind, identity: str) -> str:
    """Returns what stands for a person in votes for one practice in one edition, in hexadecimal.

    For tests of agreement, and to find the votes of whoever asks for their erasure; `admit` makes its own.

    >>> keys = Keys.generate("2026-spring", "1")
    >>> tag(keys, "2026@…", "a:1", "email", "Office@example.bg") == tag(keys, "2026@…", "a:1", "email", "office@example.bg")
    True
    """
    return _obmen.tag(keys, edition, practice, kind, identity)


def _policy(source: Policy | Mapping[str, Any] | str) -> Policy:
    if isinstance(source, Policy):
        return source
    return Policy.from_json(source) if isinstance(source, str) else Policy.from_dict(source)


def _seconds(now: Time | None) -> int:
    if now is None:
        return int(time.time())
    if isinstance(now, datetime.datetime):
        if now.tzinfo is None:
            raise ValueError("now: a date and time needs its zone")
        now = now.timestamp()
    return int(now)


def _hour(name: str, time: datetime.datetime) -> str:
    hour = time.astimezone(datetime.timezone.utc).replace(minute=0, second=0, microsecond=0)
    if time.tzinfo is None or hour != time:
        raise ValueError(f"{name}: a full hour with its zone is expected")
    return hour.strftime("%Y-%m-%dT%HZ")


def _chance(given: bytes | None, size: int) -> bytes:
    return secrets.token_bytes(size) if given is None else given


def _characters(json: str) -> str:
    """JSON whose halves of surrogate pairs, which are no characters, are escaped: for the core to refuse."""
    return json.encode("utf-8", "backslashreplace").decode()


def _bytes(line: str | bytes) -> bytes:
    return line.encode("utf-8", "surrogatepass") if isinstance(line, str) else line

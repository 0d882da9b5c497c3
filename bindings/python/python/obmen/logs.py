"""What logs of votes have signed, verified: checkpoints, cosignatures of witnesses, and proofs of a vote's place.

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

What does not hold is a `RefusedError`, with the rule that it breaks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import _obmen
from .nominations import RefusedError, leaf_hash

if TYPE_CHECKING:
    from typing_extensions import Self

__all__ = [
    "Checkpoint",
    "Cosigner",
    "Covered",
    "Key",
    "Place",
    "RefusedError",
    "TrustPolicy",
    "read_key",
    "verify_checkpoint",
    "verify_cosignature",
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


def verify_receipt(proof: str, line: str | bytes, trust: str | TrustPolicy) -> Place:
    """Returns the place of an entry that a proof (`tlog-proof@v1`) shows in a log.

    The log is one whose key is given, or one that a policy trusts: then a quorum must have cosigned the checkpoint too.
    `line` is the entry as it was recorded. Raises a `RefusedError` where anything does not hold.
    """
    leaf = bytes.fromhex(leaf_hash(line))
    if isinstance(trust, str):
        index, checkpoint = _obmen.verify_proof(proof, leaf, trust)
    else:
        index, checkpoint = trust._verify_proof(proof, leaf)
    return Place(index, Checkpoint(*checkpoint))

"""Signs logs for the tests, since the package itself signs none but its own: RFC 8032, RFC 6962 and C2SP's notes, anew and
of nothing but the standard library. It is slow, and gives its keys away to whoever measures the time: for tests alone."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P

Point = tuple[int, int, int, int]

Y = 4 * pow(5, -1, P) % P
X = 15112221349535400772501151409588531511454012693041857206046113283949847762202
BASE: Point = (X, Y, 1, X * Y % P)


def add(one: Point, other: Point) -> Point:
    """The sum of two points, in extended coordinates (RFC 8032, section 5.1.4)."""
    a, b = (one[1] - one[0]) * (other[1] - other[0]) % P, (one[1] + one[0]) * (other[1] + other[0]) % P
    c, d = 2 * one[3] * other[3] * D % P, 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number: int) -> bytes:
    """So many times the base point, as 32 bytes."""
    sum, power = (0, 1, 1, 0), BASE
    while number:
        if number & 1:
            sum = add(sum, power)
        power, number = add(power, power), number >> 1
    inverse = pow(sum[2], -1, P)
    x, y = sum[0] * inverse % P, sum[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def number(*parts: bytes) -> int:
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little") % ORDER


@lru_cache
def parts(seed: bytes) -> tuple[int, bytes, bytes]:
    """The secret number of a key, what its nonces are made of, and its public half (RFC 8032, section 5.1.5)."""
    hashed = hashlib.sha512(seed).digest()
    secret = int.from_bytes(hashed[:32], "little") & (1 << 254) - 8 | 1 << 254
    return secret, hashed[32:], times(secret)


@dataclass(frozen=True)
class Signer:
    """A key of a log, or of a witness, made of its name and a seed."""

    name: str
    witness: bool = False
    seed: bytes = bytes([7] * 32)

    def _type(self) -> bytes:
        return b"\4" if self.witness else b"\1"

    def _id(self, public: bytes) -> bytes:
        return hashlib.sha256(self.name.encode() + b"\n" + self._type() + public).digest()[:4]

    def key(self) -> str:
        """The public key as text."""
        public = parts(self.seed)[2]
        return f"{self.name}+{self._id(public).hex()}+{base64.b64encode(self._type() + public).decode()}"

    def line(self, text: str, time: int = 0) -> str:
        """The line of its signature below a text."""
        secret, prefix, public = parts(self.seed)
        signed = (f"cosignature/v1\ntime {time}\n{text}" if self.witness else text).encode()
        nonce = number(prefix, signed)
        commitment = times(nonce)
        answer = (nonce + number(commitment, public, signed) * secret) % ORDER
        stamp = time.to_bytes(8, "big") if self.witness else b""
        code = base64.b64encode(self._id(public) + stamp + commitment + answer.to_bytes(32, "little"))
        return f"— {self.name} {code.decode()}\n"

    def checkpoint(self, lines: Sequence[str], *witnesses: Signer) -> str:
        """The signed checkpoint over lines, with the cosignatures of witnesses."""
        root = base64.b64encode(tree([leaf(line) for line in lines])).decode()
        text = f"{self.name}\n{len(lines)}\n{root}\n"
        return f"{text}\n" + "".join(signer.line(text, 1_772_442_000) for signer in (self, *witnesses))


def leaf(line: str) -> bytes:
    """The leaf hash of a line, or that which stands in the place of its entry."""
    redacted = json.loads(line).get("redacted")
    return bytes.fromhex(redacted) if redacted else hashlib.sha256(b"\0" + line.encode()).digest()


def tree(leaves: Sequence[bytes]) -> bytes:
    """The root over leaves (RFC 6962, section 2.1)."""
    if len(leaves) < 2:
        return leaves[0] if leaves else hashlib.sha256().digest()
    middle = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + tree(leaves[:middle]) + tree(leaves[middle:])).digest()


def quorum(logs: Iterable[Signer], *witnesses: Signer) -> str:
    """A policy that trusts logs, and asks for all of some witnesses."""
    names = [f"w{number}" for number in range(len(witnesses))]
    lines = [f"log {log.key()}" for log in logs]
    lines += [f"witness {name} {witness.key()}" for name, witness in zip(names, witnesses, strict=True)]
    return "\n".join([*lines, f"group all all {' '.join(names)}", "quorum all", ""])

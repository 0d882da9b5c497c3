"""Checkpoints and cosignatures as PyPI's cryptography verifies them, and its own as obmen does."""

# needs: cryptography==50.0.2

import base64
import hashlib
import random

from _ask import Differences, ask
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

TYPES = {"notes": 1, "cosignatures": 4}
differences = Differences(__file__)
chance = random.Random(20260301)


def key_id(name, kind, public):
    """The four bytes before a signature."""
    return hashlib.sha256(f"{name}\n".encode() + bytes([TYPES[kind]]) + public).digest()[:4]


def as_text(name, kind, public, key):
    """A key as text."""
    return f"{name}+{key_id(name, kind, public).hex()}+{base64.b64encode(bytes([TYPES[kind]]) + key).decode()}"


def signed(text, kind, time):
    """What is signed."""
    return text.encode() if kind == "notes" else f"cosignature/v1\ntime {time}\n{text}".encode()


def verified(note, name, kind, public):
    """The time of the one signature of a key, 0 of a log's; nothing when there is none, or a wrong one."""
    text, _, lines = note.rpartition("\n\n")
    found = [line.split(" ")[2] for line in lines.splitlines() if line.split(" ")[1] == name]
    for code in map(base64.b64decode, found):
        if code[:4] != key_id(name, kind, public):
            continue
        time, signature = (0, code[4:]) if kind == "notes" else (int.from_bytes(code[4:12], "big"), code[12:])
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(signature, signed(text + "\n", kind, time))
        except InvalidSignature:
            return None
        return str(time)
    return None


def sign(text, name, kind, key, time):
    """A note with one signature, as cryptography makes it."""
    code = key_id(name, kind, key.public_key().public_bytes_raw())
    code += b"" if kind == "notes" else time.to_bytes(8, "big")
    code += key.sign(signed(text, kind, time))
    return f"{text}\n— {name} {base64.b64encode(code).decode()}\n"


cases = []
for kind in TYPES:
    for at in range(100):
        seed, root = chance.randbytes(32), chance.randbytes(32)
        name = chance.choice(["obmen.example.bg", "witness.example.bg/w1", "свидетел.example"])
        text = f"{name}\n{chance.randrange(2**chance.randrange(1, 62))}\n{base64.b64encode(root).decode()}\n"
        cases.append((kind, seed, name, text, chance.randrange(2**31)))

asked = []
for kind, seed, name, text, time in cases:
    public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
    private = "PRIVATE+KEY+" + as_text(name, kind, public, seed)
    asked.append({"kind": "sign-note", "key": private, "text": text, "time": str(time)})
notes = [answer.get("note") for answer in ask(asked)]

asked, judged = [], []
for (kind, seed, name, text, time), note in zip(cases, notes, strict=True):
    key = Ed25519PrivateKey.from_private_bytes(seed)
    public = key.public_key().public_bytes_raw()
    wanted = str(time if kind == "cosignatures" else 0)
    # Ed25519 is deterministic: both make the same bytes.
    differences.compare(f"{kind}, signed", note, sign(text, name, kind, key, time))
    differences.compare(f"{kind}, made by obmen", wanted, verified(note, name, kind, public))
    places = [chance.randrange(len(note)) for _ in range(6)]
    for altered in [note, *(note[:at] + chance.choice("0aZ\n— +") + note[at + 1 :] for at in places)]:
        asked.append({"kind": "verify-note", "key": as_text(name, kind, public, public), "note": altered})
        judged.append(wanted if altered == note else None)
for question, answer, wanted in zip(asked, ask(asked), judged, strict=True):
    differences.compare(question["note"], answer.get("time"), wanted)
differences.finish()

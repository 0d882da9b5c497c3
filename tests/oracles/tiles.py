"""Static files of a log (c2sp.org/tlog-tiles), from which hashlib alone makes the leaves, the tiles and the root again."""

import base64
import hashlib
import json

from _ask import Differences, ask

differences = Differences(__file__)


def tree(hashes):
    """The root over leaves (RFC 6962, section 2.1)."""
    if len(hashes) < 2:
        return hashes[0] if hashes else hashlib.sha256().digest()
    middle = 1 << (len(hashes) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + tree(hashes[:middle]) + tree(hashes[middle:])).digest()


def place(number, width):
    """The place of a tile as its path says it."""
    digits = [f"{number % 1000:03}"]
    while number := number // 1000:
        digits.insert(0, f"x{number % 1000:03}")
    return "/".join(digits) + ("" if width == 256 else f".p/{width}")


def tiled(hashes):
    """The tiles of a level that has these hashes."""
    return {place(at // 256, len(hashes[at : at + 256])): hashes[at : at + 256] for at in range(0, len(hashes), 256)}


def entries(bundle):
    """The entries of a bundle."""
    while bundle:
        length = int.from_bytes(bundle[:2], "big")
        yield bundle[2 : 2 + length]
        bundle = bundle[2 + length :]


def leaf(entry):
    """The leaf hash of an entry; of one that was erased it is left in its place."""
    redacted = json.loads(entry).get("redacted")
    return bytes.fromhex(redacted) if redacted else hashlib.sha256(b"\0" + entry).digest()


sizes = [0, 1, 2, 255, 256, 257, 511, 512, 600, 65536, 66000]
for size, answer in zip(sizes, ask({"kind": "tiles", "size": str(size)} for size in sizes), strict=True):
    checkpoint = answer.pop("checkpoint")
    files = {path: base64.b64decode(code) for path, code in answer.items()}
    bundles = sorted(path for path in files if path.startswith("tile/entries/"))
    hashes = [leaf(entry) for path in bundles for entry in entries(files[path])]
    differences.compare(f"the entries of {size}", len(hashes), size)
    root = base64.b64encode(tree(hashes)).decode()
    differences.compare(f"the root of {size}", checkpoint, f"tiles.example.bg\n{size}\n{root}\n")
    wanted = {f"tile/entries/{name}" for name in tiled(hashes)}
    differences.compare(f"the bundles of {size}", set(bundles), wanted)
    level, tiles = 0, {}
    while hashes:
        rows = tiled(hashes)
        tiles |= {f"tile/{level}/{name}": b"".join(row) for name, row in rows.items()}
        hashes = [tree(row) for row in rows.values() if len(row) == 256]
        level += 1
    written = {path: held for path, held in files.items() if path not in wanted}
    differences.compare(f"the tiles of {size}", written, tiles)
differences.finish()

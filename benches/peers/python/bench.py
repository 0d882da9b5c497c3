"""Prints what reading and checking a register in Python costs beside pydantic and msgspec: `bench.py REGISTER`.

Each time is the median of five passes over the same lines, the works taking turns within a pass, after one pass to
warm up; ratios are taken within one run. The collector of garbage rests while a work runs, as in timeit, and all that
a work makes is kept until it ends. Nothing is asserted of the times: machines differ. That pydantic refuses exactly
the records that break one of its rules is.
"""

import gc
import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

import obmen

PASSES = 5
TODAY = "2026-11-24"
RULES = json.loads((Path(__file__).parents[1] / "breaks.json").read_text("utf-8"))


def held(register: str, threads: int) -> float:
    """Returns the bytes that a catalogue holds over those of its register: the growth of this process."""

    def resident() -> int:
        gc.collect()
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    # What the first reading of all sets up is no part of a catalogue.
    obmen.read_jsonl(b"{}", threads=threads, today=TODAY)
    before = resident()
    catalogue = obmen.read_jsonl(register, threads=threads, today=TODAY)
    growth = resident() - before
    assert len(catalogue) > 0
    return growth / os.path.getsize(register)


def held_in_a_process_of_its_own(register: str, threads: int) -> float:
    done = subprocess.run(
        [sys.executable, __file__, register, str(threads)], check=True, capture_output=True, text=True
    )
    return float(done.stdout)


def broken(sound: bytes) -> list[tuple[str, bytes]]:
    """Returns for each rule of breaks.json a record that breaks it."""
    cases = []
    for code, pointer, value in RULES:
        record = inside = json.loads(sound)
        *steps, last = [int(step) if step.isdecimal() else step for step in pointer.split("/")[1:]]
        for step in steps:
            inside = inside[step]
        if value is None:
            del inside[last]
        else:
            inside[last] = value
        cases.append((code, json.dumps(record, ensure_ascii=False).encode()))
    long = json.loads(sound) | {"description": {"bg": "дума " * 250_000}}
    letter = sound.rindex("а".encode())
    return [
        *cases,
        ("text/too-long", json.dumps(long, ensure_ascii=False).encode()),
        ("shape/not-json", sound[:-1]),
        ("shape/bad-encoding", sound[:letter] + b"\xff" + sound[letter + 1 :]),
    ]


def disagreements(accepts: Callable[[bytes], bool], lines: list[bytes]) -> tuple[list[str], list[str]]:
    """Returns the codes that pydantic is given, and where it is not of one mind with obmen about them."""
    cases = broken(lines[0])
    codes = sorted({code for code, _ in cases})
    wrong = []
    for code, record in cases:
        if accepts(record):
            wrong.append(f"{code}: accepted by pydantic")
        if code not in {found.code for found in obmen.read(record, today=TODAY).report}:
            wrong.append(f"{code}: not found by obmen")
    report = obmen.read_jsonl(b"\n".join(lines), today=TODAY).report
    faulty = {found.record for found in report if found.diagnostic.code in codes}
    for number, line in enumerate(lines, 1):
        if accepts(line) == (number in faulty):
            wrong.append(f"record {number}: {'accepted' if number in faulty else 'refused'} by pydantic alone")
    return codes, wrong


def main(register: str) -> None:
    import msgspec
    import pydantic
    from models import Practice, Struct

    source = Path(register).read_bytes()
    lines = source.splitlines()
    decoder = msgspec.json.Decoder(Struct)

    def accepts(line: bytes) -> bool:
        try:
            Practice.model_validate_json(line)
        except pydantic.ValidationError:
            return False
        return True

    codes, wrong = disagreements(accepts, lines)
    if wrong:
        sys.exit("\n".join(wrong[:20]))

    def obmen_reads(threads: int) -> object:
        return obmen.read_jsonl(source, threads=threads, today=TODAY)

    def obmen_reads_and_looks() -> object:
        catalogue = obmen.read_jsonl(source, threads=1, today=TODAY)
        return catalogue, [practice.published for practice in catalogue]

    def pydantic_validates() -> list[Practice]:
        practices = []
        for line in lines:
            try:  # noqa: SIM105 (suppress would cost a peer some of its time)
                practices.append(Practice.model_validate_json(line))
            except pydantic.ValidationError:
                pass
        return practices

    def pydantic_validates_and_looks() -> object:
        practices = pydantic_validates()
        return practices, [practice.published for practice in practices]

    def msgspec_decodes() -> object:
        practices = []
        for line in lines:
            try:  # noqa: SIM105
                practices.append(decoder.decode(line))
            except msgspec.MsgspecError:
                pass
        return practices

    # The most that a second thread can give while others use the machine: hashing shares nothing and holds no lock.
    def hash_on(threads: int) -> object:
        with ThreadPoolExecutor(threads) as pool:
            return list(pool.map(hashlib.sha256, [source] * threads))

    hashed, hashed_twice = "sha256", "sha256, twice on two threads"
    one, two = "obmen, one thread", "obmen, two threads"
    validated, decoded = "pydantic, model_validate_json", "msgspec, typed decode"
    looked, validated_looked = "obmen, one thread, `published` of each", "pydantic, `published` of each"
    works: dict[str, Callable[[], object]] = {
        one: lambda: obmen_reads(1),
        two: lambda: obmen_reads(2),
        looked: obmen_reads_and_looks,
        validated: pydantic_validates,
        validated_looked: pydantic_validates_and_looks,
        decoded: msgspec_decodes,
        hashed: lambda: hash_on(1),
        hashed_twice: lambda: hash_on(2),
    }
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(1 + PASSES):
        for name, work in works.items():
            gc.collect()
            gc.disable()
            start = time.perf_counter()
            made = work()
            times[name].append(time.perf_counter() - start)
            gc.enable()
            del made
    # The first pass warmed up.
    medians = {name: median(passes[1:]) for name, passes in times.items()}

    print(f"{len(lines)} records, {len(source) / 1e6:.0f} MB of JSON Lines in memory; medians of {PASSES}")
    print(f"Python {sys.version.split()[0]}, pydantic {pydantic.VERSION}, msgspec {msgspec.__version__};", end=" ")
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}\n")
    print(f"{'':<58} {'us each':>8} {'MB/s':>8}")
    hashes = [medians.pop(name) for name in (hashed, hashed_twice)]
    for name, seconds in medians.items():
        print(f"{name:<58} {seconds / len(lines) * 1e6:>8.1f} {len(source) / seconds / 1e6:>8.0f}")
    print(f"\n{'':<58} {'ratio':>8} {'at least':>8}")
    for ours, theirs, least in [
        (one, validated, 7),
        (one, decoded, 2.8),
        (two, validated, 10),
        (two, decoded, 4),
        (looked, validated_looked, 5),
    ]:
        peer = theirs.partition(",")[0]
        print(f"{ours + ', over ' + peer:<58} {medians[theirs] / medians[ours]:>8.2f} {least:>8.1f}")
    print(f"{'two threads over one, obmen':<58} {medians[one] / medians[two]:>8.2f}")
    print(f"{'the same of hashing: what the machine had to give':<58} {2 * hashes[0] / hashes[1]:>8.2f}")
    if Path("/proc/self/statm").exists():
        print(f"\n{'resident memory that a catalogue adds to a fresh process':<58} {'ratio':>8} {'at most':>8}")
        for threads in (1, 2):
            ratio = held_in_a_process_of_its_own(register, threads)
            print(f"{f'read on {threads}, over the bytes of its register':<58} {ratio:>8.3f} {1.15:>8}")
    else:
        print("\nskipped: the memory of a catalogue: /proc is not here")
    print(
        f"""
Records of obmen are lazy: read_jsonl reads and checks every one whole, by all {len(obmen.rules())} rules, and keeps its bytes
and what was found; objects of Python come to be when a practice, and in it an attribute, is looked at. The peers make
all objects at once; pydantic tells only faults, msgspec checks types alone and stops at the first.

pydantic is given {len(codes)} rules, in whole or in part, and refuses exactly the records in which obmen finds one of them:"""
    )
    for family in dict.fromkeys(code.split("/")[0] for code in codes):
        print(f"    {family}:", ", ".join(code.split("/")[1] for code in codes if code.split("/")[0] == family))


if __name__ == "__main__":
    if len(sys.argv) > 2:
        print(held(sys.argv[1], int(sys.argv[2])))
    else:
        main(sys.argv[1])

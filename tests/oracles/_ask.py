"""Asks obmen and compares: `ask(questions)` gives its answers, `Differences` what is known to differ, and why."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path


def ask(questions):
    """The answer of obmen to each question, an object such as `{"kind": "identifier", "scheme": …, "value": …}`."""
    lines = "".join(json.dumps(question) + "\n" for question in questions)
    done = subprocess.run([os.environ["OBMEN_ORACLE"]], input=lines, capture_output=True, text=True, check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert all("error" not in answer for answer in answers), next(answer for answer in answers if "error" in answer)
    return answers


class Differences:
    """Counts agreement. `<name>.differences.csv` beside the oracle lists what may differ: class, reason; each is named
    by the caller, and one that never occurs is stale and fails."""

    def __init__(self, file):
        path = Path(file).with_suffix(".differences.csv")
        rows = csv.DictReader(path.open(encoding="utf-8", newline="")) if path.exists() else []
        self.known = {row["class"]: row["reason"] for row in rows}
        self.seen = {}
        self.same = 0
        self.wrong = []

    def compare(self, subject, ours, theirs, kind=None):
        """Notes whether both say the same of a subject; `kind` names the class that a difference would be of."""
        if ours == theirs:
            self.same += 1
        elif kind in self.known:
            self.seen[kind] = self.seen.get(kind, 0) + 1
        else:
            self.wrong.append(f"{subject}: obmen {ours!r}, the other {theirs!r} ({kind or 'unexplained'})")

    def finish(self):
        """Prints the sums and leaves with 1 when something differs without a listed reason."""
        print(f"   {self.same} agree")
        for kind, times in sorted(self.seen.items()):
            print(f"   {times} differ: {kind}: {self.known[kind]}")
        stale = [f"{kind}: listed, but nothing differs so" for kind in self.known if kind not in self.seen]
        for line in (self.wrong + stale)[:40]:
            print("   " + line, file=sys.stderr)
        if self.wrong or stale:
            sys.exit(f"   {len(self.wrong)} unexplained, {len(stale)} stale")

"""What a type checker must understand: checked by `mypy --strict`, and run."""

from __future__ import annotations

import datetime
from pathlib import Path

import obmen
from obmen import logs, nominations


def leads(catalogue: obmen.Catalogue, lang: str) -> dict[str, list[str]]:
    """The ids of the practices by the name of their leading organisation."""
    found: dict[str, list[str]] = {}
    for practice in catalogue:
        for member in practice.network.members if practice.network else ():
            organisation = practice.resolve(member.organisation)
            if member.role != "lead" or organisation is None or organisation.name is None:
                continue
            best = organisation.name.best(lang)
            if best is not None:
                found.setdefault(best.value, []).append(practice.id or "?")
    return found


def latest(practice: obmen.Practice) -> datetime.date | None:
    """The latest day on which it may have been published."""
    return practice.published.latest() if practice.published else None


def faults(path: Path) -> list[tuple[int, str, str]]:
    """Each error of a register: the record, the code, the message in Bulgarian."""
    report = obmen.read_jsonl(path, today="2026-11-24", profile="draft").report
    return [(found.record, found.diagnostic.code, found.diagnostic.message("bg")) for found in report]


def answer(box: nominations.Admission, request: dict[str, object], now: int) -> str:
    """What a site tells a voter."""
    decision = box.admit(request, caller="192.0.2.7", person="BG/8001010000", now=now)
    match decision:
        case nominations.Decision("counted", None):
            return f"{decision.leaf} {decision.withdrawal}"
        case nominations.Decision("provisional"):
            message: nominations.Message | None = decision.send
            assert message is not None and message.minutes == 60
    return decision.message("bg") or ""


def vote() -> str:
    """A vote that counts."""
    rules = nominations.Policy(
        edition="2026-spring", scope="bg", opens="2026-03-01T00Z", closes="2026-06-01T00Z", classes=["eid"]
    )
    kind: nominations.Class = "eid"
    box = nominations.Admission(
        "obmen.example.bg", rules, nominations.Keys.generate("2026-spring", "1"), ["flgr:20070736"]
    )
    return answer(box, {"practice": "flgr:20070736", "class": kind}, 1_775_000_000)


def counted(folder: Path, key: str) -> list[tuple[int, str | None, nominations.Class]]:
    """Each kind of votes that count: how many, of what, how strong; fails where anything does."""
    log = logs.read_log(folder, key)
    tally: logs.Tally = logs.tally([log], [{"edition": "2026-spring"}])
    votes: logs.Table[logs.Vote] = logs.merge([log])
    hours: list[str] = [vote.hour for vote in votes] + votes.columns["hour"]
    found: logs.Finding = tally.findings("bg")[0]
    assert hours and found.severity == "error"
    first: list[logs.Standing] = tally.standings[:1]
    assert first[0].place == 1
    return [(row.votes, row.practice, row.class_) for row in tally.counts]


def main() -> None:
    organisation = obmen.Organisation(name={"bg": "Община Каварна"}, kind="municipality", territory="DOB17")
    network = obmen.Network(members=[obmen.Member(role="lead", organisation=organisation)])
    practice = obmen.Practice(id="a", language="bg", network=network, published=datetime.date(2013, 8, 15))
    assert latest(practice) == datetime.date(2013, 8, 15)
    assert leads(obmen.Catalogue([practice, practice.replace(id="b")]), "en") == {"Община Каварна": ["a", "b"]}
    match practice.network:
        case obmen.Network(members=(obmen.Member("lead", obmen.Organisation(territory=territory)),)):
            assert territory == "DOB17"
        case _:
            raise AssertionError
    report: obmen.Report = practice.check(severities={"practice/missing-title": "off"})
    position: obmen.Position | None = report[0].position
    assert position is None
    assert len(vote()) == 129


if __name__ == "__main__":
    main()

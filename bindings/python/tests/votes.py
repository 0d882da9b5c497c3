"""The vectors of nominations as Python runs them: a site is set up, and steps are taken one after another."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

from obmen import logs, nominations
from obmen.nominations import Keys, Policy, RefusedError
from obmen.report import Lang
from signing import Signer, leaf, quorum


def compact(value: object) -> str:
    """JSON as the runners give it and write it, with sorted keys: places in messages count by it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def run(setup: dict[str, Any], steps: list[dict[str, Any]], lang: Lang) -> Iterator[str]:
    """The line that each step gives, with words in a language."""
    site = Site(setup)
    for place, step in enumerate(steps):
        try:
            given = site.step(place, step, lang)
        except RefusedError as error:
            yield error.to_json(lang)
        else:
            yield given if isinstance(given, str) else compact(given)


class Site:
    """A site, and what its last steps gave."""

    def __init__(self, setup: dict[str, Any]) -> None:
        self.setup = setup
        self.keys_ = Keys.read(compact(setup["keys"]))
        nonces = setup.get("nonces", 1000)
        self.box = nominations.Admission(setup["site"], setup["policy"], self.keys_, setup["open"], nonces=nonces)
        for practice in setup["closed"]:
            self.box.close(practice)
        self.last = {"challenge": "", "answer": "", "token": "", "code": "", "line": "", "withdrawal": ""}

    def step(self, place: int, step: dict[str, Any], lang: Lang) -> object:
        """What a step gives: a line as the core wrote it, or what is to be written."""
        self.lang = lang
        return getattr(self, step["do"].replace("-", "_"))(step, step.get("now", self.setup["now"]), place)

    def gave(self, **given: str) -> dict[str, str]:
        self.last |= given
        return given

    def challenge(self, step: dict[str, Any], now: int, place: int) -> object:
        text = self.box.challenge(step["practice"], step["action"], now=now, chance=chance(place, 32))
        return self.gave(challenge=text)

    def solve(self, step: dict[str, Any], now: int, place: int) -> object:
        return self.gave(answer=nominations.solve(step.get("challenge", self.last["challenge"])))

    def alter(self, step: dict[str, Any], now: int, place: int) -> object:
        text = base64.b64decode(self.last["answer"]).decode()
        assert step["from"] in text
        altered = text.replace(step["from"], step["to"], 1)
        return self.gave(answer=base64.b64encode(altered.encode()).decode())

    def picture(self, step: dict[str, Any], now: int, place: int) -> object:
        picture = self.box.picture(step["practice"], now=now, chance=chance(place, 16))
        return self.gave(code=picture.code, token=picture.token)

    def admit(self, step: dict[str, Any], now: int, place: int) -> object:
        request = step["request"] if isinstance(step["request"], str) else compact(step["request"])
        for name in ("answer", "token", "code"):
            request = request.replace(f"${name}", self.last[name])
        decision = self.box.admit(request, **step.get("known", {}), now=now, chance=chance(place, 48))
        told = decision.to_json(self.lang)
        if decision.line and decision.withdrawal:
            self.gave(line=decision.line, withdrawal=decision.withdrawal)
        if not decision.send:
            return told
        self.gave(token=decision.send.token, code=decision.send.code or "")
        return f'{told[:-1]},"send":{decision._send}}}'

    def withdraw(self, step: dict[str, Any], now: int, place: int) -> object:
        token = step["token"].replace("$withdrawal", self.last["withdrawal"])
        return {"line": self.box.withdraw(self.line(step), token, now=now, chance=chance(place, 16))}

    def void(self, step: dict[str, Any], now: int, place: int) -> object:
        return {"line": self.box.void(self.line(step), step["reason"], now=now, chance=chance(place, 16))}

    def close(self, step: dict[str, Any], now: int, place: int) -> object:
        line = self.box.close_edition(step["tally"], step["votes"], now=now, chance=chance(place, 16))
        return {"line": line}

    def line(self, step: dict[str, Any]) -> str:
        return str(step["line"]).replace("$line", self.last["line"])

    def rekey(self, step: dict[str, Any], now: int, place: int) -> object:
        self.box.rekey(Keys.read(compact(step["keys"])))
        return {}

    def limit(self, step: dict[str, Any], now: int, place: int) -> object:
        self.box.limit(step["most"])
        return {}

    def entry(self, step: dict[str, Any], now: int, place: int) -> object:
        nominations.read_entry(step["line"])
        return {"leaf": nominations.leaf_hash(step["line"])}

    def policy(self, step: dict[str, Any], now: int, place: int) -> object:
        return {"edition": Policy.from_json(compact(step["policy"])).edition}

    def keys(self, step: dict[str, Any], now: int, place: int) -> object:
        keys = Keys.read(compact(step["keys"]))
        match step.get("then"):
            case "rotate-site":
                keys = keys.rotate_site(step["id"], chance=chance(place, 32))
            case "rotate-scope":
                keys = keys.rotate_scope(step["id"], chance=chance(place, 32))
            case "begin-edition":
                keys = keys.begin_edition(step["edition"], step["id"], chance=chance(place, 32))
            case "destroy-scope":
                keys = keys.destroy_scope(compact(step["policy"]), now=now)
        return json.loads(keys.text())

    def address(self, step: dict[str, Any], now: int, place: int) -> object:
        return {"address": nominations.normalise_email(step["address"])}

    def tag(self, step: dict[str, Any], now: int, place: int) -> object:
        of = (self.box.edition, step["practice"], step["kind"], step["voter"])
        return {"tag": nominations.tag(self.keys_, *of)}

    def log_tally(self, step: dict[str, Any], now: int, place: int) -> object:
        return tally(self.setup, step).to_json()


def tally(setup: dict[str, Any], step: dict[str, Any]) -> logs.Tally:
    """Counts the logs of a step, each signed by a key of its own; what is final of it a witness has cosigned."""
    return logs.tally([log(setup, each) for each in step["logs"]], step.get("policies", ()))


def log(setup: dict[str, Any], given: dict[str, Any]) -> logs.Log:
    entries = setup["entries"]
    lines = [
        compact({"redacted": leaf(entries[name[1:]]).hex()}) if name.startswith("~") else entries[name]
        for name in given["lines"]
    ]
    signer, witness = Signer(given["origin"]), Signer("witness.example.bg", witness=True, seed=bytes([8] * 32))
    cosigned = [signer.checkpoint(lines[: given["final"]], witness)] if "final" in given else []
    trust = signer.key() if not cosigned else logs.TrustPolicy.read(quorum([signer], witness))
    return logs.verify_log(lines, signer.checkpoint(lines), trust, cosigned=cosigned)


def chance(place: int, size: int) -> bytes:
    """The bytes that stand for chance: each step has its own."""
    return bytes((16 * place + at) % 256 for at in range(size))

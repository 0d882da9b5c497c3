"""Votes: what Python adds to the core, held to Python's own hashes, and to PyPI's `altcha` where it is installed."""

import base64
import copy
import datetime
import hashlib
import hmac
import json
import pickle
import random
import secrets
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import answers
import obmen
import pytest
import votes
from obmen import nominations
from obmen.nominations import Admission, Decision, Keys, Message, Policy, RefusedError

NOW = 1_772_971_200  # 2026-03-08T12Z
UTC = datetime.timezone.utc
PRACTICE = "flgr:20070736"
SITE = "obmen.example.bg"


def policy(**fields):
    given = {"edition": "2026-spring", "scope": "bg", "opens": "2026-03-01T00Z", "closes": "2026-06-01T00Z"}
    given |= {"classes": ["typed", "pow", "email", "eid"], "challenge": {"algorithm": "SHA-256", "cost": 2}}
    return Policy(**{**given, **fields})


def keys():
    return Keys.generate("2026-spring", "1", chance=bytes(range(64)))


def admission(**fields):
    return Admission(SITE, policy(**fields), keys(), [PRACTICE])


def vote(**fields):
    """What a visitor sends who needs to be identified, or with these fields."""
    return {"practice": PRACTICE, "class": "eid", **fields}


WHO = {"person": "BG/8001010000"}


def hkdf(text, ring, purpose):
    """The key of a purpose, made by Python: HKDF (RFC 5869) without salt."""
    secret = bytes.fromhex(json.loads(text)[ring][0]["secret"])
    extracted = hmac.digest(bytes(32), secret, "sha256")
    return hmac.digest(extracted, b"obmen/1/" + purpose + b"\x01", "sha256")


# Keys


def test_keys_tell_only_their_ids():
    made = Keys.generate("2026-spring", "2026-03")
    secret = json.loads(made.text())["site"][0]["secret"]
    assert repr(made) == str(made) == "Keys(edition='2026-spring', site=['2026-03'], scope=['2026-03'])"
    assert made.ids == {"site": ["2026-03"], "scope": ["2026-03"]}
    assert not any(secret in str(getattr(made, name)) for name in dir(made) if name not in ("text", "_text"))
    assert made != Keys.read(made.text()), "secrets are not compared"
    for copied in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="secret"):
            copied(made)
    with pytest.raises(AttributeError):
        made.secret = secret


def test_keys_are_read_from_text_and_file(tmp_path):
    path = tmp_path / "keys.json"
    path.write_text(keys().text(), "utf-8")
    assert Keys.read(path).text() == Keys.read(keys().text()).text() == keys().text()
    with pytest.raises(FileNotFoundError):
        Keys.read(tmp_path / "none")
    both = json.loads(keys().text())
    both["scope"].append({"id": "0", "secret": "ab" * 31 + "cd"})
    assert Keys.read(json.dumps(both)).ids == {"site": ["1"], "scope": ["1", "0"]}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"site": 5}', "nomination/keys-not-read"),
        ("", "nomination/keys-not-read"),
        ('{"edition": "e", "site": [], "scope": []}', "nomination/bad-key"),
        ('{"edition": "e", "site": [{"id": "a", "secret": "5ecre7"}], "scope": []}', "nomination/bad-key"),
    ],
)
def test_refused_keys_are_not_repeated(text, code):
    with pytest.raises(RefusedError) as caught:
        Keys.read(text)
    assert caught.value.code == code
    assert "5ecre7" not in caught.value.to_json() + str(caught.value)


def test_chance_has_its_length():
    for given in (b"", bytes(63), bytes(65)):
        with pytest.raises(ValueError, match="64 bytes, not"):
            Keys.generate("2026-spring", "1", chance=given)
    with pytest.raises(ValueError, match="32 bytes, not 31"):
        admission().challenge(PRACTICE, now=NOW, chance=bytes(31))
    with pytest.raises(RefusedError, match="nomination/bad-key"):
        Keys.generate("2026-spring", "1", chance=bytes(64))
    assert Keys.generate("2026-spring", "1").text() != Keys.generate("2026-spring", "1").text()


def test_keys_change_into_other_keys():
    made = keys()
    rotated = made.rotate_site("2").rotate_site("3", chance=bytes(range(32))).rotate_scope("4")
    assert (rotated.edition, rotated.ids) == ("2026-spring", {"site": ["3", "2"], "scope": ["4", "1"]})
    assert made.ids == {"site": ["1"], "scope": ["1"]}, "they are as they were"
    with pytest.raises(RefusedError, match="nomination/bad-key"):
        rotated.rotate_scope("5")
    anew = rotated.begin_edition("2026-autumn", "5")
    assert (anew.edition, anew.ids) == ("2026-autumn", {"site": ["3", "2"], "scope": ["5"]})
    with pytest.raises(RefusedError, match="nomination/keys-of-other-edition"):
        Admission(SITE, policy(), anew)
    with pytest.raises(RefusedError, match="nomination/appeals-open"):
        made.destroy_scope(policy(), now=NOW)
    destroyed = made.destroy_scope({**policy(), "appeal_days": 0}, now=datetime.datetime(2026, 6, 1, tzinfo=UTC))
    assert destroyed.ids == {"site": ["1"], "scope": []} and Keys.read(destroyed.text()).text() == destroyed.text()
    for use in (
        lambda: Admission(SITE, policy(), destroyed),
        lambda: nominations.tag(destroyed, "e", "p", "person", "x"),
    ):
        with pytest.raises(RefusedError, match="nomination/keys-destroyed"):
            use()


# Policy


def test_a_policy_is_a_frozen_mapping():
    made = policy()
    assert made["confirm_minutes"] == 60 and len(made) == len(list(made)) == len(dict(made)) == 10
    assert made == dict(made) and made == Policy(**made) and hash(made) == hash(Policy(**made))
    assert made != policy(scope="eu") and "nothing" not in made
    assert pickle.loads(pickle.dumps(made)) == copy.deepcopy(made) == made
    assert Policy.from_dict(json.loads(made.to_json())).edition == made.edition
    assert repr(made).startswith("Policy(appeal_days=30, ")
    with pytest.raises(TypeError):
        made["scope"] = "eu"
    with pytest.raises(AttributeError):
        made.edition = "2027"


def test_an_edition_has_the_hash_of_its_canonical_policy(tmp_path):
    made = policy()
    canonical = json.dumps(dict(made), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert made.to_json() == canonical
    assert made.edition == "2026-spring@" + hashlib.sha256(canonical.encode()).hexdigest()
    path = tmp_path / "policy.json"
    path.write_text(json.dumps(dict(made)), "utf-8")
    assert {nominations.edition(made), nominations.edition(dict(made)), nominations.edition(canonical)} == {
        made.edition,
        Policy.from_json(path).edition,
        admission().edition,
    }


def test_hours_may_be_datetimes():
    sofia = datetime.timezone(datetime.timedelta(hours=2))
    assert policy(opens=datetime.datetime(2026, 3, 1, 2, tzinfo=sofia)) == policy()
    india = datetime.timezone(datetime.timedelta(hours=5, minutes=30))
    assert policy(opens=datetime.datetime(2026, 3, 1, 5, 30, tzinfo=india)) == policy()
    for wrong in (datetime.datetime(2026, 3, 1), datetime.datetime(2026, 3, 1, 0, 1, tzinfo=UTC)):
        with pytest.raises(ValueError, match="opens: a full hour with its zone"):
            policy(opens=wrong)


def test_what_is_no_policy_is_refused():
    for wrong, code in (
        ({"scope": "БГ"}, "nomination/policy-bad-value"),
        ({"classes": ["eid", "email"]}, "nomination/policy-bad-value"),
        ({"challenge": {"cost": 0}}, "nomination/policy-bad-value"),
        ({"colour": "red"}, "nomination/policy-not-read"),
        ({"scope": "\ud800"}, "nomination/policy-not-read"),
    ):
        with pytest.raises(RefusedError) as caught:
            policy(**wrong)
        assert caught.value.code == code
    with pytest.raises(RefusedError) as caught:
        Admission("a site", policy(), keys())
    assert caught.value.code == "nomination/entry-bad-value"


# Refusals


def test_a_refusal_is_told_in_both_languages_and_pickled():
    with pytest.raises(ValueError, match="nomination/unknown-practice") as caught:
        admission().challenge("flgr:1", now=NOW)
    error = pickle.loads(pickle.dumps(caught.value))
    for each in (caught.value, error):
        assert isinstance(each, RefusedError)
        assert (each.code, each.arguments) == ("nomination/unknown-practice", {"practice": "flgr:1"})
        assert each.message() in str(each) and each.message("bg") != each.message() and each.help("bg")
        assert list(json.loads(each.to_json("bg"))) == ["arguments", "code", "help", "message"]
        with pytest.raises(ValueError, match="is not `en` or `bg`"):
            each.message("de")


def test_the_rules_of_nominations_are_among_all():
    codes = {rule.code for rule in obmen.rules()}
    assert {"nomination/replayed", "nomination/entry-not-canonical", "nomination/policy-not-read"} <= codes
    assert len(codes) == len(obmen.rules())
    for code in codes:
        if code.startswith("nomination/"):
            assert obmen.explain(code) != obmen.explain(code, "bg")


# Admission


def test_a_vote_counts_once():
    box = admission()
    first = box.admit(vote(), **WHO, now=NOW, chance=bytes(range(48)))
    again = box.admit(json.dumps(vote()), **WHO, now=NOW)
    assert (first.kind, again.kind) == ("counted", "duplicate")
    assert first.entry["salt"] == bytes(range(16)).hex() and first.withdrawal == bytes(range(16, 48)).hex()
    assert first.entry["cancel"] == hashlib.sha256(bytes.fromhex(first.withdrawal)).hexdigest()
    assert first.leaf == nominations.leaf_hash(first.line)
    assert first.leaf == hashlib.sha256(b"\0" + first.line.encode()).hexdigest()
    assert nominations.read_entry(first.line) == nominations.read_entry(first.line.encode()) == first.entry
    assert (first.code, first.arguments, first.message(), first.help("bg"), first.send) == (None, {}, None, None, None)
    assert (again.code, again.entry, again.leaf, again.withdrawal) == ("nomination/duplicate", None, None, None)
    assert again.message("bg") and again.message("bg") != again.message()


def test_a_decision_is_frozen_and_keeps_its_secrets():
    box = admission()
    counted = box.admit(vote(), **WHO, now=NOW, chance=bytes(range(48)))
    twin = admission().admit(vote(), **WHO, now=NOW, chance=bytes(range(48)))
    assert counted == twin == pickle.loads(pickle.dumps(counted)) == copy.copy(counted) and len({counted, twin}) == 1
    assert counted != box.admit(vote(), **WHO, now=NOW)
    with pytest.raises(AttributeError):
        counted.kind = "refused"
    counted.entry["seq"] = 5
    assert counted.entry["seq"] == 0
    answer = nominations.solve(box.challenge(PRACTICE, "confirm", now=NOW))
    asked = {"practice": PRACTICE, "class": "email", "address": "office@example.bg", "answer": answer}
    sent = box.admit({**asked, "confirm": "code"}, now=NOW)
    assert (sent.kind, sent.send.minutes) == ("provisional", 60)
    for decision, hidden in ((counted, [counted.withdrawal]), (sent, [sent.send.token, sent.send.code])):
        for secret in hidden:
            assert secret not in repr(decision) + decision._repr_html_() + repr(decision.send)
            told = decision is counted
            assert (secret in decision.to_json(), secret in decision.to_json("bg")) == (told, told)
        assert decision.to_dict("bg") == json.loads(decision.to_json("bg"))
    match counted, sent:
        case Decision("counted", None), Decision("provisional", code):
            assert code == sent.code
        case _:
            raise AssertionError
    assert "<td>counted</td>" in counted._repr_html_() and counted.leaf in repr(counted)


def test_the_email_is_proven_by_what_was_sent():
    box = admission()
    for confirm, number in (("link", 0), ("code", 1)):
        answer = nominations.solve(box.challenge(PRACTICE, "confirm", now=NOW))
        asked = {"practice": PRACTICE, "class": "email", "address": f"{confirm}@example.bg"}
        sent = box.admit({**asked, "answer": answer, "confirm": confirm}, now=NOW).send
        assert isinstance(sent, Message) and (sent.code is None) == (confirm == "link")
        proof = {"token": sent.token} | ({"code": sent.code.lower()} if sent.code else {})
        assert box.admit({**asked, **proof, "address": "other@example.bg"}, now=NOW).code == "nomination/bad-signature"
        counted = box.admit({**asked, **proof}, now=NOW + 60)
        assert counted.kind == "counted" and counted.entry["seq"] == number
        assert box.admit({**asked, **proof}, now=NOW + 60).code == "nomination/replayed"


def test_a_picture_is_typed_once():
    box = admission()
    picture = box.picture(PRACTICE, now=NOW, chance=bytes(16))
    assert picture == box.picture(PRACTICE, now=NOW, chance=bytes(16)) and picture.code not in repr(picture)
    typed = vote(**{"class": "typed", "voter": "v" * 16, "token": picture.token, "code": f" {picture.code.lower()} "})
    assert box.admit(typed, now=NOW).kind == "counted"
    picture = box.picture(PRACTICE, now=NOW)
    wrong = {**typed, "voter": "w" * 16, "token": picture.token, "code": "AAAAAAAA"}
    assert box.admit(wrong, now=NOW).code == "nomination/wrong-code"
    assert box.admit({**wrong, "code": picture.code}, now=NOW).code == "nomination/replayed"


def test_practices_are_opened_and_closed():
    box = Admission(SITE, policy(), keys())
    assert box.admit(vote(), **WHO, now=NOW).code == "nomination/unknown-practice"
    box.open(PRACTICE)
    assert box.admit(vote(), **WHO, now=NOW).kind == "counted"
    box.close(PRACTICE)
    assert box.admit(vote(), person="BG/2", now=NOW).code == "nomination/practice-closed"
    with pytest.raises(RefusedError, match="nomination/practice-closed"):
        box.picture(PRACTICE, now=NOW)
    with pytest.raises(TypeError, match="several names"):
        Admission(SITE, policy(), keys(), PRACTICE)
    with pytest.raises(ValueError, match="no action `look`"):
        box.challenge(PRACTICE, "look", now=NOW)
    for copied in (pickle.dumps, copy.copy):
        with pytest.raises(TypeError, match="holds keys"):
            copied(box)
    assert repr(box) == f"<Admission of {box.edition}>"


def test_now_is_a_number_or_a_date_with_its_zone():
    box = admission()
    moment = datetime.datetime(2026, 3, 8, 12, tzinfo=UTC)
    assert moment.timestamp() == NOW
    challenges = {box.challenge(PRACTICE, now=now, chance=bytes(32)) for now in (NOW, NOW + 0.9, moment)}
    assert len(challenges) == 1
    with pytest.raises(ValueError, match="zone"):
        box.challenge(PRACTICE, now=datetime.datetime(2026, 3, 8, 12))
    for wrong in (-1, float("inf"), 2**64):
        with pytest.raises((ValueError, OverflowError)):
            box.challenge(PRACTICE, now=wrong)
    hour = datetime.datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    today = policy(opens=hour, closes=hour + datetime.timedelta(hours=2))
    box = Admission(SITE, today, keys(), [PRACTICE])
    parameters = json.loads(box.challenge(PRACTICE))["parameters"]
    assert 298 <= parameters["expiresAt"] - time.time() <= 301
    assert box.admit(vote(), **WHO).kind == "counted"


def test_a_bad_request_is_a_decision():
    box = admission()
    for request, known, code in (
        ("", {}, "nomination/request-not-read"),
        ("[]", {}, "nomination/request-not-read"),
        (vote(colour="red"), WHO, "nomination/request-unknown-field"),
        (vote(person="BG/8001010000"), {}, "nomination/request-unknown-field"),
        (vote(voter="\ud800"), WHO, "nomination/request-not-read"),
        (json.dumps(vote(voter="\ud800"), ensure_ascii=False), WHO, "nomination/request-not-read"),
        (vote(**{"class": "email", "address": "nobody", "answer": ""}), {}, "organisation/email"),
        (vote(**{"class": "email", "address": "a@example.bg"}), {}, "nomination/request-missing-field"),
        (vote(), {"person": "\ud800"}, "nomination/request-not-read"),
        (vote(), {**WHO, "caller": "here"}, "nomination/request-bad-value"),
        (vote(), {**WHO, "member": True}, "nomination/own-practice"),
        (vote(), {}, "nomination/not-identified"),
    ):
        decision = box.admit(request, **known, now=NOW)
        assert (decision.kind, decision.code) == ("refused", code), request
        assert decision.help("bg") and "8001010000" not in decision.to_json("bg")
    with pytest.raises(TypeError):
        box.admit(vote(voter=object()), now=NOW)
    halves = box.admit(vote(), person="\ud83d\ude00", now=NOW)
    assert halves.kind == "counted" and box.admit(vote(), person="😀", now=NOW).kind == "duplicate"


def test_a_caller_is_limited():
    box = admission()
    box.limit(3)
    codes = [box.admit(vote(), person=f"{i}", caller="192.0.2.7", now=NOW).code for i in range(5)]
    assert codes == [None] * 3 + ["nomination/too-many"] * 2
    assert box.admit(vote(), person="5", caller="2001:db8::1", now=NOW).kind == "counted"


def test_keys_are_changed_and_the_one_before_still_known():
    box = admission()
    picture = box.picture(PRACTICE, now=NOW)
    box.rekey(keys().rotate_site("2").rotate_scope("2"))
    typed = vote(**{"class": "typed", "voter": "v" * 16, "token": picture.token, "code": picture.code})
    assert box.admit(typed, now=NOW).kind == "counted"
    assert box.picture(PRACTICE, now=NOW).token.startswith("2.")


def test_no_room_for_nonces_is_a_refusal():
    box = Admission(SITE, policy(), keys(), [PRACTICE], nonces=1)
    solved = [nominations.solve(box.challenge(PRACTICE, now=NOW)) for _ in range(2)]
    requests = [vote(**{"class": "pow", "voter": f"{i}" * 16, "answer": answer}) for i, answer in enumerate(solved)]
    assert [box.admit(each, now=NOW).code for each in requests] == [None, "nomination/nonces-full"]


# Files


def in_files(folder, now=NOW, site=SITE, key=None, **options):
    key = key or nominations.new_log_key(site, chance=b"k" * 32)
    return Admission(site, policy(), keys(), [PRACTICE], store=folder, log_key=key, now=now, **options)


def test_a_log_begins_only_when_told_to(tmp_path):
    folder = tmp_path / "log"
    with pytest.raises(OSError, match="no log was begun here"):
        in_files(folder)
    assert not folder.exists()
    assert in_files(folder, new=True).admit(vote(), **WHO, now=NOW).kind == "counted"
    with pytest.raises(OSError, match="does not begin anew"):
        in_files(folder, new=True)
    (folder / "nonces").unlink()
    with pytest.raises(OSError, match="`nonces` is not as it was written"):
        in_files(folder)
    assert in_files(folder, forget_nonces=True).admit(vote(), **WHO, now=NOW).kind == "duplicate"
    with pytest.raises(TypeError, match="only a log in a folder"):
        Admission(SITE, policy(), keys(), new=True)


def test_votes_are_kept_in_files(tmp_path):
    folder = tmp_path / "log"
    box = in_files(folder, new=True)
    solved = nominations.solve(box.challenge(PRACTICE, now=NOW))
    request = vote(**{"class": "pow", "voter": "v" * 16, "answer": solved})
    counted = [box.admit(request, now=NOW), box.admit(vote(), **WHO, now=NOW)]
    lines = (folder / "entries.jsonl").read_text("utf-8").splitlines()
    assert [decision.line for decision in counted] == lines
    assert [nominations.read_entry(line)["seq"] for line in lines] == [0, 1]
    del box

    box = in_files(str(folder), NOW + 60)
    assert box.admit(vote(), **WHO, now=NOW + 60).kind == "duplicate"
    assert box.admit({**request, "voter": "w" * 16}, now=NOW + 60).code == "nomination/replayed"
    assert box.admit(vote(), person="BG/2", now=NOW + 60).entry["seq"] == 2


def test_a_folder_has_one_admission(tmp_path):
    box = in_files(tmp_path, new=True)
    with pytest.raises(OSError, match="another process"):
        in_files(tmp_path)
    assert box.admit(vote(), **WHO, now=NOW).kind == "counted"
    del box
    with pytest.raises(OSError, match="is not the key of the log"):
        in_files(tmp_path, key=nominations.new_log_key(SITE))
    with pytest.raises(OSError, match="and not of `other"):
        in_files(tmp_path, site="other.example.bg", key=nominations.new_log_key(SITE))
    with pytest.raises(RefusedError, match="no key of a log"):
        in_files(tmp_path, key="PRIVATE+KEY")
    # What was refused holds no lock.
    assert in_files(tmp_path).admit(vote(), **WHO, now=NOW).kind == "duplicate"
    for half in {"store": tmp_path}, {"log_key": nominations.new_log_key(SITE)}:
        with pytest.raises(TypeError, match="log_key"):
            Admission(SITE, policy(), keys(), **half)


def test_what_is_wrong_with_files_is_an_error_of_the_system(tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(OSError, match="file"):
        in_files(tmp_path / "file", new=True)
    in_files(tmp_path / "log", new=True).admit(vote(), **WHO, now=NOW)
    (tmp_path / "log" / "entries.jsonl").write_text("{}\n", "utf-8")
    with pytest.raises(OSError, match="line 1"):
        in_files(tmp_path / "log")


def test_64_threads_vote_for_one_subject_in_files(tmp_path):
    box = in_files(tmp_path, new=True)
    decisions = at_once([lambda: box.admit(vote(), **WHO, now=NOW) for _ in range(64)])
    assert kinds(decisions) == ["counted"] + ["nomination/duplicate"] * 63
    assert len((tmp_path / "entries.jsonl").read_text("utf-8").splitlines()) == 1


# The shared vectors


# What logs add up to is in test_logs.py.
APART = ("nomination/tally.json", *answers.LEFT_OUT)
FILES = [file for file in answers.files() if file.startswith("nomination/") and file not in APART]
VECTORS = {file: answers.load(file) for file in FILES}
CASES = {f"{file}: {case['name']}": (vectors, case) for file, vectors in VECTORS.items() for case in vectors["cases"]}


def test_there_are_cases_of_votes():
    assert len(CASES) > 300


@pytest.mark.parametrize("name", CASES)
def test_the_steps_of_a_case_give_its_lines_and_its_findings(name):
    vectors, case = CASES[name]
    told = [json.loads(line) for line in votes.run(*answers.site(vectors, case), "en")]
    severities = {rule.code: rule.severity for rule in obmen.rules()}
    found = []
    for place, given in enumerate(told):
        # A picture has a code too.
        if "arguments" in given:
            assert given.pop("message") and given.pop("help")
            code, arguments = given["code"], given["arguments"]
            found.append({"code": code, "severity": severities[code], "pointer": f"/{place}", "arguments": arguments})
    assert "".join(votes.compact(given) + "\n" for given in told) == case["written"]
    assert found == case["report"]


# What Python's own hashes make of the same


def test_tags_are_those_of_python():
    made = keys()
    scope = hkdf(made.text(), "scope", b"tag")

    def mine(edition, practice, kind, normalisation, identity):
        parts = [b"obmen nomination tag 1", edition, practice, kind, bytes([normalisation]), identity]
        joined = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
        return hmac.digest(scope, joined, "sha256")[:16].hex()

    full = policy().edition
    for kind, given, version, identity in (
        ("browser", "q0jZJYy3ZfRkG4tN", 0, b"q0jZJYy3ZfRkG4tN"),
        ("person", "BG/8001010000 ю", 0, "BG/8001010000 ю".encode()),
        ("email", "Ivan.Petrov+a@GMail.com", 1, b"ivanpetrov@gmail.com"),
    ):
        expected = mine(full.encode(), PRACTICE.encode(), kind.encode(), version, identity)
        assert nominations.tag(made, full, PRACTICE, kind, given) == expected
        assert nominations.tag(made, full, "flgr:1", kind, given) != expected
    counted = admission().admit(vote(), **WHO, now=NOW)
    assert counted.entry["tag"] == nominations.tag(made, full, PRACTICE, "person", "BG/8001010000")
    with pytest.raises(ValueError, match="no kind `name` of identity"):
        nominations.tag(made, full, PRACTICE, "name", "x")
    with pytest.raises(RefusedError, match="nomination/bad-subject"):
        nominations.tag(made, full, PRACTICE, "browser", "short")


def test_challenges_are_signed_as_python_signs():
    text = admission().challenge(PRACTICE, now=NOW, chance=bytes(range(32)))
    challenge = json.loads(text)
    assert challenge["parameters"] == {
        "algorithm": "SHA-256",
        "cost": 2,
        "keyLength": 32,
        "keyPrefix": "00",
        "nonce": bytes(range(16)).hex(),
        "salt": bytes(range(16, 32)).hex(),
        "expiresAt": NOW + 300,
        "data": {"site": SITE, "practice": PRACTICE, "edition": policy().edition, "action": "vote", "key": "1"},
    }
    canonical = json.dumps(challenge["parameters"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    key = hkdf(keys().text(), "site", b"challenge")
    assert challenge["signature"] == hmac.digest(key, canonical.encode(), "sha256").hex()
    answer = json.loads(base64.b64decode(nominations.solve(text)))
    assert answer["challenge"] == challenge and nominations.solve(challenge) == nominations.solve(text)
    found, password = None, bytes(range(16))
    for counter in range(answer["solution"]["counter"] + 1):
        derived = bytes(range(16, 32)) + password + counter.to_bytes(4, "big")
        for _ in range(2):
            derived = hashlib.sha256(derived).digest()
        if derived[0] == 0:
            found = {"counter": counter, "derivedKey": derived.hex()}
            break
    assert answer["solution"] == found


def test_entries_are_read_in_one_form():
    line = admission().admit(vote(), **WHO, now=NOW).line
    for wrong, code in (
        (line.replace(",", ", "), "nomination/entry-not-canonical"),
        (line + "\n", "nomination/entry-not-canonical"),
        ("{}", "nomination/entry-missing-field"),
        (b"\xff", "nomination/entry-not-json"),
        ("\ud800", "nomination/entry-not-json"),
        (" " * 2000, "nomination/entry-too-large"),
    ):
        with pytest.raises(RefusedError) as caught:
            nominations.read_entry(wrong)
        assert caught.value.code == code


# Solving


def unsolvable(prefix="0" * 64, cost=1):
    return {"parameters": {"algorithm": "SHA-256", "cost": cost, "nonce": "00", "salt": "00", "keyPrefix": prefix}}


def test_solving_tells_how_far_it_is():
    told = []
    answer = nominations.solve(unsolvable("00000"), told.append)
    counter = json.loads(base64.b64decode(answer))["solution"]["counter"]
    assert told == sorted(set(told)) and told[0] == 1 and told[-1] <= counter


class Enough(Exception):
    pass


def test_what_progress_raises_ends_it():
    def enough(tried):
        if tried > 100:
            raise Enough

    with pytest.raises(Enough):
        nominations.solve(unsolvable(), enough)


@pytest.fixture
def interruptible():
    """What was started in the background ignores interrupts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_ends_solving():
    def interrupt():
        time.sleep(0.2)
        signal.raise_signal(signal.SIGINT)

    thread = threading.Thread(target=interrupt)
    thread.start()
    with pytest.raises(KeyboardInterrupt):
        nominations.solve(unsolvable(cost=1000))
    thread.join()


def test_solving_lets_other_threads_run():
    ticks, stop = [], threading.Event()

    def tick():
        while not stop.is_set():
            ticks.append(time.monotonic())

    thread = threading.Thread(target=tick)
    told = []

    def progress(tried):
        told.append(len(ticks))
        if len(told) == 30:
            raise Enough

    thread.start()
    with pytest.raises(Enough):
        nominations.solve(unsolvable(cost=100), progress)
    stop.set()
    thread.join()
    # The slices last long enough by then for another thread to run in each.
    assert told[20] < told[25] < told[29]


def test_what_is_no_challenge_is_refused():
    for wrong, code in (
        ("", "nomination/challenge-not-read"),
        ({}, "nomination/challenge-missing-field"),
        (unsolvable(cost=0), "nomination/challenge-zero-cost"),
        (unsolvable(prefix="xy"), "nomination/challenge-bad-value"),
        (unsolvable(prefix="\ud800"), "nomination/challenge-not-read"),
    ):
        with pytest.raises(RefusedError) as caught:
            nominations.solve(wrong)
        assert caught.value.code == code


# Threads


def at_once(calls):
    """What each call gives, all begun at the same moment."""
    barrier = threading.Barrier(len(calls))

    def wait_and(call):
        barrier.wait()
        return call()

    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result() for future in [pool.submit(wait_and, call) for call in calls]]


def kinds(decisions):
    return sorted(decision.code or decision.kind for decision in decisions)


def test_64_threads_vote_for_one_subject():
    box = admission()
    solved = [nominations.solve(box.challenge(PRACTICE, now=NOW)) for _ in range(64)]
    request = vote(**{"class": "pow", "voter": "q0jZJYy3ZfRkG4tN"})
    decisions = at_once([lambda answer=answer: box.admit({**request, "answer": answer}, now=NOW) for answer in solved])
    assert kinds(decisions) == ["counted"] + ["nomination/duplicate"] * 63
    assert box.admit(vote(), **WHO, now=NOW).entry["seq"] == 1


def test_64_threads_of_64_voters_get_64_places():
    box = admission()
    decisions = at_once([lambda i=i: box.admit(vote(), person=f"BG/{i}", now=NOW) for i in range(64)])
    assert sorted(decision.entry["seq"] for decision in decisions) == list(range(64))


@pytest.mark.parametrize("round_", range(8))
def test_a_replay_by_two_threads_counts_one(round_):
    box = admission()
    answer = nominations.solve(box.challenge(PRACTICE, now=NOW))
    requests = [vote(**{"class": "pow", "voter": f"{i}" * 16, "answer": answer}) for i in range(2)]
    decisions = at_once([lambda request=request: box.admit(request, now=NOW) for request in requests])
    assert kinds(decisions) == ["counted", "nomination/replayed"]


# ALTCHA's own library

VISIBLE = "".join(map(chr, range(0x21, 0x7F)))
SLUG = "abcxyz0189"


@pytest.mark.parametrize("number", range(200))
def test_altcha_agrees(number):
    altcha = pytest.importorskip("altcha", reason="PyPI's altcha is not installed: nothing is compared with it")
    draw = random.Random(number)

    def name(letters, without=""):
        return "".join(draw.choices([letter for letter in letters if letter not in without], k=draw.randint(1, 20)))

    # A site at random.
    site, practice = name(VISIBLE, '"\\+'), f"{name(SLUG)}:{name(VISIBLE, chr(34) + chr(92))}"
    edition = name(SLUG)
    made = Keys.generate(edition, name(VISIBLE, "\"'\\."), chance=draw.randbytes(64))
    work = {"algorithm": ("SHA-256", "PBKDF2/SHA-256")[number % 2], "cost": draw.randint(1, 50)}
    work["seconds"] = draw.randint(60, 300)
    hour = datetime.datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    hours = {"opens": hour, "closes": hour + datetime.timedelta(hours=2)}
    box = Admission(site, policy(edition=edition, scope=name(SLUG), challenge=work, **hours), made, [practice])
    secret = hkdf(made.text(), "site", b"challenge")

    def admit(answer):
        return box.admit({"practice": practice, "class": "pow", "voter": secrets.token_hex(16), "answer": answer})

    def solved(challenge):
        solution = altcha.solve_challenge(challenge)
        return altcha.Payload(challenge, solution).to_base64(), solution.counter

    def counter_of(answer):
        return json.loads(base64.b64decode(answer))["solution"]["counter"]

    # A challenge of obmen, solved by either.
    text = box.challenge(practice, chance=draw.randbytes(32))
    theirs, counter = solved(altcha.Challenge.from_dict(json.loads(text)))
    ours = nominations.solve(text)
    assert counter_of(ours) == counter
    assert altcha.verify_solution(ours, secret).verified and altcha.verify_solution(theirs, secret).verified
    assert admit(theirs).kind == "counted" and admit(ours).code == "nomination/replayed"

    # A challenge of altcha, solved by either.
    data = {"site": site, "practice": practice, "edition": box.edition, "action": "vote", "key": made.ids["site"][0]}
    expires = int(time.time()) + work["seconds"]
    issued = altcha.create_challenge(work["algorithm"], work["cost"], expires_at=expires, data=data, hmac_secret=secret)
    ours, (theirs, counter) = nominations.solve(issued.to_dict()), solved(issued)
    assert counter_of(ours) == counter and altcha.verify_solution(ours, secret).verified
    assert admit(ours).kind == "counted" and admit(theirs).code == "nomination/replayed"

    # Both refuse a key that nobody derived, and a cost that nobody signed.
    text = box.challenge(practice)
    answer = json.loads(base64.b64decode(nominations.solve(text)))
    where, what, code = (
        (answer["solution"], "counter", "nomination/challenge-underived-key"),
        (answer["challenge"]["parameters"], "cost", "nomination/bad-signature"),
    )[number // 2 % 2]
    where[what] += 1
    forged = base64.b64encode(json.dumps(answer).encode()).decode()
    assert not altcha.verify_solution(forged, secret).verified and admit(forged).code == code

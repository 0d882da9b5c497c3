"""Practices in models of Pydantic and in bodies of FastAPI: one line error a fault."""

import json
from typing import Annotated

import obmen
import pytest
from obmen import _obmen

pydantic = pytest.importorskip("pydantic")
from obmen.pydantic import Checked, json_schema  # noqa: E402

SOUND = {
    "id": "a",
    "language": "en",
    "title": {"en": "A"},
    "description": {"en": "B"},
    "published": "2013",
    "initiator": {"name": {"en": "C"}},
}


MESSY = obmen.Practice.from_dict(
    {
        **SOUND,
        "published": "2013-08",
        "titel": {"a": [1]},
        "modified": "yesterday",
        "awards": [{"place": 1}, 5],
        "network": {"members": [{"agreement": {"with": "initiator"}, "since": "2013"}]},
    }
)
PRACTICES = {"sound": obmen.Practice(**SOUND), "messy": MESSY}


class Proposal(pydantic.BaseModel):
    practice: obmen.Practice
    others: list[obmen.Practice] = []


def test_a_sound_record_passes():
    proposal = Proposal(practice=SOUND)
    assert isinstance(proposal.practice, obmen.Practice)
    assert Proposal(practice=proposal.practice) == proposal
    assert Proposal.model_validate_json(proposal.model_dump_json()) == proposal
    assert json.loads(proposal.model_dump_json())["practice"] == SOUND
    assert proposal.model_dump()["practice"] == SOUND


def test_each_fault_is_a_line_error(eight_faults):
    faults = obmen.check(eight_faults).errors
    assert len(faults) == 8
    with pytest.raises(pydantic.ValidationError) as raised:
        Proposal(practice=eight_faults, others=[SOUND, eight_faults])
    errors = raised.value.errors()
    assert len(errors) == 16
    for error, found in zip(errors, faults + faults, strict=True):
        assert error["type"] == found.code
        assert error["loc"][-len(found.path) :] == found.path
        assert error["msg"] == found.message()
        assert error["ctx"]["pointer"] == found.pointer
        assert error["ctx"]["help"] == found.help()
    assert errors[0]["input"] == "Не"
    assert errors[0]["loc"] == ("practice", "id")
    assert errors[8]["loc"] == ("others", 1, "id")
    with pytest.raises(pydantic.ValidationError) as raised:
        Proposal.model_validate_json(json.dumps({"practice": eight_faults}))
    assert [error["type"] for error in raised.value.errors()] == [found.code for found in faults]


def test_what_is_no_object_says_so():
    for value in (5, "a", None, [], [SOUND], "{}"):
        with pytest.raises(pydantic.ValidationError) as raised:
            Proposal(practice=value)
        assert [error["type"] for error in raised.value.errors()] == ["shape/wrong-type"]


def test_no_word_of_a_record_is_taken_for_an_argument():
    with pytest.raises(pydantic.ValidationError) as raised:
        Proposal(practice={**SOUND, "id": "{help} {pointer}"})
    assert "`{help} {pointer}`" in raised.value.errors()[0]["msg"]


def test_options_and_languages():
    draft = pydantic.TypeAdapter(Annotated[obmen.Practice, Checked(profile="draft")])
    assert draft.validate_python({"id": "a"}).id == "a"
    told = pydantic.TypeAdapter(Annotated[obmen.Practice, Checked(lang="bg")])
    with pytest.raises(pydantic.ValidationError, match="практиката няма заглавие"):
        told.validate_python({"id": "a"})


# Of each class a value that fits, and one with a fault: its code and its place.
PARTS = {
    "Practice": (SOUND, {**SOUND, "id": "Не"}, "practice/bad-id", ("id",)),
    "Source": ({"register": "flgr"}, {"url": "javascript:a"}, "link/scheme", ("url",)),
    "Period": ({"start": "2013"}, {"start": "2014", "end": "2013"}, "practice/period-reversed", ()),
    "Organisation": (
        {"name": {"bg": "А"}},
        {"name": {"bg": "А"}, "country": "XX"},
        "organisation/unknown-country",
        ("country",),
    ),
    "Network": (
        {"members": [{"role": "lead"}]},
        {"members": [{}, {"role": 5}]},
        "shape/wrong-type",
        ("members", 1, "role"),
    ),
    "Results": ({"items": [{"kind": "output"}]}, {"items": [5]}, "shape/wrong-type", ("items", 0)),
    "Project": ({"number": "1"}, {"budget": {"currency": "лв"}}, "practice/unknown-currency", ("budget", "currency")),
    "Award": ({"place": 1}, {"place": -1}, "shape/bad-value", ("place",)),
    "MediaLink": ({"url": "https://example.org/"}, {"url": "javascript:alert(1)"}, "link/scheme", ("url",)),
    "Innovator": ({"name": "ros"}, {"contact": 5}, "shape/wrong-type", ("contact",)),
    "Identifier": (
        {"scheme": "BG-EIK", "value": "000024916"},
        {"scheme": "BG-EIK", "value": "1"},
        "organisation/identifier-format",
        ("value",),
    ),
    "Contact": ({"person": "А"}, {"person": ["А"]}, "shape/wrong-type", ("person",)),
    "Member": (
        {"role": "lead", "organisation": "initiator"},
        {"organisation": "?"},
        "shape/wrong-type",
        ("organisation",),
    ),
    "ResultItem": ({"state": "achieved"}, {"state": "done"}, "shape/bad-value", ("state",)),
    "Budget": ({"amount": 2.5, "currency": "BGN"}, {"currency": "лв"}, "practice/unknown-currency", ("currency",)),
    "Agreement": ({"with": "initiator"}, {"subject": {"bg": 5}}, "shape/wrong-type", ("subject", "bg")),
    "Indicator": (
        {"unit": "item", "actual": 3},
        {"unit": "item", "actual": -3},
        "results/negative-quantity",
        ("actual",),
    ),
    "LocalisedText": ({"bg": "А", "en": "A"}, {"bg": "А", "en": 5}, "shape/wrong-type", ("en",)),
    "PartialDate": ("2213-08", "2013-8", "shape/bad-value", ()),
}


def test_every_type_is_tried():
    assert {name for name, _, _ in _obmen.types()} | {"LocalisedText", "PartialDate"} == set(PARTS)


@pytest.mark.parametrize("name", PARTS)
def test_every_class_is_a_field(name):
    fits, fault, code, place = PARTS[name]
    made = getattr(obmen, name)
    model = pydantic.create_model("Model", each=(made, ...), many=(list[made], []), maybe=(made | None, None))
    for given in (
        model(each=fits),
        model(each=model(each=fits).each),
        model.model_validate_json(json.dumps({"each": fits})),
    ):
        assert isinstance(given.each, made) and given.maybe is None
        assert given.model_dump() == json.loads(given.model_dump_json()) == {"each": fits, "many": [], "maybe": None}
    with pytest.raises(pydantic.ValidationError) as raised:
        model(each=fault, many=[fits, fault], maybe=fault)
    errors = [error for error in raised.value.errors() if error["type"] == code]
    assert [error["loc"] for error in errors] == [(*at, *place) for at in (("each",), ("many", 1), ("maybe",))]
    assert len(errors) == raised.value.error_count()
    assert all(error["ctx"]["pointer"] == "".join(f"/{step}" for step in place) for error in errors)
    for nothing in (None, 5, [5], object(), {"a": {1, object()}}, float("nan")):
        with pytest.raises(pydantic.ValidationError):
            model(each=nothing)
    schema = model.model_json_schema()
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.validate({"each": fits, "many": [fits]}, schema)
    if code.startswith("shape/"):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({"each": fault}, schema)


def test_what_json_cannot_say_is_a_line_error():
    lists: list = []
    for _ in range(100_000):
        lists = [lists]
    words = "this is not JSON: "
    for value, place, code, message in (
        (
            {"project": {"budget": {"amount": float("nan")}}},
            ("project", "budget", "amount"),
            "shape/not-json",
            words + "nan",
        ),
        ({"themes": ["a", object()]}, ("themes", 1), "shape/not-json", words + "a object has no place in a record"),
        (object(), (), "shape/not-json", words + "a object"),
        ({"title": lists}, (), "shape/too-deep", "nested deeper"),
    ):
        with pytest.raises(pydantic.ValidationError) as raised:
            Proposal(practice=value)
        (error,) = raised.value.errors()
        assert (error["type"], error["loc"]) == (code, ("practice", *place)) and error["msg"].startswith(message)
        assert error["ctx"]["help"]


def test_bare_texts_wait_for_their_record():
    class Part(pydantic.BaseModel):
        plain: obmen.Organisation
        told: Annotated[obmen.Organisation, Checked(default_language="bg")]
        text: obmen.LocalisedText

    part = Part(plain={"name": "Кърджали"}, told={"name": "Кърджали"}, text="Кърджали")
    assert part.plain.name == part.text == {"": "Кърджали"} and part.told.name == {"bg": "Кърджали"}
    assert obmen.Practice(language="bg", initiator=part.plain).initiator.name == {"bg": "Кърджали"}
    assert part.model_dump()["text"] == "Кърджали"


def test_wrong_options_are_refused_at_once():
    for wrong in (
        {"profile": "zz"},
        {"lang": "de"},
        {"today": "yesterday"},
        {"severities": {"practice/missing-titel": "off"}},
    ):
        with pytest.raises(ValueError, match=r"must be|is not `en` or `bg`"):
            Checked(**wrong)
    with pytest.raises(TypeError, match="unexpected option `profil`"):
        Checked(profil="draft")
    for other in (int, obmen.Practice | None, obmen.Report, obmen.Record):
        with pytest.raises(
            TypeError, match=r"obmen has no fields of .*; Checked stands beside one of its classes alone"
        ):
            pydantic.TypeAdapter(Annotated[other, Checked()])


def test_values_are_written_where_a_model_names_no_type():
    class Anything(pydantic.BaseModel):
        value: object

    values = {name: PARTS[name][0] for name in PARTS}
    made = {name: pydantic.TypeAdapter(getattr(obmen, name)).validate_python(value) for name, value in values.items()}
    assert json.loads(Anything(value=made).model_dump_json()) == {"value": values}

    class Either(pydantic.BaseModel):
        value: obmen.PartialDate | int | dict

    for value in ("2013", 2013, {"a": "b"}):
        assert Either(value=value).model_dump() == {"value": value}


def test_the_schema_stands_alone():
    schema = Proposal.model_json_schema()
    assert schema["properties"]["practice"]["properties"]["network"]["properties"]["members"]["type"] == "array"
    assert "$ref" not in json.dumps(json_schema())
    assert Proposal.model_json_schema(mode="serialization")["properties"]["practice"]["type"] == "object"


def test_fastapi_answers_422_with_all_faults(eight_faults):
    fastapi = pytest.importorskip("fastapi")
    testclient = pytest.importorskip("fastapi.testclient")
    app = fastapi.FastAPI()

    @app.post("/practices")
    def publish(practice: obmen.Practice) -> dict:
        return {"id": practice.id}

    @app.get("/practices/{id}")
    def show(id: str) -> obmen.Practice:
        return obmen.Practice(**{**SOUND, "id": id})

    @app.get("/untyped/{id}")
    def untyped(id: str):
        return PRACTICES[id]

    @app.get("/untyped")
    def all_untyped():
        return {"practices": list(PRACTICES.values()), "initiator": PRACTICES["messy"].initiator, "title": MESSY.title}

    @app.get("/loose")
    def loose() -> dict:
        return {"practices": list(PRACTICES.values()), "published": MESSY.published, "title": MESSY.title}

    @app.post("/organisations")
    def join(organisation: obmen.Organisation):
        return organisation

    client = testclient.TestClient(app)
    answer = client.post("/practices", json=eight_faults)
    assert answer.status_code == 422
    details = answer.json()["detail"]
    assert len(details) == 8
    faults = obmen.check(eight_faults).errors
    assert [detail["type"] for detail in details] == [found.code for found in faults]
    assert [detail["loc"] for detail in details] == [["body", *found.path] for found in faults]
    assert client.post("/practices", json=SOUND).json() == {"id": "a"}
    assert client.get("/practices/b").json() == {**SOUND, "id": "b"}
    body = client.get("/openapi.json").json()["paths"]["/practices"]["post"]["requestBody"]
    assert "network" in body["content"]["application/json"]["schema"]["properties"]
    for id, practice in PRACTICES.items():
        assert client.get(f"/untyped/{id}").json() == practice.to_dict()
    written = [practice.to_dict() for practice in PRACTICES.values()]
    title = dict(MESSY.title)
    answer = client.get("/untyped").json()
    assert answer == {"practices": written, "initiator": MESSY.initiator.to_dict(), "title": title}
    assert client.get("/loose").json() == {"practices": written, "published": "2013-08", "title": title}
    organisation = {"name": {"bg": "А"}, "x": 1}
    assert client.post("/organisations", json=organisation).json() == organisation
    answer = client.post("/organisations", json={"country": "XX", "territory": 5})
    assert answer.status_code == 422
    assert {tuple(detail["loc"]) for detail in answer.json()["detail"]} == {
        ("body", "name"),
        ("body", "country"),
        ("body", "territory"),
    }

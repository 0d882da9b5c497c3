"""Practices in models of Pydantic and in bodies of FastAPI: one line error a fault."""

import json
from typing import Annotated

import obmen
import pytest

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

"""Records and values: frozen, compared, hashed, shown, matched, pickled, copied."""

import copy
import dataclasses
import datetime
import json
import pickle
from collections.abc import Mapping

import obmen
import pytest
from obmen import _obmen

CLASSES = {name: getattr(obmen, name) for name, _, _ in _obmen.types()}


def shown(value):
    """Evaluates what `repr` gives."""
    return eval(repr(value), vars(obmen))


def test_every_type_of_the_core_is_a_class_with_its_fields_and_their_meanings():
    assert "Practice" in CLASSES
    for name, doc, fields in _obmen.types():
        made = CLASSES[name]
        assert name in obmen.__all__
        assert (made.__name__, made.__doc__, made.__module__) == (name, doc, "obmen")
        assert [made._keys[field] for field in made.__match_args__] == [field for field, _, _ in fields]
        for field, (_, meaning, _) in zip(made.__match_args__, fields, strict=True):
            assert getattr(made, field).__doc__ == meaning


def test_the_seed_is_read_whole(seed):
    practice = seed.practice
    assert practice.network.members[1].organisation.territory == "BG421"
    assert practice.network.members[0].organisation == "initiator"
    assert practice.resolve(practice.network.members[0].organisation) == practice.initiator
    assert practice.resolve(practice.network.members[1].organisation).territory == "BG421"
    assert (practice.published, practice.stated_nominations) == (obmen.PartialDate(2013, 8, 15), 42)
    assert practice.results.items[0].indicator.actual == 3
    assert isinstance(practice.results.items[0].indicator.actual, int)
    assert practice.summary is None
    assert practice.awards == ()
    assert practice.proposed_id == practice.id


def parts(value):
    """A value and everything in it."""
    yield value
    inside = [getattr(value, name) for name in value.__match_args__] if isinstance(value, obmen.Record) else value
    if isinstance(value, (obmen.Record, tuple)):
        for each in inside:
            yield from parts(each)


def test_every_part_is_itself_after_every_journey(seed):
    kinds = set()
    for part in parts(seed.practice):
        kinds.add(type(part).__name__)
        for journey in (copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value)), shown):
            other = journey(part)
            assert (type(other), other, hash(other)) == (type(part), part, hash(part))
        if isinstance(part, obmen.Record):
            assert type(part).from_dict(part.to_dict()) == part == type(part).from_json(part.to_json())
            assert part != part.to_dict()
            with pytest.raises(AttributeError):
                part.id = "b"
            with pytest.raises(AttributeError):
                part.anything = "b"
            assert "<table>" in part._repr_html_()
    assert {
        "Practice",
        "Organisation",
        "Network",
        "Member",
        "Results",
        "ResultItem",
        "MediaLink",
        "LocalisedText",
    } <= kinds
    assert {"PartialDate", "Agreement", "Indicator", "Innovator", "Source"} <= kinds


def test_records_differ_by_value_and_type():
    assert obmen.Period(start="2013") == obmen.Period(start=obmen.PartialDate(2013))
    assert obmen.Period(start="2013") != obmen.Period(start="2014")
    assert obmen.Period() != obmen.Award()
    assert len({obmen.Period(start="2013"), obmen.Period(start="2013"), obmen.Period()}) == 2


def test_keyword_arguments_must_fit():
    day = datetime.date(2013, 8, 15)
    made = obmen.Practice(
        id="a",
        published=day,
        title=obmen.LocalisedText(bg="Обмен"),
        network=obmen.Network(members=[{"role": "lead", "organisation": obmen.Organisation(name={"bg": "Х"})}]),
        objectives=(text for text in ["едно"]),
        language="bg",
        project={"budget": obmen.Budget(amount=2.5, currency="BGN")},
        summary=None,
    )
    assert made.published == obmen.PartialDate(2013, 8, 15)
    assert made.published.earliest() == day
    assert made.objectives[0] == {"bg": "едно"}
    assert made.project.budget.amount == 2.5
    assert "summary" not in made.to_dict()
    for fields in (
        {"titel": "A"},
        {"id": 5},
        {"published": "yesterday"},
        {"title": {"bg": 1}},
        {"network": {"members": [{}, {"role": 1}]}},
        {"network": {"membres": []}},
        {"awards": [{"place": -1}]},
        {"published": datetime.datetime(2013, 8, 15)},
        {"id": object()},
    ):
        with pytest.raises(TypeError):
            obmen.Practice(**fields)
    with pytest.raises(TypeError, match="`/network/members/1/role`"):
        obmen.Practice(network={"members": [{}, {"role": 1}]})
    with pytest.raises(ValueError, match="JSON compliant"):
        obmen.Budget(amount=float("inf"))


def test_a_field_that_python_keeps_for_itself_has_a_line_behind_its_name():
    agreement = obmen.Agreement(with_="initiator", subject={"en": "Printing"})
    assert agreement.with_ == "initiator"
    assert agreement.to_dict() == {"with": "initiator", "subject": {"en": "Printing"}}
    assert agreement.replace(with_=None).with_ is None


def test_what_does_not_fit_is_kept():
    record = {"id": 5, "titel": "A", "awards": [1, {"place": 2}]}
    practice = obmen.Practice.from_dict(record)
    assert practice.id is None
    assert practice.unknown == {"titel": "A"}
    assert [award.place for award in practice.awards] == [2]
    assert practice.to_dict() == record
    assert "shape/wrong-type" in practice.check().counts()
    assert json.loads(practice.to_json(indent=2)) == record
    for source in ("[]", "5", "", '{"a": '):
        with pytest.raises(ValueError, match="expected Practice"):
            obmen.Practice.from_json(source)


def test_libraries_know_a_practice_as_a_dataclass_and_no_other_record():
    practice = obmen.Practice(id="a", language="bg")
    assert dataclasses.is_dataclass(practice)
    assert "title" in [field.name for field in dataclasses.fields(obmen.Practice)]
    assert dataclasses.replace(practice, id="b") == practice.replace(id="b")
    # Only a practice has a schema of Pydantic: another would be taken for an empty one.
    pydantic = pytest.importorskip("pydantic")
    for record in (obmen.Organisation, obmen.MediaLink, obmen.Agreement):
        assert not dataclasses.is_dataclass(record)
        with pytest.raises(pydantic.errors.PydanticSchemaGenerationError):
            pydantic.TypeAdapter(record)


def test_replacing_gives_another():
    link = obmen.MediaLink(url="https://example.org/", kind="video")
    assert link.replace(kind=None) == obmen.MediaLink(url="https://example.org/")
    assert link.kind == "video"
    with pytest.raises(TypeError, match="no field `knd`"):
        link.replace(knd="image")


def test_records_match_patterns():
    match obmen.Member(role="lead", organisation={"name": {"bg": "Община Каварна"}}):
        case obmen.Member("lead", obmen.Organisation(name={"bg": name})):
            assert name == "Община Каварна"
        case _:
            pytest.fail("no match")
    match obmen.PartialDate(2013, 8):
        case obmen.PartialDate(year, month, None):
            assert (year, month) == (2013, 8)
        case _:
            pytest.fail("no match")


def test_a_text_is_a_mapping():
    text = obmen.LocalisedText({"bg-Latn": "Obmen", "bg": "Обмен"}, en="Exchange")
    assert isinstance(text, Mapping)
    assert (text["bg"], text["EN"], text.get("de"), text.get("de", "?"), len(text)) == (
        "Обмен",
        "Exchange",
        None,
        "?",
        3,
    )
    assert dict(text) == {"bg-Latn": "Obmen", "bg": "Обмен", "en": "Exchange"} == text
    assert list(text.items()) == list(zip(text.keys(), text.values(), strict=True))
    assert text == obmen.LocalisedText(en="Exchange", bg="Обмен", **{"bg-Latn": "Obmen"})
    assert hash(text) == hash(obmen.LocalisedText(en="Exchange", bg="Обмен", **{"bg-Latn": "Obmen"}))
    assert text != {"bg": "Обмен"}
    assert text != 5
    assert "bg" in text
    assert 5 not in text
    assert text.best("fr", "bg-BG") == ("Обмен", "bg")
    assert text.best("fr").lang == "bg-Latn"
    assert obmen.LocalisedText().best("bg") is None
    assert str(text) == "Obmen"
    assert obmen.Organisation(name="Х").name == {"": "Х"}
    assert obmen.Organisation(name=obmen.Organisation(name="Х").name).to_dict() == {"name": "Х"}
    with pytest.raises(KeyError):
        text["de"]
    for wrong in ({"bg": 5}, 5, {5: "a"}):
        with pytest.raises(TypeError):
            obmen.LocalisedText(wrong)


def test_partial_dates():
    february = obmen.PartialDate.parse("2024-02")
    assert (february.earliest(), february.latest()) == (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    assert (str(february), repr(february)) == ("2024-02", "PartialDate(2024, 2)")
    assert february == obmen.PartialDate(year=2024, month=2)
    for wrong in ((2013, 13), (2013, None, 5), (0,), (2013, 2, 29)):
        with pytest.raises(ValueError, match="no such date"):
            obmen.PartialDate(*wrong)
    with pytest.raises(ValueError, match="2013-8"):
        obmen.PartialDate.parse("2013-8")
    with pytest.raises(AttributeError):
        february.year = 5


def test_numbers_are_as_python_has_them():
    amounts = {
        "1": 1,
        "1.0": 1,
        "-3": -3,
        "2.5": 2.5,
        "1e300": 1e300,
        "9007199254740991": 2**53 - 1,
        "0.1": 0.1,
        "-0.0": 0,
    }
    for text, wanted in amounts.items():
        amount = obmen.Budget.from_json(f'{{"amount": {text}}}').amount
        assert (amount, type(amount)) == (wanted, type(wanted))

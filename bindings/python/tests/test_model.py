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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"title": {"bg": "А", "en": "A"}}, {"title": {"en": "A", "bg": "А"}}),
        ({"title": {"BG": "А"}}, {"title": {"bg": "А"}}),
        ({"x": 1, "y": {"a": 1, "b": [2]}}, {"y": {"b": [2.0], "a": 1}, "x": 1}),
        ({"initiator": {"x": 1, "y": 2}, "id": "a"}, {"id": "a", "initiator": {"y": 2, "x": 1}}),
        ({"title": {"bg": 1, "en": 2}}, {"title": {"en": 2, "bg": 1}}),
    ],
)
def test_records_of_one_value_are_equal(one, other):
    one, other = obmen.Practice.from_dict(one), obmen.Practice.from_dict(other)
    assert one == other and hash(one) == hash(other) and one.title == other.title
    assert one.to_json() != other.to_json() or one.to_dict() == other.to_dict()
    assert one != other.replace(id="c")


def test_records_are_equal_when_their_texts_are():
    one, other = obmen.LocalisedText(bg="А", EN="A"), obmen.LocalisedText(en="A", bg="А")
    assert one == other == {"en": "A", "BG": "А"} and hash(one) == hash(other)
    assert obmen.Organisation(name=one) == obmen.Organisation(name=other)
    assert one != {"en": "A"} and one != "A" and obmen.LocalisedText("A") != "A" and one != {"en": "A", "bg": 5}
    assert len({one, other}) == len({obmen.Organisation(name=one), obmen.Organisation(name=other)}) == 1
    # What is no text is none of a text.
    mixed = obmen.Organisation.from_dict({"name": {"bg": "А", "en": 5}})
    assert mixed.name == {"bg": "А"} == dict(mixed.name) and mixed != obmen.Organisation(name={"bg": "А"})


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
    with pytest.raises(ValueError, match="`/amount`: inf is no number of JSON; leave it out"):
        obmen.Budget(amount=float("inf"))
    with pytest.raises(TypeError, match="`/media/1/kind`: expected a string, found a number; write a string here"):
        obmen.Practice(media=[{}, {"kind": 5}])
    with pytest.raises(TypeError, match="Practice has no field `titel`; did you mean `title`"):
        obmen.Practice(titel="A")
    for given in ({"id": "a"}, '{"id": "a"}', None):
        with pytest.raises(
            TypeError, match=r"by keyword; Practice\.from_dict reads a mapping, Practice\.from_json a JSON"
        ):
            obmen.Practice(given)
    with pytest.raises(TypeError, match="from_dict: expected a mapping, not a list"):
        obmen.Practice.from_dict([("id", "a")])
    with pytest.raises(TypeError, match="make one of them"):
        obmen.Record()


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
        with pytest.raises(ValueError, match=r"Practice: (expected an object, found a|this is not JSON: )"):
            obmen.Practice.from_json(source)


def test_a_record_is_its_json_to_who_takes_it_apart(seed):
    practice = seed.practice
    assert dict(practice) == practice.to_dict() and list(practice) == list(practice.to_dict().items())
    # A library that looks at the class finds its fields; none takes a record apart by them and loses the rest.
    assert [field.name for field in dataclasses.fields(obmen.Agreement)] == ["with_", "subject"]
    assert dataclasses.is_dataclass(obmen.Practice) and not dataclasses.is_dataclass(practice)
    for made in (practice, practice.initiator, obmen.Agreement(), practice.replace(id="b"), obmen.read({}).practice):
        assert isinstance(made, getattr(obmen, type(made).__name__))
        assert pickle.loads(pickle.dumps(made)) == made and not dataclasses.is_dataclass(made)


def test_replacing_gives_another():
    link = obmen.MediaLink(url="https://example.org/", kind="video")
    assert link.replace(kind=None) == obmen.MediaLink(url="https://example.org/")
    assert link.kind == "video"
    with pytest.raises(TypeError, match="no field `knd`"):
        link.replace(knd="image")
    with pytest.raises(TypeError, match="MediaLink: `/kind`: expected a string"):
        link.replace(kind=5)
    with pytest.raises(TypeError, match="Practice: `/title/bg`"):
        obmen.Practice(id="a").replace(title={"bg": 5})
    # What did not fit before stays as it was, and in a field that is given anew it goes.
    read = obmen.Practice.from_dict({"id": 5, "language": "bg", "media": [{}, 1], "titel": 1})
    changed = read.replace(title="Велоалеи", objectives=(text for text in ["едно"]))
    assert changed.to_dict() == {
        "id": 5,
        "language": "bg",
        "title": {"bg": "Велоалеи"},
        "objectives": [{"bg": "едно"}],
        "media": [{}, 1],
        "titel": 1,
    }
    twice = obmen.Practice.from_json('{"id": "a", "title": {"bg": "А"}, "title": 5}')
    assert twice.to_dict()["title"] == twice.replace(id="b").title == {"bg": "А"}
    assert obmen.read(twice).report.counts()["shape/duplicate-field"] == 1
    assert read.replace(media=[]).to_dict() == {"id": 5, "language": "bg", "titel": 1}
    assert read.replace(id="a", media=None).to_dict() == {"id": "a", "language": "bg", "titel": 1}


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
    for wrong in ((2013, 13), (2013, None, 5), (0,), (2013, 2, 29), (2000, 300), (-1,), (10**30, 1), (2013, 2, -1)):
        with pytest.raises(ValueError, match="is not a date as YYYY, YYYY-MM or YYYY-MM-DD"):
            obmen.PartialDate(*wrong)
    for wrong in ("2013", 2013.0, None):
        with pytest.raises(TypeError):
            obmen.PartialDate(wrong)
    assert f"{february:>9}|{february}" == "  2024-02|2024-02"
    with pytest.raises(ValueError, match="format"):
        f"{february:%Y}"
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

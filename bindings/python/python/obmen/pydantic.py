"""The classes of obmen as fields of Pydantic v2 models, and so as bodies of FastAPI: one line error a fault.

>>> from pydantic import BaseModel, ValidationError
>>> import obmen
>>> class Nomination(BaseModel):
...     practice: obmen.Practice
>>> try:
...     Nomination(practice={"id": "a", "language": "en", "published": "2013", "initiator": {"name": "B"}})
... except ValidationError as error:
...     for fault in error.errors():
...         print(fault["type"], fault["loc"], fault["msg"])
practice/missing-title ('practice', 'title') the practice has no title
practice/missing-description ('practice', 'description') the practice is not described

Every record, `LocalisedText` and `PartialDate` can stand there: what is a part of a practice is judged as one.

>>> class Partner(BaseModel):
...     organisation: obmen.Organisation
...     since: obmen.PartialDate
>>> Partner(organisation={"name": {"bg": "Община Каварна"}}, since="2013-08").since
PartialDate(2013, 8)

Errors are those of the profile `publish`, told in English; `Annotated[Practice, Checked(…)]` asks for another.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from . import _obmen
from .law import json_schema as full_schema
from .law import rules
from .model import CLASSES, PLACES, Practice
from .reading import judged
from .report import LANGUAGES, Lang
from .values import Refused, context, plain, to_json

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .values import Options


class Checked:
    """How a value in a model is checked: the options of a check, and the language of the messages.

    >>> from typing import Annotated
    >>> from pydantic import TypeAdapter
    >>> import obmen
    >>> draft = TypeAdapter(Annotated[obmen.Practice, Checked(profile="draft", lang="bg")])
    >>> draft.validate_python({"id": "a"}).id
    'a'
    """

    def __init__(self, *, lang: Lang = "en", **options: Unpack[Options]) -> None:
        if lang not in LANGUAGES:
            raise ValueError(f"lang: `{lang}` is not `en` or `bg`")
        # What is gone through once could not be told again.
        if "themes" in options:
            options["themes"] = tuple(options["themes"])
        # What is wrong with the options is said here, not when the first value comes.
        context(options)
        self.lang = lang
        self.options = options

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        schema = core_schema(source, self.options, self.lang)
        # The class says how its JSON Schema is made.
        return {**handler(source), **schema}


def core_schema(source: Any, options: Options, lang: Lang = "en") -> Any:
    """Returns the schema of pydantic-core: a value of a class of obmen, or what it is read from and checked."""
    from pydantic_core import ValidationError
    from pydantic_core import core_schema as schemas

    kind = getattr(source, "__name__", "")
    made = CLASSES.get(kind)
    if made is None or not isinstance(source, type) or not issubclass(source, made):
        raise TypeError(f"obmen has no fields of {source!r}; Checked stands beside one of its classes alone")
    place = PLACES[kind]

    def validate(value: object) -> Any:
        try:
            text = to_json(value)
        except Refused as refused:
            message = next(rule for rule in rules() if rule.code == "shape/not-json").message[lang]
            words = {"pointer": refused.pointer, "help": refused.help, "message": message.replace("…", refused.why)}
            error = _error("shape/not-json", refused.path, words, value)
            raise ValidationError.from_exception_data(kind, [error]) from None
        practice, found = judged(place, text, options)
        part = practice and _follow(practice, place)
        # A `null` that counts as absent is a fault where nothing else stands.
        faults = [(pointer, each) for pointer, each in found if each.severity == "error" or part is None]
        if faults:
            # The message comes last, so that nothing in it is taken for another argument.
            told = (
                (each, {"pointer": pointer, "help": each.help(lang), "message": each.message(lang)})
                for pointer, each in faults
            )
            errors = [_error(each.code, each.path[len(place) :], words, value) for each, words in told]
            raise ValidationError.from_exception_data(kind, errors)
        if isinstance(value, made):
            return value
        # A bare string waits for the language of the record that it is put into.
        return part if not place or "default_language" in options else _made(kind, text)

    def written(value: object) -> object:
        # In a union it may be of another type.
        return plain(value) if isinstance(value, made) else value

    return schemas.no_info_plain_validator_function(
        validate, serialization=schemas.plain_serializer_function_ser_schema(written)
    )


@cache
def serializer() -> Any:
    """Returns what Pydantic writes any value of obmen with."""
    from pydantic_core import SchemaSerializer
    from pydantic_core import core_schema as schemas

    return SchemaSerializer(schemas.any_schema(serialization=schemas.plain_serializer_function_ser_schema(plain)))


def _made(kind: str, text: str) -> Any:
    """Returns a value of its JSON, in which no error is; a text or a date out of a record that holds nothing else."""
    if issubclass(CLASSES[kind], _obmen.Record):
        return CLASSES[kind].from_json(text)
    record, field = {"LocalisedText": ("Results", "narrative"), "PartialDate": ("Source", "retrieved")}[kind]
    return getattr(CLASSES[record].from_json(f'{{"{field}":{text}}}'), field)


def _follow(practice: Practice, place: tuple[str | int, ...]) -> Any:
    """Returns what stands at a place, `None` where nothing does."""
    part: Any = practice
    for step in place:
        # A list is empty where a `null` stands in it.
        part = getattr(part, step, None) if isinstance(step, str) else next(iter(part), None)
    return part


def _error(code: str, path: tuple[str | int, ...], words: dict[str, str], value: object) -> Any:
    from pydantic_core import InitErrorDetails, PydanticCustomError

    return InitErrorDetails(type=PydanticCustomError(code, "{message}", words), loc=path, input=_at(value, path))


def _at(value: object, path: tuple[str | int, ...]) -> object:
    """Returns what stands at a path, else the nearest around it."""
    inside = plain(value) if isinstance(value, _obmen.Record) else value
    for step in path:
        try:
            inside = inside[step]  # type: ignore[index]
        except (LookupError, TypeError):
            break
    return inside


def json_schema(source: Any = Practice) -> dict[str, Any]:
    """Returns the JSON Schema of a class of obmen with nothing to look up, so that it fits into any other schema."""
    schema = full_schema()
    definitions = schema.pop("$defs")
    # They stand in the order of the types; date and text are the last.
    kinds = [*(name for name, _, _ in _obmen.types()[1:]), "PartialDate", "LocalisedText"]
    schemas = {"Practice": schema, **dict(zip(kinds, definitions.values(), strict=True))}

    def inlined(node: Any) -> Any:
        if isinstance(node, dict):
            if reference := node.get("$ref"):
                # What stands beside the reference says more of the place.
                return {
                    **inlined(definitions[reference.rsplit("/", 1)[1]]),
                    **{k: v for k, v in node.items() if k != "$ref"},
                }
            return {key: inlined(value) for key, value in node.items() if key not in ("$id", "$schema")}
        return [inlined(item) for item in node] if isinstance(node, list) else node

    whole: dict[str, Any] = inlined(schemas[source.__name__])
    return whole

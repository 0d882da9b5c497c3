"""Practices as fields of Pydantic v2 models, and so as bodies of FastAPI: one line error a fault.

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

Errors are those of the profile `publish`, told in English; `Annotated[Practice, Checked(…)]` asks for another.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .law import json_schema as full_schema
from .model import Practice
from .reading import read
from .report import Diagnostic, Lang
from .values import plain, to_json

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .values import Options


class Checked:
    """How a practice in a model is checked: the options of a check, and the language of the messages.

    >>> from typing import Annotated
    >>> from pydantic import TypeAdapter
    >>> import obmen
    >>> draft = TypeAdapter(Annotated[obmen.Practice, Checked(profile="draft", lang="bg")])
    >>> draft.validate_python({"id": "a"}).id
    'a'
    """

    def __init__(self, *, lang: Lang = "en", **options: Unpack[Options]) -> None:
        self.lang = lang
        self.options = options

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return core_schema(self.options, self.lang)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return json_schema()


def core_schema(options: Options, lang: Lang = "en") -> Any:
    """Returns the schema of pydantic-core: a practice, or an object that is read and checked."""
    from pydantic_core import ValidationError
    from pydantic_core import core_schema as schemas

    def validate(value: object) -> Practice:
        if isinstance(value, (Practice, Mapping)):
            practice, report = read(value, **options)
        else:
            # Not even an object: the report says what it is.
            practice, report = read(to_json(value), **options)
        errors = [_error(found, value, lang) for found in report.errors]
        if errors:
            raise ValidationError.from_exception_data("Practice", errors)
        return practice  # type: ignore[return-value]

    return schemas.no_info_plain_validator_function(
        validate,
        serialization=schemas.plain_serializer_function_ser_schema(lambda practice: practice.to_dict()),
    )


def _error(found: Diagnostic, value: object, lang: Lang) -> Any:
    from pydantic_core import InitErrorDetails, PydanticCustomError

    # The message comes last, so that nothing in it is taken for another argument.
    words = {"pointer": found.pointer, "help": found.help(lang), "message": found.message(lang)}
    error = PydanticCustomError(found.code, "{message}", words)
    return InitErrorDetails(type=error, loc=found.path, input=_at(value, found.path))


def _at(value: object, path: tuple[str | int, ...]) -> object:
    """Returns what stands at a path, else the nearest around it."""
    inside = plain(value) if isinstance(value, Practice) else value
    for step in path:
        try:
            inside = inside[step]  # type: ignore[index]
        except (LookupError, TypeError):
            break
    return inside


def json_schema() -> dict[str, Any]:
    """Returns the JSON Schema of a practice with nothing to look up, so that it fits into any other schema."""
    schema = full_schema()
    definitions = schema.pop("$defs")

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

    whole: dict[str, Any] = inlined(schema)
    return whole

"""The only module that knows jsonschema: the shape of documents, in our words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from model_forms.errors import near_miss
from model_forms.finding import Finding, Place
from model_forms.text import Text, both

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

NAMES = (
    "questionnaire", "adaptation", "migration", "response", "programme", "figures",
    "ledger",
)  # fmt: skip

BUILT_ON = {"adaptation": "questionnaire", "migration": "questionnaire"}
"""Schemas that use parts of another; what is published holds them all."""

_TYPES = {
    "object": ("et objekt", "an object"),
    "array": ("en liste", "a list"),
    "string": ("tekst", "text"),
    "number": ("et tal", "a number"),
    "integer": ("et helt tal", "a whole number"),
    "boolean": ("true eller false", "true or false"),
    "null": ("null", "null"),
}


@cache
def _text(name: str) -> str:
    path = files("model_forms") / "schemas" / f"{name}-1.json"
    return path.read_text(encoding="utf-8")


def published(name: str) -> dict[str, Any]:
    """Return a published JSON Schema, one of ``NAMES``."""
    found: dict[str, Any] = json.loads(_text(name))
    if name in BUILT_ON:
        parts = published(BUILT_ON[name])["$defs"]
        found["$defs"] = {**found["$defs"], **_used(found, parts)}
    return found


def _used(schema: object, parts: Mapping[str, Any]) -> dict[str, Any]:
    """Return those of *parts* that *schema* refers to, also through each other."""
    found: dict[str, Any] = {}
    wanted = _references(schema)
    while wanted:
        name = wanted.pop()
        if name in parts and name not in found:
            found[name] = parts[name]
            wanted |= _references(parts[name])
    return found


def _references(schema: object) -> set[str]:
    if isinstance(schema, Mapping):
        own = schema.get("$ref")
        found = {own.rpartition("/")[2]} if isinstance(own, str) else set()
        return found.union(*map(_references, schema.values()))
    if isinstance(schema, list):
        return set().union(*map(_references, schema))
    return set()


@cache
def _validator(name: str) -> Draft202012Validator:
    from jsonschema import Draft202012Validator  # noqa: PLC0415  light import

    return Draft202012Validator(published(name))


def shape_findings(document: object, name: str) -> tuple[Finding, ...]:
    """Return everything wrong with the shape of *document*, in the file's order."""
    found = [
        finding
        for error in _validator(name).iter_errors(document)
        for finding in _findings(error)
    ]
    return tuple(dict.fromkeys(found))


def json_path(parts: object, root: str = "$") -> str:
    """Return the path of a spot in a document, such as ``$.sections[2].key``."""
    path = root
    for part in parts:  # type: ignore[attr-defined]
        path += f"[{part}]" if isinstance(part, int) else f".{part}"
    return path


def problem(code: str, path: str, message: Text) -> Finding:
    """Return an error at a place in a document."""
    return Finding(severity="error", code=code, message=message, place=Place(path=path))


def brief(value: object, longest: int = 60) -> str:
    """Return what was seen, short enough for a sentence."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def meant(seen: object, known: object) -> tuple[str, str]:
    """Return the Danish and English end of a sentence: what was probably meant."""
    names = [str(each) for each in known]  # type: ignore[attr-defined]
    guess = near_miss(str(seen), names)
    if guess is None:
        return "", ""
    return f" Mente I »{guess}«?", f" Did you mean {guess!r}?"


def _findings(error: ValidationError) -> Iterator[Finding]:
    path = json_path(error.absolute_path)
    if error.validator == "additionalProperties":
        yield from _unknown_keys(error, path)
    elif error.validator == "required":
        yield _missing_key(error, path)
    else:
        yield problem(f"bad-{_slug(error)}", path, _sentence(error))


def _slug(error: ValidationError) -> str:
    return {"enum": "value", "const": "value", "type": "type"}.get(
        str(error.validator), "shape"
    )


def _unknown_keys(error: ValidationError, path: str) -> Iterator[Finding]:
    schema: Any = error.schema
    instance: Any = error.instance
    known = list(schema.get("properties", {})) if isinstance(schema, Mapping) else []
    for key in instance:
        if key not in known:
            da, en = meant(key, known)
            yield problem(
                "unknown-key",
                f"{path}.{key}",
                both(f"Ukendt nøgle »{key}«.{da}", f"Unknown key {key!r}.{en}"),
            )


def _missing_key(error: ValidationError, path: str) -> Finding:
    wanted: Any = error.validator_value
    instance: Any = error.instance
    missing = [key for key in wanted if key not in instance]
    names = ", ".join(missing)
    return problem(
        "missing-key",
        path,
        both(f"Der mangler: {names}.", f"Missing: {names}."),
    )


def _sentence(error: ValidationError) -> Text:
    seen = brief(error.instance)
    value: Any = error.validator_value
    if error.validator == "type":
        kinds = [value] if isinstance(value, str) else list(value)
        da = " eller ".join(_TYPES[kind][0] for kind in kinds)
        en = " or ".join(_TYPES[kind][1] for kind in kinds)
        return both(f"Her står {seen}; der skal stå {da}.", f"{seen} is not {en}.")
    if error.validator in {"enum", "const"}:
        options = value if error.validator == "enum" else [value]
        da, en = meant(error.instance, options)
        listed = ", ".join(str(each) for each in options)
        return both(
            f"Her står {seen}; mulighederne er: {listed}.{da}",
            f"{seen} is not one of: {listed}.{en}",
        )
    return both(
        f"Her står {seen}; det passer ikke med formatet ({error.validator}: "
        f"{brief(value)}).",
        f"{seen} does not fit the format ({error.validator}: {brief(value)}).",
    )

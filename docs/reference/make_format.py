"""
Make ``format.md`` from the published JSON Schema of questionnaires.

Run it without arguments after a change of the schema; a test holds the page to it.
"""  # noqa: INP001  a script beside the page it makes

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SCHEMA = HERE.parents[1] / "src/model_forms/schemas/questionnaire-1.json"
PAGE = HERE / "format.md"

Schema = dict[str, Any]

INTRO = """\
# The questionnaire format

<!-- Made by make_format.py from questionnaire-1.json. Do not edit. -->

{description}

This page is made from the JSON Schema that `model-forms schema questionnaire` prints;
an editor that is given the schema completes and checks as you write. `model-forms
check FILE` checks the shape, and then what no schema can see: references, cycles,
words that are missing, scores that cannot be reached.

A field that is not named here is an error. Fields marked *yes* must be there.

## Questionnaire
"""

LIMITS = {
    "minimum": "at least {}",
    "exclusiveMinimum": "more than {}",
    "maximum": "at most {}",
    "minLength": "at least {} character(s)",
    "maxLength": "at most {} characters",
    "minItems": "at least {} of them",
    "maxItems": "at most {} of them",
    "pattern": "matches `{}`",
}


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """Return the page as it should be."""
    schema: Schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    lines = [INTRO.format(description=schema["description"])]
    lines += fields(schema)
    lines += ["", "## Parts"]
    for name, part in schema["$defs"].items():
        lines += ["", f"### {name}", "", part.get("description", ""), ""]
        lines += part_lines(part)
    return "\n".join(lines).rstrip() + "\n"


def part_lines(part: Schema) -> Iterator[str]:
    """Yield what stands under a part's heading: its fields, or what it is."""
    if "if" in part.get("allOf", [{}])[0]:
        yield from kinds(part)
    elif "properties" in part:
        yield from fields(part)
    elif part.get("type") == "object":
        yield f"Any names, each with {kind(part['additionalProperties'])}."
    else:
        yield f"{kind(part).capitalize()}."


def kinds(part: Schema) -> Iterator[str]:
    """Yield a line for each value of a field that decides the rest."""
    yield "| `kind` | Fields |"
    yield "| --- | --- |"
    for each in part["allOf"]:
        value = each["if"]["properties"]["kind"]["const"]
        yield f"| `{value}` | {kind(each['then'])} |"


def fields(part: Schema) -> Iterator[str]:
    """Yield the table of an object's fields, then tables of objects inside it."""
    required = part.get("required", ())
    yield "| Field | Required | What it is | Meaning |"
    yield "| --- | --- | --- | --- |"
    inner = {}
    for name, field in part["properties"].items():
        must = "yes" if name in required else ""
        row = (f"`{name}`", must, kind(field), meaning(field))
        yield f"| {' | '.join(row)} |"
        found = field.get("items", field)
        if "properties" in found:
            inner[name] = found
    for name, found in inner.items():
        yield ""
        yield f"In `{name}`: {found.get('description', '')}"
        yield ""
        yield from fields(found)


def meaning(field: Schema) -> str:
    """Return a field's description, or that of the part it refers to."""
    if "description" in field or "$ref" not in field:
        return str(field.get("description", ""))
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    name = field["$ref"].rpartition("/")[2]
    return str(schema["$defs"][name].get("description", ""))


def kind(field: Schema) -> str:
    """Return what may stand in a field, in words."""
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return f"[{name}](#{name})"
    if "const" in field:
        return f"`{field['const']}`"
    if "enum" in field:
        return " or ".join(f"`{each}`" for each in field["enum"])
    named = field.get("type", "anything")
    words = named if isinstance(named, str) else " or ".join(named)
    if words == "array":
        words = "list" + (f" of {kind(field['items'])}" if "items" in field else "")
    elif words == "object" and isinstance(field.get("additionalProperties"), dict):
        words = f"object: any names, each with {kind(field['additionalProperties'])}"
    limits = [
        text.format(field[name]).replace("|", "\\|")
        for name, text in LIMITS.items()
        if name in field
    ]
    if field.get("uniqueItems"):
        limits.append("none twice")
    return ", ".join([words, *limits])


if __name__ == "__main__":
    main()

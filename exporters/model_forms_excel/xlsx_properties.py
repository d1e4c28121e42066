"""The document properties of an xlsx file: a few of the core ones, all custom ones."""

from __future__ import annotations

from collections.abc import Callable

from model_forms.forms.markup import Attributes, Walk, named
from model_forms.forms.refused import Refused
from model_forms_excel.guard import Container
from model_forms_excel.scalars import unescaped
from model_forms_excel.xlsx_package import CORE, CUSTOM, DUBLIN, VARIANT

_TYPES = ("lpwstr", "lpstr", "bstr", "i2", "i4", "i8", "int", "r4", "r8", "decimal")
_OTHER_TYPES = ("bool", "filetime", "date", "ui4", "uint")


def read_core(container: Container, part: str | None) -> dict[str, str]:
    """Return the title, keywords, identifier and category that are filled in."""
    found: dict[str, str] = {}
    if part is None or part not in container:
        return found

    def keeping(name: str) -> Callable[[str], None]:
        def end(written: str) -> None:
            if written:
                found[name] = _short(container, written)

        return end

    ends = {
        **named(DUBLIN, {name: keeping(name) for name in ("title", "identifier")}),
        **named(CORE, {name: keeping(name) for name in ("keywords", "category")}),
    }
    Walk(starts={}, ends=ends).over(container.read(part), container.budget)
    return found


def read_custom(container: Container, part: str | None) -> dict[str, str]:
    """Return the custom properties, each as the text that the file has."""
    found: dict[str, str] = {}
    if part is None or part not in container:
        return found
    name = ""

    def start(attributes: Attributes) -> None:
        nonlocal name
        name = attributes.get("name", "")

    def end(written: str) -> None:
        found[name] = _short(container, written)

    starts = named(CUSTOM, {"property": start})
    ends = named(VARIANT, dict.fromkeys(_TYPES + _OTHER_TYPES, end))
    Walk(starts=starts, ends=ends).over(container.read(part), container.budget)
    return found


def _short(container: Container, written: str) -> str:
    if len(written) > container.budget.limits.text:
        raise Refused("too-long-text", {"part": "properties"})
    return unescaped(written)

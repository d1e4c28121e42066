"""Names that are used twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model_forms.checks.outline import Node, Outline
from model_forms.finding import Finding
from model_forms.json_schema import problem
from model_forms.text import both

LISTS = ("scales", "scores", "bands", "sufficiency", "matrices", "blocks", "notices",
         "flags", "constraints", "gates", "sources")  # fmt: skip


def repeated_names(outline: Outline) -> Iterator[Finding]:
    """Yield each key, code or id that something before it already has."""
    root = outline.root
    for field in LISTS:
        yield from _repeats(_named(root.children(field), "id"))
    yield from _repeats(_named(root.children("roles"), "code"))
    yield from _repeats(_named(root.children("extras"), "suffix"))
    yield from _repeats(_named(outline.sections(), "key"))
    yield from _repeats(_named(outline.sections(), "code"))
    keys = [*_named(outline.items(), "key"), *outline.extra_keys()]
    yield from _repeats(keys)
    yield from _repeats([*_named(outline.items(), "code"), *_extra_codes(outline)])
    for scale in root.children("scales"):
        yield from _repeats(_values(scale))
    # The outer contract gives all matrices' cells in one object, by subject.
    whole = [each for each in root.children("matrices") if each.text("each") is None]
    yield from _repeats(
        [pair for each in whole for pair in _named(each.children("subjects"), "key")]
    )
    for bands in root.children("bands"):
        yield from _repeats(_named(bands.children("bands"), "code"))


def _named(nodes: Iterable[Node], field: str) -> Iterator[tuple[str, str]]:
    for node in nodes:
        name = node.text(field)
        if name is not None:
            yield f"{node.path}.{field}", name


def _values(scale: Node) -> Iterator[tuple[str, str]]:
    for option in scale.children("options"):
        yield f"{option.path}.value", repr(option.data.get("value"))


def _extra_codes(outline: Outline) -> Iterator[tuple[str, str]]:
    codes = {each.text("suffix"): each.text("code") for each in outline.extras()}
    for section in outline.sections():
        for path, suffix in section.names("extras"):
            yield path, f"{section.text('code')}-{codes.get(suffix)}"


def _repeats(named: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for path, name in named:
        if name in first:
            yield problem(
                "duplicate-key",
                path,
                both(
                    f"»{name}« findes allerede ({first[name]}).",
                    f"{name!r} exists already ({first[name]}).",
                ),
            )
        first.setdefault(name, path)

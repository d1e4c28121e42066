"""Names that refer to nothing, with the one that was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from model_forms.checks.outline import Node, Outline, objects
from model_forms.finding import Finding
from model_forms.json_schema import meant, problem
from model_forms.text import both

Named = Iterator[tuple[str, str]]

_ELSEWHERE = re.compile(r"\$\.(feeds\[\d+\]\.when|reviews\[\d+\]\.link\.wanted)\b")
"""Conditions on another questionnaire's rows: their items are not of this one."""

WORDS = {
    "item": both("intet spørgsmål", "no item"),
    "scale": both("ingen skala", "no scale"),
    "role": both("ingen rolle", "no role"),
    "extra": both("ingen ekstra", "no extra"),
    "section": both("intet afsnit", "no section"),
    "score": both("intet tal", "no score"),
    "bands": both("ingen bånd", "no bands"),
    "band": both("intet bånd", "no band"),
    "sufficiency": both("ingen regel for grundlag", "no rule of sufficiency"),
    "source": both("ingen kilde", "no source"),
    "table": both("ingen tabel", "no table"),
    "axis": both("ingen akse", "no axis"),
    "option": both("ingen svarmulighed", "no option"),
}


def unknown_references(outline: Outline) -> Iterator[Finding]:
    """Yield every reference to something that the document does not have."""
    root = outline.root
    items, scores = outline.item_keys(), outline.ids("scores")
    roles = [*outline.ids("roles", "code"), "*"]
    yield from _unknown(
        "scale", _fields(outline.answers(), "scale"), outline.ids("scales")
    )
    yield from _unknown("role", _lists(outline.items(), "roles"), roles)
    yield from _unknown(
        "extra", _lists(outline.sections(), "extras"), outline.ids("extras", "suffix")
    )
    yield from _unknown(
        "source", _lists(objects(root), "sources"), outline.ids("sources")
    )
    yield from _unknown("item", _item_names(outline), items)
    yield from _unknown("score", _score_names(outline), scores)
    yield from _unknown("table", _table_names(outline), _tables(outline))
    sections = outline.ids("sections", "key")
    yield from _unknown("section", _fields(outline.scores(), "section"), sections)
    yield from _unknown(
        "section", _lists(root.children("blocks"), "sections"), sections
    )
    yield from _unknown(
        "bands", _fields(outline.scores(), "bands"), outline.ids("bands")
    )
    yield from _unknown(
        "sufficiency",
        _fields(outline.scores(), "sufficiency"),
        outline.ids("sufficiency"),
    )
    yield from _inside(outline)
    yield from _labels(outline)
    yield from _values(outline)


def _inside(outline: Outline) -> Iterator[Finding]:
    """Yield unknown names that only one part of the document can answer to."""
    for score in outline.scores():
        bands = [
            b
            for b in outline.root.children("bands")
            if b.text("id") == score.text("bands")
        ]
        codes = [
            code
            for each in bands
            for _, code in _fields(each.children("bands"), "code")
        ]
        yield from _unknown("band", _fields(score.children("caps"), "band"), codes)
        if bands:
            cases = score.child("rule").children("cases")
            yield from _unknown("band", _fields(cases, "code"), codes)
        weights = score.child("rule").child("weights")
        of = [key for _, key in score.child("rule").names("of")]
        yield from _unknown("item", score.child("rule").names("reverse"), of)
        yield from _unknown(
            "item", ((f"{weights.path}.{k}", k) for k in weights.data), of
        )
    for matrix in outline.root.children("matrices"):
        axes = list(matrix.child("limits").data)
        for part in (
            *_parts(matrix, "subjects", "scores"),
            *_parts(matrix, "cells", "sides"),
        ):
            yield from _unknown(
                "axis", ((f"{part.path}.{k}", k) for k in part.data), axes
            )
    scales = {scale.text("id"): scale for scale in outline.root.children("scales")}
    for answer in outline.answers():
        scale = scales.get(answer.text("scale"))
        if scale is not None and "alone" in answer.data:
            values = [str(o.data.get("value")) for o in scale.children("options")]
            yield from _unknown("option", answer.names("alone"), values)


def _labels(outline: Outline) -> Iterator[Finding]:
    """Yield labels of references that name no column of the table."""
    tables = {item.text("key"): item.child("answer") for item in outline.items()}
    for answer in outline.answers():
        table = tables.get(answer.text("table"))
        if table is not None and answer.text("questionnaire") is None:
            columns = [each for _, each in _fields(table.children("columns"), "key")]
            yield from _unknown("item", _fields([answer], "label"), columns)


def _values(outline: Outline) -> Iterator[Finding]:
    """Yield values in conditions that the item's scale does not have."""
    scales = {each.text("id"): each for each in outline.root.children("scales")}
    items = {item.text("key"): item.child("answer") for item in outline.items()}
    for node in objects(outline.root):
        answer = items.get(node.text("item"))
        scale = scales.get(answer.text("scale")) if answer is not None else None
        if scale is None:
            continue
        known = [each.data.get("value") for each in scale.children("options")]
        for field, value in _compared(node):
            if value not in known:
                yield from _unknown(
                    "option", iter([(field, str(value))]), [str(k) for k in known]
                )


def _compared(node: Node) -> Named:
    if "equals" in node.data:
        yield f"{node.path}.equals", str(node.data["equals"])
    several = node.data.get("one_of")
    for place, value in enumerate(several if isinstance(several, list) else ()):
        yield f"{node.path}.one_of[{place}]", str(value)


def _parts(node: Node, field: str, inner: str) -> Iterator[Node]:
    for each in node.children(field):
        yield each.child(inner)


def _fields(nodes: Iterable[Node], field: str) -> Named:
    for node in nodes:
        name = node.text(field)
        if name is not None:
            yield f"{node.path}.{field}", name


def _lists(nodes: Iterable[Node], field: str) -> Named:
    for node in nodes:
        yield from node.names(field)


def _item_names(outline: Outline) -> Named:
    """Yield each place that names an item: conditions, rules and gates."""
    for node in objects(outline.root):
        name = node.text("item")
        if name is not None and not _ELSEWHERE.match(node.path):
            yield f"{node.path}.item", name
    for gate in outline.root.children("gates"):
        yield from gate.names("items")
    for score in outline.scores():
        if not _of_scores(score.child("rule")):
            yield from score.child("rule").names("of")
        for cap in score.children("caps"):
            yield from cap.names("items")


def _score_names(outline: Outline) -> Named:
    for score in outline.scores():
        rule = score.child("rule")
        yield from _fields([rule], "score")
        if _of_scores(rule):
            yield from rule.names("of")
        yield from _fields(rule.children("terms"), "score")
        for case in rule.children("cases"):
            yield from _fields(case.children("when"), "score")
    for matrix in outline.root.children("matrices"):
        for part in _parts(matrix, "subjects", "scores"):
            for axis, score_id in part.data.items():
                if isinstance(score_id, str):
                    yield f"{part.path}.{axis}", score_id


def _of_scores(rule: Node) -> bool:
    """Tell whether *of* names scores; it names items in most kinds of rule."""
    return rule.text("kind") == "combine"


def _table_names(outline: Outline) -> Named:
    for field in ("scores", "matrices", "flags", "constraints"):
        yield from _fields(outline.root.children(field), "each")
    yield from _fields(outline.root.children("feeds"), "into")
    yield from _fields(outline.root.children("reviews"), "table")
    for answer in outline.answers():
        if answer.text("kind") == "reference" and answer.text("questionnaire") is None:
            yield from _fields([answer], "table")


def _tables(outline: Outline) -> list[str]:
    return [
        key
        for item in outline.items()
        if item.child("answer").text("kind") == "table" and (key := item.text("key"))
    ]


def _unknown(what: str, named: Named, known: list[str]) -> Iterator[Finding]:
    for path, name in named:
        if name not in known:
            da, en = meant(name, known)
            yield problem(
                f"unknown-{what}",
                path,
                both(
                    f"Der er {WORDS[what].get('da')} med navnet »{name}«.{da}",
                    f"There is {WORDS[what].get('en')} called {name!r}.{en}",
                ),
            )

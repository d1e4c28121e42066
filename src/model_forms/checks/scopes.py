"""Scores, matrices, flags and constraints that reach into rows not their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from model_forms.checks.outline import Node, Outline, objects
from model_forms.finding import Finding
from model_forms.json_schema import problem
from model_forms.text import both

Scope = str | None
"""The table whose rows something belongs to; None is the response itself."""


def mixed_scopes(outline: Outline) -> Iterator[Finding]:
    """Yield each item and score that is used outside the rows it belongs to."""
    items = dict(_item_scopes(outline))
    scores = {each.text("id"): each.text("each") for each in outline.scores()}
    for score in outline.scores():
        yield from _mixed(score, score.text("each"), items, scores)
    for field in ("matrices", "flags", "constraints"):
        for node in outline.root.children(field):
            yield from _mixed(node, node.text("each"), items, scores)


def _item_scopes(outline: Outline) -> Iterator[tuple[str, Scope]]:
    for item in outline.top_items():
        yield from _scopes(item, None)
    for _, key in outline.extra_keys():
        yield key, None


def _scopes(item: Node, scope: Scope) -> Iterator[tuple[str, Scope]]:
    key = item.text("key")
    if key is not None:
        yield key, scope
        for column in item.child("answer").children("columns"):
            yield from _scopes(column, key)


def _mixed(
    node: Node,
    scope: Scope,
    items: Mapping[str, Scope],
    scores: Mapping[str | None, Scope],
) -> Iterator[Finding]:
    for path, name in _used(node):
        known = items if name in items else scores
        if name in known and known[name] != scope:
            yield _finding(path, name, known[name], scope)


def _used(node: Node) -> Iterator[tuple[str, str]]:
    """Yield path and name of the items and scores that *node* uses."""
    for each in objects(node):
        for field in ("item", "score"):
            name = each.text(field)
            if name is not None:
                yield f"{each.path}.{field}", name
        for field in ("of", "items"):
            yield from each.names(field)
    for subject in node.children("subjects"):
        for axis, name in subject.child("scores").data.items():
            if isinstance(name, str):
                yield f"{subject.path}.scores.{axis}", name


def _finding(path: str, name: str, has: Scope, wanted: Scope) -> Finding:
    da = "hører til hele besvarelsen" if has is None else f"hører til rækker i »{has}«"
    en = "belongs to the response" if has is None else f"belongs to rows of {has!r}"
    where_da = "hele besvarelsen" if wanted is None else f"rækker i »{wanted}«"
    where_en = "the response" if wanted is None else f"rows of {wanted!r}"
    return problem(
        "mixed-scope",
        path,
        both(
            f"»{name}« {da} og kan ikke bruges for {where_da}.",
            f"{name!r} {en} and cannot be used for {where_en}.",
        ),
    )

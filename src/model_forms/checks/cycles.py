"""Scores and conditions that end up depending on themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from model_forms.checks.outline import Node, Outline, objects
from model_forms.finding import Finding
from model_forms.json_schema import problem
from model_forms.text import both


def score_cycles(outline: Outline) -> Iterator[Finding]:
    """Yield a finding when scores are made of each other in a ring."""
    needs: dict[str, list[str]] = {}
    paths: dict[str, str] = {}
    for score in outline.scores():
        name = score.text("id") or ""
        paths[name] = f"{score.path}.rule"
        needs[name] = list(_scores_of(score.child("rule")))
    yield from _ring(needs, paths, "score-cycle")


def _scores_of(rule: Node) -> Iterator[str]:
    """Yield the other scores that a rule reads."""
    if rule.text("kind") == "combine":
        yield from (name for _, name in rule.names("of"))
    for node in objects(rule):
        name = node.text("score")
        if name is not None:
            yield name


def condition_cycles(outline: Outline) -> Iterator[Finding]:
    """Yield a finding when items are visible only because of each other."""
    needs: dict[str, list[str]] = {}
    paths: dict[str, str] = {}
    for item in outline.items():
        name = item.text("key") or ""
        paths[name] = f"{item.path}.visible_when"
        needs[name] = _named(item.child("visible_when"))
    yield from _ring(needs, paths, "condition-cycle")


def _named(condition: Node) -> list[str]:
    return [
        name for node in objects(condition) if (name := node.text("item")) is not None
    ]


def _ring(
    needs: Mapping[str, list[str]], paths: Mapping[str, str], code: str
) -> Iterator[Finding]:
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        ring = list(reversed(error.args[1]))
        listed = " → ".join(ring)
        yield problem(
            code,
            next((paths[name] for name in ring if name in paths), "$"),
            both(f"Det går i ring: {listed}.", f"This goes in a ring: {listed}."),
        )

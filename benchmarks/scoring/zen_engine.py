"""The rules as compiled expressions of zen-engine."""

from __future__ import annotations

from typing import Any

import zen

from benchmarks.scoring.peer import Plain, Result
from benchmarks.scoring.rules import Term, bands, values
from benchmarks.scoring.twelve import HIGHEST


class Zen:
    """How zen's expression language says it; what is not answered is null."""

    def picked(self, name: str, terms: list[Term]) -> str:
        listed = ", ".join(_term(each, "null") for each in terms)
        return f"{name}(filter([{listed}], # != null))"

    def weighted(self, terms: list[Term]) -> str:
        return _sum(f"{each.weight} * {_term(each, '0')}" for each in terms)

    def present(self, weights: dict[str, float]) -> str:
        return _sum(f"({key} == null ? 0 : {each})" for key, each in weights.items())

    def moved(self, value: str, slope: float, shift: float) -> str:
        return f"({slope} * {value} + {shift})"

    def divided(self, above: str, below: str) -> str:
        return f"({above} / {below})"

    def combined(self, constant: float, scores: dict[str, float]) -> str:
        parts = (f"{each} * {score}" for score, each in scores.items())
        return f"({constant} + {_sum(parts)})"

    def banded(self, score: str, bands: list[tuple[float, str]], first: str) -> str:
        chosen = f"'{first}'"
        for limit, code in bands:
            chosen = f"({score} >= {limit} ? '{code}' : {chosen})"
        return chosen


def _term(term: Term, absent: str) -> str:
    if (term.slope, term.shift) != (1, 0):
        told = f"{term.slope} * {term.key} + {term.shift}"
        return f"({term.key} == null ? {absent} : {told})"
    return term.key if absent == "null" else f"({term.key} ?? {absent})"


def _sum(parts: Any) -> str:
    return f"({' + '.join(parts)})"


class OneByOne:
    """One compiled expression for each score, and one for each band."""

    def __init__(self, document: dict[str, Any]) -> None:
        over_items, over_scores = values(document, HIGHEST, Zen())
        self.over_items = _compiled(over_items)
        self.over_scores = _compiled(over_scores)
        self.bands = _compiled(bands(document, Zen()))

    def score(self, plain: Plain) -> Result:
        """Return the value and the band of every score."""
        found = {id: each.evaluate(plain) for id, each in self.over_items.items()}
        for id, each in self.over_scores.items():
            found[id] = each.evaluate(found)
        words = {id: each.evaluate(found) for id, each in self.bands.items()}
        return {id: (found[id], words[id]) for id in found}


def _compiled(expressions: dict[str, str]) -> dict[str, Any]:
    return {id: zen.compile_expression(each) for id, each in expressions.items()}


class AllAtOnce:
    """
    As few expressions as possible: a context is read once for each.

    The scores over items are one object; each score over scores is one, since it
    needs those before it; and the bands are one.
    """

    def __init__(self, document: dict[str, Any]) -> None:
        over_items, over_scores = values(document, HIGHEST, Zen())
        self.over_items = _object(over_items)
        self.over_scores = _compiled(over_scores)
        self.bands = _object(bands(document, Zen()))

    def score(self, plain: Plain) -> Result:
        """Return the value and the band of every score."""
        found = self.over_items.evaluate(plain)
        for id, each in self.over_scores.items():
            found[id] = each.evaluate(found)
        words = self.bands.evaluate(found)
        return {id: (value, words[id]) for id, value in found.items()}


def _object(expressions: dict[str, str]) -> Any:
    told = ", ".join(f"{id}: {each}" for id, each in expressions.items())
    return zen.compile_expression(f"{{{told}}}")

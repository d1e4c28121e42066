"""The rules in JSON Logic, worked out by json-logic-qubit."""

from __future__ import annotations

from typing import Any

from json_logic import jsonLogic

from benchmarks.scoring.peer import Plain, Result
from benchmarks.scoring.rules import Term, bands, values
from benchmarks.scoring.twelve import HIGHEST

Logic = Any
PICKED = {"sum": "+", "min": "min", "max": "max"}


class Straight:
    """Straight lines: absent answers by the default of ``var``; zeros are kept."""

    def picked(self, name: str, terms: list[Term]) -> Logic:
        if name != "avg":
            worst = {"sum": 0, "min": terms[0].highest, "max": 0}[name]
            return {PICKED[name]: [_term(each, worst) for each in terms]}
        keys = [each.key for each in terms]
        total = {"+": [_term(each, 0) for each in terms]}
        return {"/": [total, {"-": [len(keys), _count({"missing": keys})]}]}

    def weighted(self, terms: list[Term]) -> Logic:
        return {"+": [{"*": [each.weight, _term(each, 0)]} for each in terms]}

    def present(self, weights: dict[str, float]) -> Logic:
        return {"+": [_if_there(key, each, 0) for key, each in weights.items()]}

    def moved(self, value: Logic, slope: float, shift: float) -> Logic:
        return {"+": [{"*": [slope, value]}, shift]}

    def divided(self, above: Logic, below: Logic) -> Logic:
        return {"/": [above, below]}

    def combined(self, constant: float, scores: dict[str, float]) -> Logic:
        parts = [{"*": [each, {"var": score}]} for score, each in scores.items()]
        return {"+": [constant, *parts]}

    def banded(self, score: str, bands: list[tuple[float, str]], first: str) -> Logic:
        tests: list[Logic] = []
        for limit, code in reversed(bands):
            tests += [{">=": [{"var": score}, limit]}, code]
        return {"if": [*tests, first]}


class Filtered(Straight):
    """As JSON Logic is usually written, by filter and reduce; zeros are lost."""

    def picked(self, name: str, terms: list[Term]) -> Logic:
        listed = [_term(each, None) for each in terms]
        kept = {"filter": [listed, {"var": ""}]}
        pair = [{"var": "current"}, {"var": "accumulator"}]
        if name == "avg":
            return {"/": [{"reduce": [kept, {"+": pair}, 0]}, _count(kept)]}
        start = terms[0].highest if name == "min" else 0
        return {"reduce": [kept, {PICKED[name]: pair}, start]}


def _term(term: Term, absent: float | None) -> Logic:
    if (term.slope, term.shift) == (1, 0):
        return {"var": [term.key, absent]}
    told = {"+": [{"*": [term.slope, {"var": term.key}]}, term.shift]}
    return _if_there(term.key, told, absent)


def _if_there(key: str, value: Logic, absent: float | None) -> Logic:
    return {"if": [{"missing": [key]}, absent, value]}


def _count(listed: Logic) -> Logic:
    return {"reduce": [listed, {"+": [1, {"var": "accumulator"}]}, 0]}


class JsonLogic:
    """All scores in one call, then the scores of scores, then all bands."""

    def __init__(self, document: dict[str, Any], language: Straight) -> None:
        self.over_items, self.over_scores = values(document, HIGHEST, language)
        self.bands = bands(document, language)

    def score(self, plain: Plain) -> Result:
        """Return the value and the band of every score."""
        logic = list(self.over_items.values())
        found = dict(zip(self.over_items, jsonLogic(logic, plain), strict=True))
        for id, each in self.over_scores.items():
            found[id] = jsonLogic(each, found)
        words = jsonLogic(list(self.bands.values()), found)
        return {
            id: (found[id], word) for id, word in zip(self.bands, words, strict=True)
        }

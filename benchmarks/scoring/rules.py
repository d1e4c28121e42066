"""The rules of a document in words that any expression language has."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol, TypeVar

Made = TypeVar("Made")


class Term(NamedTuple):
    """An item's part of a rule: *slope* × answer + *shift*, nothing if unanswered."""

    key: str
    highest: float
    slope: float = 1
    shift: float = 0
    weight: float = 1


class Language(Protocol[Made]):
    """What an expression language must be able to say."""

    def picked(self, name: str, terms: list[Term]) -> Made:
        """Return the *avg*, *sum*, *min* or *max* of the terms that are answered."""
        ...

    def weighted(self, terms: list[Term]) -> Made:
        """Return the sum of weight × term over the answered ones."""
        ...

    def present(self, weights: dict[str, float]) -> Made:
        """Return the sum of the weights of the items that are answered."""
        ...

    def moved(self, value: Made, slope: float, shift: float) -> Made:
        """Return *slope* × *value* + *shift*."""
        ...

    def divided(self, above: Made, below: Made) -> Made:
        """Return *above* / *below*."""
        ...

    def combined(self, constant: float, scores: dict[str, float]) -> Made:
        """Return *constant* + the sum of weight × score."""
        ...

    def banded(self, score: str, bands: list[tuple[float, str]], first: str) -> Made:
        """Return the code of the last band whose limit the score reaches."""
        ...


def values(
    document: dict[str, Any], highest: dict[str, int], language: Language[Made]
) -> tuple[dict[str, Made], dict[str, Made]]:
    """Return each score's value in *language*: those over items, those over scores."""
    over_items, over_scores = {}, {}
    for score in document["scores"]:
        rule = score["rule"]
        if rule["kind"] == "linear":
            weights = {each["score"]: each["weight"] for each in rule["terms"]}
            made = language.combined(rule["constant"], weights)
            over_scores[score["id"]] = made
        else:
            over_items[score["id"]] = _over_items(rule, highest, language)
    return over_items, over_scores


def bands(document: dict[str, Any], language: Language[Made]) -> dict[str, Made]:
    """Return each score's band in *language*."""
    sets = {each["id"]: each["bands"] for each in document["bands"]}
    found = {}
    for score in document["scores"]:
        first, *others = sets[score["bands"]]
        limits = [(each["at_least"], each["code"]) for each in others]
        found[score["id"]] = language.banded(score["id"], limits, first["code"])
    return found


def _over_items(
    rule: dict[str, Any], highest: dict[str, int], language: Language[Made]
) -> Made:
    weights, turned = rule.get("weights", {}), rule.get("reverse", ())
    terms = [
        Term(
            key=key,
            highest=highest[key],
            slope=-1 if key in turned else 1,
            shift=highest[key] if key in turned else 0,
            weight=weights.get(key, 1),
        )
        for key in rule["of"]
    ]
    if rule["kind"] == "extreme":
        return language.picked("min" if rule["pick"] == "lowest" else "max", terms)
    if rule["kind"] == "total":
        return language.weighted(terms) if weights else language.picked("sum", terms)
    return _share(terms, language, weighted=bool(weights))


def _share(terms: list[Term], language: Language[Made], *, weighted: bool) -> Made:
    """Return a mean moved to 0-100, or a per cent of the highest: here the same."""
    if len({each.highest for each in terms}) > 1:
        return language.picked("avg", [_to_hundred(each) for each in terms])
    slope = 100 / terms[0].highest
    if not weighted:
        return language.moved(language.picked("avg", terms), slope, 0)
    weights = {each.key: each.weight for each in terms}
    above, below = language.weighted(terms), language.present(weights)
    return language.moved(language.divided(above, below), slope, 0)


def _to_hundred(term: Term) -> Term:
    times = 100 / term.highest
    return term._replace(slope=term.slope * times, shift=term.shift * times)

"""A pack's document of figures: what is wrong with it, and the values it gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from model_forms.checks.wording import wrong_languages
from model_forms.figures.values import Indicator
from model_forms.finding import Finding
from model_forms.json_schema import meant, problem, shape_findings
from model_forms.numbers import exact
from model_forms.questionnaire import Choice, Item, Number, PointStep, Questionnaire
from model_forms.text import Text, both

FIGURES_FORMAT = "model-forms/figures/1"
LIMITS = ("above", "at_least", "below", "at_most")


def figures_findings(
    document: object, questionnaire: Questionnaire
) -> tuple[Finding, ...]:
    """
    Return everything wrong with a document of figures for *questionnaire*.

    What makes sense is looked at only once the shape is right.
    """
    shape = shape_findings(document, "figures")
    if shape or not isinstance(document, dict):
        return shape
    found = list(_whose(document, questionnaire))
    first: dict[str, str] = {}
    for place, node in enumerate(document["indicators"]):
        path = f"$.indicators[{place}]"
        found += _repeated(node, path, first)
        found += _indicator(node, path, questionnaire)
        for name in ("title", "from"):
            wanted = document["languages"]
            found += wrong_languages(f"{path}.{name}", node[name], wanted)
    return tuple(found)


def _whose(
    document: Mapping[str, Any], questionnaire: Questionnaire
) -> Iterator[Finding]:
    seen = document["questionnaire"]
    if seen != questionnaire.id:
        yield problem(
            "unknown-questionnaire",
            "$.questionnaire",
            both(
                f"Tallene hører til »{seen}«, ikke til »{questionnaire.id}«.",
                f"The figures belong to {seen!r}, not to {questionnaire.id!r}.",
            ),
        )


def _repeated(
    node: Mapping[str, Any], path: str, first: dict[str, str]
) -> Iterator[Finding]:
    for field in ("key", "item"):
        name = f"{field} {node[field]}"
        if name in first:
            yield problem(
                "duplicate-key",
                f"{path}.{field}",
                both(
                    f"»{node[field]}« findes allerede ({first[name]}).",
                    f"{node[field]!r} exists already ({first[name]}).",
                ),
            )
        first.setdefault(name, f"{path}.{field}")


def _indicator(
    node: Mapping[str, Any], path: str, questionnaire: Questionnaire
) -> Iterator[Finding]:
    item = questionnaire.items.get(node["item"])
    if item is None:
        da, en = meant(node["item"], questionnaire.items)
        yield problem(
            "unknown-item",
            f"{path}.item",
            both(
                f"Skemaet har intet spørgsmål »{node['item']}«.{da}",
                f"The questionnaire has no item {node['item']!r}.{en}",
            ),
        )
    elif isinstance(item.answer, Choice):
        yield from _steps(node, path, item, questionnaire)
    else:
        yield from _number(node, path, item)
    if node["low"] > node["high"]:
        text = both("low er større end high.", "low is above high.")
        yield problem("impossible-range", f"{path}.low", text)
    known = {source.id for source in questionnaire.sources}
    for spot, source in enumerate(node.get("sources", ())):
        if source not in known:
            yield problem(
                "unknown-source",
                f"{path}.sources[{spot}]",
                both(
                    f"Skemaet har ingen kilde »{source}«.",
                    f"The questionnaire has no source {source!r}.",
                ),
            )


def _steps(
    node: Mapping[str, Any], path: str, item: Item, questionnaire: Questionnaire
) -> Iterator[Finding]:
    assert isinstance(item.answer, Choice)  # noqa: S101  the caller looked
    steps = node.get("steps", ())
    scale = questionnaire.scale[item.answer.scale]
    if not steps or any(limit in steps[-1] for limit in LIMITS):
        yield problem(
            "open-steps",
            f"{path}.steps",
            both(
                "Spørgsmålet har en skala. Skriv trin, og lad det sidste være uden "
                "grænser.",
                "The item has a scale. Give steps, and let the last have no limits.",
            ),
        )
    for spot, step in enumerate(steps):
        if scale.option(step["value"]) is None:
            yield problem(
                "not-an-option",
                f"{path}.steps[{spot}].value",
                both(
                    f"»{step['value']}« er ikke en svarmulighed ved {item.code}.",
                    f"{step['value']} is not an option for {item.code}.",
                ),
            )


def _number(node: Mapping[str, Any], path: str, item: Item) -> Iterator[Finding]:
    kind = item.answer
    if not isinstance(kind, Number) or "steps" in node:
        yield problem(
            "not-a-number",
            f"{path}.item",
            both(
                f"{item.code} spørger ikke om et tal; kun et spørgsmål med en skala "
                "kan have trin.",
                f"{item.code} does not ask for a number; only an item with a scale has "
                "steps.",
            ),
        )
        return
    low, high = exact(node["low"]), exact(node["high"])
    below = kind.minimum is not None and low < kind.minimum
    if below or (kind.maximum is not None and high > kind.maximum):
        yield problem(
            "impossible-range",
            path,
            both(
                f"low og high går ud over det, {item.code} tillader.",
                f"low and high go beyond what {item.code} allows.",
            ),
        )


def indicators_from(document: Mapping[str, Any]) -> tuple[Indicator, ...]:
    """Return the indicators that a checked *document* describes."""
    return tuple(_from(each) for each in document["indicators"])


def _from(node: Mapping[str, Any]) -> Indicator:
    least = node.get("advised_from")
    return Indicator(
        key=node["key"],
        item=node["item"],
        kind=node["kind"],
        unit=node["unit"],
        low=exact(node["low"]),
        high=exact(node["high"]),
        title=Text(node["title"]),
        found_in=Text(node["from"]),
        sources=tuple(node.get("sources", ())),
        advised_from=None if least is None else exact(least),
        steps=tuple(
            PointStep(points=Fraction(each["value"]), **_limits(each))
            for each in node.get("steps", ())
        ),
    )


def _limits(step: Mapping[str, Any]) -> dict[str, Fraction]:
    return {each: exact(step[each]) for each in LIMITS if each in step}

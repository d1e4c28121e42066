"""
Questionnaires by chance, with every kind of rule.

Limits of bands, tables, decisions and gates are put where scores of some first
answers lie, so that they are met exactly again and again.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from attrs import define, field

from builders import document, item, scale, text
from equality.answering import answers
from equality.case import Case
from model_forms.checks.ranges import Ranges
from model_forms.codec import questionnaire_from
from model_forms.questionnaire import Questionnaire
from model_forms.rules.reach import Unbounded

KEYS = ("a", "b", "c", "d", "e", "f")
ROLES = ("club", "police", "school")
_WORTHS = (-3, -1, 0, 0.1, 0.25, 0.3, 0.5, 1, 1.5, 2, 3, 4, 7, 10)
_WEIGHTS = (0.1, 0.5, 1.25, 2, 3, 7)
_SCALES = ("extent", "odd", "mixed", "likert")


@define
class Drawn:
    """A questionnaire that grows by one score at a time."""

    random: Random
    raw: dict[str, Any]
    kinds: list[str] = field(factory=list)
    firsts: list[Case] = field(factory=list)

    def questionnaire(self) -> Questionnaire:
        """Return what has been drawn so far."""
        return questionnaire_from(self.raw)

    @property
    def ids(self) -> list[str]:
        """The scores so far."""
        return [each["id"] for each in self.raw["scores"]]

    def seen(self, id: str) -> list[float]:
        """Return numbers at and between which the first answers have a score."""
        questionnaire = self.questionnaire()
        found = set()
        for each in self.firsts:
            again = Case(
                name="", questionnaire=questionnaire, sets=each.sets, panel=each.panel
            )
            if (value := again.found[id].value) is not None:
                found.add(float(round(value, 4)))
        return sorted(found) or [0.0]

    def limits(self, id: str, most: int) -> list[float]:
        """Return rising limits for a score, some of which its values meet."""
        seen = self.seen(id)
        return sorted({self.random.choice(seen) for _ in range(most)})


def drawn(random: Random) -> Questionnaire:
    """Return a questionnaire by chance, with five to nine scores."""
    raw = document(_items(random), scales=_scales(random), scores=[], bands=[])
    raw["sufficiency"] = [_sufficiency(random)]
    raw["panel"] = {"knowledge_gap": random.choice([0.5, 0.7, 0.75])}
    found = Drawn(random, raw)
    bare = found.questionnaire()
    for number in range(4):
        found.firsts.append(case(bare, random, f"first {number}", panel=number == 0))
    for number in range(random.randint(5, 9)):
        _add(found, f"s{number}")
    _add_matrix(found)
    return found.questionnaire()


def case(
    questionnaire: Questionnaire, random: Random, name: str, *, panel: bool
) -> Case:
    """Return answers by chance: of one respondent, or of up to five."""
    keys = tuple(questionnaire.items)
    count = random.choice([1, 2, 3, 5]) if panel else 1
    roles = sorted(random.choice(ROLES) for _ in range(count))
    return Case(
        name=name,
        questionnaire=questionnaire,
        sets=tuple((role, answers(questionnaire, keys, random)) for role in roles),
        panel=panel,
        language=random.choice(["da", "en"]),
    )


def _items(random: Random) -> list[dict[str, Any]]:
    steps = [
        {"points": 2, "above": 3}, {"points": 1, "at_least": 1}, {"points": 0.5}
    ]  # fmt: skip
    number = {"kind": "number", "minimum": -3, "maximum": 7, "decimals": 1}
    kinds: list[Any] = [
        *(random.choice(_SCALES) for _ in range(3)), number,
        {**number, "steps": steps}, random.choice(_SCALES), {"kind": "text"},
    ]  # fmt: skip
    return [
        item(key, f"A-{place}", kind)
        for place, (key, kind) in enumerate(
            zip((*KEYS, "words"), kinds, strict=True), start=1
        )
    ]


def _scales(random: Random) -> list[dict[str, Any]]:
    odd, mixed = scale("odd", range(4)), scale("mixed", [1, 2, "other", "sixth"])
    for option, worth in zip(odd["options"], random.sample(_WORTHS, 4), strict=True):
        option["points"] = worth
    mixed["options"][3]["points"] = random.choice([0, 2.5])
    return [odd, mixed, scale("extent", range(5)), scale("likert", range(1, 6))]


def _sufficiency(random: Random) -> dict[str, Any]:
    return {
        "id": "enough",
        "items": random.choice([1, 2]),
        "share": random.choice([0, 0.5, 0.6]),
        "roles": random.choice([0, 1, 2]),
        "respondents": random.choice([0, 1, 2]),
    }


def _add(found: Drawn, id: str) -> None:
    """Add a score, unless its rule has no bounds with these items."""
    random = found.random
    makers = [*_OVER_ITEMS, *(_OVER_SCORES if found.ids else ())]
    kind = random.choice(makers)
    rule = {"kind": kind, **_MAKERS[kind](found)}
    score = {
        "id": id,
        "title": text(id),
        "rule": rule,
        "decimals": random.randint(0, 3),
    }
    if random.random() < 0.3:
        score["sufficiency"] = "enough"
    found.raw["scores"].append(score)
    questionnaire = found.questionnaire()
    try:
        questionnaire.score[id].rule.reach(Ranges(questionnaire))
    except Unbounded:
        found.raw["scores"].pop()
        return
    found.kinds.append(kind)
    if kind != "decision" and random.random() < 0.8:
        _add_bands(found, score)


def _add_bands(found: Drawn, score: dict[str, Any]) -> None:
    random, id = found.random, score["id"]
    bands = [{"code": "low", "label": text(f'lavt "{id}"')}]
    for number, limit in enumerate(found.limits(id, 3)):
        starts = random.choice(["at_least", "above"])
        label = text(f"trin {number} {id}")
        bands.append({"code": f"n{number}", "label": label, starts: limit})
    found.raw["bands"].append({"id": f"bands_{id}", "bands": bands})
    score["bands"] = f"bands_{id}"
    if random.random() < 0.4:
        score["caps"] = [
            {
                "items": random.sample(KEYS, random.randint(1, 2)),
                "below": random.choice([0.5, 1, 2, 2.5]),
                "band": random.choice(bands)["code"],
            }
            for _ in range(random.randint(1, 2))
        ]


def _missing(random: Random) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key in ("dont_know", "blank"):
        if random.random() < 0.5:
            found[key] = random.choice(["skip", "withhold", "count"])
    if "count" in found.values():
        found["count_as"] = random.choice([0, -1, 1.5, 3])
    if random.random() < 0.3:
        found["prorate"] = random.choice([0, 1, 2, 4])
    if random.random() < 0.3:
        found["least"] = random.choice([0.3, 0.5, 0.75, 1])
    return found


def _over_items(found: Drawn) -> dict[str, Any]:
    random = found.random
    of = random.sample(KEYS, random.randint(1, len(KEYS)))
    rule: dict[str, Any] = {"of": of, "missing": _missing(random)}
    if random.random() < 0.4:
        rule["reverse"] = random.sample(of, random.randint(1, len(of)))
    if random.random() < 0.4:
        rule["rescale"] = random.choice([[0, 100], [0, 1], [100, 0], [-1, 2.5], [1, 7]])
    return rule


def _weighed(found: Drawn) -> dict[str, Any]:
    rule, random = _over_items(found), found.random
    if random.random() < 0.5:
        chosen = random.sample(rule["of"], random.randint(1, len(rule["of"])))
        rule["weights"] = {key: random.choice(_WEIGHTS) for key in chosen}
    return rule


def _extreme(found: Drawn) -> dict[str, Any]:
    pick = found.random.choice(["lowest", "highest"])
    return {**_over_items(found), "pick": pick}


def _some(found: Drawn) -> list[str]:
    return found.random.sample(
        found.ids, found.random.randint(1, min(4, len(found.ids)))
    )


def _linear(found: Drawn) -> dict[str, Any]:
    random = found.random
    terms = [
        {"score": id, "weight": random.choice([1, -1, 0.5, -2.5, 0.1])}
        for id in _some(found)
    ]
    return {"terms": terms, "constant": random.choice([0, 100, -0.5])}


def _combine(found: Drawn) -> dict[str, Any]:
    by = found.random.choice(["mean", "sum", "median", "lowest", "highest"])
    missing = found.random.choice(["withhold", "skip"])
    return {"of": _some(found), "by": by, "missing": missing}


def _lookup(found: Drawn) -> dict[str, Any]:
    id, signs = (
        found.random.choice(found.ids),
        ["above", "at_least", "below", "at_most"],
    )
    steps: list[dict[str, Any]] = [
        {"points": found.random.choice(_WORTHS), found.random.choice(signs): limit}
        for limit in found.limits(id, 3)
    ]
    return {"score": id, "steps": [*steps, {"points": found.random.choice(_WORTHS)}]}


def _rounded(found: Drawn) -> dict[str, Any]:
    return {
        "score": found.random.choice(found.ids),
        "decimals": found.random.randint(0, 2),
    }


def _decision(found: Drawn) -> dict[str, Any]:
    signs = ["above", "at_least", "below", "at_most"]
    cases: list[dict[str, Any]] = [
        {
            "code": f"case_{number}",
            "when": [
                {"score": id, found.random.choice(signs): found.limits(id, 1)[0]}
                for id in _some(found)[:2]
            ],
        }
        for number in range(found.random.randint(1, 3))
    ]
    if found.random.random() < 0.6:
        cases.append({"code": "rest"})
    return {"cases": cases}


def _count(found: Drawn) -> dict[str, Any]:
    random = found.random
    asked: list[Callable[[], dict[str, Any]]] = [
        lambda: {"item": random.choice(KEYS), "at_least": random.choice([0, 1, 2.5])},
        lambda: {"item": random.choice(KEYS), "at_least": 1, "at_most": 2},
        lambda: {"item": random.choice(KEYS), "equals": random.choice([1, 2, "other"])},
        lambda: {"item": random.choice(KEYS), "one_of": [1, 3, "sixth"]},
        lambda: {
            "item": random.choice([*KEYS, "words"]),
            "answered": random.choice([True, False]),
        },
    ]
    one = [random.choice(asked)() for _ in range(random.randint(1, 4))]
    whole = [*one, {"not": one[0]}, {"any": one}, {"all": one[:2]}]
    where = random.sample(whole, random.randint(1, len(whole)))
    return {"where": where, "share": random.choice([True, False])}


def _add_matrix(found: Drawn) -> None:
    ids = [
        each["id"] for each in found.raw["scores"] if each["rule"]["kind"] != "decision"
    ]
    if not ids:
        return
    x, y = (found.random.choice(ids) for _ in range(2))
    limits = {"x": found.limits(x, 1)[0], "y": found.limits(y, 1)[0]}
    sides = [(one, two) for one in ("low", "high") for two in ("low", "high")]
    cells = [
        {"code": f"{one}_{two}", "label": text(f"{one} {two}"),
         "sides": {"x": one, "y": two}}
        for one, two in found.random.sample(sides, 3)
    ]  # fmt: skip
    found.raw["matrices"] = [
        {
            "id": "matrix", "title": text("Matrix"), "limits": limits,
            "subjects": [
                {"key": "both", "scores": {"x": x, "y": y}},
                {"key": "one", "scores": {"x": x}},
            ],
            "cells": [
                *cells, {"code": "up", "label": text("up"), "sides": {"x": "high"}}
            ],
            "otherwise": {"code": "none", "label": text("kan ikke placeres")},
        }
    ]  # fmt: skip


_MAKERS: dict[str, Callable[[Drawn], dict[str, Any]]] = {
    "mean": _weighed,
    "total": _weighed,
    "percent": _weighed,
    "median": _over_items,
    "extreme": _extreme,
    "count": _count,
    "linear": _linear,
    "combine": _combine,
    "lookup": _lookup,
    "rounded": _rounded,
    "decision": _decision,
}
_OVER_ITEMS = ("mean", "total", "percent", "median", "extreme", "count")
_OVER_SCORES = ("linear", "combine", "lookup", "rounded", "decision", "total")

"""Twelve rules over sixty items, as a questionnaire's own document."""

from __future__ import annotations

from typing import Any

CHOICES = tuple(f"c{number:02}" for number in range(1, 41))
NUMBERS = tuple(f"n{number:02}" for number in range(1, 21))
ITEMS = CHOICES + NUMBERS
HIGHEST = {**dict.fromkeys(CHOICES, 4), **dict.fromkeys(NUMBERS, 10)}
"""Every item goes from 0 to its highest points."""

TITLES = {"da": "Måling", "en": "Measurement"}


def document() -> dict[str, Any]:
    """Return the questionnaire's JSON document: six sections of ten items."""
    cut = [ITEMS[start : start + 10] for start in range(0, len(ITEMS), 10)]
    return {
        "format": "model-forms/questionnaire/1",
        "id": "twelve_rules",
        "version": "1.0.0",
        "status": "draft",
        "languages": ["da", "en"],
        "title": TITLES,
        "sheet": TITLES,
        "purpose": TITLES,
        "missing": {
            "dont_know": {"da": "Ved ikke", "en": "Don't know"},
            "not_applicable": {"da": "Ikke relevant", "en": "Not relevant"},
        },
        "scales": [_scale()],
        "sections": [
            {
                "key": f"s{number}",
                "code": f"S{number}",
                "title": _text(f"Del {number}"),
                "items": [_item(key) for key in keys],
            }
            for number, keys in enumerate(cut, 1)
        ],
        "scores": [_score(id, *each) for id, each in _rules(cut).items()],
        "bands": [_bands(id, limits) for id, limits in LIMITS.items()],
    }


LIMITS = {
    "quarters": (25, 50, 75),
    "sums": (15, 25),
    "weighted_sums": (30, 45, 60),
    "ends": (1, 3),
}


def _rules(cut: list[tuple[str, ...]]) -> dict[str, tuple[dict[str, Any], str]]:
    """Return the rule and the bands of each score: nine over items, three over them."""
    first, second, third, fourth, fifth, sixth = cut
    weights = {key: (0.5, 1, 2)[place % 3] for place, key in enumerate(third)}
    steps = {key: (1, 2)[place % 2] for place, key in enumerate(sixth)}
    share = {"rescale": [0, 100]}
    mean = {"kind": "mean", **share}
    total = {"kind": "total", "missing": {"dont_know": "skip", "blank": "skip"}}
    turned = {"of": second, "reverse": second[::3]}
    return {
        "mean": ({**mean, "of": first}, "quarters"),
        "turned": ({**mean, **turned}, "quarters"),
        "weighted": ({**mean, "of": third, "weights": weights}, "quarters"),
        "sum": ({**total, "of": fourth}, "sums"),
        "weighted_sum": (
            {**total, "of": second + third, "weights": weights, "reverse": second[::3]},
            "weighted_sums",
        ),
        "lowest": ({"kind": "extreme", "of": first, "pick": "lowest"}, "ends"),
        "highest": ({"kind": "extreme", "of": fifth, "pick": "highest"}, "ends"),
        "percent": ({"kind": "percent", "of": fifth}, "quarters"),
        "weighted_percent": (
            {"kind": "percent", "of": sixth, "weights": steps, "reverse": sixth[1::4]},
            "quarters",
        ),
        "whole": ({**mean, "of": ITEMS}, "quarters"),
        "composite": (
            _linear({"mean": 0.5, "turned": 0.3, "weighted": 0.2}),
            "quarters",
        ),
        "balance": (_linear({"percent": -0.5, "composite": 0.5}, 50), "quarters"),
    }


def _linear(weights: dict[str, float], constant: float = 0) -> dict[str, Any]:
    terms = [{"score": id, "weight": weight} for id, weight in weights.items()]
    return {"kind": "linear", "constant": constant, "terms": terms}


def _score(id: str, rule: dict[str, Any], bands: str) -> dict[str, Any]:
    return {"id": id, "title": _text(id), "rule": _listed(rule), "bands": bands}


def _listed(rule: dict[str, Any]) -> dict[str, Any]:
    return {k: list(v) if isinstance(v, tuple) else v for k, v in rule.items()}


def _scale() -> dict[str, Any]:
    options = [{"value": each, "label": _text(f"Trin {each}")} for each in range(5)]
    return {"id": "steps", "title": TITLES, "options": options}


def _item(key: str) -> dict[str, Any]:
    answer = {"kind": "choice", "scale": "steps"}
    if key in NUMBERS:
        answer = {"kind": "number", "minimum": 0, "maximum": HIGHEST[key]}
    text = _text(f"Spørgsmål {key}")
    return {"key": key, "code": key.upper(), "text": text, "answer": answer}


def _bands(id: str, limits: tuple[int, ...]) -> dict[str, Any]:
    bands: list[dict[str, Any]] = [{"code": "b0", "label": _text("trin 0")}]
    for place, limit in enumerate(limits, 1):
        label = _text(f"trin {place}")
        bands.append({"code": f"b{place}", "label": label, "at_least": limit})
    return {"id": id, "bands": bands}


def _text(words: str) -> dict[str, str]:
    return {"da": words, "en": words}

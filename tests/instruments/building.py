"""
How an instrument's scoring becomes a questionnaire: keys, ranges and rules.

Items are numbered and have no words of their own. They offer no "don't know", since
none of the instruments does: an item is answered or blank.
"""

import json

from model_forms.catalog import load

CODE = "Q"


def keys(*numbers):
    """Return the keys of the items with these numbers."""
    return [f"q{number}" for number in numbers]


def through(first, last):
    """Return the keys of the items from *first* to *last*."""
    return keys(*range(first, last + 1))


def words(danish, english=None):
    """Return words in both languages; a name is the same in both."""
    return {"da": danish, "en": english or danish}


def scale(id, values, points=None):
    """Return a scale of *values*, worth themselves or the *points* stated."""
    options = [{"value": each, "label": words(str(each))} for each in values]
    for option, worth in zip(options, points or (), strict=False):
        option["points"] = worth
    return {
        "id": id,
        "title": words("Skala", "Scale"),
        "options": options,
        "offers": [],
    }


def item(number, scale, key=None, code=None):
    """Return an item that is a choice on *scale*."""
    return {
        "key": key or f"q{number}",
        "code": code or f"{CODE}-{number}",
        "text": words(f"Spørgsmål {number}", f"Item {number}"),
        "answer": {"kind": "choice", "scale": scale},
    }


def score(id, rule, **more):
    """Return a score; its name is its id."""
    return {"id": id, "title": words(id), "rule": rule, **more}


def total(*of, **more):
    """Return the rule of a sum over items."""
    return {"kind": "total", "of": list(of), **more}


def mean(*of, **more):
    """Return the rule of a mean over items."""
    return {"kind": "mean", "of": list(of), **more}


def count_of(limits):
    """Return the rule of how many items are at their own limit or above it."""
    where = [{"item": key, "at_least": limit} for key, limit in limits.items()]
    return {"kind": "count", "where": where}


def combined(by, *of):
    """Return the rule of a sum or a mean over other scores."""
    return {"kind": "combine", "by": by, "of": list(of)}


def bands(id, lowest, *higher):
    """
    Return a set of bands: the code of the lowest, then pairs of limit and code.

    A limit belongs to the band it begins; in ``("above", 50)`` to the one before it.
    """
    found = [{"code": lowest, "label": words(lowest)}]
    for limit, code in higher:
        word, number = limit if isinstance(limit, tuple) else ("at_least", limit)
        found.append({"code": code, "label": words(code), word: number})
    return {"id": id, "bands": found}


def instrument(id, title, sources, **parts):
    """
    Return the scoring of an instrument as a loaded questionnaire.

    It goes in by the door that every definition goes in by, so it has passed the
    same checks. *sources* are titles with year; *parts* are its items, scales, scores
    and bands.
    """
    items = list(parts.pop("items"))
    document = {
        "format": "model-forms/questionnaire/1",
        "id": id,
        "version": "1.0.0",
        "status": "draft",
        "languages": ["da", "en"],
        "title": words(title),
        "sheet": words(title[:25]),
        "purpose": words("Prøve af udregningen", "A test of the scoring"),
        "missing": {
            "dont_know": words("Ved ikke", "Don't know"),
            "not_applicable": words("Ikke relevant", "Not relevant"),
        },
        "sections": [
            {"key": "items", "code": CODE, "title": words(title), "items": items}
        ],
        "sources": [
            {"id": f"S{number:02}", "title": each}
            for number, each in enumerate(sources, start=1)
        ],
        **parts,
    }
    return load(json.dumps(document).encode())


def uniform(id, title, sources, shape, **parts):
    """Return an instrument of so many items on one scale: *shape* is both."""
    count, values = shape
    return instrument(
        id,
        title,
        sources,
        items=[item(number, "answers") for number in range(1, count + 1)],
        scales=[scale("answers", values)],
        **parts,
    )

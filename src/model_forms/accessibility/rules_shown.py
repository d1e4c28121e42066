"""Colours and letters that can be told apart."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from attrs import evolve

from model_forms.accessibility.outline import Outline, Stretch
from model_forms.accessibility.quoted import short
from model_forms.accessibility.rule import Rule, Seen
from model_forms.numbers import exact, words
from model_forms.text import Text, both
from model_forms.theme import contrast

LEAST, LEAST_LARGE = 4.5, 3.0
"""The contrast that words need, and that large ones do."""

LARGE, LARGE_BOLD, SMALL = 18.0, 14.0, 8.0
"""Points from which letters are large, bold ones are; below the last they are small."""


def _pale(outline: Outline) -> Iterator[Seen]:
    for each in _looks(outline):
        seen = contrast(each.ink, each.ground)
        least = LEAST_LARGE if _is_large(each) else LEAST
        if seen < least:
            yield Seen(each.at, _pale_words(each, seen, least))


def _looks(outline: Outline) -> list[Stretch]:
    """Return one stretch for all that look alike to this rule."""
    found: dict[tuple[str, str, bool], Stretch] = {}
    for each in outline.stretches:
        key = each.ink, each.ground, _is_large(each)
        first = found.get(key)
        count = (first.count if first else 0) + each.count
        found[key] = evolve(first or each, count=count)
    return list(found.values())


def _is_large(each: Stretch) -> bool:
    return each.points >= (LARGE_BOLD if each.bold else LARGE)


def _pale_words(each: Stretch, seen: float, least: float) -> Text:
    # Rounded down: what is told as enough must be enough.
    tenths = Fraction(floor(seen * 10), 10), exact(least)
    da_seen, da_least = (words(number, "da") for number in tenths)
    en_seen, en_least = (words(number, "en") for number in tenths)
    colours = f"#{each.ink}", f"#{each.ground}"
    quote, more = short(each.words), each.count - 1
    da = f" og {more} steder til" if more else ""
    en = f" and {more} more places" if more else ""
    return both(
        f"Ordene »{quote}«{da} har kontrasten {da_seen}:1 "
        f"({colours[0]} på {colours[1]}); der skal være {da_least}:1.",
        f"The words {quote!r}{en} have a contrast of {en_seen}:1 ({colours[0]} on "
        f"{colours[1]}); it must be {en_least}:1.",
    )


def _blots(outline: Outline) -> Iterator[Seen]:
    for each in outline.blots:
        yield Seen(
            each.at,
            both(
                f"Cellen har sin egen farve (#{each.colour}) og ingen ord.",
                f"The cell has a colour of its own (#{each.colour}) and no words.",
            ),
        )


def _small(outline: Outline) -> Iterator[Seen]:
    small = [each for each in outline.stretches if each.points < SMALL]
    if small:
        first = min(small, key=lambda each: each.points)
        points = exact(first.points)
        quote = short(first.words)
        yield Seen(
            first.at,
            both(
                f"Ordene »{quote}« er kun {words(points, 'da')} punkt høje.",
                f"The words {quote!r} are only {words(points, 'en')} points high.",
            ),
        )


SHOWN: tuple[Rule, ...] = (
    Rule(
        code="contrast-low",
        severity="error",
        clauses=("10.1.4.3",),
        title=both("For lav kontrast", "Too little contrast"),
        why=both(
            "Den, der ser svagt, eller læser på en skærm i sol, kan ikke læse det.",
            "Who sees poorly, or reads on a screen in the sun, cannot read it.",
        ),
        mend={
            "document": both(
                "Vælg en mørkere skriftfarve eller en lysere baggrund, helst i "
                "typografien.",
                "Choose a darker letter colour or a paler ground, best in the style.",
            ),
            "workbook": both(
                "Vælg en mørkere skriftfarve eller en lysere fyldfarve under Hjem.",
                "Choose a darker font colour or a paler fill colour under Home.",
            ),
        },
        find=_pale,
    ),
    Rule(
        code="colour-alone",
        severity="warning",
        clauses=("10.1.4.1",),
        title=both(
            "Celle, der kun siger noget med sin farve",
            "Cell that says something by its colour alone",
        ),
        why=both(
            "Den, der ikke ser farver, eller hører dokumentet, går glip af det.",
            "Who does not see colours, or hears the document, misses it.",
        ),
        mend={
            "document": both(
                "Skriv i cellen, hvad farven betyder, eller fjern farven.",
                "Write in the cell what the colour means, or take the colour away.",
            ),
            "workbook": both(
                "Skriv i cellen, hvad farven betyder, eller fjern farven.",
                "Write in the cell what the colour means, or take the colour away.",
            ),
        },
        find=_blots,
    ),
    Rule(
        code="type-small",
        severity="info",
        clauses=(),
        title=both("Meget små bogstaver", "Very small letters"),
        why=both(
            "På papir kan de ikke gøres større.",
            "On paper they cannot be made larger.",
        ),
        mend={
            "document": both(
                "Vælg mindst 8 punkt, helst 10 eller mere.",
                "Choose at least 8 points, better 10 or more.",
            ),
            "workbook": both(
                "Vælg mindst 8 punkt, helst 10 eller mere.",
                "Choose at least 8 points, better 10 or more.",
            ),
        },
        find=_small,
    ),
)
"""The rules in this module."""

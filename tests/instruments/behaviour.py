"""Instruments of behaviour: the SDQ of three informants, and AUDIT."""

from instruments.building import (
    bands,
    combined,
    instrument,
    item,
    keys,
    scale,
    score,
    through,
    total,
    uniform,
)

_REVERSED = keys(7, 11, 14, 21, 25)
_SUBSCALES = {
    "emotional": keys(3, 8, 13, 16, 24),
    "conduct": keys(5, 7, 12, 18, 22),
    "hyperactivity": keys(2, 10, 15, 21, 25),
    "peer": keys(6, 11, 14, 19, 23),
    "prosocial": keys(1, 4, 9, 17, 20),
}
_DIFFICULTIES = ("emotional", "conduct", "hyperactivity", "peer")
_LIMITS = {
    "self": {
        "difficulties": (16, 20),
        "emotional": (6, 7),
        "conduct": (4, 5),
        "hyperactivity": (6, 7),
        "peer": (4, 6),
    },
    "parent": {
        "difficulties": (14, 17),
        "emotional": (4, 5),
        "conduct": (3, 4),
        "hyperactivity": (6, 7),
        "peer": (3, 4),
    },
    "teacher": {
        "difficulties": (12, 16),
        "emotional": (5, 6),
        "conduct": (3, 4),
        "hyperactivity": (6, 7),
        "peer": (4, 5),
    },
}


def _subscale(name, of):
    """A subscale takes two blanks: five times the mean, rounded to a whole number."""
    reverse = [key for key in of if key in _REVERSED]
    rule = total(*of, reverse=reverse, missing={"prorate": 2})
    return (
        score(f"{name}_prorated", rule, decimals=2),
        score(name, {"kind": "rounded", "score": f"{name}_prorated"}, bands=name),
    )


def _bands(limits):
    """The original three bands; a low prosocial score is the one to look at."""
    three = [
        bands(name, "normal", (borderline, "borderline"), (abnormal, "abnormal"))
        for name, (borderline, abnormal) in limits.items()
    ]
    return [*three, bands("prosocial", "abnormal", (5, "borderline"), (6, "normal"))]


def sdq(informant):
    """
    Return the scoring of the SDQ for 4-17 years, filled in by *informant*.

    25 items 0-2 in five subscales, of which five items are reversed. The total is the
    sum of the four rounded subscales of difficulties. The supplement on impact is
    left out.
    """
    subscales = [
        each for name, of in _SUBSCALES.items() for each in _subscale(name, of)
    ]
    return uniform(
        f"sdq_{informant}",
        f"SDQ {informant}",
        [
            "Goodman: The Strengths and Difficulties Questionnaire (1997)",
            "Youthinmind: Scoring the SDQ for age 4-17, the original three bands",
            "Goodman, Lamping and Ploubidis: When to use broader subscales (2010)",
        ],
        (25, range(3)),
        scores=[
            *subscales,
            score(
                "difficulties", combined("sum", *_DIFFICULTIES), bands="difficulties"
            ),
            score("internalising", combined("sum", "emotional", "peer")),
            score("externalising", combined("sum", "conduct", "hyperactivity")),
        ],
        bands=_bands(_LIMITS[informant]),
    )


SDQ_SELF, SDQ_PARENT, SDQ_TEACHER = sdq("self"), sdq("parent"), sdq("teacher")

AUDIT = instrument(
    "audit",
    "AUDIT",
    ["Babor et al.: AUDIT, guidelines for use in primary care, WHO, 2nd ed. (2001)"],
    items=[
        *(item(number, "often") for number in range(1, 9)),
        *(item(number, "ever") for number in (9, 10)),
    ],
    scales=[scale("often", range(5)), scale("ever", (0, 2, 4))],
    scores=[score("total", total(*through(1, 10)), bands="zone")],
    bands=[bands("zone", "zone_1", (8, "zone_2"), (16, "zone_3"), (20, "zone_4"))],
)
"""Eight items 0-4 and two items of 0, 2 or 4, summed to 0-40; four zones."""

ALL = (SDQ_SELF, SDQ_PARENT, SDQ_TEACHER, AUDIT)

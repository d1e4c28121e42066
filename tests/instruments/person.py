"""Instruments of how a person is: Rosenberg, TIPI, BFI-10, and burnout (CBI)."""

from instruments.building import keys, mean, score, through, total, uniform

ROSENBERG = uniform(
    "rosenberg",
    "Rosenberg",
    ["Rosenberg: Society and the adolescent self-image (1965)"],
    (10, range(4)),
    scores=[score("total", total(*through(1, 10), reverse=keys(2, 5, 6, 8, 9)))],
)
"""
Ten items 0-3, of which five are reversed.

The items are in the order that begins with being satisfied on the whole.
"""


def _trait(name, *pair, reverse):
    # Nothing is published about a pair with a blank, so such a pair has no score.
    rule = mean(*pair, reverse=[reverse], missing={"blank": "withhold"})
    return score(name, rule, decimals=1)


TIPI = uniform(
    "tipi",
    "TIPI",
    ["Gosling, Rentfrow and Swann: A very brief measure of the Big Five (2003)"],
    (10, range(1, 8)),
    scores=[
        _trait("extraversion", "q1", "q6", reverse="q6"),
        _trait("agreeableness", "q2", "q7", reverse="q2"),
        _trait("conscientiousness", "q3", "q8", reverse="q8"),
        _trait("stability", "q4", "q9", reverse="q4"),
        _trait("openness", "q5", "q10", reverse="q10"),
    ],
)
"""Ten items 1-7; each trait is the mean of one item and one reversed item."""

BFI_10 = uniform(
    "bfi_10",
    "BFI-10",
    ["Rammstedt and John: Measuring personality in one minute or less (2007)"],
    (10, range(1, 6)),
    scores=[
        _trait("extraversion", "q1", "q6", reverse="q1"),
        _trait("agreeableness", "q2", "q7", reverse="q7"),
        _trait("conscientiousness", "q3", "q8", reverse="q3"),
        _trait("neuroticism", "q4", "q9", reverse="q4"),
        _trait("openness", "q5", "q10", reverse="q5"),
    ],
)
"""Ten items 1-5; each trait is the mean of one item and one reversed item."""


def _burnout(*of, **more):
    # Half of six is three, and half of seven is four.
    return mean(*of, rescale=[0, 100], missing={"least": 0.5}, **more)


CBI = uniform(
    "cbi",
    "CBI",
    ["Kristensen et al.: The Copenhagen Burnout Inventory (2005)"],
    (19, range(5)),
    scores=[
        score("personal", _burnout(*through(1, 6)), decimals=2),
        score("work", _burnout(*through(7, 13), reverse=["q13"]), decimals=2),
        score("client", _burnout(*through(14, 19)), decimals=2),
    ],
)
"""
Six, seven and six items, each moved to 0-100; the mean of those answered.

With fewer than three, four and three answers there is no score. The item on energy
for family and friends stands last of the seven, and is reversed.
"""

ALL = (ROSENBERG, TIPI, BFI_10, CBI)

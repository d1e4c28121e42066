"""Instruments of well-being: WHO-5, SWEMWBS, SWLS, KIDSCREEN-10 and T-ILS."""

from instruments.building import bands, keys, score, through, total, uniform

WHO_5 = uniform(
    "who_5",
    "WHO-5",
    [
        "Topp et al.: The WHO-5 Well-Being Index: a systematic review (2015)",
        "Ergoterapeutforeningen: WHO-5 (etf.dk, read in 2026), the three Danish bands",
    ],
    (5, range(6)),
    scores=[
        score("raw", total(*through(1, 5))),
        score(
            "index",
            {"kind": "linear", "terms": [{"score": "raw", "weight": 4}]},
            bands="risk",
        ),
    ],
    bands=[bands("risk", "high_risk", (36, "risk"), (("above", 50), "no_risk"))],
)
"""Five items 0-5; the index is the sum times 4: 0-35, 36-50, over 50."""

_METRIC = (
    *(7.00, 9.51, 11.25, 12.40, 13.33, 14.08, 14.75, 15.32, 15.84, 16.36),
    *(16.88, 17.43, 17.98, 18.59, 19.25, 19.98, 20.73, 21.54, 22.35, 23.21),
    *(24.11, 25.03, 26.02, 27.03, 28.13, 29.31, 30.70, 32.55, 35.00),
)

SWEMWBS = uniform(
    "swemwbs",
    "SWEMWBS",
    ["Stewart-Brown et al.: Internal construct validity of the WEMWBS (2009)"],
    (7, range(1, 6)),
    scores=[
        score("raw", total(*through(1, 7))),
        score(
            "metric",
            {
                "kind": "lookup",
                "score": "raw",
                "steps": [
                    *(
                        {"points": worth, "at_most": raw}
                        for raw, worth in enumerate(_METRIC[:-1], start=7)
                    ),
                    {"points": _METRIC[-1]},
                ],
            },
            decimals=2,
        ),
    ],
)
"""Seven items 1-5; the sum 7-35 is looked up in the published table of 29 steps."""

SWLS = uniform(
    "swls",
    "SWLS",
    [
        "Diener et al.: The Satisfaction With Life Scale (1985)",
        "Pavot and Diener: Review of the SWLS (1993), the bands",
    ],
    (5, range(1, 8)),
    scores=[score("total", total(*through(1, 5)), bands="satisfaction")],
    bands=[
        bands(
            "satisfaction",
            "extremely_dissatisfied",
            (10, "dissatisfied"),
            (15, "slightly_dissatisfied"),
            (20, "neutral"),
            (21, "slightly_satisfied"),
            (26, "satisfied"),
            (31, "extremely_satisfied"),
        )
    ],
)
"""Five items 1-7, summed; the band neutral is the number 20 alone."""

KIDSCREEN_10 = uniform(
    "kidscreen_10",
    "KIDSCREEN-10",
    ["The KIDSCREEN Group Europe: The KIDSCREEN Questionnaires, handbook (2006)"],
    (10, range(1, 6)),
    scores=[score("raw", total(*through(1, 10), reverse=keys(3, 4)))],
)
"""Ten items 1-5, of which 3 and 4 are reversed. The T values are left out."""

T_ILS = uniform(
    "t_ils",
    "T-ILS",
    [
        "Hughes et al.: A short scale for measuring loneliness in large surveys (2004)",
        "Lasgaard et al.: Where are all the lonely people? (2016), the limit",
    ],
    (3, range(1, 4)),
    scores=[score("total", total(*through(1, 3)), bands="loneliness")],
    bands=[bands("loneliness", "not_lonely", (7, "lonely"))],
)
"""Three items 1-3, summed to 3-9; 7 or more is lonely."""

ALL = (WHO_5, SWEMWBS, SWLS, KIDSCREEN_10, T_ILS)

"""Instruments of distress: PHQ-9, GAD-7, K10, HADS, CES-D, QIDS-SR16 and PSS-10."""

from instruments.building import (
    bands,
    combined,
    count_of,
    keys,
    score,
    through,
    total,
    uniform,
)


def _case(code, *tests):
    when = [{"score": name, "at_least": limit} for name, limit in tests]
    return {"code": code, "when": when}


PHQ_9 = uniform(
    "phq_9",
    "PHQ-9",
    ["Kroenke, Spitzer and Williams: The PHQ-9 (2001)"],
    (9, range(4)),
    scores=[
        score("total", total(*through(1, 9)), bands="severity"),
        score("core", count_of(dict.fromkeys(keys(1, 2), 2))),
        score("symptoms", count_of(dict.fromkeys(through(1, 8), 2) | {"q9": 1})),
        score(
            "syndrome",
            {
                "kind": "decision",
                "cases": [
                    # The total is named so that an unfinished form has no syndrome.
                    _case("major", ("core", 1), ("symptoms", 5), ("total", 0)),
                    _case("other", ("core", 1), ("symptoms", 2)),
                    _case("neither"),
                ],
            },
        ),
    ],
    bands=[
        bands(
            "severity",
            "minimal",
            (5, "mild"),
            (10, "moderate"),
            (15, "moderately_severe"),
            (20, "severe"),
        )
    ],
)
"""
Nine items 0-3, summed.

A symptom is an item at 2 or more, the ninth at 1 or more; the first two are the core.
With one of the core, five symptoms are major depression, and two to four another.
"""

GAD_7 = uniform(
    "gad_7",
    "GAD-7",
    ["Spitzer et al.: A brief measure for assessing generalized anxiety (2006)"],
    (7, range(4)),
    scores=[score("total", total(*through(1, 7)), bands="severity")],
    bands=[bands("severity", "minimal", (5, "mild"), (10, "moderate"), (15, "severe"))],
)
"""Seven items 0-3, summed."""

K10 = uniform(
    "k10",
    "K10",
    [
        "Kessler et al.: Short screening scales for psychological distress (2002)",
        "Andrews and Slade: Interpreting scores on the K10 (2001), the bands",
    ],
    (10, range(1, 6)),
    scores=[score("total", total(*through(1, 10)), bands="distress")],
    bands=[bands("distress", "low", (20, "mild"), (25, "moderate"), (30, "severe"))],
)
"""Ten items 1-5, summed to 10-50."""

HADS = uniform(
    "hads",
    "HADS",
    ["Zigmond and Snaith: The Hospital Anxiety and Depression Scale (1983)"],
    (14, range(4)),
    scores=[
        score("anxiety", total(*keys(*range(1, 15, 2)), reverse=["q7"]), bands="case"),
        score(
            "depression",
            total(*keys(*range(2, 15, 2)), reverse=keys(2, 4, 6, 12, 14)),
            bands="case",
        ),
        score("total", combined("sum", "anxiety", "depression")),
    ],
    bands=[bands("case", "normal", (8, "possible"), (11, "probable"))],
)
"""
Fourteen items 0-3: the odd ones are anxiety and the even ones depression.

Items that are worded the good way are reversed.
"""

CES_D = uniform(
    "ces_d",
    "CES-D",
    ["Radloff: The CES-D Scale (1977)"],
    (20, range(4)),
    scores=[
        score(
            "total",
            total(*through(1, 20), reverse=keys(4, 8, 12, 16)),
            bands="screen",
        )
    ],
    bands=[bands("screen", "below", (16, "at_risk"))],
)
"""Twenty items 0-3, of which four are reversed; the limit is 16."""


def _highest(*of, **missing):
    policy = missing or {"blank": "withhold"}
    return {"kind": "extreme", "pick": "highest", "of": list(of), "missing": policy}


QIDS_SR16 = uniform(
    "qids_sr16",
    "QIDS-SR16",
    ["Rush et al.: The 16-item Quick Inventory of Depressive Symptomatology (2003)"],
    (16, range(4)),
    scores=[
        score("sleep", _highest(*through(1, 4))),
        # One of the items 6 and 7 is answered, and one of 8 and 9.
        score("appetite", _highest(*through(6, 9), least=0.5)),
        score("psychomotor", _highest(*keys(15, 16))),
        score("others", total(*keys(5, 10, 11, 12, 13, 14))),
        score(
            "total",
            combined("sum", "sleep", "appetite", "psychomotor", "others"),
            bands="severity",
        ),
    ],
    bands=[
        bands(
            "severity",
            "none",
            (6, "mild"),
            (11, "moderate"),
            (16, "severe"),
            (21, "very_severe"),
        )
    ],
)
"""The highest of items 1-4, of 6-9 and of 15-16, and the six others, summed."""

PSS_10 = uniform(
    "pss_10",
    "PSS-10",
    ["Cohen and Williamson: Perceived stress in a probability sample (1988)"],
    (10, range(5)),
    scores=[
        score("total", total(*through(1, 10), reverse=keys(4, 5, 7, 8))),
        score("helplessness", total(*keys(1, 2, 3, 6, 9, 10))),
        score("self_efficacy", total(*keys(4, 5, 7, 8), reverse=keys(4, 5, 7, 8))),
    ],
)
"""Ten items 0-4, of which four are reversed. Its authors state no bands."""

ALL = (PHQ_9, GAD_7, K10, HADS, CES_D, QIDS_SR16, PSS_10)

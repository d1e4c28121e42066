"""Each limit between two bands: the number below it, and the number on it."""

import pytest

from instruments import BY_ID
from instruments.answering import reaching, scored


def _sdq(informant, **limits):
    """The original three bands as printed: the last normal and borderline numbers."""
    for score, (normal, borderline) in limits.items():
        yield f"sdq_{informant}", score, normal, "normal", "borderline"
        yield f"sdq_{informant}", score, borderline, "borderline", "abnormal"
    yield f"sdq_{informant}", "prosocial", 4, "abnormal", "borderline"
    yield f"sdq_{informant}", "prosocial", 5, "borderline", "normal"


LIMITS = [
    # The index goes in steps of 4, so 50 itself is never reached.
    ("who_5", "index", 32, "high_risk", "risk"),
    ("who_5", "index", 48, "risk", "no_risk"),
    ("swls", "total", 9, "extremely_dissatisfied", "dissatisfied"),
    ("swls", "total", 14, "dissatisfied", "slightly_dissatisfied"),
    ("swls", "total", 19, "slightly_dissatisfied", "neutral"),
    ("swls", "total", 20, "neutral", "slightly_satisfied"),
    ("swls", "total", 25, "slightly_satisfied", "satisfied"),
    ("swls", "total", 30, "satisfied", "extremely_satisfied"),
    ("t_ils", "total", 6, "not_lonely", "lonely"),
    ("phq_9", "total", 4, "minimal", "mild"),
    ("phq_9", "total", 9, "mild", "moderate"),
    ("phq_9", "total", 14, "moderate", "moderately_severe"),
    ("phq_9", "total", 19, "moderately_severe", "severe"),
    ("gad_7", "total", 4, "minimal", "mild"),
    ("gad_7", "total", 9, "mild", "moderate"),
    ("gad_7", "total", 14, "moderate", "severe"),
    ("k10", "total", 19, "low", "mild"),
    ("k10", "total", 24, "mild", "moderate"),
    ("k10", "total", 29, "moderate", "severe"),
    ("hads", "anxiety", 7, "normal", "possible"),
    ("hads", "anxiety", 10, "possible", "probable"),
    ("hads", "depression", 7, "normal", "possible"),
    ("hads", "depression", 10, "possible", "probable"),
    ("ces_d", "total", 15, "below", "at_risk"),
    ("qids_sr16", "total", 5, "none", "mild"),
    ("qids_sr16", "total", 10, "mild", "moderate"),
    ("qids_sr16", "total", 15, "moderate", "severe"),
    ("qids_sr16", "total", 20, "severe", "very_severe"),
    ("audit", "total", 7, "zone_1", "zone_2"),
    ("audit", "total", 15, "zone_2", "zone_3"),
    ("audit", "total", 19, "zone_3", "zone_4"),
    *_sdq(
        "self",
        difficulties=(15, 19),
        emotional=(5, 6),
        conduct=(3, 4),
        hyperactivity=(5, 6),
        peer=(3, 5),
    ),
    *_sdq(
        "parent",
        difficulties=(13, 16),
        emotional=(3, 4),
        conduct=(2, 3),
        hyperactivity=(5, 6),
        peer=(2, 3),
    ),
    *_sdq(
        "teacher",
        difficulties=(11, 15),
        emotional=(4, 5),
        conduct=(2, 3),
        hyperactivity=(5, 6),
        peer=(3, 4),
    ),
]
"""Score, the highest number of the lower band, and the two bands' words."""


@pytest.mark.parametrize(
    ("id", "score", "last", "below", "above"),
    LIMITS,
    ids=[f"{id}-{score}-{last}" for id, score, last, _, _ in LIMITS],
)
def test_the_band_changes_where_the_publisher_says(id, score, last, below, above):
    """The last number of a band has its word, and the next number has the next."""
    following = last + (4 if id == "who_5" else 1)
    found = [
        scored(id, reaching(id, score, value))[score] for value in (last, following)
    ]

    assert [last, following] == [each.value for each in found]
    assert [below, above] == [each.band for each in found]


def test_every_limit_of_every_instrument_is_tried():
    """A band that is added has its limit here too."""
    there = {
        (each.id, score.id): len(each.band_set[score.bands].bands) - 1
        for each in BY_ID.values()
        for score in each.scores
        if score.bands
    }
    tried = [(id, score) for id, score, _, _, _ in LIMITS]

    assert there == {each: tried.count(each) for each in tried}


@pytest.mark.parametrize(
    ("digits", "code"),
    [
        ("222220000", "major"),
        ("222200001", "major"),
        ("222200000", "other"),
        ("200000001", "other"),
        ("200000000", "neither"),
        ("112222222", "neither"),
        ("333311110", "other"),
    ],
)
def test_a_syndrome_needs_one_of_the_core_and_its_number_of_symptoms(digits, code):
    """Five symptoms with one of the core are major; seven without one are nothing."""
    assert code == scored("phq_9", digits)["syndrome"].band


@pytest.mark.parametrize(
    ("raw", "metric"), [(7, "7.00"), (8, "9.51"), (21, "19.25"), (35, "35.00")]
)
def test_a_sum_is_looked_up_in_the_published_table(raw, metric):
    """The ends of the table, and two numbers between."""
    found = scored("swemwbs", reaching("swemwbs", "raw", raw))

    assert metric == f"{float(found['metric'].value):.2f}"

"""Questionnaires with scores of every kind, every policy, band and gate, drawn."""

from hypothesis import strategies as st

from builders import EXTENT, document, item, scale, score, text
from model_forms.checks.ranges import Ranges
from model_forms.codec import questionnaire_from
from model_forms.rules.reach import Unbounded

KEYS = ("a", "b", "c", "d", "e")
SMALL = st.integers(-20, 20)
NUMBERS = SMALL | st.sampled_from([0.1, 0.25, 0.5, 1.5, -2.5, 99.9, 3.3333])
POLICY = st.sampled_from(["skip", "withhold", "count"])
SIGNS = st.sampled_from(["above", "at_least", "below", "at_most"])
OF = st.lists(st.sampled_from(KEYS), min_size=1, unique=True)


@st.composite
def policies(draw):
    """What is done where a value is missing: any of the policies, and together."""
    found = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "dont_know": POLICY,
                "blank": POLICY,
                "prorate": st.integers(0, 4),
                "least": st.sampled_from([0.3, 0.5, 0.75, 1]),
            },
        )
    )
    if "count" in found.values():
        found["count_as"] = draw(NUMBERS)
    return found


@st.composite
def over_items(draw, kind):
    """A rule over items of *kind*, with what any of them may have."""
    rule = {"kind": kind, "of": draw(OF), "missing": draw(policies())}
    some = st.lists(st.sampled_from(rule["of"]), unique=True)
    if draw(st.booleans()):
        rule["reverse"] = draw(some)
    if draw(st.booleans()):
        rule["rescale"] = draw(
            st.sampled_from([[0, 100], [100, 0], [0, 1], [-1, 2.5], [1, 7]])
        )
    if kind == "extreme":
        rule["pick"] = draw(st.sampled_from(["lowest", "highest"]))
    elif kind != "median" and draw(st.booleans()):
        weights = st.sampled_from([0.1, 0.5, 1, 2, 3.25, 7])
        rule["weights"] = {key: draw(weights) for key in draw(some)}
    return rule


@st.composite
def steps(draw, **last):
    """Limits with numbers, of which the last has none."""
    limited = [
        {draw(SIGNS): draw(NUMBERS), "points": draw(NUMBERS)}
        for _ in range(draw(st.integers(0, 3)))
    ]
    return [*limited, {"points": draw(NUMBERS)}]


_KEY = st.sampled_from(KEYS)
_PLAIN = st.one_of(
    st.builds(lambda k, n: {"item": k, "at_least": n}, _KEY, NUMBERS),
    st.builds(lambda k, n: {"item": k, "at_most": n}, _KEY, NUMBERS),
    st.builds(lambda k, n: {"item": k, "equals": n}, _KEY, st.integers(0, 4)),
    st.builds(lambda k: {"item": k, "one_of": [1, 3, "other"]}, _KEY),
    st.builds(lambda k, n: {"item": k, "answered": n}, _KEY, st.booleans()),
)
_SEVERAL = st.lists(_PLAIN, min_size=1, max_size=3)
CONDITIONS = st.one_of(
    _PLAIN,
    st.builds(lambda each: {"not": each}, _PLAIN),
    st.builds(lambda all: {"all": all}, _SEVERAL),
    st.builds(lambda any: {"any": any}, _SEVERAL),
)
"""A condition on an item, or on several."""


@st.composite
def cases(draw, ids):
    """The rows of a decision table; the last may be for all others."""
    found = []
    for number in range(draw(st.integers(1, 3))):
        when = [
            {"score": draw(ids), draw(SIGNS): draw(NUMBERS)}
            for _ in range(draw(st.integers(1, 2)))
        ]
        found.append({"code": f"case{number}", "when": when})
    return [*found, {"code": "rest"}] if draw(st.booleans()) else found


@st.composite
def over_scores(draw, kind, known):
    """A rule of *kind* over the scores *known*."""
    ids = st.sampled_from(known)
    some = st.lists(ids, min_size=1, max_size=4, unique=True)
    rule = {"kind": kind}
    if kind == "linear":
        rule["terms"] = [{"score": id, "weight": draw(NUMBERS)} for id in draw(some)]
        rule["constant"] = draw(NUMBERS)
    elif kind == "combine":
        rule["of"] = draw(some)
        rule["by"] = draw(
            st.sampled_from(["mean", "sum", "median", "lowest", "highest"])
        )
        rule["missing"] = draw(st.sampled_from(["withhold", "skip"]))
    elif kind == "lookup":
        rule |= {"score": draw(ids), "steps": draw(steps())}
    elif kind == "rounded":
        rule |= {"score": draw(ids), "decimals": draw(st.integers(0, 3))}
    else:
        rule["cases"] = draw(cases(ids))
    return rule


@st.composite
def counts(draw):
    """A rule over conditions."""
    return {
        "kind": "count",
        "where": draw(st.lists(CONDITIONS, min_size=1, max_size=4)),
        "share": draw(st.booleans()),
        "missing": draw(st.sampled_from(["skip", "withhold"])),
    }


OVER_ITEMS = ("mean", "total", "percent", "median", "extreme")
OVER_SCORES = ("linear", "combine", "lookup", "rounded", "decision")
DRAWN = {*OVER_ITEMS, *OVER_SCORES, "count"}
"""The kinds that are drawn; a test holds them against those that there are."""
ALL = tuple(sorted(DRAWN))


def rules(kind, known):
    """Any rule of *kind*; *known* are the scores that it may build on."""
    if kind in OVER_ITEMS:
        return over_items(kind)
    return over_scores(kind, known) if kind in OVER_SCORES else counts()


@st.composite
def bands(draw, id):
    """Bands from the lowest to the highest, with limits of both sorts."""
    limits = sorted(draw(st.sets(NUMBERS, max_size=3)))
    rising = [
        {"code": f"b{n}", "label": text(f"b{n}"),
         draw(st.sampled_from(["at_least", "above"])): limit}
        for n, limit in enumerate(limits)
    ]  # fmt: skip
    return {"id": id, "bands": [{"code": "low", "label": text("lav")}, *rising]}


def _items(draw):
    points = draw(st.lists(NUMBERS, min_size=2, max_size=4, unique=True))
    odd = scale("odd", [*range(len(points)), "other"])
    for option, worth in zip(odd["options"], points, strict=False):
        option["points"] = worth
    number = {"kind": "number", "minimum": -3, "maximum": 7, "decimals": 2}
    items = [
        item("a", "A-1", "odd"),
        item("b", "A-2"),
        item("c", "A-3", number),
        item("d", "A-4", {**number, "steps": draw(steps())}),
        item("e", "A-5", "likert"),
    ]
    scales = [odd, scale("extent", EXTENT), scale("likert", [1, 2, 3, 4, 5])]
    return {"items": items, "scales": scales}


def _bounded(raw):
    """Leave out the scores whose range cannot be told."""
    questionnaire = questionnaire_from(raw)
    try:
        questionnaire.score[raw["scores"][-1]["id"]].rule.reach(Ranges(questionnaire))
    except Unbounded:
        raw["scores"].pop()


@st.composite
def scored_documents(draw, kinds=ALL):
    """A questionnaire with scores of some of *kinds*, with bands and gates."""
    raw = document(**_items(draw), scores=[], bands=[])
    raw["sufficiency"] = [
        {
            "id": "enough",
            "items": draw(st.integers(1, 2)),
            "share": draw(st.sampled_from([0, 0.5, 0.6])),
            "roles": draw(st.integers(0, 2)),
            "respondents": draw(st.integers(0, 2)),
        }
    ]
    raw["panel"] = {"knowledge_gap": draw(st.sampled_from([0.5, 0.7]))}
    for n in range(draw(st.integers(2, 6))):
        known = [each["id"] for each in raw["scores"]]
        able = [each for each in kinds if known or each not in OVER_SCORES]
        rule = draw(rules(draw(st.sampled_from(able)), known))
        more = {"decimals": draw(st.integers(0, 4))}
        if draw(st.booleans()):
            more["sufficiency"] = "enough"
        if rule["kind"] != "decision" and draw(st.booleans()):
            raw["bands"].append(draw(bands(f"set{n}")))
            more |= {"bands": f"set{n}", "caps": draw(_caps(raw["bands"][-1]))}
        raw["scores"].append(score(f"s{n}", rule, **more))
        _bounded(raw)
    return raw


def scored(kinds=ALL):
    """Return the same as values."""
    return scored_documents(kinds).map(questionnaire_from)


def _caps(found):
    codes = [each["code"] for each in found["bands"]]
    cap = st.fixed_dictionaries(
        {
            "items": st.lists(st.sampled_from(KEYS), min_size=1, unique=True),
            "below": NUMBERS,
            "band": st.sampled_from(codes),
        }
    )
    return st.lists(cap, max_size=2)

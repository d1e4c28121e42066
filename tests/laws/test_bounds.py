"""Law 8: the range is computed from the rule, and every score lies in it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import EXTENT, document, item, scale, score
from model_forms.assessment import assess
from model_forms.checks.ranges import Ranges
from model_forms.codec import questionnaire_from
from model_forms.scoring import score_response
from strategies import panels, responses, with_panel, with_response

KEYS = ("a", "b", "c")
SMALL = st.integers(-20, 20)
POLICIES = st.fixed_dictionaries(
    {},
    optional={
        "dont_know": st.sampled_from(["skip", "withhold"]),
        "blank": st.sampled_from(["skip", "withhold"]),
    },
) | st.builds(
    lambda blank, points: {"dont_know": "count", "count_as": points, "blank": blank},
    st.sampled_from(["skip", "withhold"]),
    SMALL,
)
OF = st.lists(st.sampled_from(KEYS), min_size=1, max_size=3, unique=True)


@st.composite
def item_rules(draw):
    """Any rule over items."""
    rule = {"of": draw(OF), "missing": draw(POLICIES)}
    kind = draw(st.sampled_from(["mean", "total", "extreme"]))
    if kind == "extreme":
        rule["pick"] = draw(st.sampled_from(["lowest", "highest"]))
    if kind == "mean" and draw(st.booleans()):
        rule["rescale"] = [draw(SMALL), draw(SMALL)]
    if kind == "mean" and draw(st.booleans()):
        rule["weights"] = {rule["of"][0]: draw(st.sampled_from([0.5, 2, 3.25]))}
    return {"kind": kind, **rule}


@st.composite
def scored(draw):
    """A questionnaire with every kind of rule, and a response to it."""
    points = draw(st.lists(SMALL, min_size=2, max_size=4, unique=True))
    odd = scale("odd", range(len(points)))
    for option, worth in zip(odd["options"], points, strict=True):
        option["points"] = worth
    items = [
        item("a", "A-1", "odd"),
        item("b", "A-2"),
        item("c", "A-3", {"kind": "number", "minimum": -3, "maximum": 7}),
    ]
    terms = [{"score": "x", "weight": draw(SMALL)}, {"score": "y", "weight": -0.5}]
    cases = [
        {"code": "low", "when": [{"score": "x", "below": draw(SMALL)}]},
        {"code": "rest"},
    ]
    raw = document(
        items,
        scales=[odd, scale("extent", EXTENT)],
        scores=[
            score("x", draw(item_rules())),
            score("y", draw(item_rules())),
            score("z", {"kind": "linear", "terms": terms, "constant": draw(SMALL)}),
            score("d", {"kind": "decision", "cases": cases}),
            score(
                "n",
                {
                    "kind": "count",
                    "where": [
                        {"item": "b", "at_least": 2},
                        {"item": "a", "answered": True},
                    ],
                    "share": draw(st.booleans()),
                },
            ),
        ],
    )
    questionnaire = questionnaire_from(raw)
    return questionnaire, draw(responses(questionnaire))


def check(questionnaire, results):
    """Every value lies in the range of its score."""
    ranges = Ranges(questionnaire)
    for id, found in results.items():
        if found.value is not None:
            reach = ranges.score_reach(id)
            assert reach.low <= found.value <= reach.high, id


class TestBounds:
    @settings(max_examples=150)
    @given(scored())
    def test_every_kind_of_rule(self, drawn):
        """Whatever the rule, the policy and the answers."""
        questionnaire, response = drawn
        check(questionnaire, score_response(questionnaire, response))

    @settings(max_examples=25)
    @given(scored(), st.data())
    def test_several_respondents(self, drawn, data):
        """A panel reaches no further than one response."""
        questionnaire, _ = drawn
        panel = data.draw(panels(questionnaire, most=3))
        check(questionnaire, assess(questionnaire, panel).scores)

    @settings(max_examples=25)
    @given(with_response())
    def test_every_questionnaire(self, drawn):
        """The installed packs too."""
        check(drawn[0], score_response(*drawn))

    @settings(max_examples=20)
    @given(with_panel())
    def test_every_panel(self, drawn):
        """The installed packs with several respondents."""
        check(drawn[0], assess(*drawn).scores)

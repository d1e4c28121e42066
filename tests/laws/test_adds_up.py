"""Law 13: an explanation adds up, holds every answer, and names nobody."""

import json

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import EXTENT, document, item, scale, score
from model_forms.assessment import assess
from model_forms.codec import questionnaire_from
from model_forms.response import Blank, Respondent
from model_forms.results import explanation_to
from model_forms.rules.combine import Combine
from model_forms.rules.count import Count
from model_forms.rules.items import OverItems
from model_forms.rules.linear import Linear
from model_forms.rules.lookup import Lookup
from model_forms.rules.mean import Mean
from model_forms.rules.percent import Percent
from model_forms.rules.rounded import Rounded
from model_forms.rules.total import Total
from model_forms.scoring import score_response
from strategies import panels, responses, with_panel

KEYS = ("a", "b", "c", "d")
WHOLE = st.integers(-5, 5)
POLICIES = st.fixed_dictionaries(
    {},
    optional={
        "dont_know": st.sampled_from(["skip", "withhold", "count"]),
        "blank": st.sampled_from(["skip", "withhold", "count"]),
        "prorate": st.integers(0, 3),
        "least": st.sampled_from([0.25, 0.5, 1]),
    },
).map(lambda drawn: {**drawn, "count_as": 1} if "count" in drawn.values() else drawn)


@st.composite
def over_items(draw):
    """Any rule over items."""
    kind = draw(st.sampled_from(["mean", "total", "extreme", "median", "percent"]))
    of = draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True))
    missing = draw(POLICIES)
    if kind != "total":
        missing.pop("prorate", None)
    rule = {"kind": kind, "of": of, "missing": missing}
    if draw(st.booleans()):
        rule["reverse"] = of[:1]
    if kind != "percent" and draw(st.booleans()):
        rule["rescale"] = [draw(WHOLE), draw(WHOLE)]
    if kind == "extreme":
        rule["pick"] = draw(st.sampled_from(["lowest", "highest"]))
    if kind in ("mean", "total", "percent") and draw(st.booleans()):
        rule["weights"] = {of[-1]: draw(st.sampled_from([0.5, 2, 3.25]))}
    return rule


def over_scores(draw):
    """One rule of each kind over the scores x and y, and over conditions."""
    by = draw(st.sampled_from(["mean", "sum", "lowest", "highest", "median"]))
    skips = draw(st.sampled_from(["withhold", "skip"]))
    terms = [{"score": "x", "weight": draw(WHOLE)}, {"score": "y", "weight": 0.5}]
    where = [{"item": "b", "at_least": 2}, {"item": "a", "answered": True}]
    tests = [{"score": "x", "below": draw(WHOLE)}, {"score": "y", "above": 0}]
    steps = [{"at_least": draw(WHOLE), "points": draw(WHOLE)}, {"points": 0.25}]
    cases = [{"code": "low", "when": tests}, {"code": "rest"}]
    return [
        {"kind": "combine", "by": by, "of": ["x", "y"], "missing": skips},
        {"kind": "linear", "terms": terms, "constant": draw(WHOLE)},
        {"kind": "lookup", "score": "x", "steps": steps},
        {"kind": "rounded", "score": "y", "decimals": 0},
        {"kind": "decision", "cases": cases},
        {"kind": "count", "where": where, "share": draw(st.booleans())},
    ]


@st.composite
def drawn(draw):
    """A questionnaire with every kind of rule."""
    odd = scale("odd", range(4))
    for option in odd["options"]:
        option["points"] = draw(st.integers(0, 9))
    odd["options"][-1]["points"] = 10
    rules = [draw(over_items()), draw(over_items()), *over_scores(draw)]
    items = [
        item("a", "A-1", "odd"),
        item("b", "A-2"),
        item("c", "A-3", {"kind": "number", "minimum": -3, "maximum": 7}),
        item("d", "A-4"),
    ]
    return questionnaire_from(
        document(
            items,
            scales=[odd, scale("extent", EXTENT)],
            scores=[
                score(id, rule) for id, rule in zip("xyzuvwkn", rules, strict=True)
            ],
        )
    )


ONE = drawn().flatmap(lambda q: st.tuples(st.just(q), responses(q)))
SEVERAL = drawn().flatmap(lambda q: st.tuples(st.just(q), panels(q)))


def adds_up(rule):
    """Whether the value is the sum of what the parts add."""
    if isinstance(rule, OverItems):
        return isinstance(rule, Mean | Percent | Total)
    if isinstance(rule, Combine):
        return rule.by in ("mean", "sum")
    return isinstance(rule, Count | Linear | Lookup | Rounded)


def nodes(explanation):
    """The explanation and all its parts."""
    yield explanation
    for each in explanation.parts:
        yield from nodes(each)


def added(parts):
    """The sum of what the parts add; None when none of them adds anything."""
    found = [each.contribution for each in parts if each.contribution is not None]
    return sum(found) if found else None


def check_sums(questionnaire, scores):
    """Each score is what its parts add, and each item what its answers add."""
    for id in scores:
        for each in nodes(scores.explanation(id)):
            if each.about == "score":
                rule = questionnaire.score[each.key].rule
                if adds_up(rule):
                    assert each.value == added(each.parts)
            elif each.about == "item" and each.counted is not None:
                assert each.counted == added(each.parts)


def check_deciding(questionnaire, scores):
    """Where one part decides, the value lies between those that do."""
    for id in scores:
        found = scores.explanation(id)
        counted = [each.counted for each in found.parts if each.decides]
        if isinstance(questionnaire.score[id].rule, OverItems | Combine) and counted:
            assert found.value == (min(counted) + max(counted)) / 2


class TestAddsUp:
    @settings(max_examples=80)
    @given(ONE)
    def test_one_response(self, drawn):
        """Whatever the rule, the policy and the answers."""
        questionnaire, response = drawn
        scores = score_response(questionnaire, response)
        check_sums(questionnaire, scores)
        check_deciding(questionnaire, scores)

    @settings(max_examples=40)
    @given(SEVERAL)
    def test_several_respondents(self, drawn):
        """Roles weigh alike, and within a role the answers."""
        questionnaire, panel = drawn
        scores = assess(questionnaire, panel).scores
        check_sums(questionnaire, scores)
        check_deciding(questionnaire, scores)

    @settings(max_examples=8)
    @given(with_panel())
    def test_every_questionnaire(self, drawn):
        """The installed packs too."""
        check_sums(drawn[0], assess(*drawn).scores)


class TestWhole:
    @settings(max_examples=30)
    @given(SEVERAL)
    def test_every_answer_to_an_item_is_under_it(self, drawn):
        """As many as are not blank; one that is blank only where it counts."""
        questionnaire, panel = drawn
        scores = assess(questionnaire, panel).scores
        for id in scores:
            for each in nodes(scores.explanation(id)):
                if each.about == "item":
                    answers = [p.answer(each.key) for p in panel]
                    there = [a for a in answers if not isinstance(a, Blank)]
                    told = [p for p in each.parts if p.lack != "blank"]
                    assert len(there) == len(told)

    @settings(max_examples=30)
    @given(SEVERAL)
    def test_what_is_missing_is_told_with_how_it_is_treated(self, drawn):
        """Never one without the other, and nothing that is missing adds by itself."""
        scores = assess(*drawn).scores
        for id in scores:
            for each in nodes(scores.explanation(id)):
                if each.about in ("item", "answer") and each.weight is not None:
                    assert (each.lack is None) is (each.treatment is None)
                if each.treatment not in (None, "counts_as"):
                    assert each.contribution is None

    @settings(max_examples=30)
    @given(ONE)
    def test_one_response_is_a_panel_of_one(self, drawn):
        """The short way and the long way tell the same."""
        questionnaire, response = drawn
        alone = score_response(questionnaire, response)
        panel = assess(questionnaire, [response]).scores

        for id in alone:
            assert alone.explanation(id) == panel.explanation(id)

    @settings(max_examples=15)
    @given(SEVERAL, st.randoms())
    def test_the_order_of_responses_has_no_meaning(self, drawn, chance):
        """The same tree, node by node."""
        questionnaire, panel = drawn
        shuffled = list(panel)
        chance.shuffle(shuffled)
        one, other = (assess(questionnaire, each).scores for each in (panel, shuffled))

        for id in one:
            assert one.explanation(id) == other.explanation(id)

    @settings(max_examples=15)
    @given(SEVERAL)
    def test_it_is_told_in_both_languages_and_names_nobody(self, drawn):
        """Every node, in words and as JSON."""
        questionnaire, panel = drawn
        named = [
            evolve(each, respondent=Respondent(role=each.respondent.role, label=name))
            for name, each in zip(map("Xyzzy{}".format, range(99)), panel, strict=False)
        ]
        scores = assess(questionnaire, named).scores
        for id in scores:
            found = scores.explanation(id)
            assert "Xyzzy" not in json.dumps(explanation_to(found))
            for each in nodes(found):
                assert each.text.has("da")
                assert each.text.has("en")

"""Results are found again by what the answers add up to, whatever is answered."""

from itertools import product

import pytest
from attrs import evolve

from builders import answered, item, score, small
from model_forms.response import DontKnow, Given, NotApplicable
from model_forms.scoring import score_response

KEYS = ("a", "b", "c")
SMALL = {"kind": "number", "minimum": 0, "maximum": 3}
OPEN = {"kind": "number", "minimum": 0, "maximum": 10_000, "decimals": 1}
RULES = {
    "lowest": {"kind": "extreme", "pick": "lowest"},
    "highest": {"kind": "extreme", "pick": "highest"},
    "median": {"kind": "median"},
    "weighted": {"kind": "mean", "weights": {"a": 2}},
    "mean": {"kind": "mean"},
    "percent": {"kind": "percent", "weights": {"b": 3}, "reverse": ["c"]},
    "strict": {"kind": "total"},
    "raised": {"kind": "total", "weights": {"a": 2}, "missing": {"prorate": 1}},
    "half": {"kind": "mean", "missing": {"least": 0.5}},
    "known": {"kind": "mean", "missing": {"dont_know": "withhold"}},
    "counted": {"kind": "mean", "missing": {"dont_know": "count", "count_as": 1}},
}


def questionnaire(**kinds):
    """All rules over numbers of three, each of the kind that is asked for."""
    kinds = {**dict.fromkeys(KEYS, SMALL), **kinds}
    items = [item(key, f"A-{n}", kinds[key]) for n, key in enumerate(KEYS)]
    scores = [score(id, {**rule, "of": list(KEYS)}) for id, rule in RULES.items()]
    return small(items, scores=scores)


def worked_out(scores):
    """The results as the rules give them, of the answers themselves."""
    return {
        id: scores.work_out(prepared, scores.support(prepared))
        for id, prepared in scores.plan.prepared.items()
    }


def check(asked, *several):
    """Each set of answers gives what it gives when nothing was met before."""
    for answers in several:
        response = answered(asked, **answers)
        anew = dict(score_response(evolve(asked), response))
        assert anew == dict(score_response(asked, response))
        assert anew == worked_out(score_response(asked, response))
        assert anew == {id: score_response(asked, response)[id] for id in RULES}


class TestTally:
    def test_every_way_to_answer(self):
        """Also as many as there are at one end, and any mark at any place."""
        ways = (*(Given(value=n) for n in range(4)), DontKnow(), NotApplicable())

        every = [dict(zip(KEYS, each, strict=True)) for each in product(ways, repeat=3)]

        check(questionnaire(), *every)

    def test_scores_with_no_item_in_common(self):
        """They are added up apart, also beside those that share some."""
        asked = small(
            [item(key, f"A-{n}", SMALL) for n, key in enumerate("abcde")],
            scores=[
                score(id, {"kind": "mean", "of": list(of)})
                for id, of in {"first": "ab", "alone": "c", "both": "be"}.items()
            ],
        )

        first, again = (
            dict(score_response(asked, answered(asked, a=1, b=2, c=3, e=last)))
            for last in (0, 3)
        )

        assert [1.5, 3, 1] == [float(each.value) for each in first.values()]
        assert [1.5, 3, 2.5] == [float(each.value) for each in again.values()]

    @pytest.mark.parametrize("odd", [1.5, 300, True, 2.0, "2", (1, 2), [1], 10**50])
    def test_a_value_that_is_not_listed(self, odd):
        """It has no room in what is added up, and is worked out all the same."""
        check(
            questionnaire(),
            {"a": 1, "b": 2, "c": 3},
            {"a": odd, "b": 2, "c": 3},
            {"a": odd},
        )

    def test_answers_that_are_not_there(self):
        """A response may be half filled in."""
        check(questionnaire(), {"a": 1}, {}, {"b": 1, "c": 3}, {"a": 1})

    def test_numbers_without_an_end(self):
        """What cannot be listed is worked out each time."""
        asked = questionnaire(b=OPEN)

        check(asked, {"a": 1, "b": 2.5, "c": 3}, {"a": 1, "b": 9999, "c": 3}, {"a": 2})

"""Many responses at once: how they are held, and what comes out."""

import subprocess
import sys
from fractions import Fraction

import numpy as np
import pytest

import model_forms
from builders import IRRELEVANT, UNKNOWN, answered, item, scale, score, small, text
from model_forms.columns import Column, Columns, columns_of, score_columns
from model_forms.columns.ratios import Ratios
from model_forms.columns.whole import Whole
from model_forms.errors import OnlyOnPaper, UnfitColumns
from model_forms.scoring import score_response

BANDS = {
    "id": "halves",
    "bands": [
        {"code": "low", "label": text("lav")},
        {"code": "high", "label": text("høj"), "at_least": 2},
    ],
}
MEAN = small(
    bands=[BANDS],
    scores=[score("s", {"kind": "mean", "of": ["a", "b"]}, bands="halves", decimals=1)],
    panel={"knowledge_gap": 0.7},
)


def scored(questionnaire, *answers):
    """The results of responses with these answers."""
    responses = [answered(questionnaire, **each) for each in answers]
    return score_columns(columns_of(questionnaire, responses))


class TestHeld:
    def test_each_answer_is_a_small_number(self):
        """Blank, don't know and not applicable come first, then the options."""
        given = [{}, {"a": UNKNOWN}, {"a": IRRELEVANT}, {"a": 0}, {"a": 4}]
        held = columns_of(MEAN, [answered(MEAN, **each) for each in given])

        assert [0, 1, 2, 3, 7] == held.column["a"].codes.tolist()
        assert np.int8 == held.column["a"].codes.dtype

    def test_only_what_scores_read_is_held(self):
        """The item c is in no score."""
        assert {"a", "b"} == set(columns_of(MEAN, []).column)

    def test_columns_of_ones_own(self):
        """Whoever has numbers already needs no responses."""
        column = Column(values=(1, 3), codes=np.array([3, 4, 1], np.uint64))
        held = Columns(questionnaire=MEAN, count=3, column={"a": column})

        found = score_columns(held)["s"]

        assert [1, 3, None] == [found.value(n) for n in range(3)]

    @pytest.mark.parametrize(
        ("codes", "said"),
        [
            ([3, 3], "is not 3 whole numbers"),
            ([3.0, 3.0, 3.0], "is not 3 whole numbers"),
            ([3, 4, 5], "has numbers that are not from 0 to 4"),
            ([-1, 3, 4], "has numbers that are not from 0 to 4"),
        ],
    )
    def test_columns_that_do_not_fit_are_refused(self, codes, said):
        """Too few, no whole numbers, or numbers that stand for nothing."""
        column = Column(values=(1, 3), codes=np.array(codes))

        with pytest.raises(UnfitColumns, match=said):
            Columns(questionnaire=MEAN, count=3, column={"a": column})

    def test_answers_about_one_person_are_refused(self):
        """As they are one at a time."""
        person = model_forms.installed().get("concern_reflection")

        with pytest.raises(OnlyOnPaper):
            columns_of(person, [])
        with pytest.raises(OnlyOnPaper):
            score_columns(Columns(questionnaire=person, count=0))

    def test_a_value_that_cannot_be_looked_up(self):
        """Rows of a table are asked after, and never compared."""
        columns = [item("x", "N-1")]
        table = {"kind": "table", "columns": columns, "row": text("Række"), "most": 4}
        rule = {"kind": "count", "where": [{"item": "t", "answered": True}]}
        questionnaire = small([item("t", "A-1", table)], scores=[score("s", rule)])
        given = [{"t": ({"x": UNKNOWN},)}, {}, {"t": ({"x": IRRELEVANT},)}]

        found = scored(questionnaire, *given)["s"]

        assert [1, 0, 1] == [found.value(n) for n in range(3)]


class TestResults:
    def test_the_columns_of_a_score(self):
        """Numbers, words and reasons side by side."""
        found = scored(MEAN, {"a": 4, "b": 1}, {"a": 1, "b": UNKNOWN}, {})["s"]

        assert [2.5, 1.0] == found.shown[:2].tolist()
        assert np.isnan(found.shown[2])
        assert ["high", "low", None] == found.band.tolist()
        assert [None, None, "no_answers"] == found.withheld.tolist()
        assert [1.0, 0.5] == found.coverage[:2].tolist()
        assert np.isnan(found.coverage[2])
        assert [False, True, False] == found.knowledge_gap.tolist()
        assert [[2, 2, 2], [2, 1, 0]] == [found.items.tolist(), found.answered.tolist()]

    def test_the_value_is_exact(self):
        """A third is a third."""
        thirds = small(scores=[score("s", {"kind": "mean", "of": ["a", "b", "c"]})])
        found = scored(thirds, {"a": 1, "b": 0, "c": 0})["s"]

        assert Fraction(1, 3) == found.value(0)

    def test_no_responses_at_all(self):
        """Nothing in, nothing out, and every score is there."""
        found = scored(MEAN)

        assert (0, 0, {"s"}) == (len(found), len(found["s"]), set(found.scores))

    def test_the_same_results_for_one_response(self):
        """All results of a response, as values."""
        response = answered(MEAN, a=3, b=0)
        found = score_columns(columns_of(MEAN, [response]))

        assert dict(score_response(MEAN, response)) == found.results(0)

    @pytest.mark.parametrize(
        ("start", "code"), [("at_least", "high"), ("above", "low")]
    )
    def test_a_value_at_the_very_limit(self, start, code):
        """It belongs to the band that begins at it, not to one just above it."""
        low, high = BANDS["bands"]
        limit = {"code": "high", "label": high["label"], start: 2}
        rule = {"kind": "mean", "of": ["a", "b"]}
        questionnaire = small(
            bands=[{"id": "halves", "bands": [low, limit]}],
            scores=[score("s", rule, bands="halves")],
        )

        found = scored(questionnaire, {"a": 2, "b": 2}, {"a": 2, "b": 3})["s"]

        assert [code, "high"] == found.band.tolist()

    def test_a_sum_is_raised_by_the_weights_of_what_is_missing(self):
        """Of weights 2, 1 and 1 the first is missing: four halves of the others."""
        rule = {
            "kind": "total",
            "of": ["a", "b", "c"],
            "weights": {"a": 2},
            "missing": {"prorate": 1},
        }
        questionnaire = small(scores=[score("s", rule)])
        given = [{"b": 3, "c": 2}, {"a": IRRELEVANT, "b": 3, "c": 2}]

        found = scored(questionnaire, *given)["s"]

        assert [10, 5] == [found.value(n) for n in range(2)]

    def test_a_share_with_many_digits(self):
        """Half of the items is just more than such a share of them, or just less."""
        keys = [f"q{n}" for n in range(400)]
        for share in (0.49999999999999994, 0.5000000000000001):
            policy = {"least": share, "dont_know": "skip"}
            rule = {"kind": "mean", "of": keys, "missing": policy}
            enough = {"id": "enough", "share": share}
            questionnaire = small(
                [item(key, f"A-{n}") for n, key in enumerate(keys)],
                scores=[
                    score("m", rule),
                    score("s", {"kind": "mean", "of": keys}, sufficiency="enough"),
                ],
                sufficiency=[enough],
            )
            response = answered(questionnaire, **dict.fromkeys(keys[:200], 1))

            found = score_columns(columns_of(questionnaire, [response]))

            assert dict(score_response(questionnaire, response)) == found.results(0)

    def test_numbers_beyond_sixty_four_bits(self):
        """They become Python's own, and stay exact."""
        huge = scale("huge", [0, 1])
        huge["options"][0]["points"] = 0.1234567890123
        huge["options"][1]["points"] = 999_999_999_999
        weights = {"a": 1e12, "b": 0.000000000001}
        rules = {
            "m": {"kind": "mean", "of": ["a", "b"], "weights": weights},
            "t": {"kind": "total", "of": ["a", "b"], "weights": weights},
            "h": {"kind": "extreme", "of": ["a", "b"], "pick": "highest"},
            "p": {"kind": "percent", "of": ["a", "b"], "weights": weights},
            "d": {"kind": "median", "of": ["a", "b"]},
            "l": {"kind": "linear", "terms": [{"score": "t", "weight": -1e9},
                                              {"score": "m", "weight": 0.001}]},
            "r": {"kind": "rounded", "score": "l", "decimals": 4},
            "c": {"kind": "combine", "of": ["t", "l", "m"], "by": "median"},
            "k": {"kind": "lookup", "score": "l",
                  "steps": [{"above": -1e30, "points": 1e20}, {"points": 0.1}]},
        }  # fmt: skip
        questionnaire = small(
            [item("a", "A-1", "huge"), item("b", "A-2", "huge")],
            scales=[huge],
            scores=[score(id, rule, decimals=4) for id, rule in rules.items()],
        )
        given = [{"a": x, "b": y} for x in (0, 1) for y in (0, 1)]

        found = scored(questionnaire, *given)

        for place, each in enumerate(given):
            alone = score_response(questionnaire, answered(questionnaire, **each))
            assert dict(alone) == found.results(place)


class TestWhole:
    def test_no_sum_or_product_overflows(self):
        """What would leave sixty-four bits is worked out without end."""
        big = Whole.of(np.array([2**61, -(2**61), 3]))

        assert [2**62, -(2**62), 6] == list((big + big).values)
        assert [2**122, 2**122, 9] == list((big * big).values)
        assert [0, 0, 0] == list((big - big).values)

    def test_a_single_number_may_be_huge(self):
        """Also beside a column of small ones."""
        small_ones, huge = Whole.of(np.array([1, 2])), Whole.of(10**30)

        assert [0, 0] == list((small_ones // huge).values)
        assert [True, True] == list(np.less(*small_ones.beside(huge)))

    @pytest.mark.parametrize("decimals", [0, 1, 4])
    def test_halves_are_rounded_away_from_zero(self, decimals):
        """On both sides, and minus nothing is nothing."""
        tops = np.array([5, -5, 15, -15, 1, -1, 0])
        ratios = Ratios(Whole.of(tops), Whole.of(10 ** (decimals + 1)))

        shown = ratios.shown(decimals) * 10**decimals

        assert [1, -1, 2, -2, 0, 0, 0] == shown.round(9).tolist()
        assert not np.signbit(shown[5])


class TestWithoutNumpy:
    def test_it_says_what_to_install(self):
        """numpy is asked for by nothing else."""
        code = (
            "import sys; sys.modules['numpy'] = None\n"
            "import model_forms\n"
            "from model_forms.errors import ExtraMissing\n"
            "model_forms.score_response\n"
            "try: model_forms.score_columns\n"
            "except ExtraMissing as error: print(error)\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )

        assert "pip install 'model-forms[columns]'" in done.stdout

"""Law 5: blank is no value, don't know is no middle. Law 12: all is announced."""

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from model_forms.assessment import assess
from model_forms.response import BLANK, Blank, DontKnow, Given, Respondent
from model_forms.scoring import score_response
from model_forms.scoring.explain import WITHHELD
from strategies import with_panel, with_response


def values(questionnaire, panel):
    """The unrounded values and means, without what only speaks of coverage."""
    found = assess(questionnaire, panel)
    means = {key: each.mean for key, each in found.items.items()}
    return means, {id: each.value for id, each in found.scores.items()}


def whole(questionnaire):
    """The scores of the response, without those of the rows of a table."""
    return [score for score in questionnaire.scores if score.each is None]


def counts_unknown(questionnaire, score):
    """Whether the definition says that a don't know counts as a value."""
    missing = getattr(score.rule, "missing", None)
    inner = [questionnaire.score[each] for each in score.rule.scores]
    return (missing is not None and missing.dont_know == "count") or any(
        counts_unknown(questionnaire, each) for each in inner
    )


def unanswered(questionnaire, response):
    """The items of scores that a response leaves open."""
    wanted = {key for score in whole(questionnaire) for key in score.rule.items}
    return sorted(key for key in wanted if response.answer(key) == BLANK)


class TestBlank:
    @settings(max_examples=30)
    @given(with_panel(), st.booleans())
    def test_added_blanks_move_nothing(self, drawn, remarked):
        """A blank with or without a remark is the same as no answer."""
        questionnaire, panel = drawn
        blank = Blank(remark="set, ikke svaret" if remarked else None)
        other = [
            each.with_answers(dict.fromkeys(unanswered(questionnaire, each), blank))
            for each in panel
        ]

        assert values(questionnaire, panel) == values(questionnaire, other)

    @settings(max_examples=20)
    @given(with_panel())
    def test_someone_who_answers_nothing_moves_nothing(self, drawn):
        """An empty response changes neither means nor scores."""
        questionnaire, panel = drawn
        silent = evolve(panel[0], respondent=Respondent(label="Tavs"), answers={})

        assert values(questionnaire, panel) == values(questionnaire, [*panel, silent])


class TestDontKnow:
    @settings(max_examples=30)
    @given(with_panel(), st.data())
    def test_added_dont_knows_move_no_mean(self, drawn, data):
        """Open items that become don't know leave every mean where it was."""
        questionnaire, panel = drawn
        other = []
        for each in panel:
            open_items = unanswered(questionnaire, each)
            keys = data.draw(st.sets(st.sampled_from(open_items))) if open_items else ()
            other.append(each.with_answers(dict.fromkeys(keys, DontKnow())))
        means, _ = values(questionnaire, panel)

        assert means == values(questionnaire, other)[0]

    @settings(max_examples=30)
    @given(with_response(), st.data())
    def test_a_score_that_stands_stays(self, drawn, data):
        """Don't know for blank gives no other value, unless the definition says so."""
        questionnaire, response = drawn
        open_items = unanswered(questionnaire, response)
        keys = data.draw(st.sets(st.sampled_from(open_items))) if open_items else ()
        other = response.with_answers(dict.fromkeys(keys, DontKnow()))
        before = score_response(questionnaire, response)
        after = score_response(questionnaire, other)

        for score in whole(questionnaire):
            old, new = before[score.id].value, after[score.id].value
            if None not in (old, new) and not counts_unknown(questionnaire, score):
                assert old == new


class TestAnnounced:
    @settings(max_examples=30)
    @given(with_panel())
    def test_a_score_has_a_value_or_a_reason(self, drawn):
        """Never both and never neither, and the reason has words."""
        scores = assess(*drawn).scores
        for id, found in scores.items():
            assert (found.value is None) is (found.withheld is not None)
            assert found.withheld is None or found.withheld in WITHHELD
            assert scores.explanation(id).text.has("da")
            assert scores.explanation(id).text.has("en")

    @settings(max_examples=30)
    @given(with_panel())
    def test_every_answer_is_in_the_explanation(self, drawn):
        """A score's parts hold one part for each answer that is not blank."""
        questionnaire, panel = drawn
        found = assess(questionnaire, panel)
        for score in whole(questionnaire):
            for part, key in zip(
                found.scores.explanation(score.id).parts,
                score.rule.items,
                strict=False,
            ):
                given_ = [e for e in panel if not isinstance(e.answer(key), Blank)]
                assert len(given_) == len(part.parts)

    @settings(max_examples=30)
    @given(with_panel())
    def test_a_double_is_told(self, drawn):
        """A respondent with two different responses is never dropped in silence."""
        questionnaire, panel = drawn
        key = next(iter(questionnaire.items))
        remark = Blank(remark="en anden besvarelse")
        other = evolve(panel[0], answers={**panel[0].answers, key: remark})
        same = other == panel[0]
        found = assess(questionnaire, [*panel, other])

        assert "duplicate-respondent" in {each.code for each in found.findings}
        assert len(panel) - (not same) == len(found.responses)

    @settings(max_examples=20)
    @given(with_panel())
    def test_what_is_valid_is_not_left_out(self, drawn):
        """Every valid response is in the assessment with all its answers."""
        questionnaire, panel = drawn

        assert {each.respondent: each for each in panel} == {
            each.respondent: each for each in assess(questionnaire, panel).responses
        }

    @settings(max_examples=20)
    @given(with_panel())
    def test_a_wrong_answer_is_told(self, drawn):
        """What is left out of an assessment has an error of its own."""
        questionnaire, panel = drawn
        wrong = panel[0].with_answers({"no_such_item": Given(value=1)})
        found = assess(questionnaire, [wrong, *panel[1:]])

        assert ["unknown-item"] == [
            each.code for each in found.findings if each.is_error
        ]

"""Law 7: a higher answer never lowers a score it counts towards."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

import model_forms
from builders import answered
from model_forms.assessment import assess
from model_forms.questionnaire import Choice, Number
from model_forms.response import Given
from model_forms.rules.mean import Mean
from model_forms.scoring.observe import points_of
from strategies import questionnaires, with_panel


def over_items(questionnaire):
    """The scores of the response that read items."""
    return [s for s in questionnaire.scores if s.rule.items and s.each is None]


PACKED = [each for e in model_forms.installed() if over_items(each := e.read())]
PROFILES = {"risk": "challenges", "protective": "resources"}


@st.composite
def raised(draw, drawn):
    """A panel before and after one given answer to an item of a mean is raised."""
    questionnaire, panel = drawn
    means = [s for s in questionnaire.scores if isinstance(s.rule, Mean)]
    keys = {key for score in means for key in score.rule.of}
    places = [
        (n, key)
        for n, response in enumerate(panel)
        for key in sorted(keys)
        if isinstance(response.answer(key), Given)
    ]
    assume(places)
    place, key = draw(st.sampled_from(places))
    item = questionnaire.item(key)
    before = panel[place].answer(key)
    higher = draw(_values(questionnaire, item))
    old = points_of(questionnaire, item, before)
    new = points_of(questionnaire, item, Given(value=higher))
    assume(old is not None and new is not None and new > old)
    after = list(panel)
    after[place] = panel[place].with_answers({key: Given(value=higher)})
    return questionnaire, key, panel, after


def _values(questionnaire, item):
    """Other values that *item* takes."""
    kind = item.answer
    if isinstance(kind, Choice):
        return st.sampled_from(
            [o.value for o in questionnaire.scale[kind.scale].options]
        )
    assert isinstance(kind, Number)
    high = 1000 if kind.maximum is None else int(kind.maximum)
    low = 0 if kind.minimum is None else int(kind.minimum)
    return st.integers(low, high)


@st.composite
def answered_theme(draw, questionnaire):
    """Two roles that give an answer to every item of one score."""
    score = draw(st.sampled_from(over_items(questionnaire)))
    roles = list(questionnaire.role)[:2]
    panel = [
        answered(
            questionnaire,
            role,
            role,
            **{
                key: draw(_values(questionnaire, questionnaire.item(key)))
                for key in score.rule.items
            },
        )
        for role in roles
    ]
    return questionnaire, panel


def scored():
    """Questionnaires that have a score."""
    return questionnaires().filter(over_items)


class TestMean:
    @settings(max_examples=40)
    @given(scored().flatmap(answered_theme).flatmap(raised))
    def test_raising_an_answer_never_lowers_it(self, drawn):
        """Every mean of the item, of any questionnaire, rises or stays."""
        questionnaire, key, panel, after = drawn
        before, now = assess(questionnaire, panel), assess(questionnaire, after)

        for score in questionnaire.scores:
            if isinstance(score.rule, Mean) and key in score.rule.of:
                old, new = before.scores[score.id].value, now.scores[score.id].value
                assert old is None or new >= old

    @settings(max_examples=20)
    @given(with_panel().flatmap(raised))
    def test_also_with_gaps(self, drawn):
        """The same when some answers are missing."""
        questionnaire, key, panel, after = drawn
        before, now = assess(questionnaire, panel), assess(questionnaire, after)

        for score in questionnaire.scores:
            if isinstance(score.rule, Mean) and key in score.rule.of:
                old, new = before.scores[score.id].value, now.scores[score.id].value
                assert (old is None) is (new is None)
                assert old is None or new >= old


class TestPacks:
    @settings(max_examples=40)
    @given(st.sampled_from(PACKED).flatmap(answered_theme).flatmap(raised))
    def test_a_profile_only_rises_with_its_items(self, drawn):
        """A higher risk never lowers challenges; a higher resource never resources."""
        questionnaire, key, panel, after = drawn
        before, now = assess(questionnaire, panel), assess(questionnaire, after)
        profile = PROFILES.get(questionnaire.item(key).direction)

        for score in over_items(questionnaire):
            old, new = before.scores[score.id].value, now.scores[score.id].value
            if key in score.rule.items:
                assert profile == score.profile
                assert old is None or new >= old
            else:
                assert old == new

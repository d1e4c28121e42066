"""Law 6: order is no meaning. Respondents, answers, sections and items in any order."""

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import UNKNOWN, answered, score, small
from model_forms.assessment import assess
from model_forms.codec import questionnaire_from
from model_forms.response import Respondent
from strategies import documents, panels, with_panel


def of(questionnaire, responses):
    """The scores, bands, items and matrices, without the questionnaire itself."""
    found = assess(questionnaire, responses)
    return found.scores, found.items, found.matrices


class TestRespondents:
    @settings(max_examples=30)
    @given(with_panel(), st.randoms())
    def test_in_any_order(self, drawn, random):
        """Responses in another order give an equal assessment."""
        questionnaire, panel = drawn
        other = random.sample(panel, len(panel))

        assert assess(questionnaire, panel) == assess(questionnaire, other)

    @settings(max_examples=30)
    @given(with_panel(), st.randoms())
    def test_in_any_order_with_wrong_answers_and_doubles(self, drawn, random):
        """What is reported does not depend on the order either."""
        questionnaire, panel = drawn
        wrong = [each.with_answers({"no_such_item": UNKNOWN}) for each in panel]
        doubled = [*wrong, *panel]
        other = random.sample(doubled, len(doubled))

        assert assess(questionnaire, doubled) == assess(questionnaire, other)

    def test_those_that_look_alike(self):
        """No label and an empty one, no role and an empty one, keep their places."""
        questionnaire = small(scores=[score("s", {"kind": "mean", "of": ["a"]})])
        alike = [
            evolve(answered(questionnaire, a=n), respondent=Respondent(**facts))
            for n, facts in enumerate(
                [{}, {"label": ""}, {"role": ""}, {"role": "", "label": ""}]
            )
        ]

        assert assess(questionnaire, alike) == assess(questionnaire, alike[::-1])


class TestAnswers:
    @settings(max_examples=30)
    @given(with_panel(), st.randoms())
    def test_in_any_order(self, drawn, random):
        """Items answered in another order give an equal assessment."""
        questionnaire, panel = drawn
        other = [
            evolve(
                each,
                answers={
                    key: each.answers[key]
                    for key in random.sample(list(each.answers), len(each.answers))
                },
            )
            for each in panel
        ]

        assert assess(questionnaire, panel) == assess(questionnaire, other)

    def test_wrong_ones_in_any_order(self):
        """Two wrong answers are reported the same, whichever stands first."""
        questionnaire = small()
        one = answered(questionnaire, a=9, b=9)
        two = answered(questionnaire, b=9, a=9)

        assert (
            assess(questionnaire, [one]).findings
            == assess(questionnaire, [two]).findings
        )


class TestDefinition:
    @settings(max_examples=25)
    @given(documents(), st.randoms(), st.data())
    def test_sections_and_items_in_any_order(self, document, random, data):
        """Sections and items in another order give the same scores."""
        sections = [
            {**each, "items": random.sample(each["items"], len(each["items"]))}
            for each in random.sample(document["sections"], len(document["sections"]))
        ]
        scores = random.sample(document["scores"], len(document["scores"]))
        questionnaire = questionnaire_from(document)
        other = questionnaire_from({**document, "sections": sections, "scores": scores})
        panel = data.draw(panels(questionnaire))
        moved = [evolve(each, questionnaire=other.ref) for each in panel]

        assert of(questionnaire, panel) == of(other, moved)

    @settings(max_examples=25)
    @given(documents(), st.randoms(), st.data())
    def test_the_items_of_a_rule_in_any_order(self, document, random, data):
        """A mean and a lowest have the same value however their items are listed."""
        scores = [
            {
                **each,
                "rule": {
                    **each["rule"],
                    "of": random.sample(each["rule"]["of"], len(each["rule"]["of"])),
                },
            }
            if "of" in each["rule"]
            else each
            for each in document["scores"]
        ]
        questionnaire = questionnaire_from(document)
        other = questionnaire_from({**document, "scores": scores})
        panel = data.draw(panels(questionnaire))
        moved = [evolve(each, questionnaire=other.ref) for each in panel]

        assert of(questionnaire, panel)[0] == of(other, moved)[0]

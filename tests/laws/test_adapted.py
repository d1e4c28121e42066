"""Laws of local adaptations, for questionnaires of every kind."""

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from model_forms.adaptation import adapted
from model_forms.adaptation.rebase import rebase
from model_forms.codec import (
    adaptation_from,
    adaptation_to,
    questionnaire_from,
    questionnaire_to,
)
from model_forms.questionnaire import Adaptation
from model_forms.validate import check_response
from model_forms.versions.comparability import comparable
from strategies import adaptations, installed, questionnaires, responses

with_adaptation = questionnaires().flatmap(
    lambda each: st.tuples(st.just(each), adaptations(each))
)


class TestSame:
    @given(installed())
    def test_an_empty_adaptation_changes_nothing(self, questionnaire):
        """Law 9: the very questionnaire, with its hash."""
        empty = Adaptation(id="x", version="1.0.0", base=questionnaire.ref)

        assert adapted(questionnaire, empty) is questionnaire

    @settings(max_examples=20)
    @given(with_adaptation)
    def test_a_document_comes_back_as_it_was(self, drawn):
        """Any adaptation, written and read."""
        _, adaptation = drawn

        assert adaptation == adaptation_from(adaptation_to(adaptation))

    @settings(max_examples=20)
    @given(with_adaptation)
    def test_the_same_adaptation_gives_the_same_questionnaire(self, drawn):
        """With the same hash; and another one when anything is changed."""
        of, adaptation = drawn
        made = adapted(of, adaptation)

        assert made == adapted(of, adaptation)
        assert made.hash == adapted(of, adaptation).hash
        assert (made.hash == of.hash) is adaptation.is_empty

    @settings(max_examples=20)
    @given(with_adaptation)
    def test_on_a_new_version_that_changes_nothing_all_of_it_follows(self, drawn):
        """No conflict, and the same questions."""
        of, adaptation = drawn
        document = {**questionnaire_to(of), "version": "9.0.0"}
        newer = questionnaire_from(document)
        found = rebase(adaptation, of, newer)

        assert found.is_done
        before = questionnaire_to(adapted(of, adaptation))
        now = questionnaire_to(adapted(newer, found.adaptation))
        assert {**before, "version": "9.0.0"} == now


class TestDerived:
    @settings(max_examples=20)
    @given(with_adaptation.flatmap(
        lambda each: st.tuples(st.just(each), responses(each[0]))
    ))  # fmt: skip
    def test_an_answer_to_the_base_is_one_to_what_is_left_of_it(self, drawn):
        """No change makes an answer to the same question wrong."""
        (of, adaptation), response = drawn
        local = adapted(of, adaptation)
        answers = {k: a for k, a in response.answers.items() if k in local.items}
        moved = evolve(response, questionnaire=local.ref, answers=answers)

        assert () == check_response(local, moved)

    @settings(max_examples=20)
    @given(with_adaptation)
    def test_it_says_how_it_follows_from_its_base(self, drawn):
        """It extends the base when it asks for more; else it complies with it."""
        of, adaptation = drawn
        local = adapted(of, adaptation)
        more = set(local.items) - set(of.items)

        assert adaptation.derivation == ("extends" if more else "complies_with")

    @settings(max_examples=20)
    @given(with_adaptation)
    def test_only_words_and_roles_are_for_people_to_judge(self, drawn):
        """No question that was kept is told to be beyond comparison."""
        of, adaptation = drawn
        local = adapted(of, adaptation)
        found = comparable(of, local)
        kept = set(of.items) & set(local.items)

        assert {"not_comparable"}.isdisjoint(found.items[key].degree for key in kept)

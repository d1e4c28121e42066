"""Nothing is lost when answers are carried to another version, and same is same."""

import json

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from model_forms.adaptation import adapted
from model_forms.checks import check_definition
from model_forms.codec import (
    migration_from,
    migration_to,
    questionnaire_to,
    response_from,
    response_to,
)
from model_forms.json_schema import shape_findings
from model_forms.questionnaire import Table
from model_forms.response import Given
from model_forms.validate import check_response
from model_forms.versions.document import migration_findings
from model_forms.versions.migrate import migrate
from model_forms.versions.plain import migrated_to
from next_version import find_among, three_versions, two_versions
from strategies import adaptations, responses, with_adaptation, with_response


def words_in(answers):
    """Every remark of some answers, also of those in rows."""
    for answer in answers.values():
        if answer.remark:
            yield answer.remark
        if isinstance(answer, Given) and isinstance(answer.value, tuple):
            for row in answer.value:
                if isinstance(row, dict):
                    yield from words_in(row)


def carried(drawn):
    """A drawn response carried from the one version to the next."""
    one, other, migration, response = drawn
    return migrate(response, one, other, [migration])


class TestSame:
    @given(with_response())
    def test_the_same_version_changes_nothing(self, drawn):
        """Law 9: the very response, and an empty ledger of changes."""
        questionnaire, response = drawn
        found = migrate(response, questionnaire, questionnaire)

        assert response is found.response
        assert () == found.ledger.changes == found.ledger.new == found.ledger.again
        assert set(response.answers) == set(found.ledger.kept)


class TestDrawn:
    @given(two_versions())
    def test_the_drawn_migrations_are_sound(self, drawn):
        """What the laws are tried on is what a pack may hold."""
        one, other, migration, _ = drawn
        document = migration_to(migration)

        assert () == check_definition(questionnaire_to(other))
        assert () == migration_findings(document, find_among(one, other))
        assert migration == migration_from(document)


class TestNothingLost:
    @given(two_versions())
    def test_every_answer_is_carried_or_in_the_ledger(self, drawn):
        """Law 2: kept as it is, or told with what it was."""
        response, found = drawn[3], carried(drawn)
        told = {}
        for entry in found.ledger.changes:
            if entry.table is None:
                told.update(entry.before)

        for key, answer in response.answers.items():
            assert told.get(key, answer) == answer
            assert (key in told) is not (key in found.ledger.kept)
            if key in found.ledger.kept:
                new = found.response.answers[key]
                is_table = isinstance(drawn[0].item(key).answer, Table)
                assert new == answer or (is_table and new.remark == answer.remark)

    @given(two_versions())
    def test_every_cell_of_a_row_is_carried_or_in_the_ledger(self, drawn):
        """A row's answers are accounted for as well."""
        one, _, migration, response = drawn
        found = carried(drawn)
        renames = {
            each.at.partition(".")[2]: each.to
            for each in migration.steps
            if each.kind == "rename"
        }
        told = {
            (each.row, key)
            for each in found.ledger.changes
            if each.table is not None
            for key in each.before
        }
        for key in found.ledger.kept:
            before = response.answers[key]
            is_table = isinstance(one.item(key).answer, Table)
            if not is_table or not isinstance(before, Given):
                continue
            after = found.response.answers.get(renames.get(key, key))
            rows = after.value if isinstance(after, Given) else ()
            kept = {column for row in rows for column in row}
            for number, row in enumerate(before.value, start=1):
                for column in row:
                    assert column in kept or (number, column) in told

    @given(two_versions())
    def test_no_word_of_a_partner_is_lost(self, drawn):
        """Each remark stands in the new response, if only among its additions."""
        response, made = drawn[3], carried(drawn).response
        there = [*words_in(made.answers), *(each.text for each in made.additions)]

        for remark in words_in(response.answers):
            assert any(remark in each for each in there)

    @given(two_versions())
    def test_what_was_read_where_is_kept(self, drawn):
        """Provenance, respondent, area and round are those of the old response."""
        response, made = drawn[3], carried(drawn).response

        assert (
            evolve(
                made,
                questionnaire=response.questionnaire,
                answers=response.answers,
                additions=response.additions,
            )
            == response
        )
        assert response.additions == made.additions[: len(response.additions)]


class TestValid:
    @given(two_versions())
    def test_the_new_response_is_one_to_the_new_version(self, drawn):
        """It has the new hash, and no answer that the version does not allow."""
        other, made = drawn[1], carried(drawn).response

        assert other.ref == made.questionnaire
        assert () == check_response(other, made)

    @given(two_versions())
    def test_it_can_be_written_and_read_again(self, drawn):
        """Also with the words that were moved to its additions."""
        found = carried(drawn)
        document = response_to(found.response)

        assert () == shape_findings(document, "response")
        assert found.response == response_from(document)
        assert json.dumps(migrated_to(found))

    @given(two_versions())
    def test_the_account_is_in_both_languages(self, drawn):
        """Each sentence is there in Danish and in English."""
        for said in carried(drawn).told():
            assert said.has("da")
            assert said.has("en")


@st.composite
def adapted_versions(draw):
    """A version and its next one, each as somebody has adapted it, and a response."""
    one, other, migration, _ = draw(two_versions())
    local = adapted(one, draw(adaptations(one)))
    return local, adapted(other, draw(adaptations(other))), migration


class TestLocal:
    @given(adapted_versions(), st.data())
    def test_adapted_answers_are_carried_or_told(self, versions, data):
        """Also of a municipality's own questions, to another adaptation."""
        one, other, migration = versions
        response = data.draw(responses(one))
        found = migrate(response, one, other, [migration])
        told = {
            key
            for each in found.ledger.changes
            if each.table is None
            for key in each.before
        }

        assert told | {*found.ledger.kept} == set(response.answers)
        assert () == check_response(other, found.response)

    @given(with_adaptation(), st.data())
    def test_the_same_adaptation_keeps_everything(self, drawn, data):
        """Law 9, for an adapted questionnaire."""
        questionnaire = adapted(*drawn)
        response = data.draw(responses(questionnaire))

        found = migrate(response, questionnaire, questionnaire)
        assert (response, ()) == (found.response, found.ledger.changes)


class TestPath:
    @given(three_versions())
    def test_two_steps_are_the_path(self, drawn):
        """Going by way of the version between gives the same as going at once."""
        (one, between, other), path, response = drawn
        first = migrate(response, one, between, path[:1])
        second = migrate(first.response, between, other, path[1:])
        at_once = migrate(response, one, other, path, between=[between])

        assert second.response == at_once.response
        assert first.ledger.changes + second.ledger.changes == at_once.ledger.changes

"""Edited returned workbooks: right, or refused at the cell, never silently wrong."""

import pytest

from returns.case import plain
from returns.chains import chains
from returns.edits import EDITS, case_of, cases_of
from returns.reading import counted, needless, tally

CHAINS, SEED = 60, 7
ENOUGH = 0.95


def silently_wrong(found):
    """Each answer that was read and is not the right one, with its file."""
    return [
        (case.name, key, case.truth[key], plain(read.response.answer(key)))
        for case, read, verdicts in found
        for key, verdict in verdicts.items()
        if verdict == "wrong" and not case.unseeable
    ]


@pytest.fixture(scope="module")
def one_of_each():
    """The first file of each kind of edit, read."""
    return list(counted(case_of(each, each.forms[0], 1) for each in EDITS))


@pytest.fixture(scope="module")
def linked():
    """The random chains of edits, read."""
    return list(counted(chains(CHAINS, SEED)))


@pytest.mark.parametrize("edit", EDITS, ids=lambda each: each.name)
def test_no_answer_of_an_edited_file_is_silently_wrong(edit):
    """Whatever is done to a form, an answer is right, or an error says why not."""
    assert [] == silently_wrong(counted(cases_of(edit)))


def test_no_answer_after_many_edits_is_silently_wrong(linked):
    """The same holds for up to five edits after each other."""
    assert [] == silently_wrong(linked)


def test_nothing_hangs_on_the_record_of_sent_forms():
    """Without the record less is read, and what is read is right."""
    cases = chains(CHAINS // 3, SEED + 1)

    assert [] == silently_wrong(counted(cases, recorded=False))


def test_answers_that_a_person_could_tell_are_imported(one_of_each):
    """At least 95 of 100 of them need nobody to look at them."""
    assert tally(one_of_each).share >= ENOUGH


def test_answers_are_imported_after_many_edits(linked):
    """At least 95 of 100 of them need nobody to look at them."""
    assert tally(linked).share >= ENOUGH


def test_a_file_read_rightly_is_accepted(one_of_each, linked):
    """No file whose every answer was read rightly is refused as a whole."""
    assert [] == needless([*one_of_each, *linked])

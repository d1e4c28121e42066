"""Files that are made to do harm are read or refused, and cost little."""

import sys

import pytest

import model_forms
from returns.attacks import attacks, rooms
from returns.attacks_csv import with_lines

if sys.platform == "win32":
    pytest.skip("needs processes that can be forked", allow_module_level=True)

from returns.measure_attacks import MEGABYTES, PATIENCE, costs


@pytest.mark.parametrize("room", list(rooms()))
def test_an_attack_is_answered_within_its_memory(room):
    """Each file gets the answer that fits it, ends, and needs no more than allowed."""
    for cost in costs(rooms()[room]):
        assert (cost.attack.expected, True, True) == (
            cost.code,
            cost.megabytes <= MEGABYTES,
            cost.seconds < PATIENCE,
        ), str(cost)


def test_every_attack_has_a_name_of_its_own():
    """Two attacks of one name could not be told apart in the list."""
    names = [each.name for each in attacks()]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("sign", ["\x01", "\0", "\x0b", "\uffff"])
def test_what_was_read_can_be_written_again(sign):
    """A sign that no workbook may hold does not stop the next form."""
    read = model_forms.import_(with_lines(f";;;;ord{sign}\n"))
    words = [each.text for each in read.response.additions]
    written = model_forms.export(
        read.response.questionnaire.id,
        response=read.response.with_answers(
            {"area_name": model_forms.response.Given(value=words[0])}
        ),
        format=".xlsx",
    )

    assert ["ord\ufffd"] == words
    assert b"PK" == written[:2]

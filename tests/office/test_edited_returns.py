"""Filled-in forms that came back through real programs, edited or merely saved."""

import pytest

from office_program import required
from returns.programs import converted, edited, gnumeric, saved
from returns.reading import counted, needless, tally


def not_right(cases):
    """Return the answers that were not read as they were given, by file."""
    return {
        case.name: [key for key, verdict in each.items() if verdict != "right"]
        for case, _, each in counted(cases, recorded=False)
        if set(each.values()) != {"right"}
    }


@pytest.mark.office
class TestLibreOffice:
    def test_saving_changes_no_answer(self):
        """Saved in each of its formats, by way of another, or as csv: all are right."""
        found = list(counted(saved(), recorded=False))

        assert {} == not_right(saved())
        assert [] == needless(found)

    def test_no_edit_makes_an_answer_silently_wrong(self):
        """
        What a person does to the sheets gives right answers or a refusal, and no error
        where every answer is right.
        """
        found = list(counted(edited(), recorded=False))
        wrong = {
            case.name: [key for key, verdict in each.items() if verdict == "wrong"]
            for case, _, each in found
            if "wrong" in each.values() and not case.unseeable
        }

        assert {} == wrong
        assert tally(found).share > 0.95
        assert [] == needless(found)


@pytest.mark.skipif(not (gnumeric() or required()), reason="gnumeric is not installed")
class TestGnumeric:
    def test_saving_changes_no_answer(self):
        """A second program gives the same answers, also through the old format."""
        assert {} == not_right(converted())

"""Every score that a real spreadsheet program works out is the engine's."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from attrs import evolve

from equality import sets
from equality.book import with_results
from equality.plain import plain_book
from equality.programs import by_gnumeric, by_libreoffice, gnumeric
from model_forms.rules.kinds import RULE_KINDS


@pytest.mark.office
@pytest.mark.parametrize("name", sets.SETS)
def test_spreadsheet_programs_say_what_the_engine_says(name, record_property):
    """Every workbook is worked out anew, and no score differs."""
    books = sets.SETS[name]()
    compared = [by_libreoffice(books)]
    if gnumeric():
        compared.append(by_gnumeric(sets.share(books)))
    for each in compared:
        record_property("compared", f"{name}: {each}")

    assert not [line for each in compared for line in each.differ]


@pytest.mark.office
class TestComparing:
    def test_a_result_that_stood_in_the_file_is_not_believed(self):
        """Wrong results are put into every formula, and none of them comes back."""
        book = plain_book(next(sets.by_hand()))
        wrong = with_results(book.data, b"<v>-987654</v>")

        assert wrong != book.data
        assert not by_libreoffice([evolve(book, data=wrong)]).differ

    def test_each_difference_is_told_with_its_cell(self):
        """Where something else was to stand, the line names the score and the cell."""
        book = plain_book(next(sets.by_hand()))
        first, *others = book.facts[1:]
        other = evolve(first, wanted=first.wanted + 1)
        compared = by_libreoffice([evolve(book, facts=(other, *others))])

        assert 1 == len(compared.differ)
        assert f"{first.sheet}!{first.ref}, s value: expected" in compared.differ[0]

    def test_a_file_that_no_program_gave_back_is_told(self):
        """What cannot be opened counts as a difference, not as agreement."""
        book = plain_book(next(sets.by_hand()))
        packed = BytesIO()
        with ZipFile(packed, "w") as file:
            file.writestr("xl/nothing.xml", b"<nothing/>")
        compared = by_libreoffice([evolve(book, data=packed.getvalue())])

        assert [f"LibreOffice: {book.name}: was not worked out"] == compared.differ


class TestSets:
    def test_every_kind_of_rule_is_drawn(self):
        """What is drawn by chance has each kind, with and without a value."""
        drawn = {
            (type(score.rule), case.found[score.id].value is None)
            for case in sets.by_chance(40)
            for score in case.scores
        }

        assert {(kind, no) for kind in RULE_KINDS for no in (True, False)} == drawn

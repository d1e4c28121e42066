"""Forms in a house's own look that come back: the same answers, no other words."""

import re
from datetime import date, datetime, time

import pytest

import model_forms
from house_book import (
    CLOSING,
    HOUSE,
    LETTERHEAD,
    SHIPPED,
    edited,
    form,
    house_book,
    opened,
    words_on,
)


def said(read):
    answers = {
        k: (type(a), getattr(a, "value", None))
        for k, a in read.response.answers.items()
    }
    return (
        answers,
        [each.text for each in read.response.additions],
        [each.code for each in read.findings],
    )


def type_in(book, key, words):
    """Answer one question, wherever it stands."""
    cells = [c for sheet in book for (c,) in sheet["A1:A99"] if c.value == key]
    cells[0].offset(0, 3).value = words


class TestComesBack:
    def test_the_same_answers_with_and_without_a_template(self):
        """And the house's words are nobody's additions."""

        def fill(book):
            type_in(book, "gang_presence", "I høj grad")
            type_in(book, "residents_feel_safe", "Ved ikke")
            book["Kontakt" if "Kontakt" in book.sheetnames else "Forside"]["F3"] = "Hej"

        for template in (HOUSE, SHIPPED, house_book(above=["Linje"] * 30)):
            in_house = model_forms.import_(edited(form(template), fill))
            plain = model_forms.import_(edited(form(None), fill))
            assert said(in_house) == said(plain)
            assert [each.text for each in plain.response.additions] == ["Hej"]

    def test_the_id_does_not_depend_on_the_template(self):
        """A ledger knows the issue alone."""
        ids = {
            re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", str(words_on(book["Forside"])))[0]
            for book in map(opened, (form(), form(None), form(SHIPPED)))
        }
        assert len(ids) == 1

    @pytest.mark.parametrize(
        ("sheet", "old", "new"),
        [
            ("Kontakt", "Torvet 3", "Torvet 4"),
            ("Kontakt", 7, 8),
            ("Forside", LETTERHEAD[1], "Vi har flyttet kontor"),
            ("Forside", CLOSING[0], "Ring til mig"),
        ],
    )
    def test_a_word_of_the_house_that_was_changed_is_an_addition(self, sheet, old, new):
        """Somebody meant something by it."""

        def change(book):
            for row in book[sheet].iter_rows():
                for cell in row:
                    if cell.value == old:
                        cell.value = new

        read = model_forms.import_(edited(form(), change))
        assert [each.text for each in read.response.additions] == [str(new)]

    def test_days_that_programs_disagree_on_are_no_additions(self):
        """Nor are fractions, times, and what is true or false."""
        odd = (1900, 0.1 + 0.2, 60.5, 0.25, True, time(8), date(1900, 1, 1), 1e300)
        days = (
            date(2026, 11, 3),
            datetime.fromisoformat("2026-11-03T14:30"),
            "to\nlinjer",
            "'007",
        )

        def fill(book):
            for row, value in enumerate((*odd, *days), start=9):
                cell = book["Kontakt"].cell(row, 1, value)
                if row < 12:
                    cell.number_format = "dd-mm-yyyy"

        template = house_book(edit=fill)
        assert model_forms.import_(form(template)).response.additions == ()
        assert model_forms.import_(edited(form(template), str)).response.additions == ()

    def test_a_word_of_the_house_that_is_repeated_is_an_addition(self):
        """It stands there once more than it was issued."""

        def repeat(book):
            book["Kontakt"]["F9"] = "SSP"
            book["Forside"]["K2"] = LETTERHEAD[0]

        read = model_forms.import_(edited(form(), repeat))
        found = [each.text for each in read.response.additions]
        assert sorted(found) == sorted(["SSP", LETTERHEAD[0]])

    def test_sheets_that_were_moved_or_renamed_are_still_the_houses(self):
        """They are known by a mark, not by a name."""

        def move(book):
            book["Kontakt"].title = "Hjælp"
            book.move_sheet("Hjælp", -5)

        assert model_forms.import_(edited(form(), move)).response.additions == ()

    def test_rows_above_a_cover_do_no_harm(self):
        """Nor is the letterhead missed."""

        def edit(book):
            book["Forside"].delete_rows(1, 2)
            book["Forside"].insert_rows(1, 3)

        assert model_forms.import_(edited(form(), edit)).response.additions == ()

    def test_what_a_file_says_of_its_house_is_not_trusted(self):
        """Nonsense there makes no exception, and hides nothing."""
        for nonsense in (
            "[",
            "[1]",
            '{"cover": 3}',
            "[" * 5000,
            '{"text": "x"}',
            "null",
        ):

            def spoil(book, nonsense=nonsense):
                book["_model_forms"]["C2"] = nonsense

            read = model_forms.import_(edited(form(), spoil))
            assert "Torvet 3" in [each.text for each in read.response.additions]

    def test_a_form_in_a_template_is_adopted_as_any_other(self):
        """The house's words are no changes, and changed ones of ours are."""
        assert model_forms.adopt(form(SHIPPED)).adaptation.is_empty

        def change(book):
            sheet = book["Forside"]
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value == "Områdekortlægning":
                        cell.value = "Ådals kortlægning"
                    if (
                        cell.value
                        == "Cirka 20 minutter. Har I få spørgsmål, går det hurtigere."
                    ):
                        cell.value = "En time."

        found = model_forms.adopt(edited(form(SHIPPED), change))
        assert {each.at for each in found.adaptation.changes} == {
            "title", "cover.3.text",
        }  # fmt: skip
        assert [each.code for each in found.findings if each.is_error] == []

    def test_a_form_in_a_template_is_marked_as_any_other(self):
        """And the marked file is read as the file was."""

        def spoil(book):
            type_in(book, "gang_presence", "Måske")

        data = edited(form(SHIPPED), spoil)
        read = model_forms.import_(data)
        made = model_forms.mark_up(data, read)

        assert made is not None
        assert said(model_forms.import_(made)) == said(read)

"""Marks in workbooks whose parts are written in unusual ways."""

import re

import pytest
from openpyxl.comments import Comment

import marked as m
import model_forms
from model_forms.finding import Finding, Place
from model_forms.text import both

FORM = "Kortlægning"
SHEET = "xl/worksheets/sheet2.xml"


def changed(change, part=SHEET):
    """Return the form with its mistakes, and one part changed."""
    found = m.parts(m.edited(m.mistakes))
    return m.packed({**found, part: change(found[part])})


def wide(part):
    """Write a part in UTF-16, as XML may be."""
    text = re.sub(r"<\?xml[^>]*\?>", "", part.decode())
    return ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16")


def ascii_only(part):
    """Write a part with nothing but plain letters."""
    text = re.sub(r"<\?xml[^>]*\?>", "", part.decode())
    return b'<?xml version="1.0" encoding="us-ascii"?>' + text.encode(
        "ascii", "xmlcharrefreplace"
    )


def bare(part):
    """Leave out what small programs leave out: sizes, columns, numbers of rows."""
    for old in (rb"<dimension[^>]*/>", rb"<cols>.*?</cols>", rb'(?<=<row) r="\d+"'):
        part = re.sub(old, b"", part)
    return part


def all_columns(part):
    """Say something of all columns to the right at once."""
    return part.replace(
        b"</cols>", b'<col min="7" max="16384" width="9" hidden="1"/></cols>'
    )


class TestUnusualParts:
    @pytest.mark.parametrize(
        "change", [wide, ascii_only, bare, all_columns, lambda part: part + b"<!-- -->"]
    )
    def test_a_sheet_is_marked_however_it_is_written(self, change):
        """The file says what it said, and has its marks."""
        read, made = m.marked(changed(change))

        assert 3 == len(read.findings)
        assert m.said(read) == m.said(model_forms.import_(made))
        assert {"G4", "G7"} == m.beside(made, FORM).keys()

    def test_the_column_of_the_marks_is_seen_among_hidden_ones(self):
        """The others stay hidden."""
        _, made = m.marked(changed(all_columns))
        columns = re.findall(rb"<col [^>]*>", m.parts(made)[SHEET])[-2:]

        assert b'min="7" max="7"' in columns[0]
        assert b"hidden" not in columns[0]
        assert b'min="8" max="16384" width="9" hidden="1"' in columns[1]

    def test_rows_that_are_not_there_are_put_in_where_they_belong(self):
        """Before, between and after those that are."""
        data = changed(lambda part: re.sub(rb'<row r="(1|9)".*?</row>', b"", part))
        read = model_forms.import_(data)
        more = [
            Finding(
                severity="error", code="x", message=both("Ret", "Correct"),
                place=Place(sheet=FORM, cell=f"C{row}"),
            )
            for row in (1, 9, 500, 502)
        ]  # fmt: skip
        made = model_forms.mark_up(data, read.with_findings(*more))
        rows = [int(n) for n in re.findall(rb'<row r="(\d+)"', m.parts(made)[SHEET])]

        assert sorted(set(rows)) == rows
        assert {"G1", "G9", "G500", "G502"} <= m.beside(made, FORM).keys()

    def test_types_that_hide_something_are_not_read(self):
        """A document type anywhere is refused."""
        data = changed(
            lambda part: part.replace(b"<Types", b"<!DOCTYPE x><Types"),
            "[Content_Types].xml",
        )

        assert model_forms.mark_up(data, model_forms.import_(data)) is None

    def test_no_column_is_free(self):
        """The list has to do where a sheet is filled to its right end."""
        data = m.edited(
            lambda book: (m.mistakes(book), book[FORM].cell(9, 16384, "helt ude"))
        )
        read, made = m.marked(data)

        assert {} == m.beside(made, FORM)
        assert 3 == len(m.listed(made))
        assert m.said(read) == m.said(model_forms.import_(made))


class TestThePageAgain:
    def test_a_note_on_the_page_stays_with_it(self):
        """What somebody asked there is not thrown away with the old list."""
        _, made = m.marked(m.edited(m.mistakes))

        def change(book):
            book["Ret dette"]["D12"].comment = Comment("Hvad mener I?", "Skolen")

        again = m.edited(change, made)
        read, twice = m.marked(again)

        assert "Hvad mener I?" == m.opened(twice)["Ret dette"]["D12"].comment.text
        assert ["Hvad mener I?"] == [a.text for a in read.response.additions]

    def test_a_page_that_was_moved_and_hidden_is_shown_again(self):
        """The file opens on it, where it is."""
        _, made = m.marked(m.edited(m.mistakes))

        def change(book):
            book.move_sheet("Ret dette", 2)
            book["Ret dette"].sheet_state = "hidden"
            book.active = 0

        _, twice = m.marked(m.edited(change, made))
        book = m.opened(twice)

        assert "Ret dette" == book.active.title
        assert "visible" == book["Ret dette"].sheet_state
        assert "Ret dette" == book.sheetnames[2]

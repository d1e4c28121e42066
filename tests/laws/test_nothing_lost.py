"""Laws 2 and 3: what a partner types is kept, and never becomes another answer."""

import io
from functools import cache

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

import model_forms
from house_book import house_book
from model_forms.issue import Issue
from model_forms.response import Given
from strategies import words

ROLE = "club"
SHEETS = ("Forside", "Kortlægning", "Flere spørgsmål", "Vejledning")
LABELS = ("Slet ikke", "I nogen grad", "I høj grad", "Ved ikke")


@cache
def issued():
    issue = Issue(role=ROLE, respondent="Klubben", area="Søparken", round="2026-11")
    return model_forms.export("area_mapping@1.0.0", issue=issue)


def saved(book):
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def kept_words(read):
    """Every word of the partner's that an import hands on."""
    found = [each.text for each in read.response.additions]
    for answer in read.response.answers.values():
        found.append(answer.remark or "")
        if isinstance(answer, Given):
            found.append(str(answer.value))
    return " | ".join(found)


cells = st.tuples(st.sampled_from(SHEETS), st.integers(1, 60), st.integers(2, 9))

house_cells = st.tuples(
    st.sampled_from(("Forside", "Kontakt")), st.integers(1, 24), st.integers(2, 6)
)


@cache
def issued_in_house():
    issue = Issue(role=ROLE, respondent="Klubben", area="Søparken", round="2026-11")
    return model_forms.export(
        "area_mapping@1.0.0", issue=issue, template=house_book(), format=".xlsx"
    )


def top_left(sheet, row, column):
    """A cell, or the one that it is merged into."""
    for each in sheet.merged_cells.ranges:
        if (row, column) in {*each.cells}:
            return sheet.cell(each.min_row, each.min_col)
    return sheet.cell(row, column)


def asked():
    """The questionnaires whose answers are read back."""
    found = (each.read() for each in model_forms.installed())
    return [each.id for each in found if each.individual is None]


@cache
def blank_of(id):
    return model_forms.export(id)


def fields_of(book):
    """The addresses of every field and remark, whatever the questionnaire."""
    return [
        (sheet.title, cell.row, column)
        for sheet in book
        if sheet["A1"].value == "mf:form"
        for cell in sheet["A"][4:]
        if cell.value
        for column in (4, 5)
    ]


TYPED = st.one_of(
    words(20),
    st.sampled_from(
        ["Ved ikke", "Ikke relevant", "x", "01-02-2026", "2", "Ja", "I høj grad"]
    ),
)


class TestEveryKind:
    @settings(max_examples=40)
    @given(st.sampled_from(asked()), st.data())
    def test_anything_in_any_field_is_read_or_told(self, id, data):
        """Fields of every kind take any words without an exception or a loss."""
        book = openpyxl.load_workbook(io.BytesIO(blank_of(id)))
        places = st.sampled_from(fields_of(book))
        typed = data.draw(st.dictionaries(places, TYPED, min_size=1, max_size=8))
        for (sheet, row, column), text in typed.items():
            cell = book[sheet].cell(row, column)
            cell.value, cell.data_type = text, "s"
        read = model_forms.import_(saved(book))
        told = {(f.place.sheet, f.place.cell) for f in read.findings}
        answered = str(read.response.answers) + kept_words(read)
        shown = {"01-02-2026": "2026-02-01", "Ved ikke": "DontKnow"}
        shown |= {"Ikke relevant": "NotApplicable", "I høj grad": "value=3"}
        shown |= {"x": "Place(", "Ja": "Place("}

        for (sheet, row, column), text in typed.items():
            place = sheet, f"{'ABCDE'[column - 1]}{row}"
            if column == 5:
                assert repr(text)[1:-1] in answered or text in answered
            elif text not in answered and place not in told:
                assert shown[text] in answered


class TestNothingLost:
    @settings(max_examples=40)
    @given(st.dictionaries(cells, words(20), min_size=1, max_size=6))
    def test_words_typed_anywhere_are_kept_or_told(self, typed):
        """Each typed cell is an answer, a remark, an addition or a finding."""
        book = openpyxl.load_workbook(io.BytesIO(issued()))
        for (sheet, row, column), text in typed.items():
            cell = book[sheet].cell(row, column)
            cell.value, cell.data_type = text, "s"
        read = model_forms.import_(saved(book))
        told = {(f.place.sheet, f.place.cell) for f in read.findings}
        kept = kept_words(read) if read.response else ""

        for (sheet, row, column), text in typed.items():
            place = sheet, f"{'ABCDEFGHI'[column - 1]}{row}"
            assert text in kept or place in told or read.response is None

    @settings(max_examples=25)
    @given(st.dictionaries(house_cells, words(20), min_size=1, max_size=6))
    def test_nor_are_words_typed_over_those_of_a_house(self, typed):
        """Its letterhead and its own sheets are no place where words get lost."""
        book = openpyxl.load_workbook(io.BytesIO(issued_in_house()))
        for (sheet, row, column), text in typed.items():
            cell = top_left(book[sheet], row, column)
            cell.value, cell.data_type = text, "s"
        read = model_forms.import_(saved(book))
        kept = kept_words(read)

        for sheet, row, column in typed:
            assert top_left(book[sheet], row, column).value in kept


KEEPING = (
    "rows above",
    "row inside",
    "copy sheet",
    "rename",
    "swap rows",
    "clear names",
)
"""Edits that take no words away."""


class TestNothingLostWhenEdited:
    @settings(max_examples=30)
    @given(
        st.sets(st.tuples(st.integers(1, 40), st.sampled_from([2, 3, 4, 5, 8]))),
        st.lists(st.sampled_from(KEEPING), min_size=1, max_size=3),
        st.integers(0, 50),
    )
    def test_words_are_kept_or_told_wherever_they_end(self, typed, todo, spot):
        """Rows are moved, sheets copied and renamed; no word of a partner's is gone."""
        book = openpyxl.load_workbook(io.BytesIO(issued()))
        sheet = book["Kortlægning"]
        words = []
        for number, (row, column) in enumerate(sorted(typed)):
            words.append(f"ord{number}.")
            sheet.cell(row, column).value = words[-1]
        for what in todo:
            form = next(each for each in book if each["A1"].value == "mf:form")
            EDITS[what](book, form, spot)
        read = model_forms.import_(saved(book))
        told = " ".join(each.message.get("da") for each in read.findings)
        kept = kept_words(read) if read.response else ""

        for each in words:
            assert each in kept or each in told or read.response is None


def rows_of(sheet):
    return {c.value: c.row for c in sheet["A"] if c.value in model_items()}


@cache
def model_items():
    questionnaire = model_forms.installed().get("area_mapping@1.0.0")
    return {
        key
        for key, item in questionnaire.items.items()
        if item.asked_of(ROLE) and item.direction is not None
    }


def rename(book, sheet, spot):
    sheet.title = f"Svar {spot % 7}"


def swap_rows(book, sheet, spot):
    row = 8 + spot % 20
    for column in range(1, 7):
        one, two = sheet.cell(row, column), sheet.cell(row + 1, column)
        one.value, two.value = two.value, one.value


def overwrite_code(book, sheet, spot):
    row = 8 + spot % 20
    sheet.cell(row, 2).value = sheet.cell(row + 1, 2).value


def clear_names(book, sheet, spot):
    for name in [each for each in book.defined_names if each != "mf_sheet"]:
        del book.defined_names[name]


def clear_bookends(book, sheet, spot):
    for row in range(1, sheet.max_row + 1):
        sheet.cell(row, 6).value = None


EDITS = {
    "rows above": lambda book, sheet, spot: sheet.insert_rows(2, 1 + spot % 3),
    "row inside": lambda book, sheet, spot: sheet.insert_rows(8 + spot % 20),
    "delete row": lambda book, sheet, spot: sheet.delete_rows(8 + spot % 20),
    "copy sheet": lambda book, sheet, spot: book.copy_worksheet(sheet),
    "rename": rename,
    "swap rows": swap_rows,
    "overwrite code": overwrite_code,
    "clear names": clear_names,
    "clear bookends": clear_bookends,
}


class TestNeverSilentlyWrong:
    @settings(max_examples=60)
    @given(
        st.dictionaries(
            st.sampled_from(sorted(model_items())), st.sampled_from(LABELS), min_size=1
        ),
        st.lists(st.sampled_from(sorted(EDITS)), max_size=3),
        st.integers(0, 50),
    )
    def test_an_edited_sheet_gives_the_typed_answers_or_none(self, answers, todo, spot):
        """Every answer that is handed on is the one typed at that question."""
        book = openpyxl.load_workbook(io.BytesIO(issued()))
        sheet = book["Kortlægning"]
        for key, row in rows_of(sheet).items():
            if key in answers:
                sheet.cell(row, 4).value = answers[key]
        truth = model_forms.import_(saved(book)).response.answers
        for what in todo:
            form = next(each for each in book if each["A1"].value == "mf:form")
            EDITS[what](book, form, spot)
        read = model_forms.import_(saved(book))
        found = read.response.answers if read.response else {}

        for key, answer in found.items():
            assert type(answer) is type(truth.get(key))
            assert getattr(answer, "value", 0) == getattr(truth[key], "value", 0)

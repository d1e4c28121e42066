"""A marked file says what the file said: whatever was done to it, and in it."""

import io
from functools import cache

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

import marked as m
import model_forms
from strategies import words

SHEETS = ("Forside", "Kortlægning", "Flere spørgsmål", "Vejledning", "Lister")
TYPED = st.one_of(
    words(30),
    st.sampled_from(["Ved ikke", "1.234", "◄ Ret dette", "=1+1", "mf:form", "#mark x"]),
    st.integers(-5, 4000),
)
CELLS = st.tuples(st.sampled_from(SHEETS), st.integers(1, 70), st.integers(1, 12))


def typed_in(data, typed):
    """Return a workbook in which somebody typed, and deleted a row here and there."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for (sheet, row, column), value in typed.items():
        cell = book[sheet].cell(row, column)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@cache
def marked_form():
    return m.marked(m.wrong_number())[1]


class TestMarkedUp:
    @settings(max_examples=20)
    @given(st.dictionaries(CELLS, TYPED, min_size=1, max_size=8))
    def test_a_marked_file_gives_what_the_file_gave(self, typed):
        """Answers, remarks, additions and findings are those of the unmarked file."""
        data = typed_in(m.wrong_number(), typed)
        read = model_forms.import_(data)
        made = model_forms.mark_up(data, read)

        assert made is not None
        assert m.said(read) == m.said(model_forms.import_(made))

    @settings(max_examples=10)
    @given(st.dictionaries(CELLS, TYPED, min_size=1, max_size=4))
    def test_what_is_typed_into_a_marked_file_counts_as_in_an_unmarked_one(self, typed):
        """Whoever works on in the marked file is read as if there were no marks."""
        made = marked_form()
        free = {at: value for at, value in typed.items() if at[2] != 7}
        plain = model_forms.import_(typed_in(m.wrong_number(), free))

        assert m.said(plain) == m.said(model_forms.import_(typed_in(made, free)))

    @settings(max_examples=10)
    @given(st.integers(1, 40), st.integers(1, 6), words(30))
    def test_nothing_typed_on_the_page_is_lost(self, row, column, text):
        """Each word on it that is not ours becomes an addition or a finding."""
        made = marked_form()
        read = model_forms.import_(typed_in(made, {("Ret dette", row, column): text}))
        kept = [each.text for each in read.response.additions]
        told = {f.place.sheet for f in read.findings}

        assert text.strip() in kept or "Ret dette" in told

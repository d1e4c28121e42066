"""A marked document says what the document said: whatever was written in it."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

import marked as m
import model_forms
from letterhead import letterhead
from model_forms.issue import Issue
from model_forms_word.write_form import write_form
from strategies import words
from tools import MAPPING, NEEDS
from word_edits import Opened, append, cells, replace, w

ISSUE = Issue(role="school", respondent="Skolen", area="Søparken", round="2026-11")
TYPED = st.one_of(
    words(30),
    st.sampled_from(
        ["Ved ikke", "Ret dette", "måske", "x", "-5", "2 ting skal rettes."]
    ),
)


@cache
def form(tool, template):
    house = letterhead() if template else None
    return write_form({"mapping": MAPPING, "needs": NEEDS}[tool], ISSUE, template=house)


FORMS = st.builds(form, st.sampled_from(["mapping", "needs"]), st.booleans())
PLACES = st.dictionaries(
    st.tuples(st.integers(0, 400), st.booleans()), TYPED, min_size=1, max_size=6
)


def typed_in(data, typed):
    """A document in which somebody typed, over what stood there or below it."""
    document = Opened(data)
    spots = [
        *(cell for row in document.rows for cell in cells(row)[1:]),
        document.body,
    ]
    for (number, over), text in typed.items():
        spot = spots[number % len(spots)]
        put = replace if over and spot.tag == w("tc") else append
        put(spot, text)
    return document.saved()


class TestMarkedUp:
    @settings(max_examples=25)
    @given(FORMS, PLACES)
    def test_a_marked_file_gives_what_the_file_gave(self, data, typed):
        """Answers, remarks, additions and findings are those of the unmarked file."""
        returned = typed_in(data, typed)
        read = model_forms.import_(returned)
        made = model_forms.mark_up(returned, read)

        if any(each.severity != "info" for each in read.findings):
            assert made is not None
            assert m.said(read) == m.said(model_forms.import_(made))
            again = model_forms.mark_up(made, model_forms.import_(made))
            assert made == again
        else:
            assert made is None

    @settings(max_examples=15)
    @given(FORMS, PLACES, PLACES)
    def test_who_works_on_in_a_marked_file_is_read_the_same(self, data, typed, more):
        """What is typed then counts as in a file without marks."""
        first = typed_in(data, {(0, True): "måske", **typed})
        made = model_forms.mark_up(first, model_forms.import_(first)) or first
        plain = model_forms.import_(typed_in(first, more))

        assert m.said(plain) == m.said(model_forms.import_(typed_in(made, more)))

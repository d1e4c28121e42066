"""Laws 1 to 3 for forms in Word: as in Excel, all is kept, and nothing is guessed."""

from functools import cache
from random import Random

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import model_forms
from letterhead import letterheads
from model_forms.forms.normal import normal
from model_forms.issue import Issue
from model_forms.response import Blank, Given
from model_forms_word.read_locate import HINT_WORDS
from model_forms_word.write_form import write_form
from strategies import with_response, words
from word_edits import (
    W14,
    Opened,
    answer,
    append,
    cells,
    code_of,
    copied,
    flattened,
    remark,
    replace,
    text_of,
    unwrapped,
    w,
)

TOOLS = [e.id for e in model_forms.installed() if e.read().individual is None]
TYPED = st.one_of(
    words(20),
    st.sampled_from(["Ved ikke", "Ikke relevant", "x", "01-02-2026", "2", "Ja"]),
)
ISSUE = Issue(respondent="Svarperson", area="Søparken", round="2026-11")
SHOWN = {
    "01-02-2026": "2026-02-01",
    "Ved ikke": "DontKnow",
    "Ikke relevant": "NotApplicable",
    "x": "Place(",
    "Ja": "Place(",
}


def bare(answers):
    """Answers without the places they were read from."""
    found = {}
    for key, each in answers.items():
        plain = evolve(each, at=None)
        if isinstance(each, Given) and isinstance(each.value, tuple):
            rows = tuple(bare(r) if isinstance(r, dict) else r for r in each.value)
            plain = evolve(plain, value=rows)
        found[key] = plain
    return found


def without_places(said):
    response, answers = said
    additions = [each.text for each in response.additions]
    return evolve(response, additions=()), additions, answers


@cache
def issued(id):
    return model_forms.export(id, issue=ISSUE, format=".docx")


def kept(read):
    """Every word of the partner's that an import hands on."""
    found = [each.text for each in read.response.additions]
    return f"{read.response.answers} {' | '.join(found)}"


def fields_of(document):
    """The rows with a field."""
    return [row for row in document.rows if list(cells(row)[2].iter(w("sdt")))]


def whole(read):
    """All that a response says, but for which file it was read from and where."""
    kept = evolve(read.response, source=None, answers={})
    return kept, bare(read.response.answers)


class TestRoundTrip:
    @settings(max_examples=20)
    @given(with_response())
    def test_word_and_excel_give_the_same_response(self, drawn):
        """Answers, remarks and additions are equal, whichever the format."""
        questionnaire, response = drawn
        if questionnaire.individual is not None:
            return
        found = []
        for ending in (".docx", ".xlsx"):
            data = model_forms.export(
                questionnaire, issue=ISSUE, response=response, format=ending
            )
            read = model_forms.import_(data, find=lambda _: questionnaire)
            found.append(whole(read))
            assert read.response.additions == ()

        assert found[0] == found[1]
        assert bare(response.answers) == found[0][1]

    @settings(max_examples=12)
    @given(with_response(), letterheads(), st.lists(words(20), max_size=3))
    def test_a_house_changes_no_answer(self, drawn, template, typed):
        """With and without a template the response is the same, additions as well."""
        questionnaire, response = drawn
        if questionnaire.individual is not None:
            return
        found = []
        for given_template in (None, template):
            data = write_form(
                questionnaire, ISSUE, response=response, template=given_template
            )
            document = Opened(data)
            for text in typed:
                append(document.body, text)
            read = model_forms.import_(document.saved(), find=lambda _: questionnaire)
            told = [(each.code, each.item) for each in read.findings]
            found.append((without_places(whole(read)), told))

        assert found[0] == found[1]


class TestNothingLost:
    @settings(max_examples=25)
    @given(st.sampled_from(TOOLS), st.data())
    def test_anything_in_any_field_is_read_or_told(self, id, data):
        """Fields of every kind take any words without an exception or a loss."""
        document = Opened(issued(id))
        rows = fields_of(document)
        places = st.tuples(st.integers(0, len(rows) - 1), st.sampled_from([2, 3]))
        typed = data.draw(st.dictionaries(places, TYPED, min_size=1, max_size=8))
        for (number, column), text in typed.items():
            replace(cells(rows[number])[column], text)
        read = model_forms.import_(document.saved())
        told = " ".join(str(each.place) for each in read.findings)
        said = kept(read)

        for (number, _), text in typed.items():
            known = text in said or repr(text)[1:-1] in said
            # What stands in an empty field says nothing, in whatever letters.
            known = known or normal(text) in HINT_WORDS
            if not known and code_of(rows[number]) not in told:
                assert SHOWN[text] in said

    @settings(max_examples=25)
    @given(st.data())
    def test_words_anywhere_are_kept_or_told(self, data):
        """In cells and between them: each is an answer, an addition or a finding."""
        document = Opened(issued(data.draw(st.sampled_from(TOOLS))))
        spots = [*document.root.iter(w("tc")), document.body]
        places = st.integers(0, len(spots) - 1)
        typed = data.draw(st.dictionaries(places, words(20), min_size=1, max_size=6))
        for place, text in typed.items():
            append(spots[place], text)
        read = model_forms.import_(document.saved())
        said = kept(read)
        told = " ".join(str(each.message) for each in read.findings)

        for text in typed.values():
            assert any(
                repr(text)[1:-1] in each or text in each for each in (said, told)
            )


def delete_row(document, spot):
    row = document.rows[spot % len(document.rows)]
    row.getparent().remove(row)


def copy_row(document, spot):
    copied(document.rows[spot % len(document.rows)])


def move_row(document, spot):
    rows = document.rows
    rows[(spot * 7) % len(rows)].addnext(rows[spot % len(rows)])


def swap_codes(document, spot):
    rows = document.rows
    one, two = rows[spot % len(rows)], rows[(spot + 1) % len(rows)]
    a, b = (next(cells(row)[0].iter(w("t")), None) for row in (one, two))
    if a is not None and b is not None:
        a.text, b.text = b.text, a.text


def slip_controls(document, spot):
    """Shift the answers of one table down by a row, as inserted cells do."""
    table = document.tables[spot % len(document.tables)]
    rows = list(table.iter(w("tr")))
    for upper, lower in zip(rows[-2::-1], rows[:0:-1], strict=True):
        above, below = cells(upper), cells(lower)
        if len(above) > 2 and len(below) > 2:
            below[2].getparent().replace(below[2], above[2])
            upper.insert(2, etree_cell())


def etree_cell():
    cell = next(Opened(issued(TOOLS[0])).root.iter(w("tc")))
    replace(cell, "")
    return cell


def join_tables(document, spot):
    tables = document.tables
    one, two = tables[spot % len(tables)], tables[(spot + 1) % len(tables)]
    if one is not two:
        for row in list(two.iter(w("tr"))):
            one.append(row)


EDITS = {
    "delete row": delete_row,
    "copy row": copy_row,
    "move row": move_row,
    "swap codes": swap_codes,
    "slip": slip_controls,
    "join": join_tables,
    "old program": lambda document, _: flattened(document),
    "plain text": lambda document, _: unwrapped(document),
}


def fill(document, chance):
    """Answer some fields with what their kind takes."""
    for number, row in enumerate(fields_of(document)):
        if chance.random() < 0.3:
            continue
        control = next(cells(row)[2].iter(w("sdt")))
        listed = [each.get(w("displayText")) for each in control.iter(w("listItem"))]
        if listed:
            answer(row, chance.choice(listed))
        elif list(control.iter(f"{{{W14}}}checkbox")):
            alone = text_of(cells(row)[1]) in {"Ved ikke", "Ingen"}
            if not alone:
                answer(row)
        elif list(control.iter(w("calendar"))):
            answer(row, f"01-01-{2001 + number % 90}")
        elif "Skriv et tal" in text_of(control):
            answer(row, str(number % 90))
        else:
            answer(row, f"Svar nr. {number}")
            if list(cells(row)[3].iter(w("sdt"))):
                remark(row, f"Ord nr. {number}")


def wrong(found, truth):
    """The answers that nobody gave; rows of tables are compared by what they say."""
    for key, each in found.items():
        if isinstance(each, Blank):
            continue
        said = truth.get(key)
        value = getattr(each, "value", None)
        if isinstance(value, tuple) and value and isinstance(value[0], dict):
            yield from wrong_rows(value, said.value if said else ())
            continue
        if (type(said), getattr(said, "value", 0)) != (
            type(each),
            getattr(each, "value", 0),
        ):
            yield key, each


def wrong_rows(rows, truth):
    for row in rows:
        if all(list(wrong(row, each)) for each in truth):
            yield row


class TestNeverSilentlyWrong:
    @settings(max_examples=40)
    @given(
        st.sampled_from(TOOLS),
        st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=3),
        st.integers(0, 400),
        st.integers(0, 10_000),
    )
    def test_an_edited_form_gives_the_typed_answers_or_none(self, id, todo, spot, seed):
        """Every answer of an accepted form is one that was given to that question."""
        document = Opened(issued(id))
        fill(document, Random(seed))
        truth = model_forms.import_(document.saved()).response.answers
        for what in todo:
            EDITS[what](document, spot)
        read = model_forms.import_(document.saved())
        found = read.response.answers if read.response else {}

        assert not list(wrong(found, truth))

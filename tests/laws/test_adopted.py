"""A form that is adopted gives the adaptation that it shows, and nothing else."""

import pytest
from attrs import evolve
from hypothesis import event, given, settings
from hypothesis import strategies as st

import model_forms
from edited_forms import Rows
from model_forms.adaptation import adapted, applied
from model_forms.adaptation.adoption import adoption
from model_forms.adaptation.between import changes_between
from model_forms.adaptation.order import in_order
from model_forms.codec import questionnaire_to
from model_forms.finding import Finding
from model_forms.forms.cell import Cell
from model_forms.forms.words import say
from model_forms.issue import Issue
from model_forms_excel.adopt import edited_book
from model_forms_excel.layout import KEY, TEXT, layout
from model_forms_excel.read_book import read_book
from strategies import adaptations, houses, questionnaires, with_adaptation, words

MAPPING = model_forms.installed().get("area_mapping")
ISSUE = Issue(area="Søparken", round="2026-11")


def content(questionnaire):
    """What a questionnaire says, whatever changes it was made by."""
    return questionnaire_to(questionnaire)


def said(found):
    """The codes of what is said of an adopted form."""
    return {each.code for each in found.findings}


def said_before(base, adaptation):
    """The codes of what is said of the adaptation itself: words not translated."""
    return {each.code for each in applied(base, adaptation)[1]}


class TestRoundTrip:
    """Law: adopt(export(q + a)) == a."""

    @settings(max_examples=50)
    @given(with_adaptation(), st.sampled_from(["da", "en"]))
    def test_an_exported_adaptation_comes_back(self, drawn, language):
        """A workbook that nobody touched gives the adaptation it was made with."""
        base, adaptation = drawn
        issue = evolve(ISSUE, role="police", language=language)
        data = model_forms.export(adapted(base, adaptation), issue=issue)
        found = model_forms.adopt(data, find=lambda _: base)
        for each in adaptation.changes:
            event(each.kind)

        assert said(found) <= said_before(base, adaptation)
        if adaptation.is_empty:
            assert found.adaptation.is_empty
        else:
            assert adaptation == found.adaptation

    @settings(max_examples=10)
    @given(with_adaptation(), houses())
    def test_so_it_does_in_a_houses_workbook(self, drawn, template):
        """The words of the house are no changes."""
        base, adaptation = drawn
        data = model_forms.export(
            adapted(base, adaptation), issue=ISSUE, template=template, format=".xlsx"
        )
        found = model_forms.adopt(data, find=lambda _: base)

        assert said(found) <= said_before(base, adaptation)
        assert adaptation.is_empty or adaptation == found.adaptation

    @settings(max_examples=5)
    @given(adaptations(MAPPING, most=3))
    def test_the_mapping_comes_back(self, adaptation):
        """The same for the tool that municipalities use."""
        data = model_forms.export(adapted(MAPPING, adaptation), issue=ISSUE)
        found = model_forms.adopt(data, id=adaptation.id, version=adaptation.version)

        assert said(found) <= said_before(MAPPING, adaptation)
        assert adaptation == found.adaptation

    @pytest.mark.parametrize("entry", [*model_forms.installed()], ids=str)
    def test_a_national_form_gives_the_empty_adaptation(self, entry):
        """Of every tool that is filled in, for any role and in both languages."""
        value = entry.read()
        if value.individual is not None:
            pytest.skip("is never sent out as a workbook")
        for role, language in ((None, "da"), ("police", "en")):
            issue = Issue(role=role, language=language)
            found = model_forms.adopt(model_forms.export(value, issue=issue))

            assert found.adaptation.is_empty
            assert () == found.findings


class TestOneWayToSayIt:
    @settings(max_examples=60)
    @given(with_adaptation())
    def test_the_changes_between_lead_there(self, drawn):
        """What was made of a base is made again by the changes between the two."""
        base, adaptation = drawn
        made = adapted(base, adaptation)
        again = evolve(adaptation, changes=changes_between(base, content(made)))
        found, findings = applied(base, again)

        assert found is not None, findings
        assert content(made) == content(found)
        assert again.changes == changes_between(base, content(found))

    @given(st.permutations(range(8)))
    def test_what_stays_is_in_order(self, now):
        """The names that stay stand in the same order before and now."""
        before = [str(each) for each in range(8)]
        stays = in_order(before, [str(each) for each in now])

        assert sorted(stays) == [str(each) for each in now if str(each) in stays]


@st.composite
def edits(draw, rows):
    """Edit a form as a person would; return how many edits were made."""
    count = draw(st.integers(1, 4))
    for _ in range(count):
        blocks = _blocks(rows)
        if not blocks:
            return 0
        key = draw(st.sampled_from(sorted(blocks)))
        places = blocks[key]
        what = draw(st.sampled_from(["reword", "insert", "copy", "delete", "move"]))
        text = f"{draw(words())} x"
        if what == "reword":
            rows.type_in(places[0], TEXT, text)
        elif what == "insert":
            rows.insert(places[-1] + 1, text)
        elif what == "copy" and len(places) == 1 and key in rows.grid.fields:
            rows.copy(places[0], places[0] + 1, text)
        elif what == "delete":
            rows.cut(places)
        elif what == "move":
            target = draw(st.sampled_from(sorted(blocks)))
            if target != key:
                taken = rows.cut(places)
                rows.paste(_blocks(rows)[target][-1] + 1, taken)
    return count


def _blocks(rows):
    """The places of the rows of each question, where they are together."""
    found = {}
    for place, (_, cells) in enumerate(rows.rows):
        key = cells[KEY].value if KEY in cells else None
        line = rows.grid.lines.get(key)
        if line is not None and (line.item or line.key.endswith(("/help", "/sheet"))):
            name = line.item.key if line.item else key[1:].partition("/")[0]
            found.setdefault(name, []).append(place)
    return found


class TestEdits:
    @settings(max_examples=80, deadline=None)
    @given(st.data(), questionnaires())
    def test_the_next_form_shows_what_the_edited_one_showed(self, data, base):
        """Every heading and question, in the same order; else an error with a cell."""
        grid = layout(base, None, "da", ISSUE)
        book = read_book(model_forms.export(base, issue=ISSUE))
        rows = Rows(book, grid)
        data.draw(edits(rows))
        edited = edited_book(rows.edited(), lambda _: base)
        assert not isinstance(edited, Finding)
        found = adoption(edited)
        event("adopted" if found.accepted else "refused")
        if not found.accepted:
            wrong = [each for each in found.findings if each.is_error]
            assert wrong
            assert all(each.place.sheet for each in wrong)
            return

        again = Rows(
            read_book(model_forms.export(found.questionnaire, issue=ISSUE)), grid
        )
        assert plain(rows.shown()) == plain(again.shown())


def plain(titled):
    """Texts without what blanks do to them, and what the program adds to them."""
    mark = f" {say('mark', 'da')}."
    return [
        [" ".join(each.split()).removesuffix(mark) for each in texts]
        for texts in titled
    ]


class TestNothingLost:
    @settings(max_examples=60, deadline=None)
    @given(st.data(), questionnaires(), st.integers(1, 30), st.integers(2, 9), words())
    def test_words_anywhere_are_a_change_or_are_told(
        self, data, base, row, column, text
    ):
        """A cell that somebody wrote in is in a change, or a finding points at it."""
        book = read_book(model_forms.export(base, issue=ISSUE))
        before = edited_book(book, lambda _: base)
        seen = [each for each in book.sheets if each.state == "visible"]
        sheet = data.draw(st.sampled_from(seen))
        cells = {**sheet.cells, (row, column): Cell(f"{text} x", "text")}
        made = evolve(sheet, cells=cells)
        sheets = tuple(made if each is sheet else each for each in book.sheets)
        after = edited_book(evolve(book, sheets=sheets), lambda _: base)

        assert (before.edits, before.findings) == ((), ())
        assert not isinstance(after, Finding)
        assert after.edits or after.findings

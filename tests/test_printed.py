"""Forms on paper: every question is there, with room to answer it by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import model_forms
from builders import item, small, text
from model_forms.questionnaire import FreeText
from model_forms.report.blocks import Heading, Paragraph, Table, plain
from model_forms.report.printed import printed_form
from model_forms.testing import questionnaires

CONCERN = model_forms.installed().get("concern_reflection")
BOX = "☐"


def rows(blocks):
    """The words of each row of each table."""
    return [
        [plain(cell.text) for cell in row]
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
    ]


def words(blocks):
    return "\n".join(
        plain(block.text) if isinstance(block, Paragraph) else " ".join(row)
        for block in blocks
        if isinstance(block, Paragraph | Table)
        for row in (rows([block]) or [[]])
    )


class TestSections:
    def test_each_has_a_heading_and_its_questions_in_a_table(self):
        """A single section has none: whoever asks for it has a heading already."""
        every = printed_form(CONCERN, "da")
        (only,) = [
            each for each in printed_form(CONCERN, "da", "gates")
            if isinstance(each, Table)
        ]  # fmt: skip

        headings = [each.text for each in every if isinstance(each, Heading)]
        assert headings == [
            f"{each.code} {each.title.get('da')}" for each in CONCERN.sections
        ]
        assert only.caption == headings[0]

    def test_what_must_be_said_of_the_answers_comes_last(self):
        """Results and origin, in small print."""
        *_, result, origin = printed_form(CONCERN, "en")

        assert result.text == CONCERN.notice("result")[-1].text.get("en")
        assert origin.text == CONCERN.notice("origin")[0].text.get("en")

    def test_there_is_no_section_of_another_name(self):
        """The caller looks first."""
        with pytest.raises(KeyError):
            printed_form(CONCERN, "da", "nope")


class TestQuestions:
    def test_questions_on_one_scale_have_a_box_in_each_column(self):
        """The options and the two ways of not answering head the columns."""
        (table,) = printed_form(small(), "da", "theme")

        heads = [each.title for each in table.columns]
        assert heads[:2] == ["Nr.", "Spørgsmål"]
        assert heads[-2:] == ["Ved ikke", "Ikke relevant"]
        assert [row[2:] for row in rows([table])] == [[BOX] * 7] * 3
        assert table.written

    def test_a_question_alone_on_its_scale_has_boxes_below_it(self):
        """Each box stands before its option, on one line."""
        other = item("b", "A-2", answer="likert")
        (table,) = printed_form(small(items=("a", other)), "da", "theme")

        assert rows([table])[1][1] == (
            "Om b\n☐\N{NO-BREAK SPACE}likert\N{NO-BREAK SPACE}1"
            + "".join(f"   ☐\xa0likert\xa0{n}" for n in range(2, 6))
            + "   ☐\xa0Ved\xa0ikke   ☐\xa0Ikke\xa0relevant"
        )

    @pytest.mark.parametrize(
        ("answer", "shown"),
        [
            ({"kind": "number", "unit": text("%")}, "______________ %"),
            ({"kind": "date"}, "___ / ___ / ______ (dag/måned/år)"),
            ({"kind": "date_range"}, "______ til ___"),
            ({"kind": "role"}, "☐\xa0Politi"),
            ({"kind": "role", "several": True}, "Sæt gerne flere krydser."),
            ({"kind": "several", "scale": "extent"}, "Sæt gerne flere krydser."),
        ],
    )
    def test_every_kind_of_answer_has_its_place(self, answer, shown):
        """A gap to fill in, a date to write, roles to tick."""
        found = small(items=("a", item("b", "A-2", answer=answer)))

        assert shown in words(printed_form(found, "da", "theme"))

    @pytest.mark.parametrize(("longest", "lines"), [(100, 1), (500, 2), (2000, 4)])
    def test_text_has_lines_and_the_privacy_line(self, longest, lines):
        """The longer the text may be, the more lines; the privacy line is beside it."""
        notice = {"id": "p", "kind": "privacy", "text": text("Ingen navne.")}
        free = item("b", "A-2", answer={"kind": "text", "longest": longest})
        found = small(items=("a", free), notices=[notice])
        (table,) = printed_form(found, "da", "theme")

        assert table.rows[1][1].lines == lines
        assert "Ingen navne." in rows([table])[1][1]
        assert "Ingen navne." not in rows([table])[0][1]

    def test_a_repeating_table_is_an_empty_block_to_copy(self):
        """Its columns are questions, and so are those of a table inside it."""
        plan = model_forms.installed().get("action_plan")
        blocks = printed_form(plan, "da", "efforts")

        codes = [row[0] for row in rows(blocks)]
        assert codes[:2] == ["P1-01", "P1-02"]
        assert "P1-16-1 Hvornår?" in words(blocks)
        assert "Tag en kopi af tabellen for hver: indsats." in words(blocks)

    def test_short_rows_are_lines_of_a_table(self):
        """A table of few columns has rows to write in."""
        answer = {
            "kind": "table", "row": text("Møde"), "layout": "lines", "most": 3,
            "columns": [
                item("c", "A-2-1", answer={"kind": "date"}),
                item("d", "A-2-2", answer={"kind": "text"}),
            ],
        }  # fmt: skip
        found = small(items=("a", item("b", "A-2", answer=answer)))
        *_, table = printed_form(found, "da", "theme")

        assert [each.title for each in table.columns] == ["Om c", "Om d"]
        assert len(table.rows) == 3


class TestRoutes:
    def test_they_stand_below_the_question_they_hang_on(self):
        """For which answers, what to do, and whether to go on."""
        told = {row[0]: row[1] for row in rows(printed_form(CONCERN, "da", "gates"))}

        assert told["I0-01"].endswith("\nSvarer du »Ja«: Ring 112. Stop her.")
        assert "Svarer du »Ja« eller »Ved ikke«: Kan et barn" in told["I0-03"]
        assert "Svarer du »Nej« eller »Ved ikke«: Tal kun" in told["I0-04"]

    def test_one_that_hangs_on_several_questions_says_the_condition(self):
        """It stands below the last of them."""
        notice = {
            "id": "r", "kind": "route", "text": text("Stop"),
            "when": {"all": [{"item": "a", "equals": 1}, {"item": "b", "equals": 2}]},
        }  # fmt: skip
        found = rows(printed_form(small(notices=[notice]), "da", "theme"))

        assert "Hvis A-1 er »extent 1« og A-2 er »extent 2«: Stop" in found[1][1]
        assert "Stop" not in found[0][1] + found[2][1]


class TestLaw:
    @given(st.data())
    def test_every_question_of_any_questionnaire_is_on_the_paper(self, data):
        """Whatever a questionnaire asks, its words are on the form, with room."""
        questionnaire = data.draw(questionnaires())
        language = data.draw(st.sampled_from(questionnaire.languages))
        blocks = printed_form(questionnaire, language)
        told = words(blocks) + "\n".join(
            column.title
            for block in blocks
            if isinstance(block, Table)
            for column in block.columns
        )

        for each in questionnaire.items.values():
            assert each.text.get(language) in told
            if isinstance(each.answer, FreeText):
                assert any(
                    cell.lines
                    for block in blocks
                    if isinstance(block, Table)
                    for row in block.rows
                    for cell in row
                )

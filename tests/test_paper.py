"""A form to print and fill in by hand, as a municipality hands it out."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import docx
import pytest
from click.testing import CliRunner

import model_forms
from house import house
from model_forms import Issue
from model_forms.cli import main
from model_forms.errors import ExportRefused, OnlyOnPaper, UnreadableDocument
from model_forms.printing import paper_form
from model_forms.report.blocks import Heading, PageBreak, Paragraph, Table, plain
from test_adaptation import changed

MAPPING = model_forms.installed().get("area_mapping")
ITEMS = [each for some in MAPPING.section_items.values() for each in some]
POLICE = Issue(role="police", area="Søparken", round="2026-11", deadline="1. december")


def run(*arguments):
    return CliRunner().invoke(main, ["export", *map(str, arguments)])


def shown(issue=POLICE, questionnaire=MAPPING):
    return paper_form(questionnaire, issue)


class TestPages:
    def test_each_section_begins_on_a_page_of_its_own(self):
        """A page break, then the heading; a section with no questions has none."""
        blocks = shown().blocks
        pairs = pairwise(blocks)
        after = [second for first, second in pairs if isinstance(first, PageBreak)]

        assert all(isinstance(each, Heading) for each in after)
        asked = [
            f"{section.code} {section.title.get('da')}"
            for section in MAPPING.sections
            if any(i.asked_of("police") for i in MAPPING.section_items[section.key])
        ]
        assert asked == [each.text for each in after]
        assert len(asked) < len(MAPPING.sections)

    def test_it_has_the_role_s_questions_and_no_others(self):
        """By their codes; without a role it has all."""
        for issue in (POLICE, Issue()):
            codes = {
                plain(row[0].text)
                for block in shown(issue).blocks
                if isinstance(block, Table)
                for row in block.rows
            }
            assert {i.code for i in ITEMS if i.asked_of(issue.role)} <= codes
            others = {i.code for i in ITEMS if not i.asked_of(issue.role)}
            assert not others & codes

    def test_there_is_room_for_remarks_where_none_are_asked_for(self):
        """A section that ends with notes needs no other room."""
        captions = [
            each.caption for each in shown().blocks if isinstance(each, Table)
        ]  # fmt: skip

        assert 1 == captions.count("Bemærkninger")

    def test_the_first_page_leads_to_no_sheet_and_says_what_must_be_said(self):
        """The limits of the figures, the privacy line, and until when."""
        words = "\n".join(
            plain(each.text)
            for each in shown().blocks
            if isinstance(each, Paragraph)
        )  # fmt: skip

        assert "arket" not in words.lower()
        assert "Frist: Senest 1. december." in words
        for kind in ("privacy", "origin", "result"):
            for notice in MAPPING.notice(kind):
                assert notice.text.get("da") in words

    def test_what_a_house_says_of_a_sheet_itself_is_kept(self):
        """Only the national line about the workbook's sheets is left out."""
        words = {"da": "Læg arket i postkassen."}
        own = {"kind": "reword", "at": "cover.1.text", "words": words}
        local = model_forms.adapt(changed(own, of=MAPPING))
        words = [
            plain(each.text)
            for each in shown(questionnaire=local).blocks
            if isinstance(each, Paragraph)
        ]

        assert "Sådan gør I: Læg arket i postkassen." in words


class TestFile:
    def test_it_stands_in_the_houses_document(self):
        """As a report does."""
        made = model_forms.print_form(MAPPING, issue=POLICE, template=house())

        document = docx.Document(BytesIO(made))
        assert "Søby Kommune" == document.paragraphs[0].text
        with pytest.raises(UnreadableDocument):
            model_forms.print_form(MAPPING, template=b"nothing")

    def test_it_is_not_read_back(self):
        """Answers typed on it are refused, with advice."""
        found = model_forms.import_(model_forms.print_form(MAPPING, issue=POLICE))

        assert not found.accepted
        assert ["not-a-form"] == [each.code for each in found.findings]

    def test_a_person_is_never_named_on_it(self):
        """The issue is checked as that of any form."""
        with pytest.raises(ExportRefused):
            model_forms.print_form(MAPPING, issue=Issue(respondent="010203-1234"))

    def test_a_tool_about_a_person_is_not_made_this_way(self):
        """It must be switched on by name."""
        with pytest.raises(OnlyOnPaper):
            model_forms.print_form("concern_reflection")


class TestCommand:
    def test_it_writes_the_paper_form(self, tmp_path):
        """In the language that was asked for."""
        to = tmp_path / "paper.docx"
        done = run("area_mapping", "--to", to, "--paper", "--lang", "en")

        assert 0 == done.exit_code, done.output
        titles = [each.text for each in docx.Document(to).paragraphs]
        assert "How to fill in the form" in titles

    @pytest.mark.parametrize(
        "more", [("--ledger", "l.json"), ("--switch-on", "area_mapping")]
    )
    def test_what_it_has_no_use_for_is_wrong_usage(self, tmp_path, more):
        """Nothing is written."""
        to = tmp_path / "paper.docx"
        done = run("area_mapping", "--to", to, "--paper", *more)

        assert 2 == done.exit_code
        assert not to.exists()

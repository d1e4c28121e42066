"""Whether anyone can read a document: what the library makes, and any other file."""

import json
import re
import runpy
from io import BytesIO
from itertools import groupby, islice
from pathlib import Path

import pytest
from click.testing import CliRunner

import model_forms
from house import house
from linted import documents, form, in_excel, in_word, seen, text, wheel
from model_forms.accessibility.rule import CLAUSES
from model_forms.accessibility.rules import RULES
from model_forms.cli import main
from model_forms.errors import UnreadableDocument
from model_forms.plugins import samples
from tools import mapping
from word_edits import Opened, answer

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"
TOOLS = [each.id for each in model_forms.list_() if each.id != "concern_reflection"]
GUIDES = ("catalogue", "extended_description", "followup_tool", "handout", "one_pager")
BY_OTHERS = {"returned", "first-tries", "to-correct"}
"""Folders of files that a partner's own program saved."""


def found(data):
    """Code, place and words of every finding, for whoever reads a failure."""
    return [
        (each.code, str(each.place), each.message.get("en"))
        for each in model_forms.lint(data)
    ]


@pytest.fixture(scope="module")
def road(tmp_path_factory):
    """Everything that the example writes."""
    folder = tmp_path_factory.mktemp("road")
    model_forms.demo(folder)
    return folder


class TestOwn:
    @pytest.mark.parametrize("language", ["da", "en"])
    @pytest.mark.parametrize("tool", TOOLS)
    def test_a_form_can_be_read_by_anyone(self, tool, language):
        """Nothing is found in a form, for one role or for all, nor on paper."""
        questionnaire = model_forms.installed().get(tool)
        for role in (None, next(iter(questionnaire.role))):
            issue = model_forms.Issue(
                role=role, respondent="Skolen", area="Søparken", language=language
            )
            for ending in (".xlsx", ".docx"):
                made = model_forms.export(questionnaire, issue=issue, format=ending)
                assert [] == found(made)
        assert [] == found(model_forms.print_form(questionnaire, issue=issue))

    @pytest.mark.parametrize("language", ["da", "en"])
    def test_a_tool_about_one_person_can_be_read_by_anyone(self, language):
        """Nothing is found in what is only printed."""
        made = model_forms.export(
            "concern_reflection",
            issue=model_forms.Issue(language=language),
            format=".docx",
            switch_on="concern_reflection",
        )

        assert [] == found(made)

    @pytest.mark.parametrize("language", ["da", "en"])
    @pytest.mark.parametrize("name", GUIDES)
    def test_a_guide_can_be_read_by_anyone(self, name, language):
        """Nothing is found in the materials."""
        assert [] == found(model_forms.guide(name, language=language))

    @pytest.mark.parametrize("language", ["da", "en"])
    @pytest.mark.parametrize("ending", [".docx", ".xlsx"])
    def test_a_wheel_can_be_read_by_anyone(self, ending, language):
        """Nothing is found in an annual wheel."""
        out = BytesIO()
        model_forms.plan("2026-08", out, language=language, format=ending)

        assert [] == found(out.getvalue())

    def test_the_whole_road_can_be_read_by_anyone(self, road):
        """Forms, reports, results, receipts and what else the example writes."""
        made = [e for e in documents(road) if not BY_OTHERS & set(e.parts)]
        alike = {"forms", "receipts"}
        few = [
            each
            for folder, group in groupby(made, lambda each: each.parent)
            for each in islice(group, 1 if folder.name in alike else None)
        ]

        assert 20 < len(few)
        assert {} == {e.name: told for e in few if (told := found(e))}

    @pytest.mark.parametrize("ending", [".docx", ".xlsx"])
    def test_an_english_result_can_be_read_by_anyone(self, road, ending):
        """Nothing is found in a report or a results workbook in English."""
        (file,) = road.glob("*-area_mapping/responses.jsonl")
        answers = model_forms.assess(model_forms.read_responses(file))

        made = model_forms.write_report(answers, language="en", format=ending)

        assert [] == found(made)

    def test_marking_a_file_shuts_nobody_out(self, road):
        """A return is as readable with its problems marked as it was without."""
        (marked,) = road.glob("*/to-correct/*.xlsx")
        (before,) = road.glob("*/first-tries/*.xlsx")

        assert seen(before) == seen(marked)

    def test_marking_a_document_shuts_nobody_out(self):
        """A Word form with its problems marked is as readable as before."""
        edited = Opened(form(".docx"))
        answer(edited.row("A3-02"), "måske")
        returned = edited.saved()

        marked = model_forms.mark_up(returned, model_forms.import_(returned))

        assert [] == found(returned)
        assert [] == found(marked)

    @pytest.mark.parametrize("ending", [".docx", ".xlsx"])
    def test_what_stands_in_the_example_templates(self, ending):
        """Nothing is found in a template, or in a form and a result made in it."""
        template = samples()[ending]
        issue = model_forms.Issue(role="school", respondent="Skolen", area="Søparken")
        answers = model_forms.assess([mapping("school", 3), mapping("police", 2)])

        assert [] == found(template)
        for made in (
            model_forms.export(
                "area_mapping", issue=issue, format=ending, template=template
            ),
            model_forms.write_report(answers, format=ending, template=template),
        ):
            assert [] == found(made)

    def test_a_report_in_a_house_s_own_document(self):
        """What the house's document lacks is found, and nothing of ours."""
        bare = house()
        report = model_forms.guide("one_pager", template=bare)

        assert {"alt-missing"} == {code for code, _ in seen(report)}
        assert ("alt-missing", "sidehoved") in seen(report)


class TestFiles:
    @pytest.mark.parametrize(
        "data",
        [b"", b"PK", b"%PDF-1.7", b"\xd0\xcf\x11\xe0", form(".docx")[:4000], b"a;b"],
        ids=["empty", "zip", "pdf", "old", "cut", "csv"],
    )
    def test_a_file_that_cannot_be_gone_through(self, data):
        """The error says why, in Danish and English."""
        with pytest.raises(UnreadableDocument) as caught:
            model_forms.lint(data)

        assert caught.value.reason.has("da")
        assert caught.value.reason.has("en")

    def test_the_content_says_what_it_is(self, tmp_path):
        """A workbook that is called a document is a workbook."""
        file = tmp_path / "skema.docx"
        file.write_bytes(in_excel(wheel(), lambda book: book.create_sheet("Noter")))

        assert [("sheet-empty", "Noter")] == seen(file)

    def test_places_are_told_in_the_language_asked_for(self):
        """Paragraph 4 is »afsnit 4«."""

        def edit(document):
            document.paragraphs[3].style = "Heading 4"

        edited = in_word(text(), edit)
        places = [
            str(each.place)
            for language in ("da", "en")
            for each in model_forms.lint(edited, language=language)
        ]

        assert ["afsnit 4", "paragraph 4"] == places


class TestCommand:
    @pytest.fixture
    def files(self, tmp_path):
        """One that is fine, one with advice, one with a fault, one that is none."""

        def untitled(document):
            document.core_properties.title = ""

        contents = {
            "fin.docx": text(),
            "raad.xlsx": in_excel(wheel(), lambda book: book.create_sheet("Noter")),
            "fejl.docx": in_word(text(), untitled),
            "intet.txt": b"intet",
        }
        for name, data in contents.items():
            (tmp_path / name).write_bytes(data)
        return tmp_path

    @pytest.mark.parametrize(
        ("name", "code"),
        [("fin.docx", 0), ("raad.xlsx", 0), ("fejl.docx", 1), ("intet.txt", 2)],
    )
    def test_the_exit_code(self, files, name, code):
        """Nothing or advice is 0, a fault or a doubt 1, no such document 2."""
        assert code == CliRunner().invoke(main, ["lint", str(files / name)]).exit_code

    def test_every_file_is_gone_through(self, files):
        """File, place, sentence; one that cannot be used stops no other."""
        names = [str(each) for each in sorted(files.iterdir())]

        told = CliRunner().invoke(main, ["lint", "--lang", "en", *names])

        lines = told.output.splitlines()
        assert 2 == told.exit_code
        assert lines[0].startswith(f"{names[0]}: The document has no title.")
        assert lines[1] == f"{names[1]}: no errors."
        assert lines[2].startswith(f"{names[2]}: The file cannot be read (only Word")
        assert lines[3].startswith(f"{names[3]}: note: Noter: The sheet")

    def test_as_json(self, files):
        """A list of file, accepted and findings."""
        told = CliRunner().invoke(main, ["lint", "--json", str(files / "fejl.docx")])

        (each,) = json.loads(told.output)
        assert not each["accepted"]
        assert ["title-missing"] == [e["code"] for e in each["findings"]]


class TestRules:
    @pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
    def test_a_rule_says_all_that_it_must(self, rule):
        """Title, reason and remedy in Danish and English; only advice has no clause."""
        for words in (rule.title, rule.why, *rule.mend.values()):
            assert words.has("da")
            assert words.has("en")
        assert rule.mend
        assert set(rule.clauses) <= set(CLAUSES)
        assert rule.clauses or rule.severity == "info"

    def test_each_rule_is_there_once(self):
        """No two rules share a code."""
        assert len(RULES) == len({each.code for each in RULES})

    def test_every_rule_has_a_fault_that_breaks_it(self):
        """The seeded faults know every rule."""
        faults = (ROOT / "tests" / "exporters").glob("test_lint_*.py")
        named = "".join(each.read_text("utf-8") for each in faults)

        assert [] == [e.code for e in RULES if f'"{e.code}"' not in named]

    def test_the_reference_is_what_the_rules_say(self):
        """The committed page equals what the rules give now."""
        made = runpy.run_path(str(REFERENCE / "make_accessibility.py"))["page"]()
        page = (REFERENCE / "accessibility.md").read_text(encoding="utf-8")

        assert made == page
        assert {e.code for e in RULES} == set(
            re.findall(r"^### `([a-z-]+)`", page, re.MULTILINE)
        )

"""Making guides: the verb of the face, and the command."""

from __future__ import annotations

import io
import json

import docx
import pytest
from click.testing import CliRunner

import model_forms
from builders import answered
from house import house
from model_forms.catalog import packs
from model_forms.cli import main
from model_forms.errors import UnknownGuide, UnreadableDocument, UnsupportedFormat


def run(*arguments):
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture
def template(tmp_path):
    path = tmp_path / "house.docx"
    path.write_bytes(house())
    return path


def response():
    mapping = model_forms.installed().get("area_mapping")
    return answered(mapping, residents_feel_safe=3, willing_to_report=2)


def footer(data):
    return docx.Document(io.BytesIO(data)).sections[0].footer.paragraphs[0].text


class TestFace:
    def test_a_guide_goes_to_a_path_or_a_file_object(self, tmp_path):
        """What is written is what is returned."""
        path, stream = tmp_path / "a.docx", io.BytesIO()
        data = model_forms.guide("one_pager", path)

        assert data == path.read_bytes()
        model_forms.guide("one_pager", stream, format=".docx")
        assert data == stream.getvalue()

    def test_it_stands_in_the_houses_document(self, template):
        """The template is a path, bytes or a file object."""
        for given in (template, template.read_bytes(), io.BytesIO(house())):
            data = model_forms.guide("one_pager", template=given)
            assert footer(data) == "Rådhusvej 1, 9999 Søby"

    def test_so_does_a_report(self, template):
        """Reports of answers take the same templates."""
        found = model_forms.assess([response()])
        data = model_forms.write_report(found, template=template)

        assert footer(data) == "Rådhusvej 1, 9999 Søby"

    def test_what_is_not_there_is_told(self, tmp_path, template):
        """An unknown guide, another format, a template that is none."""
        with pytest.raises(UnknownGuide, match="Did you mean 'handout'"):
            model_forms.guide("hand_out")
        with pytest.raises(UnsupportedFormat):
            model_forms.guide("handout", tmp_path / "a.pdf")
        template.write_bytes(b"x")
        with pytest.raises(UnreadableDocument, match=r"^house\.docx: "):
            model_forms.guide("handout", template=template)


class TestCommand:
    def test_it_writes_a_guide(self, tmp_path):
        """The file is made in the language asked for."""
        out = tmp_path / "a.docx"
        result = run("guide", "one_pager", "--to", out, "--lang", "en")

        assert 0 == result.exit_code, result.output
        assert f"Wrote {out}\n" == result.stderr
        assert docx.Document(out).core_properties.language == "en-GB"

    def test_its_help_lists_the_guides(self):
        """Names and titles, and an example to copy."""
        told = run("guide", "--help").output

        for name in ("catalogue", "handout", "one_pager"):
            assert f"  {name}  " in told
        assert "model-forms guide catalogue --to" in told

    def test_an_unknown_name_is_answered_in_the_users_language(self, tmp_path):
        """One line on standard error, and nothing is written."""
        result = run("guide", "catalog", "--to", tmp_path / "a.docx")

        assert 2 == result.exit_code
        assert "Fejl: Der er intet materiale, som hedder »catalog«." in result.stderr
        assert "Mente I »catalogue«?" in result.stderr
        assert [] == list(tmp_path.iterdir())

    def test_a_template_is_kept(self, tmp_path, template):
        """The house's footer is below the text."""
        out = tmp_path / "a.docx"
        result = run("guide", "one_pager", "--to", out, "--template", template)

        assert 0 == result.exit_code, result.output
        assert footer(out.read_bytes()) == "Rådhusvej 1, 9999 Søby"

    def test_a_template_that_is_none_is_refused(self, tmp_path, template):
        """The message names the file and says what is wrong with it."""
        template.write_bytes(b"no document")
        out = tmp_path / "a.docx"
        result = run("guide", "one_pager", "--to", out, "--template", template)

        assert 2 == result.exit_code
        said = "house.docx kan ikke bruges (den er ikke et Word-dokument (.docx))."
        assert said in result.stderr
        assert not out.exists()

    def test_assess_takes_a_template_too(self, tmp_path, template):
        """The report stands in the house's document."""
        answers, out = tmp_path / "answers.jsonl", tmp_path / "report.docx"
        answers.write_text(json.dumps(model_forms.response_to(response())))
        run("assess", answers, "--to", out, "--template", template)

        assert footer(out.read_bytes()) == "Rådhusvej 1, 9999 Søby"

    def test_a_file_that_no_template_suits_is_written_without_and_told(
        self, tmp_path, template
    ):
        """A workbook is not written in a document."""
        answers, out = tmp_path / "answers.jsonl", tmp_path / "results.xlsx"
        answers.write_text(json.dumps(model_forms.response_to(response())))
        done = run("assess", answers, "--to", out, "--template", template)

        assert 0 == done.exit_code
        assert "house.docx passer ikke til .xlsx-filer" in done.stderr
        assert out.exists()

    def test_receipts_and_pages_take_a_template(self, tmp_path, template):
        """The annual wheel, what differs between versions, and receipts."""
        wheel, page = tmp_path / "wheel.docx", tmp_path / "diff.docx"
        run("plan", "--start", "2026-11", "--to", wheel, "--template", template)
        two = ("area_mapping@1.0.0", "area_mapping@1.1.0")
        run("diff", *two, "--to", page, "--template", template)
        form = tmp_path / "form.xlsx"
        run("export", "collaboration", "--to", form, "--role", "police")
        given = ("--receipts", tmp_path / "receipts", "--template", template)
        run("import", form, *given)
        (receipt,) = (tmp_path / "receipts").iterdir()

        for path in (wheel, page, receipt):
            assert footer(path.read_bytes()) == "Rådhusvej 1, 9999 Søby"


class TestCheck:
    def test_a_sound_guide_has_no_findings(self):
        """Whoever writes a guide can look before it is made."""
        folder = packs()["model_forms_prevention"] / "guides"

        assert () == model_forms.check(folder / "handout.da.md")

    def test_what_is_wrong_is_told_with_its_line(self, tmp_path):
        """A directive that nobody knows."""
        path = tmp_path / "mine.da.md"
        head = "---\ntitle: T\nsubtitle: S\nversion: 1.0.0\nsummary: S\n"
        text = f"{head}length: short\n---\n\n# A\n\n{{{{ itms area_mapping }}}}\n"
        path.write_text(text, encoding="utf-8")

        found = model_forms.check(path)

        assert any("11" in str(each.place) for each in found)
        assert any("Did you mean" in each.message.get("en") for each in found)

    def test_another_name_is_no_guide(self, tmp_path):
        """The language is part of the name."""
        path = tmp_path / "notes.md"
        path.write_text("# A", encoding="utf-8")

        with pytest.raises(UnreadableDocument):
            model_forms.check(path)

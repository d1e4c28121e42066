"""Forms in Word that LibreOffice has saved again: the answers are right, or refused."""

import pytest
from attrs import evolve

import model_forms
from letterhead import letterhead
from model_forms.issue import Issue
from model_forms.response import Given
from model_forms_word.write_form import write_form
from office_program import convert, fill
from tools import MAPPING, NEEDS, PLAN, response
from word_edits import (
    W14,
    Opened,
    answer,
    blocks,
    cells,
    code_of,
    copied,
    remark,
    text_of,
    w,
)

ISSUE = Issue(respondent="Gruppen", area="Søparken", round="2026-11")
TOOLS = {"mapping": MAPPING, "needs": NEEDS, "plan": PLAN}


def filled(tool):
    """A form of *tool* with most of its fields filled in, as Word would save it."""
    document = Opened(model_forms.export(tool, issue=ISSUE, format=".docx"))
    for number, row in enumerate(document.rows):
        fields = list(cells(row)[2].iter(w("sdt")))
        if not fields or number % 3 == 0:
            continue
        labels = [each.get(w("displayText")) for each in fields[0].iter(w("listItem"))]
        if labels:
            answer(row, labels[number % len(labels)])
        elif list(fields[0].iter(w("calendar"))):
            answer(row, f"0{1 + number % 9}-02-2026")
        elif list(fields[0].iter(f"{{{W14}}}checkbox")):
            if text_of(cells(row)[1]) not in {"Ved ikke", "Ingen"}:
                answer(row)
        else:
            answer(row, str(number % 90))
            if list(cells(row)[3].iter(w("sdt"))):
                remark(row, f"Bemærkning æøå {number}")
    return document


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The forms, and each saved again as docx, and as odt and then docx."""
    folder = tmp_path_factory.mktemp("word")
    documents = {name: filled(tool) for name, tool in TOOLS.items()}
    first = blocks(documents["needs"], "N1-01")[0]
    title = next(r for r in copied(first).iter(w("tr")) if code_of(r)[:-1] == "N1-01")
    answer(title, "En kopi")
    for name, document in documents.items():
        (folder / f"{name}.docx").write_bytes(document.saved())
    names = list(TOOLS)
    given = [folder / f"{name}.docx" for name in names]
    convert(given, "docx", folder / "again")
    convert(given, "odt", folder / "open")
    convert([folder / "open" / f"{n}.odt" for n in names], "docx", folder / "back")
    return folder


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


def typed_into(document):
    """What stands in the filled fields of a form, by the code of the row."""
    found = {}
    for row in document.rows:
        beside = [said(each) for each in cells(row)[2:4]]
        if any(beside) and code_of(row) not in found:
            found[code_of(row)] = (*beside, "")[:2]
    return found


def said(cell):
    """What was typed into the field of a cell; a box that is not ticked is empty."""
    field = next(cell.iter(w("sdt")), None)
    hint = field is None or next(field.iter(w("showingPlcHdr")), None) is not None
    text = "" if hint else text_of(field)
    return "" if text == "☐" else text


def typed_in_word(tool):
    """The same form as Word would save it when the same was typed."""
    document, fields = Opened(write_form(tool, ISSUE)), typed_into(filled(tool))
    for row in document.rows:
        for put, text in zip(
            (answer, remark), fields.get(code_of(row), ()), strict=False
        ):
            if text:
                put(row, text)
    return document.saved()


@pytest.fixture(scope="module")
def typed(tmp_path_factory):
    """Forms that were filled in through UNO, in our document and in a house's."""
    folder = tmp_path_factory.mktemp("typed")
    jobs = []
    for name, tool in TOOLS.items():
        template = letterhead() if name == "plan" else None
        empty = write_form(tool, ISSUE, template=template)
        (folder / f"{name}.docx").write_bytes(empty)
        jobs.append({
            "open": str(folder / f"{name}.docx"),
            "fields": typed_into(filled(tool)),
            "save": str(folder / f"{name}-typed.docx"), "filter": "docx",
            "also": [(str(folder / f"{name}-typed.{e}"), e) for e in ("odt", "doc")],
        })  # fmt: skip
    fill(jobs)
    odt = [folder / f"{name}-typed.odt" for name in TOOLS]
    convert(odt, "docx", folder / "back")
    return folder


@pytest.mark.office
class TestTypedIn:
    """A person fills in every kind of field in LibreOffice Writer."""

    @pytest.mark.parametrize("name", list(TOOLS))
    @pytest.mark.parametrize("way", ["", "back"])
    def test_what_was_typed_is_read(self, typed, name, way):
        """Saved as docx, or as odt and then docx: every answer is as it was typed."""
        read = model_forms.import_(typed / way / f"{name}-typed.docx")
        truth = model_forms.import_(typed_in_word(TOOLS[name]))

        assert bare(truth.response.answers) == bare(read.response.answers)
        assert read.response.answers
        assert () == read.response.additions

    @pytest.mark.parametrize("name", list(TOOLS))
    def test_the_old_format_gets_advice(self, typed, name):
        """A .doc is not read, but recognised."""
        (finding,) = model_forms.import_(typed / f"{name}-typed.doc").findings

        assert "old-doc" == finding.code


@pytest.mark.office
class TestSavedAgain:
    @pytest.mark.parametrize("name", list(TOOLS))
    @pytest.mark.parametrize("way", ["again", "back"])
    def test_the_answers_are_the_same(self, folder, name, way):
        """Tags and hints are lost; the codes, bookmarks and lists are enough."""
        before = model_forms.import_(folder / f"{name}.docx")
        after = model_forms.import_(folder / way / f"{name}.docx")

        assert before.response.answers == after.response.answers
        assert [f.code for f in before.findings] == [f.code for f in after.findings]
        assert () == after.response.additions

    def test_copied_blocks_are_rows_there_too(self, folder):
        """What LibreOffice makes of a repeating section keeps every block."""
        read = model_forms.import_(folder / "back" / "needs.docx")
        titles = [row.get("need_title") for row in read.response.answers["needs"].value]

        assert "En kopi" in [each.value for each in titles if each]

    def test_open_document_is_named_with_advice(self, folder):
        """The file that LibreOffice saves by default is not read, but recognised."""
        (finding,) = model_forms.import_(folder / "open" / "needs.odt").findings

        assert "open-document" == finding.code

    def test_a_prefilled_form_survives_too(self, folder, tmp_path):
        """Answers that stood there beforehand come back through both formats."""
        rows = tuple({"need_title": Given(value=f"Behov æ{n}")} for n in range(2))
        before = response(NEEDS, needs=rows, need_disagreements="To linjer\nher")
        data = model_forms.export(NEEDS, response=before, format=".docx")
        (tmp_path / "x.docx").write_bytes(data)
        convert([tmp_path / "x.docx"], "odt", tmp_path)
        convert([tmp_path / "x.odt"], "docx", tmp_path / "back")
        read = model_forms.import_(tmp_path / "back" / "x.docx").response.answers

        assert "To linjer\nher" == read["need_disagreements"].value
        assert ["Behov æ0", "Behov æ1"] == [
            row["need_title"].value for row in read["needs"].value
        ]

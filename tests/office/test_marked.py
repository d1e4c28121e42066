"""Marked files that are opened, corrected and saved in LibreOffice."""

import re

import pytest

import model_forms
from marked import ISSUE, MAPPING, parts
from model_forms_excel.cells import a1
from model_forms_excel.layout import ANSWER, REMARK, layout
from model_forms_excel.read_book import read_book
from office_program import convert, fill

WAYS = [(one, two) for one in ("xlsx", "ods") for two in ("xlsx", "ods")]
UNICODE = "csv:Text - txt - csv (StarCalc):44,34,76"
pytestmark = pytest.mark.office


def places(sheet, row, column):
    """Return where something is typed on the school's own sheet."""
    grid = layout(model_forms.installed().get(MAPPING), "school", "da").sheets[sheet]
    return grid.name, a1(grid.rows[row], column)


WRONG = [
    (*places(0, "school_wellbeing", ANSWER), "vist nok"),
    (*places(0, "school_wellbeing", REMARK), "Skriv til ole@example.dk"),
    (*places(0, "us_them_talk", ANSWER), "I stor grad"),
    (*places(1, "area_population", ANSWER), "mange"),
]
RIGHT = [
    (*places(0, "school_wellbeing", ANSWER), "I meget høj grad"),
    (*places(0, "school_wellbeing", REMARK), "Skriv til skolen"),
    (*places(0, "us_them_talk", ANSWER), "Ved ikke"),
    (*places(1, "area_population", ANSWER), "2140"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A form filled in by LibreOffice, marked, and corrected there, in four ways."""
    found = tmp_path_factory.mktemp("marked")
    blank = found / "blank.xlsx"
    model_forms.export(MAPPING, blank, issue=ISSUE)
    fill([job(blank, found / f"wrong.{one}", WRONG) for one in ("xlsx", "ods")])
    for one in ("xlsx", "ods"):
        wrong = found / f"wrong.{one}"
        made = model_forms.mark_up(wrong, model_forms.import_(wrong))
        (found / f"marked.{one}").write_bytes(made)
    fill([
        job(found / f"marked.{one}", found / f"right_{one}.{two}", RIGHT)
        for one, two in WAYS
    ])  # fmt: skip
    fill([
        job(found / f"marked.{one}", found / f"untouched_{one}.{two}", [])
        for one, two in WAYS
    ])  # fmt: skip
    return found


def job(opened, saved, typed):
    return {
        "open": str(opened), "save": str(saved), "filter": saved.suffix[1:],
        "typed": typed,
    }  # fmt: skip


@pytest.mark.parametrize(("one", "two"), WAYS)
class TestCorrected:
    def test_a_corrected_file_is_accepted(self, folder, one, two):
        """The answers are the corrected ones, and no mark is an addition."""
        read = model_forms.import_(folder / f"right_{one}.{two}")

        assert ((), True) == (read.findings, read.accepted)
        assert () == read.response.additions
        assert 4 == read.response.answer("school_wellbeing").value
        assert 2140 == read.response.answer("area_population").value

    def test_a_file_that_was_only_saved_is_told_the_same(self, folder, one, two):
        """Every problem is still there, at its cell."""
        before = model_forms.import_(folder / f"wrong.{one}")
        after = model_forms.import_(folder / f"untouched_{one}.{two}")

        assert 4 == len(before.findings)
        assert before.findings == after.findings
        assert before.response.additions == after.response.additions

    def test_it_can_be_marked_once_more(self, folder, one, two):
        """Page, marks and highlights are replaced, whatever program saved them."""
        path = folder / f"untouched_{one}.{two}"
        read = model_forms.import_(path)
        made = model_forms.mark_up(path, read)
        sheets = [each.name for each in read_book(made).sheets]
        text = b"".join(
            part for name, part in parts(made).items() if "settings" not in name
        ).decode(errors="replace")

        rules = re.findall(r"(?:<formula>|formula-is\()LEFT\(", text)

        assert 1 == sum(each.startswith("Ret dette") for each in sheets)
        assert read.findings == model_forms.import_(made).findings
        assert len(rules) in {3, 4}  # two of the four cells stand in one row


@pytest.mark.parametrize("one", ["xlsx", "ods"])
class TestShown:
    def test_the_page_is_the_first_thing_that_is_printed(self, folder, one, tmp_path):
        """LibreOffice opens the file and shows the list with its words."""
        convert([folder / f"marked.{one}"], UNICODE, tmp_path)
        (csv,) = tmp_path.glob("*.csv")
        text = csv.read_text(encoding="utf-8")

        assert "Ret de markerede felter" in text
        assert "»vist nok« er ikke en svarmulighed" in text

"""Workbooks in a house's own look, opened and saved by LibreOffice."""

import pytest

import model_forms
from house_book import edited, house_book
from model_forms.assessment import assess
from model_forms.example import embedded
from model_forms.plugins import samples
from model_forms_excel.house import house_in
from model_forms_excel.write_results import results_and_places
from office_program import convert
from results_book import (
    differences,
    formulas_that_differ,
    opened,
    without_values,
)

pytestmark = pytest.mark.office
SHIPPED = samples()[".xlsx"]
MAPPING = model_forms.installed().get("area_mapping")


def filled(template):
    """A form with an answer, and a word written beside it."""
    issue = model_forms.Issue(role="police", area="Søparken", round="2026-11")
    data = model_forms.export(MAPPING, issue=issue, template=template, format=".xlsx")

    def fill(book):
        sheet = book["Kortlægning"]
        (key,) = (c for (c,) in sheet["A1:A99"] if c.value == "gang_presence")
        key.offset(0, 3).value = "I høj grad"
        sheet["H9"] = "Hej med jer"

    return edited(data, fill)


class TestComesBack:
    def test_a_form_says_the_same_whichever_program_saved_it(self, tmp_path):
        """No word of the house becomes an addition, nor does it hide one."""
        for name, template in (("own", SHIPPED), ("drawn", house_book())):
            (tmp_path / f"{name}.xlsx").write_bytes(filled(template))
        made = sorted(tmp_path.glob("*.xlsx"))
        for kind in ("xlsx", "ods"):
            convert(made, kind, tmp_path / kind)
            for each in sorted((tmp_path / kind).iterdir()):
                read = model_forms.import_(each)

                assert read.response.answers["gang_presence"].value == 3
                assert [e.text for e in read.response.additions] == ["Hej med jer"]
                assert read.findings == ()
                assert model_forms.adopt(each.read_bytes()).adaptation.is_empty


class TestResults:
    def test_formulas_come_to_the_same_behind_a_letterhead(self, tmp_path):
        """A front before them moves no cell that they refer to."""
        read = (
            model_forms.import_(e.read_bytes())
            for e in embedded("area_mapping").returned
        )
        panel = [each.response for each in read if each.response is not None]
        found = assess(MAPPING, panel)
        data, places = results_and_places(found, house=house_in(SHIPPED))
        path = tmp_path / "results.xlsx"
        path.write_bytes(without_values(data))
        convert([path], "xlsx", tmp_path / "out")
        book = opened((tmp_path / "out" / "results.xlsx").read_bytes())

        assert not list(formulas_that_differ(data, book))
        assert not list(differences(MAPPING, book, places))

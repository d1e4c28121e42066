"""The chapter and the sheet on change since earlier rounds."""

import io
import zipfile

import pytest
from attrs import evolve

import model_forms
from model_forms.report.assessment_report import assessment_report
from model_forms.report.blocks import Charts, Heading, Table, plain
from tools import FOLLOWUP, mapping, response


def followup(round, value):
    """Roles that give one value to every question on a scale of numbers."""
    answers = {
        key: value
        for key, item in FOLLOWUP.items.items()
        if getattr(item.answer, "scale", None)
        and FOLLOWUP.scale[item.answer.scale].option(value)
    }
    return [
        response(FOLLOWUP, role, round=round, **answers)
        for role in [*FOLLOWUP.role][:5]
    ]


@pytest.fixture(scope="module")
def drivers():
    """Two rounds of following up."""
    return model_forms.assess(followup("2026-05", 1), before=followup("2025-11", 2))


@pytest.fixture(scope="module")
def themes():
    """Two rounds of the mapping."""
    roles = ("police", "ssp")
    return model_forms.assess(
        [evolve(mapping(role, 2), round="2027-11") for role in roles],
        before=[mapping(role, 1) for role in roles],
    )


def charts(found):
    blocks = assessment_report(found, "da").blocks
    return [one for each in blocks if isinstance(each, Charts) for one in each.charts]


class TestLines:
    def test_a_theme_has_both_its_profiles_in_one_chart(self, themes):
        """Beside each other, never added up."""
        (safety,) = (e for e in charts(themes) if "Tryghed" in e.title)

        assert ("2026-11", "2027-11") == safety.categories
        assert ["resources", "challenges"] == [each.profile for each in safety.series]

    def test_a_driver_has_a_chart_from_end_to_end_of_its_own_scale(self, drivers):
        """Per cent in place, and what was got out of it from 1 to 5."""
        ends = {(each.low, each.high) for each in charts(drivers)}

        assert {(0, 100), (1, 5)} <= ends
        assert all(1 == len(each.series) for each in charts(drivers))

    def test_the_numbers_are_told_to_who_cannot_see_them(self, drivers):
        """Each round by its name."""
        for each in charts(drivers):
            assert "2025-11: " in each.alt
            assert "2026-05: " in each.alt

    def test_each_line_is_drawn_in_the_workbook_too(self, drivers):
        """As many charts as in the report, besides those of the overview."""
        with_change = model_forms.write_report(drivers, format=".xlsx")
        alone = model_forms.assess(followup("2026-05", 1))
        without = model_forms.write_report(alone, format=".xlsx")

        def drawn(data):
            names = zipfile.ZipFile(io.BytesIO(data)).namelist()
            return sum(each.startswith("xl/charts/chart") for each in names)

        assert len(charts(drivers)) == drawn(with_change) - drawn(without)


class TestNothingBefore:
    def test_without_an_earlier_round_nothing_is_told(self):
        """No chapter, and no lines."""
        blocks = assessment_report(model_forms.assess(followup("2026-05", 1)), "da")
        heads = [e.text for e in blocks.blocks if isinstance(e, Heading)]

        assert "Udviklingen siden sidst" not in heads
        assert not [each for each in blocks.blocks if isinstance(each, Charts)]


class TestTable:
    def test_a_change_is_told_with_its_sign(self, themes):
        """From 1 to 2 on a scale of 0 to 4 is 25 points of 100."""
        (table,) = (
            each
            for each in assessment_report(themes, "da").blocks
            if isinstance(each, Table) and each.caption == "Tallene før og nu"
        )
        rows = {plain(row[0].text): [plain(e.text) for e in row] for row in table.rows}
        row = rows["Tryghed og kriminalitet (udfordringer)"]

        assert ["+25", "+25"] == row[3:5]

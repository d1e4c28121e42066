"""Public figures: read or told of, filled in with their source, few never shown."""

import csv
import io
import json
import re
import zipfile
from copy import deepcopy
from datetime import date
from fractions import Fraction

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import model_forms
from model_forms.catalog import packs
from model_forms.errors import (
    DefinitionRejected,
    NotComparable,
    UnreadableDocument,
)
from model_forms.figures import (
    figures_findings,
    figures_from,
    indicators,
    prefilled,
    read_figures,
    read_indicators,
    remark,
)
from model_forms.figures.table import MOST_BYTES, MOST_ROWS
from model_forms.figures.typed import day, number, years
from model_forms.finding import line
from model_forms.issue import Issue
from model_forms.privacy import is_personal
from model_forms.questionnaire import Choice

HEADER = "indicator;value;year;unit;n;source;fetched"
MAPPING = model_forms.installed().get("area_mapping@1.0.0")
KNOWN = indicators(MAPPING)
UNITS = {each.key: each.unit for each in KNOWN}
GOOD = {
    "indicator": "share_outside_work_education",
    "value": "38,2",
    "year": "2025",
    "unit": "percent",
    "n": "1320",
    "source": "Landsbyggefonden, Beboerdata",
    "fetched": "01-10-2026",
}
SAFE = {"indicator": "share_feel_safe", "value": "74.5", "n": "286"}


def sheet(*rows, header=HEADER):
    """A file of these rows, each a change to one that is right."""
    lines = [";".join({**GOOD, **row}.values()) for row in rows]
    return "\n".join([header, *lines]).encode()


def read(data):
    return figures_from(data, "figures.csv", MAPPING, KNOWN)


def codes(found):
    return [each.code for each in found.findings]


def words(found):
    """Everything that the findings say, and where."""
    return "\n".join(
        line(each, lang) for each in found.findings for lang in ("da", "en")
    )


class TestNumbers:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("38,2", Fraction("38.2")), ("38.2", Fraction("38.2")),
            ("0,345", Fraction("0.345")),
            ("2140", 2140), ("2 140", 2140), ("2\u00a0140,5", Fraction("2140.5")),
            ("1.234,5", Fraction("1234.5")), ("1,234.5", Fraction("1234.5")),
            ("1.234.567", 1234567), ("1234,567", Fraction("1234.567")),
            ("-3", -3), ("−3,5", Fraction("-3.5")), ("+7", 7),
        ],
    )  # fmt: skip
    def test_a_number_with_one_reading_is_read(self, text, value):
        """Comma or point, with or without thousands."""
        assert value == number(text)

    @pytest.mark.parametrize("text", ["1.234", "1,234", "12.345", "-999,999"])
    def test_a_number_with_two_readings_is_not(self, text):
        """Three digits after the only mark may be thousands or decimals."""
        assert "ambiguous-number" == number(text)

    @pytest.mark.parametrize(
        "text",
        ["", "x", "38 %", "1e3", "1,2,3", "1.23.456", "nan", "٣", "1_000", "--1"],
    )
    def test_what_is_no_number_is_not(self, text):
        """Nor is a number with its unit."""
        assert "not-a-number" == number(text)

    @given(st.decimals(0, 10**6, places=2), st.sampled_from(".,"))
    def test_two_decimals_are_always_read(self, value, mark):
        """Whatever the mark."""
        assert Fraction(value) == number(f"{value:.2f}".replace(".", mark))

    @given(st.dates(date(1000, 1, 1)))
    def test_a_day_is_read_in_both_orders(self, value):
        """ISO, and the Danish way with hyphens or full stops."""
        danish = f"{value:%d-%m-}{value.year}"

        assert value == day(value.isoformat())
        assert value == day(danish) == day(danish.replace("-", "."))

    @pytest.mark.parametrize(
        "text", ["32-10-2026", "2026-13-01", "01/10/2026", "", "x"]
    )
    def test_what_is_no_day_is_not(self, text):
        """A slash is written by those who put the month first, too."""
        assert day(text) is None

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("2025", (2025,)), ("2024-2025", (2024, 2025)), ("2024/2025", (2024, 2025)),
            ("2025-2024", None), ("25", None), ("1066", None), ("", None),
        ],
    )  # fmt: skip
    def test_a_year_may_be_two(self, text, found):
        """The mean of two years has both, in order."""
        assert found == years(text)


class TestReading:
    def test_a_right_row_gives_a_figure_and_no_findings(self):
        """With everything that was said of it."""
        found = read(sheet({}))

        (figure,) = found.figures
        assert () == found.findings
        assert (Fraction("38.2"), "2025", 1320, date(2026, 10, 1)) == (
            figure.value, figure.year, figure.n, figure.fetched,
        )  # fmt: skip

    @pytest.mark.parametrize(
        ("row", "code", "column"),
        [
            ({"indicator": "share_outside_work"}, "unknown-indicator", "indicator"),
            ({"indicator": ""}, "unknown-indicator", "indicator"),
            ({"value": ""}, "no-value", "value"),
            ({"value": "mange"}, "not-a-number", "value"),
            ({"value": "38.200"}, "ambiguous-number", "value"),
            ({"value": "0,38"}, "out-of-range", "value"),
            ({"value": "101"}, "out-of-range", "value"),
            ({"value": "-1"}, "out-of-range", "value"),
            ({"unit": "ratio"}, "wrong-unit", "unit"),
            ({"unit": ""}, "wrong-unit", "unit"),
            ({"n": "mange"}, "not-a-count", "n"),
            ({"n": "1.320"}, "not-a-count", "n"),
            ({"n": "-5"}, "not-a-count", "n"),
            ({"year": "25"}, "not-a-year", "year"),
            ({"year": "2027"}, "future-year", "year"),
            ({"source": ""}, "no-source", "source"),
            ({"source": "..."}, "no-source", "source"),
            ({"source": "x" * 201}, "too-long", "source"),
            ({"source": "Ring til Anne, 010190-1234"}, "personal-data", "source"),
            ({"source": "Sag nr"}, "personal-data", "source"),
            ({"fetched": "i går"}, "not-a-date", "fetched"),
            ({"fetched": ""}, "not-a-date", "fetched"),
        ],
    )
    def test_a_wrong_cell_keeps_its_row_out(self, row, code, column):
        """Told with file, line and column."""
        found = read(sheet(SAFE, row))

        assert [code] == codes(found)
        assert f"figures.csv:3:{column}" == str(found.findings[0].place)
        assert found.findings[0].is_error
        assert ["share_feel_safe"] == [each.indicator.key for each in found.figures]

    def test_everything_wrong_is_told_at_once(self):
        """All cells of a row, and all rows."""
        found = read(
            sheet(
                {"value": "x", "year": "x", "unit": "x", "source": "", "fetched": "x"},
                {"indicator": "x"},
            )
        )

        assert {
            "not-a-number", "not-a-year", "wrong-unit", "no-source", "not-a-date",
            "unknown-indicator",
        } == set(codes(found))  # fmt: skip

    def test_a_near_miss_is_named(self):
        """An indicator written wrong, with the one that was meant."""
        found = read(sheet({"indicator": "share_outside_work_educaton"}))

        assert "Mente I »share_outside_work_education«?" in words(found)

    def test_the_unit_that_is_wanted_is_named(self):
        """Nothing is converted."""
        found = read(sheet({"value": "0,382", "unit": "ratio"}))

        assert () == found.figures
        assert "skal være »procent«" in words(found)

    def test_a_figure_that_stands_twice_is_not_used(self):
        """Neither row is better than the other."""
        found = read(sheet({}, {"value": "40"}, SAFE))

        assert ["repeated-indicator"] * 2 == codes(found)
        assert ["share_feel_safe"] == [each.indicator.key for each in found.figures]
        assert "linje 3" in line(found.findings[0])
        assert "linje 2" in line(found.findings[1])

    def test_a_survey_without_its_count_is_doubtful(self):
        """Filled in, and said so."""
        found = read(sheet({**SAFE, "n": ""}))

        assert ["no-count"] == codes(found)
        assert "Antal mangler" in words(found)
        assert "Antal svar er ikke oplyst." in remark(found.figures[0], "da")

    def test_a_register_figure_needs_no_count(self):
        """Beboerdata does not always give it."""
        assert () == read(sheet({"n": ""})).findings

    @pytest.mark.parametrize(
        ("count", "told"), [("3", True), ("29", True), ("30", False)]
    )
    def test_fewer_than_thirty_is_uncertain(self, count, told):
        """Filled in, and marked in the remark."""
        found = read(sheet({**SAFE, "value": "50" if count == "30" else "100",
                            "n": count}))  # fmt: skip

        assert (["uncertain"] if told else []) == codes(found)
        assert told is (
            "Usikkert: bygger på færre end 30." in remark(found.figures[0], "da")
        )

    @pytest.mark.parametrize(("count", "told"), [("99", True), ("100", False)])
    def test_a_small_area_is_advised_against(self, count, told):
        """Filled in all the same: it is the municipality's choice."""
        population = {"indicator": "area_population", "unit": "personer", "n": ""}

        found = read(sheet({**population, "value": count}))
        assert (["small-area"] if told else []) == codes(found)
        assert 1 == len(found.figures)


class TestFile:
    def test_danish_headings_and_a_byte_order_mark_are_read(self):
        """As Excel writes them."""
        header = "\ufeffIndikator;Værdi;År;Enhed;Antal;Kilde;Hentet"
        found = read(sheet({}, header=header))

        assert 1 == len(found.figures)
        found = read(sheet({"value": "x"}, header=header))
        assert "figures.csv:2:Værdi" == str(found.findings[0].place)

    @pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
    def test_every_kind_of_line_ending_is_read(self, ending):
        """With the right line number."""
        data = sheet({}, {"indicator": "x"}).replace(b"\n", ending.encode())

        assert "figures.csv:3:indicator" == str(read(data).findings[0].place)

    def test_commas_split_with_quoted_decimals(self):
        """A decimal comma in quotation marks is one cell."""
        stream = io.StringIO()
        csv.writer(stream).writerows([HEADER.split(";"), GOOD.values()])

        assert 1 == len(read(stream.getvalue().encode()).figures)

    def test_a_decimal_comma_that_splits_a_cell_is_told(self):
        """The row is not read as something else."""
        data = sheet({"source": "LBF"}).replace(b";", b",")

        found = read(data)
        assert (["too-many-cells"], ()) == (codes(found), found.figures)
        assert "semikolon" in words(found)

    def test_empty_cells_and_lines_are_nothing(self):
        """Excel leaves both behind."""
        found = read(sheet({}).replace(b"2026", b"2026;;") + b"\n;;;;;;;;\n\n")

        assert (1, ()) == (len(found.figures), found.findings)

    def test_a_missing_column_is_told_by_name(self):
        """All of them, and what was probably meant."""
        found = read(sheet({}, header="indicator;value;year;unit;antl;kild;fetched"))

        assert ["missing-column"] * 2 + ["unknown-column"] * 2 == codes(found)
        assert "Mente I »antal«?" in words(found)
        assert () == found.figures

    def test_a_column_that_stands_twice_is_refused(self):
        """Which of the two would be a guess."""
        found = read(
            sheet({}, header="indicator;value;year;unit;n;source;fetched;værdi")
        )

        assert ["repeated-column"] == codes(found)

    def test_another_column_is_not_read(self):
        """It is said, and the figures are read."""
        found = read(b"\n".join(each + b";note"
                                for each in sheet({}).split(b"\n")))  # fmt: skip

        assert (["unknown-column"], 1) == (codes(found), len(found.figures))

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b"", "no-rows"),
            (b"\xef\xbb\xbf", "no-rows"),
            (HEADER.encode(), "no-rows"),
            ("værdi".encode("cp1252"), "not-utf-8"),
            (HEADER.encode("utf-16"), "not-utf-8"),
            (sheet({"source": '"x'}), "not-csv"),
            (sheet({"source": "x" * 200_000}), "not-csv"),
            (b"x" * (MOST_BYTES + 1), "too-large"),
            (sheet(*[{}] * (MOST_ROWS + 1)), "too-large"),
        ],
    )
    def test_a_file_that_cannot_be_read_is_told(self, data, code):
        """In a finding, not an exception."""
        assert code in codes(read(data))

    @settings(max_examples=300)
    @given(st.binary() | st.text().map(str.encode))
    def test_any_bytes_give_findings(self, data):
        """Nothing that a file holds raises."""
        found = read(data)

        assert found.findings
        assert () == found.figures

    @given(
        st.lists(
            st.lists(
                st.text(max_size=12)
                | st.sampled_from([*GOOD.values(), *UNITS, "2", "%", "gange"]),
                min_size=7,
                max_size=8,
            ),
            max_size=4,
        ),
        st.sampled_from(";,"),
    )
    def test_any_cells_give_figures_or_findings(self, rows, split):
        """Each row with something in it is used, or told of; all can be filled in."""
        stream = io.StringIO()
        writer = csv.writer(stream, delimiter=split)
        writer.writerows([HEADER.split(";"), *rows])

        found = read(stream.getvalue().encode("utf-8", "replace"))
        told = {str(each.place).split(":")[1] for each in found.findings}
        used = {str(each.place).split(":")[1] for each in found.figures}
        filled = [row for row in rows if any(each.strip() for each in row)]
        assert not filled or told | used
        for role in ("data", None):
            response = prefilled(MAPPING, found, Issue(role=role))
            model_forms.export(MAPPING, issue=Issue(role=role), response=response)


class TestFew:
    """Under three people: never filled in, never told."""

    @pytest.mark.parametrize(
        "row",
        [
            {"n": "0"}, {"n": "1"}, {"n": "2"}, {**SAFE, "n": "2"},
            {"value": "5", "n": "20"}, {"value": "10", "n": "20"},
            {"value": "95", "n": "20"}, {**SAFE, "value": "97,5", "n": "40"},
            {"indicator": "area_population", "unit": "persons", "value": "2", "n": ""},
            {"indicator": "conviction_ratio_national", "unit": "times", "value": "2",
             "n": "2"},
        ],
    )  # fmt: skip
    def test_few_are_held_back(self, row):
        """Few behind the figure, in its group, or outside of it."""
        found = read(sheet(row))

        assert (["suppressed"], ()) == (codes(found), found.figures)
        assert "under 3" in words(found)
        assert not found.findings[0].is_error

    @pytest.mark.parametrize(
        "row",
        [
            {"n": "3", "value": "100"}, {"value": "15", "n": "20"},
            {"value": "85", "n": "20"}, {"value": "100", "n": "20"},
            {"indicator": "conviction_ratio_national", "unit": "times", "value": "2",
             "n": "20"},
            {"indicator": "income_ratio_region", "value": "95", "n": "20"},
        ],
    )  # fmt: skip
    def test_three_are_told_of(self, row):
        """Where a group has three or more, and so has what is left."""
        assert 1 == len(read(sheet(row)).figures)

    def test_a_wrong_row_does_not_tell_what_it_holds_back(self):
        """Nothing else is said of a row that is held back."""
        found = read(sheet({"n": "2", "value": "1.234", "year": "777", "unit": "888"}))

        assert ["suppressed"] == codes(found)
        assert not re.search("1.234|777|888", words(found))

    @given(
        st.sampled_from(sorted(UNITS)),
        st.sampled_from(["0", "1", "2", " 2 ", "02"]),
        st.sampled_from(["73,91", "73.91", "7391", "-73,91", "73,91 %", "x73,91"]),
        st.sampled_from(["percent", "times", "persons", "", "x"]),
    )
    def test_what_is_held_back_stands_nowhere(self, key, n, value, unit):
        """Not in a finding, not in the response, not in the sheet."""
        found = read(
            sheet({"indicator": key, "n": n, "value": value, "unit": unit},
                  {"indicator": "x"})
        )  # fmt: skip
        response = prefilled(MAPPING, found, Issue())

        assert () == found.figures
        assert {} == response.answers
        everything = words(found) + repr(found) + repr(response)
        assert not re.search("73[.,]?91", everything)

    def test_what_is_held_back_is_not_in_the_sheet_s_bytes(self):
        """Every part of the workbook is looked through, the hidden ones too."""
        found = read(sheet({"n": "2", "value": "73,91"}, {**SAFE, "value": "81,37"}))
        response = prefilled(MAPPING, found, Issue())

        data = model_forms.export(MAPPING, issue=Issue(), response=response)
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            everything = b"".join(parts.read(each) for each in parts.namelist())
        assert re.search(b"81[.,]37", everything)
        assert not re.search(b"73[.,]91", everything)

    def test_no_figure_is_a_part_of_another(self):
        """Else what is held back could be worked out: a total less its other parts."""
        assert ["area_population"] == [
            each.key for each in KNOWN if each.kind == "count"
        ]
        assert len({each.item for each in KNOWN}) == len(KNOWN)


class TestFillingIn:
    @pytest.mark.parametrize(
        ("language", "said"),
        [
            ("da", "Kilde: LBF, Beboerdata. 2025. n = 1320. Hentet 01-10-2026."),
            ("en", "Source: LBF, Beboerdata. 2025. n = 1320. Fetched 2026-10-01."),
        ],
    )  # fmt: skip
    def test_the_remark_says_where_the_figure_is_from(self, language, said):
        """In the language of the sheet."""
        found = read(sheet({"source": "LBF, Beboerdata."}))
        response = prefilled(MAPPING, found, Issue(language=language))

        answer = response.answer("share_outside_work_education")
        assert (38.2, said) == (answer.value, answer.remark)

    @pytest.mark.parametrize(
        ("value", "option"),
        [("100", 4), ("90", 4), ("89,9", 3), ("80", 3), ("79,9", 2), ("70", 2),
         ("69,9", 1), ("60", 1), ("59,9", 0), ("1", 0)],
    )  # fmt: skip
    def test_a_share_who_feel_safe_becomes_a_step(self, value, option):
        """The limits are those that the item's own help states; the figure is kept."""
        response = prefilled(
            MAPPING, read(sheet({**SAFE, "value": value, "n": "2860"})), Issue()
        )

        answer = response.answer("residents_feel_safe")
        assert option == answer.value
        assert f"Tallet er {value} %." in answer.remark

    @given(st.sampled_from([*MAPPING.role, None]))
    def test_a_role_gets_what_it_is_asked(self, role):
        """And nothing else; without a role everything."""
        rows = [
            {"indicator": each.key, "unit": each.unit, "n": "",
             "value": "90" if each.unit != "times" else "2"}
            for each in KNOWN
        ]  # fmt: skip
        found = read(sheet(*rows))

        response = prefilled(MAPPING, found, Issue(role=role))
        assert len(KNOWN) == len(found.figures)
        assert set(response.answers) == {
            each.item for each in KNOWN if MAPPING.items[each.item].asked_of(role)
        }

    def test_the_sheet_comes_back_with_the_figures(self):
        """Answers and remarks, for the identity that the sheet was issued for."""
        issue = Issue(role="data", respondent="Dataenheden", area="Søparken",
                      round="2026-11")  # fmt: skip
        response = prefilled(MAPPING, read(sheet({})), issue)

        sent = model_forms.export(MAPPING, issue=issue, response=response)
        back = model_forms.import_(sent)
        assert back.accepted
        answer = back.response.answer("share_outside_work_education")
        assert (38.2, response.answer("share_outside_work_education").remark) == (
            answer.value, answer.remark,
        )  # fmt: skip
        assert ("Søparken", "data") == (response.area, response.respondent.role)

    def test_a_long_remark_is_not_cut_off(self):
        """The row has room for all of it."""
        row = {**SAFE, "source": "En undersøgelse med et langt navn " * 4, "n": "31"}
        response = prefilled(MAPPING, read(sheet(row)), Issue(role="police"))

        data = model_forms.export(
            MAPPING, issue=Issue(role="police"), response=response
        )
        heights = [
            each.row_dimensions[cell.row].height
            for each in openpyxl.load_workbook(io.BytesIO(data))
            for cells in each.iter_rows()
            for cell in cells
            if "En undersøgelse" in str(cell.value)
        ]
        assert heights
        assert all(each > 70 for each in heights)

    def test_figures_of_another_questionnaire_are_refused(self):
        """An item of the same name would be another question."""
        other = model_forms.installed().get("collaboration")

        with pytest.raises(NotComparable):
            prefilled(other, read(sheet({})), Issue())

    @given(
        st.integers(40, 999_999),
        st.dates(date(1990, 1, 1), date(2099, 12, 31)),
        st.integers(0, 5),
        st.sampled_from(sorted(UNITS)),
    )
    def test_a_right_row_never_looks_like_a_person(self, n, fetched, ago, key):
        """Years, counts and days beside each other are no telephone number."""
        row = {
            "indicator": key,
            "unit": UNITS[key],
            "value": "12",
            "n": str(n),
            "year": str(fetched.year - ago),
            "fetched": fetched.isoformat(),
        }

        (figure,) = read(sheet(row)).figures
        assert not is_personal(remark(figure, "da"))
        assert not is_personal(remark(figure, "en"))

    def test_the_example_of_the_pack_is_right(self):
        """It has every figure, and no findings."""
        (example,) = [
            each / "demo" / "figures.csv"
            for each in packs().values()
            if (each / "demo" / "figures.csv").is_file()
        ]

        found = read_figures(example.read_bytes(), "area_mapping")
        assert () == found.findings
        known = {each.indicator.key for each in found.figures}
        assert set(UNITS) - known == {"share_feel_safe"}


class TestDefinition:
    @pytest.fixture
    def document(self):
        (found,) = [
            each / "figures" / "area_mapping.json"
            for each in packs().values()
            if (each / "figures" / "area_mapping.json").is_file()
        ]
        return deepcopy(json.loads(found.read_text(encoding="utf-8")))

    def found(self, document):
        return [
            (each.code, str(each.place)) for each in figures_findings(document, MAPPING)
        ]

    def test_the_pack_s_own_has_no_findings(self, document):
        """It fits the questionnaire."""
        assert [] == self.found(document)

    def test_check_knows_it(self, document):
        """The verb says what is wrong, also with the questionnaire that it names."""
        assert () == model_forms.check(json.dumps(document).encode())

        document["questionnaire"] = "area_maping"
        (found,) = model_forms.check(json.dumps(document).encode())
        assert "Mente I »area_mapping«?" in line(found)

    def test_the_figures_are_those_of_the_model(self):
        """The four of living conditions, the residents, and how safe they feel."""
        section = next(s for s in MAPPING.sections if s.key == "living_conditions")

        assert {each.item for each in KNOWN} == {
            *(item.key for item in section.items),
            "area_population",
            "residents_feel_safe",
        }

    def test_a_step_is_needed_where_there_is_a_scale(self):
        """Only there."""
        assert all(
            bool(each.steps) is isinstance(MAPPING.items[each.item].answer, Choice)
            for each in KNOWN
        )

    def test_everything_wrong_is_told_at_once(self, document):
        """Each with its code and its path."""
        first, second, third, _, fifth, last = document["indicators"]
        document["questionnaire"] = "area"
        first["item"] = "area_poplation"
        second["key"] = "area_population"
        third["low"], third["high"] = 5, 4
        fifth["sources"] = ["S999"]
        last["steps"] = [{"value": 9, "above": 3}]
        del last["title"]["en"]

        assert {
            ("unknown-questionnaire", "$.questionnaire"),
            ("unknown-item", "$.indicators[0].item"),
            ("duplicate-key", "$.indicators[1].key"),
            ("impossible-range", "$.indicators[2].low"),
            ("unknown-source", "$.indicators[4].sources[0]"),
            ("open-steps", "$.indicators[5].steps"),
            ("not-an-option", "$.indicators[5].steps[0].value"),
            ("missing-translation", "$.indicators[5].title"),
        } == set(self.found(document))

    def test_a_figure_needs_an_item_that_can_hold_it(self, document):
        """A number, within its bounds, or a scale."""
        first, second, third = document["indicators"][:3]
        first["item"] = "area_name"
        second["high"] = 101
        third["steps"] = [{"value": 1}]

        assert [
            ("not-a-number", "$.indicators[0].item"),
            ("impossible-range", "$.indicators[1]"),
            ("not-a-number", "$.indicators[2].item"),
        ] == self.found(document)

    def test_a_document_with_errors_gives_no_figures(self, document):
        """All findings are in the exception."""
        del document["indicators"][0]["unit"]

        with pytest.raises(DefinitionRejected):
            read_indicators(json.dumps(document).encode(), "x.json", MAPPING)

    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        )
    )
    def test_any_document_gives_findings(self, anything):
        """Never another exception."""
        assert figures_findings(anything, MAPPING)

    def test_a_questionnaire_without_figures_is_told(self):
        """Our own error, in both languages."""
        with pytest.raises(UnreadableDocument) as caught:
            model_forms.read_figures(b"", "collaboration")

        assert "offentlige tal" in caught.value.reason.get("da")

    def test_a_file_that_is_not_there_is_told(self, tmp_path):
        """Our own error."""
        with pytest.raises(UnreadableDocument):
            model_forms.read_figures(tmp_path / "no.csv", "area_mapping")

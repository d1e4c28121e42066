"""The annual wheel: the rhythm as data, laid out month by month."""

import json
from contextlib import suppress
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

import model_forms
from model_forms.catalog import packs
from model_forms.errors import (
    DefinitionRejected,
    ModelFormsError,
    UnknownLanguage,
    UnreadableDocument,
    UnsupportedFormat,
)
from model_forms.programme import (
    Month,
    annual_wheel,
    month_from,
    programme_findings,
    programmes,
    read_programme,
    wheel_blocks,
    wheel_report,
    wheel_to,
)
from model_forms.programme.installed import FILE, tools
from model_forms.report.blocks import Paragraph, Table

MONTHS = st.builds(
    Month,
    st.integers(min_value=1, max_value=9000),
    st.integers(min_value=1, max_value=12),
)
PROGRAMMES = st.sampled_from(programmes())
LENGTHS = st.integers(min_value=1, max_value=120)


@pytest.fixture(scope="module")
def raw():
    """The pack's own document, read anew."""
    (found,) = [each / FILE for each in packs().values() if (each / FILE).is_file()]
    return json.loads(found.read_text(encoding="utf-8"))


@pytest.fixture
def document(raw):
    return deepcopy(raw)


@pytest.fixture
def wheel():
    return annual_wheel(programmes()[0], "2026-11")


def found(document):
    """Code and path of everything wrong with *document*."""
    return [
        (each.code, str(each.place)) for each in programme_findings(document, tools())
    ]


def when(wheel, questionnaire):
    return [
        str(each.month)
        for each in wheel.occasions
        if each.step.questionnaire == questionnaire
    ]


class TestMonth:
    @given(MONTHS)
    def test_what_is_written_is_read_again(self, month):
        """A month's text names that month."""
        assert month == month_from(str(month))

    @given(MONTHS, st.integers(min_value=0, max_value=500), st.integers(0, 500))
    def test_going_on_twice_is_going_on_further(self, month, few, more):
        """Months later add up, and come in order."""
        assert month.later(few + more) == month.later(few).later(more)
        assert month <= month.later(few)

    @pytest.mark.parametrize(
        ("seen", "meant"),
        [
            ("11-2026", "2026-11"),
            ("2026/11", "2026-11"),
            ("202611", "2026-11"),
            ("2026-1", "2026-01"),
            ("1.2026", "2026-01"),
            ("november 2026", "2026-11"),
            ("Okt 2026", "2026-10"),
            ("May 2026", "2026-05"),
        ],
    )
    def test_another_way_of_writing_is_told_what_was_meant(self, seen, meant):
        """The error names the month as it should be written."""
        with pytest.raises(UnreadableDocument) as caught:
            month_from(seen)

        assert f"mente I {meant}?" in caught.value.reason.get("da")
        assert f"did you mean {meant}?" in caught.value.reason.get("en")

    @pytest.mark.parametrize("seen", ["", "2026", "2026-13", "2026-00", "0000-01", "x"])
    def test_what_is_no_month_is_told_how_to_write_one(self, seen):
        """No guess where there is none to make."""
        with pytest.raises(UnreadableDocument) as caught:
            month_from(seen)

        assert "åååå-mm" in caught.value.reason.get("da")
        assert "mente" not in caught.value.reason.get("da")

    @given(st.text())
    def test_any_text_is_a_month_or_our_own_error(self, text):
        """Nothing else is raised."""
        with suppress(ModelFormsError):
            assert text == str(month_from(text))

    def test_danish_months_have_small_letters(self):
        """As they are written in Danish; English ones have a capital."""
        month = Month(2026, 11)

        assert ("november 2026", "November 2026") == (
            month.name("da"),
            month.name("en"),
        )


class TestWheel:
    def test_the_rhythm_is_the_proposed_one(self, wheel):
        """Mapping yearly, follow-up half-yearly, plan status quarterly."""
        longer = annual_wheel(wheel.programme, "2026-11", 24)

        assert ["2026-11"] == when(longer, "collaboration")
        assert ["2026-12", "2027-01", "2027-12", "2028-01"] == when(
            longer, "area_mapping"
        )
        assert ["2027-04", "2027-10", "2028-04", "2028-10"] == when(
            longer, "implementation_followup"
        )
        status = [
            str(each.month)
            for each in longer.occasions
            if each.step.key == "plan_status"
        ]
        assert ["2027-06", "2027-09", "2027-12", "2028-03", "2028-06", "2028-09"] == (
            status
        )

    def test_the_parts_come_in_their_order(self, wheel):
        """Collaboration first, then mapping, needs and plan."""
        first = dict.fromkeys(each.step.questionnaire for each in wheel.occasions)

        assert [each.questionnaire for each in wheel.programme.parts] == list(first)

    @given(PROGRAMMES, MONTHS, LENGTHS)
    def test_every_occasion_lies_within_the_wheel(self, programme, start, months):
        """In order of time, from the first month to the last."""
        wheel = annual_wheel(programme, start, months)
        seen = [each.month for each in wheel.occasions]

        assert sorted(seen) == seen
        assert all(wheel.start <= each <= wheel.end for each in seen)

    @given(PROGRAMMES, MONTHS, LENGTHS, LENGTHS)
    def test_a_longer_wheel_only_adds_months(self, programme, start, few, more):
        """What a shorter one says still holds."""
        short, long = sorted((few, more))
        shorter = annual_wheel(programme, start, short).occasions

        longer = annual_wheel(programme, start, long).occasions
        assert shorter == longer[: len(shorter)]

    @pytest.mark.parametrize("months", [0, -1, 121])
    def test_a_wheel_has_a_length(self, wheel, months):
        """No months, or more than ten years, are refused."""
        with pytest.raises(UnreadableDocument):
            annual_wheel(wheel.programme, "2026-11", months)


class TestPage:
    @pytest.mark.parametrize("language", ["da", "en"])
    def test_the_table_has_every_month(self, wheel, language):
        """Also those with nothing to do, in order."""
        table, _ = wheel_blocks(wheel, language)
        assert isinstance(table, Table)

        named = dict.fromkeys(row[0].text for row in table.rows)
        assert [month.name(language) for month, _ in wheel.by_month()] == list(named)

    @pytest.mark.parametrize("language", ["da", "en"])
    def test_the_page_says_that_the_rhythm_is_a_proposal(self, wheel, language):
        """Beside the table, and in the document."""
        notice = wheel.programme.notice.get(language)
        _, said = wheel_blocks(wheel, language)

        assert isinstance(said, Paragraph)
        assert notice == said.text
        assert notice in repr(wheel_report(wheel, language))

    def test_who_leads_is_told_in_words(self, wheel):
        """Roles and tools have their titles, not their codes."""
        table, _ = wheel_blocks(wheel, "da")

        first = [cell.text for cell in table.rows[0]]
        assert "november 2026" == first[0]
        assert ["Lokal koordinator, Ledelse", "Samarbejdsgrundlag"] == first[3:]
        assert first[2].endswith("Sæt 90 minutter af.")

    def test_the_words_are_not_those_of_blame(self, raw):
        """The model's words: no threat, no ghetto."""
        words = json.dumps(raw, ensure_ascii=False).lower()

        assert "ghetto" not in words
        assert "trussel" not in words

    def test_the_json_has_the_agreed_fields(self, wheel):
        """Fields may be added, never renamed."""
        found = wheel_to(wheel, "da")

        assert {"id": "prevention", "version": "1.0.0"}.items() <= (
            found["programme"].items()
        )
        assert ("2026-11", 12) == (found["start"], found["months"])
        assert {
            "month": "2026-11",
            "step": "collaboration",
            "questionnaire": "collaboration",
            "title": "Aftal samarbejdet",
            "lead": ["coordinator", "management"],
        }.items() <= found["occasions"][0].items()


class TestDefinition:
    def test_the_pack_s_own_has_no_findings(self, raw):
        """It is sound, by the function and by the verb."""
        assert [] == found(raw)
        assert () == model_forms.check(json.dumps(raw).encode())

    def test_everything_wrong_is_told_at_once(self, document):
        """Each with its code and its path."""
        document["parts"][1]["questionnaire"] = "area_maping"
        document["steps"][1]["key"] = "collaboration"
        document["steps"][3]["lead"] = ["coordinater"]
        del document["title"]["en"]
        document["intro"]["dk"] = "Hej"

        assert {
            ("unknown-questionnaire", "$.parts[1].questionnaire"),
            ("unknown-questionnaire", "$.steps[1].questionnaire"),
            ("unknown-questionnaire", "$.steps[2].questionnaire"),
            ("duplicate-key", "$.steps[1].key"),
            ("unknown-role", "$.steps[3].lead[0]"),
            ("missing-translation", "$.title"),
            ("undeclared-language", "$.intro.dk"),
        } == set(found(document))

    def test_a_near_miss_is_named(self, document):
        """What was probably meant stands in the sentence."""
        document["parts"][1]["questionnaire"] = "area_maping"

        first = programme_findings(document, tools())[0]
        assert "Mente I »area_mapping«?" in first.message.get("da")
        assert "Did you mean 'area_mapping'?" in first.message.get("en")

    @pytest.mark.parametrize(
        ("field", "value"),
        [("first_month", 12), ("first_month", -1), ("every_months", 0), ("minutes", 0)],
    )
    def test_a_month_out_of_range_is_told(self, document, field, value):
        """The wheel has twelve months, and nothing is done every zero months."""
        document["steps"][0][field] = value

        assert [("bad-shape", f"$.steps[0].{field}")] == found(document)

    def test_a_document_with_errors_is_no_programme(self, document):
        """All findings are in the exception."""
        del document["steps"]

        with pytest.raises(DefinitionRejected) as caught:
            read_programme(json.dumps(document).encode(), "programme.json")
        assert ["missing-key"] == [each.code for each in caught.value.findings]

    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        )
    )
    def test_any_document_gives_findings(self, anything):
        """Never another exception."""
        assert programme_findings(anything, {})


class TestPlan:
    @pytest.mark.parametrize("ending", [".docx", ".xlsx"])
    def test_it_is_written_the_same_each_time(self, tmp_path, ending):
        """The same bytes for the same wheel."""
        one, two = tmp_path / f"a{ending}", tmp_path / f"b{ending}"

        wheel = model_forms.plan("2026-11", one)
        assert wheel == model_forms.plan("2026-11", two)
        assert one.read_bytes() == two.read_bytes()

    def test_an_ending_that_nothing_writes_is_refused(self, tmp_path):
        """The error says what can be written."""
        with pytest.raises(UnsupportedFormat) as caught:
            model_forms.plan("2026-11", tmp_path / "wheel.pdf")

        assert {".docx", ".xlsx"} <= set(caught.value.known)

    def test_a_language_that_the_programme_lacks_is_refused(self):
        """No silent fallback."""
        with pytest.raises(UnknownLanguage):
            model_forms.plan("2026-11", language="de")

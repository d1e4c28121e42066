"""Guides: Markdown with directives becomes blocks, and every mistake has its line."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import model_forms
from builders import small
from model_forms.errors import (
    DefinitionRejected,
    ModelFormsError,
    UnknownGuide,
    UnknownQuestionnaire,
    UnreadableDocument,
)
from model_forms.guides.make import guide_findings, guide_report
from model_forms.guides.shelf import Guide, find_guide, guides, in_folder
from model_forms.report.blocks import (
    Bullets,
    Callout,
    Contents,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Table,
    plain,
)

HEAD = """---
title: Vejledning
subtitle: Til prøver
version: 1.0.0
updated: 2026-11-22
length: {length}
summary: En lille vejledning.
---
"""
FIRST = HEAD.count("\n") + 1
SOURCES = {
    "S01": {"title": "En side", "address": "https://example.org/en"},
    "S02": {"title": "En bog"},
}
MAPPING = model_forms.installed().get("area_mapping")


def look(id):
    """The small questionnaire and the installed ones."""
    return small() if id == "small" else model_forms.installed().get(id)


@pytest.fixture
def shelf(tmp_path):
    """Put a guide's text into a folder, and give the guide."""

    def put(body, *, head=HEAD, length="short", language="da", sources=SOURCES):
        name = f"mine.{language}.md"
        text = head.format(length=length) + body
        (tmp_path / name).write_bytes(text.encode())
        (tmp_path / "sources.json").write_text(json.dumps(sources))
        (guide,) = in_folder(tmp_path, "a_pack")
        return guide

    return put


@pytest.fixture
def blocks(shelf):
    """The blocks of a body, below the line with the version."""

    def made(body, language="da", **more):
        guide = shelf(body, language=language, **more)
        return guide_report(guide, language, look).blocks[1:]

    return made


@pytest.fixture
def wrong(shelf):
    """(code, line of the body) of each finding."""

    def found(body, **more):
        guide = shelf(body, **more)
        return [
            (each.code, int(str(each.place).rpartition(":")[2]) - FIRST + 1)
            for each in guide_findings(guide, "da", look)
        ]

    return found


class TestMarkdown:
    def test_headings_paragraphs_and_page_breaks_become_blocks(self, blocks):
        """A line of dashes is a page break, also right below a paragraph."""
        body = "# En\n\n## To\n\nLøbende\ntekst.\n---\n### Tre\n"

        assert blocks(body) == (
            Heading(text="En"),
            Heading(text="To", level=2),
            Paragraph(text="Løbende tekst."),
            PageBreak(),
            Heading(text="Tre", level=3),
        )

    def test_words_keep_their_looks(self, blocks):
        """Bold, italic and links become runs; plain words stay a string."""
        (found,) = blocks("Helt **fed**, *skrå* og [et sted](https://example.org).")

        assert found.text == (
            Run(text="Helt "),
            Run(text="fed", bold=True),
            Run(text=", "),
            Run(text="skrå", italic=True),
            Run(text=" og "),
            Run(text="et sted", link="https://example.org"),
            Run(text="."),
        )

    def test_lists_know_what_counts_and_what_is_nested(self, blocks):
        """Bullets below a number are bullets, one level in."""
        (found,) = blocks("1. først\n   - under\n2. så **her**\n")

        assert found == Bullets(
            items=("først", "under", (Run(text="så "), Run(text="her", bold=True))),
            indents=(0, 1, 0),
            numbered=(True, False, True),
        )

    @pytest.mark.parametrize("between", ["\n", ""])
    def test_a_table_has_the_caption_below_it(self, blocks, between):
        """The caption may follow the rows with an empty line between, or without."""
        (found,) = blocks(f"| A | B |\n|---|--:|\n| x | 1 |\n{between}: Noget [S01]\n")

        assert isinstance(found, Table)
        assert found.caption == "Noget [S01]"
        assert [each.align for each in found.columns] == ["left", "right"]
        assert [[plain(cell.text) for cell in row] for row in found.rows] == [
            ["x", "1"]
        ]

    def test_a_quotation_is_a_box_with_a_title(self, blocks):
        """The bold words are the title; paragraphs and lists follow in the box."""
        (found,) = blocks("> **Husk.** Det her.\n>\n> Og:\n>\n> - det\n")

        assert found == Callout(
            title="Husk",
            text="Det her.",
            more=(
                Paragraph(text="Og:"),
                Bullets(items=("det",), indents=(0,), numbered=(False,)),
            ),
        )

    def test_sources_are_small_and_listed_where_the_guide_says(self, blocks):
        """The list holds what is cited anywhere, also below it."""
        table, text = blocks("{{ sources }}\n\nDet siger de [S01, S02].\n")

        assert text.text[1] == Run(text="[S01, S02]", kind="small")
        assert [plain(row[0].text) for row in table.rows] == ["S01", "S02"]
        assert table.rows[0][1].text[1].link == "https://example.org/en"
        assert table.rows[1][1].text == "En bog"


class TestLengths:
    def test_a_long_guide_has_contents_and_chapters_on_new_pages(self, shelf):
        """Each heading of level 1 begins a page."""
        guide = shelf("# En\n\n## To\n\n# Tre\n", length="long")
        found = guide_report(guide, "da", look)

        kinds = [type(each).__name__ for each in found.blocks]
        assert kinds == [
            "Paragraph", "Paragraph", "Contents",
            "PageBreak", "Heading", "Heading", "PageBreak", "Heading",
        ]  # fmt: skip
        assert found.blocks[2] == Contents(title="Indhold")
        assert found.density == "roomy"

    @pytest.mark.parametrize(
        ("length", "density", "lines"),
        [("short", "compact", 1), ("onepage", "tight", 0)],
    )
    def test_a_short_guide_has_neither(self, shelf, length, density, lines):
        """A short one says its version; one of two pages only below the text."""
        found = guide_report(shelf("# En\n", length=length), "da", look)

        assert found.density == density
        assert len(found.blocks) == lines + 1
        assert found.footer == "Vejledning · version 1.0.0"

    def test_what_it_is_stands_in_the_document(self, shelf):
        """Title, subtitle, summary and date come from the head."""
        found = guide_report(shelf("x\n"), "da", look)

        assert (found.title, found.subtitle) == ("Vejledning", "Til prøver")
        assert found.summary == "En lille vejledning."
        assert found.blocks[0].text == "Version 1.0.0 · opdateret 22.11.2026"


def rows(table):
    return [tuple(plain(cell.text) for cell in row) for row in table.rows]


class TestDirectives:
    def test_items_are_a_table_for_each_section(self, blocks):
        """Code, question, what it points to, and who is asked."""
        (found,) = blocks("{{ items area_mapping safety_crime }}")

        section = MAPPING.section("safety_crime")
        assert found.caption == "A2 Tryghed og kriminalitet"
        assert rows(found)[0][:3] == (
            "A2-01", section.items[0].text.get("da"), "Ressource",
        )  # fmt: skip
        assert rows(found)[-1][3] == "Alle, der spørges i temaet"
        assert len(blocks("{{ items area_mapping }}")) == len(MAPPING.sections)

    def test_a_form_is_printed_with_boxes(self, blocks):
        """All items on one scale share a table with a box for each option."""
        (found,) = blocks("{{ form small theme }}")

        assert found.written
        titles = [each.title for each in found.columns]
        assert titles[2:] == [f"extent {n}" for n in range(5)] + [
            "Ved ikke", "Ikke relevant",
        ]  # fmt: skip
        assert {plain(cell.text) for cell in found.rows[0][2:]} == {"☐"}

    def test_scales_are_told_one_by_one_or_all_together(self, blocks):
        """A scale of numbers has its values; all scales are one table."""
        one, every = blocks(
            "{{ scales area_mapping extent5 }}\n\n{{ scales area_mapping }}"
        )

        assert rows(one)[0] == ("0", "Slet ikke")
        assert rows(one)[-1] == ("–", "Ikke relevant")
        assert len(every.rows) == len(MAPPING.scales)

    def test_roles_are_counted_by_section(self, blocks):
        """Each role has the number of its questions, in each section and in all."""
        (found,) = blocks("{{ roles area_mapping }}")

        for row in rows(found):
            *parts, whole = (0 if each == "–" else int(each) for each in row[1:])
            assert sum(parts) == whole

    def test_scores_are_told_from_their_rules(self, blocks):
        """What the engine does is what the guide says, also where it is not usual."""
        (found,) = blocks("{{ scores collaboration mandate_roles }}")
        (needs,) = blocks("{{ scores needs_analysis }}")
        (every,) = blocks("{{ scores implementation_followup }}")

        rule = "Gennemsnit af 6 spørgsmål (0–100): C2-01 til C2-06."
        all_of_them = "Alle skal være besvaret."
        assert rows(found) == [
            (
                "Mandat og roller (procent på plads)",
                f"{rule}\n»Ved ikke« tæller som »Ikke på plads«.\n{all_of_them}",
            )
        ]
        told = dict(rows(needs))
        assert "100 − Dækning i dag" in told["Udækket behov"]
        assert "0,5 × Belastning + 0,25 × Udækket behov" in told["Behov samlet"]
        assert "etablering: »Modellens fire dele" in rows(every)[-1][1]

    def test_bands_have_limits_or_say_when_they_hold(self, blocks):
        """A table of decisions has no limits; its cases say when."""
        limits, cases = blocks(
            "{{ bands area_mapping challenges }}\n\n"
            "{{ bands implementation_followup stage }}"
        )

        assert rows(limits) == [
            ("lav", "under 25"), ("opmærksomhed", "fra 25 til under 50"),
            ("høj", "fra 50 til under 75"), ("meget høj", "75 og derover"),
        ]  # fmt: skip
        assert limits.caption == "Ordene for tallene: Udfordringer"
        assert (
            rows(cases)[0][1] == "»Modellens fire dele (procent på plads)« er under 25"
        )
        assert rows(cases)[-1] == ("fuld drift", "ellers")

    def test_a_matrix_has_the_limits_and_the_words(self, blocks):
        """One side is below the limit, the other from it; a missing one is told."""
        (found,) = blocks("{{ matrix area_mapping theme }}")

        assert [each.title for each in found.columns] == [
            "Udfordringer", "Ressourcer", "Forslag",
        ]  # fmt: skip
        assert rows(found)[0] == ("50 og derover", "under 50", "Sæt ind og byg op")
        assert rows(found)[4] == ("intet tal", "under 50", "Byg op")

    def test_sufficiency_flags_and_gates_are_lists(self, blocks):
        """Each says what it takes, in the words of the report."""
        enough, flags, gates = blocks(
            "{{ sufficiency area_mapping }}\n\n{{ flags area_mapping }}\n\n"
            "{{ gates collaboration }}"
        )

        assert "mindst 60 % af dem er besvaret" in enough.items[0]
        assert flags.items[0].endswith("(når A0-02 er højst 99).")
        assert gates.items[0] == (
            "»Samlet status på aktører, mandat og juridisk ramme« er højst »ikke klar«"
            ", så længe mindst én af C2-01, C2-02, C3-01, C3-02 ligger under »Delvist "
            "på plads«."
        )

    def test_words_and_notices_are_those_of_the_questionnaire(self, blocks):
        """Several notices of a kind share a box."""
        words, notice = blocks(
            "{{ definitions area_mapping }}\n\n{{ notices area_mapping result }}"
        )

        assert rows(words)[0][0] == "Ekstremisme"
        said = [notice.text, *(each.text for each in notice.more)]
        assert said == [each.text.get("da") for each in MAPPING.notice("result")]

    def test_routes_say_for_which_answer(self, blocks):
        """A route that ends the sheet says so."""
        (found,) = blocks("{{ notices concern_reflection route }}")

        assert plain(found.text) == "Svarer du »Ja«: Ring 112. Stop her."

    def test_the_wheel_begins_where_it_is_told(self, blocks):
        """The wheel is the pack's own, month by month."""
        table, notice = blocks("{{ wheel 2026-11 }}")

        assert rows(table)[0][0] == "november 2026"
        assert notice.kind == "quiet"

    @pytest.mark.parametrize(
        ("words", "shown"),
        [
            ("{{ count small items }}", "3"),
            ("{{ count area_mapping sections }}", str(len(MAPPING.sections))),
            ("{{ count area_mapping safety_crime }}", "6"),
            ("{{ title small }}", "Lille skema"),
            ("{{ section area_mapping safety_crime }}", "Tryghed og kriminalitet"),
            ("{{ option area_mapping extent5 4 }}", "I meget høj grad"),
            ("{{ option area_mapping trend4 better }}", "Bedre"),
            ("{{ item small a }}", "Om a"),
            ("{{ unverified }}", "(ikke efterprøvet)"),
        ],
    )
    def test_within_a_sentence_they_are_words(self, blocks, words, shown):
        """A count, a title, a section, an option or a question is looked up."""
        (found,) = blocks(f"Her: {words}!")

        assert plain(found.text) == f"Her: {shown}!"

    def test_they_speak_the_language_of_the_guide(self, blocks):
        """An English guide shows the English words."""
        (found,) = blocks("{{ title small }} {{ unverified }}", language="en")

        assert plain(found.text) == "Lille skema in English (not verified)"


class TestFindings:
    @pytest.mark.parametrize(
        ("body", "code", "line"),
        [
            ("x\n\n{{ itms small }}", "unknown-directive", 3),
            ("x\n{{ titel small }}", "unknown-directive", 2),
            ("{{ items smal }}", "unknown-questionnaire", 1),
            ("{{ items small them }}", "unknown-section", 1),
            ("{{ form small them }}", "unknown-section", 1),
            ("{{ scales small extend }}", "unknown-scale", 1),
            ("{{ option small extent 9 }}", "unknown-option", 1),
            ("{{ item small d }}", "unknown-item", 1),
            ("{{ bands small none }}", "unknown-bands", 1),
            ("{{ matrix small none }}", "unknown-matrix", 1),
            ("{{ notices small loud }}", "unknown-notice", 1),
            ("{{ notices small route }}", "nothing-to-show", 1),
            ("{{ flags small }}", "nothing-to-show", 1),
            ("{{ definitions small }}", "nothing-to-show", 1),
            ("{{ scores small }}", "nothing-to-show", 1),
            ("{{ wheel november }}", "wheel", 1),
            ("{{ items }}", "directive-words", 1),
            ("{{ title small small }}", "directive-words", 1),
            ("Se [S03].", "unknown-source", 1),
            ("# A\n\n### B", "heading-skipped", 3),
            ("## B", "heading-skipped", 1),
            ("# A\n\n## B\n\n### C\n\n#### D", "heading-depth", 7),
            ("| a |\n|---|\n| b |\n\nx", "table-without-caption", 1),
            (": alene", "caption-alone", 1),
            ("> uden titel", "callout-without-title", 1),
            ("<div>x</div>", "raw-html", 1),
            ("x\ny <b>z</b>", "raw-html", 2),
            ("![x](https://example.org/x.png)", "markup", 1),
            ("```\nx\n```", "markup", 1),
            ("[x](side.html)", "link", 1),
            ("[x](javascript:alert)", "left-over", 1),
            ("- a\n  - b\n    - c", "list-depth", 3),
            ("x [UNVERIFIED] y", "left-over", 1),
            ("x {{ title small", "left-over", 1),
            ("> **A.** b\n>\n> {{ items small }}", "unknown-directive", 3),
        ],
    )
    def test_each_mistake_has_its_code_and_its_line(self, wrong, body, code, line):
        """The line is that of the file, so that the writer finds it."""
        assert (code, line) in wrong(body)

    def test_all_are_told_at_once(self, shelf):
        """The guide is not made, and the exception holds every problem."""
        guide = shelf("{{ items nope }}\n\n[S03]\n\n<hr>\n")

        with pytest.raises(DefinitionRejected) as caught:
            guide_report(guide, "da", look)
        codes = [each.code for each in caught.value.findings]
        assert codes == ["unknown-questionnaire", "unknown-source", "raw-html"]
        assert all(each.file == "mine.da.md" for each in caught.value.findings)

    @pytest.mark.parametrize(
        ("head", "line"),
        [
            ("", 1),
            ("---\ntitle: [\n---\n", 2),
            (HEAD.replace("title: Vejledning", "title: 7"), 2),
            (HEAD.replace("{length}", "huge"), 6),
            (HEAD.replace("2026-11-22", "i går"), 5),
            (HEAD.replace("2026-11-22", "2026-02-31"), 1),
            (HEAD.replace("summary:", "sumary:"), 7),
        ],
    )
    def test_the_head_is_checked(self, shelf, head, line):
        """What the head lacks or holds wrongly is named with its line."""
        found = guide_findings(shelf("x\n", head=head), "da", look)

        assert f"mine.da.md:{line}" in {str(each.place) for each in found}

    @pytest.mark.parametrize(
        "sources",
        [{"S01": {}}, {"S01": "x"}, {"S01": {"title": "x", "address": "ftp://x"}}],
    )
    def test_the_sources_are_checked(self, shelf, sources):
        """A source has a title, and no address but one on the web."""
        found = guide_findings(shelf("x\n", sources=sources), "da", look)

        assert [each.code for each in found] == ["source"]

    def test_a_near_miss_is_named(self, shelf):
        """The message says what was probably meant."""
        (found,) = guide_findings(shelf("{{ items smal them }}"), "da", _near)

        assert "Mente I »small«?" in found.message.get("da")

    def test_bytes_that_are_no_text_are_ours(self, shelf, tmp_path):
        """A file in another encoding is an UnreadableDocument."""
        guide = shelf("x\n")
        (tmp_path / "mine.da.md").write_bytes(b"\xff\xfe")

        with pytest.raises(UnreadableDocument):
            guide_report(guide, "da", look)


def _near(id):
    raise UnknownQuestionnaire(id, ("small", "large"))


class TestLanguages:
    def test_a_missing_language_is_told_in_the_document(self, shelf):
        """It is there in Danish, says so first, and is marked as Danish."""
        found = guide_report(shelf("# En\n"), "en", look)

        assert found.language == "da"
        assert found.blocks[0] == Callout(
            title="Not in this language",
            text="This material has no version in “en”. Here it is in “da”.",
        )


class TestShelf:
    def test_the_packs_guides_are_found_by_name(self):
        """Those of the built-in pack are there in both languages."""
        assert all(each.languages == ("da", "en") for each in guides().values())

    def test_an_unknown_name_is_answered_with_a_near_one(self):
        """The error names what was probably meant."""
        with pytest.raises(UnknownGuide, match="'one_pager'") as caught:
            find_guide("one_pagr")
        assert isinstance(caught.value, ModelFormsError)

    def test_a_folder_without_guides_has_none(self, tmp_path):
        """A pack need not have any, and other files are passed over."""
        (tmp_path / "README.md").write_text("x")

        assert in_folder(tmp_path, "p") == in_folder(tmp_path / "none", "p") == ()


pieces = st.sampled_from(
    [
        "# ", "## ", "### ", "- ", "1. ", "> ", "**", "*", "_", "`", "|", "|---|", "\n",
        "\n\n", ": ", "---", "{{ ", " }}", "items ", "small ", "sources", "[S01]", "[",
        "](https://x)", "<b>", "\\", "&amp;", "    ", "ord ", "\t", "\x00", "\u2028",
    ]
)  # fmt: skip


class TestLaws:
    @given(st.lists(pieces, max_size=40).map("".join) | st.text(max_size=60))
    def test_any_text_is_a_guide_or_a_list_of_findings(self, text):
        """Whatever somebody writes, nothing but our own exception comes out."""
        whole = HEAD.format(length="long") + text
        guide = Guide("any", "a_pack", {"da": Held(whole)}, Held(""))

        if guide_findings(guide, "da", look):
            with pytest.raises(DefinitionRejected):
                guide_report(guide, "da", look)
        else:
            assert guide_report(guide, "da", look).title == "Vejledning"

    @given(st.text(max_size=80))
    def test_any_head_is_read_or_refused(self, text):
        """Neither YAML nor dates let an exception of their own out."""
        guide = Guide("any", "a_pack", {"da": Held(f"---\n{text}\n---\nx\n")}, Held(""))

        assert isinstance(guide_findings(guide, "da", look), tuple)


class Held:
    """A file that is only its text; as a folder it is empty."""

    name = "any.da.md"

    def __init__(self, text):
        self.text = text

    def read_bytes(self):
        return self.text.encode("utf-8", "surrogatepass")

    def is_file(self):
        return False

    def __truediv__(self, name):
        return self

"""The guides of every pack: sound, alike in each language, and never retyped."""

from __future__ import annotations

import re
import shutil
import subprocess
from itertools import groupby

import pytest

import model_forms
from model_forms.finding import line
from model_forms.guides.front import parted
from model_forms.guides.make import guide_findings, guide_report
from model_forms.guides.shelf import guides
from model_forms.guides.sources import CITED
from model_forms.report.blocks import Bullets, Callout, Heading, Table
from office_program import convert

GUIDES = guides()
EACH = [(name, lang) for name, each in GUIDES.items() for lang in each.languages]
DIRECTIVE = re.compile(r"\{\{\s*(.*?)\s*\}\}")
ONE_PAGE = [
    (name, lang)
    for name, lang in EACH
    if parted(GUIDES[name].text(lang), name).front.length == "onepage"
]
# Shorter ones are words that any text has: "Ja", "Notater".
LONG_ENOUGH = 24


def text(name, language):
    return GUIDES[name].text(language)


def report(name, language):
    return guide_report(GUIDES[name], language)


def shape(name, language):
    """What must be alike: headings, tables, boxes, and directives in their order."""
    blocks = [
        (type(each).__name__, size(each)) for each in report(name, language).blocks
    ]
    return blocks, [each.split() for each in DIRECTIVE.findall(text(name, language))]


def size(block):
    if isinstance(block, Heading):
        return block.level
    if isinstance(block, Table):
        return len(block.columns), len(block.rows)
    if isinstance(block, Bullets):
        return block.indents, block.numbered
    return len(block.more) if isinstance(block, Callout) else None


def phrases():
    """The words of every question, in each language, that are long enough to know."""
    for id in model_forms.installed().ids:
        questionnaire = model_forms.installed().get(id)
        items = [*questionnaire.items.values(), *questionnaire.columns.values()]
        for item in items:
            for language, words in item.text:
                if len(words) >= LONG_ENOUGH:
                    yield language, item.code, words


@pytest.mark.parametrize(("name", "language"), EACH)
class TestEach:
    def test_nothing_is_wrong_with_it(self, name, language):
        """No finding: each directive, source, table and heading is as it should be."""
        found = guide_findings(GUIDES[name], language)

        assert [] == [line(each, "en") for each in found]

    def test_every_source_it_cites_is_known(self, name, language):
        """Each citation stands in the pack's sources.json."""
        known, _ = GUIDES[name].sources()
        cited = {
            id.strip()
            for each in CITED.findall(text(name, language))
            for id in each.split(",")
        }
        assert set() == cited - set(known)

    @pytest.mark.parametrize("word", ["[UNVERIFIED", "[DESIGN", "[SOURCED", "ghetto"])
    def test_some_words_never_stand_in_it(self, name, language, word):
        """Neither the marks of drafts nor a word that labels whoever lives there."""
        assert word.lower() not in text(name, language).lower()

    def test_no_question_is_retyped(self, name, language):
        """Questions come from the questionnaire, so that they cannot differ from it."""
        words = " ".join(text(name, language).split())

        assert [] == [
            (code, phrase)
            for spoken, code, phrase in phrases()
            if spoken == language and phrase in words
        ]


@pytest.mark.parametrize("name", GUIDES)
def test_languages_have_the_same_structure(name):
    """The same headings, tables, lists, boxes and directives in the same order."""
    first, *others = GUIDES[name].languages
    wanted = shape(name, first)

    for other in others:
        found = shape(name, other)
        assert found[1] == wanted[1]
        assert found[0] == wanted[0]


def test_the_model_has_its_five_materials():
    """Catalogue, handout, one-pager, extended description and follow-up tool."""
    assert {
        "catalogue", "handout", "one_pager", "extended_description", "followup_tool",
    } <= set(GUIDES)  # fmt: skip


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is missing")
@pytest.mark.parametrize(("name", "language"), ONE_PAGE)
def test_a_one_pager_fills_two_sides_of_a_sheet(tmp_path, name, language):
    """Two pages exactly, and what the second is about stands at its top."""
    source = tmp_path / f"{name}.docx"
    model_forms.guide(name, source, language=language)
    convert([source], "pdf", tmp_path)
    command = ["pdftotext", "-layout", str(source.with_suffix(".pdf")), "-"]
    told = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    pages = told.rstrip("\f\n").split("\f")

    assert len(pages) == 2
    assert pages[1].split("\n", 1)[0].strip() == second_page(name, language)


def second_page(name, language):
    """The first heading after the page break."""
    parts = [
        list(each)
        for broken, each in groupby(
            report(name, language).blocks,
            lambda each: type(each).__name__ == "PageBreak",
        )
        if not broken
    ]
    return next(each.text for each in parts[1] if isinstance(each, Heading))

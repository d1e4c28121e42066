"""What the tools of a pack say of each other must be there."""

import json

import pytest

import model_forms
from model_forms.catalog import packs
from model_forms.feeding.fits import lacking
from model_forms.questionnaire import Table

CATALOG = model_forms.installed()
TOOLS = [CATALOG.get(id) for id in CATALOG.ids]
EVERY = pytest.mark.parametrize("tool", TOOLS, ids=[each.id for each in TOOLS])
FILES = [
    file
    for folder in packs().values()
    for file in folder.iterdir()
    if file.name.endswith(".json") and "-" in file.name and "-to-" not in file.name
]


def items(document):
    """Every item and column of a document, as it is written."""
    for section in document["sections"]:
        yield from _with_columns(section["items"])


def _with_columns(items):
    for item in items:
        yield item
        yield from _with_columns(item["answer"].get("columns", ()))


@EVERY
class TestTies:
    def test_a_feed_reads_what_is_there(self, tool):
        """Each name that a feed reads exists in the newest version of its source."""
        for feed in tool.feeds:
            assert () == lacking(feed, CATALOG.get(feed.source))

    def test_a_gate_opens_a_tool_that_is_there(self, tool):
        """A gate before nothing guards nothing."""
        assert {gate.opens for gate in tool.gates} <= set(CATALOG.ids)

    def test_a_link_leads_to_a_table_that_is_there(self, tool):
        """The rows that a plan refers to can be found."""
        for review in tool.reviews:
            if review.link is not None:
                other = CATALOG.get(review.link.questionnaire)
                table = other.items[review.link.table].answer

                assert isinstance(table, Table)
                assert review.link.label in {each.key for each in table.columns}

    def test_what_is_copied_fits(self, tool):
        """A copied answer is one of the answers of the column that it fills."""
        for feed in tool.feeds:
            for there, here in getattr(feed, "copies", {}).items():
                source = CATALOG.get(feed.source)
                given = source.scale[source.item(there).answer.scale]
                taken = tool.scale[tool.item(here).answer.scale]

                assert {o.value for o in given.options} <= {
                    o.value for o in taken.options
                }


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
class TestEachItemIsWhole:
    def test_it_names_its_roles(self, file):
        """Who is asked is never left to a default."""
        document = json.loads(file.read_text(encoding="utf-8"))

        assert all(item.get("roles") for item in items(document))

    def test_it_says_what_it_rests_on(self, file):
        """Each question is sourced, designed or not verified, and says which."""
        document = json.loads(file.read_text(encoding="utf-8"))

        assert all(item.get("basis") for item in items(document))

    def test_it_is_in_both_languages(self, file):
        """Danish and English stand beside each other."""
        document = json.loads(file.read_text(encoding="utf-8"))

        assert all({"da", "en"} <= set(item["text"]) for item in items(document))

"""What the pages and docstrings show is what happens."""

from __future__ import annotations

import ast
import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import model_forms

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "docs").rglob("*.md"))
MODULES = sorted(
    each.name for each in pkgutil.walk_packages(model_forms.__path__, "model_forms.")
)
FENCE = re.compile(r"^```(python|pycon)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def blocks(page):
    """Yield the line, language and code of each Python block on *page*."""
    text = page.read_text(encoding="utf-8")
    for found in FENCE.finditer(text):
        yield text.count("\n", 0, found.start()) + 1, found[1], found[2]


RUNNING = [each for each in PAGES if any(blocks(each))]


def name(path):
    return path.relative_to(ROOT).as_posix()


class TestPages:
    @pytest.mark.parametrize("page", RUNNING, ids=name)
    def test_what_a_page_shows_is_what_happens(self, page, tmp_path, monkeypatch):
        """Every block runs, in order, in an empty folder; its tests pass too."""
        monkeypatch.chdir(tmp_path)
        said, names = [], {"__name__": page.stem}

        runner = doctest.DocTestRunner(verbose=False)
        for line, language, code in blocks(page):
            if language == "python":
                exec(compile(code, name(page), "exec"), names)
                continue
            test = doctest.DocTestParser().get_doctest(
                code, names, name(page), name(page), line
            )
            runner.run(test, out=said.append, clear_globs=False)
            names = test.globs
        for key in [each for each in names if each.startswith("test_")]:
            names[key]()
        assert "" == "".join(said)

    def test_the_tutorial_and_the_how_to_are_run(self):
        """They hold examples, so that the test above has something to run."""
        wanted = {
            "docs/how-to/embed.md",
            "docs/tutorial/from-sheets-to-report.md",
        }

        assert wanted <= {name(each) for each in RUNNING}

    @pytest.mark.parametrize("page", PAGES, ids=name)
    def test_links_within_the_docs_lead_somewhere(self, page):
        """A page that is linked to is there."""
        found = LINK.findall(page.read_text(encoding="utf-8"))

        local = [each for each in found if not each.startswith(("http:", "https:"))]
        assert [] == [each for each in local if not (page.parent / each).exists()]


class TestDocstrings:
    @pytest.mark.parametrize("module", MODULES)
    def test_what_a_docstring_shows_is_what_happens(self, module):
        """The examples of a module run and give what they say."""
        said = []

        runner = doctest.DocTestRunner(verbose=False)
        for test in doctest.DocTestFinder().find(importlib.import_module(module)):
            runner.run(test, out=said.append)
        assert "" == "".join(said)


def rooms():
    """Return the place in the page's table of each room of the engine."""
    page = ROOT / "docs" / "explanation" / "architecture.md"
    table = page.read_text(encoding="utf-8").partition("| Room |")[2]
    rows = [each for each in table.partition("\n\n")[0].splitlines() if "`" in each]
    return {
        room: place
        for place, row in enumerate(rows)
        for room in re.findall(r"`(\w+)/?`", row.split("|")[1])
    }


def imported(path):
    """Yield the rooms that a module imports when it runs, not for its types only."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typed = {
        id(each)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for each in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and id(node) not in typed:
            parts = (node.module or "").split(".")
            if parts == ["model_forms"]:
                yield from (each.name for each in node.names)
            elif parts[0] == "model_forms":
                yield parts[1]


class TestArchitecture:
    def test_every_room_is_on_the_page(self):
        """The table names the rooms there are, and no others."""
        engine = ROOT / "src" / "model_forms"

        found = {each.stem for each in engine.glob("*.py")} - {"__init__"}
        found |= {each.parent.name for each in engine.glob("*/__init__.py")}
        assert found == set(rooms())

    def test_rooms_import_from_those_above(self):
        """A room imports from its own row of the table or from those above it."""
        engine, places = ROOT / "src" / "model_forms", rooms()

        found = [
            f"{path.relative_to(engine)} imports {room}"
            for path in sorted(engine.rglob("*.py"))
            for room in imported(path)
            if (own := path.relative_to(engine).parts[0].removesuffix(".py")) in places
            and places.get(room, -1) > places[own]
        ]
        assert [] == found

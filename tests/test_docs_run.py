"""What the pages and docstrings show is what happens."""

from __future__ import annotations

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
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def blocks(page):
    """Yield the line, language and code of each Python block on *page*."""
    text = page.read_text(encoding="utf-8")
    for found in re.finditer(r"^```(python|pycon)\n(.*?)^```$", text, re.M | re.S):
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
                exec(compile(code, name(page), "exec"), names)  # noqa: S102  our own
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

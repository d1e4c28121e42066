"""The reference pages say what the code does."""

from __future__ import annotations

import inspect
import json
import re
import runpy
import textwrap
from pathlib import Path

import click
import pytest

from model_forms import assess, assessment_to, errors
from model_forms.checks import check_definition
from model_forms.cli import main
from model_forms.codec import questionnaire_from, response_from

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"


def text(path):
    return path.read_text(encoding="utf-8")


def blocks(path, language):
    """Return the code blocks of a page that are in *language*."""
    return re.findall(rf"```{language}\n(.*?)```", text(path), re.DOTALL)


class TestFormat:
    def test_format_reference_is_what_the_script_makes(self):
        """The committed page of the format equals what its schema gives now."""
        made = runpy.run_path(str(REFERENCE / "make_format.py"))["page"]()

        assert made == text(REFERENCE / "format.md")

    def test_format_reference_has_a_heading_for_every_link(self):
        """Every part that a field refers to is on the page."""
        page = text(REFERENCE / "format.md")

        linked = set(re.findall(r"\(#([a-z0-9_]+)\)", page))
        assert linked <= set(re.findall(r"^### (\w+)$", page, re.MULTILINE))


class TestErrors:
    def test_the_tree_is_that_of_the_module(self):
        """The page draws the tree as the module's docstring does."""
        drawn = errors.__doc__.partition("::\n\n")[2].partition("\n\nA problem")[0]

        assert (
            textwrap.dedent(drawn) + "\n" == blocks(REFERENCE / "errors.md", "text")[0]
        )

    def test_every_error_is_in_the_tree(self):
        """An error that is added is drawn too."""
        (tree, *_) = blocks(REFERENCE / "errors.md", "text")

        ours = {
            name
            for name, each in inspect.getmembers(errors, inspect.isclass)
            if issubclass(each, errors.ModelFormsError)
        }
        assert ours == set(re.findall(r"\b[A-Z]\w+", tree)) - {"JSON"}


def sections():
    """Return the part of the page for each command."""
    page = text(REFERENCE / "commands.md")
    parts = re.split(r"^## (\w+)$", page, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


class TestCommands:
    def test_every_command_has_a_section(self):
        """The page has the commands there are, and no others."""
        assert set(main.commands) == set(sections())

    @pytest.mark.parametrize("name", sorted(main.commands))
    def test_every_option_is_named(self, name):
        """A command's section names its options, all and no others."""
        options = {
            option
            for each in main.commands[name].params
            if isinstance(each, click.Option)
            for option in each.opts
        }

        assert options == set(re.findall(r"--[a-z]+(?:-[a-z]+)*", sections()[name]))

    @pytest.mark.parametrize("name", sorted(main.commands))
    def test_every_argument_is_named(self, name):
        """A command's section shows how it is called."""
        (usage, *_) = re.findall(r"```text\n(.*?)```", sections()[name], re.DOTALL)

        context = click.Context(main.commands[name])
        arguments = [
            each.make_metavar(context)
            for each in main.commands[name].params
            if isinstance(each, click.Argument)
        ]
        assert usage.startswith(" ".join(["model-forms", name, *arguments]))

    def test_the_exit_codes_are_told(self):
        """0, 1 and 2 are on the page."""
        assert ["0", "1", "2"] == re.findall(
            r"^\| (\d) \|", text(REFERENCE / "commands.md"), re.MULTILINE
        )


class TestWritingAPack:
    """What a reader copies from the page works."""

    @pytest.fixture
    def examples(self):
        found = blocks(ROOT / "docs" / "how-to" / "write-a-pack.md", "json")
        return [json.loads(each) for each in found]

    def test_the_questionnaire_has_no_findings(self, examples):
        """The example passes the check that the page asks for."""
        assert () == tuple(check_definition(examples[0]))

    def test_the_case_holds(self, examples):
        """The example's answers give what it expects."""
        questionnaire = questionnaire_from(examples[0])
        named = {
            "id": questionnaire.id,
            "version": questionnaire.version,
            "hash": questionnaire.hash,
        }
        responses = [
            response_from(
                {
                    "questionnaire": named,
                    "respondent": {"role": each["role"], "label": each["label"]},
                    "answers": each["answers"],
                }
            )
            for each in examples[1]["responses"]
        ]

        found = assessment_to(assess(responses, find=lambda _: questionnaire))

        assert examples[1]["expect"] == pruned(found, examples[1]["expect"])


def pruned(found, wanted):
    """Return the part of *found* that *wanted* names."""
    if not isinstance(wanted, dict):
        return found
    return {key: pruned(found[key], each) for key, each in wanted.items()}

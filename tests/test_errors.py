"""Every exception that leaves model-forms."""

import inspect
import pickle
import re

import pytest

from model_forms import errors
from model_forms.errors import ModelFormsError, near_miss
from model_forms.finding import Finding, Place
from model_forms.text import both

FOUND = Finding(
    severity="error",
    code="x",
    message=both("Ordene", "The words"),
    place=Place(path="$.id"),
)
RAISED = [
    errors.DefinitionRejected("a.json", (FOUND,)),
    errors.UnreadableDocument("a.json", both("ikke UTF-8", "not UTF-8 text")),
    errors.ExportRefused((FOUND,)),
    errors.UnknownQuestionnaire("area_maping", ("area_mapping",)),
    errors.UnknownRole("polise", ("police", "school")),
    errors.UnknownLanguage("de", ("da", "en")),
    errors.UnsupportedFormat("write forms to", ".pdf", (".xlsx",)),
    errors.NotComparable(both("Flere områder.", "More than one area.")),
    errors.NoResponses(),
    errors.PluginNotLoadable("xlsx", "some-dist", "ImportError: no"),
    errors.PluginConflict("group", "xlsx", ("a", "b")),
    errors.UnknownGuide("catalog", ("catalogue",)),
    errors.SwitchedOff("concern", both("Spørg først.", "Ask first.")),
    errors.OnlyOnPaper("concern"),
    errors.UnfitColumns("a", "has numbers that are not from 0 to 7"),
    errors.ExtraMissing("columns", "numpy"),
    errors.MigrationRefused((FOUND,)),
]


def classes():
    """Every exception class of the module."""
    return {
        name
        for name, each in inspect.getmembers(errors, inspect.isclass)
        if issubclass(each, Exception)
    }


class TestTree:
    def test_the_drawing_is_complete(self):
        """The docstring draws every class, and no other."""
        drawn = set(re.findall(r"\b[A-Z][a-z]+[A-Z][A-Za-z]+\b|\bNotFound\b",
                               errors.__doc__.partition("::")[2]
                               .partition("A problem")[0]))  # fmt: skip

        assert classes() == drawn

    def test_every_branch_hangs_where_it_is_drawn(self):
        """A class stands under its parent in the drawing."""
        parents = {}
        trail = {}
        for line in errors.__doc__.splitlines():
            found = re.match(r"[\s│├└─]*([A-Z]\w+)", line)
            if found and found[1] in classes():
                depth = found.start(1)
                above = [each for place, each in trail.items() if place < depth]
                parents[found[1]] = above[-1] if above else "Exception"
                trail = {p: e for p, e in trail.items() if p < depth} | {
                    depth: found[1]
                }

        assert {
            name: getattr(errors, name).__base__.__name__ for name in parents
        } == parents

    def test_every_leaf_is_tried_here(self):
        """The examples of this module hold an error of every class without children."""
        leaves = {
            name for name in classes() if not getattr(errors, name).__subclasses__()
        }

        assert leaves == {type(each).__name__ for each in RAISED}


class TestErrors:
    @pytest.mark.parametrize("error", RAISED, ids=lambda each: type(each).__name__)
    def test_it_is_ours_and_says_something(self, error):
        """Catching the base catches it, and it has a sentence."""
        assert isinstance(error, ModelFormsError)
        assert str(error).strip()

    @pytest.mark.parametrize("error", RAISED, ids=lambda each: type(each).__name__)
    def test_it_survives_another_process(self, error):
        """An error that is pickled comes back with its facts."""
        back = pickle.loads(pickle.dumps(error))

        assert (type(error), str(error)) == (type(back), str(back))

    def test_it_can_be_chained(self):
        """A frozen error takes its cause and keeps its facts."""
        cause = OSError("no")
        with pytest.raises(errors.UnreadableDocument) as caught:
            raise errors.UnreadableDocument("a.json", both("nej", "no")) from cause

        assert cause is caught.value.__cause__


class TestSentences:
    @pytest.mark.parametrize(
        ("error", "expected"),
        [
            (RAISED[0], "a.json: 1 error(s)\n$.id: The words"),
            (RAISED[1], "a.json: not UTF-8 text"),
            (RAISED[2], "The words"),
            (
                RAISED[3],
                "No questionnaire called 'area_maping'. Did you mean 'area_mapping'?",
            ),
            (RAISED[4], "No role called 'polise'. Did you mean 'police'?"),
            (RAISED[5], "No language 'de'. There are: da, en."),
            (errors.UnknownLanguage("de", ()), "No language 'de'."),
            (
                RAISED[6],
                "Nothing installed can write forms to '.pdf' (can: .xlsx).",
            ),
            (
                errors.UnsupportedFormat("write forms to", ".pdf", ()),
                "Nothing installed can write forms to '.pdf' (can: none).",
            ),
            (RAISED[7], "More than one area."),
            (RAISED[9], "Plug-in 'xlsx' of some-dist: ImportError: no"),
            (RAISED[8], "There are no responses to assess."),
            (RAISED[10], "group: 'xlsx' is claimed by both a and b."),
            (
                RAISED[12],
                "concern is off by default. Ask first. Its name switches it on.",
            ),
            (RAISED[11], "No guide called 'catalog'. Did you mean 'catalogue'?"),
        ],
    )
    def test_the_whole_sentence(self, error, expected):
        """Where, what was seen, and what was probably meant."""
        assert expected == str(error)

    @pytest.mark.parametrize(
        ("seen", "expected"), [("polise", "police"), ("xyz", None), ("", None)]
    )
    def test_a_near_miss_is_near(self, seen, expected):
        """Only a name that is alike is suggested."""
        assert expected == near_miss(seen, ["police", "school"])

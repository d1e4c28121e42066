"""Every kind of rule has all of its forms: a kind that lacks one is not finished."""

from fractions import Fraction
from typing import ClassVar

import pytest
from attrs import frozen

import drawn_rules
from builders import score, small
from model_forms.json_schema import published
from model_forms.rules.items import OverItems
from model_forms.rules.kinds import RULE_KINDS
from model_forms.rules.mean import Mean
from model_forms.rules.reach import Reach
from model_forms.rules.scores import OverScores

FORMS = (
    "items", "scores", "reach", "prepare", "describe",
    "formula", "refused", "parts", "columns",
)  # fmt: skip
"""What the engine, the workbook, the explanation and the columns ask of a rule."""
LEFT_OPEN = {OverItems: ("fold", "over"), OverScores: ("scores",)}
"""What a shared base says that each kind must say for itself."""


def lacking(kind, name):
    """What a kind of rule lacks."""
    found = [form for form in FORMS if not hasattr(kind, form)]
    for base, forms in LEFT_OPEN.items():
        if issubclass(kind, base):
            found += [f for f in forms if getattr(kind, f) is getattr(base, f)]
    shapes = published("questionnaire")["$defs"]
    if f"rule_{name}" not in shapes:
        found.append("a shape in the JSON Schema")
    if name not in drawn_rules.DRAWN:
        found.append("a way to be drawn")
    return found


@frozen(kw_only=True)
class Fewest(OverItems):
    """A kind of rule that somebody has begun."""

    by_sum: ClassVar[bool] = False

    def reach(self, bounds):
        """Its range, which is easy."""
        return Reach(low=Fraction(), high=Fraction(1))


@frozen(kw_only=True)
class Bare:
    """A kind of rule with nothing at all."""


class TestForms:
    @pytest.mark.parametrize(("kind", "name"), RULE_KINDS.items(), ids=str)
    def test_every_kind_has_all_of_them(self, kind, name):
        """Range, value, words, formula, reason, explanation, columns, shape."""
        assert [] == lacking(kind, name)

    def test_one_that_lacks_some_is_told_which(self):
        """A kind half done does not pass as done."""
        assert [
            "describe", "formula", "fold", "over",
            "a shape in the JSON Schema", "a way to be drawn",
        ] == lacking(Fewest, "fewest")  # fmt: skip

    def test_one_that_has_none_lacks_all(self):
        """Each form is looked for."""
        assert set(FORMS) <= set(lacking(Bare, "mean"))

    @pytest.mark.parametrize("form", FORMS)
    def test_no_form_goes_without_being_missed(self, form, monkeypatch):
        """A finished kind without just one of them is not finished."""
        owner = next(each for each in Mean.__mro__ if form in vars(each))
        monkeypatch.delattr(owner, form)

        assert form in lacking(Mean, "mean")

    def test_every_kind_can_be_drawn(self):
        """And nothing is drawn that is no kind."""
        assert set(RULE_KINDS.values()) == drawn_rules.DRAWN

    def test_every_kind_that_is_drawn_can_be_read(self):
        """The name in the JSON leads to the kind."""
        questionnaire = small(
            scores=[
                score("m", {"kind": "mean", "of": ["a"]}),
                score("r", {"kind": "rounded", "score": "m"}),
            ]
        )

        kinds = [RULE_KINDS[type(each.rule)] for each in questionnaire.scores]
        assert ["mean", "rounded"] == kinds

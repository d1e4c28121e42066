"""The cases that scores are worked out for, and where each case's numbers stand."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from attrs import frozen

from model_forms.rules.formulas import literal
from model_forms.rules.missing import Missing
from model_forms.rules.summary import ItemSummary
from model_forms.scoring.evaluate import Scores

Kind = Literal["panel", "role", "row"]


@frozen(kw_only=True)
class RoleFact:
    """
    Where one role's answers to one item stand, each an address.

    *points* is the range with a cell for each of its *respondents*; the others are
    cells with the mean, and how many gave an answer or did not know.
    """

    points: str
    mean: str
    given: str
    unknown: str
    na: str
    based: str
    respondents: int

    def counted(self, policy: Missing) -> str:
        """Return the formula of the mean when missing answers count as stated."""
        sums, counts = [f"SUM({self.points})"], [f"COUNT({self.points})"]
        blank = f"({self.respondents}-{self.given}-{self.unknown}-{self.na})"
        for count, worth in (
            (self.unknown, policy.unknown_as),
            (blank, policy.blank_as),
        ):
            if worth is not None:
                sums.append(f"{count}*{literal(worth)}")
                counts.append(count)
        total, among = "+".join(sums), "+".join(counts)
        return f'IF({among}=0,"",({total})/({among}))'


@frozen(kw_only=True)
class Fact:
    """Where what was answered to one item stands, each the address of a cell."""

    answered: str
    given: str
    unknown: str
    na: str
    based: str
    lowest: str
    roles: tuple[RoleFact, ...]


@frozen(kw_only=True)
class Case:
    """
    One set of answers: the panel, one role's, or one row of a table.

    *answers* are the cells with the answers of a lone respondent, by item.
    """

    kind: Kind
    name: str
    scores: Scores
    facts: Mapping[str, Fact]
    roles: tuple[str | None, ...]
    answers: Mapping[str, str] | None = None
    table: str | None = None

    @property
    def alone(self) -> bool:
        """Whether demands on roles and respondents are left out."""
        return self.kind != "panel"


def mean_of(summary: ItemSummary, policy: Missing, role: str | None) -> Fraction | None:
    """Return a role's mean under *policy*, as the engine has it."""
    return summary.role_means(policy.unknown_as, policy.blank_as).get(role)

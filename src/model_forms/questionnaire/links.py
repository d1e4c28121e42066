"""How tools hang together as data: what one reads from, opens and asks of another."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from attrs import field, frozen

from model_forms.conditions import Condition
from model_forms.questionnaire.items import Basis
from model_forms.text import Text


@frozen(kw_only=True)
class Individual:
    """
    Marks a tool about one person: off by default, and only ever printed.

    It is never filled in by a program, imported, scored or stored. *because* says why
    to whoever wants to switch it on.
    """

    because: Text
    basis: tuple[Basis, ...] = ()


@frozen(kw_only=True)
class Constraint:
    """What must not be: when *when* holds, *text* is said at *item*."""

    id: str
    item: str
    text: Text
    when: Condition
    each: str | None = None
    severity: Literal["error", "warning"] = "error"
    basis: tuple[Basis, ...] = ()


@frozen(kw_only=True)
class Gate:
    """
    What must be in place before the results of another questionnaire are opened.

    Every answer to each of *items* must be at least *at_least*; don't know and blank
    are not in place. *text* says what to do until then.
    """

    id: str
    opens: str
    items: tuple[str, ...]
    at_least: Fraction
    text: Text
    basis: tuple[Basis, ...] = ()


@frozen(kw_only=True)
class MatrixFeed:
    """
    Each subject of another questionnaire's matrix becomes a proposed row of *into*.

    Only subjects in one of *cells* do, in the order of that questionnaire: the matrix
    ranks nothing. *column* is filled with the subject's key. *disagreements* and
    *gaps* are items beside which the disagreements and knowledge gaps are told.
    """

    source: str
    matrix: str
    cells: tuple[str, ...]
    into: str
    column: str
    disagreements: str | None = None
    gaps: str | None = None


@frozen(kw_only=True)
class RowFeed:
    """
    A row of another questionnaire's *table* becomes a proposed row when *when* holds.

    The proposed row stands in *into*; its *column* refers to the other by *label*.
    *copies* names further columns of the table and the own columns they fill.
    """

    source: str
    table: str
    label: str
    when: Condition
    into: str
    column: str
    copies: dict[str, str] = field(factory=dict, hash=False)


@frozen(kw_only=True)
class RolesFeed:
    """How many of the roles that are asked have answered *source*, beside *item*."""

    source: str
    item: str


@frozen(kw_only=True)
class AgeFeed:
    """How old *source* is, beside *item*: a round (``2026-11``) and *months*."""

    source: str
    item: str
    months: int


@frozen(kw_only=True)
class LinkFeed:
    """What the review of *source* finds without a link, beside *item*."""

    source: str
    item: str


@frozen(kw_only=True)
class RequiredFeed:
    """How many rows of *source* have *columns* filled in, beside *item*."""

    source: str
    table: str
    columns: tuple[str, ...]
    item: str


Feed = MatrixFeed | RowFeed | RolesFeed | AgeFeed | LinkFeed | RequiredFeed


@frozen(kw_only=True)
class Due:
    """A row is late when the day in *date* has passed while *open* holds."""

    date: str
    open: Condition


@frozen(kw_only=True)
class BalanceHint:
    """*text* is said when all rows have one of the values *only*."""

    only: tuple[int | str, ...]
    text: Text


@frozen(kw_only=True)
class Balance:
    """How the rows are spread over the options of *column*."""

    column: str
    hints: tuple[BalanceHint, ...] = ()


@frozen(kw_only=True)
class Link:
    """
    *column* refers to rows of *table* in *questionnaire* by their *label*.

    Rows there for which *wanted* holds ought to be referred to by at least one row.
    """

    column: str
    questionnaire: str
    table: str
    label: str
    wanted: Condition


@frozen(kw_only=True)
class Review:
    """
    What a repeating table is gone through for: no score, only what to look at.

    Completeness is counted over the required columns. *label* is the column that
    names a row, and *show* are columns that are worth seeing beside it.
    """

    table: str
    label: str
    show: tuple[str, ...] = ()
    due: Due | None = None
    balance: Balance | None = None
    link: Link | None = None
    basis: tuple[Basis, ...] = ()

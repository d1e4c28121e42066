"""What each part adds to a score, where a score is made by adding up."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from model_forms.rules.formulas import Cells
from model_forms.rules.items import OverItems
from model_forms.rules.mean import Mean
from model_forms.rules.percent import Percent
from model_forms.rules.reach import Bounds
from model_forms.rules.total import Total


def adds_up(rule: object) -> bool:
    """Tell whether what the items of *rule* add makes up its value."""
    return isinstance(rule, Mean | Total | Percent)


def per_unit(
    rule: OverItems, valued: Sequence[str], based: Sequence[str], bounds: Bounds
) -> Fraction | None:
    """
    Return what one unit of an item's value times its weight adds to the value.

    *valued* are the items that have a value, *based* those in the base. None where
    nothing is added up, or there is nothing to add.
    """
    known, base = (
        sum((rule.weight(key) for key in keys), Fraction()) for keys in (valued, based)
    )
    if isinstance(rule, Percent):
        top = sum(
            (rule.weight(key) * _highest(rule, key, bounds) for key in valued),
            Fraction(),
        )
        return 100 / top if top else None
    if isinstance(rule, Total) and rule.missing.prorate is None:
        return Fraction(1)
    if not known or not adds_up(rule):
        return None
    return base / known if isinstance(rule, Total) else 1 / known


def _highest(rule: OverItems, key: str, bounds: Bounds) -> Fraction:
    counted = rule.counted(key, bounds)
    return bounds.item_reach(key).moved(counted.scale, counted.offset).high


def share_formula(rule: OverItems, cells: Cells, product: str) -> str | None:
    """Return the formula of what an item adds, whose weighted value is in *product*."""
    weights = f"SUM({cells.column('weight')})"
    if isinstance(rule, Percent):
        said = f"{product}*100/SUM({cells.column('top')})"
    elif isinstance(rule, Total) and rule.missing.prorate is not None:
        said = f"{product}*SUM({cells.column('base_weight')})/{weights}"
    elif isinstance(rule, Total):
        said = product
    elif isinstance(rule, Mean):
        said = f"{product}/{weights}"
    else:
        return None
    return f'IF({product}="","",{said})'

"""The questions behind a score: what the roles say, who knows, who disagrees."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from model_forms.questionnaire import Choice, Item, Number
from model_forms.report import phrases
from model_forms.report.blocks import Column, Table, TableCell
from model_forms.report.reading import Reading
from model_forms.report.voices import by_role
from model_forms.rules.summary import ItemSummary


def item_table(reading: Reading, keys: Iterable[str], caption: str) -> Table:
    """Return the table of the items *keys*: judged by roles, or read from a source."""
    items = [reading.questionnaire.item(key) for key in keys]
    if all(isinstance(item.answer, Number) for item in items):
        return _figures(reading, items, caption)
    return Table(
        caption=f"{caption} {_scale_ends(reading, items)}".strip(),
        columns=(
            Column(title=reading.say(phrases.QUESTION), width=4),
            Column(title=reading.say(phrases.ROLES_MEAN), width=1.2, align="center"),
            Column(title=reading.say(phrases.COVERAGE), width=1.5),
            Column(title=reading.say(phrases.DIFFERS), width=2.6),
        ),
        rows=tuple(_row(reading, item) for item in items),
    )


def _scale_ends(reading: Reading, items: list[Item]) -> str:
    scales = {item.answer.scale for item in items if isinstance(item.answer, Choice)}
    if len(scales) != 1:
        return ""
    scale = reading.questionnaire.scale[scales.pop()]
    ends = sorted(
        (option for option in scale.options if option.worth is not None),
        key=lambda option: option.worth or Fraction(),
    )
    if not ends:
        return ""
    low, high = ends[0], ends[-1]
    return reading.say(
        phrases.SCALE_ENDS,
        low=reading.number(low.worth or Fraction()),
        high=reading.number(high.worth or Fraction()),
        low_label=reading.say(low.label),
        high_label=reading.say(high.label),
    )


def _row(reading: Reading, item: Item) -> tuple[TableCell, ...]:
    summary = reading.assessment.items[item.key]
    return (
        TableCell(text=reading.say(item.text)),
        _mean(reading, summary),
        _coverage(reading, summary),
        _differences(reading, summary),
    )


def _mean(reading: Reading, summary: ItemSummary) -> TableCell:
    if summary.mean is None:
        return TableCell(text=reading.say(phrases.NO_ANSWER), tone="gap")
    return TableCell(text=reading.number(summary.mean), strong=True)


def _coverage(reading: Reading, summary: ItemSummary) -> TableCell:
    share = summary.coverage
    if share is None:
        return TableCell(text="–")
    given = summary.count("given")
    asked = given + summary.count("dont_know")
    words = reading.say(
        phrases.COVERED, share=reading.share(share), given=given, asked=asked
    )
    limit = reading.questionnaire.panel.knowledge_gap
    if limit is None or share >= limit:
        return TableCell(text=words)
    return TableCell(text=f"{words}, {reading.say(phrases.FEW_KNOW)}", tone="gap")


def _differences(reading: Reading, summary: ItemSummary) -> TableCell:
    if not summary.answered:
        return TableCell(text="–")
    if len(summary.by_role) == 1:
        return TableCell(text=reading.say(phrases.ONE_ROLE))
    if not reading.assessment.disagrees(summary.key):
        return TableCell(text=reading.say(phrases.SAME))
    low, high = min(summary.by_role.values()), max(summary.by_role.values())
    words = reading.say(
        phrases.APART,
        low=reading.number(low),
        high=reading.number(high),
        low_roles=_roles(reading, summary, low),
        high_roles=_roles(reading, summary, high),
    )
    return TableCell(text=words, strong=True)


def _roles(reading: Reading, summary: ItemSummary, mean: Fraction) -> str:
    codes = [role for role, each in summary.by_role.items() if each == mean]
    return ", ".join(reading.role(code) for code in codes)


def _figures(reading: Reading, items: list[Item], caption: str) -> Table:
    summaries = [reading.assessment.items[item.key] for item in items]
    points = reading.say(
        phrases.POINTS,
        low=reading.number(min(each.low for each in summaries)),
        high=reading.number(max(each.high for each in summaries)),
    )
    return Table(
        caption=caption,
        columns=(
            Column(title=reading.say(phrases.QUESTION), width=3.4),
            Column(title=reading.say(phrases.VALUE), width=2.4),
            Column(title=points, width=1, align="center"),
        ),
        rows=tuple(
            (
                TableCell(text=reading.say(item.text)),
                TableCell(text=by_role(reading, item) or "–"),
                _mean(reading, summary),
            )
            for item, summary in zip(items, summaries, strict=True)
        ),
    )

"""Where an answer is written on paper: boxes to tick, and gaps to fill in."""

from __future__ import annotations

from model_forms.questionnaire import (
    Choice,
    Date,
    DateRange,
    Item,
    Number,
    Reference,
    RoleChoice,
    Several,
    Table,
)
from model_forms.report.blocks import Run
from model_forms.report.reading import Speaking
from model_forms.text import Text, both

BOX = "\N{BALLOT BOX}"
_HARD = "\N{NO-BREAK SPACE}"
_HYPHEN = "\N{NON-BREAKING HYPHEN}"
_GAP = "_" * 14
_DAY = "___ / ___ / ______"
_DATE = both("(dag/måned/år)", "(day/month/year)")
_UNTIL = both("til", "to")
_MANY = both("Sæt gerne flere krydser.", "You may tick more than one.")


def field_below(  # noqa: PLR0911  one for each kind
    telling: Speaking, item: Item
) -> tuple[Run, ...]:
    """Return what stands below a question to be filled in; text has lines instead."""
    answer = item.answer
    match answer:
        case Choice(scale=scale):
            return _ticked(_options(telling, scale))
        case Several(scale=scale):
            return (_hint(telling, _MANY), *_ticked(_options(telling, scale)))
        case RoleChoice(several=several):
            roles = [telling.say(each.label) for each in telling.questionnaire.roles]
            hint = (_hint(telling, _MANY),) if several else ()
            return (*hint, *_ticked(roles))
        case Number(unit=unit):
            return _gap(_GAP, telling.say(unit) if unit else "")
        case Date():
            return _gap(_DAY, telling.say(_DATE))
        case DateRange():
            both_ends = f"{_DAY} {telling.say(_UNTIL)} {_DAY}"
            return _gap(both_ends, telling.say(_DATE))
        case Reference():
            return _gap(_GAP * 2, "")
        case Table(columns=columns):
            asked = " · ".join(
                f"{each.code} {telling.say(each.text)}" for each in columns
            )
            return (Run(text=f"\n{asked}", kind="small"),)
    return ()


def _options(telling: Speaking, scale: str) -> list[str]:
    questionnaire = telling.questionnaire
    found = questionnaire.scale[scale]
    labels: list[Text] = [each.label for each in found.options]
    labels += [questionnaire.missing.label(each) for each in found.offers]
    return [telling.say(each) for each in labels]


def _ticked(labels: list[str]) -> tuple[Run, ...]:
    """Return a box before each label, on the line below; they are never parted."""
    found = []
    for place, label in enumerate(labels):
        gap = "   " if place else "\n"
        kept = label.replace(" ", _HARD).replace("-", _HYPHEN)
        found += [Run(text=f"{gap}{BOX}", kind="box"), Run(text=f"{_HARD}{kept}")]
    return tuple(found)


def _hint(telling: Speaking, text: Text) -> Run:
    return Run(text=f"\n{telling.say(text)}", kind="small")


def _gap(gap: str, unit: str) -> tuple[Run, ...]:
    return (Run(text=f"\n{gap} {unit}".rstrip()),)

"""What to do now: the notices that hang on an answer, told beside the question."""

from __future__ import annotations

from model_forms.conditions import Comparison, Condition, Not, items_of
from model_forms.questionnaire import Choice, Item, Notice, Questionnaire
from model_forms.report.blocks import Run
from model_forms.report.reading import Speaking
from model_forms.response import Answer, DontKnow, Given, NotApplicable
from model_forms.text import Text, both
from model_forms.wording import condition_words

_WHEN = both("Svarer du {answers}: ", "If you answer {answers}: ")
_IF = both("Hvis {condition}: ", "If {condition}: ")
_STOP = both(" Stop her.", " Stop here.")
_OR = both(" eller ", " or ")
_QUOTED = both("»{words}«", "“{words}”")


def routes_after(telling: Speaking, item: Item) -> tuple[Run, ...]:
    """Return the routes that hang on *item*, each on a line of its own."""
    return tuple(
        run
        for notice in telling.questionnaire.notice("route")
        if hangs_on(telling.questionnaire, notice) == item.key
        for run in route(telling, notice, before="\n")
    )


def hangs_on(questionnaire: Questionnaire, notice: Notice) -> str | None:
    """Return the last question that decides whether *notice* is shown."""
    if notice.when is None:
        return None
    asked = set(items_of(notice.when))
    return next((key for key in reversed(questionnaire.items) if key in asked), None)


def route(telling: Speaking, notice: Notice, before: str = "") -> tuple[Run, ...]:
    """Return when a notice holds, and what it says; one that stops says so."""
    text = telling.say(notice.text)
    if notice.stop:
        end = "" if text.endswith((".", "!", "?")) else "."
        text = f"{text}{end}{telling.say(_STOP)}"
    when = _when(telling, notice)
    if not when:
        return (Run(text=before + text, bold=True),)
    return (Run(text=before + when), Run(text=text, bold=True))


def _when(telling: Speaking, notice: Notice) -> str:
    if notice.when is None:
        return ""
    answers = _answers(telling.questionnaire, notice.when)
    if answers:
        said = [telling.say(_QUOTED, words=telling.say(each)) for each in answers]
        listed = telling.say(_OR).join(said)
        return telling.say(_WHEN, answers=listed)
    condition = condition_words(telling.questionnaire, notice.when)
    return telling.say(_IF, condition=telling.say(condition))


def _answers(questionnaire: Questionnaire, when: Condition) -> list[Text]:
    """Return the answers to the only question that *when* looks at, if it has one."""
    keys = tuple(dict.fromkeys(items_of(when)))
    if len(keys) != 1 or not isinstance(when, Comparison | Not):
        return []
    answer = questionnaire.item(keys[0]).answer
    if not isinstance(answer, Choice):
        return []
    scale = questionnaire.scale[answer.scale]
    possible: list[tuple[Answer, Text]] = [
        (Given(value=each.value), each.label) for each in scale.options
    ]
    missing = questionnaire.missing
    for offer in scale.offers:
        none = DontKnow() if offer == "dont_know" else NotApplicable()
        possible.append((none, missing.label(offer)))
    return [label for each, label in possible if _holds(when, each)]


def _holds(when: Condition, answer: Answer) -> bool:
    return when.holds(lambda _: answer)

"""What a directive puts into a sentence: a count, a title, the words of an option."""

from __future__ import annotations

from collections.abc import Callable

from model_forms.guides.desk import Call, Desk
from model_forms.guides.lookups import item_of, option_of, scale_of, section_of
from model_forms.guides.trouble import Wrong, picked
from model_forms.report.blocks import Run
from model_forms.report.counts import asked_in
from model_forms.text import both

_UNVERIFIED = both("(ikke efterprøvet)", "(not verified)")
_DIRECTIVE = both("direktiv", "directive")


def _count(desk: Desk, id: str, what: str) -> str:
    questionnaire = desk.telling(id).questionnaire
    if what == "items":
        return str(questionnaire.item_count)
    if what == "sections":
        return str(len(questionnaire.sections))
    return str(asked_in(section_of(questionnaire, what)))


def _title(desk: Desk, id: str) -> str:
    telling = desk.telling(id)
    return telling.say(telling.questionnaire.title)


def _section(desk: Desk, id: str, key: str) -> str:
    telling = desk.telling(id)
    return telling.say(section_of(telling.questionnaire, key).title)


def _option(desk: Desk, id: str, scale: str, value: str) -> str:
    telling = desk.telling(id)
    found = scale_of(telling.questionnaire, scale)
    return telling.say(option_of(found, value).label)


def _item(desk: Desk, id: str, key: str) -> str:
    telling = desk.telling(id)
    return telling.say(item_of(telling.questionnaire, key).text)


INSERTED: dict[str, tuple[int, Callable[..., str]]] = {
    "count": (2, _count),
    "title": (1, _title),
    "section": (2, _section),
    "option": (3, _option),
    "item": (2, _item),
}


def inserted(desk: Desk, call: Call) -> Run:
    """Return what a directive inside a sentence shows; nothing when it is wrong."""
    try:
        if call.name == "unverified" and not call.words:
            return Run(text=desk.say(_UNVERIFIED), kind="small")
        known = {**INSERTED, "unverified": (0, _title)}
        count, show = picked("unknown-directive", _DIRECTIVE, call.name, known)
        if len(call.words) != count:
            raise wrong_words(call.name, count, count, len(call.words))
        return Run(text=show(desk, *call.words))
    except Wrong as error:
        desk.refused(call.line, error)
        return Run(text="")


def wrong_words(name: str, least: int, most: int, seen: int) -> Wrong:
    """Return the problem that a directive has too few words or too many."""
    wanted = str(least) if least == most else f"{least}-{most}"
    message = both(
        f"»{name}« skal have {wanted} ord efter sig, men har {seen}.",
        f"{name!r} takes {wanted} words, but has {seen}.",
    )
    return Wrong("directive-words", message)

"""What a form says first: whom it is for, until when, and what never to write."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model_forms.forms.words import say
from model_forms.issue import Issue
from model_forms.questionnaire import Questionnaire
from model_forms.questionnaire.adapted import Reword

_SHEETS = re.compile(r"\b(arket|ark|the sheet|sheet)\b", re.IGNORECASE)


def subtitle(issue: Issue, *, filled_by: bool) -> str:
    """Return the line that says which area, round and respondent this is for."""
    who = issue.respondent
    if who and filled_by:
        who = say("filled_by", issue.language, who=who)
    parts = (
        (issue.area, issue.round, who) if filled_by else (issue.area, who, issue.round)
    )
    return " · ".join(part for part in parts if part)


def deadline_of(questionnaire: Questionnaire, issue: Issue) -> str | None:
    """Return until when: as the issue says, or else as the local adaptation does."""
    local = questionnaire.adaptation
    return issue.deadline or (local.deadline if local is not None else None)


def adapted_by(questionnaire: Questionnaire, language: str) -> str:
    """Return the line below the id that says whose adaptation this is, if it is one."""
    local = questionnaire.adaptation
    if local is None:
        return ""
    what = f"{local.id} {local.version}"
    if local.house is None:
        return say("adapted", language, what=what)
    return say("adapted_by", language, who=local.house.name, what=what)


def cover_lines(
    questionnaire: Questionnaire, issue: Issue, send_back: str, *, sheets: bool = True
) -> Iterator[tuple[str, str]]:
    """
    Yield label and text of each line; *send_back* stands beside the deadline.

    A form that has no *sheets* leaves out the lines that lead to them.
    """
    language = issue.language
    yield from house_lines(questionnaire, language)
    for place, line in enumerate(questionnaire.cover):
        if not sheets and _leads_to_sheets(questionnaire, place):
            continue
        yield line.label.get(language), line.text.get(language)
    if deadline_of(questionnaire, issue):
        yield say("deadline", language), send_back
    for label, kinds in (("persons", ("privacy",)), ("about", ("origin", "result"))):
        notices = [each for kind in kinds for each in questionnaire.notice(kind)]
        if notices:
            words = " ".join(each.text.get(language) for each in notices)
            yield say(label, language), words


def _leads_to_sheets(questionnaire: Questionnaire, place: int) -> bool:
    """Tell whether a line is about the sheets of a workbook; a house's own never is."""
    text = questionnaire.cover[place].text
    local = questionnaire.adaptation
    changes = local.changes if local is not None else ()
    own = {each.at for each in changes if isinstance(each, Reword)}
    said = (words for _, words in text.words)
    return f"cover.{place}.text" not in own and any(map(_SHEETS.search, said))


def house_lines(
    questionnaire: Questionnaire, language: str
) -> Iterator[tuple[str, str]]:
    """Yield whose form it is and where to ask, as the local adaptation says."""
    local = questionnaire.adaptation
    if local is not None and local.house is not None:
        yield say("house", language), local.house.name
        if local.house.contact is not None:
            yield say("contact", language), local.house.contact

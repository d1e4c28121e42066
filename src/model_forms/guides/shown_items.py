"""Questions, roles, words and notices of a questionnaire, as blocks."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms.guides.desk import Desk
from model_forms.guides.lookups import section_of
from model_forms.guides.trouble import Wrong, picked
from model_forms.questionnaire import Definition, Item, Notice, Section
from model_forms.questionnaire import Table as Repeating
from model_forms.questionnaire.items import EVERYONE
from model_forms.report.blocks import (
    Block,
    Callout,
    Column,
    Paragraph,
    Rich,
    Run,
    Table,
    TableCell,
)
from model_forms.report.counts import asked_in
from model_forms.report.printed import printed_form
from model_forms.report.reading import Telling
from model_forms.report.routes import route
from model_forms.text import Text, both

CODE = both("Nr.", "No.")
QUESTION = both("Spørgsmål", "Question")
_WHO = both("Hvem spørges", "Who is asked")
_ABOUT = both("Peger på", "Points to")
_EVERYONE = both("Alle roller", "Every role")
_THEME = both("Alle, der spørges i temaet", "All who are asked in the theme")
_ROLE = both("Rolle", "Role")
_ASKED = both("Spørgsmål i alt", "Questions in all")
_ROLES = both("{title}: spørgsmål til hver rolle", "{title}: questions to each role")
_DIRECTION = {
    "risk": both("Udfordring", "Challenge"),
    "protective": both("Ressource", "Resource"),
}
_TERM = both("Ord", "Word")
_MEANING = both("Sådan bruger vi det", "How we use it")
_WORDS = both("Ord i »{title}«", "Words in “{title}”")
_NOTICES = {
    "result": both("Sådan skal tallene læses", "How to read the figures"),
    "privacy": both("Personoplysninger", "Personal data"),
    "origin": both("Hvis spørgsmål er det?", "Whose questions are they?"),
    "route": both("Hvad gør I nu?", "What to do now?"),
}
_NOTICE = both("slags besked", "kind of notice")
_MOST_SECTIONS = 10
_DEEPEST = 3


def items(desk: Desk, id: str, key: str | None = None) -> tuple[Block, ...]:
    """Return a table of the questions of each section, or of one."""
    telling = desk.telling(id)
    sections = telling.questionnaire.sections
    if key is not None:
        sections = (section_of(telling.questionnaire, key),)
    return tuple(_items(desk, telling, each) for each in sections)


def _items(desk: Desk, telling: Telling, section: Section) -> Table:
    found = telling.questionnaire.section_items[section.key]
    listed = list(_listed(found))
    extras = {each.key for each in found} - {each.key for each in section.items}
    directed = any(item.direction for item in listed)
    parted = any(EVERYONE not in item.roles for item in listed)
    columns = [
        Column(title=desk.say(CODE), width=0.8),
        Column(title=desk.say(QUESTION), width=5),
    ]
    if directed:
        columns.append(Column(title=desk.say(_ABOUT), width=1.1))
    if parted:
        columns.append(Column(title=desk.say(_WHO), width=3))

    def row(item: Item) -> Iterator[TableCell]:
        yield TableCell(text=item.code)
        yield TableCell(text=telling.say(item.text))
        if directed:
            about = _DIRECTION.get(item.direction or "")
            yield TableCell(text=desk.say(about) if about else "–")
        if parted:
            who = desk.say(_THEME) if item.key in extras else None
            yield TableCell(text=who or _who(desk, telling, item))

    return Table(
        caption=f"{section.code} {telling.say(section.title)}",
        columns=tuple(columns),
        rows=tuple(tuple(row(item)) for item in listed),
    )


def _listed(listed: tuple[Item, ...]) -> Iterator[Item]:
    """Yield items, each repeating table followed by its columns."""
    for item in listed:
        yield item
        if isinstance(item.answer, Repeating):
            yield from _listed(item.answer.columns)


def _who(desk: Desk, telling: Telling, item: Item) -> str:
    if EVERYONE in item.roles:
        return desk.say(_EVERYONE)
    return ", ".join(telling.role(role) for role in item.roles)


def form(desk: Desk, id: str, key: str | None = None) -> tuple[Block, ...]:
    """Return a questionnaire, or one section of it, to be printed and filled in."""
    telling = desk.telling(id)
    if key is not None:
        section_of(telling.questionnaire, key)
    level = min(desk.level + 1, _DEEPEST)
    return printed_form(telling.questionnaire, desk.language, key, level=level)


def roles(desk: Desk, id: str) -> tuple[Block, ...]:
    """Return a table of the roles: how many questions each is asked, by section."""
    telling = desk.telling(id)
    questionnaire = telling.questionnaire
    sections = questionnaire.sections
    by_section = 1 < len(sections) <= _MOST_SECTIONS
    shown = sections if by_section else ()
    rows = []
    for role in questionnaire.roles:
        counts = [asked_in(each, role.code) for each in sections]
        if sum(counts):
            cells = [str(count or "–") for count in counts] if by_section else []
            cells = [telling.say(role.label), *cells, str(sum(counts))]
            rows.append(tuple(TableCell(text=each) for each in cells))
    return (
        Table(
            caption=desk.say(_ROLES, title=telling.say(questionnaire.title)),
            columns=(
                Column(title=desk.say(_ROLE), width=3),
                *(Column(title=each.code, width=0.6, align="right") for each in shown),
                Column(title=desk.say(_ASKED), width=1.2, align="right"),
            ),
            rows=tuple(rows),
        ),
    )


def definitions(desk: Desk, id: str) -> tuple[Block, ...]:
    """Return the words of a questionnaire, their meaning, and where it is from."""
    telling = desk.telling(id)
    title = telling.say(telling.questionnaire.title)
    found = telling.questionnaire.definitions
    if not found:
        raise _none(id, both("ord", "words"))
    return (
        Table(
            caption=desk.say(_WORDS, title=title),
            columns=(
                Column(title=desk.say(_TERM), width=1.2),
                Column(title=desk.say(_MEANING), width=4.5),
            ),
            rows=tuple(
                (
                    TableCell(text=telling.say(each.term), strong=True),
                    TableCell(text=_meaning(desk, telling, each)),
                )
                for each in found
            ),
        ),
    )


def _meaning(desk: Desk, telling: Telling, definition: Definition) -> Rich:
    ids = tuple(
        dict.fromkeys(
            source
            for basis in definition.basis
            for source in basis.sources
            if source in desk.sources
        )
    )
    text = telling.say(definition.text)
    if not ids:
        return text
    return (Run(text=f"{text} "), desk.cite(ids, 0))


def notices(desk: Desk, id: str, kind: str) -> tuple[Block, ...]:
    """Return the notices of one kind in one frame."""
    telling = desk.telling(id)
    title = picked("unknown-notice", _NOTICE, kind, _NOTICES)
    found = telling.questionnaire.notice(kind)
    if not found:
        raise _none(id, both(f"besked af slagsen {kind}", f"notice of kind {kind}"))
    said = [_notice(telling, each) for each in found]
    more = tuple(Paragraph(text=each) for each in said[1:])
    return (Callout(title=desk.say(title), text=said[0], more=more),)


def _notice(telling: Telling, notice: Notice) -> Rich:
    if notice.kind != "route":
        return telling.say(notice.text)
    return route(telling, notice)


def _none(id: str, what: Text) -> Wrong:
    danish, english = what.get("da"), what.get("en")
    return Wrong(
        "nothing-to-show",
        both(f"»{id}« har ingen {danish}.", f"{id!r} has no {english}."),
    )

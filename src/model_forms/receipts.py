"""A receipt: each question with the answer as it was read, for the one who gave it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from model_forms.finding import Finding, line
from model_forms.forms.lines import visible_code
from model_forms.forms.words import WORDS
from model_forms.importing import Imported
from model_forms.questionnaire import Item, Questionnaire, Table
from model_forms.report import blocks
from model_forms.report.blocks import (
    Block,
    Bullets,
    Callout,
    Column,
    Heading,
    Paragraph,
    Report,
    TableCell,
)
from model_forms.report.reading import Speaking, Telling
from model_forms.report.said import said
from model_forms.response import BLANK, Answer, Blank, DontKnow, Given, Response
from model_forms.text import Text, both

TITLE = both("Kvittering: {title}", "Receipt: {title}")
CHECK = both(
    "Sådan har vi læst jeres svar. Se dem igennem. Er der et svar, I ikke har givet, "
    "så sig det til den, der sendte jer skemaet.",
    "This is how we read your answers. Look them through. If there is an answer that "
    "you did not give, tell the one who sent you the form.",
)
REFUSED = both("Skemaet er ikke taget imod endnu", "The form is not accepted yet")
CORRECT = both(
    "Ret det, der står her, i jeres fil, gem den, og send den igen.",
    "Correct what is listed here in your file, save it, and send it again.",
)
READ = both("Alle jeres svar er læst", "All your answers were read")
COUNTS = both(
    "Besvaret: {given}. Ved ikke: {unknown}. Tomme: {blank}.",
    "Answered: {given}. Don’t know: {unknown}. Empty: {blank}.",
)
LOOK = both("Værd at se på", "Worth a look")
ANSWERS = both("Jeres svar, som vi har læst dem", "Your answers, as we read them")
WHERE = both("Felt", "Field")
EMPTY = both("(tomt)", "(empty)")
UNREAD = both("(ikke læst, se ovenfor)", "(not read, see above)")
UNREAD_COUNT = both(" Ikke læst: {unread}.", " Not read: {unread}.")
MORE = both("Det skrev I desuden", "What you wrote besides")
FILE = both(
    "Læst i filen {file}. Filens mærke (SHA-256): {hash}.",
    "Read in the file {file}. The file's mark (SHA-256): {hash}.",
)
_MARK = 16


def receipt_report(
    questionnaire: Questionnaire | None, imported: Imported, language: str
) -> Report:
    """
    Return what was read in a file as a document for the respondent.

    There is no score in it. *questionnaire* is None for a file that is no form: then
    it tells only what to do.
    """
    response = imported.response
    if questionnaire is None or response is None:
        return _unread(imported, language)
    telling = Telling(questionnaire, language)
    who = telling.who(response.respondent)
    facts = (response.area, who, response.round)
    return Report(
        title=telling.say(TITLE, title=telling.say(questionnaire.title)),
        subtitle=" · ".join(each for each in facts if each),
        language=language,
        footer=f"{questionnaire.id} {questionnaire.version}",
        blocks=(
            Paragraph(text=telling.say(CHECK), kind="lead"),
            *_state(telling, imported),
            *_answers(telling, response, _unread_items(imported)),
            *_more(telling, imported, response),
        ),
        density="compact",
    )


def _unread_items(imported: Imported) -> frozenset[str]:
    """Return the items whose answer was refused: they are not empty."""
    return frozenset(
        each.item for each in imported.findings if each.is_error and each.item
    )


def _unread(imported: Imported, language: str) -> Report:
    title = both("Om den fil, I sendte", "About the file that you sent")
    return Report(
        title=title.get(language),
        subtitle=imported.file,
        language=language,
        footer=imported.file,
        blocks=tuple(_refused(imported, language)),
        density="compact",
    )


def _refused(imported: Imported, language: str) -> Iterator[Block]:
    errors = [each for each in imported.findings if each.is_error]
    if errors:
        listed = Bullets(items=tuple(line(each, language) for each in errors))
        yield Callout(
            title=REFUSED.get(language), text=CORRECT.get(language), more=(listed,)
        )


def _state(telling: Speaking, imported: Imported) -> Iterator[Block]:
    response = imported.response
    if response is None:
        return
    items = [item for item in _shown(telling, response) if not _is_table(item)]
    unread = {item.key for item in items} & _unread_items(imported)
    found = [response.answer(item.key) for item in items if item.key not in unread]
    counts = telling.say(
        COUNTS,
        given=sum(isinstance(each, Given) for each in found),
        unknown=sum(isinstance(each, DontKnow) for each in found),
        blank=sum(isinstance(each, Blank) for each in found),
    )
    if unread:
        counts += telling.say(UNREAD_COUNT, unread=len(unread))
    if imported.accepted:
        yield Callout(title=telling.say(READ), text=counts)
    else:
        yield from _refused(imported, telling.language)
        yield Paragraph(text=counts)


def _is_table(item: Item) -> bool:
    return isinstance(item.answer, Table)


def _shown(telling: Speaking, response: Response) -> Iterator[Item]:
    """Yield the items that the respondent was asked, and those answered anyway."""
    for item in telling.questionnaire.items.values():
        if item.asked_of(response.respondent.role) or item.key in response.answers:
            yield item


def _answers(
    telling: Speaking, response: Response, unread: frozenset[str]
) -> Iterator[Block]:
    shown = {item.key for item in _shown(telling, response)}
    rows: list[tuple[TableCell, ...]] = []
    for section in telling.questionnaire.sections:
        items = telling.questionnaire.section_items[section.key]
        found = [item for item in items if item.key in shown]
        if found:
            rows.append(_head(telling.say(section.title)))
        for item in found:
            answer = response.answer(item.key)
            empty = UNREAD if item.key in unread else EMPTY
            rows += _rows(telling, item, answer, empty)
    if rows:
        headings = (WORDS[each] for each in ("code", "question", "answer", "remark"))
        titles = (*headings, WHERE)
        widths = (0.9, 3.0, 2.4, 2.0, 1.2)
        yield blocks.Table(
            caption=telling.say(ANSWERS),
            columns=tuple(
                Column(title=telling.say(title), width=width)
                for title, width in zip(titles, widths, strict=True)
            ),
            rows=tuple(rows),
        )


def _head(words: str) -> tuple[TableCell, ...]:
    empty = TableCell(text="", tone="neutral")
    title = TableCell(text=words, strong=True, tone="neutral")
    return (empty, title, empty, empty, empty)


def _rows(
    telling: Speaking, item: Item, answer: Answer, empty: Text = EMPTY
) -> Iterator[tuple[TableCell, ...]]:
    """
    Yield the row of an item; a repeating table has one for each of its columns.

    *empty* is what stands where there is no answer.
    """
    if not isinstance(item.answer, Table):
        yield _row(telling, item, answer, empty)
        return
    filled = answer.value if isinstance(answer, Given) else ()
    if not isinstance(filled, tuple) or not filled:
        yield _row(telling, item, BLANK, empty)
        return
    for number, row in enumerate(filled, start=1):
        yield _head(f"{telling.say(item.answer.row)} {number}")
        yield from _columns(telling, item.answer, row)


def _columns(
    telling: Speaking, kind: Table, row: Mapping[str, Answer]
) -> Iterator[tuple[TableCell, ...]]:
    for column in kind.columns:
        if column.key in row:
            yield from _rows(telling, column, row[column.key])


def _row(
    telling: Speaking, item: Item, answer: Answer, empty: Text
) -> tuple[TableCell, ...]:
    words = said(telling, item, answer)
    return (
        TableCell(text=visible_code(item.code)),
        TableCell(text=telling.say(item.text)),
        TableCell(text=words or telling.say(empty), strong=bool(words)),
        TableCell(text=answer.remark or ""),
        TableCell(text=str(answer.at) if answer.at is not None else ""),
    )


def _more(telling: Speaking, imported: Imported, response: Response) -> Iterator[Block]:
    if response.additions:
        yield Heading(text=telling.say(MORE), level=1)
        yield Bullets(
            items=tuple(f"{each.at}: {each.text}" for each in response.additions)
        )
    looked = [each for each in imported.findings if not each.is_error]
    if looked:
        yield Heading(text=telling.say(LOOK), level=1)
        yield Bullets(items=tuple(_line(telling, each) for each in looked))
    if response.source is not None:
        mark = response.source.sha256[:_MARK]
        words = telling.say(FILE, file=imported.file, hash=mark)
        yield Paragraph(text=words, kind="quiet")


def _line(telling: Speaking, finding: Finding) -> str:
    return line(finding, telling.language)

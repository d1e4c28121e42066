"""Words in the order in which they are meant to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model_forms.accessibility.outline import Outline, Paragraph
from model_forms.accessibility.quoted import short
from model_forms.accessibility.rule import Rule, Seen
from model_forms.text import both

_BLANKS = 3
"""From how many empty paragraphs after each other they are there to make room."""

_LINES = 3
"""From how many lines with gaps below each other they are columns."""

_GAP = re.compile(r"\S(?:\t+| {4,})\S")


def _nested(outline: Outline) -> Iterator[Seen]:
    for each in outline.tables:
        if each.nested:
            yield Seen(
                each.at,
                both(
                    "En tabel står inde i en anden tabel.",
                    "A table stands inside another table.",
                ),
            )


def _empty_tables(outline: Outline) -> Iterator[Seen]:
    for each in outline.tables:
        if not each.words:
            yield Seen(
                each.at,
                both(
                    "En tabel er helt tom.",
                    "A table is quite empty.",
                ),
            )


def _boxes(outline: Outline) -> Iterator[Seen]:
    for each in outline.boxes:
        quote = short(each.words)
        yield Seen(
            each.at,
            both(
                f"Ordene »{quote}« står i en flydende tekstboks.",
                f"The words {quote!r} stand in a floating text box.",
            ),
        )


def _floating(outline: Outline) -> Iterator[Seen]:
    for each in outline.pictures:
        if each.floating and not each.decorative:
            yield Seen(
                each.at,
                both(
                    "Billedet er ikke på linje med teksten.",
                    "The picture is not in line with the text.",
                ),
            )


def _columns(outline: Outline) -> Iterator[Seen]:
    row: list[Paragraph] = []
    for each in outline.paragraphs:
        gap = each.kind == "text" and _GAP.search(each.words.strip()) is not None
        row = [*(row if each.follows else ()), each] if gap else []
        if len(row) == _LINES:
            quote = short(row[0].words)
            yield Seen(
                row[0].at,
                both(
                    f"Fra »{quote}« er kolonner lavet med tabulator eller mellemrum.",
                    f"From {quote!r} on, columns are made with tabs or spaces.",
                ),
            )


def _blanks(outline: Outline) -> Iterator[Seen]:
    count = 0
    for each in outline.paragraphs:
        blank = each.kind == "text" and not each.words.strip() and not each.in_table
        count = (count + 1 if each.follows else 1) if blank else 0
        if count == _BLANKS:
            yield Seen(
                each.at,
                both(
                    f"Her er mindst {_BLANKS} tomme linjer efter hinanden.",
                    f"Here are at least {_BLANKS} empty lines after each other.",
                ),
            )


ORDER: tuple[Rule, ...] = (
    Rule(
        code="table-nested",
        severity="warning",
        clauses=("10.1.3.1", "10.1.3.2"),
        title=both("Tabel i en tabel", "Table in a table"),
        why=both(
            "En skærmlæser mister let, hvilken tabel den er i.",
            "A screen reader easily loses which table it is in.",
        ),
        mend={
            "document": both(
                "Flyt den indre tabel ned under den ydre.",
                "Move the inner table below the outer one.",
            )
        },
        find=_nested,
    ),
    Rule(
        code="table-empty",
        severity="warning",
        clauses=("10.1.3.2",),
        title=both("Tom tabel, der kun giver luft", "Empty table that only makes room"),
        why=both(
            "En skærmlæser siger, at her er en tabel, og læser tomme celler op.",
            "A screen reader says that here is a table, and reads empty cells out.",
        ),
        mend={
            "document": both(
                "Slet tabellen, og brug Afstand under Hjem og Afsnit.",
                "Delete the table and use Spacing under Home and Paragraph.",
            )
        },
        find=_empty_tables,
    ),
    Rule(
        code="text-box",
        severity="warning",
        clauses=("10.1.3.2",),
        title=both("Tekst i en flydende tekstboks", "Words in a floating text box"),
        why=both(
            "Den læses op et andet sted, end den ses, eller slet ikke.",
            "It is read out in another place than it is seen, or not at all.",
        ),
        mend={
            "document": both(
                "Flyt ordene ud i teksten, eller vælg På linje med teksten under "
                "Layoutindstillinger.",
                "Move the words into the text, or choose In Line with Text under "
                "Layout Options.",
            ),
            "workbook": both(
                "Skriv ordene i en celle i stedet.",
                "Write the words in a cell instead.",
            ),
        },
        find=_boxes,
    ),
    Rule(
        code="columns-by-tabs",
        severity="warning",
        clauses=("10.1.3.1", "10.1.3.2"),
        title=both(
            "Kolonner lavet med tabulator eller mellemrum",
            "Columns made with tabs or spaces",
        ),
        why=both(
            "En skærmlæser læser tværs over kolonnerne og siger ikke, at de er der.",
            "A screen reader reads across the columns and does not say that they are "
            "there.",
        ),
        mend={
            "document": both(
                "Markér linjerne, og vælg Indsæt, Tabel og Konvertér tekst til tabel.",
                "Select the lines and choose Insert, Table and Convert Text to Table.",
            )
        },
        find=_columns,
    ),
    Rule(
        code="picture-floating",
        severity="info",
        clauses=("10.1.3.2",),
        title=both("Flydende billede", "Floating picture"),
        why=both(
            "Det læses op der, hvor det er fastgjort, og ikke der, hvor det ses.",
            "It is read out where it is anchored, and not where it is seen.",
        ),
        mend={
            "document": both(
                "Klik på det, og vælg På linje med teksten under Layoutindstillinger.",
                "Click it and choose In Line with Text under Layout Options.",
            )
        },
        find=_floating,
    ),
    Rule(
        code="blank-lines",
        severity="info",
        clauses=(),
        title=both("Luft lavet med tomme linjer", "Room made with empty lines"),
        why=both(
            "En skærmlæser siger »tom« for hver, og læseren kan tro, at teksten er "
            "slut.",
            "A screen reader says 'blank' for each, and the reader may think that the "
            "text has ended.",
        ),
        mend={
            "document": both(
                "Slet dem, og brug Afstand under Hjem og Afsnit, eller Indsæt og "
                "Sideskift.",
                "Delete them and use Spacing under Home and Paragraph, or Insert and "
                "Page Break.",
            )
        },
        find=_blanks,
    ),
)
"""The rules in this module."""

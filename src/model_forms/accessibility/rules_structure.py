"""Headings, tables and lists that are what they look like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from model_forms.accessibility.outline import Outline, Paragraph, Table
from model_forms.accessibility.quoted import short
from model_forms.accessibility.rule import Rule, Seen
from model_forms.finding import NOWHERE
from model_forms.text import both

_MANY = 12
"""From how many paragraphs a document needs headings to be found around in."""

_LONGEST_HEADING = 80
_TYPED = re.compile(r"(?:[-–•*·▪‣o]|\d{1,2}[.)]|[a-zæøå][.)])[ \t\xa0]+\S")
_DEFAULT_NAME = re.compile(
    r"(?:ark|sheet|tabelle|blad|feuil|hoja|taul|foglio|arkusz)\s?\d+", re.IGNORECASE
)


def _no_headings(outline: Outline) -> Iterator[Seen]:
    told = sum(
        bool(each.words.strip()) and not each.in_table for each in outline.paragraphs
    )
    if told >= _MANY and not any(each.level for each in outline.headings):
        yield Seen(
            NOWHERE,
            both(
                f"Dokumentet har {told} afsnit og ingen overskrifter.",
                f"The document has {told} paragraphs and no headings.",
            ),
        )


def _skipped(outline: Outline) -> Iterator[Seen]:
    before = 0
    for each in outline.headings:
        if each.level > before + 1:
            quote = short(each.words)
            da = f"følger efter niveau {before}" if before else "er den første"
            en = f"follows level {before}" if before else "is the first"
            yield Seen(
                each.at,
                both(
                    f"Overskriften »{quote}« er på niveau {each.level} og {da}.",
                    f"The heading {quote!r} is at level {each.level} and {en}.",
                ),
            )
        before = each.level


def _empty_headings(outline: Outline) -> Iterator[Seen]:
    for each in outline.headings:
        if not each.words.strip():
            yield Seen(
                each.at,
                both(
                    "Et tomt afsnit har en overskrifts typografi.",
                    "An empty paragraph has the style of a heading.",
                ),
            )


def _pretended(outline: Outline) -> Iterator[Seen]:
    for each, after in pairwise(outline.paragraphs):
        if _looks_like_heading(each) and not after.bold:
            quote = short(each.words)
            yield Seen(
                each.at,
                both(
                    f"Linjen »{quote}« ligner en overskrift, men er kun fed skrift.",
                    f"The line {quote!r} looks like a heading, but is only bold.",
                ),
            )


def _looks_like_heading(each: Paragraph) -> bool:
    words = each.words.strip()
    return (
        each.bold
        and each.kind == "text"
        and not each.in_table
        and 0 < len(words) <= _LONGEST_HEADING
        and words[-1] not in ".:;,"
    )


def _headless(outline: Outline) -> Iterator[Seen]:
    for each in outline.tables:
        if is_data(each) and not each.header:
            yield Seen(
                each.at,
                both(
                    f"Tabellens øverste række er ikke mærket som overskrift "
                    f"({each.rows} rækker, {each.columns} kolonner).",
                    f"The first row of the table is not marked as its header "
                    f"({each.rows} rows, {each.columns} columns).",
                ),
            )


def is_data(table: Table) -> bool:
    """Tell whether a table has rows and columns that must be told apart."""
    return table.words and table.rows > 1 and table.columns > 1


def _unmarked(outline: Outline) -> Iterator[Seen]:
    for each in outline.sheets:
        if each.table_at is not None and not each.marked:
            yield Seen(
                each.table_at,
                both(
                    f"Arket »{short(each.name)}« har en tabel, hvis overskrifter ikke "
                    "er mærket.",
                    f"The sheet {short(each.name)!r} has a table whose headings are "
                    "not marked.",
                ),
            )


def _merged(outline: Outline) -> Iterator[Seen]:
    for table in outline.tables:
        for at in table.merged if is_data(table) else ():
            yield Seen(
                at,
                both("Celler i tabellen er flettet.", "Cells in the table are merged."),
            )


def _listed(outline: Outline) -> Iterator[Seen]:
    before = False
    told = False
    for each in outline.paragraphs:
        typed = each.kind == "text" and _TYPED.match(each.words) is not None
        if typed and before and each.follows and not told:
            told = True
            quote = short(each.words)
            yield Seen(
                each.at,
                both(
                    f"Listens tegn er skrevet i hånden: »{quote}«.",
                    f"The marks of the list are typed: {quote!r}.",
                ),
            )
        told = told and typed
        before = typed


def _unnamed(outline: Outline) -> Iterator[Seen]:
    for each in outline.sheets:
        if each.cells and _DEFAULT_NAME.fullmatch(each.name.strip()):
            yield Seen(
                each.at,
                both(
                    f"Arket hedder kun »{each.name}«.",
                    f"The sheet is only called {each.name!r}.",
                ),
            )


def _blank_sheets(outline: Outline) -> Iterator[Seen]:
    for each in outline.sheets:
        if not each.cells and len(outline.sheets) > 1:
            yield Seen(
                each.at,
                both(
                    f"Arket »{short(each.name)}« er tomt.",
                    f"The sheet {short(each.name)!r} is empty.",
                ),
            )


_HEADING = both(
    "Stil markøren i linjen, og vælg den rigtige overskrift under Hjem og Typografier.",
    "Put the cursor in the line and choose the right heading under Home and Styles.",
)

STRUCTURE: tuple[Rule, ...] = (
    Rule(
        code="headings-missing",
        severity="warning",
        clauses=("10.1.3.1", "10.2.4.6"),
        title=both("Langt dokument uden overskrifter", "Long document, no headings"),
        why=both(
            "Skærmlæsere hopper fra overskrift til overskrift; uden dem må alt læses.",
            "Screen readers jump from heading to heading; without them all must be "
            "read.",
        ),
        mend={"document": _HEADING},
        find=_no_headings,
    ),
    Rule(
        code="heading-skipped",
        severity="warning",
        clauses=("10.1.3.1",),
        title=both(
            "Overskrift, der springer et niveau over", "Heading that skips a level"
        ),
        why=both(
            "Den, der hører niveauerne, tror, at et afsnit mangler.",
            "Who hears the levels thinks that a part is missing.",
        ),
        mend={"document": _HEADING},
        find=_skipped,
    ),
    Rule(
        code="heading-empty",
        severity="error",
        clauses=("10.1.3.1", "10.2.4.6"),
        title=both("Tom overskrift", "Empty heading"),
        why=both(
            "En skærmlæser siger »overskrift« og så ingenting.",
            "A screen reader says 'heading' and then nothing.",
        ),
        mend={
            "document": both(
                "Slet den tomme linje, eller giv den typografien Normal.",
                "Delete the empty line, or give it the style Normal.",
            )
        },
        find=_empty_headings,
    ),
    Rule(
        code="heading-pretended",
        severity="warning",
        clauses=("10.1.3.1",),
        title=both(
            "Fed linje i stedet for en overskrift", "Bold line in place of a heading"
        ),
        why=both(
            "Kun den, der ser, opdager, at et nyt afsnit begynder.",
            "Only who sees discovers that a new part begins.",
        ),
        mend={"document": _HEADING},
        find=_pretended,
    ),
    Rule(
        code="table-header-missing",
        severity="error",
        clauses=("10.1.3.1",),
        title=both("Tabel uden overskriftsrække", "Table without a header row"),
        why=both(
            "En skærmlæser kan ikke sige, hvilken kolonne et tal eller et ord hører "
            "til.",
            "A screen reader cannot say which column a number or a word belongs to.",
        ),
        mend={
            "document": both(
                "Stil markøren i øverste række, og vælg Tabellayout og Gentag "
                "rubrikrækker.",
                "Put the cursor in the first row and choose Table Layout and Repeat "
                "Header Rows.",
            ),
            "workbook": both(
                "Klik i tabellen, vælg Tabeldesign, og sæt kryds ved Overskriftsrække.",
                "Click in the table, choose Table Design, and tick Header Row.",
            ),
        },
        find=_headless,
    ),
    Rule(
        code="sheet-header-unmarked",
        severity="warning",
        clauses=("10.1.3.1",),
        title=both(
            "Ark med en tabel, hvis overskrifter ikke er mærket",
            "Sheet with a table whose headings are not marked",
        ),
        why=both(
            "En skærmlæser kan ikke sige, hvilken kolonne en celle hører til.",
            "A screen reader cannot say which column a cell belongs to.",
        ),
        mend={
            "workbook": both(
                "Markér tabellen, og vælg Indsæt og Tabel, eller frys rækken med "
                "overskrifter under Vis.",
                "Select the table and choose Insert and Table, or freeze the row of "
                "headings under View.",
            )
        },
        find=_unmarked,
    ),
    Rule(
        code="merged-cells",
        severity="warning",
        clauses=("10.1.3.1", "10.1.3.2"),
        title=both("Flettede celler i en tabel", "Merged cells in a table"),
        why=both(
            "En skærmlæser tæller rækker og kolonner, og flettede celler gør, at den "
            "tæller forkert.",
            "A screen reader counts rows and columns, and merged cells make it count "
            "wrong.",
        ),
        mend={
            "document": both(
                "Markér cellen, og vælg Tabellayout og Opdel celler.",
                "Select the cell and choose Table Layout and Split Cells.",
            ),
            "workbook": both(
                "Markér cellen, vælg Hjem, og slå Flet og centrer fra.",
                "Select the cell, choose Home, and turn Merge & Center off.",
            ),
        },
        find=_merged,
    ),
    Rule(
        code="list-typed",
        severity="warning",
        clauses=("10.1.3.1",),
        title=both("Liste med tegn skrevet i hånden", "List with typed marks"),
        why=both(
            "En skærmlæser siger ikke, at her er en liste, eller hvor lang den er.",
            "A screen reader does not say that this is a list, or how long it is.",
        ),
        mend={
            "document": both(
                "Slet tegnene, markér linjerne, og vælg Opstilling med punkttegn "
                "eller tal under Hjem.",
                "Delete the marks, select the lines, and choose Bullets or Numbering "
                "under Home.",
            )
        },
        find=_listed,
    ),
    Rule(
        code="sheet-unnamed",
        severity="warning",
        clauses=("10.2.4.6",),
        title=both("Ark uden et sigende navn", "Sheet without a telling name"),
        why=both(
            "Arkets navn læses op, når man skifter ark; et nummer siger intet.",
            "A sheet's name is read out on the way to it; a number says nothing.",
        ),
        mend={
            "workbook": both(
                "Dobbeltklik på fanen, og skriv, hvad arket handler om.",
                "Double-click the tab and write what the sheet is about.",
            )
        },
        find=_unnamed,
    ),
    Rule(
        code="sheet-empty",
        severity="info",
        clauses=(),
        title=both("Tomt ark", "Empty sheet"),
        why=both(
            "Den, der ikke ser, leder efter noget på det.",
            "Who does not see searches it for something.",
        ),
        mend={
            "workbook": both(
                "Højreklik på fanen, og vælg Slet.",
                "Right-click the tab and choose Delete.",
            )
        },
        find=_blank_sheets,
    ),
)
"""The rules in this module."""

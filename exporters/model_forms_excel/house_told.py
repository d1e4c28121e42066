"""What is told of a template: what of it cannot be kept, and what stands instead."""

from __future__ import annotations

from collections.abc import Mapping

from model_forms.finding import Finding, Place
from model_forms.forms.telling import short, tell
from model_forms.text import Text, both

_KINDS: Mapping[str, Text] = {
    "drawing": both(
        "Diagrammer, figurer og tekstfelter på arket er ikke med. Brug billeder "
        "(.png eller .jpg) og tekst i cellerne.",
        "Charts, shapes and text boxes on the sheet are left out. Use pictures (.png "
        "or .jpg) and text in the cells.",
    ),
    "conditional": both(
        "Betinget formatering på arket er ikke med. Giv cellerne deres farver selv.",
        "Conditional formatting on the sheet is left out. Colour the cells themselves.",
    ),
    "table": both(
        "Tabellen på arket er med som almindelige celler.",
        "The table on the sheet comes along as ordinary cells.",
    ),
    "pivot": both(
        "Pivottabellen på arket er med som almindelige celler.",
        "The pivot table on the sheet comes along as ordinary cells.",
    ),
    "validation": both(
        "Rullelister på arket er ikke med.", "Dropdowns on the sheet are left out."
    ),
    "object": both(
        "Knapper og indlejrede filer på arket er ikke med.",
        "Buttons and embedded files on the sheet are left out.",
    ),
    "background": both(
        "Arkets baggrundsbillede er ikke med.",
        "The background picture of the sheet is left out.",
    ),
    "note": both("Noter på arket er ikke med.", "Notes on the sheet are left out."),
    "other-pages": both(
        "Alle sider får det samme sidehoved og den samme sidefod: dem for de ulige "
        "sider.",
        "All pages get the same header and footer: those of the odd pages.",
    ),
    "long-frame": both(
        "Sidehovedet eller sidefoden er for lang og er ikke med. Der er plads til 120 "
        "tegn.",
        "The page header or footer is too long and is left out. There is room for 120 "
        "characters.",
    ),
    "far": both(
        "Kun de første 300 rækker og 40 kolonner på arket er med.",
        "Only the first 300 rows and 40 columns of the sheet are kept.",
    ),
    "hidden": both(
        "Arket er skjult, helt eller delvist. Det skjulte er ikke med.",
        "The sheet is hidden, wholly or partly. What is hidden is left out.",
    ),
    "second-mark": both(
        "Kun det første {{ indhold }} bruges.", "Only the first {{ content }} is used."
    ),
    "link": both(
        "Kun links, der begynder med https://, http:// eller mailto:, er med.",
        "Only links that begin with https://, http:// or mailto: are kept.",
    ),
    "chartsheet": both(
        "Ark, der kun er et diagram, er ikke med.",
        "Sheets that are only a chart are left out.",
    ),
    "external": both(
        "Skabelonen henviser til andre filer. De er ikke åbnet, og henvisningerne er "
        "ikke med.",
        "The template refers to other files. They were not opened, and the references "
        "are left out.",
    ),
    "connections": both(
        "Skabelonen henter data udefra. Det er ikke med.",
        "The template fetches data from elsewhere. That is left out.",
    ),
    "no-mark": both(
        "Der står ikke {{ indhold }} i nogen celle, så intet fra skabelonen står på "
        "forsiden. Skriv det der, hvor skemaets tekst skal begynde.",
        "No cell says {{ content }}, so nothing of the template stands on the cover. "
        "Write it where the text of the form shall begin.",
    ),
}


def left_out(kind: str, sheet: str | None = None) -> Finding:
    """Say that something of a template is not kept, or is not as it was."""
    at = Place(sheet=sheet) if sheet is not None else None
    return tell(f"template-{kind}", _KINDS[kind], at, severity="warning")


def formulas(count: int, sheet: str) -> Finding:
    """Say that formulas became the values they had when the file was saved."""
    return tell(
        "template-formulas",
        both(
            f"{count} formler på arket er med som de værdier, de havde, da filen blev "
            "gemt.",
            f"{count} formulas on the sheet are kept as the values that they had when "
            "the file was saved.",
        ),
        Place(sheet=sheet),
        severity="warning",
    )


def renamed(sheet: str, name: str) -> Finding:
    """Say that a sheet has another name than in the template."""
    return tell(
        "template-renamed",
        both(
            f"Arket hedder »{short(name)}« i den nye fil, fordi navnet er taget.",
            f"The sheet is called {short(name)!r} in the new file, since its name is "
            "taken.",
        ),
        Place(sheet=sheet),
        severity="info",
    )

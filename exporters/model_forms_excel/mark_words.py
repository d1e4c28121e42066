"""The words on the page that lists problems, and beside the cells that have one."""

from __future__ import annotations

from collections.abc import Mapping

from model_forms.text import Text, both

ARROW = "◄ "
"""What each mark begins with, so that it is seen where it points."""

_WORDS: Mapping[str, Text] = {
    "page": both("Ret dette", "Correct this"),
    "title": both("Ret dette", "Correct this"),
    "title_look": both("Se på dette", "Look at this"),
    "correct": both(
        "Ret de markerede felter, gem filen, og send den igen.",
        "Correct the marked cells, save the file, and send it again.",
    ),
    "readable": both(
        "Jeres svar kan læses. Se på de markerede felter. Retter I noget, så gem "
        "filen, og send den igen.",
        "Your answers can be read. Look at the marked cells. If you correct "
        "something, save the file and send it again.",
    ),
    "click": both(
        "Klik på et sted i listen for at komme til feltet.",
        "Click a place in the list to get to the cell.",
    ),
    "leave": both(
        "Pilene og teksten ud for felterne må gerne blive stående. De læses ikke som "
        "svar.",
        "You may leave the arrows and the text beside the cells. They are not read as "
        "answers.",
    ),
    "error": both("Det skal rettes", "This must be corrected"),
    "warning": both(
        "Se på dette, før I sender igen", "Look at this before you send again"
    ),
    "number": both("Nr.", "No."),
    "where": both("Hvor", "Where"),
    "what": both("Hvad er galt, og hvad I gør", "What is wrong, and what to do"),
    "whole_file": both("Hele filen", "The whole file"),
    "hidden_row": both(
        "Række {row} er skjult, måske af et filter: marker rækkerne over og under den, "
        "højreklik, og vælg Vis.",
        "Row {row} is hidden, perhaps by a filter: select the rows above and below it, "
        "right-click and choose Unhide.",
    ),
    "hidden_column": both(
        "Kolonne {column} er skjult: marker kolonnerne på begge sider af den, "
        "højreklik, og vælg Vis.",
        "Column {column} is hidden: select the columns on both sides of it, "
        "right-click and choose Unhide.",
    ),
    "hidden_sheet": both(
        "Arket er skjult: højreklik på en fane nederst, og vælg Vis.",
        "The sheet is hidden: right-click a tab at the bottom and choose Unhide.",
    ),
    "more": both(
        "Der er {count} mere. Ret dette først, og send filen igen.",
        "There are {count} more. Correct this first and send the file again.",
    ),
    "more_here": both(
        "… og {count} mere i denne række: se listen på arket »{sheet}«.",
        "… and {count} more in this row: see the list on the sheet “{sheet}”.",
    ),
    "kept": both(
        "Det har I selv skrevet på dette ark", "What you wrote on this sheet yourselves"
    ),
}


def say(key: str, language: str, **facts: object) -> str:
    """Return the words for *key* with the *facts* put in."""
    return _WORDS[key].get(language).format(**facts)

"""What goes back to the partners: files with their problems marked, and receipts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from model_forms.cli.output import message
from model_forms.documents import make_folder
from model_forms.documents import write as write_file
from model_forms.finding import any_error
from model_forms.importing import Imported
from model_forms.text import Text, both, counted
from model_forms.typing import Find

_CORRECT = both("ret dette", "correct this")
_RECEIPT = both("kvittering", "receipt")


def write_returns(  # noqa: PLR0913  each is one thing to say
    paths: Sequence[Path],
    found: Sequence[Imported],
    folder: Path,
    language: str,
    find: Find,
    *,
    template: Path | None = None,
) -> None:
    """
    Write for each refused file what its sender needs to correct it.

    It is the sender's own file with the problems marked in it; where that cannot be, a
    document that lists them. A file that is refused for something only the coordinator
    can settle does not go back.
    """
    from model_forms import face  # noqa: PLC0415  light start

    make_folder(folder)
    names: set[str] = set()
    for path, imported in zip(paths, found, strict=True):
        if not any_error(imported.for_sender.findings):
            continue
        marked = face.mark_up(path, imported)
        suffix = path.suffix if marked is not None else ".docx"
        to = folder / _name(imported, _CORRECT, suffix, names)
        if marked is not None:
            write_file(marked, to)
        else:
            face.receipt(imported, to, find=find, template=template)
    count = counted(
        len(names),
        both("1 fil til at sende tilbage", "1 file to send back"),
        both("{count} filer til at sende tilbage", "{count} files to send back"),
    )
    _told(count, folder, language)


def write_receipts(
    found: Sequence[Imported],
    folder: Path,
    language: str,
    find: Find,
    *,
    template: Path | None = None,
) -> None:
    """Write a receipt for each accepted file."""
    from model_forms import face  # noqa: PLC0415  light start

    make_folder(folder)
    names: set[str] = set()
    for imported in found:
        if imported.accepted:
            to = folder / _name(imported, _RECEIPT, ".docx", names)
            face.receipt(imported, to, find=find, template=template)
    count = counted(
        len(names),
        both("1 kvittering", "1 receipt"),
        both("{count} kvitteringer", "{count} receipts"),
    )
    _told(count, folder, language)


def _name(imported: Imported, what: Text, suffix: str, taken: set[str]) -> str:
    """Return a file name that no other file of the folder has, and take it."""
    language = imported.response.language if imported.response is not None else "da"
    stem = f"{Path(imported.file).stem} - {what.get(language)}"
    name, number = f"{stem}{suffix}", 1
    while name.lower() in taken:
        number += 1
        name = f"{stem} {number}{suffix}"
    taken.add(name.lower())
    return name


def _told(count: Text, folder: Path, language: str) -> None:
    da, en = count.get("da"), count.get("en")
    message(both(f"Skrev {da} i {folder}", f"Wrote {en} to {folder}").get(language))

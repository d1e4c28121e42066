"""Files gone through one by one: what was found in each, and how it all ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from attrs import frozen

from model_forms.cli.output import document, findings, result
from model_forms.cli.verb import Exit
from model_forms.errors import UnreadableDocument
from model_forms.finding import Finding
from model_forms.text import both


@frozen
class _File:
    """One file and what was found; *ended* is how it alone would end the command."""

    name: str
    findings: tuple[Finding, ...]
    ended: Exit


def go_through(
    files: Iterable[Path],
    look: Callable[[Path], tuple[Finding, ...]],
    *,
    wrong: Callable[[tuple[Finding, ...]], bool],
    as_json: bool,
    language: str,
) -> Exit:
    """
    Tell what *look* finds in each file, and return how the worst of them ended.

    *wrong* says whether findings are more than advice. A file that cannot be read is
    told like the rest, and the others are gone through all the same.
    """
    seen = [_seen(file, look, wrong) for file in files]
    if as_json:
        document([_plain(each) for each in seen])
        return max(each.ended for each in seen)
    for each in seen:
        findings(each.name, each.findings, language)
        if each.ended is Exit.DONE:
            fine = both("ingen fejl.", "no errors.")
            result(f"{each.name}: {fine.get(language)}")
    return max(each.ended for each in seen)


def _seen(
    file: Path,
    look: Callable[[Path], tuple[Finding, ...]],
    wrong: Callable[[tuple[Finding, ...]], bool],
) -> _File:
    try:
        found = look(file)
    except UnreadableDocument as error:
        return _File(str(file), (_unreadable(error),), Exit.UNUSABLE)
    return _File(str(file), found, Exit.REFUSED if wrong(found) else Exit.DONE)


def _unreadable(error: UnreadableDocument) -> Finding:
    return Finding(
        severity="error",
        code="unreadable-file",
        message=both(
            f"Filen kan ikke læses ({error.reason.get('da')}).",
            f"The file cannot be read ({error.reason.get('en')}).",
        ),
    )


def _plain(seen: _File) -> dict[str, Any]:
    from model_forms.codec import finding_to  # noqa: PLC0415  light start

    return {
        "file": seen.name,
        "accepted": seen.ended is Exit.DONE,
        "findings": [
            {**finding_to(each), **({"file": each.file} if each.file else {})}
            for each in seen.findings
        ],
    }

"""What the ledger says against a file that came back."""

from __future__ import annotations

import re
from pathlib import PurePath

from model_forms.finding import Finding, Severity
from model_forms.forms.telling import not_issued
from model_forms.importing import Imported
from model_forms.ledger.values import Issued, Ledger
from model_forms.text import Text, both

_ADDED = re.compile(r"[\s_\-.(].*")
"""What programs and people put behind a file's name: `` (1)``, ``_udfyldt``."""


def compared(
    ledger: Ledger, imported: Imported, *, replace: bool = False
) -> tuple[Finding, ...]:
    """
    Return what is wrong about *imported* when the ledger is asked.

    With *replace* a second return is accepted in place of the first.
    """
    if imported.response is None:
        return ()
    known = ledger.find(imported.sheet or "")
    if known is None:
        return (not_issued(imported.sheet or "?"),)
    found = (
        _second(known, imported, replace=replace),
        _others_name(ledger, known, imported.file),
    )
    return tuple(each for each in found if each is not None)


def _finding(code: str, message: Text, severity: Severity = "error") -> Finding:
    return Finding(severity=severity, code=code, message=message)


def _second(known: Issued, imported: Imported, *, replace: bool) -> Finding | None:
    source = imported.response.source if imported.response is not None else None
    if not known.returned or source is None:
        return None
    before = known.returned[-1]
    if source.sha256 in {each.sha256 for each in known.returned}:
        return _finding(
            "returned-before",
            both(
                f"Den samme fil er allerede modtaget som {before.file}.",
                f"The same file was received before as {before.file}.",
            ),
            "info",
        )
    if replace:
        return _finding(
            "return-replaced",
            both(
                f"Filen træder i stedet for {before.file} fra »{known.who}«.",
                f"The file takes the place of {before.file} from {known.who!r}.",
            ),
            "warning",
        )
    return _finding(
        "second-return",
        both(
            f"Skemaet til »{known.who}« er allerede modtaget som {before.file}, og "
            "denne fil er en anden. Spørg, hvilken der gælder. Måske har nogen brugt "
            "en andens skema.",
            f"The form for {known.who!r} was received before as {before.file}, and "
            "this file is another one. Ask which one counts. Perhaps somebody used "
            "another's form.",
        ),
    )


def _others_name(ledger: Ledger, known: Issued, file: str) -> Finding | None:
    """Warn when a file has the name that another respondent's sheet went out with."""
    named = [each for each in ledger.sheets.values() if _is_named(each, file)]
    if not named or known in named:
        return None
    other = max(named, key=lambda each: len(each.file or ""))
    return _finding(
        "others-name",
        both(
            f"Filen hedder som skemaet til »{other.who}«, men er skemaet til "
            f"»{known.who}«. Se efter, om de har brugt det rigtige.",
            f"The file is called like the form for {other.who!r}, but is the form for "
            f"{known.who!r}. See whether they used the right one.",
        ),
        "warning",
    )


def _is_named(issued: Issued, file: str) -> bool:
    if issued.file is None:
        return False
    stem, own = PurePath(file).stem.casefold(), PurePath(issued.file).stem.casefold()
    rest = stem.removeprefix(own)
    return stem.startswith(own) and (not rest or _ADDED.fullmatch(rest) is not None)

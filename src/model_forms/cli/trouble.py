"""An exception in the user's language; the English is the exception's own."""

from __future__ import annotations

from collections.abc import Iterable

from model_forms.cli.output import sentence
from model_forms.errors import (
    DefinitionRejected,
    ExportRefused,
    MigrationRefused,
    NoResponses,
    NotComparable,
    NotFound,
    OnlyOnPaper,
    SwitchedOff,
    UnknownGuide,
    UnknownLanguage,
    UnknownQuestionnaire,
    UnknownRole,
    UnreadableDocument,
    UnsupportedFormat,
    near_miss,
)
from model_forms.text import both


def told(error: Exception, language: str) -> str:
    """Return what to tell the user: one line, and one for each finding behind it."""
    danish = f"Fejl: {_danish(error)}"
    english = f"Error: {_english(error)}"
    findings = getattr(error, "findings", ())
    lines = [f"  {sentence(each, language)}" for each in findings if each.is_error]
    return "\n".join([both(danish, english).get(language), *lines])


def _english(error: Exception) -> str:
    if isinstance(error, ExportRefused):
        return "Nothing was written."
    if isinstance(error, MigrationRefused):
        return "The response cannot be carried over."
    said = str(error).partition("\n")[0]
    return f"{said} --switch-on {error.id}" if isinstance(error, SwitchedOff) else said


def _danish(error: Exception) -> str:  # noqa: PLR0911  one for each error
    match error:
        case DefinitionRejected(name=name):
            count = sum(each.is_error for each in error.findings)
            return f"{name} kan ikke bruges: {count} fejl."
        case ExportRefused():
            return "Intet er skrevet."
        case MigrationRefused():
            return "Besvarelsen kan ikke føres over."
        case UnreadableDocument(name=name, reason=reason):
            return f"{name} kan ikke bruges ({reason.get('da')})."
        case NotComparable(reason=reason):
            return reason.get("da")
        case SwitchedOff(id=id, because=because):
            return (
                f"{id} er slået fra. {because.get('da')} "
                f"Det slås til med --switch-on {id}."
            )
        case OnlyOnPaper(id=id):
            return (
                f"{id} handler om én person: det kan kun skrives ud (.docx), til én "
                "læser ad gangen. Svar læses, beregnes og gemmes aldrig."
            )
        case NoResponses():
            return "Der er ingen besvarelser at sammenholde."
        case NotFound():
            return _not_found(error)
        case _:
            return _english(error)


def _not_found(error: NotFound) -> str:
    match error:
        case UnknownQuestionnaire(reference=seen, known=known):
            return f"Der er intet skema, som hedder »{seen}«.{_hint(seen, known)}"
        case UnknownGuide(name=seen, known=known):
            return f"Der er intet materiale, som hedder »{seen}«.{_hint(seen, known)}"
        case UnknownRole(role=seen, known=known):
            return f"Der er ingen rolle, som hedder »{seen}«.{_hint(seen, known)}"
        case UnknownLanguage(language=seen, known=known):
            return f"Skemaet findes ikke på »{seen}«.{_hint(seen, known)}"
        case UnsupportedFormat(suffix=seen, known=known):
            able = ", ".join(known) or "ingen"
            return f"Filtypen »{seen}« kan ikke bruges her (mulige: {able})."
        case _:
            return _english(error)


def _hint(seen: str, known: Iterable[str]) -> str:
    names = tuple(known)
    meant = near_miss(seen, names)
    if meant is not None:
        return f" Mente I »{meant}«?"
    return f" Mulighederne er: {', '.join(names)}." if names else ""

"""What a rule is, and the clauses of the standard that rules are built on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from attrs import frozen

from model_forms.accessibility.outline import Format, Outline
from model_forms.finding import Place, Severity
from model_forms.text import Text, both

CLAUSES: Mapping[str, Text] = {
    "10.1.1.1": both("Ikke-tekstbaseret indhold", "Non-text content"),
    "10.1.3.1": both("Information og relationer", "Info and relationships"),
    "10.1.3.2": both("Betydningsbærende rækkefølge", "Meaningful sequence"),
    "10.1.4.1": both("Anvendelse af farve", "Use of colour"),
    "10.1.4.3": both("Kontrast (minimum)", "Contrast (minimum)"),
    "10.2.4.2": both("Dokument med titel", "Document titled"),
    "10.2.4.4": both("Formål med links (i kontekst)", "Link purpose (in context)"),
    "10.2.4.6": both("Overskrifter og etiketter", "Headings and labels"),
    "10.3.1.1": both("Sproget på siden", "Language of page"),
    "10.3.1.2": both("Sproget i dele", "Language of parts"),
    "10.3.3.2": both("Etiketter eller instruktioner", "Labels or instructions"),
    "10.4.1.2": both("Navn, rolle, værdi", "Name, role, value"),
}
"""Clauses of EN 301 549 V3.2.1 by number; without its 10 it is that of WCAG 2.1."""


@frozen
class Seen:
    """What breaks a rule: where, and in words."""

    at: Place
    what: Text


@frozen(kw_only=True)
class Rule:
    """
    One thing that shuts readers out.

    An error breaks the standard, a warning may, and info is advice. *why* says what
    it means to a reader; *mend* says what to do, for each format that it is about.
    """

    code: str
    severity: Severity
    clauses: tuple[str, ...]
    title: Text
    why: Text
    mend: Mapping[Format, Text]
    find: Callable[[Outline], Iterable[Seen]]

    @property
    def clause(self) -> Text:
        """The clauses as they stand after a finding."""
        if not self.clauses:
            return both("råd", "advice")
        en = ", ".join(self.clauses)
        wcag = ", ".join(each.partition(".")[2] for each in self.clauses)
        return both(f"EN 301 549 {en}; WCAG {wcag}", f"EN 301 549 {en}; WCAG {wcag}")

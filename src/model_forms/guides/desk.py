"""What a guide is made at: the language, what can be looked up, what was found."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import define, field, frozen

from model_forms.errors import UnknownQuestionnaire
from model_forms.finding import Finding
from model_forms.guides.sources import SourceLine, in_order
from model_forms.guides.trouble import Spot, Wrong, picked
from model_forms.questionnaire import Questionnaire
from model_forms.report.blocks import Run
from model_forms.report.reading import Telling
from model_forms.text import Text, both

_QUESTIONNAIRE = both("spørgeskema", "questionnaire")

Look = Callable[[str], Questionnaire]
"""Finds a questionnaire by its id; raises UnknownQuestionnaire."""


@frozen
class Call:
    """A directive as it stands in a guide: its name, its words, its line."""

    name: str
    words: tuple[str, ...]
    line: int


@define
class Desk:
    """Where one guide is made in one language; it keeps what was wrong and cited."""

    file: str
    language: str
    look: Look
    sources: Mapping[str, SourceLine]
    level: int = 1
    findings: list[Finding] = field(factory=list)
    cited: dict[str, None] = field(factory=dict)

    def say(self, text: Text, **facts: object) -> str:
        """Return *text* in the guide's language, with *facts* in their places."""
        words = text.get(self.language)
        return words.format(**facts) if facts else words

    def wrong(self, line: int, code: str, danish: str, english: str) -> None:
        """Keep a problem on a line of the file."""
        message = both(danish, english)
        self.findings.append(Spot(self.file, line).finding(code, message))

    def refused(self, line: int, error: Wrong) -> None:
        """Keep what something could not be shown for."""
        self.findings.append(Spot(self.file, line).finding(error.code, error.message))

    def cite(self, ids: tuple[str, ...], line: int) -> Run:
        """Return a reference to sources, each of which must be known."""
        for id in ids:
            self.cited[id] = None
            if id not in self.sources:
                self.wrong(
                    line,
                    "unknown-source",
                    f"Kilden {id} står ikke i sources.json.",
                    f"The source {id} is not in sources.json.",
                )
        return Run(text=f"[{', '.join(ids)}]", kind="small")

    def cited_sources(self) -> list[tuple[str, SourceLine]]:
        """Return the sources that the guide cites and that are known, in order."""
        known = [id for id in self.cited if id in self.sources]
        return [(id, self.sources[id]) for id in in_order(known)]

    def telling(self, id: str) -> Telling:
        """Return the questionnaire *id*, to be told in the guide's language."""
        questionnaire = self._found(id)
        if self.language not in questionnaire.languages:
            message = both(
                f"Skemaet »{id}« findes ikke på »{self.language}«.",
                f"The questionnaire {id!r} has no language {self.language!r}.",
            )
            raise Wrong("questionnaire-language", message)
        return Telling(questionnaire, self.language)

    def _found(self, id: str) -> Questionnaire:
        try:
            return self.look(id)
        except UnknownQuestionnaire as error:
            known = dict.fromkeys(error.known, None)
            picked("unknown-questionnaire", _QUESTIONNAIRE, id, known)
            raise

"""Tools about one person: off by default, only printed, never read, scored or kept."""

from __future__ import annotations

from model_forms.errors import OnlyOnPaper, SwitchedOff
from model_forms.finding import Finding
from model_forms.questionnaire import Questionnaire
from model_forms.text import both

ON_PAPER = "only-on-paper"
"""How a document that was printed from such a tool is known again."""


def refuse_answers(questionnaire: Questionnaire) -> None:
    """Raise OnlyOnPaper when answers to *questionnaire* must not be worked on."""
    if questionnaire.individual is not None:
        raise OnlyOnPaper(questionnaire.id)


def refuse_unless_on(questionnaire: Questionnaire, switch_on: str | None) -> None:
    """Raise SwitchedOff unless *switch_on* is the very name of a tool that is off."""
    if questionnaire.individual is not None and switch_on != questionnaire.id:
        raise SwitchedOff(questionnaire.id, questionnaire.individual.because)


def never_kept() -> Finding:
    """Say that answers about one person are not read."""
    return Finding(
        severity="error",
        code="only-on-paper",
        message=both(
            "Skemaet handler om én person. Svar på det læses, beregnes og gemmes "
            "aldrig. Slet filen, og brug arket på papir.",
            "The tool is about one person. Answers to it are never read, scored or "
            "stored. Delete the file, and use the sheet on paper.",
        ),
    )

"""The ledger of what was sent out, as the commands read it and write it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import define

from model_forms.cli.output import message
from model_forms.cli.verb import WRITE
from model_forms.text import both, counted

if TYPE_CHECKING:
    from model_forms.importing import Imported
    from model_forms.issue import Issue
    from model_forms.ledger import Ledger
    from model_forms.questionnaire import Questionnaire

_LISTED = 20


def with_ledger(help: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return the option ``--ledger`` with what it does here."""
    return click.option("--ledger", type=WRITE, help=help)


def _today() -> date:
    return datetime.now().astimezone().date()


@define
class Record:
    """
    A ledger and the file it stands in; without a file nothing is noted.

    *questionnaire* is the one whose forms are issued.
    """

    file: Path | None
    ledger: Ledger | None
    questionnaire: Questionnaire | None = None

    @classmethod
    def opened(
        cls, file: Path | None, questionnaire: Questionnaire | None = None
    ) -> Record:
        """
        Return what stands in *file*; where forms are issued it need not be there.

        Raises OnlyOnPaper for a tool about one person: of that nothing is noted.
        """
        from model_forms import face  # noqa: PLC0415  light start
        from model_forms.individual import refuse_answers  # noqa: PLC0415
        from model_forms.ledger import Ledger  # noqa: PLC0415

        if file is None:
            return cls(None, None)
        if questionnaire is not None:
            refuse_answers(questionnaire)
            if not file.exists():
                return cls(file, Ledger(), questionnaire)
        return cls(file, face.read_ledger(file), questionnaire)

    def note_issued(self, issue: Issue, file: Path) -> None:
        """Note a form that was written."""
        if self.ledger is not None and self.questionnaire is not None:
            self.ledger = self.ledger.with_issued(
                self.questionnaire.ref, issue, file=file.name, day=_today()
            )

    def note_returned(self, found: Iterable[Imported], language: str) -> None:
        """Note the accepted files, and say who has not answered yet."""
        if self.ledger is None:
            return
        for each in found:
            self.ledger = self.ledger.with_returned(each, day=_today())
        self.save()
        waiting = [each.who for each in self.ledger.outstanding]
        if waiting:
            more = " …" if len(waiting) > _LISTED else ""
            names = ", ".join(waiting[:_LISTED]) + more
            told = both(f"Mangler svar fra: {names}", f"Not answered yet: {names}")
            message(told.get(language))

    def save(self) -> None:
        """Write the ledger to its file."""
        from model_forms import face  # noqa: PLC0415  light start

        if self.ledger is not None and self.file is not None:
            face.write_ledger(self.ledger, self.file)

    def told(self, language: str) -> None:
        """Write the ledger, and say how many forms are in it."""
        if self.ledger is None:
            return
        self.save()
        count = counted(
            len(self.ledger.sheets),
            both("1 skema", "1 form"),
            both("{count} skemaer", "{count} forms"),
        )
        told = both(
            f"I {self.file} står nu {count.get('da')}",
            f"{self.file} now has {count.get('en')}",
        )
        message(told.get(language))

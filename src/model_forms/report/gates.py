"""What must be in place before the answers are shown to others."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms.report import phrases
from model_forms.report.blocks import Paragraph, Run
from model_forms.report.reading import Reading

_TITLES = {"gate-closed": phrases.NOT_OPEN, "gate-unknown": phrases.NOT_KNOWN_OPEN}


def gates(reading: Reading) -> Iterator[Paragraph]:
    """Yield what each gate says that is not known to be open."""
    for finding in reading.assessment.findings:
        title = _TITLES.get(finding.code)
        if title is not None:
            lead = Run(text=f"{reading.say(title)}: ", bold=True)
            yield Paragraph(text=(lead, Run(text=reading.say(finding.message))))


def purpose(reading: Reading) -> str:
    """Return what was asked about, as a sentence."""
    words = reading.say(reading.questionnaire.purpose)
    return reading.say(phrases.ASKED, purpose=words.rstrip(".") + ".")

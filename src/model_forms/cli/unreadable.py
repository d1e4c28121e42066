"""A file that cannot be read, as a finding: the other files are gone through too."""

from __future__ import annotations

from model_forms.errors import UnreadableDocument
from model_forms.finding import Finding
from model_forms.text import both


def unreadable(error: UnreadableDocument) -> Finding:
    """Return *error* as a finding."""
    return Finding(
        severity="error",
        code="unreadable-file",
        message=both(
            f"Filen kan ikke læses ({error.reason.get('da')}).",
            f"The file cannot be read ({error.reason.get('en')}).",
        ),
    )

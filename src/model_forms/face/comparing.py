"""Two versions of a questionnaire held against each other."""

from __future__ import annotations

from pathlib import Path

from model_forms.adaptation import read_adaptation
from model_forms.catalog import load
from model_forms.codec import ADAPTATION_FORMAT
from model_forms.documents import name_of, parse, read
from model_forms.face.adapting import adapt
from model_forms.face.named import Named, resolved
from model_forms.migrations import migrations
from model_forms.questionnaire import Questionnaire
from model_forms.report.difference_page import difference_report
from model_forms.typing import Readable, Writable
from model_forms.versions.difference import Difference
from model_forms.versions.difference import diff as difference_between
from model_forms.versions.way import path_between
from model_forms.writing import write_page


def diff(  # noqa: PLR0913  each is one thing to say
    one: Named | Readable,
    other: Named | Readable,
    to: Writable | None = None,
    *,
    language: str = "da",
    format: str | None = None,
    template: Readable | None = None,
) -> Difference:
    """
    Return what differs from *one* version to the *other*; write it to *to* if given.

    Each is a questionnaire, its ``id@version``, or a file: a questionnaire's JSON, or
    a local adaptation's, which stands for what it makes. Renamed items are known by
    the migrations of the installed packs. Raises NotComparable when they are not the
    same questionnaire, UnknownQuestionnaire, UnreadableDocument, DefinitionRejected
    and UnsupportedFormat.
    """
    old, new = _version(one), _version(other)
    path = path_between(migrations(), old, new) if old.id == new.id else ()
    found = difference_between(old, new, path or ())
    if to is not None:
        report = difference_report(found, language)
        write_page(report, to, format=format, template=template)
    return found


def _version(source: Named | Readable) -> Questionnaire:
    """Return a questionnaire itself, an installed one, or the one in a file."""
    if isinstance(source, Questionnaire):
        return source
    if isinstance(source, str) and not source.lower().endswith(".json"):
        return resolved(source)
    data, name = read(source), name_of(source)
    document, _ = parse(data, name)
    kept = source if isinstance(source, str | Path) else data
    if isinstance(document, dict) and document.get("format") == ADAPTATION_FORMAT:
        return adapt(read_adaptation(kept))
    return load(kept)

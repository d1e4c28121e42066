"""The verb that lays out and writes an annual wheel."""

from __future__ import annotations

from model_forms.errors import UnknownLanguage
from model_forms.programme.installed import the_programme
from model_forms.programme.page import wheel_report
from model_forms.programme.values import Wheel
from model_forms.programme.wheel import annual_wheel
from model_forms.typing import Readable, Writable
from model_forms.writing import write_page


def plan(  # noqa: PLR0913  each is one thing to say
    start: str,
    to: Writable | None = None,
    *,
    months: int = 12,
    language: str = "da",
    format: str | None = None,
    template: Readable | None = None,
) -> Wheel:
    """
    Return the annual wheel from *start*, ``yyyy-mm``, and write it to *to* if given.

    The rhythm is that of the first installed pack that has one. A format with sheets
    gets the wheel as a table to print, one with documents as a document. Raises
    UnreadableDocument when *start* is no month, UnknownLanguage, UnsupportedFormat.
    """
    wheel = annual_wheel(the_programme(), start, months)
    if language not in wheel.programme.languages:
        raise UnknownLanguage(language, wheel.programme.languages)
    if to is not None:
        report = wheel_report(wheel, language)
        write_page(report, to, format=format, template=template)
    return wheel

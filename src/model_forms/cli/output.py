"""Where words go: results to standard output, messages and progress to the other."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from model_forms.finding import Finding, line
from model_forms.text import both

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

_SEVERITY = {
    "warning": both("advarsel: ", "warning: "),
    "info": both("bemærk: ", "note: "),
}


def clean(text: str) -> str:
    """Return *text* without control characters: a file must not steer a terminal."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def document(value: Any) -> None:  # noqa: ANN401  JSON
    """Print one JSON document, in UTF-8 whatever the terminal speaks."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    click.echo(text.encode("utf-8", "replace"))


def result(text: str = "") -> None:
    """Print a line of the result to standard output."""
    click.echo(clean(text))


def message(text: str) -> None:
    """Print a line about the work to standard error."""
    click.echo(clean(text), err=True)


def sentence(finding: Finding, language: str) -> str:
    """Return a finding as place and sentence; only an error goes without its name."""
    mark = _SEVERITY.get(finding.severity)
    return (mark.get(language) if mark else "") + line(finding, language)


def findings(file: str, found: Iterable[Finding], language: str) -> None:
    """Print each finding as file, place, sentence."""
    for each in found:
        result(f"{each.file or file}: {sentence(each, language)}")


@contextmanager
def progress(label: str, total: int | None = None) -> Iterator[Callable[[], None]]:
    """Give a function to call for each step; a bar is shown on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415  light start
    from rich.progress import MofNCompleteColumn, Progress  # noqa: PLC0415

    columns = (*Progress.get_default_columns(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield lambda: bar.advance(task)

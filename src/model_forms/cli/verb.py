"""What the commands have in common: options, exit codes, and errors in one line."""

from __future__ import annotations

from enum import IntEnum
from errno import EPIPE
from pathlib import Path
from typing import IO, Any

import click

from model_forms.cli.output import clean
from model_forms.cli.trouble import told
from model_forms.errors import ModelFormsError

READ = click.Path(exists=True, dir_okay=False, path_type=Path)
READ_ANY = click.Path(exists=True, path_type=Path)
WRITE = click.Path(dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)

as_json = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON document and nothing else."
)
in_language = click.option(
    "--lang",
    type=click.Choice(["da", "en"]),
    default="da",
    show_default=True,
    help="The language of titles and messages.",
)


class Exit(IntEnum):
    """How a command ended."""

    DONE = 0
    REFUSED = 1
    UNUSABLE = 2


class Unusable(click.ClickException):
    """What the user asked for cannot be done; the message says why."""

    exit_code = Exit.UNUSABLE

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message to standard error, as it is."""
        click.echo(clean(self.message), file=file, err=file is None)


class Verb(click.Command):
    """A command that returns how it ended; errors that are ours become one line."""

    def invoke(self, ctx: click.Context) -> None:
        """Run the command and leave with its exit code."""
        language = ctx.params.get("lang") or "da"
        try:
            ended: Exit = super().invoke(ctx)
        except (ModelFormsError, OSError) as error:
            if getattr(error, "errno", None) == EPIPE:  # click knows what to do
                raise
            raise Unusable(told(error, language)) from error
        ctx.exit(ended)


def example(*commands: str) -> str:
    """Return the end of a help text: commands to copy."""
    lines = "\n".join(f"  {command}" for command in commands)
    return f"\b\nExample:\n{lines}"

"""
The command line: arguments in, exit code out. The work is done by the face.

Exit codes: 0 done; 1 done, but something in the input was refused or found wrong;
2 wrong usage or an unusable file.
"""

from __future__ import annotations

import sys
from io import TextIOWrapper

import click

from model_forms import __version__
from model_forms.cli.adopt import adopt
from model_forms.cli.assess import assess
from model_forms.cli.check import check
from model_forms.cli.demo import demo
from model_forms.cli.diff import diff
from model_forms.cli.export import export
from model_forms.cli.guide import guide
from model_forms.cli.import_ import import_
from model_forms.cli.lint import lint
from model_forms.cli.look_up import list_, schema, show
from model_forms.cli.migrate import migrate
from model_forms.cli.plan import plan
from model_forms.cli.rebase import rebase
from model_forms.cli.verb import example

__all__ = ["main"]


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
    epilog=example("model-forms demo example-folder"),
)
@click.version_option(__version__, prog_name="model-forms")
def main() -> None:
    """
    Questionnaires with scoring rules, out to Excel and Word and back again.

    Exit codes: 0 done; 1 done, but something in the input was refused or found
    wrong; 2 wrong usage or an unusable file.
    """
    for stream in (sys.stdout, sys.stderr):
        # A console that lacks a letter shows a question mark instead of failing.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


for _verb in (
    list_, show, check, lint,
    schema, export, import_, assess, adopt, migrate, rebase, diff,
    plan, guide, demo,
):  # fmt: skip
    main.add_command(_verb)

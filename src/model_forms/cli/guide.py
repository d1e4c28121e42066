"""The materials of the packs, as documents."""

from __future__ import annotations

from pathlib import Path

import click

from model_forms.cli.house import in_house, tell_house
from model_forms.cli.output import message
from model_forms.cli.verb import WRITE, Exit, Verb, example, in_language
from model_forms.text import both


class _Listing(Verb):
    """A command whose help names the guides that are installed."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the guides there are, then the example."""
        from model_forms.guides.make import listed  # noqa: PLC0415  light start

        with formatter.section("Guides"):
            formatter.write_dl([(each.name, each.title) for each in listed("da")])
        super().format_epilog(ctx, formatter)


@click.command(
    cls=_Listing,
    epilog=example(
        "model-forms guide catalogue --to catalogue.docx",
        "model-forms guide handout --to handout.docx --lang en --template house.docx",
    ),
)
@click.argument("name", metavar="NAME")
@click.option("--to", type=WRITE, required=True, help="The file to write: .docx.")
@in_house
@in_language
def guide(name: str, to: Path, template: Path | None, lang: str) -> Exit:
    """
    Write one of the materials: the catalogue, the handout and so on.

    Where the template says {{ content }} or {{ indhold }} the text begins, else at
    its end.
    """
    from model_forms import face  # noqa: PLC0415  light start

    face.guide(name, to, language=lang, template=template)
    message(both(f"Skrev {to}", f"Wrote {to}").get(lang))
    tell_house(template, lang)
    return Exit.DONE

"""What there is: list, show and schema."""

from __future__ import annotations

import click

from model_forms.cli.output import document, result
from model_forms.cli.verb import Exit, Verb, as_json, example, in_language


@click.command(
    "list", cls=Verb, epilog=example("model-forms list", "model-forms list --json")
)
@as_json
@in_language
def list_(*, as_json: bool, lang: str) -> Exit:
    """
    List every questionnaire found.

    Each with its version, status, number of items, title and pack.
    """
    from model_forms import face  # noqa: PLC0415  light start

    found = face.list_(lang)
    if as_json:
        from attrs import asdict  # noqa: PLC0415  light start

        document([asdict(each) for each in found])
        return Exit.DONE
    rows = [
        (
            f"{each.id}@{each.version}",
            each.status,
            str(each.items),
            each.title,
            each.pack,
        )
        for each in found
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        result("  ".join(cells).rstrip())
    return Exit.DONE


@click.command(
    cls=Verb,
    epilog=example(
        "model-forms show area_mapping", "model-forms show area_mapping@1.0.0"
    ),
)
@click.argument("questionnaire", metavar="ID[@VERSION]")
@click.option(
    "--lang",
    default="da",
    show_default=True,
    help="One of the questionnaire's languages.",
)
def show(questionnaire: str, lang: str) -> Exit:
    """
    Show a readable outline: sections, items, scales, scores.

    Without a version it is the newest one.
    """
    from model_forms import face  # noqa: PLC0415  light start

    result(face.show(questionnaire, lang).rstrip("\n"))
    return Exit.DONE


@click.command(
    cls=Verb,
    epilog=example(
        "model-forms schema questionnaire > questionnaire.schema.json",
        "model-forms schema area_mapping > area_mapping.schema.json",
    ),
)
@click.argument(
    "name",
    metavar="questionnaire|adaptation|migration|response|programme|figures|ledger"
    "|ID[@VERSION]",
)
def schema(name: str) -> Exit:
    """
    Print a JSON Schema (2020-12).

    Of every questionnaire, adaptation, migration, response, programme, set of figures
    or ledger, or of the responses to one questionnaire.
    """
    from model_forms import face  # noqa: PLC0415  light start

    document(face.schema(name))
    return Exit.DONE

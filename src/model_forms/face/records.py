"""Responses in files, one JSON object a line; and the record of what was sent out."""

from __future__ import annotations

import json
from collections.abc import Iterable

from model_forms.codec import response_from, response_to
from model_forms.documents import lines, name_of, parse, read, replace, write
from model_forms.errors import DefinitionRejected
from model_forms.importing import Imported
from model_forms.json_schema import shape_findings
from model_forms.ledger import Ledger, ledger_from, ledger_to
from model_forms.response import Response
from model_forms.typing import Readable, Writable
from model_forms.versions.ledger import Migrated


def write_responses(imported: Iterable[Imported | Migrated], to: Writable) -> int:
    """Write the accepted responses, one JSON object a line; return how many."""
    kept = [each.response for each in imported if each.accepted and each.response]
    text = "".join(
        json.dumps(response_to(each), ensure_ascii=False) + "\n" for each in kept
    )
    write(text.encode(), to)
    return len(kept)


def read_responses(source: Readable) -> tuple[Response, ...]:
    """
    Return the responses in a file of one JSON object a line; DefinitionRejected
    holds everything wrong with their shape."""  # noqa: D205, D209
    data, name = read(source), name_of(source)
    found = []
    for where, document, repeated in lines(data, name):
        wrong = repeated + shape_findings(document, "response")
        if wrong:
            raise DefinitionRejected(where, wrong)
        found.append(response_from(document))
    return tuple(found)


def read_ledger(source: Readable) -> Ledger:
    """
    Return the ledger in a JSON file.

    Raises UnreadableDocument, or DefinitionRejected with everything wrong in it.
    """
    data, name = read(source), name_of(source)
    document, repeated = parse(data, name)
    if repeated:
        raise DefinitionRejected(name, repeated)
    return ledger_from(document, name)


def write_ledger(ledger: Ledger, to: Writable) -> None:
    """Write *ledger* as JSON; a file at a path is replaced whole, never half."""
    text = json.dumps(ledger_to(ledger), ensure_ascii=False, indent=1)
    replace((text + "\n").encode(), to)

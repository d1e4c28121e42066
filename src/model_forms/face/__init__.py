"""
The verbs of the command line, as functions.

They take and give paths, bytes or binary file objects, hold no state, and are safe to
use from several threads. They log under ``model_forms`` and never print.
"""

from model_forms.face.adapting import adapt
from model_forms.face.adopting import adopt
from model_forms.face.comparing import diff
from model_forms.face.forms import (
    export,
    export_partners,
    import_,
    import_many,
    print_form,
    propose,
)
from model_forms.face.linting import lint
from model_forms.face.look_up import check, list_, schema, show
from model_forms.face.migrating import migrate
from model_forms.face.rebasing import rebase
from model_forms.face.receipts import receipt
from model_forms.face.records import (
    read_ledger,
    read_responses,
    write_ledger,
    write_responses,
)
from model_forms.face.results import assess, demo, guide, write_report
from model_forms.face.returns import mark_up

__all__ = [
    "adapt",
    "adopt",
    "assess",
    "check",
    "demo",
    "diff",
    "export",
    "export_partners",
    "guide",
    "import_",
    "import_many",
    "lint",
    "list_",
    "mark_up",
    "migrate",
    "print_form",
    "propose",
    "read_ledger",
    "read_responses",
    "rebase",
    "receipt",
    "schema",
    "show",
    "write_ledger",
    "write_report",
    "write_responses",
]

"""
Versioned questionnaires with scoring rules, out to Excel and Word and back again.

The face has the verbs of the command line: ``list_``, ``show``, ``check``, ``lint``,
``schema``, ``adapt``, ``adopt``, ``rebase``, ``propose``, ``export``,
``export_partners``, ``print_form``, ``import_``, ``import_many``, ``mark_up``,
``assess``, ``migrate``, ``diff``, ``write_report``, ``guide``, ``plan`` and ``demo``.
Each name is imported when it is first used.
"""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers know the name; importing typing costs time

if TYPE_CHECKING:
    from typing import Any

    from model_forms.adaptation.adoption import Adoption
    from model_forms.adaptation.rebase import Rebased
    from model_forms.assessment import Assessment
    from model_forms.catalog import Catalog, installed, load
    from model_forms.codec import response_from, response_to
    from model_forms.columns import Columns, ScoreColumns, columns_of, score_columns
    from model_forms.errors import ModelFormsError
    from model_forms.face import (
        adapt,
        adopt,
        assess,
        check,
        demo,
        diff,
        export,
        export_partners,
        guide,
        import_,
        import_many,
        lint,
        list_,
        mark_up,
        migrate,
        print_form,
        propose,
        read_ledger,
        read_responses,
        rebase,
        receipt,
        schema,
        show,
        write_ledger,
        write_report,
        write_responses,
    )
    from model_forms.feeding import Fed
    from model_forms.figures import Figures, prefilled, read_figures
    from model_forms.finding import Finding, Place
    from model_forms.importing import Imported
    from model_forms.issue import Issue, Proposal
    from model_forms.ledger import Ledger
    from model_forms.programme import Wheel, plan
    from model_forms.questionnaire import Adaptation, Questionnaire
    from model_forms.questionnaire.migration import Migration
    from model_forms.response import (
        Blank,
        DontKnow,
        Given,
        NotApplicable,
        Respondent,
        Response,
    )
    from model_forms.results import assessment_to
    from model_forms.scoring import ScoreResult, score_response
    from model_forms.text import Text
    from model_forms.versions.comparability import Comparability, comparable
    from model_forms.versions.difference import Difference
    from model_forms.versions.difference_document import difference_to
    from model_forms.versions.ledger import Migrated

__version__ = "0.1.0"

_HOMES = {
    "Adaptation": "questionnaire",
    "Adoption": "adaptation.adoption",
    "Assessment": "assessment",
    "Blank": "response",
    "Catalog": "catalog",
    "Columns": "columns",
    "Comparability": "versions.comparability",
    "Difference": "versions.difference",
    "DontKnow": "response",
    "Fed": "feeding",
    "Figures": "figures",
    "Finding": "finding",
    "Given": "response",
    "Imported": "importing",
    "Issue": "issue",
    "Ledger": "ledger",
    "Migrated": "versions.ledger",
    "Migration": "questionnaire.migration",
    "ModelFormsError": "errors",
    "NotApplicable": "response",
    "Place": "finding",
    "Proposal": "issue",
    "Questionnaire": "questionnaire",
    "Rebased": "adaptation.rebase",
    "Respondent": "response",
    "Response": "response",
    "ScoreColumns": "columns",
    "ScoreResult": "scoring",
    "Text": "text",
    "Wheel": "programme",
    "adapt": "face",
    "adopt": "face",
    "assess": "face",
    "assessment_to": "results",
    "check": "face",
    "columns_of": "columns",
    "comparable": "versions.comparability",
    "demo": "face",
    "diff": "face",
    "difference_to": "versions.difference_document",
    "export": "face",
    "export_partners": "face",
    "guide": "face",
    "import_": "face",
    "import_many": "face",
    "installed": "catalog",
    "lint": "face",
    "list_": "face",
    "load": "catalog",
    "mark_up": "face",
    "migrate": "face",
    "plan": "programme",
    "prefilled": "figures",
    "print_form": "face",
    "propose": "face",
    "read_figures": "figures",
    "read_ledger": "face",
    "read_responses": "face",
    "rebase": "face",
    "receipt": "face",
    "response_from": "codec",
    "response_to": "codec",
    "schema": "face",
    "score_columns": "columns",
    "score_response": "scoring",
    "show": "face",
    "write_ledger": "face",
    "write_report": "face",
    "write_responses": "face",
}

__all__ = [
    "Adaptation",
    "Adoption",
    "Assessment",
    "Blank",
    "Catalog",
    "Columns",
    "Comparability",
    "Difference",
    "DontKnow",
    "Fed",
    "Figures",
    "Finding",
    "Given",
    "Imported",
    "Issue",
    "Ledger",
    "Migrated",
    "Migration",
    "ModelFormsError",
    "NotApplicable",
    "Place",
    "Proposal",
    "Questionnaire",
    "Rebased",
    "Respondent",
    "Response",
    "ScoreColumns",
    "ScoreResult",
    "Text",
    "Wheel",
    "adapt",
    "adopt",
    "assess",
    "assessment_to",
    "check",
    "columns_of",
    "comparable",
    "demo",
    "diff",
    "difference_to",
    "export",
    "export_partners",
    "guide",
    "import_",
    "import_many",
    "installed",
    "lint",
    "list_",
    "load",
    "mark_up",
    "migrate",
    "plan",
    "prefilled",
    "print_form",
    "propose",
    "read_figures",
    "read_ledger",
    "read_responses",
    "rebase",
    "receipt",
    "response_from",
    "response_to",
    "schema",
    "score_columns",
    "score_response",
    "show",
    "write_ledger",
    "write_report",
    "write_responses",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401  PEP 562
    home = _HOMES.get(name)
    if home is None:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module  # noqa: PLC0415  light import

    found = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = found  # so that it is looked for once
    return found


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])

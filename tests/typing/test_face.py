"""The public face as type checkers see it: assert_type, and mypy over this file."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, assert_type

import model_forms as m
from model_forms.listing import Listing
from model_forms.scoring import Scores

ROOT = Path(__file__).parents[2]


def looking_up() -> None:
    """What is installed, and what it holds."""
    assert_type(m.list_(), tuple[Listing, ...])
    assert_type(m.show("area_mapping", "en"), str)
    assert_type(m.schema("response"), dict[str, Any])
    assert_type(m.installed(), m.Catalog)
    assert_type(m.installed().get("area_mapping"), m.Questionnaire)
    assert_type(m.load(b"{}"), m.Questionnaire)
    assert_type(m.check(Path("a.json")), tuple[m.Finding, ...])
    assert_type(m.lint("a.docx", language="en"), tuple[m.Finding, ...])
    assert_type(m.__version__, str)


def sending(questionnaire: m.Questionnaire) -> None:
    """Forms out: to bytes, a path or a file object."""
    issue = m.Issue(role="police", respondent="Lokalpoliti")
    assert_type(m.export(questionnaire, issue=issue), bytes)
    assert_type(m.export("area_mapping", "a.xlsx"), bytes)
    assert_type(m.export("area_mapping", io.BytesIO(), format=".xlsx"), bytes)
    assert_type(m.export_partners("area_mapping", b"", "out"), Iterator[Path])


def receiving() -> None:
    """Forms back: answers and findings."""
    imported = m.import_("a.xlsx")
    assert_type(imported, m.Imported)
    assert_type(imported.accepted, bool)
    assert_type(imported.response, m.Response | None)
    assert_type(imported.findings, tuple[m.Finding, ...])
    assert_type(m.import_many([b"", Path("a.ods")]), tuple[m.Imported, ...])
    assert_type(m.write_responses([imported], "r.jsonl"), int)
    assert_type(m.read_responses("r.jsonl"), tuple[m.Response, ...])


def bringing_back(imported: m.Imported) -> None:
    """What was sent out, and what goes back to who answered."""
    ledger = m.read_ledger("ledger.json")
    assert_type(ledger, m.Ledger)
    assert_type(ledger.with_returned(imported), m.Ledger)
    assert_type(m.write_ledger(ledger, "ledger.json"), None)
    assert_type(m.import_("a.xlsx", ledger=ledger, replace=True), m.Imported)
    assert_type(m.mark_up("a.xlsx", imported), bytes | None)
    assert_type(m.receipt(imported, "a.docx", language="en"), bytes)


def answering(response: m.Response) -> None:
    """A response and its four kinds of answer."""
    assert_type(response.answer("a"), m.Given | m.DontKnow | m.NotApplicable | m.Blank)
    assert_type(m.response_to(response), dict[str, Any])
    assert_type(m.response_from({}), m.Response)
    assert_type(response.respondent, m.Respondent)


def scoring(questionnaire: m.Questionnaire, response: m.Response) -> None:
    """Scores of one response, and an assessment of many."""
    scores = m.score_response(questionnaire, response)
    assert_type(scores, Scores)
    assert_type(scores["s"].value, Fraction | None)
    assert_type(scores["s"].band, str | None)
    columns = m.columns_of(questionnaire, [response])
    assert_type(columns, m.Columns)
    assert_type(m.score_columns(columns), m.ScoreColumns)
    assert_type(m.score_columns(columns)["s"].value(0), Fraction | None)
    assert_type(m.score_columns(columns).results(0), dict[str, m.ScoreResult])
    assessment = m.assess([response])
    assert_type(assessment, m.Assessment)
    assert_type(assessment.scores["s"], m.ScoreResult)
    assert_type(m.assessment_to(assessment), dict[str, Any])
    assert_type(m.print_form("tiny", "a.docx", template=b""), bytes)
    assert_type(m.write_report(assessment, "a.docx", language="da"), bytes)
    assert_type(m.write_report(assessment, template=b"", format=".docx"), bytes)


def materials() -> None:
    """Guides of the packs, in a house's own document too."""
    assert_type(m.guide("catalogue", "a.docx", language="en"), bytes)
    assert_type(m.guide("handout", io.BytesIO(), template=Path("house.docx")), bytes)


def planning() -> None:
    """Figures beforehand, and the annual wheel."""
    issue, questionnaire = m.Issue(role="data"), m.installed().get("area_mapping")
    figures = m.read_figures("figures.csv", "area_mapping")
    assert_type(figures, m.Figures)
    assert_type(figures.findings, tuple[m.Finding, ...])
    assert_type(m.prefilled(questionnaire, figures, issue), m.Response)
    assert_type(m.plan("2026-11"), m.Wheel)
    assert_type(m.plan("2026-11", io.BytesIO(), format=".xlsx"), m.Wheel)


def together(questionnaire: m.Questionnaire, response: m.Response) -> None:
    """What earlier tools propose, and going through a plan."""
    fed = m.propose(questionnaire, [response], today=date(2026, 11, 22))
    assert_type(fed, m.Fed)
    assert_type(fed.issue.proposals, tuple[m.Proposal, ...])
    assert_type(fed.findings, tuple[m.Finding, ...])
    assert_type(m.assess([response], earlier=[response]), m.Assessment)
    assert_type(m.assess([response], before=[response]), m.Assessment)


def carrying_forward(response: m.Response) -> None:
    """Answers to an older version become answers to a newer one."""
    carried = m.migrate([response], "area_mapping@1.1.0")
    assert_type(carried, tuple[m.Migrated, ...])
    assert_type(carried[0].response, m.Response | None)
    assert_type(carried[0].findings, tuple[m.Finding, ...])
    assert_type(m.write_responses(carried, "r.jsonl"), int)
    known: tuple[m.Migration, ...] = ()
    assert_type(m.migrate("r.jsonl", "a", migrations=known), tuple[m.Migrated, ...])


def comparing(questionnaire: m.Questionnaire) -> None:
    """Two versions held against each other."""
    found = m.diff("area_mapping@1.0.0", "local.json", "changes.docx", language="en")
    assert_type(found, m.Difference)
    assert_type(found.comparability, m.Comparability)
    assert_type(m.comparable(questionnaire, questionnaire), m.Comparability)
    assert_type(m.difference_to(found), dict[str, Any])


def locally(adaptation: m.Adaptation) -> None:
    """A local adaptation, and what is read with it."""
    adapted = m.adapt("local.json")
    assert_type(adapted, m.Questionnaire)
    assert_type(m.adapt(adaptation), m.Questionnaire)
    assert_type(adapted.adaptation, m.Adaptation | None)
    assert_type(m.installed().with_local(adapted), m.Catalog)
    moved = m.rebase("local.json", "area_mapping", settle="local")
    assert_type(moved, m.Rebased)
    assert_type(moved.adaptation, m.Adaptation)
    assert_type(moved.conflicts, tuple[m.Finding, ...])


def adopting() -> None:
    """A form that was edited, and what was made of it."""
    found = m.adopt("edited.xlsx", id="aadal", version="1.0.0", house="Ådal Kommune")
    assert_type(found, m.Adoption)
    assert_type(found.accepted, bool)
    assert_type(found.adaptation, m.Adaptation | None)
    assert_type(found.questionnaire, m.Questionnaire | None)
    assert_type(found.changes[0].words, m.Text)
    assert_type(found.findings, tuple[m.Finding, ...])


def words(finding: m.Finding) -> None:
    """Texts and places."""
    assert_type(finding.message, m.Text)
    assert_type(finding.message.get("da"), str)
    assert_type(finding.place, m.Place)


class TestFace:
    def test_mypy_agrees_with_every_type_here(self) -> None:
        """mypy, strict, finds nothing in this file."""
        done = subprocess.run(
            [sys.executable, "-m", "mypy", "--no-incremental",
             "--follow-imports=silent", "--cache-dir=/dev/null", __file__],
            capture_output=True, text=True, check=False, cwd=ROOT,
        )  # fmt: skip

        assert 0 == done.returncode, done.stdout + done.stderr

    def test_every_public_name_is_used_here(self) -> None:
        """A name of the face that is not tried above is not checked."""
        text = Path(__file__).read_text(encoding="utf-8")
        unused = [
            name
            for name in m.__all__
            if f"m.{name}" not in text and name not in {"ModelFormsError", "demo"}
        ]

        assert [] == unused

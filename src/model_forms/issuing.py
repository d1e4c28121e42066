"""Who gets a sheet: checked before anything is written. Pure but for no file."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from model_forms.assessment import Assessment
from model_forms.errors import (
    ExportRefused,
    UnknownLanguage,
    UnknownRole,
    UnreadableDocument,
    near_miss,
)
from model_forms.finding import Finding, Place
from model_forms.issue import Issue
from model_forms.privacy import Kind, kinds
from model_forms.privacy.naming import named
from model_forms.proposed import unfit_proposals
from model_forms.questionnaire import Questionnaire
from model_forms.response import Answer, Response
from model_forms.text import Text, both
from model_forms.validate import check_response

REQUIRED = ("respondent", "role")
RESERVED = frozenset(
    ["con", "prn", "aux", "nul"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)
"""Names that Windows keeps for itself, whatever the ending."""


@frozen
class Partner:
    """One row of the partners' file: the issue, and what to call its file."""

    issue: Issue
    file_name: str


def checked(questionnaire: Questionnaire, issue: Issue) -> Issue:
    """
    Return *issue* when it fits the questionnaire.

    Raises UnknownRole, UnknownLanguage, or ExportRefused when a text points at a
    person or something is proposed that does not fit.
    """
    if issue.role is not None and issue.role not in questionnaire.role:
        raise UnknownRole(issue.role, tuple(questionnaire.role))
    if issue.language not in questionnaire.languages:
        raise UnknownLanguage(issue.language, questionnaire.languages)
    findings = (*_personal(issue), *unfit_proposals(questionnaire, issue))
    if findings:
        raise ExportRefused(findings)
    return issue


def _personal(issue: Issue) -> Iterator[Finding]:
    for name, text in _issue_words(issue):
        suspected = kinds(text)
        if suspected:
            words = named(suspected)
            yield Finding(
                severity="error",
                code="personal-data",
                message=both(
                    f"Teksten i »{name}« indeholder noget, der ligner "
                    f"{words.get('da')}. Skriv en arbejdsplads eller en rolle i "
                    "stedet.",
                    f"The text of {name!r} holds something that looks like "
                    f"{words.get('en')}. Give a workplace or a role instead.",
                ),
            )


def _issue_words(issue: Issue) -> Iterator[tuple[str, str]]:
    """Yield each text that a sheet will show, and what it belongs to."""
    for name in ("respondent", "area", "round", "deadline"):
        yield name, getattr(issue, name) or ""
    for proposal in issue.proposals:
        yield proposal.item, proposal.text
        for key, value in proposal.filled.items():
            yield from ((key, text) for text in _texts(value))
    for key, labels in issue.references.items():
        yield from ((key, label) for label in labels)


def refuse_personal(assessment: Assessment) -> None:
    """Raise ExportRefused when any text of a response points at a person."""
    findings = tuple(
        finding
        for response in assessment.responses
        for finding in _personal_words(response)
    )
    if findings:
        raise ExportRefused(findings)


def _personal_words(response: Response) -> Iterator[Finding]:
    who = response.respondent
    facts = (response.area, response.round, who.role, who.label)
    texts: list[tuple[str, Place | None, tuple[str, ...]]] = [
        ("", None, tuple(each for each in facts if each is not None))
    ]
    texts += [
        (key, each.at, tuple(_answer_texts(each)))
        for key, each in response.answers.items()
    ]
    texts += [("", each.at, (each.text,)) for each in response.additions]
    for key, at, words in texts:
        suspected = tuple(dict.fromkeys(kind for each in words for kind in kinds(each)))
        if suspected:
            yield personal_answer(key, at, suspected)


def _answer_texts(answer: Answer) -> Iterator[str]:
    yield answer.remark or ""
    yield from _texts(getattr(answer, "value", ""))


def _texts(value: object) -> Iterator[str]:
    """Yield the texts in a value, also in rows; of numbers only what may be a CPR."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _answer_texts(each)
    elif "cpr" in kinds(str(value)):
        yield str(value)


def refuse_unfit(questionnaire: Questionnaire, response: Response) -> None:
    """
    Raise ExportRefused when a response cannot be filled in: it holds answers that
    the questionnaire does not allow, or words that point at a person."""  # noqa: D205, D209
    findings = check_response(questionnaire, response)
    if findings:
        raise ExportRefused(findings)


def personal_answer(
    key: str, at: Place | None, suspected: tuple[Kind, ...] = ("cpr",)
) -> Finding:
    """Say what words beside an item look like, without repeating them."""
    words = named(suspected)
    return Finding(
        severity="error",
        code="personal-data",
        place=at or Place(),
        item=key,
        message=both(
            f"Her står noget, der ligner {words.get('da')}. Slet det, og send arket "
            "igen.",
            f"Something here looks like {words.get('en')}. Delete it and send the "
            "sheet again.",
        ),
    )


def partners_from(
    questionnaire: Questionnaire, data: bytes, name: str, issue: Issue
) -> tuple[Partner, ...]:
    """
    Return an issue for each row of a partners' file (CSV, comma or semicolon).

    Raises UnreadableDocument when it is no such file, and ExportRefused with a finding
    for every row that has a problem.
    """
    try:
        rows = list(_rows(data, name))
    except csv.Error as error:
        reason = both("ikke en tabel i CSV", "not a table in CSV")
        raise UnreadableDocument(name, reason) from error
    findings: list[Finding] = []
    partners: list[Partner] = []
    taken: set[str] = set()
    for number, row in rows:
        problems = list(_row_problems(questionnaire, row, number, name))
        findings += problems
        if not problems:
            issued = _issue(row, issue)
            file_name = _free_name(row["respondent"], taken)
            partners.append(Partner(issued, file_name))
    if findings:
        raise ExportRefused(tuple(findings))
    if not partners:
        reason = both("ingen rækker under overskrifterne", "no rows under the headings")
        raise UnreadableDocument(name, reason)
    return tuple(partners)


def _rows(data: bytes, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    head = text.partition("\n")[0]
    reader = csv.DictReader(
        io.StringIO(text), delimiter=";" if ";" in head else ",", restkey="extra"
    )
    reader.fieldnames = [each.strip().lower() for each in reader.fieldnames or ()]
    missing = [each for each in REQUIRED if each not in reader.fieldnames]
    if missing:
        wanted = ", ".join(missing)
        reason = both(
            f"ingen kolonne i første linje hedder {wanted}",
            f"no column in the first line is called {wanted}",
        )
        raise UnreadableDocument(name, reason)
    for row in reader:
        words = {
            key: (value or "").strip()
            for key, value in row.items()
            if isinstance(value, str) or value is None
        }
        if any(words.values()):
            yield reader.line_num, words


def _row_problems(
    questionnaire: Questionnaire, row: dict[str, str], number: int, name: str
) -> Iterator[Finding]:
    place = Place(path=f"{name}:{number}")
    if not row["respondent"]:
        text = both("Feltet respondent er tomt.", "The respondent is empty.")
        yield Finding(
            severity="error", code="missing-respondent", message=text, place=place
        )
    for field, known in (
        ("role", questionnaire.role),
        ("lang", questionnaire.languages),
    ):
        seen = row.get(field, "")
        if (seen or field == "role") and seen not in known:
            yield Finding(
                severity="error",
                code=f"unknown-{field}",
                message=_unknown(field, seen, tuple(known)),
                place=place,
            )
    for finding in _personal(Issue(respondent=row["respondent"])):
        yield evolve(finding, place=place)


def _unknown(field: str, seen: str, known: tuple[str, ...]) -> Text:
    meant = near_miss(seen, known)
    listed = ", ".join(known)
    da = f" Mente I »{meant}«?" if meant else f" Mulighederne er: {listed}."
    en = f" Did you mean {meant!r}?" if meant else f" There are: {listed}."
    return both(f"Ukendt {field}: »{seen}«.{da}", f"Unknown {field}: {seen!r}.{en}")


def _issue(row: dict[str, str], issue: Issue) -> Issue:
    return evolve(
        issue,
        respondent=row["respondent"],
        role=row["role"],
        language=row.get("lang") or issue.language,
    )


def _free_name(words: str, taken: set[str]) -> str:
    name = file_name(words)
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    taken.add(found)
    return found


def file_name(words: str) -> str:
    """Return *words* as a file name that every system takes, Danish letters kept."""
    text = unicodedata.normalize("NFC", words).lower()
    name = re.sub(r"[^0-9a-zæøåäöüé]+", "-", text).strip("-")[:60] or "skema"
    return f"skema-{name}" if name in RESERVED else name

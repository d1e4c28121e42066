"""What a form carries to be known again, in any format, and what to make of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from attrs import asdict, frozen

from model_forms.finding import Finding
from model_forms.forms import telling
from model_forms.issue import Issue, issue_from, issue_to, plain_text
from model_forms.questionnaire import Questionnaire
from model_forms.response import QuestionnaireRef
from model_forms.typing import Find, FindIssued

PROPERTY = "model-forms"
"""The name under which a file keeps its id among its properties."""

_ID = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b")
_BETWEEN = " · "
_SHOWN = re.compile(rf"[a-z][a-z0-9_]* \d+\.\d+\.\d+{_BETWEEN}({_ID.pattern})")
_OPENING = '{"issue": '


@frozen(kw_only=True)
class Identity:
    """Which sheet a file is: the questionnaire, the issue, and the rows of tables."""

    ref: QuestionnaireRef
    issue: Issue
    rows: Mapping[str, int]

    @cached_property
    def sheet_id(self) -> str:
        """The short id that belongs to this identity."""
        return self.issue.sheet_id(self.ref)


def identity_text(identity: Identity) -> str:
    """Return the identity as the file carries it, with the id that belongs to it."""
    document = {
        "questionnaire": asdict(identity.ref),
        "issue": issue_to(identity.issue),
        "rows": dict(identity.rows),
        "sheet": identity.sheet_id,
    }
    return json.dumps(document, ensure_ascii=False, sort_keys=True)


def form_id(questionnaire: Questionnaire, sheet_id: str) -> str:
    """Return the id as people see it on the cover and in the footer."""
    return f"{questionnaire.id} {questionnaire.version}{_BETWEEN}{sheet_id}"


def shown_id(text: str) -> set[str]:
    """Return the id in *text* if it is one as `form_id` shows it, and nothing else."""
    found = _SHOWN.fullmatch(text.strip()) if _BETWEEN in text else None
    return {found[1]} if found else set()


def carried(text: str) -> list[str]:
    """Return *text* if it is an identity as `identity_text` writes it."""
    return [text] if text.startswith(_OPENING) else []


@frozen(kw_only=True)
class Found:
    """What a file says of itself; *ids* are all the sheet ids that stand in it."""

    identities: tuple[Identity, ...]
    ids: frozenset[str]

    @property
    def is_ours(self) -> bool:
        """Whether the file says anything of itself that only our sheets say."""
        return bool(self.identities or self.ids)


@frozen
class Known:
    """A form whose questionnaire is at hand; *findings* tell how it was known."""

    identity: Identity
    questionnaire: Questionnaire
    findings: tuple[Finding, ...] = ()


@frozen(kw_only=True)
class Witness:
    """
    Who else may say which form a file is.

    *issued* finds what was sent out under an id. *sheet* is the id that somebody
    chose for a file that says nothing of itself.
    """

    issued: FindIssued | None = None
    sheet: str | None = None


def known(found: Found, find: Find, witness: Witness | None = None) -> Known | Finding:
    """
    Return which form a file is; a finding when that is not beyond doubt.

    What was issued decides when there is a record of it; else the file must carry all
    of its identity, unchanged.
    """
    read = _recorded(found, witness) if witness and witness.issued else _own(found)
    if isinstance(read, Finding):
        return read
    identity, findings = read
    questionnaire = find(identity.ref)
    if questionnaire is None:
        return telling.unknown_questionnaire(str(identity.ref))
    if questionnaire.hash != identity.ref.hash:
        return telling.other_content(str(identity.ref))
    return Known(identity, questionnaire, findings)


_Read = tuple[Identity, tuple[Finding, ...]]


def _own(found: Found) -> _Read | Finding:
    doubt = _doubt(found)
    return doubt if doubt is not None else (found.identities[0], ())


def _recorded(found: Found, witness: Witness) -> _Read | Finding:
    """Return what was issued under the id in the file, or under the one chosen."""
    if len(found.ids) > 1:
        return telling.many_ids(found.ids)
    sheet = next(iter(found.ids), witness.sheet)
    if sheet is None:
        return telling.not_ours()
    issued = witness.issued(sheet) if witness.issued is not None else None
    if issued is None:
        return telling.not_issued(sheet)
    findings = [telling.chosen(sheet, issued.who)] if not found.ids else []
    if {each.sheet_id for each in found.identities} - {sheet}:
        findings.append(telling.identity_restored(issued.who))
    return Identity(ref=issued.ref, issue=issued.issue, rows={}), tuple(findings)


def _doubt(found: Found) -> Finding | None:
    """Return what keeps a file from being one form of ours, unchanged."""
    if not found.is_ours:
        return telling.not_ours()
    if len(found.ids) > 1:
        return telling.many_ids(found.ids)
    if not found.identities:
        return telling.identity_lost()
    if {each.sheet_id for each in found.identities} != set(found.ids):
        return telling.identity_changed()
    return None


def found_from(texts: Iterable[str], ids: Iterable[str]) -> Found:
    """Return what a file says: *texts* as it carries them, and *ids* seen elsewhere."""
    read = [each for text in texts if (each := _parsed(text)) is not None]
    return Found(
        identities=tuple(identity for _, identity in read),
        ids=frozenset([*ids, *(str(document.get("sheet")) for document, _ in read)]),
    )


def ids_in(text: str) -> set[str]:
    """Return everything in *text* that looks like a form id."""
    return set(_ID.findall(text))


def _parsed(text: str) -> tuple[dict[str, Any], Identity] | None:
    try:
        document = json.loads(text)
        identity = Identity(
            ref=QuestionnaireRef(
                **{k: plain_text(v) for k, v in document["questionnaire"].items()}
            ),
            issue=issue_from(document["issue"]),
            rows={str(key): int(count) for key, count in document["rows"].items()},
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return document, identity

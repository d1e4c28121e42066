"""What earlier tools propose for one form, put into what the form is issued for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import evolve, frozen

from model_forms.complaints import complaints
from model_forms.earlier import Earlier
from model_forms.feeding import facts, from_matrix, from_rows
from model_forms.feeding.fits import lacking
from model_forms.finding import Finding
from model_forms.issue import Issue, Proposal
from model_forms.questionnaire import (
    AgeFeed,
    Feed,
    LinkFeed,
    MatrixFeed,
    Questionnaire,
    RolesFeed,
    RowFeed,
)
from model_forms.report.reading import Reading
from model_forms.response import Given
from model_forms.text import both


@frozen
class Fed:
    """The issue with its proposals, and what was not used and why."""

    issue: Issue
    findings: tuple[Finding, ...]


def propose(
    questionnaire: Questionnaire, earlier: Earlier, issue: Issue, today: date
) -> Fed:
    """
    Return *issue* with what the earlier tools propose: never a decision.

    The issue is of the area that the earlier tools are of, unless it says another.
    """
    proposals: list[Proposal] = []
    references: dict[str, tuple[str, ...]] = {}
    for feed in questionnaire.feeds:
        answered = earlier.get(feed.source)
        if answered is not None and not lacking(feed, answered.questionnaire):
            reading = Reading(answered, issue.language)
            proposals += (
                _fitting(questionnaire, each)
                for each in _proposals(feed, reading, earlier, today)
            )
            if isinstance(feed, RowFeed):
                references[feed.column] = from_rows.references(feed, reading)
    filled = evolve(
        issue,
        area=issue.area if issue.area is not None else earlier.area,
        proposals=tuple(_joined(proposals)),
        references=references,
    )
    told = (*_missing(questionnaire, earlier), *_outdated(questionnaire, earlier))
    return Fed(issue=filled, findings=(*earlier.findings, *told))


def _proposals(
    feed: Feed, reading: Reading, earlier: Earlier, today: date
) -> Iterator[Proposal]:
    match feed:
        case MatrixFeed():
            yield from from_matrix.rows(feed, reading)
        case RowFeed():
            yield from from_rows.rows(feed, reading)
        case RolesFeed():
            yield facts.roles(feed, reading)
        case AgeFeed():
            yield facts.age(feed, reading, today)
        case LinkFeed():
            yield from facts.links(feed, reading, today, earlier)
        case _:
            yield facts.required(feed, reading)


def _fitting(questionnaire: Questionnaire, proposal: Proposal) -> Proposal:
    """Return the proposal without values that its columns do not allow."""
    return evolve(
        proposal,
        filled={
            key: value
            for key, value in proposal.filled.items()
            if not any(
                complaints(questionnaire, questionnaire.item(key), Given(value=value))
            )
        },
    )


def _joined(proposals: list[Proposal]) -> Iterator[Proposal]:
    """Yield one proposal for each item and row; rows of several feeds follow on."""
    texts: dict[str, list[str]] = {}
    rows: dict[str, int] = {}
    for each in proposals:
        if each.row is None:
            texts.setdefault(each.item, []).append(each.text)
        else:
            number = rows.get(each.item, 0)
            rows[each.item] = number + 1
            yield evolve(each, row=number)
    for item, said in texts.items():
        yield Proposal(item=item, text=" ".join(said))


def _outdated(questionnaire: Questionnaire, earlier: Earlier) -> Iterator[Finding]:
    """Say which earlier tools are of a version that does not fit this form."""
    for feed in questionnaire.feeds:
        answered = earlier.get(feed.source)
        names = lacking(feed, answered.questionnaire) if answered else ()
        if answered and names:
            ref, listed = answered.questionnaire.ref, ", ".join(names)
            yield Finding(
                severity="warning",
                code="nothing-proposed",
                message=both(
                    f"{ref} har ikke {listed}, så {questionnaire.ref} kan ikke hente "
                    "forslag derfra.",
                    f"{ref} has no {listed}, so {questionnaire.ref} cannot take "
                    "proposals from it.",
                ),
            )


def _missing(questionnaire: Questionnaire, earlier: Earlier) -> Iterator[Finding]:
    """Say which tools could have proposed something, but were not there."""
    sources = dict.fromkeys(each.source for each in questionnaire.feeds)
    for source in sources:
        if earlier.get(source) is None:
            yield Finding(
                severity="info",
                code="nothing-proposed",
                message=both(
                    f"Der er ingen besvarelser af {source}, så intet foreslås derfra.",
                    f"There are no responses to {source}, so nothing is proposed from "
                    "it.",
                ),
            )
    if not sources:
        yield Finding(
            severity="warning",
            code="nothing-proposed",
            message=both(
                f"{questionnaire.id} henter ikke noget fra andre skemaer.",
                f"{questionnaire.id} reads nothing from other questionnaires.",
            ),
        )

"""Facts about another tool, told beside a question: who answered, how old, linked."""

from __future__ import annotations

import re
from datetime import date

from model_forms.earlier import Earlier
from model_forms.feeding import phrases
from model_forms.feeding.told import semicolons, source_of
from model_forms.issue import Proposal
from model_forms.questionnaire import (
    AgeFeed,
    LinkFeed,
    RequiredFeed,
    Review,
    RolesFeed,
)
from model_forms.report.reading import Reading
from model_forms.response import Given
from model_forms.review import TableReview
from model_forms.reviewing import reviews
from model_forms.rows import all_rows, label_of

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:\D|$)")


def roles(feed: RolesFeed, reading: Reading) -> Proposal:
    """Say how many of the roles that are asked have answered, and who has not."""
    items = reading.questionnaire.items.values()
    asked = [
        role.code
        for role in reading.questionnaire.roles
        if any(item.asked_of(role.code) for item in items)
    ]
    answered = {each.role for each in reading.assessment.respondents}
    missing = [reading.role(each) for each in asked if each not in answered]
    text = reading.say(
        phrases.ROLES,
        source=source_of(reading),
        answered=len(asked) - len(missing),
        asked=len(asked),
    )
    if missing:
        listed = reading.listed(missing)
        text = f"{text} {reading.say(phrases.ROLES_MISSING, roles=listed)}"
    return Proposal(item=feed.item, text=text)


def age(feed: AgeFeed, reading: Reading, today: date) -> Proposal:
    """Say how many months old the round is on *today*."""
    name = reading.assessment.round or "–"
    match = _MONTH.match(name)
    if match is None:
        text = reading.say(phrases.AGE_UNKNOWN, round=name)
        return Proposal(item=feed.item, text=text)
    count = (today.year - int(match[1])) * 12 + today.month - int(match[2])
    words = (
        reading.count(phrases.MONTHS, count)
        if count > 0
        else reading.say(phrases.AGE_NEW)
    )
    source = source_of(reading)
    text = reading.say(phrases.AGE, source=source, age=words, months=feed.months)
    return Proposal(item=feed.item, text=text)


def links(
    feed: LinkFeed, reading: Reading, today: date, earlier: Earlier
) -> tuple[Proposal, ...]:
    """Say which prioritised rows nothing answers, and which rows answer nothing."""
    reviewed = reviews(reading.assessment, today, earlier)
    pairs = zip(reading.questionnaire.reviews, reviewed, strict=True)
    parts = [
        _links(reading, review, each, earlier)
        for review, each in pairs
        if review.link is not None
    ]
    return (Proposal(item=feed.item, text=" ".join(parts)),) if parts else ()


def _links(
    reading: Reading, review: Review, reviewed: TableReview, earlier: Earlier
) -> str:
    source, link = source_of(reading), review.link
    other = earlier.get(link.questionnaire) if link else None
    if other is None or reviewed.orphans is None:
        there = link.questionnaire if link else ""
        return reading.say(phrases.LINKS_UNKNOWN, source=source, there=there)
    there = source_of(Reading(other, reading.language))
    parts = []
    if reviewed.orphans:
        labels = semicolons([reading.quoted(each) for each in reviewed.orphans])
        parts.append(reading.say(phrases.ORPHANS, source=source, labels=labels))
    if reviewed.unlinked:
        labels = semicolons([reading.quoted(each.label) for each in reviewed.unlinked])
        parts.append(reading.say(phrases.UNLINKED, there=there, labels=labels))
    return " ".join(parts) or reading.say(
        phrases.ALL_LINKED, source=source, there=there
    )


def required(feed: RequiredFeed, reading: Reading) -> Proposal:
    """Say how many rows have the columns filled in, and which have not."""
    found = all_rows(reading.assessment, feed.table)
    lacking = [
        row
        for row in found
        if not all(isinstance(row.get(each), Given) for each in feed.columns)
    ]
    source = source_of(reading)
    if not found:
        text = reading.say(phrases.NO_ROWS, source=source)
        return Proposal(item=feed.item, text=text)
    codes = [reading.questionnaire.item(each).code for each in feed.columns]
    text = reading.say(
        phrases.FILLED,
        source=source,
        full=len(found) - len(lacking),
        count=len(found),
        columns=reading.listed(codes),
    )
    names = [_name(reading, feed, row) for row in lacking]
    if any(names):
        labels = semicolons([reading.quoted(each) for each in names if each])
        text = f"{text} {reading.say(phrases.FILLED_MISSING, labels=labels)}"
    return Proposal(item=feed.item, text=text)


def _name(reading: Reading, feed: RequiredFeed, row: object) -> str:
    label = {each.table: each.label for each in reading.questionnaire.reviews}
    return label_of(row, label[feed.table]) if feed.table in label else ""  # type: ignore[arg-type]

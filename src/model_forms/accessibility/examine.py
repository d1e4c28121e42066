"""The rules gone through: what is wrong with a document, each place by itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from model_forms.accessibility.outline import Outline
from model_forms.accessibility.rule import Rule, Seen
from model_forms.accessibility.rules import RULES
from model_forms.finding import Finding, Severity
from model_forms.text import Text, both

MOST = 25
"""How many places of one rule are told; then how many more there are."""

_ORDER: tuple[Severity, ...] = ("error", "warning", "info")


def examine(outline: Outline) -> tuple[Finding, ...]:
    """Return what is found, errors first; never more than *MOST* places of one rule."""
    found = [each for rule in RULES for each in _broken(rule, outline)]
    return tuple(sorted(found, key=lambda each: _ORDER.index(each.severity)))


def _broken(rule: Rule, outline: Outline) -> Iterator[Finding]:
    if outline.format not in rule.mend:
        return
    seen = iter(rule.find(outline))
    for each in islice(seen, MOST):
        yield _finding(rule, each, outline)
    more = sum(1 for _ in seen)
    if more:
        yield Finding(
            severity=rule.severity,
            code=rule.code,
            message=both(
                f"Det samme findes {more} steder til: {rule.title.get('da')}.",
                f"The same is found in {more} more places: {rule.title.get('en')}.",
            ),
        )


def _finding(rule: Rule, seen: Seen, outline: Outline) -> Finding:
    mend = rule.mend[outline.format]
    parts = (seen.what, rule.why, mend)
    words = {
        each: " ".join(part.get(each) for part in parts) + f" ({rule.clause.get(each)})"
        for each in ("da", "en")
    }
    return Finding(
        severity=rule.severity, code=rule.code, message=Text(words), place=seen.at
    )

"""Many responses for one area and round: summaries, scores, matrices. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from model_forms.errors import NotComparable
from model_forms.finding import Finding
from model_forms.individual import refuse_answers
from model_forms.privacy import is_personal, masked
from model_forms.questionnaire import Item, Questionnaire
from model_forms.response import BLANK, Answer, Given, Respondent, Response
from model_forms.review import TableReview
from model_forms.rules.summary import ItemSummary
from model_forms.scoring.evaluate import PanelScores, Scores
from model_forms.scoring.matrix import placed
from model_forms.scoring.observe import summary
from model_forms.scoring.plan import plan_of
from model_forms.text import Text, both
from model_forms.validate import check_response

if TYPE_CHECKING:
    from model_forms.conditions import Lookup
    from model_forms.versions.rounds import Rounds


@frozen(kw_only=True)
class Assessment:
    """
    What the respondents of one area and round say together.

    *items* holds a summary of each item that enters a score. There is no total over
    themes, and none over challenges and resources. *reviews* are the repeating tables
    gone through, when somebody has. *since* is the change since earlier rounds.
    """

    questionnaire: Questionnaire
    area: str | None
    round: str | None
    responses: tuple[Response, ...]
    items: Mapping[str, ItemSummary] = field(hash=False)
    scores: Scores = field(hash=False)
    matrices: Mapping[str, Mapping[str, str]] = field(hash=False)
    findings: tuple[Finding, ...] = ()
    reviews: tuple[TableReview, ...] = ()
    since: Rounds | None = None

    @property
    def respondents(self) -> tuple[Respondent, ...]:
        """Who answered, in the order of the questionnaire's roles."""
        return tuple(response.respondent for response in self.responses)

    def disagrees(self, key: str) -> bool:
        """
        Tell whether the roles see the item *key* so differently that it is an item
        on the agenda."""  # noqa: D205, D209
        limit = self.questionnaire.panel.disagreement
        found = self.items[key]
        return limit is not None and len(found.by_role) > 1 and found.spread >= limit

    def answers(self, key: str) -> tuple[tuple[Respondent, Answer], ...]:
        """Return who answered or remarked what to the item *key*."""
        return tuple(
            (response.respondent, response.answers[key])
            for response in self.responses
            if key in response.answers
        )


def assess(questionnaire: Questionnaire, responses: Iterable[Response]) -> Assessment:
    """
    Return the assessment of *responses*, whatever their order.

    An answer that the questionnaire does not allow, words that point at a person, and
    responses of one respondent that contradict each other, are left out and reported
    as findings.

    Raises NotComparable when the responses are of different questionnaires,
    versions, areas or rounds, and OnlyOnPaper for a tool about one person.
    """
    refuse_answers(questionnaire)
    listed = list(responses)
    _belong_together(questionnaire, listed)
    listed.sort(key=lambda each: _order(questionnaire, each))
    single, doubles = without_doubles(listed)
    kept, findings = _valid(questionnaire, single)
    ordered = tuple(kept)
    lookup = _only(ordered)
    plan = plan_of(questionnaire)
    items = {
        key: _summary(questionnaire, questionnaire.item(key), ordered)
        for key in plan.places
    }
    results = PanelScores(questionnaire, items, lookup)
    return Assessment(
        questionnaire=questionnaire,
        area=listed[0].area if listed else None,
        round=listed[0].round if listed else None,
        responses=ordered,
        items=items,
        scores=results,
        matrices={
            matrix.id: placed(matrix, results)
            for matrix in questionnaire.matrices
            if matrix.each is None
        },
        findings=doubles + findings + tuple(_flagged(questionnaire, ordered)),
    )


def _flagged(
    questionnaire: Questionnaire, responses: tuple[Response, ...]
) -> Iterator[Finding]:
    """Yield what the questionnaire finds worth saying of these answers, each once."""
    for flag in questionnaire.flags:
        if flag.each is None and any(flag.when.holds(r.answer) for r in responses):
            yield Finding(severity="warning", code=f"flag-{flag.id}", message=flag.text)


def _only(responses: tuple[Response, ...]) -> Lookup | None:
    return responses[0].answer if len(responses) == 1 else None


def _summary(
    questionnaire: Questionnaire, item: Item, responses: tuple[Response, ...]
) -> ItemSummary:
    panel = [
        (each.respondent.role, each.answers.get(item.key, BLANK)) for each in responses
    ]
    return summary(questionnaire, item, panel)


def _order(
    questionnaire: Questionnaire, response: Response
) -> tuple[int, str, str, str, str]:
    who = response.respondent
    codes = list(questionnaire.role)
    place = codes.index(who.role) if who.role in codes else len(codes)
    file = response.source.file if response.source else ""
    # The last parts only tell apart what looks alike.
    return place, repr(who.role), repr(who.label), file, repr(sorted(response.answers))


def _belong_together(questionnaire: Questionnaire, responses: list[Response]) -> None:
    for response in responses:
        if response.questionnaire != questionnaire.ref:
            raise NotComparable(_other(response, questionnaire))
    for name, danish in (("area", "område"), ("round", "runde")):
        seen = {getattr(response, name) for response in responses}
        if len(seen) > 1:
            listed = ", ".join(sorted(masked(each or "–") for each in seen))
            raise NotComparable(
                both(
                    f"Besvarelserne er ikke fra samme {danish}: {listed}.",
                    f"The responses are of more than one {name}: {listed}.",
                )
            )


def _other(response: Response, questionnaire: Questionnaire) -> Text:
    seen, wanted = response.questionnaire, questionnaire.ref
    return both(
        f"En besvarelse er på {seen} ({seen.hash[:15]}…), ikke på {wanted} "
        f"({wanted.hash[:15]}…).",
        f"A response is to {seen} ({seen.hash[:15]}…), not to {wanted} "
        f"({wanted.hash[:15]}…).",
    )


def without_doubles(
    responses: Iterable[Response],
) -> tuple[list[Response], tuple[Finding, ...]]:
    """
    Return the responses with one for each respondent, and a finding for the others.

    Of equal ones the first is kept; of different ones none is, since nobody but the
    respondent can say which counts.
    """
    groups: dict[Respondent, list[Response]] = defaultdict(list)
    for response in responses:
        groups[response.respondent].append(response)
    kept, findings = [], []
    for respondent, group in groups.items():
        same = all(_content(each) == _content(group[0]) for each in group)
        if same:
            kept.append(group[0])
        if len(group) > 1:
            findings.append(_double(respondent, group, same=same))
    return kept, tuple(findings)


def _content(response: Response) -> object:
    answers = {k: evolve(a, at=None) for k, a in response.answers.items()}
    return answers, tuple(each.text for each in response.additions)


def _double(respondent: Respondent, group: list[Response], *, same: bool) -> Finding:
    files = ", ".join(each.source.file if each.source else "?" for each in group)
    who = respondent.label or respondent.role or "?"
    if same:
        text = both(
            f"»{who}« har svaret det samme {len(group)} gange ({files}). "
            "Den første besvarelse bruges.",
            f"{who!r} answered the same {len(group)} times ({files}). "
            "The first response is used.",
        )
        return Finding(severity="warning", code="duplicate-respondent", message=text)
    text = both(
        f"»{who}« har {len(group)} forskellige besvarelser ({files}). Ingen af dem "
        "bruges: aftal, hvilken der gælder, og udelad de andre.",
        f"{who!r} has {len(group)} different responses ({files}). None of them is "
        "used: agree on which one counts, and leave out the others.",
    )
    return Finding(severity="error", code="duplicate-respondent", message=text)


def _valid(
    questionnaire: Questionnaire, responses: list[Response]
) -> tuple[list[Response], tuple[Finding, ...]]:
    kept: list[Response] = []
    findings: list[Finding] = []
    for response in responses:
        found = check_response(questionnaire, response)
        bad = {each.item for each in found}
        answers = _without(response.answers, bad)
        added = tuple(a for a in response.additions if not is_personal(a.text))
        good = evolve(response, answers=answers, additions=added)
        kept.append(good if bad else response)
        findings += found
    return kept, tuple(findings)


def _without(answers: Mapping[str, Answer], bad: set[str | None]) -> dict[str, Answer]:
    """Return the answers without those to *bad* items, also within rows."""
    return {
        key: _thinned(answer, bad) for key, answer in answers.items() if key not in bad
    }


def _thinned(answer: Answer, bad: set[str | None]) -> Answer:
    if not isinstance(answer, Given) or not isinstance(answer.value, tuple):
        return answer
    rows = tuple(
        _without(row, bad) if isinstance(row, Mapping) else row for row in answer.value
    )
    return evolve(answer, value=rows)


def not_installed(response: Response) -> Finding:
    """Say that no installed pack holds what *response* answers."""
    ref = response.questionnaire
    return Finding(
        severity="error",
        code="unknown-questionnaire",
        message=both(
            f"Skemaet {ref} findes ikke i de installerede pakker.",
            f"No installed pack holds the questionnaire {ref}.",
        ),
    )


def other_content(response: Response) -> Finding:
    """Say that the installed questionnaire is not the one that was answered."""
    ref = response.questionnaire
    return Finding(
        severity="error",
        code="other-content",
        message=both(
            f"Det installerede skema {ref} har et andet indhold end det, der er svaret "
            "på. Er det tilpasset lokalt, så angiv tilpasningen.",
            f"The installed {ref} is not the content that was answered. If it was "
            "adapted locally, name the adaptation.",
        ),
    )

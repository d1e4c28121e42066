"""What the tools before this one hold, for one area: the newest round of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve, field, frozen

from model_forms.assessment import (
    Assessment,
    assess,
    not_installed,
    other_content,
)
from model_forms.finding import Finding
from model_forms.individual import never_kept
from model_forms.questionnaire import Questionnaire
from model_forms.response import Response
from model_forms.text import both, counted
from model_forms.typing import Find

Tool = tuple[Questionnaire, tuple[Response, ...]]


@frozen(kw_only=True)
class Earlier:
    """
    The assessed responses of other questionnaires, by questionnaire id.

    *area* is the one area they are of; None when they are of none. *findings* tell
    what was not used, and why.
    """

    area: str | None = None
    tools: Mapping[str, Assessment] = field(factory=dict, hash=False)
    findings: tuple[Finding, ...] = ()

    def get(self, id: str) -> Assessment | None:
        """Return the assessment of the questionnaire *id*; None if there is none."""
        return self.tools.get(id)


def earlier(
    responses: Iterable[Response], find: Find, *, area: str | None = None
) -> Earlier:
    """
    Return what *responses*, to any questionnaires, say together.

    Responses of another area than *area* are not used; without *area* all must be of
    one. Of each questionnaire the newest round is used: rounds are compared as text,
    so that ``2026-11`` comes after ``2026-05``. Whatever is not used is a finding.
    """
    listed, findings = list(responses), list[Finding]()
    wanted = area if area is not None else _only_area(listed, findings)
    fitting = _of_area(listed, wanted, findings)
    tools: dict[str, Assessment] = {}
    for id, group in sorted(_by_questionnaire(fitting).items()):
        newest = _newest(id, group, findings)
        questionnaire = find(newest[0].questionnaire)
        if questionnaire is None:
            findings.append(not_installed(newest[0]))
        elif questionnaire.individual is not None:
            findings.append(never_kept())
        elif questionnaire.hash != newest[0].questionnaire.hash:
            findings.append(other_content(newest[0]))
        else:
            tools[id] = assess(questionnaire, newest)
            findings += tools[id].findings
    return Earlier(area=wanted, tools=tools, findings=tuple(findings))


def _only_area(responses: list[Response], findings: list[Finding]) -> str | None:
    areas = sorted({each.area for each in responses if each.area is not None})
    if len(areas) > 1:
        listed = ", ".join(areas)
        findings.append(
            Finding(
                severity="error",
                code="several-areas",
                message=both(
                    f"Filerne er om flere områder: {listed}. Brug filer om ét område.",
                    f"The files are about several areas: {listed}. Use files about "
                    "one.",
                ),
            )
        )
    return areas[0] if len(areas) == 1 else None


def _of_area(
    responses: list[Response], area: str | None, findings: list[Finding]
) -> list[Response]:
    """Return the responses that are of *area*, or of no area in particular."""
    kept = [
        each if each.area == area else evolve(each, area=area)
        for each in responses
        if each.area in (area, None)
    ]
    others = sorted({str(e.area) for e in responses if e.area not in (area, None)})
    assumed = sum(each.area is None for each in responses)
    if assumed and area is not None:
        findings.append(_assumed(assumed, area))
    if others and area is not None:
        listed = ", ".join(others)
        findings.append(
            Finding(
                severity="warning",
                code="other-area",
                message=both(
                    f"Besvarelser om {listed} er ikke brugt: det her er {area}.",
                    f"Responses about {listed} were not used: this is {area}.",
                ),
            )
        )
    return kept


def _assumed(count: int, area: str) -> Finding:
    """Say that responses without an area were taken to be of this one."""
    who = counted(
        count,
        both("1 besvarelse", "1 response"),
        both("{count} besvarelser", "{count} responses"),
    )
    return Finding(
        severity="info",
        code="area-assumed",
        message=both(
            f"{who.get('da')} uden område er regnet med til {area}.",
            f"{who.get('en')} without an area: taken to be of {area}.",
        ),
    )


def _by_questionnaire(responses: list[Response]) -> dict[str, list[Response]]:
    found: dict[str, list[Response]] = {}
    for each in responses:
        found.setdefault(each.questionnaire.id, []).append(each)
    return found


def _newest(
    id: str, responses: list[Response], findings: list[Finding]
) -> list[Response]:
    """Return the responses of the newest version and round."""

    def key(each: Response) -> tuple[str, tuple[int, ...], str]:
        ref = each.questionnaire
        parts = tuple(int(n) if n.isdigit() else 0 for n in ref.version.split("."))
        return each.round or "", parts, ref.hash

    last = max(key(each) for each in responses)
    kept = [each for each in responses if key(each) == last]
    if len(kept) < len(responses):
        count, of = len(responses) - len(kept), last[0] or "–"
        findings.append(
            Finding(
                severity="info",
                code="older-round",
                message=both(
                    f"{id}: {count} ældre besvarelser er ikke brugt; den nyeste "
                    f"runde er {of}.",
                    f"{id}: {count} older responses were not used; the newest round "
                    f"is {of}.",
                ),
            )
        )
    return kept

"""The sheets on which scores are worked out: for the panel, its rows, and its roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from model_forms.by_role import scores_by_role
from model_forms.questionnaire import Score
from model_forms.report.profiles import over_panel
from model_forms_excel.results_block import RESULTS, Block, place_blocks
from model_forms_excel.results_case import Case, Fact
from model_forms_excel.results_item_row import WIDTHS
from model_forms_excel.results_matrix import Proposals
from model_forms_excel.results_page import Page
from model_forms_excel.results_places import PlaceCell, Places, ScoreCells
from model_forms_excel.results_room import Room
from model_forms_excel.results_why import write_blocks
from model_forms_excel.results_words import intro

_ROLE_WIDTH = 12.0


@frozen
class Sum:
    """One case worked out: its blocks, and where its subjects are placed."""

    case: Case
    blocks: Mapping[str, Block]
    placed: tuple[PlaceCell, ...]


def panel_case(
    room: Room, facts: Mapping[str, Fact], answers: Mapping[str, tuple[str, ...]]
) -> Case:
    """Return the case of all respondents together."""
    alone = len(room.assessment.responses) == 1
    return Case(
        kind="panel",
        name="",
        scores=room.assessment.scores,
        facts=facts,
        roles=room.roles,
        answers=_of(answers, 0) if alone else None,
    )


def role_cases(
    room: Room, facts: Mapping[str, Fact], answers: Mapping[str, tuple[str, ...]]
) -> Iterator[Case]:
    """Yield the case of each role's answers by themselves."""
    for place, (role, scores) in enumerate(scores_by_role(room.assessment).items()):
        first, last = room.seats(role)
        yield Case(
            kind="role",
            name=room.reading.role(role),
            scores=scores,
            facts={key: _role_fact(fact, place) for key, fact in facts.items()},
            roles=(role,),
            answers=_of(answers, first) if first == last else None,
        )


def _of(answers: Mapping[str, tuple[str, ...]], place: int) -> dict[str, str]:
    return {key: cells[place] for key, cells in answers.items()}


def _role_fact(fact: Fact, place: int) -> Fact:
    role = fact.roles[place]
    return Fact(
        answered=role.mean,
        given=role.given,
        unknown=role.unknown,
        na=role.na,
        based=role.based,
        lowest=role.mean,
        roles=(role,),
    )


def write_sums(room: Room, key: str, cases: list[Case]) -> tuple[Sum, ...]:
    """Write the sheet *key* with each of *cases* below the one before it."""
    page = room.pages[key]
    roles = [_ROLE_WIDTH] * (2 * max((len(each.roles) for each in cases), default=0))
    row = start = page.begin(page.name, intro(key, room.language), (*WIDTHS, *roles))
    page.sheet.freeze_panes(3, 0)
    found = []
    for case in cases:
        done, row = _one(room, page, case, row)
        found.append(done)
    # The sums of each role are many pages, which are to be followed on the screen.
    page.sheet.print_area(0, 0, max(start if key == "by_role" else row, 4), 6)
    page.end(room.footer)
    return tuple(found)


def _one(room: Room, page: Page, case: Case, row: int) -> tuple[Sum, int]:
    blocks = place_blocks(room, page, case, _scores(room, case), row)
    write_blocks(blocks)
    row = max((each.end for each in blocks.values()), default=row)
    if case.kind == "role":
        return Sum(case, blocks, ()), row
    proposals = Proposals(room, page, case, blocks)
    placed = tuple(proposals.write(row))
    return Sum(case, blocks, placed), row + proposals.height


def _scores(room: Room, case: Case) -> tuple[Score, ...]:
    if case.table is None:
        return over_panel(room.questionnaire)
    return tuple(e for e in room.questionnaire.scores if e.each == case.table)


def places(sums: tuple[Sum, ...], answers: Mapping[str, tuple[str, ...]]) -> Places:
    """Return where every result of *sums* stands."""
    return Places(
        scores=tuple(
            ScoreCells(
                kind=each.case.kind,
                case=each.case,
                score=id,
                result=each.case.scores[id],
                cells={name: block.result(name) for name in RESULTS},
            )
            for each in sums
            for id, block in each.blocks.items()
        ),
        matrices=tuple(cell for each in sums for cell in each.placed),
        answers=answers,
    )

"""The formulas of the partner's own picture, with what they give now. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

from attrs import field, frozen

from model_forms.questionnaire import FreeText, Score, Table
from model_forms.report import profiles
from model_forms.response import BLANK, Answer, Given, NotApplicable, Response
from model_forms.rules.decision import Decision
from model_forms.rules.formulas import first, quoted
from model_forms.scoring.evaluate import Scores
from model_forms.scoring.explain import withheld_words
from model_forms.scoring.formulas import place_formula
from model_forms.scoring.matrix import place
from model_forms.scoring.observe import points_of
from model_forms.scoring.score import score_response, score_rows
from model_forms_excel.cells import Address, a1
from model_forms_excel.picture_answers import answer_formula, row_answer_formula
from model_forms_excel.picture_blocks import BASE, NAME, NUMBER, Block
from model_forms_excel.picture_items import Cell, Value
from model_forms_excel.picture_plan import HEADER_ROW, Picture
from model_forms_excel.picture_scores import ScoreCells, Worked
from model_forms_excel.picture_text import COLOURS
from model_forms_excel.picture_words import SHORT, WORDS

DASH = "–"
LEAST_BAR = 0.3
"""What a bar of 0 is drawn as: it has a number, unlike a score that is withheld."""

_FRACTIONS = {"counted", "value", "product", "top", "base_weight"}
_TEXTS = {"echo", "note", "reason", "band", "gap"}


@frozen(kw_only=True)
class Live:
    """A formula, without its equals sign, and what it gives now."""

    at: Address
    formula: str
    value: Value
    look: str
    decimals: int = 0


@frozen(kw_only=True, eq=False)
class LivePicture:
    """A picture of *response*; *proposed* rows stand below its own."""

    picture: Picture
    response: Response
    proposed: tuple[Mapping[str, Answer], ...] = ()
    _works: dict[int, Worked] = field(factory=dict, init=False)

    def cells(self) -> Iterator[Live]:
        """Yield every formula of the picture; those of what is blank are kept."""
        if self.picture.sheet.each is None:
            answered = self.response.answers
            yield from self.of_all() if answered else _blank(self.picture)[0]
            return
        for line, row in enumerate(self._rows):
            yield from self.of_line(line) if row else _blank(self.picture)[line]

    def of_all(self) -> Iterator[Live]:
        """Yield every formula of a picture that is no table's."""
        picture = self.picture
        for key, pair in picture.themes.items():
            row = picture.theme_rows[key]
            for column, profile in zip(COLOURS, profiles.KNOWN, strict=True):
                if profile in pair:
                    yield from self._shown(pair[profile], row, column)
            yield self._answered(tuple(pair.values()), row)
        for score in picture.others:
            row = picture.other_rows[score.id]
            yield from self._shown(score, row, NUMBER)
            yield self._answered((score,), row)
        for id, _ in picture.blocks:
            yield from _worked_out(self._cells(id))
        yield from self._chart()

    def of_line(self, line: int) -> Iterator[Live]:
        """Yield every formula of one row of the table."""
        yield from self._line(line)
        for score in self.picture.scores:
            yield from _worked_out(self._cells(score.id, line))
            yield self._again(score.id, line)

    def _cells(self, id: str, line: int = 0) -> ScoreCells:
        block = self.picture.blocks[id, line]
        return ScoreCells(worked=self._worked(line), block=block)

    def _worked(self, line: int) -> Worked:
        if line not in self._works:
            self._works[line] = self._work(line)
        return self._works[line]

    def _work(self, line: int) -> Worked:
        picture, each = self.picture, self.picture.sheet.each
        alone = each is None
        return Worked(
            questionnaire=picture.questionnaire,
            language=picture.language,
            blocks={
                score.id: picture.blocks[score.id, line] for score in picture.scores
            },
            source=lambda key: self._source(key, line),
            answers=self.response.answers if alone else self._rows[line],
            scores=self._scores[line],
        )

    def _source(self, key: str, line: int) -> str:
        each, layout = self.picture.sheet.each, self.picture.layout
        if each is None:
            return answer_formula(layout, key)
        return row_answer_formula(layout, each, key, line)

    @cached_property
    def _scores(self) -> tuple[Scores, ...]:
        """What the engine makes of all answers, or of each line."""
        questionnaire, each = self.picture.questionnaire, self.picture.sheet.each
        if each is None:
            return (score_response(questionnaire, self.response),)
        response = Response(
            questionnaire=self.response.questionnaire,
            respondent=self.response.respondent,
            answers={each: Given(value=self._rows)},
        )
        return score_rows(questionnaire, response, each)

    @cached_property
    def _rows(self) -> tuple[Mapping[str, Answer], ...]:
        """The answers of each line, also of those that are blank."""
        found = self.response.answers.get(self.picture.sheet.each or "", BLANK)
        value = found.value if isinstance(found, Given) else ()
        rows = [each for each in value if isinstance(each, Mapping)]  # type: ignore[union-attr]
        lines = [*rows, *self.proposed][: self.picture.lines]
        return (*lines, *({} for _ in range(self.picture.lines - len(lines))))

    def _shown(self, score: Score, row: int, column: int) -> Iterator[Live]:
        """Yield a number and its word, side by side."""
        cells = self._cells(score.id)
        if not isinstance(score.rule, Decision):
            number = _number(cells)
            yield _live((row, column), number, "number", score.decimals)
        yield _live((row, column + 1), _word(cells), "word")

    def _answered(self, scores: tuple[Score, ...], row: int) -> Live:
        """Return how many of the questions that count are answered."""
        seen: dict[str, Block] = {}
        for block in (self.picture.blocks[score.id, 0] for score in scores):
            for key in block.items:
                seen.setdefault(key, block)
        points, based = (
            runs(_at(block, part, key) for key, block in seen.items())
            for part in ("points", "based")
        )
        words = WORDS["of"].get(self.picture.language)
        before, _, rest = words.partition("{answered}")
        between, _, after = rest.partition("{items}")
        answers, questionnaire = self.response.answers, self.picture.questionnaire
        found = {key: answers.get(key, BLANK) for key in seen}
        given = sum(
            points_of(questionnaire, questionnaire.item(key), each) is not None
            for key, each in found.items()
        )
        items = sum(not isinstance(each, NotApplicable) for each in found.values())
        formula = f"COUNT({points})&{quoted(between)}&SUM({based})&{quoted(after)}"
        formula = f"{quoted(before)}&{formula}" if before else formula
        cell = formula, f"{before}{given}{between}{items}{after}"
        return _live((row, BASE), cell, "quiet")

    def _line(self, line: int) -> Iterator[Live]:
        """Yield what is shown of one row of a table; nothing while it is blank."""
        picture = self.picture
        at = (HEADER_ROW + 1 + line, picture.used_column)
        used, (test, in_use) = a1(*at), self._used(line)
        yield _live(at, (test, in_use), "used")
        yield _live((at[0], NAME), self._name(line, used), "row_name")
        for what, id in picture.line_columns:
            cell, decimals = self._placed(id, line), 0
            if what != "place":
                cells = self._cells(id, line)
                cell = _number(cells) if what == "number" else _word(cells)
                decimals = cells.block.score.decimals
            shown = f'IF({used}=0,"",{cell[0]})', cell[1] if in_use else ""
            look = "word" if what == "place" else what
            yield _live(picture.line_cell(what, id, line), shown, look, decimals)

    @cached_property
    def _label(self) -> str | None:
        """The column that names a row: the first with words."""
        kind = self.picture.questionnaire.item(self.picture.sheet.each or "").answer
        columns = kind.columns if isinstance(kind, Table) else ()
        words = (e.key for e in columns if isinstance(e.answer, FreeText))
        return next(words, None)

    def _called(self, line: int) -> str:
        """Return the words that name a row of the response; "" if it has none."""
        answer = self._rows[line].get(self._label or "", BLANK)
        return str(answer.value) if isinstance(answer, Given) else ""

    def _used(self, line: int) -> Cell:
        """Return the formula of whether anything that counts stands in a row."""
        seen: dict[str, str] = {}
        for score in self.picture.scores:
            block = self.picture.blocks[score.id, line]
            for key in block.items:
                seen.setdefault(key, block.ref("echo", key))
        names = [f"TRIM({self._source(self._label, line)})"] if self._label else []
        row = self._rows[line]
        answered = any(not isinstance(row.get(key, BLANK), type(BLANK)) for key in seen)
        value = int(answered or bool(self._called(line).strip()))
        return f'IF({"&".join([*names, *seen.values()])}="",0,1)', value

    def _name(self, line: int, used: str) -> Cell:
        """Return what a row is called, as the respondent wrote it."""
        kind = self.picture.questionnaire.item(self.picture.sheet.each or "").answer
        assert isinstance(kind, Table)  # noqa: S101  scores of rows have a table
        number = f"{kind.row.get(self.picture.language)} {line + 1}"
        nameless = f'IF({used}=0,"",{quoted(number)})'
        in_use = number if self._used(line)[1] else ""
        if self._label is None:
            return nameless, in_use
        source = self._source(self._label, line)
        formula = f'IF(TRIM({source})="",{nameless},{source})'
        return formula, self._called(line) or in_use

    def _again(self, id: str, line: int) -> Live:
        """Return what a row is called, beside what is worked out for it."""
        used = a1(HEADER_ROW + 1 + line, self.picture.used_column)
        at = self.picture.blocks[id, line].own["value"][0], NAME
        cell = a1(HEADER_ROW + 1 + line, NAME), self._name(line, used)[1]
        return _live(at, cell, "calc_text")

    def _placed(self, id: str, line: int) -> Cell:
        """Return the word of a matrix for a row: a proposal, never a decision."""
        picture = self.picture
        if id not in picture.placings:
            return "", ""
        matrix_id, key = picture.placings[id]
        matrix = next(e for e in picture.questionnaire.matrices if e.id == matrix_id)
        subject = next(each for each in matrix.subjects if each.key == key)
        values = {
            score: picture.blocks[score, line].result("value")
            for score in subject.scores.values()
        }
        grid = self._cells(next(iter(values)), line)
        code = place(matrix, subject, self._worked(line).scores)
        word = matrix.cell(code).label.get(picture.language)
        return place_formula(matrix, subject, values, grid), word

    def _chart(self) -> Iterator[Live]:
        """Yield the figures of the chart; the bar of a withheld score has none."""
        first_row = self.picture.chart_row + 2
        for row, (_, scores) in enumerate(self.picture.charted, start=first_row):
            for column, score in zip(COLOURS, scores, strict=False):
                if score is None:
                    continue
                cells = self._cells(score.id)
                shown, value = cells.block.result("shown"), cells.result.shown
                bar = f'IF({shown}="","",MAX({shown},{LEAST_BAR}))'
                now = "" if value is None else max(value, LEAST_BAR)
                yield _live((row, column), (bar, now), "number", score.decimals)


@lru_cache(maxsize=16)
def _blank(picture: Picture) -> tuple[tuple[Live, ...], ...]:
    """Return the formulas of a picture without answers: all of them, or by line."""
    empty = Response(questionnaire=picture.questionnaire.ref)
    live = LivePicture(picture=picture, response=empty)
    if picture.sheet.each is None:
        return (tuple(live.of_all()),)
    return tuple(tuple(live.of_line(line)) for line in range(picture.lines))


def _worked_out(cells: ScoreCells) -> Iterator[Live]:
    for part, at, cell in cells.parts():
        look = "calc_number" if part in _FRACTIONS else "calc_count"
        yield _live(at, cell, "calc_text" if part in _TEXTS else look)
    for _, at, cell in cells.reads():
        yield _live(at, cell, "calc_number")
    decimals = cells.block.score.decimals
    for name, at, cell in cells.results():
        look = "result_text" if name in _TEXTS else "result_number"
        look = {"shown": "shown", "coverage": "coverage"}.get(name, look)
        yield _live(at, cell, look, decimals)


def _live(at: Address, cell: Cell, look: str, decimals: int = 0) -> Live:
    return Live(at=at, formula=cell[0], value=cell[1], look=look, decimals=decimals)


def _number(cells: ScoreCells) -> Cell:
    shown, value = cells.block.result("shown"), cells.result.shown
    formula = f'IF({shown}="",{quoted(DASH)},{shown})'
    return formula, DASH if value is None else value


def _word(cells: ScoreCells) -> Cell:
    """Return the formula of the word beside a number, or of why there is none."""
    reason, language = cells.block.result("reason"), cells.worked.language
    cases = [
        (f"{reason}={quoted(withheld_words(code).get(language))}", words.get(language))
        for code, words in SHORT.items()
    ]
    short = first([(test, quoted(words)) for test, words in cases], '""')
    known = SHORT.get(cells.result.withheld or "")
    value = cells.word_of_band() if known is None else known.get(language)
    return f'IF({reason}="",{cells.block.result("band")},{short})', value


def _at(block: Block, part: str, key: str) -> Address:
    found = block.at.cell(part, block.items.index(key))  # type: ignore[arg-type]
    assert found is not None  # noqa: S101  every item has points and a base
    return found


def runs(cells: Iterable[Address]) -> str:
    """
    Return cells as a list of ranges.

    >>> runs([(2, 1), (3, 1), (7, 1)])
    'A2:A3,A7'
    """
    found: list[tuple[Address, Address]] = []
    for row, column in sorted(cells, key=lambda at: (at[1], at[0])):
        if found and found[-1][1] == (row - 1, column):
            found[-1] = found[-1][0], (row, column)
        else:
            found.append(((row, column), (row, column)))
    return ",".join(
        a1(*first) if first == last else f"{a1(*first)}:{a1(*last)}"
        for first, last in found
    )

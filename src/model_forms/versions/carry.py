"""The answers of one level, a response's or a row's, carried to the next version."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, field, frozen

from model_forms.complaints import complaints
from model_forms.questionnaire import Item, Questionnaire, Table
from model_forms.questionnaire.migration import Drop, Merge, Split
from model_forms.response import Answer, Blank, Given
from model_forms.scoring.words import joined
from model_forms.text import Text, both
from model_forms.versions import told
from model_forms.versions.answers import other_answers
from model_forms.versions.ledger import Entry, Outcome
from model_forms.versions.legs import Leg
from model_forms.versions.turned import merged, rescaled

Answers = Mapping[str, Answer]


@frozen(kw_only=True)
class Level:
    """The items on one level of a *leg*: those of no table, or a table's columns."""

    leg: Leg
    old: Mapping[str, Item]
    new: Mapping[str, Item]
    table: Item | None = None
    row: int | None = None
    answers: dict[str, Answer] = field(factory=dict, init=False)
    entries: list[Entry] = field(factory=list, init=False)

    def carry(self, answers: Answers) -> None:
        """Give every one of *answers* a place in the new answers or in the entries."""
        done: set[str] = set()
        for key, answer in answers.items():
            if key in done:
                continue
            step = self.leg.moves.get(key)
            if key not in self.old:
                self._refuse(key, answer, _no_question(key, self.leg.one))
            elif isinstance(step, Drop):
                self._drop(key, answer, step.because)
            elif isinstance(step, Split):
                self._split(key, answer, step)
            elif isinstance(step, Merge):
                there = [e for e in step.items if e in answers and e in self.old]
                taken = {each: answers[each] for each in there}
                done |= taken.keys()
                self._merge(taken, step)
            else:
                self._keep(key, answer)

    def _keep(self, key: str, answer: Answer) -> None:
        now = self.leg.renames.get(key, key)
        if now not in self.new:
            self._without_place(key, answer)
            return
        rescale, old, new = self.leg.rescales.get(key), self.old[key], self.new[now]
        outcome: Outcome = "kept" if now == key else "renamed"
        found, is_rounded = (answer, False)
        if rescale is not None:
            turned = rescaled(self.leg, rescale, (old, new), answer)
            if turned is None:
                self._ask({key: answer}, (now,), rescale.because)
                return
            outcome, found, is_rounded = "rescaled", turned.answer, turned.is_nearest
        elif isinstance(old.answer, Table) and isinstance(new.answer, Table):
            found = self._rows(new, old.answer, new.answer, answer)
        if not self._fits(key, answer, new, found):
            return
        self.answers[now] = found
        if outcome == "kept":
            return
        words = told.renamed(old, new, self.leg.other.version)
        if rescale is not None:
            was, said = self._said(old, answer), self._said_now(new, found)
            words = told.rescaled(new, was, said, is_rounded=is_rounded)
            words = told.with_reason(words, rescale.because)
        self._note(outcome, {key: answer}, {now: found}, words)

    def _fits(self, key: str, answer: Answer, new: Item, found: Answer) -> bool:
        """Tell whether *found* is an answer to *new*; refuse the old one if not."""
        wrong = [each for _, each in complaints(self.leg.other, new, found)]
        if not wrong and key in self.old and key not in self.leg.rescales:
            reason = other_answers(self.leg.one, self.old[key], self.leg.other, new)
            wrong = [_sentence(reason)] if reason is not None else []
        if wrong:
            self._refuse(key, answer, wrong[0])
        return not wrong

    def _without_place(self, key: str, answer: Answer) -> None:
        """Refuse an answer to what is not asked; a house may have hidden it."""
        base = self.leg.other.base
        now = self.leg.renames.get(key, key)
        if base is not None and (now in base.items or now in base.columns):
            self._drop(key, answer, _HIDDEN)
        else:
            self._refuse(key, answer, _no_question(key, self.leg.other))

    def _drop(self, key: str, answer: Answer, because: Text) -> None:
        old = self.old[key]
        words = told.dropped(old, self._said(old, answer), because)
        self._note("dropped", {key: answer}, {}, words)

    def _split(self, key: str, answer: Answer, step: Split) -> None:
        there = [each for each in step.into if each in self.new]
        if not there:
            self._drop(key, answer, _HIDDEN)
            return
        if step.strategy == "ask" or isinstance(self.old[key].answer, Table):
            self._ask({key: answer}, tuple(there), step.because)
            return
        fitting = [
            each
            for each in there
            if not any(complaints(self.leg.other, self.new[each], answer))
        ]
        if not fitting:
            self._fits(key, answer, self.new[there[0]], answer)
            return
        self.answers.update(dict.fromkeys(fitting, answer))
        old = self.old[key]
        words = told.copied(
            old, [self.new[each] for each in fitting], self._said(old, answer)
        )
        after = dict.fromkeys(fitting, answer)
        said = told.with_reason(words, step.because)
        self._note("copied", {key: answer}, after, said)

    def _merge(self, taken: dict[str, Answer], step: Merge) -> None:
        if step.to not in self.new:
            for key, answer in taken.items():
                self._drop(key, answer, _HIDDEN)
            return
        has_rows = any(isinstance(self.old[key].answer, Table) for key in taken)
        if step.strategy == "ask" or has_rows:
            self._ask(taken, (step.to,), step.because)
            return
        new = self.new[step.to]
        turned = merged(self.leg, step, {k: (self.old[k], a) for k, a in taken.items()})
        answer = turned.answer
        wrong = [each for _, each in complaints(self.leg.other, new, answer)]
        if wrong:
            for key, each in taken.items():
                self._refuse(key, each, wrong[0])
            return
        self.answers[step.to] = answer
        words = told.merged(
            [self.old[key] for key in taken],
            new,
            self._said_now(new, answer),
            is_rounded=turned.is_nearest,
        )
        said = told.with_reason(words, step.because)
        self._note("merged", taken, {step.to: answer}, said)

    def _rows(self, new: Item, before: Table, after: Table, answer: Answer) -> Answer:
        """Return the rows of a table with what can be carried of each."""
        if not isinstance(answer, Given) or not isinstance(answer.value, tuple):
            return answer
        rows: list[object] = []
        for number, row in enumerate(answer.value, start=1):
            if not isinstance(row, Mapping):
                rows.append(row)
                continue
            level = Level(
                leg=self.leg,
                old={each.key: each for each in before.columns},
                new={each.key: each for each in after.columns},
                table=new,
                row=number,
            )
            level.carry(row)
            self.entries.extend(level.entries)
            if level.answers or not row:
                rows.append(level.answers)
        if not rows and answer.value:
            return Blank(remark=answer.remark, at=answer.at)
        return evolve(answer, value=tuple(rows))

    def _ask(
        self, taken: dict[str, Answer], into: tuple[str, ...], because: Text | None
    ) -> None:
        said = [self._said(self.old[key], each) for key, each in taken.items()]
        was = said[0] if len(said) == 1 else joined(said, ", ")
        words = told.asked(
            [self.old[key] for key in taken], [self.new[key] for key in into], was
        )
        self._note("asked", taken, {}, told.with_reason(words, because), into=into)

    def _refuse(self, key: str, answer: Answer, reason: Text) -> None:
        old = self.old.get(key)
        name = old.code if old is not None else key
        was = self._said(old, answer) if old is not None else both("…", "…")
        words = told.not_carried(name, was, reason)
        now = self.leg.renames.get(key, key)
        into = (now,) if now in self.new and old is not None else ()
        self._note("not_carried", {key: answer}, {}, words, into=into)

    def _note(
        self,
        outcome: Outcome,
        before: Answers,
        after: Answers,
        words: Text,
        into: tuple[str, ...] = (),
    ) -> None:
        if self.table is not None and self.row is not None:
            words = told.in_row(words, self.table, self.row)
        self.entries.append(
            Entry(
                outcome=outcome,
                version=self.leg.other.version,
                items=tuple(before),
                into=into or tuple(after),
                before=dict(before),
                after=dict(after),
                words=words,
                table=self.table.key if self.table is not None else None,
                row=self.row,
            )
        )

    def _said(self, item: Item, answer: Answer) -> Text:
        return told.answer_text(self.leg.one, item, answer)

    def _said_now(self, item: Item, answer: Answer) -> Text:
        return told.answer_text(self.leg.other, item, answer)


_HIDDEN = both(
    "Spørgsmålet er skjult i den lokale tilpasning.",
    "The question is hidden in the local adaptation.",
)


def _sentence(reason: Text) -> Text:
    return both(
        f"Grunden er: {reason.get('da')}.", f"The reason is: {reason.get('en')}."
    )


def _no_question(key: str, where: Questionnaire) -> Text:
    return both(
        f"Der er intet spørgsmål »{key}« i {where.ref}.",
        f"There is no question {key!r} in {where.ref}.",
    )

"""Which proposals were taken up: blocks with nothing else in them were not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from model_forms.finding import Finding
from model_forms.forms.doubts import not_taken_up
from model_forms.forms.normal import normal
from model_forms.issue import Issue, Proposal
from model_forms.questionnaire import Item
from model_forms.response import Answer, Blank, Given
from model_forms_word.form_layout import Block, Layout
from model_forms_word.form_typed import proposal_words, proposed
from model_forms_word.read_places import Places
from model_forms_word.read_spots import Located

Row = Mapping[str, Answer]


def taken_up(
    layout: Layout, located: Located, issue: Issue, answers: Mapping[str, Answer]
) -> tuple[dict[str, Answer], tuple[Finding, ...]]:
    """
    Return the answers without the rows that hold a proposal and nothing else.

    There is a finding for each of those. A block is known by its proposal's words; a
    row that holds what a proposal filled in is one, too, when the words are gone.
    """
    kept, told = dict(answers), list[Finding]()
    for block in layout.blocks.values():
        key = block.item.key
        proposals = [
            each
            for each in issue.proposals
            if each.item == key and each.row is not None
        ]
        if not block.head.table and proposals:
            judge = _Judge(block, located, tuple(proposals), issue.language)
            untaken = dict(judge.untaken(Places(located, answers), answers.get(key)))
            told += [judge.told(path, each) for path, each in untaken.items()]
            _leave_out(kept, key, judge.rows(Places(located, answers), untaken, kept))
    return kept, tuple(told)


def _leave_out(kept: dict[str, Answer], key: str, rows: tuple[Row, ...]) -> None:
    answer = kept.get(key)
    if not isinstance(answer, Given):
        return
    if rows:
        kept[key] = evolve(answer, value=rows)
    elif answer.remark is not None:
        kept[key] = Blank(remark=answer.remark, at=answer.at)
    else:
        del kept[key]


@frozen
class _Judge:
    """Judges the blocks of one table, for which there are *proposals*."""

    block: Block
    located: Located
    proposals: tuple[Proposal, ...]
    language: str

    def untaken(
        self, places: Places, answer: Answer | None
    ) -> Iterator[tuple[str, Proposal]]:
        """Yield each block with nothing but a proposal, and the proposal."""
        by_block = {places.block_of(row): row for row in _rows(answer)}
        for path in self.located.blocks.get(self.block.item.key, ()):
            row = by_block.get(path, {})
            named = self._named(path)
            for each in (named,) if named else self.proposals:
                if (named or each.filled) and _same(row, proposed(self._item, each)):
                    yield path, each
                    break
                if named and not row:
                    # What was filled in is gone, too: the proposal was not wanted.
                    yield path, each
                    break

    def rows(
        self,
        places: Places,
        untaken: Mapping[str, Proposal],
        kept: Mapping[str, Answer],
    ) -> tuple[Row, ...]:
        """Return the rows that are to stay."""
        rows = _rows(kept.get(self._item.key))
        return tuple(row for row in rows if places.block_of(row) not in untaken)

    def told(self, path: str, proposal: Proposal) -> Finding:
        """Say that a proposal was not taken up."""
        at = self.located.spots[f"#{path}"][0].place
        return not_taken_up(self._item, proposal.text, at)

    @property
    def _item(self) -> Item:
        return self.block.item

    def _named(self, path: str) -> Proposal | None:
        """Return the proposal whose words stand at the head of a block."""
        (head, *_) = self.located.spots[f"#{path}"]
        words = {normal(each) for each in head.cell("question").paragraphs}
        for each in self.proposals:
            if normal(proposal_words(each, self.language)) in words:
                return each
        return None


def _rows(answer: Answer | None) -> tuple[Row, ...]:
    rows = answer.value if isinstance(answer, Given) else ()
    return tuple(row for row in rows if isinstance(row, Mapping))  # type: ignore[union-attr]


def _same(row: Row, filled: Row) -> bool:
    return row.keys() == filled.keys() and all(
        each.remark is None and _value(each) == _value(filled[key])
        for key, each in row.items()
    )


def _value(answer: Answer) -> object:
    value = answer.value if isinstance(answer, Given) else answer.__class__
    return frozenset(value) if isinstance(value, tuple) else value

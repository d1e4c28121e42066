"""One item of a block: its mean, what it counts as, and what it adds."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import frozen

from model_forms.questionnaire import Item
from model_forms.rules.items import OverItems
from model_forms.rules.summary import ItemSummary
from model_forms_excel.results_block import COLUMNS, PLACE, Block, BlockGrid
from model_forms_excel.results_case import mean_of
from model_forms_excel.results_notes import Notes
from model_forms_excel.results_page import Cached, Look

WIDTHS = (9.0, 58.0, 15.0, 11.0, 9.0, 13.0, 34.0, *[10.0] * (len(COLUMNS) - 7))
NUMBER: Look = {"num_format": "General", "align": "center"}
MEAN: Look = {"num_format": "0.00", "align": "center"}
_COUNTS = ("given", "unknown", "na", "based", "weight", "top", "base_weight")


@frozen
class ItemRow:
    """One item of a block: its mean, what it counts as, and what it adds."""

    block: Block
    grid: BlockGrid
    row: int
    item: Item
    adds: Fraction | None

    def write(self) -> None:
        """Write the item's row, from the answers to what it adds."""
        block, page = self.block, self.block.page
        question = self.item.text.get(block.room.language)
        page.text(self.row, 0, self.item.code, "code")
        page.text(self.row, 1, question, "question")
        page.tall(self.row, [(question, WIDTHS[1])], 20)
        facts, summary = block.case.facts[self.item.key], self.summary
        self._put("given", facts.given, summary.count("given"))
        self._put("unknown", facts.unknown, summary.count("dont_know"))
        self._put("na", facts.na, summary.count("not_applicable"))
        self._put("based", facts.based, int(summary.in_base))
        self._put("answered", facts.answered, summary.mean)
        self._roles(summary)
        rule = block.score.rule
        if isinstance(rule, OverItems):
            self._note(rule, summary)
            self._counted(rule)

    def _note(self, rule: OverItems, summary: ItemSummary) -> None:
        """Write in words what is missing, and what is done about it."""
        block, names = self.block, ("given", "unknown", "answered", "based")
        note = Notes(block.room, rule)
        cells = {name: self._at(name) for name in names}
        cells["reason"] = block.result("reason")
        told = note.words(summary, block.case.scores[block.score.id].withheld)
        page, column = block.page, PLACE["note"]
        page.formula(self.row, column, note.formula(cells), told, look="code")

    @property
    def summary(self) -> ItemSummary:
        """What was answered to the item, as the engine has it."""
        return self.block.case.scores.item(self.item.key)

    def _at(self, name: str) -> str:
        return self.block.page.cell(self.row, PLACE[name])

    def _put(self, name: str, formula: str, cached: Cached) -> None:
        grey = {"font_color": f"#{self.block.page.styles.theme.quiet}"}
        plain = name in {"mean", "counted", "weight", "share"}
        look: Look = {
            **(NUMBER if name in _COUNTS else MEAN),
            **({} if plain else grey),
        }
        self.block.page.formula(self.row, PLACE[name], formula, cached, **look)

    def _roles(self, summary: ItemSummary) -> None:
        """Write the roles' means, and the item's mean in the rule of the score."""
        block, page, policy = self.block, self.block.page, self.block.policy
        facts = block.case.facts[self.item.key].roles
        for place, (role, fact) in enumerate(zip(block.case.roles, facts, strict=True)):
            column = block.first_role + place
            page.formula(self.row, column, fact.mean, summary.by_role.get(role), **MEAN)
            if block.counts_missing:
                column += len(block.case.roles)
                cached = mean_of(summary, policy, role)
                page.formula(self.row, column, fact.counted(policy), cached, **MEAN)
        mean = policy.mean(summary)
        if block.counts_missing:
            last = block.last_role
            among = page.area(self.row, last + 1, self.row, block.width - 1)
            # An item that has left the base has no value, whatever a blank counts as.
            none = f"OR({self._at('based')}=0,COUNT({among})=0)"
            self._put("mean", f'IF({none},"",AVERAGE({among}))', mean)
        else:
            self._put("mean", self._at("answered"), mean)

    def _counted(self, rule: OverItems) -> None:
        key, bounds = self.item.key, self.block.room.bounds
        mean = self.block.policy.mean(self.summary)
        counted, weight = rule.counted(key, bounds), rule.weight(key)
        value = None if mean is None else counted.worth(mean)
        top = bounds.item_reach(key).moved(counted.scale, counted.offset).high * weight
        cached: Mapping[str, Cached] = {
            "counted": value,
            "weight": None if value is None else weight,
            "product": None if value is None else value * weight,
            "top": None if value is None else top,
            "base_weight": int(self.summary.in_base) * weight,
        }
        for name, number in cached.items():
            from_ = {"counted": "mean", "base_weight": "based"}.get(name, "counted")
            said = rule.item_formula(name, key, bounds, self._at(from_))  # type: ignore[arg-type]
            self._put(name, said, number)
        factor = rule.factor_formula(self.grid)
        if factor is not None:
            product = self._at("product")
            adds = f'IF({product}="","",{product}*{factor})'
            said = f'IF({self.block.result("value")}="","",{adds})'
            self._put("share", said, self.adds)

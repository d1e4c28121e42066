"""What stands beside an item in words when something is missing, as a live formula."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from model_forms.rules.formulas import first, quoted
from model_forms.rules.items import OverItems
from model_forms.rules.missing import Policy
from model_forms.rules.scope import NOT_ASSESSED, Lack, Treatment
from model_forms.rules.summary import ItemSummary
from model_forms.scoring.explain import withheld_words
from model_forms.scoring.words import lack_words, treated_words
from model_forms.text import capitalised
from model_forms_excel.results_room import Room


@frozen
class Notes:
    """The words for what is missing, and for what *rule* does with it."""

    room: Room
    rule: OverItems

    def formula(self, cells: Mapping[str, str]) -> str:
        """Return the formula; *cells* are the item's own, and the score's reason."""
        word = quoted(withheld_words(NOT_ASSESSED).get(self.room.language))
        told = {
            lack: self._either(lack, f"{cells['reason']}={word}")
            for lack in ("dont_know", "blank", "worthless")
        }
        empty = f'{cells["answered"]}=""'
        some = quoted(self._some())
        return first(
            [
                (
                    f"{cells['based']}=0",
                    quoted(self._said("not_applicable", "leaves_base")),
                ),
                (f"{cells['unknown']}>0", f"IF({empty},{told['dont_know']},{some})"),
                (f"{cells['given']}>0", f'IF({empty},{told["worthless"]},"")'),
            ],
            told["blank"],
        )

    def words(self, summary: ItemSummary, withheld: str | None) -> str:
        """Return what the formula comes to."""
        if not summary.in_base:
            return self._said("not_applicable", "leaves_base")
        if summary.answered:
            return self._some() if summary.count("dont_know") else ""
        lack: Lack = "worthless" if summary.count("given") else "blank"
        lack = "dont_know" if summary.count("dont_know") else lack
        return self._said(lack, self._treatment(lack, stopped=withheld == NOT_ASSESSED))

    def _either(self, lack: Lack, stopped: str) -> str:
        """Return the words, which may hang on whether the rule gave up."""
        yes, no = (
            quoted(self._said(lack, self._treatment(lack, stopped=each)))
            for each in (True, False)
        )
        return yes if yes == no else f"IF({stopped},{yes},{no})"

    def _treatment(self, lack: Lack, *, stopped: bool) -> Treatment:
        policy = self.rule.policy
        means: Policy | None = {
            "dont_know": policy.dont_know,
            "blank": policy.blank,
        }.get(lack)
        if means == "count":
            return "counts_as"
        if stopped or means == "withhold":
            return "withholds"
        return "left_out" if policy.prorate is None else "raised"

    def _said(self, lack: Lack, treatment: Treatment) -> str:
        worth = self.rule.policy.count_as
        parts = (
            lack_words(self.room.questionnaire, lack),
            treated_words(treatment, worth),
        )
        said = ", ".join(each.get(self.room.language) for each in parts)
        return capitalised(said)

    def _some(self) -> str:
        """Return the words for an item that some know about, and some do not."""
        if self.rule.policy.dont_know == "skip":
            return self.room.say("dk_some")
        return self._said("dont_know", self._treatment("dont_know", stopped=False))

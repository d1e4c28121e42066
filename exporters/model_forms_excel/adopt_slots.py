"""Where the words on a form come from: an address for each cell of a line."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms.forms.guide import guide_rows
from model_forms.forms.lines import Line
from model_forms.forms.words import say
from model_forms.questionnaire import Choice, Item, Questionnaire, RoleChoice, Several
from model_forms.text import Text
from model_forms_excel.adopt_words import Slot
from model_forms_excel.tables import without_notices
from model_forms_excel.words import guide_of
from model_forms_excel.words import say as say_here
from model_forms_excel.write_sheet import LONGEST_PROMPT, hint, prompt


class Slots:
    """Knows the address of what stands on a form of *questionnaire* in *language*."""

    def __init__(self, questionnaire: Questionnaire, language: str) -> None:
        """Learn where the questionnaire's words are."""
        self._value, self._language = questionnaire, language
        self._extras = {
            f"{section.key}_{suffix}": suffix
            for section in questionnaire.sections
            for suffix in section.extras
        }

    def is_extra(self, key: str) -> bool:
        """Tell whether an item stands once in each section that wants it."""
        return key in self._extras

    def address(self, item: str) -> str:
        """Return the address of an item, or of the extra that it is made of."""
        suffix = self._extras.get(item)
        return f"items.{item}" if suffix is None else f"extras.{suffix}"

    def line(self, line: Line) -> Slot | None:
        """Return what the words of a line are; None when only the program has them."""
        if line.kind == "section":
            return self._section(line, "title") if line.section else None
        if line.kind == "intro":
            return self._intro(line)
        if line.item is None:
            return None
        if line.part is not None:
            found = self._options(line.item).get(line.part)
            return found and Slot(address=found[0], words=self._said(found[1]))
        return self._question(line.item, line.text)

    def _said(self, text: Text) -> str:
        return text.get(self._language)

    def _section(self, line: Line, part: str) -> Slot | None:
        words: Text | None = getattr(self._value.section(line.section), part)
        address = f"sections.{line.section}.{part}"
        return Slot(address=address, words=self._said(words)) if words else None

    def _intro(self, line: Line) -> Slot | None:
        name, _, part = line.key.removeprefix("#").rpartition("/")
        if part == "intro" and line.section:
            return self._section(line, "intro")
        item = self._value.items.get(name)
        if part != "help" or item is None or item.help is None:
            return None
        return Slot(address=f"{self.address(name)}.help", words=self._said(item.help))

    def _question(self, item: Item, text: str) -> Slot:
        words = self._said(item.text)
        after = text.removeprefix(words) if text.startswith(words) else ""
        return Slot(address=f"{self.address(item.key)}.text", words=words, after=after)

    def prompt(self, line: Line) -> Slot | None:
        """Return what is shown beside a field; None when it has no help of its own."""
        if line.item is None or line.want in {None, "mark"} or line.part is not None:
            return None
        how = hint(line, self._language)
        address = f"{self.address(line.item.key)}.help"
        if line.item.help is None:
            return Slot(address=address, words=None, after=how)
        if len(prompt(line, self._language)) > LONGEST_PROMPT:
            return None
        words = self._said(line.item.help)
        return Slot(address=address, words=words, after=f" {how}")

    def labels(self, item: Item) -> list[Slot]:
        """Return the options of an item, in the order of their list."""
        return [
            Slot(address=address, words=self._said(label))
            for address, label in self._options(item).values()
        ]

    def _options(self, item: Item) -> dict[str, tuple[str, Text]]:
        if isinstance(item.answer, RoleChoice):
            roles = self._value.roles
            return {r.code: (f"roles.{r.code}.label", r.label) for r in roles}
        if not isinstance(item.answer, Choice | Several):
            return {}
        scale = self._value.scale[item.answer.scale]
        found = {
            str(each.value): (
                f"scales.{scale.id}.options.{each.value}.label",
                each.label,
            )
            for each in scale.options
        }
        missing = self._value.missing
        return found | {c: (f"missing.{c}", missing.label(c)) for c in scale.offers}

    def column(self, item: Item, text: str) -> Slot:
        """Return what stands above a column of a table."""
        words = self._said(item.text)
        after = text.removeprefix(words)
        return Slot(address=f"items.{item.key}.text", words=words, after=after)

    def note(self, item: Item, note: str) -> Slot | None:
        """Return the help in what stands below a column's question, if it has any."""
        if item.help is None:
            return None
        whole = self._said(item.help)
        words = without_notices(self._value, self._language, whole)
        if not words or words not in note:
            return None
        before, _, after = note.partition(words)
        return Slot(
            address=f"items.{item.key}.help",
            words=words,
            before=before,
            after=after,
            unshown=whole.removeprefix(words),
        )

    def title(self) -> Slot:
        """Return the questionnaire's title."""
        return Slot(address="title", words=self._said(self._value.title))

    def guide(
        self,
    ) -> Iterator[tuple[tuple[str, str], tuple[Slot | None, Slot | None]]]:
        """Yield each row of the guide as issued, and what its two cells are."""
        how = guide_of(tables=bool(self._value.columns))
        title = say_here("how", self._language)
        rows = guide_rows(self._value, self._language, title, how)
        slots = [(None, None)] * (1 + len(how)) + list(self._guide())
        yield from (((n, t), s) for (_, n, t), s in zip(rows, slots, strict=True))

    def _guide(self) -> Iterator[tuple[Slot | None, Slot | None]]:
        for scale in self._value.scales:
            at = f"scales.{scale.id}"
            before = f"{say('scales', self._language)}: "
            words = self._said(scale.title)
            yield Slot(address=f"{at}.title", words=words, before=before), None
            for each in scale.options:
                option = f"{at}.options.{each.value}"
                label = Slot(address=f"{option}.label", words=self._said(each.label))
                help = each.help and self._said(each.help)
                yield (
                    label,
                    Slot(address=f"{option}.help", words=help) if help else None,
                )
            for code in scale.offers:
                words = self._said(self._value.missing.label(code))
                yield Slot(address=f"missing.{code}", words=words), None
        if self._value.definitions:
            yield None, None
        for place, word in enumerate(self._value.definitions):
            at = f"definitions.{place}"
            term = Slot(address=f"{at}.term", words=self._said(word.term))
            yield term, Slot(address=f"{at}.text", words=self._said(word.text))

    def cover(self) -> list[tuple[Slot, Slot]]:
        """Return label and text of each of the questionnaire's own lines."""
        return [
            (
                Slot(address=f"cover.{place}.label", words=self._said(each.label)),
                Slot(address=f"cover.{place}.text", words=self._said(each.text)),
            )
            for place, each in enumerate(self._value.cover)
        ]

    def notices(self, kinds: tuple[str, ...]) -> Slot | None:
        """Return the notice of some kinds; several of them are the program's text."""
        found = [each for kind in kinds for each in self._value.notice(kind)]
        if len(found) != 1:
            return None
        words = self._said(found[0].text)
        return Slot(address=f"notices.{found[0].id}.text", words=words)

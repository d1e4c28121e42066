"""An edited form as an adaptation: the edits tried, put together, and told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

from attrs import evolve, frozen

from model_forms import questionnaire as q
from model_forms.adaptation.apply import applied, drafted
from model_forms.adaptation.between import changes_between
from model_forms.adaptation.told import Teller
from model_forms.codec import adaptation_to, with_hash
from model_forms.finding import Finding, Place, any_error
from model_forms.json_schema import shape_findings
from model_forms.text import Text
from model_forms.versions.comparability import Comparability, comparable
from model_forms.versions.verdict import SAME, Verdict, together

FIRST = "1.0.0"


@frozen(kw_only=True)
class Edit:
    """A change that somebody made in a form, and where it was seen."""

    change: q.AnyChange
    at: Place


@frozen(kw_only=True)
class Edited:
    """
    What was read from an edited form, before it is tried.

    *questionnaire* is what the form was made from: a national one, or one that was
    adapted before. *house* and *deadline* are as they stand on the form now.
    """

    questionnaire: q.Questionnaire
    edits: tuple[Edit, ...] = ()
    house: q.House | None = None
    deadline: str | None = None
    findings: tuple[Finding, ...] = ()


@frozen(kw_only=True)
class Adopted:
    """
    One change of an adaptation in *words*, and what it does to comparison.

    *at* is where it was seen; None for what the form was adapted with before.
    """

    change: q.AnyChange
    words: Text
    verdict: Verdict
    at: Place | None = None


@frozen(kw_only=True)
class Adoption:
    """
    What an edited form was made into.

    *adaptation* is None when something in the form cannot be taken over: nothing is
    adopted by halves. *changes* are told all the same, as far as they could be made,
    and *questionnaire* is what they make of the base.
    """

    adaptation: q.Adaptation | None = None
    questionnaire: q.Questionnaire | None = None
    changes: tuple[Adopted, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether there is an adaptation that can be used."""
        return self.adaptation is not None


def adoption(
    edited: Edited,
    *,
    id: str | None = None,
    version: str | None = None,
    house: str | None = None,
) -> Adoption:
    """
    Return the adaptation that an edited form makes.

    On top of an earlier adaptation the result is that one with the edits, and the next
    minor version; without any edit it is the earlier one itself. *id*, *version* and
    the name of the *house* are those of the earlier one when left out.
    """
    named = q.House(name=house) if house is not None else None
    if named is not None and edited.house is not None:
        named = evolve(edited.house, name=named.name)
    edited = evolve(edited, house=named or edited.house)
    return _Making(edited, id, version).adoption()


@frozen
class _Making:
    edited: Edited
    id: str | None
    version: str | None

    @property
    def _earlier(self) -> q.Adaptation | None:
        return self.edited.questionnaire.adaptation

    @property
    def _base(self) -> q.Questionnaire:
        return self.edited.questionnaire.base or self.edited.questionnaire

    def adoption(self) -> Adoption:
        """Try the edits, and then what they come to."""
        tried, findings = self._tried()
        findings = (*self.edited.findings, *findings)
        adaptation = self._adaptation(tried)
        made, found = applied(self._base, adaptation)
        found += shape_findings(adaptation_to(adaptation), "adaptation")
        findings += tuple(self._placed(each, adaptation.changes) for each in found)
        return Adoption(
            adaptation=None if made is None or any_error(findings) else adaptation,
            questionnaire=made,
            changes=tuple(self._told(adaptation, made)),
            findings=tuple(dict.fromkeys(findings)),
        )

    def _tried(self) -> tuple[tuple[q.AnyChange, ...], tuple[Finding, ...]]:
        """Return all changes to the base, as far as the edits can be made."""
        edits = self.edited.edits
        if not edits:
            return (self._earlier.changes if self._earlier else ()), ()
        # Draft by draft: an edit that cannot be made must not hide the next one.
        draft = drafted(self.edited.questionnaire, tuple(e.change for e in edits))
        findings = tuple(self._at_edit(each) for each in draft.findings)
        changes = changes_between(self._base, draft.document)
        return tuple(self._with_reasons(changes)), findings

    def _with_reasons(self, changes: tuple[q.AnyChange, ...]) -> Iterator[q.AnyChange]:
        """Yield the changes with the reasons that were given for them before."""
        earlier = self._earlier.changes if self._earlier else ()
        reasons = {fact(each): each.because for each in earlier if each.because}
        for each in changes:
            because = reasons.get(fact(each))
            yield evolve(each, because=because) if because else each

    def _adaptation(self, changes: tuple[q.AnyChange, ...]) -> q.Adaptation:
        earlier, edited = self._earlier, self.edited
        if earlier is None:
            made = q.Adaptation(
                id=self.id or "local", version=FIRST, base=self._base.ref
            )
        else:
            made = evolve(earlier, id=self.id or earlier.id)
        made = evolve(
            made, changes=changes, house=edited.house, deadline=edited.deadline
        )
        if earlier is not None and made != earlier and made.id == earlier.id:
            made = evolve(made, version=_next(earlier.version))
        made = evolve(made, version=self.version or made.version)
        return with_hash(made)

    def _told(
        self, adaptation: q.Adaptation, made: q.Questionnaire | None
    ) -> Iterator[Adopted]:
        teller = Teller(self._base, made or self.edited.questionnaire)
        compared = comparable(self._base, made) if made is not None else None
        for each in adaptation.changes:
            yield Adopted(
                change=each,
                words=teller.words(each),
                verdict=_verdict(teller, compared, each),
                at=self._places.get(fact(each)),
            )

    def _at_edit(self, finding: Finding) -> Finding:
        """Return what was found wrong about an edit, at the cell of that edit."""
        number = _number(finding)
        if number is None or number >= len(self.edited.edits):
            return finding
        return evolve(finding, place=self.edited.edits[number].at)

    def _placed(self, finding: Finding, changes: tuple[q.AnyChange, ...]) -> Finding:
        """Return what was found wrong about a change, at the cell it came from."""
        number = _number(finding)
        if number is None or number >= len(changes):
            return finding
        at = self._places.get(fact(changes[number]))
        return finding if at is None else evolve(finding, place=at)

    @cached_property
    def _places(self) -> Mapping[tuple[str, str], Place]:
        """The places of the edits, by what they are about."""
        found: dict[tuple[str, str], Place] = {}
        for edit in self.edited.edits:
            found[fact(edit.change)] = edit.at
            if isinstance(edit.change, q.Reword):
                # New words of a question of their own are part of that question.
                kind, _, rest = edit.change.at.partition(".")
                added = {"items": "add_item", "sections": "add_section"}.get(kind, "")
                found.setdefault((added, rest.partition(".")[0]), edit.at)
        return found


_ABOUT: Mapping[type[q.Change], Callable[[Any], str]] = {
    q.AddItem: lambda change: change.item.key,
    q.AddSection: lambda change: change.section.key,
    q.AskRoles: lambda change: change.item,
    q.Weigh: lambda change: change.score,
    q.SetLimits: lambda change: change.bands,
    q.Translate: lambda change: change.language,
    q.Reword: lambda change: change.at,
    q.Hide: lambda change: change.at,
    q.Move: lambda change: change.at,
}


def fact(change: q.AnyChange) -> tuple[str, str]:
    """Return what a change is about: another one about the same replaces it."""
    return change.kind, _ABOUT[type(change)](change)


def _number(finding: Finding) -> int | None:
    """Return which change a finding is about."""
    path = finding.place.path or ""
    inside = path.removeprefix("$.changes[")
    number = inside.partition("]")[0]
    return int(number) if inside != path and number.isdecimal() else None


def _verdict(
    teller: Teller, compared: Comparability | None, change: q.AnyChange
) -> Verdict:
    """Return the worst that a change does to what it touches."""
    if compared is None:
        return SAME
    if isinstance(change, q.Weigh):
        found = [compared.scores.get(change.score, SAME)]
    elif isinstance(change, q.SetLimits):
        bands = teller.scores_with(change.bands)
        found = [compared.bands.get(each, SAME) for each in bands]
    else:
        found = [compared.items.get(k, SAME) for k in teller.touched(change)]
    return together(found)


def _next(version: str) -> str:
    major, minor, *_ = version.split(".")
    return f"{major}.{int(minor) + 1}.0"

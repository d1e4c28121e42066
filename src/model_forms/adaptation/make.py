"""One function for each kind of change: it changes a draft, or says why not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from model_forms import questionnaire as q
from model_forms.adaptation.addresses import Object, is_free
from model_forms.adaptation.draft import Draft
from model_forms.adaptation.needed import needing
from model_forms.checks.outline import Outline
from model_forms.codec import item_to, section_to
from model_forms.json_schema import meant
from model_forms.text import both


def make(draft: Draft, change: q.AnyChange) -> None:
    """Make one change to *draft*."""
    _MAKE[type(change)](draft, change)


def _reword(draft: Draft, change: q.Reword) -> None:
    known = draft.words
    words = known.get(change.at)
    if words is None and is_free(change.at, draft.spots):
        parent, _, field = change.at.rpartition(".")
        words = draft.spots[parent].object.setdefault(field, {})
    if words is None:
        draft.unknown("at", change.at, known)
        return
    words.update(dict(change.words.words))


def _translate(draft: Draft, change: q.Translate) -> None:
    language, languages = change.language, draft.document["languages"]
    if language in languages:
        draft.wrong(
            "language-there",
            "language",
            both(
                f"Sproget »{language}« findes i forvejen. Brug »reword«.",
                f"The language {language!r} is there already. Use 'reword'.",
            ),
        )
        return
    languages.append(language)
    known = draft.words
    for address in change.words:
        if address not in known:
            draft.unknown(f"words.{address}", address, known)
    left = 0
    for address, words in known.items():
        left += address not in change.words
        words[language] = change.words.get(address, next(iter(words.values())))
    if left:
        draft.warn(
            "not-translated",
            both(
                f"{left} tekster er ikke oversat til »{language}«. De står på "
                "originalsproget.",
                f"{left} texts are not translated into {language!r}. They stand in "
                "the original language.",
            ),
        )


def _add_item(draft: Draft, change: q.AddItem) -> None:
    section = draft.spot("section", f"sections.{change.section}")
    if section is None or _clashes(draft, "item", change.item):
        return
    draft.insert(section.object["items"], item_to(change.item), change.after)


def _add_section(draft: Draft, change: q.AddSection) -> None:
    sections = draft.document["sections"]
    taken = {name: each for each in sections for name in (each["key"], each["code"])}
    clash = False
    for field in ("key", "code"):
        seen = getattr(change.section, field)
        if seen in taken:
            _taken(draft, f"section.{field}", seen)
            clash = True
    for place, item in enumerate(change.section.items):
        clash |= _clashes(draft, f"section.items[{place}]", item)
    if not clash:
        draft.insert(sections, section_to(change.section), change.after)


def _clashes(draft: Draft, path: str, item: q.Item) -> bool:
    """Tell whether the key or the code of an added item is taken; note it."""
    there = [*Outline.of(draft.document).items()]
    base = [*draft.base.items.values(), *draft.base.columns.values()]
    clash = False
    for field in ("key", "code"):
        seen = getattr(item, field)
        # What is hidden keeps its names, so that nothing else is taken for it.
        taken = {each.text(field) for each in there}
        if seen in taken | {getattr(each, field) for each in base}:
            _taken(draft, f"{path}.{field}", seen)
            clash = True
    return clash


def _taken(draft: Draft, field: str, seen: str) -> None:
    draft.wrong(
        "clash",
        field,
        both(
            f"»{seen}« bruges allerede i {draft.base.ref}. Vælg et andet navn.",
            f"{seen!r} is used already in {draft.base.ref}. Choose another name.",
        ),
    )


def _hide(draft: Draft, change: q.Hide) -> None:
    before = deepcopy(draft.document)
    if not (_hide_extra(draft, change.at) or _hide_spot(draft, change)):
        return
    known = {*needing(before)}
    needed = [each for each in needing(draft.document) if each not in known]
    if needed:
        draft.document = before
        da, en = (", ".join(e.get(each) for e in needed) for each in ("da", "en"))
        draft.wrong(
            "needed",
            "at",
            both(
                f"»{change.at}« kan ikke skjules: det bruges i {da}. Lad det stå, "
                "eller skjul hele temaet.",
                f"{change.at!r} cannot be hidden: it is used in {en}. Let it stand, or "
                "hide the whole section.",
            ),
        )


def _hide_extra(draft: Draft, address: str) -> bool:
    """Hide a question that stands once in each section; tell whether it is one."""
    for section in draft.document["sections"]:
        for suffix in section.get("extras", ()):
            if f"items.{section['key']}_{suffix}" == address:
                section["extras"].remove(suffix)
                return True
    return False


def _hide_spot(draft: Draft, change: q.Hide) -> bool:
    """Hide an item or a section; tell whether that was done."""
    spot = draft.spot("at", change.at)
    if spot is None or spot.among is None:
        return False
    if len(spot.among) == 1:
        draft.wrong(
            "nothing-left",
            "at",
            both(
                f"»{change.at}« er det eneste, der er tilbage. Skjul hele temaet.",
                f"{change.at!r} is the only one left. Hide the whole section.",
            ),
        )
        return False
    if change.at.startswith("sections."):
        _drop_scores_of(draft.document, spot.object["key"])
    spot.among.remove(spot.object)
    return True


def _drop_scores_of(document: Object, section: str) -> None:
    """Take away the scores of a section, and what shows them and nothing else."""
    gone = {s["id"] for s in document.get("scores", ()) if s.get("section") == section}
    _keep(document, "scores", lambda each: each["id"] not in gone)
    for matrix in document.get("matrices", ()):
        _keep(
            matrix,
            "subjects",
            lambda each: not gone.intersection(each["scores"].values()),
        )
    for block in document.get("blocks", ()):
        block["sections"] = [each for each in block["sections"] if each != section]
    _keep(document, "blocks", lambda each: bool(each["sections"]))


def _keep(owner: Object, field: str, wanted: Callable[[Any], bool]) -> None:
    if field in owner:
        owner[field] = [each for each in owner[field] if wanted(each)]


def _move(draft: Draft, change: q.Move) -> None:
    spot = draft.spot("at", change.at)
    if spot is None or spot.among is None:
        return
    target = spot.among
    if change.section is not None:
        section = draft.spot("section", f"sections.{change.section}")
        if section is None:
            return
        target = section.object["items"]
    place = spot.among.index(spot.object)
    spot.among.remove(spot.object)
    if not draft.insert(target, spot.object, change.after):
        spot.among.insert(place, spot.object)


def _roles(draft: Draft, change: q.AskRoles) -> None:
    spot = draft.spot("item", f"items.{change.item}")
    if spot is None:
        return
    known = (*(each["code"] for each in draft.listed("roles")), "*")
    wrong = [each for each in change.roles if each not in known]
    for each in wrong:
        draft.unknown("roles", each, known)
    if not wrong:
        spot.object["roles"] = list(change.roles)


def _weigh(draft: Draft, change: q.Weigh) -> None:
    spot = draft.spot("score", f"scores.{change.score}")
    if spot is None:
        return
    rule = spot.object["rule"]
    if rule["kind"] not in {"mean", "total", "percent"}:
        draft.wrong(
            "no-weights",
            "score",
            both(
                f"»{change.score}« har ingen vægte: reglen er »{rule['kind']}«.",
                f"{change.score!r} has no weights: its rule is {rule['kind']!r}.",
            ),
        )
        return
    strange = [key for key in change.weights if key not in rule["of"]]
    for key in strange:
        da, en = meant(key, rule["of"])
        draft.wrong(
            "not-in-score",
            f"weights.{key}",
            both(
                f"»{key}« tæller ikke med i »{change.score}«.{da}",
                f"{key!r} does not count in {change.score!r}.{en}",
            ),
        )
    if strange:
        return
    weights = {**rule.get("weights", {}), **_plain(change.weights)}
    rule["weights"] = {key: each for key, each in weights.items() if each != 1}
    if not rule["weights"]:
        del rule["weights"]


def _plain(numbers: Mapping[str, Any]) -> dict[str, int | float]:
    return {
        key: int(each) if each.denominator == 1 else float(each)
        for key, each in numbers.items()
    }


def _thresholds(draft: Draft, change: q.SetLimits) -> None:
    spot = draft.spot("bands", f"bands.{change.bands}")
    if spot is None:
        return
    bands = {each["code"]: each for each in spot.object["bands"]}
    for code, limit in _plain(change.limits).items():
        band = bands.get(code)
        if band is None:
            draft.unknown(f"limits.{code}", code, bands)
        elif "above" in band:
            band["above"] = limit
        elif "at_least" in band:
            band["at_least"] = limit
        else:
            draft.wrong(
                "lowest-band",
                f"limits.{code}",
                both(
                    f"»{code}« er det laveste bånd og har ingen nedre grænse.",
                    f"{code!r} is the lowest band and has no lower limit.",
                ),
            )


_MAKE: Mapping[type, Callable[[Draft, Any], None]] = {
    q.Reword: _reword,
    q.Translate: _translate,
    q.AddItem: _add_item,
    q.AddSection: _add_section,
    q.Hide: _hide,
    q.Move: _move,
    q.AskRoles: _roles,
    q.Weigh: _weigh,
    q.SetLimits: _thresholds,
}

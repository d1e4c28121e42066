"""Whether a step can give every old answer a new one: points, maps, kinds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model_forms.complaints import complaints
from model_forms.finding import Finding
from model_forms.json_schema import meant, problem
from model_forms.questionnaire import Choice, Item, Questionnaire, Several, Table
from model_forms.questionnaire.migration import AnyStep, Merge, Rescale, Split
from model_forms.response import Given, Value
from model_forms.text import Text, both
from model_forms.versions.answers import other_answers
from model_forms.versions.points import measure_of

Pair = tuple[str, str]
_BY_POINTS = {"mean", "highest", "lowest", "linear", "clamp"}


def value_findings(
    path: str,
    step: AnyStep,
    one: Questionnaire,
    other: Questionnaire,
    pairs: Sequence[Pair],
) -> Iterator[Finding]:
    """Yield what is wrong with the values of *step*, for *pairs* of old and new."""
    if isinstance(step, Merge | Rescale) and step.strategy in _BY_POINTS:
        yield from _without_points(path, step, one, other, pairs)
    if isinstance(step, Rescale):
        for was, now in pairs:
            yield from _map(path, step, (one, one.item(was)), (other, other.item(now)))
    elif isinstance(step, Split | Merge) and step.strategy != "ask":
        for was, now in pairs:
            reason = _reason(one, one.item(was), other, other.item(now))
            if reason is not None:
                yield problem(
                    "other-answers",
                    path,
                    both(
                        f"Svar på »{was}« er ikke svar på »{now}«: "
                        f"{reason.get('da')}. Brug »ask«.",
                        f"Answers to {was!r} are no answers to {now!r}: "
                        f"{reason.get('en')}. Use 'ask'.",
                    ),
                )


def _reason(
    one: Questionnaire, old: Item, other: Questionnaire, new: Item
) -> Text | None:
    """Return why an answer cannot be taken over; rows belong to their own table."""
    if isinstance(old.answer, Table):
        return both(
            "rækker kan ikke deles eller lægges sammen",
            "rows can neither be split nor merged",
        )
    return other_answers(one, old, other, new)


def _without_points(
    path: str,
    step: Merge | Rescale,
    one: Questionnaire,
    other: Questionnaire,
    pairs: Sequence[Pair],
) -> Iterator[Finding]:
    old, new = (
        dict.fromkeys(was for was, _ in pairs),
        dict.fromkeys(n for _, n in pairs),
    )
    for where, key in [*((one, was) for was in old), *((other, now) for now in new)]:
        found = measure_of(where, where.item(key))
        fits = found is not None and (step.strategy != "linear" or found.is_bounded)
        if not fits:
            yield problem(
                "no-points",
                f"{path}.strategy",
                both(
                    f"»{step.strategy}« regner med point, og »{key}« har ingen i "
                    f"{where.ref}, eller ingen laveste og højeste. Brug »map« eller "
                    "spørg igen.",
                    f"{step.strategy!r} reckons with points, and {key!r} has none in "
                    f"{where.ref}, or no lowest and highest. Use 'map', or ask again.",
                ),
            )


def _map(
    path: str,
    step: Rescale,
    before: tuple[Questionnaire, Item],
    after: tuple[Questionnaire, Item],
) -> Iterator[Finding]:
    if step.strategy != "map":
        if step.map:
            yield problem(
                "map-unused",
                f"{path}.map",
                both(
                    f"»{step.strategy}« bruger ikke »map«. Slet det ene.",
                    f"{step.strategy!r} does not use 'map'. Delete one of them.",
                ),
            )
        return
    kind = before[1].answer
    if not isinstance(kind, Choice | Several):
        yield problem(
            "no-options",
            f"{path}.strategy",
            both(
                f"»{step.item}« har ingen svarmuligheder, som »map« kan nævne.",
                f"{step.item!r} has no options for 'map' to name.",
            ),
        )
        return
    known = [str(each.value) for each in before[0].scale[kind.scale].options]
    for value in known:
        if value not in step.map:
            yield problem(
                "unmapped-value",
                f"{path}.map",
                both(
                    f"»{value}« mangler. Skriv dets nye værdi, eller null for at "
                    "spørge igen.",
                    f"{value!r} is missing. Give its new value, or null to ask again.",
                ),
            )
    yield from _mapped(path, step, known, after)


def _mapped(
    path: str, step: Rescale, known: list[str], after: tuple[Questionnaire, Item]
) -> Iterator[Finding]:
    questionnaire, item = after
    for value, new in step.map.items():
        if value not in known:
            da, en = meant(value, known)
            yield problem(
                "unknown-value",
                f"{path}.map.{value}",
                both(
                    f"»{value}« var ingen svarmulighed.{da}",
                    f"{value!r} was no option.{en}",
                ),
            )
        if new is None:
            continue
        given: Value = (new,) if isinstance(item.answer, Several) else new
        for code, message in complaints(questionnaire, item, Given(value=given)):
            yield problem(code, f"{path}.map.{value}", message)

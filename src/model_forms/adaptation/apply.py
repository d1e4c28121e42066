"""A base and an adaptation make a questionnaire, or a list of what is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from model_forms import questionnaire as q
from model_forms.adaptation.draft import Draft
from model_forms.adaptation.locks import lock_on
from model_forms.adaptation.make import make
from model_forms.adaptation.twice import said_twice
from model_forms.checks import check_definition
from model_forms.codec import (
    adaptation_to,
    content_hash,
    questionnaire_from,
    questionnaire_to,
)
from model_forms.errors import DefinitionRejected
from model_forms.finding import Finding, any_error
from model_forms.json_schema import problem
from model_forms.privacy import kinds
from model_forms.text import both

_OF_AN_OFFICE = {"email", "phone"}


def adapted(base: q.Questionnaire, adaptation: q.Adaptation) -> q.Questionnaire:
    """
    Return *base* with the changes of *adaptation*; an empty one gives the base itself.

    Raises DefinitionRejected with everything that is wrong, each at its change.
    """
    found, findings = applied(base, adaptation)
    if found is None:
        raise DefinitionRejected(str(adaptation), findings)
    return found


def applied(
    base: q.Questionnaire, adaptation: q.Adaptation
) -> tuple[q.Questionnaire | None, tuple[Finding, ...]]:
    """Return the adapted questionnaire, if it can be made, and what there is to say."""
    other = tuple(_other_base(base, adaptation))
    if other:
        return None, other
    if adaptation.is_empty:
        return base, ()
    draft = drafted(base, adaptation.changes)
    findings = (*_personal(adaptation), *said_twice(adaptation), *draft.findings)
    if not any_error(findings) and any_error(check_definition(draft.document)):
        findings += tuple(_breaking(base, adaptation.changes))
    if any_error(findings):
        return None, findings
    value = questionnaire_from(draft.document)
    content = {**questionnaire_to(value), "adaptation": adaptation_to(adaptation)}
    made = evolve(value, adaptation=adaptation, base=base, hash=content_hash(content))
    return made, findings


def drafted(base: q.Questionnaire, changes: tuple[q.AnyChange, ...]) -> Draft:
    """Return the document of *base* after those *changes* that can be made to it."""
    draft = Draft(base)
    for place, change in enumerate(changes):
        draft.path = f"$.changes[{place}]"
        lock = lock_on(base, change)
        if lock is None:
            make(draft, change)
        else:
            draft.wrong(
                "locked",
                "",
                both(
                    f"Det er låst i {base.ref} ({lock.id}). {lock.because.get('da')}",
                    f"This is locked in {base.ref} ({lock.id}). "
                    f"{lock.because.get('en')}",
                ),
            )
    return draft


def _breaking(
    base: q.Questionnaire, changes: tuple[q.AnyChange, ...]
) -> Iterator[Finding]:
    """Yield what makes the definition wrong, at the change that does it."""
    known: set[Finding] = set()
    for place in range(len(changes)):
        draft = drafted(base, changes[: place + 1])
        for each in check_definition(draft.document):
            if each.is_error and each not in known:
                known.add(each)
                da, en = (each.message.get(lang) for lang in ("da", "en"))
                yield problem(
                    each.code,
                    f"$.changes[{place}]",
                    both(
                        f"Ændringen gør skemaet ubrugeligt ({each.place}): {da}",
                        f"The change breaks the questionnaire ({each.place}): {en}",
                    ),
                )


def _other_base(base: q.Questionnaire, adaptation: q.Adaptation) -> Iterator[Finding]:
    wanted, seen = adaptation.base, base.ref
    if (wanted.id, wanted.version) != (seen.id, seen.version):
        yield problem(
            "other-base",
            "$.base",
            both(
                f"Tilpasningen er lavet til {wanted}, ikke til {seen}.",
                f"The adaptation was made for {wanted}, not for {seen}.",
            ),
        )
    elif wanted.hash != seen.hash:
        yield problem(
            "other-content",
            "$.base.hash",
            both(
                f"Det {seen}, der er installeret, har et andet indhold end det, "
                "tilpasningen er lavet til.",
                f"The installed {seen} is not the content that the adaptation was "
                "made for.",
            ),
        )


def _personal(adaptation: q.Adaptation) -> Iterator[Finding]:
    """Yield what points at a person; an office may have an address and a number."""
    house = adaptation.house
    contact = (house.contact if house else None) or ""
    if set(kinds(contact)) - _OF_AN_OFFICE:
        yield _points_at_somebody("$.house.contact")
    plain = adaptation_to(evolve(adaptation, changes=()))
    for path, text in _texts("$", plain):
        if path != "$.house.contact" and kinds(text):
            yield _points_at_somebody(path)
    for place, change in enumerate(adaptation_to(adaptation).get("changes", ())):
        for path, text in _texts(f"$.changes[{place}]", change):
            if kinds(text):
                yield _points_at_somebody(path)


def _texts(path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str) and not value.startswith("sha256:"):
        yield path, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(f"{path}.{key}", each)
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _texts(f"{path}[{place}]", each)


def _points_at_somebody(path: str) -> Finding:
    return problem(
        "personal-data",
        path,
        both(
            "Teksten ligner noget, der peger på en person. Skriv et kontor eller en "
            "rolle i stedet.",
            "The text looks like something that points at a person. Give an office or "
            "a role instead.",
        ),
    )

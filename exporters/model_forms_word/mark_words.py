"""The words of the note at the top of a marked document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from model_forms.text import Text, both

MOST = 300
"""How many problems are marked: more are not corrected in one go."""

_WORDS: Mapping[str, Text] = {
    "title": both("Ret dette", "Correct this"),
    "title_look": both("Se på dette", "Look at this"),
    "one_error": both("Én ting skal rettes.", "One thing must be corrected."),
    "errors": both("{count} ting skal rettes.", "{count} things must be corrected."),
    "one_warning": both("Én ting er værd at se på.", "One thing is worth looking at."),
    "warnings": both(
        "{count} ting er værd at se på.", "{count} things are worth looking at."
    ),
    "correct": both(
        "Der er en kommentar ved hvert felt, der skal rettes. Det, der handler om hele "
        "skemaet, står i en kommentar ved denne boks. Ret felterne, gem filen, og send "
        "den igen.",
        "There is a comment beside each field that must be corrected. What is about "
        "the whole form is in a comment beside this box. Correct the fields, save the "
        "file, and send it again.",
    ),
    "readable": both(
        "Jeres svar kan læses. Det, der er værd at se på, står som kommentarer ved de "
        "felter, det handler om. Retter I noget, så gem filen, og send den igen.",
        "Your answers can be read. What is worth looking at stands as comments beside "
        "the fields it is about. If you correct something, save the file and send it "
        "again.",
    ),
    "leave": both(
        "I må gerne lade kommentarerne og denne boks stå. De læses ikke som svar.",
        "You may leave the comments and this box. They are not read as answers.",
    ),
    "more": both(
        "Der er {count} mere. Ret dette først, og send filen igen.",
        "There are {count} more. Correct this first and send the file again.",
    ),
}


def note_lines(errors: int, warnings: int, language: str) -> Iterator[str]:
    """Yield the paragraphs of the note, its title first."""
    yield _say("title" if errors else "title_look", language)
    yield " ".join(
        [
            *_counted("error", errors, language),
            *_counted("warning", warnings, language),
        ]
    )
    yield _say("correct" if errors else "readable", language)
    yield _say("leave", language)
    if errors + warnings > MOST:
        yield _say("more", language, count=errors + warnings - MOST)


def _counted(kind: str, count: int, language: str) -> Iterator[str]:
    if count:
        key = f"one_{kind}" if count == 1 else f"{kind}s"
        yield _say(key, language, count=count)


def _say(key: str, language: str, **facts: object) -> str:
    return _WORDS[key].get(language).format(**facts)

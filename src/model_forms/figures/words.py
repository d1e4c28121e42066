"""What is said of a figure that is wrong, doubtful or held back."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from model_forms.errors import near_miss
from model_forms.figures.table import seen
from model_forms.figures.values import FEW, UNCERTAIN, UNITS, Indicator, Unit
from model_forms.numbers import words
from model_forms.text import Text, both

SUPPRESSED = both(
    f"Tallet bygger på eller viser en gruppe på under {FEW} personer. Det er ikke lagt "
    "ind, og det bør ikke deles.",
    f"The figure rests on or shows a group of under {FEW} people. It was not put in, "
    "and should not be shared.",
)
UNCERTAIN_FIGURE = both(
    f"Tallet bygger på færre end {UNCERTAIN}. Det er lagt ind og mærket som usikkert.",
    f"The figure rests on fewer than {UNCERTAIN}. It was put in and marked as "
    "uncertain.",
)
NO_COUNT = both(
    "Antal mangler. Skriv, hvor mange der har svaret, så andre kan se, hvad tallet er "
    "værd.",
    "The count is missing. Write how many answered, so that others can see what the "
    "figure is worth.",
)
NOT_A_COUNT = both(
    "Antallet skal være et helt tal med cifre alene, for eksempel 812. Lad feltet stå "
    "tomt, hvis I ikke kender det.",
    "The count must be a whole number in digits alone, such as 812. Leave the cell "
    "empty if you do not know it.",
)
NOT_READ = {
    "not-a-number": both(
        "Her skal der stå et tal alene, for eksempel 38,2. Enheden har sin egen "
        "kolonne.",
        "There must be a number alone here, such as 38.2. The unit has a column of its "
        "own.",
    ),
    "ambiguous-number": both(
        "Tallet kan læses på to måder: Er det tusinder eller decimaler? Skriv hele tal "
        "uden punktum og komma, og decimaltal med en eller to decimaler.",
        "The number can be read in two ways: thousands, or decimals? Write whole "
        "numbers without point or comma, and others with one or two decimals.",
    ),
}
NO_VALUE = both(
    "Tallet mangler. Skriv det, eller slet rækken.",
    "The figure is missing. Write it, or delete the row.",
)
NO_SOURCE = both(
    "Kilden mangler. Skriv, hvor tallet er fra, for eksempel »Landsbyggefonden, "
    "Beboerdata«.",
    "The source is missing. Write where the figure is from, such as “Landsbyggefonden, "
    "Beboerdata”.",
)
PERSONAL = both(
    "Her står noget, der kan pege på en bestemt person. Skriv, hvilket register eller "
    "hvilken undersøgelse tallet er fra.",
    "Something here could point to a particular person. Write which register or survey "
    "the figure is from.",
)


def small_area(limit: Fraction) -> Text:
    """Say that the area is too small to be mapped."""
    return both(
        f"Området har under {words(limit, 'da')} beboere. Vi fraråder at kortlægge "
        "det, for svar og tal kan komme til at pege på enkelte mennesker.",
        f"The area has fewer than {words(limit, 'en')} residents. We advise against "
        "mapping it, because answers and figures could point to individuals.",
    )


def unknown_indicator(text: str, known: Iterable[str]) -> Text:
    """Say which indicator was probably meant, or which there are."""
    names = list(known)
    if not text:
        listed = ", ".join(names)
        return both(
            f"Der står ikke, hvilket tal det er. Mulighederne er: {listed}.",
            f"It does not say which figure this is. There are: {listed}.",
        )
    meant, listed = near_miss(text, names), ", ".join(names)
    da = f"Mente I »{meant}«?" if meant else f"Mulighederne er: {listed}."
    en = f"Did you mean {meant!r}?" if meant else f"There are: {listed}."
    return both(
        f"Der er intet tal, som hedder »{seen(text)}«. {da}",
        f"There is no figure called {seen(text)!r}. {en}",
    )


def repeated(line: int) -> Text:
    """Say that another line has the same indicator, so that neither is used."""
    return both(
        f"Tallet står også i linje {line}. Ingen af dem er brugt; behold kun én.",
        f"The figure also stands in line {line}. Neither was used; keep only one.",
    )


def wrong_unit(text: str, unit: Unit) -> Text:
    """Say which unit is wanted; nothing is converted."""
    da, en = UNITS[unit].get("da"), UNITS[unit].get("en")
    if not text:
        return both(
            f"Enheden mangler. Der skal stå »{da}«.",
            f"The unit is missing. It should be {en!r}.",
        )
    return both(
        f"Enheden er »{seen(text)}«, men skal være »{da}«. Regn tallet om, og ret "
        "begge dele.",
        f"The unit is {seen(text)!r}, but should be {en!r}. Convert the figure, and "
        "correct both.",
    )


def out_of_range(indicator: Indicator) -> Text:
    """Say what is plausible, without repeating what was seen."""
    limits = {
        language: tuple(
            words(each, language) for each in (indicator.low, indicator.high)
        )
        for language in ("da", "en")
    }
    unit = UNITS[indicator.unit]
    return both(
        f"Tallet ligger uden for det, der er rimeligt: fra {limits['da'][0]} til "
        f"{limits['da'][1]} {unit.get('da')}. Se efter, om komma og enhed er rigtige.",
        f"The figure is beyond what is plausible: from {limits['en'][0]} to "
        f"{limits['en'][1]} {unit.get('en')}. Check its decimals and its unit.",
    )


def not_a_year(text: str) -> Text:
    """Say how a year is written."""
    return both(
        f"»{seen(text)}« er ikke et årstal. Skriv for eksempel 2025, eller 2024-2025 "
        "for et gennemsnit af to år.",
        f"{seen(text)!r} is not a year. Write 2025, or 2024-2025 for an average of two "
        "years.",
    )


def future_year(year: int, fetched: int) -> Text:
    """Say that a figure cannot be of a year after it was fetched."""
    return both(
        f"Tallet er fra {year}, men hentet i {fetched}. Ret det af dem, der er "
        "forkert.",
        f"The figure is of {year}, but was fetched in {fetched}. Correct the wrong "
        "one.",
    )


def not_a_day(text: str) -> Text:
    """Say how a day is written."""
    return both(
        f"»{seen(text)}« er ikke en dato. Skriv den dag, tallet er hentet, som "
        "åååå-mm-dd eller dd-mm-åååå.",
        f"{seen(text)!r} is not a date. Write the day the figure was fetched, as "
        "yyyy-mm-dd or dd-mm-yyyy.",
    )


def too_long(most: int) -> Text:
    """Say that a source is longer than a remark has room for."""
    return both(
        f"Kilden fylder over {most} tegn. Skriv den kortere.",
        f"The source has more than {most} characters. Write it shorter.",
    )

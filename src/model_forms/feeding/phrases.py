"""What a proposal says, in Danish and English."""

from __future__ import annotations

from model_forms.text import both

ROUND = both("{title} {round}", "{title} {round}")
PLACED = both("{theme}: {cell}.", "{theme}: {cell}.")
FROM = both("({source})", "({source})")
FIGURE = both(
    "{profile}: {words}, dækning {share}.", "{profile}: {words}, coverage {share}."
)
FIGURE_ALONE = both("{profile}: {words}.", "{profile}: {words}.")
GAP = both("videnshul", "knowledge gap")
DIFFERS = both(
    "Rollerne ser forskelligt på {codes}.", "The roles see {codes} differently."
)
DISAGREEMENTS = both(
    "I {source} ser rollerne forskelligt på: {items}.",
    "In {source} the roles see differently: {items}.",
)
NO_DISAGREEMENTS = both(
    "I {source} er der ingen spørgsmål, som rollerne ser meget forskelligt på.",
    "In {source} there are no questions that the roles see very differently.",
)
GAPS = both(
    "I {source} er der mange, der ikke ved noget om: {scores}.",
    "In {source} many do not know about: {scores}.",
)
NO_GAPS = both(
    "I {source} har ingen af temaerne et videnshul.",
    "In {source} none of the themes has a knowledge gap.",
)
GAP_SHARE = both("{score} (dækning {share})", "{score} (coverage {share})")
ROW = both("»{label}«.", "“{label}”.")
PLACE = both("{title}: {cell}.", "{title}: {cell}.")
ROLES = both(
    "{source}: {answered} af {asked} roller har svaret.",
    "{source}: {answered} of {asked} roles have answered.",
)
ROLES_MISSING = both("Mangler: {roles}.", "Missing: {roles}.")
AGE = both(
    "{source} er {age}. Grænsen er {months} måneder.",
    "{source} is {age}. The limit is {months} months.",
)
MONTHS = (
    both("{count} måned gammel", "{count} month old"),
    both("{count} måneder gammel", "{count} months old"),
)
AGE_NEW = both("fra denne måned", "from this month")
AGE_UNKNOWN = both(
    "Runden hedder »{round}«, så alderen kan ikke regnes ud. Skriv runder som "
    "åååå-mm, fx 2026-11.",
    "The round is called “{round}”, so its age cannot be worked out. Write rounds as "
    "yyyy-mm, such as 2026-11.",
)
ORPHANS = both(
    "{source}: prioriteret, men uden svar: {labels}.",
    "{source}: prioritised, but not answered: {labels}.",
)
UNLINKED = both(
    "Svarer ikke på noget i {there}: {labels}.",
    "Refers to nothing in {there}: {labels}.",
)
ALL_LINKED = both(
    "{source}: alt, der er prioriteret i {there}, er der svar på, og hver række svarer "
    "på noget derfra.",
    "{source}: all that is prioritised in {there} is answered, and each row answers "
    "something there.",
)
LINKS_UNKNOWN = both(
    "{source}: {there} er ikke lagt ved, så det vides ikke, hvad der mangler.",
    "{source}: {there} was not enclosed, so it is not known what is missing.",
)
FILLED = both(
    "{source}: {full} af {count} har udfyldt {columns}.",
    "{source}: {full} of {count} have filled in {columns}.",
)
FILLED_MISSING = both("Mangler: {labels}.", "Missing: {labels}.")
NO_ROWS = both("{source} har ingen rækker.", "{source} has no rows.")

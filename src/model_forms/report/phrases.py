"""Every phrase the report says by itself, in Danish and English."""

from __future__ import annotations

from model_forms.text import Text, both

Counted = tuple[Text, Text]
"""A phrase for one and a phrase for any other number."""

PROFILES = {
    "resources": both("Ressourcer", "Resources"),
    "challenges": both("Udfordringer", "Challenges"),
}

# Page 1
WORKING_DOCUMENT = both(
    "Arbejdsdokument: læs dette først", "Working document: read this first"
)
RESPONSES = (both("{count} besvarelse", "{count} response"),
             both("{count} besvarelser", "{count} responses"))  # fmt: skip
ASKED = both(
    "Det er der spurgt om: {purpose}",
    "What was asked: {purpose}",
)
ANSWERED_BY = both("De har svaret: {who}.", "Who answered: {who}.")
NOBODY = both("Ingen har svaret endnu.", "Nobody has answered yet.")
GROUP_ONLY = both(
    "Rapporten er til gruppen. Svar efter rolle kan pege på en enkelt kollega, så del "
    "den ikke uden for gruppen.",
    "The report is for the group. Answers by role can point to a single colleague, so "
    "do not share it outside the group.",
)
THEMES_CAPTION = both(
    "Temaerne side om side. {profiles} er forskellige ting og lægges aldrig sammen.",
    "The themes side by side. {profiles} are different things and are never added up.",
)
PROFILE_CHART = both(
    "Hvert tema for sig: ressourcer til venstre, udfordringer til højre",
    "Each theme by itself: resources to the left, challenges to the right",
)
THEMES_CAPTION_PLAIN = both("Temaerne side om side", "The themes side by side")
PART = both("Del", "Part")
THEME = both("Tema", "Theme")
PROPOSAL = both("Forslag", "Proposal")
OTHER_THEMES = both("Andre temaer", "Other themes")
HUNDRED = both("Tallene går fra 0 til 100.", "The figures go from 0 to 100.")
DASH_MEANS = both(
    "En streg: ingen spørgsmål af den slags, eller intet forslag.",
    "A dash: no questions of that kind, or no proposal.",
)
FIGURES = both("Skemaets tal", "The figures of the questionnaire")
OTHER_SCORES = both("Skemaets øvrige tal", "The other figures of the questionnaire")
FIGURE = both("Tal", "Figure")
RESULT = both("Resultat", "Result")
KNOWLEDGE_GAP = both("videnshul", "knowledge gap")
NO_SCORES = both(
    "Skemaet giver ingen tal. Rapporten viser, hvad der er svaret.",
    "The questionnaire gives no figures. The report shows what was answered.",
)

# Worth talking about
WORTH_TALKING = both("Det er værd at tale om", "Worth talking about")
TALK_RESOURCES = both(
    "Her er der ressourcer at bygge videre på: {themes}.",
    "Here are resources to build on: {themes}.",
)
TALK_CHALLENGES = both(
    "Her peger svarene på udfordringer: {themes}.",
    "Here the answers point to challenges: {themes}.",
)
TALK_DISAGREE_ALL = both(
    "Rollerne ser forskelligt på {items}.", "The roles see {items} differently."
)
TALK_DISAGREE_SOME = both(
    "Rollerne ser forskelligt på {count} spørgsmål, blandt andet {items}. Alle står i "
    "dagsordenen.",
    "The roles see {count} questions differently, among them {items}. All are on the "
    "agenda.",
)
TALK_GAPS = both(
    "Her svarer mange “{dont_know}”: {scores}.",
    "Here many answer “{dont_know}”: {scores}.",
)
TALK_WITHHELD = both(
    "Her er der ikke grundlag for et tal: {scores}.",
    "Here there is no basis for a figure: {scores}.",
)
TALK_NOTHING = both(
    "Der er ingen uenigheder eller videnshuller at fremhæve.",
    "There are no disagreements or knowledge gaps to point out.",
)

# Gates
NOT_OPEN = both("Del ikke svarene endnu", "Do not share the answers yet")
NOT_KNOWN_OPEN = both("Før I deler svarene", "Before you share the answers")

# Themes
ALL_ANSWERS = both("Alle svar", "All answers")
THEME_BY_THEME = both("Tema for tema", "Theme by theme")
THEMES_INTRO = both(
    "Hver rolle vejer lige meget. Dækning er, hvor mange der gav et svar, blandt dem, "
    "der svarede eller valgte “{dont_know}”.",
    "Each role weighs the same. Coverage is how many gave an answer, among those who "
    "answered or chose “{dont_know}”.",
)
ASKED_LIKE_THIS = both("Sådan blev der spurgt: {intro}", "How it was asked: {intro}")
CHART_ALT = both(
    "Søjlediagram fra 0 til 100 for {theme}. {numbers}.",
    "Bar chart from 0 to 100 for {theme}. {numbers}.",
)
QUESTION = both("Spørgsmål", "Question")
ROLES_MEAN = both("Rollernes gennemsnit", "Mean of the roles")
COVERAGE = both("Dækning", "Coverage")
DIFFERS = both("Ser rollerne det ens?", "Do the roles agree?")
VALUE = both("Værdi", "Value")
POINTS = both("Point ({low} til {high})", "Points ({low} to {high})")
SCALE_ENDS = both(
    "{low} er “{low_label}”, {high} er “{high_label}”.",
    "{low} is “{low_label}”, {high} is “{high_label}”.",
)
BASE = (
    both(
        "{answered} af {items} spørgsmål er besvaret af {roles} rolle.",
        "{answered} of {items} questions answered by {roles} role.",
    ),
    both(
        "{answered} af {items} spørgsmål er besvaret af {roles} roller.",
        "{answered} of {items} questions answered by {roles} roles.",
    ),
)
SCORE_COVERAGE = both("Dækning {share}.", "Coverage {share}.")
SCORE_GAP = both(
    "Videnshul: {share} gav et svar, resten valgte “{dont_know}”.",
    "Knowledge gap: {share} gave an answer, the rest chose “{dont_know}”.",
)
SHOWN_ALONE = both(
    "Spørgsmålet vises alene, fordi ét spørgsmål ikke er nok til et samlet tal.",
    "The question is shown alone, since one question is not enough for a figure.",
)
NO_ANSWER = both("ingen svar", "no answer")
COVERED = both("{share} ({given} af {asked})", "{share} ({given} of {asked})")
FEW_KNOW = both("få ved det", "few know")
SAME = both("Nogenlunde", "More or less")
ONE_ROLE = both("Kun én rolle har svaret", "Only one role answered")
APART = both(
    "Nej: fra {low} ({low_roles}) til {high} ({high_roles})",
    "No: from {low} ({low_roles}) to {high} ({high_roles})",
)
OTHER_ITEMS = both("Andre spørgsmål med point", "Other questions with points")
OTHER_ANSWERS = both("Andre svar efter rolle", "Other answers by role")
CONTEXT = both("Svar efter rolle", "Answers by role")
ANSWERS = both("Svar", "Answers")
NOTES = both("Parternes egne ord om temaet", "The partners' own words on the theme")
ROW = both("{row} {number} ({who})", "{row} {number} ({who})")

# Repeating tables
ROWS_CAPTION = both("Overblik, række for række", "Overview, row by row")
ROWS_NOT_RANKED = both(
    "Rækkerne står, som I skrev dem. Forslaget er et oplæg til samtalen; I beslutter "
    "selv, og I skriver hvorfor.",
    "The rows stand as you wrote them. The proposal is a basis for the talk; you "
    "decide yourselves, and you write why.",
)
NO_ROWS = both("Der er ikke skrevet noget {row} endnu.", "There is no {row} yet.")
NO_NAME = both("Uden navn", "No name")
REVIEW_CAPTION = both("Gennemgang, række for række", "Review, row by row")
COMPLETE = both("Udfyldt", "Filled in")
FILLED = both(
    "{filled} af {required} nødvendige felter", "{filled} of {required} needed fields"
)
MISSING = both("Mangler {codes}", "{codes} missing")
DEADLINE = both("Frist", "Deadline")
DAYS_LATE = (
    both("{day}: {count} dag over", "{day}: {count} day overdue"),
    both("{day}: {count} dage over", "{day}: {count} days overdue"),
)
NO_DATE = both("Ingen dato", "No date")
LINK_FOUND = both("Henviser til en række", "Refers to a row")
LINK_MISSING = both("Henviser ikke til noget", "Refers to nothing")
COMPLETE_ROWS = both(
    "{full} af {count} rækker er fuldt udfyldt.",
    "{full} of {count} rows are filled in completely.",
)
SPREAD = both("Fordeling: {spread}.", "Spread: {spread}.")
ORPHANS = both(
    "Det er prioriteret, men der er endnu ikke svaret på det: {labels}.",
    "This is prioritised, but not answered yet: {labels}.",
)
NO_ORPHANS = both(
    "Alt, der er prioriteret, er der svar på.", "All that is prioritised is answered."
)
LINKS_UNKNOWN = both(
    "Det tidligere skema er ikke lagt ved, så det er ikke undersøgt, om alt, der er "
    "prioriteret, er der svar på.",
    "The earlier form was not enclosed, so it is not known whether all that is "
    "prioritised is answered.",
)

# Agenda
AGENDA = both("Dagsorden til mødet", "Agenda for the meeting")
AGENDA_INTRO = both(
    "Uenighed er ikke en fejl. Den viser, at rollerne ser noget forskelligt. Tal om, "
    "hvad I hver især har set, og hvad I har brug for at vide.",
    "Disagreement is not a mistake. It shows that the roles see different things. Talk "
    "about what each of you has seen, and what you need to know.",
)
ROLES_SAY = both("Rollernes gennemsnit", "The means of the roles")
SEEN_DIFFERENTLY = both(
    "Spørgsmål, som rollerne ser forskelligt på", "Questions the roles see differently"
)
NO_DISAGREEMENT = both(
    "Ingen spørgsmål ses så forskelligt, at de er på dagsordenen.",
    "No question is seen so differently that it is on the agenda.",
)
BETWEEN = both("mellem “{low}” og “{high}”", "between “{low}” and “{high}”")
GAPS = both("Det mangler I viden om", "What you lack knowledge about")
GAP = both(
    "{score}: dækning {share}.",
    "{score}: coverage {share}.",
)
FEW_KNOW_THESE = both(
    "Spørgsmål, som få ved noget om:", "Questions that few know about:"
)
NO_GAPS = both(
    "Ingen af tallene har et videnshul.", "None of the figures has a knowledge gap."
)
ADDITIONS = both("Det har parterne selv tilføjet", "What the partners added themselves")
NO_ADDITIONS = both(
    "Ingen har skrevet andet end svar og bemærkninger.",
    "Nobody wrote anything but answers and remarks.",
)
WORTH_NOTING = both("Værd at bemærke", "Worth noting")
MATRIX_INTRO = both(
    "Tabellen foreslår, hvad I kan tale om. Den afgør ingenting. Grænsen går ved "
    "{limits}.",
    "The table proposes what you can talk about. It decides nothing. The limit is "
    "{limits}.",
)
LIMIT = both("{limit} for {axis}", "{limit} for {axis}")

PROPOSALS = both("Forslag til drøftelsen", "Proposals for the discussion")

# Appendix
APPENDIX = both("Bilag: sådan er tallene lavet", "Appendix: how the figures are made")
ROLES_ALIKE = both(
    "Først tages gennemsnittet inden for hver rolle, og så gennemsnittet af rollerne. "
    "Derfor vejer rollerne lige meget, uanset hvor mange der har svaret.",
    "First the mean is taken within each role, then the mean of the roles. So the "
    "roles weigh the same, however many have answered.",
)
DONT_KNOW = both(
    "“{dont_know}” er et svar på linje med de andre. Det tæller ikke med i et tal, men "
    "det tæller i dækningen. “{not_applicable}” tæller ikke med nogen af stederne.",
    "“{dont_know}” is an answer like the others. It does not count in a figure, but it "
    "counts in the coverage. “{not_applicable}” counts in neither.",
)
DONT_KNOW_COUNTS = both(
    "I disse tal tæller “{dont_know}” dog med som en værdi: {who}.",
    "In these figures “{dont_know}” counts as a value all the same: {who}.",
)
ENOUGH_ALL = both("Et tal vises, når {demands}.", "A figure is shown when {demands}.")
ENOUGH_MOST = both(
    "De fleste tal vises, når {demands}.", "Most figures are shown when {demands}."
)
ENOUGH_FOR = both("{who} vises, når {demands}.", "{who} is shown when {demands}.")
ENOUGH_ITEMS = (
    both("mindst {count} spørgsmål kan regnes med", "at least {count} question counts"),
    both("mindst {count} spørgsmål kan regnes med", "at least {count} questions count"),
)
ENOUGH_SHARE = both(
    "mindst {share} af dem er besvaret", "at least {share} of them are answered"
)
ENOUGH_ROLES = (
    both("mindst {count} rolle har svaret", "at least {count} role has answered"),
    both("mindst {count} roller har svaret", "at least {count} roles have answered"),
)
ENOUGH_RESPONDENTS = (
    both("mindst {count} har svaret", "at least {count} has answered"),
    both("mindst {count} har svaret", "at least {count} have answered"),
)
ROUNDED = both(
    "Tallene regnes ud uden afrunding og vises afrundet. Ordet for et tal findes ud "
    "fra det tal, der ikke er afrundet.",
    "The figures are worked out without rounding and shown rounded. The word for a "
    "figure is found from the figure before rounding.",
)
DISAGREES_FROM = both(
    "Et spørgsmål kommer på dagsordenen, når der er mindst {limit} point mellem den "
    "rolle, der svarer højest, og den, der svarer lavest.",
    "A question is on the agenda when there are at least {limit} points between the "
    "role that answers highest and the one that answers lowest.",
)
GAP_BELOW = both(
    "Et tal har et videnshul, når dækningen er under {limit}.",
    "A figure has a knowledge gap when its coverage is below {limit}.",
)
BANDS_CAPTION = both("Ordene for tallene", "The words for the figures")
BAND_FOR = both("Gælder", "For")
BAND_WORD = both("Ord", "Word")
BAND_LIMITS = both("Tal", "Figures")
BAND_BELOW = both("under {high}", "below {high}")
BAND_BETWEEN = both("fra {low} til under {high}", "from {low} to below {high}")
BAND_FROM = both("{low} og derover", "{low} and above")
BAND_ALL = both("alle", "all")
BAND_UP_TO = both("til og med {high}", "up to and with {high}")
BAND_OVER = both("over {low}", "above {low}")
BAND_FROM_UP_TO = both(
    "fra {low} til og med {high}", "from {low} up to and with {high}"
)
BAND_OVER_TO = both("over {low} og under {high}", "above {low} and below {high}")
BAND_OVER_UP_TO = both(
    "over {low} til og med {high}", "above {low} up to and with {high}"
)
BAND_LIMIT_WORDS = {
    (): {(False, False): BAND_ALL},
    ("high",): {(False, False): BAND_BELOW, (False, True): BAND_UP_TO},
    ("low",): {(False, False): BAND_FROM, (True, False): BAND_OVER},
    ("low", "high"): {
        (False, False): BAND_BETWEEN,
        (False, True): BAND_FROM_UP_TO,
        (True, False): BAND_OVER_TO,
        (True, True): BAND_OVER_UP_TO,
    },
}
"""The words for a band by the limits it has, and by which of them are strict."""
EXPLANATIONS = both("Hvert tal forklaret", "Each figure explained")
EXPLANATIONS_INTRO = both(
    "Ud for hvert spørgsmål står, hvad det tæller som, og hvad det bidrager med. Ud "
    "for hvert svar står det felt, svaret er læst fra.",
    "Beside each question stands what it counts as and what it contributes. Beside "
    "each answer stands the cell it was read from.",
)
RESPONSES_TITLE = both("Besvarelserne", "The responses")
ROLE = both("Rolle", "Role")
LABEL = both("Betegnelse", "Label")
FILE = both("Fil", "File")
FINDINGS = both("Det fandt vi i filerne", "What we found in the files")
NO_ROLE = both("Uden rolle", "No role")
AND = both(" og ", " and ")

# What if
WHAT_IF = both("Hvad hvis én rolle var udeladt?", "What if one role were left out?")
WHAT_IF_INTRO = both(
    "En hjælp til samtalen: tabellen viser, hvor meget tallene afhænger af, hvem der "
    "har svaret. Den siger ikke, hvem der har ret, og den ændrer ikke tallene.",
    "A help for the conversation: the table shows how much the figures depend on who "
    "answered. It does not say who is right, and it changes no figure.",
)
WHAT_IF_ROLES = both("Tallene uden én rolle ad gangen", "The figures without one role")
WHAT_IF_WEIGHTS = both(
    "Tallene med skemaets vægte og med lige vægte",
    "The figures with the questionnaire's weights and with equal weights",
)
WHAT_IF_NATIONAL = both(
    "Tallene med lokale og med nationale vægte og grænser",
    "The figures with local and with national weights and limits",
)
LOCALLY = both("Lokalt", "Locally")
NATIONALLY = both("Nationalt", "Nationally")
ADAPTED = both(
    "Skemaet er tilpasset lokalt{house} ({adaptation}). Det bygger på {base}.",
    "The questionnaire was adapted locally{house} ({adaptation}). It builds on {base}.",
)
BY_HOUSE = both(" af {name}", " by {name}")
ADAPTED_RULES = both(
    " Nogle tal er regnet med lokale vægte eller grænser; de nationale tal står ved "
    "siden af.",
    " Some figures were worked out with local weights or limits; the national figures "
    "stand beside them.",
)
WITH_ALL = both("Alle roller", "All roles")
WITHOUT_ONE = both("Uden én rolle", "Without one role")
OTHER_WORD = both("Bliver ordet et andet?", "Does the word change?")
WITHOUT_ROLE = both("Uden {role}: {words}", "Without {role}: {words}")
SAME_WORD = both("Nej", "No")
NO_FIGURE = both("intet tal", "no figure")
WITH_WEIGHTS = both("Skemaets vægte", "The questionnaire's weights")
WITHOUT_WEIGHTS = both("Lige vægte", "Equal weights")

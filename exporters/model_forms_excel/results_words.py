"""What only the results workbook says, in Danish and English."""

from __future__ import annotations

from collections.abc import Mapping

from model_forms.text import Text, both

SHEETS: Mapping[str, Text] = {
    "overview": both("Overblik", "Overview"),
    "roles": both("Roller", "Roles"),
    "items": both("Spørgsmål", "Questions"),
    "answers": both("Svar", "Answers"),
    "rows": both("Rækker", "Rows"),
    "remarks": both("Bemærkninger", "Remarks"),
    "why": both("Hvorfor", "Why"),
    "since": both("Udvikling", "Change"),
    "sensitivity": both("Følsomhed", "Sensitivity"),
    "about": both("Om tallene", "About the figures"),
    "points": both("Point", "Points"),
    "by_role": both("Hvorfor pr. rolle", "Why by role"),
    "lists": both("Lister", "Lists"),
    "written": both("Som skrevet", "As written"),
}

INTRO: Mapping[str, Text] = {
    "roles": both(
        "Det hver rolle har svaret om området, aldrig om en person. Kravene til, hvor "
        "mange roller der skal have svaret, gælder ikke her. Tallene er et oplæg til "
        "samtalen: ingen rolle har mere ret end en anden.",
        "What each role answered about the area, never about a person. The demands on "
        "how many roles must have answered do not hold here. The figures are a basis "
        "for the talk: no role is more right than another.",
    ),
    "items": both(
        "Ét spørgsmål på hver linje, i skemaets rækkefølge. Alle tal regnes ud fra "
        "arket »{answers}«.",
        "One question on each line, in the order of the questionnaire. All figures are "
        "worked out from the sheet “{answers}”.",
    ),
    "answers": both(
        "Her står alle svar. Er et svar læst eller skrevet forkert, så ret det i det "
        "gule felt: vælg på listen. Alle andre ark følger med.",
        "Here are all answers. If an answer was read or written wrongly, correct it in "
        "the yellow field: choose from the list. All other sheets follow.",
    ),
    "rows": both(
        "Her står svarene række for række. Ret et svar i det gule felt: vælg på "
        "listen. Alle andre ark følger med.",
        "Here are the answers row by row. Correct an answer in the yellow field: "
        "choose from the list. All other sheets follow.",
    ),
    "remarks": both(
        "Parternes egne ord og de svar, der ikke giver tal, som de blev skrevet. De "
        "indgår ikke i nogen beregning.",
        "The partners’ own words, and the answers that give no figures, as they were "
        "written. They enter no calculation.",
    ),
    "why": both(
        "Sådan er hvert tal regnet ud. Øverst står reglen, så hvert spørgsmål med det, "
        "det bidrager med, og nederst resultatet. Det er her tallene regnes; de andre "
        "ark henter dem.",
        "How each figure is worked out. The rule comes first, then each question with "
        "what it contributes, and last the result. The figures are worked out here; "
        "the other sheets fetch them.",
    ),
    "by_role": both(
        "Samme regnestykker som på arket »{why}«, men for én rolles svar ad gangen. "
        "Arket »{roles}« henter tallene her.",
        "The same sums as on the sheet “{why}”, but for one role’s answers at a time. "
        "The sheet “{roles}” fetches the figures here.",
    ),
    "points": both(
        "Svarene som point. Til højre står, for hver rolle, gennemsnittet af point, og "
        "hvor mange der gav et svar, ikke vidste det, eller fandt det ikke relevant.",
        "The answers as points. On the right stand, for each role, the mean of the "
        "points, and how many gave an answer, did not know, or found it not "
        "applicable.",
    ),
    "about": both(
        "Sådan er tallene lavet, og hvad de kan bruges til.",
        "How the figures are made, and what they can be used for.",
    ),
}

WORDS: Mapping[str, Text] = {
    "score": both("Tal", "Figure"),
    "result": both("Resultat", "Result"),
    "word": both("Ordet for tallet", "The word for it"),
    "base": both("Besvaret", "Answered"),
    "based_on": both("{answered} af {items}", "{answered} of {items}"),
    "of": both(" af ", " of "),
    "roles_count": both("Roller", "Roles"),
    "coverage": both("Dækning", "Coverage"),
    "gap": both("videnshul", "knowledge gap"),
    "gap_head": both("Videnshul", "Knowledge gap"),
    "discuss": both("drøft", "discuss"),
    "discuss_head": both("Drøft", "Discuss"),
    "code": both("Kode", "Code"),
    "question": both("Spørgsmål", "Question"),
    "mean": both("Rollernes gennemsnit", "Mean of the roles"),
    "hundred": both("0–100", "0–100"),
    "given": both("Svar", "Answers"),
    "unknown": both("Ved ikke", "Don’t know"),
    "na": both("Ikke relevant", "Not applicable"),
    "based": both("Tæller med", "In the base"),
    "lowest": both("Laveste rolle", "Lowest role"),
    "apart": both("Afstand mellem roller", "Distance between roles"),
    "answered_mean": both("Gennemsnit af svar", "Mean of answers"),
    "counted": both("Tæller som", "Counts as"),
    "weight": both("Vægt", "Weight"),
    "share": both("Bidrag", "Contribution"),
    "note": both("Hvis noget mangler", "If something is missing"),
    "product": both("Tæller × vægt", "Counts × weight"),
    "top": both("Højest muligt", "Highest possible"),
    "base_weight": both("Vægt i alt", "Weight in all"),
    "in_rule": both("{role} i dette tal", "{role} in this figure"),
    "role_mean": both("{role}: gennemsnit", "{role}: mean"),
    "role_given": both("{role}: svar", "{role}: answers"),
    "role_unknown": both("{role}: ved ikke", "{role}: don’t know"),
    "role_na": both("{role}: ikke relevant", "{role}: not applicable"),
    "role_based": both("{role}: tæller med", "{role}: in the base"),
    "answered_roles": both("Roller med svar (1 = ja)", "Roles with answers (1 = yes)"),
    "part": both("Andet tal", "Other figure"),
    "behind": both("Spørgsmålene bag", "The questions behind it"),
    "reason": both("Derfor er der intet tal", "Why there is no figure"),
    "value": both("Regnet ud, før afrunding", "Worked out, before rounding"),
    "shown": both("Vises som", "Shown as"),
    "to_next": both("Op til næste ord", "Up to the next word"),
    "chart": both("Tekst til diagrammet", "Text for the chart"),
    "proposal": both("Forslag", "Proposal"),
    "subject": both("Emne", "Subject"),
    "scores": both("Skemaets tal", "The figures of the questionnaire"),
    "by_score": both("Tal for hver rolle", "Figures for each role"),
    "by_item": both(
        "Spørgsmål for hver rolle: gennemsnit og nærmeste svar",
        "Questions for each role: mean and nearest answer",
    ),
    "noted": both("Bemærkning", "Remark"),
    "addition": both("Tilføjelse", "Addition"),
    "who": both("Hvem", "Who"),
    "role": both("Rolle", "Role"),
    "answer": both("Svar", "Answer"),
    "none_written": both("Ingen har skrevet noget.", "Nobody wrote anything."),
    "respondent": both("Besvarelse {number}", "Response {number}"),
    "answered_by": both("Hvem har svaret", "Who answered"),
    "talk": both("Til samtalen", "For the talk"),
    "talk_count": both(
        "Spørgsmål, som rollerne ser forskelligt på",
        "Questions that the roles see differently",
    ),
    "gap_count": both("Spørgsmål med videnshul", "Questions with a knowledge gap"),
    "unread_count": both(
        "Svar på arket »{answers}«, der ikke kan læses",
        "Answers on the sheet “{answers}” that cannot be read",
    ),
    "unread_told": both(
        "Ret dem: de tæller som ubesvarede, indtil I har gjort det.",
        "Correct them: they count as not answered until you have.",
    ),
    "changed_count": both(
        "Svar rettet her i projektmappen", "Answers corrected here in the workbook"
    ),
    "changed_told": both(
        "Besvarelserne er ikke ændret: ret også partens skema, hvis det skal gælde.",
        "The responses are unchanged: correct the partner’s form too, to make it last.",
    ),
    "before_corrections": both(
        "Tallene her er fra før rettelserne.",
        "The figures here are from before the corrections.",
    ),
    "now": both("Som det ser ud nu", "As it looks now"),
    "other_word": both("et andet ord", "another word"),
    "see_items": both("Se arket »{items}«.", "See the sheet “{items}”."),
    "themes": both(
        "Tema for tema. Ressourcer og udfordringer er forskellige ting og lægges "
        "aldrig sammen. Skemaets rækkefølge: ingen rangliste.",
        "Theme by theme. Resources and challenges are different things and are never "
        "added up. In the order of the questionnaire: no ranking.",
    ),
    "figures": both(
        "Skemaets tal, i skemaets rækkefølge: ingen rangliste.",
        "The figures, in the order of the questionnaire: no ranking.",
    ),
    "rows_head": both(
        "Rækkerne, som I skrev dem. Forslaget er et oplæg til samtalen; I beslutter "
        "selv.",
        "The rows as you wrote them. The proposal is a basis for the talk; you decide.",
    ),
    "chart_title": both(
        "{name}: {low}–{high}, i skemaets rækkefølge",
        "{name}: {low}–{high}, in the order of the questionnaire",
    ),
    "chart_alt": both(
        "Søjlediagram med {name} fra {low} til {high} i skemaets rækkefølge. Tallene "
        "og ordene står i tabellen ovenfor.",
        "Bar chart of {name} from {low} to {high} in the order of the questionnaire. "
        "The figures and words stand in the table above.",
    ),
    "no_scores": both(
        "Skemaet giver ingen tal. Svarene står på arket »{remarks}«.",
        "The questionnaire gives no figures. The answers are on the sheet “{remarks}”.",
    ),
    "version": both("Skema", "Questionnaire"),
    "fingerprint": both("Fingeraftryk af skemaet", "Fingerprint of the questionnaire"),
    "sources": both("Kilder", "Sources"),
    "notices": both("Forbehold", "Reservations"),
    "rules": both("Regler", "Rules"),
    "found": both("Det fandt vi i svarene", "What we found in the answers"),
    # Beside an item that some know about, and some do not.
    "dk_some": both(
        "Nogle ved det ikke: de tæller ikke med",
        "Some don’t know: they are left out",
    ),
    # What stands on the sheet of points for an answer that has none.
    "mark_unknown": both("ved ikke", "don’t know"),
    "mark_na": both("ikke relevant", "not applicable"),
    "mark_worthless": both("uden point", "no points"),
    "mark_unread": both("kan ikke læses", "cannot be read"),
    "choose_title": both("Vælg på listen", "Choose from the list"),
    "choose": both("Vælg et svar på listen.", "Choose an answer from the list."),
    "wrong": both(
        "Det svar står ikke på listen. Vælg et, der gør.",
        "That answer is not on the list. Choose one that is.",
    ),
}


def say(key: str, language: str, **facts: object) -> str:
    """Return the words for *key* with the *facts* put in."""
    return WORDS[key].get(language).format(**facts)


def sheet_words(key: str, language: str) -> str:
    """Return the name of a sheet."""
    return SHEETS[key].get(language)


def intro(key: str, language: str) -> str:
    """Return what stands at the top of a sheet, with the names of other sheets."""
    names = {each: name.get(language) for each, name in SHEETS.items()}
    return INTRO[key].get(language).format(**names)

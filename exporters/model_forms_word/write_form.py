"""A form becomes the bytes of a .docx file: the same bytes for the same form."""

from __future__ import annotations

from io import BytesIO

from attrs import frozen

from model_forms.forms.identity import Identity, form_id
from model_forms.issue import Issue
from model_forms.questionnaire import Questionnaire
from model_forms.report.blocks import Report
from model_forms.response import Response
from model_forms.theme import PLAIN
from model_forms_word.blank import blank
from model_forms_word.form_flow import FormFlow
from model_forms_word.form_house import house_of, numbers_in, open_for_form, prove
from model_forms_word.form_identity import sign
from model_forms_word.form_layout import Layout, layout
from model_forms_word.form_rows import RowMaker, column_sizes
from model_forms_word.form_styles import add_numbering, add_styles
from model_forms_word.form_typed import Filled, filled
from model_forms_word.package import timeless
from model_forms_word.page import ROOMY, set_up_pages
from model_forms_word.place import Place
from model_forms_word.properties import describe, entitle
from model_forms_word.root import rooted
from model_forms_word.widths import letters_of
from model_forms_word.words import Words, words_in


def write_form(
    questionnaire: Questionnaire,
    issue: Issue,
    *,
    response: Response | None = None,
    template: bytes | None = None,
) -> bytes:
    """
    Return the document of one form, in which *response* is filled in if given.

    The same arguments give the same bytes. With *template*, a Word document of the
    house, its pages, styles, fonts and colours are kept, and the form stands where it
    says ``{{ content }}`` or ``{{ indhold }}``, else at its end. Raises
    UnreadableDocument when it is no Word document, a damaged one, one with macros or
    with what is fetched from elsewhere, or when a form in it could not be read again.
    """
    given = filled(questionnaire, issue, response.answers if response else {})
    form = _Form(
        questionnaire=questionnaire,
        identity=Identity(ref=questionnaire.ref, issue=issue, rows=given.rows),
        plan=layout(questionnaire, issue.role, issue.language),
        given=given,
        words=words_in(issue.language),
    )
    return form.plain() if template is None else form.within(template)


@frozen(kw_only=True)
class _Form:
    questionnaire: Questionnaire
    identity: Identity
    plan: Layout
    given: Filled
    words: Words

    def plain(self) -> bytes:
        """Return the form in a document of ours."""
        about = self._about()
        document, lists = blank(PLAIN, self.words)
        add_styles(document, PLAIN)
        set_up_pages(document, ROOMY, about.footer, self.words)
        describe(document, about, self.words)
        place = Place(
            document=document,
            before=document.element.body.sectPr,
            theme=PLAIN,
            words=self.words,
            lists=lists,
            width=ROOMY.width,
        )
        return self._written(place, "")

    def within(self, template: bytes) -> bytes:
        """Return the form in the house's own document."""
        place = open_for_form(template, self.words, self.plan)
        house = house_of(place)
        entitle(place.document, self._about(), self.words)
        data = self._written(place, house.text)
        prove(data, self.plan, self.identity, house)
        return data

    def _written(self, place: Place, house: str) -> bytes:
        document = place.document
        flow = FormFlow(
            self._maker(place),
            add_numbering(document, self.plan),
            "" if place.lists.marking else place.lists.outermost,
        )
        sign(document, self.questionnaire, self.identity, house)
        markup = flow.markup(self.questionnaire, self.identity.sheet_id)
        root, made = rooted(document.element, place.before, markup)
        for each in made:
            place.settle(each)
        document.part._element = root  # noqa: SLF001  no public way to the element
        saved = BytesIO()
        document.save(saved)
        return timeless(saved.getvalue())

    def _maker(self, place: Place) -> RowMaker:
        letters = letters_of(place.theme) / letters_of(PLAIN)
        return RowMaker(
            layout=self.plan,
            issue=self.identity.issue,
            filled=self.given,
            theme=place.theme,
            tongue=self.words.tag,
            sizes=column_sizes(place.width, letters),
            taken=numbers_in(place.document),
        )

    def _about(self) -> Report:
        """Return what the document's properties say."""
        issue = self.identity.issue
        return Report(
            title=self.questionnaire.title.get(issue.language),
            subtitle=issue.area or "",
            language=issue.language,
            footer=form_id(self.questionnaire, self.identity.sheet_id),
            blocks=(),
        )

"""Choosing a template where words to an author are written.

A form that has a field of such words is given `offered()` and includes
`ideas/templates/_choose.html`; its route asks `is_asked()` before it validates, and then gives the
form back with the words in their place, and everything else as it was.
"""

from collections import defaultdict
from typing import Any, NamedTuple

from flask import request
from wtforms import Field, SelectField, TextAreaField, ValidationError

from app.core.i18n import LANGUAGES, N_, gettext
from app.ideas import queries, templating
from app.ideas.models import LONGEST_WORDS, AnswerTemplate, Idea, Verdict
from app.ideas.wording import VERDICTS

ANY_ANSWER = N_("For any answer")


class Offered(NamedTuple):
    """Templates that may be chosen, under what they answer; and what the author reads."""

    groups: list[tuple[str, list[AnswerTemplate]]]
    language: str


def is_asked() -> bool:
    """Whether a template is to be put in, instead of the form being sent."""
    return "fill" in request.form


def offered(idea: Idea | None = None) -> Offered:
    """Two queries at most; where nothing was written yet, one."""
    found = queries.templates()
    author = queries.addressed([idea.id]).get(idea.id) if found and idea else None
    language = LANGUAGES[author.language][0] if author and author.language in LANGUAGES else ""
    return Offered(grouped(found), language)


def grouped(templates: list[AnswerTemplate]) -> list[tuple[str, list[AnswerTemplate]]]:
    """One that is for two verdicts stands under both."""
    groups: defaultdict[Verdict | None, list[AnswerTemplate]] = defaultdict(list)
    for template in templates:
        for verdict in (*template.verdicts,) or (None,):
            groups[verdict].append(template)
    return [
        (gettext(VERDICTS[verdict] if verdict else ANY_ANSWER), groups[verdict])
        for verdict in (*VERDICTS, None)
        if groups[verdict]
    ]


def fill(field: Field, idea: Idea, *, in_markdown: bool = False) -> None:
    """Put the chosen template into a field of words; what was written stays above it."""
    found = {one.id: one for one in queries.templates()}
    template = found.get(request.form.get("template", 0, type=int))
    if template is None:
        field.errors = [gettext("Choose a template.")]
        return
    given = queries.addressed([idea.id])[idea.id]
    field.data = templating.put_in(
        field.data or "", template, given, found.values(), in_markdown=in_markdown
    )


class TemplateField(SelectField):
    """A template for several authors: each reads it in a language of theirs. `chosen` is which."""

    def __init__(self, label: Any, **given: Any) -> None:
        super().__init__(label, choices=[], coerce=str, default="", **given)
        self.known = {str(one.id): one for one in queries.templates()}
        self.choices = {"": [("", gettext("None: only the words below"))]} | {
            called: [(str(one.id), one.title) for one in templates]
            for called, templates in grouped(list(self.known.values()))
        }

    @property
    def chosen(self) -> AnswerTemplate | None:
        return self.known.get(self.data or "")

    def pre_validate(self, form: Any) -> None:
        if self.data and not self.chosen:
            raise ValidationError(gettext("This cannot be chosen any more. Choose another one."))


def words_to_each(
    numbers: list[int], template: AnswerTemplate | None, field: TextAreaField
) -> dict[int, str]:
    """What each author is told. Where it is too long for one of them, the field says so."""
    authors = queries.addressed(numbers)
    said = {
        number: templating.words_to(one, template, field.data or "")
        for number, one in authors.items()
    }
    if any(len(words) > LONGEST_WORDS for words in said.values()):
        longer = gettext("With the template it is longer than %(max)d letters.", max=LONGEST_WORDS)
        field.errors = [longer]
    return said

"""What one fills in to propose an idea, and to make it better."""

from typing import Any

from wtforms import HiddenField, RadioField, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length
from wtforms.widgets import HiddenInput

from app.catalogue import queries as catalogue
from app.catalogue.forms import TagsField, TermsField
from app.core.discretion import Discreet
from app.core.fields import line
from app.core.forms import Form, MarkdownField, NumberField
from app.core.i18n import LANGUAGES, gettext
from app.core.i18n import lazy_gettext as _l
from app.core.once import OnceField
from app.drafts.continuing import Drafted, register
from app.ideas.forms.voices import ColleagueField
from app.ideas.models import LONGEST_AUDIENCE, LONGEST_TITLE, Idea, IdeaKind, Voice
from app.ideas.proposing import Manuscript
from app.ideas.wording import KINDS, VOICES

register(Drafted("idea", new="ideas.ideas.new", edit="ideas.ideas.edit"))


def _named(words: dict[Any, str]) -> Any:
    return lambda: [(code.value, gettext(called)) for code, called in words.items()]


class IdeaForm(Discreet, Form):
    looked_through: tuple[str, ...] = ("title", "problem", "audience", "change")

    title = StringField(
        _l("Title"),
        [
            DataRequired(_l("Give it a title, so that people find it.")),
            Length(max=LONGEST_TITLE, message=_l("A title has up to %(max)d letters.")),
        ],
        filters=[line],
    )
    kind = RadioField(
        _l("What kind of idea is it?"),
        choices=_named(KINDS),
        coerce=IdeaKind,
        default=IdeaKind.FIX,
    )
    problem = MarkdownField(
        _l("What happens today"), [DataRequired(_l("Tell what happens: a sentence is enough."))]
    )
    audience = StringField(
        _l("For whom"),
        [Length(max=LONGEST_AUDIENCE, message=_l("Up to %(max)d letters."))],
        filters=[line],
    )
    change = MarkdownField(_l("What would change"))
    tags = TagsField(_l("Tags"))
    terms = TermsField(_l("What has it to do with?"))
    language = SelectField(
        _l("Language of the idea"),
        choices={code: name for code, (name, _) in LANGUAGES.items()},
    )
    draft = HiddenField()
    draft_version = HiddenField()

    @property
    def manuscript(self) -> Manuscript:
        """What was written, once the form is valid."""
        return Manuscript(
            title=self.title.data,
            kind=self.kind.data,
            problem=self.problem.data,
            problem_rendered=self.problem.rendered,
            audience=self.audience.data,
            change=self.change.data,
            change_rendered=self.change.rendered,
            language=self.language.data,
            tags=self.tags.names,
            terms=self.terms.data,
        )

    def preview(self) -> dict[str, str] | None:
        """Both texts as they would be read; nothing where one of them cannot be shown."""
        written = [field for field in (self.problem, self.change) if field.data]
        if any(not field.validate(self) for field in written):
            return None
        return {field.name: field.rendered.html for field in written}


class NewIdeaForm(IdeaForm):
    once = OnceField()
    came_from = HiddenField(filters=[line])  # "post:7", see `facts.origins`
    voice = RadioField(
        _l("Whose idea is it?"), choices=_named(VOICES), coerce=Voice, default=Voice.OWN
    )
    colleague = ColleagueField(_l("Whose is it, by name?"))
    behalf_of = NumberField()

    def validate_colleague(self, colleague: ColleagueField) -> None:
        if self.voice.data is Voice.COLLEAGUE:
            self.behalf_of.data = colleague.settle(self.behalf_of.data)


class EditIdeaForm(IdeaForm):
    version = NumberField(validators=[InputRequired()], widget=HiddenInput())

    @classmethod
    def of(cls, idea: Idea) -> "EditIdeaForm":
        """The form as the idea is now."""
        return cls(
            formdata=None,
            title=idea.title,
            kind=idea.kind,
            problem=idea.problem,
            audience=idea.audience,
            change=idea.change,
            tags=", ".join(row.name for row in catalogue.tags_of("idea", idea.id)),
            terms=[row.id for row in catalogue.terms_of("idea", idea.id)],
            language=idea.language,
            version=idea.version,
        )

    def face(self, idea: Idea) -> None:
        """What is there now has been seen: sending the form again decides."""
        self.version.data, self.version.raw_data = idea.version, [str(idea.version)]

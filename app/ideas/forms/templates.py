"""A template of answers, in each language of the house."""

from typing import Any

from wtforms import SelectMultipleField, StringField, TextAreaField, ValidationError
from wtforms.validators import DataRequired, InputRequired, Length
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from app.core.discretion import Discreet
from app.core.fields import line, words
from app.core.forms import Form, NumberField
from app.core.i18n import LANGUAGES, gettext
from app.core.i18n import lazy_gettext as _l
from app.core.once import OnceField
from app.ideas.models import DECIDED, LONGEST_TEXT, AnswerTemplate, Verdict
from app.ideas.models.template import LONGEST_NAME
from app.ideas.placeholders import unknown
from app.ideas.templating import column
from app.ideas.wording import VERDICTS

TEXTS = {code: column(code) for code in LANGUAGES}


def _text(code: str, *more: Any) -> TextAreaField:
    limit = Length(max=LONGEST_TEXT, message=_l("Up to %(max)d letters."))
    return TextAreaField(
        LANGUAGES[code][0],
        [*more, limit, _only_known],
        filters=[words],
        render_kw={"rows": 6, "lang": code},
    )


def _only_known(form: Any, field: TextAreaField) -> None:
    if strange := unknown(field.data or ""):
        said = gettext(
            "We do not know what %(what)s stands for. Write {name} or {idea}.", what=strange[0]
        )
        raise ValidationError(said)


class TemplateForm(Discreet, Form):
    looked_through = tuple(TEXTS.values())

    title = StringField(
        _l("What it is called among us"),
        [
            DataRequired(_l("Write a name.")),
            Length(max=LONGEST_NAME, message=_l("A name has up to %(max)d letters.")),
        ],
        filters=[line],
    )
    verdicts = SelectMultipleField(
        _l("For which answers"),
        coerce=Verdict,
        choices=lambda: [
            (verdict, gettext(said)) for verdict, said in VERDICTS.items() if verdict in DECIDED
        ],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    text = _text("es", DataRequired(_l("Write it in Spanish: it stands in where another lacks.")))
    text_eu, text_en, text_pt = _text("eu"), _text("en"), _text("pt")

    @property
    def said(self) -> tuple[str, dict[str, str], list[Verdict]]:
        """What the verbs of a template take, once the form is valid."""
        texts = {name: self[name].data or "" for name in TEXTS.values()}
        return self.title.data, texts, self.verdicts.data or []


class NewTemplateForm(TemplateForm):
    once = OnceField()


class TemplateChangeForm(TemplateForm):
    version = NumberField(validators=[InputRequired()], widget=HiddenInput())

    def face(self, template: AnswerTemplate) -> None:
        """What stands now has been seen: sending the form again keeps mine."""
        self.version.data, self.version.raw_data = template.version, [str(template.version)]

"""What those who work on an idea fill in."""

from typing import Self

from wtforms import RadioField, ValidationError
from wtforms.validators import DataRequired, InputRequired, NumberRange
from wtforms.widgets import HiddenInput

from app.core.calendar import today
from app.core.discretion import Discreet
from app.core.forms import DayField, Form, MarkdownField, NumberField
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.core.once import OnceField
from app.ideas import scoring
from app.ideas.models import Idea

LONGEST_NOTE = 5_000  # characters


class NoteForm(Discreet, Form):
    text = MarkdownField(
        _l("A note for those who work on it"),
        [DataRequired(_l("Write something first."))],
        longest=LONGEST_NOTE,
        render_kw={"rows": 3},
    )
    once = OnceField()

    def at(self, place: str) -> Self:
        """Two of them and that of a comment stand on one page: their fields are told apart."""
        for field in self:
            field.id = f"{place}-{field.name}"
        return self

    def validate(self, extra_validators: object = None) -> bool:
        if not super().validate(extra_validators):
            return False
        if "<img" in self.text.rendered.html:
            self.text.errors = [gettext("Notes have no pictures: say it in words.")]
        return not self.text.errors


class EvaluationForm(NoteForm):
    """Done, with a note or without."""

    text = MarkdownField(
        _l("What you think of it"),
        longest=LONGEST_NOTE,
        render_kw={"rows": 3},
    )


class TargetForm(Form):
    target_on = DayField(_l("When it is to be done"), [InputRequired(_l("Choose a day."))])

    def validate_target_on(self, field: DayField) -> None:
        if field.data and field.data < today():
            raise ValidationError(gettext("Choose a day that is still to come."))


def _place(name: str) -> RadioField:
    factor = scoring.FACTORS[name]
    return RadioField(
        _l(factor.name),
        [InputRequired(_l("Choose one."))],
        description=_l(factor.asks),
        coerce=int,
        choices=lambda: [
            (place, f"{place} · {gettext(said)}")
            for place, said in zip(scoring.PLACES, factor.places, strict=True)
        ],
    )


class ScoreForm(Form):
    value = _place("value")
    reach = _place("reach")
    effort = _place("effort")


class AnswerForm(Discreet, Form):
    looked_through = ("answer",)

    answer = MarkdownField(
        _l("The answer"),
        [DataRequired(_l("Write something first."))],
        render_kw={"rows": 10},
    )
    version = NumberField(validators=[InputRequired(), NumberRange(min=1)], widget=HiddenInput())

    def face(self, idea: Idea) -> None:
        """What stands now has been seen: sending the form again keeps mine."""
        self.version.data, self.version.raw_data = idea.version, [str(idea.version)]

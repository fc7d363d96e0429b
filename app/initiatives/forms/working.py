"""What one writes down while an initiative goes on, and some time after it."""

from wtforms import RadioField, StringField
from wtforms.validators import DataRequired, InputRequired, Length
from wtforms.widgets import HiddenInput

from app.core.discretion import Discreet
from app.core.fields import line
from app.core.forms import DayField, Form, MarkdownField, NumberField
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.core.once import OnceField
from app.initiatives.models import LONGEST_MILESTONE, LONGEST_SUMMARY, Change, Outcome
from app.initiatives.wording import OUTCOMES


class MilestoneForm(Form):
    title = StringField(
        _l("Milestone"),
        [
            DataRequired(_l("Say what will be behind you.")),
            Length(max=LONGEST_MILESTONE, message=_l("Up to %(max)d letters.")),
        ],
        filters=[line],
    )
    due_on = DayField(_l("By when"))
    once = OnceField()


class UpdateForm(Discreet, Form):
    looked_through: tuple[str, ...] = ("text",)

    text = MarkdownField(
        _l("How does it go?"), [DataRequired(_l("Write a line at least."))], longest=4_000
    )
    once = OnceField()


class ChangeForm(Discreet, Form):
    looked_through: tuple[str, ...] = ("summary", "text")

    outcome = RadioField(
        _l("What has changed?"),
        [InputRequired(_l("Choose one of them."))],
        choices=lambda: [(code.value, gettext(said)) for code, said in OUTCOMES.items()],
        coerce=Outcome,
    )
    summary = StringField(
        _l("In one sentence"),
        [
            DataRequired(_l("One sentence is enough, and it takes one.")),
            Length(max=LONGEST_SUMMARY, message=_l("Up to %(max)d letters.")),
        ],
        filters=[line],
    )
    text = MarkdownField(_l("How do you know?"), longest=4_000)
    version = NumberField(validators=[InputRequired()], widget=HiddenInput())

    @classmethod
    def of(cls, change: Change) -> "ChangeForm":
        return cls(
            formdata=None,
            outcome=change.outcome,
            summary=change.summary,
            text=change.text,
            version=change.version,
        )

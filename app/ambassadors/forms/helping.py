"""What one says to ask for help, and to answer."""

from wtforms import SelectField, TextAreaField
from wtforms.validators import DataRequired, Length, NumberRange, Optional
from wtforms.widgets import HiddenInput

from app.ambassadors.forms import choosing
from app.ambassadors.models import LEAST_NEED, LONGEST_ANSWER, LONGEST_NEED
from app.core.discretion import Discreet
from app.core.fields import words
from app.core.forms import Form, NumberField
from app.core.i18n import N_, gettext
from app.core.i18n import lazy_gettext as _l
from app.core.once import OnceField


class HelpForm(Discreet, Form):
    looked_through: tuple[str, ...] = ("need",)

    need = TextAreaField(
        _l("What do you need?"),
        [
            DataRequired(_l("Say what you need: a sentence is enough.")),
            Length(
                min=LEAST_NEED,
                max=LONGEST_NEED,
                message=_l("Between %(min)d and %(max)d letters."),
            ),
        ],
        filters=[words],
        render_kw={"rows": 6},
    )
    unit_id = choosing.UnitField(_l("For which unit"), N_("Not for a unit"), default="")
    topic = SelectField(
        _l("Topic"),
        choices=lambda: choosing.topics(gettext("None of these")),
        default="",
    )
    term_id = SelectField(
        _l("Touchpoint"),
        choices=lambda: choosing.touchpoints(gettext("None of these")),
        coerce=choosing.number,
        default="",
    )
    whom = NumberField("", [Optional(), NumberRange(min=1)], widget=HiddenInput())
    once = OnceField()

    def asking_the_nearest(self) -> "HelpForm":
        """Whoever was chosen is not there any more: it says so, and goes on as anybody's would."""
        self.whom.data = self.whom.raw_data = None
        self.need.errors = [
            gettext(
                "Whoever you chose is not an ambassador any more, so nothing was sent. Send it"
                " again and it goes to the nearest, or choose somebody else."
            )
        ]
        return self


class AnswerForm(Discreet, Form):
    looked_through: tuple[str, ...] = ("answer",)

    answer = TextAreaField(
        _l("Your answer"),
        [
            DataRequired(_l("Write an answer: a sentence is enough.")),
            Length(max=LONGEST_ANSWER, message=_l("Up to %(max)d letters.")),
        ],
        filters=[words],
        render_kw={"rows": 5},
    )

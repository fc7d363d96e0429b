"""What one answers to an invitation."""

from wtforms import RadioField, SelectField
from wtforms.validators import NumberRange, Optional

from app.core.forms import Form, NumberField
from app.core.i18n import lazy_gettext as _l
from app.events.models import MOST_GUESTS, Reply


class AnswerForm(Form):
    """A press of a button, with whom one brings."""

    reply = RadioField(
        choices={one.value: one.value for one in Reply}, coerce=Reply, default=Reply.YES
    )
    guests = NumberField(
        _l("Guests you bring"),
        [Optional(), NumberRange(0, MOST_GUESTS, _l("Between %(min)s and %(max)s."))],
        default=0,
    )
    of = SelectField(  # what is answered to
        choices={"date": "date", "series": "series"}, default="date"
    )

"""How a date was, as one answers it."""

from typing import Any

from wtforms import RadioField, TextAreaField
from wtforms.validators import InputRequired, Length

from app.core import fields
from app.core.discretion import Discreet
from app.core.forms import Form
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.events.models import LONGEST_FEEDBACK
from app.events.wording import WORTHS


def _worths() -> list[Any]:
    return [(worth, gettext(called)) for worth, called in WORTHS.items()]


class FeedbackForm(Discreet, Form):
    looked_through: tuple[str, ...] = ("words",)

    worth = RadioField(
        _l("Was it worth your time?"),
        [InputRequired(_l("Say whether it was worth your time."))],
        choices=_worths,
        coerce=int,
    )
    words = TextAreaField(
        _l("What would you keep, and what would you change?"),
        [Length(max=LONGEST_FEEDBACK, message=_l("Up to %(max)d letters."))],
        filters=[fields.words],
    )

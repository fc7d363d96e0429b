"""The end of a sitting."""

from wtforms import TextAreaField
from wtforms.validators import Length

from app.committee.models import LONGEST_NOTE
from app.core.discretion import Discreet
from app.core.fields import words
from app.core.forms import Form
from app.core.i18n import lazy_gettext as _l


class ClosingForm(Discreet, Form):
    looked_through = ("note",)

    note = TextAreaField(
        _l("What else was said or agreed"),
        [Length(max=LONGEST_NOTE, message=_l("Up to %(max)d letters."))],
        filters=[words],
        render_kw={"rows": 4},
    )

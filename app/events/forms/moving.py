"""What one fills in to move one date of a series, and to call it off."""

from wtforms import StringField
from wtforms.validators import DataRequired, Length

from app.core.fields import line
from app.core.forms import Form
from app.core.i18n import lazy_gettext as _l
from app.events.forms.announcing import web_address
from app.events.forms.times import Timed
from app.events.models import LONGEST_PLACE, LONGEST_REASON, LONGEST_URL, Occurrence


class MoveForm(Timed, Form):
    place = StringField(
        _l("Place"),
        [Length(max=LONGEST_PLACE, message=_l("Up to %(max)d letters."))],
        filters=[line],
    )
    call_url = StringField(
        _l("Address of the call"),
        [Length(max=LONGEST_URL, message=_l("Up to %(max)d letters.")), web_address],
        filters=[line],
    )

    @classmethod
    def of(cls, occurrence: Occurrence) -> "MoveForm":
        form = cls(formdata=None, place=occurrence.place, call_url=occurrence.call_url)
        form.fill(occurrence.when)
        return form


class CancellationForm(Form):
    reason = StringField(
        _l("Why it is off"),
        [
            DataRequired(_l("Say why: whoever meant to come will read it.")),
            Length(max=LONGEST_REASON, message=_l("Up to %(max)d letters.")),
        ],
        filters=[line],
    )

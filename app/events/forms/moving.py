"""What one fills in to move one date of a series, and to call it off."""

from wtforms import StringField, ValidationError
from wtforms.validators import DataRequired, Length

from app.core.fields import line
from app.core.forms import Form
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.events.forms.announcing import web_address
from app.events.forms.times import ClockField, Timed
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

    of_all_day = False  # as its series is

    @classmethod
    def of(cls, occurrence: Occurrence) -> "MoveForm":
        """The form as that date is now."""
        form = cls(formdata=None, place=occurrence.place, call_url=occurrence.call_url)
        form.fill(occurrence.when)
        return form.about(occurrence)

    def about(self, occurrence: Occurrence) -> "MoveForm":
        self.of_all_day = occurrence.is_all_day
        return self

    @property
    def is_all_day(self) -> bool:
        return self.of_all_day

    def validate_begins(self, begins: ClockField) -> None:
        if not self.of_all_day and begins.data is None and not begins.errors:
            raise ValidationError(gettext("Write an hour like 17:30."))


class CancellationForm(Form):
    reason = StringField(
        _l("Why it is off"),
        [
            DataRequired(_l("Say why: whoever meant to come will read it.")),
            Length(max=LONGEST_REASON, message=_l("Up to %(max)d letters.")),
        ],
        filters=[line],
    )

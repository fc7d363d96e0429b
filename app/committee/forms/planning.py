"""When a sitting is, and how it goes."""

from typing import Any

from wtforms import HiddenField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from app.committee.models import LONGEST_TITLE, MOST_MINUTES, MOST_QUORUM, Sitting
from app.core.fields import line
from app.core.forms import DayField, Form, NumberField
from app.core.i18n import lazy_gettext as _l


class SittingForm(Form):
    title = StringField(
        _l("What it is called"),
        [
            DataRequired(_l("Give it a name.")),
            Length(max=LONGEST_TITLE, message=_l("Up to %(max)d letters.")),
        ],
        filters=[line],
    )
    held_on = DayField(_l("Day"), [InputRequired(_l("Choose a day."))])
    quorum = NumberField(
        _l("How many have to be there"),
        [
            InputRequired(_l("Write a number.")),
            NumberRange(1, MOST_QUORUM, message=_l("Write a number from %(min)d to %(max)d.")),
        ],
    )
    limit = NumberField(
        _l("Minutes for each idea"),
        [
            Optional(),
            NumberRange(1, MOST_MINUTES, message=_l("Write a number from %(min)d to %(max)d.")),
        ],
    )
    stood = HiddenField(filters=[line])  # what was on screen when one began to change it

    @classmethod
    def of(cls, sitting: Sitting) -> Any:
        return cls(formdata=None, obj=sitting, stood=_said(sitting))

    def face(self, sitting: Sitting) -> None:
        """What stands now has been seen: sending the form again puts mine in its place."""
        self.stood.data, self.stood.raw_data = _said(sitting), [_said(sitting)]

    def has_stood(self, sitting: Sitting) -> bool:
        """Its agenda and those who are there change all the time; what this form says does not."""
        return self.stood.data == _said(sitting)

    @property
    def said(self) -> dict[str, Any]:
        return {
            "title": self.title.data,
            "held_on": self.held_on.data,
            "quorum": self.quorum.data,
            "limit": self.limit.data,
        }


def _said(sitting: Sitting) -> str:
    return f"{sitting.held_on} {sitting.quorum} {sitting.limit or 0} {sitting.title}"

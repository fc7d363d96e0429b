"""What one writes down of a date."""

from wtforms import StringField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional
from wtforms.widgets import HiddenInput

from app.core.discretion import Discreet
from app.core.fields import line
from app.core.forms import Form, MarkdownField, NumberField
from app.core.i18n import lazy_gettext as _l
from app.events.models import LONGEST_CHANGE, MOST_REACHED, Minutes, MinutesRevision


class MinutesForm(Discreet, Form):
    looked_through: tuple[str, ...] = ("text", "changed")

    text = MarkdownField(
        _l("What was said and agreed"), [DataRequired(_l("Write down at least what was agreed."))]
    )
    reached = NumberField(
        _l("People reached"),
        [Optional(), NumberRange(0, MOST_REACHED, _l("Between %(min)s and %(max)s."))],
    )
    changed = StringField(
        _l("What changed"),
        [Length(max=LONGEST_CHANGE, message=_l("Up to %(max)d letters."))],
        filters=[line],
    )
    version = NumberField(validators=[InputRequired()], widget=HiddenInput())

    @classmethod
    def of(cls, minutes: Minutes | None, said: MinutesRevision | None = None) -> "MinutesForm":
        """As they are now, or as they were once; none yet is version 0."""
        version = minutes.version if minutes else 0
        source = said or minutes
        if source is None:
            return cls(formdata=None, version=version)
        return cls(
            formdata=None,
            text=source.text,
            reached=source.reached,
            changed=source.changed,
            version=version,
        )

    def face(self, minutes: Minutes) -> None:
        """What is there now has been seen: sending the form again decides."""
        self.version.data, self.version.raw_data = minutes.version, [str(minutes.version)]

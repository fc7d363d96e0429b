"""Fields that several forms about people share."""

from typing import Any

from wtforms import Field, Form, HiddenField
from wtforms.validators import Email, ValidationError

from app.core.fields import line
from app.core.i18n import lazy_gettext as _l

LONGEST_PLACE = 2000  # letters of an address worth coming back to

# They turn the text around them: whoever wears one in a name writes over their neighbours.
TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def name(text: str | None) -> str:
    """A name on one line, which leaves the direction of what stands around it alone."""
    return line((text or "").translate(TURNING))


class Mailable(Email):
    """An address; with letters that not every mail server takes it would never get one."""

    def __init__(self) -> None:
        super().__init__(_l("That does not look like an email address."))

    def __call__(self, form: Form, field: Field) -> None:
        super().__call__(form, field)
        if not field.data.isascii():
            raise ValidationError(self.message)


class NextField(HiddenField):
    """Where to go on afterwards. What is no address of ours is forgotten, never an error."""

    def __init__(self, **given: Any) -> None:
        super().__init__("", filters=[_short], **given)


def _short(place: str | None) -> str:
    return place if place and len(place) <= LONGEST_PLACE else ""

"""Fields that several forms about people share."""

from typing import Any

from wtforms import HiddenField

from app.core.fields import line

LONGEST_PLACE = 2000  # letters of an address worth coming back to

# They turn the text around them: whoever wears one in a name writes over their neighbours.
TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def name(text: str | None) -> str:
    """A name on one line, which leaves the direction of what stands around it alone."""
    return line((text or "").translate(TURNING))


class NextField(HiddenField):
    """Where to go on afterwards. What is no address of ours is forgotten, never an error."""

    def __init__(self, **given: Any) -> None:
        super().__init__("", filters=[_short], **given)


def _short(place: str | None) -> str:
    return place if place and len(place) <= LONGEST_PLACE else ""

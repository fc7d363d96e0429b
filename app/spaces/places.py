"""Where a thing stands: in a space its writer may write in, or in the whole house."""

from typing import Any

from flask import abort
from wtforms import SelectField, ValidationError

from app.core.access import authorize, me, reader
from app.core.db import HIGHEST
from app.core.i18n import gettext
from app.spaces import policy
from app.spaces import queries as spaces
from app.spaces.models import Space


def _number(value: Any) -> int | None:
    """Nothing is the whole house; what no space can have is refused like any space one lacks."""
    number = int(value) if value else None
    if number is not None and number > HIGHEST:
        raise ValueError
    return number


class PlaceField(SelectField):
    """`data` is the number of a space, or None."""

    def __init__(self, label: Any = None, **given: Any) -> None:
        super().__init__(label, choices=_places, coerce=_number, default=None, **given)

    def pre_validate(self, form: Any) -> None:
        """Somebody may have been let go of while they wrote: what they wrote stays."""
        if self.data not in [self.coerce(value) for value, *_ in self.iter_choices()]:
            raise ValidationError(gettext("You cannot write there any more. Choose another place."))


def writable(number: int | None) -> Space | None:
    """The space a thing is to stand in, as far as whoever asks may write there. In `writing()`."""
    if number is None:
        return None
    standing = spaces.standing(me(), number) or abort(404)
    authorize(policy.write, standing.space, standing.role)
    return standing.space


def _places() -> dict[str, str]:
    house = {"": gettext("The whole house")}
    return house | {str(row.id): row.name for row in spaces.writable(reader())}

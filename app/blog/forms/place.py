"""Where a post stands: in a space its writer may write in, or in the whole house."""

from typing import Any

from wtforms import SelectField, ValidationError

from app.core.access import reader
from app.core.db import HIGHEST
from app.core.forms import Form
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.spaces import queries as spaces


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


class PlaceForm(Form):
    space = PlaceField(_l("Where to"))


def _places() -> dict[str, str]:
    house = {"": gettext("The whole house")}
    return house | {str(row.id): row.name for row in spaces.writable(reader())}

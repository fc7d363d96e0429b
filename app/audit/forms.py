"""Which entries one looks for."""

from datetime import timedelta
from typing import Any

from wtforms import HiddenField, SearchField, SelectField
from wtforms.validators import Length, Optional, Regexp, ValidationError

from app.audit.narrowing import Narrowing
from app.audit.telling import kinds_in_words
from app.core.fields import line
from app.core.forms import DayField, Form, midnight
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l


class NarrowingForm(Form):
    """Filters of an address: what makes no sense in one is said so, and asks for nothing."""

    class Meta(Form.Meta):
        csrf = False

    words = SearchField(_l("Name or email"), [Length(max=254)], name="q", filters=[line])
    fact = SelectField(
        _l("What happened"),
        choices=lambda: {"": gettext("Everything")} | kinds_in_words(),
        default="",
    )
    since = DayField(_l("From the day"))
    until = DayField(_l("To the day"))
    sign_in = HiddenField("", [Optional(), Regexp("^[0-9a-f]{12}$")], name="session")

    def validate_until(self, field: DayField) -> None:
        if self.since.data and field.data and field.data < self.since.data:
            raise ValidationError(gettext("This day is before the first one."))

    @property
    def wanted(self) -> Narrowing:
        self.validate()
        since, until = _sound(self.since), _sound(self.until)
        return Narrowing(
            words=_sound(self.words) or "",
            fact=_sound(self.fact) or "",
            since=midnight(since) if since else None,
            until=midnight(until + timedelta(days=1)) if until else None,
            sign_in=_sound(self.sign_in) or "",
        )

    @property
    def address(self) -> dict[str, Any]:
        """What of it was understood, as the address of a page says it."""
        self.validate()
        return {field.name: str(field.data) for field in self if not field.errors and field.data}


def _sound(field: SelectField | DayField | SearchField | HiddenField):
    return None if field.errors else field.data

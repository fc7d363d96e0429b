"""Which entries one looks for."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from wtforms import DateField, HiddenField, SearchField, SelectField
from wtforms.validators import Length, Optional, Regexp, ValidationError

from app.audit.narrowing import Narrowing
from app.audit.telling import kinds_in_words
from app.core.fields import line
from app.core.forms import Form
from app.core.i18n import gettext, time_zone
from app.core.i18n import lazy_gettext as _l

A_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
YEARS = range(2000, 2200)  # a day far from ours may have no moment at all


class DayField(DateField):
    """A day of the reader's calendar."""

    data: date | None

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = None
        if not valuelist or not valuelist[0].strip():
            return
        try:
            day = date.fromisoformat(valuelist[0].strip())
        except ValueError:
            day = date.min
        if day.year not in YEARS:
            raise ValueError(gettext("Write a day like 2026-03-02."))
        self.data = day

    def _value(self) -> str:
        """What was typed; a browser's calendar holds nothing that is not written like a day."""
        typed = self.raw_data[0].strip() if self.raw_data else ""
        return typed if A_DAY.fullmatch(typed) else ""


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
            since=_midnight(since) if since else None,
            until=_midnight(until + timedelta(days=1)) if until else None,
            sign_in=_sound(self.sign_in) or "",
        )

    @property
    def address(self) -> dict[str, Any]:
        """What of it was understood, as the address of a page says it."""
        self.validate()
        return {field.name: str(field.data) for field in self if not field.errors and field.data}


def _sound(field: SelectField | DayField | SearchField | HiddenField):
    return None if field.errors else field.data


def _midnight(day: date) -> datetime:
    """When it begins where the reader is, as the database counts."""
    begins = datetime.combine(day, time(), ZoneInfo(time_zone()))
    return begins.astimezone(UTC).replace(tzinfo=None)

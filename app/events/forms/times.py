"""Days, hours and time zones, as one fills them in."""

from datetime import datetime, time, timedelta
from typing import Any, ClassVar

from flask import current_app
from wtforms import BooleanField, SelectField, TimeField, ValidationError
from wtforms.validators import InputRequired, Optional

from app.core.forms import DayField
from app.core.i18n import gettext, time_zone, time_zones
from app.core.i18n import lazy_gettext as _l
from app.events.models import LASTS_AT_MOST, When

AN_HOUR = timedelta(hours=1)
COMMON = (  # where those live with whom one most often has an appointment
    "Europe/Madrid",
    "Atlantic/Canary",
    "Europe/Lisbon",
    "Europe/London",
    "Europe/Paris",
    "America/Mexico_City",
    "America/Bogota",
    "America/Sao_Paulo",
    "America/New_York",
    "UTC",
)


class ZoneField(SelectField):
    """A time zone: the reader's and the common ones, and any other that was sent."""

    def __init__(self, label: Any = None, **given: Any) -> None:
        super().__init__(label, choices=_zones, default=time_zone, **given)

    def pre_validate(self, form: Any) -> None:
        if self.data not in time_zones() and self.data != "UTC":
            raise ValidationError(gettext("We know no such time zone."))

    def iter_choices(self) -> Any:
        known = list(super().iter_choices())
        if self.data in time_zones() and self.data not in [value for value, *_ in known]:
            known.append((self.data, self.data.replace("_", " "), True, {}))
        return iter(known)


class ClockField(TimeField):
    """An hour of the day, "17:30"."""

    data: time | None

    def __init__(self, label: Any = None, validators: Any = (), **given: Any) -> None:
        super().__init__(label, validators, format=["%H:%M", "%H:%M:%S"], **given)

    def process_formdata(self, valuelist: Any) -> None:
        if not any(value.strip() for value in valuelist):
            self.data = None
            return
        try:
            super().process_formdata(valuelist)
        except ValueError as wrong:
            raise ValueError(gettext("Write an hour like 17:30.")) from wrong


class Timed:
    """The fields of a form that say when. Once valid, `when` is it.

    Without an end it lasts an hour, or a day; without an hour it is all day.
    """

    errors: ClassVar[Any]

    day = DayField(_l("Day"), [InputRequired(_l("Say on which day."))])
    begins = ClockField(_l("From"))
    ends = ClockField(_l("Until"))
    last_day = DayField(_l("Last day, if it goes on for several"), [Optional()])
    all_day = BooleanField(_l("All day"))
    zone = ZoneField(_l("By the clock of"))

    @property
    def is_all_day(self) -> bool:
        return bool(self.all_day.data or (self.begins.data is None and not self.begins.errors))

    @property
    def when(self) -> When:
        """Only of a day that was said."""
        first = self.day.data
        assert first is not None
        last = self.last_day.data or first
        if self.is_all_day:
            midnight = datetime.combine(first, time())
            until = datetime.combine(last, time()) + timedelta(days=1)
            return When(midnight, until, str(self.zone.data), is_all_day=True)
        begins = datetime.combine(first, self.begins.data or time())
        if self.ends.data is None:
            ends = begins + AN_HOUR + (last - first)
        else:
            ends = datetime.combine(last, self.ends.data)
            if ends <= begins and last == first:
                ends += timedelta(days=1)  # it goes on past midnight
        return When(begins, ends, str(self.zone.data))

    def fill(self, when: When) -> None:
        """The fields as it is now."""
        self.day.data, self.zone.data = when.starts.date(), when.zone
        self.all_day.data = when.is_all_day
        last = when.last_day
        self.last_day.data = last if last != when.starts.date() else None
        if not when.is_all_day:
            self.begins.data, self.ends.data = when.starts.time(), when.ends.time()

    def validate_last_day(self, field: DayField) -> None:
        if field.data is None or self.day.data is None or self.day.errors:
            return
        if field.data < self.day.data:
            raise ValidationError(gettext("It would be over before it begins."))
        if field.data - self.day.data > LASTS_AT_MOST - timedelta(days=1):
            raise ValidationError(gettext("An event lasts up to %(n)d days.", n=LASTS_AT_MOST.days))

    def validate_ends(self, field: ClockField) -> None:
        if self.day.data is None or self.day.errors or self.zone.errors:
            return
        is_known = self.zone.data in {*time_zones(), "UTC"}
        if is_known and not self.last_day.errors and not self.when.is_possible:
            raise ValidationError(gettext("It would be over before it begins."))


def _zones() -> dict[str, str]:
    mine = (time_zone(), current_app.config["BABEL_DEFAULT_TIMEZONE"])
    return {zone: zone.replace("_", " ") for zone in (*mine, *COMMON)}

"""What the house says to whoever comes in, at the time their own clock shows."""

from datetime import date as date_type
from datetime import datetime

from flask_babel import format_datetime

from app.core.i18n import date, gettext, language, local
from app.people.names import first_name

DAWN = 5
MOST = 100  # days remembered, in whatever language

_said: dict[tuple[str, date_type], str] = {}
# When people begin to say "good afternoon" and "good evening": lunch and night come at other hours.
HOURS = {"es": (14, 21), "eu": (13, 20), "en": (12, 18), "pt": (12, 20)}


def greeting(moment: datetime, full_name: str) -> str:
    """A whole sentence. `moment` is UTC, without a zone; the reader is called by the first name."""
    hour, name = local(moment).hour, first_name(full_name)
    afternoon, evening = HOURS[language()]
    if DAWN <= hour < afternoon:
        return gettext("Good morning, %(name)s", name=name)
    if afternoon <= hour < evening:
        return gettext("Good afternoon, %(name)s", name=name)
    return gettext("Good evening, %(name)s", name=name)


def today(moment: datetime) -> str:
    """«Lunes, 23 de noviembre»."""
    here = (language(), local(moment).date())
    if here not in _said:
        if len(_said) > MOST:
            _said.clear()
        weekday = format_datetime(moment, "EEEE")
        said = gettext("%(weekday)s, %(date)s", weekday=weekday, date=date(moment))
        _said[here] = said[:1].upper() + said[1:]
    return _said[here]

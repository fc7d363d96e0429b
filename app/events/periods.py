"""What the pages of the calendar are called, and its weekdays, in the reader's language."""

from datetime import date
from functools import lru_cache

from babel.dates import get_day_names

from app.core.i18n import LOCALES, gettext, language, month_of_year
from app.core.i18n import date as told_day
from app.events import wording
from app.events.narrowing import Narrowing, View


def called(wanted: Narrowing, today: date) -> str:
    """«Noviembre de 2026», «23 de noviembre – 29 de noviembre», «Lo que viene»."""
    if wanted.view is View.AGENDA:
        if wanted.on == today:
            return gettext("What is to come")
        return gettext("From %(day)s on", day=told_day(wanted.on))
    if wanted.view is View.WEEK:
        first, *_, last = wanted.days
        return f"{told_day(first)} – {told_day(last)}"
    return month_of_year(wanted.on)


def day(day: date) -> str:
    """«Martes, 24 de noviembre»."""
    told = f"{wording.weekday(day)}, {told_day(day)}"
    return told[:1].upper() + told[1:]


def weekdays() -> list[tuple[str, str]]:
    """(«lun», «lunes») and so on, Monday first."""
    return _weekdays(language())


@lru_cache
def _weekdays(spoken: str) -> list[tuple[str, str]]:
    short = get_day_names("abbreviated", "stand-alone", LOCALES[spoken])
    wide = get_day_names("wide", "stand-alone", LOCALES[spoken])
    return [(short[nth].rstrip("."), wide[nth]) for nth in range(7)]

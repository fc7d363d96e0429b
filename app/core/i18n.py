"""Words people read, in the language they read; dates and numbers as they write them."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from datetime import date as calendar_day
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale
from babel.dates import format_datetime
from babel.numbers import format_decimal, format_percent
from babel.support import Translations
from flask import Flask, current_app, g, has_request_context, request, session
from flask_babel import (
    Babel,
    force_locale,
    get_locale,
    get_translations,
    lazy_gettext,
    ngettext,
    pgettext,
)

from app.core.asking import reader

__all__ = ["N_", "babel", "gettext", "lazy_gettext", "ngettext", "pgettext"]

# What people call the language, and the region whose dates and numbers it follows.
LANGUAGES = {
    "es": ("Español", "es"),
    "eu": ("Euskara", "eu"),
    "en": ("English", "en_GB"),
    "pt": ("Português", "pt_PT"),
}
LOCALES = {name: Locale.parse(region) for name, (_, region) in LANGUAGES.items()}

# CLDR's Basque «2026(e)ko martxoaren 7(a)» is nobody's Basque: months take -k, years -ko.
DATES = {
    "es": "d 'de' MMMM",
    "eu": "MMMM'k' d",
    "en": "d MMMM",
    "pt": "d 'de' MMMM",
}
DATES_WITH_YEAR = {
    "es": "d 'de' MMMM 'de' y",
    "eu": "y'{suffix}' MMMM'k' d",
    "en": "d MMMM y",
    "pt": "d 'de' MMMM 'de' y",
}
MONTHS_WITH_YEAR = {
    "es": "LLLL y",
    "eu": "y'{suffix}' LLLL",
    "en": "LLLL y",
    "pt": "LLLL y",
}
CALENDAR_MONTHS = MONTHS_WITH_YEAR | {"es": "LLLL 'de' y", "pt": "LLLL 'de' y"}

# A quotation inside a quotation: «… “…” …», but “… ‘…’ …” in English.
INNER_QUOTES = str.maketrans("«»", "“”")
INNER_QUOTES_OF_ENGLISH = str.maketrans("“”", "‘’")

A_QUARTER = 15 * 60  # seconds

babel = Babel()
_catalogues: dict[str, Translations] = {}
_zone: ContextVar[str] = ContextVar("zone", default="")


def N_(words: str) -> str:  # noqa: N802
    """Marks words for translators where they are declared; they are translated where read."""
    return words


def gettext(words: str, /, **values: Any) -> str:
    """The words in the language that is spoken, with the values in their places."""
    said = catalogue().ugettext(words)
    return said % values if values else said


def init_app(app: Flask) -> None:
    babel.init_app(app, locale_selector=_locale, timezone_selector=time_zone)
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=lambda words: catalogue().ugettext(words),
        ngettext=lambda one, many, number: catalogue().ungettext(one, many, number),
        pgettext=lambda about, words: catalogue().upgettext(about, words),
        npgettext=lambda about, one, many, number: catalogue().unpgettext(about, one, many, number),
        newstyle=True,
    )
    app.jinja_env.filters.update(
        date=date,
        day=day,
        month=month,
        moment=moment,
        number=number,
        percent=percent,
        iso=iso,
        inner=inner,
        from_iso=datetime.fromisoformat,
    )
    app.jinja_env.globals.update(
        language=language, languages=LANGUAGES, pgettext=pgettext, time_zone=time_zone
    )


def language() -> str:
    """The reader's language: "es", "eu", "en" or "pt"."""
    locale = get_locale()
    return locale.language if locale else "es"


def catalogue() -> Translations:
    """The words of the language that is spoken, for templates. Flask-Babel looks for it at every
    word by the written name of the locale, which takes longer than looking up the word.
    """
    locale = get_locale()
    if locale is None:  # nobody is spoken to
        return get_translations()
    if locale.language not in _catalogues:
        _catalogues[locale.language] = get_translations()
    return _catalogues[locale.language]


def _locale() -> Locale:
    return LOCALES[_chosen()]


def _chosen() -> str:
    """What the person prefers, else what this browser chose, else what it asks for."""
    if not has_request_context():
        return current_app.config["BABEL_DEFAULT_LOCALE"]
    if (asks := reader()) and asks.language in LANGUAGES:
        return asks.language
    if session.get("language") in LANGUAGES:
        return session["language"]
    default = current_app.config["BABEL_DEFAULT_LOCALE"]
    return request.accept_languages.best_match(LANGUAGES, default) or default


@contextmanager
def speaking(language: str, zone: str = "") -> Iterator[None]:
    """Within it the house speaks this language, by this clock, whoever asked: to write letters."""
    token = _zone.set(zone or current_app.config["BABEL_DEFAULT_TIMEZONE"])
    try:
        with force_locale(LANGUAGES.get(language, LANGUAGES["es"])[1]):
            yield
    finally:
        _zone.reset(token)


def is_speaking() -> bool:
    """Whether the house speaks to somebody else than whoever asked."""
    return bool(_zone.get())


def time_zone() -> str:
    """The name of the zone whose clock the reader goes by."""
    if zone := _zone.get():
        return zone
    zone = getattr(reader(), "time_zone", "") if has_request_context() else ""
    return zone or current_app.config["BABEL_DEFAULT_TIMEZONE"]


def time_zones() -> list[str]:
    return sorted(zone for zone in available_timezones() if "/" in zone and zone[0].isupper())


def local(moment: datetime) -> datetime:
    """A moment of the database (UTC, naive) on the reader's clock."""
    return moment.replace(tzinfo=UTC).astimezone(ZoneInfo(time_zone()))


def absolute(here: datetime) -> datetime:
    """What the reader's clock shows, as a moment of the database (UTC, naive)."""
    return here.replace(tzinfo=ZoneInfo(time_zone())).astimezone(UTC).replace(tzinfo=None)


def here_and_now() -> tuple[str, str, int, int]:
    """(language, time zone, day, hour) of the reader: what a page is told in, beside its words.

    Every zone's clock strikes the hour on a border of a quarter, so a quarter is looked up once;
    a request is answered in the moment in which it first asked. Letters follow one another, each
    to a reader of its own: they are told anew.
    """
    if not is_speaking() and (known := g.get("here_and_now")):
        return known
    zone = time_zone()
    told = (language(), zone, *_struck(zone, int(time.time()) // A_QUARTER))
    if has_request_context() and not is_speaking():
        g.here_and_now = told
    return told


@lru_cache(maxsize=1024)
def _struck(zone: str, quarter: int) -> tuple[int, int]:
    here = datetime.fromtimestamp(quarter * A_QUARTER, ZoneInfo(zone))
    return here.toordinal(), here.hour


def date(moment: datetime | calendar_day) -> str:
    """«7 de marzo», with its year when it is another one. A day is the same on every clock."""
    spoken, here = language(), _on_the_wall(moment)
    same_year = here.year == local(datetime.now(UTC).replace(tzinfo=None)).year
    pattern = (DATES if same_year else DATES_WITH_YEAR)[spoken]
    return format_datetime(here, pattern.format(suffix=_year_ending(here.year)), locale=_at())


def day(moment: datetime | calendar_day) -> int:
    """The day of the month on the reader's clock, where a list is dated as a calendar is."""
    return _on_the_wall(moment).day


def month(moment: datetime | calendar_day) -> str:
    """«marzo», with its year when it is another one: what stands under the day."""
    here = _on_the_wall(moment)
    same_year = here.year == local(datetime.now(UTC).replace(tzinfo=None)).year
    pattern = "LLLL" if same_year else MONTHS_WITH_YEAR[language()]
    return format_datetime(here, pattern.format(suffix=_year_ending(here.year)), locale=_at())


def month_of_year(day: calendar_day) -> str:
    """«Noviembre de 2026», at the head of a page."""
    pattern = CALENDAR_MONTHS[language()].format(suffix=_year_ending(day.year))
    told = format_datetime(datetime(day.year, day.month, 1, tzinfo=UTC), pattern, locale=_at())
    return told[:1].upper() + told[1:]


def moment(moment: datetime) -> str:
    """«7 de marzo, 17:30»."""
    return f"{date(moment)}, {local(moment):%H:%M}"


def number(value: float) -> str:
    """«1234» and «12.345»: all but English group from five figures on."""
    return _number(value, language())


@lru_cache(maxsize=4096)
def _number(value: float, language: str) -> str:
    groups = abs(value) >= 10_000 or language not in ("es", "eu", "pt")
    return format_decimal(value, locale=LOCALES[language], group_separator=groups)


def percent(share: float) -> str:
    """«71 %», and «% 71» in Basque."""
    return _percent(share, language())


@lru_cache(maxsize=4096)
def _percent(share: float, language: str) -> str:
    return format_percent(share, locale=LOCALES[language])


def inner(words: str) -> str:
    """What comes to stand between quotes: those it has become the inner ones."""
    return words.translate(INNER_QUOTES_OF_ENGLISH if language() == "en" else INNER_QUOTES)


def iso(moment: datetime) -> str:
    return moment.replace(tzinfo=UTC).isoformat(timespec="seconds")


def _at() -> Locale:
    return LOCALES[language()]


def _on_the_wall(moment: datetime | calendar_day) -> datetime:
    """A moment where its reader is; a day as it is."""
    if isinstance(moment, datetime):
        return local(moment)
    return datetime(moment.year, moment.month, moment.day, tzinfo=UTC)


def _year_ending(year: int) -> str:
    """Basque counts in twenties: 2021eko, 2026ko."""
    return "eko" if year % 100 % 20 in {1, 5, 10, 15} else "ko"

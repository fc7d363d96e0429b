"""What was promised to whoever proposes something, in working days, and which days those are."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache, partial
from typing import NamedTuple

from app.core import settings
from app.core.db import held, is_writing
from app.core.i18n import N_
from app.ideas import deadlines
from app.ideas.deadlines import Holidays

NONE = "none"
REGIONS = {  # as the library `holidays` names them
    "ES": N_("Spain: only the holidays of the whole country"),
    "ES-AN": N_("Andalusia"),
    "ES-AR": N_("Aragon"),
    "ES-AS": N_("Asturias"),
    "ES-IB": N_("Balearic Islands"),
    "ES-PV": N_("Basque Country"),
    "ES-CN": N_("Canary Islands"),
    "ES-CB": N_("Cantabria"),
    "ES-CL": N_("Castile and León"),
    "ES-CM": N_("Castile-La Mancha"),
    "ES-CT": N_("Catalonia"),
    "ES-CE": "Ceuta",
    "ES-EX": N_("Extremadura"),
    "ES-GA": N_("Galicia"),
    "ES-RI": N_("La Rioja"),
    "ES-MD": N_("Madrid"),
    "ES-ML": N_("Melilla"),
    "ES-MC": N_("Murcia"),
    "ES-NC": N_("Navarre"),
    "ES-VC": N_("Valencian Community"),
    "PT": "Portugal",
    NONE: N_("None: every day from Monday to Friday counts"),
}
LONGEST = 750  # working days: three years

_FAMILY = {"family": N_("Ideas and their answers")}
_DAYS = {"least": 0, "most": LONGEST, **_FAMILY}

settings.declare(
    "ideas.region",
    str,
    "ES-PV",
    N_("Holidays"),
    choices=REGIONS,
    help=N_("Whose holidays do not count as working days."),
    **_FAMILY,
)
settings.declare(
    "ideas.days_new",
    int,
    10,
    N_("Working days to answer a new idea"),
    help=N_("With 0, no day is promised. While a detail is missing from its author, none counts."),
    **_DAYS,
)
settings.declare(
    "ideas.days_analyse",
    int,
    30,
    N_("Working days to analyse an idea"),
    help=N_("With 0, no day is promised."),
    **_DAYS,
)
settings.declare(
    "ideas.days_in_progress",
    int,
    90,
    N_("Working days to carry out an idea"),
    help=N_("With 0, no day is promised."),
    **_DAYS,
)
settings.declare(
    "ideas.days_escalation",
    int,
    10,
    N_("Working days of delay until its area is told"),
    help=N_("With 0, nobody is told but those who have it in their hands."),
    **_DAYS,
)

LIMITS = {  # the setting of each verdict that lets somebody wait
    "new": "ideas.days_new",
    "analyse": "ideas.days_analyse",
    "in-progress": "ideas.days_in_progress",
}


class Promise(NamedTuple):
    """What the settings say of working days, at one moment."""

    region: str
    limits: Mapping[str, int]
    escalation: int

    @property
    def holidays(self) -> Holidays:
        return holidays_of(self.region)

    def limit(self, verdict: str) -> int:
        """Working days; 0 where none is promised."""
        return self.limits.get(verdict, 0)

    def is_worked(self, day: date) -> bool:
        return deadlines.is_worked(day, self.holidays)

    def between(self, start: date, end: date) -> int:
        return deadlines.between(start, end, self.holidays)

    def after(self, start: date, days: int) -> date:
        return deadlines.after(start, days, self.holidays)


def promised() -> Promise:
    """As it is today; read once for a whole decision."""
    return held("what is promised of ideas", _promised) if is_writing() else _promised()


def holidays_of(region: str) -> Holidays:
    return deadlines.none if region == NONE else partial(_holidays, region)


@lru_cache(maxsize=256)
def _holidays(region: str, year: int) -> frozenset[date]:
    import holidays

    country, _, part = region.partition("-")
    return frozenset(holidays.country_holidays(country, subdiv=part or None, years=year))


def _promised() -> Promise:
    return Promise(
        region=settings.get("ideas.region"),
        limits={verdict: settings.get(name) for verdict, name in LIMITS.items()},
        escalation=settings.get("ideas.days_escalation"),
    )

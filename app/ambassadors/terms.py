"""How long a term lasts, and when one hears that it is nearly over."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from app.core import settings
from app.core.calendar import today
from app.core.i18n import N_

BEFORE = timedelta(days=30)  # the end of a term: the ambassador and governance hear of it
LONGEST = 60  # months

settings.declare(
    "ambassadors.months",
    int,
    12,
    N_("Months that an ambassador’s term lasts"),
    family=N_("Ambassadors"),
    help=N_("Governance may choose another day for each of them."),
    least=1,
    most=LONGEST,
)


def usual_end(begins: date | None = None) -> date:
    """Of a term that begins on that day, or today."""
    return (begins or today()) + relativedelta(months=settings.get("ambassadors.months"))


def latest_end(begins: date | None = None) -> date:
    """The same, at most."""
    return (begins or today()) + relativedelta(months=LONGEST)

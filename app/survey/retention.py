"""For how long answers are kept after a wave has closed."""

from calendar import monthrange
from datetime import date

from app.survey.models import Wave

A_YEAR = 12  # months


def kept_until(wave: Wave) -> date | None:
    """The day on which its answers and remarks are to go; nothing while it is not counted."""
    if wave.closed_at is None:
        return None
    months = wave.closed_at.month - 1 + wave.months
    year, month = wave.closed_at.year + months // A_YEAR, months % A_YEAR + 1
    return date(year, month, min(wave.closed_at.day, monthrange(year, month)[1]))

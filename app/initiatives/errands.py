"""What the clock does with initiatives: it tells that one has ended, and thirty and ninety days
after that asks what has changed. Each in a transaction of its own, looked at again inside: killed
anywhere, and whichever way the clock is put, nobody is asked or told the same thing twice.
"""

from datetime import timedelta

from app.core import jobs
from app.core.calendar import today
from app.core.db import leave, writing
from app.core.i18n import N_
from app.initiatives import queries
from app.initiatives.models import AFTER, Change, Initiative

WITHIN = timedelta(days=14)  # after that nobody asks any more


@jobs.every(minutes=60, words=N_("Tell that an initiative has ended"))
def end() -> None:
    """Whose last day was said before it came."""
    due = queries.to_end(today(), WITHIN)
    leave()
    for number in due:
        with writing():
            initiative = queries.held(number)
            if initiative and initiative.is_shown and initiative.has_ended(today()):
                initiative.end(by=None)


@jobs.every(minutes=60, words=N_("Ask what an initiative has changed"))
def ask() -> None:
    for after in AFTER:
        due = queries.to_ask(after, today(), WITHIN)
        leave()
        for number in due:
            with writing():
                initiative = queries.held(number)
                if initiative and _is_due(initiative, after):
                    Change.ask(initiative, after)


def _is_due(initiative: Initiative, after: int) -> bool:
    ends_on = initiative.ends_on
    has_come = ends_on is not None and ends_on + timedelta(days=after) <= today()
    is_asked = any(change.after == after for change in initiative.changes)
    return initiative.is_shown and has_come and not is_asked

"""What the clock does with initiatives: thirty and ninety days after the end it asks what has
changed. Each in a transaction of its own, looked at again inside: killed anywhere, and whichever
way the clock is put, nobody is asked the same thing twice.
"""

from datetime import timedelta

from app.core import jobs
from app.core.calendar import today
from app.core.db import db, writing
from app.core.i18n import N_
from app.initiatives import queries
from app.initiatives.models import AFTER, Change

WITHIN = timedelta(days=14)  # after that nobody asks any more


@jobs.every(minutes=60, words=N_("Ask what an initiative has changed"))
def ask() -> None:
    for after in AFTER:
        due = queries.to_ask(after, today(), WITHIN)
        db.session.rollback()
        for number in due:
            with writing():
                initiative = queries.held(number)
                is_asked = any(change.after == after for change in initiative.changes)
                if initiative.is_shown and initiative.has_ended(today()) and not is_asked:
                    Change.ask(initiative, after)

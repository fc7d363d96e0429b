"""What the clock does with sittings: it closes what everybody left."""

from datetime import timedelta

from app.committee import closing, queries
from app.core import clock, jobs
from app.core.db import db, leave, writing
from app.core.i18n import N_

LEFT_FOR = timedelta(hours=12)


@jobs.every(minutes=60, words=N_("Close triage sessions that were left open"))
def close() -> None:
    """Nobody pressed the button, and still those who proposed something hear what was decided."""
    before = clock.now() - LEFT_FOR
    numbers = queries.left_alone(before)
    leave()
    for number in numbers:
        with writing():
            sitting = db.session.scalars(queries.everybody(number).with_for_update()).one()
            if sitting.is_open and sitting.moved_at < before:
                closing.close(sitting, sitting.note, by=None)

"""The end of a sitting: its minutes stand, and those whose ideas were decided hear of it, once."""

from app.committee import queries
from app.committee.models import Item, Sitting
from app.core import outbox
from app.core.db import db, leave, writing
from app.core.i18n import N_
from app.people.models import Person

TELLING = "committee.telling"


def close(sitting: Sitting, note: str, *, by: Person | None) -> None:
    """In `writing()`. None is the clock: everybody went home and left it open."""
    if sitting.closed_at is None:
        sitting.close(note, by=by)
        outbox.put(TELLING, {"sitting": sitting.id}, key=f"{TELLING}:{sitting.id}")


@outbox.handles(TELLING, N_("Telling what a triage session decided"))
def tell(errand: outbox.Errand) -> None:
    """Each in a transaction that says it was told: killed anywhere, nobody hears twice."""
    numbers = queries.untold(errand.payload["sitting"])
    leave()
    for number in numbers:
        with writing():
            item = db.session.get_one(Item, number)
            if item.step is not None:
                item.idea.tell(item.step)

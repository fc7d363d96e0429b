"""What becomes of the idea on the table: decided, asked about, parked; and all that taken back.
Verbs, in `writing()`.
"""

from datetime import date
from typing import Any

from app.committee.models import Item, Status
from app.core import clock
from app.core.db import Overtaken, db
from app.ideas import owning
from app.ideas.models import Decision, Idea, Step, StepKind
from app.people.models import Person


class Nothing(ValueError):
    """A new idea that stays new was not decided."""


def decide(
    item: Item, decision: Decision, *, owner: Person | None, until: date | None, by: Person
) -> None:
    """One form: what becomes of it, who carries it, until when. Its author and whoever supports it
    hear of it when the sitting is over. Decided anew, what was decided here before was nothing.

    Raises Nothing, Lacking as `Idea.decide` does, and Overtaken as `take_back` does.
    """
    idea = item.idea
    if decision != idea.decision:
        _untake(item, by=by)
    before = item.before or _carried(idea)
    stood = idea.last_decision
    idea.decide(decision, by=by, is_untold=True)
    last = idea.last_decision
    if last is None:
        raise Nothing
    is_confirmed = last is stood and item.step is not stood
    if owner is not None:
        owning.name_owner(idea, owner, by=by)
    elif idea.owner_id:
        owning.release_owner(idea, by=by)
    owning.aim(idea, until)
    db.session.flush()  # the step has its number
    _settle(item, last, by=by)
    item.before, item.is_confirmed = before, is_confirmed
    item.owner_id, item.until = idea.owner_id, idea.target_on
    item.sitting.go_on()


def ask(item: Item, question: str, *, by: Person) -> None:
    """Something is missing: its author is asked at once, for they have to answer."""
    item.idea.ask(question, by=by)
    db.session.flush()
    asked = [step for step in item.idea.steps if step.kind is StepKind.ASKED]
    _settle(item, asked[-1], by=by)
    item.sitting.go_on()


def park(item: Item, *, by: Person) -> None:
    """For another sitting."""
    item.parked_at = item.settled_at = clock.now()
    item.by_id = by.id
    item.sitting.go_on()


def take_back(item: Item, *, by: Person) -> None:
    """It is on the table again, as it was before. A question that was asked stays asked: whoever
    it was put to has it. Raises Overtaken where another decision was taken since.
    """
    if item.status is not Status.ASKED:
        _untake(item, by=by)
        _put_back(item, by=by)
        item.step = item.parked_at = item.settled_at = item.by_id = None
        item.owner_id = item.until = item.before = None
        item.is_confirmed = False
    item.sitting.turn_to(item)


def _untake(item: Item, *, by: Person) -> None:
    """The step that was taken here, and of which nobody has heard."""
    step = item.step
    if step is None or item.is_confirmed or not step.is_untold:
        return
    if item.idea.last_decision is not step:
        raise Overtaken
    item.step = None
    item.idea.undo_decision(by=by, step=step.id)


def _settle(item: Item, step: Step, *, by: Person) -> None:
    item.step, item.by_id = step, by.id
    item.settled_at, item.parked_at = clock.now(), None


def _carried(idea: Idea) -> dict[str, Any]:
    day = idea.target_on
    return {"owner": idea.owner_id, "until": day.isoformat() if day else None}


def _put_back(item: Item, *, by: Person) -> None:
    """Who carried it and until when, as far as nobody said otherwise since."""
    before, idea = item.before, item.idea
    if before is None:
        return
    if idea.owner_id == item.owner_id and before["owner"] != idea.owner_id:
        if before["owner"]:
            owning.name_owner(idea, db.session.get_one(Person, before["owner"]), by=by)
        else:
            owning.release_owner(idea, by=by)
    if idea.target_on == item.until:
        owning.aim(idea, date.fromisoformat(before["until"]) if before["until"] else None)

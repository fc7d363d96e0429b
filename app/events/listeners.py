"""Whoever is gone, or sees less, takes no seat of those who are there: their answers end later, by
the worker, which looks again at what they see then.
"""

from app.core import clock, outbox
from app.events.errands import LEAVING
from app.facts import Fact, on
from app.facts.people import PersonDisabled
from app.facts.spaces import MemberRemoved, SpaceLeft


@on(PersonDisabled, SpaceLeft, MemberRemoved)
def whoever_is_gone_leaves_their_seats(fact: Fact) -> None:
    person = getattr(fact, "person", fact.actor)
    if person is not None:
        key = f"{LEAVING}:{person.id}:{clock.now().isoformat()}"
        outbox.put(LEAVING, {"person": person.id}, key=key)

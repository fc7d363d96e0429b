"""What fewer people see rings no bell of those who do not any more: the worker sees to it."""

from app.core import clock, outbox
from app.facts import on, subjects
from app.facts.moderation import ThingHidden
from app.facts.spaces import SpaceSightChanged
from app.facts.thanks import ThanksHidden
from app.notifications.matrix import HUSHING


@on(ThingHidden)
def what_is_hidden_rings_no_bell(fact: ThingHidden) -> None:
    """Those who still see it, its makers among them, keep what they were told."""
    hush(fact.case.subject_kind, fact.case.subject_id)


@on(ThanksHidden)
def what_stays_between_two_rings_no_bell_elsewhere(fact: ThanksHidden) -> None:
    hush(subjects.of(fact.thanks).kind, fact.thanks.id)


@on(SpaceSightChanged)
def fewer_see_a_space(fact: SpaceSightChanged) -> None:
    """Whoever follows it, or was told of what stands in it, may see nothing of it any more."""
    hush("space", fact.space.id)


def hush(kind: str, number: int) -> None:
    """Whoever was told of that thing, and does not see it any more, hears nothing of it."""
    about = {"kind": kind, "number": number}
    outbox.put(HUSHING, about, key=f"{HUSHING}:{kind}:{number}:{clock.now().isoformat()}")

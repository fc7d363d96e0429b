"""Each fact worth telling writes one row, whoever it reaches: see `matrix.py`."""

from datetime import datetime, timedelta
from typing import Any

from app.core import outbox
from app.core.db import Entity, db
from app.facts import Fact, on, subjects
from app.facts.ambassadors import (
    FarewellTakenBack,
    HelpAnswerTakenBack,
    HelpAsked,
    HelpGivenBack,
    HelpPassedOn,
    HelpReopened,
    HelpSolved,
    HelpTakenBack,
    NominationReopened,
    NominationTakenBack,
    RenewalTakenBack,
    UnitNoLongerCoached,
)
from app.facts.blog import AuthorRemoved, PostWithdrawn
from app.facts.conversation import CommentRemoved, ReactionTakenBack
from app.facts.events import (
    EventRestored,
    MinutesRestored,
    MinutesWithdrawn,
    OccurrenceRestored,
    OrganiserReleased,
)
from app.facts.ideas import (
    EvaluatorAsked,
    EvaluatorReleased,
    IdeaDecisionUndone,
    IdeaNoLongerSponsored,
    IdeaNoLongerSupported,
    IdeaUnmerged,
    IdeaWithdrawn,
    NoteRemoved,
    NoteWritten,
    OwnerReleased,
)
from app.facts.initiatives import (
    ChangeTakenBack,
    InitiativeReopened,
    InitiativeWithdrawn,
    MilestoneMissed,
    ReviewTakenBack,
    TeammateReleased,
    UpdateRemoved,
)
from app.facts.mentions import mentioned
from app.facts.people import PersonDisabled, RoleWithdrawn
from app.facts.spaces import (
    JoinRequestTakenBack,
    ManagerStoodDown,
    MemberRemoved,
    SpaceInvitationTakenBack,
    SpaceLeft,
)
from app.facts.thanks import ThanksWithdrawn
from app.notifications import queries
from app.notifications.hushing import hush
from app.notifications.matrix import EXPANSION, MATRIX, RANKS, Told
from app.notifications.models import Delivery, Kind
from app.people.models import Role

AT_ONCE = timedelta(seconds=1)  # what is written and what tells of it


@on(*MATRIX)
def somebody_hears_of_it(fact: Fact) -> None:
    if fact.is_untold:
        return
    told = MATRIX[type(fact)]
    subject, thread = subjects.of(fact.subject), subjects.of(fact.thread)
    if told.again and queries.is_told(told.again.__name__, subject.kind, fact.subject.id):
        return  # it was told when it came to be
    meant = _meant(fact, told)
    if told.followers is None and told.asked is None and not meant:
        return
    delivery = Delivery(
        fact=type(fact).__name__,
        actor_id=fact.actor and fact.actor.id,
        subject_kind=subject.kind,
        subject_id=fact.subject.id,
        thread_kind=thread.kind,
        thread_id=fact.thread.id,
    )
    db.session.add(delivery)
    db.session.flush()
    queries.address(delivery.id, meant)
    # With its moment: SQLite gives the number of a delivery that was taken back to the next one.
    key = f"{EXPANSION}:{delivery.id}:{delivery.created_at.isoformat()}"
    outbox.put(EXPANSION, {"delivery": delivery.id}, key=key)


@on(
    PostWithdrawn,
    CommentRemoved,
    IdeaUnmerged,
    IdeaWithdrawn,
    InitiativeWithdrawn,
    ThanksWithdrawn,
)
def what_is_taken_back_at_once_was_never_told(fact: Fact) -> None:
    """What was told of it goes with the row. Told long ago, it stays with whoever still sees it."""
    kind, number = subjects.of(fact.subject).kind, fact.subject.id
    for delivery in queries.recent(fact.takes_back, kind, number):
        db.session.delete(delivery)
    db.session.flush()
    if queries.is_told(fact.takes_back, kind, number):
        hush(kind, number)


@on(IdeaDecisionUndone)
def what_was_decided_a_moment_ago_was_never_told(fact: IdeaDecisionUndone) -> None:
    """The last decision alone, whoever of those who decide undoes it: it is undone while it is
    fresh, and what was decided before it stands.
    """
    if fact.is_untold:
        return
    for delivery in queries.recent(fact.takes_back, "idea", fact.idea.id)[-1:]:
        db.session.delete(delivery)


@on(MinutesWithdrawn)
def minutes_that_are_taken_away_at_once_were_never_told(fact: MinutesWithdrawn) -> None:
    """Told long ago, they stay told: the page says that there are none."""
    kind = subjects.of(fact.occurrence).kind
    for told in (fact.takes_back, MinutesRestored.__name__):
        for delivery in queries.recent(told, kind, fact.occurrence.id):
            db.session.delete(delivery)


@on(InitiativeReopened, MilestoneMissed, UpdateRemoved, ChangeTakenBack, ReviewTakenBack)
def what_was_said_of_an_initiative_a_moment_ago_was_never_told(fact: Fact) -> None:
    """The last of its kind alone; told long ago, it stays told."""
    reviews = ("InitiativeConfirmed", "InitiativeReturned")
    facts = reviews if isinstance(fact, ReviewTakenBack) else (fact.takes_back,)
    kind, number = subjects.of(fact.subject).kind, fact.subject.id
    for name in facts:
        told = [one for one in queries.recent(name, kind, number) if _is_of(fact, one.created_at)]
        for delivery in told[-1:]:
            db.session.delete(delivery)


@on(EventRestored, OccurrenceRestored)
def what_takes_place_after_all_was_never_off(fact: Fact) -> None:
    """Where nobody has heard of it yet, nobody hears of either."""
    kind, number = subjects.of(fact.subject).kind, fact.subject.id
    for delivery in queries.recent(fact.takes_back, kind, number):
        db.session.delete(delivery)


@on(
    ReactionTakenBack,
    JoinRequestTakenBack,
    NoteRemoved,
    IdeaNoLongerSupported,
    IdeaNoLongerSponsored,
)
def what_one_takes_back_at_once_was_never_told(fact: Fact) -> None:
    """Many react to one thing: only this person's own is taken back, and one of it."""
    kind, number = subjects.of(fact.subject).kind, fact.subject.id
    told = queries.recent(fact.takes_back, kind, number)
    mine = [one for one in told if fact.actor and one.actor_id == fact.actor.id]
    for delivery in mine[-1:]:
        db.session.delete(delivery)


@on(
    AuthorRemoved,
    ManagerStoodDown,
    SpaceInvitationTakenBack,
    OwnerReleased,
    EvaluatorReleased,
    OrganiserReleased,
    TeammateReleased,
)
def what_was_meant_for_somebody_is_theirs_no_more(fact: Fact) -> None:
    """Taken back at once they never heard of it."""
    kind, number = subjects.of(fact.subject).kind, fact.subject.id
    for person in fact.addressees:
        for delivery in queries.recent_to(person, fact.takes_back, kind, number):
            db.session.delete(delivery)


@on(SpaceLeft, MemberRemoved, SpaceInvitationTakenBack, AuthorRemoved)
def whoever_sees_less_hears_less(fact: Fact) -> None:
    """At once: what they were told of it and may no longer see rings no bell."""
    person = getattr(fact, "person", fact.actor)
    if person is not None:
        queries.hush_to(person)


@on(EvaluatorReleased)
def whoever_evaluates_no_more_was_told_nothing_internal(fact: EvaluatorReleased) -> None:
    """Not even that there are notes. Governance reads them anyway."""
    internal = [EvaluatorAsked.__name__]
    if not fact.person.is_governance:
        internal.append(NoteWritten.__name__)
    kind = subjects.of(fact.idea).kind
    queries.forget_of(fact.person.id, internal, kind, fact.idea.id)


@on(RoleWithdrawn)
def whoever_governs_no_more_was_told_nothing_internal(fact: RoleWithdrawn) -> None:
    if fact.role is Role.GOVERNANCE:
        queries.forget_of(fact.person.id, [NoteWritten.__name__])


@on(
    NominationTakenBack,
    NominationReopened,
    RenewalTakenBack,
    FarewellTakenBack,
    UnitNoLongerCoached,
    HelpTakenBack,
    HelpGivenBack,
    HelpAnswerTakenBack,
    HelpReopened,
)
def what_an_ambassador_takes_back_at_once_was_never_told(fact: Fact) -> None:
    """The last of it, as it may have been told before; and then nobody hears that it was taken
    back. Who is asked again hears of that always: it may be somebody else.
    """
    kind, number = subjects.of(fact.subject).kind, fact.subject.id
    untold = queries.recent(fact.takes_back, kind, number)[-1:]
    if untold and not isinstance(fact, HelpReopened):
        untold += queries.recent(type(fact).__name__, kind, number)[-1:]
    for delivery in untold:
        db.session.delete(delivery)


@on(HelpPassedOn, HelpTakenBack)
def whoever_is_asked_no_more_was_told_nothing_of_it(fact: HelpPassedOn | HelpTakenBack) -> None:
    asked = fact.before if isinstance(fact, HelpPassedOn) else fact.request.asked_id
    told = (HelpAsked, HelpPassedOn, HelpSolved, HelpReopened)
    if asked:
        queries.forget_of(asked, [one.__name__ for one in told], "help", fact.request.id)


@on(PersonDisabled)
def whoever_is_gone_is_told_nothing(fact: PersonDisabled) -> None:
    queries.forget(fact.person.id)


def _is_of(fact: Fact, told_at: datetime) -> bool:
    """Whether what was told at that moment is what this takes back."""
    return fact.said_at is None or abs(told_at - fact.said_at) < AT_ONCE


def _meant(fact: Fact, told: Told) -> dict[int, Kind]:
    """Whom it means by name, each by the strongest reason; never whoever did it."""
    meant: dict[int, Kind] = {}
    for kind, people in (
        (told.addressed, fact.addressees),
        (told.mentioned, _named_in(fact)),
        (told.answered, _makers(fact.answers)),
        (told.makers, _makers(fact.thread)),
    ):
        for person in people if kind else ():
            if kind and (person not in meant or RANKS[kind] < RANKS[meant[person]]):
                meant[person] = kind
    if fact.actor:
        meant.pop(fact.actor.id, None)
    return meant


def _named_in(fact: Fact) -> list[int]:
    html: Any = subjects.of(fact.subject).html
    text = fact.written or (getattr(fact.subject, html.key) if html is not None else "")
    return mentioned(text)


def _makers(thing: Entity | None) -> list[int]:
    made_by = subjects.of(thing).made_by if thing else None
    return list(made_by(thing)) if made_by else []

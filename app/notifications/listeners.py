"""The notification matrix: who hears of what. Each fact writes one row, whoever it reaches."""

from app.core.db import db
from app.facts import Fact, on, subjects
from app.facts.blog import PostPublished, PostRestored, PostWithdrawn
from app.facts.conversation import (
    CommentRemoved,
    CommentRestored,
    CommentWritten,
    ReactionGiven,
    ReactionTakenBack,
)
from app.notifications import queries
from app.notifications.models import Delivery


@on(PostPublished, PostRestored, CommentWritten, CommentRestored, ReactionGiven)
def followers_hear_of_it(fact: Fact) -> None:
    subject, thread = subjects.of(fact.subject), subjects.of(fact.thread)
    db.session.add(
        Delivery(
            fact=type(fact).__name__,
            actor_id=fact.actor and fact.actor.id,
            subject_kind=subject.kind,
            subject_id=fact.subject.id,
            thread_kind=thread.kind,
            thread_id=fact.thread.id,
        )
    )


@on(PostWithdrawn, CommentRemoved)
def what_is_taken_back_at_once_was_never_told(fact: Fact) -> None:
    kind, number = subjects.of(fact.subject).kind, fact.subject.id
    for delivery in queries.recent(fact.takes_back, kind, number):
        db.session.delete(delivery)


@on(ReactionTakenBack)
def a_reaction_taken_back_at_once_was_never_told(fact: ReactionTakenBack) -> None:
    """Many react to one thing: only this person's own is taken back, and one of it."""
    kind, number = subjects.of(fact.subject).kind, fact.subject.id
    told = queries.recent(fact.takes_back, kind, number)
    mine = [one for one in told if fact.actor and one.actor_id == fact.actor.id]
    for delivery in mine[-1:]:
        db.session.delete(delivery)

"""Whoever does something on a thing follows it from then on."""

from app.facts import Fact, on, subjects
from app.facts.blog import AuthorAdded, PostPublished
from app.facts.conversation import CommentWritten
from app.facts.ideas import IdeaSponsored, IdeaSubmitted, IdeaSupported, OwnerNamed
from app.facts.spaces import JoinAccepted, MemberRemoved, SpaceJoined, SpaceLeft, SpaceOpened
from app.following import queries


@on(
    PostPublished,
    CommentWritten,
    SpaceOpened,
    SpaceJoined,
    JoinAccepted,
    AuthorAdded,
    IdeaSubmitted,
    IdeaSupported,
    IdeaSponsored,
    OwnerNamed,
)
def whoever_speaks_listens(fact: Fact) -> None:
    """Authors their post or idea, supporters the idea, whoever comments the thread, members their
    space; what they muted stays muted.
    """
    subject = subjects.of(fact.thread)
    for person in fact.happens_to:
        queries.begin(person, subject.kind, fact.thread.id)


@on(SpaceLeft, MemberRemoved)
def whoever_is_out_follows_no_more(fact: Fact) -> None:
    for person in fact.happens_to:
        queries.end(person, "space", fact.subject.id)

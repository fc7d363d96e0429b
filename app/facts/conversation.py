"""What can happen in a conversation, whatever it is about."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.db import Entity
from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.conversation.models import Comment, ReactionKind

REACTIONS = {
    "thanks": N_("Thank you"),
    "idea": N_("Good idea"),
    "in": N_("Count me in"),
    "cheer": N_("You’ve got this"),
}


@dataclass(frozen=True, kw_only=True)
class CommentWritten(Fact):
    says = N_("%(actor)s commented on %(title)s")
    says_you = N_("You commented on %(title)s")
    audited = False

    comment: "Comment"
    on: Entity
    answering: "Comment | None" = None

    @property
    def thread(self) -> Entity:
        return self.on

    @property
    def answers(self) -> Entity | None:
        return self.answering


@dataclass(frozen=True, kw_only=True)
class CommentEdited(Fact):
    """Not news; but what was said holds other words, and perhaps other pictures."""

    says = N_("%(actor)s edited a comment on %(title)s")
    says_you = N_("You edited a comment on %(title)s")
    audited = False
    news = False

    comment: "Comment"
    on: Entity

    @property
    def thread(self) -> Entity:
        return self.on


@dataclass(frozen=True, kw_only=True)
class CommentRemoved(Fact):
    says = N_("%(actor)s removed a comment on %(title)s")
    says_you = N_("You removed a comment on %(title)s")
    audited = True
    news = False
    undoes = CommentWritten

    comment: "Comment"
    on: Entity

    @property
    def thread(self) -> Entity:
        return self.on


@dataclass(frozen=True, kw_only=True)
class CommentRestored(Fact):
    says = N_("%(actor)s put a comment back on %(title)s")
    says_you = N_("You put a comment back on %(title)s")
    audited = True
    news = False
    undoes = CommentRemoved

    comment: "Comment"
    on: Entity

    @property
    def thread(self) -> Entity:
        return self.on


@dataclass(frozen=True, kw_only=True)
class ReactionGiven(Fact):
    says = N_("%(actor)s reacted to %(title)s: %(reaction)s")
    says_you = N_("You reacted to %(title)s: %(reaction)s")
    words = {"reaction": REACTIONS}
    audited = False
    news = False

    on: Entity
    reaction: "ReactionKind"


@dataclass(frozen=True, kw_only=True)
class ReactionTakenBack(Fact):
    says = N_("%(actor)s took a reaction back from %(title)s: %(reaction)s")
    says_you = N_("You took a reaction back from %(title)s: %(reaction)s")
    words = {"reaction": REACTIONS}
    audited = False
    news = False
    undoes = ReactionGiven

    on: Entity
    reaction: "ReactionKind"

"""The things a conversation is about, as far as whoever asks may see them."""

from collections.abc import Callable
from typing import Any

from flask import abort, url_for

from app.conversation import talk
from app.conversation.models import Comment
from app.core.access import me, reader
from app.core.db import Entity, is_writing, load
from app.facts import subjects
from app.facts.subjects import Subject
from app.people.models import Person, Reader


def asking() -> Person | Reader:
    """Whoever asks: the light row, or the entity while writing."""
    return me() if is_writing() else reader()


def commentable(kind: str) -> tuple[Subject, Callable[[Any, Any], bool]]:
    """A kind that can be talked about, and its rule of who may; 404 for any other."""
    subject = subjects.named(kind)
    return subject, subject.may_comment or abort(404)


def reactable(kind: str) -> Subject:
    """A kind that can be reacted to; 404 for any other."""
    subject = subjects.named(kind)
    return subject if subject.may_react else abort(404)


def seen(subject: Subject, number: int) -> Entity:
    """The thing itself, for whoever asks; while writing it is held until the block ends."""
    return load(subject.visible_to(asking()), number)


def under(comment: Comment) -> tuple[Subject, Entity]:
    """What a comment was written on."""
    subject = subjects.named(comment.subject_kind)
    return subject, seen(subject, comment.subject_id)


def place(kind: str, number: int, *, comment: int | None = None) -> str:
    """Where the talk is read; at one comment of it, where one is asked for."""
    anchor = f"comment-{comment}" if comment else f"talk-{kind}-{number}"
    return f"{subjects.address(kind, number)}#{anchor}"


def place_of(comment: Comment, *, answer: int | None = None) -> str:
    """Where a comment is read, or an answer of its thread: of a long talk it may be the page of
    what was said before."""
    kind, number = comment.subject_kind, comment.subject_id
    shown = answer or comment.id
    before = talk.begins_at(comment.parent_id or comment.id, kind, number)
    if before is None:
        return place(kind, number, comment=shown)
    page = url_for("conversation.comments.index", kind=kind, number=number, before=before)
    return f"{page}#comment-{shown}"


def title(subject: Subject, thing: Entity) -> str:
    return getattr(thing, subject.title.key)

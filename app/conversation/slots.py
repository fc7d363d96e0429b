"""What the conversation puts into other features' pages."""

from typing import Any

from flask import render_template
from markupsafe import Markup

from app.conversation import feelings, talk
from app.conversation.forms import CommentForm
from app.core.access import reader
from app.core.db import Entity
from app.core.fragments import hole, piece
from app.facts import subjects


def comments(thing: Entity) -> str:
    """The talk under a thing, and the way to join it: one query, as its reactions are known."""
    subject = subjects.of(thing)
    if subject.may_comment is None:
        return ""
    return render_template(
        "conversation/comments/_talk.html",
        talk=talk.about(subject, thing.id, reader()),
        may_comment=subject.may_comment(reader(), thing),
        form=None,
    )


def reactions(thing: Entity) -> str:
    """What people feel about a thing, and the buttons to feel it too: one query, which asks about
    what is said on it as well.
    """
    subject = subjects.of(thing)
    if not subject.may_react:
        return ""
    found = talk.felt(subject.kind, thing.id)
    felt = feelings.gathered(subject.kind, found, [thing.id], reader().id)[thing.id]
    return piece("conversation/reactions/_reactions.html", *felt.made_of, feelings=felt)


def form(kind: str, number: int) -> Markup:
    """An empty form to say something: the same for everybody but for its key and its token."""
    return piece(
        "conversation/comments/_form.html", kind, number, read=lambda: _empty(kind, number)
    )


def _empty(kind: str, number: int) -> dict[str, Any]:
    empty = CommentForm(formdata=None, meta={"csrf": False})  # the template asks for a token
    empty.once.data = hole("once")
    return {"form": empty, "kind": kind, "number": number}

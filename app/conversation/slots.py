"""What the conversation puts into other features' pages."""

from flask import render_template

from app.conversation import feelings, queries, talk
from app.conversation.forms import CommentForm
from app.core.access import reader
from app.core.db import Entity
from app.facts import subjects


def comments(thing: Entity) -> str:
    """The talk under a thing, and the way to join it: one query, and one for the reactions."""
    subject = subjects.of(thing)
    if subject.may_comment is None:
        return ""
    return render_template(
        "conversation/comments/_talk.html",
        talk=talk.about(subject, thing.id),
        may_comment=subject.may_comment(reader(), thing),
        form=CommentForm(formdata=None),
    )


def reactions(thing: Entity) -> str:
    """What people feel about a thing, and the buttons to feel it too: one query."""
    subject = subjects.of(thing)
    if not subject.may_react:
        return ""
    found = queries.reactions(subject.kind, [thing.id])
    return render_template(
        "conversation/reactions/_reactions.html",
        feelings=feelings.gathered(subject.kind, found, [thing.id])[thing.id],
    )

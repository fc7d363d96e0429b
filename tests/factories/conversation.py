from app.conversation.models import Comment, Reaction, ReactionKind
from app.core.db import db, writing
from app.core.markdown import render


def make_comment(text="By phone, too?", *, on, by, answering=None):
    """Said through the verb."""
    rendered = render(text)
    with writing():
        return Comment.write(
            text,
            rendered,
            on=db.session.merge(on),
            by=db.session.merge(by),
            answering=answering and db.session.merge(answering),
        )


def make_reaction(kind="thanks", *, on, by):
    with writing():
        Reaction.give(ReactionKind(kind), on=db.session.merge(on), by=db.session.merge(by))


def remove_comment(comment, *, on, by):
    with writing():
        db.session.merge(comment).remove(on=db.session.merge(on), by=db.session.merge(by))

"""/conversation/comments/<number>/removal: taking a comment away, and putting it back."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.conversation import policy, queries, talk
from app.conversation.models import Comment
from app.conversation.routes import things
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import done, say, undoing
from app.core.i18n import gettext

bp = Blueprint("removal", __name__, url_prefix="/comments/<int:number>/removal")


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    comment = load(queries.kept_for(reader()), number)
    authorize(policy.remove, comment)

    with writing():
        comment = load(queries.kept_for(me()), number)
        authorize(policy.remove, comment)
        _, thing = things.under(comment)
        comment.remove(on=thing, by=me())

    say(
        gettext("The comment is gone."),
        undo=undoing("conversation.removal.destroy", number=number),
    )
    return _changed(number)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    comment = load(queries.kept_for(reader()), number)
    authorize(policy.restore, comment)

    with writing():
        comment = load(queries.kept_for(me()), number)
        authorize(policy.restore, comment)
        _, thing = things.under(comment)
        comment.restore(on=thing, by=me())

    say(gettext("The comment is back."))
    return _changed(number)


def _changed(number: int) -> ResponseReturnValue:
    comment: Comment = load(queries.kept_for(reader()), number)
    subject, thing = things.under(comment)
    said = talk.one(number, subject, thing.id, reader())
    return done(
        "conversation/comments/_comment.html" if said else "conversation/comments/_gone.html",
        otherwise=things.place_of(comment) if said else things.place(subject.kind, thing.id),
        also=["conversation/comments/_count.html"],
        said=said,
        number=thing.id,
        comment=comment,
        kind=subject.kind,
        count=queries.count(subject.kind, thing.id),
        may_comment=subject.may_comment and subject.may_comment(reader(), thing),
    )

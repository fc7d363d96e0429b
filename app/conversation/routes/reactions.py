"""/conversation/<kind>/<number>/reactions/<reaction>: feeling something, and no longer."""

from typing import Any

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.conversation import feelings, queries
from app.conversation.models import Reaction, ReactionKind
from app.conversation.routes import things
from app.core.access import me, reader
from app.core.db import writing
from app.core.hypermedia import done
from app.facts import subjects

bp = Blueprint(
    "reactions",
    __name__,
    url_prefix="/<kind>/<int:number>/reactions/<any({}):reaction>".format(", ".join(ReactionKind)),
)


@bp.post("")
def create(kind: str, number: int, reaction: str) -> ResponseReturnValue:
    return _change(Reaction.give, kind, number, reaction)


@bp.delete("")
def destroy(kind: str, number: int, reaction: str) -> ResponseReturnValue:
    return _change(Reaction.take_back, kind, number, reaction)


def _change(verb: Any, kind: str, number: int, reaction: str) -> ResponseReturnValue:
    """Giving and taking back are one movement; whoever may see a thing may react to it."""
    subject = things.reactable(kind)
    things.seen(subject, number)

    with writing():
        verb(ReactionKind(reaction), on=things.seen(subject, number), by=me())

    found = queries.reactions(kind, [number])
    return done(
        "conversation/reactions/_reactions.html",
        otherwise=f"{subjects.address(kind, number)}#reactions-{kind}-{number}",
        feelings=feelings.gathered(kind, found, [number], reader().id)[number],
    )

"""/feeds/<token>: what a feed reader asks for, as the owner of the token would see it now."""

import hashlib
from typing import Any

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue
from werkzeug.http import http_date

from app.blog import queries as blog
from app.blog.narrowing import Narrowing
from app.catalogue import queries as catalogue
from app.core import clock
from app.core.access import public
from app.core.db import aside
from app.core.i18n import gettext, speaking
from app.core.mail import address
from app.feeds import atom, queries
from app.feeds.models import Channel
from app.people.models import Reader

bp = Blueprint("reading", __name__)

MOST = 30  # entries of a feed


@bp.get("/<token>/all.atom")
@public
def whole(token: str) -> ResponseReturnValue:
    channel, owner = called(token)
    with speaking(owner.language):
        title = gettext("Customer experience blog")
    return _answer(channel, owner, Narrowing(), title, ("all", ""), {})


@bp.get("/<token>/tag/<word>.atom")
@public
def tag(token: str, word: str) -> ResponseReturnValue:
    channel, owner = called(token)
    tag = catalogue.tag_seen(owner, word) or abort(404)
    return _answer(
        channel, owner, Narrowing(tag=tag.slug), f"#{tag.name}", ("tag", tag.id), {"word": word}
    )


@bp.get("/<token>/space/<int:number>.atom")
@public
def space(token: str, number: int) -> ResponseReturnValue:
    channel, owner = called(token)
    space = queries.space(owner, number) or abort(404)
    wanted = Narrowing(space_id=number)
    return _answer(channel, owner, wanted, space.name, ("space", number), {"number": number})


def called(token: str) -> tuple[Channel, Reader]:
    """Nothing tells a token that was closed from one that never was."""
    channel, owner = queries.called(token) or abort(404)
    today = clock.now().date()
    if channel.used_on != today:  # once a day, whatever the reader's program asks
        table: Any = Channel.__table__
        with aside() as connection:
            used = table.update().where(table.c.id == channel.id).values(used_on=today)
            connection.execute(used)
    return channel, owner


def _answer(
    channel: Channel,
    owner: Reader,
    wanted: Narrowing,
    title: str,
    about: tuple[str, object],
    where: dict[str, Any],
) -> ResponseReturnValue:
    view: Any = request.endpoint
    with speaking(owner.language):
        subtitle = gettext("What people tell at WOWista, as you see it.")
    body, last = atom.feed(
        title=title,
        about=subtitle,
        link=address("blog.posts.index", **wanted.in_address),
        address=address(view, **(request.view_args or {}) | where),
        name=atom.named("feed", "/".join(map(str, (channel.id, *about)))),
        language=owner.language,
        updated=channel.created_at,
        entries=_entries(owner, wanted),
    )
    answer = Response(body, mimetype="application/atom+xml")
    answer.set_etag(hashlib.sha256(body).hexdigest()[:32])
    answer.headers["Last-Modified"] = http_date(last)
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer.make_conditional(request)


def _entries(owner: Reader, wanted: Narrowing) -> list[atom.Entry]:
    """By the very statement of the blog's list: what one is not shown there is not sent either."""
    cards = blog.cards(owner, wanted, size=MOST).rows
    numbers = [card.id for card in cards]
    texts, writers = queries.texts(numbers), queries.writers(numbers)
    return [
        atom.Entry(
            number=card.id,
            title=card.title,
            link=address("blog.posts.show", number=card.id),
            html=texts[card.id].html,
            excerpt=card.excerpt,
            language=card.language,
            authors=writers[card.id],
            published=card.published_at,
            updated=texts[card.id].edited_at or card.published_at,
        )
        for card in cards
    ]

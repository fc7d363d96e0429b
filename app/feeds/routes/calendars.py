"""/feeds/<token>/….ics: what a calendar asks for, as the owner of the token would see it now."""

import hashlib
from collections.abc import Callable
from datetime import datetime, time, timedelta

from flask import Blueprint, Response, abort, current_app, request
from flask.typing import ResponseReturnValue
from sqlalchemy import ColumnElement

from app.catalogue.categories import CATEGORIES, Category
from app.core import clock
from app.core.access import public
from app.core.i18n import gettext, speaking
from app.events.ical import MIME, writing
from app.feeds import queries
from app.feeds.routes.reading import called
from app.people.models import Reader

bp = Blueprint("calendars", __name__)

BACK = timedelta(days=183)  # half a year: what is over longer is in no calendar of ours
MOST = 500  # events, or dates of one's own


@bp.get("/<token>/events.ics")
@public
def whole(token: str) -> ResponseReturnValue:
    owner = called(token)[1]
    return _events(owner, lambda: gettext("WOWista: events"))


@bp.get("/<token>/mine.ics")
@public
def mine(token: str) -> ResponseReturnValue:
    """What its owner said yes or perhaps to, or waits for."""
    owner = called(token)[1]

    def written(since: datetime) -> bytes:
        found = queries.joined(owner, since=since, most=MOST)
        return writing.dates(found, name=gettext("WOWista: my events"))

    return _answer(owner, written)


@bp.get("/<token>/events/category/<code>.ics")
@public
def category(token: str, code: str) -> ResponseReturnValue:
    owner = called(token)[1]
    if code not in list(Category):
        abort(404)
    category = Category(code)
    words = CATEGORIES[category]
    return _events(owner, lambda: f"WOWista: {gettext(words)}", queries.of_category(category))


@bp.get("/<token>/events/unit/<int:number>.ics")
@public
def unit(token: str, number: int) -> ResponseReturnValue:
    """What people of a unit organise, and of those below it."""
    owner = called(token)[1]
    unit = queries.unit(number) or abort(404)
    return _events(owner, lambda: f"WOWista: {unit.name}", queries.of_unit(number))


@bp.get("/<token>/events/space/<int:number>.ics")
@public
def space(token: str, number: int) -> ResponseReturnValue:
    owner = called(token)[1]
    space = queries.space(owner, number) or abort(404)
    return _events(owner, lambda: f"WOWista: {space.name}", queries.of_space(number))


def _events(
    owner: Reader, name: Callable[[], str], narrowed: ColumnElement[bool] | None = None
) -> ResponseReturnValue:
    def written(since: datetime) -> bytes:
        found = queries.events(owner, since=since, most=MOST, narrowed=narrowed)
        return writing.document(found, name=name(), since=since)

    return _answer(owner, written)


def _answer(owner: Reader, written: Callable[[datetime], bytes]) -> ResponseReturnValue:
    """Calendars ask every hour, and mostly nothing has happened: where nobody decided anything in
    the whole house since, that is answered before a row of an event is read. Where somebody did,
    the document is written, and sent if it says anything else.
    """
    since = datetime.combine(clock.now().date(), time()) - BACK
    release = current_app.config["RELEASE"]
    made_of = (release, queries.version(), owner.id, sorted(owner.roles), owner.language, since)
    fresh = _short(f"{made_of}{request.path}".encode())
    kept = dict(map(_parts, request.if_none_match.as_set(include_weak=True)))
    if fresh in kept:
        return _named(Response(status=304), f"{fresh}-{kept[fresh]}")
    with speaking(owner.language):
        body = written(since)
    answer = _named(Response(body, mimetype=MIME), f"{fresh}-{_short(body)}")
    if _short(body) in kept.values():
        answer = _named(Response(status=304), f"{fresh}-{_short(body)}")
    return answer


def _named(answer: Response, etag: str) -> Response:
    answer.set_etag(etag)
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def _short(made_of: bytes) -> str:
    return hashlib.sha256(made_of).hexdigest()[:32]


def _parts(etag: str) -> tuple[str, str]:
    """What a document was made of, and what it said; whoever packed it put a word behind that."""
    made_of, _, said = etag.partition(":")[0].partition("-")
    return made_of, said

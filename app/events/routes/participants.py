"""/events/on/<number>/participants: who answered and who came, taken out as a table."""

from collections.abc import Iterator
from datetime import datetime

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from app.core import clock
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.i18n import gettext, local
from app.core.tables import TYPES, download
from app.core.tables.out import Cell
from app.events import policy, queries
from app.events.models import Reply, Seat
from app.events.wording import REPLIES, SEATS
from app.facts import record
from app.facts.events import ParticipantsExported
from app.people.freshly import fresh

bp = Blueprint("participants", __name__, url_prefix="/on/<int:number>/participants")


@bp.get("")
@fresh
def show(number: int) -> ResponseReturnValue:
    """As `?as=csv` or `?as=xlsx`. That a list of names leaves the house is written down first."""
    kind = request.args.get("as", "csv")
    authorize(policy.see_attendance, load(queries.with_event(reader()), number).event)
    if kind not in TYPES:
        abort(404)
    with writing(shown=False):
        occurrence = queries.held_for(me(), number)
        authorize(policy.see_attendance, occurrence.event)
        count = queries.participant_count(number)
        record(ParticipantsExported(actor=me(), occurrence=occurrence, people=count))
    name = f"participants-{number}-{clock.now():%Y-%m-%d}"
    return download(_rows(number), name=name, kind=kind)


def _rows(number: int) -> Iterator[list[Cell]]:
    yield [
        gettext("Name"),
        gettext("Unit"),
        gettext("Job"),
        gettext("Answer"),
        gettext("Seat"),
        gettext("Guests"),
        gettext("Waiting turn"),
        gettext("Came"),
        gettext("Since"),
    ]
    for row in queries.participants(number):
        waits = row.seat is Seat.WAITING
        yield [
            row.name,
            row.unit or "",
            row.job or "",
            _told(REPLIES, row.reply),
            _told(SEATS, row.seat if row.seat is not Seat.NONE else None),
            row.guests if row.reply is Reply.YES else None,
            row.turn if waits else None,
            gettext("yes") if row.came_at else gettext("no"),
            _on_my_clock(row.answered_at or row.came_at),
        ]


def _told(words: dict, code: Reply | Seat | None) -> str:
    return gettext(words[code]) if code else ""


def _on_my_clock(moment: datetime) -> datetime:
    return local(moment).replace(tzinfo=None)

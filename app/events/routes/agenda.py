"""What is to come, the soonest first."""

from datetime import datetime

from flask import request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.db import HIGHEST
from app.core.hypermedia import view
from app.events import queries, wording
from app.events.models import Category, Event


def index() -> ResponseReturnValue:
    category = request.args.get("category", type=Category)
    narrowed = Event.category == category if category else None
    found = queries.coming(reader(), after=_begun(), narrowed=narrowed)
    last = found.rows[-1] if found.more else None
    later = last and url_for(
        "events.events.index",
        category=category and category.value,
        after=last.starts_at.isoformat(),
        last=last.id,
    )
    return view(
        "events/events/index.html",
        part="events/agenda/_dates.html",
        page=found,
        later=later,
        category=category,
        categories=wording.CATEGORIES,
        wording=wording,
        is_first="after" not in request.args,
    )


def _begun() -> tuple[datetime, int]:
    """The date that a page begins after; whatever an address says that is none begins anew."""
    try:
        after = datetime.fromisoformat(request.args.get("after", ""))
    except ValueError:
        return datetime.min, 0
    last = request.args.get("last", 0, type=int)
    return after.replace(tzinfo=None), last if 0 <= last <= HIGHEST else 0

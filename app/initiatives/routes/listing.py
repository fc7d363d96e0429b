"""The list of the initiatives, as its address narrows it."""

from collections.abc import Sequence
from typing import Any

from flask import request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Row

from app.catalogue.categories import CATEGORIES
from app.core.access import reader
from app.core.calendar import today
from app.core.hypermedia import view
from app.initiatives import narrowing, policy, queries, wording
from app.initiatives.forms import BulkReviewForm
from app.initiatives.narrowing import Narrowing
from app.people import queries as people


def shown(status: int = 200, **more: Any) -> ResponseReturnValue:
    """`more` is a form that was refused, in the place of an empty one."""
    wanted = asked()
    last = narrowing.begun(request.args.get("after", ""))
    found = queries.cards(wanted, today(), last)
    return view(
        "initiatives/initiatives/index.html",
        part="initiatives/initiatives/_list.html",
        status=status,
        page=found,
        total=queries.count(wanted, today()),
        is_first=last is None,
        older=found.more
        and url_for(
            "initiatives.initiatives.index",
            after=narrowing.after(found.rows[-1]),
            **wanted.in_address,
        ),
        wording=wording,
        **_filters(wanted),
        **(_reviewing(found.rows) | more),
    )


def asked() -> Narrowing:
    """What the address asks for; what governance says of them is asked by governance alone."""
    wanted = narrowing.read(request.args)
    return wanted if policy.review_all(reader()) else wanted.with_(review=None)


def _filters(wanted: Narrowing) -> dict[str, Any]:
    owner = people.card(wanted.owner_id) if wanted.owner_id else None
    return {
        "wanted": wanted,
        "categories": CATEGORIES,
        "units": people.units(also=wanted.unit_id),
        "owner": owner.name if owner else "",
        "years": range(today().year, today().year - 5, -1),
    }


def _reviewing(rows: Sequence[Row]) -> dict[str, Any]:
    """Whoever looks through them does so for several at once; nobody for their own."""
    if not policy.review_all(reader()):
        return {"form": None, "reviewed": []}
    mine = queries.worked_on_by(reader().id, [row.id for row in rows])
    return {
        "form": BulkReviewForm(formdata=None),
        "reviewed": [row for row in rows if row.id not in mine],
        "began": request.args.get("after"),
    }

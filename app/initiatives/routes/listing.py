"""The list of the initiatives, as its address narrows it."""

from typing import Any

from flask import request, url_for
from flask.typing import ResponseReturnValue

from app.catalogue.categories import CATEGORIES
from app.core.access import reader
from app.core.calendar import today
from app.core.hypermedia import view
from app.initiatives import narrowing, policy, queries, wording
from app.initiatives.forms import BulkReviewForm
from app.initiatives.forms.logging import OFFERED
from app.initiatives.narrowing import Narrowing
from app.people import queries as people


def shown(status: int = 200, **more: Any) -> ResponseReturnValue:
    """`more` is a form that was refused, in the place of an empty one."""
    wanted = narrowing.read(request.args)
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
        **(_reviewing() | more),
    )


def _filters(wanted: Narrowing) -> dict[str, Any]:
    owner = people.card(wanted.owner_id) if wanted.owner_id else None
    return {
        "wanted": wanted,
        "categories": OFFERED,
        "called": CATEGORIES,
        "units": people.units(also=wanted.unit_id),
        "owner": owner.name if owner else "",
        "years": range(today().year, today().year - 5, -1),
    }


def _reviewing() -> dict[str, Any]:
    """Whoever looks through them does so for several at once."""
    may = policy.review_all(reader())
    return {"form": BulkReviewForm(formdata=None) if may else None}

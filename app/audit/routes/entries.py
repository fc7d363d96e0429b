"""/admin/audit: who did what that matters, the latest first."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.audit import policy, queries, telling
from app.audit.forms import NarrowingForm
from app.audit.queries import NEWEST
from app.core.access import authorize, reader
from app.core.hypermedia import view
from app.core.paging import begun

bp = Blueprint("entries", __name__)


@bp.get("")
def index() -> ResponseReturnValue:
    """From `before` back; a number that is none begins at the latest."""
    authorize(policy.read)
    form = NarrowingForm(request.args)
    before = begun(request.args, "before", NEWEST)
    return view(
        "audit/entries/index.html",
        part="audit/entries/_entries.html",
        form=form,
        address=form.address,
        book=telling.book(reader(), form.wanted, before=before),
        is_first=before >= NEWEST,
        seal=queries.last_seal(),
    )

"""/admin/audit/export: what somebody narrowed the audit to, as a file."""

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.audit import exporter, policy, queries
from app.audit.forms import NarrowingForm
from app.core import clock
from app.core.access import authorize, me, reader
from app.core.db import writing
from app.core.hypermedia import say
from app.core.i18n import gettext, number
from app.core.tables import TYPES, download
from app.people.freshly import fresh

bp = Blueprint("export", __name__, url_prefix="/export")


@bp.get("")
@fresh
def show() -> ResponseReturnValue:
    """As `?as=csv`, which has no limit, or `?as=xlsx`."""
    authorize(policy.read)
    form, kind = NarrowingForm(request.args), request.args.get("as", "csv")
    wanted = form.wanted
    if kind == "xlsx" and queries.count(wanted) > exporter.LONGEST_XLSX:
        most = number(exporter.LONGEST_XLSX)
        say(gettext("An Excel file holds %(most)s entries. Narrow it, or take CSV.", most=most))
        return redirect(url_for("audit.entries.index", **form.address), code=303)
    if kind not in TYPES:
        abort(404)  # and nothing was taken out
    with writing(shown=False):
        authorize(policy.read)
        before = exporter.tell(wanted, by=me())
    table = exporter.rows(reader(), wanted, before)
    return download(table, name=f"audit-{clock.now():%Y-%m-%d}", kind=kind)

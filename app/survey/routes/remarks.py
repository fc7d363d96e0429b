"""/survey/waves/…/remarks: what people wrote, for HR to read."""

from contextlib import suppress

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.core.access import authorize, reader
from app.core.db import load
from app.core.paging import begun
from app.survey import policy, queries, wording

bp = Blueprint("remarks", __name__, url_prefix="/waves/<int:number>/remarks")


@bp.get("")
def index(number: int) -> ResponseReturnValue:
    """Those of one group by `?group=`, from beyond `?after=`, in an order that says nothing."""
    wave = load(queries.with_results(reader()), number)
    authorize(policy.manage)
    group = begun(request.args, "group", 0) or None
    after = _place(request.args.get("after", ""))
    return render_template(
        "survey/remarks/index.html",
        wave=wave,
        groups=queries.groups_with_remarks(wave.id),
        group=group,
        page=queries.remarks_of(wave.id, group_id=group, after=after),
        is_first=not after,
        words=wording,
    )


def _place(told: str) -> bytes:
    """What an address says a page begins after; nonsense is the beginning."""
    with suppress(ValueError):
        return bytes.fromhex(told)
    return b""

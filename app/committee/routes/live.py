"""/committee/<number>/live: whether anything moved, asked every few seconds by whoever follows."""

from flask import Blueprint, Response, make_response, request
from flask.typing import ResponseReturnValue

from app.committee import queries
from app.committee.routes import table
from app.core.access import reader
from app.core.db import load
from app.core.hypermedia import view

bp = Blueprint("live", __name__, url_prefix="/<int:number>/live")


@bp.get("")
def show(number: int) -> ResponseReturnValue:
    """Nothing at all while it is as it was at `?seen=`; else the table as it is now. Whoever leads
    hears that another has the chair, and keeps what they were writing.
    """
    sitting = load(queries.visible_to(reader()), number)
    if request.args.get("seen", type=int) == sitting.moves:
        return Response(status=204)
    if not sitting.is_open:
        over = make_response(
            view("committee/live/over.html", part="committee/live/_over.html", sitting=sitting)
        )
        over.headers["HX-Retarget"], over.headers["HX-Reswap"] = "#table", "outerHTML"
        return over
    if request.args.get("leading"):
        return view("committee/live/news.html", part="committee/live/_news.html", sitting=sitting)
    return table.shown(sitting)

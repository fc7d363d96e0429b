"""/blog/export: every published post in one zip."""

from flask import Blueprint, Response, stream_with_context
from flask.typing import ResponseReturnValue

from app.blog import exporter, policy
from app.core import clock
from app.core.access import authorize, me
from app.core.db import writing
from app.people.freshly import fresh

bp = Blueprint("export", __name__, url_prefix="/export")


@bp.get("")
@fresh
def show() -> ResponseReturnValue:
    """Everybody's words leave the house at once: that is written down first."""
    authorize(policy.take_out)
    with writing():
        authorize(policy.take_out)
        exporter.tell(me())
    answer = Response(
        stream_with_context(exporter.as_zip(exporter.files())), mimetype="application/zip"
    )
    name = f"blog-{clock.now():%Y-%m-%d}.zip"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer

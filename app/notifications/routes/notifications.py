"""/notifications: what one was told, the latest first."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.db import HIGHEST
from app.core.hypermedia import view
from app.core.paging import begun
from app.notifications.telling import told

bp = Blueprint("notifications", __name__, url_prefix="/notifications")


@bp.get("")
def index() -> ResponseReturnValue:
    """From `before` back; a number that is none begins at the latest."""
    before = begun(request.args, "before", HIGHEST)
    return view(
        "notifications/notifications/index.html",
        part="notifications/notifications/_told.html",
        told=told(reader(), before=before),
        is_first=before >= HIGHEST,
        unread=reader().count("notifications"),
    )

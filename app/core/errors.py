"""When something does not work: a page that says what happened, and the way on.

What somebody typed is never lost: a refused form comes back inside the page.
"""

import errno
from collections.abc import Callable
from typing import Any

from flask import Flask, current_app, jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import InterfaceError, OperationalError
from werkzeug.exceptions import (
    HTTPException,
    InternalServerError,
    SecurityError,
    ServiceUnavailable,
)

from app.core.access import is_public, reader
from app.core.db import Overtaken, db
from app.core.hypermedia import wants_json
from app.core.i18n import N_, gettext
from app.core.logs import log, request_id, tell_broken
from app.core.once import PASSENGERS, AnotherBody

# What people write, by the name it has in every form.
WRITTEN = {
    "title": N_("Title"),
    "text": N_("Text"),
    "tags": N_("Tags"),
    "cover_alt": N_("What can be seen in it"),
    "name": N_("Name"),
    "job": N_("What you do"),
    "helps_with": N_("How you can help"),
    "email": N_("Your email"),
}
INSUFFICIENT_STORAGE = 507
NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
ONCE_MORE = N_("That page was from an earlier session. Send it again: nothing has been lost.")
# What would be refused again for the same reason: without it the words make a thing of their own.
STALE = {409: {"draft", "draft_version"}, 422: {"once"}}


def init_app(app: Flask, *, moved: Callable[[str], str | None]) -> None:
    """`moved(path)` is today's address of what used to be at an address that is no more."""
    app.extensions["moved"] = moved
    app.before_request_funcs.setdefault(None, []).insert(0, _refuse_other_names)
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(SecurityError, lambda _: _plain(400))
    app.register_error_handler(Overtaken, lambda _: _page(409))
    app.register_error_handler(AnotherBody, lambda _: _page(422))
    app.register_error_handler(CSRFError, _expired)
    app.register_error_handler(OperationalError, _unreachable)
    app.register_error_handler(InterfaceError, _unreachable)
    app.register_error_handler(OSError, _unwritable)
    app.register_error_handler(Exception, _broken)


def _refuse_other_names() -> None:
    """Asked under a name that is not ours, nothing here has an address, not even a page."""
    if isinstance(request.routing_exception, SecurityError):
        raise request.routing_exception


def _refused(error: HTTPException) -> ResponseReturnValue:
    if error.code is None or error.code < 400:
        return error
    if error.code == 404 and (today := _moved()):
        return redirect(today, code=301)
    return _page(error.code)


def _moved() -> str | None:
    """Not here again: an old address may be a new one, of something this person may not see."""
    asks = request.method in ("GET", "HEAD") and reader().is_authenticated
    today = current_app.extensions["moved"](request.path) if asks else None
    return today if today != request.path else None


def _expired(error: CSRFError) -> ResponseReturnValue:
    """A token of another session: the form is whole, so it is offered to be sent again.

    Whoever has signed in meanwhile, in another tab, is not told to do so once more.
    """
    if is_public(request.endpoint):
        return _page(400)
    return _page(401, is_back=reader().is_authenticated)


def _unreachable(error: Exception) -> ResponseReturnValue:
    """The database is away, or busy for too long; or its disk is full, and only reads go on."""
    said = str(error.__cause__ or error).splitlines()[0]
    log.error("database", error=said)
    is_full = "disk is full" in said or "No space left" in said
    return _plain(INSUFFICIENT_STORAGE if is_full else ServiceUnavailable.code)


def _unwritable(error: OSError) -> ResponseReturnValue:
    """A picture or an upload found no room; whatever else goes wrong with files is a fault."""
    if error.errno not in NO_ROOM:
        return _broken(error)
    log.error("disk", error=str(error))
    return _plain(INSUFFICIENT_STORAGE)


def _broken(error: Exception) -> ResponseReturnValue:
    tell_broken(error)
    return _plain(InternalServerError.code)


def _page(code: int, *, is_back: bool = False) -> ResponseReturnValue:
    """`is_back`: who sends a form of an earlier session has signed in again."""
    db.session.rollback()
    if code >= 500:
        return _plain(code)
    if wants_json():
        return jsonify(message=gettext(ONCE_MORE) if is_back else _title(code)), code
    kept = [one for one in _kept() if one[1] not in STALE.get(code, ())]
    shown = {"error": {"code": code}, "request_id": request_id(), "kept": kept}
    return render_template("errors/page.html", again=_again(), is_back=is_back, **shown), code


def _plain(code: int) -> ResponseReturnValue:
    """Nothing here may need the database or know who is asking."""
    db.session.rollback()
    if wants_json():
        return jsonify(message=_title(code)), code
    retry = {"Retry-After": "5"} if code == ServiceUnavailable.code else {}
    template = current_app.jinja_env.get_template("errors/plain.html")
    # Not `render_template`: it would ask the database who is signed in.
    page = template.render(request_id=request_id(), kept=_kept(), code=code)
    return page, code, retry


def _title(code: int) -> str:
    words: Any = current_app.jinja_env.get_template("errors/_words.html").module
    return str(words.title(code)).strip()


def _again() -> str:
    """Where the form that was refused may be sent once more."""
    return "" if request.method == "GET" else request.full_path.rstrip("?")


def _kept() -> list[tuple[str, str, str]]:
    """What was sent, as (label, name, value), but for passwords.

    Without a label it goes along unseen: a choice, a key, the draft it began as. A body too large
    to read has nothing to keep.
    """
    if request.method == "GET":
        return []
    try:
        sent = request.form.items(multi=True)
        return [
            (_label(name, value), name, value)
            for name, value in sent
            if name != "csrf_token" and "password" not in name and value
        ]
    except HTTPException:
        return []


def _label(name: str, value: str) -> str:
    if name in PASSENGERS:
        return ""
    return WRITTEN.get(name) or (N_("What you had written") if " " in value.strip() else "")

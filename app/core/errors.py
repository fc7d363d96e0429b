"""When something does not work: a page that says what happened, and the way on.

What somebody typed is never lost: a refused form comes back inside the page.
"""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask, current_app, jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import InterfaceError, OperationalError
from werkzeug.exceptions import HTTPException, InternalServerError, ServiceUnavailable

from app.core.access import is_public, reader
from app.core.db import Overtaken, db
from app.core.i18n import N_, gettext
from app.core.logs import log, request_id
from app.core.once import PASSENGERS, AnotherBody

WORDS = {
    400: (
        N_("We couldn’t read that"),
        N_("Something in the address or the form is not as it should be. Go back and try again."),
    ),
    401: (N_("Your session has expired"), N_("Sign in again: your text is safe.")),
    403: (
        N_("This is not yours to do"),
        N_("Your role does not include it. If it should, ask the administrators."),
    ),
    404: (
        N_("There is nothing here"),
        N_("It may have been withdrawn, or the address has a typo."),
    ),
    405: (N_("That can’t be done here"), N_("Go back to the page and use its buttons.")),
    409: (
        N_("Someone changed it first"),
        N_("Look at what is there now, then decide. What you wrote is below."),
    ),
    413: (N_("Too large"), N_("Make it smaller and send it again.")),
    422: (
        N_("This form was already sent"),
        N_("It was sent before with other words. Check what you want to send."),
    ),
    429: (N_("Too many attempts"), N_("Wait a few minutes and try again.")),
    500: (
        N_("Something broke on our side"),
        N_("It is not your fault. We have noted it; try again in a moment."),
    ),
    503: (
        N_("We are not available right now"),
        N_("It will pass in a moment. What you wrote is below: keep it and send it again."),
    ),
}


@dataclass(frozen=True)
class Trouble:
    """What an error page shows. `kept` is what the person had typed: (name, value) pairs."""

    code: int
    title: str
    words: str
    request_id: str
    kept: list[tuple[str, str]]
    again: str


def init_app(app: Flask, *, moved: Callable[[str], str | None]) -> None:
    """`moved(path)` is today's address of what used to be at an address that is no more."""
    app.extensions["moved"] = moved
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(Overtaken, lambda _: _page(409))
    app.register_error_handler(AnotherBody, lambda _: _page(422))
    app.register_error_handler(CSRFError, _expired)
    app.register_error_handler(OperationalError, _unreachable)
    app.register_error_handler(InterfaceError, _unreachable)
    app.register_error_handler(Exception, _broken)


def _refused(error: HTTPException) -> ResponseReturnValue:
    if error.code is None or error.code < 400:
        return error
    if error.code == 404 and (today := _moved()):
        return redirect(today, code=301)
    return _page(error.code)


def _moved() -> str | None:
    asks = request.method in ("GET", "HEAD") and reader().is_authenticated
    return current_app.extensions["moved"](request.path) if asks else None


def _expired(error: CSRFError) -> ResponseReturnValue:
    """A token of another session: the form is whole, so it is offered to be sent again."""
    return _page(400 if is_public(request.endpoint) else 401)


def _unreachable(error: Exception) -> ResponseReturnValue:
    log.error("database", error=str(error.__cause__ or error).splitlines()[0])
    return _plain(ServiceUnavailable.code)


def _broken(error: Exception) -> ResponseReturnValue:
    log.error("broken", exc_info=error)
    return _plain(InternalServerError.code)


def trouble(code: int) -> Trouble:
    title, words = WORDS.get(code, WORDS[400 if code < 500 else 500])
    return Trouble(
        code=code,
        title=gettext(title),
        words=gettext(words),
        request_id=request_id(),
        kept=_kept(),
        again=request.full_path.rstrip("?") if request.method != "GET" else "",
    )


def _page(code: int) -> ResponseReturnValue:
    db.session.rollback()
    if code >= 500:
        return _plain(code)
    if _wants_json():
        return jsonify(message=trouble(code).title), code
    return render_template("errors/page.html", error=trouble(code)), code


def _plain(code: int) -> ResponseReturnValue:
    """Nothing here may need the database or know who is asking."""
    db.session.rollback()
    if _wants_json():
        return jsonify(message=trouble(code).title), code
    retry = {"Retry-After": "5"} if code == 503 else {}
    return render_template("errors/plain.html", error=trouble(code)), code, retry


def _wants_json() -> bool:
    best = request.accept_mimetypes.best_match(["text/html", "application/json"], "text/html")
    return best == "application/json"


def _kept() -> list[tuple[str, str]]:
    """What was typed, but for passwords. A body too large to read has nothing to keep."""
    if request.method == "GET":
        return []
    try:
        sent = request.form.items(multi=True)
        return [
            (name, value)
            for name, value in sent
            if name not in PASSENGERS and "password" not in name and value
        ]
    except HTTPException:
        return []

"""Who may come in. Everything is shut until somebody opens it by name."""

from collections.abc import Callable
from functools import partial
from typing import Any

from flask import Flask, Response, abort, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import LoginManager

from app.core import fragments
from app.core.asking import reader
from app.core.db import held, is_writing

login_manager = LoginManager()


def init_app(app: Flask, *, reader: Callable, person: Callable, stranger: type) -> None:
    """Tell the door who is who.

    `reader(token)` finds the light row behind a sign-in, at every request; `person(id)` the
    entity, for verbs; `stranger` is what somebody is before signing in.
    """
    login_manager.init_app(app, add_context_processor=False)  # templates ask `reader()`
    login_manager.session_protection = None  # phones change their address all day long
    login_manager.user_loader(reader)
    login_manager.anonymous_user = stranger
    login_manager.unauthorized_handler(to_sign_in)
    app.extensions["person"] = person
    app.before_request_funcs.setdefault(None, []).insert(0, refuse_other_sites)
    app.before_request(require_sign_in)


def public(view: Callable) -> Callable:
    """Mark a view that strangers may open: signing in, health checks, little else."""
    view.is_public = True  # type: ignore[attr-defined]
    return view


def is_public(endpoint: str | None) -> bool:
    view = current_app.view_functions.get(endpoint or "")
    return endpoint == "static" or getattr(view, "is_public", False)


def refuse_other_sites() -> ResponseReturnValue | None:
    """No form of ours stands on another site. It gets no page: one that gives the form back to be
    sent again would lend it our name and a token, and a new cookie would sign its victim out.
    """
    asked_from = request.headers.get("Sec-Fetch-Site", "same-origin")
    if request.method in ("GET", "HEAD", "OPTIONS") or asked_from in ("same-origin", "none"):
        return None
    return Response(status=403)


def require_sign_in() -> ResponseReturnValue | None:
    """Strangers go to sign in, whatever they ask for: what is not there does not show either."""
    if is_public(request.endpoint) or reader().is_authenticated:
        return None
    return login_manager.unauthorized()


def to_sign_in() -> ResponseReturnValue:
    """A page can be asked for again after signing in; a change cannot."""
    if request.method in ("GET", "HEAD") and "HX-Request" not in request.headers:
        place = request.full_path if request.query_string else request.path
        return redirect(url_for("people.sign_in.new", next=place), code=303)
    return abort(401)


def me() -> Any:
    """The signed-in person as an entity, read anew: who a verb is done `by`.

    Raises RuntimeError outside `writing()`.
    """
    if not is_writing():
        raise RuntimeError("me() is for verbs: use reader(), or open writing()")
    return held("me", lambda: current_app.extensions["person"](reader().id))


def authorize(rule: Callable[..., bool], *things: Any) -> None:
    """403 unless the rule says yes for whoever is signed in."""
    if not rule(me() if is_writing() else reader(), *things):
        abort(403)


def reader_of_page() -> Any:
    """What a template asks for. A piece that is kept for others is no page of this reader's."""
    refuse_while_drawing()
    return reader()


def refuse_while_drawing() -> None:
    """Raises RuntimeError inside a kept piece: what it shows of one reader, others would see."""
    if fragments.is_drawing():
        raise RuntimeError("a kept piece is the same for everybody: give it what it needs as key")


class Can:
    """Lets a template ask `can.blog.edit(post)` and hear policy.edit(reader(), post)."""

    def __init__(self, **policies: Any) -> None:
        self._policies = policies

    def __getattr__(self, feature: str) -> "_Bound":
        refuse_while_drawing()
        return _Bound(self._policies[feature])


class _Bound:
    def __init__(self, policy: Any) -> None:
        self._policy = policy

    def __getattr__(self, rule: str) -> Callable[..., bool]:
        return partial(getattr(self._policy, rule), reader())

"""/sign-in: coming in, and going out."""

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import public, reader
from app.core.db import db, writing
from app.core.i18n import gettext
from app.core.redirects import ours
from app.people import passwords, queries, sessions, throttle
from app.people.forms import SignInForm

bp = Blueprint("sign_in", __name__, url_prefix="/sign-in")


@bp.get("")
@public
def new() -> ResponseReturnValue:
    if reader().is_authenticated:
        return redirect(ours(request.args.get("next"), otherwise="/"), code=303)
    return _page(SignInForm(request.args))


@bp.post("")
@public
def create() -> ResponseReturnValue:
    """One answer, in the same time, for an account that exists and one that does not."""
    form = SignInForm()
    if not form.validate():
        return _page(form, 422)

    email, address = form.email.data, request.remote_addr or ""
    throttle.slow_down(address)
    if throttle.is_shut(email):
        _say(form, gettext("Too many attempts. Wait %(n)s minutes.", n=5))
        return _page(form, 429)

    person = queries.by_email(email)
    known = person.password_hash if person and person.is_active else None
    number = person.id if person else 0
    db.session.rollback()  # hashing is slow, and nothing may wait for it
    if not passwords.matches(known, form.password.data):
        throttle.count(email, address)
        _say(form, gettext("That email and that password don’t match."))
        return _page(form, 422)

    if passwords.is_old(known or ""):
        _hash_anew(number, form.password.data)
    sessions.begin(number, agent=request.user_agent.string, lasting=form.lasting.data)
    return redirect(ours(form.next.data, otherwise="/"), code=303)


@bp.delete("")
def destroy() -> ResponseReturnValue:
    """Signed out at once, and nothing of it stays in the browser."""
    sessions.end(reader().sign_in)
    answer = redirect(url_for("people.sign_in.new"), code=303)
    answer.headers["Clear-Site-Data"] = '"cache"'
    answer.delete_cookie(
        current_app.config["SESSION_COOKIE_NAME"], secure=current_app.config["TLS"]
    )
    return answer


def _hash_anew(number: int, password: str) -> None:
    better = passwords.hashed(password)
    with writing():
        queries.person(number).password_hash = better


def _say(form: SignInForm, words: str) -> None:
    form.password.errors = [*form.password.errors, words]


def _page(form: SignInForm, status: int = 200) -> ResponseReturnValue:
    return render_template("people/sign_in/new.html", form=form), status

"""/welcome: a new house greets its first person."""

import hmac

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError

from app.core.access import public
from app.core.db import leave, writing
from app.core.i18n import gettext
from app.people import browsers, devices, founding, passwords, queries, sessions
from app.people.forms import FirstRunForm

bp = Blueprint("first_run", __name__, url_prefix="/welcome")


@bp.before_app_request
def _greet() -> ResponseReturnValue | None:
    """While nobody is here, every page leads to the first one. Afterwards nobody asks again."""
    if current_app.extensions.get("inhabited") or request.endpoint in (
        "static",
        "people.first_run.new",
        "people.first_run.create",
        "people.language.update",
        "health.alive",
        "health.ready",
        "metrics.show",
    ):
        return None
    if queries.is_anybody_here():
        current_app.extensions["inhabited"] = True
        return None
    return redirect(url_for("people.first_run.new"), code=303)


@bp.get("")
@public
def new() -> ResponseReturnValue:
    _only_the_first()
    return _page(FirstRunForm(formdata=None))


@bp.post("")
@public
def create() -> ResponseReturnValue:
    _only_the_first()
    form = FirstRunForm()
    fits = form.validate()
    if current_app.config["PRODUCTION"] and not hmac.compare_digest(
        (form.key.data or "").encode(), founding.setup_key().encode()
    ):
        form.key.errors = [gettext("That is not the key the server printed when it started.")]
        fits = False
    if not fits:
        return _page(form, 422)

    leave()  # hashing is slow, and nothing may wait for it
    password_hash = passwords.hashed(form.password.data)
    agent, token = request.user_agent.string, sessions.new_token()
    try:
        with writing():
            first = founding.found(
                company=form.company.data,
                name=form.name.data,
                email=form.email.data,
                language=form.language.data,
                password_hash=password_hash,
            )
            first.come_in(agent=devices.coarse(agent), sign_in=sessions.digest(token))
            number = first.id
            browser = browsers.meet(number, agent=agent)
    except IntegrityError:
        abort(404)  # somebody else was the first
    sessions.begin(number, token, agent=agent, lasting=False)
    return browsers.remember(redirect("/admin", code=303), browser)


def _only_the_first() -> None:
    if queries.is_anybody_here():
        abort(404)


def _page(form: FirstRunForm, status: int = 200) -> ResponseReturnValue:
    return render_template("people/first_run/new.html", form=form), status

"""/invitation: a first password, by the link of a letter, and in."""

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue

from app.core.access import public, reader
from app.core.db import leave, writing
from app.people import browsers, devices, passwords, sessions
from app.people.forms import FirstPasswordForm
from app.people.letters import opening
from app.people.models import Purpose

bp = Blueprint("invitation", __name__, url_prefix="/invitation")


@bp.get("/<token>")
@public
def show(token: str) -> ResponseReturnValue:
    return opening.take(token, "people.invitation.edit")


@bp.get("")
@public
def edit() -> ResponseReturnValue:
    link = opening.link(Purpose.INVITATION)
    if link is None or not link.opens:
        return opening.gone(link)
    return _page(FirstPasswordForm(link.person, formdata=None))


@bp.put("")
@public
def update() -> ResponseReturnValue:
    link = opening.link(Purpose.INVITATION)
    if link is None or not link.opens:
        return opening.gone(link)
    form = FirstPasswordForm(link.person)
    if not form.validate():
        return _page(form, 422)

    leave()  # hashing is slow, and nothing may wait for it
    password_hash = passwords.hashed(form.new.data)
    agent, token = request.user_agent.string, sessions.new_token()
    number, browser = 0, ""
    with writing():
        link = opening.link(Purpose.INVITATION)
        if link and link.opens:
            link.use()
            link.person.choose_password(password_hash)
            link.person.come_in(agent=devices.coarse(agent), sign_in=sessions.digest(token))
            number = link.person_id
            browser = browsers.meet(number, agent=agent)
    if not number:
        return opening.gone(opening.link(Purpose.INVITATION))
    sessions.begin(number, token, agent=agent, lasting=False, instead_of=reader().sign_in)
    return browsers.remember(redirect("/", code=303), browser)


def _page(form: FirstPasswordForm, status: int = 200) -> ResponseReturnValue:
    return render_template("people/invitation/edit.html", form=form), status

"""/sign-in: coming in, and going out."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core import settings
from app.core.access import me, public, reader
from app.core.db import writing
from app.core.i18n import gettext
from app.core.redirects import ours
from app.people import browsers, devices, passwords, queries, sessions
from app.people.challenge import TOO_MANY, Answer, answer
from app.people.forms import SignInForm
from app.people.letters import queries as letters

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

    person = queries.by_email(form.email.data)
    known = person.password_hash if person and person.is_active else None
    number = person.id if person else 0
    try:
        answered = answer(
            form.password.data,
            email=form.email.data,
            password_hash=known,
            address=request.remote_addr or "",
        )
    except passwords.Crowded as crowded:
        _say(form, gettext("Many people are coming in right now. Try again in a few seconds."))
        return *_page(form, 503), {"Retry-After": str(crowded.retry_after)}
    match answered:
        case Answer.SHUT:
            _say(form, gettext(TOO_MANY))
            return _page(form, 429)
        case Answer.WRONG:
            _say(form, gettext("That email and that password don’t match."))
            return _page(form, 422)

    agent, token = request.user_agent.string, sessions.new_token()
    better = passwords.hashed(form.password.data) if passwords.is_old(known or "") else None
    with writing(shown=False):
        person = letters.held(number)
        is_still_known = person is not None and person.password_hash == known
        if person and is_still_known:
            known = person.password_hash = better or known
            person.come_in(agent=devices.coarse(agent), sign_in=sessions.digest(token))
            browser = browsers.meet(number, agent=agent)
    if is_still_known:
        sessions.begin(
            number,
            token,
            agent=agent,
            lasting=form.lasting.data,
            instead_of=reader().sign_in,
        )
        # Whoever sets another password ends the sessions there are: was this one there yet?
        is_still_known = queries.person(number).password_hash == known
    if not is_still_known:
        sessions.end(sessions.digest(token))
        return redirect(url_for("people.sign_in.new"), code=303)
    return browsers.remember(redirect(ours(form.next.data, otherwise="/"), code=303), browser)


@bp.delete("")
def destroy() -> ResponseReturnValue:
    """Signed out at once, and nothing of it stays in the browser."""
    with writing(shown=False):
        me().go_out()
    sessions.end(reader().sign_in)
    out = redirect(url_for("people.sign_in.new"), code=303)
    out.headers["Clear-Site-Data"] = '"cache"'
    return out


def _say(form: SignInForm, words: str) -> None:
    form.password.errors = [*form.password.errors, words]


def _page(form: SignInForm, status: int = 200) -> tuple[str, int]:
    company = settings.get("company")
    return render_template("people/sign_in/new.html", form=form, company=company), status

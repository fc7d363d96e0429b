"""/committee: the triage sessions that are to come, and those that are over, side by side."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.committee import narrowing, policy, queries, wording
from app.committee.forms import SittingForm
from app.committee.models import Sitting
from app.core.access import authorize, me, reader
from app.core.calendar import today
from app.core.db import load, writing
from app.core.hypermedia import say, view
from app.core.i18n import date, gettext
from app.ideas.wording import VERDICTS

bp = Blueprint("sittings", __name__)

USUAL_QUORUM = 3


@bp.get("")
def index() -> ResponseReturnValue:
    """`?q=` looks through their names and those of their ideas."""
    words = narrowing.words(request.args)
    found = queries.held(reader(), words=words, before=narrowing.begun(request.args))
    last = found.rows[-1] if found.more else None
    return view(
        "committee/sittings/index.html",
        part="committee/sittings/_held.html",
        words=words,
        page=found,
        older=last and url_for(".index", q=words or None, after=narrowing.after(last)),
        upcoming=[] if words else queries.upcoming(reader()),
        wording=wording,
        verdicts=VERDICTS,
    )


@bp.get("/new")
def new() -> ResponseReturnValue:
    authorize(policy.call)
    title = gettext("Triage session of %(day)s", day=date(today()))
    form = SittingForm(formdata=None, title=title, held_on=today(), quorum=USUAL_QUORUM)
    return render_template("committee/sittings/new.html", form=form)


@bp.post("")
def create() -> ResponseReturnValue:
    authorize(policy.call)
    form = SittingForm()
    if not form.validate():
        return render_template("committee/sittings/new.html", form=form), 422
    with writing():
        authorize(policy.call)
        sitting = Sitting.call(**form.said, by=me())
        number = sitting.id
    say(gettext("The session is called. Now choose what comes onto its agenda."))
    return redirect(url_for("committee.agenda.new", number=number), code=303)


@bp.get("/<int:number>")
def show(number: int) -> ResponseReturnValue:
    """What is planned; once it is over, its minutes."""
    sitting = load(queries.visible_to(reader()), number)
    if sitting.closed_at:
        return redirect(url_for("committee.minutes.show", number=number), code=303)
    return render_template("committee/sittings/show.html", **prepared(sitting))


@bp.get("/<int:number>/edit")
def edit(number: int) -> ResponseReturnValue:
    sitting = load(queries.visible_to(reader()), number)
    authorize(policy.prepare, sitting)
    return _editor(sitting, SittingForm.of(sitting))


@bp.put("/<int:number>")
def update(number: int) -> ResponseReturnValue:
    sitting = load(queries.visible_to(reader()), number)
    authorize(policy.prepare, sitting)
    form = SittingForm()
    if not form.validate():
        return _editor(sitting, form, 422)
    with writing():
        sitting = load(queries.visible_to(me()), number)
        authorize(policy.prepare, sitting)
        is_overtaken = not form.has_stood(sitting)
        if not is_overtaken:
            sitting.say(**form.said)
    if is_overtaken:
        return _editor(load(queries.visible_to(reader()), number), form, 409)
    say(gettext("Saved."))
    return redirect(url_for("committee.sittings.show", number=number), code=303)


@bp.delete("/<int:number>")
def destroy(number: int) -> ResponseReturnValue:
    """Called off, as long as it has not begun."""
    authorize(policy.cancel, load(queries.visible_to(reader()), number))
    with writing():
        sitting = load(queries.visible_to(me()), number)
        authorize(policy.cancel, sitting)
        sitting.cancel(by=me())
    say(gettext("The session is called off. Its ideas stay where they were."))
    return redirect(url_for("committee.sittings.index"), code=303)


def prepared(sitting: Sitting) -> dict[str, Any]:
    """What the page of a sitting that is not over shows: three statements."""
    present = queries.attendees(sitting.id)
    return {
        "sitting": sitting,
        "lines": queries.agenda(sitting, reader()),
        "present": present,
        "is_quorate": len(present) >= sitting.quorum,
        "wording": wording,
    }


def _editor(sitting: Sitting, form: SittingForm, status: int = 200) -> ResponseReturnValue:
    if status == 409:
        form.face(sitting)
        said = gettext("Somebody else changed the session meanwhile. Save again to keep yours.")
        stands = f"{sitting.title} · {date(sitting.held_on)} · {sitting.quorum}"
        form.form_errors.append(f"{said} {gettext('What stands now')}: {stands}")
    return render_template("committee/sittings/edit.html", sitting=sitting, form=form), status

"""/moderation/<kind>/<number>/report: saying that something should not stand here."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import Entity, load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.facts import subjects
from app.moderation import hiding, policy, queries
from app.moderation.forms import ReportForm
from app.moderation.models import Reason
from app.moderation.routes.cases import asking

bp = Blueprint("reports", __name__, url_prefix="/<kind>/<int:number>")


@bp.get("/report")
def new(kind: str, number: int) -> ResponseReturnValue:
    thing = _seen(kind, number)
    authorize(policy.report, hiding.makers(thing))
    return _page(thing, ReportForm(formdata=None))


@bp.get("/case")
def show(kind: str, number: int) -> ResponseReturnValue:
    """From a thing to what was decided about it, for whoever may know."""
    case = queries.seen_about(reader(), subjects.named(kind).kind, number) or abort(404)
    return redirect(url_for("moderation.cases.show", number=case.id), code=303)


@bp.post("/report")
def create(kind: str, number: int) -> ResponseReturnValue:
    """Twice by one person is once: nothing of it is lost, and nothing made."""
    thing = _seen(kind, number)
    authorize(policy.report, hiding.makers(thing))
    form = ReportForm()
    if not form.validate():
        return _page(thing, form, 422)
    with writing():
        thing = _seen(kind, number)
        authorize(policy.report, hiding.makers(thing))
        hiding.report(thing, Reason(form.reason.data), form.words.data, by=me())
    say(gettext("Thank you. Somebody will look at it; its author does not learn who told us."))
    return redirect(subjects.address(kind, number), code=303)


def _seen(kind: str, number: int) -> Entity:
    subject = subjects.named(kind)
    return load(subject.visible_to(asking()), number) if subject.may_report else abort(404)


def _page(thing: Any, form: ReportForm, status: int = 200) -> ResponseReturnValue:
    subject = subjects.of(thing)
    return (
        render_template(
            "moderation/reports/new.html",
            form=form,
            title=getattr(thing, subject.title.key),
            kind=subject.kind,
            number=thing.id,
            place=subjects.address(subject.kind, thing.id),
        ),
        status,
    )

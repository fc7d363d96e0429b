"""/ambassadors/<number>: one term, and what an ambassador says that they know."""

from typing import Any

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.ambassadors import policy, queries
from app.ambassadors.forms import KnowledgeForm
from app.ambassadors.models import Mandate
from app.catalogue.tagging import give_terms, tag
from app.core.access import authorize, me, reader
from app.core.calendar import today
from app.core.db import load, writing
from app.core.freshness import reading
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.people import queries as people

bp = Blueprint("mandates", __name__, url_prefix="/<int:number>")


@bp.get("")
@reading
def show(number: int) -> ResponseReturnValue:
    """With the terms of the same person before and after it."""
    mandate = load(queries.visible_to(reader()), number)
    offices = queries.offices_of(mandate.person_id)
    return render_template(
        "ambassadors/mandates/show.html",
        person=people.card(mandate.person_id),
        office=next(one for one in offices if one.id == number),
        others=[one for one in offices if one.id != number],
        today=today(),
    )


@bp.get("/edit")
def edit(number: int) -> ResponseReturnValue:
    mandate = load(queries.whole(reader()), number)
    authorize(policy.edit, mandate)
    return _page(mandate, KnowledgeForm.of(queries.KIND, number))


@bp.put("")
def update(number: int) -> ResponseReturnValue:
    mandate = load(queries.whole(reader()), number)
    authorize(policy.edit, mandate)
    form = KnowledgeForm()
    if not form.validate():
        return _page(mandate, form, 422)
    with writing():
        mandate = load(queries.visible_to(me()), number)
        authorize(policy.edit, mandate)
        tag(mandate, form.tags.names)
        give_terms(mandate, form.terms.data)
    say(gettext("Saved."))
    return redirect(url_for("ambassadors.mandates.show", number=number), code=303)


def _page(mandate: Mandate, form: Any, status: int = 200) -> ResponseReturnValue:
    page = render_template("ambassadors/mandates/edit.html", mandate=mandate, form=form)
    return page, status

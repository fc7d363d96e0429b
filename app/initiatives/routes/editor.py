"""The pages one logs an initiative on, and tells all of it."""

from typing import Any

from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.hypermedia import view
from app.facts.origins import told
from app.initiatives import origins, queries
from app.initiatives.forms import EditForm, LogForm
from app.initiatives.models import Initiative


def new(form: LogForm, status: int = 200) -> ResponseReturnValue:
    origin = origins.of(form.came_from.data, reader())
    offers_last = not form.is_submitted() and not form.title.data
    return view(
        "initiatives/initiatives/new.html",
        part="initiatives/initiatives/_log.html",
        status=status,
        form=form,
        origin=told(origin) if origin else None,
        last=queries.last_logged(reader().id) if offers_last else None,
    )


def edit(
    initiative: Initiative, form: EditForm, status: int = 200, preview: bool = False, **more: Any
) -> ResponseReturnValue:
    return view(
        "initiatives/initiatives/edit.html",
        part="initiatives/initiatives/_editor.html",
        status=status,
        initiative=initiative,
        form=form,
        preview=form.text.rendered.html if preview else None,
        **({"rival": None} | more),
    )


def overtaken(initiative: Initiative, form: EditForm) -> ResponseReturnValue:
    """Both versions on one screen: theirs stands, mine is still in the form."""
    form.face(initiative)
    return edit(initiative, form, 409, rival=initiative)

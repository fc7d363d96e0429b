"""/covers: a picture above something that is still being written."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.attachments.covers import Covered, CoverForm
from app.attachments.models import LONGEST_ALT
from app.attachments.receiving import keep, receive
from app.core.access import reader
from app.core.db import load, writing
from app.core.limits import accepts
from app.core.pictures import NotAPicture
from app.people import queries as people

bp = Blueprint("covers", __name__, url_prefix="/covers")


@bp.post("")
@accepts(megabytes=12)
def create() -> ResponseReturnValue:
    """The writer's form is elsewhere on the page: only its cover is changed."""
    form = CoverForm()
    bring(form)
    status = 422 if form.cover_file.errors else 200
    return render_template("attachments/covers/_cover.html", form=form), status


def bring(form: Covered) -> None:
    """Keep the picture that came with the form, if one did, and let it be the cover."""
    file = form.cover_file.data
    if not getattr(file, "filename", ""):
        return
    try:
        received = receive(file, by=reader())
    except NotAPicture as refused:
        form.refuse_cover(refused)
        return
    with writing():
        owner = load(people.visible_to(reader()), reader().id)
        alt = form.cover_alt.data[:LONGEST_ALT]  # nobody has looked at the form yet
        form.put_cover(keep(received, alt=alt, by=owner))

"""/catalogue/tags/<number>/merging: two tags become one, and two again."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.catalogue import merging, policy, queries
from app.catalogue.forms import IntoForm
from app.catalogue.models import IntoItself, NotOffered, Tag
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.fields import line
from app.core.hypermedia import say, undoing
from app.core.i18n import gettext

bp = Blueprint("tag_merging", __name__, url_prefix="/catalogue/tags/<int:number>/merging")


@bp.get("/new")
def new(number: int) -> ResponseReturnValue:
    tag = load(queries.seen_tags(reader()), number)
    authorize(policy.mend, tag)
    return _page(tag, 200)


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    tag = load(queries.seen_tags(reader()), number)
    authorize(policy.mend, tag)
    form = IntoForm()
    if not form.validate():
        return _page(tag, 422, gettext("Choose what it is merged into."))

    try:
        with writing():
            authorize(policy.govern)
            load(queries.seen_tags(me()), form.to.data or 0)
            held = queries.hold(Tag, number, form.to.data or 0)
            survivor = held[form.to.data or 0]
            merging.merge(held[number], survivor, by=me())
            word = survivor.slug
    except (IntoItself, NotOffered):
        tag = load(queries.seen_tags(reader()), number)
        return _page(tag, 422, gettext("That one cannot be chosen any more. Choose another."))
    undo = undoing("catalogue.tag_merging.destroy", number=number)
    say(gettext("The two are one. The old address leads here."), undo=undo)
    return redirect(url_for("catalogue.tags.show", word=word), code=303)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    tag = load(queries.seen_tags(reader()), number)
    authorize(policy.govern)
    with writing():
        authorize(policy.govern)
        tag = merging.held(tag)
        speaking = queries.survivor(tag)
        merging.unmerge(tag, by=me())
        word = speaking.slug
    say(gettext("They are two again. What was given since stays with the other one."))
    return redirect(url_for("catalogue.tags.show", word=word), code=303)


def _page(tag: Tag, status: int, wrong: str = "") -> ResponseReturnValue:
    words = line(request.args.get("q", ""))[:40]
    found = queries.tags(reader(), words=words)
    return render_template(
        "catalogue/tags/merging.html",
        tag=tag,
        words=words,
        others=[row for row in found.rows if row.id != tag.id],
        has_more=found.more,
        form=IntoForm(formdata=None),
        wrong=wrong,
    ), status

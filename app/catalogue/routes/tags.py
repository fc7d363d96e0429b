"""/tags: the words people coin, what carries each, and how governance mends them."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError

from app.catalogue import narrowing, policy, queries
from app.catalogue.forms import TagForm
from app.catalogue.models import Tag
from app.catalogue.telling import about
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.fields import line, slug
from app.core.freshness import reading
from app.core.hypermedia import say, view
from app.core.i18n import gettext

bp = Blueprint("tags", __name__)


@bp.get("/tags")
@reading
def index() -> ResponseReturnValue:
    words, after = line(request.args.get("q", ""))[:40], slug(request.args.get("after", ""))
    page = queries.tags(reader(), words=words, after=after)
    return view(
        "catalogue/tags/index.html",
        part="catalogue/tags/_list.html",
        page=page,
        words=words,
        more=page.more
        and url_for("catalogue.tags.index", q=words or None, after=page.rows[-1].slug),
    )


@bp.get("/tags/<word>")
@reading
def show(word: str) -> ResponseReturnValue:
    """What carries it. A word nobody sees a thing with is not there."""
    tag = queries.tag_at(slug(word)) or abort(404)
    load(queries.seen_tags(reader()), tag.id)
    speaking = queries.survivor(tag)
    if speaking.slug != word:
        return redirect(url_for("catalogue.tags.show", word=speaking.slug))
    page = about(reader(), speaking, narrowing.read(request.args.get("before", "")))
    return view(
        "catalogue/tags/show.html",
        part="catalogue/words/_things.html",
        tag=speaking,
        number=speaking.id,
        things=page.things,
        older=page.older and url_for("catalogue.tags.show", word=word, before=page.older),
        is_first="before" not in request.args,
        elders=queries.merged_into(speaking) if policy.govern(reader()) else [],
        may_govern=policy.govern(reader()),
    )


@bp.get("/catalogue/tags/<int:number>")
def by_number(number: int) -> ResponseReturnValue:
    tag = load(queries.seen_tags(reader()), number)
    return redirect(url_for("catalogue.tags.show", word=tag.slug))


@bp.get("/catalogue/tags/<int:number>/edit")
def edit(number: int) -> ResponseReturnValue:
    tag = load(queries.seen_tags(reader()), number)
    authorize(policy.mend, tag)
    return _edit(tag, TagForm(formdata=None, obj=tag), 200)


@bp.put("/catalogue/tags/<int:number>")
def update(number: int) -> ResponseReturnValue:
    tag = load(queries.seen_tags(reader()), number)
    authorize(policy.mend, tag)
    form = TagForm()
    if not form.validate():
        return _edit(tag, form, 422)

    try:
        with writing():
            tag = load(queries.seen_tags(me()), number)
            authorize(policy.mend, tag)
            other = queries.tag_at(slug(form.name.data))
            is_elder = other is not None and other.merged_into_id == tag.id
            if other is None or other.id == tag.id or is_elder:
                tag.rename(form.name.data, by=me(), elder=other if is_elder else None)
                other = None
            word = tag.slug
    except IntegrityError:
        other = tag  # somebody coined it in this moment
    if other is not None:
        form.name.errors = [gettext("There is a tag with that name: merge this one into it.")]
        return _edit(load(queries.seen_tags(reader()), number), form, 422)
    say(gettext("The tag has a new name. The old one leads here."))
    return redirect(url_for("catalogue.tags.show", word=word), code=303)


def _edit(tag: Tag, form: TagForm, status: int) -> Any:
    return render_template("catalogue/tags/edit.html", tag=tag, form=form), status

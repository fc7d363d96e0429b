"""/blog/<number>/readers: who has said that they read a post, and who has not yet."""

from collections.abc import Iterator

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.blog import policy, queries
from app.blog.forms import AskingForm
from app.blog.models import Post
from app.blog.routes import plan
from app.core import clock
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext, local
from app.core.paging import begun
from app.core.tables import TYPES, download
from app.core.tables.out import Cell
from app.facts import record
from app.facts.blog import ConfirmationsExported
from app.people import queries as people
from app.people.freshly import fresh

bp = Blueprint("readers", __name__, url_prefix="/<int:number>")


@bp.get("/readers")
def index(number: int) -> ResponseReturnValue:
    """`?who=` is "missing" or "confirmed"; `?unit=` narrows to a unit and those within it."""
    post = load(queries.visible_to(reader()), number)
    authorize(policy.see_readers, post)
    unit_id = begun(request.args, "unit", 0) or None
    confirmed = request.args.get("who") == "confirmed"
    after = begun(request.args, "after", 0) or None
    page = queries.audience(post, confirmed=confirmed, unit_id=unit_id, after=after)
    return render_template(
        "blog/readers/index.html",
        post=post,
        page=page,
        confirmed=confirmed,
        unit_id=unit_id,
        units=people.units(),
        tally=queries.tally(post, unit_id),
    )


@bp.get("/readers/export")
@fresh
def show(number: int) -> ResponseReturnValue:
    """As `?as=csv` or `?as=xlsx`. That a list of names leaves the house is written down first."""
    kind = request.args.get("as", "csv")
    authorize(policy.see_readers, load(queries.visible_to(reader()), number))
    if kind not in TYPES:
        abort(404)
    with writing(shown=False):
        post = load(queries.visible_to(me()), number)
        authorize(policy.see_readers, post)
        record(ConfirmationsExported(actor=me(), post=post, people=queries.tally(post).asked))
    post = load(queries.visible_to(reader()), number)
    return download(_rows(post), name=f"readers-{number}-{clock.now():%Y-%m-%d}", kind=kind)


@bp.put("/asking")
def update(number: int) -> ResponseReturnValue:
    """Ask whoever reads it to say so."""
    post = load(queries.visible_to(reader()), number)
    authorize(policy.ask, post)
    form = AskingForm()
    if not form.validate():
        return plan.page(post, 422, asking=form)
    with writing():
        post = load(queries.visible_to(me()), number)
        authorize(policy.ask, post)
        post.ask_readers(form.by.data, by=me())
    say(gettext("Whoever reads it is asked to say so."))
    return redirect(url_for("blog.readers.index", number=number), code=303)


@bp.delete("/asking")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.ask, load(queries.visible_to(reader()), number))
    with writing():
        post = load(queries.visible_to(me()), number)
        authorize(policy.ask, post)
        post.stop_asking(by=me())
    undo = f"{url_for('blog.readers.update', number=number)}?_method=PUT"
    say(gettext("Nobody is asked any more."), undo=undo)
    return redirect(url_for("blog.posts.show", number=number), code=303)


@bp.post("/reminder")
def create(number: int) -> ResponseReturnValue:
    """Those who are missing hear of it once more, at most once a day."""
    authorize(policy.see_readers, load(queries.visible_to(reader()), number))
    with writing(shown=False):
        post = load(queries.visible_to(me()), number)
        authorize(policy.see_readers, post)
        told = post.remind(by=me())
    if told:
        say(gettext("Whoever has not read it hears of it once more."))
    else:
        say(gettext("They heard of it less than a day ago: give them time."))
    return redirect(url_for("blog.readers.index", number=number), code=303)


def _rows(post: Post) -> Iterator[list[Cell]]:
    yield [gettext("Name"), gettext("Email"), gettext("Unit"), gettext("Read and understood")]
    for row in queries.whole_audience(post):
        said = local(row.confirmed_at).replace(tzinfo=None) if row.confirmed_at else None
        yield [row.name, row.email, row.unit or "", said]

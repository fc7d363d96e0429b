"""/blog/<number>/place: in which space a post stands. Its address is the same in all of them."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.blog import policy, queries
from app.blog.forms import PlaceForm
from app.blog.models import Post
from app.core.access import authorize, me, reader
from app.core.db import is_writing, load, writing
from app.core.hypermedia import say, view
from app.core.i18n import gettext
from app.people.models import Person, Reader
from app.spaces import queries as spaces
from app.spaces.models import MemberRole
from app.spaces.places import writable

bp = Blueprint("place", __name__, url_prefix="/<int:number>/place")


@bp.get("/edit")
def edit(number: int) -> ResponseReturnValue:
    post = load(queries.whole(reader()), number)
    authorize(policy.move, post, _runs_it(post))
    return _page(post, PlaceForm(formdata=None, space=post.space_id), 200)


@bp.put("")
def update(number: int) -> ResponseReturnValue:
    post = load(queries.whole(reader()), number)
    authorize(policy.move, post, _runs_it(post))
    form = PlaceForm()
    if not form.validate():
        return _page(post, form, 422)
    with writing():
        post = load(queries.visible_to(me()), number)
        space = post.space if form.space.data == post.space_id else writable(form.space.data)
        authorize(policy.move_to, post, space, _runs_it(post))
        post.move(space, by=me())
    say(gettext("Moved. Its address is still the same."))
    return redirect(url_for("blog.posts.show", number=number), code=303)


def _runs_it(post: Post) -> bool:
    """Whether whoever asks runs the space it stands in."""
    who: Person | Reader = me() if is_writing() else reader()
    return bool(post.space_id and spaces.role(who, post.space_id) is MemberRole.MANAGER)


def _page(post: Post, form: PlaceForm, status: int) -> ResponseReturnValue:
    page = "blog/place/edit.html"
    return view(page, part="blog/place/_form.html", status=status, post=post, form=form)

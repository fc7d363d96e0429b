"""/blog/<number>/authors: who writes a post, and in which order they stand."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.blog import policy, queries
from app.blog.models import LastAuthor, Post, TooManyAuthors
from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.fields import line
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.people import queries as people
from app.people.models import Person

bp = Blueprint("authors", __name__, url_prefix="/<int:number>/authors")

LONGEST_NAME = 120  # letters somebody looks for


@bp.get("")
def index(number: int) -> ResponseReturnValue:
    """Whoever is looked for by name stands below, with a button each."""
    post = load(queries.visible_to(reader()), number)
    authorize(policy.name_authors, post)
    return _page(post)


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    post = load(queries.visible_to(reader()), number)
    authorize(policy.name_authors, post)
    wanted = load(people.visible_to(reader()), request.values.get("person", 0, type=int))
    if not (post.is_by(wanted.id) or queries.who_may_join(post, person_id=wanted.id)):
        wrong = gettext(
            "They cannot read it: their account is closed, or they are not in its space."
        )
        return _page(post, wrong, 422)

    whom, name = wanted.id, wanted.name
    try:
        with writing():
            post = load(queries.visible_to(me()), number)
            authorize(policy.name_authors, post)
            if queries.who_may_join(post, person_id=whom):
                post.add_author(_person(whom), by=me())
    except TooManyAuthors:
        post = load(queries.visible_to(reader()), number)
        return _page(post, gettext("That is as many names as a line holds."), 422)
    say(gettext("%(name)s may edit it as well from now on.", name=name))
    return redirect(url_for("blog.authors.index", number=number), code=303)


@bp.put("/<int:person>")
def update(number: int, person: int) -> ResponseReturnValue:
    """`place` is where they stand from now on, counted from 0."""
    authorize(policy.name_authors, load(queries.visible_to(reader()), number))
    with writing():
        post = load(queries.visible_to(me()), number)
        authorize(policy.name_authors, post)
        post.place_author(person, request.values.get("place", 0, type=int))
    return redirect(url_for("blog.authors.index", number=number), code=303)


@bp.delete("/<int:person>")
def destroy(number: int, person: int) -> ResponseReturnValue:
    """Taken off, or stepped back; somebody of the house always stays."""
    post = load(queries.visible_to(reader()), number)
    authorize(policy.name_authors, post)
    try:
        with writing():
            post = load(queries.visible_to(me()), number)
            authorize(policy.name_authors, post)
            post.remove_author(_person(person), by=me())
            still = policy.name_authors(me(), post)
    except LastAuthor:
        post = load(queries.visible_to(reader()), number)
        wrong = gettext("Somebody has to answer for it: name another author first.")
        return _page(post, wrong, 422)
    if person == reader().id and not still:
        say(gettext("You are no author of it any more."))
        return redirect(url_for("blog.posts.index"), code=303)
    undo = url_for("blog.authors.create", number=number, person=person)
    say(gettext("They are no author of it any more."), undo=undo)
    return redirect(url_for("blog.authors.index", number=number), code=303)


def _person(number: int) -> Person:
    return load(people.visible_to(me()), number)


def _page(post: Post, wrong: str = "", status: int = 200) -> ResponseReturnValue:
    words = line(request.args.get("q", ""))[:LONGEST_NAME]
    return render_template(
        "blog/authors/index.html",
        post=post,
        authors=queries.authors(post),
        words=words,
        found=queries.who_may_join(post, words=words) if words else [],
        wrong=wrong,
    ), status

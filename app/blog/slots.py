"""What the blog draws into other pages."""

from dataclasses import replace
from typing import Any

from flask import render_template, request

from app.blog import narrowing, policy, queries
from app.blog.narrowing import Narrowing
from app.catalogue import queries as catalogue
from app.core.access import reader
from app.core.fragments import lasting
from app.drafts import queries as drafts
from app.drafts.continuing import address

FEW = 3  # posts where they are guests


def latest() -> str:
    """The newest posts, on the page everybody begins at; nothing while there is none."""
    return lasting("blog/home/_latest.html", reader().circles, read=_first_and_newest)


def unfinished() -> str:
    """The post its writer has not finished, offered where one asks what to do next."""
    if "drafts" not in reader().has:
        return ""
    begun = drafts.unfinished(reader(), "post", limit=1)
    if not begun:
        return ""
    return render_template("blog/home/_unfinished.html", draft=begun[0], address=address(begun[0]))


def talk() -> str:
    """What people tag their posts with, as ways into the blog."""
    return lasting("blog/posts/_tags.html", reader().circles, read=_talked_about)


def written_by(person: Any) -> str:
    """The latest posts of a person, on their own page."""
    page = queries.cards(reader(), Narrowing(author_id=person.id), size=FEW)
    return render_template("blog/people/_posts.html", page=page, person=person)


def latest_in(space: Any) -> str:
    """What stands first in a space, and its newest posts, on its first page."""
    page = queries.cards(reader(), Narrowing(space_id=space.id), size=FEW + 2)
    first = queries.featured_in(reader(), space.id)
    return render_template("blog/spaces/_latest.html", page=page, space=space, first=first)


def posts_in(space: Any) -> str:
    """All the posts of a space, a page at a time."""
    wanted = replace(narrowing.read(request.args), space_id=space.id)
    page = queries.cards(reader(), wanted)
    before = narrowing.after(page.rows[-1]) if page.more else None
    first = queries.featured_in(reader(), space.id) if wanted.is_first else []
    return render_template(
        "blog/spaces/_posts.html", space=space, page=page, wanted=wanted, before=before, first=first
    )


def write_in(space: Any, is_in: bool) -> str:
    """The way to write in a space."""
    return render_template("blog/spaces/_write.html", space=space, is_in=is_in)


def taking_out() -> str:
    """The way to take all posts out, for whoever may, beside the way to bring some in."""
    return render_template("blog/export/_link.html") if policy.take_out(reader()) else ""


def _first_and_newest() -> dict[str, Any]:
    return {"rows": queries.first_and_newest(reader(), size=FEW)}


def _talked_about() -> dict[str, Any]:
    seen = queries.published_lately(reader())
    return {"tags": catalogue.most_used("post", seen), "chosen": ""}

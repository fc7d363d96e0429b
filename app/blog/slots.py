"""What the blog draws into other pages."""

from typing import Any

from flask import render_template

from app.blog import queries
from app.blog.narrowing import Narrowing
from app.catalogue import queries as catalogue
from app.core.access import reader
from app.core.fragments import lasting
from app.drafts import queries as drafts
from app.drafts.continuing import address

FEW = 3  # posts where they are guests


def latest() -> str:
    """The newest posts, on the page everybody begins at; nothing while there is none."""
    return lasting(
        "blog/home/_latest.html", read=lambda: {"page": queries.cards(Narrowing(), size=FEW)}
    )


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
    return lasting("blog/posts/_tags.html", read=_talked_about)


def written_by(person: Any) -> str:
    """The latest posts of a person, on their own page."""
    page = queries.cards(Narrowing(author_id=person.id), size=FEW)
    return render_template("blog/people/_posts.html", page=page, person=person)


def taking_out() -> str:
    """The way to take all posts out, beside the way to bring some in."""
    return render_template("blog/export/_link.html")


def _talked_about() -> dict[str, Any]:
    return {"tags": catalogue.most_used("post", queries.published_numbers()), "chosen": ""}

from app.attachments.models import Picture
from app.blog import publishing
from app.blog.models import Post
from app.blog.publishing import Manuscript
from app.core.db import db, writing
from app.core.markdown import render
from app.people.models import Person
from app.spaces.models import Space
from tests.factories.people import make_person


def make_post(
    author=None,
    title="Twelve rings before a voice",
    text="Nobody *answers*.",
    tags=(),
    terms=(),
    cover: Picture | None = None,
    space: Space | None = None,
    due=None,
    **given,
):
    """A published post, or one that is `due`, through the verbs; `given` overrides its columns."""
    number, place = (author or make_person()).id, space and space.id
    manuscript = Manuscript(
        title=title,
        text=text,
        rendered=render(text),
        language="en",
        tags=list(tags),
        terms=[term.id for term in terms],
        cover=cover.key if cover else "",
        cover_alt=cover.alt if cover else "",
    )
    with writing():
        where = db.session.get_one(Space, place) if place else None
        writer = db.session.get_one(Person, number)
        post = publishing.publish(manuscript, by=writer, space=where, due=due)
        for column, value in given.items():
            setattr(post, column, value)
    return post


def withdraw(post, by):
    with writing():
        db.session.merge(post).withdraw(by=db.session.get_one(Person, by.id))
    return post


def edit(post, by, title="Twelve rings before a voice", text="Nobody *answers*.", tags=(), note=""):
    """Other words for it, through the verbs."""
    number = post.id
    manuscript = Manuscript(
        title=title, text=text, rendered=render(text), language="en", tags=list(tags)
    )
    with writing():
        found = db.session.get_one(Post, number)
        publishing.edit(found, manuscript, by=db.session.get_one(Person, by.id), note=note)
    return found


def add_author(post, person, by):
    number, whom, who = post.id, person.id, by.id
    with writing():
        found = db.session.get_one(Post, number)
        found.add_author(db.session.get_one(Person, whom), by=db.session.get_one(Person, who))
    return found


def propose(post, by, text, title="It waits"):
    """Other words for a published post, which nobody has looked at yet."""
    number = post.id
    manuscript = Manuscript(title=title, text=text, rendered=render(text), language="en", tags=[])
    with writing():
        found = db.session.get_one(Post, number)
        publishing.propose(found, manuscript, by=db.session.get_one(Person, by.id), note="")
    return found

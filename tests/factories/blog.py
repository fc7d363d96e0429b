from app.attachments.models import Picture
from app.blog import publishing
from app.blog.publishing import Manuscript
from app.core.db import db, writing
from app.core.markdown import render
from app.people.models import Person
from tests.factories.people import make_person


def make_post(
    author=None,
    title="Twelve rings before a voice",
    text="Nobody *answers*.",
    tags=(),
    cover: Picture | None = None,
    **given,
):
    """A published post, through the verbs; `given` overrides its columns."""
    number = (author or make_person()).id
    manuscript = Manuscript(
        title=title,
        text=text,
        rendered=render(text),
        language="en",
        tags=list(tags),
        cover=cover.key if cover else "",
        cover_alt=cover.alt if cover else "",
    )
    with writing():
        post = publishing.publish(manuscript, by=db.session.get_one(Person, number))
        for column, value in given.items():
            setattr(post, column, value)
    return post


def withdraw(post, by):
    with writing():
        db.session.merge(post).withdraw(by=db.session.get_one(Person, by.id))
    return post

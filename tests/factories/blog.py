from app.blog.models import Post
from app.core.db import db, writing
from app.core.markdown import render
from app.people.models import Person
from tests.factories.people import make_person


def make_post(author=None, title="Twelve rings before a voice", text="Nobody *answers*.", **given):
    """A published post, through the verb; `given` overrides its columns."""
    number = (author or make_person()).id
    rendered = render(text)
    with writing():
        post = Post.publish(title, text, rendered, by=db.session.get_one(Person, number))
        for column, value in given.items():
            setattr(post, column, value)
    return post

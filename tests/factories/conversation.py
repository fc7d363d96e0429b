from app.conversation.models import Comment
from app.core.db import db, writing
from app.core.markdown import render


def make_comment(text="By phone, too?", *, on, by, answering=None):
    rendered = render(text)
    with writing():
        return Comment.write(
            text,
            rendered,
            on=db.session.merge(on),
            by=db.session.merge(by),
            answering=answering and db.session.merge(answering),
        )

from app.core.db import db, writing
from app.drafts.models import Draft
from app.people.models import Person


def make_draft(by, form="post", about=None, **fields):
    """A draft of a post, unless another form is named; `fields` is what was typed."""
    typed = {"title": "Half a thought", "text": "The phone rang and"} | fields
    with writing():
        return Draft.begin(
            form,
            {name: [value] for name, value in typed.items()},
            by=db.session.get_one(Person, by.id),
            about=about,
        )

"""What the tests of proposing have in common: a filled-in form, and what came of it."""

from sqlalchemy import func, select

from app.core.db import db
from app.ideas.models import Idea


def proposed(**given):
    """A form as a browser sends it."""
    typed = {
        "title": "Tell them that it is done",
        "kind": "fix",
        "problem": "They call *twice*, because nobody says that it arrived.",
        "audience": "Whoever leaves us",
        "change": "- A message at once.\n- Another on the day.",
        "tags": "letters, leaving",
        "language": "en",
        "voice": "own",
        "colleague": "",
        "draft": "",
        "draft_version": "",
    }
    return typed | given


def ideas():
    return db.session.scalar(select(func.count(Idea.id)))


def idea_of(answer):
    return db.session.get_one(Idea, int(answer.location.rpartition("/")[2]))

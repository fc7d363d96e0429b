"""A sitting the owner was at: what it is called and what was said besides is theirs and of those
who decide.
"""

from app.core import outbox
from tests.factories import make_idea
from tests.factories.committee import close_sitting, make_sitting, settle
from tests.hidden.base import GOVERNANCE, word

HIDDEN = {"sitting": GOVERNANCE, "note-of-a-sitting": GOVERNANCE, "planned-sitting": GOVERNANCE}
KINDS = {"sitting": "sitting"}
NOT_FOR_ITS_OWNER: set[str] = set()


def hide(scene):
    idea = make_idea(scene.chief, title="An idea for everybody")
    title = f"Triage {word('sitting')}"
    sitting = make_sitting(scene.chief, idea, present=[scene.owner], title=title)
    settle(sitting, scene.chief)
    close_sitting(sitting, by=scene.chief, note=word("note-of-a-sitting"))
    title = f"Triage {word('planned-sitting')}"
    planned = make_sitting(scene.chief, present=[scene.owner], title=title, is_open=False)
    outbox.drain()
    return {sitting.id, planned.id}


def addresses(scene):
    yield from (f"/committee?q={word(place)}" for place in HIDDEN)
    yield "/committee/export?as=csv"

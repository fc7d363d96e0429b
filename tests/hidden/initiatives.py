"""An initiative withdrawn after all had heard of it, with what it changed; and one that was sent
back, which everybody reads but for the reason.
"""

from app.core.db import db, writing
from app.initiatives.models import Initiative
from app.people.models import Person
from tests.factories.initiatives import (
    ask_change,
    make_initiative,
    tell_change,
    with_milestone,
    with_update,
)
from tests.hidden.base import GOVERNANCE, word

HIDDEN = {
    "withdrawn-initiative-title": GOVERNANCE,
    "withdrawn-initiative-text": GOVERNANCE,
    "withdrawn-initiative-result": GOVERNANCE,
    "withdrawn-initiative-milestone": GOVERNANCE,
    "withdrawn-initiative-update": GOVERNANCE,
    "withdrawn-initiative-change": GOVERNANCE,
    "return-reason": GOVERNANCE,
}
KINDS = {"change": "withdrawn-initiative-change", "initiative": "withdrawn-initiative-title"}


def hide(scene):
    owner = scene.owner
    gone = make_initiative(
        owner,
        title=word("withdrawn-initiative-title"),
        text=word("withdrawn-initiative-text"),
        result=word("withdrawn-initiative-result"),
    )
    with_milestone(gone, word("withdrawn-initiative-milestone"))
    with_update(gone, word("withdrawn-initiative-update"), by=owner)
    change = ask_change(gone)
    tell_change(change, word("withdrawn-initiative-change"), by=owner)
    returned = make_initiative(owner, title="Sent back")
    with writing():
        db.session.get_one(Initiative, gone.id).withdraw(by=owner)
        chief = db.session.get_one(Person, scene.chief_number)
        db.session.get_one(Initiative, returned.id).send_back(word("return-reason"), by=chief)
    return {gone.id, change.id, returned.id}

"""Somebody whom the owner put forward in vain; and what they asked an ambassador for."""

from app.ambassadors.models import HelpRequest, Nomination
from app.core.db import db, writing
from app.people.models import Person
from tests.factories import make_person
from tests.factories.ambassadors import (
    answer_help,
    ask_for_help,
    decline,
    make_mandate,
    nominate,
)
from tests.hidden.base import GOVERNANCE, word

HIDDEN = {
    "nomination-why": GOVERNANCE,
    "nomination-refusal": GOVERNANCE,
    "help-need": GOVERNANCE,
    "help-answer": GOVERNANCE,
    "help-taken-back": GOVERNANCE,
}
KINDS = {"help": "help-need", "mandate": None, "nomination": "nomination-refusal"}


def hide(scene):
    owner = scene.owner.id
    declined = nominate(make_person("Izaro"), by=scene.owner, why=word("nomination-why")).id
    decline(db.session.get_one(Nomination, declined), scene.chief, word("nomination-refusal"))
    whom = make_mandate(by=scene.chief).person_id
    asked = ask_for_help(scene.owner, f"How to do {word('help-need')}?", whom=whom).id
    answer_help(
        db.session.get_one(HelpRequest, asked),
        db.session.get_one(Person, whom),
        word("help-answer"),
    )
    gone = ask_for_help(scene.owner, f"No more {word('help-taken-back')}", whom=whom).id
    with writing():
        db.session.get_one(HelpRequest, gone).take_back(by=db.session.get_one(Person, owner))
    return {declined, asked, gone}


def addresses(scene):
    yield from (f"/ambassadors/help?tab={tab}" for tab in ("mine", "asked", "waiting"))
    yield from (f"/ambassadors/nominations?tab={tab}" for tab in ("mine", "waiting", "decided"))

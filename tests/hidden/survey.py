"""A wave that is counted, one that is open, and a draft; the owner answered both."""

from app.core.db import db, writing
from app.survey.models import Wave
from tests.factories import make_person
from tests.factories.survey import answer, close_wave, draft_wave, open_wave
from tests.hidden.base import HR, NOBODY, word

HIDDEN = {
    "wave-draft-name": HR,
    "wave-draft-item": HR,
    "remark-counted": HR,
    "remark-sealed": NOBODY,
}
KINDS = {"wave": "wave-draft-name"}
NOT_FOR_ITS_OWNER = set(HIDDEN)


def hide(scene):
    crowd = [scene.owner, *(make_person() for _ in range(12))]
    closed = open_wave(by=scene.people["hr"])
    for person in crowd:
        answer(closed, person, remark=word("remark-counted"))
    close_wave(closed)
    opened = open_wave(name="Second", by=scene.people["hr"])
    for person in crowd:
        answer(opened, person, remark=word("remark-sealed"))
    said = {"es": word("wave-draft-item"), "en": word("wave-draft-item")}
    draft = draft_wave(name=word("wave-draft-name"))
    number = draft.id
    with writing():
        db.session.get_one(Wave, number).items[0].asks = said
    return {closed.id, opened.id, number}

"""Thanks of the owner to the chief, after all had heard of them: one was hidden after a report, one
put away by the chief, one withdrawn.
"""

from app.core import outbox
from tests.factories import make_comment
from tests.factories.thanks import hide_thanks, make_thanks, put_away, withdraw_thanks
from tests.hidden.base import GOVERNANCE, NOBODY, word

HIDDEN = {
    "hidden-thanks": GOVERNANCE,
    "comment-on-hidden-thanks": GOVERNANCE,
    "thanks-put-away": GOVERNANCE,
    "comment-on-thanks-put-away": GOVERNANCE,
    "withdrawn-thanks": NOBODY,
}
KINDS = {"thanks": "hidden-thanks"}
NOT_FOR_ITS_OWNER = {"withdrawn-thanks"}


def hide(scene):
    numbers = set()
    for place, then in (
        ("hidden-thanks", hide_thanks),
        ("thanks-put-away", put_away),
        ("withdrawn-thanks", withdraw_thanks),
    ):
        thanks = make_thanks(scene.owner, scene.chief, text=f"They stayed: {word(place)}")
        if f"comment-on-{place}" in HIDDEN:
            make_comment(word(f"comment-on-{place}"), on=thanks, by=scene.owner)
        numbers.add(thanks.id)
        outbox.drain()
        then(thanks)
    return numbers


def addresses(scene):
    people = (scene.owner.id, scene.chief.id)
    yield from (f"/thanks?{how}={who}" for how in ("to", "by") for who in people)

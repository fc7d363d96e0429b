"""The marked words of `test_canary.py`, looked for in every letter the house writes."""

from datetime import timedelta

import pytest

from app.core import clock, outbox
from app.core.db import db, writing
from app.events.models import Event
from app.following.models import Following
from app.notifications import errands
from app.notifications.models import Channel, Kind, Wish
from app.people.models import Person
from tests.factories import (
    make_comment,
    make_idea,
    make_post,
    make_space,
    remove_comment,
    withdraw,
    withdraw_idea,
)
from tests.factories.events import make_event
from tests.hidden import HIDDEN, word
from tests.hidden.spaces import leave_all
from tests.mailbox import html, plain
from tests.scene import ROLES
from tests.test_canary import scene

__all__ = ["scene"]  # what the walk through the pages stands in

LATER = {Channel.ONCE: timedelta(minutes=11), Channel.WEEKLY: timedelta(days=8)}
LOST = {  # how, and what nobody may read any more but whom `HIDDEN` names
    "it is taken away": {
        "withdrawn-title",
        "comment-on-withdrawn",
        "removed-comment",
        "withdrawn-idea-title",
        "hidden-event-title",
    },
    "they leave": {"left-space-title", "left-space-comment", "left-space-event"},
}
TOLD = set().union(*LOST.values())


@pytest.fixture(params=LATER, ids=str)
def told(request, scene, mailbox):
    """Everybody follows the owner, and hears of things that bear the marks: `hide(how)` hides
    them later, as in the house; `letters()` reads what was written, by the address it went to.
    """
    owner = scene.owner
    names = {who: one.email for who, one in scene.people.items() if who != "owner"}
    others = [one for who, one in scene.people.items() if who != "owner"]
    with writing():
        for one in others:
            person = db.session.get_one(Person, one.id)
            Following.follow("person", owner.id, by=person)
            for kind in Kind:
                Wish.make(kind, request.param, by=person)
    everybody = " ".join(f"[@{one.name}](/people/{one.id})" for one in others)

    def marked(place):
        return f"{word(place)} {everybody}"

    room = make_space(owner, visibility="hidden", name="A room", members=others)
    stays = make_post(owner, title="It stays")
    post = make_post(owner, title=word("withdrawn-title"), text=marked("withdrawn-text"))
    inside = make_post(owner, title=word("left-space-title"), space=room)
    idea = make_idea(owner, title=word("withdrawn-idea-title"))
    event = make_event(owner, title=word("hidden-event-title")).id
    make_event(owner, title=word("left-space-event"), space=room.id)
    said = make_comment(marked("removed-comment"), on=stays, by=owner)
    make_comment(marked("comment-on-withdrawn"), on=post, by=owner)
    make_comment(marked("left-space-comment"), on=inside, by=owner)
    outbox.drain()

    def hide(how):
        if how == "they leave":
            leave_all(scene, room)
            return
        withdraw(post, owner)
        withdraw_idea(idea, owner)
        remove_comment(said, on=stays, by=owner)
        with writing():
            db.session.get_one(Event, event).hide(by=None)

    def letters():
        came = mailbox.open()
        return {who: [one for one in came if email in one["To"]] for who, email in names.items()}

    with clock.at(clock.now() + LATER[request.param]):
        yield hide, letters


def everything(letters):
    """Headers and both bodies of each."""
    return "\n".join(f"{one.items()} {plain(one)} {html(one)}" for one in letters)


def found(letters):
    return {place for place in HIDDEN if word(place) in everything(letters)}


def test_what_everybody_may_see_is_told_by_letter(told):
    """Else the tests below would find nothing because nothing is ever told."""
    _, letters = told
    errands.gather()

    assert {who: found(some) for who, some in letters().items()} == dict.fromkeys(ROLES, TOLD)


# When it is lost before, a second database says it the same way.
BEFORE = pytest.param("before it is gathered", marks=pytest.mark.alone)


@pytest.mark.parametrize("how", LOST)
@pytest.mark.parametrize("moment", [BEFORE, "when it is to be written"])
def test_no_letter_tells_what_was_hidden(told, moment, how):
    """Nor anything that was hidden long before: drafts, tokens, addresses."""
    hide, letters = told
    if moment == "before it is gathered":
        hide(how)
    errands.gather()
    if moment == "when it is to be written":
        hide(how)

    for who, some in letters().items():
        theirs = {place for place in TOLD if who in HIDDEN[place]} | (TOLD - LOST[how])
        assert found(some) <= theirs, who
        assert "It stays" in everything(some)

"""Whoever a post asks to say that they read it hears of it, whatever they follow."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.blog.models import Confirmation, Post
from app.core import clock
from app.core.db import db, writing
from app.notifications import expansion
from app.notifications.models import Channel, Kind, Notification
from app.people.models import Person
from tests.factories import add_author, make_person, make_post, make_space
from tests.notifications.test_expansion import follow, told, wish


def ask(post, by, verb="ask_readers", **given):
    with writing():
        who = db.session.get_one(Person, by.id)
        getattr(db.session.get_one(Post, post.id), verb)(**given, by=who)


def confirm(post, *people):
    with writing():
        for person in people:
            db.session.add(Confirmation(post_id=post.id, person_id=person.id, revision=1))


@pytest.fixture
def post(ane, jon, nerea):
    """Of Ane's; nobody follows it, nor her."""
    return make_post(ane)


def test_everybody_it_asks_hears_of_it_but_who_wrote_it(post, ane, nerea):
    add_author(post, make_person("Written with"), by=ane)
    make_person("Gone", disabled_at=clock.now())

    ask(post, nerea, until=None)

    assert told("ConfirmationAsked") == [("Jon", "followed")]  # nerea asked, and need not hear


def test_in_a_space_its_members_do(ane, jon, nerea):
    space = make_space(ane, visibility="members", members=[jon])

    ask(make_post(ane, space=space), ane, until=None)

    assert told("ConfirmationAsked") == [("Jon", "followed")]


def test_a_reminder_means_those_who_have_not_said_it(post, ane, jon, nerea):
    ask(post, ane, until=None)
    confirm(post, jon)

    ask(post, ane, "remind")

    assert told("ReadersReminded") == [("Nerea", "approval")]


def test_it_comes_as_quietly_as_what_one_follows_and_a_reminder_at_once(post, ane, jon, nerea):
    """By their usual wishes: a weekly summary, and a letter once nobody takes it back."""
    confirm(post, nerea)
    ask(post, ane, until=None)
    told()
    ask(post, ane, "remind")
    told()

    asked, reminded = db.session.scalars(select(Notification).order_by(Notification.id))
    assert asked.letter_due_at - asked.created_at > timedelta(hours=1)
    assert reminded.letter_due_at - reminded.created_at <= timedelta(minutes=11)


def test_muted_is_muted_and_who_wishes_for_nothing_hears_nothing(post, ane, jon, nerea):
    follow(jon, "post", post.id, verb="mute")
    wish(nerea, Kind.FOLLOWED, Channel.NONE)

    ask(post, ane, until=None)

    assert told() == []


def test_who_says_it_meanwhile_is_asked_no_more_and_nobody_twice(post, ane, monkeypatch):
    """A few at a time: each chunk looks at who is still missing."""
    monkeypatch.setattr(expansion, "AT_ONCE", 2)
    late = [make_person(f"P{number}") for number in range(5)]
    ask(post, ane, until=None)
    delivery = max(one.id for one in db.session.query(expansion.Delivery))
    db.session.rollback()
    assert expansion._tell_some(delivery)  # Jon and Nerea
    confirm(post, late[1], late[3])

    assert told("ConfirmationAsked") == [
        ("Jon", "followed"),
        ("Nerea", "followed"),
        ("P0", "followed"),
        ("P2", "followed"),
        ("P4", "followed"),
    ]


def test_where_nobody_is_asked_any_more_nobody_hears_of_it(post, ane):
    ask(post, ane, until=None)
    ask(post, ane, "stop_asking")

    assert told() == []

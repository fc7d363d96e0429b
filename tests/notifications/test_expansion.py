"""From one delivery to everybody it reaches: once each, the strongest reason, nobody else."""

from datetime import timedelta

import pytest

from app.blog import publishing
from app.catalogue import queries as catalogue
from app.core import clock, outbox
from app.core.db import db, writing
from app.core.markdown import render
from app.following.models import Following
from app.notifications import expansion
from app.notifications.models import Channel, Delivery, Kind, Notification, Wish
from app.people.models import Person
from tests.factories import (
    make_comment,
    make_person,
    make_post,
    make_reaction,
    remove_comment,
    withdraw,
)


def follow(person, kind, number, verb="follow"):
    with writing():
        getattr(Following, verb)(kind, number, by=db.session.get_one(Person, person.id))


def wish(person, kind, channel):
    with writing():
        Wish.make(kind, channel, by=db.session.get_one(Person, person.id))


def told(fact=None):
    """Who was told of what, once the worker has been: (name, kind)."""
    outbox.drain()
    db.session.rollback()
    rows = (
        db.session.query(Person.name, Notification.kind)
        .join(Notification, Notification.person_id == Person.id)
        .join(Delivery, Delivery.id == Notification.delivery_id)
    )
    if fact:
        rows = rows.filter(Delivery.fact == fact)
    return sorted((name, kind.value) for name, kind in rows)


def test_whoever_follows_the_author_hears_of_a_post(ane, jon, nerea):
    follow(jon, "person", ane.id)

    make_post(author=ane)

    assert told() == [("Jon", "followed")]
    assert all(one.finished for one in db.session.query(Delivery))


def test_whoever_follows_a_tag_hears_of_what_carries_it(ane, jon):
    post = make_post(author=ane, tags=["Listening"])
    number = post_tags(post)[0]
    follow(jon, "tag", number)

    make_post(author=ane, tags=["listening", "Phone"])

    assert told() == [("Jon", "followed")]


def post_tags(post):
    return [number for kind, number in catalogue.words_on("post", post.id) if kind == "tag"]


def test_author_and_commenters_hear_of_a_comment_and_its_writer_does_not(ane, jon, nerea):
    post = make_post(author=ane)
    make_comment(on=post, by=jon)
    make_comment(on=post, by=nerea)

    assert told("CommentWritten") == [("Ane", "mine"), ("Ane", "mine"), ("Jon", "thread")]


def test_the_strongest_reason_is_the_one_that_is_kept(ane, jon, nerea):
    post = make_post(author=ane)
    said = make_comment(on=post, by=ane)
    follow(ane, "person", jon.id)

    make_comment(f"[@Ane](/people/{ane.id}) yes", on=post, by=jon, answering=said)

    assert told("CommentWritten") == [("Ane", "mention")]


def test_an_answer_is_told_to_whom_it_answers(ane, jon, nerea):
    post = make_post(author=nerea)
    first = make_comment(on=post, by=ane)
    second = make_comment(on=post, by=jon, answering=first)
    with clock.at(clock.now() + timedelta(minutes=1)):
        make_comment(on=post, by=nerea, answering=second)

    replies = [one for one in told("CommentWritten") if one[1] == "reply"]
    assert replies == [("Ane", "reply"), ("Jon", "reply")]


def test_a_mention_reaches_somebody_who_follows_nothing(ane, jon):
    make_post(author=ane, text=f"Ask [@Jon](/people/{jon.id}), not [Jon](/people/{ane.id}).")

    assert told() == [("Jon", "mention")]


def test_a_name_added_later_is_told_and_nobody_else_again(ane, jon, nerea):
    post = make_post(author=ane)
    comment = make_comment(f"[@Jon](/people/{jon.id})", on=post, by=ane)
    both = f"[@Jon](/people/{jon.id}) [@Nerea](/people/{nerea.id})"
    assert told() == [("Jon", "mention")]

    rendered = render(both)
    with writing():
        db.session.merge(comment).edit(
            both, rendered, on=db.session.merge(post), by=db.session.merge(ane)
        )

    assert told() == [("Jon", "mention"), ("Nerea", "mention")]


def test_a_reaction_is_told_to_whose_it_is(ane, jon):
    post = make_post(author=ane)
    make_reaction(on=make_comment(on=post, by=jon), by=ane)
    make_reaction(on=post, by=jon)

    assert told("ReactionGiven") == [("Ane", "reaction"), ("Jon", "reaction")]


@pytest.mark.parametrize("muted", ["thread", "actor", "tag"])
def test_muted_is_muted(ane, jon, nerea, muted):
    post = make_post(author=ane, tags=["Phone"])
    make_comment(on=post, by=jon)
    thing = {
        "thread": ("post", post.id),
        "actor": ("person", nerea.id),
        "tag": ("tag", post_tags(post)[0]),
    }[muted]
    follow(jon, *thing, verb="mute")

    make_comment(f"[@Jon](/people/{jon.id})", on=post, by=nerea)

    assert ("Jon", "mention") not in told() and ("Jon", "thread") not in told()


def test_whoever_wishes_for_nothing_of_a_kind_hears_by_the_next_reason(ane, jon):
    follow(jon, "person", ane.id)
    wish(jon, Kind.MENTION, Channel.NONE)
    make_post(author=ane, text=f"[@Jon](/people/{jon.id})")
    assert told() == [("Jon", "followed")]

    wish(jon, Kind.FOLLOWED, Channel.NONE)
    make_post(author=ane, text=f"[@Jon](/people/{jon.id})")
    assert told() == [("Jon", "followed")]


def test_a_closed_account_is_told_nothing_and_loses_what_it_was_told(ane, jon, nerea):
    follow(jon, "person", ane.id)
    make_post(author=ane)
    assert told() == [("Jon", "followed")]

    with writing():
        db.session.get_one(Person, jon.id).disable(by=None)
    make_post(author=ane)

    assert told() == []


def test_nobody_hears_of_what_they_may_not_see(ane, jon, nerea):
    """It was withdrawn before the worker came; governance sees it still."""
    for person in (jon, nerea):
        follow(person, "person", ane.id)
    post = make_post(author=ane)
    with clock.at(clock.now() + timedelta(minutes=11)):
        withdraw(post, ane)

        assert told() == [("Nerea", "followed")]


def test_taken_back_at_once_what_was_told_is_gone(ane, jon):
    follow(jon, "person", ane.id)
    post = make_post(author=ane)
    comment = make_comment(on=post, by=jon)
    assert told() == [("Ane", "mine"), ("Jon", "followed")]

    remove_comment(comment, on=post, by=jon)
    withdraw(post, ane)

    assert told() == []


def test_what_comes_back_is_told_to_nobody_twice(ane, jon):
    follow(jon, "person", ane.id)
    post = make_post(author=ane)
    assert told() == [("Jon", "followed")]
    with clock.at(clock.now() + timedelta(minutes=11)):
        withdraw(post, ane)
    with writing():
        db.session.merge(post).restore(by=db.session.merge(ane))

    assert told() == [("Jon", "followed")]


def test_taken_back_at_once_and_put_back_it_is_told(ane, jon):
    follow(jon, "person", ane.id)
    post = withdraw(make_post(author=ane), ane)
    with writing():
        db.session.merge(post).restore(by=db.session.merge(ane))

    assert told() == [("Jon", "followed")]


def test_in_chunks_nobody_is_left_out_and_nobody_told_twice(ane, monkeypatch):
    monkeypatch.setattr(expansion, "AT_ONCE", 2)
    people = [make_person(f"P{number}") for number in range(7)]
    post = make_post(author=ane, tags=["Phone"])
    for person in people:
        follow(person, "person", ane.id)
        follow(person, "tag", post_tags(post)[0])

    make_post(author=ane, tags=["Phone"])

    assert told() == [(f"P{number}", "followed") for number in range(7)]


def test_killed_between_two_chunks_it_goes_on_where_it_was(ane, monkeypatch):
    monkeypatch.setattr(expansion, "AT_ONCE", 2)
    for number in range(5):
        follow(make_person(f"P{number}"), "person", ane.id)
    make_post(author=ane)
    delivery = db.session.query(Delivery).one().id
    db.session.rollback()
    assert expansion._tell_some(delivery)

    assert told() == [(f"P{number}", "followed") for number in range(5)]


def test_the_worker_asks_as_much_for_many_as_for_one(ane, queries):
    def asked():
        make_post(author=ane)
        del queries[:]
        outbox.drain()
        return len(queries)

    follow(make_person(), "person", ane.id)
    for_one = asked()
    for _ in range(12):
        follow(make_person(), "person", ane.id)

    assert asked() == for_one


def test_who_is_publishing_is_answered_whatever_follows(ane, queries):
    """One row: how many follow is not even looked at."""

    def asked():
        rendered = render("x")
        manuscript = publishing.Manuscript(
            title="T", text="x", rendered=rendered, language="en", tags=[]
        )
        del queries[:]
        with writing():
            publishing.publish(manuscript, by=db.session.get_one(Person, ane.id))
        return [one for one in queries if "followings" in one and "SELECT" in one]

    follow(make_person(), "person", ane.id)
    assert asked() == []

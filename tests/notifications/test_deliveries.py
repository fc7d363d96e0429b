"""One delivery row for each fact worth telling, and none for what was taken back at once"""

from datetime import timedelta

from sqlalchemy import String, inspect

from app.conversation.models import Reaction, ReactionKind
from app.core import clock
from app.core.db import db, writing
from app.notifications.models import Delivery
from tests.factories import make_comment, make_person, make_post, make_reaction, remove_comment

SOON, LATER = timedelta(minutes=9), timedelta(minutes=11)
CANARY = "c4n4ry-of-the-laboratory"


def told():
    db.session.rollback()
    return [one.fact for one in db.session.query(Delivery).order_by(Delivery.id)]


def change(thing, verb, by):
    with writing():
        getattr(db.session.merge(thing), verb)(by=db.session.merge(by))


def take_back(kind, *, on, by):
    with writing():
        Reaction.take_back(ReactionKind(kind), on=db.session.merge(on), by=db.session.merge(by))


def test_one_row_however_many_there_are_to_tell(ane, jon):
    for _ in range(5):
        make_person()
    post = make_post(author=ane)
    comment = make_comment(on=post, by=jon)
    make_reaction(on=post, by=jon)

    assert told() == ["PostPublished", "CommentWritten", "ReactionGiven"]
    row = db.session.query(Delivery).filter_by(fact="CommentWritten").one()
    assert (row.actor_id, row.subject_kind, row.subject_id) == (jon.id, "comment", comment.id)
    assert (row.thread_kind, row.thread_id) == ("post", post.id)
    assert (row.reached, row.finished) == (0, False)


def test_a_row_keeps_no_words_of_anybody(ane):
    make_comment(CANARY, on=make_post(author=ane, title=CANARY, text=CANARY), by=ane)

    for row in db.session.query(Delivery):
        assert CANARY not in repr({c.key: getattr(row, c.key) for c in inspect(Delivery).columns})
    texts = {c.key for c in inspect(Delivery).columns if isinstance(c.type, String)}
    assert texts == {"fact", "subject_kind", "thread_kind"}


def test_taken_back_within_ten_minutes_nobody_is_told(ane, jon):
    post = make_post(author=ane)
    comment = make_comment(on=post, by=ane)
    make_reaction(on=post, by=jon)

    with clock.at(clock.now() + SOON):
        take_back("thanks", on=post, by=jon)
        remove_comment(comment, on=post, by=ane)
        change(post, "withdraw", ane)

    assert told() == []


def test_taken_back_later_they_have_been_told(ane, jon):
    post = make_post(author=ane)
    comment = make_comment(on=post, by=ane)
    make_reaction(on=post, by=jon)

    with clock.at(clock.now() + LATER):
        take_back("thanks", on=post, by=jon)
        remove_comment(comment, on=post, by=ane)
        change(post, "withdraw", ane)

    assert told() == ["PostPublished", "CommentWritten", "ReactionGiven"]


def test_only_ones_own_reaction_is_taken_back(ane, jon, nerea):
    post = make_post(author=nerea)
    make_reaction("thanks", on=post, by=ane)
    make_reaction("idea", on=post, by=ane)
    make_reaction("thanks", on=post, by=jon)

    take_back("thanks", on=post, by=ane)

    db.session.rollback()
    left = db.session.query(Delivery).filter_by(fact="ReactionGiven")
    assert sorted(row.actor_id for row in left) == sorted([ane.id, jon.id])


def test_pressing_again_tells_nothing_twice(ane, jon):
    post = make_post(author=jon)
    make_reaction(on=post, by=ane)
    make_reaction(on=post, by=ane)

    assert told() == ["PostPublished", "ReactionGiven"]


def test_what_reaches_nobody_writes_nothing(ane):
    make_reaction(on=make_post(author=ane), by=ane)

    assert told() == ["PostPublished"]


def test_what_fails_tells_nobody(ane):
    post = make_post(author=ane)
    try:
        with writing():
            Reaction.give(ReactionKind.IN, on=db.session.merge(post), by=db.session.merge(ane))
            raise RuntimeError
    except RuntimeError:
        pass

    assert told() == ["PostPublished"]

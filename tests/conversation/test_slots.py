"""What the conversation draws into others' pages"""

import pytest
from flask import g, render_template_string

from app.core.db import db
from app.people import queries as people
from tests.factories import make_comment, make_person, make_post, make_reaction


@pytest.fixture
def drawn(app):
    """A slot of a page about a thing, as somebody sees it."""

    def draw(place, thing, person):
        g._login_user = people.readers([person.id])[0]
        return render_template_string("{{ slot(place, thing) }}", place=place, thing=thing)

    return draw


def test_a_post_has_its_talk_and_its_reactions(drawn, ane, jon):
    post = make_post(author=ane)
    make_comment("By phone, too?", on=post, by=jon)
    make_reaction("idea", on=post, by=jon)

    foot, felt = drawn("thing.foot", post, ane), drawn("thing.reactions", post, ane)

    assert "By phone, too?" in foot and "customers’ data" in foot and 'name="once"' in foot
    assert "Good idea" in felt and "Jon" in felt


def test_what_cannot_be_talked_about_has_neither(drawn, ane):
    assert drawn("thing.foot", ane, ane) == ""
    assert drawn("thing.reactions", ane, ane) == ""


def test_they_ask_little_whatever_there_is(drawn, ane, jon, queries):
    few, many = make_post(author=ane), make_post(author=ane)
    for post, times in ((few, 1), (many, 30)):
        for _ in range(times):
            comment = make_comment(on=post, by=jon)
            make_reaction(on=comment, by=make_person())
            make_reaction(on=post, by=make_person())

    counts = []
    for post in (few, many):
        for place in ("thing.foot", "thing.reactions"):
            _ = post.id
            reader = people.readers([ane.id])[0]
            g._login_user = reader
            queries.clear()
            render_template_string("{{ slot(place, thing) }}", place=place, thing=post)
            counts.append(len(queries))

    assert counts == [2, 1, 2, 1]
    db.session.rollback()

"""/conversation/<kind>/<number>/reactions/<reaction>: with names, and taken back"""

import pytest

from app.conversation.models import Reaction, ReactionKind
from app.core.db import db
from app.facts.conversation import REACTIONS
from tests.conftest import at_once
from tests.factories import make_comment, make_person, make_post, make_reaction


def place(kind, thing, reaction="thanks"):
    return f"/conversation/{kind}/{thing.id}/reactions/{reaction}"


def given():
    db.session.rollback()
    return db.session.query(Reaction).count()


def test_every_reaction_has_its_words():
    assert set(REACTIONS) == set(ReactionKind)


@pytest.mark.parametrize("reaction", list(ReactionKind))
def test_given_and_taken_back_without_a_script(client, ane, reaction):
    post = make_post(author=ane)

    answer = client.sign_in(ane).post(place("post", post, reaction))
    assert answer.status_code == 303
    assert answer.location.endswith(f"/{post.id}#reactions-post-{post.id}") and given() == 1

    answer = client.post(place("post", post, reaction) + "?_method=DELETE")
    assert answer.status_code == 303 and given() == 0


def test_with_htmx_the_buttons_come_back_pressed(client, ane, jon):
    post = make_post(author=ane)
    make_reaction("thanks", on=post, by=jon)

    part = client.sign_in(ane).post(place("post", post), htmx=True).text

    assert part.lstrip().startswith('<div class="reactions big')
    assert f'formaction="{place("post", post)}?_method=DELETE"' in part
    assert part.count('aria-pressed="true"') == 1 and part.count('aria-pressed="false"') == 3
    assert "Jon and Ane" in part and '<span class="count">2</span>' in part

    part = client.delete(place("post", post), htmx=True).text
    assert 'aria-pressed="true"' not in part and "Jon and Ane" not in part


def test_many_names_are_counted_and_all_listed(client, ane):
    post = make_post(author=ane)
    for name in ("Ane", "Jon", "Leire", "Gorka", "Unai"):
        make_reaction("idea", on=post, by=make_person(name))

    part = client.sign_in(ane).post(place("post", post, "cheer"), htmx=True).text

    assert "Ane, Jon and 4 more" in part
    assert all(f'dir="auto">{name}</span>' in part for name in ("Leire", "Gorka", "Unai"))


def test_whoever_feels_two_things_is_named_once(client, ane, jon):
    post = make_post(author=ane)
    make_reaction("thanks", on=post, by=jon)
    make_reaction("idea", on=post, by=jon)

    part = client.sign_in(ane).post(place("post", post, "in"), htmx=True).text

    assert "Jon and Ane" in part


def test_comments_take_reactions_too(client, ane, jon):
    comment = make_comment(on=make_post(author=ane), by=jon)

    part = client.sign_in(ane).post(place("comment", comment), htmx=True).text

    assert f'id="reactions-comment-{comment.id}"' in part and 'class="reactions no-print"' in part
    assert client.post(place("comment", comment, "in")).status_code == 303 and given() == 2


def test_two_presses_at_once_make_one_row(app, ane):
    post = make_post(author=ane)

    answers = at_once(app, *[(ane, place("post", post), {})] * 3)

    assert {answer.status_code for answer in answers} == {303} and given() == 1


def test_two_people_at_once_make_two(app, ane, jon):
    post = make_post(author=ane)

    at_once(app, (ane, place("post", post), {}), (jon, place("post", post), {}))

    assert given() == 2


def test_only_what_is_there_and_can_be_felt_about(client, ane, jon):
    post = make_post(author=ane, state="withdrawn")
    client.sign_in(jon)

    assert client.post(place("post", post)).status_code == 404
    assert client.post(place("post", make_post(), "hate")).status_code == 404
    assert client.post(place("planet", post)).status_code == 404
    assert client.post(place("person", ane)).status_code == 404
    assert client.post("/conversation/post/987654/reactions/in").status_code == 404
    assert given() == 0


def test_foreign_fields_change_nothing(client, ane, jon):
    post = make_post(author=ane)

    client.sign_in(ane).post(place("post", post), data={"person_id": jon.id, "kind": "cheer"})

    db.session.rollback()
    row = db.session.query(Reaction).one()
    assert (row.person_id, row.kind) == (ane.id, ReactionKind.THANKS)

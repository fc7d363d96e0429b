"""Several ideas, one analysis."""

import pytest

from app.core.db import db
from app.ideas.models import Group, Idea, StepKind
from app.ideas.queries import ideas_in
from tests.conftest import at_once
from tests.factories import make_idea, make_person, withdraw_idea
from tests.factories.ideas import make_group, merge

SAID = {"title": "Saying goodbye well", "text": "How many *call twice*?"}


def in_group(group):
    return [row.id for row in ideas_in(group.id)]


def test_governance_opens_a_group_with_its_first_idea(client, nerea):
    idea = make_idea()
    client.sign_in(nerea)

    answer = client.post(f"/ideas/groups?idea={idea.id}", data=SAID)

    group = db.session.scalar(db.select(Group))
    assert (answer.status_code, answer.location) == (303, f"/ideas/groups/{group.id}")
    assert in_group(group) == [idea.id]
    page = client.get(answer.location).text
    assert "<em>call twice</em>" in page and idea.title in page


def test_card_and_page_say_with_how_many_others_it_is_analysed(client, ane):
    ideas = [make_idea(title=f"Idea {n}") for n in range(3)]
    group = make_group(*ideas)
    client.sign_in(ane)
    assert "analysed with 2 more" in client.get("/ideas").text
    assert "with 2 more ideas" in client.get(f"/ideas/{ideas[0].id}").text

    withdraw_idea(ideas[1], by=ideas[1].author)
    page = client.get(f"/ideas/{ideas[0].id}").text
    assert "with 1 more idea:" in page and group.title in page


def test_what_is_withdrawn_or_merged_is_not_listed_and_not_counted(client, ane, nerea):
    ideas = [make_idea(title=f"Idea {n}") for n in range(3)]
    group = make_group(*ideas)
    merge(ideas[0], ideas[1], by=nerea)
    withdraw_idea(ideas[2], by=ideas[2].author)
    assert in_group(group) == [ideas[1].id]
    client.sign_in(ane)
    page = client.get(f"/ideas/groups/{group.id}").text
    assert "Idea 1" in page and "Idea 2" not in page
    assert "1 idea" in client.get("/ideas/groups").text


def test_it_joins_leaves_and_changes_from_one_to_another(client, nerea):
    idea, one, other = make_idea(), make_group(), make_group()
    client.sign_in(nerea)
    for group in (one, one, other):
        client.put(f"/ideas/groups/{group.id}/ideas/{idea.id}")
    assert (in_group(one), in_group(other)) == ([], [idea.id])

    client.delete(f"/ideas/groups/{one.id}/ideas/{idea.id}")
    assert in_group(other) == [idea.id]  # it is not in that one
    client.delete(f"/ideas/groups/{other.id}/ideas/{idea.id}")
    assert in_group(other) == []
    steps = [step.kind for step in db.session.get_one(Idea, idea.id).steps]
    joined, left = StepKind.GROUPED, StepKind.UNGROUPED
    assert steps == [joined, left, joined, left]


def test_dissolved_its_ideas_go_on_by_themselves(client, nerea):
    ideas = [make_idea() for _ in range(2)]
    group = make_group(*ideas)
    client.sign_in(nerea)
    assert client.delete(f"/ideas/groups/{group.id}").status_code == 303
    assert db.session.scalar(db.select(Group)) is None
    assert [db.session.get_one(Idea, idea.id).group_id for idea in ideas] == [None, None]


def test_of_two_who_edit_it_the_second_sees_both(client, nerea):
    group = make_group(text="As it was")
    seen = {"version": group.version}
    client.sign_in(nerea)
    first = SAID | seen | {"text": "Theirs *stands*"}
    assert client.put(f"/ideas/groups/{group.id}", data=first).status_code == 303

    late = SAID | seen | {"text": "Mine"}
    answer = client.put(f"/ideas/groups/{group.id}", data=late)

    assert answer.status_code == 409
    assert "Theirs <em>stands</em>" in answer.text and "Mine" in answer.text


@pytest.mark.parametrize("missing", [{"title": ""}, {"title": "x" * 161}])
def test_what_is_refused_is_not_lost(client, nerea, missing):
    client.sign_in(nerea)
    answer = client.post("/ideas/groups", data=SAID | missing)
    assert answer.status_code == 422 and "call twice" in answer.text


def test_sent_twice_it_is_one(client, nerea):
    client.sign_in(nerea)
    said = SAID | {"once": "a" * 32}
    places = {client.post("/ideas/groups", data=said).location for _ in range(2)}
    assert len(places) == 1
    assert len(db.session.scalars(db.select(Group)).all()) == 1


def test_one_joins_while_another_dissolves(app, nerea):
    for _ in range(3):
        idea, group = make_idea().id, make_group().id
        other = make_person(f"Iraia {idea}", "governance")
        answers = at_once(
            app,
            (nerea, f"/ideas/groups/{group}/ideas/{idea}?_method=PUT", {}),
            (other, f"/ideas/groups/{group}?_method=DELETE", {}),
        )
        assert answers[0].status_code == 303 and answers[1].status_code in (303, 404)
        assert db.session.get_one(Idea, idea).group_id is None


def test_the_list_asks_as_often_for_many_as_for_one(client, queries, nerea):
    client.sign_in(nerea)
    make_group(make_idea())
    client.get("/ideas/groups")
    queries.clear()
    client.get("/ideas/groups")
    once = len(queries)
    for _ in range(5):
        make_group(make_idea(), make_idea())
    client.get("/ideas/groups")
    queries.clear()
    client.get("/ideas/groups")
    assert len(queries) == once

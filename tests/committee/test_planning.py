"""Called, with an agenda and whoever is there; opened with a quorum; called off."""

import re

import pytest
from sqlalchemy import select

from app.committee.models import MOST_ITEMS, Sitting, Source
from app.core import clock, outbox
from app.core.db import db, writing
from app.ideas.models import Idea, Verdict
from app.notifications.models import Notification
from tests.factories import decide, make_idea, make_person
from tests.factories.committee import close_sitting, make_sitting

SAID = {"title": "Triage in May", "held_on": "2100-05-03", "quorum": "2", "limit": ""}


def held(sitting):
    db.session.expire_all()
    return db.session.get_one(Sitting, sitting.id)


def agenda(sitting):
    return [item.idea_id for item in held(sitting).items]


@pytest.fixture
def sitting(nerea, client):
    client.sign_in(nerea)
    return make_sitting(nerea, is_open=False, quorum=2)


def collect(client, sitting, *sources, order="age", most="5"):
    form = {"sources": list(sources), "order": order, "most": most}
    return client.post(f"/committee/{sitting.id}/agenda", data=form)


def late(idea):
    with writing():
        db.session.get_one(Idea, idea.id).due_on = clock.now().date().replace(year=2020)
    return idea


def test_what_is_late_and_new_comes_on_once_in_the_wanted_order(client, sitting, ane, nerea):
    first, second, third = (make_idea(ane, title=f"Idea {nth}") for nth in range(3))
    going = late(decide(make_idea(ane), by=nerea, verdict=Verdict.IN_PROGRESS))
    with writing():
        db.session.get_one(Idea, third.id).supporters = 9
        db.session.get_one(Idea, second.id).question = "How many?"
        db.session.get_one(Idea, second.id).asked_at = clock.now()
    collect(client, sitting, "late", "new", order="support")
    assert agenda(sitting) == [going.id, third.id, first.id]
    collect(client, sitting, "late", "new")
    assert len(agenda(sitting)) == 3
    sources = [item.source for item in held(sitting).items]
    assert sources == [Source.LATE, Source.NEW, Source.NEW]


def test_as_many_as_are_wanted_and_no_more_than_an_agenda_holds(client, sitting, ane):
    for nth in range(4):
        make_idea(ane, title=f"Idea {nth}")
    collect(client, sitting, "new", most="3")
    assert len(agenda(sitting)) == 3
    assert collect(client, sitting, "new", most=str(MOST_ITEMS + 1)).status_code == 422
    assert collect(client, sitting, most="3").status_code == 422
    assert collect(client, sitting, "nothing", most="3").status_code == 422


def test_one_is_found_by_its_words_or_number_and_moves_and_goes(client, sitting, ane):
    one, other = make_idea(ane, title="A farewell letter"), make_idea(ane, title="A form")
    for words in ("farewell", f"{one.id}", f"%23{one.id}"):
        assert (
            "A farewell letter" in client.get(f"/committee/{sitting.id}/agenda/new?q={words}").text
        )
    for idea in (one, other, one):
        client.post(f"/committee/{sitting.id}/agenda?idea={idea.id}")
    assert agenda(sitting) == [one.id, other.id]
    second = held(sitting).items[1].id
    client.put(f"/committee/{sitting.id}/agenda/{second}?up=1")
    assert agenda(sitting) == [other.id, one.id]
    client.put(f"/committee/{sitting.id}/agenda/{second}?up=1")
    assert agenda(sitting) == [other.id, one.id]
    client.delete(f"/committee/{sitting.id}/agenda/{second}")
    assert agenda(sitting) == [one.id]
    assert client.delete(f"/committee/{sitting.id}/agenda/{second}").status_code == 404


def test_it_opens_when_as_many_are_there_as_it_takes(client, sitting, ane, nerea):
    make_idea(ane)
    collect(client, sitting, "new")
    answer = client.post(f"/committee/{sitting.id}/opening")
    assert answer.location.endswith("/attendance") and held(sitting).is_planned
    client.put(f"/committee/{sitting.id}/attendance/{ane.id}")
    client.put(f"/committee/{sitting.id}/attendance/{nerea.id}")
    client.delete(f"/committee/{sitting.id}/attendance/{nerea.id}")
    assert client.post(f"/committee/{sitting.id}/opening").location.endswith("/table")
    here = held(sitting)
    assert here.is_open and here.chair_id == nerea.id and here.idea_id
    assert {one.person_id for one in here.attendees} == {ane.id, nerea.id}
    outbox.drain()
    told = db.session.scalars(select(Notification.person_id)).all()
    assert told == [ane.id]
    assert client.delete(f"/committee/{sitting.id}").status_code == 403


def test_whoever_changes_it_over_somebody_elses_change_is_asked_again(client, sitting):
    page = client.get(f"/committee/{sitting.id}/edit").text
    form = SAID | {"stood": re.search(r'name="stood"[^>]*value="([^"]*)"', page)[1]}
    collect(client, sitting, "new")
    assert client.put(f"/committee/{sitting.id}", data=form).status_code == 303
    answer = client.put(f"/committee/{sitting.id}", data=form | {"title": "Another name"})
    assert answer.status_code == 409 and "Another name" in answer.text
    assert held(sitting).title == "Triage in May"


@pytest.mark.parametrize(
    "wrong",
    [{"title": ""}, {"held_on": "soon"}, {"quorum": "0"}, {"limit": "9999"}, {"quorum": "two"}],
)
def test_what_makes_no_sense_is_said_at_its_place_and_nothing_is_lost(client, sitting, wrong):
    answer = client.post("/committee", data=SAID | {"title": "Triage in June"} | wrong)
    assert answer.status_code == 422 and 'aria-invalid="true"' in answer.text
    assert wrong.get("title", "Triage in June") in answer.text


def test_called_off_before_it_began_its_ideas_stay(client, sitting, ane):
    idea = make_idea(ane)
    collect(client, sitting, "new")
    client.delete(f"/committee/{sitting.id}")
    assert db.session.get(Sitting, sitting.id) is None
    assert db.session.get_one(Idea, idea.id).verdict is Verdict.NEW


def test_past_ones_are_found_by_name_and_by_idea_and_stand_side_by_side(client, ane, nerea):
    client.sign_in(nerea)
    for title, idea in (("March", "A farewell letter"), ("April", "A form to confirm")):
        made = make_sitting(nerea, make_idea(ane, title=idea), title=title)
        close_sitting(made, by=nerea)
    page = client.get("/committee").text
    assert "March" in page and "April" in page
    for words, wanted, other in (("farewell", "March", "April"), ("apri", "April", "March")):
        found = client.get(f"/committee?q={words}", htmx=True).text
        assert wanted in found and other not in found
    table = client.get("/committee/export?as=csv").text
    assert "March" in table and "April" in table
    assert client.get("/committee/export?as=pdf").status_code == 404
    assert client.get("/committee?after=never~x").status_code == 200


def test_the_list_asks_as_often_for_many_as_for_one(client, nerea, ane, queries):
    def asked():
        client.get("/committee")
        queries.clear()
        client.get("/committee")
        return len(queries)

    client.sign_in(nerea)
    close_sitting(make_sitting(nerea, make_idea(ane)), by=nerea)
    make_sitting(nerea, make_idea(ane), is_open=False)
    few = asked()
    for _ in range(5):
        close_sitting(make_sitting(nerea, make_idea(ane), make_idea(ane)), by=nerea)
        make_sitting(nerea, make_idea(ane), is_open=False)
    assert asked() == few


def test_whoever_was_not_there_sees_no_sitting(client, sitting):
    client.sign_in(make_person("Koldo"))
    assert client.get(f"/committee/{sitting.id}").status_code == 404
    assert "Triage in March" not in client.get("/committee").text

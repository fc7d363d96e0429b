"""Thanking somebody: for a habit, for a fact, and nobody for nothing."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.activity.models import Line
from app.core import clock, outbox
from app.core.db import db
from app.notifications import errands
from app.notifications.models import Delivery, Notification
from app.thanks.models import LONGEST, Thanks
from tests.factories import make_person, make_unit
from tests.factories.thanks import CALLED, make_habit, make_thanks, withdraw_thanks
from tests.mailbox import plain


@pytest.fixture
def habit(app):
    return make_habit()


@pytest.fixture
def gorka(app):
    return make_person("Gorka Agirre Mendizabal")


def said(habit, **more):
    return {"habit": habit.id, "text": CALLED} | more


def given():
    return db.session.scalars(select(Thanks).order_by(Thanks.id)).all()


def test_by_a_name_alone_it_is_said_told_and_found(client, ane, gorka, habit):
    client.sign_in(ane)
    answer = client.post("/thanks", data=said(habit, who="gorka agirre"))

    (thanks,) = given()
    assert (thanks.giver_id, thanks.receiver_id, thanks.habit_id) == (ane.id, gorka.id, habit.id)
    assert (answer.status_code, answer.location) == (303, f"/thanks/{thanks.id}")
    page = client.get(answer.location).text
    assert CALLED in page and "Cumple lo que prometes" in page and "Undo" in page
    assert CALLED in client.get("/thanks").text
    assert CALLED in client.get("/search?q=ordizia").text.replace("<mark>", "").replace(
        "</mark>", ""
    )


def test_whoever_is_thanked_hears_of_it_at_once_and_everybody_reads_it(client, ane, gorka, habit):
    client.sign_in(ane).post("/thanks", data=said(habit, to=gorka.id))
    outbox.drain()

    told = db.session.scalars(select(Notification)).one()
    assert (told.person_id, told.kind.value) == (gorka.id, "approval")
    bell = client.sign_in(gorka).get("/notifications").text
    assert re.search(r"Ane</b> thanked you: <a[^>]*/thanks/\d+\">Called the office", bell)
    assert bell.count(CALLED) == 1
    stream = client.get("/activity").text
    assert re.search(r"Ane</b> thanked <a[^>]*/thanks/\d+\">Gorka Agirre", stream)
    assert "Habit: Keep your follow-up promises" in stream


def test_of_several_with_that_name_one_is_chosen_and_nothing_is_lost(client, ane, habit):
    one, other = make_person("Miren Azkue"), make_person("Miren Beitia")
    client.sign_in(ane)

    asked = client.post("/thanks", data=said(habit, who="miren"))
    assert asked.status_code == 422 and "Choose who it is." in asked.text and CALLED in asked.text
    assert f'name="to" value="{one.id}"' in asked.text and not given()

    client.post("/thanks", data=said(habit, who="miren", to=other.id))
    assert [thanks.receiver_id for thanks in given()] == [other.id]


def test_without_a_script_they_are_looked_for_by_a_button(client, ane, gorka, habit):
    client.sign_in(ane)
    answer = client.post("/thanks", data=said(habit, who="gor", find="1"))

    assert answer.status_code == 200 and f'name="to" value="{gorka.id}" checked' in answer.text
    assert CALLED in answer.text and "needs another look" not in answer.text and not given()


def test_while_one_types_they_are_offered(client, ane, gorka):
    make_unit("Call Center")
    client.sign_in(ane)
    part = client.get("/thanks/people?who=men", htmx=True).text
    assert f'value="{gorka.id}" checked' in part and "<html" not in part
    assert "Nobody goes by that name" in client.get("/thanks/people?who=zzz", htmx=True).text
    assert "radio" not in client.get("/thanks/people?who=", htmx=True).text
    assert "radio" not in client.get("/thanks/people?who=ane", htmx=True).text


def test_from_their_page_they_are_chosen_already(client, ane, gorka, habit):
    client.sign_in(ane)
    assert f"/thanks/new?to={gorka.id}" in client.get(f"/people/{gorka.id}").text
    assert f'value="{gorka.id}" checked' in client.get(f"/thanks/new?to={gorka.id}").text
    assert "/thanks/new?to=" not in client.get(f"/people/{ane.id}").text
    for nobody in (ane.id, 2**31 - 2, 2**70, "x"):
        assert 'name="to"' not in client.get(f"/thanks/new?to={nobody}").text


def test_nobody_thanks_themselves_or_somebody_who_left(client, ane, habit):
    gone = make_person("Iratxe Gone", disabled_at=ane.created_at)
    client.sign_in(ane)
    for whom in ({"to": ane.id}, {"to": gone.id}, {"who": "Ane"}, {"who": "Iratxe Gone"}, {}):
        answer = client.post("/thanks", data=said(habit, **whom))
        assert answer.status_code == 422 and CALLED in answer.text, whom
    assert not given()
    assert "/thanks/new?to=" not in client.get(f"/people/{gone.id}").text


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"text": "Great!"}, "Say a little more"),
        ({"text": "   "}, "Say what they did"),
        ({"text": "x" * (LONGEST + 1)}, f"Up to {LONGEST} letters"),
        ({"habit": ""}, "Choose the habit you saw"),
        ({"habit": "7777"}, "Not a valid choice"),
    ],
)
def test_what_is_missing_is_said_at_its_place(client, ane, gorka, habit, wrong, words):
    answer = client.sign_in(ane).post("/thanks", data=said(habit, to=gorka.id) | wrong)
    assert answer.status_code == 422 and words in answer.text and not given()


def test_a_habit_that_is_no_longer_offered_and_a_term_that_is_none_are_not_chosen(
    client, ane, gorka, habit
):
    retired = make_habit("Antes", retired_at=ane.created_at)
    answer = client.sign_in(ane).post("/thanks", data=said(retired, to=gorka.id))
    assert answer.status_code == 422 and "Antes" not in answer.text and not given()


def test_a_customers_data_is_asked_about_and_covered(client, ane, gorka, habit):
    client.sign_in(ane)
    tells = said(habit, to=gorka.id, text="She called 12345678Z back herself.")
    asked = client.post("/thanks", data=tells)
    assert asked.status_code == 422 and "<mark>12345678Z</mark>" in asked.text and not given()

    client.post("/thanks", data=tells | {"discretion": "cover"})
    assert given()[0].text == "She called ••••••••• back herself."


def test_a_form_sent_twice_thanks_once(client, ane, gorka, habit):
    client.sign_in(ane)
    once = said(habit, to=gorka.id, once="a" * 32)
    first, second = client.post("/thanks", data=once), client.post("/thanks", data=once)
    assert first.location == second.location and len(given()) == 1


def test_a_long_text_has_a_short_title_of_whole_words(app):
    long = make_thanks(text="word " * 60 + "end.")
    assert len(long.title) <= 80 and long.title.endswith("word…")
    assert make_thanks(text="x" * 200).title == "x" * 79 + "…"


def test_it_comes_by_mail_with_the_habit_unless_it_was_taken_back(mailbox, ane, gorka):
    make_thanks(ane, gorka)
    withdraw_thanks(make_thanks(ane, gorka, text="Said too soon, I am afraid."))
    outbox.drain()
    with clock.at(clock.now() + timedelta(minutes=11)):
        errands.gather()
        (letter,) = mailbox.open()

    assert letter["To"].addresses[0].addr_spec == gorka.email
    assert letter["Subject"].strip() == f"Ane thanked you: {CALLED}"
    assert "Habit: Cumple lo que prometes" in plain(letter)


def test_taken_back_at_once_nobody_ever_heard_of_it(client, ane, gorka, habit):
    client.sign_in(ane)
    place = client.post("/thanks", data=said(habit, to=gorka.id)).location

    answer = client.post(f"{place}?_method=DELETE")

    assert (answer.status_code, answer.location) == (303, "/thanks")
    assert "Taken back" in client.get("/thanks").text
    assert not db.session.scalars(select(Line).where(Line.fact == "Thanked")).all()
    assert not db.session.scalars(select(Delivery)).all()
    assert client.get(place).status_code == 404
    assert CALLED not in client.get("/search?q=ordizia").text


def test_only_whoever_gave_it_takes_it_back(client, ane, gorka, nerea):
    thanks = make_thanks(ane, gorka)
    for one in (gorka, nerea):
        assert client.sign_in(one).delete(f"/thanks/{thanks.id}").status_code == 403


def test_both_hear_what_is_said_on_it(client, ane, gorka, jon, habit):
    thanks = make_thanks(ane, gorka)
    place = f"/conversation/thanks/{thanks.id}/comments"
    answer = client.sign_in(jon).post(place, data={"text": "I was there!"})
    assert answer.status_code == 303
    outbox.drain()

    told = select(Notification.person_id).join(Delivery).where(Delivery.fact == "CommentWritten")
    assert set(db.session.scalars(told)) == {ane.id, gorka.id}
    assert "I was there!" in client.get(f"/thanks/{thanks.id}").text


def test_a_house_without_habits_says_so(client, ane):
    assert "There are no habits yet" in client.sign_in(ane).get("/thanks/new").text

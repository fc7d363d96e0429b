"""The week of the ideas, by mail to whoever decides."""

from datetime import datetime

import pytest

from app.core import clock
from app.core.db import db, writing
from app.core.unsubscribing import Ending
from app.ideas.errands import watch
from app.ideas.models import Refusal, Verdict
from app.ideas.weekly import ENDING
from app.people.models import Grant, Role
from tests.factories import decide, make_idea, make_person, withdraw_idea
from tests.mailbox import html, plain

BEGAN = datetime(2026, 3, 4, 9)  # due on the 18th
FRIDAY, MONDAY = datetime(2026, 3, 20, 9), datetime(2026, 3, 23, 9)
SUBJECT = "The week of the ideas"


@pytest.fixture
def letters(mailbox):
    def come(moment=MONDAY):
        with clock.at(moment):
            watch()
            return [one for one in mailbox.open() if one["Subject"].startswith(SUBJECT)]

    return come


def propose(author, title, at=BEGAN):
    with clock.at(at):
        return make_idea(author, title=title)


def test_it_says_what_is_late_new_waiting_for_its_author_and_decided(letters, ane, nerea):
    late, asked, decided = (propose(ane, title) for title in ("Too late", "How come", "Well done"))
    new = propose(ane, "Brand new", FRIDAY)
    with clock.at(FRIDAY):
        with writing():
            db.session.merge(asked).ask("How many?", by=db.session.merge(nerea))
        decide(decided, nerea, Verdict.IN_PROGRESS)

    (letter,) = letters()
    text = plain(letter)
    assert letter["To"].addresses[0].addr_spec == nerea.email
    assert letter["Subject"] == "The week of the ideas: 1 is late"
    parts = ["Late:", "Too late", "New,", "Brand new", "Waiting for", "How come", "Decided", "Well"]
    found = [text.index(part) for part in parts]
    assert found == sorted(found)
    assert (
        "19 days without a look" in text and f"https://wowista.test/ideas/{late.id}" in text.split()
    )
    assert "Brand new</a>" in html(letter) and f"/ideas/{new.id}" in html(letter)


def test_it_comes_once_a_week_on_its_first_working_day(letters, ane, nerea):
    propose(ane, "Too late")
    assert letters(FRIDAY) == []
    assert letters(MONDAY.replace(hour=5)) == []
    assert len(letters()) == 1
    assert letters(MONDAY.replace(hour=15)) == []
    assert letters(datetime(2026, 3, 24, 9)) == []
    assert len(letters(datetime(2026, 3, 30, 9))) == 1
    assert letters(datetime(2026, 4, 6, 9)) == []  # Monday of Easter
    assert len(letters(datetime(2026, 4, 7, 9))) == 1


def test_a_quiet_week_has_no_letter(letters, ane, nerea):
    idea = propose(ane, "Well done")
    with clock.at(BEGAN):
        decide(idea, nerea, Verdict.DONE)
    withdraw_idea(propose(ane, "Gone"), ane)
    assert letters() == []


def test_nobody_else_gets_it(letters, ane, jon, iker, nerea):
    make_person("Gone", "governance", disabled_at=BEGAN)
    propose(ane, "Too late")
    assert [one["To"].addresses[0].addr_spec for one in letters()] == [nerea.email]


def test_whoever_decides_no_more_gets_none_that_was_on_its_way(mailbox, ane, nerea):
    propose(ane, "Too late")
    number = nerea.id
    with clock.at(MONDAY):
        watch()
        with writing():
            found = db.session.get_one(Grant, (number, Role.GOVERNANCE))
            db.session.delete(found)
        assert not [one for one in mailbox.open() if one["Subject"].startswith(SUBJECT)]


def test_what_nobody_may_see_does_not_stand_in_it(letters, ane, nerea):
    propose(ane, "Too late")
    hidden = propose(ane, "c4n4ry hidden")
    withdraw_idea(propose(ane, "c4n4ry withdrawn"), ane)
    with writing():
        db.session.merge(hidden).hide(by=db.session.merge(nerea))
    (letter,) = letters()
    assert "c4n4ry" not in plain(letter) + html(letter)


def test_of_many_the_first_are_named_and_the_rest_counted(letters, ane, nerea):
    for number in range(13):
        propose(ane, f"Number {number}.")
    (letter,) = letters()
    assert "(13)" in plain(letter) and "And 3 more." in plain(letter)
    assert "Number 9." in plain(letter) and "Number 10." not in plain(letter)


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("es", "La semana de las ideas: 1 va tarde"),
        ("eu", "Ideien astea: bat atzeratuta dago"),
        ("pt", "A semana das ideias: 1 está atrasada"),
    ],
)
def test_it_speaks_the_language_of_its_reader(mailbox, ane, language, says):
    make_person("Nerea", "governance", language=language)
    propose(ane, "Too late")
    with clock.at(MONDAY):
        watch()
        subjects = [one["Subject"] for one in mailbox.open()]
    assert says in subjects


def test_whoever_refuses_it_gets_none_until_they_wish_it_again(letters, client, ane, nerea):
    propose(ane, "Too late")
    client.sign_in(nerea)
    assert "It comes to you" in client.get("/ideas/letter").text

    assert client.post("/ideas/letter?_method=DELETE").status_code == 303
    assert client.post("/ideas/letter?_method=DELETE").status_code == 303
    assert "does not come to you" in client.get("/ideas/letter").text
    assert letters() == []

    assert client.post("/ideas/letter").status_code == 303
    assert len(letters(datetime(2026, 3, 30, 9))) == 1


def test_one_press_in_the_mail_ends_it_without_signing_in(letters, client, ane, nerea):
    propose(ane, "Too late")
    number = nerea.id
    (letter,) = letters()
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    place = letter["List-Unsubscribe"].strip("<>").removeprefix("https://wowista.test")

    assert client.get(place).status_code == 200
    assert db.session.get(Refusal, number) is None  # looking ends nothing
    assert client.post(place).status_code == 200
    assert db.session.get(Refusal, number)
    assert letters(datetime(2026, 3, 30, 9)) == []


def test_a_token_for_other_letters_ends_nothing(client, nerea):
    other = Ending("unsubscribe", "ideas.unsubscribing.show").address(nerea.id)
    good = ENDING.address(nerea.id).rpartition("/")[2]
    for odd in (other.rpartition("/")[2], good[:-1], "x" * 500, "nothing"):
        assert client.post(f"/ideas/letter/{odd}").status_code == 410
    assert db.session.query(Refusal).count() == 0


def test_only_whoever_decides_has_a_letter_to_refuse(client, ane):
    client.sign_in(ane)
    assert client.get("/ideas/letter").status_code == 403
    assert client.post("/ideas/letter?_method=DELETE").status_code == 403

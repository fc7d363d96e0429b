"""How it was: asked once, told of five or more, and never who answered what."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from app.core import clock
from app.core.db import db
from app.events import opinions
from app.events import queries as finding
from app.events.models import Feedback
from tests.conftest import at_once
from tests.factories import make_person
from tests.factories.events import answer
from tests.factories.there import come, make_begun, make_over, say_how_it_was


@pytest.fixture
def date(jon, ane):
    """It is over, and Ane was there."""
    date = make_over(jon)
    come(date, ane, by=jon)
    return date


def given(date):
    rows = db.session.query(Feedback).filter_by(occurrence_id=date.id)
    return {one.person_id: (one.worth, one.words) for one in rows}


def answers(date, jon, count, worth=4):
    """So many people were there, and answered, each with a word of their own."""
    for number in range(count):
        person = make_person(f"Visitor {number}")
        come(date, person, by=jon)
        say_how_it_was(date, person, worth, words=f"word{number}word")


def place(date):
    return f"/events/on/{date.id}/feedback"


def test_whoever_was_there_answers_changes_it_and_takes_it_back_without_a_script(client, date, ane):
    client.sign_in(ane)
    said = {"worth": "2", "words": "Less wool."}
    assert client.post(f"{place(date)}?_method=PUT", data=said).status_code == 303
    assert given(date) == {ane.id: (2, "Less wool.")}
    client.post(f"{place(date)}?_method=PUT", data={"worth": "5", "words": ""})
    assert given(date) == {ane.id: (5, "")}
    client.post(f"{place(date)}?_method=DELETE")
    assert given(date) == {}


def test_who_was_not_there_is_not_asked(client, date):
    client.sign_in(make_person("Maite"))
    assert client.put(place(date), data={"worth": "2"}).status_code == 403
    assert "Was it worth your time?" not in client.get(f"/events/on/{date.id}").text


def test_once_somebody_was_counted_a_seat_alone_is_not_enough(client, date):
    maite = make_person("Maite")
    answer(date, maite)
    assert client.sign_in(maite).put(place(date), data={"worth": "2"}).status_code == 403


def test_where_nobody_was_counted_whoever_had_a_seat_is_asked(client, jon):
    date, maite = make_over(jon), make_person("Maite")
    answer(date, maite)
    assert client.sign_in(maite).put(place(date), data={"worth": "2"}).status_code == 303


def test_who_has_answered_may_take_it_back_whatever_is_counted_since(client, jon):
    date, maite = make_over(jon), make_person("Maite")
    answer(date, maite)
    client.sign_in(maite).put(place(date), data={"worth": "2"})
    come(date, jon)
    assert client.delete(place(date)).status_code == 303
    assert given(date) == {}


def test_not_before_it_is_over_and_not_after_two_weeks(client, jon, ane):
    going_on, over = make_begun(jon), make_over(jon)
    for one in (going_on, over):
        come(one, ane, by=jon)
    client.sign_in(ane)
    assert client.put(place(going_on), data={"worth": "2"}).status_code == 403
    with clock.at(over.ends_at + timedelta(days=14, minutes=-1)):
        client.sign_in(ane)
        assert client.put(place(over), data={"worth": "2"}).status_code == 303
    with clock.at(over.ends_at + timedelta(days=14, minutes=1)):
        assert client.put(place(over), data={"worth": "5"}).status_code == 403
        assert client.delete(place(over)).status_code == 403
    assert given(over) == {ane.id: (2, "")}


@pytest.mark.parametrize("worth", ["", "0", "6", "many"])
def test_what_is_no_answer_comes_back_with_the_words(client, date, ane, worth):
    said = {"worth": worth, "words": "Less wool."}
    answered = client.sign_in(ane).put(place(date), data=said)
    assert answered.status_code == 422 and "Less wool.</textarea>" in answered.text
    assert given(date) == {}


def test_whoever_sends_it_twice_at_once_has_answered_once(app, date, ane):
    visit = (ane, f"{place(date)}?_method=PUT", {"worth": "3", "words": ""})
    assert [one.status_code for one in at_once(app, visit, visit)] == [303, 303]
    assert given(date) == {ane.id: (3, "")}


@pytest.mark.parametrize(
    ("count", "mean", "shares"),
    [(4, None, False), (5, "4", False), (9, "4", False), (10, "4", True)],
)
def test_what_is_told_of_how_many(client, date, jon, count, mean, shares):
    answers(date, jon, count)
    for who in (jon, make_person("Maite")):
        page = client.sign_in(who).get(f"/events/on/{date.id}").text
        if mean is None:
            assert "Fewer than 5 answers, of 5 people who were asked" in page
            assert "Worth the time" not in page
        else:
            assert f"Worth the time: {mean} of 5" in page
            assert f"{count} of {count + 1} who were asked" in page
        assert ("How many gave each answer" in page) == shares


@pytest.mark.parametrize(("count", "are_read"), [(4, False), (5, True)])
def test_from_five_on_organisers_read_words_without_names(client, date, jon, count, are_read):
    answers(date, jon, count)
    page = client.sign_in(jon).get(place(date)).text
    assert [f"word{n}word" in page for n in range(count)] == [are_read] * count
    assert "Visitor" not in page


def test_nobody_else_reads_the_words(client, date, jon, ane):
    answers(date, jon, 5)
    assert client.sign_in(ane).get(place(date)).status_code == 403
    page = client.get(f"/events/on/{date.id}").text
    assert "word0word" not in page


def test_their_order_says_nothing(date, jon):
    answers(date, jon, 8)
    assert len({tuple(finding.feedback_words(date.id)) for _ in range(20)}) > 1


def test_one_sees_ones_own_and_nobody_elses(client, date, ane, jon):
    say_how_it_was(date, ane, 1, "Less wool.")
    assert "Less wool." in client.sign_in(ane).get(f"/events/on/{date.id}").text
    assert "Less wool." not in client.sign_in(jon).get(f"/events/on/{date.id}").text


def test_no_time_and_no_number_is_kept_with_it():
    assert set(Feedback.__table__.columns.keys()) == {
        "occurrence_id",
        "person_id",
        "worth",
        "words",
    }


@pytest.mark.parametrize("worth", [0, 6])
def test_the_database_knows_no_other_answer(date, ane, worth):
    with pytest.raises(IntegrityError):
        say_how_it_was(date, ane, worth)


def test_the_database_keeps_one_for_each(date, ane):
    say_how_it_was(date, ane)
    with pytest.raises(IntegrityError):
        say_how_it_was(date, ane)


def test_more_answers_than_people_who_were_asked_is_no_figure():
    assert opinions.told(2, (0, 0, 0, 0, 5), knows_own=False) == opinions.Told(5, 5, 5.0)


def test_its_page_asks_as_much_for_many_as_for_few(client, date, jon, queries):
    client.sign_in(jon)

    def asked():
        client.get(f"/events/on/{date.id}")
        queries.clear()
        client.get(f"/events/on/{date.id}")
        return len(queries)

    few = asked()
    answers(date, jon, 12)
    assert asked() == few

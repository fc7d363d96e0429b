"""The letters of a wave: the same words to everybody it asks, in their own language."""

import re
from datetime import date, timedelta

import pytest
from sqlalchemy import func, insert, select

from app.core import clock, outbox
from app.core.db import db, writing
from app.core.outbox import Errand
from app.notifications import errands
from app.notifications.models import Notification
from app.people.models import Person
from app.survey.models import Wave
from tests.factories import make_person
from tests.factories.survey import answer, count_wave, open_wave
from tests.mailbox import html, paths, plain

SOON = timedelta(minutes=11)
OPENED = {
    "es": ("¿Eres WOWista? Autumn", "Un minuto, hasta el", "solo se ven grupos de 5 o más"),
    "eu": ("WOWista zara? Autumn", "Minutu bat. Epea:", "5 erantzun edo gehiagoko taldeak"),
    "en": ("Are you a WOWista? Autumn", "One minute, until", "only groups of 5 or more"),
    "pt": ("És WOWista? Autumn", "Um minuto, até", "só se veem grupos de 5 ou mais"),
}
REMINDED = {
    "es": ("Quedan unos días: ¿eres WOWista? Autumn", "nadie sabe quién ha respondido"),
    "eu": ("Egun gutxi falta dira: WOWista zara? Autumn", "inork ez daki nork erantzun duen"),
    "en": ("A few days are left: are you a WOWista? Autumn", "nobody knows who answered"),
    "pt": ("Faltam poucos dias: és WOWista? Autumn", "ninguém sabe quem respondeu"),
}


@pytest.fixture
def letters(mailbox):
    """Those that come of what was done, once nobody takes it back any more."""

    def open_():
        outbox.drain()
        with clock.at(clock.now() + SOON):
            errands.gather()
            return mailbox.open()

    return open_


def remind(wave):
    number, who = wave.id, make_person("Rosa", "hr").id
    with writing():
        db.session.get_one(Wave, number).remind(by=db.session.get_one(Person, who))


def test_whoever_is_asked_is_called_in_their_own_language(letters):
    for language in OPENED:
        for number in range(3):
            make_person(f"Ane {language} {number}", language=language)
    open_wave(closes_on=date(2100, 3, 7))
    sent = letters()

    assert len({letter["To"] for letter in sent}) == len(sent) == 12  # Miren did it herself
    for letter in sent:
        language = letter["To"].addresses[0].display_name.split()[1]
        subject, *words = OPENED[language]
        assert letter["Subject"] == subject
        for body in (plain(letter), html(letter)):
            assert all(one in body for one in words), language
            assert "/survey/waves" not in body
        assert paths(letter)[0] == "/survey" and 'href="https://wowista.test/survey"' in html(
            letter
        )


def test_a_reminder_says_the_same_to_who_answered_and_who_did_not(letters):
    """Down to the letter, but for the way to end them."""
    people = [make_person("Ane", language="eu") for _ in range(12)]
    wave = open_wave(by=make_person("Miren", "hr", language="eu"))
    letters()
    for person in people[:6]:
        answer(wave, person)
    remind(wave)

    sent = letters()

    told = {person.email for person in people}
    own = [letter for letter in sent if letter["To"].addresses[0].addr_spec in told]
    assert len(own) == 12
    assert len({unsigned(plain(letter)) for letter in own}) == 1
    assert len({unsigned(html(letter)) for letter in own}) == 1


def unsigned(body):
    return re.sub(r"/unsubscribe/[^\s\"]+", "", body)


@pytest.mark.parametrize("language", REMINDED)
def test_a_reminder_tells_that_everybody_gets_it(letters, language):
    for _ in range(10):
        make_person("Ane", language=language)
    wave = open_wave()
    letters()
    remind(wave)

    subject, words = REMINDED[language]
    sent = [one for one in letters() if one["To"].addresses[0].display_name == "Ane"]
    assert len(sent) == 10 and {letter["Subject"] for letter in sent} == {subject}
    assert all(words in plain(letter) for letter in sent)


def test_who_is_not_asked_gets_no_letter(letters):
    for _ in range(10):
        make_person("Asked", "ambassador")
    make_person("Not asked")
    open_wave(roles=["ambassador"])
    assert {letter["To"].addresses[0].display_name for letter in letters()} == {"Asked"}


def test_closed_before_its_letter_was_written_it_asks_nobody_for_a_minute(letters):
    for _ in range(10):
        make_person("Ane")
    count_wave(open_wave())
    assert not any("One minute" in plain(letter) for letter in letters())


def test_two_thousand_are_told_in_turns_each_once(app):
    hash_ = make_person().password_hash
    with writing():
        rows = [
            {
                "name": f"P{number}",
                "sort_name": f"p{number}",
                "email": f"many{number}@example.com",
                "password_hash": hash_,
                "language": "es",
            }
            for number in range(2000)
        ]
        db.session.execute(insert(Person), rows)
    open_wave()
    outbox.drain()
    with clock.at(clock.now() + SOON):
        errands.gather()

    db.session.rollback()
    told = select(func.count(), func.count(Notification.person_id.distinct())).select_from(
        Notification
    )
    assert tuple(db.session.execute(told).one()) == (2001, 2001)
    written = select(func.count()).where(Errand.kind == errands.LETTER)
    assert db.session.scalar(written) == 2001

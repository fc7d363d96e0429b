"""What is new, by mail: when, to whom, and how it ends."""

from datetime import datetime, timedelta

import pytest

from app.core import clock, outbox
from app.core.db import db, writing
from app.notifications import errands, unsubscribing
from app.notifications.models import Channel, Kind, Notification
from app.notifications.moments import letter_due
from app.notifications.wishing import wished
from app.people.models import Person
from config import TestConfig
from tests.factories import make_comment, make_person, make_post, remove_comment, withdraw
from tests.mailbox import html, plain
from tests.notifications.test_expansion import follow

SOON = timedelta(minutes=11)


@pytest.fixture
def letters(mailbox):
    def open_(later=SOON):
        outbox.drain()
        with clock.at(clock.now() + later):
            errands.gather()
            return mailbox.open()

    return open_


def test_what_is_said_to_me_comes_once_and_soon(letters, ane, jon):
    make_comment("[the] point", on=make_post(author=ane, title="The phone"), by=jon)

    assert letters(timedelta(minutes=5)) == []
    (letter,) = letters()

    assert letter["To"].addresses[0].addr_spec == ane.email
    assert letter["Subject"] == "Jon commented on The phone"
    for words in (plain(letter), html(letter)):
        assert "Jon" in words and "The phone" in words and "[the] point" in words
        assert "https://wowista.test/notifications" in words
    assert letters() == [] == letters(timedelta(days=9))


def test_several_are_one_letter(letters, ane, jon, nerea):
    post = make_post(author=ane, title="The phone")
    for person in (jon, nerea, jon):
        make_comment(on=post, by=person)
    make_post(author=jon, title="Another", text=f"[@Ane](/people/{ane.id})")

    (letter,) = letters()

    assert letter["Subject"] == "2 new things for you: Jon mentioned you in Another"
    assert "Jon and Nerea commented on The phone" in plain(letter)


def test_what_was_read_taken_back_or_hidden_meanwhile_is_in_no_letter(letters, client, ane, jon):
    read = make_post(author=ane, title="Read")
    make_comment(on=read, by=jon)
    outbox.drain()
    client.sign_in(ane).post("/notifications/reading")
    taken_back = make_comment(on=read, by=jon)
    remove_comment(taken_back, on=read, by=jon)
    hidden = make_post(author=jon, text=f"[@Ane](/people/{ane.id})")
    outbox.drain()
    with clock.at(clock.now() + SOON):
        errands.gather()
        withdraw(hidden, jon)

    assert letters() == []


def test_a_letter_that_was_gathered_before_an_account_closed_is_not_sent(mailbox, ane, jon):
    make_comment(on=make_post(author=ane), by=jon)
    outbox.drain()
    with clock.at(clock.now() + SOON):
        errands.gather()
        with writing():
            db.session.get_one(Person, ane.id).disable(by=None)
        assert [one for one in mailbox.open() if "closed" not in one["Subject"]] == []


def test_done_twice_it_is_the_same_letter(letters, mailbox, ane, jon):
    make_comment(on=make_post(author=ane), by=jon)
    (letter,) = letters()
    errand = db.session.query(outbox.Errand).filter_by(kind=errands.LETTER).one()
    db.session.expunge(errand)
    errands.write(errand)

    assert len(list(mailbox.folder.glob("*.eml"))) == 1 and letter["Message-ID"]


def test_what_i_follow_waits_for_its_day(letters, ane, jon):
    follow(jon, "person", ane.id)
    make_post(author=ane, title="Slowly")
    assert letters() == []

    (letter,) = letters(timedelta(days=7, minutes=1))

    assert "Slowly" in letter["Subject"]


def test_another_wish_moves_what_waits(letters, client, ane, jon):
    follow(jon, "person", ane.id)
    make_post(author=ane)
    outbox.drain()
    wished_ = {kind.value: channel.value for kind, channel in wished(jon.id).items()}
    client.sign_in(jon)
    client.put("/account/notifications", data=wished_ | {"followed": "app"})

    assert letters(timedelta(days=8)) == []


def test_a_letter_can_end_all_letters_by_its_header_alone(letters, another_house, ane, jon):
    post = make_post(author=ane)
    make_comment(on=post, by=jon)
    (letter,) = letters()

    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    header = letter["List-Unsubscribe"]
    assert header.startswith("<https://wowista.test/unsubscribe/") and header.endswith(">")
    path = header.strip("<>").removeprefix("https://wowista.test")

    class Guarded(TestConfig):
        WTF_CSRF_ENABLED = True

    with another_house(Guarded) as house:
        stranger = house.test_client()
        looked = stranger.get(path)
        assert looked.status_code == 200 and "<form" in looked.text
        assert wished(ane.id)[Kind.MINE] is Channel.ONCE, "to look ends nothing"

        pressed = stranger.post(path, data={"List-Unsubscribe": "One-Click"})
        assert pressed.status_code == 200
    assert {wished(ane.id)[kind] for kind in Kind} == {Channel.APP}
    make_comment(on=post, by=jon)
    assert letters(timedelta(days=9)) == []
    db.session.rollback()
    assert db.session.query(Notification).filter_by(person_id=ane.id).count() == 2


def test_the_header_stands_whole_however_long_our_name_is(letters, mailbox, app, monkeypatch):
    """Folded as words are it would be encoded, and no mail program would find its way."""
    site = "https://intranet.experiencia-de-cliente.aseguradora.example.com"
    monkeypatch.setitem(app.config, "SITE_URL", site)
    ane = make_person("Ane")
    make_comment(on=make_post(author=ane), by=make_person("Jon"))
    letters()
    (file,) = mailbox.folder.glob("*.eml")
    header = f"List-Unsubscribe: <{unsubscribing.address(ane.id)}>\r\n"
    assert header.encode() in file.read_bytes() and len(header) > 100


def test_nobody_makes_such_an_address_up(client, ane):
    token = unsubscribing.address(ane.id).rpartition("/")[2]
    for odd in (token + "x", token[1:], "x", "x" * 500, f"{ane.id}.{token.partition('.')[2]}x"):
        assert client.get(f"/unsubscribe/{odd}").status_code == 410
        assert client.post(f"/unsubscribe/{odd}").status_code == 410
    assert wished(ane.id)[Kind.MINE] is Channel.ONCE


def test_a_letter_speaks_its_readers_language(letters, jon):
    ane = make_person("Ane", language="eu", time_zone="Atlantic/Azores")
    make_comment(on=make_post(author=ane, title="Telefonoa"), by=jon)

    (letter,) = letters()

    assert letter["Subject"] == "Jon lankideak iruzkina egin du: Telefonoa"
    assert letter["Content-Language"] == "eu" and 'lang="eu"' in html(letter)


@pytest.mark.parametrize(
    "channel, zone, due",
    [
        ("none", "Europe/Madrid", None),
        ("app", "Europe/Madrid", None),
        ("once", "Europe/Madrid", "2026-11-25 09:10"),
        ("daily", "Europe/Madrid", "2026-11-26 07:00"),
        ("daily", "Atlantic/Azores", "2026-11-25 09:00"),  # eight o'clock is still to come there
        ("weekly", "Europe/Madrid", "2026-11-30 07:00"),
        ("weekly", "Europe/Lisbon", "2026-11-30 08:00"),
    ],
)
def test_when_a_letter_goes(channel, zone, due):
    now = datetime(2026, 11, 25, 8, 59) if "Azores" in zone else datetime(2026, 11, 25, 9)
    found = letter_due(Channel(channel), now, now, zone)
    assert (found and f"{found:%Y-%m-%d %H:%M}") == due


def test_eight_o_clock_is_eight_o_clock_on_both_sides_of_a_change_of_clocks():
    before = datetime(2026, 10, 24, 12)  # the night the clocks go back in Spain
    assert letter_due(Channel.DAILY, before, before, "Europe/Madrid") == datetime(2026, 10, 25, 7)
    before = datetime(2026, 3, 28, 12)
    assert letter_due(Channel.DAILY, before, before, "Europe/Madrid") == datetime(2026, 3, 29, 6)


def test_what_is_told_days_late_is_no_news_for_a_letter():
    then, now = datetime(2026, 11, 20), datetime(2026, 11, 25)
    assert letter_due(Channel.ONCE, then, now, "Europe/Madrid") is None

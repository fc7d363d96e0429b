"""Another address: asked for with the password, agreed to at both ends, told to the old one."""

from datetime import datetime, timedelta

import pytest

from app.core import clock
from app.core.db import aside, db, writing
from app.people.models import AddressChange, Person, SignIn
from tests.conftest import together
from tests.factories import PASSWORD, make_person
from tests.mailbox import html, paths, plain
from tests.people import enter

NEW = "ane.berria@example.com"
MONDAY = datetime(2026, 3, 2, 9, 0)


def ask(client, address=NEW):
    return client.post("/account/address?_method=PUT", data={"email": address})


def agree(client, link):
    client.get(link)
    return client.post("/address?_method=PUT")


def stop(client, link):
    client.get(link)
    return client.post("/address?_method=DELETE")


def address_of(person):
    db.session.expire_all()
    return db.session.get(Person, person.id).email


@pytest.fixture
def letters(client, ane, mailbox):
    """Ane has asked: (the link at the new end, the link at the old one)."""
    assert ask(client.sign_in(ane)).status_code == 303
    by_end = {one["To"].addresses[0].addr_spec: one for one in mailbox.open()}
    assert set(by_end) == {NEW, ane.email}
    return paths(by_end[NEW])[0], paths(by_end[ane.email])[0]


@pytest.fixture
def stranger(app):
    """Whoever reads the mail, on whatever device."""
    return app.test_client()


def test_it_changes_with_the_second_yes(client, ane, letters, stranger, mailbox):
    new, old = letters
    before = ane.email

    first = agree(stranger, new)
    assert (first.status_code, first.location) == (303, "/address")
    assert "One yes is missing" in stranger.get("/address").text
    assert address_of(ane) == before
    agree(stranger, old)

    assert "It is done" in stranger.get("/address").text
    assert address_of(ane) == NEW
    assert enter(stranger, db.session.get(Person, ane.id), PASSWORD).status_code == 303
    (notice,) = mailbox.open(before)
    assert notice["Subject"] == "Your account has another address"
    assert NEW in plain(notice) and NEW in html(notice)


def test_it_does_not_matter_which_end_is_first(ane, letters, stranger):
    new, old = letters

    agree(stranger, old)
    assert address_of(ane) != NEW
    agree(stranger, new)

    assert address_of(ane) == NEW


def test_to_open_the_letters_is_to_say_nothing(ane, letters, stranger):
    for link in letters * 2:
        stranger.get(stranger.get(link).location)

    assert address_of(ane) != NEW


def test_one_end_cannot_speak_for_both(ane, letters, stranger):
    new, _ = letters

    for _ in range(3):
        agree(stranger, new)

    assert address_of(ane) != NEW


def test_the_old_end_can_stop_it_and_whoever_asked_is_out(client, ane, letters, stranger):
    new, old = letters
    agree(stranger, new)

    page = stop(stranger, old)

    assert page.status_code == 200 and "Set another password" in page.text
    assert client.get("/people").status_code == 303
    assert agree(stranger, old).status_code == 410
    assert agree(stranger, new).status_code == 410
    assert address_of(ane) != NEW


def test_the_new_end_can_stop_nothing(ane, letters, stranger):
    new, old = letters

    assert stop(stranger, new).status_code == 410
    agree(stranger, new)
    agree(stranger, old)
    assert address_of(ane) == NEW


def test_it_is_seen_on_the_account_and_can_be_taken_back(client, ane, letters, stranger, jon, app):
    new, old = letters
    assert NEW in client.get("/account/address").text
    assert NEW not in app.test_client().sign_in(jon).get("/account/address").text
    agree(stranger, new)
    assert "The new address has said yes." in client.get("/account/address").text

    answer = client.post("/account/address?_method=DELETE")

    assert (answer.status_code, answer.location) == (303, "/account/address")
    assert NEW not in client.get("/account/address").text
    assert agree(stranger, old).status_code == 410
    assert address_of(ane) != NEW


def test_taken_back_before_it_was_sent_nobody_is_written_to(client, ane, mailbox):
    ask(client.sign_in(ane))
    client.delete("/account/address")

    assert mailbox.open() == []


def test_both_have_three_days(client, ane, mailbox, stranger):
    with clock.at(MONDAY):
        refresh(client.sign_in(ane))
        ask(client)
        new, old = (paths(one)[0] for one in sorted(mailbox.open(), key=lambda m: m["To"] != NEW))
        agree(stranger, new)
    with clock.at(MONDAY + timedelta(hours=72, seconds=1)):
        assert agree(stranger, old).status_code == 410
    with clock.at(MONDAY + timedelta(hours=72)):
        assert agree(stranger, old).status_code == 303
    assert address_of(ane) == NEW


def test_asked_anew_the_first_letters_lead_nowhere(client, ane, letters, stranger, mailbox):
    ask(client, "another@example.com")

    for link in letters:
        assert agree(stranger, link).status_code == 410
    assert len(mailbox.open()) == 2
    assert address_of(ane) not in (NEW, "another@example.com")


@pytest.mark.parametrize(
    "typed, words",
    [
        ("", "Write your email."),
        ("nowhere", "does not look like"),
        ("ñandú@example.com", "does not look like"),
        ("x" * 250 + "@example.com", "cannot be longer"),
        ("JON@example.com", "Somebody here has that address"),
        ("ANE@example.com", "the address it has now"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(client, mailbox, typed, words):
    ane = make_person("Ane", email="ane@example.com")
    make_person("Jon", email="jon@example.com")

    answer = ask(client.sign_in(ane), typed)

    assert answer.status_code == 422 and words in answer.text
    assert 'aria-invalid="true"' in answer.text and typed.split("@")[0] in answer.text
    assert mailbox.open() == []


def test_taken_meanwhile_it_says_so(ane, letters, stranger, client):
    new, old = letters
    agree(stranger, new)
    make_person("Jon", email=NEW)

    answer = agree(stranger, old)

    assert answer.status_code == 409 and "taken" in answer.text
    assert address_of(ane) != NEW
    assert NEW not in client.get("/account/address").text


def test_of_two_who_want_the_same_the_first_has_it(client, ane, jon, app, mailbox, stranger):
    for person in (ane, jon):
        ask(app.test_client().sign_in(person))
    links = {}
    for one in mailbox.open():
        links.setdefault(one["To"].addresses[0].addr_spec, []).append(paths(one)[0])
    first_new, second_new = links[NEW]
    agree(stranger, links[ane.email][0])
    agree(stranger, links[jon.email][0])

    answers = [agree(stranger, link).status_code for link in (first_new, second_new)]

    assert answers == [303, 409]
    assert [address_of(one) for one in (ane, jon)].count(NEW) == 1


def test_of_two_at_the_same_moment_too(app, ane, jon, mailbox, stranger):
    for person in (ane, jon):
        ask(app.test_client().sign_in(person))
    links = {}
    for one in mailbox.open():
        links.setdefault(one["To"].addresses[0].addr_spec, []).append(paths(one)[0])
    for person in (ane, jon):
        agree(stranger, links[person.email][0])

    answers = at_the_same_moment(app, links[NEW])

    assert answers == [303, 409]
    assert [address_of(one) for one in (ane, jon)].count(NEW) == 1


def test_a_double_click_is_one_yes(app, ane, letters, stranger):
    new, old = letters
    agree(stranger, new)

    answers = at_the_same_moment(app, [old, old])

    assert answers[0] == 303 and answers[1] in (303, 410)
    assert address_of(ane) == NEW


def test_it_is_asked_with_a_fresh_password(client, ane, mailbox):
    client.sign_in(ane)
    with clock.at(clock.now() + timedelta(minutes=11)):
        for answer in (client.get("/account/address"), ask(client)):
            assert answer.status_code == 303 and answer.location.startswith("/sign-in/again")
        assert client.delete("/account/address").location.startswith("/sign-in/again")
    assert mailbox.open() == []


def test_five_a_day_are_enough(client, ane):
    client.sign_in(ane)

    answers = [ask(client, f"ane{number}@example.com").status_code for number in range(6)]

    assert answers == [303] * 5 + [429]


def test_links_in_the_old_mailbox_die_with_it(client, ane, letters, stranger, mailbox):
    client.post("/password/forgotten", data={"email": ane.email})
    reset = mailbox.link()

    for link in letters:
        agree(stranger, link)

    stranger.get(reset)
    assert stranger.get("/password").status_code == 410


def test_a_closed_account_keeps_its_address(ane, letters, stranger):
    with writing():
        db.session.get_one(Person, ane.id).disable(by=None)

    for link in letters:
        assert agree(stranger, link).status_code == 410
    assert address_of(ane) != NEW


def test_the_letter_to_the_new_end_does_not_tell_the_old_address(client, ane, mailbox):
    """It may be mistyped, and somebody else's."""
    ask(client.sign_in(ane))
    letter = next(one for one in mailbox.open() if NEW in one["To"])

    assert ane.email not in letter.as_string()


def test_what_was_changed_long_ago_is_no_longer_kept(ane, letters, stranger):
    for link in letters:
        agree(stranger, link)

    change = db.session.query(AddressChange).one()
    assert change.done_at and change.replaced


def at_the_same_moment(app, links):
    """A browser for each link, and all say yes at once; what they are answered."""
    visits = []
    for link in links:
        browser = app.test_client()
        browser.get(link)
        visits.append((browser, "/address?_method=PUT", {}))
    return [answer.status_code for answer in together(app, *visits)]


def refresh(client):
    """The password was typed at this very moment of the clock."""
    with aside() as connection:
        now = clock.now()
        connection.execute(
            SignIn.__table__.update().values(verified_at=now, seen_at=now, created_at=now)
        )
    return client

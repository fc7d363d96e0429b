"""What the administration sends to somebody, and what it cannot do alone."""

import pytest

from app.core import clock
from app.core.db import db, writing
from app.people import queries as people
from app.people.models import AddressChange, Link, Person, Role
from tests.factories import PASSWORD, make_person
from tests.mailbox import paths, plain
from tests.people import enter

NEW = "una silla al lado de la puerta"
MOVED = "moved@example.com"
ADDED = {
    "name": "Maren Etxebarria",
    "email": "maren@example.com",
    "language": "es",
    "unit_id": "",
    "location_id": "",
}


def account(person):
    return f"/admin/people/{person.id}"


def move(client, person, address=MOVED):
    now = people.person(person.id)
    given = {"name": now.name, "email": address, "job": "", "unit_id": "", "location_id": ""}
    given["version"] = now.version
    return client.post(f"{account(person)}?_method=PUT", data=given)


def kept(person):
    db.session.expire_all()
    return db.session.get(Person, person.id)


@pytest.fixture
def admin(client, iker):
    return client.sign_in(iker)


def test_whoever_is_added_is_invited(admin, app, mailbox):
    answer = admin.post("/admin/people", data=ADDED)
    assert answer.status_code == 303

    (letter,) = mailbox.open()

    assert letter["To"].addresses[0].addr_spec == ADDED["email"]
    assert "Iker te invita." in plain(letter)
    browser = app.test_client()
    browser.get(paths(letter)[0])
    assert browser.put("/invitation", data={"new_password": NEW}).status_code == 303


def test_the_state_of_the_invitation_is_seen(admin, app, mailbox):
    number = admin.post("/admin/people", data=ADDED).location.rpartition("/")[2]
    page = f"/admin/people/{number}"
    assert "The invitation is on its way." in admin.get(page).text
    link = mailbox.link()
    assert "It opens until" in admin.get(page).text
    with writing():
        db.session.query(Link).one().expires_at = clock.now().replace(year=2025)
    assert "The invitation opened until" in admin.get(page).text

    answer = admin.post(f"{page}/invitation")

    assert (answer.status_code, answer.location) == (303, page)
    again = mailbox.link()
    assert again != link
    browser = app.test_client()
    browser.get(again)
    browser.put("/invitation", data={"new_password": NEW})
    assert "/invitation" not in admin.get(page).text


def test_a_link_for_another_password_goes_to_their_own_mail(admin, ane, app, mailbox):
    page = admin.post(f"{account(ane)}/reset")
    assert page.status_code == 303

    link = mailbox.link(ane.email)

    assert link.rpartition("/")[2] not in admin.get(page.location).text
    browser = app.test_client()
    browser.get(link)
    assert browser.put("/password", data={"new_password": NEW}).status_code == 303
    assert enter(browser, ane, NEW).status_code == 303


def test_nothing_is_sent_where_nothing_helps(admin, ane, mailbox):
    gone = make_person("Gone", disabled_at=clock.now())

    for path in (f"{account(ane)}/invitation", f"{account(gone)}/reset"):
        page = admin.get(admin.post(path).location).text
        assert "Nothing was sent" in page
    assert mailbox.open() == []


def test_a_mistyped_invitation_moves_at_once(admin, app, mailbox):
    maren = make_person("Maren", password_hash=None)
    admin.post(f"{account(maren)}/invitation")
    old = mailbox.link()

    move(admin, maren)

    assert kept(maren).email == MOVED
    new = mailbox.link(MOVED)
    browser = app.test_client()
    browser.get(old)
    assert browser.put("/invitation", data={"new_password": NEW}).status_code == 410
    browser.get(new)
    assert browser.put("/invitation", data={"new_password": NEW}).status_code == 303


def test_another_address_needs_the_new_end_alone(admin, ane, app, mailbox):
    before = ane.email
    move(admin, ane)
    assert kept(ane).email == before
    page = admin.get(account(ane)).text
    assert MOVED in page and "Waiting for a yes" in page
    letters = {one["To"].addresses[0].addr_spec: one for one in mailbox.open()}
    assert "The administration asked for it" in plain(letters[before])

    browser = app.test_client()
    browser.get(paths(letters[MOVED])[0])
    browser.put("/address")

    assert kept(ane).email == MOVED
    assert mailbox.open(before)[0]["Subject"] == "Your account has another address"


def test_the_old_end_can_still_say_no(admin, ane, app, mailbox):
    move(admin, ane)
    letters = {one["To"].addresses[0].addr_spec: paths(one)[0] for one in mailbox.open()}
    browser = app.test_client()
    browser.get(letters[ane.email])
    assert browser.put("/address").status_code == 410  # no yes is asked of it, and none counts
    assert kept(ane).email != MOVED

    assert browser.delete("/address").status_code == 200

    browser.get(letters[MOVED])
    assert browser.put("/address").status_code == 410
    assert kept(ane).email != MOVED


@pytest.mark.parametrize("role", ["hr", "listener", "admin"])
def test_nobody_takes_over_what_was_confided(admin, app, mailbox, role):
    """An administrator who gave them another address and a reset would read what they read."""
    rosa = make_person("Rosa", role)
    move(admin, rosa)
    letters = {one["To"].addresses[0].addr_spec: paths(one)[0] for one in mailbox.open()}

    browser = app.test_client()
    browser.get(letters[MOVED])
    browser.put("/address")
    assert kept(rosa).email != MOVED
    browser.get(letters[rosa.email])
    browser.put("/address")
    assert kept(rosa).email == MOVED


def test_whoever_is_asked_reads_who_asked(admin, rosa, app, mailbox):
    """And nobody is told that their password is known where the administration asked."""
    person = app.test_client()
    assert enter(person, rosa, PASSWORD).status_code == 303
    move(admin, rosa)
    letter = next(one for one in mailbox.open() if rosa.email in one["To"])
    assert "The administration asked for it" in plain(letter)
    assert "once both addresses have said yes" in plain(letter)

    browser = app.test_client()
    browser.get(paths(letter)[0])
    assert "The administration asked for it" in browser.get("/address").text
    assert "may know your password" not in browser.delete("/address").text

    assert person.get("/account/preferences").status_code == 200


@pytest.mark.parametrize("role", ["hr", "admin"])
def test_nor_by_asking_before_it_was_confided(admin, ane, app, mailbox, role):
    move(admin, ane)
    letters = {one["To"].addresses[0].addr_spec: paths(one)[0] for one in mailbox.open()}
    with writing():
        people.person(ane.id).grant(Role(role), by=None)

    browser = app.test_client()
    browser.get(letters[MOVED])
    browser.put("/address")
    assert kept(ane).email != MOVED
    browser.get(letters[ane.email])
    assert "Yes" in browser.get("/address").text
    browser.put("/address")
    assert kept(ane).email == MOVED


def test_nor_their_own_account_with_one_end_alone(admin, iker, app, mailbox):
    """Whoever found the screen open sends no letters to themself."""
    move(admin, iker)
    letters = {one["To"].addresses[0].addr_spec: paths(one)[0] for one in mailbox.open()}

    browser = app.test_client()
    browser.get(letters[MOVED])
    browser.put("/address")

    assert kept(iker).email != MOVED


def test_nor_before_they_have_come_in(admin, mailbox):
    rosa = make_person("Rosa", "hr", password_hash=None)

    move(admin, rosa)

    assert kept(rosa).email != MOVED


def test_nor_by_closing_the_account_first(admin, rosa):
    admin.post(f"{account(rosa)}/closure")

    answer = move(admin, rosa)

    assert answer.status_code == 422 and "Open the account again first" in answer.text
    assert kept(rosa).email != MOVED and db.session.query(AddressChange).count() == 0


def test_a_pending_change_is_taken_back(admin, ane, mailbox):
    move(admin, ane)

    admin.post(f"{account(ane)}/address?_method=DELETE")

    assert mailbox.open() == []
    assert MOVED not in admin.get(account(ane)).text


def test_whoever_is_trusted_or_no_longer_is_told(admin, iker, ane, mailbox):
    with writing():
        person, by = people.person(ane.id), people.person(iker.id)
        person.grant(Role.GOVERNANCE, by=by)
        person.withdraw(Role.GOVERNANCE, by=by)
        person.grant(Role.AMBASSADOR, by=None)  # at the terminal
        person.withdraw(Role.AMBASSADOR, by=person)  # by themself

    subjects = [one["Subject"] for one in mailbox.open(ane.email)]

    assert sorted(subjects) == [
        "You have a new role: CX governance",
        "You no longer have a role: CX governance",
    ]


@pytest.mark.parametrize("given", [{}, {"password_hash": None}])
def test_the_page_asks_little(admin, queries, given):
    maren = make_person("Maren", **given)
    with writing():
        person = people.person(maren.id)
        person.invite(by=None)
        AddressChange.ask(person, MOVED, by=person, asks_old=True)
    path = account(person)
    queries.clear()

    assert MOVED in admin.get(path).text
    assert len(queries) <= 8

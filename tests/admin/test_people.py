"""/admin/people: finding accounts, opening them, correcting them, closing them."""

import uuid

import pytest

from app.core import clock
from app.core.db import aside, db
from app.people import queries as people
from app.people import sessions
from app.people.models import Person, SignIn
from tests.conftest import at_once
from tests.factories import make_location, make_person, make_unit
from tests.people.test_profile import NAUGHTY

NEW = {
    "name": "Itxaso Larrañaga",
    "email": "Itxaso@Example.com",
    "unit_id": "",
    "location_id": "",
    "language": "eu",
}
CORRECTED = {
    "name": "Ane Etxaniz",
    "job": "Nurse",
    "unit_id": "",
    "location_id": "",
    "version": "1",
}


def kept(person):
    db.session.expire_all()
    return db.session.get(Person, person.id)


def grown_stale(person):
    """Their password was typed a while ago."""
    table = SignIn.__table__
    with aside() as connection:
        long_ago = clock.now() - sessions.FRESH * 2
        mine = table.c.person_id == person.id
        connection.execute(table.update().where(mine).values(verified_at=long_ago))


def correct(client, person, **other):
    given = CORRECTED | {"email": kept(person).email} | other
    return client.put(f"/admin/people/{person.id}", data=given)


def add(client, **other):
    return client.post("/admin/people", data=NEW | {"once": uuid.uuid4().hex} | other)


@pytest.mark.parametrize(
    "asked, found",
    [
        ("q=IÑIGO", {"Íñigo"}),
        ("q=miren%40", {"Miren"}),
        ("state=closed", {"Gone"}),
        ("state=invited", {"Fresh"}),
        ("state=active&q=e", {"Iker", "Miren"}),
        ("role=hr", {"Miren"}),
        ("q=%25", set()),
        ("state=nonsense&role=nonsense&unit=x&after=x&q=gone", {"Gone"}),
    ],
)
def test_accounts_are_found_by_name_email_role_and_state(client, iker, asked, found):
    make_person("Íñigo", email="zzz@zzz.zz")
    make_person("Miren", "hr", email="miren@example.org")
    make_person("Gone", disabled_at=clock.now(), email="x@zzz.zz")
    make_person("Fresh", password_hash=None, email="y@zzz.zz")

    page = client.sign_in(iker).get(f"/admin/people?{asked}").text

    listed = page.split('class="filters"')[1]
    names = {"Íñigo", "Miren", "Gone", "Fresh", "Iker"}
    assert {name for name in names if f"<bdi>{name}</bdi>" in listed} == found


def test_a_unit_holds_whoever_works_below_it(client, iker):
    top = make_unit("Oficinas")
    below = make_unit("Donostia", parent=top)
    make_person("Inside", unit_id=below.id)
    make_person("Outside")

    page = client.sign_in(iker).get(f"/admin/people?unit={top.id}").text

    assert "<bdi>Inside</bdi>" in page and "<bdi>Outside</bdi>" not in page


def test_many_accounts_are_read_page_by_page(client, iker):
    for number in range(60):
        make_person(f"Zaloa {number:02}")
    client.sign_in(iker)

    first = client.get("/admin/people?q=zaloa").text
    after = first.split("after=")[1].split('"')[0]
    second = client.get(f"/admin/people?q=zaloa&after={after}", htmx=True).text

    assert first.count("<bdi>Zaloa") == 50 and "60 people" in first
    assert second.count("<bdi>Zaloa") == 10 and "<html" not in second and "after=" not in second


def test_a_page_of_accounts_asks_little(client, iker, queries):
    for number in range(30):
        make_person(f"Zaloa {number}", "ambassador", unit_id=make_unit(f"Unit {number}").id)
    client.sign_in(iker)
    queries.clear()

    client.get("/admin/people")

    assert len(queries) <= 5


def test_governance_sees_names_and_no_addresses(client, nerea, ane):
    gone = make_person("Gone", disabled_at=clock.now())
    client.sign_in(nerea)

    page, one = client.get("/admin/people").text, client.get(f"/admin/people/{ane.id}").text
    by_address = client.get(f"/admin/people?q={ane.email}").text

    assert "<bdi>Ane</bdi>" in page and "<bdi>Gone</bdi>" not in page
    assert "<bdi>Ane</bdi>" not in by_address
    assert ane.email not in page and ane.email not in one
    assert "Close the account" not in one and "Name ambassador" in one
    assert client.get(f"/admin/people/{gone.id}").status_code == 404


def test_a_new_person_waits_to_come_in(client, iker):
    unit, place = make_unit(), make_location()

    answer = add(client.sign_in(iker), unit_id=unit.id, location_id=place.id)

    person = people.by_email("itxaso@example.com")
    assert (answer.status_code, answer.location) == (303, f"/admin/people/{person.id}")
    assert (person.language, person.unit_id, person.location_id) == ("eu", unit.id, place.id)
    assert person.password_hash is None and not person.roles
    assert "Invited, not used yet" in client.get(answer.location).text


def test_a_form_sent_twice_opens_one_account(client, iker):
    key = uuid.uuid4().hex

    first, second = (add(client.sign_in(iker), once=key) for _ in range(2))

    assert first.location == second.location and second.status_code == 303


def test_the_same_form_in_the_same_moment_opens_one_account(app, iker):
    sent = NEW | {"once": uuid.uuid4().hex}

    answers = at_once(app, *[(iker, "/admin/people", sent)] * 2)

    assert [answer.status_code for answer in answers] == [303, 303]
    assert answers[0].location == answers[1].location


def test_an_address_has_one_account(client, iker, ane):
    answer = add(client.sign_in(iker), email=ane.email.upper(), name="Somebody Else")

    assert answer.status_code == 422
    assert "has an account with this address already" in answer.text
    assert "Somebody Else" in answer.text


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"email": "nobody"},
        {"email": "maren@cañón.example"},
        {"email": ""},
        {"unit_id": "777"},
        {"language": "tlh"},
    ],
)
def test_what_is_wrong_is_said_and_what_was_written_stays(client, iker, wrong):
    answer = add(client.sign_in(iker), **wrong)

    assert answer.status_code == 422 and "data-errors" in answer.text
    assert wrong.get("name", NEW["name"]) in answer.text
    assert people.by_email(NEW["email"]) is None


@pytest.mark.parametrize("name", NAUGHTY)
def test_naughty_names_stay_words(client, iker, name):
    answer = add(client.sign_in(iker), name=name)

    page = client.get(answer.location).text + client.get("/admin/people").text
    assert "<script>alert" not in page and "<img src=x" not in page and "<svg onload" not in page


def test_what_the_house_knows_is_corrected(client, iker, ane):
    unit = make_unit("Clínica")

    answer = correct(client.sign_in(iker), ane, unit_id=unit.id)

    now = kept(ane)
    assert answer.status_code == 303
    assert (now.name, now.job, now.version) == ("Ane Etxaniz", "Nurse", 2)
    assert "Ane Etxaniz" in client.get(f"/admin/people/{ane.id}").text


def test_two_who_correct_see_both_and_lose_nothing(client, iker, ane):
    correct(client.sign_in(iker), ane, job="Doctor")

    answer = correct(client, ane, job="Surgeon", version="1")

    assert answer.status_code == 409
    assert "Doctor" in answer.text and "Surgeon" in answer.text
    assert kept(ane).job == "Doctor"
    assert correct(client, ane, job="Surgeon", version="2").status_code == 303


def test_an_address_somebody_else_has_is_refused(client, iker, ane, jon):
    answer = correct(client.sign_in(iker), ane, email=jon.email, job="Still here")

    assert answer.status_code == 422 and "Still here" in answer.text
    assert kept(ane).email != jon.email


def test_another_address_asks_for_the_password_and_loses_nothing(client, iker, ane):
    client.sign_in(iker)
    grown_stale(iker)

    refused = correct(client, ane, email="mine@example.org", job="Still here")

    assert refused.status_code == 422 and "Still here" in refused.text
    assert "/sign-in/again" in refused.text and kept(ane).email != "mine@example.org"
    assert correct(client, ane, job="Nurse").status_code == 303


def test_a_closed_account_is_out_at_once_and_can_be_opened_again(app, client, iker, ane):
    hers = app.test_client().sign_in(ane)
    assert hers.get("/").status_code == 200

    client.sign_in(iker).post(f"/admin/people/{ane.id}/closure")

    assert hers.get("/").status_code == 303
    assert hers.get("/activity", htmx=True).status_code == 401
    assert "Open it again" in client.get(f"/admin/people/{ane.id}").text
    client.delete(f"/admin/people/{ane.id}/closure")
    assert kept(ane).is_active
    assert hers.get("/").status_code == 303  # an old cookie stays dead


def test_nobody_closes_their_own_account(client, iker):
    assert client.sign_in(iker).post(f"/admin/people/{iker.id}/closure").status_code == 403
    assert kept(iker).is_active


def test_two_who_close_one_another_leave_one(app, iker):
    other = make_person("Begoña", "admin")

    answers = at_once(
        app,
        (iker, f"/admin/people/{other.id}/closure", None),
        (other, f"/admin/people/{iker.id}/closure", None),
    )

    assert answers[0].status_code == 303 and answers[1].status_code in (401, 403)
    assert [kept(iker).is_active, kept(other).is_active].count(True) == 1


def test_everywhere_means_every_browser(app, client, iker, ane):
    hers = [app.test_client().sign_in(ane) for _ in range(2)]
    assert "2 open" in client.sign_in(iker).get(f"/admin/people/{ane.id}").text

    client.delete(f"/admin/people/{ane.id}/sessions")

    assert [one.get("/").status_code for one in hers] == [303, 303]
    assert "0 open" in client.get(f"/admin/people/{ane.id}").text


def test_a_persons_account_asks_little(client, iker, queries):
    person = make_person("Ane", "ambassador", "governance", "hr")
    client.sign_in(iker)
    page = f"/admin/people/{person.id}"
    queries.clear()

    client.get(page)

    assert len(queries) <= 8


def test_ones_page_leads_to_ones_account_for_whoever_may_see_it(client, iker, nerea, jon, ane):
    def leads(reader, person):
        return (
            f"/admin/people/{person.id}" in client.sign_in(reader).get(f"/people/{person.id}").text
        )

    assert leads(iker, ane) and leads(nerea, ane) and leads(jon, jon)
    assert not leads(jon, ane) and not leads(ane, jon) and not leads(ane, ane)

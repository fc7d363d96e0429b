"""/admin/roles: hr and listener take a second person."""

from datetime import timedelta

import pytest

from app.core.db import db, writing
from app.people.models import Grant, Outcome, Person, Proposal, Role
from app.people.models.proposal import STANDS
from tests.admin.test_people import grown_stale, kept
from tests.conftest import at_once
from tests.factories import make_person


@pytest.fixture
def propose(app):
    """Iker, say, has proposed somebody."""

    def make(person, by, role=Role.HR, ago=timedelta()):
        with writing():
            who, admin = (db.session.get_one(Person, one.id) for one in (person, by))
            proposal = Proposal.make(who, role, by=admin)
            proposal.created_at -= ago
        return proposal.id

    return make


def agree(client, number):
    return client.post(f"/admin/roles/{number}/agreement")


def outcome(number):
    db.session.expire_all()
    return db.session.get_one(Proposal, number).outcome


def test_an_administrator_proposes_and_a_holder_agrees(client, iker, rosa, ane):
    client.sign_in(iker)
    answer = client.post(f"/admin/people/{ane.id}/roles/hr")
    assert "Somebody else has to agree" in client.get(answer.location).text
    assert not kept(ane).is_hr
    (proposal,) = db.session.query(Proposal).all()
    assert "Agree" not in client.get("/admin/roles").text.split('class="rows"')[1]

    page = client.sign_in(rosa).get("/admin/roles").text
    assert "<bdi>Ane</bdi>" in page and "Proposed by Iker on" in page
    assert agree(client, proposal.id).location == "/admin/roles"

    assert kept(ane).is_hr and outcome(proposal.id) is Outcome.AGREED
    assert "agreed by Rosa on" in client.sign_in(iker).get(f"/admin/people/{ane.id}").text


def test_proposed_twice_waits_once(client, iker, ane, rosa):
    client.sign_in(iker)
    for _ in range(2):
        client.post(f"/admin/people/{ane.id}/roles/hr")
    assert db.session.query(Proposal).count() == 1
    assert client.post(f"/admin/people/{rosa.id}/roles/hr").status_code == 303
    assert db.session.query(Proposal).count() == 1


def test_who_may_not_see_it_finds_nothing(client, propose, iker, rosa, maider, nerea, ane, jon):
    number = propose(ane, iker)

    for reader in (maider, nerea, ane, jon):
        client.sign_in(reader)
        for answer in (
            agree(client, number),
            client.post(f"/admin/roles/{number}/refusal"),
            client.delete(f"/admin/roles/{number}"),
        ):
            assert answer.status_code == 404
    assert client.sign_in(maider).get("/admin/roles").text.count("<bdi>Ane</bdi>") == 0
    assert client.sign_in(nerea).get("/admin/roles").status_code == 403
    assert outcome(number) is None


def test_while_somebody_holds_it_no_administrator_agrees(client, propose, iker, rosa, ane):
    other = make_person("Begoña", "admin")
    number = propose(ane, iker)

    assert agree(client.sign_in(iker), number).status_code == 403
    assert agree(client.sign_in(other), number).status_code == 403
    assert client.sign_in(rosa).delete(f"/admin/roles/{number}").status_code == 403
    assert outcome(number) is None and not kept(ane).roles


def test_the_first_holder_takes_a_second_administrator(client, propose, iker, ane):
    other = make_person("Begoña", "admin")
    number = propose(ane, iker, Role.LISTENER)

    assert agree(client.sign_in(iker), number).status_code == 403
    assert "a second administrator may agree" in client.sign_in(other).get("/admin/roles").text
    assert agree(client, number).status_code == 303 and kept(ane).is_listener


def test_a_holder_who_proposed_does_not_agree_with_themself(client, propose, ane):
    both = make_person("Amaia", "admin", "hr")
    other = make_person("Begoña", "admin")
    number = propose(ane, both)

    assert agree(client.sign_in(both), number).status_code == 403
    assert agree(client.sign_in(other), number).status_code == 303


def test_the_proposed_one_does_not_agree_either(client, propose, iker):
    other = make_person("Begoña", "admin")
    number = propose(other, iker)

    assert agree(client.sign_in(other), number).status_code == 403
    assert not kept(other).is_hr


def test_declined_or_taken_back_is_over(client, propose, iker, rosa, ane):
    number = propose(ane, iker)
    client.sign_in(rosa).post(f"/admin/roles/{number}/refusal")
    assert outcome(number) is Outcome.DECLINED
    late = client.get(agree(client, number).location).text
    assert "come to an end already" in late and "Declined by Rosa on" in late

    second = propose(ane, iker)
    client.sign_in(iker).delete(f"/admin/roles/{second}")
    assert outcome(second) is Outcome.TAKEN_BACK
    agree(client.sign_in(rosa), second)
    assert not kept(ane).roles


def test_after_two_weeks_nobody_wanted_it(client, propose, iker, rosa, ane):
    number = propose(ane, iker, ago=STANDS)

    page = client.sign_in(rosa).get("/admin/roles").text
    agree(client, number)

    assert "Nobody is proposed" in page and "nobody agreed in time" in page
    assert not kept(ane).roles
    client.sign_in(iker).post(f"/admin/people/{ane.id}/roles/hr")
    assert agree(client.sign_in(rosa), number + 1).status_code == 303 and kept(ane).is_hr


def test_it_falls_with_whoever_made_it_and_whom_it_is_about(client, propose, iker, rosa, ane, jon):
    other = make_person("Begoña", "admin")
    about_ane, about_jon = propose(ane, other), propose(jon, iker)
    with writing():
        db.session.get_one(Person, other.id).withdraw(Role.ADMIN, by=None)
        db.session.get_one(Person, jon.id).disable(by=None)

    assert "Nobody is proposed" in client.sign_in(rosa).get("/admin/roles").text
    for number in (about_ane, about_jon):
        agree(client, number)
    assert not kept(ane).roles and not kept(jon).is_hr


def test_two_who_agree_at_once_make_one_grant(app, propose, iker, rosa, ane):
    other = make_person("Lorea", "hr")
    number = propose(ane, iker)
    here = f"/admin/roles/{number}/agreement"

    answers = at_once(app, (rosa, here, None), (other, here, None))

    assert [answer.status_code for answer in answers] == [303, 303]
    grants = db.session.query(Grant).filter_by(person_id=ane.id).all()
    assert [(grant.role, grant.proposed_by) for grant in grants] == [(Role.HR, iker.id)]
    assert grants[0].granted_by == db.session.get_one(Proposal, number).settled_by


def test_one_agrees_while_the_other_declines(app, propose, iker, rosa, ane):
    other = make_person("Lorea", "hr")
    number = propose(ane, iker)

    at_once(
        app,
        (rosa, f"/admin/roles/{number}/agreement", None),
        (other, f"/admin/roles/{number}/refusal", None),
    )

    assert kept(ane).is_hr == (outcome(number) is Outcome.AGREED)


def test_agreeing_asks_for_a_password_typed_lately(client, propose, iker, rosa, ane):
    number = propose(ane, iker)
    client.sign_in(rosa)
    grown_stale(rosa)

    assert agree(client, number).location.startswith("/sign-in/again")
    assert outcome(number) is None


def test_the_page_asks_little(client, propose, iker, rosa, queries):
    for number in range(12):
        propose(make_person(f"Somebody {number}"), iker)
    client.sign_in(rosa)
    queries.clear()

    client.get("/admin/roles")

    assert len(queries) <= 5

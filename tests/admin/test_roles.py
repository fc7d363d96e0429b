"""/admin/people/<n>/roles: trusting somebody with something, and no longer."""

import pytest

from app.core.db import db, writing
from app.people.models import Grant, Person, Role
from tests.admin.test_people import grown_stale, kept
from tests.conftest import at_once
from tests.factories import make_person


def path(person, role):
    return f"/admin/people/{person.id}/roles/{role}"


def test_a_role_says_since_when_and_thanks_to_whom(client, iker, ane):
    answer = client.sign_in(iker).post(path(ane, "governance"))

    page = client.get(answer.location).text
    assert kept(ane).is_governance
    assert "Given by Iker on" in page and "has a new role: CX governance" in page


def test_given_twice_is_given_once(client, iker, ane):
    client.sign_in(iker)
    assert [client.post(path(ane, "admin")).status_code for _ in range(2)] == [303, 303]
    assert db.session.query(Grant).filter_by(person_id=ane.id).count() == 1


def test_governance_names_ambassadors_and_nobody_else_does(client, nerea, iker, ane, jon):
    assert client.sign_in(iker).post(path(ane, "ambassador")).status_code == 403
    assert client.sign_in(jon).post(path(ane, "ambassador")).status_code == 403
    assert client.sign_in(nerea).post(path(ane, "ambassador")).status_code == 303
    assert kept(ane).is_ambassador
    assert client.post(path(ane, "governance")).status_code == 403
    assert client.sign_in(iker).delete(path(ane, "ambassador")).status_code == 403
    assert client.sign_in(nerea).delete(path(ane, "ambassador")).status_code == 303
    assert not kept(ane).is_ambassador


def test_giving_a_role_asks_for_a_password_typed_lately(client, iker, ane):
    client.sign_in(iker)
    grown_stale(iker)

    for method in ("post", "delete"):
        answer = getattr(client, method)(path(ane, "governance"))
        assert answer.status_code == 303 and answer.location.startswith("/sign-in/again")
    assert not kept(ane).roles


@pytest.mark.parametrize("role", ["emperor", "", "ADMIN", "ambassador "])
def test_a_role_nobody_knows_is_not_there(client, iker, ane, role):
    assert client.sign_in(iker).post(path(ane, role)).status_code == 404


def test_taking_a_role_away_asks_first_and_ends_every_session(app, client, iker):
    rosa = make_person("Rosa", "hr")
    hers = app.test_client().sign_in(rosa)
    client.sign_in(iker)
    assert "somebody else must agree" in client.get(path(rosa, "hr")).text

    client.delete(path(rosa, "hr"))

    assert not kept(rosa).is_hr
    assert hers.get("/").status_code == 303
    assert hers.get("/activity", htmx=True).status_code == 401
    assert client.get(path(rosa, "hr")).status_code == 404


def test_what_can_be_undone_offers_it(client, iker, nerea, rosa):
    client.sign_in(iker)

    away = client.get(client.delete(path(nerea, "governance")).location).text
    assert f'action="{path(nerea, "governance")}"' in away
    client.get(client.post(path(nerea, "governance")).location)
    assert kept(nerea).is_governance
    for_good = client.get(client.delete(path(rosa, "hr")).location).text
    assert "no longer has this role" in for_good and "Undo" not in for_good


def test_anybody_may_lay_their_own_down_and_is_out(client, jon):
    client.sign_in(jon)
    page = client.get(f"/admin/people/{jon.id}").text
    assert "Lay it down" in page and "Name ambassador" not in page
    assert "signed out everywhere" in client.get(path(jon, "ambassador")).text

    answer = client.delete(path(jon, "ambassador"))

    assert answer.location == "/sign-in" and not kept(jon).roles
    assert client.get("/").status_code == 303


def test_the_last_administrator_stays(client, iker):
    make_person("Gone", "admin", disabled_at=kept(iker).created_at)
    make_person("Never came", "admin", password_hash=None)
    client.sign_in(iker)

    assert client.delete(path(iker, "admin")).status_code == 403
    assert "Nobody else could run the house" in client.get(f"/admin/people/{iker.id}").text
    make_person("Begoña", "admin")
    assert client.delete(path(iker, "admin")).status_code == 303


@pytest.mark.parametrize("own", [True, False])
def test_of_two_last_administrators_one_is_left(app, iker, own):
    """Be it that each lays down their own in the same moment, or takes the other's."""
    other = make_person("Begoña", "admin")
    mine, theirs = path(iker, "admin"), path(other, "admin")
    first, second = (mine, theirs) if own else (theirs, mine)

    answers = at_once(
        app,
        (iker, f"{first}?_method=DELETE", None),
        (other, f"{second}?_method=DELETE", None),
    )

    assert answers[0].status_code == 303 and answers[1].status_code in (401, 403)
    assert [kept(iker).is_admin, kept(other).is_admin].count(True) == 1


def test_the_terminal_still_gives_any_role(app, ane):
    answer = app.test_cli_runner().invoke(args=["people", "grant", ane.email, "hr"])

    db.session.rollback()
    assert answer.exit_code == 0 and kept(ane).is_hr


def test_a_closed_account_is_trusted_with_nothing_new(client, iker):
    gone = make_person("Gone")
    with writing():
        db.session.get(Person, gone.id).disable(by=None)

    for role in (Role.GOVERNANCE, Role.HR):
        assert client.sign_in(iker).post(path(gone, role)).status_code == 403

"""What a toast offers to take back, it takes back: of ambassadors, nominations and requests."""

from datetime import timedelta

from app.ambassadors.models import HelpRequest, HelpState, Mandate, Nomination
from app.core.calendar import today
from app.core.db import db
from tests.factories import make_unit
from tests.factories.ambassadors import ask_for_help, coached_by, make_mandate, nominate
from tests.test_undoing import taken_back


def test_a_renewal_and_a_goodbye(client, ane, nerea):
    mandate = make_mandate(ane, by=nerea)
    number, until = mandate.id, mandate.until
    client.sign_in(nerea)
    later = (until + timedelta(days=60)).isoformat()
    taken_back(client, client.post(f"/ambassadors/{number}/renewal", data={"until": later}))
    assert db.session.get_one(Mandate, number).until == until
    taken_back(client, client.post(f"/ambassadors/{number}/farewell", data={"farewell": "Bye."}))
    assert db.session.get_one(Mandate, number).is_open and until > today()


def test_a_unit_that_was_added_and_one_that_was_left(client, ane, nerea):
    unit = make_unit("Oficinas").id
    page = f"/ambassadors/{make_mandate(ane, by=nerea).id}/units"
    client.sign_in(ane)
    taken_back(client, client.post(page, data={"unit": unit}))
    assert coached_by(ane) == set()
    client.put(f"{page}/{unit}")
    client.get(page)  # what that said has been read
    taken_back(client, client.delete(f"{page}/{unit}"))
    assert coached_by(ane) == {unit}


def test_a_no(client, ane, nerea):
    number = nominate(ane).id
    page = f"/ambassadors/nominations/{number}/refusal"
    client.sign_in(nerea)
    taken_back(client, client.post(page, data={"reason": "Not yet."}))
    assert db.session.get_one(Nomination, number).is_open


def test_what_was_taken_answered_and_closed(client, ane, nerea, rosa):
    number = ask_for_help(rosa, whom=make_mandate(ane, by=nerea).person_id).id
    page = f"/ambassadors/help/{number}"

    def state():
        return db.session.get_one(HelpRequest, number).state

    client.sign_in(ane)
    taken_back(client, client.post(f"{page}/acceptance"))
    assert state() is HelpState.ASKED
    taken_back(client, client.post(f"{page}/answer", data={"answer": "Like this."}))
    assert state() is HelpState.TAKEN
    client.sign_in(rosa)
    taken_back(client, client.post(f"{page}/closing"))
    assert state() is HelpState.ASKED

"""Whoever asks somebody by name means them, and nobody else."""

from app.ambassadors.models import HelpRequest
from app.core.db import db, writing
from app.people.models import Person
from tests.factories import make_person
from tests.factories.ambassadors import make_mandate

NEED = "It is about somebody whom you alone know."


def test_what_was_meant_for_one_goes_to_nobody_else_once_they_are_gone(client, ane, nerea, rosa):
    make_mandate(make_person("Leire"), by=nerea)
    number = make_mandate(ane, by=nerea).person_id
    with writing():
        db.session.get_one(Person, number).disable(by=None)
    answer = client.sign_in(rosa).post("/ambassadors/help", data={"need": NEED, "whom": number})
    assert answer.status_code == 422 and NEED in answer.text
    assert "not an ambassador any more" in answer.text and f'value="{number}"' not in answer.text
    assert db.session.query(HelpRequest).count() == 0


def test_nobody_asks_themself_or_whoever_is_none(client, ane, nerea, rosa):
    make_mandate(make_person("Leire"), by=nerea)
    make_mandate(ane, by=nerea)
    client.sign_in(ane)
    for whom in (rosa.id, ane.id, 2**31 - 1):
        sent = {"need": NEED, "whom": whom}
        assert client.post("/ambassadors/help", data=sent).status_code == 422
    page = client.get(f"/ambassadors/help/new?whom={rosa.id}").text
    assert f'value="{rosa.id}"' not in page and "nearest to you" in page

"""Put forward, named or declined: who may, who is told, and who reads it."""

import pytest

from app.ambassadors import queries
from app.ambassadors.models import Nomination, Outcome
from app.core import outbox
from app.core.calendar import today
from app.core.db import db, writing
from app.notifications.models import Delivery, Notification
from app.people.models import Person
from tests.conftest import at_once
from tests.factories import make_person, make_unit
from tests.factories.ambassadors import coached_by, decline, make_mandate, nominate

FOR_ANE = {"for_whom": "colleague", "colleague": "Ane", "why": "She listens."}


def told_of(fact):
    outbox.drain()
    rows = (
        db.session.query(Notification.person_id)
        .join(Delivery, Delivery.id == Notification.delivery_id)
        .filter(Delivery.fact == fact)
    )
    return sorted(person for (person,) in rows)


def outcome(number):
    return db.session.get_one(Nomination, number).outcome


def the_only_one():
    return db.session.query(Nomination).one()


def test_anybody_puts_themself_forward(client, ane, nerea):
    answer = client.sign_in(ane).post(
        "/ambassadors/nominations", data={"for_whom": "me", "why": "I listen."}
    )
    made = the_only_one()
    assert answer.location.endswith(f"/ambassadors/nominations/{made.id}")
    assert (made.person_id, made.nominated_by) == (ane.id, ane.id)
    assert told_of("Nominated") == [nerea.id]


def test_or_a_colleague_by_name_who_is_told(client, ane, maider, nerea):
    client.sign_in(maider).post("/ambassadors/nominations", data=FOR_ANE)
    assert (the_only_one().person_id, the_only_one().nominated_by) == (ane.id, maider.id)
    assert told_of("Nominated") == sorted([ane.id, nerea.id])


def test_of_several_with_a_name_the_page_asks_which(client, ane, maider):
    other = make_person("Ane")
    answer = client.sign_in(maider).post("/ambassadors/nominations", data=FOR_ANE)
    assert answer.status_code == 422 and "Choose who it is." in answer.text
    assert "She listens." in answer.text

    client.post("/ambassadors/nominations", data=FOR_ANE | {"person": other.id})
    assert the_only_one().person_id == other.id


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"colleague": "Nobody At All"}, "We know nobody of that name."),
        ({"colleague": ""}, "Write the name of whom you put forward."),
        ({"why": ""}, "Say why: a sentence is enough."),
        ({"why": "x" * 601}, "Up to 600 letters."),
    ],
)
def test_nonsense_comes_back_with_what_was_written(client, ane, maider, sent, said):
    answer = client.sign_in(maider).post("/ambassadors/nominations", data=FOR_ANE | sent)
    assert answer.status_code == 422 and said in answer.text


def test_one_is_open_for_each_person_and_none_for_an_ambassador(client, ane, maider, nerea):
    nominate(ane)
    client.sign_in(maider).post("/ambassadors/nominations", data=FOR_ANE)
    leire = make_mandate(by=nerea).person_id
    client.post(
        "/ambassadors/nominations",
        data={"for_whom": "colleague", "colleague": "Leire", "why": "Again.", "person": leire},
    )
    assert the_only_one().person_id == ane.id


def test_two_who_put_forward_one_another_at_once_both_come_through(app):
    for turn in range(4):
        one, other = make_person(f"Uno{turn} Bat"), make_person(f"Dos{turn} Bi")
        visits = ((one, other), (other, one))
        answers = at_once(
            app,
            *(
                (by, "/ambassadors/nominations", FOR_ANE | {"colleague": whom.name})
                for by, whom in visits
            ),
        )
        assert [answer.status_code for answer in answers] == [303, 303]


def test_two_at_once_put_forward_one(app, ane, maider, rosa):
    at_once(
        app,
        (maider, "/ambassadors/nominations", FOR_ANE),
        (rosa, "/ambassadors/nominations", FOR_ANE),
    )
    assert the_only_one().person_id == ane.id


def test_governance_names_with_units_until_a_day(client, ane, maider, nerea):
    unit, other = make_unit("Oficinas"), make_unit("Call Center")
    number, until = nominate(ane, by=maider).id, today().replace(year=today().year + 1, day=1)
    sent = {"until": until.isoformat(), "unit": unit.id, "second_unit": other.id}

    answer = client.sign_in(nerea).post(f"/ambassadors/nominations/{number}/naming", data=sent)

    mandate = queries.open_mandate_of(ane.id)
    assert answer.location.endswith(f"/ambassadors/{mandate.id}")
    assert (mandate.since, mandate.until, mandate.named_by) == (today(), until, nerea.id)
    assert coached_by(ane) == {unit.id, other.id}
    assert db.session.get_one(Person, ane.id).is_ambassador
    assert outcome(number) is Outcome.NAMED
    assert told_of("AmbassadorNamed") == sorted([ane.id, maider.id])
    assert "named an ambassador" in client.get("/activity").text


@pytest.mark.parametrize("until", ["", "2001-01-01", "2199-01-01", "soon"])
def test_a_term_ends_on_a_day_that_makes_sense(client, ane, nerea, until):
    number = nominate(ane).id
    answer = client.sign_in(nerea).post(
        f"/ambassadors/nominations/{number}/naming", data={"until": until}
    )
    assert answer.status_code == 422 and outcome(number) is Outcome.OPEN


def test_of_two_who_decide_at_once_one_does(app, ane, nerea):
    number, other = nominate(ane).id, make_person("Garazi", "governance")
    term = {"until": f"{today().year + 1}-06-01"}
    at_once(
        app,
        (nerea, f"/ambassadors/nominations/{number}/naming", term),
        (other, f"/ambassadors/nominations/{number}/refusal", {"reason": "Not yet."}),
    )
    is_named = queries.open_mandate_of(ane.id) is not None
    assert outcome(number) is (Outcome.NAMED if is_named else Outcome.DECLINED)


def test_nobody_decides_about_themself(client, nerea):
    number = nominate(nerea).id
    client.sign_in(nerea)
    assert client.get(f"/ambassadors/nominations/{number}/naming/new").status_code == 403
    for noun, sent in (("naming", {"until": f"{today().year + 1}-06-01"}), ("refusal", {})):
        answer = client.post(f"/ambassadors/nominations/{number}/{noun}", data=sent)
        assert answer.status_code == 403
    assert "somebody else decides" in client.get(f"/ambassadors/nominations/{number}").text


def test_a_no_is_told_to_both_and_read_by_nobody_else(client, ane, maider, nerea, rosa):
    number = nominate(ane, by=maider).id
    client.sign_in(nerea).post(
        f"/ambassadors/nominations/{number}/refusal", data={"reason": "After the summer."}
    )
    assert told_of("NominationDeclined") == sorted([ane.id, maider.id])
    for who, status in ((ane, 200), (maider, 200), (nerea, 200), (rosa, 404)):
        answer = client.sign_in(who).get(f"/ambassadors/nominations/{number}")
        assert (answer.status_code, "After the summer." in answer.text) == (status, status == 200)


def test_a_no_says_why(client, ane, nerea):
    number = nominate(ane).id
    answer = client.sign_in(nerea).post(f"/ambassadors/nominations/{number}/refusal")
    assert answer.status_code == 422 and outcome(number) is Outcome.OPEN


def test_a_no_that_is_taken_back_at_once_was_never_told(client, ane, maider, nerea):
    number = nominate(ane, by=maider).id
    client.sign_in(nerea).post(f"/ambassadors/nominations/{number}/refusal", data={"reason": "No."})
    client.delete(f"/ambassadors/nominations/{number}/refusal")
    assert outcome(number) is Outcome.OPEN
    assert told_of("NominationDeclined") == []


def test_a_no_stays_where_they_were_put_forward_again(client, ane, maider, nerea):
    number = nominate(ane, by=maider).id
    decline(db.session.get_one(Nomination, number), nerea)
    nominate(ane)
    client.sign_in(nerea).delete(f"/ambassadors/nominations/{number}/refusal")
    assert outcome(number) is Outcome.DECLINED


def test_whoever_put_them_forward_or_was_takes_it_back_and_nobody_else(client, ane, maider, nerea):
    number = nominate(ane, by=maider).id
    assert client.sign_in(nerea).delete(f"/ambassadors/nominations/{number}").status_code == 403
    client.sign_in(maider).delete(f"/ambassadors/nominations/{number}")
    assert outcome(number) is Outcome.TAKEN_BACK
    assert told_of("Nominated") == []

    again = nominate(ane, by=maider).id
    client.sign_in(ane).delete(f"/ambassadors/nominations/{again}")
    assert outcome(again) is Outcome.TAKEN_BACK


def test_the_list_is_ones_own_and_all_for_governance(client, ane, maider, nerea, rosa):
    nominate(ane, by=maider)
    assert "Ane" in client.sign_in(maider).get("/ambassadors/nominations").text
    assert "Ane" in client.sign_in(nerea).get("/ambassadors/nominations").text
    assert "Ane" not in client.sign_in(rosa).get("/ambassadors/nominations").text
    assert client.get("/ambassadors/nominations?tab=waiting").status_code == 403


def test_whoever_left_is_not_named_and_waits_for_nothing(client, ane, nerea):
    number, who = nominate(ane).id, ane.id
    with writing():
        db.session.get_one(Person, who).disable(by=None)
    page = f"/ambassadors/nominations/{number}"
    client.sign_in(nerea)
    assert client.get(f"{page}/naming/new").status_code == 303
    client.post(f"{page}/naming", data={"until": f"{today().year + 1}-06-01"})
    shown = client.get(page).text
    assert "They no longer work here." in shown and "Name them ambassador" not in shown
    assert queries.open_mandate_of(who) is None and outcome(number) is Outcome.OPEN
    outbox.drain()
    assert outcome(number) is Outcome.TAKEN_BACK


def test_whoever_is_named_with_units_hears_of_it_once(client, ane, nerea):
    number, units = nominate(ane).id, [make_unit(name).id for name in ("Uno", "Dos", "Tres")]
    names = ("unit", "second_unit", "third_unit")
    sent = {"until": f"{today().year + 1}-06-01", **dict(zip(names, units, strict=True))}
    client.sign_in(nerea).post(f"/ambassadors/nominations/{number}/naming", data=sent)
    assert (told_of("AmbassadorNamed"), told_of("UnitCoached")) == ([ane.id], [])
    assert coached_by(ane) == set(units)

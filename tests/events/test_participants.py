"""The list of who takes part, taken out of the house."""

import csv
import io

import pytest
from openpyxl import load_workbook

from app.audit.models import Entry
from app.core.db import db
from app.events.models import Reply
from tests.factories import make_person, make_unit
from tests.factories.events import answer
from tests.factories.there import come, make_begun


@pytest.fixture
def date(jon):
    """Everybody who can be in it, by name."""
    date = make_begun(jon, capacity=3, guests=1)
    unit = make_unit("Bilbao")
    answer(date, make_person("Ainhoa", unit_id=unit.id, job="Nurse"), guests=1)
    answer(date, make_person("Beñat"))
    answer(date, make_person("Carlos"))
    answer(date, make_person("=Dorleta()"), Reply.NO)
    come(date, make_person("Eneko"), by=jon)
    return date


def table(client, date):
    answered = client.get(f"/events/on/{date.id}/participants?as=csv")
    return list(csv.reader(io.StringIO(answered.text.removeprefix("\ufeff"))))


def test_it_has_everybody_who_answered_and_everybody_who_came(client, date, jon):
    heading, *rows = table(client.sign_in(jon), date)
    assert heading[:3] == ["Name", "Unit", "Job"]
    assert [row[:8] for row in rows] == [
        ["'=Dorleta()", "", "", "no", "", "", "", "no"],
        ["Ainhoa", "Bilbao", "Nurse", "yes", "Comes", "1", "", "no"],
        ["Beñat", "", "", "yes", "Comes", "0", "", "no"],
        ["Carlos", "", "", "yes", "On the waiting list", "0", "1", "no"],
        ["Eneko", "", "", "", "", "", "", "yes"],
    ]
    assert all(row[8] for row in rows)


def test_it_has_no_address_of_anybody(client, date, jon):
    assert "@" not in client.sign_in(jon).get(f"/events/on/{date.id}/participants?as=csv").text


def test_it_is_a_workbook_too(client, date, jon):
    answered = client.sign_in(jon).get(f"/events/on/{date.id}/participants?as=xlsx", buffered=True)
    sheet = load_workbook(io.BytesIO(answered.data)).active
    assert [row[0].value for row in sheet.iter_rows(min_row=3, max_row=4)] == ["Ainhoa", "Beñat"]


def test_that_it_was_taken_out_is_written_down_with_how_many(client, date, jon):
    table(client.sign_in(jon), date)
    [entry] = db.session.query(Entry).filter_by(fact="ParticipantsExported")
    assert (entry.actor_id, entry.details["people"]) == (jon.id, 5)


def test_nobody_else_takes_it_out_and_nothing_is_written_down(client, date, ane):
    client.sign_in(ane)
    assert client.get(f"/events/on/{date.id}/participants?as=csv").status_code == 403
    assert db.session.query(Entry).filter_by(fact="ParticipantsExported").count() == 0


def test_another_kind_of_file_there_is_not(client, date, jon):
    client.sign_in(jon)
    assert client.get(f"/events/on/{date.id}/participants?as=pdf").status_code == 404

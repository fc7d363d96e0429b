"""The results as a file: what the page shows, for HR who has just typed their password."""

import csv
import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from app.core.tables import FORMULA, TYPES
from tests.factories import make_person, make_unit
from tests.factories.survey_results import asked, change, counted_wave, figures
from tests.survey.houses import TOLD, make_units


@pytest.fixture
def hr(app):
    units = make_units()
    return make_person("Rosa", "hr", unit_id=units["Clinics"].id)


@pytest.fixture
def rows(client, hr):
    """Of a wave: each row as a dictionary by its heading."""
    client.sign_in(hr)

    def read(wave, kind="csv"):
        answer = client.get(f"/survey/waves/{wave.id}/results/export?as={kind}")
        assert answer.status_code == 200 and answer.mimetype == TYPES[kind]
        assert answer.headers["Cache-Control"] == "no-store"
        if kind == "csv":
            text = answer.text.removeprefix("\ufeff")
            lines = list(csv.reader(io.StringIO(text, newline="")))
        else:
            sheet = load_workbook(io.BytesIO(answer.data)).active
            lines = [["" if c is None else str(c) for c in row] for row in sheet.values]
            answer.close()
        return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]

    return read


def filled(row):
    return {name: cell for name, cell in row.items() if cell}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_row_says_what_the_page_says(rows, hr, kind):
    told = {**TOLD, "Everything": figures(42, 67.1, changed=change(60.0, 7.1, "up"))}
    counted_wave({"Everything": figures(40)}, by=hr, name="Spring")
    lines = rows(counted_wave(told, by=hr), kind)

    whole = {row["What"]: filled(row) for row in lines if row["Group"] == "Everything"}
    assert whole["Index"] == {
        "Group": "Everything",
        "What": "Index",
        "Answers": "42",
        "Figure": "67",
        "From (95%)": "64",
        "To (95%)": "70",
        "In the wave before": "60",
        "Change beyond chance": "rises",
    }
    question = whole["I make my name known: badge, phone or signature."]
    assert [question[f"Answer {n} (%)"] for n in range(1, 6)] == ["6", "11", "23", "38", "22"]
    assert question["Favourable, or promoters (%)"] == "60"
    assert whole["Employee NPS"]["Figure"] == "18"
    assert whole["Response rate (%)"]["Figure"] == "70"
    assert whole["Reliability (Cronbach’s α)"]["Figure"] == "0.81"


def test_what_is_hidden_has_its_reason_and_nothing_else(rows, hr):
    lines = rows(counted_wave(TOLD, by=hr))

    of = {}
    for row in lines:
        of.setdefault(row["Group"], []).append(filled(row))
    assert of["Everything > Legal"] == [
        {
            "Group": "Everything > Legal",
            "Not shown because": "Fewer than 5 answers: they count in Everything",
        }
    ]
    till = of["Everything > Offices > Till"]
    assert [row["Not shown because"] for row in till] == [
        "Fewer than 5 answers: they count in Offices"
    ]
    offices = {row["What"]: row for row in of["Everything > Offices"]}
    assert offices["Index"]["Answers"] == "5–9" and offices["Index"]["Figure"] == "55"
    assert offices["Response rate (%)"] == {
        "Group": "Everything > Offices",
        "What": "Response rate (%)",
        "Answers": "5–9",
    }
    assert offices["Empathy"]["Not shown because"] == "Detail only from 10 answers on"
    assert offices["Employee NPS"]["Not shown because"] == "Detail only from 10 answers on"


def test_nearly_all_agreeing_is_no_number(rows, hr):
    told = figures(42)
    told["items"]["q1"] = asked([42, 42], capped="high")
    told["index"] = {"mean": 90.0, "low": None, "high": None, "change": None}
    told["recommend"] |= {"score": -80, "capped": "low", "low": None, "high": None, "shares": None}
    lines = rows(counted_wave({"Everything": told}, by=hr))

    figure = {row["What"]: row["Figure"] for row in lines}
    assert (
        figure["I make my name known: badge, phone or signature."] == "90% or more are favourable"
    )
    assert figure["Index"] == "90 or more"
    assert figure["Employee NPS"] == "−80 or less"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_no_cell_starts_a_formula(rows, hr, kind):
    unit = make_unit("=HYPERLINK(1)")
    make_person(unit_id=unit.id)
    lines = rows(counted_wave({"Everybody": figures(42), unit.name: figures(30)}, by=hr), kind)

    cells = [cell for row in lines for cell in row.values()]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not any(cell.startswith(FORMULA) for cell in cells)


def test_that_it_left_the_house_is_in_the_audit(rows, client, hr):
    wave = counted_wave(TOLD, by=hr)
    rows(wave)
    said = select(Entry.fact, Entry.subject_id).where(Entry.fact == "ResultsExported")
    assert [tuple(row) for row in db.session.execute(said)] == [("ResultsExported", wave.id)]

    assert client.get(f"/survey/waves/{wave.id}/results/export?as=exe").status_code == 404
    assert len(db.session.execute(said).all()) == 1


def test_the_password_must_be_fresh(client, hr):
    wave = counted_wave(TOLD, by=hr)
    client.sign_in(hr)
    with clock.at(clock.now() + timedelta(minutes=11)):
        answer = client.get(f"/survey/waves/{wave.id}/results/export")
    assert answer.status_code == 303 and "/sign-in/again" in answer.location


@pytest.mark.parametrize("role", ["admin", "governance", "ambassador", "listener"])
def test_nobody_else_takes_it_out(client, hr, role):
    wave = counted_wave(TOLD, by=hr)
    client.sign_in(make_person("Somebody", role))
    assert client.get(f"/survey/waves/{wave.id}/results/export").status_code == 403

"""Half a minute to log an initiative, and all of it afterwards."""

from datetime import timedelta

import pytest

from app.catalogue.categories import Category
from app.core.calendar import today
from app.core.db import db
from app.ideas.models import Verdict
from app.initiatives.models import Initiative
from app.threads.models import Tie
from tests.factories import make_idea, make_person, make_term, make_unit, picture_file
from tests.factories.ideas import decide
from tests.factories.initiatives import make_initiative

GIVEN = {"title": "Coffee with five customers", "category": "growth", "reached": "5"}


@pytest.fixture
def leire(app):
    return make_person("Leire", "ambassador", unit=make_unit("Oficinas"))


@pytest.fixture
def logs(client, leire):
    client.sign_in(leire)
    days = {"starts_on": today().isoformat(), "ends_on": today().isoformat()}
    return lambda **given: client.post("/initiatives", data=GIVEN | days | given)


def only():
    return db.session.query(Initiative).one()


def test_a_title_a_category_and_a_number_are_enough(logs, leire):
    assert logs().status_code == 303
    made = only()
    assert (made.title, made.category, made.reached) == (GIVEN["title"], Category.GROWTH, 5)
    assert (made.starts_on, made.ends_on, made.unit_id) == (today(), today(), leire.unit_id)


def test_a_double_press_logs_one(logs):
    once = "0" * 32
    assert [logs(once=once).status_code for _ in range(2)] == [303, 303]
    only()


def test_what_is_refused_comes_back_with_all_that_was_written(logs):
    refused = logs(title="", reached="-3", ends_on="2001-01-01")
    assert refused.status_code == 422
    for said in ("Say in a few words what you did.", "Between 0 and 1000000", 'value="-3"'):
        assert said in refused.text
    assert db.session.query(Initiative).count() == 0


def test_it_is_taken_back_by_the_press_that_is_offered(client, logs):
    page = client.get(logs().location).text
    assert f"/initiatives/{only().id}/withdrawal?_method=POST" in page
    client.post(f"/initiatives/{only().id}/withdrawal")
    assert only().is_withdrawn
    client.post(f"/initiatives/{only().id}/withdrawal?_method=DELETE")
    assert only().is_shown


def test_the_same_as_the_last_time_is_one_tap_and_today(client, leire):
    make_initiative(leire, title="Two of us at the till", reached=40, hours=3)
    client.sign_in(leire)
    offered = client.get("/initiatives/new").text
    assert "/initiatives/new?like=last" in offered
    assert "Two of us at the till" in offered
    begun = client.get("/initiatives/new?like=last").text
    assert 'value="Two of us at the till"' in begun
    assert 'value="40"' in begun
    assert f'value="{today().isoformat()}"' in begun


def test_a_picture_comes_with_it_and_everybody_sees_it(client, logs, ane):
    assert logs(cover_file=picture_file()).status_code == 422  # nobody has said what is in it
    logs(cover_file=picture_file(), cover_alt="Five cups and a letter")
    page = client.sign_in(ane).get(f"/initiatives/{only().id}").text
    assert 'alt="Five cups and a letter"' in page
    assert client.get(f"/pictures/{only().cover.key}").status_code == 200


def test_an_idea_that_was_agreed_to_becomes_one_and_leads_to_it(client, logs, leire, nerea):
    idea = make_idea(title="Call them back")
    assert "/initiatives/new?from=idea" not in client.get(f"/ideas/{idea.id}").text
    decide(idea, nerea, Verdict.ANALYSE)
    assert f"/initiatives/new?from=idea:{idea.id}" in client.get(f"/ideas/{idea.id}").text

    begun = client.get(f"/initiatives/new?from=idea:{idea.id}").text
    assert 'value="Call them back"' in begun
    logs(came_from=f"idea:{idea.id}")
    tie = db.session.query(Tie).one()
    ends = (tie.from_kind, tie.from_id, tie.to_kind, tie.to_id)
    assert ends == ("idea", idea.id, "initiative", only().id)
    assert only().title in client.get(f"/ideas/{idea.id}").text


@pytest.mark.parametrize("name", ["idea:1", "post:1", "idea:999999999999", "idea:x", "idea"])
def test_what_was_not_agreed_to_leads_nowhere(client, logs, name):
    make_idea()
    assert logs(came_from=name).status_code == 303
    assert db.session.query(Tie).count() == 0


def test_who_is_no_ambassador_is_offered_no_way(client, ane):
    idea = make_idea(verdict=Verdict.ANALYSE)
    client.sign_in(ane)
    assert "/initiatives/new" not in client.get(f"/ideas/{idea.id}").text
    assert client.get("/initiatives/new").status_code == 403


def test_all_of_it_is_told_afterwards(client, leire):
    made, term = make_initiative(leire), make_term("Teléfono", kind="touchpoints")
    client.sign_in(leire)
    said = {
        "title": "Coffee with *six* customers",
        "category": "growth",
        "starts_on": "2026-02-01",
        "ends_on": "",
        "hours": "12",
        "reached": "6",
        "result": "They told us what the letter does not say.",
        "text": "We **listened**.",
        "unit_id": "",
        "language": "en",
        "tags": "Coffee",
        "terms": [str(term.id)],
        "version": "1",
    }
    assert client.put(f"/initiatives/{made.id}", data=said).status_code == 303
    page = client.get(f"/initiatives/{made.id}").text
    for words in ("<strong>listened</strong>", said["result"], "Teléfono", "Coffee", "Since 1"):
        assert words in page
    assert "12 hours of work" in page


def test_who_saves_second_sees_both(client, leire, nerea):
    made = make_initiative(leire)
    form = {
        "category": "growth",
        "starts_on": "2026-02-01",
        "unit_id": "",
        "language": "en",
        "version": "1",
    }
    client.sign_in(leire).put(f"/initiatives/{made.id}", data=form | {"title": "Hers"})
    answer = client.sign_in(nerea).put(f"/initiatives/{made.id}", data=form | {"title": "Mine"})
    assert answer.status_code == 409
    assert "Hers" in answer.text
    assert 'value="Mine"' in answer.text
    assert only().title == "Hers"


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("?category=growth", {"Coffee"}),
        ("?state=running", {"Letters"}),
        ("?state=ended", {"Coffee", "Blankets"}),
        ("?q=blankets", {"Blankets"}),
        ("?unit={parent}", {"Coffee"}),
        ("?owner={leire}", {"Coffee", "Letters"}),
        ("?year=2001", set()),
        ("?quarter={quarter}&counted=1", {"Coffee", "Letters", "Blankets"}),
        ("?unit=999999&quarter=2026Q9&state=never", None),
    ],
)
def test_a_list_is_narrowed_by_its_address(client, leire, nerea, address, found):
    within = make_unit("Oficina de Ordizia", parent=leire.unit)
    make_initiative(leire, title="Coffee", category=Category.GROWTH, unit_id=within.id)
    make_initiative(leire, title="Letters", unit_id=None, ends_on=None)
    make_initiative(nerea, title="Blankets", unit_id=None)
    quarter = f"{today().year}Q{(today().month + 2) // 3}"
    path = address.format(parent=leire.unit_id, leire=leire.id, quarter=quarter)
    page = client.sign_in(nerea).get(f"/initiatives{path}").text
    shown = {title for title in ("Coffee", "Letters", "Blankets") if f">{title}</a>" in page}
    assert shown == (found if found is not None else set())


def test_a_page_asks_the_same_however_many_there_are(client, leire, queries):
    client.sign_in(leire)
    asked = []
    for _ in range(2):
        for number in range(12):
            make_initiative(leire, starts_on=today() - timedelta(days=number))
        client.get("/initiatives")
        queries.clear()
        client.get("/initiatives")
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 6


def test_the_next_page_begins_where_the_first_ended(client, leire):
    for number in range(30):
        starts = today() - timedelta(days=number // 3)
        make_initiative(leire, title=f"Number {number}", starts_on=starts)
    client.sign_in(leire)
    seen, path = [], "/initiatives"
    while path:
        page = client.get(path).text
        seen += [word.split("<")[0] for word in page.split(">Number ")[1:]]
        older = page.split('href="/initiatives?after=')[1:]
        path = "/initiatives?after=" + older[0].split('"')[0].replace("&amp;", "&") if older else ""
    assert sorted(map(int, seen)) == list(range(30))

"""Where something is missing: units, and never people."""

import csv
import io
import re
from datetime import datetime, time, timedelta

import pytest

from app.core.calendar import today
from tests.factories import make_person, make_unit
from tests.factories.ambassadors import serve
from tests.factories.programme import hold, make_initiative
from tests.programme.pages import words


@pytest.fixture
def units(app):
    top = make_unit("Group")
    offices = make_unit("Offices", parent=top)
    return {
        "Group": top,
        "Offices": offices,
        "Bilbao": make_unit("Bilbao", parent=offices),
        "Legal": make_unit("Legal", parent=top),
        "Empty": make_unit("Empty", parent=top),
    }


def days_ago(days):
    return today() - timedelta(days=days)


def grid(answer):
    """{unit: how many people, what it has of ambassadors, of work and of thanks}."""
    found = {}
    for row in re.findall(r'<tr id="unit-.*?</tr>', answer.text, re.S):
        name = re.search(r'<a dir="auto"[^>]*>(.*?)</a>', row)[1]
        found[name] = [words(cell) for cell in re.findall(r"<td\b.*?</td>", row, re.S)]
    return found


def test_a_unit_is_told_with_what_is_part_of_it(client, nerea, units):
    jon = make_person("Jon", "ambassador", unit_id=units["Bilbao"].id)
    serve(jon)
    make_person("Ane", unit_id=units["Legal"].id)
    hold(jon, starts=datetime.combine(days_ago(80), time(10)))
    client.sign_in(nerea)

    shown = grid(client.get("/programme/coverage"))
    assert list(shown) == ["Group", "Empty", "Legal", "Offices"]  # what is within one is open
    assert shown["Group"] == ["2", "1 ambassador", "yes", "nobody"]
    assert shown["Legal"] == ["1", "none", "nothing", "nobody"]
    assert shown["Offices"] == ["1", "1 ambassador", "yes", "nobody"]
    assert shown["Empty"] == ["0", *["– nobody works here"] * 3]

    opened = client.get(f"/programme/coverage?open={units['Offices'].id}")
    assert grid(opened)["Bilbao"] == ["1", "1 ambassador", "yes", "nobody"]
    assert "Legal" in grid(opened)
    shut = client.get(f"/programme/coverage?open={units['Group'].id}")
    assert "Bilbao" not in grid(shut) and "Legal" in grid(shut)


def test_only_an_ambassador_who_did_something_lately_is_active(client, nerea, units):
    jon = make_person("Jon", "ambassador", unit_id=units["Legal"].id)
    serve(jon)
    other = make_person("Mikel", unit_id=units["Bilbao"].id)
    hold(jon, starts=datetime.combine(days_ago(91), time(10)))
    hold(jon, starts=datetime.combine(days_ago(3), time(10)), off=True)
    make_initiative(other, starts_on=days_ago(3))
    client.sign_in(nerea)
    assert grid(client.get("/programme/coverage"))["Legal"][2] == "nothing"
    assert grid(client.get("/programme/coverage"))["Offices"][2] == "nothing"

    make_initiative(jon, starts_on=days_ago(90))

    assert grid(client.get("/programme/coverage"))["Legal"][2] == "yes"


def test_whoever_helped_is_active_as_whoever_asked_them_is(client, nerea, units):
    helpers = {}
    for name in ("Legal", "Bilbao"):
        helpers[name] = make_person(name, "ambassador", unit_id=units[name].id)
        serve(helpers[name])
    make_initiative(nerea, starts_on=days_ago(3), team=[helpers["Legal"]])
    held = datetime.combine(days_ago(3), time(10))
    hold(nerea, starts=held, organisers=[helpers["Bilbao"]])

    shown = grid(client.sign_in(nerea).get("/programme/coverage"))
    assert shown["Legal"][2] == shown["Offices"][2] == "yes"


def test_what_is_always_open_has_nothing_to_press(client, nerea, units):
    client.sign_in(nerea)
    presses = [f'id="branch-{units[name].id}"' for name in ("Group", "Offices")]
    shown = client.get("/programme/coverage").text
    assert [one in shown for one in presses] == [False, True]
    make_unit("Elsewhere")
    shown = client.get("/programme/coverage").text
    assert [one in shown for one in presses] == [True, False]


def test_only_what_is_missing(client, nerea, units):
    jon = make_person("Jon", "ambassador", unit_id=units["Bilbao"].id)
    serve(jon)
    make_initiative(jon, starts_on=days_ago(1))
    make_person("Ane", unit_id=units["Legal"].id)
    client.sign_in(nerea)

    shown = grid(client.get("/programme/coverage?missing=1"))
    assert list(shown) == ["Group", "Legal", "Offices", "Bilbao"]
    answer = client.get("/programme/coverage/table?as=csv&missing=1")
    headings, *rows = csv.reader(io.StringIO(answer.text.lstrip("\ufeff")))
    assert headings[5] == "An ambassador of it did something in the last 90 days"
    assert [row[0] for row in rows] == list(shown)
    assert rows[1][2:] == ["1", "0", "no", "no", "no"]
    everything = client.get("/programme/coverage/table?as=csv").text
    assert "Empty" in everything and "Jon" not in everything and "Ane" not in everything


def test_nobody_is_named_and_long_trees_go_on(client, jon, units):
    for nth in range(70):
        make_unit(f"Branch {nth:02}", parent=units["Group"])
    make_person("Jon who leads", "ambassador", unit_id=units["Legal"].id)
    first = client.sign_in(jon).get("/programme/coverage")
    assert "Jon who leads" not in first.text
    assert len(grid(first)) == 60

    [on] = re.findall(r'rel="next" href="([^"]+)"', first.text)
    rest = grid(client.get(on.replace("&amp;", "&")))
    assert len(rest) == 14 and not set(rest) & set(grid(first))


def test_ambassadors_and_governance_read_it(client, ane, jon, nerea):
    for person, status in ((ane, 403), (jon, 200), (nerea, 200)):
        client.sign_in(person)
        assert client.get("/programme/coverage").status_code == status
        assert client.get("/programme/coverage/table").status_code == status
    home = client.sign_in(jon).get("/")
    assert 'href="/programme/coverage"' in home.text and 'href="/programme"' not in home.text
    assert 'href="/programme"' in client.sign_in(nerea).get("/").text
    assert "/programme" not in client.sign_in(ane).get("/").text


def test_many_units_ask_as_much_as_few(client, nerea, units, queries):
    def asked():
        client.get("/programme/coverage?missing=1")
        queries.clear()
        client.get("/programme/coverage?missing=1")
        return len(queries)

    client.sign_in(nerea)
    few = asked()
    for nth in range(20):
        unit = make_unit(f"Branch {nth:02}", parent=units["Legal"])
        make_initiative(make_person("Leire", "ambassador", unit_id=unit.id), starts_on=days_ago(1))
    assert asked() == few

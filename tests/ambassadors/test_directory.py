"""The directory, narrowed; and what ambassadors say that they know."""

import re

import pytest

from app.ambassadors.queries import directory
from app.catalogue import queries as catalogue
from app.catalogue.models import Kind
from app.core.db import db, writing
from app.people.models import Person
from tests.factories import make_location, make_person, make_term, make_unit
from tests.factories.ambassadors import coached_by, make_mandate, say_goodbye


@pytest.fixture
def reader(client, rosa):
    return client.sign_in(rosa)


def names(answer):
    return re.findall(r"<h3><a [^>]*><bdi>([^<]+)</bdi>", answer.text)


def know(client, mandate, **sent):
    return client.put(f"/ambassadors/{mandate.id}", data=sent)


def test_with_nobody_it_says_how_to_begin(reader):
    page = reader.get("/ambassadors").text
    assert "There is no ambassador yet" in page and "0 ambassadors" in page


def test_only_who_is_in_office_and_still_here(reader, ane, nerea):
    here, gone, past = (make_person(name) for name in ("Here", "Gone", "Past"))
    mandates = [make_mandate(one, by=nerea) for one in (here, gone, past)]
    say_goodbye(mandates[2], nerea)
    number = gone.id
    with writing():
        db.session.get_one(Person, number).disable(by=None)
    assert names(reader.get("/ambassadors")) == ["Here"]
    assert "1 ambassador<" in reader.get("/ambassadors").text


def test_narrowed_by_unit_with_what_is_below_and_what_they_coach(reader, nerea):
    house = make_unit("Grupo")
    offices, clinics = make_unit("Oficinas", house), make_unit("Clínicas", house)
    make_mandate(make_person("Works", unit_id=offices.id), by=nerea)
    make_mandate(make_person("Coaches", unit_id=clinics.id), by=nerea, coaches=[offices])
    make_mandate(make_person("Neither", unit_id=clinics.id), by=nerea)
    assert names(reader.get(f"/ambassadors?unit={offices.id}")) == ["Coaches", "Works"]
    assert len(names(reader.get(f"/ambassadors?unit={house.id}"))) == 3


def test_narrowed_by_place_language_and_name(reader, nerea):
    bilbao = make_location("Bilbao")
    make_mandate(make_person("Miren", location_id=bilbao.id, speaks="es eu"), by=nerea)
    make_mandate(make_person("João", speaks="pt"), by=nerea)
    for asked, found in (
        (f"place={bilbao.id}", ["Miren"]),
        ("speaks=eu", ["Miren"]),
        ("speaks=pt", ["João"]),
        ("q=joao", ["João"]),
        (f"q=miren&place={bilbao.id}&speaks=eu", ["Miren"]),
        ("q=nobody", []),
        ("speaks=xx&place=x&unit=x&term=x&after=x", ["João", "Miren"]),  # asks for nothing
    ):
        assert names(reader.get(f"/ambassadors?{asked}")) == found, asked
    assert "No ambassador like that" in reader.get("/ambassadors?q=nobody").text


def test_an_ambassador_says_what_they_know_and_is_found_by_it(client, ane, nerea, rosa):
    mandate = make_mandate(ane, by=nerea)
    make_mandate(by=nerea)
    term = make_term("Bajas", kind=Kind.TOUCHPOINTS)
    know(client.sign_in(ane), mandate, tags="Farewells, Hard calls", terms=term.id)

    client.sign_in(rosa)
    for asked in ("topic=farewells", f"term={term.id}"):
        assert names(client.get(f"/ambassadors?{asked}")) == ["Ane"], asked
    assert names(client.get("/ambassadors?topic=nothing")) == []
    for page in ("/ambassadors", f"/ambassadors/{mandate.id}", f"/people/{ane.id}"):
        assert "Hard calls" in client.get(page).text
    assert "Bajas" in client.get(f"/people/{ane.id}").text
    assert "Ane" in client.get("/tags/farewells").text


def test_governance_helps_with_that_and_others_do_not(client, ane, nerea, rosa):
    mandate = make_mandate(ane, by=nerea)
    assert know(client.sign_in(rosa), mandate, tags="x").status_code == 403
    know(client.sign_in(nerea), mandate, tags="Farewells")
    assert [row.name for row in catalogue.tags_of("mandate", mandate.id)] == ["Farewells"]


def test_units_are_coached_and_left_by_the_ambassador_or_governance(client, ane, nerea, rosa):
    mandate, unit = make_mandate(ane, by=nerea), make_unit("Oficinas")
    number = mandate.id
    assert client.sign_in(rosa).get(f"/ambassadors/{number}/units").status_code == 403
    client.sign_in(ane).post(f"/ambassadors/{number}/units", data={"unit": unit.id})
    assert coached_by(ane) == {unit.id}
    client.sign_in(nerea).delete(f"/ambassadors/{number}/units/{unit.id}")
    assert coached_by(ane) == set()
    client.put(f"/ambassadors/{number}/units/{unit.id}")
    assert coached_by(ane) == {unit.id}
    assert client.put(f"/ambassadors/{number}/units/999999").status_code == 404


def test_units_that_become_one_are_coached_once(client, ane, iker, nerea, rosa):
    one, other = make_unit("Oficinas"), make_unit("Sucursales")
    make_mandate(ane, by=nerea, coaches=[one, other])
    client.sign_in(iker).post(f"/admin/units/{other.id}/merging", data={"to": one.id, "version": 1})
    page = client.sign_in(rosa).get(f"/people/{ane.id}").text
    assert coached_by(ane) == {one.id}
    assert page.partition('id="person-office"')[2].count(">Oficinas</a>") == 1


def test_each_page_follows_the_last(reader, nerea, monkeypatch):
    monkeypatch.setattr(directory, "PAGE", 2)
    for name in ("A", "B", "C", "D", "E"):
        make_mandate(make_person(name), by=nerea)
    seen, path = [], "/ambassadors?speaks="
    while path:
        answer = reader.get(path)
        seen += names(answer)
        more = re.search(r'href="([^"]+)" rel="next"', answer.text)
        path = more[1].replace("&amp;", "&") if more else ""
    assert seen == ["A", "B", "C", "D", "E"]


def test_twelve_cost_as_many_questions_as_one(client, queries, nerea, rosa):
    unit = make_unit("Oficinas")

    def asked():
        client.sign_in(rosa)
        queries.clear()
        client.get("/ambassadors")
        return len(queries)

    know(client.sign_in(nerea), make_mandate(by=nerea, coaches=[unit]), tags="One")
    one = asked()
    for number in range(11):
        know(
            client.sign_in(nerea),
            make_mandate(make_person(f"P{number}"), by=nerea, coaches=[unit]),
            tags=f"One, T{number}",
        )
    assert asked() == one


def test_whoever_never_was_one_may_be_put_forward_from_their_page(client, ane, rosa):
    page = client.sign_in(rosa).get(f"/people/{ane.id}").text
    assert f"/ambassadors/nominations/new?person={ane.id}" in page
    assert "nominations/new" not in client.get(f"/people/{rosa.id}").text
    form = client.get(f"/ambassadors/nominations/new?person={ane.id}").text
    assert 'value="Ane"' in form and re.search(rf'value="{ane.id}" checked', form)

"""The catalogues governance keeps, and the pages of their terms."""

import json
from pathlib import Path

import pytest

from app.catalogue import queries
from app.catalogue.models import Kind, Term
from app.core.db import db
from tests.factories import make_person, make_post, make_term, make_unit, withdraw

SEEDS = Path(__file__).parents[2] / "migrations" / "seeds" / "terms.json"


def names(kind=Kind.TOUCHPOINTS):
    db.session.rollback()
    return [row.name for row in queries.terms(kind)]


def test_a_house_begins_with_the_catalogues_of_its_domain_in_four_languages():
    seeds = json.loads(SEEDS.read_text())
    assert {kind: len(terms) for kind, terms in seeds.items()} == {
        "priorities": 5,
        "segments": 8,
        "moments": 8,
        "habits": 7,
        "touchpoints": 18,
        "areas": 6,
    }
    for terms in seeds.values():
        for term in terms:
            assert set(term["name"]) == {"es", "eu", "en", "pt"} and all(term["name"].values())


def test_a_term_is_added_changed_and_read_in_the_language_one_speaks(app, client, nerea):
    client.sign_in(nerea)
    said = {"name": "Sala de espera", "name_eu": "Itxarongela", "lead": "Donde se espera."}
    made = client.post("/catalogue/moments", data=said)
    assert made.location == "/catalogue/moments/sala-de-espera"
    basque = make_person("Maren", language="eu")
    page = client.sign_in(basque).get(made.location).text
    assert '<h1 class="display" lang="eu">Itxarongela</h1>' in page
    assert 'lang="es">Donde se espera.' in page  # what a language lacks is said in Spanish


@pytest.mark.parametrize(
    "said",
    [{}, {"name": "  "}, {"name": "x" * 81}, {"name": "💛"}, {"name": "A", "lead": "y" * 301}],
)
def test_nonsense_is_refused_at_its_place_and_nothing_is_lost(client, nerea, said):
    client.sign_in(nerea)
    answer = client.post("/catalogue/moments", data=said | {"name_pt": "Sala de espera"})
    assert answer.status_code == 422
    assert "Sala de espera" in answer.text and names(Kind.MOMENTS) == []


def test_a_name_that_is_taken_is_said_to_be(client, nerea):
    make_term("App")
    answer = client.sign_in(nerea).post("/catalogue/touchpoints", data={"name": "APP"})
    assert answer.status_code == 422 and "has one with that name already" in answer.text


def test_a_form_sent_twice_adds_one(client, nerea):
    client.sign_in(nerea)
    for _ in range(2):
        answer = client.post("/catalogue/moments", data={"name": "Alta", "once": "a" * 32})
        assert answer.location == "/catalogue/moments/alta"
    assert names(Kind.MOMENTS) == ["Alta"]


def test_who_saves_second_sees_both(client, nerea):
    term = make_term("App")
    client.sign_in(nerea)
    path = f"/catalogue/terms/{term.id}"
    client.put(path, data={"name": "App móvil", "version": "1"})

    answer = client.put(path, data={"name": "La app", "version": "1"})

    assert answer.status_code == 409
    assert "App móvil" in answer.text and 'value="La app"' in answer.text
    assert client.put(path, data={"name": "La app", "version": "2"}).status_code == 303
    assert names() == ["La app"]


def test_the_order_is_changed_step_by_step_and_ends_at_its_ends(client, nerea):
    terms = {name: make_term(name) for name in ("Uno", "Dos", "Tres")}
    client.sign_in(nerea)

    def move(name, step):
        path = f"/catalogue/terms/{terms[name].id}/place"
        return client.put(path, data={"step": step})

    assert move("Tres", "-1").status_code == 303
    assert names() == ["Uno", "Tres", "Dos"]
    move("Uno", "-1")
    move("Dos", "1")
    move("Dos", "9" * 5000)
    move("Dos", "")
    assert names() == ["Uno", "Tres", "Dos"]


def test_what_is_retired_is_kept_where_it_is_and_offered_no_more(client, ane, nerea):
    term, other = make_term("Fax"), make_term("App")
    post = make_post(ane, terms=[term])
    client.sign_in(nerea).post(f"/catalogue/terms/{term.id}/retirement")

    client.sign_in(ane)
    assert "Fax" not in client.get("/blog/new").text
    assert "Fax" in client.get(f"/blog/{post.id}").text
    again = {"title": "T", "text": "x", "language": "es", "version": "1", "terms": [other.id]}
    client.put(f"/blog/{post.id}", data=again)
    assert [row.name for row in queries.terms_of("post", post.id)] == ["Fax", "App"]

    client.sign_in(nerea).delete(f"/catalogue/terms/{term.id}/retirement")
    assert "Fax" in client.get("/blog/new").text


def test_only_an_area_may_be_a_units_own(client, nerea):
    unit = make_unit("Calidad")
    client.sign_in(nerea)
    client.post("/catalogue/areas", data={"name": "CXE", "unit_id": unit.id})
    client.post("/catalogue/moments", data={"name": "Alta", "unit_id": unit.id})
    db.session.rollback()
    owners = {term.name: term.unit_id for term in db.session.scalars(db.select(Term))}
    assert owners == {"CXE": unit.id, "Alta": None}
    assert "Calidad" in client.get("/catalogue/areas/cxe").text


def test_a_post_carries_what_its_writer_chose(client, ane):
    term, unsaid = make_term("App"), make_term("Oficina")
    client.sign_in(ane)
    assert f'value="{term.id}" checked' in client.get(f"/blog/new?term={term.id}").text
    said = {"title": "T", "text": "x", "language": "es"}
    sent = {"terms": [str(term.id), str(term.id), "x", "-1", "9" * 5000, str(2**31 - 1)]}
    path = client.post("/blog", data=said | sent).location
    number = int(path.rpartition("/")[2])
    assert [row.id for row in queries.terms_of("post", number)] == [term.id]
    assert f"/catalogue/touchpoints/{term.slug}" in client.get(path).text
    assert f"/blog/{number}" in client.get(f"/blog?term={term.id}").text
    assert f"/blog/{number}" not in client.get(f"/blog?term={unsaid.id}").text
    for nonsense in ("x", "-1", "0", "9" * 400):
        assert client.get(f"/blog?term={nonsense}").status_code == 200


def test_too_many_are_refused_and_what_was_written_stays(client, ane):
    terms = [make_term(f"T{n}") for n in range(13)]
    said = {"title": "Mine", "text": "x", "language": "es", "terms": [t.id for t in terms]}
    answer = client.sign_in(ane).post("/blog", data=said)
    assert answer.status_code == 422
    assert 'value="Mine"' in answer.text and answer.text.count(" checked> <span") == 13


def test_a_terms_page_tells_only_what_its_reader_may_see(client, ane, jon):
    term = make_term("App")
    make_post(ane, title="Everybody reads this", terms=[term])
    withdraw(make_post(ane, title="Nobody reads this", terms=[term]), by=ane)
    page = client.sign_in(jon).get("/catalogue/touchpoints/app").text
    assert "Everybody reads this" in page and "Nobody reads this" not in page


def test_a_terms_page_goes_on_page_by_page_and_asks_as_much_for_many(client, ane, queries_asked):
    term, few = make_term("App"), make_term("Oficina")
    make_post(ane, title="Only one", terms=[few])
    for n in range(23):
        make_post(ane, title=f"Post {n:02}", terms=[term])
    client.sign_in(ane)
    for page in ("oficina", "app"):
        client.get(f"/catalogue/touchpoints/{page}")
    one = queries_asked(lambda: client.get("/catalogue/touchpoints/oficina"))
    many = queries_asked(lambda: client.get("/catalogue/touchpoints/app"))
    assert many == one <= 8

    first = client.get("/catalogue/touchpoints/app").text
    older = first.partition('rel="next"')[0].rpartition('href="')[2].partition('"')[0]
    second = client.get(older.replace("&amp;", "&")).text
    found = (
        [n for n in range(23) if f"Post {n:02}" in first],
        [n for n in range(23) if f"Post {n:02}" in second],
    )
    assert found == (list(range(3, 23)), list(range(3)))
    for nonsense in ("x", "-", "20260101T000000000000-post-x", "99999999T000000000000-post-1"):
        assert client.get(f"/catalogue/touchpoints/app?before={nonsense}").status_code == 200


@pytest.fixture
def queries_asked(queries):
    def count(visit):
        queries.clear()
        visit()
        return len(queries)

    return count


def test_adding_one_is_written_down_for_the_audit(app, nerea):
    from app.audit.models import Entry

    make_term("App", by=nerea)
    facts = set(db.session.scalars(db.select(Entry.fact)))
    assert "TermAdded" in facts


def test_the_old_address_leads_to_the_survivor(client, nerea):
    old, new = make_term("Teléfono"), make_term("Call center")
    client.sign_in(nerea).post(f"/catalogue/terms/{old.id}/merging", data={"to": new.id})
    assert client.get("/catalogue/touchpoints/telefono").location == (
        "/catalogue/touchpoints/call-center"
    )


def test_a_term_and_a_tag_can_be_followed(client, ane, nerea):
    term = make_term("App")
    make_post(nerea, tags=["salas"], terms=[term])
    client.sign_in(ane)
    for page, path in (
        ("/catalogue/touchpoints/app", f"/following/term/{term.id}"),
        ("/tags/salas", f"/following/tag/{queries.tag_at('salas').id}"),
    ):
        assert path in client.get(page).text
        assert client.post(path).status_code == 303
        assert f"{path}?_method=DELETE" in client.get(page).text

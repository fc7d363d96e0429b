"""Who is who: the directory and the page of one person."""

import re

import pytest
from markupsafe import Markup

from app.core import slots
from app.core.db import db, writing
from app.people import queries as people
from app.people.models import Role, Unit
from tests.factories import make_location, make_person, make_unit


def names(answer):
    return re.findall(r"<bdi>([^<]+)</bdi></a></h3>", answer.text)


@pytest.fixture
def ane(app):
    return make_person("Ane Etxaniz", job="Nurse", helps_with="Bandages")


def test_everybody_is_there_by_name(client, ane):
    make_person("Óscar Ruiz")
    make_person("Oihana Zubia")
    make_person("Íñigo Aldai")

    page = client.sign_in(ane).get("/people")

    assert names(page) == ["Ane Etxaniz", "Íñigo Aldai", "Oihana Zubia", "Óscar Ruiz"]
    assert "4 people" in page.text and "Bandages" in page.text


def test_whoever_left_is_no_longer_listed_but_still_has_a_page(client, ane, jon):
    with writing():
        people.person(jon.id).disable(by=None)
    client.sign_in(ane)

    assert names(client.get("/people")) == ["Ane Etxaniz"]
    page = client.get(f"/people/{jon.id}").text
    assert "No longer with us" in page and jon.email not in page


@pytest.mark.parametrize(
    "words, found",
    [
        ("inigo", ["Íñigo Aldai"]),
        ("ÍÑI", ["Íñigo Aldai"]),
        ("aldai iñ", ["Íñigo Aldai"]),
        ("  zubia\x00 ", ["Oihana Zubia"]),
        ("%", []),
        ("_", []),
        ("nobody", []),
        ("' OR 1=1 --", []),
    ],
)
def test_one_is_found_by_words_of_the_name(client, ane, words, found):
    make_person("Íñigo Aldai")
    make_person("Oihana Zubia")

    assert names(client.sign_in(ane).get("/people", query_string={"q": words})) == found


def test_a_unit_holds_what_is_below_it(client, ane):
    top = make_unit("Oficinas")
    middle = make_unit("Gipuzkoa", parent=top)
    low, other = make_unit("Donostia", parent=middle), make_unit("Call Center")
    make_person("Jon", unit_id=top.id)
    make_person("Miren", unit_id=low.id)
    make_person("Peru", unit_id=other.id)
    client.sign_in(ane)

    assert names(client.get(f"/people?unit={top.id}")) == ["Jon", "Miren"]
    assert names(client.get(f"/people?unit={low.id}")) == ["Miren"]
    assert names(client.get(f"/people?unit={top.id}&q=mir")) == ["Miren"]


def test_a_role_has_its_people_and_its_badge(client, ane, jon):
    make_person("Nerea", "governance", "ambassador")

    page = client.sign_in(ane).get("/people?role=ambassador")

    assert names(page) == ["Jon", "Nerea"]
    assert "2 people" in page.text
    badges = re.sub(r"<[^>]+>", " ", page.text)
    assert "CX governance" in badges and "Ambassador" in badges


@pytest.mark.parametrize(
    "query",
    [
        "unit=abc",
        "unit=99999999999999999999999",
        "unit=-1",
        "role=emperor",
        "after=abc",
        "after=-1",
        "after=99999999999999999999999",
        "after=0&unit=&role=",
        "q=" + "x" * 200,
        "q=%00",
        "q=%ff%fe",
        "q=a&q=b&unit=1&unit=2",
    ],
)
def test_an_address_that_makes_no_sense_still_shows_a_page(client, ane, query):
    assert client.sign_in(ane).get(f"/people?{query}").status_code == 200


def test_nobody_like_that_says_so_and_shows_the_way_out(client, ane):
    page = client.sign_in(ane).get("/people?q=nobody").text

    assert "Nobody like that" in page and "0 people" in page
    assert 'value="nobody"' in page and 'href="/people"' in page


def pages(client, address, **how):
    """Every page, following the link to the next one."""
    while address:
        page = client.get(address, **how)
        yield page
        link = re.search(r'<a href="([^"]+)" rel="next"', page.text)
        address = link and link[1].replace("&amp;", "&")


@pytest.mark.parametrize("how", [{}, {"htmx": True}])
def test_paging_shows_everybody_once_though_they_share_a_name(client, ane, how):
    for number in range(60):
        make_person("Ane Etxaniz" if number % 2 else f"Jon {number:02}")

    read = [names(page) for page in pages(client.sign_in(ane), "/people?q=n", **how)]

    assert [len(page) for page in read] == [24, 24, 13]
    everybody = [name for page in read for name in page]
    assert everybody == ["Ane Etxaniz"] * 31 + [f"Jon {n:02}" for n in range(0, 60, 2)]


def test_htmx_gets_the_next_people_alone(client, ane):
    part = client.sign_in(ane).get("/people", htmx=True).text

    assert part.lstrip().startswith('<div id="people-0">') and "<html" not in part


def test_a_page_says_who_somebody_is(client, ane):
    top = make_unit("Oficinas", office="front")
    place = make_location("Ordizia")
    jon = make_person(
        "Jon Agirre", "ambassador", "hr", unit_id=top.id, location_id=place.id, speaks="eu xx pt"
    )

    page = client.sign_in(ane).get(f"/people/{jon.id}").text

    for said in ("Jon Agirre", "Oficinas", "front office", "Ordizia", "Basque, Portuguese"):
        assert said in page
    for said in ("Ambassador", "HR", f"mailto:{jon.email}", f"/people?unit={top.id}"):
        assert said in page
    assert "Edit your profile" not in page
    assert "Edit your profile" in client.get(f"/people/{ane.id}").text


def test_nobody_is_nobody(client, ane):
    client.sign_in(ane)

    for number in ("7777", "0", "99999999999999999999", "abc", "-1"):
        assert client.get(f"/people/{number}").status_code == 404


def test_others_draw_into_the_page_of_a_person(client, ane, jon):
    def draw(person):
        return Markup("<p>What {} wrote</p>").format(person.name)

    slots.fill("person.sections", draw)
    try:
        assert "<p>What Jon wrote</p>" in client.sign_in(ane).get(f"/people/{jon.id}").text
    finally:
        slots._filled["person.sections"].remove(draw)


def test_the_rail_leads_there(client, ane):
    page = client.sign_in(ane).get("/people").text

    assert re.search(r'<a href="/people" aria-current="page">', page)


@pytest.mark.parametrize("page", ["/people", "/people/{id}", "/account/profile/edit"])
def test_as_many_questions_for_twelve_as_for_one(client, ane, queries, page):
    address = page.format(id=ane.id)
    client.sign_in(ane).get(address)  # what is asked once in a lifetime

    queries.clear()
    client.get(address)
    for_one = len(queries)
    for number in range(12):
        unit = make_unit(f"Unit {number}")
        make_location(f"Place {number}")
        make_person(f"Person {number}", "ambassador", "hr", unit_id=unit.id)
    queries.clear()
    client.get(address)

    assert len(queries) == for_one <= 8


@pytest.mark.parametrize("page", ["/account/sessions", "/account/preferences", "/account/picture"])
def test_the_account_asks_little(client, ane, app, queries, page):
    client.sign_in(ane).get(page)
    for _ in range(12):
        app.test_client().sign_in(ane)
    queries.clear()

    client.get(page)

    assert len(queries) <= 3


# Whether the page a browser has kept is still right.


def again(client, page, answer, **more):
    kept = {"If-None-Match": answer.headers["ETag"]}
    return client.get(page, headers=kept, **more)


@pytest.fixture(params=["/people", "/people/{id}"])
def page(request, ane):
    return request.param.format(id=ane.id)


def test_a_page_that_has_not_changed_is_not_sent_again(client, ane, page, queries):
    first = client.sign_in(ane).get(page)
    queries.clear()

    second = again(client, page, first)

    assert (second.status_code, second.data) == (304, b"")
    assert second.headers["Cache-Control"] == "private, no-cache"
    assert "Cookie" in second.headers["Vary"] and second.headers["X-Content-Type-Options"]
    assert len(queries) == 1  # who is asking


def test_after_any_change_it_is(client, ane, jon, page):
    first = client.sign_in(ane).get(page)
    with writing():
        people.person(jon.id).grant(Role.HR, by=None)

    assert again(client, page, first).status_code == 200


def test_it_is_another_page_for_another_language_light_and_person(client, ane, jon, page, app):
    first = client.sign_in(ane).get(page)
    client.put("/language", data={"language": "eu"})
    second = again(client, page, first)
    client.put("/theme", data={"theme": "dark"})
    third = again(client, page, second)
    others = again(app.test_client().sign_in(jon), page, third)

    assert [second.status_code, third.status_code, others.status_code] == [200, 200, 200]
    assert len({a.headers["ETag"] for a in (first, second, third, others)}) == 4
    assert '<html lang="eu"' in second.text and 'data-theme="dark"' in third.text


def test_after_signing_out_nothing_kept_is_confirmed(client, ane, page):
    first = client.sign_in(ane).get(page)
    client.delete("/sign-in")

    assert again(client, page, first).status_code == 303
    assert again(client.sign_in(ane), page, first).status_code == 200


def test_the_same_page_of_htmx_is_another_one(client, ane):
    first = client.sign_in(ane).get("/people")

    assert again(client, "/people", first, htmx=True).status_code == 200


@pytest.mark.parametrize(
    "page",
    [
        "/account/profile/edit",
        "/account/preferences",
        "/account/password",
        "/account/picture",
        "/account/sessions",
        "/sign-in/again",
    ],
)
def test_what_is_ones_own_is_never_kept(client, ane, page):
    answer = client.sign_in(ane).get(page)

    assert answer.headers["Cache-Control"] == "no-store" and "ETag" not in answer.headers


def test_units_in_a_circle_lose_nobody(client, ane):
    one = make_unit("One")
    two = make_unit("Two", parent=one)
    with writing():
        one = db.session.get(Unit, one.id)
        one.parent_id = two.id
    make_person("Jon", unit_id=two.id)

    assert names(client.sign_in(ane).get(f"/people?unit={one.id}")) == ["Jon"]

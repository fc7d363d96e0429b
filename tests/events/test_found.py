"""An event is found by what it says: in the search, by its kind, and by its tags and terms."""

from app.catalogue.models import Tag
from app.core import outbox
from app.core.db import db, writing
from app.events.models import Event
from tests.factories import make_space, make_term
from tests.factories.events import date_of, make_event


def test_it_is_found_by_its_title_its_text_and_its_place(client, ane, jon):
    number = make_event(jon, title="Blankets", text="Bring wool.", place="Deusto").id
    client.sign_in(ane)

    for words in ("blanket", "wool", "deusto"):
        page = client.get(f"/search?q={words}&kind=event").text
        assert f'href="/events/{number}"' in page, words
    assert f'href="/events/{number}"' not in client.get("/search?q=blanket&kind=post").text


def test_its_series_is_found_once(client, ane, jon):
    number = make_event(jon, title="Blankets", rule="FREQ=DAILY;COUNT=5").id

    page = client.sign_in(ane).get("/search?q=blankets").text

    assert "1 result<" in page and f'href="/events/{number}"' in page


def test_it_stands_on_the_page_of_its_tag_and_of_its_term(client, ane, nerea, jon):
    term = make_term("A good morning", by=nerea)
    number = make_event(jon, title="Blankets", tags=["wool"], terms=[term.id]).id
    address = f"/catalogue/{term.kind.value}/{term.slug}"
    client.sign_in(ane)

    for path in ("/tags/wool", address):
        page = client.get(path)
        assert page.status_code == 200 and f'href="/events/{number}"' in page.text, path


def test_whoever_follows_a_tag_finds_it_among_what_they_follow(client, ane, jon, nerea):
    make_event(jon, title="Before", tags=["wool"])
    client.sign_in(ane)
    assert client.get("/tags/wool").status_code == 200
    tag = db.session.query(Tag.id).filter_by(slug="wool").scalar()
    assert client.post(f"/following/tag/{tag}").status_code == 303
    make_event(jon, title="Blankets", tags=["wool"])
    outbox.drain()

    assert "Blankets" in client.get("/activity/followed").text
    assert "Blankets" not in client.sign_in(nerea).get("/activity/followed").text


def test_behind_a_door_and_hidden_it_is_found_by_nobody_else(client, ane, jon):
    space = make_space(jon, visibility="members")
    make_event(jon, title="Blankets behind", tags=["wool"], space=space.id)
    hidden = make_event(jon, title="Blankets hidden", tags=["wool"])
    number, dates = hidden.id, date_of(hidden).id
    with writing():
        db.session.get_one(Event, number).hide(by=None)
    client.sign_in(ane)

    for path in ("/search?q=blankets", "/search?q=blankets&kind=event", "/tags/wool"):
        assert "Blankets behind" not in client.get(path).text
        assert "Blankets hidden" not in client.get(path).text
    assert client.get(f"/events/on/{dates}").status_code == 404
    client.sign_in(jon)
    assert "behind</a>" in client.get("/tags/wool").text

"""/search: what one may see and nothing else, whatever it is, with the words where they stand."""

from datetime import datetime

import pytest
from sqlalchemy import select

from app.core import outbox, textindex
from app.core.db import db, writing
from app.core.markdown import render
from app.core.textindex.models import IndexedText
from app.people.models import Person
from app.search import queries as search
from app.search.rebuilding import want
from tests.factories import make_comment, make_person, make_post, remove_comment, withdraw


@pytest.fixture
def client(client, ane):
    return client.sign_in(ane)


def shown(answer):
    """The things on a page of results, in their order."""
    return [part.split('"')[0] for part in answer.text.split('id="found-')[1:] if "-" in part[:20]]


def things(answer):
    return [one for one in shown(answer) if one != "writers"]


def introduce(person, **said):
    with writing():
        who = db.session.get_one(Person, person.id)
        given = {"unit_id": None, "location_id": None, "speaks": []} | said
        who.introduce(name=person.name, **given)


def test_posts_comments_and_people_are_found_by_any_form_of_a_word(client, ane, jon):
    post = make_post(jon, title="Reembolsos que tardan", text="Nadie sabe por qué.")
    said = make_comment("El reembolso llegó en marzo, y a la clienta se le avisó.", on=post, by=ane)
    introduce(jon, job="Gestor de reembolsos", helps_with="Facturas")

    found = client.get("/search?q=REEMBOLSO")

    assert set(things(found)) == {f"post-{post.id}", f"comment-{said.id}", f"person-{jon.id}"}
    assert things(found)[0] == f"post-{post.id}"  # it is what the title says
    assert "<mark>reembolso</mark> llegó" in found.text
    assert "3 results" in found.text


def test_a_comment_leads_to_where_it_was_said_and_names_it(client, ane, jon):
    post = make_post(jon, title="The letter nobody understood")
    said = make_comment("Larger print helped", on=post, by=ane)

    found = client.get("/search?q=print")

    assert f'href="/conversation/comments/{said.id}"' in found.text
    assert "The letter nobody understood" in found.text and "Ane" in found.text


def test_what_is_removed_or_withdrawn_is_found_no_more_and_again_when_it_is_back(client, ane, jon):
    post = make_post(jon, title="Lanterns")
    said = make_comment("Lanterns by night", on=post, by=ane)
    other = make_post(jon, title="Other")
    gone = make_comment("Lanterns, removed", on=other, by=ane)
    remove_comment(gone, on=other, by=ane)
    assert things(client.get("/search?q=lanterns")) == [f"post-{post.id}", f"comment-{said.id}"]

    withdraw(post, jon)
    assert things(client.get("/search?q=lanterns")) == []  # nor what was said on it

    with writing():
        db.session.merge(post).restore(by=db.session.get_one(Person, jon.id))
    assert things(client.get("/search?q=lanterns")) == [f"post-{post.id}", f"comment-{said.id}"]


def test_an_edited_comment_is_found_by_what_it_says_now(client, ane, jon):
    post = make_post(jon)
    said = make_comment("First words", on=post, by=ane)
    rendered = render("Second thoughts")
    with writing():
        who = db.session.get_one(Person, ane.id)
        db.session.merge(said).edit("Second thoughts", rendered, on=db.session.merge(post), by=who)
    assert things(client.get("/search?q=first")) == []
    assert things(client.get("/search?q=thoughts")) == [f"comment-{said.id}"]


def test_whoever_left_is_not_found(client, iker):
    person = make_person("Maialen")
    introduce(person, job="Nurse", helps_with="Everything")
    assert things(client.get("/search?q=maialen")) == [f"person-{person.id}"]
    with writing():
        db.session.get_one(Person, person.id).disable(by=db.session.get_one(Person, iker.id))
    assert things(client.get("/search?q=maialen")) == []


def test_the_address_narrows_by_kind_author_tag_and_day(client, ane, jon):
    old = make_post(jon, title="Waiting rooms", tags=["Waits"])
    new = make_post(ane, title="Waiting on the phone")
    said = make_comment("I am waiting too", on=new, by=jon)
    with writing():
        row = db.session.scalar(
            select(IndexedText).where(IndexedText.kind == "post", IndexedText.number == old.id)
        )
        row.at = datetime(2020, 5, 1)

    def found(**narrowed):
        asked = "&".join(f"{name}={value}" for name, value in narrowed.items())
        return set(things(client.get(f"/search?q=waiting&{asked}")))

    everything = {f"post-{old.id}", f"post-{new.id}", f"comment-{said.id}"}
    assert found() == everything
    assert found(kind="comment") == {f"comment-{said.id}"}
    assert found(author=jon.id) == {f"post-{old.id}", f"comment-{said.id}"}
    assert found(tag="waits") == found(tag="%23Waits") == {f"post-{old.id}"}
    assert found(until="2020-05-01") == {f"post-{old.id}"}
    assert found(since="2020-05-02") == everything - {f"post-{old.id}"}
    assert found(kind="post", author=ane.id) == {f"post-{new.id}"}
    assert found(kind="planet", since="soon", page="-3", author="x", order="odd") == everything


def test_newest_first_is_by_the_day_and_best_first_by_the_title(client, ane, jon):
    titled = make_post(jon, title="Umbrella", published_at=datetime(2020, 1, 1))
    told = make_post(jon, title="Something else", text="An umbrella by the door.")
    with writing():
        db.session.merge(titled).be_found()
    best = [f"post-{titled.id}", f"post-{told.id}"]
    assert things(client.get("/search?q=umbrella")) == best
    assert things(client.get("/search?q=umbrella&order=newest")) == best[::-1]


def test_many_results_come_in_pages_and_counts_are_capped_honestly(client, ane, jon, monkeypatch):
    monkeypatch.setattr(search, "MOST", 12)
    post = make_post(jon, title="Lighthouse")
    for number in range(14):
        make_comment(f"Lighthouse number {number}", on=post, by=ane)

    first, second = client.get("/search?q=lighthouse"), client.get("/search?q=lighthouse&page=2")
    assert len(things(first)) == 10 and things(first)[0] == f"post-{post.id}"
    assert not set(things(first)) & set(things(second))
    assert "More than 14 results" in first.text and "13+" in first.text
    assert things(client.get("/search?q=lighthouse&page=9")) == []


def test_nothing_found_says_so_and_suggests_what_can_be_found(client, ane, jon):
    make_post(jon, title="Cancelación sencilla")
    found = client.get("/search?q=canclación")
    assert "Nothing with these words" in found.text
    assert 'href="/search?q=cancelacion"' in found.text


def test_a_hidden_title_is_never_suggested(client, ane, jon, monkeypatch):
    """The word stays known; only that nobody finds anything by it keeps it secret."""
    post = make_post(jon, title="Confidential merger")
    monkeypatch.setattr(textindex, "corrected", lambda words: "merger")
    assert "merger" in client.get("/search?q=mergr").text.replace("mergr", "")
    withdraw(post, jon)
    assert "merger" not in client.get("/search?q=mergr").text.replace("mergr", "")


@pytest.mark.parametrize("words", ["", "%20", "%C2%BF%3F", '"', "a" * 3000, "%00", "NEAR(x)"])
def test_no_question_is_an_error(client, words):
    assert client.get(f"/search?q={words}").status_code == 200
    assert client.get(f"/search?q={words}&page=2", htmx=True).status_code == 200


def test_what_people_write_is_marked_and_never_markup(client, ane, jon):
    make_post(jon, title="<b>Bold</b> & brave", text="`<script>alert(1)</script>` bold")
    found = client.get("/search?q=bold").text
    assert "<b>Bold" not in found and "<script>alert" not in found
    assert "&lt;b&gt;<mark>Bold</mark>" in found


def test_as_many_queries_for_a_page_of_results_as_for_one(client, ane, jon, queries):
    counts = []
    for more in (1, 12):
        for number in range(more):
            post = make_post(jon, title=f"Harbour {more} {number}")
            make_comment("A harbour, too", on=post, by=ane)
        queries.clear()
        client.get("/search?q=harbour")
        counts.append(len(queries))
    assert max(counts) <= 8
    queries.clear()
    client.get("/search?q=nothinglikeit")
    assert len(queries) <= 8


def test_a_part_is_only_the_results(client, jon):
    make_post(jon, title="Harbour")
    part = client.get("/search?q=harbour", htmx=True).text.strip()
    assert part.startswith('<div id="found"') and "<html" not in part


def test_everything_of_a_kind_is_put_in_again_by_the_worker(client, ane, jon):
    post = make_post(jon, title="Forgotten")
    said = make_comment("Forgotten, too", on=post, by=ane)
    with writing():
        db.session.execute(IndexedText.__table__.delete())
    assert things(client.get("/search?q=forgotten")) == []
    with writing():
        for kind in ("post", "comment", "person", "planet"):
            want(kind, key=f"test:{kind}")
    outbox.drain()
    assert set(things(client.get("/search?q=forgotten"))) == {
        f"post-{post.id}",
        f"comment-{said.id}",
    }

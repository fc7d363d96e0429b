"""A question that names a tag or a term: its page stands above what was found."""

import pytest

from app.catalogue.models import Kind
from tests.factories import make_post, make_space, make_term, withdraw


@pytest.fixture
def client(client, ane):
    return client.sign_in(ane)


def above(answer):
    """The pages offered above the results, in their order."""
    offered = answer.text.split('class="row found-labels"')[1:]
    links = offered[0].split("</nav>")[0].split('id="found-')[1:] if offered else []
    return [link.split('"')[0].rpartition("-")[0] for link in links]


def test_a_tag_that_is_named_leads_to_its_page(client, jon):
    make_post(jon, title="Twelve rings", tags=["Waiting rooms"])

    for question in ("waiting rooms", "WAITING ROOMS", "the waiting rooms again", "#waiting-rooms"):
        found = client.get("/search", query_string={"q": question})
        assert above(found) == ["tag"], question
    address = found.text.split('id="found-tag-')[1].split('href="')[1].split('"')[0]
    assert client.get(address, follow_redirects=True).request.path == "/tags/waiting-rooms"
    assert ">Waiting rooms</b>" in found.text
    assert above(client.get("/search?q=rooms")) == []


def test_a_term_is_named_in_any_language_and_told_in_the_readers(client, jon, nerea):
    term = make_term("Atención telefónica", by=nerea, name_en="On the phone")
    make_post(jon, title="Twelve rings", terms=[term])

    for question in ("atencion telefonica", "on the phone"):
        found = client.get("/search", query_string={"q": question})
        assert above(found) == ["term"], question
        assert f'href="/catalogue/terms/{term.id}"' in found.text
        assert ">On the phone</b>" in found.text and "Touchpoint" in found.text


def test_the_longer_name_stands_first_and_all_of_them_are_there(client, jon, nerea):
    moment = make_term("Sala de espera", kind=Kind.MOMENTS, by=nerea)
    make_post(jon, tags=["Espera"], terms=[moment])
    assert above(client.get("/search?q=la+sala+de+espera")) == ["term", "tag"]


def test_what_only_hidden_things_carry_is_not_named(client, ane, jon, nerea):
    closed = make_space(jon, name="Closed", visibility="members", joining="invite")
    term = make_term("Urgencias", by=nerea)
    post = make_post(jon, space=closed, tags=["merger"], terms=[term])

    assert above(client.get("/search?q=merger")) == above(client.get("/search?q=urgencias")) == []
    client.sign_in(jon)
    assert above(client.get("/search?q=merger")) == ["tag"]
    assert above(client.get("/search?q=urgencias")) == ["term"]
    withdraw(post, jon)
    client.sign_in(nerea)
    assert above(client.get("/search?q=merger")) == above(client.get("/search?q=urgencias")) == []


def test_it_is_offered_where_no_text_says_the_word_and_where_nothing_is_narrowed(client, jon):
    make_post(jon, title="Twelve rings", tags=["umbrella"])
    found = client.get("/search?q=umbrella")
    assert above(found) == ["tag"] and "Nothing with these words" in found.text
    for narrowed in ("kind=post", "tag=umbrella", "author=1", "page=2", "since=2020-01-01"):
        assert above(client.get(f"/search?q=umbrella&{narrowed}")) == []


def test_naming_them_asks_no_more_for_many_words(client, jon, nerea, queries):
    for number in range(6):
        make_post(jon, tags=[f"word{number}"], terms=[make_term(f"Phone {number}", by=nerea)])
    counts = []
    for question in ("word1", "word1 word2 word3 word4 phone 1 phone 2"):
        queries.clear()
        shown = above(client.get("/search", query_string={"q": question}))
        counts.append(len(queries))
    assert len(shown) == 4
    assert max(counts) <= 8

"""/blog?q=: the posts that hold these words, whatever their form."""

import pytest

from tests.factories import make_post, withdraw


@pytest.fixture
def posts(app, nerea):
    make_post(nerea, title="Doce tonos", text="Las canciones de espera cansan.", language="es")
    make_post(nerea, title="Bilerak", text="Bileran esan zuten.", language="eu")


@pytest.mark.parametrize(
    ("words", "found"),
    [("cancion", "Doce tonos"), ("TONOS", "Doce tonos"), ("bilera", "Bilerak")],
)
def test_a_post_is_found_by_its_words(client, ane, posts, words, found):
    page = client.sign_in(ane).get("/blog", query_string={"q": words}).text

    assert f">{found}</a>" in page
    assert "1 post<" in page


def test_nothing_found_says_so_and_keeps_the_words(client, ane, posts):
    page = client.sign_in(ane).get("/blog?q=xylophone").text

    assert "No post matches." in page
    assert 'value="xylophone"' in page


def test_what_is_withdrawn_is_not_found_until_it_is_back(client, ane, nerea, posts):
    post = make_post(nerea, title="Secret", text="xylophone")
    withdraw(post, by=nerea)
    assert "Secret" not in client.sign_in(ane).get("/blog?q=xylophone").text

    client.sign_in(nerea).post(f"/blog/{post.id}/publication")
    assert "Secret" in client.sign_in(ane).get("/blog?q=xylophone").text


@pytest.mark.parametrize("words", ['"', "*", "a AND", "NEAR(", "\x00", "%", "'; --", "é" * 5000])
def test_nothing_typed_is_syntax(client, ane, posts, words):
    assert client.sign_in(ane).get("/blog", query_string={"q": words}).status_code == 200

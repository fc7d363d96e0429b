"""A talk of a thousand comments: the last of it, and the rest one press above."""

import re

import pytest

from app.conversation.talk import THREADS
from tests.factories import make_comment, make_post


@pytest.fixture
def long(ane, jon):
    """A post, and thirty comments on it; the first of them has an answer that came last."""
    post = make_post(author=ane)
    said = [make_comment(on=post, by=jon, text=f"Remark {number}.") for number in range(30)]
    said.append(make_comment(on=post, by=ane, text="A late answer.", answering=said[0]))
    return post, said


def remarks(page):
    return [int(number) for number in re.findall(r"Remark (\d+)\.", page)]


def earlier(page):
    return re.search(r'class="more" href="([^"]*before=\d+)"', page)[1].replace("&amp;", "&")


def test_its_last_threads_are_shown_and_all_are_counted(client, ane, long):
    page = client.sign_in(ane).get(f"/blog/{long[0].id}").text

    assert remarks(page) == list(range(30 - THREADS, 30))
    assert "31 comments" in page and "A late answer" not in page


def test_what_was_said_before_is_a_page_without_a_script(client, ane, long):
    page = client.sign_in(ane).get(f"/blog/{long[0].id}").text
    before = client.get(earlier(page)).text

    assert remarks(before) == list(range(30 - THREADS))
    assert "A late answer" in before and "<h1>" in before and 'class="more"' not in before


def test_and_with_one_joins_the_list(client, ane, long):
    page = client.sign_in(ane).get(f"/blog/{long[0].id}").text
    part = client.get(earlier(page), htmx=True).text

    assert remarks(part) == list(range(30 - THREADS)) and "<html" not in part
    assert '<form class="comment-form' not in part  # there is one on the page


def test_a_permanent_link_leads_to_where_a_comment_stands(client, ane, long):
    said = long[1]
    client.sign_in(ane)
    for one in (said[0], said[9], said[10], said[-1]):
        place = client.get(f"/conversation/comments/{one.id}").headers["Location"]
        assert place.endswith(f"#comment-{one.id}")
        assert f'id="comment-{one.id}"' in client.get(place.partition("#")[0]).text


def test_a_thousand_ask_no_more_than_one(client, ane, jon, queries):
    few, many = make_post(author=ane), make_post(author=ane)
    make_comment(on=few, by=jon)
    for _ in range(60):
        make_comment(on=many, by=jon)
    client.sign_in(jon).get("/blog")
    counts = []
    for address in (f"/blog/{few.id}", f"/blog/{many.id}"):
        queries.clear()
        assert client.get(address).status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 8


@pytest.mark.parametrize("before", ["0", "-1", "one", "99999999999999999999"])
def test_no_number_breaks_it(client, ane, long, before):
    place = f"/conversation/post/{long[0].id}/comments?before={before}"
    assert client.sign_in(ane).get(place).status_code == 200

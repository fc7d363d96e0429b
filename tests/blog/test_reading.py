"""The list of posts, and one post."""

from datetime import datetime, timedelta

import pytest

from app.blog.models import Author
from app.core.db import db, writing
from tests.factories import make_comment, make_person, make_picture, make_post, withdraw


def test_the_newest_post_leads_and_the_others_follow(client, ane):
    make_post(title="An old one", published_at=datetime(2026, 1, 2))
    make_post(title="The newest")

    page = client.sign_in(ane).get("/blog").text

    assert page.index("The newest") < page.index("An old one")
    assert "2 posts" in page and page.count("The newest") == 2  # its title, and its “more…”


def test_a_blog_without_posts_says_what_belongs_there(client, ane):
    page = client.sign_in(ane).get("/blog")

    assert page.status_code == 200
    assert "Nobody has written yet" in page.text and 'href="/blog/new"' in page.text


def test_the_list_is_narrowed_by_tag_and_by_author(client, ane, jon):
    make_post(ane, title="About phones", tags=["Atención telefónica"])
    make_post(jon, title="About chairs", tags=["Waiting room"])

    by_tag = client.sign_in(ane).get("/blog?tag=atencion-telefonica").text
    by_author = client.get(f"/blog?author={jon.id}").text
    neither = client.get(f"/blog?author={jon.id}&tag=atencion-telefonica").text

    assert "About phones" in by_tag and "About chairs" not in by_tag
    assert "About chairs" in by_author and "About phones" not in by_author
    assert "1 post" in by_tag and "Atención telefónica" in by_tag and "By Jon" in by_author
    assert "Nothing here" in neither


def test_older_posts_are_a_link_away_and_keep_the_filter(client, ane):
    for number in range(23):
        made = datetime(2026, 3, 1) + timedelta(hours=number // 2)  # two at a time
        make_post(ane, title=f"Post number {number:02}", tags=["all"], published_at=made)
    client.sign_in(ane)

    seen, address = [], f"/blog?tag=all&author={ane.id}"
    while address:
        page = client.get(address)
        seen += [n for n in range(23) if f"Post number {n:02}</a>" in page.text]
        older = [part for part in page.text.split('href="') if part.startswith("/blog?before")]
        address = older and older[0].split('"')[0].replace("&amp;", "&")

    assert sorted(seen) == list(range(23))
    assert len(seen) == len(set(seen))


def test_more_is_loaded_without_the_rest_of_the_page(client, ane):
    for number in range(12):
        make_post(ane, title=f"Post number {number}")
    page = client.sign_in(ane).get("/blog").text
    older = page.split('hx-get="')[1].split('"')[0].replace("&amp;", "&")

    part = client.get(older, htmx=True).text

    assert part.lstrip().startswith('<div id="posts-') and "<html" not in part
    assert "Post number 1<" in part and "Post number 11<" not in part


@pytest.mark.parametrize(
    "query",
    [
        "before=yesterday",
        "before=20260101T000000000000-99999999999999999999",
        "before=20260101T000000000000--1",
        "before=" + "9" * 5000,
        "author=99999999999999999999",
        "author=-1",
        "author=ane",
        "tag=" + "a" * 5000,
        "tag=%00",
        "tag=%F0%9F%92%A9&tag=two",
    ],
)
def test_an_address_nobody_could_have_meant_is_no_error(client, ane, query):
    make_post(ane)

    assert client.sign_in(ane).get(f"/blog?{query}").status_code == 200


def test_a_post_is_read_with_its_authors_its_tags_and_its_language(client, ane, jon):
    cover = make_picture(jon, alt="A red door")
    post = make_post(jon, title="The door", tags=["Doors"], cover=cover, language="eu")

    page = client.sign_in(ane).get(f"/blog/{post.id}").text

    assert "The door" in page and "Nobody <em>answers</em>." in page
    assert "Jon" in page and "1 min" in page and 'href="/tags/doors"' in page
    assert f'src="/pictures/{cover.key}" alt="A red door"' in page
    assert '<div class="prose prose-large" lang="eu"' in page
    assert "Withdraw" not in page and f"/blog/{post.id}/edit" not in page


def test_what_is_not_there_is_404(client, ane):
    client.sign_in(ane)

    assert client.get("/blog/1").status_code == 404
    assert client.get("/blog/99999999999999999999").status_code == 404


@pytest.mark.parametrize("address", ["/blog", "/blog/{post}"])
def test_a_page_that_has_not_changed_is_not_sent_again(client, ane, address):
    post = make_post(ane)
    address = address.format(post=post.id)
    first = client.sign_in(ane).get(address)
    again = {"If-None-Match": first.headers["ETag"]}

    unchanged = client.get(address, headers=again)
    make_comment(on=post, by=ane)
    changed = client.get(address, headers=again)

    assert first.headers["Cache-Control"] == "private, no-cache"
    assert (unchanged.status_code, unchanged.data) == (304, b"")
    assert changed.status_code == 200 and changed.headers["ETag"] != first.headers["ETag"]


def test_a_page_kept_by_one_reader_is_not_fresh_for_another(client, ane, jon):
    post = make_post(ane)
    withdraw(post, ane)
    etag = client.sign_in(ane).get(f"/blog/{post.id}").headers["ETag"]

    theirs = client.sign_in(jon).get(f"/blog/{post.id}", headers={"If-None-Match": etag})

    assert theirs.status_code == 404


@pytest.mark.parametrize("address", ["/blog", "/blog?tag=one&author={ane}", "/blog/{post}"])
def test_a_page_asks_as_little_of_forty_posts_as_of_one(client, ane, jon, queries, address):
    def ask():
        client.application.extensions["fragments"].clear()  # nobody has been here before
        queries.clear()
        client.get(address)
        return len(queries)

    post = make_post(ane, tags=["one"])
    address = address.format(ane=ane.id, post=post.id)
    client.sign_in(jon).get(address)
    for_one = ask()

    for number in range(39):
        made = make_post(ane, title=f"Another {number}", tags=["one", f"tag {number}"])
        make_comment(on=made, by=ane)

    assert for_one == ask() <= 8


def test_a_name_of_before_writes_without_a_page_of_its_own(client, ane):
    post = make_post(ane, title="Brought in from elsewhere")
    with writing():
        author = db.session.get_one(Author, (post.id, 0))
        author.person_id, author.name = None, "Somebody Who Left"

    client.sign_in(make_person())
    for page in (client.get("/blog").text, client.get(f"/blog/{post.id}").text):
        assert "Somebody Who Left" in page

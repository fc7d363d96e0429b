"""What stands around the list of posts: it looks at the last of them, not at all."""

import sys

from app.blog import queries
from app.blog.queries import seeing
from app.catalogue import queries as catalogue
from tests.factories import make_post


def test_who_writes_and_what_is_talked_about_is_told_by_the_last_posts(
    app, client, ane, jon, monkeypatch
):
    monkeypatch.setattr(seeing, "LAST", seeing.LAST.limit(2))
    make_post(author=jon, title="Long ago", tags=["old"])
    for title in ("One", "Another"):
        make_post(author=ane, title=title, tags=["new"])

    assert [row.name for row in queries.writers(ane)] == [ane.name]
    found = catalogue.most_used("post", queries.published_lately(ane))
    assert [(row.name, row.times) for row in found] == [("new", 2)]


def test_more_posts_than_anybody_reads_are_not_counted(app, client, ane, monkeypatch):
    monkeypatch.setattr(sys.modules[queries.count.__module__], "MOST_COUNTED", 2)
    monkeypatch.setattr(queries, "MOST_COUNTED", 2)
    for title in ("One", "Two"):
        make_post(author=ane, title=title)
    assert "2 posts" in client.sign_in(ane).get("/blog").text

    for title in ("Three", "Four"):
        make_post(author=ane, title=title)
    assert "More than 2 posts" in client.get("/blog").text

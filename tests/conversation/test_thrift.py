"""How little it takes to say something: while it is written down, everybody else waits."""

import pytest

from app.core.db import db
from tests.factories import make_comment, make_post, make_space


@pytest.fixture
def say(client, ane, jon, queries):
    """Say something on a post of Jon's, in a space of his: what was asked, all of it, and between
    the first thing written and the last.
    """
    post = make_post(jon, space=make_space(jon, members=[ane]))
    said = make_comment(on=post, by=jon)
    places = {
        "comment": f"/conversation/post/{post.id}/comments",
        "reply": f"/conversation/comments/{said.id}/replies",
    }
    client.sign_in(ane).get("/")  # the house is awake

    def say(what):
        db.session.expunge_all()
        queries.clear()
        answer = client.post(places[what], data={"text": "By phone, too?"}, htmx=True)
        assert answer.status_code == 200 and "By phone, too?" in answer.text
        writes = [number for number, one in enumerate(queries) if not one.startswith("SELECT")]
        return list(queries), queries[writes[0] : writes[-1] + 1]

    return say


@pytest.mark.parametrize(
    ("what", "all_of_it", "while_writing"), [("comment", 18, 12), ("reply", 22, 12)]
)
def test_it_asks_and_writes_little(say, what, all_of_it, while_writing):
    asked, written = say(what)

    assert len(asked) <= all_of_it, "\n\n".join(asked)
    assert len(written) <= while_writing, "\n\n".join(written)

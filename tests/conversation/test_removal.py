"""/conversation/comments/<number>/removal: gone, and back again"""

from app.conversation.models import Comment
from app.core.db import db
from tests.conftest import at_once
from tests.factories import make_comment, make_post, make_reaction, remove_comment

CANARY = "c4n4ry-of-the-call-centre"


def removal(comment):
    return f"/conversation/comments/{comment.id}/removal"


def talk(post):
    return f"/conversation/post/{post.id}/comments"


def is_removed(comment):
    db.session.rollback()
    return db.session.get(Comment, comment.id).is_removed


def test_a_comment_without_replies_disappears_and_the_toast_brings_it_back(client, ane):
    post = make_post(author=ane)
    comment = make_comment(CANARY, on=post, by=ane)

    answer = client.sign_in(ane).post(removal(comment))

    assert answer.status_code == 303 and answer.location.endswith(f"#talk-post-{post.id}")
    page = client.get(talk(post)).text
    assert CANARY not in page and f'id="comment-{comment.id}"' not in page
    assert f'action="{removal(comment)}?_method=DELETE"' in page  # in the toast
    assert is_removed(comment)

    back = client.post(f"{removal(comment)}?_method=DELETE")

    assert back.status_code == 303 and back.location.endswith(f"#comment-{comment.id}")
    assert CANARY in client.get(talk(post)).text and not is_removed(comment)


def test_with_replies_a_placeholder_stays(client, ane, jon):
    post = make_post(author=ane)
    comment = make_comment(CANARY, on=post, by=ane)
    make_comment("At nine.", on=post, by=jon, answering=comment)
    make_reaction(on=comment, by=jon)

    part = client.sign_in(ane).post(removal(comment), htmx=True).text

    assert "This comment was removed." in part and "Put it back" in part
    assert "At nine." in part and CANARY not in part and "1 comment<" in part
    other = client.sign_in(jon).get(talk(post)).text
    assert "This comment was removed." in other and "Put it back" not in other
    assert CANARY not in other


def test_with_htmx_it_leaves_and_comes_back_in_its_place(client, ane):
    comment = make_comment(CANARY, on=make_post(author=ane), by=ane)
    client.sign_in(ane)

    gone = client.post(removal(comment), htmx=True).text
    back = client.delete(removal(comment), htmx=True).text

    assert gone.lstrip().startswith(f'<article id="comment-{comment.id}" hidden></article>')
    assert "Undo" in gone and ">Comments</h2>" in gone
    assert CANARY in back and "1 comment<" in back


def test_when_all_its_replies_are_gone_the_placeholder_goes_too(client, ane, jon):
    post = make_post(author=ane)
    comment = make_comment(on=post, by=ane)
    reply = make_comment("At nine.", on=post, by=jon, answering=comment)
    remove_comment(comment, on=post, by=ane)
    remove_comment(reply, on=post, by=jon)

    page = client.sign_in(ane).get(talk(post)).text

    assert "This comment was removed." not in page and ">Comments</h2>" in page


def test_governance_removes_and_the_author_cannot_put_it_back(client, ane, nerea):
    comment = make_comment(CANARY, on=make_post(author=ane), by=ane)
    assert client.sign_in(nerea).post(removal(comment)).status_code == 303

    assert client.sign_in(ane).delete(removal(comment)).status_code == 404
    assert is_removed(comment)
    assert client.sign_in(nerea).delete(removal(comment)).status_code == 303
    assert not is_removed(comment)


def test_a_double_click_is_no_offence(app, ane):
    comment = make_comment(on=make_post(author=ane), by=ane)

    answers = at_once(app, *[(ane, removal(comment), {})] * 2)

    assert [answer.status_code for answer in answers] == [303, 303] and is_removed(comment)
    undone = at_once(app, *[(ane, f"{removal(comment)}?_method=DELETE", {})] * 2)
    assert [answer.status_code for answer in undone] == [303, 303] and not is_removed(comment)


def test_what_was_removed_is_found_by_nobody_else(client, ane, jon, nerea, maider):
    post = make_post(author=jon)
    comment = make_comment(CANARY, on=post, by=ane)
    reply = make_comment("At nine.", on=post, by=jon, answering=comment)
    remove_comment(comment, on=post, by=ane)
    places = [
        "/",
        "/activity",
        talk(post),
        f"/conversation/comments/{comment.id}",
        f"/conversation/comments/{comment.id}/edit",
        f"/conversation/comments/{comment.id}/replies",
        f"/conversation/comments/{comment.id}/replies/new",
        f"/conversation/comments/{reply.id}/replies/new",
        f"/people/{ane.id}",
    ]

    for person in (jon, maider, ane, nerea):
        client.sign_in(person)
        for place in places:
            for htmx in (True, False):
                page = client.get(place, htmx=htmx)
                assert CANARY not in page.text + str(page.headers), (person.name, place)
    for person in (jon, maider):
        client.sign_in(person)
        assert client.post(removal(comment)).status_code == 404
        assert client.delete(removal(comment)).status_code == 404
        assert client.post(f"/conversation/comment/{comment.id}/reactions/in").status_code == 404


def test_a_page_kept_before_is_not_fresh_after(client, ane, jon):
    post = make_post(author=ane)
    comment = make_comment(CANARY, on=post, by=ane)
    kept = client.sign_in(jon).get(talk(post))
    again = {"If-None-Match": kept.headers["ETag"]}
    assert client.get(talk(post), headers=again).status_code == 304

    remove_comment(comment, on=post, by=ane)

    now = client.get(talk(post), headers=again)
    assert now.status_code == 200 and CANARY not in now.text

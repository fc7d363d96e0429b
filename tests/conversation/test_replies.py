"""/conversation/comments/<number>/replies: answering somebody, one level deep"""

from app.conversation.models import Comment
from app.core.db import db
from tests.conftest import at_once
from tests.factories import make_comment, make_post, remove_comment

KEY = "fedcba9876543210" * 2


def replies(comment):
    return f"/conversation/comments/{comment.id}/replies"


def answers(comment):
    db.session.rollback()
    said = db.session.query(Comment).filter_by(parent_id=comment.id).order_by(Comment.id)
    return [one.text for one in said]


def test_a_reply_stands_under_its_comment(client, ane, jon):
    post = make_post(author=ane)
    comment = make_comment(on=post, by=ane)
    form = client.sign_in(jon).get(f"{replies(comment)}/new").text
    assert "You are answering Ane" in form and "By phone, too?" in form

    answer = client.post(replies(comment), data={"text": "At nine."})

    assert answer.status_code == 303 and "#comment-" in answer.location
    assert answers(comment) == ["At nine."]
    page = client.get(f"/conversation/post/{post.id}/comments").text
    assert page.index(f'id="comment-{comment.id}-replies"') < page.index("At nine.")
    assert "2 comments<" in page


def test_with_htmx_the_form_opens_and_closes_in_its_place(client, ane, jon):
    comment = make_comment(on=make_post(author=ane), by=ane)
    client.sign_in(jon)

    form = client.get(f"{replies(comment)}/new", htmx=True).text
    place = client.get(replies(comment), htmx=True).text
    answer = client.post(replies(comment), data={"text": "At nine."}, htmx=True).text

    assert f'id="comment-{comment.id}-reply"' in form and "<html" not in form
    assert place.strip() == f'<div id="comment-{comment.id}-reply" hidden></div>'
    assert answer.lstrip().startswith(place.strip())
    assert f'hx-swap-oob="beforeend:#comment-{comment.id}-replies"' in answer
    assert "2 comments<" in answer


def test_a_reply_to_a_reply_stands_beside_it(client, ane, jon):
    post = make_post(author=ane)
    comment = make_comment(on=post, by=ane)
    reply = make_comment("At nine.", on=post, by=jon, answering=comment)

    answer = client.sign_in(ane).post(replies(reply), data={"text": "I come."}, htmx=True).text

    assert answers(comment) == ["At nine.", "I come."] and answers(reply) == []
    assert f'id="comment-{comment.id}-reply"' in answer


def test_an_empty_reply_comes_back(client, ane):
    comment = make_comment(on=make_post(author=ane), by=ane)
    client.sign_in(ane)

    for htmx in (True, False):
        long = client.post(replies(comment), data={"text": "y" * 5001}, htmx=htmx)
        assert long.status_code == 422 and "y" * 5001 in long.text
        assert client.post(replies(comment), data={}, htmx=htmx).status_code == 422
    assert answers(comment) == []


def test_a_double_click_answers_once(app, ane):
    comment = make_comment(on=make_post(author=ane), by=ane)
    sent = {"text": "At nine.", "once": KEY}

    first, second = at_once(app, (ane, replies(comment), sent), (ane, replies(comment), sent))

    assert (first.status_code, second.status_code) == (303, 303)
    assert answers(comment) == ["At nine."]


def test_other_words_under_the_same_key_are_kept_in_the_form(client, ane):
    comment = make_comment(on=make_post(author=ane), by=ane)
    client.sign_in(ane).post(replies(comment), data={"text": "One", "once": KEY})

    answer = client.post(replies(comment), data={"text": "Two", "once": KEY})

    assert answer.status_code == 422 and "Two</textarea>" in answer.text
    assert answers(comment) == ["One"]


def test_nobody_answers_what_is_not_there_for_them(client, ane, jon):
    post = make_post(author=ane)
    comment, gone = make_comment(on=post, by=ane), make_comment(on=post, by=ane)
    remove_comment(gone, on=post, by=ane)
    hidden = make_post(author=ane)
    unseen = make_comment(on=hidden, by=ane)
    client.sign_in(ane)
    assert client.get(f"{replies(comment)}/new").status_code == 200

    with_state(hidden, "withdrawn")

    assert client.get(f"{replies(unseen)}/new").status_code == 403  # seen, but closed
    client.sign_in(jon)
    for other in (gone, unseen):
        assert client.get(f"{replies(other)}/new").status_code == 404
        assert client.post(replies(other), data={"text": "x"}).status_code == 404
        assert answers(other) == []


def with_state(post, state):
    from app.core.db import writing

    with writing():
        db.session.merge(post).state = state

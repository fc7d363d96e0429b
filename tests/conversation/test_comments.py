"""/conversation/<kind>/<number>/comments: saying, finding and changing it"""

import pytest
from markupsafe import escape

from app.conversation.models import LONGEST_COMMENT, Comment
from app.core.db import db, writing
from tests.conftest import at_once
from tests.factories import make_comment, make_person, make_post, make_reaction, remove_comment
from tests.naughty import NAUGHTY

KEY = "0123456789abcdef" * 2
WORDS = "Nobody should hear twelve rings."


def talk(post):
    return f"/conversation/post/{post.id}/comments"


def said():
    db.session.rollback()
    return [comment.text for comment in db.session.query(Comment).order_by(Comment.id)]


def test_a_comment_stands_under_its_post(client, ane, jon):
    post = make_post(author=ane)

    answer = client.sign_in(jon).post(talk(post), data={"text": WORDS})

    comment = db.session.query(Comment).one()
    place = f"#comment-{comment.id}"
    assert answer.status_code == 303 and answer.location.endswith(place)
    page = client.sign_in(ane).get(talk(post)).text
    assert WORDS in page and "1 comment<" in page and f'id="comment-{comment.id}"' in page


def test_with_htmx_it_joins_the_list_and_the_form_is_empty_again(client, ane):
    post = make_post(author=ane)

    answer = client.sign_in(ane).post(talk(post), data={"text": WORDS}, htmx=True)

    assert answer.status_code == 200
    assert answer.text.lstrip().startswith(
        f'<form class="comment-form stack no-print" id="talk-post-{post.id}-form"'
    )
    assert f'hx-swap-oob="beforeend:#talk-post-{post.id}-list"' in answer.text
    assert f'id="talk-post-{post.id}-count" hx-swap-oob="true">1 comment<' in answer.text
    assert f"{WORDS}</textarea>" not in answer.text and f"<p>{WORDS}</p>" in answer.text
    assert "Your comment is published." in answer.text


def test_markdown_is_rendered_and_tamed(client, ane):
    post = make_post(author=ane)
    text = "*kind* <script>alert(1)</script> [here](javascript:alert(1))"

    client.sign_in(ane).post(talk(post), data={"text": text})

    page = client.get(talk(post)).text
    assert (
        "<em>kind</em>" in page and "<script>alert" not in page and 'href="javascript' not in page
    )


@pytest.mark.parametrize("htmx", [True, False], ids=["htmx", "plain"])
@pytest.mark.parametrize(
    "sent, words, kept",
    [
        ({}, "Write something first.", []),
        ({"text": " \n\t "}, "Write something first.", []),
        ({"text": "\0"}, "Write something first.", []),
        ({"text": "x" * (LONGEST_COMMENT + 1)}, "5000", ["x" * (LONGEST_COMMENT + 1)]),
        ({"text": ["first half", "second half"]}, "twice", ["first half", "second half"]),
        ({"text": "kept & <kept>", "once": "no key"}, "", ["kept &amp; &lt;kept&gt;"]),
        ({"text": "a" + "[" * 4000}, "brackets", ["[[["]),
    ],
    ids=["missing", "blank", "nul", "too long", "doubled", "no key", "too many brackets"],
)
def test_what_is_wrong_is_said_and_the_text_stays(client, ane, htmx, sent, words, kept):
    post = make_post(author=ane)

    answer = client.sign_in(ane).post(talk(post), data=sent, htmx=htmx)

    assert answer.status_code == 422 and words in answer.text
    assert all(text in answer.text for text in kept)
    assert ("<html" in answer.text) is not htmx
    assert said() == []


def test_nul_in_the_middle_is_left_out(client, ane):
    post = make_post(author=ane)

    client.sign_in(ane).post(talk(post), data={"text": "be\0fore"})

    assert said() == ["before"]


def test_foreign_fields_change_nothing(client, ane, jon):
    post, other = make_post(author=ane), make_post()
    foreign = {
        "author_id": jon.id,
        "subject_id": other.id,
        "removed_at": "2026-01-01",
        "html": "<script>",
        "id": "77",
        "version": "9",
    }

    client.sign_in(ane).post(talk(post), data={"text": WORDS} | foreign)

    db.session.rollback()
    comment = db.session.query(Comment).one()
    assert (comment.author_id, comment.subject_id, comment.removed_at, comment.version) == (
        ane.id,
        post.id,
        None,
        1,
    )
    assert comment.id != 77 and "script" not in comment.html


@pytest.mark.parametrize("kind", ["planet", "person", "comment"])
def test_what_cannot_be_talked_about_is_not_there(client, ane, kind):
    client.sign_in(ane)
    assert client.get(f"/conversation/{kind}/{ane.id}/comments").status_code == 404
    assert client.post(f"/conversation/{kind}/1/comments", data={"text": "x"}).status_code == 404


def test_what_one_cannot_see_one_cannot_talk_about(client, ane, jon):
    post = make_post(author=ane, state="withdrawn")

    assert client.sign_in(jon).post(talk(post), data={"text": WORDS}).status_code == 404
    assert client.get(talk(post)).status_code == 404
    assert client.sign_in(ane).post(talk(post), data={"text": WORDS}).status_code == 403
    assert client.post("/conversation/post/987654/comments", data={"text": "x"}).status_code == 404
    assert said() == []


def test_a_withdrawn_post_offers_no_form_to_its_author(client, ane):
    post = make_post(author=ane, state="withdrawn")

    page = client.sign_in(ane).get(talk(post)).text

    assert "<textarea" not in page and ">Comments</h2>" in page


def test_a_double_click_makes_one_comment(app, ane):
    post = make_post(author=ane)
    sent = {"text": WORDS, "once": KEY}

    first, second = at_once(app, (ane, talk(post), sent), (ane, talk(post), sent))

    assert (first.status_code, second.status_code) == (303, 303)
    assert first.location == second.location and said() == [WORDS]


def test_the_same_form_again_leads_to_what_it_made(client, ane):
    post, sent = make_post(author=ane), {"text": WORDS, "once": KEY}
    client.sign_in(ane).post(talk(post), data=sent)

    again = client.post(talk(post), data=sent, htmx=True)

    number = db.session.query(Comment).one().id
    assert again.headers["HX-Redirect"].endswith(f"#comment-{number}") and said() == [WORDS]


def test_the_same_form_with_other_words_is_asked_about_and_then_taken(client, ane):
    post, once = make_post(author=ane), {"once": KEY}
    client.sign_in(ane).post(talk(post), data={"text": "One", **once})

    answer = client.post(talk(post), data={"text": "Another", **once}, htmx=True)

    assert answer.status_code == 422 and "Another</textarea>" in answer.text
    assert KEY not in answer.text and said() == ["One"]


def test_a_comment_has_an_address(client, ane, jon):
    post = make_post(author=ane)
    comment = make_comment(on=post, by=jon)

    answer = client.sign_in(ane).get(f"/conversation/comments/{comment.id}")

    assert answer.status_code == 303 and answer.location.endswith(
        f"/{post.id}#comment-{comment.id}"
    )
    assert client.get("/conversation/comments/987654").status_code == 404


def edited(client, comment, *, text, version=1, **more):
    return client.post(
        f"/conversation/comments/{comment.id}?_method=PUT",
        data={"text": text, "version": version},
        **more,
    )


def test_ones_own_words_can_be_changed(client, ane):
    post = make_post(author=ane)
    comment = make_comment("Before", on=post, by=ane)
    form = client.sign_in(ane).get(f"/conversation/comments/{comment.id}/edit")
    assert form.status_code == 200 and "Before</textarea>" in form.text

    answer = edited(client, comment, text="After")

    assert answer.status_code == 303 and answer.location.endswith(f"#comment-{comment.id}")
    assert said() == ["After"] and "Edited" in client.get(talk(post)).text


def test_with_htmx_only_the_words_change(client, ane):
    comment = make_comment("Before", on=make_post(author=ane), by=ane)
    place = f"/conversation/comments/{comment.id}"
    client.sign_in(ane)

    form = client.get(f"{place}/edit", htmx=True).text
    words = client.put(place, data={"text": "After", "version": 1}, htmx=True).text

    assert f'id="comment-{comment.id}-words"' in form and "<html" not in form
    assert f'id="comment-{comment.id}-words"' in words and "<p>After</p>" in words


@pytest.mark.parametrize("htmx", [True, False], ids=["htmx", "plain"])
@pytest.mark.parametrize(
    "sent",
    [
        {"text": "", "version": 1},
        {"text": "Mine"},
        {"text": "Mine", "version": "one"},
        {"text": "Mine", "version": 2**70},
        {"text": ["Mine", "Mine, too"], "version": 1},
    ],
)
def test_an_edit_that_does_not_fit_comes_back(client, ane, sent, htmx):
    comment = make_comment("Before", on=make_post(author=ane), by=ane)

    answer = client.sign_in(ane).post(
        f"/conversation/comments/{comment.id}?_method=PUT", data=sent, htmx=htmx
    )

    assert answer.status_code == 422 and said() == ["Before"]
    assert ("Mine" in answer.text) is bool(sent["text"])


@pytest.mark.parametrize("htmx", [True, False], ids=["htmx", "plain"])
def test_whoever_was_overtaken_sees_both_versions(client, ane, htmx):
    comment = make_comment("Before", on=make_post(author=ane), by=ane)
    client.sign_in(ane)
    edited(client, comment, text="From the phone")

    answer = edited(client, comment, text="From the desk", htmx=htmx)

    assert answer.status_code == 409 and said() == ["From the phone"]
    assert "<p>From the phone</p>" in answer.text and "From the desk</textarea>" in answer.text
    assert edited(client, comment, text="From the desk", version=2).status_code == 303
    assert said() == ["From the desk"]


def test_nothing_is_asked_twice_of_the_database(client, ane, jon, queries):
    few, many = make_post(author=ane), make_post(author=ane)
    for post, times in ((few, 1), (many, 30)):
        first = make_comment(on=post, by=jon)
        make_reaction(on=first, by=ane)
        for turn in range(times - 1):
            answer = make_comment(on=post, by=make_person(), answering=(turn % 2 and first) or None)
            make_reaction(on=answer, by=jon)
    places = [talk(few), talk(many)]
    client.sign_in(ane).get(places[0])

    counts = []
    for place in places:
        client.application.extensions["fragments"].clear()  # nobody has read it before
        queries.clear()
        assert client.get(place).status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 4, counts  # who asks, the post, what was said, what is felt


def test_only_its_author_edits_and_governance_may_remove(client, ane, jon, nerea, iker):
    comment = make_comment(on=make_post(author=iker), by=ane)
    place = f"/conversation/comments/{comment.id}"
    table = {"ane": (200, 303), "jon": (403, 403), "nerea": (403, 303), "iker": (403, 403)}

    for who, person in {"ane": ane, "jon": jon, "nerea": nerea, "iker": iker}.items():
        client.sign_in(person)
        assert client.get(f"{place}/edit").status_code == table[who][0], who
        assert client.put(place, data={"text": "x", "version": 99}).status_code == (
            409 if who == "ane" else 403
        ), who
        assert client.post(f"{place}/removal").status_code == table[who][1], who
        if table[who][1] == 303:
            assert client.delete(f"{place}/removal").status_code == 303


def test_strangers_are_sent_to_sign_in(client, ane):
    comment = make_comment(on=make_post(author=ane), by=ane)

    for path in (f"/conversation/comments/{comment.id}", "/conversation/post/1/comments"):
        assert client.get(path).status_code == 303
        assert "/sign-in" in client.get(path).location
    assert client.post("/conversation/post/1/comments").status_code == 401
    assert client.post("/conversation/post/1/reactions/thanks").status_code == 401


def test_a_removed_comment_cannot_be_edited(client, ane):
    post = make_post(author=ane)
    comment = make_comment(on=post, by=ane)
    remove_comment(comment, on=post, by=ane)

    assert client.sign_in(ane).get(f"/conversation/comments/{comment.id}/edit").status_code == 404
    answer = edited(client, comment, text="What I had typed", version=2)
    assert answer.status_code == 404 and "What I had typed" in answer.text


@pytest.mark.parametrize("name", NAUGHTY)
def test_a_naughty_name_is_only_a_name(client, ane, name):
    with writing():
        db.session.merge(ane).name = name
    post = make_post(author=ane)
    comment = make_comment(name, on=post, by=ane)
    make_reaction(on=comment, by=ane)
    client.sign_in(ane)

    for place in (talk(post), f"/conversation/comments/{comment.id}/replies/new"):
        page = client.get(place).text
        assert str(escape(name)) in page
        assert "<script>alert" not in page and "<img src=x" not in page


@pytest.mark.parametrize("number", ["0", str(2**31), str(2**63), "9" * 40])
def test_a_number_nobody_has_is_not_there(client, ane, number):
    client.sign_in(ane)

    for path in (f"/conversation/post/{number}/comments", f"/conversation/comments/{number}"):
        assert client.get(path).status_code == 404
    for path in (  # what no address can be is refused before anybody looks
        f"/conversation/post/{number}/comments",
        f"/conversation/comments/{number}/replies",
        f"/conversation/comments/{number}/removal",
        f"/conversation/post/{number}/reactions/in",
    ):
        assert client.post(path, data={"text": "x"}).status_code in (404, 405)

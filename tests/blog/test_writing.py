"""Publishing a post and making it better."""

import io
import secrets

import pytest
from sqlalchemy import select

from app.attachments.models import LONGEST_ALT, Picture
from app.blog.models import Post, PostState
from app.catalogue.queries import tags_of
from app.core.db import db
from app.drafts.models import Draft
from tests.blog.writing import given_back, post_of, posts, written
from tests.conftest import at_once
from tests.factories import make_draft, make_picture, make_post, picture_file


class TestPublishing:
    def test_a_post_is_published(self, client, ane):
        client.sign_in(ane)
        assert client.get("/blog/new").status_code == 200

        answer = client.post("/blog", data=written())

        post = post_of(answer)
        assert answer.status_code == 303
        assert (post.title, post.text, post.slug) == (
            "The chair nobody takes",
            "It stands *behind the door*.",
            "the-chair-nobody-takes",
        )
        assert post.is_by(ane.id) and post.excerpt == "It stands behind the door."
        assert [tag.name for tag in tags_of("post", post.id)] == ["chairs", "waiting room"]
        page = client.get(answer.location).text
        assert "Published: everybody can read it." in page and "<em>behind the door</em>" in page

    def test_with_htmx_the_post_comes_back_in_place(self, client, ane):
        answer = client.sign_in(ane).post("/blog", data=written(), htmx=True)

        assert answer.status_code == 200 and "<html" not in answer.text
        assert answer.text.lstrip().startswith('<article id="post-')
        assert "Published: everybody can read it." in answer.text

    def test_pressing_twice_publishes_once(self, client, ane):
        data = written(once=secrets.token_hex(16))
        client.sign_in(ane)

        first, second = client.post("/blog", data=data), client.post("/blog", data=data)

        assert first.location == second.location and posts() == 1

    def test_pressing_twice_at_once_publishes_once(self, app, ane):
        data = written(once=secrets.token_hex(16))

        answers = at_once(app, *[(ane, "/blog", data)] * 3)

        assert {answer.status_code for answer in answers} == {303}
        assert len({answer.location for answer in answers}) == 1 == posts()

    def test_the_same_form_with_other_words_is_not_swallowed(self, client, ane):
        key = secrets.token_hex(16)
        client.sign_in(ane).post("/blog", data=written(once=key))

        answer = client.post("/blog", data=written(once=key, text="Something else"))

        assert answer.status_code == 422 and "Something else" in answer.text and posts() == 1
        assert client.post("/blog", data=given_back(answer)).status_code == 303 and posts() == 2

    def test_its_draft_has_done_its_work(self, client, ane, jon):
        draft, theirs = make_draft(ane), make_draft(jon)
        client.sign_in(ane)

        client.post("/blog", data=written(draft=f"/drafts/{draft.id}", draft_version="7"))
        client.post("/blog", data=written(draft=f"/drafts/{theirs.id}"))

        assert list(db.session.scalars(select(Draft.id))) == [theirs.id]

    def test_a_preview_without_a_script_publishes_nothing(self, client, ane):
        answer = client.sign_in(ane).post("/blog", data=written(title="", preview="1"))

        assert answer.status_code == 200 and posts() == 0
        assert "<em>behind the door</em>" in answer.text
        assert "It stands *behind the door*." in answer.text
        assert "Give it a title" not in answer.text

    def test_a_picture_without_words_is_published_with_a_warning(self, client, ane):
        picture = make_picture(ane)
        text = f"![](/pictures/{picture.key})"

        page = client.sign_in(ane).post("/blog", data=written(text=text), follow_redirects=True)

        assert "1 picture in the text says nothing to whoever cannot see it." in page.text


class TestPreview:
    def test_it_is_the_text_as_it_would_be_read(self, client, ane):
        answer = client.sign_in(ane).post("/blog/preview", data=written(), htmx=True)

        assert answer.status_code == 200 and "<em>behind the door</em>" in answer.text
        assert "<html" not in answer.text and posts() == 0

    def test_nothing_looks_like_nothing(self, client, ane):
        assert client.sign_in(ane).post("/blog/preview", data={"text": " "}).text == ""

    def test_a_text_that_cannot_be_shown_says_why(self, client, ane):
        answer = client.sign_in(ane).post("/blog/preview", data={"text": ">" * 3000 + "x"})

        assert answer.status_code == 422 and "too deep" in answer.text

    def test_it_warns_of_pictures_without_words(self, client, ane):
        text = f"![](/pictures/{'a' * 32})"

        answer = client.sign_in(ane).post("/blog/preview", data={"text": text})

        assert "1 picture has no description" in answer.text


class TestCover:
    def test_a_picture_in_the_store_becomes_the_cover(self, client, ane, jon):
        picture = make_picture(ane, alt="")

        answer = client.sign_in(ane).post(
            "/blog", data=written(cover=picture.key, cover_alt="A chair")
        )

        post = post_of(answer)
        assert post.cover.key == picture.key and post.cover.alt == "A chair"
        assert client.sign_in(jon).get(f"/pictures/{picture.key}").status_code == 200

    def test_without_a_script_the_picture_comes_with_the_form(self, client, ane):
        data = written(cover_file=picture_file(), cover_alt="A chair")

        post = post_of(client.sign_in(ane).post("/blog", data=data))

        assert post.cover.alt == "A chair" and post.cover.owner_id == ane.id

    def test_a_cover_without_words_is_refused_and_need_not_be_chosen_again(self, client, ane):
        answer = client.sign_in(ane).post("/blog", data=written(cover_file=picture_file()))

        assert answer.status_code == 422 and posts() == 0
        assert "Tell in one sentence what can be seen." in answer.text
        key = db.session.scalar(select(Picture.key))
        assert f'name="cover" type="hidden" value="{key}"' in answer.text
        assert answer.text.count('name="cover"') == 1
        again = client.post("/blog", data=written(cover=key, cover_alt="A chair"))
        assert post_of(again).cover.key == key

    @pytest.mark.parametrize("path", ["/blog", "/covers"])
    def test_too_many_words_for_a_picture_are_refused_and_none_is_lost(self, client, ane, path):
        words = "chair " * 100
        data = written(cover_file=picture_file(), cover_alt=words)

        answer = client.sign_in(ane).post(path, data=data)

        assert answer.status_code == (422 if path == "/blog" else 200)
        assert words.strip() in answer.text and posts() == 0
        assert len(db.session.scalar(select(Picture.alt))) <= LONGEST_ALT

    def test_what_is_no_picture_is_refused_at_its_field(self, client, ane):
        data = written(cover_file=(io.BytesIO(b"<svg/>"), "a.svg"))

        answer = client.sign_in(ane).post("/blog", data=data)

        assert answer.status_code == 422 and "This is none." in answer.text
        assert 'id="cover_file-error"' in answer.text and "The chair nobody takes" in answer.text

    @pytest.mark.parametrize("key", ["0" * 32, "nonsense", "'; --", "a\x00b"])
    def test_a_cover_that_is_not_there_is_refused(self, client, ane, key):
        answer = client.sign_in(ane).post("/blog", data=written(cover=key, cover_alt="?"))

        assert answer.status_code == 422 and "not there any more" in answer.text

    def test_nobody_takes_a_cover_they_may_not_see(self, client, ane, jon):
        secret = make_picture(ane)

        answer = client.sign_in(jon).post("/blog", data=written(cover=secret.key, cover_alt="?"))

        assert answer.status_code == 422 and posts() == 0

    def test_nobody_rewrites_the_words_of_another_persons_picture(self, client, ane, jon):
        theirs = make_picture(ane, alt="A row of chairs")
        make_post(ane, cover=theirs)

        client.sign_in(jon).post("/blog", data=written(cover=theirs.key, cover_alt="Rubbish"))

        assert db.session.get_one(Picture, theirs.id).alt == "A row of chairs"

    def test_it_is_taken_off_again(self, client, ane):
        post = make_post(ane, cover=make_picture(ane))
        data = written(version=post.version, cover=post.cover.key, cover_alt="", no_cover="y")

        client.sign_in(ane).put(f"/blog/{post.id}", data=data)

        assert db.session.get_one(Post, post.id).cover is None

    def test_with_htmx_a_chosen_picture_is_shown_in_place(self, client, ane):
        data = {"cover_file": picture_file(), "cover": "", "cover_alt": ""}

        answer = client.sign_in(ane).post("/covers", data=data, htmx=True)
        refused = client.post("/covers", data={"cover_file": (b"", "")}, htmx=True)

        key = db.session.scalar(select(Picture.key))
        assert answer.text.lstrip().startswith('<section id="cover-fields"')
        assert f'value="{key}"' in answer.text and f"/pictures/{key}/small" in answer.text
        assert refused.status_code == 200 and "<figure" not in refused.text


REFUSED = {
    "no title": ({"title": "   "}, "Give it a title"),
    "no text": ({"text": "\x00"}, "Write something"),
    "a title too long": ({"title": "t" * 161}, "up to 160 letters"),
    "a text too long": ({"text": "word " * 20_001}, "100000"),
    "a text too deep": ({"text": ">" * 3000 + "x"}, "too deep"),
    "too many tags": ({"tags": ",".join("abcdefghijk")}, "Up to 10 tags"),
    "a tag too long": ({"tags": "x" * 41}, "too long"),
    "a tag without a letter": ({"tags": "💛"}, "needs a letter"),
    "no such language": ({"language": "tlh"}, "Not a valid choice"),
    "words too long": ({"cover_alt": "x" * 301}, "300"),
    "a form made by hand": ({"once": "not a key"}, "Invalid input"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_wrong_is_said_and_what_was_written_stays(client, ane, case):
    wrong, words = REFUSED[case]
    data = written(**wrong)
    client.sign_in(ane)

    page, part = client.post("/blog", data=data), client.post("/blog", data=data, htmx=True)

    for answer in (page, part):
        assert answer.status_code == 422 and words in answer.text
        assert data["text"].strip("\x00 ")[:5000] in answer.text.replace("&gt;", ">")
        assert data["tags"] in answer.text
    assert "<html" in page.text and part.text.lstrip().startswith('<form id="post-editor"')
    assert posts() == 0


RAW = [
    {},
    {"title": ["one", "two"], "text": ["one", "two"], "language": ["en", "es"]},
    {"title": "t", "text": "x", "once": ["a" * 32, "b" * 32]},
    {"title": "t" * 100_000, "text": "x"},
    {"title": "\x00\x01\x02", "text": "\x00"},
    {"title": "t", "text": "x", "language": "en", "tags": ["a", "b"], "cover": ["c", "d"]},
    {"title": "t", "text": "x", "language": "en", "draft": "/drafts/" + "9" * 40},
    {"title": "t", "text": "x", "language": "en", "draft": "\x00", "draft_version": "NaN"},
    {"title": "t", "text": "x", "language": "en", "cover_file": "words"},
    {"title": "\ufeff\u202e\u200b", "text": "\u202e", "language": "en"},
]


@pytest.mark.parametrize("data", RAW, ids=range(len(RAW)))
def test_a_form_made_by_hand_is_published_or_refused(client, ane, data):
    post = make_post(ane)
    client.sign_in(ane)

    for answer in (
        client.post("/blog", data=data),
        client.put(f"/blog/{post.id}", data=data | {"version": post.version}),
        client.post("/blog/preview", data=data),
        client.post("/covers", data=data),
    ):
        assert answer.status_code in (200, 303, 422)


@pytest.mark.parametrize("version", ["", "x", "-1", "99999999999999999999", None, ["1", "x"]])
def test_an_edit_says_which_version_it_is_of(client, ane, version):
    post = make_post(ane)
    data = written() | ({"version": version} if version is not None else {})

    answer = client.sign_in(ane).put(f"/blog/{post.id}", data=data)

    assert answer.status_code in (303, 409, 422)
    assert answer.status_code == 303 or "It stands *behind the door*." in answer.text


def test_what_else_is_posted_changes_nothing(client, ane, jon):
    foreign = {
        "author_id": jon.id,
        "authors": jon.id,
        "state": "withdrawn",
        "published_at": "2001-01-01",
        "slug": "mine",
        "html": "<script>",
        "cover_id": "1",
        "id": "77",
        "source": "x",
    }

    post = post_of(client.sign_in(ane).post("/blog", data=written(**foreign)))

    assert post.is_by(ane.id) and not post.is_by(jon.id)
    assert post.state is PostState.PUBLISHED and post.published_at.year > 2001
    assert (post.slug, post.source) == ("the-chair-nobody-takes", None)
    assert post.id != 77 and "script" not in post.html

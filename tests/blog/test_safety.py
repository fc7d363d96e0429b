"""Nothing that people write does anything but stand there."""

from html.parser import HTMLParser

import pytest

from app.blog.models import Post
from app.core.db import db
from tests.core.markdown.allowed import objections
from tests.core.markdown.vectors import HTML, LINKS, MARKDOWN
from tests.factories import make_draft, make_picture, make_post

PROSE = '<div class="prose prose-large" lang="en" hx-disable>'
NAUGHTY = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ 7 * 7 }} {% raw %} ${7*7} #{7*7}",
    "javascript:alert(1)",
    "</title><svg onload=alert(1)>",
    "&lt;script&gt; &amp; &#60;",
    "Ṱ̺̺o͞ ᴉnʌoʞǝ \u202eevil\u202c \u200b\ufeff",
    "'; DROP TABLE posts; --",
    "𝕿𝖍𝖊 日本語 مُنَاقَشَةُ 👩‍❤️‍💋‍👩",
    "%s %(title)s %n {0} \\x00 \\",
]


class Skeleton(HTMLParser):
    """The elements of a page and the names of their attributes, without what they say."""

    def __init__(self):
        super().__init__()
        self.bones = []

    def handle_starttag(self, tag, attrs):
        self.bones.append((tag, *(name for name, _ in attrs)))


def skeleton(page):
    parser = Skeleton()
    parser.feed(page)
    return parser.bones


def in_pieces(vectors, size=30):
    """As texts that can be sent: half a character cannot."""
    sent = [vector.encode(errors="replace").decode() for vector in vectors]
    return ["\n\n".join(sent[start : start + size]) for start in range(0, len(sent), size)]


@pytest.mark.parametrize("text", in_pieces([*LINKS, *HTML, *MARKDOWN]), ids=lambda text: text[:20])
def test_a_hostile_text_shows_only_what_is_allowed(client, ane, text):
    client.sign_in(ane)
    form = {"title": "Hostile", "text": text, "language": "en", "tags": "", "discretion": "keep"}

    page = client.post("/blog", data=form, follow_redirects=True).text
    preview = client.post("/blog/preview", data={"text": text}).text
    index = client.get("/blog").text

    shown = page.split(PROSE)[1].split("</div>")[0]
    assert objections(shown) == [] and len(shown) > 50
    own = preview.split(">", 1)[1].rpartition("</section>")[2]  # below what the writer is asked
    assert objections(own.split("<div")[0].split("</div>")[0]) == []
    assert "<script>" not in index


def test_naughty_words_everywhere_leave_the_pages_as_they_are(client, ane):
    """Title, text, tags, the words of a cover: whatever they say, the page is built the same."""
    cover = make_picture(ane)
    post = make_post(ane, title="Plain", tags=["plain"], text="Plain.", cover=cover)
    draft = make_draft(ane, title="Plain")
    client.sign_in(ane)
    addresses = [
        "/blog",
        f"/blog/{post.id}",
        f"/blog/{post.id}/edit",
        "/blog/drafts",
        f"/blog/new?draft={draft.id}",
    ]
    plain = [skeleton(client.get(address).text) for address in addresses]

    for words in NAUGHTY:
        tag = words.replace(",", "")[:40]
        form = {"title": words, "text": f"`{words}`", "tags": tag, "language": "en"}
        form |= {"cover": cover.key, "cover_alt": words}
        form["version"] = db.session.get_one(Post, post.id).version
        assert client.put(f"/blog/{post.id}", data=form).status_code == 303, words
        client.get(f"/blog/{post.id}")  # takes what was said
        version = {"draft": f"/drafts/{draft.id}", "draft_version": draft.version}
        client.post("/drafts/post", data={"title": words, "text": words} | version)
        client.get("/blog/drafts")
        db.session.refresh(draft)

        for address, bones in zip(addresses, plain, strict=True):
            page = client.get(address).text
            without_prose = [bone for bone in skeleton(page) if bone[0] not in {"p", "code"}]
            assert without_prose == [b for b in bones if b[0] not in {"p", "code"}], words


@pytest.mark.parametrize("words", NAUGHTY)
def test_a_search_for_naughty_words_is_only_words(client, ane, words):
    client.sign_in(ane)

    page = client.get("/blog", query_string={"tag": words, "author": words, "before": words})

    assert page.status_code == 200
    assert "<script>alert" not in page.text and "onerror=alert(1)>" not in page.text

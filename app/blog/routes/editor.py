"""The page one writes a post on."""

from typing import Any

from flask.typing import ResponseReturnValue

from app.attachments.describing import undescribed
from app.blog import publishing
from app.blog.forms import EditPostForm, NewPostForm, PostForm
from app.blog.models import Post
from app.catalogue import queries as catalogue
from app.core import differences
from app.core.access import reader
from app.core.hypermedia import say, view
from app.core.i18n import ngettext
from app.drafts import queries as drafts


def new(form: NewPostForm, status: int, previewed: bool = False) -> ResponseReturnValue:
    begun = [] if form.draft.data or form.is_submitted() else drafts.unfinished(reader(), "post")
    return editor("blog/posts/new.html", form, status, previewed, begun=begun)


def edit(
    post: Post, form: EditPostForm, status: int, previewed: bool = False, **more: Any
) -> ResponseReturnValue:
    fresh = not (form.draft.data or form.is_submitted())
    begun = drafts.about(reader(), "post", post.id) if fresh else None
    return editor("blog/posts/edit.html", form, status, previewed, post=post, begun=begun, **more)


def editor(
    page: str, form: PostForm, status: int, previewed: bool, **more: Any
) -> ResponseReturnValue:
    more = {"rival": None, "post": None} | more
    preview = form.text.rendered.html if previewed else None
    part = "blog/posts/_editor.html"
    return view(page, part=part, status=status, form=form, preview=preview, **more)


def overtaken(post: Post, form: EditPostForm) -> ResponseReturnValue:
    """Both versions on one screen: theirs stands, mine is still in the form."""
    form.face(post)
    rival = {
        "post": post,
        "tags": catalogue.tags_of("post", post.id),
        "title": differences.between_lines(post.title, form.title.data),
        "paragraphs": differences.shortened(differences.between(post.text, form.text.data)),
    }
    return edit(post, form, 409, rival=rival)


def say_it_is_there(manuscript: publishing.Manuscript, words: str) -> None:
    say(words)
    if silent := undescribed(manuscript.rendered.html):
        one = "%(num)s picture in the text says nothing to whoever cannot see it."
        many = "%(num)s pictures in the text say nothing to whoever cannot see them."
        say(ngettext(one, many, silent))

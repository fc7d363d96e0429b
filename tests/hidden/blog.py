"""Posts that are not out, or not any more; what was said on them; and unfinished texts."""

from datetime import timedelta

from app.blog.models import PostState
from app.core import clock
from tests.factories import (
    edit,
    make_comment,
    make_draft,
    make_picture,
    make_post,
    make_space,
    propose,
    remove_comment,
    withdraw,
)
from tests.hidden.base import GOVERNANCE, NOBODY, word

HIDDEN = {
    "draft-title": NOBODY,
    "draft-text": NOBODY,
    "draft-of-an-edit": NOBODY,
    "withdrawn-title": GOVERNANCE,
    "withdrawn-text": GOVERNANCE,
    "withdrawn-tag": GOVERNANCE,
    "withdrawn-cover": GOVERNANCE,
    "comment-on-withdrawn": GOVERNANCE,
    "scheduled-title": NOBODY,
    "scheduled-tag": NOBODY,
    "submitted-title": NOBODY,
    "said-before": GOVERNANCE,
    "proposed-text": NOBODY,
    "removed-comment": NOBODY,
    "unused-picture": NOBODY,
}
KINDS = {
    "comment": "comment-on-withdrawn",
    "editorial": None,
    "post": "withdrawn-title",
    "tag": "withdrawn-tag",
    "term": None,
}
NOT_FOR_ITS_OWNER = {"removed-comment", "unused-picture"}


def hide(scene):
    """`scene.open` is a post everybody reads, `scene.drafts` what the owner has begun."""
    owner = scene.owner
    open_post = make_post(owner, title="Everybody reads this")
    begun = make_draft(owner, title=word("draft-title"), text=word("draft-text"))
    edited = make_draft(owner, about=open_post.id, text=word("draft-of-an-edit"))

    hidden = make_post(
        owner,
        title=word("withdrawn-title"),
        text=word("withdrawn-text"),
        tags=[word("withdrawn-tag")],
        cover=make_picture(owner, alt=word("withdrawn-cover")),
    )
    said = make_comment(word("comment-on-withdrawn"), on=hidden, by=owner)
    withdraw(hidden, owner)

    due = clock.now() + timedelta(days=3)
    late = make_post(owner, title=word("scheduled-title"), tags=[word("scheduled-tag")], due=due)
    room = make_space(owner, needs_approval=True)
    sent = make_post(owner, title=word("submitted-title"), space=room, state=PostState.SUBMITTED)
    better = make_post(owner, title="It stands", text=word("said-before"), space=room)
    edit(better, owner, title="It stands", text="Something else.")
    propose(better, owner, text=word("proposed-text"))

    removed = make_comment(word("removed-comment"), on=open_post, by=owner)
    make_comment("An answer that stays", on=open_post, by=scene.chief, answering=removed)
    remove_comment(removed, on=open_post, by=owner)
    make_picture(owner, alt=word("unused-picture"))
    scene.open, scene.drafts = open_post.id, {begun.id, edited.id}
    posts = {hidden.id, open_post.id, late.id, sent.id, better.id}
    return posts | scene.drafts | {said.id, removed.id}


def addresses(scene):
    yield from (f"/blog?tag={word('withdrawn-tag')}", f"/blog?author={scene.owner.id}")
    yield from (f"/blog/new?draft={number}" for number in scene.drafts)
    yield from (f"/blog/{scene.open}/edit?draft={number}" for number in scene.drafts)

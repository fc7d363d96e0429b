# ruff: noqa: E501 (one door, one line)
"""Posts, and all that is done with them."""

from datetime import timedelta

from app.core import clock
from tests.walk.base import HIDDEN, MINE, SEEN, THEIRS, THEIRS_BY_PAGE, WRITERS, Row

READING = {
    "blog.posts.index",
    "blog.posts.show",
}

POST = {"title": "Two calls", "text": "Nobody *answers*.", "language": "en", "version": "1"}
LATER = f"{clock.now() + timedelta(days=9):%Y-%m-%dT%H:%M}"
DUE = {"due": LATER, "expires": LATER, "until": LATER, "by": LATER}

# fmt: off
TABLE = [
    Row("GET blog.posts.index", "house", "200"),
    Row("GET blog.posts.show", "post", "200"),
    Row("GET blog.posts.show", "withdrawn_post", SEEN),
    Row("GET blog.posts.show", "post_taken_away", SEEN),
    Row("GET blog.posts.show", "post_in_a_members_space", MINE),
    Row("GET blog.posts.show", "post_in_a_hidden_space", MINE),
    Row("GET blog.posts.new", "house", "200"),
    Row("GET blog.posts.new", "new_post_from_a_draft", MINE),
    Row("POST blog.posts.create", "house", "303", "200", send=POST),
    Row("GET blog.place.edit", "post", "403 owner=200 governance=200"),
    Row("GET blog.place.edit", "post_in_a_hidden_space", MINE),
    Row("PUT blog.place.update", "post", "403 owner=303 governance=303"),
    Row("PUT blog.place.update", "post_in_a_hidden_space", "404 owner=303"),
    Row("GET blog.posts.edit", "post", "403 owner=200 governance=200"),
    Row("GET blog.posts.edit", "withdrawn_post", "404 owner=403 governance=403"),
    Row("GET blog.posts.edit", "edit_from_a_draft", "403 owner=200 governance=404"),
    Row("PUT blog.posts.update", "post", *THEIRS, send=POST),
    Row("PUT blog.posts.update", "post_in_a_hidden_space", "404 owner=303", "404 owner=200", send=POST),
    Row("PUT blog.posts.update", "withdrawn_post", "404 owner=403 governance=403", send=POST),
    Row("POST blog.publication.create", "post", *THEIRS),
    Row("POST blog.publication.create", "withdrawn_post", *HIDDEN),
    Row("POST blog.publication.create", "post_taken_away", "404 owner=403 governance=303", "404 owner=403 governance=200"),
    Row("DELETE blog.publication.destroy", "post", *THEIRS),
    Row("DELETE blog.publication.destroy", "withdrawn_post", *HIDDEN),
    Row("GET blog.posts.show", "scheduled_post", MINE),
    Row("GET blog.posts.show", "held_post", MINE),
    Row("GET blog.posts.show", "expired_post", "200"),
    Row("GET blog.posts.edit", "scheduled_post", MINE),
    Row("GET blog.revisions.index", "post", WRITERS),
    Row("GET blog.revisions.index", "scheduled_post", MINE),
    Row("GET blog.revisions.index", "withdrawn_post", SEEN),
    Row("GET blog.revisions.show", "revision", WRITERS),
    Row("POST blog.restoration.create", "revision", *THEIRS_BY_PAGE),
    Row("GET blog.authors.index", "post", WRITERS),
    Row("GET blog.authors.index", "scheduled_post", MINE),
    Row("POST blog.authors.create", "another_author", *THEIRS_BY_PAGE),
    Row("PUT blog.authors.update", "second_author", *THEIRS_BY_PAGE),
    Row("DELETE blog.authors.destroy", "second_author", *THEIRS_BY_PAGE),
    Row("DELETE blog.authors.destroy", "only_author", "403 owner=422 governance=422"),
    Row("GET blog.plan.show", "post", WRITERS),
    Row("GET blog.plan.show", "scheduled_post", MINE),
    Row("PUT blog.schedule.update", "scheduled_post", "404 owner=303", send=DUE),
    Row("PUT blog.schedule.update", "post", "403", send=DUE),
    Row("DELETE blog.schedule.destroy", "scheduled_post", "404 owner=303"),
    Row("POST blog.appearance.create", "scheduled_post", "404 owner=303"),
    Row("POST blog.appearance.create", "held_post", "404 owner=303"),
    Row("POST blog.appearance.create", "post", "403 owner=303"),
    Row("PUT blog.expiry.update", "post", *THEIRS_BY_PAGE, send=DUE),
    Row("DELETE blog.expiry.destroy", "expired_post", *THEIRS_BY_PAGE),
    Row("PUT blog.feature.update", "post", "403 governance=303", send=DUE),
    Row("DELETE blog.feature.destroy", "post", "403 governance=303"),
    Row("GET blog.reviews.index", "house", "200"),
    Row("GET blog.reviews.show", "post", "403 owner=200"),
    Row("GET blog.reviews.show", "submitted_post", MINE),
    Row("POST blog.reviews.create", "submitted_post", "404 owner=303"),
    Row("POST blog.reviews.create", "post", "403"),
    Row("DELETE blog.reviews.destroy", "submitted_post", "404 owner=303", send={"words": "Not yet"}),
    Row("DELETE blog.reviews.destroy", "post", "403", send={"words": "Not yet"}),
    Row("POST blog.reading.create", "asking_post", "303", "200"),
    Row("POST blog.reading.create", "post", "403"),
    Row("DELETE blog.reading.destroy", "asking_post", "303", "200"),
    Row("GET blog.readers.index", "asking_post", WRITERS),
    Row("GET blog.readers.index", "post", "403"),
    Row("GET blog.readers.show", "asking_post", WRITERS),
    Row("PUT blog.readers.update", "post", *THEIRS_BY_PAGE, send=DUE),
    Row("DELETE blog.readers.destroy", "asking_post", *THEIRS_BY_PAGE),
    Row("POST blog.readers.create", "asking_post", *THEIRS_BY_PAGE),
    Row("DELETE blog.publication.destroy", "post_in_a_hidden_space", "404 owner=303", MINE),
    Row("GET blog.drafts.index", "house", "200"),
    Row("GET blog.export.show", "house", "403 governance=200 admin=200"),
    Row("POST blog.preview.create", "house", "200", send=POST),
]
# fmt: on

"""A post with all that belongs to it: its words, its pictures, its tags."""

from dataclasses import dataclass

from app.attachments import policy as picture_policy
from app.attachments import queries as pictures
from app.attachments import using
from app.attachments.models import Picture
from app.blog.models import Post
from app.catalogue import queries as catalogue
from app.catalogue.tagging import tag
from app.core.fields import slug
from app.core.markdown import Rendered
from app.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Manuscript:
    """What somebody wrote, checked and rendered. `cover` is the key of a picture, or empty."""

    title: str
    text: str
    rendered: Rendered
    language: str
    tags: list[str]
    cover: str = ""
    cover_alt: str = ""

    def says_the_same_as(self, post: Post) -> bool:
        """Whether this was saved already: somebody pressed twice."""
        words = (post.title, post.text, post.language, post.cover.key if post.cover else "")
        tags = {row.slug for row in catalogue.tags_of("post", post.id)}
        mine = (self.title, self.text, self.language, self.cover)
        return words == mine and tags == set(map(slug, self.tags))


def publish(manuscript: Manuscript, *, by: Person) -> Post:
    """The post everybody reads from now on. In `writing()`."""
    post = Post.publish(
        manuscript.title,
        manuscript.text,
        manuscript.rendered,
        by=by,
        language=manuscript.language,
        cover=_cover(manuscript, by=by),
    )
    _furnish(post, manuscript, by=by)
    return post


def edit(post: Post, manuscript: Manuscript, *, by: Person) -> None:
    """Better words, and whatever goes with them. In `writing()`."""
    post.edit(
        manuscript.title,
        manuscript.text,
        manuscript.rendered,
        language=manuscript.language,
        cover=_cover(manuscript, by=by),
    )
    _furnish(post, manuscript, by=by)


def _cover(manuscript: Manuscript, *, by: Person) -> Picture | None:
    if not manuscript.cover:
        return None
    cover = pictures.by_key(by, manuscript.cover)
    if cover and picture_policy.describe(by, cover):
        cover.describe(manuscript.cover_alt)
    return cover


def _furnish(post: Post, manuscript: Manuscript, *, by: Person) -> None:
    tag(post, manuscript.tags)
    using.show(post, post.html, by=by, also=[post.cover.key] if post.cover else [])

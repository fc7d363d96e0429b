"""What a post can do stands in several files: each is a part of it, and knows the whole."""

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from app.blog.models.post import Post


class Part:
    """Some of the verbs of a post."""

    @property
    def whole(self) -> "Post":
        """The post itself, with all its columns and all its other verbs."""
        return cast("Post", self)

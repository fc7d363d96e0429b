"""What a post stands among: whoever follows one of these hears of it."""

from app.blog.models import Post
from app.catalogue import queries as catalogue


def around(post: Post) -> list[tuple[str, int]]:
    """Its space, its authors, its tags and terms."""
    places = [("space", post.space_id)] if post.space_id else []
    people = [("person", number) for number in made_by(post)]
    return places + people + catalogue.words_on("post", post.id)


def made_by(post: Post) -> list[int]:
    """Its authors of this house."""
    return [author.person_id for author in post.authors if author.person_id is not None]

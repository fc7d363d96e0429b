"""A post as a file: Markdown with YAML front matter, from which it can be brought in again.

Exporting, bringing in and exporting again gives the same bytes: whatever a file says of a
post is written here and read in `found`.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from app.blog import front_matter
from app.blog.head import OURS
from app.blog.models import Post
from app.catalogue.queries import tags_of
from app.facts import addresses

VERSION = 1  # of this format
PICTURE_HERE = re.compile(r"/pictures/([0-9a-f]{32})(?![0-9a-z/]|\.webp)")
PICTURE_FILE = re.compile(r"/pictures/([0-9a-f]{32})\.webp")


@dataclass(frozen=True)
class File:
    text: str

    @property
    def data(self) -> bytes:
        return self.text.encode()

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def file_of(post: Post) -> File:
    """The file of a post. With the post's authors and cover loaded it takes two queries."""
    head: dict[str, Any] = {
        "title": post.title,
        "date": _moment(post.published_at),
        "authors": [_author(author) for author in post.authors],
        "tags": [tag.name for tag in tags_of("post", post.id)],
        "slug": post.slug,
        "language": post.language,
    }
    if post.cover:
        head["cover"] = f"/pictures/{post.cover.key}.webp"
    if paths := addresses.of(post):
        head["aliases"] = [_quoted(path) for path in paths]
    head["id"] = post.known_as
    if post.edited_at:
        head["edited"] = _moment(post.edited_at)
    head[OURS] = VERSION
    return File(front_matter.write(head, PICTURE_HERE.sub(r"/pictures/\1.webp", post.text)))


def _author(author: Any) -> dict[str, str]:
    if author.person:
        return {"name": author.person.name, "email": author.person.email}
    return {"name": author.name}


def _moment(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC)


def _quoted(path: str) -> str:
    """What `permalinks.path_of` reads back; letters of all languages stay readable."""
    return path.replace("%", "%25").replace("?", "%3F").replace("#", "%23")

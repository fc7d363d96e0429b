"""How many would hear of a post before it is published."""

from collections.abc import Iterable

from app.catalogue import queries as catalogue
from app.core import fragments
from app.core.db import db
from app.core.fields import slug
from app.notifications import queries
from app.people.models import Reader
from app.people.sight import Each, each_sees
from app.spaces import queries as spaces

MOST_TAGS = 10


def counted(reader: Reader, tags: Iterable[str], space: int | None) -> int:
    """Whoever follows its author, its space or a tag of it, and sees into where it is to stand.
    Nobody counts the followers of a space they do not see into themselves.
    """
    words = sorted({slug(tag) for tag in tags if slug(tag)})[:MOST_TAGS]
    key = (reader.id, tuple(words), space)
    return fragments.rows("audience", *key, read=lambda: (_count(reader, words, space),))[0]


def _count(reader: Reader, words: list[str], space: int | None) -> int:
    things = [("person", reader.id)]
    for tag in db.session.scalars(catalogue.tags_named(words)) if words else ():
        things += [("tag", number) for number in {tag.id, tag.speaks_as}]
    if space is None:
        return queries.audience(things, None, but=reader.id)
    if not spaces.is_open_to(reader, space):
        return 0
    sees = each_sees(spaces.open_to(Each(), space))
    return queries.audience([*things, ("space", space)], sees, but=reader.id)

"""A way of looking at the ideas, kept under a name. In `writing()`."""

from collections.abc import Iterator
from itertools import count

from app.core.fields import slug
from app.ideas import queries
from app.ideas.models import SavedView
from app.ideas.models.view import LONGEST_SLUG
from app.ideas.narrowing import Narrowing
from app.people.models import Person

OTHERS = {"new"}  # pages that stand beside them


def save(
    name: str, wanted: Narrowing, *, is_shared: bool, is_table: bool = False, by: Person
) -> SavedView:
    """Its address is its name, with a number where another one has it."""
    return SavedView.save(
        name, _free(name), wanted.said, is_shared=is_shared, is_table=is_table, by=by
    )


def _free(name: str) -> str:
    word = slug(name, LONGEST_SLUG - 5)
    taken = queries.slugs_like(word) | OTHERS
    return next(one for one in _tried(word) if one not in taken)


def _tried(word: str) -> Iterator[str]:
    yield word
    yield from (f"{word}-{number}" for number in count(2))

"""Posts, who wrote them, what they said before, and who has read them."""

from app.blog.models.author import LONGEST_NAME, Author
from app.blog.models.authoring import MOST_AUTHORS, LastAuthor, TooManyAuthors
from app.blog.models.post import (
    LONGEST_SOURCE,
    LONGEST_TITLE,
    Post,
    Words,
    known_as,
)
from app.blog.models.reading import Confirmation, DayOfReaders, Readers
from app.blog.models.reviewing import WAITS
from app.blog.models.revision import LONGEST_NOTE, LONGEST_WORDS, Revision, RevisionState
from app.blog.models.state import PUBLIC, REVIEWED, WAITING, PostState

__all__ = [
    "LONGEST_NAME",
    "LONGEST_NOTE",
    "LONGEST_SOURCE",
    "LONGEST_TITLE",
    "LONGEST_WORDS",
    "MOST_AUTHORS",
    "PUBLIC",
    "REVIEWED",
    "WAITING",
    "WAITS",
    "Author",
    "Confirmation",
    "DayOfReaders",
    "LastAuthor",
    "Post",
    "PostState",
    "Readers",
    "Revision",
    "RevisionState",
    "TooManyAuthors",
    "Words",
    "known_as",
]

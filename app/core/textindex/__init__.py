"""The text index: what holds these words, what says something like this.

A thing is a kind and a number; what they are is nobody's business here. Texts are put in by
the verbs that change them, in the same transaction:

    textindex.put("post", post.id, title=post.title, text=post.text, language=post.language)

and found by joining a ranked subquery, narrowed to what the reader may see *before* it is cut:

    found = textindex.matches(
        "canciones",
        kinds={"post"},
        among=lambda text: subjects.seen_by(reader, text.kind, text.number),
    )
    select(Post.id, Post.title).join(found, found.c.number == Post.id).order_by(
        found.c.rank.desc(), Post.id.desc()
    )

Accents, capitals and word forms (es, eu, en, pt) do not matter, and nothing people type is
syntax. SQLite answers by FTS5, PostgreSQL by a tsvector; both are asked the same words and
stems, which are made here.
"""

from .finding import MOST_RANKED, matches, understood
from .keeping import Entry, put, put_many, remove, remove_many
from .seeing import Among, Met
from .similarity import Similar, corrected, similar
from .snippets import Piece, snippet
from .stop_words import language_of

__all__ = [
    "MOST_RANKED",
    "Among",
    "Entry",
    "Met",
    "Piece",
    "Similar",
    "corrected",
    "language_of",
    "matches",
    "put",
    "put_many",
    "remove",
    "remove_many",
    "similar",
    "snippet",
    "understood",
]

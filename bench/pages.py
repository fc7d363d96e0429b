"""What is measured, and what must stand on it: who shows less would be quick for nothing."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.planting import Planted
from bench.visitor import visible

LEAD_AND_REST = 10  # posts on a page of the blog
AT_HOME, LINES = 3, 7


class Wrong(AssertionError):
    """The page is not what a person of the demo company gets."""


@dataclass(frozen=True)
class Measured:
    name: str
    path: str
    rows: int
    counted: Callable[[str], int]
    says: tuple[str, ...]

    def check(self, page: str) -> None:
        """Raises Wrong unless the rows and the words are there."""
        if (found := self.counted(page)) != self.rows:
            raise Wrong(f"{self.name} shows {found} rows, not {self.rows}")
        said = visible(page)
        for words in self.says:
            if words not in said:
                raise Wrong(f"{self.name} does not say “{words}”")


def pages(database: Path, planted: Planted) -> list[Measured]:
    """Home, list and post, as the database says they must be."""
    with sqlite3.connect(database) as connection:
        titles = _column(
            connection,
            "SELECT title FROM posts WHERE state = 'published'"
            " ORDER BY published_at DESC, id DESC LIMIT ?",
            LEAD_AND_REST,
        )
        authors = _column(
            connection,
            "SELECT people.name FROM posts JOIN post_authors ON post_id = posts.id"
            " JOIN people ON people.id = person_id WHERE state = 'published'"
            " ORDER BY published_at DESC, posts.id DESC LIMIT ?",
            LEAD_AND_REST,
        )
        said = _column(
            connection,
            "SELECT text FROM comments WHERE subject_kind = 'post' AND subject_id = ?",
            planted.read,
        )
        speakers = _column(
            connection,
            "SELECT people.name FROM comments JOIN people ON people.id = author_id"
            " WHERE subject_kind = 'post' AND subject_id = ?",
            planted.read,
        )
        text = _column(connection, "SELECT text FROM posts WHERE id = ?", planted.read)[0]
        about = _column(
            connection,
            "SELECT title FROM lines JOIN posts ON posts.id = thread_id ORDER BY lines.id DESC"
            " LIMIT ?",
            LINES,
        )
    sections = ("En el blog", "Últimamente", "Caras nuevas")
    home = titles[:AT_HOME] + authors[:AT_HOME] + about
    return [
        Measured("home", "/", AT_HOME + LINES, _at_home, (*home, *sections)),
        Measured("list", "/blog", LEAD_AND_REST, _cards, (*titles, *authors, "Quién escribe más")),
        Measured(
            "post",
            f"/blog/{planted.read}",
            len(said),
            lambda page: page.count('<article id="comment-'),
            (titles[0], *text.split("\n\n"), *said, *speakers),
        ),
    ]


def _cards(page: str) -> int:
    return sum(page.count(end) for end in ('-lead">', '-card">'))


def _at_home(page: str) -> int:
    stream = page.partition('<ul class="stream">')[2].partition("</ul>")[0]
    return _cards(page) + stream.count("<li>")


def _column(connection: sqlite3.Connection, question: str, asked: int) -> list[str]:
    return [row[0] for row in connection.execute(question, (asked,))]

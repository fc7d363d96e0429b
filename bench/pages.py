"""What is measured, and what must stand on it: who shows less would be quick for nothing."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.planting import Planted
from bench.visitor import visible

LEAD_AND_REST = 10  # posts on a page of the blog
AT_HOME, LINES = 3, 7
MOST_FEATURED = 3
IN_A_COLUMN = 12  # cards of the board


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
        featured = _column(
            connection,
            "SELECT title FROM posts WHERE featured_until > datetime('now')"
            " ORDER BY featured_until DESC LIMIT ?",
            MOST_FEATURED,
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
        board = [
            title
            for (state,) in connection.execute("SELECT DISTINCT verdict FROM ideas").fetchall()
            for title in _column(
                connection,
                f"SELECT title FROM ideas WHERE verdict = '{state}' AND standing = 'shown' AND"
                f" survivor_id IS NULL ORDER BY since{_ended(state)}, id{_ended(state)} LIMIT ?",
                IN_A_COLUMN,
            )
        ]
    sections = ("En el blog", "Últimamente", "Caras nuevas")
    at_home = [*featured[:1], *(title for title in titles if title not in featured[:1])][:AT_HOME]
    home = [*at_home, *about]
    listed = [*titles, *(title for title in featured if title not in titles)]
    return [
        Measured("home", "/", AT_HOME + LINES, _at_home, (*home, *sections)),
        Measured("list", "/blog", len(listed), _cards, (*listed, *authors, "Quién escribe más")),
        Measured(
            "post",
            f"/blog/{planted.read}",
            len(said),
            lambda page: page.count('<article id="comment-'),
            (titles[0], *text.split("\n\n"), *said, *speakers),
        ),
        Measured("board", "/ideas", len(board), lambda page: page.count(" data-idea="), (*board,)),
    ]


def _ended(state: str) -> str:
    """What has ended stands with the latest first."""
    return " DESC" if state in ("done", "declined") else ""


def _cards(page: str) -> int:
    return sum(page.count(end) for end in ('-lead">', '-card">'))


def _at_home(page: str) -> int:
    stream = page.partition('<ul class="stream">')[2].partition("</ul>")[0]
    return _cards(page) + stream.count("<li>")


def _column(connection: sqlite3.Connection, question: str, asked: int) -> list[str]:
    return [row[0] for row in connection.execute(question, (asked,))]

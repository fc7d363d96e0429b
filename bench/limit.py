"""What this stack can do at best: a hello, and raw rows in one template of a given size.

The limit knows nobody and permits everything: an open `sqlite3` connection, one query, one Jinja
template. Its rows are drawn as a card of ours is, as many as make the page as heavy as the one it
is compared with. It keeps no page, and opens nothing anew.
"""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from flask import Flask, render_template

ROWS = """
SELECT posts.id, posts.title, posts.excerpt, posts.language, posts.words, posts.published_at,
    people.id AS author_id, people.name AS author, people.picture, people.job,
    (SELECT count(*) FROM comments
        WHERE subject_kind = 'post' AND subject_id = posts.id AND removed_at IS NULL) AS comments,
    (SELECT count(*) FROM reactions
        WHERE subject_kind = 'post' AND subject_id = posts.id) AS reactions
FROM posts
JOIN post_authors ON post_authors.post_id = posts.id AND post_authors.position = 0
JOIN people ON people.id = post_authors.person_id
WHERE posts.state = 'published' ORDER BY posts.published_at DESC, posts.id DESC LIMIT ?
"""

MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"


def hello() -> Flask:
    app = Flask("hello")
    app.get("/")(lambda: "Hello, World!")
    return app


def limit(database: Path, sizes: Iterable[int]) -> Flask:
    """A page at `/<bytes>` for each of the sizes."""
    app = Flask("limit", template_folder=str(Path(__file__).parent / "templates"))
    months = {f"{number:02}": name for number, name in enumerate(MONTHS.split(), start=1)}
    connection = sqlite3.connect(database, check_same_thread=False)
    measures: dict[int, tuple[int, int]] = {}

    def draw(rows: int, rest: int) -> str:
        found = connection.execute(ROWS, (rows,)).fetchall()
        return render_template("limit.html", rows=found, months=months, rest="·" * (rest // 2))

    @app.get("/<int:size>")
    def page(size: int) -> str:
        return draw(*measures[size])

    for size in set(sizes):
        with app.test_request_context():
            measures[size] = _measure(draw, size)
    return app


def _measure(draw, size: int) -> tuple[int, int]:
    """How many rows make a page of so many bytes, and how many bytes are left over."""
    rows, heavy = 0, 0
    while (heavier := len(draw(rows + 1, 0).encode())) <= size and heavier > heavy:
        rows, heavy = rows + 1, heavier
    return rows, size - heavy

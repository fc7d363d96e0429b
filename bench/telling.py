"""How long it takes to publish to many followers, and until the last of them has been told.

    python bench/telling.py sqlite:////tmp/telling.db
    python bench/telling.py postgresql+psycopg://postgres@127.0.0.1/telling 5000

The database must be empty: it is migrated, filled with followers (50,000 unless said otherwise),
and left for you to remove. A tenth of them has muted the author, a tenth wishes for nothing, a
tenth has a closed account; half follow a tag of the post as well, and are told once.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ["DATABASE_URL"] = sys.argv[1] if len(sys.argv) > 1 else sys.exit(__doc__)

from flask_migrate import upgrade
from sqlalchemy import func, insert, select

from app import create_app
from app.blog import publishing
from app.blog.models import Post
from app.blog.publishing import Manuscript
from app.catalogue import queries as catalogue
from app.core import clock, outbox
from app.core.db import db, writing
from app.core.markdown import render
from app.following.models import Following
from app.notifications import queries
from app.notifications.models import Channel, Kind, Notification, Wish
from app.people.models import Person

FOLLOWERS = int(sys.argv[2]) if len(sys.argv) > 2 else 50_000
A_BATCH = 5_000
ROUNDS = 5


def people() -> int:
    """The author's number; the followers come after it."""
    with writing():
        author = Person.join("Ane Etxebarria", "ane@bench.test", by=None).id
    for start in range(0, FOLLOWERS, A_BATCH):
        rows = [
            {
                "name": f"Persona {number}",
                "sort_name": f"persona {number}",
                "email": f"p{number}@bench.test",
                "disabled_at": clock.now() if number % 10 == 9 else None,
            }
            for number in range(start, min(start + A_BATCH, FOLLOWERS))
        ]
        with writing():
            db.session.execute(insert(Person), rows)
    return author


def followers(author: int, tag: int) -> None:
    numbers = list(db.session.scalars(select(Person.id).where(Person.id != author)))
    db.session.rollback()
    row = {"follows": True, "muted": False, "since": clock.now()}
    for start in range(0, len(numbers), A_BATCH):
        some = numbers[start : start + A_BATCH]
        follow = [
            row | {"person_id": one, "kind": "person", "number": author, "muted": one % 10 == 3}
            for one in some
        ]
        tags = [row | {"person_id": one, "kind": "tag", "number": tag} for one in some[::2]]
        silent = [
            {"person_id": one, "kind": Kind.FOLLOWED, "channel": Channel.NONE}
            for one in some
            if one % 10 == 2
        ]
        with writing():
            db.session.execute(insert(Following), follow + tags)
            if silent:
                db.session.execute(insert(Wish), silent)


def publish(author: int) -> int:
    text = "Nadie *contesta* al teléfono."
    manuscript = Manuscript(
        title="Doce tonos", text=text, rendered=render(text), language="es", tags=["teléfono"]
    )
    with writing():
        return publishing.publish(manuscript, by=db.session.get_one(Person, author)).id


def seconds(do: Callable[[], object]) -> float:
    started = time.perf_counter()
    do()
    return time.perf_counter() - started


def main() -> None:
    with create_app().app_context():
        upgrade()
        author = people()
        first = publish(author)
        tag = dict(catalogue.words_on("post", first))["tag"]
        db.session.rollback()
        outbox.drain()
        followers(author, tag)
        print(f"{db.engine.dialect.name}: {FOLLOWERS} followers")

        published = [seconds(lambda: publish(author)) for _ in range(ROUNDS)]
        print(f"publishing  {median(published) * 1000:8.1f} ms (worst {max(published) * 1000:.1f})")
        each = [seconds(outbox.drain)]
        print(f"telling all {each[0] / ROUNDS:8.2f} s for each of {ROUNDS} posts")
        db.session.rollback()
        told = db.session.scalar(select(func.count()).select_from(Notification))
        print(f"told        {told // ROUNDS:8d} of them, each once")
        things = [("person", author), ("tag", tag)]
        counted = [
            seconds(lambda: queries.audience(things, None, but=author)) for _ in range(ROUNDS)
        ]
        number = queries.audience(things, None, but=author)
        db.session.rollback()
        print(f"to be told  {median(counted) * 1000:8.1f} ms to count {number} before publishing")
        latest = publish(author)
        outbox.drain()
        taken = seconds(lambda: withdraw(latest, author))
        print(f"taking back {taken * 1000:8.1f} ms, with all that was told")


def withdraw(number: int, author: int) -> None:

    with writing():
        post = db.session.get_one(Post, number)
        post.withdraw(by=db.session.get_one(Person, author))


if __name__ == "__main__":
    main()

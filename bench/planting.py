"""Planting people, posts and comments by the hundred thousand, in batches of plain rows.

The demo company is planted first, through the real verbs. The crowd around it is written as those
verbs would have left it, index, stream and reactions included: a million verbs would take hours.
Nobody is to be told of a crowd, so it leaves no deliveries.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, text

from app.activity.models import Line
from app.attachments.models import Picture
from app.blog.models import Author, Post, PostState
from app.catalogue.models import Tag, Tagging
from app.conversation.models import Comment, Reaction, ReactionKind
from app.core import clock
from app.core.db import Entity, db
from app.core.fields import folded, slug
from app.core.textindex.models import IndexedText, KnownWord
from app.core.textindex.questions import by
from app.ideas.models import Idea
from app.people.models import NameWord, Person, Unit
from app.people.models.name_word import rows_of
from app.spaces.models import Joining, MemberRole, Membership, Space, Visibility
from bench import ideas, words
from bench.filling import Rows
from bench.indexed import Vocabulary, indexed

A_BATCH = 5_000  # rows of one statement
YEARS = timedelta(days=3 * 365)  # how far back the posts go
TALK = 10  # comments on the post that is measured
LONG_TALK = 1_000  # on the one that everybody has something to say about, a tenth of them at most

SPACES = 40
A_ROOM = 200  # people in each of them
SHOWN = 20  # of the newest posts, which everybody sees: the pages that are measured


@dataclass(frozen=True)
class Size:
    people: int
    posts: int
    comments: int

    def __str__(self) -> str:
        return f"{self.people}-{self.posts}-{self.comments}"


@dataclass(frozen=True)
class Planted:
    """The numbers of the posts that are opened: the newest, one talked about, one to write on."""

    read: int
    talked_about: int
    written_on: int


def plant(size: Size) -> Planted:
    """The crowd around the demo company, in one transaction. The same size is the same crowd."""
    if size.posts < 3 or size.comments < TALK:
        raise ValueError(f"A crowd has at least 3 posts and {TALK} comments.")
    now = clock.now()
    with db.engine.begin() as connection:
        people = _places(connection, Person, size.people)
        posts = _places(connection, Post, size.posts)
        crowd = Crowd(connection, now, people, posts, _places(connection, Space, SPACES))
        _put(connection, Person, crowd.persons())
        _put(connection, Space, crowd.rooms())
        _put(connection, Membership, crowd.memberships())
        _put(connection, NameWord, crowd.name_words())
        _put(connection, Post, crowd.papers())
        _put(connection, Author, crowd.authors())
        _put(connection, Tagging, crowd.taggings(_tags(connection)))
        comments = _places(connection, Comment, size.comments)
        crowd.talk(comments)
        heard = Vocabulary(connection)
        _put(connection, IndexedText, heard.listening(crowd.index()))
        _put(connection, KnownWord, heard.new())
        _put(connection, Comment, crowd.comments())
        _put(connection, Reaction, crowd.reactions())
        _put(connection, Line, crowd.lines())
        board = _places(connection, Idea, min(ideas.A_POST * size.posts, ideas.MOST))
        _put(connection, Idea, ideas.rows(connection, board, now, crowd.somebody))
        _count_on(connection)
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
    return Planted(read=posts[-1], talked_about=posts[-2], written_on=posts[-3])


class Crowd:
    """Who they are and what they say. The newest post has the highest number."""

    def __init__(
        self, connection: Connection, now: datetime, people: range, posts: range, spaces: range
    ) -> None:
        self.now, self.people, self.posts, self.spaces = now, people, posts, spaces
        self.units: list[int | None] = [*connection.scalars(select(Unit.id).order_by(Unit.id))]
        self.units = self.units or [None]
        self.covers = list(connection.scalars(select(Picture.id).order_by(Picture.id)))
        self.on: list[int] = []  # what each comment, in order, was written on

    def persons(self) -> Rows:
        for number in self.people:
            name = words.name(number)
            yield {
                "id": number,
                "created_at": self.now - YEARS,
                "name": name,
                "sort_name": folded(name),
                "email": f"{slug(name, 60)}.{number}@planted.test",
                "unit_id": self.units[number % len(self.units)],
                "job": words.job(number),
                "helps_with": "",
                "speaks": "es eu",
                "language": "es",
                "theme": "system",
                "time_zone": "",
                "version": 1,
            }

    def rooms(self) -> Rows:
        """Half of them are for everybody; of the rest every other one is hidden."""
        for number in self.spaces:
            name = f"Espacio {number}"
            yield {
                "id": number,
                "created_at": self.now - YEARS,
                "name": name,
                "sort_name": folded(name),
                "visibility": self._visibility(number),
                "joining": Joining.INVITE,
                "size": min(A_ROOM, len(self.people)),
                "version": 1,
            }

    def memberships(self) -> Rows:
        for number in self.spaces:
            for person in {self.somebody(number * 31 + seat) for seat in range(A_ROOM)}:
                yield {
                    "space_id": number,
                    "person_id": person,
                    "role": MemberRole.MEMBER,
                    "created_at": self.now - YEARS,
                }

    def name_words(self) -> Rows:
        return iter(rows_of((number, words.name(number)) for number in self.people))

    def papers(self) -> Rows:
        for number in self.posts:
            said, at, title = words.paragraphs(number), self.published(number), words.title(number)
            whole = "\n\n".join(said)
            yield {
                "id": number,
                "created_at": at,
                "title": title,
                "slug": slug(title, 160),
                "language": "es",
                "text": whole,
                "html": "".join(f"<p>{one}</p>\n" for one in said),
                "html_version": 1,
                "excerpt": whole[:198].rpartition(" ")[0] + "…",
                "words": len(whole.split()),
                "cover_id": self.covers[number % len(self.covers)]
                if self._has_cover(number)
                else None,
                "space_id": self._place(number),
                "state": PostState.PUBLISHED,
                "published_at": at,
                "version": 1,
            }

    def authors(self) -> Rows:
        for number in self.posts:
            yield {"post_id": number, "position": 0, "person_id": self.somebody(number), "name": ""}

    def taggings(self, tags: list[int]) -> Rows:
        for number in self.posts:
            for tag in {tags[number % len(tags)], tags[number // 7 % len(tags)]}:
                yield {
                    "given_id": tag,
                    "tag_id": tag,
                    "subject_kind": "post",
                    "subject_id": number,
                    "at": self.published(number),
                }

    def index(self) -> Rows:
        """As it grew: after every post some of what was said meanwhile."""
        for number in self.people:
            yield indexed("person", number, words.name(number), words.job(number))
        remarks, said = words.remarks(), iter(self.said)
        ready = {remark: indexed("comment", 0, "", remark) for remark in remarks}
        for nth, number in enumerate(self.posts, start=1):
            text, at = "\n\n".join(words.paragraphs(number)), self.published(number)
            told = {"authors": by(self.somebody(number)), "at": at}
            yield indexed("post", number, words.title(number), text) | told
            for comment in islice(said, self._due(nth) - self._due(nth - 1)):
                remark = remarks[comment * 7 % len(remarks)]
                told = {"authors": by(self.somebody(comment)), "at": self.spoken(comment)}
                yield ready[remark] | {"number": comment} | told

    def _due(self, nth: int) -> int:
        """How many comments had been written when that post was."""
        return len(self.said) * nth // len(self.posts)

    def talk(self, numbers: range) -> None:
        """Decide what is talked about: two posts as said above, the rest by luck."""
        self.said, luck = numbers, random.Random(1)
        much = min(LONG_TALK, (len(numbers) - TALK) // 10)
        others = range(self.posts[0], self.posts[-3]) or self.posts[-3:-2]
        self.on = [luck.choice(others) for _ in range(len(numbers) - TALK - much)]
        self.on += [self.posts[-2]] * much + [self.posts[-1]] * TALK

    def comments(self) -> Rows:
        remarks, tops = words.remarks(), dict[int, int]()
        for number, on in zip(self.said, self.on, strict=True):
            remark = remarks[number * 7 % len(remarks)]
            answers = tops.get(on) if number % 4 == 0 else None
            if answers is None:
                tops[on] = number
            yield {
                "id": number,
                "created_at": self.spoken(number),
                "subject_kind": "post",
                "subject_id": on,
                "parent_id": answers,
                "author_id": self.somebody(number),
                "text": remark,
                "html": f"<p>{remark}</p>\n",
                "html_version": 1,
                "excerpt": remark[:200],
                "version": 1,
            }

    def reactions(self) -> Rows:
        for number in self.posts:
            yield from self._felt("post", number, number % 4)
        for number in self.said:
            yield from self._felt("comment", number, number % 10 == 0)

    def lines(self) -> Rows:
        for number in self.posts:
            yield self._line("PostPublished", "post", number, number, self.published(number))
        for number, on in zip(self.said, self.on, strict=True):
            yield self._line("CommentWritten", "comment", number, on, self.spoken(number))

    def published(self, number: int) -> datetime:
        """Evenly over the years, the last one just now."""
        back = (self.posts[-1] - number) / len(self.posts)
        return (self.now - YEARS * back - timedelta(minutes=5)).replace(microsecond=0)

    def spoken(self, number: int) -> datetime:
        return self.now - timedelta(milliseconds=100 * (self.said[-1] - number))

    def somebody(self, number: int) -> int:
        """Somebody of the crowd: neighbours in number are strangers."""
        return self.people[number * 7919 % len(self.people)]

    def _visibility(self, space: int) -> Visibility:
        kinds = (Visibility.PUBLIC, Visibility.MEMBERS, Visibility.PUBLIC, Visibility.HIDDEN)
        return kinds[space % len(kinds)]

    def _place(self, number: int) -> int | None:
        """Every third post stands in a space, but for those that are measured."""
        if number % 3 or number > self.posts[-1] - SHOWN:
            return None
        return self.spaces[number // 3 % len(self.spaces)]

    def _has_cover(self, number: int) -> bool:
        return bool(self.covers) and number % 3 == 0

    def _felt(self, kind: str, number: int, times: int) -> Rows:
        for person in {self.somebody(number + 31 * time) for time in range(1, times + 1)}:
            yield {
                "subject_kind": kind,
                "subject_id": number,
                "person_id": person,
                "kind": list(ReactionKind)[(number + person) % len(ReactionKind)],
                "created_at": self.now,
            }

    def _line(self, fact: str, kind: str, number: int, on: int, at: datetime) -> dict[str, Any]:
        return {
            "created_at": at,
            "fact": fact,
            "actor_id": self.somebody(number),
            "subject_kind": kind,
            "subject_id": number,
            "thread_kind": "post",
            "thread_id": on,
            "details": {},
        }


def _places(connection: Connection, model: type[Entity], wanted: int) -> range:
    """The next free numbers of a table."""
    first = (connection.scalar(select(func.max(model.id))) or 0) + 1
    return range(first, first + wanted)


def _tags(connection: Connection) -> list[int]:
    """The numbers of our tags, with those that were not there."""
    known = set(connection.scalars(select(Tag.slug)))
    new = [
        {"name": name, "slug": slug(name, 40), "created_at": clock.now()}
        for name in words.TAGS
        if slug(name, 40) not in known
    ]
    if new:
        connection.execute(insert(Tag), new)
    return list(connection.scalars(select(Tag.id).order_by(Tag.id)))


def _put(connection: Connection, model: Any, rows: Iterable[dict[str, Any]]) -> None:
    table: Table = model.__table__
    statement, rows = insert(table), iter(rows)
    while batch := list(islice(rows, A_BATCH)):
        connection.execute(statement, batch)
    if connection.dialect.name == "postgresql" and "id" in table.c:
        connection.execute(
            text(
                f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), max(id))"
                f" FROM {table.name}"
            )
        )


def _count_on(connection: Connection) -> None:
    """As every decision does, so that no page remembers an emptier house."""
    connection.execute(text("UPDATE data_version SET number = number + 1"))

"""What was found, as a page tells it: what it is, where the words stand, whose and of when."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Row

from app.core import textindex
from app.core.markdown import bare
from app.core.textindex import Piece
from app.facts import subjects
from app.people.models import Reader
from app.people.sight import Whoever, sight
from app.search import queries
from app.search.labels import Label, labels, named
from app.search.narrowing import NEWEST, PAGE, Narrowing

LONGEST_TITLE = 300  # characters
MOST_AUTHORS = 6
EARLIEST = datetime(1, 1, 1)

Thing = tuple[str, int]


@dataclass(frozen=True)
class Result:
    kind: str
    number: int
    title: list[Piece]
    excerpt: list[Piece]
    language: str | None
    at: datetime | None
    author: str  # a name; where the thing is a person, theirs
    author_id: int | None
    picture: str | None
    place: str  # the title of what it stands in
    place_address: str

    @property
    def is_person(self) -> bool:
        return self.kind == "person"


class Sort(NamedTuple):
    """How many of a kind were found."""

    kind: str
    name: str
    times: int
    has_more: bool  # than were counted


class Writer(NamedTuple):
    id: int
    name: str
    picture: str | None
    times: int


@dataclass(frozen=True)
class Results:
    rows: list[Result]
    sorts: list[Sort]
    writers: list[Writer]
    total: int
    has_more: bool  # than were counted
    page: int
    pages: int
    labels: list[Label]  # tags and terms with a name that was asked for


NOTHING = Results([], [], [], 0, False, 1, 0, [])


def results(wanted: Narrowing, reader: Reader) -> Results:
    """One page of what was found, and how much there is: four queries, whatever was found."""
    if not wanted.words:
        return NOTHING
    names = named(wanted)
    found = queries.found(wanted, reader, names)
    ordered = sorted(found.rows, key=_newest if wanted.order == NEWEST else _best, reverse=True)
    chosen = [row for row in ordered if wanted.kind in ("", row.kind)]
    begin = PAGE * (wanted.page - 1)
    shown = chosen[begin : begin + PAGE]
    writers = _authors(chosen)
    rows, titles, faces = _told(
        shown, wanted.words, reader, tags=found.labels, also=[number for number, _ in writers]
    )
    counted = Counter(row.kind for row in ordered)
    return Results(
        rows=rows,
        sorts=[
            Sort(subject.kind, subject.names, counted[subject.kind], subject.kind in found.capped)
            for subject in subjects.registered()
            if counted[subject.kind]
        ],
        writers=[
            Writer(number, faces[number].name, faces[number].picture, count)
            for number, count in writers
            if number in faces
        ],
        total=len(chosen),
        has_more=bool(found.capped & ({wanted.kind} if wanted.kind else found.capped)),
        page=wanted.page,
        pages=-(-len(chosen) // PAGE),
        labels=labels(found.labels, names, titles),
    )


def suggestion(wanted: Narrowing, reader: Reader) -> str:
    """The question as it may have been meant, if this reader finds something by it."""
    mended = textindex.corrected(wanted.words) if wanted.words else None
    if mended is None:
        return ""
    meant = Narrowing(words=mended)
    return mended if queries.found(meant, reader).rows else ""


def _best(row: Row) -> tuple:
    return row.rank, row.at or EARLIEST, row.number


def _newest(row: Row) -> tuple:
    return row.at or EARLIEST, row.rank, row.number


def _authors(rows: Iterable[Row]) -> list[tuple[int, int]]:
    """Whose most of it is: their numbers, and how much."""
    counted = Counter(
        int(word.removeprefix("qa"))
        for row in rows
        if row.kind != "person"
        for word in row.authors.split()
    )
    return counted.most_common(MOST_AUTHORS)


def _told(
    rows: Sequence[Row], words: str, reader: Reader, tags: Iterable[Thing], also: Sequence[int]
) -> tuple[list[Result], dict[Thing, str], dict[int, Row]]:
    whoever, seen = Whoever(reader.roles), sight(reader)
    sketches = subjects.sketches(whoever, [(row.kind, row.number) for row in rows], seen)
    places = {(row.on_kind, row.on_id) for row in sketches.values() if row.on_id}
    titles = subjects.titles(whoever, places | {one for one in tags if one[0] == "tag"}, seen)
    named = {row.author_id for row in sketches.values() if row.author_id}
    faces = queries.faces(named | set(also))
    told = (sketches.get((row.kind, row.number)) for row in rows)
    return [_result(row, words, titles, faces) for row in told if row], titles, faces


def _result(row: Row, words: str, titles: dict[Thing, str], faces: dict[int, Row]) -> Result:
    subject, on = subjects.named(row.kind), (row.on_kind, row.on_id)
    place, face = titles.get(on, ""), faces.get(row.author_id)
    text = bare(row.text) if subject.is_markup else row.text
    title = place if subject.is_said else row.title
    return Result(
        kind=row.kind,
        number=row.id,
        title=textindex.snippet(title, words, longest=LONGEST_TITLE),
        excerpt=textindex.snippet(text, words),
        language=row.language,
        at=row.at,
        author=face.name if face else row.signed or "",
        author_id=face.id if face else None,
        picture=face.picture if face else None,
        place="" if subject.is_said else place,
        place_address=subjects.address(*on) if place else "",
    )

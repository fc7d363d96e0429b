"""Lines as people read them: whole sentences, in their language, about what they may see."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from markupsafe import Markup
from sqlalchemy import Row

from app.activity import queries
from app.activity.queries import NEWEST, PAGE
from app.core import fragments
from app.core.fragments import piece
from app.core.i18n import gettext
from app.core.paging import Page
from app.core.sentences import name, thing
from app.facts import Fact, kinds, subjects
from app.facts.wording import said
from app.people.models import Reader
from app.people.sight import Whoever, sight, sight_of_all_alike

Titles = dict[tuple[str, int], str]


class Face(NamedTuple):
    """Whose portrait stands beside a line."""

    name: str
    picture: str | None


@dataclass(frozen=True)
class Told:
    sentence: Markup
    quote: str  # what was said, where something was
    face: Face
    at: datetime


class Piece(NamedTuple):
    """A line as it is drawn."""

    id: int
    html: Markup


class Stream(NamedTuple):
    html: Markup
    is_empty: bool


def stream(
    reader: Reader, *, before: int = NEWEST, size: int = PAGE, space: int | None = None
) -> Stream:
    """One page of what happened, the latest first: two queries, for the first of many alike.

    Of what happened in one space, where one is asked for.

    Whoever did none of it, and of whose own nothing is told among it, reads what the last one read
    who has the same roles and is in the same circles.
    """
    alike = (reader.roles, reader.circles, before, size, space)
    found, titles = fragments.rows(
        "stream",
        *alike,
        read=lambda: _read(reader, sight_of_all_alike(reader), before, size, space),
    )
    own = queries.last_of_their_own(reader)
    if own and (not found.more or own > found.rows[-1].id):
        found, titles = _read(reader, sight(reader), before, size, space)
        return _stream(found, titles, reader, space)
    if any(line.actor_id == reader.id for line in found.rows):
        return _stream(found, titles, reader, space)
    html = fragments.lasting(
        "activity/_stream.html", *alike, read=lambda: _lines(found, titles, reader, space)
    )
    return Stream(html, is_empty=not html.strip())


def followed(reader: Reader, *, before: int = NEWEST, size: int = PAGE) -> Stream:
    """The same of what the reader follows; it is theirs, and kept for nobody."""
    seen = sight(reader)
    found = queries.followed(reader, seen, before=before, size=size)
    titles = subjects.titles(Whoever(reader.roles), _things(found.rows), seen)
    lines = _lines(found, titles, reader, None) | {"is_followed": True}
    html = fragments.drawn("activity/_stream.html", **lines).strip()
    return Stream(html, is_empty=not html)


def _stream(found: Page[Row], titles: Titles, reader: Reader, space: int | None) -> Stream:
    lines = _lines(found, titles, reader, space)
    html = fragments.drawn("activity/_stream.html", **lines).strip()
    return Stream(html, is_empty=not html)


def _lines(found: Page[Row], titles: Titles, reader: Reader, space: int | None) -> dict[str, Any]:
    drawn = (Piece(line.id, _drawn(line, titles, reader)) for line in found.rows)
    earlier = found.rows[-1].id if found.more else None
    return {
        "lines": [line for line in drawn if line.html],
        "earlier": earlier,
        "space": space,
        "is_followed": False,
    }


def _read(
    reader: Reader, seen: dict[str, Any], before: int, size: int, space: int | None
) -> tuple[Page[Row], Titles]:
    found = queries.stream(reader, seen, before=before, size=size, space=space)
    return found, subjects.titles(Whoever(reader.roles), _things(found.rows), seen)


def _drawn(line: Row, titles: Titles, reader: Reader) -> Markup:
    """The same for all who see its titles, but for whoever did it; nothing if nothing is told."""
    is_mine = line.actor_id == reader.id
    on, about = _ends(line)
    told = (line.fact, line.id, line.created_at, repr(line.details), line.actor, line.picture)
    made_of = (*told, titles.get(on), titles.get(about), is_mine)
    return piece(
        "activity/_line.html", *made_of, read=lambda: {"line": _told(line, titles, is_mine)}
    ).strip()


def _ends(line: Row) -> tuple[tuple[str, int], tuple[str, int]]:
    """What it happened on, and to."""
    return (line.thread_kind, line.thread_id), (line.subject_kind, line.subject_id)


def _things(lines: Any) -> set[tuple[str, int]]:
    subject = {(line.subject_kind, line.subject_id) for line in lines}
    return subject | {(line.thread_kind, line.thread_id) for line in lines}


def _told(line: Row, titles: Titles, is_mine: bool) -> Told | None:
    """None where nothing can be said: an untitled thing, or a line of another time's code."""
    fact, (on, about) = kinds().get(line.fact), _ends(line)
    if fact is None or not titles.get(on):
        return None

    sentence = said(
        fact,
        actor=name(line.actor or gettext("The calendar")),
        title=thing(titles[on], subjects.address(*about)),
        details=line.details,
        to_whoever_did_it=is_mine,
    )
    if sentence is None:
        return None
    return Told(
        sentence=sentence,
        quote=titles.get(about, "") if about != on else "",
        face=_face(line, fact, titles[on]),
        at=line.created_at,
    )


def _face(line: Row, fact: type[Fact], title: str) -> Face:
    """Who did it; where the sentence does not say who, the thing itself (a person, mostly)."""
    if line.actor is None or "%(actor)s" not in fact.says:
        return Face(title, None)
    return Face(line.actor, line.picture)

"""Lines as people read them: whole sentences, in their language, about what they may see."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from markupsafe import Markup
from sqlalchemy import Row

from app.activity import queries
from app.activity.queries import NEWEST, PAGE
from app.core.i18n import gettext
from app.core.sentences import name, thing
from app.facts import Fact, kinds, subjects
from app.facts.wording import said
from app.people.models import Reader

Titles = dict[tuple[str, int], str]


class Face(NamedTuple):
    """Whose portrait stands beside a line."""

    name: str
    picture: str | None


@dataclass(frozen=True)
class Told:
    id: int
    sentence: Markup
    quote: str  # what was said, where something was
    face: Face
    at: datetime


@dataclass(frozen=True)
class Stream:
    lines: list[Told]
    earlier: int | None  # the next page is `before` this number


def stream(reader: Reader, *, before: int = NEWEST, size: int = PAGE) -> Stream:
    """One page of what happened, the latest first: a query, and one for each kind of thing."""
    found = queries.stream(reader, before=before, size=size)
    known, titles = kinds(), subjects.titles(reader, _things(found.rows))
    told = (_told(line, known.get(line.fact), titles, reader) for line in found.rows)
    earlier = found.rows[-1].id if found.more else None
    return Stream([line for line in told if line], earlier)


def _things(lines: Any) -> set[tuple[str, int]]:
    subject = {(line.subject_kind, line.subject_id) for line in lines}
    return subject | {(line.thread_kind, line.thread_id) for line in lines}


def _told(line: Row, fact: type[Fact] | None, titles: Titles, reader: Reader) -> Told | None:
    """None where nothing can be said: an untitled thing, or a line of another time's code."""
    about, on = (line.subject_kind, line.subject_id), (line.thread_kind, line.thread_id)
    if fact is None or not titles.get(on):
        return None

    sentence = said(
        fact,
        actor=name(line.actor or gettext("The calendar")),
        title=thing(titles[on], subjects.address(*about)),
        details=line.details,
        to_whoever_did_it=line.actor_id == reader.id,
    )
    if sentence is None:
        return None
    return Told(
        id=line.id,
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

"""What happened, as it is told to one person: several who did the same are one sentence."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from flask import url_for
from markupsafe import Markup
from sqlalchemy import Row

from app.core.i18n import N_, gettext, number
from app.core.mail import Enclosure
from app.core.sentences import name, sentence, thing
from app.facts import kinds, subjects
from app.facts.wording import said
from app.notifications.matrix import MATRIX
from app.notifications.models import Kind

# Of one person who did it, and of several. What stands in neither says its fact's own sentence.
WORDS: dict[Kind, tuple[str, str]] = {
    Kind.MENTION: (
        N_("%(actor)s mentioned you in %(title)s"),
        N_("%(people)s mentioned you in %(title)s"),
    ),
    Kind.REPLY: (
        N_("%(actor)s answered you in %(title)s"),
        N_("%(people)s answered you in %(title)s"),
    ),
    Kind.MINE: (
        N_("%(actor)s commented on %(title)s"),
        N_("%(people)s commented on %(title)s"),
    ),
    Kind.THREAD: (
        N_("%(actor)s commented on %(title)s"),
        N_("%(people)s commented on %(title)s"),
    ),
    Kind.REACTION: (
        N_("%(actor)s reacted to %(title)s"),
        N_("%(people)s reacted to %(title)s"),
    ),
}


MOST_FILES = 5  # of a letter


class Face(NamedTuple):
    name: str
    picture: str | None


@dataclass(frozen=True)
class Group:
    """What is told together: the number of its latest notification, and how many they are."""

    number: int
    kind: Kind
    sentence: Markup
    quote: str
    face: Face
    at: datetime
    count: int
    is_unread: bool
    address: str
    added: Sequence[str] = ()  # what a letter says beneath it

    @property
    def plain(self) -> str:
        """Without its links: the line of a letter's subject."""
        return str(self.sentence.striptags())


Titles = dict[tuple[str, int], str]
Added = Mapping[tuple[str, str, int], Sequence[str]]
Url = Callable[..., str]


def things(rows: Iterable[Row]) -> set[tuple[str, int]]:
    """Whatever has a title in what is told."""
    found = set()
    for row in rows:
        found |= {(row.subject_kind, row.subject_id), (row.thread_kind, row.thread_id)}
    return found


def added(rows: Iterable[Row]) -> Added:
    """What a letter says beneath each line: asked of the database, and in the language spoken."""
    told = {(row.fact, row.subject_kind, row.subject_id) for row in rows}
    return {one: subjects.added(*one) for one in told}


def attached(rows: Iterable[Row], titles: Titles) -> list[Enclosure]:
    """The files that go with what is told, the latest first: each once, and not too many."""
    told = [(row.fact, row.subject_kind, row.subject_id) for row in rows]
    files: list[Enclosure] = []
    for fact, kind, place in dict.fromkeys(told):
        if (kind, place) in titles:
            files += [one for one in subjects.attached(fact, kind, place) if one not in files]
    return [_numbered(one, place) for place, one in enumerate(files[:MOST_FILES])]


def _numbered(file: Enclosure, place: int) -> Enclosure:
    """So that several of one name stay apart where somebody keeps them."""
    name, dot, ending = file.name.rpartition(".")
    return replace(file, name=f"{name}-{place + 1}{dot}{ending}") if place else file


def groups(
    rows: Sequence[Row], titles: Titles, *, url: Url = url_for, added: Added | None = None
) -> list[Group]:
    """By thing, the latest first; what was read and what was not stay apart. `url` says where a
    page is, by its endpoint.
    """

    def together(row: Row) -> tuple:
        alone = row.kind in WORDS or row.id
        return (row.thread_kind, row.thread_id, row.kind, alone, row.read_at is None)

    order: dict[tuple, list[Row]] = {}
    for row in rows:
        order.setdefault(together(row), []).append(row)
    told = (_group(found, titles, url, added or {}) for found in order.values())
    return [one for one in told if one is not None]


def _group(rows: list[Row], titles: Titles, url: Url, added: Added) -> Group | None:
    last = rows[0]
    on, about = (last.thread_kind, last.thread_id), (last.subject_kind, last.subject_id)
    if on not in titles or about not in titles:
        return None
    names = list(dict.fromkeys(row.actor or gettext("The calendar") for row in rows))
    place = _place(last, url)
    title, what = thing(titles[on], place), thing(titles[about], place)
    words = _sentence(last, names, title, what)
    if words is None:
        return None
    is_quoted = about != on and what not in words
    return Group(
        number=last.id,
        kind=last.kind,
        sentence=words,
        quote=titles[about] if is_quoted else "",
        face=Face(names[0], last.picture),
        at=last.created_at,
        count=len(rows),
        is_unread=last.read_at is None,
        address=place,
        added=added.get((last.fact, *about), ()),
    )


def _place(last: Row, url: Url) -> str:
    """Where it leads: to the thing, or to what is asked for."""
    fact = kinds().get(last.fact)
    leads = MATRIX[fact].leads if fact in MATRIX else ""
    if leads:
        return url(leads)
    return url(subjects.named(last.subject_kind).endpoint, number=last.subject_id)


def _sentence(last: Row, names: list[str], title: Markup, about: Markup) -> Markup | None:
    if last.kind in WORDS:
        one, many = WORDS[last.kind]
        if len(names) == 1:
            return sentence(one, actor=name(names[0]), title=title)
        return sentence(many, people=people(names), title=title)
    fact = kinds().get(last.fact)
    if fact is None:
        return None
    if fact in MATRIX and MATRIX[fact].says:
        return sentence(MATRIX[fact].says, actor=name(names[0]), title=title, about=about)
    return said(fact, actor=name(names[0]), title=title, details={})


def people(names: list[str]) -> Markup:
    """«Ane y Jon», «Ane y 3 más»."""
    if len(names) == 2:
        return sentence(N_("%(one)s and %(other)s"), one=name(names[0]), other=name(names[1]))
    more = number(len(names) - 1)
    return sentence(N_("%(one)s and %(more)s more"), one=name(names[0]), more=more)

"""Entries as people read them: whole sentences in their language, with the names of today."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from markupsafe import Markup, escape
from sqlalchemy import Row

from app.audit import queries
from app.audit.narrowing import Narrowing
from app.audit.queries import NEWEST, PAGE
from app.core.i18n import N_, gettext
from app.core.sentences import name, thing
from app.facts import Fact, kinds, subjects
from app.facts.wording import said
from app.people import devices
from app.people.models import Reader

THE_SERVER = N_("The server itself")  # its clock, or somebody at its terminal
GONE = N_("Somebody who is no longer here")
UNSEEN = N_("Something that is gone, or that you may not see")
UNKNOWN = N_("%(title)s: something this version has no words for (%(fact)s)")

Titles = dict[tuple[str, int], str]


@dataclass(frozen=True)
class Told:
    id: int
    sentence: Markup
    actor: str
    names_actor: bool  # whether the sentence says already who did it
    at: datetime
    sign_in: str
    row: Row


@dataclass(frozen=True)
class Book:
    entries: list[Told]
    earlier: int | None  # the next page is `before` this number


def book(reader: Reader, wanted: Narrowing, *, before: int = NEWEST, size: int = PAGE) -> Book:
    """One page, the latest first: a query, and one for each kind of thing."""
    found = queries.entries(wanted, before=before, size=size)
    known, titles = kinds(), subjects.titles(reader, _things(found.rows))
    told = [_told(row, known.get(row.fact), titles) for row in found.rows]
    return Book(told, found.rows[-1].id if found.more else None)


def kinds_in_words() -> dict[str, str]:
    """Every fact that is audited, as its sentence without names: «… signed out»."""
    gap = {"actor": "…", "title": "…"}
    told = {code: gettext(fact.says) % _Gaps(gap) for code, fact in kinds().items() if fact.audited}
    return dict(sorted(told.items(), key=lambda one: one[1].strip("… ").casefold()))


class _Gaps(dict):
    def __missing__(self, part: str) -> str:
        return "…"


def _things(rows: Any) -> set[tuple[str, int]]:
    subject = {(row.subject_kind, row.subject_id) for row in rows}
    return subject | {(row.thread_kind, row.thread_id) for row in rows}


def _told(row: Row, fact: type[Fact] | None, titles: Titles) -> Told:
    """Nothing that was written is left out, whatever became of what it was about."""
    actor = row.actor or gettext(THE_SERVER if row.actor_id is None else GONE)
    title = _title(row, titles)
    sentence = None
    if fact:
        sentence = said(fact, actor=name(actor), title=title, details=_details(row))
    is_own = (row.subject_kind, row.subject_id) == ("person", row.actor_id)
    return Told(
        id=row.id,
        sentence=sentence or escape(gettext(UNKNOWN)) % {"title": title, "fact": row.fact},
        actor=actor,
        names_actor=bool(sentence and fact and "%(actor)s" in fact.says) or is_own,
        at=row.created_at,
        sign_in=row.sign_in,
        row=row,
    )


def _title(row: Row, titles: Titles) -> Markup:
    about, on = (row.subject_kind, row.subject_id), (row.thread_kind, row.thread_id)
    if title := titles.get(on):
        return thing(title, subjects.address(*(about if about in titles else on)))
    is_person = row.thread_kind == "person"
    return escape(gettext(GONE if is_person else UNSEEN))


def _details(row: Row) -> dict[str, Any]:
    agent = row.details.get("agent")
    return row.details if agent is None else row.details | {"agent": devices.in_words(agent)}

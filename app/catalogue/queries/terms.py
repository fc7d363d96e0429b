"""Finding the terms of the catalogues."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Integer, Row, Select, String, bindparam, exists, func, select

from app.catalogue.models import Kind, Term, TermTagging
from app.core.db import db
from app.facts import subjects
from app.people import along

NAMES = (Term.name, Term.name_eu, Term.name_en, Term.name_pt)
LEADS = (Term.lead, Term.lead_eu, Term.lead_en, Term.lead_pt)
OFFERED = Term.retired_at.is_(None) & Term.merged_into_id.is_(None)

# It grows with whatever becomes of any of them: none is ever deleted.
along.find("terms", lambda: select(func.sum(Term.version)).scalar_subquery())

TERMS_OF = (
    select(Term.id, Term.kind, Term.slug, Term.position, *NAMES)
    .distinct()
    .join(TermTagging, TermTagging.term_id == Term.id)
    .where(
        TermTagging.subject_kind == bindparam("kind", type_=String),
        TermTagging.subject_id == bindparam("number", type_=Integer),
    )
    .order_by(Term.kind, Term.position, Term.id)
)


def givable(numbers: Iterable[int], kind: str, number: int) -> list[int]:
    """What a thing may carry once somebody chose these terms for it: what speaks for them, if it
    is offered, and whatever the thing carries that no longer is.

    One statement, so one moment: between two, another may merge a term, and it would be in neither.
    """
    speaking = select(func.coalesce(Term.survivor_id, Term.id)).where(Term.id.in_(list(numbers)))
    carried = select(TermTagging.term_id).where(
        TermTagging.subject_kind == kind, TermTagging.subject_id == number
    )
    chosen = OFFERED & Term.id.in_(speaking)
    kept = ~OFFERED & Term.id.in_(carried)
    return list(db.session.scalars(select(Term.id).where(chosen | kept)))


def terms_of(kind: str, number: int) -> list[Row]:
    """The terms of one thing, in the order of their catalogues."""
    return list(db.session.execute(TERMS_OF, {"kind": kind, "number": number}))


def names_of_terms(kind: str, numbers: Iterable[int]) -> dict[int, list[str]]:
    """What each of these things carries, in the house's own language and the catalogues' order."""
    wanted = (
        select(TermTagging.subject_id, Term.name, Term.kind, Term.position, Term.id)
        .distinct()
        .join(Term, Term.id == TermTagging.term_id)
        .where(TermTagging.subject_kind == kind, TermTagging.subject_id.in_(list(numbers)))
        .order_by(Term.kind, Term.position, Term.id)
    )
    found: dict[int, list[str]] = {}
    for number, name, *_ in db.session.execute(wanted):
        found.setdefault(number, []).append(name)
    return found


def every_term() -> list[Row]:
    """Offered or not, with what speaks for it: what a table from long ago may name."""
    speaks = func.coalesce(Term.survivor_id, Term.id).label("speaks_as")
    return list(db.session.execute(select(Term.id, Term.kind, Term.slug, speaks, *NAMES)))


def numbers_given(kind: str, term: int) -> Select[int]:
    """A subquery of the things of a kind that carry a term, by its number."""
    speaking = select(func.coalesce(Term.survivor_id, Term.id)).where(Term.id == term)
    return select(TermTagging.subject_id).where(
        TermTagging.term_id == speaking.scalar_subquery(), TermTagging.subject_kind == kind
    )


def offered() -> list[Row]:
    """Every term that can be chosen, in the order of its catalogue."""
    rows = select(Term.id, Term.kind, Term.slug, *NAMES, *LEADS).where(OFFERED)
    return list(db.session.execute(rows.order_by(Term.kind, Term.position, Term.id)))


def terms(kind: Kind, *, retired: bool = False) -> list[Row]:
    """A catalogue as its page shows it; or what it no longer offers."""
    return list(
        db.session.execute(
            select(
                Term.id,
                Term.kind,
                Term.slug,
                Term.position,
                Term.version,
                Term.retired_at,
                *NAMES,
                *LEADS,
            )
            .where(Term.kind == kind, ~OFFERED if retired else OFFERED)
            .order_by(Term.position, Term.id)
        )
    )


def visible_terms(person: Any) -> Select[Term]:
    """What the house is about is no secret to anybody in it."""
    return select(Term)


def seen_terms(person: Any) -> Select[Term]:
    """Those of which this person sees something that carries them."""
    seen = subjects.seen_by(person, TermTagging.subject_kind, TermTagging.subject_id, carrying=True)
    carried = exists().where(TermTagging.term_id == Term.id, seen)
    return select(Term).where(carried.correlate(Term))


def term(number: int | None) -> Term | None:
    return db.session.get(Term, number) if number else None


def term_at(kind: Kind, word: str) -> Term | None:
    return db.session.scalar(select(Term).where(Term.kind == kind, Term.slug == word))


def terms_at(words: Iterable[str]) -> list[int]:
    """The numbers of the terms with these addresses, in whichever catalogue."""
    rows = select(Term.id).where(Term.slug.in_(list(words)), OFFERED)
    return list(db.session.scalars(rows))


def last_place(kind: Kind) -> int:
    last = select(func.max(Term.position)).where(Term.kind == kind)
    return (db.session.scalar(last) or 0) + 1


def in_order(kind: Kind) -> list[Term]:
    """The offered terms of a catalogue, held to be put in another order."""
    rows = select(Term).where(Term.kind == kind, OFFERED).order_by(Term.id)
    held = db.session.scalars(rows.with_for_update(key_share=True))
    return sorted(held, key=lambda term: (term.position, term.id))

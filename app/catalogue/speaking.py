"""A term in the language of whoever reads; in the house's own where that one lacks it."""

from dataclasses import dataclass
from typing import Any

from app.catalogue.models import Kind
from app.core.i18n import N_, language

OWN = "es"  # the language every term has a name in
OTHERS = ("eu", "en", "pt")
NAMES = ("name", *(f"name_{code}" for code in OTHERS))
LEADS = ("lead", *(f"lead_{code}" for code in OTHERS))

# What a catalogue is called, and what one of its terms is.
CATALOGUES = {
    Kind.PRIORITIES: N_("Priorities"),
    Kind.SEGMENTS: N_("Segments"),
    Kind.MOMENTS: N_("Moments that matter"),
    Kind.HABITS: N_("WOW habits"),
    Kind.TOUCHPOINTS: N_("Touchpoints"),
    Kind.AREAS: N_("Areas"),
    Kind.REASONS: N_("Reasons for a no"),
}
ONE = {
    Kind.PRIORITIES: N_("Priority"),
    Kind.SEGMENTS: N_("Segment"),
    Kind.MOMENTS: N_("Moment that matters"),
    Kind.HABITS: N_("WOW habit"),
    Kind.TOUCHPOINTS: N_("Touchpoint"),
    Kind.AREAS: N_("Area"),
    Kind.REASONS: N_("Reason for a no"),
}


@dataclass(frozen=True)
class Words:
    """Words, and the language they happen to be in."""

    text: str
    language: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Told:
    """A term as a page tells of it."""

    id: int
    kind: Kind
    slug: str
    name: Words
    lead: Words
    position: int = 0
    version: int = 0
    is_retired: bool = False


def name(row: Any) -> Words:
    return _said(row, "name")


def lead(row: Any) -> Words:
    return _said(row, "lead")


def told(row: Any) -> Told:
    """Of a row, or of a term itself."""
    return Told(
        id=row.id,
        kind=Kind(row.kind),
        slug=row.slug,
        name=name(row),
        lead=lead(row) if hasattr(row, "lead") else Words("", OWN),
        position=getattr(row, "position", 0),
        version=getattr(row, "version", 0),
        is_retired=bool(getattr(row, "retired_at", None)),
    )


def _said(row: Any, what: str) -> Words:
    spoken = language()
    if spoken in OTHERS and (text := getattr(row, f"{what}_{spoken}")):
        return Words(text, spoken)
    return Words(getattr(row, what), OWN)

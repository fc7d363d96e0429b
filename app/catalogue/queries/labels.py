"""What a thing is labelled with, tags and terms together: a page shows both and asks once."""

from sqlalchemy import (
    CompoundSelect,
    Integer,
    Row,
    String,
    bindparam,
    literal,
    null,
    select,
    union,
)

from app.catalogue.models import Tag, Tagging, Term, TermTagging
from app.catalogue.queries.terms import NAMES
from app.core.db import db

KIND, NUMBER = bindparam("kind", type_=String), bindparam("number", type_=Integer)

_TAGS = (
    select(
        literal("").label("kind"),
        literal(0).label("position"),
        Tag.slug,
        Tag.id,
        Tag.name,
        *(null().label(column.key) for column in NAMES[1:]),
    )
    .join(Tagging, Tagging.tag_id == Tag.id)
    .where(Tagging.subject_kind == KIND, Tagging.subject_id == NUMBER)
)
_TERMS = (
    select(Term.kind.cast(String).label("kind"), Term.position, Term.slug, Term.id, *NAMES)
    .join(TermTagging, TermTagging.term_id == Term.id)
    .where(TermTagging.subject_kind == KIND, TermTagging.subject_id == NUMBER)
)
# A word that others were merged into was given more than once, and is there once.
LABELS_OF: CompoundSelect = union(_TAGS, _TERMS).order_by("kind", "position", "slug")


def labels_of(kind: str, number: int) -> tuple[list[Row], list[Row]]:
    """(tags by name, terms in the order of their catalogues). One query."""
    rows = db.session.execute(LABELS_OF, {"kind": kind, "number": number}).all()
    return [row for row in rows if not row.kind], [row for row in rows if row.kind]

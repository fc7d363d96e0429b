"""An import, as whoever works on any subject knows it."""

from app.facts.subjects import Subject, register
from app.imports import queries
from app.imports.models import Import

register(
    Subject(
        kind="import",
        model=Import,
        title=Import.name,
        visible_to=queries.visible_to,
        theirs=queries.theirs,
        card="imports/_card.html",
        endpoint="imports.imports.show",
    )
)

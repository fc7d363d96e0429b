"""What became of several ideas at once, as its page tells it."""

from collections.abc import Iterable
from typing import Any

from app.catalogue.models import Term
from app.catalogue.speaking import name
from app.core.i18n import N_
from app.ideas import queries
from app.ideas.models import Batch, BatchIdea, Doing, Left

DONE = {
    Doing.OWNER: N_("Has carried them since then"),
    Doing.TAG: N_("The tag they were given"),
    Doing.AREA: N_("The area that looks at them"),
    Doing.DECLINE: N_("Why not"),
}
WHY = {
    Left.CHANGED: N_("Somebody changed it meanwhile."),
    Left.GONE: N_("It was withdrawn, hidden or merged meanwhile."),
    Left.ALREADY: N_("So it was already."),
    Left.ENDED: N_("It has ended: no area works on it."),
    Left.FULL: N_("It carries as many tags as it can."),
    Left.MOVED_ON: N_("Somebody went on from there, so it was not undone."),
}


def parted(rows: Iterable[BatchIdea]) -> tuple[list[BatchIdea], list[BatchIdea]]:
    """Done, and left as they were."""
    rows = list(rows)
    return [row for row in rows if row.left is None], [row for row in rows if row.left]


def shown(batch: Batch) -> dict[str, Any]:
    """Four queries, however many ideas."""
    rows = queries.of_batch(batch.id)
    done, left = parted(rows)
    kept = [row for row in done if row.kept]
    given = queries.given_by(batch)
    return {
        "batch": batch,
        "cards": {card.id: card for card in queries.chosen(row.idea_id for row in rows)},
        "touched": queries.touched(row.idea_id for row in [*left, *kept]),
        "done": [row for row in done if not row.is_undone],
        "undone": [row for row in done if row.is_undone],
        "left": left,
        "given": str(name(given)) if isinstance(given, Term) else given and given.name,
        "given_as": DONE[batch.doing],
        "why": WHY,
    }

"""The ideas of a list in a table that the import understands: the governance team's own three
columns, or all of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Row

from app.core.calendar import day_of
from app.core.i18n import gettext
from app.core.tables import Above, Cell
from app.ideas import queries, triage
from app.ideas.columns import FIELDS, OWN_HEADING, SCORE
from app.ideas.models import Voice
from app.ideas.queries import files
from app.ideas.queries.board import Wanted
from app.ideas.slips import BETWEEN_TERMS
from app.ideas.wording import KINDS

SHARED = Above(triage.THE_SAME)


def own_table(asked: Wanted) -> Iterator[list[Cell]]:
    """Idea · ¿Analizar? · Descripción, and nothing else. Ideas of a group stand together and share
    its description, which is one cell.
    """
    yield list(OWN_HEADING.values())
    above = None
    for row in files.whole(_together(queries.numbers(asked))):
        group = row.group_id if row.analysis else None
        said: Cell = row.analysis if group else triage.description(row)
        shared = group is not None and group == above
        yield [row.title, triage.verdict(row), SHARED if shared else said]
        above = group


def extended(asked: Wanted) -> Iterator[list[Cell]]:
    """All that is known of each, for whoever works with them."""
    names = [OWN_HEADING.get(one.name) or gettext(one.words) for one in FIELDS]
    yield [*names, gettext(SCORE)]
    for row, tags, terms in files.labelled([one.id for one in queries.numbers(asked)]):
        said = _said(row, tags, terms)
        yield [*(said[one.name] for one in FIELDS), row.score]


def _said(row: Row, tags: Sequence[str], terms: Sequence[str]) -> dict[str, Cell]:
    whole: dict[str, Any] = {one.name: getattr(row, one.name, None) for one in FIELDS}
    return whole | {
        "verdict": triage.verdict(row),
        "text": row.problem,
        "kind": gettext(KINDS[row.kind]),
        "group": row.group,
        "customer": "x" if row.voice is Voice.CUSTOMER else "",
        "tags": ", ".join(tags),
        "terms": BETWEEN_TERMS.join(terms),
        "proposed_on": day_of(row.created_at),
        "since": day_of(row.since),
    }


def _together(rows: Iterable[Row]) -> list[int]:
    """Their numbers in their order, but each group where its first one stands."""
    places: dict[tuple[str, int], list[int]] = {}
    for row in rows:
        at = ("group", row.group_id) if row.group_id else ("idea", row.id)
        places.setdefault(at, []).append(row.id)
    return [number for some in places.values() for number in some]

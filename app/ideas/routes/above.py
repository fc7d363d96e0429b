"""What stands above the ideas, on the board and on the table, for whoever decides."""

from typing import Any

from app.core.access import reader
from app.ideas import policy, queries
from app.ideas.narrowing import Narrowing
from app.ideas.queries.views import MOST


def views(wanted: Narrowing) -> dict[str, Any]:
    """The ways of looking that were saved, and which one this is; nothing for anybody else."""
    if not policy.triage(reader()):
        return {"views": None}
    return {"views": queries.views_of(reader(), MOST), "looked_at": wanted.said}

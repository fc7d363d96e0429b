"""The governance team's own table, as it has always been: Idea · ¿Analizar? · Descripción.

Its words are the team's and not a language's: what a file says in them is read again in every one.
"""

from typing import Any

from app.ideas.models import Verdict

IDEA, ANALYSE, DESCRIPTION = "Idea", "¿Analizar?", "Descripción"
SAID = {
    Verdict.NEW: "",
    Verdict.IN_PROGRESS: "Ya en curso",
    Verdict.DONE: "Hecha",
    Verdict.DECLINED: "No",
}


def verdict(row: Any) -> str:
    """«SÍ (CXE, 2022)», «No», «Ya en curso», «Hecha», or nothing yet. `row` names its area."""
    if row.verdict is not Verdict.ANALYSE:
        return SAID[row.verdict]
    where = ", ".join(str(part) for part in (row.area, row.target) if part)
    return f"SÍ ({where})" if where else "SÍ"


def description(row: Any) -> str:
    """All that it says, as it was written."""
    return "\n\n".join(part for part in (row.problem, row.change) if part)

"""What the survey draws into other features' pages."""

from typing import Any

from app.core.access import reader
from app.core.calendar import today
from app.core.fragments import lasting
from app.survey import queries


def call() -> str:
    """The way to the survey for whoever is asked by it, the same whether they have answered or
    not: no page but its own knows that. Read once for all of them.
    """
    if "survey" not in reader().has:
        return ""
    return lasting("survey/home/_call.html", today(), read=_asking)


def _asking() -> dict[str, Any]:
    wave = queries.open_wave()
    return {"wave": wave if wave and wave.takes_answers else None}

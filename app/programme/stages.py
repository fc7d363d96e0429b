"""What goes in, what is done, whom it reaches, what is different: one row for each figure."""

from typing import Any, NamedTuple

from app.core.i18n import gettext
from app.core.periods import Period
from app.programme import links, wording
from app.programme.reckoning import Programme


class Figure(NamedTuple):
    stage: str
    label: str
    counts: list[Any]  # now, and before
    addresses: list[str]  # of the lists behind


def stages(found: Programme) -> list[tuple[str, list[Figure]]]:
    """By stage, in their order."""
    rows = _figures(found)
    return [(one, [row for row in rows if row.stage == one]) for one in wording.STAGES]


def _figures(found: Programme) -> list[Figure]:
    unit = found.unit.id if found.unit else None
    total = found.total

    def figure(stage: str, label: str, counts: Any, link: Any, **narrowed: Any) -> Figure:
        addresses = [link(time, unit=unit, **narrowed) for time in found.sides]
        return Figure(stage, label, list(counts), addresses)

    def measured(stage: str, label: str, measure: str) -> Figure:
        def link(time: Period, **narrowed: Any) -> str:
            return links.behind(measure, time, **narrowed)

        return figure(stage, label, (side.of(measure) for side in total.sides), link)

    return [
        figure("input", gettext("Ambassadors in office"), found.ambassadors, links.ambassadors),
        measured("input", gettext("Hours"), "hours"),
        measured("activity", gettext("Dates held"), "events"),
        measured("activity", gettext("Initiatives begun"), "initiatives"),
        measured("output", gettext("People reached"), "reached"),
        measured("output", gettext("People who came"), "came"),
        *(
            figure(
                "outcome",
                gettext(
                    "%(outcome)s (told %(days)s days after the end)",
                    outcome=gettext(wording.OUTCOMES[outcome]),
                    days=told.after,
                ),
                counts,
                links.changes,
                outcome=outcome.value,
                days=told.after,
            )
            for told in found.outcomes
            for outcome, counts in told.counts.items()
        ),
        figure("outcome", gettext("Sponsored ideas that are done"), found.ideas, links.ideas),
    ]

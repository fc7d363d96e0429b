"""What minutes say, in the language of whoever reads."""

from datetime import timedelta
from typing import Any

from app.catalogue.speaking import name
from app.committee.models import Source, Status
from app.committee.queries import Line
from app.core.i18n import N_, gettext, ngettext
from app.core.i18n import number as told
from app.ideas.wording import verdict_of

SOURCES: dict[Source, str] = {
    Source.PARKED: N_("Left over from last time"),
    Source.LATE: N_("Waiting longer than promised"),
    Source.NEW: N_("New"),
    Source.CHOSEN: N_("Put on by somebody"),
}
STATUSES: dict[Status, str] = {
    Status.WAITING: N_("Waits its turn"),
    Status.PARKED: N_("Parked for another session"),
    Status.ASKED: N_("Asked for a detail"),
    Status.DECIDED: N_("Decided"),
}


def what(line: Line) -> str:
    """«SÍ (CXE, 2022)», «No»; and that it is what stood before, where it is."""
    said = verdict_of(line)
    return gettext("%(verdict)s, as before", verdict=said) if line.is_confirmed else said


def why(line: Line, *, with_words: bool = True) -> list[str]:
    """The reason and the words, each a paragraph; without those that speak to its author alone."""
    said = [str(name(line)) if line.name else "", line.result, line.words if with_words else ""]
    if line.reconsider:
        said.append(gettext("We would look at it again if: %(words)s", words=line.reconsider))
    return [one for one in said if one]


def lasted(took: timedelta | None) -> str:
    """In hours and minutes, as every language writes them: «1 h 25 min»."""
    if took is None:
        return ""
    hours, minutes = divmod(max(round(took.total_seconds() / 60), 1), 60)
    return f"{told(hours)} h {told(minutes)} min" if hours else f"{told(minutes)} min"


def each(seconds: Any, seen: Any) -> str:
    """How long one idea took, by and large."""
    if not seen or not seconds:
        return ""
    minutes = seconds / seen / 60
    return f"{told(round(minutes, 1) if minutes < 10 else round(minutes))} min"


def counted(count: int) -> str:
    return ngettext("%(n)s idea", "%(n)s ideas", count, n=told(count))

"""A calendar file, read for somebody to look at, and what is prepared of it to be brought in."""

from dataclasses import dataclass, field
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from flask import current_app

from app.core import discretion
from app.core.forms import REASONS
from app.core.i18n import N_, gettext, ngettext
from app.core.markdown import Reason, Refused, Rendered, render
from app.core.remarks import Remark, remark
from app.events import queries, repeating, wording
from app.events.ical import reading
from app.events.ical.found import Found
from app.events.ical.found import Refused as NotFound
from app.events.models import When
from app.events.repeating import Repeats
from app.imports.models import LONGEST_TITLE, Line, Outcome
from app.imports.parts import Part
from app.people.models import Person, Reader

TRIES = 5  # for a renderer that other people keep busy
DEADLINE = 5.0  # seconds for a text: nobody waits for this one alone
TELLS = N_("It seems to tell who a customer is. Look at it before you bring it in.")
REPEATS = N_("It repeats")
PLAIN = {  # on the day on which it begins
    "FREQ=WEEKLY": Repeats.WEEKLY,
    "FREQ=WEEKLY;INTERVAL=2": Repeats.FORTNIGHTLY,
    "FREQ=MONTHLY": Repeats.MONTHLY,
}


@dataclass
class Ready:
    """An event whose slow work is done; `rendered` is None where its text was refused."""

    found: Found
    rendered: Rendered | None
    organiser: int | None
    remarks: list[Remark] = field(default_factory=list)


def parts(data: bytes, by: Person | Reader, *, seconds: float) -> list[Part]:
    """What is understood of each event of a file, the organisers looked up in one query.

    Raises Unreadable.
    """
    house = current_app.config["BABEL_DEFAULT_TIMEZONE"]
    read = reading.read(data, zone=house, seconds=seconds)
    asked = {one.organiser for one in read if isinstance(one, Found) and one.organiser}
    people = {row.email: row for row in queries.people_at(asked)} if asked else {}
    return [_part(one, people) for one in read]


def prepare(kept: dict[str, Any]) -> Ready:
    """Slow: its text is rendered."""
    found = Found.of(kept["found"])
    rendered, reason = None, Reason.BUSY
    for _ in range(TRIES):
        try:
            rendered = render(found.text, seconds=DEADLINE)
            break
        except Refused as refused:
            reason = refused.reason
            if reason is not Reason.BUSY:
                break
    remarks = found.remarks if rendered else [remark(REASONS[reason])]
    return Ready(found, rendered, kept["organiser"], remarks)


def weight(ready: Ready) -> int:
    """Each date is a row."""
    return ready.found.dates


def told(said: dict[str, Any]) -> list[str]:
    """When it takes place, how often, by which clock and where, as its reader says it."""
    starts, ends = (datetime.fromisoformat(said[name]) for name in ("starts", "ends"))
    when = When(starts, ends, said["zone"], said["is_all_day"])
    thing = SimpleNamespace(**when._asdict(), starts_at=when.starts_at, ends_at=when.ends_at)
    words = [wording.told(thing), wording.elsewhere(thing)]
    if often := said["repeats"]:
        words.append(gettext(often))
    if said["dates"] > 1:
        words.append(ngettext("%(num)s date", "%(num)s dates", said["dates"]))
    if said["organiser"]:
        words.append(gettext("%(name)s organises it", name=said["organiser"]))
    return [one for one in (*words, said["place"]) if one]


def _part(one: Found | NotFound, people: dict[str, Any]) -> Part:
    if isinstance(one, NotFound):
        outcome = Outcome.LEFT_OUT if one.is_left_out else Outcome.REFUSED
        return Part(line=_line(outcome, one.title, remarks=[one.reason]))
    organiser = people.get(one.organiser)
    understood = {
        "starts": one.starts.isoformat(),
        "ends": one.ends.isoformat(),
        "zone": one.zone,
        "is_all_day": one.is_all_day,
        "repeats": _repeats(one),
        "dates": one.dates,
        "place": one.place,
        "is_off": one.is_cancelled,
        "organiser": organiser.name if organiser else "",
    }
    tells = discretion.tells(f"{one.title}\n{one.text}\n{one.place}")
    remarks = [*one.remarks, *([remark(TELLS)] if tells else [])]
    line = _line(Outcome.WAITING, one.title, remarks=remarks, understood=understood)
    kept = {"found": one.as_json(), "organiser": organiser.id if organiser else None}
    return Part(line=line, kept=kept)


def _line(outcome: Outcome, title: str, **given: Any) -> Line:
    return Line(place="", outcome=outcome, title=title[:LONGEST_TITLE], **given)


def _repeats(found: Found) -> str:
    """A message: how often."""
    if not found.rule:
        return ""
    often = ";".join(
        part for part in found.rule.split(";") if not part.startswith(("UNTIL=", "COUNT="))
    )
    plain = PLAIN.get(often)
    way = plain or repeating.understood(f"{often};UNTIL=x", found.starts.date())
    return REPEATS if way is Repeats.AS_IT_IS else repeating.WORDS[way]

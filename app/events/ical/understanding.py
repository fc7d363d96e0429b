"""What the components of a calendar file that share a UID say of one event."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.core.fields import line
from app.core.i18n import N_
from app.core.remarks import Remark, remark
from app.events import recurring
from app.events.ical.clocks import Clock, Zones
from app.events.ical.found import Change, Found
from app.events.ical.lines import Component
from app.events.ical.texts import markdown
from app.events.ical.timing import Times, Untimely
from app.events.ical.values import Wrong
from app.events.ical.whereabouts import Whereabouts, whereabouts
from app.events.models import LONGEST_PLACE, LONGEST_TITLE, When

LONGEST_UID = 255
MOST_CATEGORIES, LONGEST_CATEGORY = 8, 40
MOST_SEQUENCE = 2**31 - 2
MOST_CHANGES = 1_500
MOST_RULES = 10

NO_START = N_("It does not say when it begins.")
NO_TITLE = N_("It has no title.")
PRIVATE = N_("It is marked as private where it comes from.")
NO_DATE_LEFT = N_("All of its dates were taken out: there is none left.")
NO_UID = N_("It has no name of its own in the file: changed there, it would come in once more.")
CUT_TITLE = N_("Its title was too long, and was cut.")
CUT_PLACE = N_("Its place was too long, and was cut.")
AND_ON = N_("A change from one date on was taken as a change of that date alone.")
LAID_OUT = N_("Its dates are kept, not the rule that makes them: they end two years from now.")
ODD_DATE = N_("One of its dates could not be understood, and is as the others are.")
OWN_TEXT = N_("Dates that say something else have the text of their series here.")
UNRULY = {
    "it never comes true": N_("It repeats on a day that never comes."),
    "it repeats within a day": N_("It repeats several times a day, which we do not do."),
    "it goes back too far": N_("It has more dates than we can follow."),
    "it is too long": N_("The rule by which it repeats is too long."),
}
NO_RULE = N_("We do not understand how it repeats.")


class NotUnderstood(ValueError):
    def __init__(self, reason: Remark, is_left_out: bool = False) -> None:
        super().__init__(reason.words)
        self.reason, self.is_left_out = reason, is_left_out


@dataclass(frozen=True)
class Calendar:
    """What a file says of all that is in it. `own` is the clock of times that name none."""

    zones: Zones
    own: Clock | None
    house: Clock
    method: str


@dataclass(frozen=True)
class Series:
    """On which days it falls, by the wall of its zone."""

    rule: str
    more: list[datetime]
    skipped: list[datetime]
    walls: list[datetime]


def understand(calendar: Calendar, parts: Sequence[Component]) -> Found:
    """Raises NotUnderstood."""
    if any(part.text("CLASS").upper() in ("PRIVATE", "CONFIDENTIAL") for part in parts):
        raise NotUnderstood(remark(PRIVATE), is_left_out=True)
    try:
        return _understand(calendar, parts)
    except Untimely as why:
        raise NotUnderstood(why.reason) from why
    except recurring.Unruly as why:
        raise NotUnderstood(remark(UNRULY.get(str(why), NO_RULE))) from why
    except (Wrong, OverflowError) as why:
        raise NotUnderstood(remark(NO_START)) from why


def _understand(calendar: Calendar, parts: Sequence[Component]) -> Found:
    whole = [part for part in parts if not part.one("RECURRENCE-ID")]
    changed = [part for part in parts if part.one("RECURRENCE-ID")]
    master = max(whole, key=_sequence) if whole else changed[0]
    if not master.one("DTSTART"):
        raise NotUnderstood(remark(NO_START))
    remarks: list[Remark] = []
    times = Times.of(master, calendar.zones, own=calendar.own, house=calendar.house.name)
    when = times.when(master)

    title = line(master.text("SUMMARY"))
    if not title:
        raise NotUnderstood(remark(NO_TITLE))
    if len(title) > LONGEST_TITLE:
        remarks.append(remark(CUT_TITLE))
    there = whereabouts(master)
    if len(there.place) > LONGEST_PLACE:
        remarks.append(remark(CUT_PLACE))

    if not whole:
        first = times.original(master, when.starts)
        when = when.on(first)
    changes = _changes(changed, times, when, master, remarks)
    series = _series(master if whole else None, times, when, changes, remarks)
    remarks += times.remarks
    if not series.walls:
        raise NotUnderstood(remark(NO_DATE_LEFT))
    found = Found(
        uid=_known_as(master.text("UID")),
        sequence=_sequence(master),
        title=title[:LONGEST_TITLE].rstrip(),
        text=markdown(there.text),
        starts=when.starts,
        ends=when.ends,
        zone=when.zone,
        is_all_day=when.is_all_day,
        rule=series.rule,
        more=series.more,
        skipped=series.skipped,
        changes=changes,
        place=there.place[:LONGEST_PLACE].rstrip(),
        call_url=there.call_url,
        is_cancelled=bool(whole) and _is_off(master, calendar),
        categories=_categories(master),
        is_part=not whole,
        dates=len(series.walls),
        organiser=_organiser(master),
        remarks=[one for place, one in enumerate(remarks) if one not in remarks[:place]],
    )
    if found.uid:
        return found
    found.remarks.append(remark(NO_UID))
    return found.known_as(f"{found.digest[:40]}@file")


def _changes(
    changed: Sequence[Component],
    times: Times,
    when: When,
    master: Component,
    remarks: list[Remark],
) -> list[Change]:
    """The dates that are otherwise than their series, each once, as it was said last."""
    found: dict[datetime, Change] = {}
    usual = whereabouts(master)
    for part in sorted(changed, key=_sequence)[-MOST_CHANGES:]:
        try:
            original = times.original(part, when.starts)
            own = when.on(original)
            own = times.of_date(part, own) if part.one("DTSTART") else own
        except (Wrong, Untimely, OverflowError):
            _say(remarks, ODD_DATE)
            continue
        there = whereabouts(part)
        said = part.one("RECURRENCE-ID")
        if said and said.params.get("RANGE", "").upper() == "THISANDFUTURE":
            _say(remarks, AND_ON)
        if there.text not in ("", usual.text):
            _say(remarks, OWN_TEXT)
        found[original] = _change(part, master, original, own, there, usual)
    return [found[original] for original in sorted(found)]


def _change(
    part: Component,
    master: Component,
    original: datetime,
    when: When,
    there: Whereabouts,
    usual: Whereabouts,
) -> Change:
    is_off = part.text("STATUS").upper() == "CANCELLED"
    says_all = bool(part.one("SUMMARY") or part.one("LOCATION")) and not is_off
    title = line(part.text("SUMMARY")) or line(master.text("SUMMARY"))
    return Change(
        original=original,
        starts=when.starts,
        ends=when.ends,
        title=title[:LONGEST_TITLE].rstrip(),
        place=(there.place if says_all else usual.place)[:LONGEST_PLACE].rstrip(),
        call_url=there.call_url if says_all else usual.call_url,
        is_cancelled=is_off,
    )


def _series(
    master: Component | None,
    times: Times,
    when: When,
    changes: Sequence[Change],
    remarks: list[Remark],
) -> Series:
    """Raises recurring.Unruly."""
    originals = {one.original for one in changes}
    if master is None:
        return Series("", sorted(originals - {when.starts}), [], sorted(originals))
    if len(master.all("RRULE")) + len(master.all("EXRULE")) > MOST_RULES:
        raise recurring.Unruly("it has too many rules")
    rules = [_tidy(one.raw) for one in master.all("RRULE")]
    more = set(times.listed(master, "RDATE", when))
    skipped = set(times.listed(master, "EXDATE", when))
    for one in master.all("EXRULE"):
        skipped |= set(times.dates(_tidy(one.raw), when)) - {when.starts}
    if len(rules) > 1 or (rules and times.clock):
        more |= {wall for rule in rules for wall in times.dates(rule, when)}
        rules = []
        remarks.append(remark(LAID_OUT))
    rule = recurring.checked(rules[0], when.starts, when.zone) if rules else ""
    # A date of which something is said is one, whatever the rule says.
    skipped -= originals
    laid = recurring.dates(rule, when.starts, when.zone, more=more, but=skipped)
    more |= originals - set(laid)
    more -= {when.starts, *skipped}
    walls = recurring.dates(rule, when.starts, when.zone, more=more, but=skipped)
    return Series(rule, sorted(more)[-recurring.MOST :], sorted(skipped), walls)


def _say(remarks: list[Remark], words: str) -> None:
    """Once, however many dates it is true of."""
    if (said := remark(words)) not in remarks:
        remarks.append(said)


def _tidy(raw: str) -> str:
    """The same rule as this house writes it: how often first, until when last."""
    rule = raw.strip().upper().removeprefix("RRULE:")
    parts = [part.strip() for part in rule.split(";") if part.strip()]
    ends = [part for part in parts if part.startswith("UNTIL=")]
    begins = [part for part in parts if part.startswith("FREQ=")]
    usual = {"INTERVAL=1", "WKST=MO", *ends, *begins}
    kept = [*begins, *(part for part in parts if part not in usual), *ends]
    return ";".join(kept)


def _known_as(uid: str) -> str:
    """What it is known by, for good: no longer than we can keep."""
    uid = "".join(sign for sign in uid if sign.isprintable())
    if len(uid) <= LONGEST_UID:
        return uid
    return f"{hashlib.sha256(uid.encode()).hexdigest()}@long"


def _sequence(part: Component) -> int:
    raw = part.text("SEQUENCE")
    return min(int(raw), MOST_SEQUENCE) if re.fullmatch("[0-9]{1,12}", raw) else 0


def _is_off(part: Component, calendar: Calendar) -> bool:
    return part.text("STATUS").upper() == "CANCELLED" or calendar.method == "CANCEL"


def _categories(part: Component) -> list[str]:
    said: Iterable[str] = (line(one) for said in part.all("CATEGORIES") for one in said.texts)
    kept = dict.fromkeys(one[:LONGEST_CATEGORY] for one in said if one)
    return list(kept)[:MOST_CATEGORIES]


def _organiser(part: Component) -> str:
    said = part.one("ORGANIZER")
    address = said.raw.strip() if said else ""
    return address[7:].strip().lower()[:254] if address.lower().startswith("mailto:") else ""

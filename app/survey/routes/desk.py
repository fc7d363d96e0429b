"""The page of a wave: HR's desk, and what everybody else is told of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.calendar import today
from app.core.hypermedia import view
from app.survey import keys, opening, policy, queries
from app.survey.models import BETWEEN_REMINDERS, MOST_REMINDERS, Group, Wave
from app.survey.opening import Sketched
from app.survey.wording import ASKED, LACKS

ENOUGH = 0.6  # of those invited: with fewer, whoever did not answer may think otherwise


def page(wave: Wave) -> ResponseReturnValue:
    """By its state; only its part where the part asks for itself again."""
    manages = policy.manage(reader())
    return view(
        "survey/waves/show.html",
        part="survey/waves/_wave.html",
        wave=wave,
        manages=manages,
        **(_desk(wave) if manages else {}),
    )


def _desk(wave: Wave) -> dict[str, Any]:
    if wave.is_draft:
        return {**_drafted(wave), **ASKED}
    groups = queries.groups_of(wave.id)
    asked = {"aside": [], "groups": groups, "under": _under(groups)}
    return {**asked, **ASKED, **(_answered(wave) if wave.is_open else {})}


def _drafted(wave: Wave) -> dict[str, Any]:
    plan = opening.foreseen(wave)
    return {
        "lacks": [LACKS[name] for name in opening.lacks(wave, plan)],
        "aside": queries.set_aside_of(wave.id),
        "groups": plan,
        "under": _under(opening.sketched(plan)),
    }


def _under(groups: Sequence[Group | Sketched]) -> dict[int, str]:
    """The name of the group that answers of each are written under, where it is another one."""
    names = {group.id: group.name for group in groups}
    return {
        group.id: names[group.written_under_id]
        for group in groups
        if group.written_under_id not in (None, group.id)
    }


def _answered(wave: Wave) -> dict[str, Any]:
    """Of the whole company, and of nobody less."""
    answered, invited = queries.count_answers(wave.id), wave.invited or 0
    rate = answered / invited if invited else 0
    return {
        "answered": answered,
        "rate": rate,
        "is_little": rate < ENOUGH,
        "days": max(0, (wave.closes_on - today()).days) if wave.closes_on else 0,
        "has_key": keys.is_there(wave.key_name),
        "most_reminders": MOST_REMINDERS,
        "reminds_from": _reminds_from(wave),
    }


def _reminds_from(wave: Wave) -> datetime | None:
    """When the next reminder may go out; None where it may now, or never more."""
    if wave.reminded_at is None or wave.may_remind or wave.reminders >= MOST_REMINDERS:
        return None
    return wave.reminded_at + BETWEEN_REMINDERS

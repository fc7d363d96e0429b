"""Changing a setting, so that it is known who did, and from what."""

from typing import Any

from app.core import settings
from app.core.settings import Declared, Setting
from app.facts import record
from app.facts.settings import SettingChanged
from app.people.models import Person

NOTHING = "–"


def tune(setting: Declared, value: Any, *, by: Person) -> Setting:
    """From now on it has this value; None is its default again. In `writing()`."""
    before = settings.get(setting.name)
    row = settings.put(setting.name, value, by=by.id)
    now = setting.default if value is None else value
    if now != before:
        record(
            SettingChanged(
                actor=by,
                row=row,
                setting=setting.name,
                before=_said(before),
                now=_said(now),
            )
        )
    return row


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) or NOTHING

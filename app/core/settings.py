"""Settings: what an administrator may change, declared with its type and its default.

The values are read once for every state they are in, not once for every page.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from flask import current_app, has_request_context
from sqlalchemy import JSON, String, func, select
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.asking import reader
from app.core.db import Entity, db, is_writing
from app.core.i18n import N_

LONGEST = 200  # characters of a text, unless it is declared otherwise


class Setting(Entity):
    """What somebody chose; without a value it is back at its default."""

    __tablename__ = "settings"

    name: Mapped[str] = mapped_column(String(80), unique=True)
    value: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    changed_at: Mapped[datetime | None] = mapped_column()
    changed_by: Mapped[int | None] = mapped_column()  # a person's number
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version, "version_id_generator": False}


# What differs whenever a setting does: it comes along in the query that loads the reader.
STATE = {
    "settings_count": select(func.sum(Setting.version)),
    "settings_at": select(func.max(Setting.changed_at)),
}


@dataclass(frozen=True)
class Declared:
    name: str
    type: type
    default: Any
    words: str  # what an administrator reads, a message of the catalogue
    family: str = ""  # the same for those that stand together; without one it is nobody's to change
    help: str = ""
    least: int | None = None
    most: int | None = None  # of a number; of a text, its characters
    choices: Mapping[str, str] = field(default_factory=dict)  # code → words

    def read(self, kept: Any) -> Any:
        """The value in force, where `kept` may be nothing, or of yesterday's declaration."""
        return kept if self.takes(kept) else self.default

    def takes(self, value: Any) -> bool:
        """Whether this is a value it may have."""
        if type(value) is not self.type:  # True is no number here
            return False
        if self.choices:
            return value in self.choices
        most = self.most
        if isinstance(value, str):
            value, most = len(value), self.most or LONGEST
        return (self.least is None or value >= self.least) and (most is None or value <= most)


_declared: dict[str, Declared] = {}
WORDS: dict[str, str] = {}  # what every setting is called, by its name
SAID = {"yes": N_("yes"), "no": N_("no")}  # and what its codes mean, where a fact tells of them


def declare(name: str, type: type, default: Any, words: str, **more: Any) -> None:
    """Make a setting known. Declaring one name twice with different meanings raises."""
    setting = Declared(name, type, default, words, **more)
    if not setting.takes(default):
        raise RuntimeError(f"the setting {name} does not take its own default")
    if _declared.setdefault(name, setting) != setting:
        raise RuntimeError(f"the setting {name} is declared twice")
    WORDS[name] = words
    SAID.update(setting.choices)


def declared() -> list[Declared]:
    return list(_declared.values())


def named(name: str) -> Declared | None:
    return _declared.get(name)


def get(name: str) -> Any:
    """The value in force. Raises KeyError for a name nobody declared."""
    setting = _declared[name]
    return setting.read(_values().get(name))


def put(name: str, value: Any, *, by: int | None = None) -> Setting:
    """Change a setting, inside `writing()`; None is its default again. `by` is a person's number.

    Raises TypeError for a value of another type, ValueError for one beyond its bounds.
    """
    setting = _declared[name]
    if value is not None and type(value) is not setting.type:
        raise TypeError(f"{name} takes {setting.type.__name__}, not {value!r}")
    if value is not None and not setting.takes(value):
        raise ValueError(f"{name} does not take {value!r}")
    row = of(name)
    if row is None:
        db.session.add(row := Setting(name=name, version=0))
    row.value, row.version = value, row.version + 1
    row.changed_at, row.changed_by = clock.now(), by
    current_app.extensions.pop("settings", None)  # this very request may read on
    return row


def of(name: str) -> Setting | None:
    """The row of a setting that was ever changed; held until the block ends while writing."""
    wanted = select(Setting).where(Setting.name == name)
    return db.session.scalar(wanted.with_for_update() if is_writing() else wanted)


def rows() -> dict[str, Setting]:
    """Every setting that was ever changed, by its name."""
    return {row.name: row for row in db.session.scalars(select(Setting))}


def _values() -> dict[str, Any]:
    """Kept for as long as the settings are what they were as the request began.

    What is kept was read after that, so it is never older than `STATE` says. Inside `writing()`,
    for strangers and without a request they are read each time.
    """
    state: tuple = ()
    if has_request_context() and not is_writing():
        state = getattr(reader(), "settings", ())
    kept = current_app.extensions.get("settings")
    if state and kept and kept[0] == state:
        return kept[1]
    found = db.session.execute(select(Setting.name, Setting.value)).all()
    values = {name: value for name, value in found if value is not None}
    if state:
        current_app.extensions["settings"] = (state, values)
    return values

"""Settings: what an administrator may change, declared with its type and its default."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, String, select
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, db


class Setting(Base):
    """A value that differs from its declared default."""

    __tablename__ = "settings"

    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)


@dataclass(frozen=True)
class Declared:
    name: str
    type: type
    default: Any
    words: str  # what an administrator reads, a message of the catalogue


_declared: dict[str, Declared] = {}


def declare(name: str, type: type, default: Any, words: str) -> None:
    """Make a setting known. Declaring one name twice with different meanings raises."""
    setting = Declared(name, type, default, words)
    if _declared.setdefault(name, setting) != setting:
        raise RuntimeError(f"the setting {name} is declared twice")


def declared() -> list[Declared]:
    return list(_declared.values())


def get(name: str) -> Any:
    """The value in force. Raises KeyError for a name nobody declared."""
    setting = _declared[name]
    row = db.session.execute(select(Setting.value).where(Setting.name == name)).first()
    return setting.default if row is None else row.value


def put(name: str, value: Any) -> None:
    """Change a setting, inside `writing()`. Raises TypeError for a value of another type."""
    setting = _declared[name]
    if not isinstance(value, setting.type):
        raise TypeError(f"{name} takes {setting.type.__name__}, not {value!r}")
    db.session.merge(Setting(name=name, value=value))

"""Old addresses: where a thing used to live, so that whoever kept the link still finds it."""

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, Entity, db
from app.facts import subjects


class OldAddress(Base):
    __tablename__ = "old_addresses"

    path: Mapped[str] = mapped_column(String(400), primary_key=True)  # "/2019/05/a-post"
    subject_kind: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[int]


def keep(path: str, thing: Entity) -> None:
    """From now on `path` leads to the thing. In `writing()`."""
    kind = subjects.of(thing).kind
    db.session.merge(OldAddress(path=_plain(path), subject_kind=kind, subject_id=thing.id))


def of(thing: Entity) -> list[str]:
    """The old addresses that lead to a thing."""
    kind = subjects.of(thing).kind
    found = select(OldAddress.path).where(
        OldAddress.subject_kind == kind, OldAddress.subject_id == thing.id
    )
    return sorted(db.session.scalars(found))


def leads_to(path: str) -> str | None:
    """The address of today, or None. Whether one may see the thing is asked there."""
    if "\0" in path:
        return None  # a database may refuse to even look for it
    row = db.session.execute(
        select(OldAddress.subject_kind, OldAddress.subject_id).where(
            OldAddress.path == _plain(path)
        )
    ).first()
    return row and subjects.address(row.subject_kind, row.subject_id)


def _plain(path: str) -> str:
    """One way to write it: no index.html, no slash or .html at the end."""
    path = path.removesuffix("index.html").removesuffix(".html").rstrip("/")
    return path if path.startswith("/") else f"/{path}"

"""What is written down, and the seals over it. Triggers of the database refuse to change either.

People and things are pointed at by their numbers, without foreign keys: whoever is erased one
day leaves a number behind, and nothing that names them.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, Entity


class Entry(Entity):
    """One audited fact. `mark` is made with the key of the house, which no database holds."""

    __tablename__ = "audit_entries"
    __table_args__ = (
        Index("ix_audit_entries_actor", "actor_id", "id"),
        Index("ix_audit_entries_subject", "subject_kind", "subject_id", "id"),
        Index("ix_audit_entries_fact", "fact", "id"),
        Index("ix_audit_entries_sign_in", "sign_in", "id"),
        Index("ix_audit_entries_created_at", "created_at"),
    )

    fact: Mapped[str] = mapped_column(String(60))
    actor_id: Mapped[int | None]  # None is the clock, or a terminal of the server
    subject_kind: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[int]
    thread_kind: Mapped[str] = mapped_column(String(40))  # what a comment was written on, say
    thread_id: Mapped[int]
    details: Mapped[dict[str, Any]] = mapped_column(JSON)
    sign_in: Mapped[str] = mapped_column(String(12))  # the beginning of its digest, or nothing
    nonce: Mapped[str] = mapped_column(String(16))  # no two entries are the same: copies show
    mark: Mapped[str] = mapped_column(String(64))


class Unsealed(Base):
    """An entry the next seal takes. A list to work off, and no evidence of anything."""

    __tablename__ = "audit_unsealed"

    entry_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class Seal(Base):
    """Numbered from 1 without a gap; each holds the digest of the one before."""

    __tablename__ = "audit_seals"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    created_at: Mapped[datetime]
    spans: Mapped[list[list[int]]] = mapped_column(JSON)  # [[1, 40], [43, 43]]: its entries
    count: Mapped[int]
    entries: Mapped[str] = mapped_column(String(64))  # the digest of them, in their order
    previous: Mapped[str] = mapped_column(String(64))
    digest: Mapped[str] = mapped_column(String(64))

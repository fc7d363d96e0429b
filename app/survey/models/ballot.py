"""What an answer leaves behind: rows that must never meet.

`Entity` has a number that counts up and a time, plain `Base` has neither; and `WITHOUT ROWID`
leaves SQLite none of its own. While a wave is open an answer lies sealed: who has the database,
and every copy of it, has nothing to read. At closing what was sealed is opened, shuffled, and
written anew as ballots; the receipts are gone, and so is the key.
"""

from secrets import token_bytes
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base

LONGEST_REMARK = 400  # characters


class Receipt(Base):
    """Somebody has answered. The key that says who lies outside, and dies at closing."""

    __tablename__ = "survey_receipts"
    __table_args__ = {"sqlite_with_rowid": False}

    wave_id: Mapped[int] = mapped_column(ForeignKey("survey_waves.id"), primary_key=True)
    digest: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)


class Sealed(Base):
    """What was answered, until closing. No person, receipt, time or serial, nor anything to read:
    only a random key to lie by, and what whoever holds the deletion code can find it with.
    """

    __tablename__ = "survey_sealed"
    __table_args__ = (
        Index("ix_survey_sealed_withdrawal", "wave_id", "withdrawal"),
        {"sqlite_with_rowid": False},
    )

    id: Mapped[bytes] = mapped_column(
        LargeBinary(16), primary_key=True, default=lambda: token_bytes(16)
    )
    wave_id: Mapped[int] = mapped_column(ForeignKey("survey_waves.id"))
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    withdrawal: Mapped[bytes] = mapped_column(LargeBinary(32))


class Ballot(Base):
    """What was answered, from closing on, by somebody of a group that ten share."""

    __tablename__ = "survey_ballots"
    __table_args__ = (
        Index("ix_survey_ballots_wave", "wave_id"),
        {"sqlite_with_rowid": False},
    )

    id: Mapped[bytes] = mapped_column(
        LargeBinary(16), primary_key=True, default=lambda: token_bytes(16)
    )
    wave_id: Mapped[int] = mapped_column(ForeignKey("survey_waves.id"))
    group_id: Mapped[int] = mapped_column(ForeignKey("survey_groups.id"))
    answers: Mapped[dict[str, Any]] = mapped_column(JSON)  # item's code → 0–10, 1–5, or "na"


class Remark(Base):
    """What somebody wrote, away from what they answered: of the whole or of a first-level group,
    where ten or more answered.
    """

    __tablename__ = "survey_remarks"
    __table_args__ = (
        Index("ix_survey_remarks_wave", "wave_id", "group_id"),
        {"sqlite_with_rowid": False},
    )

    id: Mapped[bytes] = mapped_column(
        LargeBinary(16), primary_key=True, default=lambda: token_bytes(16)
    )
    wave_id: Mapped[int] = mapped_column(ForeignKey("survey_waves.id"))
    group_id: Mapped[int] = mapped_column(ForeignKey("survey_groups.id"))
    text: Mapped[str] = mapped_column(String(LONGEST_REMARK))

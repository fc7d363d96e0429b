"""What can be decided of an idea, and what a decision says."""

from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from app.catalogue.models import Term

LONGEST_WORDS = 2000  # characters of what its author is told


class Verdict(StrEnum):
    """The columns of the board; the answers to «¿Analizar?» on the governance team's table."""

    NEW = "new"
    ANALYSE = "analyse"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    DECLINED = "declined"


DECIDED = frozenset(Verdict) - {Verdict.NEW}
OPEN = frozenset({Verdict.NEW, Verdict.ANALYSE, Verdict.IN_PROGRESS})  # somebody waits for it
WORKED_ON = frozenset({Verdict.ANALYSE, Verdict.IN_PROGRESS})
AGREED = frozenset({Verdict.ANALYSE, Verdict.IN_PROGRESS, Verdict.DONE})
ENDED = frozenset({Verdict.DONE, Verdict.DECLINED})


class Decision(NamedTuple):
    """One decision: each verdict asks for something of its own, see `lacks`."""

    verdict: Verdict = Verdict.NEW
    area_id: int | None = None
    target: int | None = None
    reason_id: int | None = None
    words: str = ""
    reconsider: str = ""
    result: str = ""

    @property
    def lacks(self) -> str:
        """The name of what this verdict cannot do without and does not say, or nothing."""
        if self.verdict is Verdict.DECLINED and self.reason_id is None:
            return "reason_id"
        if self.verdict is Verdict.DONE and not self.result:
            return "result"
        return ""


class Decided:
    """What a decision says, on the idea it stands on and on the step that took it."""

    verdict: Mapped[Verdict] = mapped_column(default=Verdict.NEW)
    area_id: Mapped[int | None] = mapped_column(ForeignKey("terms.id"))
    reason_id: Mapped[int | None] = mapped_column(ForeignKey("terms.id"))
    target: Mapped[int | None]  # the year in which to analyse it: «SÍ (2021)»
    words: Mapped[str] = mapped_column(Text, default="")  # to its author
    reconsider: Mapped[str] = mapped_column(String(LONGEST_WORDS), default="")  # what would
    result: Mapped[str] = mapped_column(String(LONGEST_WORDS), default="")  # of what is done

    @declared_attr
    def area(cls: Any) -> Mapped[Term | None]:  # noqa: N805
        """Who analyses it: a term of the areas."""
        return relationship(Term, foreign_keys=f"{cls.__name__}.area_id")

    @declared_attr
    def reason(cls: Any) -> Mapped[Term | None]:  # noqa: N805
        """Why not: a term of the reasons."""
        return relationship(Term, foreign_keys=f"{cls.__name__}.reason_id")

    @property
    def is_new(self) -> bool:
        return self.verdict is Verdict.NEW

    @property
    def is_ended(self) -> bool:
        return self.verdict in ENDED

    @property
    def decision(self) -> Decision:
        return Decision(
            verdict=self.verdict,
            area_id=self.area_id,
            target=self.target,
            reason_id=self.reason_id,
            words=self.words,
            reconsider=self.reconsider,
            result=self.result,
        )

    def stand(self, decision: Decision) -> None:
        """Let this decision be the one that stands here."""
        for name, said in decision._asdict().items():
            setattr(self, name, said)

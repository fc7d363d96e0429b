"""An idea."""

from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.catalogue.models import Merged
from app.core import clock
from app.core.db import Entity, Overtaken, db
from app.core.markdown import Rendered
from app.facts import record
from app.facts.ideas import (
    IdeaDecided,
    IdeaDecisionTold,
    IdeaDecisionUndone,
    IdeaReopened,
    IdeaSubmitted,
    InformationAsked,
    InformationGiven,
)
from app.ideas.models.arrived import Arrived
from app.ideas.models.care import Care
from app.ideas.models.found import Found
from app.ideas.models.proposal import Proposal, Voice
from app.ideas.models.standing import Withdrawn
from app.ideas.models.step import Step, StepKind
from app.ideas.models.support import Support
from app.ideas.models.timed import still_asked
from app.ideas.models.verdict import Decided, Decision, Verdict
from app.people.models import Person

if TYPE_CHECKING:
    from app.ideas.models.group import Group


class Lacking(ValueError):
    """A verdict that does not say what it has to: the name of the field."""


class TooLate(ValueError):
    """What was decided long ago is not undone, it is decided anew."""


# Proposal is what it says, Care how it stands with whoever looks after it, Withdrawn whether it is
# shown, Arrived what it keeps of the table it came from. Decided: verdict, area_id, target (a
# year), reason_id, words, reconsider, result; a Step of the kind DECIDED is that, who and when.
# Merged: merged_into_id, survivor_id.
class Idea(Arrived, Proposal, Decided, Care, Merged, Withdrawn, Found, Entity):
    __tablename__ = "ideas"
    __table_args__ = (
        CheckConstraint("title <> ''", name="an_idea_has_a_title"),
        CheckConstraint("verdict <> 'declined' OR reason_id IS NOT NULL", name="a_no_has_a_reason"),
        CheckConstraint("verdict <> 'done' OR result <> ''", name="what_is_done_has_a_result"),
        CheckConstraint(
            "(voice = 'colleague') = (behalf_of_id IS NOT NULL)", name="a_colleague_has_a_name"
        ),
        # The columns of the board, in each of their orders.
        Index("ix_ideas_newest", "standing", "survivor_id", "verdict", "id"),
        Index("ix_ideas_supported", "standing", "survivor_id", "verdict", "supporters", "id"),
        Index("ix_ideas_scored", "standing", "survivor_id", "verdict", "score", "id"),
        Index("ix_ideas_oldest", "standing", "survivor_id", "verdict", "since", "id"),
        Index("ix_ideas_author", "author_id", "id"),
        Index("ix_ideas_owner", "owner_id", "verdict"),
        Index("ix_ideas_due", "due_on"),
        Index("ix_ideas_group", "group_id"),
        # What was proposed in a time and how it was answered is counted from this alone.
        Index(
            "ix_ideas_proposed",
            "standing",
            "survivor_id",
            "created_at",
            "id",
            "area_id",
            "verdict",
            "first_decided_at",
            "first_days",
        ),
        # Whether what the listed ones say has changed: all that `queries.likeness` asks of them.
        Index("ix_ideas_words", "standing", "survivor_id", "id", "version", "created_at"),
        # What a row of a table is held against.
        Index("ix_ideas_title", "title"),
        Index("ix_ideas_digest", "digest"),
        {"sqlite_autoincrement": True},  # what points at one that is gone finds no other
    )

    supporters: Mapped[int] = mapped_column(default=0)  # different people, kept by `supporting`
    group_id: Mapped[int | None] = mapped_column(ForeignKey("idea_groups.id"))
    version: Mapped[int] = mapped_column()

    author: Mapped[Person] = relationship(foreign_keys="Idea.author_id")
    behalf_of: Mapped[Person | None] = relationship(foreign_keys="Idea.behalf_of_id")
    owner: Mapped[Person | None] = relationship(foreign_keys="Idea.owner_id")
    group: Mapped["Group | None"] = relationship(back_populates="ideas")
    sponsors: Mapped[list[Support]] = relationship(
        primaryjoin=lambda: (Support.idea_id == Idea.id) & Support.is_sponsor,
        foreign_keys=[Support.idea_id],
        viewonly=True,
    )
    received: Mapped[list["Idea"]] = relationship(  # what was merged into it: it speaks for them
        primaryjoin="Idea.id == remote(foreign(Idea.survivor_id))",
        viewonly=True,
    )
    steps: Mapped[list[Step]] = relationship(
        back_populates="idea",
        order_by=Step.id,
        cascade="all, delete-orphan",
        foreign_keys=[Step.idea_id],
    )

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def submit(
        cls,
        title: str,
        problem: str,
        rendered: Rendered,
        *,
        by: Person,
        voice: Voice = Voice.OWN,
        behalf_of: Person | None = None,
        came_from: Entity | None = None,
        **more: Any,
    ) -> "Idea":
        """There for everybody, and waiting for an answer. `more` is what `say` takes."""
        idea = cls(author_id=by.id, voice=voice, verdict=Verdict.NEW)
        idea.behalf_of = behalf_of if voice is Voice.COLLEAGUE else None
        idea.say(title, problem, rendered, **more)
        idea.wind()
        db.session.add(idea)
        record(IdeaSubmitted(actor=by, idea=idea, came_from=came_from))
        idea.be_found()
        return idea

    def edit(self, title: str, problem: str, rendered: Rendered, **more: Any) -> None:
        """Better words for the same idea: its address and its supporters stay; it is not news."""
        self.say(title, problem, rendered, **more)
        self.edited_at = clock.now()
        self.be_found()

    def decide(self, decision: Decision, *, by: Person, is_untold: bool = False) -> None:
        """Let a verdict stand, with what it has to say. Those it concerns hear of it; `is_untold`
        leaves that for later, see `tell`.

        Raises Lacking where it does not say it.
        """
        if decision == self.decision:
            return  # pressing the same button twice is not news
        if decision.lacks:
            raise Lacking(decision.lacks)

        before = self.verdict
        step = Step(by_id=by.id, kind=StepKind.DECIDED, is_untold=is_untold)
        step.stand(decision)
        self.steps.append(step)
        self._stand_as_decided()
        record(
            IdeaDecided(
                actor=by,
                idea=self,
                verdict=decision.verdict,
                before=before,
                is_untold=is_untold or None,
            )
        )

    def tell(self, step: Step) -> None:
        """Of what was decided in a sitting, once; what was decided since has been told itself."""
        if not step.is_untold:
            return
        step.is_untold = False
        if step is self.last_decision:
            record(IdeaDecisionTold(actor=step.by, idea=self, verdict=step.verdict))

    def undo_decision(self, *, by: Person, step: int | None = None) -> None:
        """The decision before the last one stands again; `step` is which one is meant, if not
        whichever stands. Raises TooLate, and Overtaken where another was taken since.
        """
        last = self.last_decision
        if last is None or (step and step not in [one.id for one in self.steps]):
            return
        if step and last.id != step:
            raise Overtaken
        if not last.is_fresh:
            raise TooLate

        undone, is_untold = last.verdict, last.is_untold
        self.steps.remove(last)
        if asked := still_asked(self.steps):
            self.question, self.asked_at = asked[-1].words, asked[0].created_at
        self._stand_as_decided()
        record(
            IdeaDecisionUndone(
                actor=by, idea=self, verdict=undone, now=self.verdict, is_untold=is_untold or None
            )
        )

    def ask(self, question: str, *, by: Person) -> None:
        """Something is missing before anybody can decide: it waits for its author."""
        if question == self.question:
            return

        self.question, self.asked_at = question, self.asked_at or clock.now()
        self.reckon()
        self.steps.append(Step(by_id=by.id, kind=StepKind.ASKED, words=question))
        record(InformationAsked(actor=by, idea=self))

    def complete(self, words: str, *, by: Person) -> None:
        """What was missing is there: it waits for governance again."""
        if not self.lacks_information:
            return

        self.question = ""
        self.go_on()
        self.steps.append(Step(by_id=by.id, kind=StepKind.COMPLETED, words=words))
        record(InformationGiven(actor=by, idea=self))

    def reopen(self, evidence: str, *, by: Person) -> None:
        """Something new is known: what was ended waits for an answer again."""
        if not self.is_ended:
            return

        step = Step(by_id=by.id, kind=StepKind.REOPENED, words=evidence)
        self.steps.append(step)
        self._stand_as_decided()
        record(IdeaReopened(actor=by, idea=self))

    @property
    def told_of_every_step(self) -> list[int]:
        """Whose it is, who carries it, and the ambassadors who sponsor it; and whose it was before
        it was merged into this one.
        """
        sponsors = (one.person_id for one in self.sponsors)
        merged = (person for one in self.received for person in one.made_by)
        return [*self.made_by, *self.waited_for_by, *sponsors, *merged]

    @property
    def asked_by(self) -> list[int]:
        """Whoever asked last for what is missing."""
        asked = [step.by_id for step in self.steps if step.kind is StepKind.ASKED and step.by_id]
        return asked[-1:]

    @property
    def last_decision(self) -> Step | None:
        """The step that stands, if one was taken since it was submitted or reopened."""
        for step in reversed(self.steps):
            if step.kind is StepKind.REOPENED:
                return None
            if step.kind is StepKind.DECIDED:
                return step
        return None

    @property
    def _routed_to(self) -> int | None:
        """The area that was to look at it, where nothing is decided: see `routing`."""
        routed = [step.area_id for step in self.steps if step.kind is StepKind.ROUTED]
        return routed[-1] if routed else None

    def _stand_as_decided(self) -> None:
        self.note_first_answer()
        last = self.last_decision
        began = self.verdict
        self.stand(last.decision if last else Decision(area_id=self._routed_to))
        if not self.is_new:
            self.question, self.asked_at = "", None
        if self.verdict is not began:
            self.wind()

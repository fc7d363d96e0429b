"""Who keeps order. Nobody decides about what is theirs, nor about what they reported themselves."""

from collections.abc import Collection
from typing import Protocol

from app.moderation.models import CaseState
from app.people.models import Person, Reader


class Reported(Protocol):
    @property
    def space_id(self) -> int | None: ...
    @property
    def state(self) -> CaseState: ...
    @property
    def is_decided(self) -> bool: ...
    def is_about(self, person_id: int) -> bool: ...
    def is_reported_by(self, person_id: int) -> bool: ...


def report(person: Person | Reader, makers: Collection[int]) -> bool:
    """Whatever one sees, but for one's own: that one takes away oneself."""
    return person.id not in makers


def keep_order(person: Person | Reader, runs: Collection[int]) -> bool:
    """`runs` are the spaces the person runs."""
    return person.is_governance or bool(runs)


def _is_impartial(person: Person | Reader, case: Reported, runs: Collection[int]) -> bool:
    keeps = person.is_governance or case.space_id in runs
    return keeps and not case.is_about(person.id) and not case.is_reported_by(person.id)


def decide(person: Person | Reader, case: Reported, runs: Collection[int]) -> bool:
    return case.state is CaseState.OPEN and _is_impartial(person, case, runs)


def take_back(person: Person | Reader, case: Reported, runs: Collection[int]) -> bool:
    return case.is_decided and _is_impartial(person, case, runs)


def answer(person: Person | Reader, case: Reported, runs: Collection[int]) -> bool:
    return case.state is CaseState.APPEALED and _is_impartial(person, case, runs)


def appeal(person: Person | Reader, case: Reported) -> bool:
    return case.state is CaseState.HIDDEN and case.is_about(person.id)

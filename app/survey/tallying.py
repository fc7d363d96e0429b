"""Counting what was answered: how many gave each answer in each group, and nothing of whom.

Pure. Counts add up, so that a group above is the sum of its parts.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from app.survey import scoring
from app.survey.models import Dimension, Item, ItemKind, Scale
from app.survey.scoring import Answers
from app.survey.suppression import Group

INDEX = "index"  # beside the dimensions


@dataclass(frozen=True)
class Questions:
    """What a wave asks, as far as it can be counted, by the codes of its items."""

    scales: dict[str, range]
    habits: tuple[str, ...]
    dimensions: dict[Dimension, tuple[str, ...]]
    recommend: str | None

    @classmethod
    def of(cls, items: Iterable[Item]) -> Self:
        counted = [item for item in items if item.kind in Scale.OF]
        dimensions: dict[Dimension, tuple[str, ...]] = {}
        for item in counted:
            if item.dimension:
                dimensions[item.dimension] = (*dimensions.get(item.dimension, ()), item.code)
        return cls(
            scales={item.code: Scale.OF[item.kind] for item in counted},
            habits=tuple(item.code for item in counted if item.is_habit),
            dimensions=dimensions,
            recommend=next((i.code for i in counted if i.kind is ItemKind.RECOMMEND), None),
        )

    @property
    def scored(self) -> tuple[str, ...]:
        """Those answered from 1 to 5."""
        return tuple(code for codes in self.dimensions.values() for code in codes)

    def understood(self, answers: Answers) -> dict[str, Any]:
        """What of it answers something that was asked, in the order in which it was."""
        return {code: answers[code] for code in self.scales if self._is_answer(code, answers)}

    def _is_answer(self, code: str, answers: Answers) -> bool:
        said = answers.get(code)
        if type(said) is int:
            return said in self.scales[code]
        return said == Scale.NOT_MINE and code in self.habits


@dataclass
class Tally:
    """Of one group: how many people gave each answer, or have each score."""

    n: int = 0
    items: dict[str, Counter[Any]] = field(default_factory=lambda: defaultdict(Counter))
    scores: dict[str, Counter[float]] = field(default_factory=lambda: defaultdict(Counter))
    # Of those who answered every habit: each of them, and their sum.
    complete: dict[str, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    sums: Counter[int] = field(default_factory=Counter)

    def count(self, questions: Questions, answers: Answers) -> None:
        """One person more, of what `Questions.understood` gave."""
        self.n += 1
        for code, said in answers.items():
            self.items[code][said] += 1
        for name, score in self._scores(questions, answers):
            if score is not None:
                self.scores[name][score] += 1
        if all(isinstance(answers.get(code), int) for code in questions.habits):
            for code in questions.habits:
                self.complete[code][answers[code]] += 1
            self.sums[sum(answers[code] for code in questions.habits)] += 1

    def __add__(self, other: Self) -> "Tally":
        both = Tally(self.n + other.n, sums=self.sums + other.sums)
        for name in ("items", "scores", "complete"):
            mine, theirs, sums = getattr(self, name), getattr(other, name), getattr(both, name)
            for key in mine.keys() | theirs.keys():
                sums[key] = mine.get(key, Counter()) + theirs.get(key, Counter())
        return both

    @staticmethod
    def _scores(questions: Questions, answers: Answers) -> Iterator[tuple[str, float | None]]:
        yield INDEX, scoring.index(questions.habits, answers)
        for dimension, codes in questions.dimensions.items():
            yield dimension, scoring.mean(codes, answers)


def tallies(
    questions: Questions, answered: Iterable[tuple[int, Answers]]
) -> defaultdict[int, Tally]:
    """Of each group that somebody's answers are written under, from (group, answers)."""
    counted: defaultdict[int, Tally] = defaultdict(Tally)
    for group, answers in answered:
        counted[group].count(questions, answers)
    return counted


def summed(group: Group, direct: Mapping[int, Tally]) -> dict[int, Tally]:
    """Of each group of a tree, with all below it."""
    sums: dict[int, Tally] = {}
    total = direct.get(group.key, Tally())
    for part in group.below:
        sums |= summed(part, direct)
        total = total + sums[part.key]
    sums[group.key] = total
    return sums

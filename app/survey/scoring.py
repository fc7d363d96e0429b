"""What somebody's own answers come to: said to them at once, and kept nowhere.

An index from 0 to 100 is the mean of the habits they answered, where 1 (never) is 0 and 5 (always)
is 100. "Does not apply to my job" is no answer here: neither 0 nor the middle.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from app.survey.models import Dimension, Item, ItemKind, Scale

LEAST_ANSWERED = 4  # habits: of fewer an index would speak of the items, not of the person
FULL = 100

Answers = Mapping[str, Any]  # an item's code → a number of its scale, or "na"
Band = Mapping[str, Any]  # as a wave has it: "from" how many points, its name, what it says


@dataclass(frozen=True)
class Result:
    """Whole numbers, as they are shown."""

    answered: int  # habits
    index: int | None  # 0–100; nothing where too few habits were answered
    profile: dict[Dimension, int | None]  # 0–100, of each dimension that is asked for, in order
    strongest: Item | None  # the habit that comes most easily, unless they are all alike
    next: Item | None  # the habit to try this week


def result(items: Sequence[Item], answers: Answers) -> Result:
    """Of the items of a wave, in their order."""
    habits = {item.code: item for item in items if item.is_habit}
    mean = index(habits, answers)
    points = _points(habits, answers)
    highest, lowest = max(points.values(), default=0), min(points.values(), default=0)
    weakest = [code for code in points if points[code] == lowest and habits[code].step]
    return Result(
        answered=len(points),
        index=None if mean is None else whole(mean),
        profile={one: _of(one, items, answers) for one in dimensions(items)},
        strongest=_first(habits[code] for code in points if points[code] == highest > lowest),
        next=_first(habits[code] for code in weakest),
    )


def index(habits: Iterable[str], answers: Answers) -> float | None:
    """0–100, not rounded, of the items of these codes; nothing with fewer than four answered."""
    points = _points(habits, answers).values()
    return fmean(points) if len(points) >= LEAST_ANSWERED else None


def mean(codes: Iterable[str], answers: Answers) -> float | None:
    """The same of any items answered from 1 to 5; nothing where none of them is."""
    points = _points(codes, answers).values()
    return fmean(points) if points else None


def dimensions(items: Iterable[Item]) -> list[Dimension]:
    """Those that are asked for, in the order in which they come up."""
    return list(dict.fromkeys(item.dimension for item in items if item.dimension))


def band(bands: Sequence[Band], shown: int) -> Band | None:
    """The one an index lies in, by the whole number that is shown: who reads 50 is in 50–69.
    `bands` begin with the lowest.
    """
    return _first(one for one in reversed(bands) if one["from"] <= shown)


def whole(points: float) -> int:
    """Rounded as people do it, halves upwards."""
    return int(points + 0.5)


def _of(dimension: Dimension, items: Iterable[Item], answers: Answers) -> int | None:
    codes = [item.code for item in items if item.dimension is dimension]
    points = mean(codes, answers)
    return None if points is None else whole(points)


def _points(codes: Iterable[str], answers: Answers) -> dict[str, float]:
    """What was answered of these, from 0 to 100."""
    scale = Scale.OF[ItemKind.HABIT]  # that of culture is as long
    given = {code: answers[code] for code in codes if answers.get(code) in scale}
    step = FULL / (len(scale) - 1)
    return {code: (said - scale[0]) * step for code, said in given.items()}


def _first(of: Iterable[Any]) -> Any:
    return next(iter(of), None)

"""Waves as they are counted: items, groups and tallies without a database."""

from types import SimpleNamespace

from app.survey import reckoning
from app.survey.models import Dimension, Item, ItemKind
from app.survey.tallying import Questions, tallies

THRESHOLDS = SimpleNamespace(least=5, detail=10, distribution=30)

ITEMS = [
    Item(code="q1", kind=ItemKind.HABIT, dimension=Dimension.PRESENCE),
    Item(code="q2", kind=ItemKind.HABIT, dimension=Dimension.PRESENCE),
    Item(code="q3", kind=ItemKind.HABIT, dimension=Dimension.MANNERS),
    Item(code="q4", kind=ItemKind.HABIT, dimension=Dimension.EMPATHY),
    Item(code="q5", kind=ItemKind.CULTURE, dimension=Dimension.CULTURE),
    Item(code="q6", kind=ItemKind.REMARK),
    Item(code="q7", kind=ItemKind.RECOMMEND),
]
QUESTIONS = Questions.of(ITEMS)


def said(q1=4, q2=4, q3=4, q4=4, q5=4, q7=9):
    """What one person answered; None is left blank."""
    answers = {"q1": q1, "q2": q2, "q3": q3, "q4": q4, "q5": q5, "q7": q7}
    return {code: value for code, value in answers.items() if value is not None}


def varied(n, **given):
    """So many people who do not agree about anything."""
    return [
        said(**{f"q{one}": 1 + (nth + one) % 5 for one in range(1, 6)} | {"q7": nth % 11} | given)
        for nth in range(n)
    ]


def group(number, above=None, *, invited=0, direct=0, under=None, unit=None):
    return SimpleNamespace(
        id=number,
        parent_id=above,
        written_under_id=under or number,
        invited=invited,
        direct=direct,
        unit_id=unit,
    )


def outcomes(people, groups=None, *, before=None, thresholds=THRESHOLDS):
    """Of groups 1 (the whole) and those of `people`, by number: what each of them said."""
    if groups is None:
        groups = [group(1, direct=len(people.get(1, [])))]
        groups += [group(one, 1, direct=len(people[one])) for one in people if one != 1]
    counted = tallies(
        QUESTIONS, [(key, QUESTIONS.understood(one)) for key, all in people.items() for one in all]
    )
    return reckoning.outcomes(groups, QUESTIONS, counted, thresholds, before or {})


def figures(people, **more):
    return {key: one.figures for key, one in outcomes(people, **more).items()}


def hidden(people, **more):
    return {key: one.hidden for key, one in outcomes(people, **more).items() if one.hidden}

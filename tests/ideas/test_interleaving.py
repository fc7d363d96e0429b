"""Several people move, undo and comment on the same card, in every order: nothing is lost.

What a card does is told by a small model, which is tried in ten thousand orders. The house is asked
the same in some of them, a visit at a time, and in others by people who stand in the door at once.
"""

import random
from itertools import count

import pytest
from sqlalchemy import select

from app.conversation.models import Comment
from app.core.db import db
from app.ideas.models import Idea, Step, StepKind, Verdict
from tests.conftest import Visitor, together
from tests.factories import make_idea, make_person

PEOPLE = ("Nerea", "Garazi", "Iker")
MOVES = (Verdict.NEW, Verdict.ANALYSE, Verdict.IN_PROGRESS)  # none of them needs words
ACCEPTED, REFUSED = "accepted", "refused"


class Model:
    """A card: what stands is what was decided last, by somebody who had seen what stood."""

    def __init__(self):
        self.version, self.steps, self.comments, self._numbers = 1, [], 0, count(1)

    @property
    def stands(self):
        return self.steps[-1][1] if self.steps else (Verdict.NEW, "")

    def see(self):
        return self.version

    def decide(self, who, decision, seen):
        if decision == self.stands:
            return ACCEPTED, None
        if seen != self.version:
            return REFUSED, None
        self.version += 1
        self.steps.append((next(self._numbers), decision))
        return ACCEPTED, self.steps[-1][0]

    def undo(self, who, step):
        if step not in [number for number, _ in self.steps]:
            return ACCEPTED
        if step != self.steps[-1][0]:
            return REFUSED
        self.version += 1
        self.steps.pop()
        return ACCEPTED

    def comment(self, who, words):
        self.comments += 1

    @property
    def history(self):
        return [decision for _, decision in self.steps]


class House:
    """The same card behind the doors of the house."""

    def __init__(self, app):
        self._idea = make_idea().id
        self._at = {
            name: Visitor(app, app.response_class).sign_in(make_person(name, "governance"))
            for name in PEOPLE
        }

    def see(self):
        db.session.rollback()
        return db.session.scalar(select(Idea.version).where(Idea.id == self._idea))

    def decide(self, who, decision, seen):
        verdict, words = decision
        before = self._steps()
        said = {"verdict": verdict.value, "words": words, "version": str(seen)}
        answer = self._at[who].post(f"/ideas/{self._idea}/decision", data=said)
        new = [number for number, _ in self._steps() if number not in dict(before)]
        if answer.status_code == 409:
            assert words in answer.text, "what was refused is still in the form"
            assert not before or before[-1][1][1] in answer.text, "beside what stands"
            return REFUSED, None
        assert answer.status_code == 303
        return ACCEPTED, new[0] if new else None

    def undo(self, who, step):
        path = f"/ideas/{self._idea}/decision?step={step}&_method=DELETE"
        return {303: ACCEPTED, 409: REFUSED}[self._at[who].post(path).status_code]

    def comment(self, who, words):
        path = f"/conversation/idea/{self._idea}/comments"
        assert self._at[who].post(path, data={"text": words}).status_code == 303

    @property
    def comments(self):
        return db.session.query(Comment).filter_by(subject_id=self._idea).count()

    @property
    def history(self):
        return [decision for _, decision in self._steps()]

    def _steps(self):
        db.session.rollback()
        asked = select(Step.id, Step.verdict, Step.words).where(
            Step.idea_id == self._idea, Step.kind == StepKind.DECIDED
        )
        found = db.session.execute(asked.order_by(Step.id))
        return [(row.id, (row.verdict, row.words)) for row in found]


def script(luck):
    """Everybody looks, and does something with what they saw, twice; in one of many orders."""
    left = {who: [one for _ in range(2) for one in (("see",), act(luck, who))] for who in PEOPLE}
    while any(left.values()):
        who = luck.choice([name for name in PEOPLE if left[name]])
        yield who, left[who].pop(0)


def act(luck, who):
    kind = luck.choice(["decide", "decide", "decide", "undo", "comment"])
    verdict = luck.choice(MOVES)
    return kind, (verdict, f"{who} says {verdict.value}, {luck.randrange(3)}")


def play(script, *cards):
    """Do the same to every card: they must answer alike. Whether anybody acted on what was old."""
    seen = [dict.fromkeys(PEOPLE, 0) for _ in cards]
    mine = [dict.fromkeys(PEOPLE) for _ in cards]
    accepted, refused = 0, 0
    for who, (kind, *said) in script:
        outcomes = []
        for card, saw, own in zip(cards, seen, mine, strict=True):
            before = len(card.history)
            if kind == "see":
                saw[who] = card.see()
                continue
            if kind == "comment":
                card.comment(who, said[0][1])
                continue
            if kind == "decide":
                outcome, step = card.decide(who, said[0], saw[who])
                own[who] = step or own[who]
                grown = step is not None
            else:
                outcome = card.undo(who, own[who]) if own[who] else ACCEPTED
                grown = False
            # What was accepted stands in the history; what was refused changed nothing.
            assert len(card.history) - before == grown or (kind == "undo" and outcome == ACCEPTED)
            outcomes.append(outcome)
        assert len(set(outcomes)) <= 1, (kind, said, outcomes)
        refused += outcomes[:1] == [REFUSED]
        accepted += outcomes[:1] == [ACCEPTED]
    assert len({tuple(card.history) for card in cards}) == 1
    assert len({card.comments for card in cards}) == 1
    return refused


def test_ten_thousand_orders_lose_nothing():
    luck, overlaps = random.Random(5), 0
    for _ in range(10_000):
        card = Model()
        overlaps += play(script(luck), card) > 0
    assert overlaps > 3_000, "people do overtake one another"


def test_the_house_answers_as_the_model_does(app):
    agree(app, 12)


@pytest.mark.long
def test_the_house_answers_as_the_model_does_for_long(app):
    agree(app, 600)


def agree(app, times):
    luck, overlaps = random.Random(7), 0
    for _ in range(times):
        overlaps += play(script(luck), Model(), House(app)) > 0
    assert overlaps > times / 4


def test_at_the_same_moment_one_decides_and_the_others_see_both(app, nerea):
    crowd(app, 10)


@pytest.mark.long
def test_at_the_same_moment_for_long(app, nerea):
    crowd(app, 400)


def crowd(app, rounds):
    """Everybody stands inside their request before anybody goes on, round after round."""
    number = make_idea().id
    people = [make_person(name, "governance") for name in PEOPLE]
    doors = [Visitor(app, app.response_class).sign_in(one) for one in people]
    where, talk = f"/ideas/{number}/decision", f"/conversation/idea/{number}/comments"
    history, undo = [], ""
    for nth in range(rounds):
        db.session.rollback()
        version = db.session.get_one(Idea, number).version
        said = {
            name: {
                "verdict": "analyse" if (nth + place) % 2 else "in-progress",
                "words": f"{name} in round {nth}",
                "version": str(version),
            }
            for place, name in enumerate(PEOPLE)
        }
        visits = [(door, where, said[name]) for door, name in zip(doors, PEOPLE, strict=True)]
        visits.append((doors[0], talk, {"text": f"What about it, in round {nth}?"}))
        if undo:
            visits.append((doors[1], undo, {}))

        answers = together(app, *visits)

        steps = list(
            db.session.execute(
                select(Step.id, Step.words)
                .where(Step.idea_id == number, Step.kind == StepKind.DECIDED)
                .order_by(Step.id)
            )
        )
        words = [step.words for step in steps]
        mine = [one for one in words if one.endswith(f"round {nth}")]
        undone = len(history) - len([one for one in words if one in history])
        assert len(mine) + undone == 1, "one change was made of what everybody had seen"
        refused = [one for one in answers if one.status_code == 409]
        assert len(refused) == len(answers) - 2  # the one who was first, and the comment
        stands = words[-1] if words else ""
        for one in refused:
            assert stands in one.text
        for name in PEOPLE:
            kept = said[name]["words"]
            assert kept in words or any(kept in one.text for one in refused), "nothing is lost"
        history, undo = words, f"{where}?step={steps[-1].id}&_method=DELETE" if steps else ""
        if nth % 3 == 2:
            undo = ""
    told = db.session.query(Comment).filter_by(subject_id=number).count()
    assert told == rounds

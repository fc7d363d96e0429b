"""How often the idea that was meant is among the first five, of the fifty of the exam."""

import pytest

from app.core.db import db, writing
from app.core.markdown import render
from app.ideas.models import Idea, IdeaKind
from app.ideas.similar import similar
from app.people.models import Person
from tests.factories import make_person
from tests.ideas.similar.exam import IDEAS, PARAPHRASES

# What was promised is 0.8. `docs/decisions/similar-ideas.md` says what was measured: 49, and 42.
AMONG_FIVE, FIRST = 47, 39


@pytest.fixture
def board(app):
    """The titles of the exam's ideas by their numbers."""
    number = make_person().id
    with writing():
        author = db.session.get_one(Person, number)
        for idea in IDEAS:
            said = render(idea.problem)
            how = {"by": author, "kind": IdeaKind.FIX, "language": idea.language}
            Idea.submit(idea.title, idea.problem, said, **how)
    return {idea.id: idea.title for idea in db.session.query(Idea)}


def place(paraphrase, board):
    """Where it stands among the first five, from 1 on; 0 if it does not."""
    found = [board[one.number] for one in similar(paraphrase.typed)]
    return found.index(paraphrase.meant) + 1 if paraphrase.meant in found else 0


def test_what_was_meant_is_among_the_first_five_and_mostly_the_first(board):
    places = {paraphrase.typed: place(paraphrase, board) for paraphrase in PARAPHRASES}
    missed = [typed for typed, found in places.items() if not found]
    assert len(places) - len(missed) >= AMONG_FIVE, missed
    assert list(places.values()).count(1) >= FIRST


def test_the_first_five_are_five(board):
    for paraphrase in PARAPHRASES:
        assert len(similar(paraphrase.typed)) <= 5

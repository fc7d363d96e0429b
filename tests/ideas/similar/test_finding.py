"""Finding ideas that say something like this, as they stand now."""

import threading

import pytest

from app.core.db import db, writing
from app.core.markdown import render
from app.ideas.models import Idea, IdeaKind
from app.ideas.similar import alike, shelf, similar
from app.people.models import Person
from tests.factories import make_idea, withdraw_idea


@pytest.fixture
def letter(app):
    """The only idea, in a process that has just begun."""
    app.extensions.pop("ideas.similar", None)
    return make_idea(title="Tell customers that their letter arrived", problem="They call again.")


def numbers(title, text=""):
    return [one.number for one in similar(title, text)]


def change(idea, verb):
    """One verb on it, in a transaction of its own."""
    number = idea.id
    with writing():
        verb(db.session.get_one(Idea, number))


def test_other_words_and_another_language_find_it(letter):
    for typed in (
        "Confirm that we received what they sent by post",
        "Avisar al cliente de que su carta ha llegado",
        "Bezeroari jakinarazi gutuna jaso dugula",
        "Avisar os clientes de que a carta chegou",
        "abisar de que yego la karta",
    ):
        assert numbers(typed) == [letter.id], typed


def test_something_else_does_not(letter):
    assert numbers("Más plazas de aparcamiento en la clínica") == []
    assert numbers("") == [] and numbers("¿?") == [] and numbers("que se haga") == []


def test_the_text_helps_where_the_title_says_little(letter):
    assert numbers("Una idea", "Nadie sabe si su carta llegó: habría que avisar al cliente.")


def test_a_new_idea_is_found_at_once_and_what_it_says_today(letter):
    other = make_idea(title="More parking at the clinic", problem="No space for cars.")
    assert numbers("estacionar el coche") == [other.id]

    said = render("It is too loud to sleep.")
    change(
        other,
        lambda idea: idea.edit(
            "Quiet nights", "It is too loud to sleep.", said, kind=IdeaKind.FIX, language="en"
        ),
    )
    assert numbers("estacionar el coche") == []
    assert numbers("ruido por la noche, no se puede dormir") == [other.id]


def test_what_nobody_may_see_in_a_list_is_not_found(ane, letter):
    mine = make_idea(ane, title="Letters that arrive", problem="Tell them.")
    assert set(numbers("letter arrived")) == {letter.id, mine.id}

    withdraw_idea(mine, by=ane)
    assert numbers("letter arrived") == [letter.id]

    who = ane.id
    change(mine, lambda idea: idea.restore(by=db.session.get_one(Person, who)))
    assert set(numbers("letter arrived")) == {letter.id, mine.id}

    change(letter, lambda idea: idea.hide(by=db.session.get_one(Person, who)))
    assert numbers("letter arrived") == [mine.id]


def test_what_was_read_again_and_again_leaves_no_trace(letter):
    said = render("Nobody hears of it.")
    for number in range(70):  # more often than holes are borne
        change(
            letter,
            lambda idea, number=number: idea.edit(
                f"Say that letter {number} arrived",
                "Nobody hears of it.",
                said,
                kind=IdeaKind.FIX,
                language="en",
            ),
        )
        assert numbers("letter arrived") == [letter.id]
    assert numbers("customer calls again") == []


def test_an_idea_is_not_like_itself(letter):
    twin = make_idea(title="Say that the letter is here", problem="They call again.")
    assert [one.number for one in alike(letter)] == [twin.id]


def test_a_question_is_one_statement_whatever_the_number_of_ideas(letter, queries):
    numbers("letter")
    queries.clear()
    numbers("letter")
    asked_of_one = len(queries)
    for number in range(12):
        make_idea(title=f"Letter {number} arrived")
    numbers("letter")
    queries.clear()
    numbers("letter")
    assert asked_of_one == len(queries) == 1


def test_of_very_many_the_likeliest_are_looked_at_whole(letter, monkeypatch):
    for number in range(8):
        make_idea(title=f"A letter about case {number} arrived", problem="Customers call.")
    whole = similar("tell the customer that the letter arrived", least=0)
    monkeypatch.setattr(shelf, "MOST_LOOKED_AT", 3)
    monkeypatch.setattr(shelf, "MOST_LIKELY", 2)
    bounded = similar("tell the customer that the letter arrived", least=0)
    assert whole[0].number == bounded[0].number == letter.id
    assert bounded[0].likeness == pytest.approx(whole[0].likeness)
    assert len(bounded) <= 2 < len(whole)


def test_several_may_ask_at_once_while_nothing_is_there_yet(app, letter):
    together, found = threading.Barrier(4), []

    def ask():
        with app.test_request_context():
            together.wait(timeout=10)
            found.append(numbers("carta recibida"))
            db.session.remove()

    threads = [threading.Thread(target=ask) for _ in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert found == [[letter.id]] * 4

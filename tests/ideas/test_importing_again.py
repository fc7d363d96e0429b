"""The same table twice, what changed meanwhile, and a whole import taken back."""

import pytest

from app.activity.models import Line
from app.audit.models import Entry
from app.core.db import db, writing
from app.ideas.models import Group, Idea, StepKind, Verdict
from app.notifications.models import Delivery
from tests.arrivals.driving import go_on, say_yes, setup, take_back
from tests.conftest import at_once
from tests.factories import decide, make_comment, make_idea, make_person
from tests.factories.ideas import ask_evaluator, give_support, merge, write_note
from tests.ideas.driving import brought, ideas, outcomes, remarks, table, upload

ROWS = ("One;sí;shared", "Two;Ya en curso;ídem", "Three;;own")


@pytest.fixture
def boss(client, nerea):
    return client.sign_in(nerea)


def test_twice_is_once_however_it_was_changed_here(boss, nerea):
    brought(boss, table(*ROWS))
    decide(ideas()["Three"], by=nerea)
    with writing():
        db.session.get_one(Idea, ideas()["One"].id).title = "Another name"
    number = brought(boss, table(*ROWS))
    assert setup(number).known == 3 and remarks(number) == {}
    assert set(ideas()) == {"Another name", "Two", "Three"}


def test_one_that_says_something_else_now_is_left_out_unless_somebody_wants_it(boss, ane):
    make_idea(ane, title="One", problem="As it is")
    number = brought(boss, table("One;;As it is", "One;;Else", "New;;x", "New;;x"))
    alike = ("left-out", ["An idea of that title is here, and stays as it is."])
    twice = ("left-out", ["The same stands in line 4."])
    assert remarks(number) == {"3": alike, "4": ("brought-in", []), "5": twice}
    number = brought(boss, table("One;;Else"), choice_alike="add")
    assert outcomes(number) == {"2": "brought-in"}


def test_a_group_that_is_here_takes_up_what_comes_later(boss):
    brought(boss, table(*ROWS))
    brought(boss, table("One;sí;shared", "Later;;ídem"))
    assert ideas()["Later"].group_id == ideas()["One"].group_id is not None
    assert db.session.query(Group).count() == 1


def test_nobody_is_told_of_each_and_it_is_written_down_once(boss):
    brought(boss, table(*ROWS))
    assert db.session.query(Line).count() == db.session.query(Delivery).count() == 0
    written = [one for one in db.session.query(Entry) if one.fact == "IdeasImported"]
    assert [one.details["ideas"] for one in written] == [3]


def test_what_came_in_is_found_and_lives_on_like_any_other(boss, nerea):
    brought(boss, table("One;No;the parrot", head="Idea;¿Analizar?;Descripción"))
    brought(boss, table("Two;;the parrot"))
    assert ">Two</" in boss.get("/search?q=parrot").text
    decide(ideas()["Two"], by=nerea, verdict=Verdict.IN_PROGRESS)
    two = ideas()["Two"]
    assert two.late_told_on is None and two.first_in_time is True
    assert [step.kind for step in two.steps] == [StepKind.DECIDED]


def test_taken_back_it_is_as_if_it_had_never_come(boss):
    number = brought(boss, table(*ROWS))
    gone = ideas()["Three"].id
    take_back(boss, number)
    assert ideas() == {} and db.session.query(Group).count() == 0
    assert set(outcomes(number).values()) == {"taken-back"}
    assert "IdeasImportTakenBack" in {one.fact for one in db.session.query(Entry)}
    assert boss.get(f"/ideas/{gone}").status_code == 404
    assert "Nothing" in boss.get("/search?q=shared").text
    brought(boss, table(*ROWS))
    assert min(one.id for one in ideas().values()) > gone  # nothing points at another now


def test_a_group_that_somebody_rewrote_stays(boss):
    number = brought(boss, table(*ROWS))
    with writing():
        db.session.query(Group).one().title = "Saying goodbye well"
    take_back(boss, number)
    assert ideas() == {} and db.session.query(Group).count() == 1


def decided(idea, nerea, ane):
    decide(idea, by=nerea, verdict=Verdict.DONE)


def supported(idea, nerea, ane):
    give_support(idea, ane)


def noted(idea, nerea, ane):
    write_note(idea, nerea)


def evaluated(idea, nerea, ane):
    ask_evaluator(idea, ane, by=nerea)


def commented(idea, nerea, ane):
    make_comment(on=idea, by=ane)


def merged(idea, nerea, ane):
    merge(make_idea(ane, title="Mine"), idea, by=nerea)


@pytest.mark.parametrize("work", [decided, supported, noted, evaluated, commented, merged])
def test_what_somebody_has_worked_on_since_stays(boss, nerea, ane, work):
    number = brought(boss, table(*ROWS))
    work(ideas()["One"], nerea, ane)
    take_back(boss, number)
    assert set(ideas()) - {"Mine"} == {"One"}
    stays = ("brought-in", ["Somebody has worked on it since, and it stays."])
    assert remarks(number)["2"] == stays and outcomes(number)["3"] == "taken-back"
    assert db.session.query(Group).count() == 1


def test_two_who_bring_the_same_table_in_at_once_bring_it_in_once(app, client, nerea):
    both = [nerea, make_person("Leire", "governance")]
    for race in range(3):
        rows = [f"{race} {n};;words" for n in range(60)]
        going = []
        for one in both:
            client.sign_in(one)
            number = upload(client, table(*rows))
            assert say_yes(client, number).status_code == 303
            going.append((one, f"/imports/{number}/steps", {}))
        assert {one.status_code for one in at_once(app, *going)} <= {303}
        go_on(client, number)
        titles = [title for (title,) in db.session.query(Idea.title)]
        assert sorted(titles) == sorted(set(titles)) and len(titles) == 60 * (race + 1)

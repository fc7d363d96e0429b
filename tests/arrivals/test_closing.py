"""Whoever is not in the table is closed, if somebody asks, has seen the list, and means it."""

import pytest

from app.core.db import db, writing
from app.imports.models import Import
from app.people.models import SignIn
from tests.arrivals.driving import (
    arrange,
    bring_in,
    go_on,
    outcomes,
    people,
    say_yes,
    setup,
    table,
    take_back,
    upload,
)
from tests.factories import make_person

SURE = "Look at the list, and say that you mean it."


@pytest.fixture
def boss(client, iker):
    return client.sign_in(iker)


def asked(client, *rows):
    number = upload(client, table(*rows, head="Nombre;Correo"))
    arrange(client, number, choice_gone="yes")
    return number


def test_nobody_is_closed_unless_asked(boss, ane):
    number = bring_in(boss, table("Jon;jon@b.example", head="Nombre;Correo"))
    assert outcomes(number) == {"2": "brought-in"} and people()[ane.email].is_active


def test_they_are_listed_first_and_closed_after_a_second_yes(app, boss, ane, jon):
    app.test_client().sign_in(ane)
    number = asked(boss, f"Jon;{jon.email}")
    page = boss.get(f"/imports/{number}?outcome=gone").text
    assert (
        "Ane" in page and "Jon" not in page.split("Report")[-1] and "Iker" not in outcomes(number)
    )
    assert outcomes(number) == {"Ane": "gone"}

    answer = say_yes(boss, number)
    assert answer.status_code == 422 and SURE in answer.text
    assert db.session.get(Import, number).is_read

    say_yes(boss, number, sure="y")
    go_on(boss, number)
    assert outcomes(number) == {"Ane": "closed"}
    assert not people()[ane.email].is_active
    assert db.session.query(SignIn).filter_by(person_id=ane.id).count() == 0
    assert people()[jon.email].is_active


def test_few_of_many_need_no_second_yes(boss, ane):
    rows = []
    for n in range(40):
        one = make_person(f"P{n}")
        rows.append(f"{one.name};{one.email}")
    number = asked(boss, *rows)
    assert outcomes(number) == {"Ane": "gone"}
    say_yes(boss, number)
    go_on(boss, number)
    assert outcomes(number) == {"Ane": "closed"}


def test_a_row_that_is_refused_still_says_that_somebody_is_here(boss, ane, jon):
    number = asked(boss, f";{ane.email}", f"=Jon;{jon.email}")
    assert set(outcomes(number).values()) == {"refused"}


def test_a_changed_address_is_nobody_who_is_gone(boss):
    make_person("Ane", email="old@b.example", employee_number="7")
    number = upload(boss, table("7;Ane;new@b.example", head="Número de empleado;Nombre;Correo"))
    arrange(boss, number, choice_gone="yes")
    assert setup(number).counts == {"changed": 1, "gone": 0}


def test_other_administrators_may_be_closed_and_whoever_asks_never(boss, iker):
    make_person("Other", "admin")
    number = asked(boss, "Jon;jon@b.example")
    assert outcomes(number) == {"Other": "gone"}
    say_yes(boss, number, sure="y")
    go_on(boss, number)
    assert people()[iker.email].is_active


def test_the_last_administrator_stays_whatever_happened_since(app, boss, iker):
    other = make_person("Other", "admin")
    number = asked(boss, "Jon;jon@b.example")
    say_yes(boss, number, sure="y")
    boss.post(f"/imports/{number}/steps")
    with writing():
        people()[iker.email].grants.clear()
    client = app.test_client().sign_in(other)
    go_on(client, number)
    assert people()[other.email].is_active
    assert outcomes(number)["Other"] == "left-out"


def test_taking_it_back_opens_the_accounts_again(boss, ane):
    number = asked(boss, "Jon;jon@b.example")
    say_yes(boss, number, sure="y")
    go_on(boss, number)
    take_back(boss, number)
    assert people()[ane.email].is_active and "jon@b.example" not in people()

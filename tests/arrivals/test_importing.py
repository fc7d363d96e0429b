"""A table of people: what is understood, what comes in, and that twice is once."""

import pytest

from app.core.db import db, writing
from app.imports.models import Import
from app.people.models import Location, Person, SignIn, Unit
from tests.arrivals.driving import (
    arrange,
    bring_in,
    go_on,
    outcomes,
    people,
    reasons,
    say_yes,
    setup,
    table,
    take_back,
    upload,
)
from tests.core.workbooks import xlsx
from tests.factories import make_location, make_person, make_unit

ANE = "Ane Etxebarria;Ane@Casa.example;Oficinas > Bilbao;Bilbao;Gestora"
JON = "Jon Lasa;jon@casa.example;;;"


@pytest.fixture
def house(app):
    """Some units and a location."""
    make_unit("Bilbao", parent=make_unit("Oficinas", parent=make_unit("Grupo")))
    make_location("Bilbao")


@pytest.fixture
def boss(client, iker):
    return client.sign_in(iker)


def test_what_was_understood_is_shown_before_anybody_comes(boss, house):
    number = upload(boss, table(ANE, JON, "Nadie;;;;"))
    page = boss.get(f"/imports/{number}").text
    assert "Ane Etxebarria" in page and "ane@casa.example" in page and "There is no email." in page
    assert setup(number).counts == {"brought-in": 2, "refused": 1, "gone": 0}
    assert db.session.query(Person).count() == 1


def test_people_come_in_with_what_the_table_says(boss, house):
    number = bring_in(boss, table(ANE, JON))
    ane = people()["ane@casa.example"]
    assert (ane.name, ane.sort_name, ane.job) == ("Ane Etxebarria", "ane etxebarria", "Gestora")
    assert (ane.unit.name, ane.location.name, ane.language) == ("Bilbao", "Bilbao", "es")
    assert ane.password_hash is None and ane.is_active
    assert outcomes(number) == {"2": "brought-in", "3": "brought-in"}
    assert "Etxebarria" in boss.get("/people?q=etxebarria").text


def test_the_same_table_again_changes_nothing_and_says_so(boss, house):
    bring_in(boss, table(ANE, JON))
    before = {email: (one.id, one.version) for email, one in people().items()}
    number = upload(boss, table(ANE, JON))
    assert "There is nothing new in it" in boss.get(f"/imports/{number}").text
    say_yes(boss, number)
    go_on(boss, number)
    assert {email: (one.id, one.version) for email, one in people().items()} == before
    assert outcomes(number) == {} and setup(number).known == 2
    assert "2 rows said nothing new" in boss.get(f"/imports/{number}").text


def test_what_the_table_says_anew_is_a_change_and_what_it_leaves_empty_is_none(boss, house):
    bring_in(boss, table(ANE))
    number = bring_in(boss, table("Ane E. Goikoetxea;ane@casa.example;;;"))
    ane = people()["ane@casa.example"]
    assert (ane.name, ane.sort_name, ane.version) == ("Ane E. Goikoetxea", "ane e. goikoetxea", 2)
    assert (ane.job, ane.unit.name) == ("Gestora", "Bilbao")
    assert outcomes(number) == {"2": "changed"}


def test_a_workbook_with_its_names_apart_and_a_title_above(boss, house):
    rows = [
        ["Plantilla de noviembre"],
        ["Nº empleado", "APELLIDOS", "Nombre", "E-mail", "Idioma"],
        ["0017", "Etxaniz Lasa", "Ane", "ane@casa.example", "Euskera"],
    ]
    bring_in(boss, xlsx(rows))
    ane = people()["ane@casa.example"]
    assert (ane.name, ane.language, ane.employee_number) == ("Ane Etxaniz Lasa", "eu", "0017")


@pytest.mark.parametrize(
    "head",
    [
        "Nombre y apellidos,Correo corporativo,Departamento",
        "izen-abizenak,posta elektronikoa,saila",
        "Full name,Work email,Team",
        "Nome completo,Endereço eletrónico,Equipa",
    ],
)
def test_columns_are_guessed_in_four_languages(boss, house, head):
    bring_in(boss, table("Ane,ane@casa.example,Bilbao", head=head))
    assert people()["ane@casa.example"].unit.name == "Bilbao"


def test_a_table_without_names_of_columns_is_told_what_is_what(boss, house):
    number = upload(boss, table("ane@casa.example;Ane", head="jon@casa.example;Jon"))
    page = boss.get(f"/imports/{number}").text
    assert "Say below which column holds the email." in page and "Bring them in" not in page
    arrange(boss, number, column_email="0", column_name="1")
    assert setup(number).counts["brought-in"] == 2
    say_yes(boss, number)
    go_on(boss, number)
    assert {"jon@casa.example", "ane@casa.example"} < set(people())


def test_another_header_guesses_anew(boss, house):
    number = upload(boss, table("Otro;Correo", "Ane;a@casa.example", head="Nombre;Correo"))
    arrange(boss, number, header="2")
    assert setup(number).mapping == {"email": 1} and setup(number).rows == 1


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Ane;;;;", "There is no email."),
        ("Ane;ane;;;", "This is no email: %(email)s"),
        ("Ane;a b@c.example;;;", "This is no email: %(email)s"),
        ("Ane;ane@casa;;;", "This is no email: %(email)s"),
        (";ane@casa.example;;;", "There is no name."),
        ("x" * 121 + ";ane@casa.example;;;", "%(what)s is longer than %(most)s characters."),
        (f"Ane;{'a' * 250}@b.example;;;", "This is no email: %(email)s"),
        ("Ane;ane@casa.example;;;" + "j" * 121, "%(what)s is longer than %(most)s characters."),
        ("=1+1;ane@casa.example;;;", "This looks like a formula, and is not taken in: %(words)s"),
        (
            "Ane;ane@casa.example;;;＝A1",
            "This looks like a formula, and is not taken in: %(words)s",
        ),
        ("A\x07ne;a@b.example;;;", "There are characters in it that no keyboard types: %(words)s"),
        ("Ane;ane@casa.example;Nada;;", "There is no unit called %(unit)s."),
        ("Ane;ane@casa.example;Oficinas/Nada;;", "There is no unit called %(unit)s."),
        ("Ane;ane@casa.example;;Marte;", "There is no location called %(location)s."),
    ],
)
def test_what_cannot_come_in_is_listed_by_its_line_with_a_reason(boss, house, row, reason):
    number = bring_in(boss, table(JON, row))
    assert outcomes(number) == {"2": "brought-in", "3": "refused"}
    assert reasons(number) == {"3": [reason]}
    report = boss.get(f"/imports/{number}/report").text
    assert "\n3," in report.replace("\r", "")


def test_of_two_rows_about_one_person_the_second_is_refused_with_both_lines(boss, house):
    head = "Nombre;Correo;Número de empleado"
    file = table("A;a@b.example;1", "B;A@B.example;2", "C;c@b.example;1", head=head)
    number = bring_in(boss, file)
    assert outcomes(number) == {"2": "brought-in", "3": "refused", "4": "refused"}
    page = boss.get(f"/imports/{number}").text
    assert "Line 3" in page and "The same email stands in line 2" in page
    assert "The same employee number stands in line 2" in page


def test_units_are_found_by_their_path_its_end_or_a_name_of_their_own(boss, house):
    make_unit("TI/Sistemas")
    rows = [f"P{n};p{n}@b.example;{unit}" for n, unit in enumerate(UNITS)]
    number = bring_in(boss, table(*rows, head="Nombre;Correo;Unidad"))
    found = [people()[f"p{n}@b.example"].unit.name for n in range(len(UNITS))]
    assert found == ["Bilbao", "Bilbao", "Bilbao", "Oficinas", "TI/Sistemas"], reasons(number)


UNITS = ["Grupo > Oficinas > Bilbao", "oficinas/BILBAO", "Bilbao", "Oficinas", "TI/Sistemas"]


def test_a_name_that_several_units_have_is_not_guessed(boss, house):
    make_unit("Bilbao", parent=make_unit("Clínicas"))
    number = bring_in(boss, table("A;a@b.example;Bilbao;;", "B;b@b.example;Clínicas > Bilbao;;"))
    assert list(reasons(number)) == ["2"]
    assert people()["b@b.example"].unit.parent.name == "Clínicas"


def test_unknown_places_are_made_if_asked(boss, house):
    rows = ("A;a@b.example;Oficinas > Gasteiz > Sur;Marte;", "B;b@b.example;Gasteiz;marte;")
    bring_in(boss, table(*rows), choice_units="create", choice_locations="create")
    unit = people()["a@b.example"].unit
    assert [unit.name, unit.parent.name, unit.parent.parent.name] == ["Sur", "Gasteiz", "Oficinas"]
    assert people()["b@b.example"].unit is unit.parent
    assert db.session.query(Location).filter_by(name="Marte").count() == 1


def test_unknown_places_are_left_out_if_asked(boss, house):
    bring_in(boss, table(ANE))
    rows = ("Ane Etxebarria;ane@casa.example;Nada;Marte;Gestora", "B;b@b.example;Nada;;")
    number = bring_in(boss, table(*rows), choice_units="empty", choice_locations="empty")
    assert people()["ane@casa.example"].unit.name == "Bilbao"
    assert people()["b@b.example"].unit is None
    assert outcomes(number) == {"3": "brought-in"}
    assert db.session.query(Unit).filter_by(name="Nada").count() == 0


NUMBERED = "Número de empleado;Nombre;Correo"


def test_with_a_number_another_address_is_a_change_that_ends_the_sessions(app, boss, house):
    bring_in(boss, table("7;Ane;old@b.example", head=NUMBERED))
    ane = people()["old@b.example"]
    app.test_client().sign_in(ane)
    number = bring_in(boss, table("7;Ane;new@b.example", head=NUMBERED))
    assert people()["new@b.example"].id == ane.id and "old@b.example" not in people()
    assert db.session.query(SignIn).filter_by(person_id=ane.id).count() == 0
    assert outcomes(number) == {"2": "changed"}


def test_a_number_is_learnt_and_never_exchanged(boss, house):
    make_person("Ane", email="ane@b.example")
    bring_in(boss, table("7;Ane;ane@b.example", head=NUMBERED))
    assert people()["ane@b.example"].employee_number == "7"
    number = bring_in(boss, table("8;Ane;ane@b.example", head=NUMBERED))
    assert reasons(number) == {"2": ["Whoever has this email has another employee number."]}


def test_an_address_of_somebody_else_is_not_taken_over(boss, house):
    make_person("Jon", email="jon@b.example")
    make_person("Ane", email="ane@b.example", employee_number="7")
    number = bring_in(boss, table("7;Ane;jon@b.example", head=NUMBERED))
    assert reasons(number) == {
        "2": ["The employee number is one person’s and the email another’s."]
    }


def test_whoever_holds_a_role_keeps_their_address(boss, house):
    make_person("Rosa", "hr", email="rosa@b.example", employee_number="7")
    number = bring_in(boss, table("7;Rosa;mallory@b.example", head=NUMBERED))
    assert outcomes(number) == {"2": "refused"} and "rosa@b.example" in people()


def test_a_closed_account_is_not_opened_by_a_table(boss, house):
    bring_in(boss, table(JON))
    with writing():
        people()["jon@casa.example"].disable(by=None)
    number = bring_in(boss, table(JON))
    assert outcomes(number) == {"2": "left-out"}
    assert not people()["jon@casa.example"].is_active


def test_whoever_is_here_keeps_the_language_they_chose(boss, house):
    make_person("Ane", email="ane@b.example", language="eu")
    bring_in(boss, table("Ane;ane@b.example;es", head="Nombre;Correo;Idioma"))
    assert people()["ane@b.example"].language == "eu"


def test_taking_it_back_removes_who_came_and_restores_what_changed(boss, house):
    make_person("Ane", email="ane@casa.example", job="Antes", employee_number="7")
    head = "Número;Nombre;Correo;Puesto".replace("Número", "Número de empleado")
    rows = ("7;Ane Nueva;otra@casa.example;Ahora", ";Jon;jon@casa.example;")
    number = bring_in(boss, table(*rows, head=head))
    assert set(people()) >= {"otra@casa.example", "jon@casa.example"}
    take_back(boss, number)
    ane = people()["ane@casa.example"]
    assert (ane.name, ane.job, ane.sort_name) == ("Ane", "Antes", "ane")
    assert "jon@casa.example" not in people()
    assert set(outcomes(number).values()) == {"taken-back"}
    assert db.session.get(Import, number).is_taken_back


def test_taking_it_back_keeps_who_has_come_and_what_was_changed_since(app, boss, house):
    make_person("Ane", email="ane@casa.example", job="Antes")
    rows = ("Ane;ane@casa.example;;;Ahora", *(f"P{n};p{n}@b.example;;;" for n in range(3)))
    number = bring_in(boss, table(*rows))
    app.test_client().sign_in(people()["p0@b.example"])
    with writing():
        people()["ane@casa.example"].job = "Después"
        people()["p1@b.example"].grant("ambassador", by=None)
    take_back(boss, number)
    assert people()["ane@casa.example"].job == "Después"
    assert people()["p0@b.example"].is_active and not people()["p1@b.example"].is_active
    assert "p2@b.example" not in people()
    assert outcomes(number) == {
        "2": "changed",
        "3": "brought-in",
        "4": "taken-back",
        "5": "taken-back",
    }
    assert "They have signed in since" in boss.get(f"/imports/{number}").text

"""The same table again, what was changed here, and a table taken back."""

import pytest

from app.activity.models import Line
from app.audit.models import Entry
from app.core.db import db, writing
from app.initiatives.models import Initiative
from app.notifications.models import Delivery
from tests.arrivals.driving import arrange, go_on, say_yes, setup, take_back
from tests.factories.conversation import make_comment
from tests.factories.initiatives import with_milestone, with_update
from tests.initiatives.driving import initiatives, remarks, table, upload

BLANKETS = "Blankets for the shelter;giving-back;3/3/2026"
TALK = "Talk about ageing;Concienciación;2026-03-02"
HEAD = "Iniciativa;Categoría;Primer día;Horas"


@pytest.fixture
def boss(client, nerea):
    return client.sign_in(nerea)


def brought(client, *rows, head=HEAD, **chosen):
    number = upload(client, table(*rows, head=head))
    if chosen:
        arrange(client, number, **chosen)
    say_yes(client, number)
    go_on(client, number)
    return number


def change(titled, **said):
    with writing():
        initiative = db.session.query(Initiative).filter_by(title=titled).one()
        for name, value in said.items():
            setattr(initiative, name, value)
        initiative.edit(by=initiative.owner)


def test_the_same_file_again_adds_nothing_and_says_so(boss):
    brought(boss, TALK, BLANKETS)
    number = upload(boss, table(TALK, BLANKETS, head=HEAD))
    assert "There is nothing new in it" in boss.get(f"/imports/{number}").text
    say_yes(boss, number)
    go_on(boss, number)
    assert len(initiatives()) == 2 and remarks(number) == {} and setup(number).known == 2


def test_however_days_numbers_and_categories_are_written_it_is_the_same_row(boss):
    brought(boss, "Walk;Mentalidad de crecimiento;2/3/2026;1.200")
    brought(boss, " Walk ;growth;2026-03-02;1200")
    assert len(initiatives()) == 1


def test_what_was_changed_here_stays_as_it_is(boss):
    brought(boss, TALK)
    change("Talk about ageing", hours=7, title="Talk about age")
    brought(boss, TALK)
    assert {title: one.hours for title, one in initiatives().items()} == {"Talk about age": 7}


def test_a_row_that_says_something_else_now_is_left_out_unless_somebody_wants_it(boss):
    brought(boss, TALK + ";3")
    number = brought(boss, TALK + ";4")
    alike = "One of that title, day, owner and unit is here, and stays as it is."
    assert remarks(number) == {"2": ("left-out", [alike])} and len(initiatives()) == 1
    brought(boss, TALK + ";4", choice_alike="add")
    assert db.session.query(Initiative).count() == 2


def test_two_alike_in_one_table_are_two(boss):
    rows = [f"Filler {n};growth;2026-03-02;" for n in range(200)]
    brought(boss, TALK + ";3", *rows, TALK + ";4")
    assert db.session.query(Initiative).filter_by(title="Talk about ageing").count() == 2


def test_nobody_is_told_of_each_and_it_is_written_down_once(boss):
    brought(boss, TALK, BLANKETS)
    assert db.session.query(Line).count() == db.session.query(Delivery).count() == 0
    written = [one for one in db.session.query(Entry) if one.fact == "InitiativesImported"]
    assert [one.details["initiatives"] for one in written] == [2]


def test_what_came_in_is_found_and_counts(client, boss, ane):
    brought(boss, TALK)
    client.sign_in(ane)
    assert "Talk about" in client.get("/search?q=ageing").text
    assert "Talk about" in client.get("/initiatives?counted=1&year=2026").text


def test_taken_back_it_is_as_if_it_had_never_come(boss):
    number = brought(boss, TALK, BLANKETS, head="Iniciativa;Categoría;Primer día;Etiquetas")
    take_back(boss, number)
    assert initiatives() == {}
    assert {outcome for outcome, _ in remarks(number).values()} == {"taken-back"}
    assert "InitiativesImportTakenBack" in {one.fact for one in db.session.query(Entry)}
    assert "Talk about" not in boss.get("/search?q=ageing").text
    again = brought(boss, TALK, BLANKETS)
    assert {outcome for outcome, _ in remarks(again).values()} == {"brought-in"}


def edited(initiative, ane):
    change(initiative.title, hours=3)


def helped(initiative, ane):
    with writing():
        db.session.get_one(Initiative, initiative.id).name_teammate(ane, by=initiative.owner)


def told_how_it_goes(initiative, ane):
    with_update(initiative, "It goes.", by=initiative.owner)


def planned(initiative, ane):
    with_milestone(initiative)


def commented(initiative, ane):
    make_comment(on=initiative, by=ane)


@pytest.mark.parametrize("work", [edited, helped, told_how_it_goes, planned, commented])
def test_what_somebody_has_worked_on_since_stays(boss, ane, work):
    number = brought(boss, TALK, BLANKETS)
    work(initiatives()["Talk about ageing"], ane)
    take_back(boss, number)
    assert set(initiatives()) == {"Talk about ageing"}
    stays = ("brought-in", ["Somebody has worked on it since, and it stays."])
    assert remarks(number) == {"2": stays, "3": ("taken-back", [])}

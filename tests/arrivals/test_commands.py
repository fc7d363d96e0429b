"""The same, from the server itself."""

import pytest

from app.core.db import db
from app.core.storage import storage
from app.imports.models import Import
from app.people.models import Person
from tests.arrivals.driving import people, table
from tests.factories import make_person, make_unit

ROWS = ("Ane;ane@b.example;Oficinas", "Jon;jon@b.example;")
HEAD = "Quién;Correo;Unidad"


@pytest.fixture
def run(app):
    def run(*args, **given):
        return app.test_cli_runner().invoke(args=["people", *map(str, args)], **given)

    return run


@pytest.fixture
def file(tmp_path, app):
    make_unit("Oficinas")
    path = tmp_path / "people.csv"
    path.write_bytes(table(*ROWS, head=HEAD).read())
    return path


def files():
    return sum(path.is_file() for path in storage()._folder.rglob("*"))


def test_people_come_in_after_a_yes_and_twice_is_once(run, file, iker):
    before = files()
    done = run("import", file, "--mapping", "name=Quién", input="y\n")
    assert done.exit_code == 0, done.output
    assert people()["ane@b.example"].unit.name == "Oficinas"
    again = run("import", file, "--mapping", "name=1", "--yes")
    assert again.exit_code == 0 and db.session.query(Person).count() == 3
    assert "2  Already here" in again.output
    assert files() == before


def test_without_a_yes_nothing_is_changed(run, file, iker):
    before = files()
    done = run("import", file, "--mapping", "name=Quién", input="n\n")
    assert done.exit_code == 1 and "Nothing was changed." in done.output
    assert set(people()) == {iker.email}
    assert files() == before and db.session.query(Import).count() == 0


def test_what_is_lacking_is_said_with_the_columns_there_are(run, file, iker):
    done = run("import", file, "--yes")
    assert done.exit_code == 1 and "1 Quién, 2 Correo, 3 Unidad" in done.output
    for wrong in ("name=Nadie", "name=9", "what=1"):
        assert run("import", file, "--mapping", wrong, "--yes").exit_code == 2


def test_a_refused_row_is_told_by_its_line(run, tmp_path, iker):
    path = tmp_path / "people.csv"
    path.write_bytes(table("Ane;ane@b.example;Nada", *ROWS[1:], head="Nombre;Correo;Unidad").read())
    done = run("import", path, "--yes")
    assert done.exit_code == 1
    assert "Line 2: There is no unit called Nada." in done.output
    made = run("import", path, "--yes", "--units", "create")
    assert made.exit_code == 0 and people()["ane@b.example"].unit.name == "Nada"


def test_who_is_gone_is_named_before_and_closed_after(run, file, iker):
    make_person("Zuriñe", email="z@b.example")
    done = run("import", file, "--mapping", "name=1", "--close-missing", input="y\n")
    assert "Zuriñe" in done.output and not people()["z@b.example"].is_active
    assert people()[iker.email].is_active


def test_only_for_administration(run, file, ane):
    assert "takes administration" in run("import", file, "--yes").output
    assert "may not" in run("import", file, "--yes", "--as", ane.email).output
    assert "nobody here" in run("export", "x.csv", "--as", "x@b.example").output


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_goes_out_comes_in_again(run, tmp_path, iker, ane, form):
    path = tmp_path / f"all.{form}"
    assert run("export", path).exit_code == 0
    assert run("export", path).exit_code == 1
    again = run("import", path, "--yes")
    assert again.exit_code == 0 and "2  Already here" in again.output


def test_what_is_no_table_is_said(run, tmp_path, iker):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\3\4")
    done = run("import", path)
    assert done.exit_code == 1 and "not a workbook" in done.output

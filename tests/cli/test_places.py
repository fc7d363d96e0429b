"""flask places: a house that is not a demo has units and locations, too."""

import pytest

from app.people import queries


@pytest.fixture
def run(app):
    return lambda *words: app.test_cli_runner().invoke(args=["places", *words])


def test_units_make_a_tree(app, run):
    assert run("unit", "Oficinas", "--office", "front").exit_code == 0
    assert run("unit", "Oficina de Ordizia", "--within", "Oficinas").exit_code == 0

    above, below = queries.unit_called("Oficinas"), queries.unit_called("Oficina de Ordizia")
    assert (above.office, below.parent_id) == ("front", above.id)


def test_a_location(app, run):
    assert run("location", "Bilbao").exit_code == 0
    assert queries.location_called("Bilbao")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("unit", "Oficinas"), "There is a unit Oficinas already."),
        (("unit", "Calidad", "--within", "Nowhere"), "There is no unit Nowhere."),
        (("unit", " "), "a name has 1 to 120 letters"),
        (("location", "Bilbao"), "There is a location Bilbao already."),
    ],
)
def test_what_cannot_be_is_said(app, run, words, said):
    run("unit", "Oficinas")
    run("location", "Bilbao")

    answer = run(*words)

    assert answer.exit_code != 0
    assert said in answer.output

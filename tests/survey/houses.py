"""A house whose units differ in size, and what is told of each."""

from app.survey import queries
from app.survey.suppression import Hidden
from tests.factories import make_person, make_unit
from tests.factories.survey_results import figures

TOLD = {
    "Everything": figures(42, 67.1, invited=44),
    "Clinics": figures(12, 71.0, invited=12),
    "Offices": figures(8, 55.0),
    "Legal": Hidden.FEW,
    "People": Hidden.PROTECTS,
    "Till": Hidden.FEW,
}


def make_units():
    """Everything → Clinics 12, Legal 4, Offices 11 → Till 3, People 12; by their names."""
    units = {"Everything": make_unit("Everything")}
    for name, above, people in (
        ("Clinics", "Everything", 12),
        ("Legal", "Everything", 4),
        ("Offices", "Everything", 11),
        ("People", "Everything", 12),
        ("Till", "Offices", 3),
    ):
        units[name] = make_unit(name, units[above])
        for _ in range(people):
            make_person(unit_id=units[name].id)
    return units


def group(wave, name):
    return next(one for one in queries.groups_of(wave.id) if one.name == name)

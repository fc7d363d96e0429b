"""Opening: who is asked, in which groups, and what is frozen with it."""

import pytest
from sqlalchemy import select

from app.core.db import db, writing
from app.people.models import Person
from app.survey import keys, opening, queries
from app.survey.models import AnotherIsOpen, Invitation, Lacking, NotNow, Wave, WaveState
from tests.factories import make_person, make_unit
from tests.factories.survey import draft_wave, open_wave


@pytest.fixture
def house(app):
    """Everything → {Clinics 12, Offices 11 + Till 3}, and HR in the whole."""
    top = make_unit("Everything")
    clinics, offices = make_unit("Clinics", top), make_unit("Offices", top)
    till = make_unit("Till", offices)
    for unit, people in ((clinics, 12), (offices, 11), (till, 3)):
        for _ in range(people):
            make_person(unit_id=unit.id)
    return top


def test_each_answer_is_written_under_a_group_that_ten_share(house):
    wave = open_wave(by=make_person("Miren", "hr", unit_id=house.id))

    groups = {group.name: group for group in queries.groups_of(wave.id)}
    assert {name: group.invited for name, group in groups.items()} == {
        "Everything": 27,
        "Clinics": 12,
        "Offices": 14,
        "Till": 3,
    }
    assert groups["Everything"].parent_id is None
    names = {group.id: group.name for group in groups.values()}
    under = {name: names[group.written_under_id] for name, group in groups.items()}
    assert under["Till"] == "Offices"
    counted = [names[row.group_id] for row in db.session.scalars(select(Invitation))]
    assert len(counted) == 27
    assert all(counted.count(name) >= 10 for name in set(counted))


def test_whoever_is_left_over_at_the_top_is_joined_by_the_smallest_group(house):
    wave = open_wave(by=make_person("Miren", "hr", unit_id=house.id))

    names = {group.id: group.name for group in queries.groups_of(wave.id)}
    by = {names[g.id]: names[g.written_under_id] for g in queries.groups_of(wave.id)}
    assert by["Everything"] == by["Clinics"] == "Everything"


def test_people_without_a_unit_belong_to_the_whole(app):
    unit = make_unit("Clinics")
    for number in range(24):
        make_person(unit_id=unit.id if number % 2 else None)
    wave = open_wave(by=make_person("Miren", "hr"))

    whole, clinics = queries.groups_of(wave.id)
    assert (whole.unit_id, whole.name, whole.direct, whole.invited) == (None, "", 13, 25)
    assert (clinics.name, clinics.invited) == ("Clinics", 12)


def test_only_the_units_and_roles_it_asks_are_invited(house):
    unit = next(row.id for row in queries.units() if row.name == "Offices")
    wave = open_wave(by=make_person("Miren", "hr"), units=[unit])

    assert wave.invited == 14
    assert [group.name for group in queries.groups_of(wave.id)] == ["Offices", "Till"]


@pytest.mark.parametrize("field", ["informed_on", "informed_how", "assessment", "closes_on"])
def test_it_does_not_open_without_what_makes_it_lawful(house, field):
    before = [file for folder in keys.folders() if folder.exists() for file in folder.iterdir()]
    empty = None if field.endswith("on") else ""
    with pytest.raises(Lacking, match=field):
        open_wave(**{field: empty})
    wave = db.session.scalar(select(Wave))
    assert wave.state is WaveState.DRAFT and not wave.key_name
    left = [file for folder in keys.folders() if folder.exists() for file in folder.iterdir()]
    assert left == before


def test_fewer_than_ten_are_no_group_to_ask(app):
    make_person()
    with pytest.raises(Lacking, match="invited"):
        open_wave()


def test_it_opens_once_and_alone(house):
    wave = open_wave()
    with writing():
        held, somebody = (
            db.session.get_one(Wave, wave.id),
            db.session.scalars(select(Person)).first(),
        )
        with pytest.raises(NotNow):
            opening.open(held, by=somebody)
    number = draft_wave("Spring").id
    with writing():
        spring = db.session.get_one(Wave, number)
        somebody = db.session.scalars(select(Person)).first()
        with pytest.raises(AnotherIsOpen):
            opening.open(spring, by=somebody)

"""What goes out of the list comes in: to the same house, where it is known, and to an empty one."""

import io
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.catalogue.categories import Category
from app.catalogue.tagging import untag
from app.core.db import db, writing
from app.core.fields import line, slug, words
from app.core.tables import read_table
from app.initiatives.columns import FIELDS
from app.initiatives.models import Initiative
from app.people.models import Person, Unit
from tests.arrivals.driving import go_on, say_yes, setup
from tests.factories import make_person, make_unit
from tests.factories.initiatives import make_initiative
from tests.initiatives.driving import remarks, upload

AWKWARD = [
    "=1+1",
    "-5 °C\n- uno\n- dos",
    '"Kaixo", esan zuen; +34 600',
    "* a\n\n```\n;=cmd|' /C calc'!A0\n```",
    "👩‍👩‍👧 ez dakit\t@eu",
    "Ñandú ﷺ \u202eevil",
]
LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"])


def is_plain(text):
    """Ours has no apostrophe where one would keep a spreadsheet from calculating."""
    return "'" not in text


TEXT = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(LETTERS | st.just("\n"), max_size=60).map(words).filter(is_plain),
)
TITLE = TEXT.map(lambda text: line(text)[:160].strip()).filter(bool)
MADE = st.fixed_dictionaries(
    {
        "title": TITLE,
        "text": TEXT,
        "result": TEXT,
        "category": st.sampled_from(Category),
        "starts_on": st.dates(date(2000, 1, 1), date(2099, 12, 31)),
        "lasts": st.none() | st.integers(0, 90),
        "hours": st.none() | st.integers(0, 10_000),
        "reached": st.none() | st.integers(0, 1_000_000),
        "language": st.sampled_from(["es", "eu", "en", "pt"]),
        "owner": st.integers(0, 2),
        "unit": st.integers(0, 2),
        "tags": st.sets(st.sampled_from(["Mayores", "=Voz", "l’oreille", "Ñ"]), max_size=3),
    }
)
MANY = st.lists(MADE, max_size=6, unique_by=lambda one: slug(one["title"]) or one["title"])


@pytest.fixture
def boss(client, nerea):
    return client.sign_in(nerea)


def exported(client, form):
    return client.get(f"/initiatives/export?as={form}", buffered=True).data


def cells(file):
    return [row.cells for row in read_table(io.BytesIO(file)).rows]


def brought_in(client, file):
    number = upload(client, io.BytesIO(file))
    say_yes(client, number)
    go_on(client, number)
    return number


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_all_that_is_shown_is_in_it_and_nothing_is_a_formula(boss, jon, form):
    unit = make_unit("Bilbao", parent=make_unit("Oficinas"))
    said = {"title": "=1+1", "text": "=2+2", "hours": 3, "tags": ["Uno", "Dos"]}
    said["unit_id"] = unit.id
    make_initiative(jon, starts_on=date(2026, 3, 2), ends_on=None, **said)
    head, row = cells(exported(boss, form))
    assert len(head) == len(FIELDS) and head[0] == "Initiative" and head[-1] == "How it went"
    assert dict(zip(head, row, strict=False)) == {
        "Initiative": "'=1+1",
        "Category": "Giving back",
        "First day": "2026-03-02",
        "Last day": "",
        "Hours of work": "3",
        "People reached": "",
        "What came of it": "",
        "Unit": "Oficinas > Bilbao",
        "Owner": "Jon",
        "Owner’s email": jon.email,
        "Tags": "Dos, Uno",
        "Language": "en",
        "How it went": "'=2+2",
    }


@pytest.mark.parametrize("language", ["es", "eu", "en", "pt"])
def test_in_whatever_language_it_goes_out_its_columns_are_known(client, language):
    client.sign_in(make_person("Leire", "governance", language=language))
    make_initiative(make_person("Jon"), hours=3)
    number = upload(client, io.BytesIO(exported(client, "csv")))
    assert setup(number).mapping == {one.name: at for at, one in enumerate(FIELDS)}
    assert setup(number).counts == {"known": 1, "gone": 0}


def test_an_ambassador_who_brings_in_the_whole_list_gets_nobodys_work(client, jon, nerea):
    make_initiative(nerea, text="Hers", hours=3)
    make_initiative(jon, title="His")
    client.sign_in(jon)
    number = brought_in(client, exported(client, "csv"))
    assert remarks(number) == {} and setup(number).known == 2


@settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@example(
    drawn=[
        {
            "title": line(text),
            "text": text,
            "result": text,
            "category": Category.GROWTH,
            "starts_on": date(2026, 3, 2),
            "lasts": 3,
            "hours": 0,
            "reached": 1_000_000,
            "language": "eu",
            "owner": at % 3,
            "unit": at % 3,
            "tags": {"=Voz", "Mayores"},
        }
        for at, text in enumerate(AWKWARD)
    ],
    form="csv",
)
@given(drawn=MANY, form=st.sampled_from(["csv", "xlsx"]))
def test_import_of_export_is_identity(boss, nerea, drawn, form):
    fill(drawn, nerea)
    before = exported(boss, form)
    number = brought_in(boss, before)
    assert remarks(number) == {} and setup(number).known == len(drawn)
    assert cells(exported(boss, form)) == cells(before)

    empty()
    number = brought_in(boss, before)
    assert {outcome for outcome, _ in remarks(number).values()} <= {"brought-in"}, remarks(number)
    assert sorted(cells(exported(boss, form))) == sorted(cells(before))


def fill(drawn, boss):
    """Just these, of three people, in two units."""
    empty()
    owners = [boss, *(somebody(name) for name in ("Íñigo Lasa", "=Ane"))]
    units = [None, *(db.session.merge(one).id for one in places())]
    for one in drawn:
        given = {name: value for name, value in one.items() if name not in ("owner", "lasts")}
        last = one["lasts"] is not None and date.fromordinal(
            one["starts_on"].toordinal() + one["lasts"]
        )
        given |= {"ends_on": last or None, "unit_id": units[given.pop("unit")]}
        make_initiative(owners[one["owner"]], **given)


def somebody(name):
    known = db.session.query(Person).filter_by(name=name).first()
    return known or make_person(name)


def places():
    known = db.session.query(Unit).order_by(Unit.id).all()
    if not known:
        top = make_unit("Oficinas / Este")
        known = [top, make_unit("Bilbao", parent=top)]
    return known


def empty():
    with writing():
        made = db.session.query(Initiative).all()
        untag("initiative", [one.id for one in made])
        for one in made:
            one.take_back()

"""The desk: the list, a draft from its name on, and what everybody else is told."""

import pytest
from sqlalchemy import select

from app.core import settings
from app.core.db import db, writing
from app.people.models import Unit
from app.survey import drafting
from app.survey.models import Item, Wave, WaveState
from tests.conftest import at_once
from tests.factories import make_person, make_unit
from tests.factories.survey import count_wave, draft_wave, open_wave, publish_wave
from tests.survey.desk import filled, in_days


@pytest.fixture
def people(app):
    return [make_person() for _ in range(12)]


@pytest.fixture
def desk(client, rosa):
    """HR's browser."""
    return client.sign_in(rosa)


def one():
    return db.session.scalars(select(Wave)).one()


def tune(name, value):
    with writing():
        settings.put(name, value)


def test_hr_lists_all_waves_and_everybody_else_those_published(app, people, rosa):
    publish_wave(open_wave(name="Published"))
    count_wave(open_wave(name="Counted"))
    open_wave(name="Open")
    draft_wave(name="Draft")
    every = {"Published", "Counted", "Open", "Draft"}

    for person, seen in (
        (rosa, every),
        (make_person("Iker", "admin"), {"Published"}),
        (make_person("Nerea", "governance"), {"Published"}),
        (people[0], {"Published"}),
    ):
        page = app.test_client().sign_in(person).get("/survey/waves").text
        assert {name for name in every if f">{name}</a>" in page} == seen


def test_a_list_without_any_says_what_belongs_there(client, desk, ane):
    assert "New wave" in desk.get("/survey/waves").text
    page = client.sign_in(ane).get("/survey/waves").text
    assert "No results yet" in page and "New wave" not in page


def test_the_list_asks_as_often_for_many_as_for_one(people, desk, queries):
    def visit():
        queries.clear()
        desk.get("/survey/waves")
        return len(queries)

    publish_wave(open_wave())
    visit()
    once = visit()
    for name in "abc":
        publish_wave(open_wave(name=name))
    visit()
    assert visit() == once


def test_a_wave_begins_with_the_questions_of_the_last_one(people, desk):
    last = open_wave(name="Spring", asker="People")
    with writing():
        db.session.get_one(Wave, last.id).stop(by=None)
    answer = desk.post("/survey/waves", data={"name": "Autumn"})

    wave = db.session.scalars(select(Wave).where(Wave.name == "Autumn")).one()
    assert (answer.status_code, answer.location) == (303, f"/survey/waves/{wave.id}")
    assert [item.code for item in wave.items] == [f"q{n}" for n in range(1, 13)]
    assert (wave.state, wave.asker, wave.informed_on) == (WaveState.DRAFT, "People", None)


def test_sent_twice_it_is_one_wave(desk):
    places = {
        desk.post("/survey/waves", data={"name": "Autumn", "once": "a" * 32}).location
        for _ in range(2)
    }
    assert places == {f"/survey/waves/{one().id}"}


@pytest.mark.parametrize("name", ["", " ", "x" * 81])
def test_it_needs_a_name_that_can_be_read(desk, name):
    answer = desk.post("/survey/waves", data={"name": name})
    assert answer.status_code == 422 and name.strip() in answer.text
    assert db.session.scalar(select(Wave)) is None


def test_a_draft_says_what_it_lacks_each_with_its_place(desk):
    with writing():
        wave = drafting.draft("Autumn")
    page = desk.get(f"/survey/waves/{wave.id}").text
    for field in ("asker", "contact", "closes_on", "informed_on", "informed_how", "assessment"):
        assert f'href="/survey/waves/{wave.id}/edit#{field}"' in page, field
    assert f'href="/survey/waves/{wave.id}/edit#units"' in page  # nobody is there to be asked
    assert "/opening/new" not in page


def test_it_tells_whom_it_would_ask_and_under_which_group_answers_are_written(client):
    top = make_unit("Everything")
    client.sign_in(make_person("Rosa", "hr", unit_id=top.id))
    clinics, till = make_unit("Clinics", top), make_unit("Till", top)
    for unit, many in ((clinics, 12), (till, 3), (top, 10)):
        [make_person(unit_id=unit.id) for _ in range(many)]
    page = client.get(f"/survey/waves/{draft_wave().id}").text

    assert "26 people would be invited now" in page
    rows = [row.split("</tr>")[0] for row in page.split("<tr>")[2:]]
    written = {row.split("</th>")[0].split(">")[-1]: row for row in rows}
    assert "itself" in written["Clinics"] and "itself" in written["Everything"]
    assert "<td>Everything</td>" in written["Till"]


def test_everything_of_it_is_changed_at_once(desk):
    unit = make_unit("Clinics")
    wave = draft_wave()
    sent = filled(
        wave,
        name="Winter",
        asker="Quality",
        contact="+34 900",
        closes_on=in_days(30),
        months="12",
        informed_on=in_days(-2),
        informed_how="A letter.",
        assessment="DPIA 3",
        units=[str(unit.id)],
        roles=["ambassador"],
        least="6",
        detail="12",
        distribution="40",
        band1_from="40",
        band3_says_eu="Izugarria.",
    )

    answer = desk.put(f"/survey/waves/{wave.id}", data=sent)

    assert (answer.status_code, answer.location) == (303, f"/survey/waves/{wave.id}")
    kept = one()
    assert (kept.name, kept.asker, kept.contact, kept.months) == (
        "Winter",
        "Quality",
        "+34 900",
        12,
    )
    assert (kept.closes_on.isoformat(), kept.informed_on.isoformat()) == (in_days(30), in_days(-2))
    assert (kept.informed_how, kept.assessment) == ("A letter.", "DPIA 3")
    assert (kept.units, kept.roles) == ([unit.id], ["ambassador"])
    assert (kept.least, kept.detail, kept.distribution) == (6, 12, 40)
    assert [band["from"] for band in kept.bands] == [0, 40, 70, 85]
    assert kept.bands[3]["says"]["eu"] == "Izugarria."
    assert kept.bands[3]["says"]["es"].startswith("Dejas recuerdos")


@pytest.mark.parametrize(
    "wrong", [{"name": ""}, {"closes_on": "2020-01-01"}, {"closes_on": "soon"}]
)
def test_what_is_refused_is_not_lost(desk, wrong):
    wave = draft_wave()
    sent = filled(wave, asker="A team whose name is long") | wrong
    answer = desk.put(f"/survey/waves/{wave.id}", data=sent)
    assert answer.status_code == 422
    assert "A team whose name is long" in answer.text and 'data-k="error"' in answer.text
    assert one().asker == "People and culture"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("least", "4"),
        ("detail", "9"),
        ("distribution", "29"),
        ("least", "11"),  # more than each question takes
        ("detail", "31"),  # more than the distribution takes
        ("distribution", "100000"),
        ("least", ""),
        ("months", "0"),
        ("band2_from", "50"),  # no higher than the one before
        ("band3_from", "101"),
        ("band1_from", ""),
        ("informed_on", "2100-01-01"),
    ],
)
def test_thresholds_are_only_raised_bands_rise_and_days_are_what_they_say(desk, field, value):
    wave = draft_wave()
    answer = desk.put(f"/survey/waves/{wave.id}", data=filled(wave, **{field: value}))
    assert answer.status_code == 422
    assert one().version == wave.version


def test_the_house_asks_for_more_and_a_wave_for_no_less(desk, people):
    wave = draft_wave()
    tune("survey.least", 8)
    page = desk.get(f"/survey/waves/{wave.id}").text
    assert "raise the thresholds" in page
    put = desk.put(f"/survey/waves/{wave.id}", data=filled(wave, least="7"))
    assert put.status_code == 422 and "from 8 to" in put.text
    assert desk.post(f"/survey/waves/{wave.id}/opening").status_code == 422
    assert desk.post("/survey/waves", data={"name": "Next"}).status_code == 303
    drafted = db.session.scalars(select(Wave).where(Wave.name == "Next")).one()
    assert (drafted.least, drafted.detail, drafted.distribution) == (8, 10, 30)


def test_administration_raises_the_minimum_and_never_lowers_it(client, iker):
    client.sign_in(iker)
    assert "Answers a group needs" in client.get("/admin/settings").text
    for value, status in (("8", 303), ("4", 422)):
        sent = {"survey.least-value": value, "survey.least-version": "0" if value == "8" else "1"}
        assert client.put("/admin/settings/survey.least", data=sent).status_code == status
    assert settings.get("survey.least") == 8


def test_what_is_part_of_a_chosen_unit_is_not_kept_beside_it(desk):
    top = make_unit("Everything")
    part = make_unit("Clinics", top)
    within = make_unit("Reception", part)
    other = make_unit("Elsewhere")
    wave = draft_wave()
    chosen = [str(one.id) for one in (within, top, other)]
    desk.put(f"/survey/waves/{wave.id}", data=filled(wave, units=chosen))
    assert one().units == sorted([top.id, other.id])


def test_with_all_its_units_closed_it_does_not_ask_the_whole_house(desk):
    unit = make_unit("Clinics")
    wave = draft_wave()
    with writing():
        db.session.get_one(Unit, unit.id).closed_at = wave.created_at
    answer = desk.put(f"/survey/waves/{wave.id}", data=filled(wave, units=[str(unit.id)]))
    assert answer.status_code == 422 and "choose open units" in answer.text


def test_units_are_looked_for_without_losing_what_is_ticked_or_typed(desk):
    ticked, found, other = make_unit("Clínicas"), make_unit("Óptica"), make_unit("Tesorería")
    wave = draft_wave()
    sent = filled(wave, asker="Typed", units=[str(ticked.id)]) | {"find": "1", "find_units": "opti"}

    answer = desk.put(f"/survey/waves/{wave.id}", data=sent)

    assert answer.status_code == 200 and one().asker != "Typed"
    assert 'value="Typed"' in answer.text
    assert f'value="{ticked.id}" checked' in answer.text
    assert f'value="{found.id}">' in answer.text and other.name not in answer.text


def test_enter_looks_for_units_where_one_looks_for_them_and_saves_elsewhere(desk):
    """It presses no button that has a name."""
    wave = draft_wave()
    place = f"/survey/waves/{wave.id}"
    typed = filled(wave, asker="Typed") | {"find_units": "opti", "found_units": ""}
    assert desk.put(place, data=typed).status_code == 200 and one().asker != "Typed"
    assert desk.put(place, data=typed | {"found_units": "opti"}).status_code == 303
    assert one().asker == "Typed"

    again = filled(one(), asker="Saved") | {"find_units": "opti", "found_units": "", "save": "1"}
    assert desk.put(place, data=again).status_code == 303 and one().asker == "Saved"


def test_a_tree_of_five_hundred_units_takes_no_more_queries_than_one(desk, queries):
    wave = draft_wave()
    place = f"/survey/waves/{wave.id}/edit"

    def visit():
        queries.clear()
        assert desk.get(place).status_code == 200
        return len(queries)

    make_unit("Alone")
    visit()
    once = visit()
    with writing():
        tops = [Unit(name=f"Top {n}", parent_id=None) for n in range(20)]
        db.session.add_all(tops)
        db.session.flush()
        db.session.add_all(Unit(name=f"Part {n}", parent_id=tops[n % 20].id) for n in range(480))
    visit()
    assert visit() == once


def test_of_two_who_edit_it_the_second_sees_both(desk):
    wave = draft_wave()
    first, late = filled(wave, asker="Theirs"), filled(wave, asker="Mine", months="12")
    assert desk.put(f"/survey/waves/{wave.id}", data=first).status_code == 303

    answer = desk.put(f"/survey/waves/{wave.id}", data=late)

    assert answer.status_code == 409
    rival = answer.text.split('id="rival"')[1].split("</section>\n</section>")[0]
    assert "Theirs" in rival and "Mine" in rival
    assert "24" in rival and ">12<" in rival
    again = late | {"version": str(one().version)}
    assert desk.put(f"/survey/waves/{wave.id}", data=again).status_code == 303
    assert (one().asker, one().months) == ("Mine", 12)


def test_once_open_it_is_frozen_also_when_somebody_was_editing(app, people, rosa):
    wave = draft_wave()
    sent = filled(wave, name="Changed meanwhile")
    other = make_person("Miren", "hr")
    answers = at_once(
        app,
        (rosa, f"/survey/waves/{wave.id}/opening", {}),
        (other, f"/survey/waves/{wave.id}?_method=PUT", sent),
    )
    assert one().is_open
    statuses = [answer.status_code for answer in answers]
    assert statuses == ([303, 303] if one().name == "Changed meanwhile" else [303, 403])
    sent["version"] = str(one().version)
    late = app.test_client().sign_in(other).put(f"/survey/waves/{wave.id}", data=sent)
    assert late.status_code == 403


def test_a_draft_goes_for_good_once_that_is_confirmed(desk):
    wave = draft_wave()
    page = desk.get(f"/survey/waves/{wave.id}/discarding/new").text
    assert f'action="/survey/waves/{wave.id}?_method=DELETE"' in page

    assert desk.post(f"/survey/waves/{wave.id}?_method=DELETE").location == "/survey/waves"

    assert db.session.scalar(select(Wave)) is None and db.session.scalar(select(Item)) is None


def test_what_has_opened_is_not_discarded(desk, people):
    wave = open_wave()
    assert desk.delete(f"/survey/waves/{wave.id}").status_code == 403
    assert one().is_open


@pytest.mark.parametrize("role", ["", "admin", "governance", "listener", "ambassador"])
def test_a_draft_is_nobody_elses(client, role):
    wave = draft_wave()
    client.sign_in(make_person("Somebody", *([role] if role else [])))
    for path in ("", "/edit", "/opening/new", "/discarding/new"):
        assert client.get(f"/survey/waves/{wave.id}{path}").status_code == 404, path
    assert client.get("/survey/waves/new").status_code == 403


def test_everybody_else_is_told_by_its_state(client, people):
    client.sign_in(people[0])
    wave = open_wave()
    page = client.get(f"/survey/waves/{wave.id}").text
    assert 'href="/survey"' in page and "Answer now" in page
    assert "answered" not in page  # how many is HR's until it is counted

    publish_wave(wave, summary="We *listen*.", answered=9)
    page = client.get(f"/survey/waves/{wave.id}").text
    assert "<em>listen</em>" in page and "9 of" in page and "Answer now" not in page


def test_a_counted_wave_tells_everybody_else_to_wait(client, people):
    wave = count_wave(open_wave())
    page = client.sign_in(people[0]).get(f"/survey/waves/{wave.id}").text
    assert "takes no more answers" in page and "/results" not in page

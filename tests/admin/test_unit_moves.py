"""Units that are moved, merged, closed and opened again."""

import pytest

from app.core import clock
from app.core.db import db, writing
from app.core.references import columns
from app.people.models import Person, Unit
from tests.admin.test_units import kept, press_undo
from tests.conftest import at_once
from tests.factories import make_person, make_unit


def place(unit):
    return f"/admin/units/{unit.id}/place?_method=PUT"


def to(target, unit=None):
    return {"to": target.id if target else "", "version": str(unit.version if unit else 1)}


def works_in(person):
    db.session.expire_all()
    return db.session.get(Person, person.id).unit_id


def test_moving_takes_everything_below_along_and_back(client, iker):
    old, new = make_unit("Old"), make_unit("New")
    unit = make_unit("Moved", parent=old)
    below = make_unit("Below", parent=unit)

    assert "New" in client.sign_in(iker).get(f"/admin/units/{unit.id}/place/edit").text
    assert client.post(place(unit), data=to(new)).status_code == 303
    assert (kept(unit).parent_id, kept(below).parent_id) == (new.id, unit.id)

    press_undo(client, client.get(f"/admin/units/{unit.id}"))
    assert kept(unit).parent_id == old.id


def test_moving_to_the_top_and_back(client, iker):
    old = make_unit("Old")
    unit = make_unit("Moved", parent=old)

    client.sign_in(iker).post(place(unit), data=to(None))
    assert kept(unit).parent_id is None

    press_undo(client, client.get(f"/admin/units/{unit.id}"))
    assert kept(unit).parent_id == old.id


def test_nothing_is_moved_below_itself(client, iker):
    unit = make_unit("Top")
    below = make_unit("Below", parent=make_unit("Between", parent=unit))

    offered = client.sign_in(iker).get(f"/admin/units/{unit.id}/place/edit").text
    assert f'name="to" value="{below.id}"' not in offered
    for target in (unit, below):
        answer = client.post(place(unit), data=to(target))
        assert answer.status_code == 422 and "nor of what is part of it" in answer.text
    assert kept(unit).parent_id is None


def test_of_two_moves_at_once_no_circle_is_made(app, iker):
    maria = make_person("María", "admin")
    one, other = make_unit("One"), make_unit("Other")

    won, lost = at_once(app, (iker, place(one), to(other)), (maria, place(other), to(one)))

    assert (won.status_code, lost.status_code) == (303, 422)
    assert "nor of what is part of it" in lost.text
    assert {kept(one).parent_id, kept(other).parent_id} in ({None, one.id}, {None, other.id})


def test_a_move_that_was_overtaken_is_told_so(client, iker):
    unit, new = make_unit("Moved"), make_unit("New")
    with writing():
        kept(unit).rename("Renamed", by=None)
    answer = client.sign_in(iker).post(place(unit), data=to(new))
    assert answer.status_code == 409 and "Renamed" in answer.text
    assert 'name="version" value="2"' in answer.text


@pytest.mark.parametrize("sent", [{}, {"version": "x"}, {"version": "1", "to": "x"}])
def test_a_move_made_by_hand_is_refused(client, iker, sent):
    unit = make_unit("Moved")
    assert client.sign_in(iker).post(place(unit), data=sent).status_code == 422


def test_what_a_merge_will_do_is_shown_and_then_done(client, iker, ane):
    group, survivor = make_unit("Grupo"), make_unit("Oficinas")
    merged = make_unit("Sucursales", parent=group)
    child = make_unit("Ordizia", parent=merged)
    earlier = make_unit("Agencias", closed_at=clock.now(), merged_into_id=merged.id)
    inside = make_person("Amaia", unit_id=merged.id)

    shown = client.sign_in(iker).get(f"/admin/units/{merged.id}/merging/new?to={survivor.id}").text
    assert "1 person" in shown and "Ordizia" in shown and "Oficinas" in shown
    answer = client.post(f"/admin/units/{merged.id}/merging", data=to(survivor))

    assert (answer.status_code, answer.location) == (303, f"/admin/units/{survivor.id}")
    assert works_in(inside) == survivor.id
    assert kept(child).parent_id == survivor.id
    assert not kept(merged).is_open and merged.merged_into_id == survivor.id
    assert kept(earlier).merged_into_id == survivor.id
    gone = client.get(f"/admin/units/{merged.id}").text
    assert "which is now" in gone and f"/admin/units/{survivor.id}" in gone
    assert "Merged into Oficinas" in client.get("/admin/units?state=closed").text
    assert "Sucursales" not in client.sign_in(ane).get("/account/profile/edit").text


def test_everything_that_points_at_a_unit_is_known():
    """A table that comes later follows a merge by itself, unless it says that it stays."""
    known = {"people.unit_id", "units.parent_id", "units.merged_into_id"}
    assert known <= {str(column) for column in columns(Unit)}


@pytest.mark.parametrize("which", ["itself", "below", "closed"])
def test_what_cannot_be_merged_is_refused_with_a_reason(client, iker, which):
    unit = make_unit("Top")
    target = {
        "itself": lambda: unit,
        "below": lambda: make_unit("Below", parent=unit),
        "closed": lambda: make_unit("Closed", closed_at=clock.now()),
    }[which]()
    answer = client.sign_in(iker).post(f"/admin/units/{unit.id}/merging", data=to(target))
    assert answer.status_code == 422
    assert ("closed by now" if which == "closed" else "nor of what is part") in answer.text
    assert kept(unit).is_open


def test_of_a_merge_pressed_twice_one_happens(app, iker):
    maria = make_person("María", "admin")
    unit, survivor = make_unit("One"), make_unit("Other")
    path = f"/admin/units/{unit.id}/merging"

    won, lost = at_once(app, (iker, path, to(survivor)), (maria, path, to(survivor)))

    assert (won.status_code, lost.status_code) == (303, 409)
    assert kept(unit).merged_into_id == survivor.id


def test_an_empty_unit_is_closed_and_opened_again(client, iker):
    unit = make_unit("Empty")
    assert (
        "Nobody works in it" in client.sign_in(iker).get(f"/admin/units/{unit.id}/closure/new").text
    )
    assert client.post(f"/admin/units/{unit.id}/closure", data=to(None)).status_code == 303
    assert not kept(unit).is_open

    press_undo(client, client.get("/admin/units"))
    assert kept(unit).is_open


def test_a_unit_with_somebody_in_it_says_where_they_go(client, iker):
    unit, target = make_unit("Closing"), make_unit("Going")
    child, inside = make_unit("Child", parent=unit), make_person("Amaia", unit_id=unit.id)
    path = f"/admin/units/{unit.id}/closure"

    refused = client.sign_in(iker).post(path, data=to(None))
    assert refused.status_code == 422 and "Choose where they go" in refused.text
    assert kept(unit).is_open

    assert "Going" in client.get(f"{path}/new").text
    assert "Amaia" not in client.get(f"{path}/new?to={target.id}").text
    assert client.post(path, data=to(target)).status_code == 303
    assert not kept(unit).is_open and unit.merged_into_id is None
    assert (works_in(inside), kept(child).parent_id) == (target.id, target.id)


def test_a_closed_unit_is_only_opened_again_or_merged(client, iker):
    closed, other = make_unit("Closed", closed_at=clock.now()), make_unit("Other")
    client.sign_in(iker)
    for path in ("edit", "place/edit", "closure/new"):
        assert client.get(f"/admin/units/{closed.id}/{path}").status_code == 403
    assert client.post(place(closed), data=to(other)).status_code == 403
    assert client.get(f"/admin/units/{closed.id}/merging/new").status_code == 200


def test_a_unit_opens_again_at_the_top_where_its_own_is_closed(client, iker):
    above = make_unit("Above", closed_at=clock.now())
    unit = make_unit("Below", parent=above, closed_at=clock.now())
    client.sign_in(iker).post(f"/admin/units/{unit.id}/closure?_method=DELETE")
    assert kept(unit).is_open and unit.parent_id is None


def test_somebody_in_a_closed_unit_keeps_it_until_they_are_moved(client, ane, iker):
    unit = make_unit("Closing")
    with writing():
        kept(unit).close(by=None)
        db.session.get(Person, ane.id).unit_id = unit.id
    assert "Closing" in client.sign_in(ane).get("/account/profile/edit").text
    assert "Closing" not in client.sign_in(iker).get("/account/profile/edit").text

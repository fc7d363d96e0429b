"""Thanks and terms of office, as the programme counts them."""

from datetime import date, datetime, timedelta

from app.core import clock
from app.core.calendar import today
from app.programme.queries import mandates, thanks
from tests.factories import make_person, make_unit
from tests.factories.ambassadors import make_mandate, say_goodbye, serve
from tests.factories.programme import change
from tests.factories.thanks import hide_thanks, make_thanks, put_away, withdraw_thanks


def moments(*days):
    return [clock.now() - timedelta(days=one) for one in days]


def test_one_thanks_moves_exactly_one_figure(app):
    unit = make_unit("Offices")
    part = make_unit("Bilbao", parent=unit)
    giver, jon = make_person("Ane"), make_person("Jon", unit_id=part.id)
    starts = moments(20, 10, -1)
    assert thanks.counts_to(jon.id, starts) == thanks.counts_in(unit.id, starts) == [0, 0]

    with clock.at(clock.now() - timedelta(days=15)):
        make_thanks(giver, jon)
    assert thanks.counts_to(jon.id, starts) == thanks.counts_in(unit.id, starts) == [1, 0]
    make_thanks(giver, jon)
    assert thanks.counts_to(jon.id, starts) == thanks.counts_in(part.id, starts) == [1, 1]
    assert thanks.counts_to(giver.id, starts) == [0, 0]
    assert thanks.units_thanked(starts[0]) == {part.id}
    assert len(thanks.received(jon.id, starts[0], starts[-1], most=5)) == 2


def test_what_is_out_of_sight_counts_nowhere(app):
    giver, jon = make_person("Ane"), make_person("Jon", unit_id=make_unit("Bilbao").id)
    for out_of_sight in (hide_thanks, put_away, withdraw_thanks):
        out_of_sight(make_thanks(giver, jon))
    starts = moments(1, -1)
    assert thanks.counts_to(jon.id, starts) == [0]
    assert thanks.units_thanked(starts[0]) == set()
    assert thanks.received(jon.id, *starts, most=5) == []


def test_a_term_counts_at_the_end_of_the_time_it_lasted_until(app, nerea):
    jon, ane = make_person("Jon", "ambassador"), make_person("Ane")
    serve(jon, since=date(2024, 5, 1))
    gone = make_mandate(ane, by=nerea)
    say_goodbye(gone, nerea)
    assert [one.name for one in mandates.in_office(date(2025, 1, 1))] == ["Jon"]
    assert mandates.in_office(date(2024, 5, 1)) == []
    assert mandates.years_of(jon.id, date(2026, 1, 1)) == [2026, 2025, 2024]
    assert mandates.years_of(ane.id, today()) == [today().year]


def test_who_has_left_since_was_in_office(app):
    jon = make_person("Jon", "ambassador")
    serve(jon, since=date(2024, 5, 1))
    change(jon, disabled_at=datetime(2025, 6, 1))
    ends = [date(2025, 1, 1), date(2025, 4, 1), date(2025, 7, 1), date(2026, 1, 1)]
    assert [len(mandates.in_office(end)) for end in ends] == [1, 1, 0, 0]


def test_who_coaches_what_ends_with_their_term(app, nerea):
    unit = make_unit("Bilbao")
    mandate = make_mandate(by=nerea, coaches=[unit])
    assert mandates.coached() == {unit.id}
    assert [row.name for row in mandates.coached_by(mandate.person_id)] == ["Bilbao"]
    say_goodbye(mandate, nerea)
    assert mandates.coached() == set()

"""Whether ideas are answered in time, and how sure one may be of it."""

from datetime import date, datetime

import pytest

from app.core import clock, settings
from app.core.db import db, writing
from app.ideas.answering import Wait, began, by_month, kept, wilson
from app.ideas.models import Idea, Verdict
from tests.factories import decide, make_idea, withdraw_idea

MARCH = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("some", "n", "low", "high"),
    [(7, 10, 39.7, 89.2), (5, 5, 56.6, 100), (81, 100, 72.2, 87.5), (0, 5, 0, 43.4)],
)
def test_the_share_lies_between(some, n, low, high):
    assert [round(100 * bound, 1) for bound in wilson(some, n)] == [low, high]


def test_of_none_nothing_is_known():
    assert wilson(0, 0) == (0, 1)
    assert (kept([]).n, kept([]).days, kept([]).is_enough) == (0, None, False)


def test_the_interval_always_holds_the_share():
    for n in range(1, 60):
        for some in range(n + 1):
            low, high = wilson(some, n)
            assert 0 <= low <= some / n <= high <= 1


def test_half_of_them_had_their_answer_by_then():
    waits = [Wait(days, days <= 10, MARCH) for days in (2, 4, 5, 30)]
    found = kept(waits)
    assert (found.n, found.in_time, found.days, found.at_least) == (4, 3, 4.5, False)
    assert not found.is_enough


def test_what_waits_still_counts_as_late_and_as_long_as_it_has_waited():
    found = kept([Wait(2, True, MARCH), *[Wait(12, False, None)] * 2])
    assert (found.n, found.in_time, found.days, found.at_least) == (3, 1, 12, True)
    assert not kept([*[Wait(2, True, MARCH)] * 3, Wait(12, False, None)]).at_least


def test_every_idea_stands_in_one_month_or_waits():
    today = date(2026, 3, 25)
    waits = [Wait(2, True, MARCH), Wait(30, False, date(2025, 4, 1)), Wait(15, False, None)]
    months = by_month(waits, today)
    assert [month.first for month in months[:2]] == [date(2025, 4, 1), date(2025, 5, 1)]
    assert (months[0].late, months[11].in_time, months[12].late) == (1, 1, 1)
    assert len(months) == 13 and sum(month.n for month in months) == len(waits)


@pytest.mark.parametrize(
    ("today", "first"),
    [(date(2026, 12, 31), date(2026, 1, 1)), (date(2026, 1, 1), date(2025, 2, 1))],
)
def test_twelve_months_end_with_this_one(today, first):
    assert began(today) == first
    assert by_month([], today)[11].first == today.replace(day=1)


BEGAN = datetime(2026, 3, 4, 9)  # due on the 18th
TODAY = datetime(2026, 3, 24, 9)


def answered(day, author, by, times=1):
    for _ in range(times):
        with clock.at(BEGAN):
            idea = make_idea(author)
        with clock.at(datetime(2026, 3, day, 9)):
            decide(idea, by, Verdict.ANALYSE)


def page(client, reader):
    with clock.at(TODAY):
        return client.sign_in(reader).get("/ideas/clock")


def test_everybody_reads_the_share_with_how_sure_it_is(client, ane, jon, nerea):
    answered(5, ane, nerea, times=7)
    answered(23, ane, nerea, times=2)
    with clock.at(BEGAN):
        make_idea(ane)  # late today
    with clock.at(datetime(2026, 3, 23, 9)):
        make_idea(ane)  # not yet

    text = page(client, jon).text
    assert "70%" in text and "7 of 10 ideas" in text and "from 40% to 89%" in text
    assert "<b>1</b><span>working day until" in text
    assert "<b>1</b><span>idea waits today" in text


def test_of_few_no_percentage_is_told(client, ane, nerea):
    answered(5, ane, nerea, times=4)
    text = page(client, ane).text
    assert "4 / 4" in text and "fewer than five ideas" in text and "100%" not in text


def test_where_nothing_was_answered_there_is_no_chart(client, ane):
    text = page(client, ane).text
    assert "0 / 0" in text and '<svg class="chart' not in text


def test_what_does_not_count(client, ane, jon, nerea):
    with clock.at(BEGAN):
        withdraw_idea(make_idea(ane), ane)
        asked, hidden = make_idea(ane), make_idea(ane)
        with writing():
            db.session.merge(asked).ask("How many?", by=db.session.merge(nerea))
            db.session.merge(hidden).hide(by=db.session.merge(nerea))
    with writing():
        settings.put("ideas.days_new", 0)
    answered(23, ane, nerea)
    assert "0 / 0" in page(client, jon).text


def test_long_ago_is_told_no_more(client, ane, nerea):
    answered(5, ane, nerea)
    with clock.at(datetime(2027, 3, 31, 9)):
        assert "0 / 0" in client.sign_in(ane).get("/ideas/clock").text


def test_the_table_says_what_the_drawing_does(client, ane, nerea):
    answered(5, ane, nerea, times=3)
    answered(23, ane, nerea)
    text = page(client, ane).text
    assert text.count('class="in-time"') == 2 and text.count('class="late"') == 2  # and its key
    assert '<td class="n">3</td><td class="n">1</td>' in text


def test_it_asks_as_much_for_ten_as_for_one(client, ane, nerea, queries):
    def asked():
        queries.clear()
        assert page(client, ane).status_code == 200
        return len(queries)

    answered(5, ane, nerea)
    asked()
    one = asked()
    answered(5, ane, nerea, times=9)
    with clock.at(BEGAN):
        make_idea(ane)
    assert asked() == one <= 8


def test_an_undone_answer_is_none(client, ane, nerea):
    number, who = None, nerea.id
    with clock.at(BEGAN):
        number = make_idea(ane).id
        decide(db.session.get_one(Idea, number), nerea, Verdict.DONE)
        with writing():
            idea = db.session.get_one(Idea, number)
            idea.undo_decision(by=db.session.get_one(type(nerea), who))
        assert "0 / 0" in client.sign_in(ane).get("/ideas/clock").text


def test_half_a_day_is_told_as_well(client, ane, nerea):
    answered(5, ane, nerea)
    answered(6, ane, nerea)
    assert "<b>1.5</b><span>working days until" in page(client, ane).text

"""Two ideas become one, and two again: nobody counts twice, and nothing is lost."""

import itertools
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.catalogue.models import IntoItself, NotOffered
from app.core import clock, outbox, textindex
from app.core.db import db, writing
from app.facts import subjects
from app.following.models import Following
from app.ideas import policy
from app.ideas.models import Idea, StepKind, Support
from app.notifications.models import Delivery, Notification
from app.people.models import Person
from tests.conftest import at_once
from tests.factories import decide, make_comment, make_idea, make_person
from tests.factories.ideas import give_support, merge, take_support, unmerge

COUNT = itertools.count(1)


def standing(number):
    """Who stands behind it, and how many it says they are."""
    people = db.session.scalars(
        db.select(Support.person_id).where(Support.idea_id == number).distinct()
    )
    return set(people), db.session.get_one(Idea, number).supporters


def told(fact, number):
    rows = (
        db.select(Notification.person_id)
        .join(Delivery, Delivery.id == Notification.delivery_id)
        .where(Delivery.fact == fact, Delivery.subject_id == number)
    )
    return set(db.session.scalars(rows))


def test_its_supporters_count_once_where_they_supported_both(app, ane, jon, nerea):
    one, other = make_idea(), make_idea(title="A letter that it arrived")
    for person, idea in ((ane, one), (jon, one), (jon, other)):
        give_support(idea, person)

    merge(one, other, by=nerea)

    assert standing(other.id) == ({ane.id, jon.id}, 2)
    assert standing(one.id) == (set(), 0)


def test_taken_apart_each_has_what_it_had_and_what_came_since_stays(app, ane, jon, rosa, nerea):
    one, other = make_idea(), make_idea()
    give_support(one, ane)
    give_support(one, jon)
    merge(one, other, by=nerea)
    give_support(other, rosa)
    take_support(other, ane)

    unmerge(one, by=nerea)

    assert standing(one.id) == ({jon.id}, 1)
    assert standing(other.id) == ({rosa.id}, 1)


def test_a_chain_speaks_as_its_end_and_comes_apart_anywhere(app, nerea):
    ideas = [make_idea().id for _ in range(3)]
    people = [make_person(f"P{next(COUNT)}") for _ in ideas]
    for idea, person in zip(ideas, people, strict=True):
        give_support(db.session.get_one(Idea, idea), person)
    first, second, third = ideas
    merge(first, second, by=nerea)
    merge(second, third, by=nerea)
    assert standing(third)[1] == 3
    assert db.session.get_one(Idea, first).survivor_id == third

    unmerge(second, by=nerea)
    assert standing(second)[1] == 2 and standing(third)[1] == 1

    unmerge(first, by=nerea)
    assert [standing(number)[1] for number in ideas] == [1, 1, 1]


def test_nothing_is_merged_into_itself_or_into_what_is_gone(app, nerea):
    one, two, three = (make_idea() for _ in range(3))
    with pytest.raises(IntoItself):
        merge(one, one, by=nerea)
    merge(one, two, by=nerea)
    for idea, survivor in ((one, three), (three, one), (two, one)):
        with pytest.raises(NotOffered):
            merge(idea, survivor, by=nerea)


def test_it_says_what_it_said_and_is_found_again_when_taken_apart(app, ane, nerea):
    one, other = make_idea(ane, title="Zirimiri at the counter"), make_idea()
    decide(one, by=nerea)
    before = {c.key: getattr(one, c.key) for c in Idea.__table__.columns if c.key != "version"}

    merge(one, other, by=nerea)
    assert textindex_finds("zirimiri") == []
    assert db.session.get_one(Idea, one.id).due_on is None  # nobody has to answer it
    unmerge(one, by=nerea)

    now = db.session.get_one(Idea, one.id)
    assert {c.key: getattr(now, c.key) for c in Idea.__table__.columns if c.key != "version"} == (
        before
    )
    assert textindex_finds("zirimiri") == [one.id]


def textindex_finds(words):
    found = textindex.matches(words, kinds={"idea"})
    return list(db.session.scalars(db.select(found.c.number)))


def test_undone_at_once_the_history_says_nothing_later_it_says_both(app, nerea, monkeypatch):
    one, other = make_idea(), make_idea()
    merge(one, other, by=nerea)
    unmerge(one, by=nerea)
    assert steps(one) == steps(other) == []

    merge(one, other, by=nerea)
    later = clock.now() + timedelta(minutes=11)
    monkeypatch.setattr(clock, "now", lambda: later)
    unmerge(one, by=nerea)

    assert steps(one) == [StepKind.MERGED, StepKind.UNMERGED]
    assert steps(other) == [StepKind.RECEIVED, StepKind.GAVE_BACK]


def steps(idea):
    return [step.kind for step in db.session.get_one(Idea, idea.id).steps]


def test_who_proposed_or_followed_it_hears_what_becomes_of_the_other(app, ane, jon, rosa, nerea):
    one, other = make_idea(ane), make_idea(jon)
    number = rosa.id
    with writing():
        Following.follow("idea", one.id, by=db.session.get_one(Person, number))
    outbox.drain()
    merge(one, other, by=nerea)
    decide(other, by=nerea)
    outbox.drain()

    assert told("IdeaMerged", one.id) == {ane.id, jon.id, rosa.id}
    assert told("IdeaDecided", other.id) == {ane.id, jon.id, rosa.id}
    kept = db.session.get_one(Idea, other.id)
    assert set(subjects.named("idea").made_by(kept)) == {ane.id, jon.id}


def test_undone_at_once_nobody_hears_of_it(app, ane, nerea):
    one, other = make_idea(ane), make_idea()
    merge(one, other, by=nerea)
    unmerge(one, by=nerea)
    outbox.drain()
    assert told("IdeaMerged", one.id) == set()


def test_an_edit_of_the_survivor_is_not_overtaken_by_what_is_merged_into_it(app, nerea):
    one, other = make_idea(), make_idea()
    before = other.version
    merge(one, other, by=nerea)
    assert db.session.get_one(Idea, other.id).version == before


def test_an_author_does_not_take_away_what_others_ideas_live_on_in(app, ane, nerea):
    one, other = make_idea(), make_idea(ane)

    assert policy.withdraw(ane, db.session.get_one(Idea, other.id))
    merge(one, other, by=nerea)
    assert not policy.withdraw(ane, db.session.get_one(Idea, other.id))
    assert policy.withdraw(nerea, db.session.get_one(Idea, other.id))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    deeds=st.lists(
        st.one_of(
            st.tuples(st.just("support"), st.integers(0, 3), st.integers(0, 3)),
            st.tuples(st.just("leave"), st.integers(0, 3), st.integers(0, 3)),
            st.tuples(st.just("merge"), st.integers(0, 3), st.integers(0, 3)),
            st.tuples(st.just("unmerge"), st.integers(0, 3), st.just(0)),
        ),
        max_size=14,
    )
)
def test_whatever_is_done_in_whatever_order_nobody_counts_twice(app, nerea, deeds):
    """Against the plainest model there is: what each was given, and what it was merged into."""
    by = db.session.merge(nerea)
    ideas = [make_idea(by).id for _ in range(4)]
    people = [make_person(f"P{next(COUNT)}").id for _ in range(4)]
    given_, into = [set() for _ in ideas], dict.fromkeys(range(4))

    def speaks(n):
        return n if into[n] is None else speaks(into[n])

    def spoken(n):
        return [one for one in range(4) if speaks(one) == n]

    for deed, n, other in deeds:
        if deed == "merge":
            if n == other or into[n] is not None or into[other] is not None:
                with pytest.raises((IntoItself, NotOffered)):
                    merge(ideas[n], ideas[other], by=by)
                continue
            merge(ideas[n], ideas[other], by=by)
            into[n] = other
        elif deed == "unmerge":
            unmerge(ideas[n], by=by)
            into[n] = None
        elif into[n] is None:
            who = db.session.get_one(Person, people[other])
            idea = db.session.get_one(Idea, ideas[n])
            if deed == "support":
                give_support(idea, who)
                if not any(other in given_[one] for one in spoken(n)):
                    given_[n].add(other)
            else:
                take_support(idea, who)
                for one in spoken(n):
                    given_[one].discard(other)
        for one in range(4):
            heard = set().union(*(given_[each] for each in spoken(one)))
            assert standing(ideas[one]) == ({people[p] for p in heard}, len(heard))

    for n in range(4):
        unmerge(ideas[n], by=by)
    assert [standing(idea)[0] for idea in ideas] == [{people[p] for p in g} for g in given_]


def test_two_who_merge_crosswise_at_once_make_one(app, nerea):
    one, two = make_idea().id, make_idea().id
    other = make_person("Garazi", "governance")

    answers = at_once(
        app,
        (nerea, f"/ideas/{one}/merging", {"to": two}),
        (other, f"/ideas/{two}/merging", {"to": one}),
    )

    assert answers[0].status_code == 303 and answers[1].status_code in (403, 409, 422)
    merged = [db.session.get_one(Idea, number).is_merged for number in (one, two)]
    assert sorted(merged) == [False, True]


def test_two_chains_tied_together_from_both_ends_at_once_hang_together(app, nerea):
    """Three are merged in a ring at once: however it goes, somebody speaks for each."""
    ideas = [make_idea().id for _ in range(3)]
    chiefs = [nerea, make_person("Garazi", "governance"), make_person("Iraia", "governance")]

    ring = [(chiefs[n], f"/ideas/{ideas[n]}/merging", {"to": ideas[(n + 1) % 3]}) for n in range(3)]
    answers = at_once(app, *ring)

    assert {answer.status_code for answer in answers} <= {303, 403, 409, 422}
    found = {n: db.session.get_one(Idea, n) for n in ideas}
    for idea in found.values():
        speaking = idea
        while speaking.merged_into_id:
            speaking = found[speaking.merged_into_id]
        assert idea.speaks_as == speaking.id


def test_merging_and_taking_apart_at_once_end_in_one_of_the_two(app, nerea):
    for _ in range(3):
        first, second, third = (make_idea().id for _ in range(3))
        merge(first, second, by=nerea)
        other = make_person(f"G{next(COUNT)}", "governance")

        answers = at_once(
            app,
            (nerea, f"/ideas/{second}/merging", {"to": third}),
            (other, f"/ideas/{first}/merging?_method=DELETE", {}),
        )

        assert {answer.status_code for answer in answers} <= {303, 409}
        one, two = db.session.get_one(Idea, first), db.session.get_one(Idea, second)
        assert two.survivor_id == third or not two.is_merged
        assert one.speaks_as == (two.speaks_as if one.is_merged else first)


def test_the_page_of_the_merged_leads_on_and_is_closed(client, ane, nerea):
    one = make_idea(ane, title="Send a message")
    other = make_idea(title="A letter that it arrived")
    make_comment("As it was said here", on=one, by=ane)
    client.sign_in(nerea)

    answer = client.post(f"/ideas/{one.id}/merging", data={"to": other.id})
    assert (answer.status_code, answer.location) == (303, f"/ideas/{other.id}")

    merged, speaking = client.get(f"/ideas/{one.id}").text, client.get(f"/ideas/{other.id}").text
    assert f'href="/ideas/{other.id}"' in merged and "As it was said here" in merged
    assert f'action="/conversation/idea/{one.id}/comments"' not in merged
    assert "Send a message" in speaking and f'href="/ideas/{one.id}"' in speaking
    listed = client.get("/ideas").text
    assert f'/ideas/{other.id}"' in listed and f'/ideas/{one.id}"' not in listed
    closed = client.post(f"/conversation/idea/{one.id}/comments", data={"text": "Late"})
    assert closed.status_code == 403

    back = client.post(f"/ideas/{one.id}/merging?_method=DELETE")
    assert (back.status_code, back.location) == (303, f"/ideas/{one.id}")
    assert "stays with the other" in client.get(f"/ideas/{one.id}").text


@pytest.mark.parametrize("asked", ["letter arrived", "{number}", "#{number}", "n.º {number}"])
def test_the_other_is_found_by_its_words_or_its_number(client, nerea, asked):
    one, other = make_idea(title="Send a message"), make_idea(title="A letter that it arrived")
    client.sign_in(nerea)
    answer = client.get(
        f"/ideas/{one.id}/merging/new", query_string={"q": asked.format(number=other.id)}
    )
    assert f'value="{other.id}"' in answer.text and f'name="to" value="{one.id}"' not in answer.text


def test_what_says_something_like_it_stands_there_already(client, nerea):
    one = make_idea(title="Tell the customer that the letter arrived")
    other = make_idea(title="Tell customers their letter arrived")
    client.sign_in(nerea)
    assert f'value="{other.id}"' in client.get(f"/ideas/{one.id}/merging/new").text


@pytest.mark.parametrize("to", ["", "no", "0", "2147483646", "99999999999"])
def test_who_chooses_nothing_that_is_there_is_asked_again(client, nerea, to):
    one = make_idea(title="Send a message")
    client.sign_in(nerea)
    answer = client.post(f"/ideas/{one.id}/merging", data={"to": to})
    assert answer.status_code == 422 and 'role="alert"' in answer.text
    assert not db.session.get_one(Idea, one.id).is_merged


def test_a_page_asks_as_often_for_many_that_were_merged_as_for_one(client, queries, nerea):
    other = make_idea()
    ideas = [make_idea() for _ in range(6)]
    client.sign_in(nerea)
    merge(ideas[0], other, by=nerea)
    client.get(f"/ideas/{other.id}")
    queries.clear()
    client.get(f"/ideas/{other.id}")
    once = len(queries)
    for idea in ideas[1:]:
        merge(idea, other, by=nerea)
    client.get(f"/ideas/{other.id}")
    queries.clear()
    client.get(f"/ideas/{other.id}")
    assert len(queries) == once

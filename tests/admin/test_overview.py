"""/admin: whoever finds a door open comes in, and sees what waits behind it."""

import pytest

from app.core import outbox
from app.core.db import db, writing
from app.people.models import Person, Proposal, Role


@outbox.handles("t.lost")
def lose(errand):
    raise outbox.Hopeless("Nobody lives there")


def overview(client, person):
    return client.sign_in(person).get("/admin").get_data(as_text=True)


def test_the_overview_leads_where_one_may_go(client, iker):
    assert 'href="/imports"' in overview(client, iker)


def test_who_finds_no_door_is_refused(client, ane):
    assert client.sign_in(ane).get("/admin").status_code == 403


def test_it_says_what_could_not_be_sent(client, iker):
    assert "to look at" not in overview(client, iker)
    with writing():
        outbox.put("t.lost", {}, key="t:lost")
    outbox.drain()
    assert "1 to look at" in overview(client, iker)


def test_a_proposal_waits_for_whoever_may_agree(client, iker, rosa, maider, ane):
    with writing():
        who, admin = (db.session.get_one(Person, one.id) for one in (ane, iker))
        Proposal.make(who, Role.HR, by=admin)

    assert "1 to look at" in overview(client, rosa)
    assert "to look at" not in overview(client, iker)  # who proposed it does not agree
    assert "to look at" not in overview(client, maider)  # nor does who holds another role


def test_whoever_is_alone_is_told_where_to_begin(client, iker):
    page = overview(client, iker)
    assert "Where to begin" in page
    assert page.index("/admin/units/new") < page.index("/admin/people/new")


def test_once_somebody_has_come_nobody_is_told_where_to_begin(client, iker, ane):
    assert "Where to begin" not in overview(client, iker)


PAGES = """people people/new people/{0} people/{0}/edit roles audit units units/new locations
outbox jobs settings"""


@pytest.mark.parametrize("page", PAGES.split())
def test_every_page_leads_back(client, iker, page):
    answer = client.sign_in(iker).get(f"/admin/{page.format(iker.id)}").get_data(as_text=True)
    crumbs = answer.partition('class="crumbs"')[2].partition("</ol>")[0]
    assert 'href="/admin"' in crumbs
    assert "aria-current" in answer.partition('href="/admin"')[2].partition(">")[0]


def test_imports_lead_back_too(client, iker):
    answer = client.sign_in(iker).get("/imports").get_data(as_text=True)
    assert 'href="/admin"' in answer.partition('class="crumbs"')[2].partition("</ol>")[0]


def test_bringing_many_in_begins_beside_the_accounts(client, iker, nerea):
    assert "/imports/new?kind=people" in client.sign_in(iker).get("/admin/people").text
    assert "/imports/new?kind=people" not in client.sign_in(nerea).get("/admin/people").text

"""The pages of a table: who may, with what password, and what a browser may do to them."""

import io
import re
from dataclasses import replace
from datetime import timedelta

import pytest

from app.arrivals.subjects import PEOPLE
from app.core import clock, outbox
from app.core.db import aside, db, writing
from app.core.outbox import Errand
from app.core.storage import storage
from app.imports import expiry, kinds
from app.imports.models import Import, Note
from app.people.models import Link, Person, SignIn
from tests.arrivals.driving import (
    arrange,
    bring_in,
    go_on,
    people,
    say_yes,
    setup,
    table,
    take_back,
    upload,
)
from tests.conftest import at_once

ROW = "Ane;ane@casa.example"
HEAD = "Nombre;Correo"


@pytest.fixture
def boss(client, iker):
    return client.sign_in(iker)


def small(*rows):
    return table(*(rows or [ROW]), head=HEAD)


def files():
    return sum(path.is_file() for path in storage()._folder.rglob("*"))


@pytest.mark.parametrize("who", ["ane", "jon", "nerea", "rosa", "maider"])
def test_only_administration_brings_people_in_and_sees_what_came(boss, request, who):
    number = upload(boss, small())
    boss.sign_in(request.getfixturevalue(who))
    sent = boss.post("/imports", data={"kind": "people", "file": (small(), "a.csv")})
    assert sent.status_code in (403, 422)
    for answer in (
        boss.get(f"/imports/{number}"),
        boss.get(f"/imports/{number}/report"),
        boss.put(f"/imports/{number}/mapping"),
        boss.post(f"/imports/{number}/consent"),
        boss.post(f"/imports/{number}/steps"),
        boss.delete(f"/imports/{number}"),
    ):
        assert answer.status_code == 404
    assert boss.get("/admin/people/export").status_code == 403


def test_governance_brings_in_posts_and_is_not_asked_what(client, nerea, iker):
    assert "Bring posts in" in client.sign_in(nerea).get("/imports/new").text
    page = client.sign_in(iker).get("/imports/new").text
    assert "kind=blog" in page and "kind=people" in page
    assert "200,000" in client.get("/imports/new?kind=people").text


def test_the_yes_takes_a_password_typed_a_moment_ago(boss, iker):
    number = upload(boss, small())
    with aside() as connection:
        long_ago = clock.now() - timedelta(minutes=30)
        connection.execute(SignIn.__table__.update().values(verified_at=long_ago))
    assert "/sign-in/again" in say_yes(boss, number).location
    assert db.session.get(Import, number).is_read


def test_nothing_comes_in_without_the_yes(boss):
    number = upload(boss, small())
    assert boss.post(f"/imports/{number}/steps").status_code == 403
    assert "ane@casa.example" not in people()


def test_a_yes_to_what_was_understood_otherwise_meanwhile_is_none(boss):
    number = upload(boss, small())
    edition = setup(number).edition
    arrange(boss, number, choice_units="empty")
    answer = boss.post(f"/imports/{number}/consent", data={"edition": edition})
    assert answer.status_code == 409 and db.session.get(Import, number).is_read


def test_with_htmx_the_page_asks_for_step_after_step(boss):
    number = upload(boss, small())
    data = {"edition": setup(number).edition}
    first = boss.post(f"/imports/{number}/consent", data=data, htmx=True)
    assert first.status_code == 200 and 'hx-trigger="load delay' in first.text
    last = boss.post(f"/imports/{number}/steps", htmx=True)
    assert "It is finished." in last.text and "hx-trigger" not in last.text


def test_two_browsers_at_once_bring_nobody_in_twice(app, boss, iker):
    number = upload(boss, small(*(f"P{n};p{n}@b.example" for n in range(50))))
    say_yes(boss, number)
    answers = at_once(app, *[(iker, f"/imports/{number}/steps", {})] * 2)
    assert [answer.status_code for answer in answers] == [303, 303]
    assert db.session.query(Person).count() == 51
    assert db.session.query(Note).filter_by(import_id=number).count() == 50


def test_a_file_that_is_too_large_is_not_even_read(boss, monkeypatch):
    monkeypatch.setitem(kinds._kinds, "people", replace(PEOPLE, largest=0))
    answer = boss.post("/imports", data={"kind": "people", "file": (small(), "a.csv")})
    assert answer.status_code == 422 and "larger than 0 MB" in answer.text


def test_what_is_refused_leaves_nothing_behind(boss):
    before = files()
    for data, words in (
        (b"", "nothing in this file"),
        (b"%PDF-1.7", "no table"),
    ):
        sent = {"kind": "people", "file": (io.BytesIO(data), "a.csv")}
        answer = boss.post("/imports", data=sent)
        assert answer.status_code == 422 and words in answer.text
    assert files() == before and db.session.query(Import).count() == 0


def test_an_upload_is_kept_until_the_end_and_thrown_away_with_its_import(boss):
    before = files()
    number = upload(boss, small())
    assert files() == before + 1
    boss.post(f"/imports/{number}?_method=DELETE")
    assert files() == before
    bring_in(boss, small())
    assert files() == before


def test_an_upload_that_is_gone_is_said(boss):
    number = upload(boss, small())
    storage().delete(db.session.get(Import, number).file)
    answer = arrange(boss, number, choice_units="empty")
    assert "no longer here" in boss.get(answer.location).text
    say_yes(boss, number)
    assert "no longer here" in boss.post(f"/imports/{number}/steps", follow_redirects=True).text
    assert "ane@casa.example" not in people()


def test_what_nobody_says_yes_to_is_not_kept_for_ever(boss):
    before = files()
    number, other = upload(boss, small()), upload(boss, small())
    with writing():
        db.session.get(Import, number).created_at = clock.now() - timedelta(days=8)
    expiry.forget()
    assert files() == before + 1
    page = boss.get(f"/imports/{number}").text
    assert "no longer here" in page and "Bring them in" not in page
    assert "Bring them in" in boss.get(f"/imports/{other}").text


def test_the_form_of_the_mapping_says_what_it_cannot_take(boss):
    number = upload(boss, small())
    answer = boss.put(f"/imports/{number}/mapping", data={"edition": 1, "column_email": "99"})
    assert answer.status_code == 422 and "Not a valid choice" in answer.text


def test_invitations_are_written_down_with_the_people_and_taken_back_with_them(boss, iker):
    number = bring_in(boss, small(), choice_invite="yes")
    person = people()["ane@casa.example"].id
    errand = db.session.query(Errand).filter_by(kind="people.invite").one()
    assert (errand.key, errand.payload) == (
        f"invite:{person}",
        {"person": person, "by": iker.id},
    )
    take_back(boss, number)
    db.session.expire_all()
    invitation = db.session.query(Errand).filter_by(kind="people.invite").one()
    assert invitation.state is outbox.State.CANCELLED


def test_the_worker_sends_the_invitations(boss):
    bring_in(boss, small(), choice_invite="yes")
    outbox.drain()
    link = db.session.query(Link).one()
    assert link.person.email == "ane@casa.example" and link.sent_at


def test_nobody_is_invited_unless_asked(boss):
    bring_in(boss, small())
    assert db.session.query(Errand).filter_by(kind="people.invite").count() == 0


def test_what_a_table_says_is_words(boss):
    evil = "<script>alert(1)</script>"
    number = upload(boss, table(f"{evil};x@b.example", head=f"Nombre;Correo;{evil}"), name=evil)
    page = boss.get(f"/imports/{number}").text
    assert "<script>alert" not in page and "&lt;script&gt;alert" in page
    say_yes(boss, number)
    go_on(boss, number)
    assert "<script>alert" not in boss.get(f"/imports/{number}").text


def test_a_page_asks_as_little_for_many_rows_as_for_one(boss, queries):
    counts = []
    for n in (2, 60):
        number = bring_in(boss, small(*(f"P{n}{at};p{n}-{at}@b.example" for at in range(n))))
        queries.clear()
        boss.get(f"/imports/{number}")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 8
    number = upload(boss, small())
    queries.clear()
    assert re.search("ane@casa.example", boss.get(f"/imports/{number}").text)
    assert len(queries) <= 8

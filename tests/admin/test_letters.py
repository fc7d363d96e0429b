"""Whoever holds a delicate role hears who joins them."""

from email import message_from_bytes, policy
from pathlib import Path

import pytest

from app.core import outbox
from app.core.db import db, writing
from app.people.models import Person, Proposal, Role
from tests.factories import make_person


@pytest.fixture
def posted(app, tmp_path, monkeypatch):
    """Deliver what is due, and read what is new about roles: by whom it goes to."""
    monkeypatch.setitem(app.config, "MAIL", str(tmp_path / "mail"))

    def deliver():
        db.session.rollback()
        outbox.drain()
        files = list(Path(tmp_path / "mail").glob("*.eml"))
        letters = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]
        [file.unlink() for file in files]
        about_roles = [
            one for one in letters if "role" in one["Subject"] or "rol" in one["Subject"]
        ]
        return {str(one["To"].addresses[0].addr_spec): one for one in about_roles}

    return deliver


def words(letter):
    return letter.get_body(["plain"]).get_content()


def test_whoever_may_agree_is_asked(client, posted, iker, rosa, maider, ane):
    client.sign_in(iker).post(f"/admin/people/{ane.id}/roles/hr")

    letters = posted()

    assert set(letters) == {rosa.email}
    assert letters[rosa.email]["Subject"] == "Ane is proposed for a role: HR"
    assert "Iker proposes it" in words(letters[rosa.email])
    assert "https://wowista.test/admin/roles" in words(letters[rosa.email])


def test_of_the_first_holder_the_other_administrators_are_asked(client, posted, iker, ane):
    other = make_person("Begoña", "admin")
    client.sign_in(iker).post(f"/admin/people/{ane.id}/roles/listener")

    assert set(posted()) == {other.email}


def test_every_other_holder_is_told_who_joins(client, posted, iker, rosa, ane):
    third = make_person("Lorea", "hr", language="es")
    make_person("Gone", "hr", disabled_at=third.created_at)
    with writing():
        who, admin = (db.session.get_one(Person, one.id) for one in (ane, iker))
        number = Proposal.make(who, Role.HR, by=admin).id
    posted()

    client.sign_in(rosa).post(f"/admin/roles/{number}/agreement")
    letters = posted()

    assert "Ane" in letters[third.email]["Subject"] and "RR. HH." in letters[third.email]["Subject"]
    assert "Rosa" in words(letters[third.email])


def test_holders_hear_who_leaves_but_not_from_the_terminal(app, client, posted, iker, rosa):
    third = make_person("Lorea", "hr")
    app.test_cli_runner().invoke(args=["people", "withdraw", rosa.email, "hr"])
    app.test_cli_runner().invoke(args=["people", "grant", rosa.email, "hr"])
    assert third.email not in posted()

    client.sign_in(rosa).delete(f"/admin/people/{rosa.id}/roles/hr")

    assert "They laid it down themselves" in words(posted()[third.email])


def test_names_stay_words_in_a_letter(client, posted, iker, rosa):
    naughty = make_person("<b>Ane</b> & co")
    client.sign_in(iker).post(f"/admin/people/{naughty.id}/roles/hr")

    letter = posted()[rosa.email]

    assert "<b>Ane</b> & co" in letter["Subject"] and "<b>Ane</b> & co" in words(letter)
    html = letter.get_body(["html"]).get_content()
    assert "&lt;b&gt;Ane&lt;/b&gt; &amp; co" in html and "<b>Ane" not in html


def test_a_refused_change_tells_nobody(client, posted, nerea, rosa, ane):
    client.sign_in(nerea).post(f"/admin/people/{ane.id}/roles/hr")

    assert posted() == {}

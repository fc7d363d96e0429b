"""The sign-in page of a demo: one press for each account."""

import pytest

from app import demo
from app.core.db import db, writing
from app.core.slots import slot
from app.demo.company import ACCOUNTS
from tests.factories import make_person


@pytest.fixture
def shown(app):
    app.config["DEMO"] = True
    yield app
    app.config["DEMO"] = False


def account(email, name="Leire Etxeberria"):
    return make_person(name, email=email)


def test_each_account_is_one_press_and_the_password_can_be_read(shown):
    for email in ACCOUNTS:
        account(email)

    drawn = slot("sign_in.foot")

    assert drawn.count('<form method="post" action="/sign-in">') == len(ACCOUNTS)
    for email in ACCOUNTS:
        assert f'name="email" value="{email}"' in drawn
    assert f"<code>{demo.PASSWORD}</code>" in drawn
    assert drawn.index("embajador@") < drawn.index("empleado@") < drawn.index("admin@")


def test_it_leads_where_the_visitor_was_going(shown):
    account("empleado@demo.test")
    with shown.test_request_context("/sign-in?next=/blog/7%22%3E"):
        assert 'name="next" value="/blog/7&#34;&gt;"' in slot("sign_in.foot")
    assert 'name="next"' not in slot("sign_in.foot")


def test_an_account_that_is_closed_is_not_offered(shown):
    person = account("rrhh@demo.test")
    account("admin@demo.test")
    with writing():
        db.session.merge(person).disabled_at = person.created_at

    assert "rrhh@" not in slot("sign_in.foot") and "admin@" in slot("sign_in.foot")


def test_a_house_of_its_own_people_offers_nobody(shown):
    make_person("Ane", email="ane@example.com")
    assert slot("sign_in.foot") == ""


def test_outside_a_demo_nothing_is_drawn(app):
    account("admin@demo.test")
    assert slot("sign_in.foot") == ""


def test_it_asks_the_database_once(shown, queries):
    for email in ACCOUNTS:
        account(email)
    queries.clear()

    slot("sign_in.foot")

    assert len(queries) == 1

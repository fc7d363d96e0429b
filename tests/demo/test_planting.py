"""The demo company comes to life as people would have lived it, and never where it is unsafe."""

import re

import pytest
from sqlalchemy import func, select

from app import demo
from app.activity.models import Line
from app.blog.models import Author, Post
from app.catalogue.models import Tag
from app.conversation.models import Comment, Reaction
from app.core import clock, settings
from app.core.db import Base, db
from app.demo.company import ACCOUNTS, articles, facts
from app.notifications.models import Delivery
from app.people import passwords, queries
from app.people.models import Location, Person, Role, Unit
from tests.factories import make_person


@pytest.fixture
def company(app):
    assert demo.plant()
    return app


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def roles():
    return {
        person.email.split("@")[0]: person.roles
        for person in db.session.scalars(select(Person).where(Person.email.in_(list(ACCOUNTS))))
    }


def test_the_whole_company_is_here(company):
    assert count(Person) == len(facts()["people"]) >= 30
    assert {"Bilbao", "Ordizia"} < set(db.session.scalars(select(Location.name)))
    assert settings.get("company") == "Zaindu Salud"
    languages = [post.language for post in db.session.scalars(select(Post))]
    assert {code: languages.count(code) for code in ("es", "eu", "en", "pt")} == {
        "es": 15,
        "eu": 2,
        "en": 1,
        "pt": 1,
    }
    assert count(Comment) >= 40 and count(Reaction) >= 100 and count(Tag) >= 15


def test_units_are_a_tree_with_one_root(company):
    parents = dict(db.session.execute(select(Unit.name, Unit.parent_id)).all())
    numbers = dict(db.session.execute(select(Unit.name, Unit.id)).all())

    assert [name for name, parent in parents.items() if parent is None] == ["Grupo"]
    assert parents["Jurídico"] == numbers["Servicios centrales"]
    assert parents["Call Center"] == numbers["Grupo"]


def test_every_account_has_the_role_it_is_offered_with(company):
    assert roles() == {
        "empleado": frozenset(),
        "embajador": {Role.AMBASSADOR},
        "gobierno": {Role.GOVERNANCE},
        "escucha": {Role.LISTENER},
        "rrhh": {Role.HR},
        "admin": {Role.ADMIN},
    }


def test_one_password_opens_every_account_and_would_be_taken_from_anybody(company):
    for person in db.session.scalars(select(Person)).all()[:6]:
        assert passwords.matches(person.password_hash, demo.PASSWORD)
        assert passwords.why_not(demo.PASSWORD, name=person.name, email=person.email) is None
    assert len(set(db.session.scalars(select(Person.password_hash)))) == 1  # hashed once


def test_it_was_planted_by_verbs_so_everybody_who_listens_has_heard(company):
    lines = dict(db.session.execute(select(Line.fact, func.count()).group_by(Line.fact)).all())

    assert lines["PersonJoined"] == count(Person)
    assert lines["PostPublished"] == count(Post)
    assert lines["CommentWritten"] == count(Comment)
    assert count(Delivery) == count(Post) + count(Comment) + count(Reaction)


def test_what_happened_stands_in_the_order_it_happened_and_nothing_is_still_to_come(company):
    moments = db.session.scalars(select(Line.created_at).order_by(Line.id)).all()
    assert moments == sorted(moments)
    assert moments[-1] < clock.now()
    assert (moments[-1] - moments[0]).days > 40

    for table in (Comment, Reaction, Post, Person, Delivery):
        assert db.session.scalar(select(func.max(table.created_at))) < clock.now()


def test_answers_stand_under_what_they_answer(company):
    answers = db.session.scalars(select(Comment).where(Comment.parent_id.is_not(None))).all()
    assert len(answers) >= 15
    for answer in answers:
        asked = db.session.get_one(Comment, answer.parent_id)
        assert (asked.subject_id, asked.created_at < answer.created_at) == (answer.subject_id, True)


def test_every_post_is_a_page_with_paragraphs_and_nothing_left_of_its_markdown(company):
    seen = set()
    for post in db.session.scalars(select(Post)):
        seen |= set(re.findall(r"<(\w+)", post.html))
        assert post.html.count("<p>") >= 3 and post.excerpt and 120 <= post.words <= 500, post.title
        assert not re.search(r"\*\*|^#|\[.*\]\(|\| --", re.sub("<[^>]+>", "", post.html), re.M)
        assert db.session.get_one(Author, (post.id, 0)).person_id
    assert {"h2", "ul", "ol", "blockquote", "table", "strong", "em"} <= seen


def test_planted_twice_it_is_here_once(company):
    before = {table.name: count(table) for table in Base.metadata.sorted_tables}

    assert demo.plant() is False
    assert {table.name: count(table) for table in Base.metadata.sorted_tables} == before


def test_where_somebody_lives_already_nothing_is_planted(app):
    make_person("Ane")
    assert demo.plant() is False
    assert count(Person) == 1


def test_stopped_halfway_it_leaves_an_empty_house(app, monkeypatch):
    broken = [*articles()[:3], articles()[3].__class__(**articles()[3].__dict__ | {"by": "nobody"})]
    monkeypatch.setattr("app.demo.company.articles", lambda: broken)

    with pytest.raises(KeyError):
        demo.plant()
    assert not queries.is_anybody_here() and count(Unit) == 0


def test_production_refuses_it(app):
    app.config["PRODUCTION"] = True
    try:
        with pytest.raises(demo.NotHere, match="PRODUCTION=1"):
            demo.plant()
    finally:
        app.config["PRODUCTION"] = False
    assert not queries.is_anybody_here()

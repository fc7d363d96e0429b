"""A clean database for every test, a cast, and a way to walk in as somebody."""

import os
import shutil
import threading
import uuid
from contextlib import contextmanager

import pytest
from flask import g, request_started
from flask.testing import FlaskClient
from flask_migrate import upgrade
from sqlalchemy import create_engine, event, make_url, text

from app import create_app
from app.core.db import NO_QUESTION, Base, aside, db, writing
from app.people import sessions
from app.people.models import SignIn
from config import TestConfig, engine_options
from tests import append_only
from tests.factories import make_person

pytest_plugins = [
    "tests.plugins",
    "tests.plugins.chromium",
    "tests.plugins.commands",
    "tests.mailbox",
]


class Visitor(FlaskClient):
    """A browser. What a visit did not commit, the test does not see."""

    def sign_in(self, person):
        """As if the password had just been typed, without the time that takes."""
        token = uuid.uuid4().hex
        with aside() as connection:
            connection.execute(
                SignIn.__table__.insert().values(
                    person_id=person.id, digest=sessions.digest(token), agent="a test"
                )
            )
        with self.session_transaction() as session:
            session.clear()
            session["_user_id"] = token
        return self

    def sign_out(self):
        with self.session_transaction() as session:
            session.clear()
        return self

    def open(self, *args, htmx=False, **kwargs):
        if htmx:
            kwargs["headers"] = {"HX-Request": "true"} | dict(kwargs.get("headers", {}))
        forget()
        db.session.rollback()  # begin with what is there now, not when the test last looked
        response = super().open(*args, **kwargs)
        db.session.rollback()
        forget()
        return response


def forget():
    """What the request before us left in the open context: its reader, language, number."""
    for name in list(g):
        g.pop(name)


def at_once(app, *visits):
    """Several people post in one moment."""
    return together(
        app,
        *(
            (Visitor(app, app.response_class).sign_in(person), path, data)
            for person, path, data in visits
        ),
    )


def together(app, *visits):
    """Several browsers post in one moment: nobody goes on before everybody is in."""
    everybody_is_in, answers = threading.Barrier(len(visits)), []

    def visit(client, path, data):
        answers.append(FlaskClient.open(client, path, method="POST", data=data))

    def wait(sender, **_):
        everybody_is_in.wait(timeout=10)  # raises if they do not overlap

    with request_started.connected_to(wait, app):
        threads = [threading.Thread(target=visit, args=one) for one in visits]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
    db.session.rollback()
    assert len(answers) == len(visits)
    return sorted(answers, key=lambda answer: answer.status_code)


@pytest.fixture(scope="session")
def database_url(tmp_path_factory):
    """A database of this run's own: a file, or one on the server of TEST_DATABASE_URL."""
    server = os.environ.get("TEST_DATABASE_URL")
    if not server:
        yield f"sqlite:///{tmp_path_factory.mktemp('db')}/test.db"
        return

    url = make_url(server).set(drivername="postgresql+psycopg")
    name = f"wowista_test_{uuid.uuid4().hex[:12]}"
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
        # Nobody pulls the plug: what is answered need not be on the disk yet.
        connection.execute(text(f"ALTER DATABASE {name} SET synchronous_commit = off"))
    yield url.set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture(scope="session")
def building(database_url, tmp_path_factory):
    """One application and one migrated schema for the whole run."""

    class Config(TestConfig):
        SQLALCHEMY_DATABASE_URI = database_url
        SQLALCHEMY_ENGINE_OPTIONS = engine_options(database_url, 20)
        STORAGE = str(tmp_path_factory.mktemp("files"))
        BACKUPS = str(tmp_path_factory.mktemp("backups"))
        ERASURES = str(tmp_path_factory.mktemp("ledger") / "erasures.jsonl")
        SURVEY_KEYS = str(tmp_path_factory.mktemp("keys"))
        OCCUPIED = str(tmp_path_factory.mktemp("lock") / "occupied")

    app = create_app(Config)
    app.test_client_class = Visitor
    with app.app_context():
        if db.engine.dialect.name == "sqlite":  # nobody pulls the plug here either
            event.listen(db.engine, "connect", lambda raw, _: raw.execute("PRAGMA synchronous=off"))
            db.engine.dispose()
        upgrade()
        with writing():
            for table in ("terms", "editorials"):  # what a house begins with: not a test's
                db.session.execute(text(f"DELETE FROM {table}"))
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def app(building):
    building.extensions.pop("inhabited", None)
    building.extensions["fragments"].clear()  # drawn for a house that is gone
    with building.test_request_context():
        forget()  # a file that was read after its visit had looked for its reader again
        yield building
        db.session.rollback()
        db.session.expunge_all()  # whatever holds a record yet, no later commit looks at it
        with writing(), append_only.opened():
            empty()
        shutil.rmtree(building.config["SURVEY_KEYS"], ignore_errors=True)


def empty():
    """Take away what a test left. One question finds where that is: most tables stay empty."""
    counted = ("data_version", "stamps")
    names = [one.name for one in Base.metadata.sorted_tables if one.name not in counted]
    asked = ", ".join(f"EXISTS (SELECT 1 FROM {name})" for name in names)
    held = db.session.execute(text(f"SELECT {asked}")).one()
    for name in reversed([name for name, is_held in zip(names, held, strict=True) if is_held]):
        db.session.execute(text(f"DELETE FROM {name}"))


@pytest.fixture
def another_house(app):
    """`with another_house(Config) as house`: the same people behind another door."""

    @contextmanager
    def build(config, add=lambda house: None):
        class Config(config):
            SQLALCHEMY_DATABASE_URI = app.config["SQLALCHEMY_DATABASE_URI"]
            SQLALCHEMY_ENGINE_OPTIONS = app.config["SQLALCHEMY_ENGINE_OPTIONS"]
            STORAGE = app.config["STORAGE"]
            SURVEY_KEYS = app.config["SURVEY_KEYS"]

        house, of_the_test = create_app(Config), db.session()
        add(house)
        house.test_client_class = Visitor
        with house.test_request_context():
            yield house
            of_the_test.rollback()  # what the test read in here, it read by this house's engine
            db.session.remove()
            db.engine.dispose()

    return build


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def ane(app):
    """An employee."""
    return make_person("Ane")


@pytest.fixture
def jon(app):
    """Another employee, who is an ambassador."""
    return make_person("Jon", "ambassador")


@pytest.fixture
def nerea(app):
    """Of the governance team."""
    return make_person("Nerea", "governance")


@pytest.fixture
def rosa(app):
    """Of human resources."""
    return make_person("Rosa", "hr")


@pytest.fixture
def maider(app):
    """Of the listening team."""
    return make_person("Maider", "listener")


@pytest.fixture
def iker(app):
    """Of administration."""
    return make_person("Iker", "admin")


@pytest.fixture
def queries(app):
    """What was asked of the database since the list was last cleared."""
    asked = []

    def note(connection, cursor, statement, *rest):
        if not statement.startswith(NO_QUESTION):
            asked.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    yield asked
    event.remove(db.engine, "before_cursor_execute", note)

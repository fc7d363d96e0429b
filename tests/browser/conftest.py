"""A real house with the demo company, behind a real server, in a real Chromium."""

import threading
from contextlib import contextmanager

import pytest
from flask_migrate import upgrade
from werkzeug.serving import make_server

from app import create_app, demo
from app.core.db import db, writing
from app.people import queries as people
from config import TestConfig, engine_options
from tests.browser import surveys
from tests.browser.furnishing import furnish, propose
from tests.browser.visitor import Visitor


@contextmanager
def served(folder, plant):
    """A house of its own in `folder`, behind a real server; `address` is where it answers."""
    url = f"sqlite:///{folder}/house.db"

    class Config(TestConfig):
        SQLALCHEMY_DATABASE_URI = url
        SQLALCHEMY_ENGINE_OPTIONS = engine_options(url, 10)
        STORAGE = str(folder)
        SURVEY_KEYS = str(folder / "keys")
        SERVER_NAME = None
        DEMO = True
        WTF_CSRF_ENABLED = True
        BABEL_DEFAULT_LOCALE = "es"

    app = create_app(Config)
    with app.app_context():
        upgrade()
        app.places = plant()
        db.session.remove()
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    app.address = f"http://127.0.0.1:{server.server_port}"
    yield app
    server.shutdown()
    thread.join(timeout=10)
    server.server_close()
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="session")
def house(tmp_path_factory):
    """The demo company at home."""

    def plant():
        demo.plant()
        counted = surveys.furnish()  # before another one is open
        return counted | furnish()

    with served(tmp_path_factory.mktemp("house"), plant) as app:
        yield app


@pytest.fixture(scope="session")
def empty_house(tmp_path_factory):
    """Nobody has come in yet."""
    with served(tmp_path_factory.mktemp("empty-house"), dict) as app:
        yield app


@pytest.fixture
def places(house):
    """Where things are in the demo company: `places["post"]` is the number of one."""
    return house.places


@pytest.fixture
def new_idea(house):
    """`new_idea("A letter")` is the number of an idea that no other test has looked at."""

    def make(title):
        with house.app_context():
            with writing():
                number = propose(title, by=people.by_email("embajador@demo.test")).id
            db.session.remove()
        return number

    return make


@pytest.fixture(scope="session")
def keys(house, chromium):
    """What a browser holds after each role has signed in, once for the whole run."""
    return {}


@pytest.fixture
def visit(house, chromium, keys):
    """`visit("embajador", width=390, dark=True, language="eu", script=False)` opens a browser."""
    opened = []

    def open_(role="", **how):
        visitor = Visitor(house, chromium, keys, role, **how)
        opened.append(visitor)
        return visitor

    yield open_
    for visitor in opened:
        visitor.close()

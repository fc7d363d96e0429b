"""A real house with the demo company, behind a real server, in a real Chromium."""

import os
import shutil
import threading
from itertools import cycle

import pytest
from flask_migrate import upgrade
from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

from app import create_app, demo
from app.core.db import db
from config import TestConfig, engine_options
from tests.browser.visitor import Visitor

ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium; without it this part is skipped, and says so."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        pytest.skip("NO CHROMIUM: install Debian's `chromium`, nothing was looked at in a browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def house(database_url, tmp_path_factory):
    """The application with its demo company, and the address it answers at."""

    class Config(TestConfig):
        SQLALCHEMY_DATABASE_URI = database_url
        SQLALCHEMY_ENGINE_OPTIONS = engine_options(database_url, 10)
        STORAGE = str(tmp_path_factory.mktemp("browser-files"))
        SERVER_NAME = None
        DEMO = True
        WTF_CSRF_ENABLED = True
        BABEL_DEFAULT_LOCALE = "es"

    app = create_app(Config)
    with app.app_context():
        upgrade()
        demo.plant()
        db.session.remove()
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    app.address = f"http://127.0.0.1:{server.server_port}"
    yield app
    server.shutdown()
    thread.join(timeout=10)
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


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


def pairwise(**axes):
    """Enough combinations that every value of every axis is met, each length in turn."""
    longest = max(len(values) for values in axes.values())
    turns = {name: cycle(values) for name, values in axes.items()}
    return [{name: next(turn) for name, turn in turns.items()} for _ in range(longest)]

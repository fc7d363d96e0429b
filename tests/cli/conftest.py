"""Houses of their own, with a database of their own, to be backed up and put back."""

import os
import uuid
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask_migrate import upgrade
from sqlalchemy import create_engine, make_url, text

from app import create_app
from app.core.db import db, writing
from app.core.storage import storage
from config import TestConfig, engine_options
from tests.factories import make_person


class House:
    """An installation: its folder, its database, its commands."""

    def __init__(self, folder, url, revision="head", key=TestConfig.SECRET_KEY):
        class Config(TestConfig):
            SECRET_KEY = key
            SQLALCHEMY_DATABASE_URI = url
            SQLALCHEMY_ENGINE_OPTIONS = engine_options(url, 5)
            STORAGE = str(folder / "files")
            BACKUPS = str(folder / "backups")
            ERASURES = str(folder / "erasures.jsonl")
            SURVEY_KEYS = str(folder / "survey-keys")
            OCCUPIED = str(folder / "occupied")

        self.folder, self.url, self.app = folder, url, create_app(Config)
        if revision:
            with self.at_home():
                upgrade(revision=revision)

    @contextmanager
    def at_home(self):
        with self.app.test_request_context():
            try:
                yield
            finally:
                db.session.remove()
                db.engine.dispose()

    def flask(self, *words, **more):
        """What a command says, and how it ends."""
        with self.at_home():
            return self.app.test_cli_runner().invoke(args=[str(word) for word in words], **more)

    def backup(self, *words):
        """The folder of a backup just taken."""
        said = self.flask("backup", *words)
        assert said.exit_code == 0, said.output
        return Path(said.output.split("\n")[0].removeprefix("Backed up: "))

    def restore(self, backup, *words):
        return self.flask("restore", backup, "--yes", *words)

    def join(self, *names):
        with self.at_home():
            for name in names:
                make_person(name)

    def people(self):
        return self.ask("SELECT name FROM people ORDER BY name")

    def ask(self, question):
        """The first column of the answer."""
        with self.at_home():
            return db.session.scalars(text(question)).all()

    def tell(self, statement):
        with self.at_home(), writing():
            db.session.execute(text(statement))

    def put(self, key, data):
        with self.at_home():
            storage().put(key, data)

    def place(self, key):
        with self.at_home():
            return storage().place(key)

    def files(self):
        with self.at_home():
            return {key: storage().read(key) for key in storage().all_keys()}


@pytest.fixture
def new_database(tmp_path):
    """Makes one that is empty: a file, or one on the server of TEST_DATABASE_URL."""
    server, made = os.environ.get("TEST_DATABASE_URL"), []
    engine = server and create_engine(
        make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
    )

    def make(folder):
        if not server:
            return f"sqlite:///{folder / 'wowista.db'}"
        made.append(f"wowista_test_{uuid.uuid4().hex[:12]}")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {made[-1]}"))
        return engine.url.set(database=made[-1]).render_as_string(hide_password=False)

    yield make
    if server:
        with engine.connect() as connection:
            for name in made:
                connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        engine.dispose()


@pytest.fixture
def build(tmp_path, new_database):
    """Builds a house that is migrated to `revision`, or has no tables at all."""

    def build(name, url=None, **more):
        folder = tmp_path / name
        folder.mkdir()
        return House(folder, url or new_database(folder), **more)

    return build


@pytest.fixture
def house(build):
    return build("house")


@pytest.fixture
def file_house(build, tmp_path):
    """One on SQLite, whatever the others are on."""
    return build("file_house", url=f"sqlite:///{tmp_path / 'file_house' / 'wowista.db'}")

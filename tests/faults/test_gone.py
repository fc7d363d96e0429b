"""A database that is gone: a page says so and keeps the words, and it is found again when back."""

import socket
import threading
from contextlib import suppress

import pytest
from sqlalchemy import make_url

from app import create_app
from app.core.db import db
from config import TestConfig, engine_options
from tests.conftest import Visitor, forget
from tests.factories import make_person, make_post

WORDS = "Llamé tres veces y nadie supo decirme nada"


class Bridge:
    """A port of ours that leads to a database server, and may be drawn up."""

    def __init__(self, host, port):
        self._there, self._open = (host, port), set()
        self.port = None
        self.let_down()

    def let_down(self):
        self._door = socket.create_server(("127.0.0.1", self.port or 0))
        self.port = self._door.getsockname()[1]
        threading.Thread(target=self._welcome, args=[self._door], daemon=True).start()

    def draw_up(self):
        """Whoever is on it falls, and nobody gets on it."""
        self._door.close()
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        for line in list(self._open):
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()
        self._open.clear()

    def _welcome(self, door):
        while True:
            try:
                here, _ = door.accept()
            except OSError:
                return
            if door.fileno() < 0:
                here.close()
                return
            there = socket.create_connection(self._there)
            self._open |= {here, there}
            for pair in ((here, there), (there, here)):
                threading.Thread(target=self._carry, args=pair, daemon=True).start()

    def _carry(self, of, to):
        with suppress(OSError):
            while data := of.recv(65536):
                to.sendall(data)
        for line in (of, to):
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def bridged(app, tmp_path):
    """The same house, reaching its PostgreSQL over a bridge; nothing on SQLite, which is a file."""
    url = make_url(app.config["SQLALCHEMY_DATABASE_URI"])
    if url.drivername == "sqlite":
        yield None
        return
    bridge = Bridge(url.host or "127.0.0.1", url.port or 5432)
    over = url.set(host="127.0.0.1", port=bridge.port).render_as_string(hide_password=False)

    class Config(TestConfig):
        SQLALCHEMY_DATABASE_URI = over
        SQLALCHEMY_ENGINE_OPTIONS = engine_options(over, 4)
        STORAGE = str(tmp_path)

    house = create_app(Config)
    house.test_client_class = Visitor
    yield bridge, house
    bridge.draw_up()


def test_gone_and_back_again(app, bridged):
    if bridged is None:
        return  # a file is not reached over anything
    bridge, house = bridged
    ane = make_person("Ane")
    post = make_post(ane)
    path, number = f"/conversation/post/{post.id}/comments", post.id
    ane_id = ane.id
    db.session.remove()

    with house.test_request_context():
        person = db.session.get(type(ane), ane_id)
        client = house.test_client().sign_in(person)
        assert client.get(f"/blog/{number}").status_code == 200

        bridge.draw_up()
        answer = client.post(path, data={"text": WORDS})
        assert answer.status_code == 503 and WORDS in answer.text
        assert client.get(f"/blog/{number}").status_code == 503
        assert client.get("/healthz").status_code == 200
        assert client.get("/readyz").status_code == 503

        bridge.let_down()
        assert client.post(path, data={"text": WORDS}).status_code == 303
        assert WORDS in client.get(f"/blog/{number}").text
        assert client.get("/readyz").status_code == 200
        forget()
        db.session.remove()
        db.engine.dispose()

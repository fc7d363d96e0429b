"""What the tests of faults ask of an instance folder."""

import socket
import sqlite3
from contextlib import closing

import pytest


@pytest.fixture
def ask_database():
    """`ask_database(instance, "select …", …)`: the rows, read beside the house."""

    def ask(instance, statement, *values):
        with closing(sqlite3.connect(instance / "wowista.db")) as connection:
            return connection.execute(statement, values).fetchall()

    return ask


@pytest.fixture
def free_port():
    """A port of this machine at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture
def a_post(inhabited, ask_database):
    """The number of a published post of the demo company."""
    asked = "select min(id) from posts where state = 'published'"
    ((number,),) = ask_database(inhabited, asked)
    return number

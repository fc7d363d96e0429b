"""Commands in processes of their own, each in an instance folder of its own."""

import shutil

import pytest

from tests.terminal import Terminal

ALONE = {"bench", "deploy", "markdown", "templates", "test_architecture.py", "test_translations.py"}


def pytest_collection_modifyitems(items):
    """Once is enough, whichever database the suite's is, for what has a SQLite of its own or none:
    whatever `start` starts, these folders, and all that asks for no house.
    """
    for item in items:
        asks = set(item.fixturenames)
        if "start" in asks or "building" not in asks or ALONE & set(item.path.parts):
            item.add_marker(pytest.mark.alone)


@pytest.fixture
def start(tmp_path):
    opened = []

    def open_(instance=tmp_path / "instance", **environment):
        opened.append(Terminal(instance, **environment))
        return opened[-1]

    yield open_
    for terminal in opened:
        terminal.stop()


@pytest.fixture(scope="session")
def company(tmp_path_factory):
    """An instance folder in which the demo company lives, to be copied."""
    folder = tmp_path_factory.mktemp("company") / "instance"
    assert Terminal(folder, command=["demo", "plant"]).end() == 0
    return folder


@pytest.fixture
def inhabited(company, tmp_path):
    return shutil.copytree(company, tmp_path / "instance")

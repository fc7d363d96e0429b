"""Errands that only ring a bell, and a bell that can be broken."""

import pytest

from app.core.outbox import doing


@pytest.fixture
def handles(monkeypatch):
    """`handles("tests.ring", do)` has errands of a kind done, for this test alone."""

    def register(kind, do):
        monkeypatch.setitem(doing._handlers, kind, do)

    return register


@pytest.fixture
def rung(handles):
    """The keys of the errands done, in their order."""
    keys = []
    handles("tests.ring", lambda errand: keys.append(errand.key))
    return keys

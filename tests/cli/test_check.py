"""`flask check`: what stands in the way, and what real people would miss."""

import pytest

from app.cli import advice
from app.core import outbox, worker
from app.core.db import db, writing
from config import TestConfig
from tests.factories import make_person


class Ready(TestConfig):
    PRODUCTION = True
    TRUSTED_HOSTS = ["wowista.test"]
    TLS = True
    PROXIES = 1
    SMTP_URL = "smtp://mail.example"


@pytest.fixture
def said(another_house, monkeypatch):
    """`said(Config)`: what the command prints in a house of that configuration."""
    monkeypatch.setenv("SECRET_KEY", "k" * 32)

    def run(config, code=0):
        with another_house(config) as house:
            result = house.test_cli_runner().invoke(args=["check"])
        assert result.exit_code == code, result.output
        return result.output

    return run


def without(**given):
    return type("Config", (Ready,), given)


def test_a_house_that_lacks_nothing_is_told_so(said):
    worker.beat()
    assert said(Ready) == "Everything is in its place.\n"


@pytest.mark.parametrize(
    ("config", "sentence"),
    [
        (without(PRODUCTION=False), "PRODUCTION is not 1"),
        (without(TLS=False), "TLS is not 1"),
        (without(PROXIES=0), "PROXIES is 0 though TLS is 1"),
        (without(METRICS_TOKEN=""), "METRICS_TOKEN is not set"),
        (without(SITE_URL="http://wowista.example"), "would lead to http://wowista.example"),
        (without(SITE_URL="https://localhost:8000"), "would lead to https://localhost:8000"),
        (without(SMTP_URL=""), "SMTP_URL is not set"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_thing_that_is_missing_is_said_alone(said, config, sentence):
    worker.beat()
    lines = said(config).splitlines()
    assert lines[0] == "It can serve. Before real people come:"
    assert len(lines) == 2 and sentence in lines[1]


def test_a_worker_that_nobody_has_seen_is_missed(said):
    assert "No worker has had a pulse" in said(Ready)


def test_what_was_parked_or_held_is_counted(app):
    worker.beat()
    with writing():
        outbox.put("tests.unheard-of", {}, key="a")
    outbox.drain()
    with writing():
        outbox.put("tests.unheard-of", {}, key="b")
        outbox.put("tests.unheard-of", {}, key="c")
        db.session.flush()
        outbox.hold()
    told = " ".join(advice.lacking())
    assert "failed for good: 1." in told and "since a restore: 2." in told


def test_demo_accounts_still_stand_in_the_way(said):
    make_person("Ane", email="ane@demo.test")
    assert "WOWista cannot start. There are demo accounts" in said(Ready, code=1)

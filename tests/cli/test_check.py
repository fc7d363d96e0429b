"""`flask check`: what stands in the way, and what real people would miss."""

import pytest
from sqlalchemy import update

from app.cli import advice
from app.core import outbox, worker
from app.core.db import db, writing
from app.survey import keys
from app.survey.models import Wave
from config import TestConfig
from tests.factories import make_person
from tests.factories.survey import open_wave


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


@pytest.fixture
def opened(app):
    """The name of the key of a wave that takes answers."""
    for _ in range(10):
        make_person()
    name = open_wave().key_name
    db.session.rollback()
    return name


def test_a_key_that_is_where_it_must_be_is_not_worth_a_word(said, opened):
    worker.beat()
    assert said(Ready) == "Everything is in its place.\n"


def test_a_key_that_is_lost_is_said_while_it_may_be_found(said, opened):
    worker.beat()
    keys.destroy(opened)
    assert f"The key of the open survey, {opened}, is not in" in said(Ready)


def test_a_key_that_one_folder_lacks_is_said(said, opened, app, tmp_path):
    worker.beat()
    app.config["SURVEY_KEYS"] += f":{tmp_path / 'two'}"
    try:
        printed = said(Ready)
    finally:
        app.config["SURVEY_KEYS"] = app.config["SURVEY_KEYS"].partition(":")[0]
    assert f"{opened}, is not in {tmp_path / 'two'}: copy it there" in printed


def test_a_key_that_no_survey_needs_any_more_is_said(said, opened):
    """As after a restore of what was before it opened."""
    worker.beat()
    with writing():
        db.session.execute(update(Wave).values(key_name="another"))
    printed = said(Ready)
    assert f"Keys of no survey that is open here: {keys.folders()[0] / opened}" in printed


def test_keys_that_others_may_read_or_that_are_copied_along_are_said(said, opened, app):
    worker.beat()
    (folder,) = keys.folders()
    folder.chmod(0o755)
    printed = said(without(BACKUPS=str(folder.parent)))
    assert f"Others may look into {folder}" in printed
    assert f"{folder}, lies within BACKUPS" in printed

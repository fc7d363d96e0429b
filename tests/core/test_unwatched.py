"""A view where nobody is watched: not who comes, nor when, nor what they sent when it fails."""

import socket
from datetime import timedelta

import pytest
import structlog
from flask import request
from prometheus_client.parser import text_string_to_metric_families

from app.cli.server import Server
from app.core import clock
from app.core.db import db
from app.core.unwatched import unwatched
from app.people.models import SignIn
from config import TestConfig

TOKEN = {"Authorization": f"Bearer {TestConfig.METRICS_TOKEN}"}


class Talkative(TestConfig):
    LOG_LEVEL, LOG_FORMAT = "DEBUG", "json"


@pytest.fixture
def house(another_house):
    """With a quiet view, and another that is like it but for one word."""

    def answer():
        if what := request.values.get("fails"):
            raise ValueError(what) from KeyError(f"{what} again")
        return "Thank you."

    def add(house):
        house.config["PROPAGATE_EXCEPTIONS"] = False
        both = {"methods": ["GET", "POST"]}
        house.add_url_rule("/quiet", "quiet", unwatched(lambda: answer()), **both)
        house.add_url_rule("/loud", "loud", lambda: answer(), **both)

    before = structlog.get_config()
    with another_house(Talkative, add) as built:
        yield built
    structlog.configure(**before)


def figures(house):
    """All that requests add to, whatever it is called; not how long it took, nor who asks now."""
    told = house.test_client().get("/metrics", headers=TOKEN).text
    return {
        (sample.name, *sample.labels.items()): sample.value
        for family in text_string_to_metric_families(told)
        for sample in family.samples
        if "wowista_request" in sample.name or "wowista_statements" in sample.name
        if sample.labels.get("route") != "/metrics"
    }


def test_no_line_says_that_somebody_came(house, ane, capsys):
    client = house.test_client().sign_in(ane)
    client.get("/quiet")
    client.post("/quiet", data={"words": "mine"})
    assert capsys.readouterr().out == ""

    client.get("/loud")
    assert '"route": "/loud"' in capsys.readouterr().out


def test_no_figure_moves(house, ane):
    client = house.test_client().sign_in(ane)
    figures(house)  # which is counted as well, without a route of the others
    before = figures(house)
    client.get("/quiet")
    client.post("/quiet")
    after = figures(house)
    moved = {name for name in after if after[name] != before.get(name)}
    assert {name[0] for name in moved} <= {  # these have no route: they count who asks here
        "wowista_request_statements_bucket",
        "wowista_request_statements_count",
        "wowista_request_statements_sum",
    }
    count = ("wowista_request_statements_count",)
    assert after[count] - before[count] == 1  # the reading itself


def test_nobody_is_seen_to_be_here_by_it(house, ane):
    client = house.test_client().sign_in(ane)
    seen = lambda: db.session.query(SignIn.seen_at).scalar()  # noqa: E731
    db.session.rollback()  # and look anew
    before = seen()
    with clock.at(clock.now() + timedelta(minutes=30)):
        client.get("/quiet")
        assert seen() == before
        client.get("/loud")
        assert seen() > before


def test_what_fails_is_told_with_its_number_and_in_none_of_its_words(house, ane, capsys):
    client = house.test_client().sign_in(ane)
    answer = client.post("/quiet", data={"fails": "Ane's own words"})
    said = capsys.readouterr().out

    assert answer.status_code == 500
    assert answer.headers["X-Request-ID"] in said and answer.headers["X-Request-ID"] in answer.text
    assert "in answer" in said and "ValueError" in said and "KeyError" in said
    assert "own words" not in said and said.count("\n") == 1

    client.post("/loud", data={"fails": "Ane's own words"})
    assert "own words" in capsys.readouterr().out


def test_what_fails_is_counted_without_its_name(house, ane):
    client = house.test_client().sign_in(ane)
    client.post("/quiet?fails=yes")
    told = figures(house)
    (counted,) = [name for name in told if name[0].endswith("seconds_count")]
    assert dict(counted[1:]) == {"route": "unwatched", "method": "other", "status": "5xx"}


def test_a_stranger_is_not_watched_there_either(house, capsys):
    client = house.test_client()
    assert client.get("/quiet").status_code == 303
    assert capsys.readouterr().out == ""


def test_no_such_page_is_known_on_the_doorstep(app):
    """It answers «unchanged» to a page with an ETag, and says so in the log."""
    for view in app.view_functions.values():
        assert not (hasattr(view, "is_unwatched") and hasattr(view, "is_reading"))


def test_the_server_writes_no_log_of_its_own(app):
    with socket.socket() as door:
        server = Server(app, door, "")
        try:
            assert server.cfg.accesslog is None and not server.cfg.logconfig
            assert server.cfg.loglevel == "warning" and not server.cfg.statsd_host
        finally:
            server.counted.remove()

"""/metrics: what is counted, who may read it, and whom it gives away (nobody)."""

import re
import time
from datetime import timedelta

import pytest
from prometheus_client.parser import text_string_to_metric_families

from app.core import clock, jobs, metrics, outbox, worker
from app.core.db import NO_QUESTION, db, writing
from config import TestConfig
from tests.factories import PASSWORD, make_post
from tests.scene import Scene
from tests.test_walk import visit
from tests.walk import TABLE

TOKEN = {"Authorization": f"Bearer {TestConfig.METRICS_TOKEN}"}


class Open(TestConfig):
    METRICS_TOKEN = ""


class Behind(Open):
    PROXIES = 1


@pytest.fixture
def told(app):
    """`told(house)`: every sample of a house that was just built, read as Prometheus reads it."""

    def read(house):
        answer = house.test_client().get("/metrics", headers=TOKEN)
        assert answer.status_code == 200
        return samples(answer.text)

    return read


def samples(text):
    return [one for family in text_string_to_metric_families(text) for one in family.samples]


def value(samples, name, **labels):
    """The one sample of this name that has these labels."""
    (found,) = [
        one.value for one in samples if one.name == name and labels.items() <= one.labels.items()
    ]
    return found


def test_it_is_shut_to_whoever_has_no_token(client, iker):
    wrong = [
        "",
        "Bearer",
        "Bearer ",
        "Bearer x",
        TOKEN["Authorization"][:-1],
        "Basic x",
        "Bearer ñ",
    ]
    for said in wrong:
        answer = client.get("/metrics", headers={"Authorization": said})
        assert (answer.status_code, answer.data) == (404, b""), said
    assert client.sign_in(iker).get("/metrics").status_code == 404
    assert client.sign_out().get("/metrics", headers=TOKEN).status_code == 200


@pytest.mark.parametrize(
    ("config", "peer", "headers", "status"),
    [
        (Open, "127.0.0.1", {}, 200),
        (Open, "::1", {}, 200),
        (Open, "10.1.2.3", {}, 404),
        (Open, "", {}, 404),
        (Open, "127.0.0.1", {"X-Forwarded-For": "10.1.2.3"}, 404),
        (Open, "127.0.0.1", {"X-Forwarded-For": "127.0.0.1"}, 404),
        (Open, "127.0.0.1", {"Forwarded": "for=10.1.2.3"}, 404),
        (Open, "10.1.2.3", {"X-Forwarded-For": "127.0.0.1"}, 404),
        (Behind, "127.0.0.1", {}, 404),
        (Behind, "127.0.0.1", {"X-Forwarded-For": "127.0.0.1"}, 404),
    ],
)
def test_without_a_token_it_is_read_on_this_machine_alone(
    another_house, ane, config, peer, headers, status
):
    with another_house(config) as house:
        answer = house.test_client().get(
            "/metrics", headers=headers, environ_overrides={"REMOTE_ADDR": peer}
        )
    assert answer.status_code == status


def test_requests_are_counted_by_rule_method_and_class(another_house, ane, told):
    with another_house(TestConfig) as house:
        client = house.test_client().sign_in(ane)
        post = make_post(ane).id
        for path in (f"/blog/{post}", f"/blog/{post}", "/blog/2147483646", "/ane@mail.example"):
            client.get(path)
        client.open("/blog", method="BREW")
        seen = told(house)

    took = "wowista_request_duration_seconds"
    shown = {"route": "/blog/<int:number>", "method": "GET"}
    assert value(seen, f"{took}_count", **shown, status="2xx") == 2
    assert value(seen, f"{took}_count", **shown, status="4xx") == 1
    assert value(seen, f"{took}_count", route="nowhere", method="GET") == 1
    assert value(seen, f"{took}_count", method="other") == 1
    assert value(seen, f"{took}_bucket", **shown, status="2xx", le="+Inf") == 2
    assert 0 < value(seen, f"{took}_sum", **shown, status="2xx") < 60


def test_statements_are_those_the_page_asked(another_house, ane, queries, told):
    with another_house(TestConfig) as house:
        client = house.test_client().sign_in(ane)
        client.get("/blog")
        before = told(house)
        asked = count_statements(lambda: client.get("/blog"))
        after = told(house)

    def grown(name):
        return value(after, name, route="/blog") - value(before, name, route="/blog")

    assert grown("wowista_statements_total") == asked > 0
    assert 0 < grown("wowista_database_seconds_total") < 60


def count_statements(visit):
    from sqlalchemy import event

    asked = []

    def note(connection, cursor, statement, *rest):
        if not statement.startswith(NO_QUESTION):
            asked.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    visit()
    event.remove(db.engine, "before_cursor_execute", note)
    return len(asked)


def test_an_answer_given_before_flask_is_counted_with_the_others(another_house, ane, told):
    with another_house(TestConfig) as house:
        for _ in range(3):
            metrics.answered(house, "GET", "/blog", 304, time.perf_counter() - 1)
        seen = told(house)
    took = "wowista_request_duration_seconds"
    assert value(seen, f"{took}_count", route="/blog", status="3xx") == 3
    assert 3 <= value(seen, f"{took}_sum", route="/blog", status="3xx") < 60


def test_an_error_is_counted_as_one(another_house, ane, told):
    def add(house):
        house.config["PROPAGATE_EXCEPTIONS"] = False
        house.add_url_rule("/broken", view_func=lambda: 1 / 0, endpoint="broken")

    with another_house(TestConfig, add) as house:
        house.test_client().sign_in(ane).get("/broken")
        seen = told(house)
    assert value(seen, "wowista_request_duration_seconds_count", route="/broken", status="5xx") == 1


def test_the_outbox_and_its_lag(app, client, told):
    now = clock.now()
    with clock.at(now - timedelta(minutes=20)), writing():
        outbox.put("tests.ring", {}, key="a")
    with writing():
        outbox.put("tests.unheard-of", {}, key="b", due=now + timedelta(days=1))
        db.session.flush()
    seen = told(app)
    assert value(seen, "wowista_errands", state="waiting") == 2
    assert value(seen, "wowista_errands", state="parked") == 0
    assert 1200 <= value(seen, "wowista_outbox_lag_seconds") < 1260

    outbox.drain()
    assert value(told(app), "wowista_errands", state="parked") == 1


def test_workers_and_their_last_pulse(app, told):
    assert value(told(app), "wowista_workers") == 0
    with clock.at(clock.now() - timedelta(seconds=50)):
        worker.beat()
    seen = told(app)
    assert value(seen, "wowista_workers") == 1
    assert 50 <= value(seen, "wowista_worker_pulse_age_seconds") < 110


def test_jobs_and_whether_they_failed(app, told, monkeypatch):
    monkeypatch.setattr(jobs, "_jobs", {})

    @jobs.every(minutes=5)
    def ring():
        raise ValueError("Miren's bell, miren@mail.example")

    jobs.run_due()
    seen = told(app)
    (name,) = [job.name for job in jobs.declared()]
    assert value(seen, "wowista_job_failed", job=name) == 1
    assert value(seen, "wowista_job_age_seconds", job=name) < 60


def test_passwords_by_their_answer(another_house, ane, told):
    with another_house(TestConfig) as house:
        client = house.test_client()
        for password in ("not their password", "nor is this one", PASSWORD):
            client.post("/sign-in", data={"email": ane.email, "password": password})
        seen = told(house)
    assert value(seen, "wowista_passwords_asked_total", answer="wrong") == 2
    assert value(seen, "wowista_passwords_asked_total", answer="right") == 1
    assert value(seen, "wowista_hashes_in_flight") == 0  # each was hashed, and none is left over


def test_a_figure_is_asked_of_whoever_knows_it(another_house, ane, told, monkeypatch):
    from app.core.metrics import counting

    monkeypatch.setattr(counting, "_sampled", {})
    now = [3]
    metrics.gauge_of("wowista_tests_in_flight", lambda: now[0], "Tests under way")
    with another_house(TestConfig) as house:
        assert value(told(house), "wowista_tests_in_flight") == 3
        now[0] = 0
        assert value(told(house), "wowista_tests_in_flight") == 0


def test_the_disk_and_the_processes(app, told):
    seen = told(app)
    assert value(seen, "wowista_disk_bytes", kind="free") > 0
    assert value(seen, "wowista_processes", process="web") == 1
    assert value(seen, "wowista_process_memory_bytes", process="web") > 2**20
    assert value(seen, "wowista_process_cpu_seconds_total", process="web") > 0


def test_a_database_that_is_gone_is_told_and_hides_nothing_else(app, told, monkeypatch):
    from sqlalchemy.exc import OperationalError

    def gone():
        raise OperationalError("SELECT", {}, Exception("it is gone"))

    monkeypatch.setattr(worker, "alive", gone)
    seen = told(app)
    assert value(seen, "wowista_database_up") == 0
    assert value(seen, "wowista_disk_bytes", kind="total") > 0
    assert "wowista_errands" not in {one.name for one in seen}


def test_it_makes_no_page_stale_and_is_never_kept(client):
    answer = client.get("/metrics", headers=TOKEN)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers and "Set-Cookie" not in answer.headers


WALKERS = ("stranger", "owner", "owner", "admin")
ROOMS = 20  # that one scene is walked through


@pytest.mark.alone
def test_after_a_walk_through_the_whole_house_no_label_names_anybody(another_house, app, told):
    """No name, no address, no number: only words of the code."""
    with another_house(TestConfig) as house:
        for nth, row in enumerate(TABLE):
            if nth % ROOMS == 0:  # whatever was done in the one before, its owner walks on
                scene = Scene()
            visit(house, scene, row, WALKERS[nth % len(WALKERS)])
        client = house.test_client().sign_in(scene.owner)
        client.get("/people/olatz@mail.example?q=Olatz")
        client.post("/sign-in", data={"email": scene.owner.email, "password": "Olatz 12345678"})
        client.open("/Olatz", method="OLATZ")
        seen = told(house)

    rules = {rule.rule for rule in house.url_map.iter_rules()}  # its code, whoever comes
    routes = {one.labels["route"] for one in seen if "route" in one.labels}
    assert len(routes) > 40 and routes <= rules | {"nowhere"}
    labels = {(name, said) for one in seen for name, said in one.labels.items() if name != "le"}
    for name, said in labels:
        assert not re.search("olatz|garazi|@", said, re.IGNORECASE), said
        if name == "status":
            assert re.fullmatch(r"[1-5]xx", said)
        elif name != "route":
            assert not re.search(r"\d", said), said

"""/admin/outbox: what waits, what is parked, and what is done about it."""

import pytest

from app.core import outbox, worker
from app.core.db import db, writing
from app.core.outbox import Errand, State, doing
from app.notifications.models import Delivery
from tests.admin.test_units import press_undo

done = []


@outbox.handles("t.breaks")
def break_(errand):
    raise outbox.Hopeless("Nobody lives at <ane@example.com>")


@outbox.handles("t.works")
def work(errand):
    done.append(errand.key)


@pytest.fixture(autouse=True)
def _nothing_done():
    done.clear()


def park(key, kind="t.breaks"):
    with writing():
        outbox.put(kind, {"person": 7, "words": "My secret diary"}, key=key)
    outbox.drain()
    return db.session.query(Errand).filter_by(key=key).one()


def state(errand):
    db.session.expire_all()
    return db.session.get(Errand, errand.id).state


def test_only_administration_comes_in(client, nerea):
    assert client.sign_in(nerea).get("/admin/outbox").status_code == 403


def test_nothing_waits(client, iker):
    page = client.sign_in(iker).get("/admin/outbox").text
    assert "Nothing waits" in page and "No worker has had a pulse" in page


def test_what_is_parked_is_shown_without_what_people_wrote(client, iker, queries):
    park("t:1")
    with writing():
        db.session.add(
            Delivery(
                fact="PostPublished",
                subject_kind="post",
                subject_id=1,
                thread_kind="post",
                thread_id=1,
            )
        )
    client.sign_in(iker)
    queries.clear()

    page = client.get("/admin/outbox").text

    assert len(queries) <= 8
    for said in ("t.breaks", "t:1", "person 7", "Tried once", "Nobody lives at"):
        assert said in page
    assert "ane@example.com" not in page and "diary" not in page
    assert "<dd>1</dd>" in page


def test_a_worker_shows_its_pulse(client, iker):
    worker.beat(lambda: True)
    page = client.sign_in(iker).get("/admin/outbox").text
    assert "A worker is here" in page and "Huey" in page


def test_one_is_tried_again(client, iker):
    errand = park("t:1", kind="t.unknown")
    outbox.handles("t.unknown")(work)

    assert client.sign_in(iker).post(f"/admin/outbox/{errand.id}/retries").status_code == 303
    outbox.drain()

    assert (state(errand), done) == (State.DONE, ["t:1"])
    client.post(f"/admin/outbox/{errand.id}/retries")
    outbox.drain()
    assert done == ["t:1"]  # what is done is not done again
    assert "t:1" in client.get("/admin/outbox?state=done").text


def test_all_of_a_kind_are_tried_again(client, iker):
    one, two, other = park("t:1"), park("t:2"), park("t:3", kind="t.other")
    client.sign_in(iker).post("/admin/outbox/retries", data={"kind": "t.breaks"})
    assert [state(errand) for errand in (one, two, other)] == [
        State.WAITING,
        State.WAITING,
        State.PARKED,
    ]


def test_one_is_discarded_and_taken_up_again(client, iker):
    errand = park("t:1")
    client.sign_in(iker).post(f"/admin/outbox/{errand.id}/discarding")
    assert state(errand) is State.CANCELLED

    press_undo(client, client.get("/admin/outbox"))
    assert state(errand) is State.PARKED


def test_what_waits_is_not_discarded(client, iker):
    with writing():
        outbox.put("t.works", {}, key="t:1")
    errand = db.session.query(Errand).one()
    client.sign_in(iker).post(f"/admin/outbox/{errand.id}/discarding")
    assert state(errand) is State.WAITING


@pytest.mark.parametrize("query", ["state=nothing", "before=x", "before=99999999999999"])
def test_a_senseless_address_shows_the_outbox(client, iker, query):
    park("t:1")
    answer = client.sign_in(iker).get(f"/admin/outbox?{query}")
    assert answer.status_code == 200 and "t:1" in answer.text


def test_a_kind_that_no_database_keeps_is_none(client, iker):
    assert (
        client.sign_in(iker).post("/admin/outbox/retries", data={"kind": "\x00"}).status_code == 303
    )


def test_every_errand_of_the_house_has_a_name_one_can_read(client, iker):
    ours = {kind for kind in doing._handlers if not kind.startswith("t.")}
    assert ours and all(outbox.called(kind) != kind for kind in ours)
    assert outbox.called("t.breaks") == "t.breaks"


def test_a_mail_server_that_is_down_is_told_in_the_words_of_whoever_reads(client, iker):
    errand = park("t:down")
    with writing():
        db.session.get_one(
            Errand, errand.id
        ).reason = "The mail server does not take it: [Errno 111] Connection refused"
    page = client.sign_in(iker).get("/admin/outbox").text
    assert "The mail server does not answer. Nothing is lost." in page
    assert "[Errno 111]" in page

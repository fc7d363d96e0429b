"""What those who work on an idea say among themselves: for nobody else, and no longer than that."""

import pytest

from app.core import clock, outbox
from app.core.db import db, writing
from app.feeds.models import Channel
from app.ideas.models import Evaluator, Note
from app.notifications.models import Addressee, Delivery, Notification
from app.people.models import Person, Role
from tests.factories import make_idea, make_person
from tests.factories.ideas import ask_evaluator, release_evaluator, write_note

SAID = "zirimirinote"


def told(person, fact=""):
    rows = (
        db.select(Delivery.fact)
        .join(Notification, Notification.delivery_id == Delivery.id)
        .where(Notification.person_id == person.id)
    )
    return [name for name in db.session.scalars(rows) if name.startswith(fact)]


def surfaces(client, idea):
    """Wherever something of an idea may be read."""
    paths = ["/", "/ideas", f"/ideas/{idea.id}", "/ideas/groups", "/activity", "/activity/followed"]
    paths += [f"/ideas/{idea.id}/notes", f"/ideas/{idea.id}/desk", f"/ideas/{idea.id}/score/edit"]
    paths += [f"/search?q={SAID}", f"/search?q={SAID[:6]}&kind=idea", "/notifications", "/feeds"]
    paths += [f"/conversation/idea/{idea.id}/comments", f"/people/{idea.author_id}", "/admin/audit"]
    for path in paths:
        for htmx in (False, True):
            answer = client.get(path, htmx=htmx, buffered=True)
            asked = answer.request.query_string.decode()
            yield path, answer.text.replace(SAID, "") if SAID in asked else answer.text


def test_governance_and_evaluators_read_and_write_them(client, jon, nerea):
    idea = make_idea()
    ask_evaluator(idea, jon, by=nerea)
    for person in (jon, nerea):
        client.sign_in(person)
        answer = client.post(f"/ideas/{idea.id}/notes", data={"text": f"Of *{person.name}*"})
        assert answer.status_code == 303
    page = client.get(f"/ideas/{idea.id}").text
    assert "<em>Jon</em>" in page and "<em>Nerea</em>" in page


@pytest.mark.parametrize("role", ["employee", "ambassador", "listener", "hr", "admin", "author"])
def test_nobody_else_finds_them_anywhere(app, client, jon, nerea, role):
    author = make_person("Olatz")
    who = author if role == "author" else make_person("Who", *([role] * (role != "employee")))
    idea = make_idea(author, owner_id=who.id)
    ask_evaluator(idea, jon, by=nerea)
    write_note(idea, nerea, SAID)
    write_note(idea, jon, SAID)
    outbox.drain()
    client.sign_in(who)
    for path, said in surfaces(client, idea):
        assert SAID not in said, path
        if path != "/admin/audit":  # which says what can be audited at all
            assert "internal note" not in said, path
    assert told(who, "Note") == []
    number = who.id
    with writing():
        _, token = Channel.open("Reader", by=db.session.get_one(Person, number))
    assert SAID not in app.test_client().get(f"/feeds/{token}/all.atom").text


def test_the_walk_would_find_them(client, jon, nerea):
    idea = make_idea()
    ask_evaluator(idea, jon, by=nerea)
    write_note(idea, nerea, SAID)
    outbox.drain()
    client.sign_in(jon)
    found = {path for path, said in surfaces(client, idea) if SAID in said}
    assert found == {f"/ideas/{idea.id}", f"/ideas/{idea.id}/notes"}
    assert "internal note" in client.get("/notifications").text


def test_all_who_may_read_them_are_told_and_nobody_else(jon, nerea, ane):
    idea, other = make_idea(ane), make_person("Garazi", "governance")
    ask_evaluator(idea, jon, by=nerea)
    write_note(idea, jon)
    outbox.drain()
    assert told(nerea, "Note") == told(other, "Note") == ["NoteWritten"]
    assert told(jon, "Note") == told(ane, "Note") == []


@pytest.mark.parametrize("already", [True, False])
def test_who_evaluates_no_more_finds_nothing_any_more(client, jon, nerea, already):
    idea = make_idea()
    ask_evaluator(idea, jon, by=nerea)
    write_note(idea, nerea, SAID)
    if already:
        outbox.drain()
        assert told(jon, "Note") == ["NoteWritten"]

    release_evaluator(idea, jon, by=nerea)
    outbox.drain()

    assert told(jon) == []
    waiting = db.select(Addressee).where(Addressee.person_id == jon.id)
    assert db.session.scalar(waiting) is None
    client.sign_in(jon)
    for path, said in surfaces(client, idea):
        assert SAID not in said and "internal note" not in said, path
    assert client.post(f"/ideas/{idea.id}/notes", data={"text": "Late"}).status_code == 404


def test_who_governs_no_more_finds_nothing_any_more(client, jon, nerea, iker):
    idea, who, by = make_idea(), nerea.id, iker.id
    write_note(idea, make_person("Garazi", "governance"), SAID)
    outbox.drain()
    assert told(nerea, "Note") == ["NoteWritten"]
    with writing():
        person = db.session.get_one(Person, who)
        person.withdraw(Role.GOVERNANCE, by=db.session.get_one(Person, by))

    assert told(nerea, "Note") == []
    client.sign_in(db.session.get_one(Person, who))
    for path, said in surfaces(client, idea):
        assert SAID not in said and "internal note" not in said, path


def test_a_kept_page_is_not_taken_for_one_without_notes(client, jon, nerea):
    idea = make_idea()
    ask_evaluator(idea, jon, by=nerea)
    write_note(idea, nerea, SAID)
    client.sign_in(jon)
    kept = client.get(f"/ideas/{idea.id}")
    assert SAID in kept.text
    release_evaluator(idea, jon, by=nerea)
    again = client.get(f"/ideas/{idea.id}", headers={"If-None-Match": kept.headers["ETag"]})
    assert again.status_code == 200 and SAID not in again.text


def test_one_removes_ones_own_and_governance_any(client, jon, nerea):
    idea, other = make_idea(), make_person("Maialen")
    for person in (jon, other):
        ask_evaluator(idea, person, by=nerea)
    theirs, mine = write_note(idea, other).id, write_note(idea, jon).id
    elsewhere = make_idea()
    client.sign_in(jon)
    assert client.delete(f"/ideas/{idea.id}/notes/{theirs}").status_code == 403
    assert client.delete(f"/ideas/{idea.id}/notes/{mine}").status_code == 303
    client.sign_in(nerea)
    assert client.delete(f"/ideas/{elsewhere.id}/notes/{theirs}").status_code == 404
    assert client.delete(f"/ideas/{idea.id}/notes/{theirs}").status_code == 303
    assert db.session.scalars(db.select(Note)).all() == []


def test_removed_at_once_nobody_hears_of_it(client, jon, nerea):
    idea = make_idea()
    ask_evaluator(idea, jon, by=nerea)
    note = write_note(idea, jon).id
    client.sign_in(jon).delete(f"/ideas/{idea.id}/notes/{note}")
    outbox.drain()
    assert told(nerea, "Note") == []


@pytest.mark.parametrize(
    "text", ["", "   ", f"![A picture](/pictures/{'a' * 32})", "Call 600 123 456", "x" * 5001]
)
def test_what_is_refused_is_not_lost_and_not_kept(client, nerea, text):
    idea = make_idea()
    answer = client.sign_in(nerea).post(f"/ideas/{idea.id}/notes", data={"text": text})
    assert answer.status_code == 422 and text.strip()[:16] in answer.text
    assert db.session.scalars(db.select(Note)).all() == []


def test_sent_twice_it_is_one(client, nerea):
    idea = make_idea()
    client.sign_in(nerea)
    for _ in range(2):
        client.post(f"/ideas/{idea.id}/notes", data={"text": "Once", "once": "a" * 32})
    assert len(db.session.scalars(db.select(Note)).all()) == 1


@pytest.mark.parametrize("text", ["", "Worth a try"])
def test_who_has_evaluated_says_so_and_may_have_more_to_say(client, jon, nerea, text):
    idea = make_idea()
    ask_evaluator(idea, jon, by=nerea)
    client.sign_in(jon)
    assert "It waits for you:" in client.get(f"/ideas/{idea.id}").text

    client.post(f"/ideas/{idea.id}/evaluation", data={"text": text})

    outbox.drain()
    assert told(nerea, "Evaluation") == ["EvaluationGiven"]
    page = client.get(f"/ideas/{idea.id}").text
    assert "It waits for you:" not in page and ("Worth a try" in page) is bool(text)
    client.delete(f"/ideas/{idea.id}/evaluation")
    assert db.session.get_one(Evaluator, (idea.id, jon.id)).done_at is None


def test_an_idea_asks_as_often_with_many_notes_as_with_one(client, queries, nerea):
    idea = make_idea()
    write_note(idea, nerea)
    client.sign_in(nerea)
    client.get(f"/ideas/{idea.id}")
    queries.clear()
    client.get(f"/ideas/{idea.id}")
    once = len(queries)
    for n in range(6):
        write_note(idea, nerea, f"Note {n}")
        ask_evaluator(idea, make_person(f"E{n}"), by=nerea)
    client.get(f"/ideas/{idea.id}")
    queries.clear()
    client.get(f"/ideas/{idea.id}")
    assert len(queries) == once


def test_a_note_says_when(client, nerea):
    idea = make_idea()
    write_note(idea, nerea)
    page = client.sign_in(nerea).get(f"/ideas/{idea.id}/notes").text
    assert f"{clock.now():%Y}" in page

"""One decision for ideas that were analysed together."""

from app.core import outbox
from app.core.db import db
from app.ideas.models import Idea, StepKind, Verdict
from app.notifications.models import Delivery, Notification
from tests.conftest import at_once
from tests.factories import decide, make_idea, make_person
from tests.factories.ideas import make_group


def seen(*ideas):
    return [f"{idea.id}:{db.session.get_one(Idea, idea.id).version}" for idea in ideas]


def verdicts(*ideas):
    return [db.session.get_one(Idea, idea.id).verdict for idea in ideas]


def test_each_has_its_own_step_and_each_author_is_told(client, ane, jon, nerea):
    ideas = [make_idea(ane), make_idea(jon)]
    group = make_group(*ideas)
    client.sign_in(nerea)
    said = {"ideas": seen(*ideas), "verdict": "in-progress", "words": "Both, in March."}

    answer = client.post(f"/ideas/groups/{group.id}/decision", data=said)

    assert answer.status_code == 303
    assert verdicts(*ideas) == [Verdict.IN_PROGRESS] * 2
    steps = [db.session.get_one(Idea, idea.id).steps[-1] for idea in ideas]
    assert [(step.kind, step.words) for step in steps] == [(StepKind.DECIDED, said["words"])] * 2
    outbox.drain()
    told = (
        db.select(Notification.person_id)
        .join(Delivery, Delivery.id == Notification.delivery_id)
        .where(Delivery.fact == "IdeaDecided")
    )
    assert set(db.session.scalars(told)) == {ane.id, jon.id}


def test_what_somebody_moved_meanwhile_is_said_and_decided_by_sending_it_again(client, nerea):
    ideas = [make_idea(title=f"Idea {n}") for n in range(3)]
    group = make_group(*ideas)
    said = {"ideas": seen(*ideas), "verdict": "in-progress"}
    decide(ideas[1], by=nerea, verdict=Verdict.DONE)
    client.sign_in(nerea)

    answer = client.post(f"/ideas/groups/{group.id}/decision", data=said)

    assert answer.status_code == 409 and "moved meanwhile" in answer.text
    working = Verdict.IN_PROGRESS
    assert verdicts(*ideas) == [working, Verdict.DONE, working]
    (fresh,) = seen(ideas[1])
    assert f'value="{fresh}" checked' in answer.text

    again = said | {"ideas": [fresh]}
    assert client.post(f"/ideas/groups/{group.id}/decision", data=again).status_code == 303
    assert verdicts(*ideas) == [working] * 3


def test_what_is_not_chosen_or_not_in_it_is_left_alone(client, nerea):
    one, two, other = make_idea(), make_idea(), make_idea()
    group = make_group(one, two)
    client.sign_in(nerea)
    said = {"ideas": seen(one, other), "verdict": "in-progress"}
    answer = client.post(f"/ideas/groups/{group.id}/decision", data=said)
    assert answer.status_code == 409 and "not in the group any more" in answer.text
    assert verdicts(one, two, other) == [Verdict.IN_PROGRESS, Verdict.NEW, Verdict.NEW]


def test_what_it_lacks_is_asked_for_and_nothing_is_lost(client, nerea):
    idea = make_idea()
    group = make_group(idea)
    client.sign_in(nerea)
    for wrong in ({"verdict": "done"}, {"verdict": "declined"}, {"ideas": []}, {"ideas": ["x"]}):
        said = {"ideas": seen(idea), "verdict": "analyse", "words": "Thank you all"} | wrong
        answer = client.post(f"/ideas/groups/{group.id}/decision", data=said)
        assert answer.status_code == 422 and "Thank you all" in answer.text
    assert verdicts(idea) == [Verdict.NEW]


def test_a_group_and_one_of_it_decided_at_once_lose_nothing(app, nerea):
    ideas = [make_idea() for _ in range(3)]
    group, one = make_group(*ideas).id, ideas[1].id
    versions = seen(*ideas)
    other = make_person("Garazi", "governance")
    answers = at_once(
        app,
        (nerea, f"/ideas/groups/{group}/decision", {"ideas": versions, "verdict": "in-progress"}),
        (
            other,
            f"/ideas/{one}/decision",
            {"verdict": "done", "result": "Fewer", "version": versions[1].split(":")[1]},
        ),
    )
    assert [answer.status_code for answer in answers] == [303, 409]
    steps = db.session.get_one(Idea, one).steps
    assert [step.kind for step in steps].count(StepKind.DECIDED) == 1

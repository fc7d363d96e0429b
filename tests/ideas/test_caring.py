"""What those who care for an idea do with it: take it away, complete it, reopen it."""

import pytest

from app.core.db import db, writing
from app.ideas.models import Idea, StepKind, Verdict
from app.notifications.models import Delivery
from app.people.models import Person
from tests.factories import decide, make_idea, withdraw_idea


@pytest.fixture
def asked(ane, nerea):
    """An idea of Ane's that waits for a detail."""
    idea, who = make_idea(ane), nerea.id
    with writing():
        person = db.session.get_one(Person, who)
        db.session.get_one(Idea, idea.id).ask("How many letters a month?", by=person)
    return db.session.get_one(Idea, idea.id)


def now(idea):
    return db.session.get_one(Idea, idea.id)


class TestWithdrawal:
    def test_its_author_takes_it_away_and_proposes_it_again(self, client, ane, jon):
        idea = make_idea(ane)
        client.sign_in(ane)

        answer = client.post(f"/ideas/{idea.id}/withdrawal")
        page = client.get(answer.location).text

        assert "Withdrawn: nobody else reads it now." in page and "Propose it again" in page
        assert client.sign_in(jon).get(f"/ideas/{idea.id}").status_code == 404
        client.sign_in(ane).delete(f"/ideas/{idea.id}/withdrawal")
        assert client.sign_in(jon).get(f"/ideas/{idea.id}").status_code == 200

    def test_pressing_twice_is_no_offence(self, client, ane):
        idea = withdraw_idea(make_idea(ane), by=ane)
        assert client.sign_in(ane).post(f"/ideas/{idea.id}/withdrawal").status_code == 303

    def test_not_once_somebody_works_on_it(self, client, ane, nerea):
        idea = make_idea(ane)
        decide(idea, by=nerea)
        assert client.sign_in(ane).post(f"/ideas/{idea.id}/withdrawal").status_code == 403
        assert client.sign_in(nerea).post(f"/ideas/{idea.id}/withdrawal").status_code == 303

    def test_what_governance_took_away_its_author_does_not_bring_back(self, client, ane, nerea):
        idea = withdraw_idea(make_idea(ane), by=nerea)
        assert client.sign_in(ane).delete(f"/ideas/{idea.id}/withdrawal").status_code == 403
        assert "Propose it again" not in client.get(f"/ideas/{idea.id}").text

    def test_taken_away_at_once_nobody_heard_of_it(self, client, ane):
        idea = make_idea(ane)
        assert [row.fact for row in db.session.scalars(db.select(Delivery))] == ["IdeaSubmitted"]

        client.sign_in(ane).post(f"/ideas/{idea.id}/withdrawal")

        assert not list(db.session.scalars(db.select(Delivery)))


class TestCompletion:
    def test_its_author_answers_what_was_asked(self, client, ane, asked):
        page = client.sign_in(ane).get(f"/ideas/{asked.id}").text
        assert "How many letters a month?" in page and 'name="words"' in page

        answer = client.post(f"/ideas/{asked.id}/completion", data={"words": "203."})

        assert answer.status_code == 303 and not now(asked).lacks_information
        assert "203." in client.get(answer.location).text

    def test_everybody_reads_the_question_and_only_they_answer(self, client, jon, asked):
        page = client.sign_in(jon).get(f"/ideas/{asked.id}").text
        assert "How many letters a month?" in page and 'name="words"' not in page

        answer = client.post(f"/ideas/{asked.id}/completion", data={"words": "203."})

        assert answer.status_code == 403 and now(asked).lacks_information

    @pytest.mark.parametrize(
        ("words", "said"), [(" ", "Write the answer"), ("x" * 2001, "Up to 2000")]
    )
    def test_no_answer_is_none_and_nothing_is_lost(self, client, ane, asked, words, said):
        answer = client.sign_in(ane).post(f"/ideas/{asked.id}/completion", data={"words": words})
        assert answer.status_code == 422 and said in answer.text and words.strip() in answer.text

    def test_a_customer_is_not_told_of(self, client, ane, asked):
        data = {"words": "Ask 12345678Z."}
        client.sign_in(ane)
        assert client.post(f"/ideas/{asked.id}/completion", data=data).status_code == 422
        client.post(f"/ideas/{asked.id}/completion", data=data | {"discretion": "cover"})
        assert "12345678Z" not in now(asked).steps[-1].words

    def test_nothing_was_asked(self, client, ane):
        answer = client.sign_in(ane).post(
            f"/ideas/{make_idea(ane).id}/completion", data={"words": "203."}
        )
        assert answer.status_code == 403


class TestReopening:
    @pytest.fixture
    def ended(self, ane, nerea):
        return decide(make_idea(ane), by=nerea, verdict=Verdict.DECLINED)

    def test_with_something_new_it_waits_again(self, client, ane, ended):
        assert 'name="evidence"' in client.sign_in(ane).get(f"/ideas/{ended.id}").text

        answer = client.post(f"/ideas/{ended.id}/reopening", data={"evidence": "Now we may."})

        assert answer.status_code == 303 and now(ended).is_new
        assert now(ended).steps[-1].kind is StepKind.REOPENED
        page = client.get(answer.location).text
        assert "Now we may." in page and "Reopened with new evidence" in page

    def test_so_may_who_sponsors_it_and_nobody_else(self, client, jon, rosa, ended, nerea):
        place = f"/ideas/{ended.id}/reopening"
        assert client.sign_in(jon).post(place, data={"evidence": "x"}).status_code == 403
        client.post(f"/ideas/{ended.id}/sponsorship")
        assert client.sign_in(rosa).post(place, data={"evidence": "x"}).status_code == 403
        assert client.sign_in(jon).post(place, data={"evidence": "x"}).status_code == 303

    def test_nothing_new_reopens_nothing(self, client, ane, ended):
        answer = client.sign_in(ane).post(f"/ideas/{ended.id}/reopening", data={"evidence": ""})
        assert answer.status_code == 422 and "Tell what is new" in answer.text
        assert now(ended).is_ended

    def test_what_is_open_is_not_reopened(self, client, ane):
        idea = make_idea(ane)
        answer = client.sign_in(ane).post(f"/ideas/{idea.id}/reopening", data={"evidence": "x"})
        assert answer.status_code == 403

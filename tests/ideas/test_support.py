"""Standing behind an idea: once for each person, and counted."""

import re

import pytest
from sqlalchemy import func, select

from app.activity.models import Line
from app.core.db import db
from app.following import queries as following
from app.ideas.models import Idea, Support
from app.ideas.queries import supporting
from app.notifications.models import Delivery
from tests.conftest import at_once
from tests.factories import make_idea, make_person, withdraw_idea
from tests.factories.ideas import give_support, merge


def supports():
    return db.session.scalar(select(func.count()).select_from(Support))


def count_of(idea):
    return db.session.get_one(Idea, idea.id).supporters


class TestSupport:
    def test_one_stands_behind_it_and_no_longer(self, client, ane, jon):
        idea, number = make_idea(ane), jon.id
        client.sign_in(jon)

        answer = client.post(f"/ideas/{idea.id}/support")

        assert answer.location == f"/ideas/{idea.id}" and count_of(idea) == 1
        assert following.standing(number, "idea", idea.id)[0]
        page = client.get(answer.location).text
        assert "You support it · 1" in page and "1 person supports it" in page
        assert client.delete(f"/ideas/{idea.id}/support").status_code == 303
        assert count_of(idea) == supports() == 0

    def test_with_htmx_the_buttons_and_the_faces_come_back(self, client, ane, jon):
        idea = make_idea(ane)

        answer = client.sign_in(jon).post(f"/ideas/{idea.id}/support", htmx=True)

        assert f'id="idea-{idea.id}-support"' in answer.text and "<html" not in answer.text
        assert re.search(rf'id="idea-{idea.id}-supporters"[^>]*hx-swap-oob="true"', answer.text)

    def test_pressing_twice_counts_once(self, client, ane, jon):
        idea = make_idea(ane)
        client.sign_in(jon)
        client.post(f"/ideas/{idea.id}/support"), client.post(f"/ideas/{idea.id}/support")
        assert count_of(idea) == 1

    def test_twice_at_once_counts_once_and_all_count(self, app, ane, jon, nerea, rosa):
        idea = make_idea(ane)
        place = f"/ideas/{idea.id}/support"

        answers = at_once(app, *[(one, place, {}) for one in (jon, jon, jon, nerea, rosa)])

        assert {answer.status_code for answer in answers} == {303}
        assert supports() == count_of(idea) == 3

    def test_one_does_not_support_what_is_ones_own(self, client, ane, jon):
        idea = make_idea(ane, voice="colleague", behalf_of_id=jon.id)
        for one in (ane, jon):
            assert client.sign_in(one).post(f"/ideas/{idea.id}/support").status_code == 403

    def test_what_is_withdrawn_or_merged_is_not_supported(self, client, ane, jon, nerea):
        gone, merged = withdraw_idea(make_idea(ane), by=ane), make_idea(ane)
        merge(merged, make_idea(ane), by=nerea)
        assert client.sign_in(jon).post(f"/ideas/{gone.id}/support").status_code == 404
        assert client.sign_in(nerea).post(f"/ideas/{gone.id}/support").status_code == 403
        assert client.post(f"/ideas/{merged.id}/support").status_code == 403

    def test_who_supported_both_supports_neither_any_more(self, client, ane, jon, nerea):
        one, other = make_idea(ane), make_idea(ane)
        give_support(one, jon), give_support(other, jon), give_support(one, nerea)
        merge(one, other, by=nerea)

        client.sign_in(jon).delete(f"/ideas/{other.id}/support")

        assert count_of(other) == 1

    def test_whoever_edits_is_not_overtaken_by_a_supporter(self, client, ane, jon):
        idea = make_idea(ane)
        client.sign_in(jon).post(f"/ideas/{idea.id}/support")
        assert db.session.get_one(Idea, idea.id).version == idea.version

    def test_taken_back_at_once_its_author_never_heard(self, client, ane, jon, nerea):
        idea = make_idea(ane)
        client.sign_in(nerea).post(f"/ideas/{idea.id}/support")
        client.sign_in(jon).post(f"/ideas/{idea.id}/support")
        told = select(Delivery.actor_id).where(Delivery.fact == "IdeaSupported")
        assert set(db.session.scalars(told)) == {jon.id, nerea.id}

        client.delete(f"/ideas/{idea.id}/support")

        assert set(db.session.scalars(told)) == {nerea.id}


class TestSponsorship:
    def test_an_ambassador_puts_their_name_on_it_and_takes_it_off(self, client, ane, jon):
        idea = make_idea(ane)
        client.sign_in(jon)

        client.post(f"/ideas/{idea.id}/sponsorship")
        page = client.get(f"/ideas/{idea.id}").text

        assert count_of(idea) == 1 and "Sponsored by" in page and "You sponsor it" in page
        assert db.session.get_one(Idea, idea.id).told_of_every_step[-1] == jon.id
        client.delete(f"/ideas/{idea.id}/sponsorship")
        assert "Sponsored by" not in client.get(f"/ideas/{idea.id}").text and count_of(idea) == 1

    def test_whoever_stops_takes_their_own_line_and_nobody_elses(self, client, ane, jon):
        """Of two who sponsored a moment ago, one line is left: of the one who still does."""
        idea, leire = make_idea(ane), make_person("Leire", "ambassador")
        for one in (jon, leire):
            client.sign_in(one).post(f"/ideas/{idea.id}/sponsorship")

        client.sign_in(jon).delete(f"/ideas/{idea.id}/sponsorship")

        told = select(Line.actor_id).where(Line.fact == "IdeaSponsored")
        assert list(db.session.scalars(told)) == [leire.id]

    def test_nobody_else_does(self, client, ane, nerea):
        idea = make_idea(ane)
        answer = client.sign_in(nerea).post(f"/ideas/{idea.id}/sponsorship")
        assert (
            answer.status_code == 403 and "Sponsor it" not in client.get(f"/ideas/{idea.id}").text
        )

    def test_whoever_supports_no_more_sponsors_no_more(self, client, ane, jon):
        idea = make_idea(ane)
        client.sign_in(jon).post(f"/ideas/{idea.id}/sponsorship")

        client.delete(f"/ideas/{idea.id}/support")

        assert supports() == 0 and "Sponsored by" not in client.get(f"/ideas/{idea.id}").text


class TestNames:
    @pytest.fixture
    def idea(self, app):
        return make_idea()

    def test_all_of_them_by_name_a_page_at_a_time(self, client, ane, idea, monkeypatch):
        monkeypatch.setattr(supporting, "PAGE", 2)
        for name in ("Zuriñe", "Ángel", "Beñat"):
            give_support(idea, make_person(name))

        first = client.sign_in(ane).get(f"/ideas/{idea.id}/supporters").text
        after = re.search(r"supporters\?after=(\d+)", first)[1]
        second = client.get(f"/ideas/{idea.id}/supporters?after={after}").text

        assert first.index("Ángel") < first.index("Beñat") and "Zuriñe" not in first
        assert "Zuriñe" in second and "Beñat" not in second
        assert client.get(f"/ideas/{idea.id}/supporters?after=-5").status_code == 200

    def test_nobody_yet(self, client, ane, idea):
        page = client.sign_in(ane).get(f"/ideas/{idea.id}/supporters").text
        assert "Nobody supports it yet" in page

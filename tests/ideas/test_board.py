"""The board: its columns, its filters and orders, more of a column, and a card that is moved."""

from datetime import timedelta

import pytest

from app.catalogue.models import Kind
from app.core import clock
from app.core.db import db, writing
from app.ideas.models import Idea, Verdict
from app.ideas.queries.board import COLUMN
from tests.factories import decide, make_comment, make_idea, make_person, make_term


def column(page, verdict):
    """The part of a page that is this column."""
    return page.partition(f'id="column-{verdict}"')[2].partition("</section>")[0]


def titles(page):
    return [one.partition('"')[0] for one in page.split('data-title="')[1:]]


@pytest.fixture
def at_work(client, nerea):
    return client.sign_in(nerea)


def test_every_idea_stands_in_its_column_with_its_count(at_work, ane, nerea):
    make_idea(ane, title="Still new")
    decide(make_idea(ane, title="Looked at"), by=nerea, verdict=Verdict.ANALYSE, target=2027)
    decide(make_idea(ane, title="Done already"), by=nerea, verdict=Verdict.DONE)

    page = at_work.get("/ideas").text

    assert titles(column(page, "new")) == ["Still new"]
    assert titles(column(page, "analyse")) == ["Looked at"]
    assert "YES (2027)" in column(page, "analyse")
    assert titles(column(page, "done")) == ["Done already"]
    assert 'id="column-new-count">1<' in page and 'id="column-declined-count">0<' in page


def test_a_card_says_what_there_is_to_say(at_work, ane, jon, nerea):
    idea = make_idea(ane, title="A letter", supporters=7, owner_id=jon.id)
    make_comment("How many?", on=idea, by=jon)
    make_idea(ane, title="Nobody's")

    slip = column(at_work.get("/ideas").text, "new").partition(f'id="idea-{idea.id}-card"')[2]
    slip, _, rest = slip.partition("</li>")

    assert "7<" in slip and "Jon" in slip and "comment" in slip and "Nobody knows" in slip
    assert "No owner" in rest


def test_everybody_reads_and_only_governance_moves(client, ane, nerea):
    make_idea(ane)
    assert "data-move" not in client.sign_in(ane).get("/ideas").text
    assert "data-move" in client.sign_in(nerea).get("/ideas").text


def test_what_was_withdrawn_or_merged_stands_in_no_column(at_work, ane):
    make_idea(ane, title="Gone", standing="withdrawn")
    other = make_idea(ane, title="Speaks")
    make_idea(ane, title="Merged", merged_into_id=other.id, survivor_id=other.id)

    assert titles(at_work.get("/ideas").text) == ["Speaks"]


ORDERS = {
    "age": ["old", "middle", "young"],
    "support": ["middle", "young", "old"],
    "score": ["young", "old", "middle"],
    "newest": ["young", "middle", "old"],
}


@pytest.mark.parametrize("order", ORDERS)
def test_each_order_is_the_same_on_the_board_and_page_by_page(at_work, ane, order):
    now = clock.now()
    for name, days, supporters, score in (
        ("old", 9, 1, 2.5),
        ("middle", 5, 8, None),
        ("young", 1, 3, 4.0),
    ):
        since = now - timedelta(days=days)
        make_idea(ane, title=name, since=since, supporters=supporters, score=score)

    assert titles(at_work.get(f"/ideas?order={order}").text) == ORDERS[order]
    assert [
        one
        for one in ORDERS[order]
        if f">{one}</a>" in at_work.get(f"/ideas/table?order={order}").text
    ]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("verdict", [Verdict.NEW, Verdict.DONE])
def test_more_of_a_column_shows_every_card_once(at_work, ane, nerea, order, verdict):
    """Many alike: only their number tells them apart."""
    now = clock.now()
    for number in range(2 * COLUMN + 3):
        make_idea(
            ane,
            title=f"Idea {number}",
            since=now - timedelta(days=number % 3),
            supporters=number % 4,
            score=None if number % 3 else float(number % 2),
            verdict=verdict,
            result="Done." if verdict is Verdict.DONE else "",
        )

    page = at_work.get(f"/ideas?order={order}").text
    seen, where = titles(page), page
    while f"/ideas/columns/{verdict}?" in where:
        address = where.partition(f'href="/ideas/columns/{verdict}?')[2].partition('"')[0]
        address = f"/ideas/columns/{verdict}?{address}".replace("&amp;", "&")
        assert at_work.get(address).status_code == 200  # without a script it is a page
        where = at_work.get(address, htmx=True).text
        seen += titles(where)

    assert len(seen) == len(set(seen)) == 2 * COLUMN + 3
    assert f"See the {COLUMN + 3} that are left" in page


def test_filters_narrow_cards_and_counts(at_work, ane, jon, nerea):
    area = make_term("CXE", kind=Kind.AREAS)
    decide(make_idea(ane, title="By CXE"), by=nerea, verdict=Verdict.ANALYSE, area_id=area.id)
    make_idea(jon, title="Late", due_on=clock.now().date() - timedelta(days=3))
    make_idea(ane, title="Jon's", owner_id=jon.id)
    make_idea(ane, title="About pharmacies", problem="The pharmacy is closed.")

    def found(query):
        page = at_work.get(f"/ideas?{query}").text
        return sorted(titles(page))

    assert found(f"area={area.id}") == ["By CXE"]
    assert found("late=1") == ["Late"]
    assert found(f"owner={jon.id}") == ["Jon&#39;s"]
    assert "Jon&#39;s" not in found("owner=0") and len(found("owner=0")) == 3
    assert found("q=pharmacy") == ["About pharmacies"]
    assert found(f"author={jon.id}") == ["Late"]
    assert found("area=999999") == []
    assert "No idea matches" in at_work.get("/ideas?area=999999").text
    assert 'id="column-new-count">1<' in at_work.get("/ideas?late=1").text


@pytest.mark.parametrize(
    "query",
    ["area=x", "order=nothing", "owner=-1", "late=yes", "term=99999999999", "verdict=x", "q=%00"],
)
def test_what_nobody_could_have_meant_shows_everything(at_work, ane, query):
    make_idea(ane, title="Here")
    for path in ("/ideas", "/ideas/table"):
        assert ">Here</a>" in at_work.get(f"{path}?{query}").text


@pytest.mark.parametrize(
    "after", ["", "x", "~", "~x", "5~99999999999999", "20260101T000000000000~1"]
)
@pytest.mark.parametrize("order", ORDERS)
def test_a_page_that_begins_nowhere_is_a_page(at_work, ane, order, after):
    make_idea(ane)
    assert at_work.get(f"/ideas/columns/new?order={order}&after={after}").status_code == 200
    assert at_work.get(f"/ideas/table?order={order}&after={after}").status_code == 200


def test_there_is_no_column_of_another_name(at_work):
    assert at_work.get("/ideas/columns/nonsense").status_code == 404


def test_a_card_moved_on_the_board_comes_back_alone(at_work, ane):
    idea, other = make_idea(ane, title="It moves"), make_idea(ane, title="It stays")
    said = {"verdict": "in-progress", "version": "1", "board": "?order=newest"}

    answer = at_work.post(f"/ideas/{idea.id}/decision", data=said, htmx=True)

    assert answer.status_code == 200
    assert 'id="column-in-progress-cards" hx-swap-oob="afterbegin"' in answer.text
    assert titles(answer.text) == ["It moves"] and "It stays" not in answer.text
    assert 'id="column-new-count" hx-swap-oob="true">1<' in answer.text
    assert "Already under way" in answer.text and "_method=DELETE" in answer.text
    assert other.is_new


def test_without_a_script_one_comes_back_to_the_same_board(at_work, ane):
    idea = make_idea(ane)
    said = {"verdict": "in-progress", "version": "1", "board": "?order=newest&area=3"}

    answer = at_work.post(f"/ideas/{idea.id}/decision", data=said)

    assert answer.location == "/ideas?area=3&order=newest"
    undo = at_work.get(answer.location).text.partition('action="/ideas/')[2].partition('"')[0]
    answer = at_work.post(f"/ideas/{undo}".replace("&amp;", "&"))
    assert answer.location == "/ideas?area=3&order=newest"
    assert db.session.get_one(Idea, idea.id).is_new


@pytest.mark.parametrize("board", ["//elsewhere.test", "https://elsewhere.test/?", "x"])
def test_a_board_is_never_elsewhere(at_work, ane, board):
    idea = make_idea(ane)
    said = {"verdict": "in-progress", "version": "1", "board": board}
    assert at_work.post(f"/ideas/{idea.id}/decision", data=said).location == f"/ideas/{idea.id}"


def test_a_stale_card_opens_the_form_with_both(at_work, ane):
    idea = make_idea(ane)
    decide(idea, by=make_person("Garazi", "governance"), verdict=Verdict.ANALYSE, words="We look.")
    said = {"verdict": "in-progress", "version": "1", "board": "?"}

    answer = at_work.post(f"/ideas/{idea.id}/decision", data=said, htmx=True)

    assert answer.status_code == 409
    assert "We look." in answer.text and "Garazi" in answer.text
    assert answer.text.lstrip().startswith('<div id="deciding"')
    assert 'name="board" type="hidden" value="?"' in answer.text


def test_what_has_not_changed_is_not_sent_again(at_work, ane):
    make_idea(ane)
    first = at_work.get("/ideas", htmx=True)
    again = at_work.get("/ideas", htmx=True, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    make_idea(ane, title="News")
    news = at_work.get("/ideas", htmx=True, headers={"If-None-Match": first.headers["ETag"]})
    assert "News" in news.text and "<html" not in news.text


@pytest.mark.parametrize("path", ["/ideas", "/ideas?order=score&late=1&q=letter", "/ideas/table"])
def test_five_ideas_ask_as_much_as_five_hundred(at_work, ane, nerea, queries, path):
    area = make_term("CXE", kind=Kind.AREAS)

    def asked(more):
        with writing():
            for number in range(more):
                db.session.add(copy(ane, nerea, area, number))
        at_work.get(path)
        with writing():
            pass  # a decision: whatever was kept is read anew
        queries.clear()
        assert at_work.get(path).status_code == 200
        return len(queries)

    few = asked(5)
    assert asked(495) == few <= 8


def copy(ane, nerea, area, number):
    verdict = list(Verdict)[number % 4]
    return Idea(
        title=f"Letter {number}",
        problem="A letter.",
        problem_html="<p>A letter.</p>",
        html_version=1,
        excerpt="A letter.",
        language="en",
        author_id=ane.id,
        owner_id=nerea.id if number % 2 else None,
        verdict=verdict,
        area_id=area.id,
        result="Done." if verdict is Verdict.DONE else "",
        supporters=number,
    )

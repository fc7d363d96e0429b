"""What an answer comes to, and what comes back."""

import re

import pytest

from app.survey import queries
from tests.survey.answering import ALL, code_in, opened, sent


@pytest.mark.parametrize("htmx", [False, True])
def test_an_answer_is_sealed_and_told_what_it_comes_to(page, wave, htmx):
    given = ALL | {"q3": "na", "q6": 2}
    said = page.post("/survey/answer", data=sent(wave, given, remark="  Más tiempo.  "), htmx=htmx)

    assert said.status_code == 200 and "Location" not in said.headers
    assert said.headers["Cache-Control"] == "no-store" and "ETag" not in said.headers
    assert "67 out of 100." in said.text and "On the way" in said.text
    assert "Thank you. Look at your result now: we cannot show it again." in said.text
    offices = next(group.id for group in queries.groups_of(wave.id) if group.name == "Offices")
    assert opened(wave) == [(offices, given, "Más tiempo.")]


def test_the_page_is_kept_by_nobody(page, wave):
    asked = page.get("/survey")
    assert asked.headers["Cache-Control"] == "no-store" and "ETag" not in asked.headers


def test_the_picture_says_what_the_table_says(page, wave):
    given = {"q1": 5, "q2": 4, "q3": 2, "q7": 1, "q8": 3}
    html = page.post("/survey/answer", data=sent(wave, given)).text

    picture = html.split('<svg class="chart radial"')[1].split("</svg>")[0]
    drawn = re.findall(r"<text[^>]*>([^<]+)</text>", picture)
    row = r'<th scope="row">(\w+):[^<]*</th><td class="n">(?:<b>|<span[^>]*>)([^<]+)'
    told = dict(re.findall(row, html.split("<tbody>")[1]))
    assert dict(zip(drawn[::2], drawn[1::2], strict=True)) == told
    assert told == {
        "Presence": "88",
        "Manners": "25",
        "Empathy": "–",
        "Guidance": "–",
        "Commitment": "0",
        "Culture": "50",
    }
    assert picture.count('class="knot"') == 4


def test_the_strongest_habit_and_one_to_try_this_week(page, wave):
    html = page.post("/survey/answer", data=sent(wave, {"q1": 3, "q2": 5, "q3": 4, "q6": 1})).text
    assert "Show someone one task in the app." in html
    assert "This week, try one habit: Explain digital." in html
    assert "Your strongest one: Smile and eye contact." in html


def test_of_fewer_than_four_habits_there_is_no_index_and_it_says_why(page, wave):
    said = page.post("/survey/answer", data=sent(wave, {"q1": 5, "q2": 5, "q3": "na", "q4": 5}))
    assert "You answered 3 habits: an index takes four." in said.text
    assert "out of 100" not in said.text and "Where you are" not in said.text
    assert said.status_code == 200 and len(opened(wave)) == 1


def test_who_answers_nothing_is_asked_whether_they_meant_to(page, wave):
    said = page.post("/survey/answer", data=sent(wave, {}))
    assert said.status_code == 422
    assert "Nothing is answered yet. One answer is enough." in said.text
    assert opened(wave) == []


def test_a_remark_alone_is_an_answer(page, wave):
    said = page.post("/survey/answer", data=sent(wave, {}, remark="More time."))
    assert said.status_code == 200
    assert [(one.answers, one.remark) for one in opened(wave)] == [({}, "More time.")]


@pytest.mark.parametrize(
    "wrong, words",
    [
        ({"answer-q1": "6"}, "Choose one of these, or none."),
        ({"answer-q1": "0"}, "Choose one of these, or none."),
        ({"answer-q8": "na"}, "Choose one of these, or none."),
        ({"answer-q12": "11"}, "Choose one of these, or none."),
        ({"answer-q12": "²"}, "Choose one of these, or none."),
        ({"remark": "x" * 401}, "400"),
    ],
)
@pytest.mark.parametrize("htmx", [False, True])
def test_what_is_wrong_comes_back_with_everything_in_its_place(page, wave, wrong, words, htmx):
    mine = sent(wave, {"q2": 5, "q9": 2}, remark="More time.") | wrong
    said = page.post("/survey/answer", data=mine, htmx=htmx)

    assert said.status_code == 422 and words in said.text
    for kept in (
        'name="answer-q2" type="radio" value="5"',
        'name="answer-q9" type="radio" value="2"',
    ):
        assert f"checked {kept}" in said.text, re.findall(r"<input[^>]*answer-q2[^>]*>", said.text)
    assert mine["remark"] in said.text
    assert code_in(said.text) == mine["code"]
    assert opened(wave) == []


def test_what_is_not_asked_is_not_taken(page, wave):
    said = page.post(
        "/survey/answer",
        data=sent(wave, {"q1": 5}, **{"answer-q99": "5", "group_id": "7", "person_id": "1"}),
    )
    assert said.status_code == 200
    assert [one.answers for one in opened(wave)] == [{"q1": 5}]


def test_a_remark_that_tells_who_somebody_is_is_asked_about(page, wave):
    mine = sent(wave, {"q1": 5}, remark="Ask 12345678Z.")
    asked = page.post("/survey/answer", data=mine)
    assert asked.status_code == 422 and "<mark>12345678Z</mark>" in asked.text
    assert opened(wave) == []

    page.post("/survey/answer", data=mine | {"discretion": "cover"})
    assert [one.remark for one in opened(wave)] == ["Ask •••••••••."]


def test_it_may_be_nobodys(page, wave):
    page.post("/survey/answer", data=sent(wave, remark="Ask 12345678Z.", discretion="keep"))
    assert [one.remark for one in opened(wave)] == ["Ask 12345678Z."]

"""The board by mouse, by keys, by finger, without a script, and when somebody else moves a card."""

import pytest
from playwright.sync_api import expect

from app.core.db import db, writing
from app.ideas.models import Decision, Idea, Verdict
from app.people import queries as people

pytestmark = pytest.mark.browser


@pytest.fixture
def stands(house):
    """Where an idea stands in the database."""

    def ask(number):
        with house.app_context():
            verdict = db.session.get_one(Idea, number).verdict
            db.session.remove()
        return verdict

    return ask


def open_board(visit, width=1280, **how):
    visitor = visit("gobierno", language="en", width=width, **how)
    visitor.go("/ideas?order=newest")
    return visitor


def in_column(page, verdict, number):
    return page.locator(f"#column-{verdict}-cards #idea-{number}-card")


def test_by_the_menu_and_its_keys_a_card_moves_and_comes_back(visit, new_idea, stands):
    number = new_idea("By the menu")
    page = open_board(visit).page
    card = in_column(page, "new", number)
    card.locator("[data-move]").focus()
    page.keyboard.press("Enter")
    expect(card.get_by_role("button", name="Already under way")).to_be_visible()
    page.keyboard.press("3")

    expect(in_column(page, "in-progress", number)).to_be_visible()
    expect(card).to_have_count(0)
    expect(page.get_by_role("status").filter(has_text="By the menu")).to_contain_text("is now in")
    expect(in_column(page, "in-progress", number).locator("h3 a")).to_be_focused()
    assert stands(number) is Verdict.IN_PROGRESS

    page.get_by_role("button", name="Undo").last.click()
    expect(in_column(page, "new", number)).to_be_visible()
    assert page.url.endswith("/ideas?order=newest") and stands(number) is Verdict.NEW


def test_what_needs_words_opens_a_form_and_loses_none(visit, new_idea, stands):
    number = new_idea("It needs a result")
    visitor = open_board(visit)
    page = visitor.page
    in_column(page, "new", number).locator("[data-move]").click()
    page.keyboard.press("4")
    asking = page.get_by_role("dialog")
    expect(asking.get_by_label("Words to its author")).to_be_visible()
    expect(asking.get_by_label("Why not")).not_to_be_visible()
    asking.get_by_label("Words to its author").fill("Thank you for this.")
    asking.get_by_role("button", name="Decide").click()
    expect(asking.get_by_role("alert")).to_contain_text("Say what came of it")
    expect(asking.get_by_label("Words to its author")).to_have_value("Thank you for this.")
    assert visitor.axe() == []
    asking.get_by_label("What came of it").fill("Two calls fewer.")
    asking.get_by_role("button", name="Decide").click()

    expect(in_column(page, "done", number)).to_be_visible()
    expect(asking).not_to_be_visible()
    assert stands(number) is Verdict.DONE


def test_a_card_is_picked_up_carried_and_put_down_by_keys(visit, new_idea, stands):
    number = new_idea("By keys alone")
    page = open_board(visit).page
    grip = in_column(page, "new", number).locator("[data-grip]")
    grip.focus()
    page.keyboard.press("Space")
    expect(page.locator("#carrying")).to_contain_text("Picked up")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#carrying")).to_contain_text("Already under way")
    page.keyboard.press("Escape")
    expect(page.locator("#carrying")).to_contain_text("Put back")
    assert stands(number) is Verdict.NEW

    for key in ("Space", "ArrowRight", "ArrowRight", "Space"):
        page.keyboard.press(key)
    expect(in_column(page, "in-progress", number)).to_be_visible()
    assert stands(number) is Verdict.IN_PROGRESS


@pytest.mark.parametrize("width", [768, 1280])
def test_a_card_is_dragged_into_another_column(visit, new_idea, stands, width):
    number = new_idea(f"By mouse {width}")
    page = open_board(visit, width=width).page
    card = in_column(page, "new", number)
    card.scroll_into_view_if_needed()
    begins, over = card.bounding_box(), page.locator("#column-analyse").bounding_box()
    page.mouse.move(begins["x"] + 60, begins["y"] + 90)
    page.mouse.down()
    page.mouse.move(over["x"] + 70, over["y"] + 120, steps=8)
    expect(page.locator("#column-analyse[data-over]")).to_have_count(1)
    page.mouse.up()

    asking = page.get_by_role("dialog")  # analysed, but by whom, and when?
    asking.get_by_label("In which year").fill("2027")
    asking.get_by_role("button", name="Decide").click()
    expect(in_column(page, "analyse", number)).to_contain_text("YES (2027)")
    assert stands(number) is Verdict.ANALYSE


def test_whoever_is_overtaken_sees_both_and_decides_again(house, visit, new_idea, stands):
    number = new_idea("Two at once")
    page = open_board(visit).page
    with house.app_context():
        with writing():
            iker = people.by_email("admin@demo.test")
            decision = Decision(verdict=Verdict.ANALYSE, words="We look at it in May.")
            db.session.get_one(Idea, number).decide(decision, by=iker)
        db.session.remove()

    in_column(page, "new", number).locator("[data-move]").click()
    page.keyboard.press("3")
    asking = page.get_by_role("dialog")
    expect(asking).to_contain_text("Someone was quicker")
    expect(asking).to_contain_text("We look at it in May.")
    asking.get_by_role("button", name="Decide").click()
    expect(in_column(page, "in-progress", number)).to_be_visible()
    assert stands(number) is Verdict.IN_PROGRESS


def test_news_come_quietly_and_never_under_the_pointer(house, visit, new_idea):
    number = new_idea("It comes by itself")
    visitor = open_board(visit)
    page = visitor.page
    page.clock.install()
    page.reload()
    card = in_column(page, "new", number)
    card.hover()
    later = new_idea("Just proposed")
    with page.expect_response("**/ideas?order=newest"):
        page.clock.run_for(31_000)
    expect(in_column(page, "new", later)).to_have_count(0)
    page.mouse.move(5, 5)
    expect(in_column(page, "new", later)).to_be_visible()
    assert visitor.complaints == []


def test_without_a_script_a_link_and_a_form_do_the_same(visit, new_idea, stands):
    number = new_idea("Without a script")
    page = open_board(visit, script=False).page
    in_column(page, "new", number).locator("[data-move]").click()
    page.get_by_label("Already under way").check()
    page.get_by_role("button", name="Decide").click()
    expect(in_column(page, "in-progress", number)).to_be_visible()
    assert page.url.endswith("/ideas?order=newest")
    page.get_by_role("button", name="Undo").click()
    expect(in_column(page, "new", number)).to_be_visible()
    assert stands(number) is Verdict.NEW


def test_under_a_thumb_everything_is_large_enough(visit, new_idea):
    number = new_idea("Under a thumb")
    page = open_board(visit, width=390).page
    for what in ("[data-grip]", "[data-move]"):
        box = in_column(page, "new", number).locator(what).bounding_box()
        assert min(box["width"], box["height"]) >= 44, what


def test_everybody_else_reads(visit, new_idea):
    number = new_idea("Only read")
    visitor = visit("empleado", language="en")
    visitor.go("/ideas?order=newest")
    card = in_column(visitor.page, "new", number)
    expect(card).to_be_visible()
    expect(card.locator("button, [data-move]")).to_have_count(0)
    assert visitor.complaints == []

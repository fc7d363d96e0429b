"""What became of the ideas: by keyboard, without a script, and on paper."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("script", [True, False])
def test_from_the_ideas_to_a_figure_and_the_list_behind_it(visit, script):
    page = visit("empleado", script=script, language="en").page
    page.goto("/ideas")
    page.get_by_role("link", name="What became of them").click()
    figure = page.locator("#states-table tr", has_text="Done").locator("a").first
    count = figure.text_content()

    figure.focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Proposed ideas")
    expect(page.locator(".kicker")).to_contain_text(f"{count} idea")
    expect(page.locator("#outcomes-ideas li")).to_have_count(int(count))
    expect(page.locator('.rail [aria-current="page"]').first).to_contain_text("Ideas")


def test_on_paper_there_are_figures_and_nothing_to_press(visit):
    visitor = visit("empleado", language="en")
    page = visitor.page
    page.goto("/outcomes")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 900})  # a sheet between its margins
    expect(page.locator("#areas-table")).to_be_visible()
    for hidden in (".rail", ".btn", ".crumbs"):
        for one in page.locator(f"main {hidden}, {hidden}.rail").all():
            expect(one).to_be_hidden()
    assert visitor.spills() <= 0
    wide = "e => e.scrollWidth - e.clientWidth"
    assert all(one.evaluate(wide) <= 1 for one in page.locator(".scroll-x").all())

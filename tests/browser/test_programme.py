"""The programme by keyboard, without a script, and on paper."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("script", [True, False])
def test_a_branch_is_opened_and_shut_by_keyboard(visit, places, script):
    page = visit("embajador", script=script, language="en").page
    page.goto("/programme/coverage")
    branch = page.locator('a[aria-expanded="false"]').first
    number = branch.get_attribute("id")
    rows = page.locator(".coverage tbody tr")
    shut = rows.count()

    branch.focus()
    page.keyboard.press("Enter")

    branch = page.locator(f"#{number}")
    expect(branch).to_have_attribute("aria-expanded", "true")
    assert rows.count() > shut
    branch.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#{number}")).to_have_attribute("aria-expanded", "false")

    page.get_by_role("link", name="Only what is missing").click()
    expect(page).to_have_url(re.compile("missing=1"))
    assert page.locator(".lacks").count() > 0
    assert page.locator("[aria-expanded]").count() <= 1  # the "create" menu


@pytest.mark.parametrize("script", [True, False])
def test_a_figure_leads_to_its_list_and_a_unit_to_its_own(visit, script):
    page = visit("gobierno", script=script, language="en").page
    page.goto("/programme")
    held = page.locator("#stages-table tr", has_text="Dates held").locator("a").first
    count = held.text_content()

    held.focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Dates held")
    expect(page.locator("#programme-dates > p").first).to_contain_text(f"{count} dates held")
    page.go_back()
    unit = page.locator("#units-table tbody a").first
    name = unit.text_content()
    unit.click()
    expect(page.locator("#programme-figures h2").first).to_contain_text(name)


def test_on_paper_there_are_figures_and_nothing_to_press(visit, places):
    visitor = visit("gobierno", language="en")
    page = visitor.page
    for path in ("/programme", "/programme/coverage", f"/programme/units/{places['unit']}"):
        page.goto(path)
        page.emulate_media(media="print")
        expect(page.locator("table").first).to_be_visible()
        for hidden in (".rail", ".tabs", ".btn", ".crumbs"):
            for one in page.locator(f"main {hidden}, {hidden}.rail").all():
                expect(one).to_be_hidden()
        page.set_viewport_size({"width": 680, "height": 900})  # a sheet between its margins
        assert visitor.spills() <= 0, path
        page.emulate_media(media="screen")


def test_a_certificate_is_one_sheet(visit, places):
    page = visit("embajador", language="en").page
    page.goto(f"/programme/people/{places['person']}")
    page.get_by_role("link", name="Your certificate of").click()
    expect(page.locator(".certificate")).to_be_visible()

    page.emulate_media(media="print")

    expect(page.locator(".certificate-signature")).to_be_visible()
    expect(page.locator("main .head")).to_be_hidden()
    sheet = page.pdf(format="A4")
    assert sheet.count(b"/Type /Page\n") == 1 or sheet.count(b"/Type /Page ") == 1

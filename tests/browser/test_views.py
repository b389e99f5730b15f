"""Panels, shot list and timeline are three looks at one place: the way to another one loses nothing."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import people
from tests.browser.conftest import SHORT_SCRIPT

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

# Long enough that its end is far below the window.
LONG_SCRIPT = SHORT_SCRIPT + "".join(
    f"\nEXT. PIER {number} - DAY\n\nA gull lands on post {number}.\n" for number in range(20)
)


def _change_to(page: Page, view: str) -> None:
    page.locator("[data-views]").get_by_role("link", name=view).first.click()
    expect(page.locator("[data-views] [aria-current=page]").first).to_have_text(view)
    page.wait_for_load_state()  # its scripts, which know where one is, have run


def _stands_in_sight(page: Page, shot: Locator) -> None:
    expect(shot).to_be_in_viewport()
    expect(people.inspector(page).get_by_label("Action")).to_have_value("A gull lands on post 17.")


def test_another_view_shows_the_same_shot(noras_page: Page):
    page = noras_page
    people.begin(page, LONG_SCRIPT)
    card = people.shots(page).filter(has_text="post 17.")
    key = (card.get_attribute("id") or "").removeprefix("shot-")
    card.locator(".picture").click()
    expect(people.inspector(page)).to_have_count(1)

    _change_to(page, "Shot list")
    expect(page).to_have_url(re.compile(rf"/list/\?shot={key}#shot-{key}$"))
    _stands_in_sight(page, page.locator(f"tr#shot-{key}"))

    _change_to(page, "Timeline")
    _stands_in_sight(page, page.locator(f"li#shot-{key}"))

    _change_to(page, "Panels")
    _stands_in_sight(page, page.locator(f"article#shot-{key}"))


def test_another_view_leads_to_the_scene_that_was_chosen_in_the_list(noras_page: Page):
    page = noras_page
    people.begin(page, LONG_SCRIPT)
    page.locator(".scene-list").get_by_role("link", name="Pier 12").click()
    expect(page.locator('.scene-list [aria-current="true"]')).to_contain_text("Pier 12")
    bar = page.locator(".topbar").bounding_box()["height"]
    assert bar < page.locator(".scene").filter(has_text="PIER 12").bounding_box()["y"] < 2 * bar

    _change_to(page, "Shot list")

    expect(page.locator("tr.slug").filter(has_text="PIER 12")).to_be_in_viewport()


def test_another_view_leads_to_where_one_has_scrolled(noras_page: Page):
    page = noras_page
    people.begin(page, LONG_SCRIPT)
    _change_to(page, "Shot list")
    page.locator("tr.entry .picture").first.focus()
    page.locator("tr.slug").filter(has_text="PIER 12").evaluate("(row) => row.scrollIntoView()")

    _change_to(page, "Panels")

    expect(people.shots(page).filter(has_text="post 12.")).to_be_in_viewport()
    expect(people.inspector(page)).to_have_count(0)


def test_another_view_leads_to_where_the_playhead_stands(noras_page: Page):
    page = noras_page
    people.begin(page, LONG_SCRIPT)
    _change_to(page, "Timeline")
    expect(page.get_by_role("button", name="Fit")).to_have_attribute("aria-pressed", "true")
    block = page.locator("li.block").filter(has_text="post 15.")
    block.locator(".picture").click()
    expect(people.inspector(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(people.inspector(page)).to_have_count(0)

    _change_to(page, "Shot list")

    expect(page.locator("tr.entry").filter(has_text="post 15.")).to_be_in_viewport()


def test_the_list_is_as_it_was_left_when_one_comes_back_from_another_view(noras_page: Page):
    page = noras_page
    board = people.begin(page, LONG_SCRIPT)
    page.goto(f"{board}list/?text=gull&sort=-length")
    rows = page.locator("tr.entry")
    expect(rows).to_have_count(20)
    page.get_by_role("searchbox").fill("post 1")
    expect(rows).to_have_count(11)

    _change_to(page, "Timeline")
    _change_to(page, "Panels")
    expect(page).to_have_url(re.compile(r"/storyboards/\d+/(#[\w-]+)?$"))
    _change_to(page, "Shot list")

    expect(page).to_have_url(re.compile(r"/list/\?text=post\+1&sort=-length(#[\w-]+)?$"))
    expect(rows).to_have_count(11)
    expect(page.get_by_role("columnheader", name="Length (s)")).to_have_attribute("aria-sort", "descending")

    rows.first.locator(".picture").click()
    expect(people.inspector(page)).to_be_visible()
    _change_to(page, "Timeline")
    _change_to(page, "Shot list")
    expect(page).to_have_url(re.compile(r"\?text=post\+1&sort=-length&shot=\d+#shot-\d+$"))
    expect(rows).to_have_count(11)

    page.goto(f"{board}list/?text=post+7")
    expect(rows).to_have_count(1)
    page.get_by_role("link", name="take this away").click()
    expect(rows).to_have_count(24)
    _change_to(page, "Panels")
    _change_to(page, "Shot list")
    expect(rows).to_have_count(24)

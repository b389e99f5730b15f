"""A way through the board with one finger, on a phone."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, StorageState, expect

from tests.browser import people
from tests.browser.conftest import SHORT_SCRIPT, Watch, opened
from tests.browser.studio import Studio

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


@pytest.fixture
def phone(browser: Browser, studio: Studio, watch: Watch, nora: StorageState) -> Iterator[Page]:
    """A fresh board on a phone."""
    with opened(browser, studio, watch, storage_state=nora, has_touch=True, is_mobile=True) as page:
        page.set_viewport_size({"width": 390, "height": 844})
        people.begin(page, SHORT_SCRIPT)
        yield page


def _words(page: Page) -> list[str]:
    return page.locator("article.shot > .action").all_inner_texts()


def _drag(page: Page, card: Locator, onto: Locator) -> None:
    """Lay a finger on a card until it is taken hold of, and lift it over the lower part of another."""
    finger = page.context.new_cdp_session(page)
    card.scroll_into_view_if_needed()
    start, goal = (one.locator(".picture").bounding_box() for one in (card, onto))
    x, y = start["x"] + start["width"] / 2, start["y"] + start["height"] / 2
    down = goal["y"] + goal["height"] * 0.9 - y
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    page.wait_for_selector("[data-shot].sortable-chosen")
    for part in range(1, 11):
        point = {"x": x, "y": y + down * part / 10}
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
        page.wait_for_timeout(40)
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    finger.detach()


def test_a_board_is_put_in_order_and_written_with_a_finger(phone: Page):
    one, two, *rest = _words(phone)

    with phone.expect_response(re.compile("/shots/many/")):
        _drag(phone, people.shots(phone).nth(0), people.shots(phone).nth(1))
    expect(people.shots(phone).first).to_contain_text(two)
    assert _words(phone) == [two, one, *rest]

    people.shots(phone).first.locator(".picture").tap()
    action = people.inspector(phone).get_by_label("Action")
    action.fill("Written with a thumb.")
    expect(people.inspector(phone).locator(".saved")).to_contain_text("Saved ")
    phone.locator("[data-close-inspector]").tap()
    expect(people.inspector(phone)).to_have_count(0)
    expect(people.shots(phone).first).to_contain_text("Written with a thumb.")

    people.shots(phone).first.locator("details.menu > summary").tap()
    people.shots(phone).first.get_by_role("link", name="Move to…").tap()
    sheet = phone.locator("#sheet")
    sheet.get_by_label("Scene", exact=True).select_option(index=1)
    sheet.get_by_role("button", name=re.compile("^Move")).tap()
    expect(phone.locator(".scene").nth(1).locator("article.shot").filter(has_text="thumb")).to_have_count(1)

    phone.locator("form.tools").get_by_role("button", name=re.compile("^Undo: moved")).tap()
    expect(phone.locator(".scene").first.locator("article.shot").first).to_contain_text("thumb")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_end_of_a_long_menu_is_reached_with_a_finger(phone: Page):
    phone.get_by_label("Storyboard: more").tap()
    last = phone.get_by_role("button", name="Put into the archive")

    last.scroll_into_view_if_needed()

    expect(last).to_be_in_viewport(ratio=1)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_a_finger_meets_is_large_enough(phone: Page):
    people.shots(phone).first.locator("details.menu > summary").tap()

    small = phone.evaluate(
        """() => [...document.querySelectorAll("a, button, summary, input, select, textarea")]
          .filter((one) => one.checkVisibility() && !one.closest("p, label, .visually-hidden, [hidden]"))
          .map((one) => [one, one.getBoundingClientRect()])
          .filter(([one, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
          .map(([one]) => one.outerHTML.slice(0, 120))"""
    )

    assert small == []

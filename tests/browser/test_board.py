"""Many shots under the hand: with a mouse, and with a finger."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, StorageState, expect

from tests.browser import people
from tests.browser.conftest import SHORT_SCRIPT, Watch, opened
from tests.browser.studio import Studio

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


def _bar(page: Page):
    return page.get_by_role("form", name="Selected shots")


def test_a_mouse_selects_a_range_and_changes_all_of_it_at_once(board: Page):
    cards = people.shots(board)
    cards.nth(0).locator(".picture").click(modifiers=["Control"])
    cards.nth(2).locator(".picture").click(modifiers=["Shift"])
    expect(_bar(board)).to_contain_text("3 shots selected")

    _bar(board).get_by_role("button", name="Change…").click()
    dialog = board.get_by_role("dialog", name="Change the selected shots")
    dialog.get_by_label("Size").select_option("ECU")
    dialog.get_by_label("Length").fill("3")
    dialog.get_by_role("button", name="Change").click()

    for index in range(3):
        expect(cards.nth(index)).to_contain_text("Extreme close-up")
        expect(cards.nth(index).locator(".length")).to_have_text(re.compile(r"^3(\.0)? s$"))
    expect(cards.nth(3)).not_to_contain_text("Extreme close-up")
    expect(dialog).to_be_hidden()
    expect(_bar(board)).to_contain_text("3 shots selected")
    board.locator(".toast").get_by_role("button", name="Undo").click()
    expect(cards.nth(0)).not_to_contain_text("Extreme close-up")


def test_what_somebody_else_does_leaves_selection_and_focus(board: Page):
    cards = people.shots(board)
    address = board.url
    cards.nth(0).locator(".picture").click(modifiers=["Control"])
    other = board.context.new_page()
    other.goto(address)
    other.locator(".picture").nth(1).focus()

    other.keyboard.press("o")

    expect(cards.nth(1)).to_contain_text("Omitted")
    expect(cards.nth(0).locator(".mark")).to_be_checked()
    expect(cards.nth(0).locator(".picture")).to_be_focused()


def test_a_finger_selects_by_tapping_once_that_is_asked_for(
    browser: Browser, studio: Studio, watch: Watch, nora: StorageState
):
    phone = {"has_touch": True, "is_mobile": True}
    with opened(browser, studio, watch, storage_state=nora, **phone) as page:
        page.set_viewport_size({"width": 390, "height": 844})
        people.begin(page, SHORT_SCRIPT)
        cards = people.shots(page)
        expect(cards.first.locator(".mark")).to_be_hidden()

        page.get_by_role("button", name="Select shots").tap()
        cards.nth(0).locator(".picture").tap()
        cards.nth(1).locator(".picture").tap()
        expect(_bar(page)).to_contain_text("2 shots selected")
        expect(people.inspector(page)).to_have_count(0)
        _bar(page).get_by_role("button", name="Omit").tap()

        expect(page.locator(".shot.omitted")).to_have_count(2)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        _bar(page).get_by_role("button", name="Select nothing").tap()
        cards.nth(2).locator(".picture").tap()
        expect(people.inspector(page)).to_have_count(1)


def test_whoever_leaves_while_a_move_is_on_its_way_is_asked_first(board: Page):
    asked, held = [], []
    board.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    board.route("**/shots/many/", lambda route: held.append(route))
    people.shots(board).first.locator(".picture").click()
    people.shots(board).first.locator(".picture").focus()

    board.keyboard.press("Alt+ArrowRight")
    board.reload()

    assert len(held) == 1
    assert asked == ["beforeunload"]


def test_a_deleted_shot_leaves_at_once_and_comes_back_when_the_studio_refuses(board: Page):
    held = []
    board.route("**/shots/many/", lambda route: held.append(route))
    cards = people.shots(board)
    before = cards.count()
    first, second = cards.nth(0).get_attribute("id"), cards.nth(1).get_attribute("id")
    cards.first.locator(".picture").focus()

    board.keyboard.press("x")

    expect(cards).to_have_count(before - 1)
    expect(board.locator(f"#{second} .picture")).to_be_focused()
    # The request is made up once the picture of the deed is there.
    while not held:
        board.wait_for_timeout(20)
    held[0].fulfill(status=500)
    expect(cards).to_have_count(before)
    expect(cards.first).to_have_id(first or "")
    expect(board.locator(".toast").filter(has_text="back where it was")).to_be_visible()


def test_a_cards_menu_fits_its_shot(board: Page):
    first, second = people.shots(board).nth(0), people.shots(board).nth(1)
    people.choose(second, "Omit")
    expect(second).to_contain_text("Omitted")

    second.locator("details.menu > summary").click()

    menu = second.locator("details.menu")
    expect(menu.get_by_role("button", name="Bring back", exact=True)).to_be_visible()
    expect(menu.get_by_role("button", name="Omit", exact=True)).to_have_count(0)
    menu.get_by_role("button", name="Bring back", exact=True).click()
    expect(second).not_to_contain_text("Omitted")
    expect(first.locator("details.menu")).not_to_have_attribute("open", "")


def test_an_open_menu_outlives_what_comes_meanwhile(board: Page):
    first = people.shots(board).first
    held = []
    board.route(re.compile(r"/scenes/\d+/$"), lambda route: held.append(route))
    scene = board.locator(".scene").first
    scene.evaluate("(scene) => window.htmx.trigger(scene, 'refresh')")
    board.wait_for_function("() => document.querySelector('.scene.htmx-request') !== null")
    first.locator("details.menu > summary").click()

    held[0].continue_()

    expect(board.locator(".scene.htmx-request")).to_have_count(0)
    expect(first.get_by_role("button", name="Duplicate", exact=True)).to_be_visible()
    board.unroute(re.compile(r"/scenes/\d+/$"))
    with board.expect_response(re.compile(r"/scenes/\d+/$")):
        board.keyboard.press("Escape")


def _reached(menu: Locator) -> list[str]:
    """Scroll to each item of an open menu; return the names of those that are not under the hand then."""
    return menu.evaluate(
        """async (menu) => {
          const missed = [];
          for (const item of menu.lastElementChild.querySelectorAll("a, button")) {
            item.scrollIntoView({ block: "nearest" });
            await new Promise(requestAnimationFrame);
            const { left, top, width, height } = item.getBoundingClientRect();
            const there = document.elementFromPoint(left + width / 2, top + height - 2);
            if (!item.contains(there)) missed.push(item.textContent);
          }
          return missed;
        }"""
    )


@pytest.mark.parametrize("width", [1440, 390], ids=["desktop", "phone"])
def test_every_item_of_a_menu_at_the_foot_of_the_board_is_reached(
    browser: Browser, studio: Studio, watch: Watch, nora: StorageState, width: int
):
    phone = {"has_touch": True, "is_mobile": True} if width < 700 else {}
    with opened(browser, studio, watch, storage_state=nora, **phone) as page:
        page.set_viewport_size({"width": width, "height": 844})
        people.begin(page, SHORT_SCRIPT)
        shot, scene = people.shots(page).last, page.locator(".scene").last.locator(".slugline")

        assert _missed(page, shot) == _missed(page, scene) == _missed(page, page.locator(".topbar .trail")) == []

        height = page.evaluate("document.documentElement.scrollHeight")
        for _each in range(2):
            people.choose(people.shots(page).last, "Delete")
            page.get_by_role("button", name="Dismiss").click()
        expect(people.shots(page)).to_have_count(2)
        assert page.evaluate("document.documentElement.scrollHeight") <= height
        page.set_viewport_size({"width": width, "height": 500})
        assert _missed(page, scene) == []


def _missed(page: Page, around: Locator) -> list[str]:
    """Open a menu from the foot of the page, scroll to each item; return those that are not under the hand then."""
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    menu = around.locator("details.menu").last
    menu.locator("summary").dispatch_event("click")
    expect(menu.get_by_role("button").last).to_be_visible()
    missed = menu.evaluate(
        """async (menu) => {
          const missed = [];
          for (const item of menu.lastElementChild.querySelectorAll("a, button")) {
            item.scrollIntoView({ block: "nearest", behavior: "instant" });
            await new Promise(requestAnimationFrame);
            const { left, width, bottom } = item.getBoundingClientRect();
            if (!item.contains(document.elementFromPoint(left + width / 2, bottom - 2))) missed.push(item.textContent);
          }
          return missed;
        }"""
    )
    page.keyboard.press("Escape")
    return missed

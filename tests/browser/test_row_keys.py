"""By keys alone a shot is moved, added, copied, merged and deleted in the shot list and in the timeline too."""

import re
from collections import Counter

import pytest
from playwright.sync_api import Browser, Locator, Page, StorageState, expect

from tests.browser import people
from tests.browser.conftest import Watch, opened
from tests.browser.studio import Studio

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

FIRST, SECOND, THIRD = "Rain. Marta", "CLOSE ON the lighthouse", "Marta climbs the stairs"
IN_SHEET = "(sheet) => [...sheet.querySelectorAll('dt')].map((dt) => dt.textContent.replace(/\\s+/g, ' ').trim())"


@pytest.fixture(params=["list", "timeline"])
def shots(board: Page, request) -> Locator:
    """The rows of the shot list, or the blocks of the timeline, of the short script."""
    board.goto(f"{board.url}{request.param}/")
    return board.locator("tr.entry" if request.param == "list" else "li.block")


@pytest.fixture
def rows(board: Page) -> Locator:
    """The rows of the shot list."""
    board.goto(f"{board.url}list/")
    return board.locator("tr.entry")


def _pick(shots: Locator, words: str) -> Locator:
    link = shots.filter(has_text=words).locator(".picture").first
    link.focus()
    return link


def _in_order(shots: Locator, *words: str) -> None:
    for index, text in enumerate(words):
        expect(shots.nth(index)).to_contain_text(text)


def _forwards(shots: Locator) -> str:
    return "Alt+ArrowDown" if shots.page.locator("tr.entry").count() else "Alt+ArrowRight"


def test_a_shot_moves_at_once_and_over_the_edge_of_its_scene(shots: Locator):
    page, key = shots.page, _forwards(shots)
    link = _pick(shots, FIRST)
    number = link.get_attribute("id")

    page.keyboard.press(key)
    _in_order(shots, SECOND, FIRST, THIRD)
    page.keyboard.press(key)

    expect(page.locator("body")).to_contain_text(re.compile(r"moved to place 1 of 3 in scene 2\."))
    expect(page.locator("[data-undo]").first).to_have_attribute("data-undo", re.compile("moved shot 2"))
    expect(page.locator(f"#{number}")).to_be_focused()
    page.reload()
    _in_order(shots, SECOND, FIRST, THIRD)
    expect(page.locator("[data-scene]").nth(1).locator("[data-shot]")).to_have_count(3)


def test_a_move_that_is_refused_goes_back_and_says_so(shots: Locator):
    page = shots.page
    page.route("**/many/", lambda route: route.fulfill(status=500))
    _pick(shots, FIRST)

    page.keyboard.press(_forwards(shots))

    expect(page.locator(".toast.failed").first).to_be_visible()
    _in_order(shots, FIRST, SECOND, THIRD)


def test_a_shot_is_added_copied_and_deleted(shots: Locator):
    page = shots.page
    count = shots.count()
    _pick(shots, FIRST)
    page.keyboard.press("n")
    expect(people.inspector(page).get_by_label("Action")).to_be_focused()
    page.keyboard.type("A gull.")
    expect(people.inspector(page).locator(".saved")).to_contain_text("Saved ")
    _in_order(shots, FIRST, "A gull.", SECOND)

    page.keyboard.press("Escape")
    expect(shots.nth(1).locator(".picture")).to_be_focused()
    page.keyboard.press("d")
    expect(shots).to_have_count(count + 2)
    expect(shots.nth(2).locator(".picture")).to_be_focused()
    page.keyboard.press("x")
    expect(shots).to_have_count(count + 1)
    expect(people.inspector(page)).to_have_count(0)
    expect(shots.nth(2).locator(".picture")).to_be_focused()
    expect(page.locator(".toast").get_by_role("button", name="Undo")).to_be_visible()
    page.keyboard.press("Control+z")
    expect(shots).to_have_count(count + 2)


def test_what_is_selected_moves_as_one_piece(rows: Locator):
    rows.nth(0).locator(".mark").check()
    rows.nth(1).locator(".mark").check()
    _pick(rows, SECOND)

    with rows.page.expect_response(re.compile(r"/many/$")):
        rows.page.keyboard.press("Alt+ArrowDown")

    expect(rows.page.locator("tbody[data-scene]").nth(1).locator("tr.entry")).to_have_count(4)
    _in_order(rows, FIRST, SECOND, THIRD)
    expect(rows.page.locator(".mark:checked")).to_have_count(2)


def test_two_rows_become_one(rows: Locator):
    count = rows.count()
    _pick(rows, FIRST)

    rows.page.keyboard.press("m")

    expect(rows).to_have_count(count - 1)
    expect(rows.first).to_contain_text(SECOND)


def test_a_sorted_list_says_why_nothing_moves(rows: Locator):
    page = rows.page
    page.goto(f"{page.url}?sort=-length")
    _pick(rows, FIRST)

    page.keyboard.press("Alt+ArrowDown")

    expect(page.locator("body")).to_contain_text("In this order nobody can say where a shot comes to stand.")


@pytest.mark.parametrize("view", ["", "list/", "timeline/"])
def test_the_sheet_names_the_keys_of_its_view_once_each(board: Page, view: str):
    board.goto(f"{board.url}{view}")
    board.locator(".picture").first.focus()
    board.keyboard.press("?")
    named = board.get_by_role("dialog", name="Keyboard").evaluate(IN_SHEET)

    assert {key: times for key, times in Counter(named).items() if times > 1} == {}
    assert ("M" in named) == (view != "timeline/")
    assert ("S, Shift + S" in named) == (view == "")
    assert ("Tab" in named) == (view == "list/")


def test_the_inspector_closes_when_somebody_else_deletes_its_shot(
    shots: Locator, browser: Browser, studio: Studio, nora: StorageState
):
    page = shots.page
    shots.first.locator(".picture").click()
    expect(people.inspector(page)).to_have_count(1)
    shots.nth(1).locator(".picture").focus()

    with opened(browser, studio, Watch(), storage_state=nora) as other:
        other.goto(re.sub(r"(list|timeline)/.*", "", page.url))
        people.choose(people.shots(other).first, "Delete")
        expect(people.shots(other)).to_have_count(3)

        expect(people.inspector(page)).to_have_count(0)
    expect(shots).to_have_count(3)
    expect(shots.first.locator(".picture")).to_be_focused()

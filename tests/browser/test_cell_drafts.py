"""Nothing that is typed into the shot list is lost: not with a killed tab, without a network, nor on a small screen."""

import contextlib
import re

import pytest
from playwright.sync_api import Browser, Error, Locator, Page, StorageState, expect

from tests.browser import people
from tests.browser.conftest import SHORT_SCRIPT, Watch, opened
from tests.browser.studio import Studio

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

WORDS = "Typed in a tunnel: 31 °C, “quotes”, and a gull 🐦."
KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('draft/'))"


@pytest.fixture
def shot_list(board: Page) -> Page:
    """The list of the short script, open in Nora's browser."""
    board.goto(f"{board.url}list/")
    return board


def _notes(page: Page) -> Locator:
    return page.locator("tr.entry").first.locator("[data-column=notes]")


def _type(page: Page) -> None:
    """Type key by key into the first cell of notes, and stay in it."""
    _notes(page).dblclick()
    page.keyboard.type(WORDS)


def _die(page: Page) -> Page:
    """Let the tab die on the spot, and return another one."""
    with page.expect_event("crash"), contextlib.suppress(Error):
        page.goto("chrome://crash")
    return page.context.new_page()


def _saved(page: Page) -> None:
    expect(page.locator("#list-saved")).to_contain_text("Saved ")
    expect(_notes(page)).not_to_have_class(re.compile("saving|unsaved"))


def test_a_tab_that_dies_while_one_types_in_a_cell_loses_not_one_letter(shot_list: Page):
    address = shot_list.url
    _type(shot_list)

    again = _die(shot_list)
    again.goto(address)

    expect(_notes(again)).to_have_text(WORDS)
    _saved(again)
    assert again.evaluate(KEPT) == []
    again.reload()
    expect(_notes(again)).to_have_text(WORDS)


def test_what_a_dead_tab_left_is_delivered_from_the_panels_too(shot_list: Page):
    address = shot_list.url
    shot_list.route("**/cell/", lambda route: route.abort("connectionrefused"))
    _type(shot_list)
    shot_list.keyboard.press("Enter")
    expect(shot_list.locator("#list-saved")).to_contain_text("kept on this device")

    again = _die(shot_list)
    with again.expect_response(re.compile(r"/cell/$")):
        again.goto(address.removesuffix("list/"))

    again.wait_for_function(f"{KEPT}.length === 0")
    again.goto(address)
    expect(_notes(again)).to_have_text(WORDS)


def test_a_page_that_is_left_while_one_types_takes_the_words_along(shot_list: Page):
    _type(shot_list)

    shot_list.locator("[data-views]").get_by_role("link", name="Timeline").first.click()
    expect(shot_list.locator(".reel")).to_be_visible()
    shot_list.go_back()

    expect(_notes(shot_list)).to_have_text(WORDS)


def test_what_a_dead_tab_left_is_never_put_over_what_somebody_wrote_since(
    shot_list: Page, browser: Browser, studio: Studio
):
    address = shot_list.url
    _type(shot_list)
    again = _die(shot_list)
    with opened(browser, studio, Watch(), storage_state=_without_drafts(again)) as other:
        other.goto(address)
        _notes(other).dblclick()
        other.keyboard.type("Theirs.")
        other.keyboard.press("Enter")
        _saved(other)

    again.goto(address)

    note = again.get_by_role("alert").filter(has_text="Theirs.")
    expect(note).to_contain_text(WORDS)
    note.get_by_role("button", name="Take theirs").click()
    expect(_notes(again)).to_have_text("Theirs.")
    assert again.evaluate(KEPT) == []


def _without_drafts(page: Page) -> StorageState:
    return {"cookies": page.context.storage_state()["cookies"], "origins": []}


def test_what_is_given_up_is_kept_nowhere(shot_list: Page):
    _type(shot_list)
    assert len(shot_list.evaluate(KEPT)) == 1

    shot_list.keyboard.press("Escape")

    assert shot_list.evaluate(KEPT) == []
    shot_list.reload()
    expect(_notes(shot_list)).to_have_text("")


def test_a_phone_says_too_whether_a_cell_is_saved(browser: Browser, studio: Studio, watch: Watch, nora):
    with opened(browser, studio, watch, storage_state=nora) as page:
        page.set_viewport_size({"width": 390, "height": 844})
        people.begin(page, SHORT_SCRIPT)
        page.goto(f"{page.url}list/")
        page.locator("tr.entry").first.locator("[data-column=size]").dblclick()
        page.locator("td.editing select").select_option("ECU")
        page.keyboard.press("Enter")

        expect(page.locator("#list-saved")).to_be_visible()
        expect(page.locator("#list-saved")).to_contain_text("Saved ")

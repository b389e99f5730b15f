"""The bible in a browser: an element saves by itself, is put into a shot, and is made one with another."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import people

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


def _open_bible(board: Page) -> None:
    board.get_by_label("Storyboard: more").click()
    board.get_by_role("link", name="Bible").click()
    expect(board.get_by_role("heading", name="Bible", level=1)).to_be_visible()


def test_an_element_saves_by_itself_and_keeps_what_was_typed(board: Page):
    _open_bible(board)
    board.get_by_role("heading", name="Characters").locator("xpath=..").get_by_role("link").first.click()

    board.get_by_label("Colours", exact=True).fill("a red coat, white hair")
    expect(board.locator(".saved")).to_contain_text("Saved")
    board.reload()

    expect(board.get_by_label("Colours", exact=True)).to_have_value("a red coat, white hair")


def test_what_is_stale_is_told_as_soon_as_a_change_is_saved(board: Page):
    _open_bible(board)
    board.get_by_role("heading", name="Characters").locator("xpath=..").get_by_role("link").first.click()

    with board.expect_response("**/stale/?element=*") as told:
        board.get_by_label("Colours", exact=True).fill("a red coat")

    assert told.value.ok
    expect(board.get_by_role("heading", name="Stale takes")).to_be_visible()


def test_something_new_is_put_into_a_shot_and_stands_in_the_bible(board: Page):
    people.shots(board).first.locator(".picture").click()
    cast = board.locator(".inspector .cast")
    cast.get_by_label("Somebody or something new").fill("Brass key")
    cast.get_by_label("Kind").select_option("prop")
    cast.get_by_role("button", name="Put into the shot").click()

    cast.get_by_role("link", name="Brass key in the bible").click()

    expect(board.get_by_role("heading", name="Brass key")).to_be_visible()
    expect(board.get_by_role("region", name="Where it is seen").locator(".tag")).to_have_count(1)


def test_two_tabs_on_one_element_end_as_one_decides(board: Page):
    _open_bible(board)
    board.get_by_role("heading", name="Characters").locator("xpath=..").get_by_role("link").first.click()
    second = board.context.new_page()
    second.goto(board.url)
    board.get_by_label("Voice", exact=True).fill("low")
    expect(board.locator(".saved")).to_contain_text("Saved")

    second.get_by_label("Voice", exact=True).fill("high")
    saved = second.locator(".saved")
    expect(saved).to_contain_text("low")
    expect(saved).to_contain_text("high")
    saved.get_by_role("button", name="Take theirs").click()

    expect(second.get_by_label("Voice", exact=True)).to_have_value("low")
    second.reload()
    expect(second.get_by_label("Voice", exact=True)).to_have_value("low")
    expect(second.get_by_role("button", name="Take theirs")).to_have_count(0)

"""Two windows on one board: each sees what the other did, and nothing that is being typed is lost."""

import re

import pytest
from playwright.sync_api import Browser, Page, StorageState, expect

from tests.browser import people
from tests.browser.conftest import SHORT_SCRIPT, Watch, opened
from tests.browser.studio import Studio

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


def _open_first(page: Page) -> str:
    people.shots(page).first.locator(".picture").click()
    expect(people.inspector(page).get_by_label("Action")).to_be_visible()
    return page.url


def _tool(page: Page, name: str | re.Pattern):
    return page.locator("header form.tools").get_by_role("button", name=name)


def test_undo_and_redo_say_what_they_would_do_after_each_deed(board: Page):
    expect(_tool(board, "Nothing to undo")).to_be_visible()
    people.shots(board).first.locator(".picture").focus()
    board.keyboard.press("Alt+ArrowRight")

    expect(_tool(board, "Undo: moved shot 1A")).to_have_attribute("title", "Undo: moved shot 1A (Ctrl+Z)")
    _tool(board, "Undo: moved shot 1A").click()

    expect(_tool(board, "Redo: moved shot 1")).to_be_visible()
    expect(_tool(board, "Nothing to undo")).to_be_visible()


def test_a_scene_is_moved_behind_another_from_its_menu(board: Page):
    menu = board.locator(".scene").first.locator(".slugline details.menu")
    menu.locator("summary").click()
    menu.get_by_role("link", name="Move to…").click()
    sheet = board.get_by_role("dialog")
    sheet.get_by_label("Where to").select_option(label="Behind 2  INT. LIGHTHOUSE STAIRS - NIGHT")
    sheet.get_by_role("button", name="Move the scene").click()

    expect(board.locator(".scene h2").first).to_contain_text("LIGHTHOUSE STAIRS")
    expect(sheet).to_be_hidden()
    expect(_tool(board, "Undo: moved scene 2")).to_be_visible()


def test_two_tabs_on_the_lines_of_one_shot_keep_both(board: Page):
    address = _open_first(board)
    second = board.context.new_page()
    second.goto(address)
    text = people.inspector(second).get_by_label("What is said")
    expect(text).to_be_visible()
    people.inspector(board).get_by_label("What is said").fill("Not now.")
    expect(people.inspector(board).locator(".saved")).to_contain_text("Saved ")

    text.fill("Not ever.")
    saved = people.inspector(second).locator(".saved")
    expect(saved).to_contain_text("MARTA: Not now.")
    expect(saved).to_contain_text("MARTA: Not ever.")
    saved.get_by_role("button", name="Keep both texts").click()

    expect(text).to_have_count(2)
    expect(text.nth(0)).to_have_value("Not now.")
    expect(text.nth(1)).to_have_value("Not ever.")


def test_an_open_shot_says_who_changed_it_and_keeps_what_is_typed(
    browser: Browser, studio: Studio, watch: Watch, nora: StorageState
):
    with opened(browser, studio, watch, storage_state=nora) as page:
        address = people.begin(page, SHORT_SCRIPT)
        _open_first(page)
        action = people.inspector(page).get_by_label("Action")
        words = action.input_value()
        key = people.inspector(page).get_attribute("data-inspects")
        studio.manage("shell", "-c", SOMEBODY_ELSE % {"shot": key})

        line = people.inspector(page).get_by_role("status").filter(has_text="Pip changed this shot meanwhile.")
        expect(line).to_be_visible()
        action.press("Control+End")
        page.keyboard.type(" Thunder.")
        line.get_by_role("link", name="Show it as it is now").click()

        expect(people.inspector(page).get_by_label("Size")).to_have_value("ECU")
        expect(action).to_have_value(f"{words} Thunder.")
        expect(line).to_have_count(0)
        page.goto(address)
        expect(people.shots(page).first).to_contain_text("Thunder.")


SOMEBODY_ELSE = """
from accounts.models import User
from storyboards import editing
from storyboards.models import Shot
pip, _ = User.objects.get_or_create(email="pip@example.com", defaults={"name": "Pip"})
editing.edit_shot(Shot.objects.get(pk=%(shot)s), by=pip, changes={"size": "ECU"})
"""

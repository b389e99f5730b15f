"""The shot list: typed in like a spreadsheet, never losing a word, and changed many shots at a time."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import opened

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


@pytest.fixture
def shot_list(board: Page) -> Page:
    """The list of the short script, open in Nora's browser."""
    board.goto(re.sub(r"\?.*", "", board.url) + "list/")
    expect(board.get_by_role("grid", name="Shots")).to_be_visible()
    return board


def _cell(page: Page, row: int, column: str) -> Locator:
    return page.locator("tr.entry").nth(row).locator(f"[data-column={column}]")


def _saved(page: Page) -> None:
    expect(page.locator("#list-saved")).to_contain_text("Saved")


def test_cells_are_walked_typed_in_and_left_by_keys(shot_list: Page):
    _cell(shot_list, 0, "size").click()
    shot_list.keyboard.press("ArrowDown")
    expect(_cell(shot_list, 1, "size")).to_be_focused()
    shot_list.keyboard.press("Enter")
    expect(shot_list.get_by_role("combobox", name=re.compile("Shot 1A, Size"))).to_be_focused()
    shot_list.keyboard.type("Insert")
    shot_list.keyboard.press("Tab")
    expect(shot_list.get_by_role("combobox", name=re.compile("Shot 1A, Angle"))).to_be_focused()
    shot_list.keyboard.press("Escape")
    expect(_cell(shot_list, 1, "angle")).to_be_focused()
    _saved(shot_list)
    expect(_cell(shot_list, 1, "size")).to_have_text("Insert")

    _cell(shot_list, 0, "action").click()
    shot_list.keyboard.type("Wind alone.")
    shot_list.keyboard.press("Enter")
    expect(_cell(shot_list, 1, "action")).to_be_focused()
    shot_list.keyboard.press("F2")
    shot_list.keyboard.type(" Never said.")
    shot_list.keyboard.press("Escape")

    expect(_cell(shot_list, 0, "action")).not_to_have_class(re.compile("saving"))
    shot_list.reload()
    expect(_cell(shot_list, 0, "action")).to_have_text("Wind alone.")
    expect(_cell(shot_list, 1, "action")).not_to_contain_text("Never said.")


def test_tab_leaves_the_list_when_nothing_is_typed(shot_list: Page):
    _cell(shot_list, 0, "size").click()
    shot_list.keyboard.press("Tab")
    assert not shot_list.evaluate("document.activeElement.closest('table.shot-list') !== null")
    shot_list.keyboard.press("Shift+Tab")
    expect(_cell(shot_list, 0, "size")).to_be_focused()


def test_the_same_cell_shows_both_texts_and_keeps_the_one_that_is_chosen(
    shot_list: Page, browser: Browser, studio, watch, nora
):
    _cell(shot_list, 0, "notes").dblclick()
    shot_list.keyboard.type("Mine.")
    with opened(browser, studio, watch, storage_state=nora) as other:
        other.goto(shot_list.url)
        _cell(other, 0, "notes").dblclick()
        other.keyboard.type("Theirs.")
        other.keyboard.press("Enter")
        _saved(other)
    shot_list.keyboard.press("Enter")

    note = shot_list.get_by_role("alert")
    expect(note).to_contain_text("Mine.")
    expect(note).to_contain_text("Theirs.")
    expect(_cell(shot_list, 0, "notes")).to_have_text("Mine.")
    note.get_by_role("button", name="Keep mine").click()
    expect(note).to_be_hidden()
    _saved(shot_list)
    shot_list.reload()
    expect(_cell(shot_list, 0, "notes")).to_have_text("Mine.")


def test_words_are_kept_while_the_studio_is_away(shot_list: Page):
    shot_list.context.set_offline(True)
    _cell(shot_list, 0, "notes").dblclick()
    shot_list.keyboard.type("Kept.")
    shot_list.keyboard.press("Enter")
    expect(shot_list.locator("#list-saved")).to_contain_text("Not saved yet")
    expect(_cell(shot_list, 0, "notes")).to_have_text("Kept.")

    shot_list.context.set_offline(False)

    _saved(shot_list)
    expect(_cell(shot_list, 0, "notes")).not_to_have_class(re.compile("unsaved"))
    shot_list.reload()
    expect(_cell(shot_list, 0, "notes")).to_have_text("Kept.")


def test_many_rows_are_ticked_and_changed_at_once(shot_list: Page):
    boxes = shot_list.locator(".mark")
    boxes.nth(0).click()
    boxes.nth(2).click(modifiers=["Shift"])
    expect(shot_list.locator("#many")).to_contain_text("3 shots selected")

    shot_list.get_by_role("button", name="Change…").click()
    dialog = shot_list.get_by_role("dialog", name="Change the selected shots")
    dialog.get_by_label("Size").select_option(label="Insert")
    dialog.get_by_role("button", name="Change", exact=True).click()

    for row in range(3):
        expect(_cell(shot_list, row, "size")).to_have_text("Insert")
    expect(shot_list.locator(".mark:checked")).to_have_count(3)
    expect(_cell(shot_list, 3, "size")).not_to_have_text("Insert")


def test_what_is_searched_for_stands_in_the_address_and_the_focus_stays(shot_list: Page):
    shot_list.get_by_role("searchbox").fill("match")
    expect(shot_list.locator("tr.entry")).to_have_count(1)
    expect(shot_list).to_have_url(re.compile(r"\?text=match$"))
    expect(shot_list.get_by_role("searchbox")).to_be_focused()

    shot_list.get_by_role("link", name="Length (s)").click()
    expect(shot_list.get_by_role("columnheader", name="Length (s)")).to_have_attribute("aria-sort", "ascending")
    expect(shot_list.locator("tr.entry")).to_have_count(1)


def test_columns_are_dragged_into_another_order(shot_list: Page):
    shot_list.get_by_role("link", name="Columns").click()
    dialog = shot_list.get_by_role("dialog", name="Columns")
    names = dialog.locator("li")
    expect(dialog.locator("[data-column-choice][data-drags]")).to_be_visible()
    first, third = names.nth(0).inner_text(), names.nth(2)
    grip = names.nth(0).bounding_box()
    goal = third.bounding_box()

    shot_list.mouse.move(grip["x"] + grip["width"] / 2, grip["y"] + grip["height"] / 2)
    shot_list.mouse.down()
    shot_list.mouse.move(goal["x"] + goal["width"] / 2, goal["y"] + goal["height"] * 0.9, steps=8)
    for nudge in (1, 0):
        shot_list.mouse.move(goal["x"] + goal["width"] / 2, goal["y"] + goal["height"] * 0.9 + nudge)
        shot_list.wait_for_timeout(60)
    shot_list.mouse.up()

    expect(names.nth(0)).not_to_have_text(first)

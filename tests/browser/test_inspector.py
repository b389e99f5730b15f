"""The inspector by keys: names after an @, a shot split at the caret, lines put in another order."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import people

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


@pytest.fixture
def opened_shot(board: Page) -> Page:
    people.shots(board).first.locator(".picture").click()
    expect(people.inspector(board).get_by_label("Action")).to_be_visible()
    return board


def test_a_name_is_found_by_keys_stands_plain_in_the_text_and_is_in_the_shot(board: Page):
    people.shots(board).nth(1).locator(".picture").click()
    inspector = people.inspector(board)
    notes = inspector.get_by_label("Notes")
    box = inspector.locator('input[name="cast"][data-names^="Marta"]')
    expect(box).not_to_be_checked()
    notes.focus()

    board.keyboard.type("Ask @mart")
    expect(inspector.get_by_role("option", name="Marta")).to_have_attribute("aria-selected", "true")
    board.keyboard.press("Enter")
    board.keyboard.type(" about it")

    expect(notes).to_have_value("Ask Marta about it")
    expect(notes).to_be_focused()
    expect(box).to_be_checked()
    expect(inspector.locator(".saved")).to_contain_text("Saved ")
    board.reload()
    expect(notes).to_have_value("Ask Marta about it")
    expect(box).to_be_checked()


def test_control_and_enter_split_the_shot_at_the_caret_with_what_was_not_saved_yet(opened_shot: Page):
    page = opened_shot
    count = people.shots(page).count()
    action = people.inspector(page).get_by_label("Action")
    action.focus()
    page.keyboard.press("Control+Home")
    page.keyboard.type("  🐦 Thunder. ")

    page.keyboard.press("Control+Enter")

    expect(people.shots(page)).to_have_count(count + 1)
    expect(people.shots(page).nth(0).locator("> .action")).to_have_text("🐦 Thunder.")
    expect(people.shots(page).nth(1).locator("> .action")).to_have_text("Rain. Marta in a yellow coat climbs the path.")


def test_lines_are_added_put_in_order_and_taken_away(opened_shot: Page):
    page = opened_shot
    inspector = people.inspector(page)
    texts = inspector.get_by_label("What is said")

    inspector.get_by_role("button", name="Add a line").click()
    expect(inspector.get_by_label("Speaker").nth(1)).to_be_focused()
    page.keyboard.type("PIP")
    texts.nth(1).fill("Woof.")
    inspector.get_by_role("button", name="Line 2: up").click()

    expect(inspector.get_by_role("button", name="Line 1: up")).to_be_focused()
    expect(inspector.locator(".saved")).to_contain_text("Saved ")
    page.reload()
    expect(texts.nth(0)).to_have_value("Woof.")
    inspector.get_by_role("button", name="Line 1: remove").click()
    expect(texts).to_have_count(1)
    expect(texts.first).to_be_focused()
    expect(inspector.locator(".saved")).to_contain_text("Saved ")
    page.reload()
    expect(texts.first).to_have_value("Not yet, Pip.")

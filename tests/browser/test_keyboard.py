"""The board by keys alone: nothing needs a pointer, and the focus is never lost."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import people

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

# Whenever htmx has put something new into the page: where is the focus then?
WATCH_FOCUS = """() => {
  window.focusLost = [];
  document.addEventListener("htmx:afterSettle", (event) => {
    if (document.activeElement === document.body) window.focusLost.push(event.target.id || event.target.className);
  });
}"""


def _card(page: Page, index: int):
    return people.shots(page).nth(index).locator(".picture")


def _tab_to(page: Page, target: str, limit: int = 40) -> list[str]:
    """Press Tab until the focus is on `target` and return the words of what was passed."""
    passed = []
    for _press in range(limit):
        page.keyboard.press("Tab")
        passed.append(
            page.evaluate("document.activeElement.ariaLabel || document.activeElement.textContent.trim().slice(0, 40)")
        )
        if page.evaluate("(target) => document.activeElement.matches(target)", target):
            return passed
    raise AssertionError(f"Tab did not reach {target}: {passed}")


def test_tab_reaches_skip_link_scene_list_and_cards(board: Page):
    board.keyboard.press("Tab")
    expect(board.get_by_role("link", name="Skip to the content")).to_be_focused()
    expect(board.get_by_role("link", name="Skip to the content")).to_be_in_viewport()

    before_scenes = _tab_to(board, ".scene-list a")
    before_cards = _tab_to(board, ".picture")

    assert "Account" in before_scenes
    assert "Scene 1: more" in before_cards
    assert len(before_scenes) + len(before_cards) < 20


def test_skip_link_leads_past_the_header(board: Page):
    board.keyboard.press("Tab")
    board.keyboard.press("Enter")

    expect(board.locator("main")).to_be_focused()
    _tab_to(board, ".scene-list a", limit=1)


def test_arrows_walk_from_card_to_card(board: Page):
    count = people.shots(board).count()
    _card(board, 0).focus()

    for index in range(1, count):
        board.keyboard.press("ArrowRight")
        expect(_card(board, index)).to_be_focused()
    board.keyboard.press("ArrowRight")
    expect(_card(board, count - 1)).to_be_focused()
    board.keyboard.press("ArrowLeft")
    expect(_card(board, count - 2)).to_be_focused()
    _card(board, 0).focus()
    board.keyboard.press("ArrowDown")
    expect(board.locator(".scene").nth(1).locator(".picture").first).to_be_focused()
    board.keyboard.press("ArrowUp")
    expect(_card(board, 0)).to_be_focused()


def test_n_adds_a_shot_that_is_ready_for_typing(board: Page):
    board.evaluate(WATCH_FOCUS)
    count = people.shots(board).count()
    _card(board, 0).focus()

    board.keyboard.press("n")

    expect(people.shots(board)).to_have_count(count + 1)
    action = people.inspector(board).get_by_label("Action")
    expect(action).to_be_focused()
    board.keyboard.type("A gull, not a command: n n d x")
    expect(people.shots(board).nth(1)).to_contain_text("A gull, not a command: n n d x")
    expect(people.shots(board)).to_have_count(count + 1)
    assert board.evaluate("window.focusLost") == []


def test_alt_and_arrows_move_a_shot_and_say_so(board: Page):
    board.evaluate(WATCH_FOCUS)
    words = people.shots(board).first.locator("> .action").inner_text()
    count = board.locator(".scene").first.locator("article.shot").count()
    _card(board, 0).focus()

    with board.expect_response(re.compile(r"/scenes/\d+/$")):
        board.keyboard.press("Alt+ArrowRight")

    expect(board.locator("#announcer")).to_have_text(re.compile(f"moved to place 2 of {count}"))
    expect(people.shots(board).nth(1)).to_contain_text(words)
    expect(_card(board, 1)).to_be_focused()
    board.keyboard.press("Alt+ArrowLeft")
    expect(board.locator("#announcer")).to_have_text(re.compile(f"moved to place 1 of {count}"))
    expect(people.shots(board).first).to_contain_text(words)
    expect(_card(board, 0)).to_be_focused()
    assert board.evaluate("window.focusLost") == []


def test_enter_opens_the_inspector_and_escape_gives_the_focus_back(board: Page):
    board.evaluate(WATCH_FOCUS)
    _card(board, 1).focus()

    board.keyboard.press("Enter")

    expect(people.inspector(board).get_by_label("Action")).to_be_focused()
    expect(_card(board, 1)).to_have_attribute("aria-current", "true")
    board.keyboard.press("Escape")
    expect(people.inspector(board)).to_have_count(0)
    expect(_card(board, 1)).to_be_focused()
    assert board.evaluate("window.focusLost") == []


def test_x_deletes_and_d_copies_with_the_focus_on_the_board(board: Page):
    board.evaluate(WATCH_FOCUS)
    count = people.shots(board).count()
    _card(board, 0).focus()

    board.keyboard.press("d")
    expect(people.shots(board)).to_have_count(count + 1)
    expect(people.inspector(board)).to_have_count(1)
    _card(board, 1).focus()
    board.keyboard.press("x")

    expect(people.shots(board)).to_have_count(count)
    expect(_card(board, 1)).to_be_focused()
    assert board.evaluate("window.focusLost") == []


def test_question_mark_shows_the_keys_and_they_can_be_switched_off(board: Page):
    count = people.shots(board).count()
    _card(board, 0).focus()
    board.keyboard.press("?")
    expect(board.get_by_role("dialog", name="Keyboard")).to_be_visible()
    board.get_by_label("These keys work").press("Space")
    board.keyboard.press("Escape")
    expect(board.get_by_role("dialog", name="Keyboard")).to_be_hidden()
    expect(_card(board, 0)).to_be_focused()

    for key in ("n", "x", "Delete", "Alt+ArrowRight", "Control+a", " ", "?"):
        board.keyboard.press(key)
    board.keyboard.press("ArrowRight")

    expect(_card(board, 1)).to_be_focused()
    expect(people.shots(board)).to_have_count(count)
    expect(board.locator(".mark:checked")).to_have_count(0)
    expect(board.get_by_role("dialog")).to_have_count(0)
    expect(people.inspector(board)).to_have_count(0)


def test_many_shots_are_selected_deleted_and_brought_back_by_keys(board: Page):
    board.evaluate(WATCH_FOCUS)
    count = people.shots(board).count()
    _card(board, 0).focus()

    board.keyboard.press("Shift+ArrowRight")
    expect(board.locator("#announcer")).to_have_text("2 shots selected")
    expect(board.get_by_role("form", name="Selected shots")).to_be_visible()
    board.keyboard.press("x")

    expect(people.shots(board)).to_have_count(count - 2)
    expect(board.locator(".toast p")).to_contain_text("2 shots are in the trash")
    expect(_card(board, 0)).to_be_focused()
    expect(board.get_by_role("form", name="Selected shots")).to_be_hidden()
    board.keyboard.press("Control+z")
    expect(people.shots(board)).to_have_count(count)
    board.keyboard.press("Control+Shift+z")
    expect(people.shots(board)).to_have_count(count - 2)
    assert board.evaluate("window.focusLost") == []


def test_control_a_selects_the_scene_then_the_board_and_escape_nothing(board: Page):
    count = people.shots(board).count()
    here = board.locator(".scene").first.locator("article.shot").count()
    _card(board, 0).focus()

    board.keyboard.press("Control+a")
    expect(board.locator("#announcer")).to_have_text(f"{here} shots selected")
    board.keyboard.press("Control+a")
    expect(board.locator("#announcer")).to_have_text(f"{count} shots selected")
    board.keyboard.press("Escape")

    expect(board.locator(".mark:checked")).to_have_count(0)
    expect(_card(board, 0)).to_be_focused()


def test_alt_and_down_moves_the_selection_to_the_next_scene_by_one_request(board: Page):
    asked = []
    board.on("request", lambda request: asked.append(request.post_data) if "/shots/many/" in request.url else None)
    first, second = board.locator(".scene").nth(0), board.locator(".scene").nth(1)
    here, there = first.locator("article.shot").count(), second.locator("article.shot").count()
    _card(board, 0).focus()
    board.keyboard.press("Control+a")

    board.keyboard.press("Alt+ArrowDown")

    expect(second.locator("article.shot")).to_have_count(here + there)
    expect(first.locator("article.shot")).to_have_count(0)
    expect(board.locator("#announcer")).to_contain_text(f"{here} shots moved to scene 2")
    expect(second.locator(".picture").first).to_be_focused()
    assert len(asked) == 1


def test_space_looks_at_a_shot_and_closes_it_again(board: Page):
    _card(board, 1).focus()

    board.keyboard.press("Space")
    dialog = board.get_by_role("dialog")
    expect(dialog).to_contain_text(people.shots(board).nth(1).locator(".action").inner_text())
    board.keyboard.press("ArrowLeft")
    expect(dialog).to_contain_text(people.shots(board).nth(0).locator(".action").inner_text())
    board.keyboard.press("Space")

    expect(dialog).to_be_hidden()
    expect(_card(board, 0)).to_be_focused()


def test_the_cards_are_one_tab_stop(board: Page):
    _card(board, 2).focus()

    assert board.locator(".picture").evaluate_all("all => all.filter((one) => one.tabIndex === 0).length") == 1
    _tab_to(board, ".mark", limit=1)
    _tab_to(board, ".menu > summary", limit=1)
    board.keyboard.press("Tab")
    assert not board.evaluate("document.activeElement.matches('.picture')")


def test_s_adds_a_scene_and_the_focus_stays_on_the_board(board: Page):
    board.evaluate(WATCH_FOCUS)
    scenes = board.locator(".scene").count()
    _card(board, 0).focus()

    board.keyboard.press("Shift+s")
    asked = board.get_by_role("dialog")
    asked.get_by_label("Place", exact=True).fill("PIER")
    board.keyboard.press("Enter")

    expect(board.locator(".scene")).to_have_count(scenes + 1)
    expect(board.locator(".scene h2").first).to_contain_text("PIER")
    expect(asked).to_be_hidden()
    assert board.evaluate("window.focusLost") == []

"""Nothing that was typed is lost: not without a network, not with a killed tab, a restarted studio, or another tab."""

import contextlib
import re

import pytest
from playwright.sync_api import Browser, Dialog, Error, Page, expect

from tests.browser import people
from tests.browser.conftest import SHORT_SCRIPT, Watch, opened
from tests.browser.studio import Studio

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

WORDS = " Typed in a tunnel: 31 °C, “quotes”, and a gull 🐦."
KEPT = "Object.entries(localStorage).filter(([key]) => key.startsWith('draft/')).map(([, kept]) => kept)"
# At once: what was typed is told again anyway after the next try to deliver it.
TELL_SOMETHING_ELSE = """() => {
  document.dispatchEvent(new CustomEvent("toast", { detail: { text: "Something else." } }));
  return document.querySelectorAll("#unsent").length;
}"""


def _open_first(page: Page) -> str:
    """Open the first shot and return the address at which it is open."""
    people.shots(page).first.locator(".picture").click()
    expect(_action(page)).to_be_visible()
    page.wait_for_url(re.compile(r"\?shot=\d+"))
    return page.url


def _action(page: Page):
    return people.inspector(page).get_by_label("Action")


def _saved(page: Page):
    return people.inspector(page).locator(".saved")


def _type_at_the_end(page: Page, words: str) -> str:
    """Type key by key, and return what then stands in the field."""
    _action(page).focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)
    return _action(page).input_value()


def test_what_is_typed_before_the_scripts_are_there_is_saved(board: Page):
    address = _open_first(board)
    held = []
    board.route("**/js/board.*js", lambda route: held.append(route))
    board.goto(address, wait_until="commit")
    field = board.get_by_label("Action").first
    field.focus()
    field.press("Control+End")
    board.keyboard.type(" Early.")
    typed = field.input_value()
    assert held

    for route in held:
        route.continue_()

    expect(_saved(board)).to_contain_text("Saved ")
    board.unroute_all()
    board.goto(address)
    expect(_action(board)).to_have_value(typed)


def test_what_was_typed_without_a_network_is_there_after_the_page_is_opened_again(board: Page):
    address = _open_first(board)
    board.context.set_offline(True)
    typed = _type_at_the_end(board, WORDS)
    expect(_saved(board)).to_contain_text("Offline: kept on this device")

    # The tab goes away while there is still no network, and nothing of it is left but what the device kept.
    board.goto("about:blank")
    board.context.set_offline(False)
    board.goto(address)

    expect(_action(board)).to_have_value(typed)
    expect(_saved(board)).to_contain_text("Saved ")
    assert board.evaluate(KEPT) == []
    board.reload()
    expect(_action(board)).to_have_value(typed)


def test_a_tab_that_dies_before_it_could_save_loses_not_one_letter(board: Page):
    address = _open_first(board)
    board.route("**/edit/", lambda route: route.abort("connectionrefused"))
    typed = _type_at_the_end(board, WORDS)
    with board.expect_event("crash"), contextlib.suppress(Error):
        board.goto("chrome://crash")

    again = board.context.new_page()
    again.goto(address)

    expect(_action(again)).to_have_value(typed)
    expect(_saved(again)).to_contain_text("Saved ")


def test_a_studio_that_is_restarted_gets_what_was_typed_meanwhile(board: Page, studio: Studio):
    _open_first(board)
    studio.kill_web()

    typed = _type_at_the_end(board, WORDS)

    expect(_saved(board)).to_contain_text("Saved ", timeout=people.PATIENCE_MS)
    board.reload()
    expect(_action(board)).to_have_value(typed)


def _conflict(board: Page) -> tuple[Page, list[str]]:
    """Let a second tab write what the first has just written; return it and the addresses to which it sends."""
    address = _open_first(board)
    second = board.context.new_page()
    second.route("**/events*", lambda route: route.abort("connectionrefused"))
    second.goto(address)
    expect(_action(second)).to_be_visible()
    _action(board).fill("The first tab wrote this.")
    expect(_saved(board)).to_contain_text("Saved ")
    _action(second).fill("The second tab wrote that.")
    expect(_saved(second)).to_contain_text("The first tab wrote this.")
    sent: list[str] = []
    second.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    return second, sent


def test_two_tabs_on_one_field_show_both_texts_and_keep_both_if_one_wants(board: Page):
    second, _sent = _conflict(board)

    expect(_action(second)).to_have_value("The second tab wrote that.")
    people.inspector(second).get_by_label("Notes").fill("Saved all the same.")
    expect(people.inspector(second).get_by_label("Notes")).to_be_focused()
    people.inspector(second).get_by_role("button", name="Keep both texts").click()
    expect(_action(second)).to_have_value("The first tab wrote this.\nThe second tab wrote that.")
    expect(people.inspector(second).get_by_label("Notes")).to_have_value("Saved all the same.")


def _shows_conflict(page: Page, theirs: str) -> None:
    expect(_saved(page)).to_contain_text(theirs)
    expect(_saved(page)).to_contain_text("The second tab wrote that.")
    expect(_action(page)).to_have_value("The second tab wrote that.")


def test_a_conflict_is_shown_again_and_not_sent_again_until_it_is_decided(board: Page):
    second, sent = _conflict(board)
    address = second.url

    second.reload()
    _shows_conflict(second, "The first tab wrote this.")
    second.goto("/storyboards/")
    expect(second.locator("#unsent")).to_contain_text("Unsaved changes on this device: 1")
    second.goto(address)
    _shows_conflict(second, "The first tab wrote this.")
    assert sent == []

    people.inspector(second).get_by_role("button", name="Keep both texts").click()
    expect(_action(second)).to_have_value("The first tab wrote this.\nThe second tab wrote that.")
    assert len(sent) == 1
    assert second.evaluate(KEPT) == []


def test_a_conflict_is_told_anew_when_the_others_have_written_something_else_since(board: Page):
    second, sent = _conflict(board)
    address = second.url
    second.goto("about:blank")
    with board.expect_response("**/edit/"):
        _action(board).fill("The first tab thought again.")

    second.goto(address)

    _shows_conflict(second, "The first tab thought again.")
    assert len(sent) == 1
    people.inspector(second).get_by_label("Notes").fill("Saved all the same.")
    expect(people.inspector(second).get_by_role("button", name="Keep mine")).to_be_visible()
    people.inspector(second).get_by_role("button", name="Keep mine").click()
    expect(_saved(second)).to_contain_text("Saved ")
    second.reload()
    expect(_action(second)).to_have_value("The second tab wrote that.")
    expect(people.inspector(second).get_by_label("Notes")).to_have_value("Saved all the same.")


def test_drafts_of_a_shot_that_is_closed_are_shown_and_delivered_when_the_network_is_back(board: Page):
    address = _open_first(board)
    board.context.set_offline(True)
    _type_at_the_end(board, WORDS)
    board.keyboard.press("Escape")

    notice = board.locator("#unsent")
    expect(notice).to_contain_text("Unsaved changes on this device: 1")
    notice.get_by_role("button", name="Look at them").click()
    expect(board.get_by_role("dialog", name="Not saved yet")).to_contain_text(WORDS.strip())
    board.keyboard.press("Escape")
    board.context.set_offline(False)

    expect(notice).to_have_count(0)
    board.goto(address)
    expect(_action(board)).to_have_value(re.compile(re.escape(WORDS) + "$"))


def test_what_is_not_saved_is_told_while_other_things_are_told(board: Page):
    _open_first(board)
    board.route("**/edit/", lambda route: route.abort("connectionrefused"))
    _type_at_the_end(board, WORDS)
    board.keyboard.press("Escape")
    expect(board.locator("#unsent")).to_be_visible()

    assert board.evaluate(TELL_SOMETHING_ELSE) == 1

    expect(board.locator(".toast").filter(has_text="Something else.")).to_be_visible()
    board.locator("#unsent").get_by_role("button", name="Look at them").click()
    expect(board.get_by_role("dialog", name="Not saved yet")).to_contain_text(WORDS.strip())


def test_signing_out_leaves_no_draft_on_the_device(browser: Browser, studio: Studio):
    with opened(browser, studio, Watch()) as page:
        people.sign_up(page, studio, "Mona")
        people.begin(page, SHORT_SCRIPT)
        _open_first(page)
        page.route("**/edit/", lambda route: route.abort("connectionrefused"))
        _type_at_the_end(page, WORDS)
        assert len(page.evaluate(KEPT)) == 1

        asked = _sign_out(page, accept=False)
        assert "throws it away" in asked
        expect(_action(page)).to_be_visible()
        assert len(page.evaluate(KEPT)) == 1

        _sign_out(page, accept=True)
        expect(page.get_by_role("link", name="Sign in").first).to_be_visible()
        assert page.evaluate(KEPT) == []


def _sign_out(page: Page, *, accept: bool) -> str:
    """Sign out, answer what is asked, and return the question."""
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.message)
        if accept:
            dialog.accept()
        else:
            dialog.dismiss()

    page.once("dialog", answer)
    if not page.get_by_role("button", name="Sign out").is_visible():
        page.get_by_label("Account").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_timeout(200)
    return " ".join(asked)


def test_strokes_are_kept_for_their_person_alone_and_go_when_they_sign_out(browser: Browser, studio: Studio):
    with opened(browser, studio, Watch()) as page:
        people.sign_up(page, studio, "Mona")
        people.begin(page, SHORT_SCRIPT)
        shot = people.shots(page).first.get_attribute("data-shot") or people.shots(page).first.get_attribute("id")
        page.goto(f"/shots/{shot.removeprefix('shot-')}/panel/draw/?on=paper")
        surface = page.locator("[data-stage] svg")
        surface.scroll_into_view_if_needed()
        box = surface.bounding_box()
        page.mouse.move(box["x"] + 40, box["y"] + 40)
        page.mouse.down()
        page.mouse.move(box["x"] + 140, box["y"] + 90, steps=4)
        page.mouse.up()
        expect(surface.locator(".stroke")).to_have_count(1)
        page.evaluate("localStorage.setItem('drawing/999999/1', '{}')")

        page.goto("/storyboards/")
        kept = page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('drawing/'))")
        assert len(kept) == 1
        assert "999999" not in kept[0]
        _sign_out(page, accept=True)

        expect(page.get_by_role("link", name="Sign in").first).to_be_visible()
        assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('drawing/'))") == []

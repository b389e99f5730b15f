"""Work that goes on while nobody looks, or while the event stream is away."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page, StorageState, expect

from tests.browser import people
from tests.browser.conftest import Watch, opened
from tests.browser.studio import Studio
from tests.browser.test_on_its_way import Held

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


def _generate_first_shot(page: Page) -> None:
    people.shots(page).first.locator(".picture").click()
    people.inspector(page).get_by_role("button", name="Generate a take").click()
    expect(people.inspector(page).locator(".takes li")).to_have_count(1)


def test_card_moves_on_by_events_without_polling(board: Page, studio: Studio):
    with board.expect_response(re.compile("/events")) as stream:
        board.reload()

    # Whichever of the two comes first may begin with it.
    with studio.holding("steps", "media"):
        _generate_first_shot(board)
        expect(people.states(board).first).to_contain_text("queued")
        board.evaluate("window.stayed = true")
    expect(people.states(board).first).to_have_text(people.CIRCLED, timeout=people.PATIENCE_MS)

    assert stream.value.headers["content-type"].startswith("text/event-stream")
    assert board.evaluate("window.stayed") is True


def test_card_moves_on_by_polling_when_the_stream_is_away(board: Page):
    asked = []
    board.route("**/events*", lambda route: (asked.append(route.request.url), route.abort("connectionrefused")))
    board.reload()

    _generate_first_shot(board)
    board.evaluate("window.stayed = true")

    expect(people.states(board).first).to_have_text(people.CIRCLED, timeout=people.PATIENCE_MS)
    expect(people.inspector(board).get_by_role("link", name="Play the take")).to_be_visible()
    assert board.evaluate("window.stayed") is True
    assert len(asked) >= 2


def test_what_changed_before_the_stream_came_through_is_shown_when_it_does(
    board: Page, browser: Browser, studio: Studio, watch: Watch, nora: StorageState
):
    address = board.url
    # Gone from the board, so that the only stream is that of the page which is opened next.
    board.goto("about:blank")
    stream = Held(board, re.compile("/events"), asked=False)
    board.clock.install()
    board.goto(address)
    stream.wait()
    # No timer goes off any more: whatever is shown later, nobody polled for it.
    board.clock.pause_at(datetime.now(UTC) + timedelta(seconds=1))
    with opened(browser, studio, watch, storage_state=nora) as elsewhere:
        elsewhere.goto(address)
        people.shots(elsewhere).first.locator(".picture").focus()
        elsewhere.keyboard.press("o")
        expect(people.states(elsewhere).first).to_have_text("Omitted")
        # Longer ago than the page took to load.
        elsewhere.wait_for_timeout(4_000)
    expect(people.states(board).first).to_have_text("panel")

    stream.let_go()

    expect(people.states(board).first).to_have_text("Omitted")


def test_tab_that_was_closed_shows_the_finished_state_when_it_is_opened_again(board: Page, studio: Studio):
    address = board.url
    context = board.context
    with studio.holding("steps"):
        _generate_first_shot(board)
        board.close()
    meanwhile = context.new_page()
    meanwhile.goto(address)
    expect(people.states(meanwhile).first).to_have_text(people.CIRCLED, timeout=people.PATIENCE_MS)
    meanwhile.close()

    again = context.new_page()
    again.goto(address)

    expect(people.states(again).first).to_have_text(people.CIRCLED, timeout=1_000)

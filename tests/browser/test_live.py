"""Work that goes on while nobody looks, or while the event stream is away."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import people
from tests.browser.studio import Studio

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


def test_what_changed_before_the_stream_was_open_is_shown_when_it_opens(board: Page):
    held = []
    board.route("**/events*", lambda route: held.append(route))
    with board.expect_request(re.compile("/events")):
        board.reload()
    elsewhere = board.context.new_page()
    elsewhere.goto(board.url)
    _generate_first_shot(elsewhere)
    expect(people.states(elsewhere).first).to_have_text(people.CIRCLED, timeout=people.PATIENCE_MS)
    elsewhere.close()
    expect(people.states(board).first).not_to_have_text(people.CIRCLED)

    held[0].continue_()

    expect(people.states(board).first).to_have_text(people.CIRCLED)


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

"""What goes wrong in ordinary use: the wrong file, a second click, a second tab, a stranger's link."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.browser import people
from tests.browser.conftest import opened
from tests.browser.studio import Studio

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

NEW = "/storyboards/new/"


@pytest.fixture
def new(noras_page: Page) -> Iterator[Page]:
    """The page on which a storyboard is begun; whatever happens there, none is made."""
    noras_page.goto("/storyboards/")
    before = noras_page.locator(".cover").count()
    noras_page.goto(NEW)
    yield noras_page
    noras_page.goto("/storyboards/")
    expect(noras_page.locator(".cover")).to_have_count(before)


def _look(page: Page) -> None:
    page.get_by_role("button", name="See what will be made").click()


def _upload(page: Page, name: str, data: bytes) -> None:
    payload: FilePayload = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    page.get_by_label(re.compile("choose one")).set_input_files(payload)


def test_empty_paste_is_answered_in_one_sentence(new: Page):
    _look(new)

    expect(new.get_by_role("alert")).to_contain_text("Paste a script, or choose a file with one.")


def test_file_of_20_megabytes_is_refused_with_its_size(new: Page, tmp_path):
    novel = tmp_path / "novel.txt"
    novel.write_bytes(b"A long story. " * 1_500_000)
    new.get_by_label(re.compile("choose one")).set_input_files(novel)
    _look(new)

    expect(new.get_by_role("alert")).to_contain_text(re.compile(r"21\.0 MB; a script may have 2 MB"))


def test_picture_instead_of_a_script_is_refused_in_words(new: Page):
    _upload(new, "holiday.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    _look(new)

    expect(new.get_by_role("alert")).to_contain_text(re.compile("not (a )?text|no text", re.IGNORECASE))


def test_what_was_pasted_is_still_there_after_a_mistake(new: Page):
    new.get_by_label("Script", exact=True).fill("INT. HALL - DAY\n\nA door opens.")
    _upload(new, "holiday.txt", bytes(range(256)) * 40)
    _look(new)

    expect(new.get_by_label("Script", exact=True)).to_have_value("INT. HALL - DAY\n\nA door opens.")


def test_double_click_on_generate_asks_for_one_take(board: Page):
    people.shots(board).first.locator(".picture").click()
    takes = people.inspector(board).locator(".takes li")

    people.inspector(board).get_by_role("button", name="Generate a take").dblclick()

    expect(takes).to_have_count(1)
    board.reload()
    expect(takes).to_have_count(1)


def test_double_click_on_generate_all_asks_for_one_take_each(board: Page):
    address = board.url
    count = people.shots(board).count()
    board.get_by_role("link", name="Generate", exact=True).click()

    board.get_by_role("button", name=f"Generate {count} takes").dblclick()

    board.wait_for_url(address)
    people.shots(board).first.locator(".picture").click()
    expect(people.inspector(board).locator(".takes li")).to_have_count(1)
    board.goto(address)
    board.get_by_role("link", name="Films").first.wait_for()
    expect(board.get_by_role("link", name="Generate", exact=True)).to_have_count(0)


def test_going_back_to_a_sent_form_does_not_offer_it_again(board: Page):
    people.ask_for_all(board)

    board.go_back()

    expect(board.get_by_role("heading", name="Every shot has a take")).to_be_visible()


def test_second_tab_that_is_behind_sees_both_texts_and_loses_neither(board: Page):
    people.shots(board).first.locator(".picture").click()
    expect(people.inspector(board)).to_have_count(1)
    second = board.context.new_page()
    # This tab hears of nothing, as after a night in a bag.
    second.route("**/events*", lambda route: route.abort("connectionrefused"))
    second.goto(board.url)
    expect(people.inspector(second)).to_have_count(1)
    people.inspector(board).get_by_label("Action").fill("The first tab wrote this.")
    expect(people.inspector(board).locator(".saved")).to_contain_text("Saved ")

    with second.expect_response(re.compile("/edit/$")) as answer:
        people.inspector(second).get_by_label("Action").fill("The second tab wrote that.")

    note = people.inspector(second).locator(".saved")
    assert answer.value.status == 409
    expect(note).to_contain_text("The first tab wrote this.")
    expect(note).to_contain_text("The second tab wrote that.")
    expect(people.inspector(second).get_by_label("Action")).to_have_value("The second tab wrote that.")
    note.get_by_role("button", name="Keep mine").click()
    expect(note).to_contain_text("Saved ")
    board.reload()
    expect(people.inspector(board).get_by_label("Action")).to_have_value("The second tab wrote that.")


def test_different_fields_from_two_tabs_are_both_kept(board: Page):
    people.shots(board).first.locator(".picture").click()
    expect(people.inspector(board)).to_have_count(1)
    second = board.context.new_page()
    second.route("**/events*", lambda route: route.abort("connectionrefused"))
    second.goto(board.url)
    expect(people.inspector(second)).to_have_count(1)

    people.inspector(board).get_by_label("Action").fill("The first tab wrote this.")
    expect(people.inspector(board).locator(".saved")).to_contain_text("Saved ")
    people.inspector(second).get_by_label("Notes").fill("And the second a note.")
    expect(people.inspector(second).locator(".saved")).to_contain_text("Saved ")

    board.reload()
    expect(people.inspector(board).get_by_label("Action")).to_have_value("The first tab wrote this.")
    expect(people.inspector(board).get_by_label("Notes")).to_have_value("And the second a note.")


def test_strangers_board_is_not_there(board: Page, browser: Browser, studio: Studio, watch):
    with opened(browser, studio, watch) as stranger:
        people.sign_up(stranger, studio, "Otto")

        answer = stranger.goto(board.url)

        assert answer.status == 404
        expect(stranger.get_by_role("heading", level=1)).to_have_text("There is nothing here")
        expect(stranger.get_by_role("link", name="To my storyboards")).to_be_visible()
        expect(stranger.get_by_text("The Short Lamp")).to_have_count(0)


def test_words_typed_while_the_studio_is_away_are_saved_when_it_is_back(board: Page):
    people.shots(board).first.locator(".picture").click()
    action = people.inspector(board).get_by_label("Action")
    expect(action).to_be_visible()
    board.context.set_offline(True)

    action.fill("Written in a tunnel.")

    expect(people.inspector(board).locator(".saved")).to_contain_text("kept on this device")
    board.context.set_offline(False)
    expect(people.inspector(board).locator(".saved")).to_contain_text("Saved ")
    board.reload()
    expect(people.inspector(board).get_by_label("Action")).to_have_value("Written in a tunnel.")

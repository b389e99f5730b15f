"""The core of the journey with JavaScript off: every deed is an ordinary form."""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser import people
from tests.browser.conftest import SHORT_SCRIPT
from tests.browser.studio import Studio

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]

WORDS = "Rain. Marta in a red coat climbs the path."


def test_script_becomes_a_film_without_javascript(plain_page: Page, studio: Studio):
    page = plain_page
    address = people.sign_up(page, studio)
    page.context.clear_cookies()
    people.sign_in(page, address)
    board = people.paste(page, SHORT_SCRIPT)

    _edit_the_first_shot(page)
    _move_it_and_back(page)
    people.ask_for_all(page)
    _look_again_until(page, board, people.CIRCLED)
    film = people.make_film(page)
    _look_again_until_there_is_a_video(page)

    link = page.get_by_role("link", name="Download film").get_attribute("href")
    bytes_ = page.request.get(link)
    assert page.url == film
    assert bytes_.headers["content-type"] == "video/mp4"
    assert bytes_.body()[4:8] == b"ftyp"
    assert len(bytes_.body()) == int(bytes_.headers["content-length"])


def _edit_the_first_shot(page: Page) -> None:
    people.shots(page).first.locator(".picture").click()
    page.wait_for_url(re.compile(r"/shots/\d+/inspector/$"))
    page.get_by_label("Action").fill(WORDS)

    page.locator("form[id^=edit-]").get_by_role("button", name="Save", exact=True).click()

    page.wait_for_url(re.compile(r"/storyboards/\d+/\?shot=\d+"))
    expect(people.shots(page).first).to_contain_text(WORDS)


def _move_it_and_back(page: Page) -> None:
    for deed, place in (("Move right", 1), ("Move left", 0)):
        card = people.shots(page).filter(has_text=WORDS)
        card.locator("details.menu > summary").click()
        card.get_by_role("link", name="What to do with it…").click()
        page.get_by_role("button", name=deed, exact=True).click()
        expect(people.shots(page).nth(place)).to_contain_text(WORDS)


def _look_again_until(page: Page, address: str, words: re.Pattern[str]) -> None:
    """Open the page again, at a person's pace, until every card says `words`."""
    end = time.monotonic() + people.PATIENCE_MS / 1000
    while not all(words.fullmatch(said.strip()) for said in people.states(page).all_inner_texts()):
        assert time.monotonic() < end, people.states(page).all_inner_texts()
        page.wait_for_timeout(200)
        page.goto(address)


def _look_again_until_there_is_a_video(page: Page) -> None:
    end = time.monotonic() + people.PATIENCE_MS / 1000
    while not page.locator("video").count():
        assert time.monotonic() < end, page.locator("main").inner_text()
        page.wait_for_timeout(200)
        page.get_by_role("link", name="Look again").click()

"""From sign-up to the downloaded film, as a person goes."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import people
from tests.browser.conftest import SHORT_SCRIPT
from tests.browser.studio import Studio

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]

COLLECT_STATES = """() => {
  window.seen = [];
  window.stayed = true;
  const look = () => {
    for (const bar of document.querySelectorAll("article.shot .state progress")) window.seen.push(bar.value);
  };
  new MutationObserver(look).observe(document.querySelector(".panels"), { childList: true, subtree: true });
}"""


def test_script_becomes_a_film_that_is_played_and_downloaded(page: Page, studio: Studio, tmp_path: Path):
    people.sign_up(page, studio)
    board = people.paste(page, SHORT_SCRIPT)

    _edit_the_first_shot(page)
    _arrange_the_shots(page)
    _generate_all(page, studio)
    _try_the_first_shot_again(page, board)
    film = _make_the_film(page, studio, board)
    _play_it(page)
    _download_it(page, tmp_path)
    _delete_it(page, film)


def _edit_the_first_shot(page: Page) -> None:
    people.shots(page).first.locator(".picture").click()
    action = people.inspector(page).get_by_label("Action")
    expect(action).to_have_value(re.compile("Marta"))

    action.fill("Rain. Marta in a red coat climbs the path.")

    expect(people.inspector(page).locator(".saved")).to_contain_text("Saved ")
    expect(people.shots(page).first).to_contain_text("red coat")
    page.reload()
    expect(people.inspector(page).get_by_label("Action")).to_have_value("Rain. Marta in a red coat climbs the path.")
    expect(people.shots(page).first).to_contain_text("red coat")


def _arrange_the_shots(page: Page) -> None:
    """Add, copy, move by button and by key, and delete, until the board is as it was."""
    before = _actions(page)
    page.get_by_role("button", name=re.compile("Add a shot to scene 1")).click()
    expect(people.shots(page)).to_have_count(len(before) + 1)
    added = page.locator(".scene").first.locator("article.shot").last
    expect(people.inspector(page).get_by_label("Action")).to_have_value("")
    people.inspector(page).get_by_label("Action").fill("The sea.")
    expect(added).to_contain_text("The sea.")

    people.choose(added, "Duplicate")
    expect(people.shots(page).filter(has_text="The sea.")).to_have_count(2)

    # The cards move at once; the studio knows of it a moment later.
    with page.expect_response(re.compile(r"/(many|move)/$")):
        people.choose(people.shots(page).filter(has_text="The sea.").first, "Move to the start")
    expect(people.shots(page).first).to_contain_text("The sea.")
    people.shots(page).first.locator(".picture").focus()
    with page.expect_response(re.compile(r"/(many|move)/$")):
        page.keyboard.press("Alt+ArrowRight")
    expect(people.shots(page).nth(1)).to_contain_text("The sea.")
    expect(people.shots(page).first).to_contain_text("red coat")
    page.reload()
    expect(people.shots(page).nth(1)).to_contain_text("The sea.")

    for left in (1, 0):
        # Who leaves before the studio knows of it is asked whether to.
        with page.expect_response(re.compile(r"/many/$")) as told:
            people.choose(people.shots(page).filter(has_text="The sea.").first, "Delete")
        told.value.finished()
        expect(people.shots(page).filter(has_text="The sea.")).to_have_count(left)
    assert _actions(page) == before


def _actions(page: Page) -> list[str]:
    return page.locator("article.shot > .action").all_inner_texts()


def _generate_all(page: Page, studio: Studio) -> None:
    with studio.holding("steps"):
        people.ask_for_all(page)
        expect(people.states(page).first).to_contain_text("queued")
        page.evaluate(COLLECT_STATES)
    people.wait_for_takes(page)

    assert page.evaluate("window.stayed") is True
    assert len(set(page.evaluate("window.seen"))) >= 1


def _try_the_first_shot_again(page: Page, board: str) -> None:
    people.shots(page).first.locator(".picture").click()
    people.inspector(page).get_by_role("button", name="Generate a take").click()
    expect(people.inspector(page).locator(".takes li")).to_have_count(2)
    compare = people.inspector(page).get_by_role("link", name="Compare 2 takes")
    second = people.inspector(page).locator(".takes a[aria-label*='done' i]")
    expect(second).to_have_count(1, timeout=people.PATIENCE_MS)

    compare.click()
    page.locator("li.cover").filter(has_text="Take 2").get_by_role("button", name="Circle this take").click()

    page.goto(board)
    expect(people.states(page).first).to_have_text("take 2 circled")


def _make_the_film(page: Page, studio: Studio, board: str) -> str:
    with studio.holding("media", "steps"):
        film = people.make_film(page)
        expect(page.get_by_role("progressbar", name="Progress of the film")).to_be_visible()
        page.evaluate("window.stayed = true")
    expect(page.locator("video")).to_be_visible(timeout=people.PATIENCE_MS)
    assert page.evaluate("window.stayed") is True
    return film


def _play_it(page: Page) -> None:
    video = page.locator("video")
    expect(page.locator(".chapters li")).to_have_count(2)

    page.locator(".chapters a").nth(1).click()

    start = float(page.locator(".chapters a").nth(1).get_attribute("data-time"))
    people.see_film_pass(video, start + 0.2)
    expect(page.locator(".chapters a").nth(1)).to_have_attribute("aria-current", "true")
    assert start > 0
    assert video.evaluate("(video) => video.duration") > start


def _download_it(page: Page, folder: Path) -> None:
    with page.expect_download() as coming:
        page.get_by_role("link", name="Download film").click()
    file = folder / "film.mp4"
    coming.value.save_as(file)
    played = page.request.get(page.locator("video").get_attribute("src"))

    assert coming.value.suggested_filename.endswith(".mp4")
    assert file.read_bytes()[4:8] == b"ftyp"
    assert file.stat().st_size == int(played.headers["content-length"])


def _delete_it(page: Page, film: str) -> None:
    page.get_by_role("button", name="Delete this version").click()
    expect(page.get_by_role("heading", name="No film yet")).to_be_visible()
    assert page.request.get(film).status == 404


def test_uploaded_script_becomes_a_board(page: Page, studio: Studio, short_script: Path):
    people.sign_up(page, studio)
    page.goto("/storyboards/new/")
    page.get_by_label(re.compile("choose one")).set_input_files(short_script)
    page.get_by_role("button", name="See what will be made").click()
    expect(page.get_by_role("heading", name="The Short Lamp")).to_be_visible()
    expect(page.get_by_text("Nothing has been made yet.")).to_be_visible()

    people.create(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("The Short Lamp")
    expect(page.locator(".scene")).to_have_count(2)
    expect(people.shots(page).first).to_contain_text("yellow coat")

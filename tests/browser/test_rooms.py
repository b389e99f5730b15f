"""Ways through the other rooms of a board: a newer script, a file, a template; with and without scripts."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import people
from tests.browser.conftest import SHORT_SCRIPT
from tests.browser.studio import Studio

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

NEWER = SHORT_SCRIPT.replace("yellow coat climbs", "red coat runs up").replace("\nCLOSE ON the lighthouse, dark.\n", "")


def _from_the_menu(page: Page, name: str | re.Pattern) -> None:
    page.get_by_label("Storyboard: more").click()
    page.get_by_role("link", name=name).click()


def test_a_newer_script_is_looked_at_taken_over_and_taken_back(board: Page):
    count = people.shots(board).count()
    _from_the_menu(board, "New version of the script…")
    board.get_by_label("Script", exact=True).fill(NEWER)
    board.get_by_role("button", name="See what it changes").click()

    expect(board.get_by_role("heading", level=1)).to_have_text("What the script changes")
    expect(board.locator("ins").filter(has_text="red").first).to_be_visible()
    board.get_by_role("button", name="everything").click()
    board.get_by_role("button", name="Take over what is ticked").click()

    board.wait_for_url(re.compile(r"/storyboards/\d+/"))
    expect(people.shots(board).first).to_contain_text("red coat runs up")
    expect(people.shots(board)).to_have_count(count - 1)
    board.locator("header form.tools").get_by_role("button", name=re.compile("^Undo: ")).click()
    expect(people.shots(board)).to_have_count(count)
    expect(people.shots(board).first).to_contain_text("yellow coat climbs")


def test_a_storyboard_goes_away_as_a_file_and_comes_back(board: Page, tmp_path: Path):
    slates = board.locator("article.shot .slate").all_inner_texts()
    file = tmp_path / "lamp.soraease"
    with board.expect_download() as download:
        _from_the_menu(board, "Download as one file")
    download.value.save_as(file)

    board.goto("/storyboards/import/")
    board.locator("input[type=file]").set_input_files(file)
    before = board.url
    board.get_by_role("button", name="Import", exact=True).click()

    board.wait_for_url(re.compile(r"/storyboards/\d+/"))
    assert board.url != before
    expect(board.locator("h1.title")).to_have_text("The Short Lamp")
    expect(people.shots(board)).to_have_count(len(slates))
    assert board.locator("article.shot .slate").all_inner_texts() == slates


def test_a_file_that_is_no_storyboard_is_refused_with_a_sentence(noras_page: Page, tmp_path: Path):
    file = tmp_path / "lamp.soraease"
    file.write_bytes(b"not a storyboard")
    noras_page.goto("/storyboards/import/")
    noras_page.locator("input[type=file]").set_input_files(file)

    noras_page.get_by_role("button", name="Import", exact=True).click()

    expect(noras_page.get_by_role("alert").first).to_be_visible()
    expect(noras_page).to_have_url(re.compile("/storyboards/import/"))


def test_a_template_begins_another_storyboard(board: Page):
    board.get_by_label("Storyboard: more").click()
    board.get_by_role("button", name="Use as a template").click()
    board.goto("/storyboards/new/")

    card = board.get_by_role("listitem").filter(has_text="Template of").filter(has_text="The Short Lamp").first
    card.get_by_role("button").first.click()

    board.wait_for_url(re.compile(r"/storyboards/\d+/$"))
    expect(people.shots(board).first).to_contain_text("Marta in a yellow coat")


def test_without_scripts_many_shots_are_changed_from_the_list_and_one_stays_there(plain_page: Page, studio: Studio):
    page = plain_page
    people.sign_up(page, studio, "Mona")
    board = people.paste(page, SHORT_SCRIPT)
    page.goto(f"{board}list/")
    for box in page.locator("table.shot-list tr.entry .mark").all()[:2]:
        box.check()
    page.get_by_role("form", name="Selected shots").get_by_role("button", name="Change…").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Change the selected shots")
    page.get_by_label("Size").select_option("ECU")
    page.get_by_role("button", name="Change", exact=True).click()

    page.wait_for_url(re.compile(r"/storyboards/\d+/list/"))
    expect(page.locator("tr.entry [data-column=size]").first).to_have_text("Extreme close-up")


DROPPED = """([kind, text]) => {
  const zone = document.querySelector("[data-drop]");
  const carried = new DataTransfer();
  carried.items.add(new File([text], "lamp.fountain", { type: "text/plain" }));
  zone.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: carried }));
  return zone.classList.contains("over");
}"""


def test_a_script_is_dropped_where_its_file_is_chosen(noras_page: Page):
    noras_page.goto("/storyboards/new/")

    noras_page.evaluate(DROPPED, ["dragenter", SHORT_SCRIPT])
    noras_page.wait_for_function(DROPPED, arg=["dragover", SHORT_SCRIPT])
    noras_page.evaluate(DROPPED, ["drop", SHORT_SCRIPT])
    noras_page.get_by_role("button", name="See what will be made").click()

    expect(noras_page.get_by_role("button", name="Create the storyboard")).to_be_visible()

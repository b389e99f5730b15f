"""`make pictures`: photographs the demo of a fresh studio, in its main states, into docs/pictures."""

import io
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import people, states
from tests.browser.browsers import launch_options
from tests.browser.studio import ROOT, Studio

FOLDER = ROOT / "docs" / "pictures"
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
QUALITY = 82
# The whole demo is drawn, 15 takes and a film.
PATIENCE_MS = 1_800_000


def main() -> None:
    """Start a studio with its demo, wait until it is finished, and take the pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=60_000)
    with (
        tempfile.TemporaryDirectory() as folder,
        Studio(Path(folder), DEMO="yes") as studio,
        sync_playwright() as driver,
    ):
        browser = driver.chromium.launch(**launch_options())
        take_pictures(browser, studio)
        browser.close()


def take_pictures(browser: Browser, studio: Studio) -> None:
    """Write each picture to docs/pictures."""
    with visit(browser, studio, "light", DESKTOP) as page:
        page.goto("/")
        snap(page, "landing-light")
        page.goto(studio.sign_in_link())
        signed_in = page.context.storage_state()
        board = board_of_demo(page)
        wait_for_film(page, board)
        open_shot(page, board)
        snap(page, "board-light")
        page.goto(f"{board}films/")
        page.get_by_role("link", name="Version 1").click()
        show_middle(page)
        snap(page, "film")
        snap_each(page, board, states.QUIET)
    with visit(browser, studio, "dark", DESKTOP, storage_state=signed_in) as page:
        open_shot(page, board)
        snap(page, "board-dark")
        snap_each(page, board, states.BY_NIGHT)
    with visit(browser, studio, "dark", PHONE, storage_state=signed_in, has_touch=True, is_mobile=True) as page:
        page.goto(board)
        snap(page, "phone-dark")
        snap_each(page, board, states.IN_THE_HAND)
    # These change the board, so they come last.
    with visit(browser, studio, "light", DESKTOP, storage_state=signed_in) as page:
        snap_each(page, board, states.AT_WORK)


def snap_each(page: Page, board: str, wanted: dict[str, states.Scene]) -> None:
    """Bring the board into each state and take its picture."""
    for name, act in wanted.items():
        act(page, board)
        snap(page, name)


@contextmanager
def visit(browser: Browser, studio: Studio, theme: str, size: dict[str, int], **options: object) -> Iterator[Page]:
    """Give a page that sees the studio in `theme`, in a window of `size`."""
    context = browser.new_context(
        base_url=studio.url, viewport=size, color_scheme=theme, reduced_motion="reduce", **options
    )
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


def board_of_demo(page: Page) -> str:
    """Return the address of the demo's board."""
    page.goto("/storyboards/")
    page.locator(".cover h2 a").first.click(timeout=PATIENCE_MS)
    page.wait_for_url(re.compile(r"/storyboards/\d+/$"))
    return page.url


def wait_for_film(page: Page, board: str) -> None:
    """Stay on the board until all takes are there, then with the films until the first one is."""
    page.goto(board)
    for card in people.states(page).all():
        expect(card).to_have_text(people.CIRCLED, timeout=PATIENCE_MS)
    done = page.locator(".cover .state.chosen")
    for _look in range(PATIENCE_MS // 1000):
        page.goto(f"{board}films/")
        if done.count():
            return
        page.wait_for_timeout(1000)
    raise TimeoutError("The demo's film did not come.")


def open_shot(page: Page, board: str) -> None:
    """Show the board with its second shot in the inspector."""
    page.goto(board)
    people.shots(page).nth(1).locator(".picture").click()
    expect(people.inspector(page)).to_be_visible()
    page.mouse.move(0, 899)


def show_middle(page: Page) -> None:
    """Let the film stand still somewhere in the second scene."""
    page.locator(".chapters a").nth(1).click()
    people.see_film_pass(
        page.locator("video"), float(page.locator(".chapters a").nth(1).get_attribute("data-time")) + 1
    )
    page.locator("video").evaluate("(video) => { video.pause(); scrollTo(0, 0); }")


def snap(page: Page, name: str) -> None:
    """Write what the window shows, once every picture in it has come, as docs/pictures/`name`.webp."""
    page.evaluate(
        """() => Promise.all([...document.images]
            .filter((image) => image.getBoundingClientRect().top < innerHeight)
            .map((image) => image.decode()))"""
    )
    page.evaluate("document.fonts.ready")
    with Image.open(io.BytesIO(page.screenshot())) as picture:
        picture.convert("RGB").save(FOLDER / f"{name}.webp", quality=QUALITY, method=6)


if __name__ == "__main__":
    sys.exit(main())

"""The main states of a board, each as somebody brings it about on the demo: what docs/pictures shows."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser import people
from tests.browser.studio import ROOT

Scene = Callable[[Page, str], None]
NEWER = {"yellow coat": "red coat", "Three red fishing boats roll": "Two red fishing boats roll"}


def _list(page: Page, board: str) -> None:
    page.goto(f"{board}list/")


def _timeline(page: Page, board: str) -> None:
    page.goto(f"{board}timeline/")
    page.get_by_role("slider", name="Playhead").focus()
    page.keyboard.press("PageDown")


def _bible(page: Page, board: str) -> None:
    page.goto(f"{board}bible/")


def _print(page: Page, board: str) -> None:
    page.goto(f"{board}print/")


def _drawing(page: Page, board: str) -> None:
    """Circle the dog and point at it."""
    _draw_on(page, board)
    surface = page.locator("[data-stage] svg").bounding_box()
    _stroke(page, surface, [(0.46, 0.70), (0.52, 0.60), (0.62, 0.66), (0.60, 0.82), (0.50, 0.84), (0.46, 0.71)])
    page.get_by_role("radio", name="Arrow").check(force=True)
    _stroke(page, surface, [(0.80, 0.40), (0.64, 0.62)])


def _draw_on(page: Page, board: str) -> None:
    page.goto(board)
    shot = people.shots(page).nth(1).get_attribute("id").removeprefix("shot-")
    page.goto(f"/shots/{shot}/panel/draw/")
    page.locator("[data-stage] svg").scroll_into_view_if_needed()


def _stroke(page: Page, surface: dict, points: list[tuple[float, float]]) -> None:
    places = [(surface["x"] + surface["width"] * x, surface["y"] + surface["height"] * y) for x, y in points]
    page.mouse.move(*places[0])
    page.mouse.down()
    for place in places[1:]:
        page.mouse.move(*place, steps=8)
    page.mouse.up()


def _keys(page: Page, board: str) -> None:
    page.goto(board)
    people.shots(page).first.locator(".picture").focus()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()


def _selected(page: Page, board: str) -> None:
    page.goto(board)
    people.shots(page).first.locator(".picture").focus()
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator("#many")).to_be_visible()


def _inspector(page: Page, board: str) -> None:
    page.goto(board)
    people.shots(page).nth(1).locator(".picture").click()
    expect(people.inspector(page)).to_be_visible()
    page.wait_for_timeout(500)


def _conflict(page: Page, board: str) -> None:
    """Two tabs write into one field; this one comes second."""
    page.route("**/events*", lambda route: route.abort("connectionrefused"))
    _inspector(page, board)
    other = page.context.new_page()
    other.goto(page.url)
    people.inspector(other).get_by_label("Action").fill("Marta walks along the cliff. PIP, her dog, runs ahead.")
    expect(people.inspector(other).locator(".saved")).to_contain_text("Saved ")
    other.close()
    people.inspector(page).get_by_label("Action").fill("Marta climbs over the rocks, with PIP behind her.")
    expect(people.inspector(page).get_by_role("button", name="Keep mine")).to_be_visible()
    page.unroute_all()


def _stale(page: Page, board: str) -> None:
    """Somebody decides that Marta wears red."""
    page.goto(f"{board}bible/")
    page.get_by_role("link", name="MARTA").first.click()
    page.get_by_label("Colours", exact=True).fill("a red coat")
    expect(page.locator(".saved")).to_contain_text("Saved")
    page.goto(f"{board}stale/")


def _element(page: Page, board: str) -> None:
    page.goto(f"{board}bible/")
    page.get_by_role("link", name="MARTA").first.click()
    expect(page.get_by_role("region", name="Where it is seen")).to_be_visible()


def _trash(page: Page, board: str) -> None:
    page.goto(board)
    people.choose(people.shots(page).nth(2), "Delete")
    expect(page.locator(".toast")).to_be_visible()
    page.goto(f"{board}trash/")


def _history(page: Page, board: str) -> None:
    page.goto(f"{board}history/")
    page.locator("main details > summary").first.click()


def _revision(page: Page, board: str) -> None:
    script = (ROOT / "examples" / "the-last-lamp.fountain").read_text()
    for old, new in NEWER.items():
        script = script.replace(old, new)
    page.goto(f"{board}revise/")
    page.get_by_label("Script", exact=True).fill(script)
    page.get_by_role("button", name="See what it changes").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What the script changes")


QUIET = {"list": _list, "bible": _bible, "print": _print, "drawing": _drawing, "keys": _keys, "selected": _selected}
BY_NIGHT = {"timeline": _timeline}
IN_THE_HAND = {"phone-inspector": _inspector, "phone-list": _list, "phone-drawing": _draw_on}
AT_WORK = {
    "revision": _revision,
    "stale": _stale,
    "element": _element,
    "trash": _trash,
    "history": _history,
    # What nobody has decided yet would be told on every page behind it.
    "conflict": _conflict,
}

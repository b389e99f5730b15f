"""Panels of one's own in a real browser: pasted, dropped, drawn by mouse, finger, pen and keys."""

import re

import pytest
from playwright.sync_api import CDPSession, Locator, Page, expect

from tests.browser import people

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

# A transfer with a picture: its left half red, its right half blue.
CARRY = """async () => {
  const canvas = new OffscreenCanvas(640, 360);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "red"; pen.fillRect(0, 0, 320, 360);
  pen.fillStyle = "blue"; pen.fillRect(320, 0, 320, 360);
  const carried = new DataTransfer();
  carried.items.add(new File([await canvas.convertToBlob()], "panel.png", { type: "image/png" }));
  return carried;
}"""
CARRY_NONSENSE = """() => {
  const carried = new DataTransfer();
  carried.items.add(new File(["no picture"], "a.png", { type: "image/png" }));
  return carried;
}"""
PASTE = "(target, clipboardData) => target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))"
COLOUR = """async (image, [x, y]) => {
  await image.decode();
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  return [...pen.getImageData(x * canvas.width, y * canvas.height, 1, 1).data].slice(0, 3);
}"""
RED, BLUE, WHITE, VERMILION = [255, 0, 0], [0, 0, 255], [255, 255, 255], [218, 70, 32]


def card(page: Page) -> Locator:
    return people.shots(page).first


def own(page: Page) -> Locator:
    """Return the picture of the first card, once it is a panel of one's own."""
    image = card(page).locator(".picture img")
    expect(image).to_have_attribute("src", re.compile(r"^/assets/\d+/$"))
    return image


def colour(image: Locator, x: float, y: float) -> list[int]:
    return image.evaluate(COLOUR, [x, y])


def near(seen: list[int], wanted: list[int]) -> bool:
    return all(abs(a - b) < 24 for a, b in zip(seen, wanted, strict=True))


def start_drawing(page: Page, on: str = "paper") -> Locator:
    """Open the editor of the first shot and return what one draws on."""
    shot = card(page).get_attribute("id").removeprefix("shot-")
    page.goto(f"/shots/{shot}/panel/draw/?on={on}")
    surface = page.locator("[data-stage] svg")
    expect(surface.locator("..")).to_be_visible()
    return surface


def place(surface: Locator, x: float, y: float) -> tuple[float, float]:
    box = surface.bounding_box()
    return box["x"] + box["width"] * x, box["y"] + box["height"] * y


def save(page: Page) -> None:
    page.get_by_role("button", name="Save the panel").click()
    page.wait_for_url("**/storyboards/**")


def test_a_picture_is_pasted_and_another_one_dropped_on_a_card(board: Page):
    card(board).locator(".picture").focus()
    board.locator(":focus").evaluate(PASTE, board.evaluate_handle(CARRY))

    image = own(board)
    first = image.get_attribute("src")
    assert near(colour(image, 0.1, 0.5), RED)
    assert near(colour(image, 0.9, 0.5), BLUE)

    second = people.shots(board).nth(1)
    second.locator(".picture").dispatch_event("drop", {"dataTransfer": board.evaluate_handle(CARRY)})
    expect(second.locator(".picture img")).to_have_attribute("src", first)


def test_a_file_that_is_no_picture_is_refused_and_nothing_changes(board: Page):
    before = card(board).locator(".picture img").get_attribute("src")
    carried = board.evaluate_handle(CARRY_NONSENSE)

    card(board).locator(".picture").dispatch_event("drop", {"dataTransfer": carried})

    expect(board.locator(".toast.failed")).to_contain_text("not a PNG, JPEG or WebP")
    expect(card(board).locator(".picture img")).to_have_attribute("src", before)


def test_one_draws_with_the_mouse_takes_back_and_saves(board: Page):
    surface = start_drawing(board)
    for y in (0.3, 0.7):
        board.mouse.move(*place(surface, 0.2, y))
        board.mouse.down()
        board.mouse.move(*place(surface, 0.8, y), steps=6)
        board.mouse.up()
    expect(surface.locator(".stroke")).to_have_count(2)
    board.keyboard.press("Control+z")
    expect(surface.locator(".stroke")).to_have_count(1)

    save(board)

    image = own(board)
    assert near(colour(image, 0.5, 0.3), VERMILION)
    assert near(colour(image, 0.5, 0.7), WHITE)


def test_strokes_that_were_not_saved_come_back(board: Page):
    surface = start_drawing(board)
    board.mouse.move(*place(surface, 0.2, 0.5))
    board.mouse.down()
    board.mouse.move(*place(surface, 0.8, 0.5), steps=4)
    board.mouse.up()
    expect(surface.locator(".stroke")).to_have_count(1)

    board.reload()

    expect(board.get_by_text("These are your marks that were not saved yet.")).to_be_visible()
    expect(board.locator("[data-stage] .stroke")).to_have_count(1)
    board.get_by_role("link", name="Throw them away").click()
    expect(board.locator("[data-stage] .stroke")).to_have_count(0)


def _touch(session: CDPSession, kind: str, *points: tuple[float, float]) -> None:
    touches = [{"x": x, "y": y} for x, y in points]
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})


def _pen(session: CDPSession, kind: str, point: tuple[float, float], force: float) -> None:
    pressed = {"button": "left", "buttons": 1, "clickCount": 1, "pointerType": "pen", "force": force}
    session.send("Input.dispatchMouseEvent", {"type": kind, "x": point[0], "y": point[1], **pressed})


def test_a_finger_draws_an_arrow_and_a_pen_presses(board: Page):
    surface = start_drawing(board)
    session = board.context.new_cdp_session(board)
    board.get_by_role("radio", name="Arrow").check(force=True)
    _touch(session, "touchStart", place(surface, 0.2, 0.25))
    _touch(session, "touchMove", place(surface, 0.5, 0.25))
    _touch(session, "touchMove", place(surface, 0.8, 0.25))
    _touch(session, "touchEnd")
    expect(surface.locator(".stroke polygon")).to_have_count(1)

    board.get_by_role("radio", name="Pen").check(force=True)
    for y, force in ((0.5, 0.1), (0.8, 1.0)):
        _pen(session, "mousePressed", place(surface, 0.2, y), force)
        for x in (0.4, 0.6, 0.8):
            _pen(session, "mouseMoved", place(surface, x, y), force)
        _pen(session, "mouseReleased", place(surface, 0.8, y), force)
    widths = [float(path.get_attribute("stroke-width")) for path in surface.locator(".stroke path").all()]

    assert widths[-1] > 2.5 * widths[1]
    save(board)
    assert near(colour(own(board), 0.5, 0.25), VERMILION)


def test_everything_but_the_pen_is_done_by_keys(board: Page):
    card(board).locator(".picture").focus()
    board.locator(":focus").evaluate(PASTE, board.evaluate_handle(CARRY))
    own(board)
    card(board).locator(".picture").focus()
    board.keyboard.press("p")
    board.wait_for_url("**/panel/draw/")

    stage = board.get_by_role("application")
    stage.focus()
    board.keyboard.press("c")
    for _ in range(15):
        board.keyboard.press("+")
    for _ in range(6):
        board.keyboard.press("Shift+ArrowRight")
    expect(board.get_by_label("Width")).to_have_value(re.compile(r"^4[78]\."))
    board.keyboard.press("t")
    board.get_by_label("Words").fill("Blue")
    board.get_by_role("button", name="Put them in").click()
    stage.focus()
    board.keyboard.press("Shift+ArrowDown")
    expect(stage.locator(".stroke text")).to_have_text("Blue")

    save(board)

    image = own(board)
    assert [near(colour(image, x, 0.1), BLUE) for x in (0.1, 0.9)] == [True, True]

"""The timeline: shots are as wide as they are long, and become longer and shorter by pointer and by keys."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, StorageState, expect

from tests.browser import people
from tests.browser.conftest import SHORT_SCRIPT, Watch, opened
from tests.browser.studio import Studio

CUT = """[...document.querySelectorAll(".transport *")]
  .filter((element) => element.clientWidth && element.scrollWidth > element.clientWidth)
  .map((element) => element.outerHTML)"""
pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


@pytest.fixture
def timeline(board: Page) -> Page:
    """The timeline of the short script, open in Nora's browser."""
    board.goto(re.sub(r"\?.*", "", board.url) + "timeline/")
    expect(board.get_by_role("button", name="Fit")).to_have_attribute("aria-pressed", "true")
    return board


def _block(page: Page, index: int) -> Locator:
    return page.locator("li.block").nth(index)


def _frames(page: Page, index: int) -> int:
    return int(_block(page, index).get_attribute("data-frames"))


def _width(page: Page, index: int) -> float:
    return _block(page, index).bounding_box()["width"]


def test_blocks_are_as_wide_as_they_are_long_at_every_zoom(timeline: Page):
    for _zoom in range(2):
        assert _width(timeline, 0) / _frames(timeline, 0) == pytest.approx(
            _width(timeline, 1) / _frames(timeline, 1), 0.01
        )
        timeline.get_by_role("button", name="Show less time").click()
    wide = _width(timeline, 0)

    timeline.reload()

    assert _width(timeline, 0) == pytest.approx(wide, 0.01)


def test_keys_make_a_shot_longer_by_frames_in_one_deed(timeline: Page):
    before = _frames(timeline, 0)
    _block(timeline, 0).locator(".picture").focus()
    for _press in range(3):
        timeline.keyboard.press("Alt+Shift+ArrowRight")
    expect(_block(timeline, 0)).to_have_attribute("data-frames", str(before + 3))
    expect(_block(timeline, 0).locator(".picture")).to_be_focused()

    timeline.keyboard.press("Control+z")

    expect(_block(timeline, 0)).to_have_attribute("data-frames", str(before))


def test_pulling_the_edge_makes_a_shot_longer(timeline: Page):
    before, wide = _frames(timeline, 0), _width(timeline, 0)
    edge = _block(timeline, 0).locator(".edge").bounding_box()
    timeline.mouse.move(edge["x"] + edge["width"] / 2, edge["y"] + edge["height"] / 2)
    timeline.mouse.down()
    timeline.mouse.move(edge["x"] + edge["width"] / 2 + wide / 2, edge["y"] + edge["height"] / 2, steps=5)
    timeline.mouse.up()

    expect(_block(timeline, 0)).not_to_have_attribute("data-frames", str(before))
    assert _frames(timeline, 0) == pytest.approx(before * 1.5, abs=2)
    timeline.reload()
    assert _frames(timeline, 0) == pytest.approx(before * 1.5, abs=2)


def test_escape_lets_go_of_the_edge(timeline: Page):
    before = _frames(timeline, 0)
    edge = _block(timeline, 0).locator(".edge").bounding_box()
    timeline.mouse.move(edge["x"] + 2, edge["y"] + 60)
    timeline.mouse.down()
    timeline.mouse.move(edge["x"] + 90, edge["y"] + 60)
    timeline.keyboard.press("Escape")
    timeline.mouse.up()

    timeline.reload()
    assert _frames(timeline, 0) == before


def test_the_playhead_is_moved_by_keys_and_by_pointer(timeline: Page):
    playhead = timeline.get_by_role("slider", name="Playhead")
    playhead.focus()
    timeline.keyboard.press("ArrowRight")
    timeline.keyboard.press("Shift+ArrowRight")
    expect(playhead).to_have_attribute("aria-valuetext", "00:00:01:01, 1")
    expect(timeline.locator("#playhead-time")).to_have_text("00:00:01:01")
    timeline.keyboard.press("PageDown")
    expect(playhead).to_have_attribute("aria-valuenow", str(_frames(timeline, 0)))

    timeline.locator("[data-rule]").click(position={"x": 2, "y": 10})
    expect(playhead).to_have_attribute("aria-valuetext", re.compile(r"00:00:00:\d\d, 1$"))


def test_alt_with_arrows_moves_a_shot(timeline: Page):
    first = _block(timeline, 0).get_attribute("id")
    _block(timeline, 0).locator(".picture").focus()
    timeline.keyboard.press("Alt+ArrowRight")

    expect(_block(timeline, 1)).to_have_id(first)
    expect(_block(timeline, 1).locator(".picture")).to_be_focused()


def _playhead(page: Page) -> int:
    return int(page.locator("#playhead").get_attribute("aria-valuenow") or 0)


def test_the_animatic_plays_its_panels_with_the_cameras_move(timeline: Page):
    still = timeline.locator("[data-screen]")
    _block(timeline, 0).evaluate("(block) => { block.dataset.move = 'zoom/in/medium'; }")
    timeline.get_by_role("button", name="Play the animatic").click()

    expect(still).to_have_attribute("style", re.compile(r"scale\(1\.[01]"))
    expect(timeline.locator("#playhead")).to_have_attribute("aria-valuenow", re.compile(r"^(1[3-9]|[2-9]\d|\d{3,})$"))
    timeline.get_by_role("button", name="Play the animatic").click()

    at = _playhead(timeline)
    timeline.wait_for_timeout(300)
    assert _playhead(timeline) == at


def test_j_k_l_shuttle_and_frames_are_stepped(timeline: Page):
    timeline.locator("#playhead").focus()
    for _press in range(2):
        timeline.keyboard.press("l")
    expect(timeline.locator("[data-speed]")).to_have_text("2 ×")
    # Far enough that the way back is still going on when one looks.
    expect(timeline.locator("#playhead")).to_have_attribute("aria-valuenow", re.compile(r"^\d{3,}$"))
    timeline.keyboard.press("j")
    expect(timeline.locator("[data-speed]")).to_have_text("-1 ×")
    timeline.keyboard.press("k")
    expect(timeline.locator("[data-speed]")).to_be_empty()
    at = _playhead(timeline)

    timeline.keyboard.press(".")
    assert _playhead(timeline) == at + 1
    timeline.keyboard.press(",")
    assert _playhead(timeline) == at


def test_a_range_is_played_over_and_over(timeline: Page):
    timeline.locator("#playhead").focus()
    timeline.keyboard.press("i")
    for _press in range(5):
        timeline.keyboard.press(".")
    timeline.keyboard.press("o")
    expect(timeline.locator("#range")).to_be_visible()
    timeline.keyboard.press("r")
    expect(timeline.get_by_role("button", name="Loop")).to_have_attribute("aria-pressed", "true")
    timeline.keyboard.press("Home")

    timeline.keyboard.press(" ")
    seen = set()
    for _look in range(12):
        timeline.wait_for_timeout(90)
        seen.add(_playhead(timeline))
    timeline.keyboard.press(" ")

    assert max(seen) <= 6
    assert len(seen) > 1


def test_what_is_said_stands_under_the_picture_and_can_be_switched_off(timeline: Page):
    timeline.evaluate("document.querySelectorAll('video').forEach((film) => { film.muted = true; })")
    speaking = timeline.locator("li.block").filter(has=timeline.locator(".lines p")).first
    speaking.locator(".picture").click()
    timeline.locator("#playhead").focus()
    caption = timeline.locator("[data-caption]")
    timeline.keyboard.press("l")
    expect(caption).not_to_be_empty()
    timeline.keyboard.press("k")

    timeline.keyboard.press("c")

    expect(caption).to_be_empty()
    expect(timeline.get_by_role("button", name="Captions")).to_have_attribute("aria-pressed", "false")


def test_an_edit_voids_the_approval_before_ones_eyes(timeline: Page):
    timeline.get_by_role("button", name="Approve the animatic").click()
    approval = timeline.locator("#approval")
    expect(approval).to_contain_text("Approved by")
    _block(timeline, 0).locator(".picture").focus()

    timeline.keyboard.press("Alt+Shift+ArrowRight")

    expect(approval).to_contain_text("no longer what was approved")
    expect(approval).to_contain_text("Changed since: 1.")
    approval.get_by_role("button", name="Approve again").click()
    expect(approval).not_to_contain_text("no longer")


def test_the_animatic_plays_from_a_card(board: Page):
    card = board.locator("article.shot").nth(1)
    card.locator("details.menu > summary").click()
    card.get_by_role("link", name="Play from here").click()

    board.wait_for_url(re.compile(r"/timeline/\?play#shot-\d+"))
    expect(board.get_by_role("button", name="Play the animatic")).to_have_attribute("aria-pressed", "true")
    begins = int(board.locator("li.block").first.get_attribute("data-frames") or 0)
    expect(board.locator("#playhead")).not_to_have_attribute("aria-valuenow", "0")
    assert _playhead(board) >= begins


@pytest.mark.parametrize("width", [320, 390])
def test_the_transport_is_three_rows_on_a_phone(
    browser: Browser, studio: Studio, watch: Watch, nora: StorageState, width: int
):
    with opened(browser, studio, watch, storage_state=nora, has_touch=True, is_mobile=True) as page:
        page.set_viewport_size({"width": width, "height": 844})
        people.begin(page, SHORT_SCRIPT)
        page.goto(re.sub(r"\?.*", "", page.url) + "timeline/")

        boxes = [button.bounding_box() for button in page.locator(".transport button").all()]

        assert len({round(box["y"] / 8) for box in boxes}) == 3
        assert min(box["height"] for box in boxes) >= 44
        assert min(box["width"] for box in boxes) >= 36
        assert max(box["x"] + box["width"] for box in boxes) <= width
        assert page.evaluate(CUT) == []

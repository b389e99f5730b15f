"""Shots moved by pointer and by touch, alone and many at once."""

from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, expect

from tests.look.conftest import Server

pytestmark = pytest.mark.browser

MODULES = ("reorder", "board")
HEAD = "".join(f'<script type="module" src="/static/js/{name}.js"></script>' for name in MODULES)
SAID = {
    "moved": "Shot {shot} is number {place} of {count}",
    "moved-many-1": "1 moved",
    "moved-many-2": "{count} moved",
    "not-moved": "Shot {shot} is back",
    "selected-1": "1 selected",
    "selected-2": "{count} selected",
}
DESK = "".join(f' data-{name}="{words}"' for name, words in SAID.items())
FORM = '<form id="many" data-rate="24/1"><b data-count></b><i data-length></i></form><template id="nothing-picked">'


def shots(*names: str) -> str:
    inside = (
        '<a class="picture" id="pick-{0}" href="#{0}"></a><h3 class="slate"><span>Shot </span>{0}</h3>'
        '<input type="checkbox" class="mark" form="many" name="shot" value="{0}" data-frames="24">'
    )
    item = (
        '<li data-shot="{0}" data-label="{0}"><article class="shot" id="shot-{0}"><div class="panel">'
        + inside
        + "</div></article></li>"
    )
    return "".join(item.format(name) for name in names)


def scene(key: str, *names: str) -> str:
    heading = f'<header class="slugline"><h2><span class="number">{key}</span></h2></header>'
    listed = f'<ol class="shots" data-reorder data-scene="{key}">{shots(*names)}</ol>'
    return f'<section class="scene" id="scene-{key}">{heading}{listed}</section>'


def board(server):
    inside = scene("4", "1", "2", "3") + scene("5", "7")
    page = server.open(
        f'<div class="board aspect-16-9"><div></div><div class="panels" id="storyboard-9">{inside}</div></div>'
        f'<div id="deeds" hidden data-many="/many"{DESK}></div>{FORM}</template>',
        head=HEAD,
    )
    page.wait_for_selector("[data-reorder-ready]")
    return page


def order(page, scene: str) -> list[str]:
    return page.locator(f'[data-scene="{scene}"] > li').evaluate_all("items => items.map(item => item.dataset.shot)")


def sent(server) -> dict[str, list[str]]:
    return parse_qs(server.sent[-1]["body"], keep_blank_values=True)


def drag(page, shot: str, onto: str, side: float = 0.9) -> None:
    """Take hold of `shot` and let it go over the part of `onto` that `side` says (0 is left, 1 is right)."""
    page.locator(f'[data-shot="{shot}"]').hover()
    page.mouse.down()
    goal = page.locator(f'[data-shot="{onto}"]').bounding_box()
    x, y = goal["x"] + goal["width"] * side, goal["y"] + goal["height"] / 2
    page.mouse.move(x, y + 2, steps=8)
    for nudge in (1, 0):
        page.mouse.move(x, y + nudge)
        page.wait_for_timeout(60)  # the browser tells a drag where it is only now and then
    page.mouse.up()


def test_moved_shot_tells_the_server_what_stands_before_it(server):
    server.says("/many", "")
    page = board(server)

    with page.expect_response("**/many"):
        drag(page, "1", onto="2")

    assert order(page, "4") == ["2", "1", "3"]
    assert sent(server) == {"do": ["move"], "shot": ["1"], "scene": ["4"], "after": ["2"]}
    assert server.sent[-1]["token"] == "the-token"
    expect(page.locator("#announcer")).to_have_text("Shot 1 is number 2 of 3")


RENEW = """
(scene) => {
  const part = { "hx-get": "/scenes/4/", "hx-trigger": "refresh", "hx-swap": "outerHTML" };
  for (const [name, value] of Object.entries(part)) scene.setAttribute(name, value);
  htmx.process(scene);
  return import("/static/js/renewing.js").then(({ renew }) => renew(scene.id));
}
"""


def test_nothing_is_swapped_under_the_hand_that_drags(server):
    server.says("/many", "")
    server.says("/scenes/4/", scene("4", "9"))
    page = board(server)
    page.locator('[data-shot="1"]').hover()
    page.mouse.down()
    page.mouse.move(300, 300, steps=8)
    expect(page.locator(".sortable-ghost")).to_have_count(1)

    page.locator("#scene-4").evaluate(RENEW)
    page.wait_for_timeout(300)
    assert server.times("/scenes/4/") == 0
    page.mouse.up()

    expect(page.locator("#shot-9")).to_be_visible()


def test_shot_moves_to_the_start_of_another_scene(server):
    server.says("/many", "")
    page = board(server)

    with page.expect_response("**/many"):
        drag(page, "3", onto="7", side=0.1)

    assert order(page, "5") == ["3", "7"]
    assert sent(server) == {"do": ["move"], "shot": ["3"], "scene": ["5"], "after": ["0"]}


def test_selected_shots_move_as_one_and_keep_their_order(server):
    server.says("/many", "")
    page = board(server)
    page.locator("#pick-3").click(modifiers=["Control"])
    page.locator("#pick-1").click(modifiers=["Control"])
    expect(page.locator("#announcer")).to_have_text("2 selected")

    with page.expect_response("**/many"):
        drag(page, "3", onto="7", side=0.1)

    assert (order(page, "4"), order(page, "5")) == (["2"], ["1", "3", "7"])
    assert sent(server) == {"do": ["move"], "shot": ["1", "3"], "scene": ["5"], "after": ["0"]}
    assert server.times("/many") == 1


@pytest.mark.parametrize("status", [409, 500])
def test_refused_move_goes_back_and_says_so(server, status):
    server.says("/many", "no", status)
    page = board(server)
    page.locator("#pick-1").click(modifiers=["Control"])
    page.locator("#pick-2").click(modifiers=["Shift"])

    drag(page, "1", onto="7")

    expect(page.locator(".toast.failed p").last).to_have_text("Shot 1 is back")
    assert (order(page, "4"), order(page, "5")) == (["1", "2", "3"], ["7"])


@pytest.fixture
def touched(browser: Browser):
    context = browser.new_context(viewport={"width": 1000, "height": 800}, reduced_motion="reduce", has_touch=True)
    yield Server(context.new_page())
    context.close()


def touch(page, shot: str, onto: str, *, until_held: bool) -> None:
    """Lay a finger on `shot`, hold it there until it is taken hold of or not at all, and lift it over `onto`."""
    finger = page.context.new_cdp_session(page)
    boxes = [page.locator(f'[data-shot="{one}"]').bounding_box() for one in (shot, onto)]
    (x, y), (goal_x, goal_y) = ((box["x"] + box["width"] * 0.6, box["y"] + box["height"] / 2) for box in boxes)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    if until_held:
        page.wait_for_selector(f'[data-shot="{shot}"].sortable-chosen')
    for part in range(1, 11):
        at = {"x": x + (goal_x - x) * part / 10, "y": y + (goal_y - y) * part / 10}
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [at]})
        page.wait_for_timeout(40)
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_long_press_takes_hold_and_a_short_one_does_not(touched):
    touched.says("/many", "")
    page = board(touched)

    touch(page, "1", onto="7", until_held=False)
    assert order(page, "4") == ["1", "2", "3"]
    with page.expect_response("**/many"):
        touch(page, "1", onto="7", until_held=True)

    assert (order(page, "4"), sorted(order(page, "5"))) == (["2", "3"], ["1", "7"])
    assert touched.times("/many") == 1

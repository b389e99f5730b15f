"""Shots moved by the pointer."""

from urllib.parse import parse_qs

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

HEAD = '<script type="module" src="/static/js/reorder.js"></script>'


def shots(*names: str) -> str:
    inside = '<div class="panel"><div class="picture">{0}</div></div>'
    item = f'<li data-shot="{{0}}" data-move-url="/move/{{0}}" data-label="{{0}}">{inside}</li>'
    return "".join(item.format(name) for name in names)


def board(server):
    words = 'data-moved="Shot {shot} is number {place} of {count}" data-not-moved="Shot {shot} is back"'
    lists = f'<ol class="shots" data-reorder data-scene="4">{shots("1", "2", "3")}</ol>'
    lists += f'<ol class="shots" data-reorder data-scene="5">{shots("7")}</ol>'
    page = server.open(
        f'<div class="board aspect-16-9"><div></div><div data-reorder-words {words}>{lists}</div></div>', head=HEAD
    )
    page.wait_for_selector("[data-reorder-ready]")
    return page


def order(page, scene: str) -> list[str]:
    return page.locator(f'[data-scene="{scene}"] > li').evaluate_all("items => items.map(item => item.dataset.shot)")


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
    server.says("/move/1", "")
    page = board(server)

    with page.expect_response("**/move/1"):
        drag(page, "1", onto="2")

    assert order(page, "4") == ["2", "1", "3"]
    assert parse_qs(server.sent[-1]["body"], keep_blank_values=True) == {"after": ["2"], "scene": ["4"]}
    assert server.sent[-1]["token"] == "the-token"
    expect(page.locator("#announcer")).to_have_text("Shot 1 is number 2 of 3")


def test_shot_moves_to_the_start_of_another_scene(server):
    server.says("/move/3", "")
    page = board(server)

    with page.expect_response("**/move/3"):
        drag(page, "3", onto="7", side=0.1)

    assert order(page, "5") == ["3", "7"]
    assert parse_qs(server.sent[-1]["body"], keep_blank_values=True) == {"after": [""], "scene": ["5"]}


def test_refused_move_goes_back_and_says_so(server):
    server.says("/move/1", "no", 409)
    page = board(server)

    drag(page, "1", onto="3")

    expect(page.locator(".toast.failed p")).to_have_text("Shot 1 is back")
    assert order(page, "4") == ["1", "2", "3"]

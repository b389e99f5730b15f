"""What is fetched again, and when: never an older answer over a newer one, and never more than has changed."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.look.conftest import Server

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]

RENEWING = "import('/static/js/renewing.js')"
BOARD = ".panels > .scene"


class Parts:
    """The answers of a small studio: each part says how often it was asked for, and can be told to wait."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.count: dict[str, int] = {}
        self.asked: list[list[str]] = []
        self.slow: list[tuple[Route, str]] = []
        self.holding = False

    def serves(self, *keys: int) -> None:
        """Answer for these scenes."""
        for key in keys:
            self.server.answers[f"/scenes/{key}/"] = self._answer

    def _answer(self, route: Route) -> None:
        address = urlsplit(route.request.url)
        keys = [*re.findall(r"\d+", address.path), *parse_qs(address.query).get("with", [])]
        self.asked.append(keys)
        for key in keys:
            self.count[key] = self.count.get(key, 0) + 1
        body = "".join(section(key, self.count[key], oob=index > 0) for index, key in enumerate(keys))
        if self.holding:
            self.slow.append((route, body))
        else:
            route.fulfill(body=body, content_type="text/html")

    def let_go(self) -> None:
        """Give the answers that waited."""
        self.holding = False
        for route, body in self.slow:
            route.fulfill(body=body, content_type="text/html")


def section(key, times=0, *, work=5, state="a", oob=False) -> str:
    """Return a scene as the studio sends it."""
    more = ' hx-swap-oob="true"' if oob else ""
    return (
        f'<section class="scene" id="scene-{key}" data-together="{work}" data-state="{state}"{more} '
        f'hx-get="/scenes/{key}/" hx-trigger="refresh consume" hx-swap="outerHTML">'
        f'<header class="slugline">{key}: {times}</header><ol class="shots"></ol></section>'
    )


def board(*keys: int, work: int = 5) -> str:
    """Return panels with these scenes."""
    return f'<div class="panels" id="panels-1">{"".join(section(key, work=work) for key in keys)}</div>'


def texts(page: Page) -> list[str]:
    """Return what stands in the scenes."""
    return page.locator(BOARD).all_inner_texts()


@pytest.fixture
def parts(server) -> Parts:
    return Parts(server)


def renew(page: Page, *keys: int) -> None:
    """Ask for scenes again."""
    page.evaluate(f"(ids) => {RENEWING}.then(({{ renew }}) => renew(...ids))", [f"scene-{key}" for key in keys])


def call(page: Page, name: str) -> None:
    page.evaluate(f"{RENEWING}.then((renewing) => renewing.{name}())")


def wait_until_asked(parts: Parts, page: Page, times: int) -> None:
    for _turn in range(200):
        if len(parts.asked) >= times:
            return
        page.wait_for_timeout(10)
    raise AssertionError(parts.asked)


def test_scenes_are_fetched_together_in_one_request(server, parts):
    parts.serves(1, 2, 3)
    page = server.open(board(1, 2, 3))

    renew(page, 1, 3)

    expect(page.locator(BOARD).nth(2)).to_have_text("3: 1")
    assert texts(page) == ["1: 1", "2: 0", "3: 1"]
    assert parts.asked == [["1", "3"]]
    renew(page, 2)
    expect(page.locator(BOARD).nth(1)).to_have_text("2: 1")


def test_so_many_as_are_allowed_come_at_once_and_the_rest_afterwards(server, parts):
    parts.serves(*range(1, 7))
    page = server.open(board(*range(1, 7), work=14))

    renew(page, *range(1, 7))

    for index in range(6):
        expect(page.locator(BOARD).nth(index)).to_have_text(f"{index + 1}: 1")
    assert sorted(len(keys) for keys in parts.asked) == [2, 2, 2]


def test_what_was_asked_for_before_a_deed_is_dropped_and_asked_for_again(server, parts):
    parts.serves(1, 2)
    page = server.open(board(1, 2))
    parts.holding = True
    renew(page, 1)
    wait_until_asked(parts, page, 1)

    call(page, "pause")
    renew(page, 2)
    page.wait_for_timeout(100)
    assert len(parts.asked) == 1
    parts.slow.clear()
    parts.holding = False
    call(page, "resume")

    expect(page.locator(BOARD).nth(0)).to_have_text("1: 2")
    expect(page.locator(BOARD).nth(1)).to_have_text("2: 1")
    assert sorted(parts.asked[1]) == ["1", "2"]


def test_a_part_that_changes_while_it_is_fetched_is_fetched_once_more(server, parts):
    parts.serves(1)
    page = server.open(board(1))
    parts.holding = True
    renew(page, 1)
    wait_until_asked(parts, page, 1)

    renew(page, 1)
    renew(page, 1)
    parts.let_go()

    expect(page.locator(BOARD).first).to_have_text("1: 2")
    page.wait_for_timeout(100)
    assert parts.asked == [["1"], ["1"]]


def test_a_card_waits_for_its_scene_that_is_being_fetched(server, parts):
    card = '<article id="shot-7" hx-get="/shots/7/" hx-trigger="refresh consume" hx-swap="outerHTML">{}</article>'
    older = section(1).replace("<ol", f"{card.format('older')}<ol")
    server.says("/shots/7/", card.format("newer"))
    held: list[Route] = []
    server.answers["/scenes/1/"] = held.append
    page = server.open(f'<div class="panels" id="panels-1">{older}</div>')
    renew(page, 1)
    page.wait_for_timeout(100)
    page.evaluate(f"{RENEWING}.then(({{ renew }}) => renew('shot-7'))")
    page.wait_for_timeout(100)
    assert server.times("/shots/7/") == 0

    held[0].fulfill(body=older, content_type="text/html")

    expect(page.locator("#shot-7")).to_have_text("newer")


def test_a_part_in_use_waits_until_it_is_not(server, parts):
    parts.serves(1, 2)
    page = server.open(board(1, 2))
    page.evaluate(f"{RENEWING}.then(({{ waitWhile }}) => waitWhile((part) => window.used === part.id))")
    parts.holding = True
    renew(page, 1, 2)
    wait_until_asked(parts, page, 1)
    page.evaluate("window.used = 'scene-2'")

    parts.let_go()

    expect(page.locator(BOARD).nth(0)).to_have_text("1: 1")
    expect(page.locator(BOARD).nth(1)).to_have_text("2: 0")
    page.evaluate(f"window.used = ''; {RENEWING}.then(({{ pay }}) => pay())")
    expect(page.locator(BOARD).nth(1)).to_have_text("2: 2")


def test_a_part_that_could_not_be_fetched_is_asked_for_again_later(server, parts):
    server.is_away("/scenes/1/")
    server.page.clock.install()
    page = server.open(board(1))
    renew(page, 1)
    page.wait_for_timeout(100)
    assert server.times("/scenes/1/") == 1

    parts.serves(1)
    page.clock.run_for(5_100)

    expect(page.locator(BOARD).first).to_have_text("1: 1")


def outline(*scenes: tuple[int, str]) -> str:
    """Return the list of scenes that comes with the head."""
    items = "".join(f'<li data-state="{state}"><a href="#scene-{key}">{key}</a></li>' for key, state in scenes)
    return f'<nav id="scenes"><ol class="scene-list">{items}</ol></nav>'


def follow(page: Page) -> None:
    page.evaluate("import('/static/js/board/outline.js').then(({ followOutline }) => { followOutline(); })")


@pytest.mark.parametrize("order", [(2, 3, 4, 1), (4, 1, 2, 3), (1, 3, 2, 4), (3, 1, 4, 2), (4, 3, 2, 1)])
def test_scenes_come_into_the_order_of_the_outline_and_are_not_fetched(server, parts, order):
    page = server.open(outline(*((key, "a") for key in order)) + board(1, 2, 3, 4))

    follow(page)

    assert texts(page) == [f"{key}: 0" for key in order]
    assert parts.asked == []


def test_one_scene_that_was_moved_is_all_that_moves(server, parts):
    page = server.open(outline((2, "a"), (3, "a"), (4, "a"), (1, "a")) + board(1, 2, 3, 4))
    page.evaluate("""
      window.moved = new Set();
      const note = (records) => { for (const { addedNodes: [node] } of records) if (node) window.moved.add(node.id); };
      new MutationObserver(note).observe(document.querySelector(".panels"), { childList: true });
    """)

    follow(page)

    assert page.evaluate("[...window.moved]") == ["scene-1"]


def test_new_scenes_are_fetched_those_that_are_gone_leave_and_others_come_as_they_are_now(server, parts):
    parts.serves(3, 9)
    page = server.open(outline((1, "a"), (9, "a"), (3, "b")) + board(1, 2, 3))

    follow(page)

    expect(page.locator(BOARD)).to_have_text(["1: 0", "9: 1", "3: 1"])
    assert [sorted(keys) for keys in parts.asked] == [["3", "9"]]


def lines(*scenes: tuple[int, str], oob: str = "") -> str:
    """Return the list of scenes with what stands in its lines."""
    items = "".join(f'<li data-state="a"><a href="#scene-{key}">{words}</a></li>' for key, words in scenes)
    return f'<nav id="scenes"{oob}><ol class="scene-list">{items}</ol></nav>'


def test_of_the_list_that_comes_with_the_head_only_other_lines_are_put_in(server, parts):
    figures = '<dl id="figures" hx-get="/head/" hx-trigger="refresh" hx-swap="outerHTML">{}</dl>'
    body = figures.format("old") + lines((1, "one"), (2, "two"), (3, "three"), (4, "four")) + board(1, 2, 3, 4)
    fresh = lines((4, "four"), (1, "one"), (3, "THREE"), oob=' hx-swap-oob="true"')
    server.says("/head/", figures.format("new") + fresh)
    page = server.open(
        f'{body}<template id="nothing-picked"></template>',
        head='<script type="module" src="/static/js/board.js"></script>',
    )
    page.evaluate("for (const line of document.querySelectorAll('.scene-list > li')) line.kept = true")
    page.locator('.scene-list a[href="#scene-3"]').focus()

    page.evaluate(f"{RENEWING}.then(({{ renew }}) => renew('figures'))")

    expect(page.locator("#figures")).to_have_text("new")
    assert page.locator(".scene-list > li").all_inner_texts() == ["four", "one", "THREE"]
    kept = page.locator(".scene-list > li").evaluate_all("(all) => all.map((line) => line.kept === true)")
    # The line of the scene on the screen carries a mark, and comes anew.
    assert (kept[0], kept[2]) == (True, False)
    expect(page.locator('.scene-list a[href="#scene-3"]')).to_be_focused()
    expect(page.locator(BOARD)).to_have_text(["4: 0", "1: 0", "3: 0"])

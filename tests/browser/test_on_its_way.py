"""What is on its way when something else happens: an answer that is older than what the page shows is never shown."""

import re
from collections.abc import Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import APIResponse, Error, Page, Request, Route, expect

from tests.browser import people

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

SCENES = re.compile(r"/scenes/\d+/$")
DEEDS = re.compile(r"/shots/many/$")
ADDED = re.compile(r"/scenes/\d+/shots/add/$")
INSPECTOR = re.compile(r"/inspector/$")

# Keeps every state of the board that differs from the one before: the keys of its shots, in their order.
WATCH = """
window.states = [];
const keys = () => [...document.querySelectorAll(".panels article.shot")].map(({ id }) => id).join(" ");
const note = () => { if (window.states.at(-1) !== keys()) window.states.push(keys()); };
new MutationObserver(note).observe(document.querySelector("main"), { childList: true, subtree: true });
note();
"""


class Held:
    """Answers that the studio has given already, but that the page gets only when the test says so."""

    def __init__(self, page: Page, address: re.Pattern, *, method: str = "GET", asked: bool = True) -> None:
        self.page, self.address, self.method, self.asked = page, address, method, asked
        self.holding = True
        self.routes: list[tuple[Route, APIResponse | None]] = []
        page.route(address, self._take)

    def _take(self, route: Route) -> None:
        if self.holding and route.request.method == self.method:
            self.routes.append((route, route.fetch() if self.asked else None))
        else:
            route.fallback()

    def wait(self, count: int = 1) -> None:
        """Return once so many requests are held."""
        for _turn in range(1500):
            if len(self.routes) >= count:
                return
            self.page.wait_for_timeout(20)
        raise AssertionError(f"Nobody asked for {self.address.pattern}.")

    def let_go(self) -> None:
        """Let them all arrive, and hold no more; a request that the page gave up is nobody's."""
        self.holding = False
        for route, response in self.routes:
            with suppress(Error):
                route.fulfill(response=response) if response else route.continue_()


@pytest.fixture
def other(board: Page) -> Iterator[Page]:
    """A second window on the same board."""
    page = board.context.new_page()
    page.goto(board.url)
    yield page
    page.close()


def _quiet(page: Page) -> None:
    """Return when the page has fetched what it owes."""
    page.wait_for_timeout(600)
    expect(page.locator(".htmx-request")).to_have_count(0)


def _keys(page: Page) -> str:
    return " ".join(card.get_attribute("id") or "" for card in people.shots(page).all())


def _press(page: Page, index: int, key: str) -> None:
    people.shots(page).nth(index).locator(".picture").focus()
    page.keyboard.press(key)


def test_a_scene_fetched_before_a_deletion_does_not_bring_the_shot_back(board: Page):
    before = _keys(board).split()
    scenes = Held(board, SCENES)
    _press(board, 0, "x")
    scenes.wait()
    board.evaluate(WATCH)

    with board.expect_response(DEEDS):
        _press(board, 0, "x")
    scenes.let_go()

    _quiet(board)
    assert board.evaluate("window.states") == [" ".join(before[1:]), " ".join(before[2:])]
    expect(board.locator(".scene").first.locator(".summary")).to_contain_text("0 shots")


def test_a_fetch_that_gives_way_to_a_deed_is_no_error(board: Page):
    logged: list[str] = []
    board.on("console", lambda message: logged.append(message.text) if message.type == "error" else None)
    given_up: list[str] = []
    board.on("requestfailed", lambda request: given_up.append(request.url))
    scenes = Held(board, SCENES)
    _press(board, 0, "x")
    scenes.wait()

    with board.expect_response(DEEDS):
        _press(board, 0, "x")
    scenes.let_go()

    expect(board.locator(".scene").first.locator(".summary")).to_contain_text("0 shots")
    _quiet(board)
    assert any(SCENES.search(url) for url in given_up)
    assert logged == []


def test_a_fetch_that_the_network_loses_is_still_an_error(board: Page):
    logged: list[str] = []
    board.on("console", lambda message: logged.append(message.text) if message.type == "error" else None)
    board.route(SCENES, lambda route: route.abort("connectionrefused"))

    with board.expect_event("requestfailed"):
        _press(board, 0, "x")

    board.wait_for_function("() => !document.querySelector('.htmx-request')")
    assert any("htmx:sendError" in text for text in logged)


def test_a_move_is_never_seen_to_go_back(board: Page):
    one, two, *rest = _keys(board).split()
    scenes = Held(board, SCENES)
    _press(board, 1, "o")
    scenes.wait()
    board.evaluate(WATCH)

    with board.expect_response(DEEDS):
        _press(board, 0, "Alt+ArrowRight")
    scenes.let_go()

    _quiet(board)
    moved = " ".join([two, one, *rest])
    assert board.evaluate("window.states").index(moved) == len(board.evaluate("window.states")) - 1
    expect(board.locator(f"#{two}")).to_contain_text("Omitted")


def test_what_somebody_else_does_waits_for_a_deed_that_is_on_its_way(board: Page, other: Page):
    before = _keys(board).split()
    deeds = Held(board, DEEDS, method="POST", asked=False)
    _press(board, 0, "x")
    deeds.wait()
    board.evaluate(WATCH)
    board.evaluate("document.addEventListener('live:scene', () => { window.told = true; }, { once: true })")

    _press(other, 1, "d")
    board.wait_for_function("() => window.told")
    board.wait_for_timeout(800)

    assert board.evaluate("window.states") == [" ".join(before[1:])]
    deeds.let_go()
    expect(people.shots(board)).to_have_count(len(before))
    assert not any(before[0] in state for state in board.evaluate("window.states"))


def test_a_change_that_comes_while_a_card_is_fetched_is_fetched_too(board: Page, other: Page):
    cards = Held(board, re.compile(r"/shots/\d+/$"))
    _press(other, 0, "o")
    cards.wait()
    expect(people.shots(other).first).to_contain_text("Omitted")

    board.evaluate("document.addEventListener('live:shot', () => { window.told = true; }, { once: true })")
    _press(other, 0, "o")
    board.wait_for_function("() => window.told")
    cards.let_go()

    with board.expect_response(re.compile(r"/shots/\d+/$")):
        pass
    _quiet(board)
    expect(people.shots(board).first).not_to_contain_text("Omitted")


def test_of_two_deletions_the_first_that_is_refused_comes_back_to_its_place(board: Page):
    before = _keys(board).split()
    deeds = Held(board, DEEDS, method="POST", asked=False)
    _press(board, 0, "x")
    _press(board, 0, "x")
    expect(people.shots(board)).to_have_count(len(before) - 2)
    deeds.wait()

    deeds.holding = False
    deeds.routes[0][0].fulfill(status=500)

    expect(people.shots(board)).to_have_count(len(before) - 1)
    _quiet(board)
    assert _keys(board) == " ".join([before[0], *before[2:]])


def test_undo_waits_for_the_deed_that_it_takes_back(board: Page):
    before = _keys(board)
    sent: list[str] = []
    board.on("request", lambda request: sent.append(_last_word(request)) if request.method == "POST" else None)
    deeds = Held(board, DEEDS, method="POST", asked=False)
    _press(board, 0, "x")
    deeds.wait()

    board.locator("header form.tools [data-next=undo]").click()
    board.wait_for_timeout(300)
    assert sent == ["many"]
    deeds.let_go()

    expect(people.shots(board)).to_have_count(len(before.split()))
    _quiet(board)
    assert sent == ["many", "undo"]
    assert _keys(board) == before


def _last_word(request: Request) -> str:
    return request.url.rstrip("/").rpartition("/")[2]


def test_the_shot_picked_last_is_the_one_that_is_shown(board: Page):
    first, second = people.shots(board).nth(0), people.shots(board).nth(1)
    key = (first.get_attribute("id") or "").removeprefix("shot-")
    slow = Held(board, re.compile(rf"/shots/{key}/inspector/"))
    first.locator(".picture").click()
    slow.wait()

    second.locator(".picture").click()
    shown = (second.get_attribute("id") or "").removeprefix("shot-")
    expect(people.inspector(board)).to_have_attribute("data-inspects", shown)
    slow.let_go()

    _quiet(board)
    expect(people.inspector(board)).to_have_attribute("data-inspects", shown)
    expect(second.locator(".picture")).to_have_attribute("aria-current", "true")


def test_a_cell_keeps_what_was_typed_when_an_older_table_arrives(board: Page):
    board.goto(f"{board.url}list/")
    table, size = board.locator("table.shot-list"), board.locator("tr.entry [data-column=size]").first
    tables = Held(board, re.compile(r"/list/\?columns="))
    table.evaluate("(table) => window.htmx.trigger(table, 'refresh')")
    tables.wait()

    size.dblclick()
    board.locator("td.editing select").select_option("ECU")
    with board.expect_response(re.compile(r"/cell/$")):
        board.keyboard.press("Enter")
    expect(size).to_have_text("Extreme close-up")
    board.evaluate(WATCH_CELL)
    tables.let_go()

    _quiet(board)
    assert board.evaluate("window.texts") == ["Extreme close-up"]


WATCH_CELL = """
window.texts = [];
const text = () => document.querySelector("tr.entry [data-column=size]").textContent.trim();
const note = () => { if (window.texts.at(-1) !== text()) window.texts.push(text()); };
const all = { childList: true, subtree: true, characterData: true };
new MutationObserver(note).observe(document.querySelector("main"), all);
note();
"""


def _timeline(board: Page):
    board.goto(f"{board.url}timeline/")
    block = board.locator(".block").first
    block.locator(".picture").focus()
    return block


def test_a_shot_made_longer_while_its_block_is_fetched_is_saved(board: Page):
    block = _timeline(board)
    frames = int(block.get_attribute("data-frames") or 0)
    blocks = Held(board, re.compile(r"/shots/\d+/block/$"))
    block.evaluate("(block) => window.htmx.trigger(block, 'refresh')")
    blocks.wait()

    with board.expect_response(re.compile(r"/length/$")):
        board.keyboard.press("Alt+Shift+ArrowRight")
    blocks.let_go()

    _quiet(board)
    expect(block).to_have_attribute("data-frames", str(frames + 1))


def test_a_second_length_follows_the_first_without_a_conflict(board: Page):
    block = _timeline(board)
    frames = int(block.get_attribute("data-frames") or 0)
    lengths = Held(board, re.compile(r"/length/$"), method="POST")
    board.keyboard.press("Alt+Shift+ArrowRight")
    lengths.wait()

    board.keyboard.press("Alt+Shift+ArrowRight")
    board.wait_for_timeout(700)
    assert len(lengths.routes) == 1
    lengths.let_go()

    expect(block).to_have_attribute("data-frames", str(frames + 2))
    expect(board.locator(".toast.failed")).to_have_count(0)


def test_a_press_is_a_click_though_the_card_changes_under_it(board: Page, other: Page):
    summary = people.shots(board).first.locator("details.menu > summary")
    summary.hover()
    board.mouse.down()
    cards: list[str] = []
    board.on("request", lambda request: cards.append(request.url) if re.search(r"/shots/\d+/$", request.url) else None)
    board.evaluate("document.addEventListener('live:shot', () => { window.told = true; }, { once: true })")

    _press(other, 0, "o")
    board.wait_for_function("() => window.told")
    board.wait_for_timeout(500)
    board.mouse.up()

    expect(people.shots(board).first.locator("details.menu")).to_have_attribute("open", "")
    assert cards == []
    board.keyboard.press("Escape")
    expect(people.shots(board).first).to_contain_text("Omitted")


def test_who_opens_a_menu_meanwhile_is_not_called_to_the_copy(board: Page):
    deeds = Held(board, re.compile("/duplicate/$"), method="POST", asked=False)
    before = people.shots(board).count()
    _press(board, 0, "d")
    deeds.wait()
    last = people.shots(board).last
    last.locator("details.menu > summary").click()

    with board.expect_response(re.compile(r"/inspector/")):
        deeds.let_go()
    _quiet(board)

    expect(people.shots(board)).to_have_count(before + 1)
    expect(last.locator("details.menu")).to_have_attribute("open", "")
    expect(last.locator("details.menu > summary")).to_be_focused()


def test_omitting_twice_at_once_leaves_the_shot_in(board: Page):
    deeds = Held(board, DEEDS, method="POST", asked=False)
    _press(board, 0, "o")
    expect(people.shots(board).first).to_have_class(re.compile("omitted"))
    _press(board, 0, "o")
    deeds.wait()
    deeds.let_go()

    _quiet(board)
    expect(people.shots(board).first).not_to_have_class(re.compile("omitted"))
    expect(people.shots(board).first).not_to_contain_text("Omitted")


def test_what_is_typed_before_the_new_shot_is_there_stands_in_it(board: Page):
    before = people.shots(board).count()
    deeds = Held(board, ADDED, method="POST", asked=False)
    _press(board, 0, "n")
    deeds.wait()
    board.keyboard.type("Extx")
    board.keyboard.press("Backspace")
    board.keyboard.type("ras dance")

    deeds.let_go()

    expect(people.inspector(board).get_by_label("Action")).to_be_focused()
    board.keyboard.type(" slowly.")
    expect(people.inspector(board).get_by_label("Action")).to_have_value("Extras dance slowly.")
    expect(people.shots(board).nth(1)).to_contain_text("Extras dance slowly.")
    expect(people.shots(board)).to_have_count(before + 1)


def test_what_is_typed_before_the_inspector_is_open_stands_in_it(board: Page):
    before = people.shots(board).count()
    parts = Held(board, INSPECTOR)
    _press(board, 1, "Enter")
    parts.wait()
    board.keyboard.type("Max and ")

    parts.let_go()

    action = people.inspector(board).get_by_label("Action")
    expect(action).to_be_focused()
    expect(action).to_have_value(re.compile("^Max and CLOSE ON"))
    expect(people.inspector(board).locator(".saved")).to_contain_text("Saved ")
    expect(people.shots(board)).to_have_count(before)


def test_keys_are_keys_again_when_the_new_shot_is_refused(board: Page):
    board.route(ADDED, lambda route: route.fulfill(status=500))
    with board.expect_response(ADDED):
        _press(board, 0, "n")
    expect(board.locator(".toast.failed")).to_be_visible()

    board.keyboard.press("o")

    expect(people.shots(board).first).to_contain_text("Omitted")


def test_who_opens_a_menu_meanwhile_is_not_called_to_the_new_shot(board: Page):
    deeds = Held(board, ADDED, method="POST", asked=False)
    _press(board, 0, "n")
    deeds.wait()
    last = people.shots(board).last
    last.locator("details.menu > summary").click()

    with board.expect_response(INSPECTOR):
        deeds.let_go()

    _quiet(board)
    expect(last.locator("details.menu")).to_have_attribute("open", "")
    expect(last.locator("details.menu > summary")).to_be_focused()


def test_who_types_into_another_shot_meanwhile_goes_on_typing(board: Page):
    deeds = Held(board, re.compile("/duplicate/$"), method="POST", asked=False)
    before = people.shots(board).count()
    _press(board, 0, "d")
    deeds.wait()
    people.shots(board).last.locator(".picture").click()
    action = people.inspector(board).get_by_label("Action")
    action.fill("Half a wor")

    deeds.let_go()
    expect(people.shots(board)).to_have_count(before + 1)
    _quiet(board)
    board.keyboard.type("d")

    expect(action).to_be_focused()
    expect(action).to_have_value("Half a word")

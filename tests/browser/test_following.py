"""The shot list and the timeline follow what others do: what changed is fetched, everything else stays as it is."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from tests.browser import people
from tests.browser.test_on_its_way import Held

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

KEEP = "(parts) => { for (const part of parts) part.kept = true; }"
KEPT = "(parts) => parts.map((part) => part.kept === true)"


@pytest.fixture
def other(board: Page) -> Iterator[Page]:
    """A second window, on the panels of the same board."""
    page = board.context.new_page()
    page.goto(re.sub(r"(list|timeline)/.*", "", board.url))
    yield page
    page.close()


@pytest.fixture
def rows(board: Page) -> Locator:
    """The rows of the shot list."""
    board.goto(f"{board.url}list/")
    expect(board.get_by_role("grid", name="Shots")).to_be_visible()
    return board.locator("tr.entry:has(td)")


@pytest.fixture
def blocks(board: Page) -> Locator:
    """The blocks of the timeline."""
    board.goto(f"{board.url}timeline/")
    return board.locator(".block:has(.picture)")


def _press(page: Page, index: int, key: str) -> None:
    people.shots(page).nth(index).locator(".picture").focus()
    page.keyboard.press(key)


def _copy(page: Page, index: int) -> None:
    """Copy a shot in the panels, and return when the copy has the focus."""
    _press(page, index, "d")
    expect(people.shots(page).nth(index + 1).locator(".picture")).to_be_focused()


def _keys(parts: Locator) -> list[str]:
    return parts.evaluate_all("(all) => all.map(({ id }) => id)")


def _fetched(page: Page) -> list[str]:
    """Return the list in which the addresses of rows and blocks are kept from now on."""
    found: list[str] = []

    def note(request: Request) -> None:
        if re.search(r"/shots/\d+/(row|block)/", request.url):
            found.append(request.url)

    page.on("request", note)
    return found


def _until(parts: Locator, test: Callable[[list[str]], bool]) -> list[str]:
    """Return the keys of the parts, in their order, once they pass the test."""
    for _turn in range(600):
        if test(_keys(parts)):
            return _keys(parts)
        parts.page.wait_for_timeout(50)
    raise AssertionError(_keys(parts))


def _deeds(parts: Locator, other: Page) -> None:
    """Let somebody copy, move and delete a shot, and see all of it arrive while what did not change stays."""
    one, two, *rest = _keys(parts)
    parts.evaluate_all(KEEP)

    _copy(other, 0)
    expect(parts).to_have_count(len(rest) + 3)
    assert parts.evaluate_all(KEPT).count(True) >= len(rest) + 1
    copied = _keys(parts)
    (new,) = set(copied) - {one, two, *rest}
    assert copied.index(new) == 1

    expect(people.shots(other)).to_have_count(len(copied))
    _press(other, 0, "Alt+ArrowRight")
    assert set(_until(parts, lambda keys: keys[0] == new)) == set(copied)

    _press(other, 0, "x")
    assert _until(parts, lambda keys: new not in keys)[0] == one


def test_the_list_follows_what_somebody_else_copies_moves_and_deletes(rows: Locator, other: Page):
    _deeds(rows, other)


def test_the_timeline_follows_what_somebody_else_copies_moves_and_deletes(blocks: Locator, other: Page):
    _deeds(blocks, other)
    edges = blocks.evaluate_all("(all) => all.map((block) => block.offsetWidth > 0)")
    assert all(edges)


def test_a_sorted_and_sifted_list_follows_too(board: Page, rows: Locator, other: Page):
    board.goto(re.sub(r"\?.*", "", board.url) + "?sort=-slate&omitted=hidden")
    before = _keys(rows)
    rows.evaluate_all(KEEP)
    fetched = _fetched(board)

    _copy(other, 0)
    expect(rows).to_have_count(len(before) + 1)
    (new,) = set(_keys(rows)) - set(before)
    assert _keys(rows).index(new) == len(before) - 1
    assert all(new.removeprefix("shot-") in url for url in fetched[:1])

    expect(people.shots(other)).to_have_count(len(before) + 1)
    # A row that is not asked for any more says so, and goes with the next outline, which may be on its way.
    _press(other, 0, "o")
    expect(board.locator(f"tr#{before[-1]}:not(.omitted)")).to_have_count(0)
    _press(other, 0, "x")
    assert _until(rows, lambda keys: before[-1] not in keys) == [*before[:-1], new]


def test_only_the_order_is_fetched_when_the_list_is_sorted(board: Page, rows: Locator):
    before = _keys(rows)
    fetched = _fetched(board)
    board.locator("#sort-slate").click()
    expect(board.locator("th[aria-sort=ascending]")).to_be_visible()
    board.locator("#sort-slate").click()

    assert _until(rows, lambda keys: keys == before[::-1])
    expect(board).to_have_url(re.compile(r"/list/\?sort=-slate$"))
    board.wait_for_timeout(500)
    assert fetched == []


def test_rows_that_were_sifted_away_come_back_filled(board: Page, rows: Locator):
    count = rows.count()
    board.get_by_role("searchbox").fill("nothing like it")
    expect(rows).to_have_count(0)

    board.get_by_role("searchbox").fill("")

    expect(rows).to_have_count(count)
    expect(board.locator("tr.entry:empty")).to_have_count(0)


def test_a_cell_in_which_somebody_types_stays_under_what_others_do(board: Page, rows: Locator, other: Page):
    count = rows.count()
    cell = rows.nth(1).locator("[data-column=action]")
    cell.dblclick()
    board.keyboard.type("Half a wor")
    board.evaluate("document.addEventListener('live:scene', () => { window.told = true; }, { once: true })")

    _copy(other, 0)
    board.wait_for_function("() => window.told")
    board.wait_for_timeout(1000)
    board.keyboard.type("d")

    expect(board.locator("td.editing textarea")).to_be_focused()
    assert "Half a word" in board.locator("td.editing textarea").input_value()
    board.keyboard.press("Escape")
    expect(rows).to_have_count(count + 1)


def test_an_older_row_is_never_put_over_a_newer_one(board: Page, rows: Locator):
    """The row is on its way when the list is ordered anew and the shot changes: what was written last stays."""
    row = rows.first
    held = Held(board, re.compile(r"/shots/\d+/row/"))
    row.evaluate("(row) => window.htmx.trigger(row, 'refresh')")
    held.wait()
    board.locator("#sort-slate").click()
    expect(board.locator("th[aria-sort=ascending]")).to_be_visible()
    lens = row.locator("[data-column=lens]")
    lens.dblclick()
    board.keyboard.type("35 mm")
    with board.expect_response(re.compile(r"/cell/$")):
        board.keyboard.press("Enter")

    held.let_go()

    board.wait_for_timeout(800)
    expect(lens).to_have_text("35 mm")
    expect(board.locator(".htmx-request")).to_have_count(0)


def test_the_playhead_and_the_place_stay_when_a_block_comes(board: Page, blocks: Locator, other: Page):
    second = blocks.nth(1)
    second.locator(".picture").click()
    time = board.locator("#playhead-time").text_content()
    count = blocks.count()

    _copy(other, count - 1)

    expect(blocks).to_have_count(count + 1)
    expect(second.locator(".picture")).to_be_focused()
    expect(board.locator("#playhead-time")).to_have_text(time or "")

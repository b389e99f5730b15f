"""How a board of hundreds of shots feels under the hand: `python bench/interaction.py` prints three tables.

It starts a studio of its own, fills its database, and drives a browser whose processor is slowed down four times.

    interactions    from the key or the pointer to the next picture on the screen, as the browser itself times them
                    (PerformanceObserver "event"; what stays under its 16 ms counts as 16)
    drag            frames per second while a card is dragged over 300 others
    opening         largest contentful paint and layout shift on a phone with a slow network, as Lighthouse sets it
    fragments       what is fetched again: milliseconds of the server (95 of 100 are quicker), and queries. Panels,
                    rows and blocks come by thirty shots in one answer at most; of the shot list and the timeline
                    only the outline comes whole
"""

import http.client
import json
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from tests.browser.browsers import launch_options
from tests.browser.studio import Studio

SIZES = (300, 500)
ROUNDS = 6
SLOWER = 4
LEAST_MS = 16
# Scenes of five shots that are asked for at once: thirty shots, as static/js/together.js has it.
TOGETHER = 6
SHOTS_TOGETHER = 30
SETTLE_MS = 350
WARM_UP = 5
ANSWERS = 100
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 412, "height": 823}
# Lighthouse's "slow 4G": 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up.
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}

FILL = """
import json
from django.test import Client
from storyboards.models import Shot
from tests import make
person = make.person("walker")
boards = {}
for size in %r:
    board = make.storyboard(person.teams.get(), scenes=size // 5, shots=5, title=f"{size} shots")
    marta, pip = board.elements.create(name="Marta"), board.elements.create(name="Pip", colour="snow")
    for shot in Shot.objects.filter(scene__storyboard=board):
        shot.cast.add(marta, pip)
    boards[size] = board.pk
client = Client(SERVER_NAME="127.0.0.1")
client.force_login(person)
print("FILLED", json.dumps({"boards": boards, "session": client.cookies["session"].value}))
"""

QUERIES = """
import json
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from accounts.models import User
client = Client(SERVER_NAME="127.0.0.1", headers={"HX-Request": "true"})
client.force_login(User.objects.get(email="walker@example.com"))
counts = {}
for path in %r:
    headers = {"HX-Target": f"storyboard-{path.split('/')[2]}"}
    client.get(path, headers=headers)
    with CaptureQueriesContext(connection) as queries:
        client.get(path, headers=headers)
    counts[path] = len(queries)
print("COUNTED", json.dumps(counts))
"""

WATCH = """
window.seen = JSON.parse(sessionStorage.getItem("seen") || "[]");
window.kind = "";
window.largest = 0;
window.shifted = 0;
const watch = (type, deed, more) => {
  const watcher = new PerformanceObserver((list) => list.getEntries().forEach(deed));
  watcher.observe({ type, buffered: true, ...more });
  return watcher;
};
const note = (one) => { if (one.interactionId) window.seen.push([window.kind, one.interactionId, one.duration]); };
const events = watch("event", note, { durationThreshold: 16 });
watch("largest-contentful-paint", (one) => { window.largest = one.startTime; });
watch("layout-shift", (one) => { if (!one.hadRecentInput) window.shifted += one.value; });
addEventListener("pagehide", () => {
  events.takeRecords().forEach(note);
  sessionStorage.setItem("seen", JSON.stringify(window.seen));
});
"""

COUNT_FRAMES = """
window.frames = 0;
window.began = performance.now();
const tick = () => { window.frames += 1; if (window.began) requestAnimationFrame(tick); };
requestAnimationFrame(tick);
"""


class Hand:
    """A person at a board: does one thing at a time, and remembers how long the screen took to answer."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.done: dict[str, int] = defaultdict(int)

    def does(self, kind: str, deed: Callable[[], object], *, times: int = 1) -> None:
        """Do `deed` and wait until the page is quiet again."""
        self.page.evaluate("(kind) => { window.kind = kind; }", kind)
        for _time in range(times):
            deed()
            self.done[kind] += 1
            self.page.wait_for_timeout(SETTLE_MS)

    def press(self, kind: str, key: str, *, times: int = 1) -> None:
        """Press `key`."""
        self.does(kind, lambda: self.page.keyboard.press(key), times=times)

    def durations(self) -> dict[str, list[float]]:
        """Return the milliseconds of each kind; what the browser did not report was quicker than it looks."""
        longest: dict[tuple[str, int], float] = {}
        for kind, interaction, duration in self.page.evaluate("window.seen"):
            longest[kind, interaction] = max(duration, longest.get((kind, interaction), 0))
        found: dict[str, list[float]] = defaultdict(list)
        for (kind, _interaction), duration in longest.items():
            if kind in self.done:
                found[kind].append(duration)
        for kind, count in self.done.items():
            found[kind] += [LEAST_MS] * (count - len(found[kind]))
        return found


def interactions(page: Page, board: str) -> dict[str, list[float]]:
    """Do everything that one does on a board, `ROUNDS` times, and return the milliseconds by kind."""
    page.goto(board)
    page.wait_for_selector(".shots[data-reorder-ready]")
    slow_down(page)
    hand = Hand(page)
    for number in range(ROUNDS):
        go_round(hand, number)
    return hand.durations()


def go_round(hand: Hand, number: int) -> None:
    """Do each of the twelve things once, the quick ones more often; begin where few have been."""
    page = hand.page
    page.locator(".picture").nth(10 + 3 * number).focus()
    hand.press("walk", "ArrowRight", times=4)
    hand.press("select", "Control+Space")
    hand.press("select a range", "Shift+ArrowDown", times=2)
    hand.press("clear the selection", "Escape")
    hand.press("move by a key", "Alt+ArrowLeft")
    hand.press("undo", "Control+z")
    hand.press("duplicate", "d")
    hand.press("delete", "x")
    hand.press("open the inspector", "Enter")
    page.locator("#inspector textarea[name=action]").focus()
    hand.press("type in the action", "m", times=5)
    page.wait_for_timeout(1200)
    page.keyboard.press("Escape")
    hand.does("drag", lambda: drag(page, number))
    page.locator(".picture").nth(5).focus()
    hand.press("scroll to the end", "End")
    hand.press("scroll to the start", "Home")
    switch_view(hand)


def switch_view(hand: Hand) -> None:
    """Go to the shot list and back."""
    page = hand.page
    hand.page.evaluate("window.kind = 'switch the view'")
    hand.done["switch the view"] += 1
    page.locator(".topbar [data-views] a").nth(1).click()
    page.wait_for_url("**/list/**")
    page.wait_for_load_state()
    page.go_back()
    page.wait_for_selector(".shots[data-reorder-ready]")
    page.wait_for_timeout(SETTLE_MS)


def drag(page: Page, number: int, *, steps: int = 6) -> None:
    """Take a card by the pointer and let it go over the one after the next."""
    start = page.locator(".picture").nth(number % 3).bounding_box()
    goal = page.locator(".picture").nth(3 + number % 3).bounding_box()
    if start and goal:
        page.mouse.move(start["x"] + 60, start["y"] + 60)
        page.mouse.down()
        page.mouse.move(goal["x"] + goal["width"] * 0.9, goal["y"] + 60, steps=steps)
        page.mouse.up()


def frames_per_second(page: Page, board: str, *, slower: int) -> float:
    """Return how many frames a second are drawn while a card is dragged up and down the screen."""
    page.goto(board)
    page.wait_for_selector(".shots[data-reorder-ready]")
    slow_down(page, slower)
    box = page.locator(".picture").first.bounding_box() or {"x": 0, "y": 0}
    page.mouse.move(box["x"] + 40, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + 60, steps=3)
    page.evaluate(COUNT_FRAMES)
    for turn in range(8):
        page.mouse.move(box["x"] + (700 if turn % 2 else 60), box["y"] + 60 + 70 * turn, steps=24)
    rate = page.evaluate("window.frames / (performance.now() - window.began) * 1000")
    page.evaluate("window.began = 0")
    page.keyboard.press("Escape")
    page.mouse.up()
    return rate


def opening(page: Page, board: str) -> tuple[float, float]:
    """Return largest contentful paint in milliseconds and layout shift of a phone that opens the board."""
    with session(page) as cdp:
        cdp.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        cdp.send("Network.enable")
        cdp.send("Network.emulateNetworkConditions", SLOW_4G)
        page.goto(board, wait_until="load")
        page.wait_for_timeout(2500)
        return page.evaluate("[window.largest, window.shifted]")


def slow_down(page: Page, times: int = SLOWER) -> None:
    """Give the page a slower processor from now on."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": times})


@contextmanager
def session(page: Page) -> Iterator[CDPSession]:
    """Give a session of the browser's own protocol."""
    cdp = page.context.new_cdp_session(page)
    yield cdp
    cdp.detach()


@contextmanager
def visit(browser: Browser, studio: Studio, key: str, size: dict[str, int], **options: Any) -> Iterator[Page]:
    """Give a signed-in page."""
    context = browser.new_context(base_url=studio.url, viewport=size, **options)
    context.add_cookies([{"name": "session", "value": key, "url": studio.url}])
    context.add_init_script(WATCH)
    page = context.new_page()
    page.set_default_timeout(120_000)
    yield page
    context.close()


def fragments(page: Page, board: str) -> dict[str, str]:
    """Return the addresses of what is fetched again, by what it is."""
    page.goto(board)
    named = {
        "the inspector": ".picture",
        "a card": "article.shot",
        "a scene": ".panels > .scene",
        "the head": "#figures",
    }
    found = {name: page.locator(selector).first.get_attribute("hx-get") or "" for name, selector in named.items()}
    scenes = page.locator(".panels > .scene").evaluate_all("(all) => all.map(({ id }) => id.replace('scene-', ''))")
    found["scenes together"] = f"{found['a scene']}?{urlencode({'with': scenes[1:TOGETHER]}, doseq=True)}"
    return {**found, **list_fragments(page, board), **timeline_fragments(page, board)}


def list_fragments(page: Page, board: str) -> dict[str, str]:
    """Return the same of the shot list, as it is and with most asked of it."""
    page.goto(f"{board}list/")
    outline = page.locator("table.shot-list").get_attribute("hx-get") or ""
    asked = {"text": "marta", "sort": "-status"}
    found = {"the outline of the list": outline, "the same, sifted and ordered": f"{outline}&{urlencode(asked)}"}
    return {**found, "rows together": shots_together(page, "tr.entry")}


def timeline_fragments(page: Page, board: str) -> dict[str, str]:
    """Return the same of the timeline."""
    page.goto(f"{board}timeline/")
    outline = page.locator(".reel").get_attribute("hx-get") or ""
    return {"the outline of the timeline": outline, "blocks together": shots_together(page, ".block")}


def shots_together(page: Page, selector: str) -> str:
    """Return the address at which thirty rows or blocks come in one answer."""
    first, *others = page.locator(selector).evaluate_all(
        f"(all) => all.slice(0, {SHOTS_TOGETHER}).map((e) => e.dataset.shot)"
    )
    address = page.locator(f"{selector}[data-shot='{first}']").get_attribute("hx-get") or ""
    return f"{address}{'&' if '?' in address else '?'}{urlencode({'with': others}, doseq=True)}"


def target_of(path: str) -> str:
    """Return the part of the page that asks: a whole view is the only one that is asked of."""
    return f"storyboard-{path.split('/')[2]}" if path.count("/") > 1 else ""


def fetch_times(studio: Studio, key: str, paths: dict[str, str], address: str) -> dict[str, list[float]]:
    """Return the milliseconds of `ANSWERS` answers of each kind, from the asking to the last byte.

    They are asked for by turns, so that a moment in which the machine is slow falls on all of them.
    """
    times: dict[str, list[float]] = {name: [] for name in paths}
    asked = {"HX-Request": "true", "HX-Current-URL": address, "Cookie": f"session={key}", "Accept-Encoding": "gzip"}
    server = http.client.HTTPConnection(urlsplit(studio.url).netloc)
    for _time in range(WARM_UP + ANSWERS):
        for name, path in paths.items():
            began = time.perf_counter()
            server.request("GET", path, headers={**asked, "HX-Target": target_of(path)})
            answer = server.getresponse()
            answer.read()
            times[name].append((time.perf_counter() - began) * 1000)
            if answer.status != HTTPStatus.OK:
                raise SystemExit(f"{path}: {answer.status} {answer.reason}")
    return {name: took[WARM_UP:] for name, took in times.items()}


def percentile(values: list[float], share: float) -> float:
    """Return the smallest value that `share` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * len(ordered)))]


def told(studio: Studio, code: str, mark: str) -> Any:
    """Run `code` in the studio's shell and return the JSON that it printed behind `mark`."""
    line = next(line for line in studio.manage("shell", "-c", code).splitlines() if line.startswith(mark))
    return json.loads(line.removeprefix(mark))


def print_interactions(size: int, found: dict[str, list[float]]) -> None:
    """Print one table."""
    every = [duration for durations in found.values() for duration in durations]
    print(f"\n| {size} shots, processor {SLOWER} × slower | times | median ms | p98 ms |\n|---|--:|--:|--:|")
    for kind, values in [*found.items(), ("**all**", every)]:
        print(f"| {kind} | {len(values)} | {statistics.median(values):.0f} | {percentile(values, 0.98):.0f} |")


def measure(browser: Browser, studio: Studio) -> None:
    """Print all tables; a first visit has the studio draw the pictures, which is measured elsewhere."""
    filled = told(studio, FILL % (SIZES,), "FILLED")
    boards = {int(size): f"/storyboards/{pk}/" for size, pk in filled["boards"].items()}
    key = filled["session"]
    for size, board in boards.items():
        with visit(browser, studio, key, DESKTOP) as page:
            print_interactions(size, interactions(page, board))
    print(f"\n| dragging over {min(SIZES)} shots | frames per second |\n|---|--:|")
    for slower in (1, SLOWER):
        with visit(browser, studio, key, DESKTOP) as page:
            print(
                f"| processor {slower} × slower | {frames_per_second(page, boards[min(boards)], slower=slower):.0f} |"
            )
    print("\n| opening on a phone, slow 4G, processor 4 × slower | LCP ms | CLS |\n|---|--:|--:|")
    for size, board in boards.items():
        with visit(browser, studio, key, PHONE) as page:
            page.goto(board)
            page.wait_for_timeout(2000)
        with visit(browser, studio, key, PHONE, has_touch=True, is_mobile=True) as page:
            largest, shifted = opening(page, board)
            print(f"| {size} shots | {largest:.0f} | {shifted:.3f} |")
    print_fragments(browser, studio, key, boards[max(boards)])


def print_fragments(browser: Browser, studio: Studio, key: str, board: str) -> None:
    """Print the table of what is fetched again after a deed."""
    with visit(browser, studio, key, DESKTOP) as page:
        paths = fragments(page, board)
        address = page.url
    # The browser, busy with 500 pictures to the last, is closed by now.
    times = fetch_times(studio, key, {"(that the studio is alive)": "/healthz", **paths}, address)
    counts = told(studio, QUERIES % (list(paths.values()),), "COUNTED")
    print(f"\n| fetched again, {max(SIZES)} shots | median ms | p95 ms | queries |\n|---|--:|--:|--:|")
    for name, took in times.items():
        queries = counts[paths[name]] if name in paths else 0
        print(f"| {name} | {statistics.median(took):.1f} | {percentile(took, 0.95):.0f} | {queries} |")


def main() -> None:
    """Start a studio and a browser, and measure."""
    with (
        tempfile.TemporaryDirectory(prefix="soraease-bench-") as folder,
        Studio(Path(folder)) as studio,
        sync_playwright() as driver,
    ):
        browser = driver.chromium.launch(**launch_options())
        measure(browser, studio)
        browser.close()


if __name__ == "__main__":
    main()

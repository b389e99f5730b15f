"""Every page, light and dark, at 1440 and at 320 pixels: no barrier that axe knows, nothing sideways out of reach."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser import people
from tests.browser.conftest import SHORT_SCRIPT, Watch, opened
from tests.browser.pages import CAREFUL, HALF_IN, NORA, OPERATOR, STOPS, VIEWER, VISITOR, Stop
from tests.browser.studio import Studio

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = {1440: 900, 320: 700}
# In the dark the marks are the same and the colours are others, so only what colours decide is looked at again.
COLOURS = ["color-contrast", "link-in-text-block"]
THEMES = {"light": {"type": "tag", "values": TAGS}, "dark": {"type": "rule", "values": COLOURS}}

# What reaches over the right edge, for the message.
TOO_WIDE = """() => document.scrollingElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
    .map((e) => e.tagName + "." + e.className).slice(0, 8)"""
PUT_INTO_TEAM = """
from accounts.models import *
owner = User.objects.get(email={owner!r}); viewer = User.objects.get(email={viewer!r})
Membership.objects.create(user=viewer, team=owner.teams.get(), role="viewer")
"""
MAKE_STAFF = """
from accounts.models import *
User.objects.filter(email={operator!r}).update(is_staff=True)
"""


@dataclass(frozen=True)
class Tour:
    """Everybody's browser, and the keys of the rows that the addresses name."""

    pages: dict[str, Page]
    watches: dict[str, Watch]
    keys: dict[str, str]


@pytest.fixture(scope="module")
def tour(browser: Browser, studio: Studio) -> Iterator[Tour]:
    """A studio with something on every page; the workers stand still while one looks at what waits for them."""
    with ExitStack() as stack:
        watches = {who: Watch() for who in (VISITOR, NORA, VIEWER, CAREFUL, HALF_IN, OPERATOR)}
        pages = {who: stack.enter_context(opened(browser, studio, watch)) for who, watch in watches.items()}
        addresses = {who: people.sign_up(pages[who], studio, who) for who in (NORA, VIEWER, CAREFUL, OPERATOR)}
        studio.manage("shell", "-c", PUT_INTO_TEAM.format(owner=addresses[NORA], viewer=addresses[VIEWER]))
        studio.manage("shell", "-c", MAKE_STAFF.format(operator=addresses[OPERATOR]))
        keys = _finished_board(pages[NORA]) | _other_boards(pages[NORA])
        stack.enter_context(studio.holding("steps", "media"))
        keys |= _waiting_board(pages[NORA])
        pages[NORA].context.clear_cookies()
        people.sign_in(pages[NORA], addresses[NORA])
        people.add_second_step(pages[CAREFUL])
        people.give_password(pages[HALF_IN], addresses[CAREFUL])
        yield Tour(pages, watches, keys)


def _key(address: str | None) -> str:
    return re.search(r"/(\d+)/", address or "")[1]


def _finished_board(page: Page) -> dict[str, str]:
    """One shot with two takes, the others with one, and a film."""
    board = people.begin(page, SHORT_SCRIPT)
    people.shots(page).first.locator(".picture").click()
    people.inspector(page).get_by_label("Notes").fill("Mind the gull.")
    expect(people.inspector(page).locator(".saved")).to_contain_text("Saved ")
    people.ask_for_all(page)
    people.wait_for_takes(page)
    people.shots(page).first.locator(".picture").click()
    people.inspector(page).get_by_role("button", name="Generate a take").click()
    expect(people.inspector(page).locator(".takes a[aria-label*='done' i]")).to_have_count(
        1, timeout=people.PATIENCE_MS
    )
    take = people.inspector(page).locator(".takes a").first.get_attribute("href")
    shot = people.shots(page).first.get_attribute("data-shot") or people.shots(page).first.get_attribute("id")
    scene = page.locator(".scene").first.get_attribute("id")
    page.goto(board)
    film = people.make_film(page)
    expect(page.locator("video")).to_be_visible(timeout=people.PATIENCE_MS)
    element = _change_somebody(page, board)
    return {
        "element": element,
        "board": _key(board),
        "shot": _number(shot),
        "scene": _number(scene),
        "take": _key(take),
        "film": _key(film),
    }


def _change_somebody(page: Page, board: str) -> str:
    """Let Marta look different, so that takes are stale, and return her key."""
    page.goto(f"{board}bible/")
    page.get_by_role("heading", name="Characters").locator("xpath=..").get_by_role("link", name="Marta").first.click()
    page.get_by_label("Colours", exact=True).fill("a red coat")
    expect(page.locator(".saved")).to_contain_text("Saved")
    return _key(page.url)


def _number(name: str | None) -> str:
    return re.sub(r"\D", "", name or "")


def _other_boards(page: Page) -> dict[str, str]:
    """A board that nothing was done with, and one with nothing on it."""
    fresh = people.begin(page, SHORT_SCRIPT)
    keys = {
        "fresh": _key(fresh),
        "fresh_shot": _number(people.shots(page).first.get_attribute("id")),
        "fresh_scene": _number(page.locator(".scene").first.get_attribute("id")),
    }
    other = people.begin(page, SHORT_SCRIPT)
    people.choose(people.shots(page).first, "Delete")
    expect(page.locator(".toast")).to_be_visible()
    empty = people.begin(page, "INT. HALL - DAY\n\nA door.")
    page.locator(".scene details.menu > summary").first.click()
    page.locator(".scene").get_by_role("button", name="Delete", exact=True).first.click()
    expect(page.get_by_role("heading", name="An empty board")).to_be_visible()
    return keys | {"other": _key(other), "empty": _key(empty)}


def _waiting_board(page: Page) -> dict[str, str]:
    """A board whose takes and film wait for workers."""
    board = people.begin(page, SHORT_SCRIPT)
    people.ask_for_all(page)
    people.shots(page).first.locator(".picture").click()
    take = people.inspector(page).locator(".takes a").first.get_attribute("href")
    page.goto(f"{board}films/")
    page.get_by_label(re.compile("stand in", re.IGNORECASE)).check()
    page.get_by_role("button", name="Make the film").click()
    page.wait_for_url(re.compile(r"/films/\d+/$"))
    film = _key(page.url)
    file = page.request.get(f"{board}export.soraease").body()
    page.goto("/storyboards/import/")
    page.locator("input[type=file]").set_input_files(
        {"name": "lamp.soraease", "mimeType": "application/zip", "buffer": file}
    )
    page.get_by_role("button", name="Import", exact=True).click()
    page.wait_for_url(re.compile(r"/unpackings/\d+/$"))
    return {
        "waiting": _key(board),
        "waiting_take": _key(take),
        "waiting_film": film,
        "unpacking": _key(page.url),
    }


@pytest.mark.parametrize("stop", STOPS, ids=[stop.name for stop in STOPS])
def test_page_has_no_barrier(tour: Tour, stop: Stop):
    page = tour.pages[stop.who]
    page.unroute_all()
    page.set_viewport_size({"width": 1440, "height": 900})
    path = stop.path.format_map(tour.keys)
    answer = people.go(page, path)
    came_to = urlsplit(page.url).path
    stop.first(page)

    found = [*_barriers(page), *tour.watches[stop.who].complaints]

    assert came_to == urlsplit(path).path
    assert answer.status == stop.status
    assert found == []


def _barriers(page: Page) -> list[str]:
    """Return what is wrong with the page, each with the width and the theme in which it was seen."""
    found = []
    axe = Axe()
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        found += [f"{width}: too wide: {name}" for name in page.evaluate(TOO_WIDE)]
        for theme, rules in THEMES.items():
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            options = {"runOnly": rules, "resultTypes": ["violations"]}
            violations = axe.run(page, options=options).response["violations"]
            found += [f"{width} {theme}: {_told(violation)}" for violation in violations]
    return found


def _told(violation: dict) -> str:
    nodes = "; ".join(f"{node['html'][:160]} ({node['failureSummary'][:200]})" for node in violation["nodes"][:3])
    return f"{violation['id']} ×{len(violation['nodes'])}: {nodes}"

"""A page of our own making in a real browser: our modules, and a small server that answers as a test says."""

import mimetypes
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.conftest import browser_type_launch_args  # noqa: F401

# The browser's driver keeps an event loop in the thread of the tests; they still use the database by ordinary calls.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "static"
CONFIG = re.search(r"name=\"htmx-config\" content='([^']+)'", (ROOT / "templates" / "base.html").read_text())[1]
ADDRESS = "http://studio.test"
FRAME = """<!DOCTYPE html><html lang="en" data-theme="auto"><head><title>A page</title>
<meta name="color-scheme" content="light dark"><meta name="csrf-token" content="the-token">
<meta name="htmx-config" content='{config}'>
<link rel="stylesheet" href="/static/css/base.css"><link rel="stylesheet" href="/static/css/components.css">
<link rel="stylesheet" href="/static/css/board.css">
<script defer src="/static/vendor/htmx-2.0.11.min.js"></script>
<script defer src="/static/vendor/sortable-1.15.7.min.js"></script>
<script type="module" src="/static/js/app.js"></script>{head}</head><body {attributes}>
<main id="main" tabindex="-1">{body}</main>
<div class="toasts" id="toasts" role="status" data-dismiss="Dismiss" data-failed="failed" data-forbidden="forbidden"
 data-gone="gone" data-busy="busy" data-offline="offline" data-late="late"></div>
<p id="announcer" role="status"></p></body></html>"""


class Server:
    """Answers at `studio.test`: pages and fragments as told, static files from the tree; remembers what was asked."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.answers: dict[str, Callable[[Route], None]] = {}
        self.asked: list[str] = []
        self.sent: list[dict[str, str | None]] = []
        page.route(f"{ADDRESS}/**", self._answer)

    def says(self, path: str, body: str, status: int = 200, kind: str = "text/html") -> None:
        """Answer `path` with `body`."""
        self.answers[path] = lambda route: route.fulfill(status=status, body=body, content_type=kind)

    def is_away(self, path: str) -> None:
        """Break the connection when `path` is asked for."""
        self.answers[path] = lambda route: route.abort("connectionrefused")

    def holds(self, path: str) -> list[Route]:
        """Give no answer when `path` is asked for; return the list in which the requests wait."""
        held: list[Route] = []
        self.answers[path] = held.append
        return held

    def times(self, path: str) -> int:
        """Return how often `path` was asked for."""
        return self.asked.count(path)

    def _answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(ADDRESS).split("?")[0]
        if path.startswith("/static/"):
            file = STATIC / path.removeprefix("/static/")
            route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0] or "font/woff2")
            return
        self.asked.append(path)
        self.sent.append(
            {"path": path, "body": route.request.post_data, "token": route.request.headers.get("x-csrftoken")}
        )
        answer = self.answers.get(path)
        if answer is None:
            route.fulfill(status=404, body="")
            return
        answer(route)

    def open(self, body: str, *, attributes: str = "", head: str = "") -> Page:
        """Show a page with `body` in the frame that our modules expect."""
        self.says("/", FRAME.format(config=CONFIG, body=body, attributes=attributes, head=head))
        self.page.goto(f"{ADDRESS}/")
        return self.page


@pytest.fixture
def server(browser: Browser):
    context = browser.new_context(viewport={"width": 1000, "height": 800}, reduced_motion="reduce")
    context.set_default_timeout(5_000)
    page = context.new_page()
    thrown: list[str] = []
    page.on("pageerror", lambda error: thrown.append(str(error)))
    yield Server(page)
    context.close()
    assert thrown == []

"""A whole studio in processes of its own, and a real browser in front of it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, StorageState, expect

from tests.browser import people
from tests.browser.browsers import launch_options
from tests.browser.studio import Studio

# The machine may be busy with everything else that is tested.
PATIENCE_MS = 30_000
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args) -> dict:
    """Use the machine's own browser where there is one, else Playwright's."""
    return {**browser_type_launch_args, **launch_options()}


@pytest.fixture(scope="session")
def studio(tmp_path_factory) -> Iterator[Studio]:
    """One running studio for all journeys; each journey brings people of its own."""
    with Studio(tmp_path_factory.mktemp("studio")) as running:
        yield running


class Watch:
    """Collects what a page must never do: break the content policy, throw, or fail to load something of ours."""

    def __init__(self) -> None:
        self.complaints: list[str] = []

    def follow(self, page: Page) -> None:
        """Listen to `page`."""
        page.on("console", lambda message: self._heard(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(f"threw: {error}"))

    def _heard(self, kind: str, text: str) -> None:
        if kind == "error" and re.search(r"Content.Security.Policy|Refused to", text):
            self.complaints.append(text)


@pytest.fixture
def watch() -> Iterator[Watch]:
    watching = Watch()
    yield watching
    assert watching.complaints == []


@pytest.fixture
def page(browser: Browser, studio: Studio, watch: Watch) -> Iterator[Page]:
    """A desktop browser at the studio's door."""
    with opened(browser, studio, watch) as page:
        yield page


@pytest.fixture
def plain_page(browser: Browser, studio: Studio, watch: Watch) -> Iterator[Page]:
    """The same with JavaScript off."""
    with opened(browser, studio, watch, java_script_enabled=False) as page:
        yield page


@pytest.fixture(scope="session")
def nora(browser: Browser, studio: Studio) -> StorageState:
    """What the browser of somebody who is signed in has in its jar; many tests share this person."""
    with opened(browser, studio, Watch()) as page:
        people.sign_up(page, studio)
        return page.context.storage_state()


@pytest.fixture
def noras_page(browser: Browser, studio: Studio, watch: Watch, nora: StorageState) -> Iterator[Page]:
    """Nora's browser."""
    with opened(browser, studio, watch, storage_state=nora) as page:
        yield page


@pytest.fixture
def board(noras_page: Page) -> Page:
    """A fresh board of the short script, open in Nora's browser."""
    people.begin(noras_page, SHORT_SCRIPT)
    return noras_page


@contextmanager
def opened(browser: Browser, studio: Studio, watch: Watch, **options: Any) -> Iterator[Page]:
    """Give a page in a browser context of its own, with `options`, at the studio's door."""
    context = browser.new_context(base_url=studio.url, viewport={"width": 1440, "height": 900}, **options)
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    watch.follow(page)
    yield page
    context.close()


@pytest.fixture
def short_script(tmp_path: Path) -> Path:
    """Two scenes of two shots, a few seconds."""
    path = tmp_path / "lamp.fountain"
    path.write_text(SHORT_SCRIPT)
    return path


SHORT_SCRIPT = """Title: The Short Lamp

EXT. ROCKY COAST - DUSK

Rain. Marta in a yellow coat climbs the path.

MARTA
Not yet, Pip.

CLOSE ON the lighthouse, dark.

INT. LIGHTHOUSE STAIRS - NIGHT

Marta climbs the stairs with a lantern.

CLOSE ON her hand striking a match.
"""

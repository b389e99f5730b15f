"""What people do in the browser, in their own words."""

import base64
import hmac
import os
import re
import struct
import time
from itertools import count

from playwright.sync_api import Locator, Page, Response, expect

from tests.browser.studio import Studio

PASSWORD = "a-long-lamp-in-the-dark"
# Two cores draw and join while the rest of the tests run: a take of a few seconds may be long in coming.
PATIENCE_MS = 240_000
CIRCLED = re.compile(r"take \d+ circled")
PASSED = """(video, seconds) => new Promise((shown, late) => {
  setTimeout(() => late(new Error(`at ${video.currentTime} s, ready ${video.readyState}`)), 60_000);
  const look = () => (video.readyState >= 2 && video.currentTime > seconds ? shown() : setTimeout(look, 50));
  look();
})"""
_numbers = count(1)


def sign_up(page: Page, studio: Studio, name: str = "Nora") -> str:
    """Make an account, confirm its address from the letter, and return the address."""
    address = f"{name.lower()}-{next(_numbers)}-{os.getpid()}@example.com"
    page.goto("/accounts/signup/")
    page.get_by_label("Your name").fill(name)
    page.get_by_label(re.compile("e-?mail", re.IGNORECASE)).first.fill(address)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label(re.compile("again", re.IGNORECASE)).fill(PASSWORD)
    page.get_by_role("button", name="Sign up", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile("confirm|verify", re.IGNORECASE))
    page.goto(studio.link_in_mail_to(address, r"http://\S+/confirm-email/\S+"))
    page.get_by_role("button", name=re.compile("confirm", re.IGNORECASE)).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Storyboards")
    return address


def sign_in(page: Page, address: str) -> None:
    """Sign in with the password that everybody here uses."""
    give_password(page, address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Storyboards")


def give_password(page: Page, address: str) -> None:
    """Fill in the sign-in page and send it."""
    page.goto("/accounts/login/")
    page.get_by_label(re.compile("e-?mail", re.IGNORECASE)).first.fill(address)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def go(page: Page, path: str) -> Response:
    """Open the page at `path`, giving the password once more where that is asked, and return the answer."""
    answer = page.goto(path)
    if page.url.partition("?")[0].endswith("/reauthenticate/") and "/reauthenticate/" not in path:
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Confirm").click()
        page.wait_for_url(f"**{path}")
        answer = page.reload()
    return answer


def add_second_step(page: Page) -> None:
    """Add an authenticator app to the account; a code that ran out on the way is typed again."""
    go(page, "/accounts/2fa/totp/activate/")
    while page.url.endswith("/activate/"):
        secret = re.search(r"\b[A-Z2-7]{32}\b", page.content())[0]
        page.locator("input[name=code]").fill(code_of(secret, time.time()))
        with page.expect_navigation():
            page.get_by_role("button", name="Turn it on").click()


def code_of(secret: str, now: float) -> str:
    """Return what an authenticator app shows at `now` (RFC 6238)."""
    counter = struct.pack(">Q", int(now) // 30)
    digest = hmac.digest(base64.b32decode(secret), counter, "sha1")
    offset = digest[-1] & 15
    number = struct.unpack_from(">I", digest, offset)[0] & 0x7FFF_FFFF
    return f"{number % 1_000_000:06}"


def paste(page: Page, script: str) -> str:
    """Make a storyboard of a pasted script by way of the preview, and return the board's address."""
    page.goto("/storyboards/new/")
    page.get_by_label("Script", exact=True).fill(script)
    page.get_by_role("button", name="See what will be made").click()
    return create(page)


def begin(page: Page, script: str) -> str:
    """Make a storyboard of a script by the same form, without the preview, open its board and return the address."""
    page.request.get("/storyboards/new/")
    token = next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "csrftoken")
    form = {"csrfmiddlewaretoken": token, "script": script, "step": "create", "aspect": "16:9", "rate": "24/1"}
    answer = page.request.post("/storyboards/new/", form=form)
    assert answer.ok, answer.text()
    page.goto(answer.url)
    return page.url


def create(page: Page) -> str:
    """Go on from the preview to the board and return its address."""
    page.get_by_role("button", name="Create the storyboard").click()
    page.wait_for_url(re.compile(r"/storyboards/\d+/$"))
    return page.url


def shots(page: Page) -> Locator:
    """The cards on the board, in order."""
    return page.locator("article.shot")


def states(page: Page) -> Locator:
    """What each card says of its takes."""
    return page.locator("article.shot .state")


def choose(card: Locator, deed: str) -> None:
    """Open the card's menu and press what stands in it."""
    card.locator("details.menu > summary").click()
    card.locator("details.menu").get_by_role("button", name=deed, exact=True).click()


def ask_for_all(page: Page) -> None:
    """From the board, ask for a take of every shot that has none."""
    page.get_by_role("link", name="Generate", exact=True).click()
    page.get_by_role("button", name=re.compile(r"Generate \d+ takes?")).click()
    page.wait_for_url(re.compile(r"/storyboards/\d+/$"))


def wait_for_takes(page: Page) -> None:
    """Stay on the board until every shot has a circled take."""
    for card in states(page).all():
        expect(card).to_have_text(CIRCLED, timeout=PATIENCE_MS)


def make_film(page: Page) -> str:
    """From the board, ask for the film and return the address of its page."""
    page.get_by_role("link", name=re.compile("^(Films|Make the film)$")).first.click()
    page.get_by_role("button", name="Make the film").click()
    page.wait_for_url(re.compile(r"/films/\d+/$"))
    return page.url


def inspector(page: Page) -> Locator:
    """The shot that is open beside the board."""
    return page.locator("#inspector [data-inspects]")


def see_film_pass(video: Locator, seconds: float) -> None:
    """Return once the film shows a picture from after `seconds`; the page's policy forbids Playwright's own waiting."""
    video.evaluate(PASSED, seconds)

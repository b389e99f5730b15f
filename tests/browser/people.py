"""What people do in the browser, in their own words."""

import re
from itertools import count

from playwright.sync_api import Page, expect

from tests.browser.studio import Studio

PASSWORD = "a-long-lamp-in-the-dark"
_numbers = count(1)


def sign_up(page: Page, studio: Studio, name: str = "Nora") -> str:
    """Make an account, confirm its address from the letter, and return the address."""
    address = f"{name.lower()}{next(_numbers)}@example.com"
    page.goto("/accounts/signup/")
    page.get_by_label("Your name").fill(name)
    page.get_by_label(re.compile("e-?mail", re.IGNORECASE)).first.fill(address)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label(re.compile("again", re.IGNORECASE)).fill(PASSWORD)
    page.get_by_role("button", name=re.compile("sign up", re.IGNORECASE)).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile("confirm|verify", re.IGNORECASE))
    page.goto(studio.link_in_mail_to(address, r"http://\S+/confirm-email/\S+"))
    page.get_by_role("button", name=re.compile("confirm", re.IGNORECASE)).click()
    return address


def sign_in(page: Page, address: str) -> None:
    """Sign in with the password that everybody here uses."""
    page.goto("/accounts/login/")
    page.get_by_label(re.compile("e-?mail", re.IGNORECASE)).first.fill(address)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name=re.compile("^sign in$", re.IGNORECASE)).click()

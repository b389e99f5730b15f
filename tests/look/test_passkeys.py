"""A passkey is made and used in a real browser, under the real content policy."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LOGIN = "/accounts/login/?next=/accounts/email/"
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def plain_names(settings):
    """The test's server finds static files by their own names, not by the hashed ones."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture
def page(browser: Browser, plain_names, live_server):
    context = browser.new_context(base_url=live_server.url.replace("127.0.0.1", "localhost"))
    context.set_default_timeout(10_000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    keys = context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    yield page
    context.close()
    assert complaints == []


def sign_in(page: Page, email: str) -> None:
    page.goto(LOGIN)
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(make.PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/accounts/email/")


def test_passkey_is_added_and_signs_in(page):
    person = make.person("nora")
    sign_in(page, person.email)
    page.goto("/accounts/2fa/webauthn/add/")
    page.get_by_label("Password").fill(make.PASSWORD)
    page.get_by_role("button", name="Confirm").click()

    page.get_by_label("What you call it").fill("Laptop")
    page.get_by_label("Sign in with it alone").check()
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.locator("h1")).to_have_text("Recovery codes")
    page.get_by_label("Account", exact=True).first.click()
    page.get_by_role("button", name="Sign out").click()
    page.goto(LOGIN)
    page.get_by_role("button", name="Sign in with a passkey").click()

    page.wait_for_url("**/accounts/email/")


def test_a_passkey_that_is_not_there_is_told(page):
    page.goto(LOGIN)
    page.get_by_role("button", name="Sign in with a passkey").click()

    expect(page.locator(".toast.failed p")).to_contain_text("The passkey was not used")

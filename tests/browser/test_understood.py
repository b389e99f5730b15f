"""What the sketch understands of a shot: told in the inspector, and told again after an edit."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import people

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


def test_what_is_understood_is_told_and_follows_the_words(board: Page):
    people.shots(board).first.locator(".picture").click()
    inspector = people.inspector(board)
    inspector.locator("summary", has_text="What the sketch understands").click()
    expect(inspector.get_by_text("Weather: rain")).to_be_visible()

    inspector.get_by_label("Action").fill("Three dogs run on the beach. A glarbnik.")

    expect(inspector.get_by_text("3 × dog, run")).to_be_visible()
    expect(inspector.get_by_text("Not understood: glarbnik.")).to_be_visible()

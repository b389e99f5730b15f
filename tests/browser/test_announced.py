"""A way through the board by ear: what a screen reader says of the focus, and what the page tells it by itself."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import people

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

# Keeps what a screen reader would say by itself: a live region is read whole once it has changed and can be seen.
LISTEN = """() => {
  const live = "[role=status], [role=alert], [role=log], [aria-live=polite], [aria-live=assertive]";
  const changed = new Set();
  const say = () => {
    for (const region of changed) {
      const words = region.isConnected && region.checkVisibility() ? region.innerText : "";
      if (words.trim()) window.heard.push(words.replace(/\\s+/g, " ").trim());
    }
    changed.clear();
  };
  window.heard = [];
  new MutationObserver((all) => {
    if (!changed.size) setTimeout(say, 100);
    for (const { target, addedNodes } of all) {
      const region = (target.nodeType === 1 ? target : target.parentElement)?.closest(live);
      if (region) changed.add(region);
      for (const node of addedNodes) {
        for (const inside of node.querySelectorAll?.("[role=alert]") ?? []) changed.add(inside);
      }
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}"""


@pytest.fixture
def heard(board: Page) -> Page:
    """A board to which somebody listens; the focus is on the first card, and the eyes are shut from here on."""
    board.evaluate(LISTEN)
    people.shots(board).first.locator(".picture").focus()
    return board


def _focused(page: Page) -> str:
    """Return what is read of the element with the focus: role and name, as the browser computes them."""
    session = page.context.new_cdp_session(page)
    found = session.send("Runtime.evaluate", {"expression": "document.activeElement"})["result"]["objectId"]
    node = session.send("Accessibility.getPartialAXTree", {"objectId": found, "fetchRelatives": False})["nodes"][0]
    session.detach()
    return f"{node['role']['value']} {node['name']['value']}"


def _group(page: Page) -> str:
    """Return the name of the group that the focus is in, which is read on the way into it."""
    return page.evaluate(
        """() => {
          const group = document.activeElement.closest("[role=group][aria-labelledby], dialog[aria-labelledby]");
          return group ? document.getElementById(group.getAttribute("aria-labelledby")).innerText : "";
        }"""
    )


def _hear(page: Page, pattern: str) -> None:
    """Wait until something was said that fits, and forget everything that was said until then."""
    for _look in range(300):
        said = page.evaluate("window.heard")
        if any(re.search(pattern, words) for words in said):
            page.evaluate("window.heard = []")
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"Nobody said {pattern!r}, but {said}")


def _press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_the_board_is_worked_on_by_ear(heard: Page):
    assert _focused(heard).startswith("link Shot 1: Rain. Marta")

    _press(heard, "n")
    _hear(heard, r"^Shot added\.$")
    expect(people.inspector(heard).get_by_label("Action")).to_be_focused()
    assert (_focused(heard), _group(heard)) == ("textbox Action", "Shot 1A")
    heard.keyboard.type("A gull.")
    _hear(heard, r"^Saved \d")
    expect(people.shots(heard).nth(1).locator(".picture")).to_have_accessible_name("Shot 1A: A gull.")
    _press(heard, "Escape")
    assert _focused(heard) == "link Shot 1A: A gull."

    _press(heard, "Alt+ArrowRight")
    _hear(heard, r"^Shot 1A moved to place 3 of 3 in scene 1\.$")
    _press(heard, "Alt+ArrowRight")
    _hear(heard, r"^It cannot go further\.$")
    _press(heard, "Alt+ArrowRight")
    _hear(heard, r"^It cannot go further\.$")

    _press(heard, "Shift+ArrowLeft")
    _hear(heard, r"^2 shots selected$")
    _press(heard, "o")
    _hear(heard, r"^2 shots omitted\. Undo")
    omitted = re.compile("^Shot 1A: omitted. CLOSE ON")
    expect(people.shots(heard).nth(1).locator(".picture")).to_have_accessible_name(omitted)
    expect(people.shots(heard).nth(1).locator(".picture")).to_be_focused()
    assert _focused(heard).startswith("link Shot 1A: omitted.")
    _press(heard, "Control+z")
    _hear(heard, r"^Taken back: ")
    _press(heard, "Escape")
    _hear(heard, r"^Nothing is selected\.$")

    _press(heard, "d")
    _hear(heard, r"^Shot copied\. This is the copy\.$")
    expect(people.shots(heard).nth(2).locator(".picture")).to_be_focused()
    _press(heard, "x")
    _hear(heard, r"^1 shot is in the trash\. Undo")
    _press(heard, "Control+z")
    _hear(heard, r"^Taken back: deleted shot 1")
    _press(heard, "Control+Shift+z")
    _hear(heard, r"^Done again: deleted the shot")


def test_a_shot_that_is_looked_at_large_says_which_one_it_is(heard: Page):
    _press(heard, " ")
    expect(heard.get_by_role("dialog")).to_be_visible()
    assert _focused(heard) == "group Shot 1"
    heard.evaluate("window.heard = []")

    _press(heard, "ArrowRight")

    _hear(heard, r"^Shot 1A CLOSE ON the lighthouse")


def test_words_of_two_tabs_are_told_at_once(heard: Page):
    _press(heard, "Enter")
    expect(people.inspector(heard).get_by_label("Action")).to_be_focused()
    second = heard.context.new_page()
    second.goto(heard.url)
    heard.route("**/events*", lambda route: route.abort("connectionrefused"))
    people.inspector(second).get_by_label("Action").fill("The second tab wrote that.")
    expect(people.inspector(second).locator(".saved")).to_contain_text("Saved ")

    heard.keyboard.type("Mine. ")

    _hear(heard, "The second tab wrote that")
    expect(people.inspector(heard).get_by_label("Action")).to_be_focused()


def test_a_dead_network_and_its_return_are_told(heard: Page):
    _press(heard, "Enter")
    expect(people.inspector(heard).get_by_label("Action")).to_be_focused()
    heard.context.set_offline(True)

    heard.keyboard.type("In a tunnel. ")

    _hear(heard, "Offline: kept on this device")
    heard.context.set_offline(False)
    _hear(heard, r"^Saved \d")

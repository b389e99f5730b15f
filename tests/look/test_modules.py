"""What our small modules do in a real browser."""

import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from tests.look.conftest import ROOT

pytestmark = pytest.mark.browser

STREAM = "text/event-stream"
HERE = "event: here\ndata: yes\n\n"
LIVE_SHOT = '<div id="shot-{0}" data-live hx-get="/shot/{0}" hx-trigger="refresh" hx-swap="outerHTML">{1}</div>'


def test_htmx_request_carries_the_token(server):
    server.says("/deed", "done")
    page = server.open('<button id="b" hx-post="/deed">Do</button>')

    page.get_by_role("button").click()
    expect(page.locator("#b")).to_have_text("done")

    assert server.sent[-1]["token"] == "the-token"


@pytest.mark.parametrize(("status", "words"), [(500, "failed"), (403, "forbidden"), (404, "gone"), (429, "busy")])
def test_refused_request_is_told_in_a_toast(server, status, words):
    server.says("/deed", "no", status)
    page = server.open('<button hx-post="/deed">Do</button>')

    page.get_by_role("button", name="Do").click()

    expect(page.locator(".toast.failed p")).to_have_text(words)


def test_lost_connection_is_told_in_a_toast(server):
    server.is_away("/deed")
    page = server.open('<button hx-post="/deed">Do</button>')

    page.get_by_role("button", name="Do").click()

    expect(page.locator(".toast.failed p")).to_have_text("offline")


def test_failed_refresh_makes_no_toast(server):
    server.says("/shot/1", "no", 500)
    page = server.open(LIVE_SHOT.format(1, "old"))

    page.wait_for_function("window.htmx")
    with page.expect_response("**/shot/1"):
        page.evaluate("htmx.trigger('#shot-1', 'refresh')")

    expect(page.locator(".toast")).to_have_count(0)


def test_toast_leaves_after_eight_seconds_but_not_under_the_pointer(server):
    server.page.clock.install()
    page = server.open("")
    page.evaluate("document.dispatchEvent(new CustomEvent('toast', {detail: {text: 'Shot moved', kind: 'info'}}))")

    page.locator(".toast").hover()
    page.clock.fast_forward(20_000)
    expect(page.locator(".toast p")).to_have_text("Shot moved")
    page.mouse.move(0, 0)
    page.clock.fast_forward(7_000)
    expect(page.locator(".toast")).to_have_count(1)
    page.clock.fast_forward(1_500)

    expect(page.locator(".toast")).to_have_count(0)


def test_failure_stays_until_it_is_dismissed(server):
    server.page.clock.install()
    page = server.open("")
    page.evaluate("document.dispatchEvent(new CustomEvent('toast', {detail: {text: 'Refused', kind: 'failed'}}))")

    page.clock.fast_forward(60_000)
    expect(page.locator(".toast p")).to_have_text("Refused")
    page.get_by_role("button", name="Dismiss").click()

    expect(page.locator(".toast")).to_have_count(0)


def test_focus_returns_to_the_same_id_after_a_swap(server):
    server.says("/part", '<button id="again" hx-post="/part" hx-target="#part">Again</button>')
    page = server.open('<div id="part"><button id="again" hx-post="/part" hx-target="#part">Once</button></div>')

    page.get_by_role("button", name="Once").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("button", name="Again")).to_be_focused()


def test_focus_goes_to_the_control_with_the_same_words_when_it_has_no_id(server):
    server.says("/part", "<button>First</button><button>Move right</button>")
    page = server.open('<div id="part"><button hx-post="/part" hx-target="#part">Move right</button></div>')

    page.get_by_role("button").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("button", name="First")).to_be_visible()
    expect(page.get_by_role("button", name="Move right")).to_be_focused()


def test_focus_goes_to_the_swapped_part_when_the_control_is_gone(server):
    server.says("/part", "<p>Deleted</p>")
    page = server.open('<div id="part"><button hx-post="/part" hx-target="#part">Delete</button></div>')

    page.get_by_role("button").focus()
    page.keyboard.press("Enter")

    expect(page.locator("#part")).to_be_focused()


def test_menu_closes_on_escape_and_gives_focus_back(server):
    page = server.open(
        '<details class="menu"><summary>More</summary><div><button>One</button><button>Two</button></div></details>'
    )

    page.get_by_text("More").click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("button", name="Two")).to_be_focused()
    page.keyboard.press("Escape")

    expect(page.locator("details")).not_to_have_attribute("open", "")
    expect(page.locator("summary")).to_be_focused()


def test_menu_closes_when_something_else_is_clicked(server):
    page = server.open(
        '<details class="menu"><summary>More</summary><div><button>One</button></div></details><p>Elsewhere</p>'
    )

    page.get_by_text("More").click()
    page.get_by_text("Elsewhere").click()

    expect(page.locator("details")).not_to_have_attribute("open", "")


def test_dialog_opens_and_closes_by_its_buttons(server):
    page = server.open('<button data-open="d">Delete</button><dialog id="d"><button data-close>Keep</button></dialog>')

    page.get_by_role("button", name="Delete").click()
    expect(page.locator("dialog")).to_be_visible()
    page.get_by_role("button", name="Keep").click()

    expect(page.locator("dialog")).to_be_hidden()
    expect(page.get_by_role("button", name="Delete")).to_be_focused()


def test_theme_changes_at_once_and_is_sent(server):
    server.says("/theme/", "")
    button = '<button name="theme" value="dark" aria-pressed="false">Dark</button>'
    page = server.open(f'<form method="post" action="/theme/" data-theme-switch>{button}</form>')
    day = page.evaluate("getComputedStyle(document.body).backgroundColor")

    with page.expect_request("**/theme/"):
        page.get_by_role("button", name="Dark").click()

    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.get_by_role("button", name="Dark")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != day
    assert 'name="theme"\r\n\r\ndark' in server.sent[-1]["body"]


def test_event_refreshes_the_shot_that_it_names(server):
    server.says("/events", 'event: change\ndata: {"type": "shot", "id": 12, "version": 2}\n\n', kind=STREAM)
    server.says("/shot/12", '<div id="shot-12">new</div>')
    shots = LIVE_SHOT.format(12, "old") + LIVE_SHOT.format(13, "other")
    page = server.open(shots, attributes='data-events="/events"')

    expect(page.locator("#shot-12")).to_have_text("new")

    assert server.times("/shot/13") == 0


def test_event_refreshes_what_follows_the_shot(server):
    server.says("/events", 'data: {"type": "shot", "id": 12, "version": 2}\n\n', kind=STREAM)
    server.says("/strip", '<p id="takes-12">three takes</p>')
    strip = '<p id="takes-12" data-follows="shot-12" hx-get="/strip" hx-trigger="refresh" hx-swap="outerHTML">two</p>'
    page = server.open(strip, attributes='data-events="/events"')

    expect(page.locator("#takes-12")).to_have_text("three takes")


def test_event_waits_while_a_menu_of_its_shot_is_open(server):
    server.says("/events", 'data: {"type": "shot", "id": 12, "version": 2}\n\n', kind=STREAM)
    server.says("/shot/12", '<div id="shot-12">new</div>')
    menu = '<details class="menu" open><summary>More</summary><div><button>One</button></div></details>'
    page = server.open(LIVE_SHOT.format(12, menu), attributes='data-events="/events"')

    page.wait_for_function("window.htmx")
    page.get_by_role("button", name="One").focus()
    assert server.times("/shot/12") == 0
    page.keyboard.press("Escape")

    expect(page.locator("#shot-12")).to_have_text("new")


def test_page_polls_when_the_stream_is_refused_and_comes_back(server):
    server.page.clock.install()
    server.says("/events", "away", 503)
    server.says("/shot/12", LIVE_SHOT.format(12, "polled"))
    page = server.open(LIVE_SHOT.format(12, "old"), attributes='data-events="/events"')

    page.wait_for_function("window.htmx")
    page.clock.run_for(3_100)
    expect(page.locator("#shot-12")).to_have_text("polled")
    server.says("/events", HERE, kind=STREAM)
    server.says("/shot/12", LIVE_SHOT.format(12, "caught up"))
    page.clock.run_for(6_100)

    expect(page.locator("#shot-12")).to_have_text("caught up")


def test_page_polls_while_its_stream_neither_opens_nor_fails_and_comes_back(server):
    server.page.clock.install()
    held = server.holds("/events")
    server.says("/shot/12", LIVE_SHOT.format(12, "polled"))
    page = server.open(LIVE_SHOT.format(12, "old"), attributes='data-events="/events"')

    page.wait_for_function("window.htmx")
    page.clock.run_for(7_900)
    assert server.times("/shot/12") == 0
    page.clock.run_for(3_200)
    expect(page.locator("#shot-12")).to_have_text("polled")
    server.says("/shot/12", LIVE_SHOT.format(12, "caught up"))
    held[0].fulfill(body=HERE, content_type=STREAM)

    expect(page.locator("#shot-12")).to_have_text("caught up")


def test_page_polls_while_its_stream_is_open_and_silent(server, silent_stream):
    server.page.clock.install()
    server.answers["/events"] = lambda route: route.continue_(url=silent_stream)
    server.says("/shot/12", LIVE_SHOT.format(12, "polled"))

    page = server.open(LIVE_SHOT.format(12, "old"), attributes='data-events="/events"')
    page.wait_for_function("window.htmx")
    page.clock.run_for(11_100)

    expect(page.locator("#shot-12")).to_have_text("polled")


@pytest.fixture
def silent_stream():
    """The address of a stream that opens and then says nothing, as behind a proxy that holds answers back."""
    over = threading.Event()

    class Silent(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", STREAM)
            self.end_headers()
            over.wait()

    with ThreadingHTTPServer(("127.0.0.1", 0), Silent) as proxy:
        threading.Thread(target=proxy.serve_forever).start()
        yield f"http://127.0.0.1:{proxy.server_port}/"
        over.set()
        proxy.shutdown()


def test_page_polls_only_what_is_near_the_view(server):
    server.page.clock.install()
    server.says("/events", "away", 503)
    far = '<div class="cover"><div class="picture"></div></div>' * 30
    shots = LIVE_SHOT.format(1, "near") + far + LIVE_SHOT.format(2, "far")
    page = server.open(shots, attributes='data-events="/events"')

    page.wait_for_function("window.htmx")
    with page.expect_response("**/shot/1"):
        page.clock.run_for(3_100)
    assert server.times("/shot/2") == 0
    with page.expect_response("**/shot/2"):
        page.locator("#shot-2").scroll_into_view_if_needed()

    assert server.times("/shot/2") >= 1


DROP = """async ([selector, name, text]) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], name, {type: 'text/plain'}));
  const zone = document.querySelector(selector);
  const told = {bubbles: true, cancelable: true, dataTransfer: transfer};
  const says = (kind) => zone.dispatchEvent(new DragEvent(kind, told));
  says('dragenter');
  // Whoever holds something over a place is told of it again and again.
  while (says('dragover')) await new Promise((done) => setTimeout(done, 50));
  const over = zone.classList.contains('over');
  says('drop');
  return over;
}"""


def test_dropped_script_is_read_into_the_text_area(server):
    page = server.open('<div class="drop" data-drop="t"><textarea id="t"></textarea></div>')

    over = page.evaluate(DROP, [".drop", "lamp.fountain", "EXT. COAST - DUSK\n"])

    assert over
    expect(page.locator("#t")).to_have_value("EXT. COAST - DUSK\n")
    expect(page.locator(".drop")).not_to_have_class(re.compile("over"))


def test_dropped_file_goes_into_the_file_field(server):
    page = server.open('<div class="drop" data-drop="f"><input type="file" id="f"></div>')

    page.evaluate(DROP, [".drop", "lamp.fountain", "EXT. COAST - DUSK\n"])

    assert page.evaluate("document.getElementById('f').files[0].name") == "lamp.fountain"


def test_a_file_is_dropped_where_a_place_for_it_came_later(server):
    page = server.open('<main id="main"></main>')
    page.evaluate(
        "document.querySelector('main').innerHTML = '<p class=drop data-drop=t><textarea id=t></textarea></p>'"
    )

    assert page.evaluate(DROP, [".drop", "lamp.fountain", "EXT. COAST - DUSK\n"])

    expect(page.locator("#t")).to_have_value("EXT. COAST - DUSK\n")


def test_a_card_that_is_fetched_again_does_not_fetch_its_scene_and_board(server):
    """Events bubble: without `consume`, each refresh would also reach what stands around."""
    markup = [(ROOT / "templates/storyboards" / name).read_text() for name in ("shot.html", "scene.html")]
    card, scene = (re.search(r'hx-trigger="(refresh[^"]*)"', text)[1] for text in markup)
    inner = f'<article id="shot-1" hx-get="/card" hx-trigger="{card}" hx-swap="outerHTML">old</article>'
    middle = f'<section id="scene-1" hx-get="/scene" hx-trigger="{scene}" hx-swap="outerHTML">{inner}</section>'
    server.says("/card", '<article id="shot-1">new</article>')
    page = server.open(f'<div id="storyboard-1" hx-get="/board" hx-trigger="refresh">{middle}</div>')

    page.wait_for_function("window.htmx")
    page.evaluate("htmx.trigger('#shot-1', 'refresh')")
    expect(page.locator("#shot-1")).to_have_text("new")

    assert [server.times(path) for path in ("/card", "/scene", "/board")] == [1, 0, 0]

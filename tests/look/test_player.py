"""The film player: timecode, keys and chapters."""

import base64
import subprocess

import imageio_ffmpeg
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

HEAD = '<script type="module" src="/static/js/player.js"></script>'


@pytest.fixture(scope="module")
def film(tmp_path_factory) -> bytes:
    """Twenty seconds of grey at 24 frames a second."""
    path = tmp_path_factory.mktemp("film") / "film.mp4"
    source = ["-f", "lavfi", "-i", "color=gray:size=64x36:rate=24:duration=20"]
    codec = ["-c:v", "libx264", "-g", "24", "-pix_fmt", "yuv420p", "-movflags", "+faststart"]
    subprocess.run([imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", *source, *codec, str(path)], check=True)
    return path.read_bytes()


@pytest.fixture
def player(server, film):
    source = "data:video/mp4;base64," + base64.b64encode(film).decode()
    chapters = '<li><a href="#t=0" data-time="0">One</a></li><li><a href="#t=12" data-time="12">Two</a></li>'
    page = server.open(
        f'<section data-player data-rate="24/1"><video muted src="{source}"></video><output data-timecode></output>'
        f'<ol>{chapters}</ol></section><input aria-label="Note">',
        head=HEAD,
    )
    page.wait_for_function("document.querySelector('video').readyState >= 2")
    return page


def seconds(page) -> float:
    return page.evaluate("document.querySelector('video').currentTime")


@pytest.mark.parametrize(
    ("frame", "rate", "expected"),
    [
        (0, "24/1", "00:00:00:00"),
        (1548, "24/1", "00:01:04:12"),
        (86399 * 25 + 24, "25/1", "23:59:59:24"),
        (47, "24000/1001", "00:00:01:23"),
        (1799, "30000/1001", "00:00:59;29"),
        (1800, "30000/1001", "00:01:00;02"),
        (17982, "30000/1001", "00:10:00;00"),
        (3600, "60000/1001", "00:01:00;04"),
    ],
)
def test_timecode_of_a_frame(server, frame, rate, expected):
    page = server.open("")

    found = page.evaluate(
        """async ([frame, rate]) => { const m = await import('/static/js/timecode.js');
        return m.timecode(frame, m.parseRate(rate)); }""",
        [frame, rate],
    )

    assert found == expected


@pytest.mark.parametrize("rate", ["24/1", "25/1", "30/1", "24000/1001", "30000/1001", "60000/1001"])
def test_seek_to_the_middle_of_a_frame_shows_that_frame(server, rate):
    page = server.open("")

    wrong = page.evaluate(
        """async (rate) => { const m = await import('/static/js/timecode.js'); const r = m.parseRate(rate);
        return Array.from({length: 20000}, (_, n) => n * 7).filter((n) => m.frameAt(m.middleOf(n, r), r) !== n); }""",
        rate,
    )

    assert wrong == []


def test_full_stop_and_comma_step_one_frame(player):
    for _ in range(3):
        player.keyboard.press(".")
    expect(player.locator("output")).to_have_text("00:00:00:03")

    player.keyboard.press(",")

    expect(player.locator("output")).to_have_text("00:00:00:02")


def test_j_and_l_jump_ten_seconds(player):
    player.keyboard.press("l")
    expect(player.locator("output")).to_have_text("00:00:10:00")

    player.keyboard.press("j")

    expect(player.locator("output")).to_have_text("00:00:00:00")


def test_space_plays_and_k_pauses(player):
    player.keyboard.press(" ")
    player.wait_for_function("!document.querySelector('video').paused")

    player.keyboard.press("k")

    player.wait_for_function("document.querySelector('video').paused")


def test_chapter_jumps_and_is_marked(player):
    player.get_by_text("Two").click()

    expect(player.get_by_text("Two")).to_have_attribute("aria-current", "true")
    expect(player.get_by_text("One")).not_to_have_attribute("aria-current", "true")
    assert seconds(player) >= 12


def test_keys_are_letters_while_somebody_types(player):
    player.get_by_label("Note").fill("")

    player.get_by_label("Note").press_sequentially("l.k ")

    assert seconds(player) == 0
    expect(player.get_by_label("Note")).to_have_value("l.k ")


def test_film_that_comes_later_is_played_by_the_same_keys(server, film):
    source = "data:video/mp4;base64," + base64.b64encode(film).decode()
    server.says("/film", f'<section data-player data-rate="24/1"><video muted src="{source}"></video></section>')
    page = server.open('<button hx-get="/film" hx-swap="outerHTML">Look again</button>', head=HEAD)
    page.get_by_role("button").click()
    page.wait_for_function("document.querySelector('video')?.readyState >= 2")

    page.locator("body").press("l")

    page.wait_for_function("document.querySelector('video').currentTime === 10")

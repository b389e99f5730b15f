"""Who says what and when: spoken where there is a voice, at the stated rate where there is none."""

import subprocess
import sys
import textwrap
import time
from pathlib import Path

import numpy as np
import pytest

from generation.sketch import SketchRequest
from generation.sketch.sound.noise import RATE
from generation.sketch.speech import performance as performing
from generation.sketch.speech import recital
from generation.sketch.speech.cues import LONGEST_CUE, captions_of, cues_of
from generation.sketch.speech.mouth import mouth_openness
from generation.sketch.speech.performance import perform
from generation.sketch.speech.recital import NoVoice, Wanted, is_installed, recite

spoken = pytest.mark.skipif(not is_installed(), reason="the extra `speech` is not installed")
LINES = (("ANNA", "The lamp is dark, and nobody is coming."), ("BO (O.S.)", "Then we light it ourselves."))


SLOW = """
import json, sys, time
for line in json.load(sys.stdin):
    time.sleep(1.5)
    sys.stdout.buffer.write(b'{"rate": 22050, "samples": 2, "words": []}\\nabcd')
    sys.stdout.buffer.flush()
"""


def asked(*lines: tuple[str, str], frames: int = 240, **fields) -> SketchRequest:
    return SketchRequest(action="Two people talk.", dialogue=lines or LINES, frames=frames, **fields)


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch):
    """A studio in which the extra is not installed."""
    performing._perform.cache_clear()
    monkeypatch.setattr(recital, "is_installed", lambda: False)
    yield
    performing._perform.cache_clear()


# --- without a voice ------------------------------------------------------------------------------------------------


def test_without_the_extra_there_are_captions_at_the_stated_rate_and_it_says_so(nobody) -> None:
    told = captions_of(asked(("ANNA", " ".join(["word"] * 15)), frames=24 * 20))

    assert told["voice"] == "absent"
    start, end = told["cues"][0][0], told["cues"][-1][1]
    assert end - start == pytest.approx(15 / 150 * 60_000 + 500, abs=20)
    assert " ".join(text for _start, _end, _who, text in told["cues"]) == " ".join(["word"] * 15)
    assert all(line.sound is None for line in perform(asked()).lines)


def test_the_extra_is_no_more_than_an_extra() -> None:
    """In a process that cannot import it, a shot with lines is still mixed."""
    program = """
        import importlib.util, sys
        real = importlib.util.find_spec
        importlib.util.find_spec = lambda name, *more: None if name == "espeakng_loader" else real(name, *more)
        from generation.sketch import SketchRequest, understand
        from generation.sketch.sound.mix import sound_of
        from generation.sketch.speech.performance import perform
        request = SketchRequest(action="Anna talks.", dialogue=(("ANNA", "Hello."),), frames=24)
        print(perform(request).voice, sound_of(request, understand(request)).shape)
    """
    said = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "absent (2, 48000)"


def test_lines_that_are_not_spoken_aloud_are_estimated() -> None:
    assert captions_of(asked(), aloud=False)["voice"] == "estimated"
    assert captions_of(SketchRequest(action="Nobody speaks."))["cues"] == []


# --- a process of its own -------------------------------------------------------------------------------------------


@spoken
@pytest.mark.parametrize(
    "program",
    [
        "import os; os.kill(os.getpid(), 11)",
        "import time; time.sleep(60)",
        "raise SystemExit(3)",
        "print('{}')",
        'import sys; sys.stdout.write(\'{"rate": 22050, "samples": 900, "words": []}\\n\')',
        "",
    ],
    ids=["crash", "hang", "exit", "nonsense", "breaks off", "says nothing"],
)
def test_what_goes_wrong_in_it_is_no_more_than_no_voice(tmp_path: Path, program: str) -> None:
    broken = tmp_path / "reciter.py"
    broken.write_text(program)
    wanted = Wanted("Hello.", ("en",), 150, 50, 50)

    with pytest.raises(NoVoice) as silence:
        recite([wanted], program=broken, silence=1.0)

    assert silence.value.installed


@spoken
def test_a_slow_reciter_is_heard_to_the_end(tmp_path: Path) -> None:
    """Longer in all than the silence after which it hangs: what counts is that line follows line."""
    slow = tmp_path / "reciter.py"
    slow.write_text(SLOW)
    wanted = [Wanted("Hello.", ("en",), 150, 50, 50)] * 5

    begun = time.monotonic()
    assert [line.sound.size for line in recite(wanted, program=slow, silence=6.0)] == [2] * 5
    assert time.monotonic() - begun > 6.0


@spoken
def test_nothing_of_the_worker_s_environment_reaches_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A_SECRET", "1")
    spy = tmp_path / "reciter.py"
    place = tmp_path / "seen"
    spy.write_text(f"import os\nopen({str(place)!r}, 'w').write(str('A_SECRET' in os.environ))")

    with pytest.raises(NoVoice):
        recite([Wanted("Hello.", ("en",), 150, 50, 50)], program=spy)

    assert place.read_text() == "False"


# --- with a voice ---------------------------------------------------------------------------------------------------


@spoken
def test_the_same_lines_sound_the_same_to_the_sample_at_any_time() -> None:
    """eSpeak NG seeds its chance with the clock's second: none of the two recitals may fall into the same."""
    first = [line.sound.tobytes() for line in perform(asked()).lines]
    performing._perform.cache_clear()
    time.sleep(1.1)

    assert [line.sound.tobytes() for line in perform(asked()).lines] == first


@spoken
def test_words_are_captioned_while_they_are_heard() -> None:
    request = asked(("ANNA", "Yes. Now we wait for the morning, and then we leave."), frames=240)
    performance = perform(request)
    line = performance.lines[0]
    heard = np.zeros(round(request.seconds * RATE))
    heard[round(line.start * RATE) :][: line.sound.size] = line.sound

    for word in line.words:
        loud = np.abs(heard[round(word.start * RATE) : round(word.stop * RATE)]).max()
        assert loud > 0.1 * np.abs(heard).max(), line.text[word.begin : word.end]
    cues = cues_of(performance, request.seconds)
    assert cues[0].start == line.start
    quiet = np.abs(heard[: round(line.start * RATE)])
    assert quiet.max() == 0
    assert np.abs(heard[round(line.stop * RATE) :]).max(initial=0) < 0.02


@spoken
def test_a_pause_in_a_line_stands_between_its_words() -> None:
    line = perform(asked(("ANNA", "Stop. Listen."), frames=120)).lines[0]
    gap = round((line.words[1].start - line.start) * RATE)
    levels = np.abs(line.sound)

    assert levels[gap - 2400 : gap - 480].max() < 0.1 * levels.max()
    assert levels[gap : gap + 12_000].max() > 0.4 * levels.max()


@spoken
def test_lines_follow_one_another_and_end_within_the_shot() -> None:
    performance = perform(asked())

    first, second = performance.lines
    assert performance.fits
    assert 0 < first.start < first.stop < second.start < second.stop < 10.0


@spoken
def test_lines_too_long_for_their_shot_are_hurried_then_cut_and_it_says_so() -> None:
    fitting = perform(asked(frames=24 * 4))
    cut = perform(asked(frames=24 * 2))

    natural = perform(asked(frames=24 * 20)).lines
    assert fitting.fits
    assert sum(line.stop - line.start for line in fitting.lines) < sum(line.stop - line.start for line in natural)
    assert not cut.fits
    assert [line.speaker for line in cut.lines] == ["ANNA", "BO"]
    assert max(line.stop for line in cut.lines) <= 2.0
    texts = " ".join(text for _start, _end, _who, text in captions_of(asked(frames=48))["cues"])
    assert texts == " ".join(text for _who, text in LINES)


@pytest.mark.parametrize("frames", [1, 2, 24, 72, 600])
@pytest.mark.parametrize("aloud", [True, False])
def test_captions_are_in_order_and_within_the_shot(frames: int, aloud: bool) -> None:
    cues = captions_of(asked(*LINES, *LINES, frames=frames), aloud=aloud)["cues"]

    times = [time for start, end, _who, _text in cues for time in (start, end)]
    assert times == sorted(times)
    assert times[0] >= 0
    assert times[-1] <= round(frames / 24 * 1000)


def test_captions_are_short_enough_to_be_read() -> None:
    text = "It was late, and the sea was louder than ever; nobody had lit the lamp for years. " * 4
    told = captions_of(asked(("ANNA", text), frames=24 * 60))["cues"]

    assert len(told) > 4
    assert all(len(cue[3]) <= LONGEST_CUE + 15 for cue in told)
    assert " ".join(cue[3] for cue in told) == text.strip()


def test_scripts_without_spaces_are_cut_between_letters() -> None:
    text = "灯台の灯りは消えている。" * 12
    told = captions_of(asked(("アンナ", text), frames=24 * 60))

    assert told["language"] == "ja"
    assert "".join(cue[3] for cue in told["cues"]) == text
    assert len(told["cues"]) > 1


@pytest.mark.parametrize("text", ["\x00\x1b[", "", "   ", "…", "🎬🌧️", "-"])
def test_lines_without_words_are_not_spoken(text: str) -> None:
    assert perform(asked(("ANNA", text))).lines == ()


@pytest.mark.parametrize("text", ["a\u202eb", "<b>no & yes</b>", "[[hello]] %s %d {}", "word " * 3000, "\ud800 broken"])
def test_strange_lines_are_spoken_or_shown(text: str) -> None:
    assert len(perform(asked(("ANNA", text), frames=240)).lines) == 1


# --- mouths ---------------------------------------------------------------------------------------------------------


@spoken
def test_mouths_open_with_the_voice_and_close_between() -> None:
    request = asked(("ANNA", "Mama. Mama."), ("BO", "Papa."))
    mouths = mouth_openness(request)
    performance = perform(request)
    anna, bo = mouths["anna"], mouths["bo"]

    assert anna.shape == bo.shape == (request.frames,)
    times = np.arange(request.frames) / 24
    for mouth, line in zip((anna, bo), performance.lines, strict=True):
        assert mouth[(times < line.start) | (times >= line.stop)].max() == 0
        assert 0.8 < mouth.max() <= 1.0
    loud = np.array(
        [
            np.abs(performance.lines[0].sound[max(0, round((t - performance.lines[0].start) * RATE)) :][:1600]).mean()
            for t in times[anna > 0]
        ]
    )
    assert np.corrcoef(loud, anna[anna > 0])[0, 1] > 0.6


def test_mouths_move_without_a_voice_too(nobody) -> None:
    mouth = mouth_openness(asked())["anna"]

    assert mouth.max() > 0.8
    assert np.abs(np.diff(mouth)).sum() > 3

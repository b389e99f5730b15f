"""Captions: kept with the take, joined over the film exactly by frames, safe as WebVTT and as SRT."""

import re
from dataclasses import replace

import pytest

from generation import captions
from generation.backends.base import ShotRequest
from generation.backends.sketch import sketch_request
from generation.captions import Cue
from generation.films import freeze_cut, request_film
from generation.prompting import compose
from generation.requesting import request_take
from generation.running import run_until_done
from generation.sketch.speech.casting import voice_of
from generation.sketch.speech.cues import captions_of
from generation.sketch.speech.recital import is_installed
from generation.slates import in_order, slates
from storyboards.models import Element, Film, Shot, Take
from tests import make

LINES = [{"speaker": "MARTA", "text": "Who is there?", "direction": ""}]
TIME = re.compile(r"(\d\d):(\d\d):(\d\d)[.,](\d{3})")


def milliseconds(clock: str) -> int:
    hours, minutes, seconds, rest = (int(part) for part in TIME.fullmatch(clock).groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest


# --- files ----------------------------------------------------------------------------------------------------------


def test_webvtt_has_a_cue_for_each_caption_with_its_speaker() -> None:
    text = captions.vtt([Cue(0, 1500, "Marta", "Who is there?"), Cue(3_723_004, 3_725_000, "", "The sea.")])

    assert text == (
        "WEBVTT\n\n1\n00:00:00.000 --> 00:00:01.500\n<v Marta>Who is there?</v>\n\n"
        "2\n01:02:03.004 --> 01:02:05.000\nThe sea.\n"
    )


def test_srt_has_the_same_in_letters_only() -> None:
    text = captions.srt([Cue(0, 1500, "Marta", "Who is there?"), Cue(2000, 2500, "", "The sea.")])

    assert (
        text == "1\n00:00:00,000 --> 00:00:01,500\nMarta: Who is there?\n\n2\n00:00:02,000 --> 00:00:02,500\nThe sea.\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "a --> b",
        "<script>alert(1)</script>",
        "one\n\n00:00:01.000 --> 00:00:02.000\ntwo",
        "&lt;b&gt; & <i>",
        "\0x\r\ny",
        "{\\an8}",
    ],
)
@pytest.mark.parametrize("place", ["text", "speaker"])
def test_nothing_in_a_line_is_taken_for_markup_or_for_another_cue(text: str, place: str) -> None:
    cue = Cue(0, 1000, "Marta", "plain")._replace(**{place: text})

    for written in (captions.vtt([cue]), captions.srt([cue])):
        assert written.count("-->") == 1
        assert "\0" not in written
        assert "\r" not in written
        assert len(written.strip().split("\n\n")) == (2 if written.startswith("WEBVTT") else 1)
    inside = captions.vtt([cue]).partition("\n<v ")[2]
    assert re.fullmatch(r"[^<>\n]*>[^<>\n]*</v>\n", inside)
    assert not set("<>{}") & set(captions.srt([cue]).replace("-->", ""))


# --- takes ----------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_take_keeps_its_captions_as_they_were_spoken(team, alice) -> None:
    shot = _shot(team)
    take = request_take(shot, "sketch", alice)

    run_until_done([take.pk])

    take.refresh_from_db()
    told = take.asset.facts["captions"]
    assert take.state == Take.State.DONE
    assert told == captions_of(sketch_request(ShotRequest.from_json(take.request)))
    assert told["voice"] == ("spoken" if is_installed() else "absent")
    assert [cue.text for cue in captions.read(captions.of_take(take))] == ["Who is there?"]


def _shot(team) -> Shot:
    shot = make.storyboard(team).scenes.get().shots.get()
    shot.dialogue, shot.frames = LINES, 36
    shot.save()
    return shot


@pytest.mark.django_db
def test_a_take_of_another_backend_is_captioned_at_the_stated_rate(team) -> None:
    shot = _shot(team)
    take = make.take(shot, backend="elsewhere", request=compose(shot, 1, "1").to_json())

    told = captions.of_take(take)

    assert told["voice"] == "estimated"
    assert [cue[2:] for cue in told["cues"]] == [["Marta", "Who is there?"]]
    assert captions.of_take(make.take(shot, number=2))["cues"] == []


@pytest.mark.django_db
def test_who_is_only_heard_has_the_voice_of_the_bible(team) -> None:
    shot = _shot(team)
    Element.objects.create(
        storyboard=shot.scene.storyboard,
        name="Marta",
        kind="character",
        description="70, a woman",
        voice="deep, slow",
    )

    request = compose(shot, 1, "1")

    assert [voice["name"] for voice in request.voices] == ["Marta"]
    assert request.cast == ()
    asked = sketch_request(ShotRequest.from_json(request.to_json()))
    assert voice_of("MARTA", asked.voices[0]).pitch < 40
    assert replace(asked, voices=()) != asked


# --- films ----------------------------------------------------------------------------------------------------------


def film_of(rate: tuple[int, int], pieces: list[tuple[int, list]]) -> Film:
    told = [
        {"frames": frames, "take": None, "captions": {"language": "en", "cues": cues}}
        if cues
        else {"frames": frames, "take": None}
        for frames, cues in pieces
    ]
    return Film(cut={"rate": list(rate), "pieces": told})


@pytest.mark.parametrize("rate", [(24, 1), (25, 1), (30000, 1001), (24000, 1001)])
def test_a_film_s_captions_stand_where_its_pieces_begin_exactly_by_frames(rate: tuple[int, int]) -> None:
    cue = [0, 500, "Marta", "Now."]
    film = film_of(rate, [(101, [cue])] * 400)

    cues = captions.of_film(film)

    assert len(cues) == 400
    for index, found in enumerate(cues):
        assert found.start == round(index * 101 * rate[1] / rate[0] * 1000)
        assert found.end - found.start == 500


def test_no_caption_reaches_into_the_next_piece() -> None:
    film = film_of(
        (24, 1),
        [(24, [[0, 5000, "", "Long."], [1500, 1800, "", "Too late."]]), (24, []), (24, [[100, 300, "", "Next."]])],
    )

    assert captions.of_film(film) == [Cue(0, 1000, "", "Long."), Cue(2100, 2300, "", "Next.")]


def test_a_film_without_words_has_no_captions() -> None:
    assert captions.of_film(Film(cut={})) == []
    assert captions.language_of_film(film_of((24, 1), [(24, [])])) == ""


@pytest.mark.django_db
def test_a_cut_freezes_the_captions_of_takes_and_of_panels_that_stand_in(team, alice) -> None:
    board = make.storyboard(team, shots=2)
    first, second = board.scenes.get().shots.order_by("position")
    for shot, words in ((first, "Who is there?"), (second, "Nobody at all.")):
        shot.dialogue, shot.frames = [{"speaker": "MARTA", "text": words, "direction": ""}], 48
        shot.save()

    film = request_film(board, alice, stand_ins=True)
    Shot.objects.update(dialogue=[])

    cues = captions.of_film(film)
    assert [cue.text for cue in cues] == ["Who is there?", "Nobody at all."]
    assert cues[1].start >= 2000
    assert captions.language_of_film(film) == "en"
    assert len(freeze_cut(board, list(in_order(board)), slates(board))["pieces"]) == 2

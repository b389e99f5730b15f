"""Captions on the pages of takes and films, and as files."""

import pytest
from django.urls import reverse

from generation.prompting import compose
from storyboards.models import Asset, Film, Take
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def take(team) -> Take:
    shot = make.storyboard(team, title='The "Last" Lamp').scenes.get().shots.get()
    shot.dialogue = [{"speaker": "MARTA", "text": "Who is <there>?", "direction": ""}]
    shot.save()
    asset = _asset(team, "take.mp4")
    return make.take(shot, state=Take.State.DONE, request=compose(shot, 1, "1").to_json(), asset=asset)


def _asset(team, name: str, **facts) -> Asset:
    return Asset.objects.create(
        team=team,
        kind="take",
        file=name,
        mime="video/mp4",
        bytes=9,
        sha256="",
        width=320,
        height=180,
        frames=48,
        facts=facts,
    )


@pytest.fixture
def film(take) -> Film:
    board = take.shot.scene.storyboard
    said = {"language": "en", "cues": [[0, 900, "Marta", "Who is <there>?"]]}
    pieces = [{"take": take.pk, "frames": 24}, {"take": take.pk, "frames": 24, "captions": said}]
    chapters = [{"title": "A", "start": 0}]
    return Film.objects.create(
        storyboard=board, number=1, cut={"rate": [24, 1], "pieces": pieces}, state=Film.State.DONE, frames=48,
        chapters=chapters, asset=_asset(board.team, "film.mp4"),
    )  # fmt: skip


def told(client, take: Take, **said) -> str:
    cues = [[0, 900, "Marta", "Who is there?"]]
    facts = {"captions": {"fits": True, "language": "en", "cues": cues, **said}}
    Asset.objects.filter(pk=take.asset_id).update(facts=facts)
    return client.get(reverse("take", args=[take.pk])).content.decode()


def test_the_players_have_a_track_and_the_files_beside_it(client, take, film):
    for noun, row in (("take", take), ("film", film)):
        page = client.get(reverse(noun, args=[row.pk])).content.decode()
        vtt, srt = (reverse(f"{noun}_captions", args=[row.pk, form]) for form in ("vtt", "srt"))
        assert f'<track kind="captions" src="{vtt}" srclang="en" label="Captions" default>' in page
        assert f'href="{vtt}?download=1"' in page
        assert f'href="{srt}"' in page


def test_webvtt_is_shown_by_the_player_and_kept_on_demand(client, take):
    answer = client.get(reverse("take_captions", args=[take.pk, "vtt"]))
    kept = client.get(reverse("take_captions", args=[take.pk, "vtt"]) + "?download=1")

    assert answer["Content-Type"] == "text/vtt; charset=utf-8"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer.content.decode().startswith("WEBVTT\n\n1\n00:00:00.")
    assert "<v Marta>Who is &lt;there&gt;?</v>" in answer.content.decode()
    assert answer["Content-Disposition"].startswith("inline")
    assert kept["Content-Disposition"].startswith("attachment")
    assert kept["Content-Disposition"].endswith('take 1.vtt"')


def test_the_film_s_captions_begin_where_their_piece_does(client, film):
    answer = client.get(reverse("film_captions", args=[film.pk, "srt"]))

    assert answer.content.decode() == "1\n00:00:01,000 --> 00:00:01,900\nMarta: Who is ‹there›?\n"
    assert answer["Content-Disposition"].startswith("attachment")


def test_other_forms_are_not_there(client, take):
    assert client.get(f"/takes/{take.pk}/captions.exe").status_code == 404


def test_without_the_voice_the_page_says_so(client, take):
    assert "There is no scratch voice: the extra “speech” is not installed." in told(client, take, voice="absent")
    assert "The scratch voice failed for this take." in told(client, take, voice="failed")
    spoken = told(client, take, voice="spoken")
    assert "scratch voice" not in spoken
    assert "The lines are too long for the shot" in told(client, take, voice="spoken", fits=False)


def test_the_mark_is_explained_where_there_is_one(client, take, film):
    words = "The mark ANIMATIC"

    assert words in told(client, take, voice="spoken")
    assert words in client.get(reverse("film", args=[film.pk])).content.decode()
    Take.objects.update(backend="elsewhere")
    assert words not in told(client, take, voice="spoken")
    assert words not in client.get(reverse("film", args=[film.pk])).content.decode()


def test_a_silent_take_has_no_track(client, take):
    take.request["dialogue"] = []
    take.save()

    page = client.get(reverse("take", args=[take.pk])).content.decode()

    assert "<track" not in page
    assert "Captions" not in page

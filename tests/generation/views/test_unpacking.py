import pytest
from asgiref.sync import async_to_sync
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import AsyncRequestFactory
from django.urls import reverse

from generation.cutting import probing
from generation.storing import record
from generation.unpacking import step_unpacking
from storyboards.archive_file import dump
from storyboards.archive_file.writing import pieces
from storyboards.downloads import download
from storyboards.models import Asset, Storyboard, Unpacking
from storyboards.models.assets import AssetKind
from tests import make
from tests.generation.cutting.clips import make_clip
from tests.storyboards.archive_file.rich import rich_board, take, zipped

URL = "/storyboards/import/"


@pytest.fixture
def film(tmp_path):
    """A small film that plays."""
    return make_clip(tmp_path / "x.mp4", seconds=0.5)


@pytest.fixture
def board(cast, film):
    """A board with one take, whose files are films."""
    board = make.storyboard(cast.team)
    shot = board.scenes.get().shots.get()
    made = take(shot, 1)
    for name, kind in (("asset", AssetKind.TAKE), ("mezzanine", AssetKind.MEZZANINE)):
        stored = default_storage.save(f"teams/{cast.team.pk}/takes/{name}.mp4", ContentFile(film.read_bytes()))
        setattr(made, name, record(cast.team.pk, kind, stored, "video/mp4", probing.inspect(film)))
    made.save()
    shot.circled_take = made
    shot.save()
    return board


def sent(data, name="x.soraease"):
    return {"file": SimpleUploadedFile(name, data)}


@pytest.fixture
def charlie(client, cast):
    client.force_login(cast.charlie)
    return client


def unpacked(client, data):
    """Send a file, let the worker do its part, and return the row."""
    answer = client.post(URL, sent(data))
    row = Unpacking.objects.get()
    assert (answer.status_code, answer.url) == (303, reverse("unpacking", args=[row.pk]))
    step_unpacking(row.pk)
    row.refresh_from_db()
    return row


def test_what_was_downloaded_is_uploaded_again(client, cast, board):
    client.force_login(cast.bob)
    answer = client.get(reverse("export_storyboard", args=[board.pk]))
    data = answer.getvalue()
    client.force_login(cast.charlie)

    row = unpacked(client, data)

    there = Storyboard.objects.get(team=cast.charlie.teams.get())
    assert (row.state, row.storyboard, row.files, row.looked_at) == (Unpacking.State.DONE, there, 2, 2)
    assert answer["Content-Disposition"].startswith('attachment; filename="the-last-lamp-')
    assert zipped(there) == data
    made = there.scenes.get().shots.get().circled_take
    assert (made.asset.frames, made.asset.width, made.asset.facts["codec"]) == (12, 320, "h264")
    assert client.get(reverse("asset", args=[made.asset_id])).status_code == 200
    seen = client.get(reverse("unpacking", args=[row.pk]))
    assert (seen.status_code, seen.url) == (303, reverse("storyboard", args=[there.pk]))
    assert "is here, as it was" in client.get(seen.url).text


def test_without_media_the_words_come_along(client, cast, board):
    client.force_login(cast.carol)

    data = client.get(reverse("export_storyboard", args=[board.pk]) + "?media=0").getvalue()

    assert len(data) < 10_000
    client.force_login(cast.charlie)
    unpacked(client, data)
    assert Storyboard.objects.get(team=cast.charlie.teams.get()).scenes.get().shots.get().action


def test_a_film_that_does_not_play_is_refused_and_nothing_is_made(charlie, cast):
    board = rich_board(cast.team)
    before = Asset.objects.count()

    row = unpacked(charlie, zipped(board))

    told = charlie.get(reverse("unpacking", args=[row.pk]))
    assert "A take in it cannot be used" in told.text
    assert 'role="alert"' in told.text
    assert (Storyboard.objects.count(), Asset.objects.count()) == (1, before)


def test_a_fragment_leads_on_by_itself_once_it_is_done(charlie, board):
    row = unpacked(charlie, zipped(board))

    answer = charlie.get(reverse("unpacking", args=[row.pk]), headers={"hx-request": "true"})

    assert answer["HX-Redirect"] == reverse("storyboard", args=[row.storyboard_id])


def test_while_it_waits_that_is_seen_here_and_among_the_storyboards(charlie, board):
    charlie.post(URL, sent(zipped(board), "lamp.soraease"))
    row = Unpacking.objects.get()
    page = reverse("unpacking", args=[row.pk])

    fragment = charlie.get(page, headers={"hx-request": "true"}).text

    assert 'hx-trigger="every 2s"' in fragment
    assert "<html" not in fragment
    assert all("lamp.soraease" in charlie.get(url).text for url in (page, URL, "/storyboards/"))


def test_cancelled_it_is_never_made(charlie, board):
    charlie.post(URL, sent(zipped(board)))
    row = Unpacking.objects.get()

    charlie.post(reverse("cancel_unpacking", args=[row.pk]))

    assert step_unpacking(row.pk) is False
    assert "was cancelled" in charlie.get(reverse("unpacking", args=[row.pk])).text
    assert not default_storage.exists(row.stored_name)
    assert Storyboard.objects.count() == 1


def test_a_storyboard_that_is_gone_again_is_said(charlie, board):
    row = unpacked(charlie, zipped(board))
    row.storyboard.delete()

    assert "no longer there" in charlie.get(reverse("unpacking", args=[row.pk])).text


@pytest.mark.parametrize("data", [b"no archive", b"PK\x03\x04 nor this", b""])
def test_something_else_is_refused(charlie, data):
    answer = charlie.post(URL, sent(data))

    assert (answer.status_code, Storyboard.objects.exists()) == (422, False)
    assert 'role="alert"' in answer.text


def test_a_file_has_to_be_chosen(charlie):
    assert "Choose a file first" in charlie.post(URL, {}).text


def test_a_team_of_others_cannot_be_filled(charlie, cast, board):
    answer = charlie.post(URL, sent(zipped(board)) | {"team": cast.team.pk})

    assert answer.status_code == 422
    assert Storyboard.objects.count() == 1


def test_the_form_says_what_it_takes(charlie):
    assert ".soraease" in charlie.get(URL).text


def test_the_server_sends_it_piece_by_piece(cast, board):
    request = AsyncRequestFactory().get("/")

    answer = download(request, pieces(dump(board, media=True)), "x.soraease", "application/zip")

    async def read():
        return [piece async for piece in answer.streaming_content]

    found = async_to_sync(read)()
    assert len(found) > 2
    assert b"".join(found) == zipped(board)

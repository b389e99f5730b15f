import io
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from accounts.billing.tiers import LIMITS, Tier, tier_for
from storyboards import editing
from storyboards.models import Asset, Storyboard
from storyboards.vocabulary import Resolution
from tests import make

FIELDS = {
    "title": "The Lamp",
    "aspect": "21:9",
    "resolution": "480p",
    "rate": "25/1",
    "look": "flat",
    "numbering": "european",
}


@pytest.fixture
def address(board):
    return reverse("storyboard_settings", args=[board.pk])


@pytest.fixture
def logo(board):
    """Where the logo is sent to."""
    return reverse("storyboard_logo", args=[board.pk])


def seen(board):
    board.refresh_from_db()
    return {
        **{field: getattr(board, field) for field in FIELDS},
        "seen": json.dumps({f: getattr(board, f) for f in FIELDS}),
    }


def picture(size=(300, 80), form="PNG"):
    out = io.BytesIO()
    Image.new("RGBA" if form == "PNG" else "RGB", size, "teal").save(out, form)
    return SimpleUploadedFile("logo.png", out.getvalue(), "image/png")


def test_settings_are_kept_told_and_undone(bob, cast, board, address):
    response = bob.post(address, FIELDS)

    board.refresh_from_db()
    assert (response.status_code, response.url) == (303, reverse("storyboard", args=[board.pk]))
    assert {field: getattr(board, field) for field in FIELDS} == FIELDS
    assert board.frame_size == (1120, 480)
    assert "numbering" in bob.get(reverse("history", args=[board.pk])).content.decode()
    editing.undo(board, by=cast.bob)
    board.refresh_from_db()
    assert (board.title, board.numbering, board.rate) == ("The Last Lamp", "american", "24/1")


@pytest.mark.parametrize("wrong", [{"title": ""}, {"numbering": "roman"}, {"resolution": "8k"}, {"rate": "12/0"}])
def test_a_setting_that_makes_no_sense_changes_nothing(bob, board, address, wrong):
    response = bob.post(address, FIELDS | wrong)

    assert response.status_code == 422
    assert Storyboard.objects.get(pk=board.pk).aspect == "16:9"


def test_more_lines_than_the_tier_has_are_refused_with_a_sentence(bob, board, address):
    response = bob.post(address, FIELDS | {"resolution": "1080p"})

    assert response.status_code == 422
    page = response.content.decode()
    assert "At your tier pictures have up to 720p. Nothing was changed" in page
    assert "1080p (from the tier Creator)" in page
    assert Storyboard.objects.get(pk=board.pk).title == "The Last Lamp"


def test_a_higher_tier_has_more_lines(bob, cast, board, address):
    cast.team.tier = Tier.CREATOR
    cast.team.save()

    assert bob.post(address, FIELDS | {"resolution": "1080p"}).status_code == 303
    assert Storyboard.objects.get(pk=board.pk).frame_size == (2520, 1080)


def test_what_was_chosen_at_a_higher_tier_may_stay(bob, board, address):
    Storyboard.objects.filter(pk=board.pk).update(resolution="1080p")

    assert bob.post(address, FIELDS | {"resolution": "1080p"}).status_code == 303


def test_every_resolution_belongs_to_a_tier():
    assert [tier_for(one.lines) for one in Resolution] == [Tier.FREE, Tier.FREE, Tier.CREATOR]
    assert tier_for(max(limit.lines for limit in LIMITS.values()) + 1) is None


def test_two_people_change_different_settings(bob, cast, board, address):
    mine = seen(board) | {"title": "Bob’s"}
    editing.edit_storyboard(board, by=cast.alice, changes={"aspect": "1:1"})

    assert bob.post(address, mine).status_code == 303

    board.refresh_from_db()
    assert (board.title, board.aspect) == ("Bob’s", "1:1")


@pytest.mark.parametrize(("settle", "title"), [("mine", "Bob’s"), ("theirs", "Alice’s")])
def test_two_people_change_the_same_setting(bob, cast, board, address, settle, title):
    mine = seen(board) | {"title": "Bob’s", "numbering": "animation"}
    editing.edit_storyboard(board, by=cast.alice, changes={"title": "Alice’s"})

    response = bob.post(address, mine)

    page = response.content.decode()
    assert response.status_code == 409
    assert "Bob’s</dd>" in page
    assert "Alice’s</dd>" in page
    board.refresh_from_db()
    assert (board.title, board.numbering) == ("Alice’s", "american")
    again = mine | {"seen": response.context["form"].data["seen"], "theirs": "title", "settle": settle}
    assert bob.post(address, again).status_code == 303
    board.refresh_from_db()
    assert (board.title, board.numbering) == (title, "animation")


def test_the_page_says_what_becomes_of_takes(bob, cast, board, address, shot):
    assert "Finished takes stay" not in bob.get(address).content.decode()
    stored = {"team": cast.team, "kind": "mezzanine", "mime": "video/mp4", "bytes": 1, "sha256": "0" * 64}
    for number in (1, 2):
        asset = Asset.objects.create(file=f"{number}.mp4", width=1280, height=720, **stored)
        make.take(shot, number=number, state="done", mezzanine=asset)

    page = bob.get(address).content.decode()

    assert "Finished takes stay as they are" in page
    assert "2 takes of 1280 × 720" in page


def test_a_logo_is_shown_replaced_and_removed(bob, board, address, logo):
    assert bob.post(logo, {"logo": picture()}).url == f"{address}#logo"
    board.refresh_from_db()
    first = board.logo
    assert (first.kind, first.width, first.mime) == ("logo", 300, "image/webp")
    assert f'src="{reverse("asset", args=[first.pk])}"' in bob.get(address).content.decode()

    bob.post(logo, {"logo": picture((50, 50), "JPEG")})
    board.refresh_from_db()
    assert board.logo.width == 50

    bob.post(logo, {"remove": "on"})
    board.refresh_from_db()
    assert board.logo is None


@pytest.mark.parametrize("file", [None, SimpleUploadedFile("a.png", b""), SimpleUploadedFile("a.png", b"<svg/>")])
def test_what_is_no_picture_is_refused_with_a_sentence(bob, board, logo, file):
    response = bob.post(logo, {"logo": file} if file else {})

    assert response.status_code == 422
    assert 'class="error"' in response.content.decode()
    assert Storyboard.objects.get(pk=board.pk).logo is None


def test_a_full_storage_takes_no_logo(bob, cast, board, logo):
    Asset.objects.create(
        team=cast.team, kind="film", file="x.mp4", mime="video/mp4", bytes=LIMITS[Tier.FREE].storage_bytes, sha256="0"
    )

    response = bob.post(logo, {"logo": picture()})

    assert response.status_code == 422
    assert "storage" in response.content.decode()

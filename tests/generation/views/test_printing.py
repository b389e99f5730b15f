import io
from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from PIL import Image
from pypdf import PdfReader

from generation import panels, printing
from storyboards.models import Asset, Shot
from storyboards.reading import read_board
from tests import make

pytestmark = pytest.mark.django_db
CHOICES = "paper=letter&orientation=portrait&columns=2&rows=2&reading=rows&shown=slate&shown=picture&shown=action"


@pytest.fixture
def board(cast):
    return make.storyboard(cast.team, scenes=2, shots=4, title="The Last Lamp")


@pytest.fixture
def drawings(monkeypatch):
    """How often a panel was drawn; each is one plain picture."""
    out = io.BytesIO()
    Image.new("RGB", (64, 36), "navy").save(out, "WEBP")
    calls = []
    monkeypatch.setattr(panels.sketch, "draw_still", lambda request: calls.append(request) or out.getvalue())
    return calls


@pytest.fixture
def clock(monkeypatch):
    """A clock that only goes on when it is told to."""
    now = SimpleNamespace(time=0.0)
    monkeypatch.setattr(printing.time, "monotonic", lambda: now.time)
    return now


def read(response):
    return PdfReader(io.BytesIO(b"".join(response.streaming_content)))


def test_the_pdf_is_what_was_chosen(client, cast, board, drawings):
    client.force_login(cast.carol)

    response = client.get(f"{reverse('print_pdf', args=[board.pk])}?{CHOICES}")

    reader = read(response)
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"] == 'attachment; filename="The Last Lamp.pdf"'
    assert len(reader.pages) == 2
    assert "Marta climbs the path with a lantern." in reader.pages[1].extract_text()
    assert [entry.title for entry in reader.outline] == ["1  EXT. ROCKY COAST - DUSK", "2  EXT. ROCKY COAST - DUSK"]
    assert reader.pages[0].images


def test_choices_that_make_no_sense_lead_back(client, cast, board):
    client.force_login(cast.carol)

    response = client.get(f"{reverse('print_pdf', args=[board.pk])}?{CHOICES}&columns=99")

    assert response.url.startswith(f"{reverse('print', args=[board.pk])}?")
    assert client.get(response.url).status_code == 422


def shots_of(board):
    return [shot for scene in read_board(board).scenes for shot in scene.panels]


def test_panels_are_drawn_for_a_few_seconds_and_the_next_print_goes_on(board, drawings, clock):
    for index, shot in enumerate(shots_of(board)):
        Shot.objects.filter(pk=shot.pk).update(action=f"Boat {index}")
    shots = shots_of(board)
    first = printing.PicturesToPrint(seconds=8)
    found = []
    for shot in shots:
        clock.time += 2
        found.append(first(shot) is not None)

    assert found == [True] * 4 + [False] * 4
    again = printing.PicturesToPrint(seconds=8)
    assert all(again(shot) for shot in shots)
    assert len(drawings) == 8


def test_a_picture_of_ones_own_and_a_circled_take_go_before_the_drawn_panel(board, drawings):
    own, taken, drawn = shots_of(board)[:3]
    stored = {"team": board.team, "mime": "image/webp", "bytes": 3, "sha256": "0" * 64}
    for name in ("own.webp", "poster.webp"):
        default_storage.save(name, ContentFile(name.encode()))
    Shot.objects.filter(pk=own.pk).update(panel=Asset.objects.create(kind="panel", file="own.webp", **stored))
    poster = Asset.objects.create(kind="poster", file="poster.webp", **stored)
    take = make.take(Shot.objects.get(pk=taken.pk), state="done", poster=poster)
    Shot.objects.filter(pk=taken.pk).update(circled_take=take)
    own, taken, drawn = shots_of(board)[:3]
    pictures = printing.PicturesToPrint()

    assert (pictures(own), pictures(taken)) == (b"own.webp", b"poster.webp")
    assert pictures(drawn)[8:12] == b"WEBP"
    default_storage.delete("own.webp")
    assert pictures(own) is None

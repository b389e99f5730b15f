import io
import tracemalloc
from types import SimpleNamespace

import numpy
import openpyxl
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from PIL import Image
from pypdf import PdfReader

from generation import panels, printing
from storyboards.exports.as_xlsx import write_xlsx
from storyboards.models import Asset, Shot, ShotListLayout
from storyboards.reading import read_board
from storyboards.statistics import statistics
from tests import make

pytestmark = pytest.mark.django_db
CHOICES = "paper=letter&orientation=portrait&columns=2&rows=2&reading=rows&shown=slate&shown=picture&shown=action"


def webp(colour):
    out = io.BytesIO()
    Image.new("RGB", (64, 36), colour).save(out, "WEBP")
    return out.getvalue()


ORANGE = webp("orange")


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


# --- the shot list with pictures ------------------------------------------------------------------------------------


def book_of(client, board):
    response = client.get(reverse("shot_list_pictures", args=[board.pk]))
    assert response.status_code == 200
    return openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content)))


def placed(sheet):
    """Return the pictures of a sheet by the cells that they stand in, from 0."""
    return {(one.anchor._from.row, one.anchor._from.col): one for one in sheet._images}


def test_each_row_has_the_picture_of_its_shot(client, cast, board, drawings):
    client.force_login(cast.carol)

    sheet = book_of(client, board).worksheets[0]

    pictures = placed(sheet)
    assert sorted(pictures) == [(row, 0) for row in range(1, 9)]
    assert [cell.value for cell in sheet[1]][:3] == ["Picture", "Scene", "Shot"]
    with Image.open(pictures[1, 0].ref) as image:
        assert (image.format, image.getpixel((5, 5))[2] > 100) == ("JPEG", True)


def test_the_picture_stands_where_the_person_has_its_column(client, cast, board, drawings):
    client.force_login(cast.carol)
    ShotListLayout.objects.create(user=cast.carol, columns=["slate", "action", "picture"])

    assert {column for _row, column in placed(book_of(client, board).worksheets[0])} == {2}
    ShotListLayout.objects.update(columns=["slate", "action"])
    assert {column for _row, column in placed(book_of(client, board).worksheets[0])} == {0}


def test_a_picture_that_is_lost_or_broken_leaves_its_row(client, cast, board, drawings):
    client.force_login(cast.carol)
    lost, broken, whole, *_ = shots_of(board)
    for shot, data in ((lost, None), (broken, b"no picture"), (whole, ORANGE)):
        name = default_storage.save(f"teams/{cast.team.pk}/panels/own-{shot.pk}.webp", ContentFile(data or b"x"))
        if data is None:
            default_storage.delete(name)
        told = {"mime": "image/webp", "bytes": 1, "sha256": "0" * 64}
        panel = Asset.objects.create(team=cast.team, kind="panel", file=name, **told)
        Shot.objects.filter(pk=shot.pk).update(panel=panel)

    sheet = book_of(client, board).worksheets[0]

    assert {row for row, _column in placed(sheet)} == {3, 4, 5, 6, 7, 8}
    assert sheet.max_row == 9


def test_memory_does_not_grow_with_the_pictures(board, tmp_path):
    """Five hundred pictures of 200 KB and more: none is kept, large or small."""
    noise = numpy.random.default_rng(7).integers(0, 255, (360, 640, 3), dtype="uint8")
    out = io.BytesIO()
    Image.fromarray(noise).save(out, "JPEG")
    shots = (shots_of(board) * 63)[:500]
    figures = statistics(read_board(board).scenes, (24, 1))
    tracemalloc.start()

    with (tmp_path / "book.xlsx").open("wb") as file:
        write_xlsx(file, board, shots, [], figures, lambda shot: out.getvalue())

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 25_000_000

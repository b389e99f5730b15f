import asyncio
import csv
import io

import openpyxl
import pytest
from django.test import AsyncClient
from django.urls import reverse

from storyboards import columns
from storyboards.exports.as_xlsx import sheet_name
from storyboards.exports.formulas import neutral
from storyboards.models import Scene, Shot, ShotListLayout
from tests import make

STRANGE = '“Marta”, said the keeper:\n\té, ž, Ж, שלום, 🎬; = a "quote", and a\r\nnew line'
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1"]


@pytest.fixture
def board(cast):
    board = make.storyboard(cast.team, scenes=2, shots=2, title="The Last Lamp", rate="24/1")
    Shot.objects.filter(scene=board.scenes.first()).update(
        lens="35 mm",
        notes=STRANGE,
        dialogue=[
            {"speaker": "MARTA", "direction": "whispering", "text": "The lamp is dark."},
            {"speaker": "", "text": ""},
            {"speaker": "KEEPER", "text": "Then light it."},
        ],
    )
    return board


@pytest.fixture
def carol(client, cast):
    """A viewer's browser."""
    client.force_login(cast.carol)
    return client


def as_csv(client, board):
    response = client.get(reverse("shot_list_csv", args=[board.pk]))
    data = b"".join(response.streaming_content)
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def as_book(client, board):
    response = client.get(reverse("shot_list_xlsx", args=[board.pk]))
    return openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content)))


def test_csv_has_a_line_per_shot_in_the_usual_columns(carol, board):
    head, *lines = as_csv(carol, board)

    assert head[:4] == ["Scene", "Shot", "Size", "Angle"]
    assert [line[1] for line in lines] == ["1", "1A", "2", "2A"]
    first = dict(zip(head, lines[0], strict=True))
    assert first["Dialogue"] == "MARTA (whispering): The lamp is dark.\nKEEPER: Then light it."
    assert (first["Lens"], first["Length (s)"], first["Notes"]) == ("35 mm", "2.0", STRANGE)
    assert (first["Location"], first["Status"], first["Cost (credits)"]) == ("ROCKY COAST", "panel", "0")


def test_csv_is_quoted_with_line_ends_of_its_standard(carol, board):
    response = carol.get(reverse("shot_list_csv", args=[board.pk]))
    data = b"".join(response.streaming_content)

    assert response.headers["Content-Disposition"] == 'attachment; filename="The Last Lamp, shot list.csv"'
    assert data.endswith(b"\r\n")
    assert b'""quote""' in data


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_run_is_only_shown(carol, board, text):
    Shot.objects.update(action=text, lens=text[:40])
    Scene.objects.update(place=text)

    head, *lines = as_csv(carol, board)

    for line in lines:
        row = dict(zip(head, line, strict=True))
        assert row["Action"] == row["Lens"] == row["Location"] == f"'{text}"


@pytest.mark.parametrize("text", ["", "a = b", "3 - 1", "1A", "“=”"])
def test_other_texts_stay_as_they_are(text):
    assert neutral(text) == text


def test_columns_are_those_that_the_person_chose_in_their_order(carol, board, cast):
    ShotListLayout.objects.create(user=cast.carol, columns=["frames", "slate", "picture", "nonsense", "slate"])

    assert as_csv(carol, board)[:2] == [["Frames", "Shot"], ["48", "1"]]
    assert [cell.value for cell in as_book(carol, board).worksheets[0][1]] == ["Frames", "Shot"]


def test_a_layout_with_nothing_known_is_the_usual_one():
    assert [column.name for column in columns.chosen(["gone"])] == list(columns.USUAL)


def test_workbook_has_typed_cells_and_statistics(carol, board):
    Shot.objects.filter(pk=board.scenes.first().shots.first().pk).update(omitted=True, size="CU")

    book = as_book(carol, board)

    sheet = book["The Last Lamp"]
    head = [cell.value for cell in sheet[1]]
    row = dict(zip(head, sheet[2], strict=True))
    assert sheet.max_row == 5
    assert sheet.freeze_panes == "A2"
    assert (row["Length (s)"].value, row["Length (s)"].data_type) == (2, "n")
    assert (row["Shot"].value, row["Shot"].data_type) == ("1", "s")
    assert row["Status"].value == "omitted"
    assert sheet.column_dimensions["G"].width > sheet.column_dimensions["A"].width
    facts = {row[0].value: row[1].value for row in book["Statistics"].iter_rows()}
    assert (facts["Shots"], facts["Omitted shots"], facts["Running time"]) == (3, 1, "00:00:06:00")
    assert facts["Wide (WS)"] == 3


@pytest.mark.parametrize("text", FORMULAS)
def test_a_workbook_runs_nothing(carol, board, text):
    Shot.objects.update(action=text, notes="https://example.com/")

    sheet = as_book(carol, board).worksheets[0]

    head = [cell.value for cell in sheet[1]]
    action = sheet[2][head.index("Action")]
    assert action.data_type == "s"
    assert sheet[2][head.index("Notes")].hyperlink is None


def test_a_text_that_is_too_long_for_a_cell_ends_where_it_is_cut(carol, board):
    Shot.objects.update(action="word " * 10_000)

    sheet = as_book(carol, board).worksheets[0]

    longest = max((str(cell.value) for cell in sheet[2]), key=len)
    assert (len(longest), longest[-1]) == (32_767, "…")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("a/b:c*d?[e]\\f", "a b c d e f"),
        ("'", "1"),
        ("History", "History 1"),
        ("statistics", "statistics 1"),
        ("x" * 200, "x" * 31),
    ],
)
def test_titles_become_names_of_sheets(title, name):
    assert sheet_name(title) == name


@pytest.mark.parametrize("rows", [(1, 1), (2, 60)])
def test_lists_are_read_in_as_many_queries_whatever_their_length(carol, cast, rows, django_assert_max_num_queries):
    board = make.storyboard(cast.team, scenes=rows[0], shots=rows[1])

    with django_assert_max_num_queries(13):
        as_csv(carol, board)


@pytest.mark.django_db(transaction=True)
def test_under_asgi_the_file_is_sent_without_holding_up_others():
    team = make.person("alice").teams.get()
    board = make.storyboard(team, scenes=2, shots=120)
    client = AsyncClient()
    client.force_login(team.members.get())

    async def fetch():
        response = await client.get(reverse("shot_list_csv", args=[board.pk]))
        assert response.is_async
        return b"".join([chunk async for chunk in response.streaming_content])

    sent = asyncio.run(fetch()).decode("utf-8-sig")

    assert len(list(csv.reader(io.StringIO(sent, newline="")))) == 241

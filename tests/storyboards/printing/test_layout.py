import itertools

import pytest

from storyboards.models import Shot
from storyboards.printing.layout import lay_out
from storyboards.printing.setup import Field, Orientation, Paper, Reading, Setup
from storyboards.reading import read_board
from tests import make

EVERYTHING = frozenset(Field.values)
LONG = "“Where is the lamp?” Žižek était là, Щука. " * 120


@pytest.fixture
def board(team):
    return make.storyboard(team, scenes=3, shots=5)


def rectangles(page):
    """Everything on the page as rectangles: left, top, right, bottom."""
    for one in page.pictures:
        yield one.x, one.y, one.x + one.width, one.y + one.height
    for text in page.texts:
        start = text.x - {"start": 0, "middle": text.width / 2, "end": text.width}[text.anchor]
        # Between ascent and descent of both families there is the baseline; 0.2 below it is what letters take.
        yield start, text.y - text.size * 0.75, start + text.width, text.y + text.size * 0.2


def overlap(one, other):
    return one[0] < other[2] - 0.1 and other[0] < one[2] - 0.1 and one[1] < other[3] - 0.1 and other[1] < one[3] - 0.1


def check(book):
    """Nothing overlaps, and nothing stands off the paper."""
    wide, high = book.setup.size
    for page in book.pages:
        found = list(rectangles(page))
        assert not [pair for pair in itertools.combinations(found, 2) if overlap(*pair)]
        assert all(left >= 0 and top >= 0 and right <= wide and bottom <= high for left, top, right, bottom in found)


@pytest.mark.parametrize("grid", [(1, 1), (3, 2), (1, 8), (8, 1), (8, 8)])
@pytest.mark.parametrize("orientation", Orientation.values)
@pytest.mark.parametrize("paper", Paper.values)
def test_nothing_overlaps_on_any_paper(board, paper, orientation, grid):
    line = {"speaker": "MARTA", "direction": "whispering", "text": LONG[:300]}
    Shot.objects.filter(scene=board.scenes.first()).update(action=LONG, notes=LONG, dialogue=[line], lens="35 mm")
    board.title = "A title that goes on and on, " * 6
    board.numbering = "animation"

    book = lay_out(
        read_board(board),
        Setup(
            paper=paper,
            orientation=orientation,
            columns=grid[0],
            rows=grid[1],
            shown=EVERYTHING,
            copyright="© 2026 " + "Night Harbour Films " * 6,
        ),
    )

    check(book)
    per_page = grid[0] * grid[1]
    assert len([page for page in book.pages if not page.continues]) == -(-15 // per_page)


@pytest.mark.parametrize(("grid", "size"), [((1, 1), 12), ((3, 2), 9), ((1, 8), 9), ((8, 8), 4.5)])
def test_letters_are_as_large_as_there_is_room_for(board, grid, size):
    Shot.objects.filter(scene__storyboard=board).update(action="A lamp.")

    book = lay_out(read_board(board), Setup(columns=grid[0], rows=grid[1], shown=frozenset({Field.ACTION})))

    assert {text.size for text in book.pages[0].texts if text.text == "A lamp."} == {size}


def test_what_finds_no_room_is_continued_word_for_word(board):
    Shot.objects.filter(scene=board.scenes.first()).update(action=LONG)

    book = lay_out(read_board(board), Setup(columns=4, rows=4))

    check(book)
    words = " ".join(text.text for page in book.pages for text in page.texts if text.style.name == "SCRIPT")
    assert words.replace("…", " ").split().count("Žižek") == 120 * 5
    headings = [text.text for page in book.pages if page.continues for text in page.texts if "continued" in text.text]
    assert headings == [f"{slate}, continued from page 1" for slate in ("1", "1A", "1B", "1C", "1D")]


@pytest.mark.parametrize(("reading", "second"), [(Reading.ROWS, "right"), (Reading.COLUMNS, "below")])
def test_cards_are_read_along_the_rows_or_down_the_columns(board, reading, second):
    page = lay_out(read_board(board), Setup(columns=3, rows=2, reading=reading)).pages[0]

    first, then = page.pictures[:2]
    assert (then.x > first.x, then.y > first.y) == (second == "right", second == "below")


def test_every_scene_may_begin_a_page(board):
    book = lay_out(read_board(board), Setup(columns=2, rows=2, apart=True))

    assert [len(page.pictures) for page in book.pages] == [4, 1] * 3
    assert [len(page.opens) for page in book.pages] == [1, 0] * 3


def test_only_the_scenes_that_were_chosen(board):
    second = board.scenes.order_by("position")[1]

    book = lay_out(read_board(board), Setup(scenes=frozenset({second.pk})))

    assert {picture.shot.slate for page in book.pages for picture in page.pictures} == {"2", "2A", "2B", "2C", "2D"}


def test_what_is_omitted_is_crossed_or_left_out(board):
    scene = board.scenes.order_by("position").first()
    scene.shots.filter(pk=scene.shots.first().pk).update(omitted=True)
    board.scenes.filter(pk=board.scenes.order_by("position").last().pk).update(omitted=True)

    without = lay_out(read_board(board), Setup(columns=8, rows=8)).pages[0]
    crossed = lay_out(read_board(board), Setup(columns=8, rows=8, omitted=True)).pages[0]

    assert [picture.shot.slate for picture in without.pictures] == [
        "1A",
        "1B",
        "1C",
        "1D",
        *("2", "2A", "2B", "2C", "2D"),
    ]
    assert [picture.crossed for picture in crossed.pictures] == [True] + [False] * 9 + [True] * 5
    assert [text.text for text in crossed.texts].count("omitted") == 6


def test_a_scene_without_shots_and_a_board_without_scenes_say_so(team):
    board = make.storyboard(team, scenes=1, shots=0)

    assert "No shots yet." in [text.text for text in lay_out(read_board(board), Setup()).pages[0].texts]
    board.scenes.all().delete()
    assert "There is nothing to print." in [text.text for text in lay_out(read_board(board), Setup()).pages[0].texts]


@pytest.mark.parametrize(("aspect", "beside"), [("16:9", False), ("9:16", True)])
def test_beside_a_tall_picture_there_is_room_for_words(team, aspect, beside):
    board = make.storyboard(team, aspect=aspect)
    Shot.objects.filter(scene__storyboard=board).update(action="A lamp.")

    book = lay_out(read_board(board), Setup(columns=3, rows=2))

    picture = book.pages[0].pictures[0]
    text = next(text for text in book.pages[0].texts if text.text == "A lamp.")
    assert (text.x >= picture.x + picture.width) is beside
    check(book)


@pytest.mark.parametrize("aspect", ["16:9", "9:16", "1:1", "4:3", "21:9"])
def test_pictures_have_the_aspect_of_the_board(team, aspect):
    board = make.storyboard(team, shots=4, aspect=aspect)

    book = lay_out(read_board(board), Setup(columns=4, rows=2))

    check(book)
    across, down = board.frame_size
    assert all(one.width / one.height == pytest.approx(across / down) for one in book.pages[0].pictures)


def test_letters_without_a_shape_are_named(board):
    Shot.objects.filter(scene=board.scenes.first()).update(action="ไทย and more")

    assert lay_out(read_board(board), Setup()).boxed_letters == "ทยไ"


@pytest.mark.parametrize(
    ("title", "needs"), [("灯火", True), ("등대", True), ("Щука", False), ("The Last Lamp", False)]
)
def test_letters_that_are_not_in_the_file_are_told(board, title, needs):
    board.title = title

    assert lay_out(read_board(board), Setup()).needs_readers_fonts is needs

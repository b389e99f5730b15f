"""Lays a board out on pages: a grid of cards, then what found no room in them. Nothing overlaps, nothing is lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from django.utils.translation import gettext as _

from storyboards.printing.cards import Card, cards
from storyboards.printing.fonts import Style, is_box, is_of_reader, width
from storyboards.printing.margins import BOTTOM, MARGIN, TOP, write_margins
from storyboards.printing.marks import Page, Picture, Text, placed
from storyboards.printing.setup import Field, Orientation, Reading, Setup
from storyboards.printing.words import LINE_HEIGHT, Paragraph, fit, one_line, wrap
from storyboards.reading import Board

GAP = 9.0
NEAR = 3.0
LARGEST, SMALLEST = 9.0, 4.5
LETTERS_ACROSS = 25  # ems: a narrow cell has small letters, so that a line still holds some words
SCRIPT_SIZE = 12.0  # of a cell that has much room: what scripts are written in
ROOMY_ACROSS, ROOMY_DOWN = 36, 22  # ems that it has room for at least
SHRINKS_TO = 0.78
PICTURE_SHARE = 0.72  # of the height, where there is text below
BESIDE = 1.8  # a cell that is this much wider than high has its text beside the picture
NARROW = 0.6  # of the width: a picture that takes less of it has its text beside it, too
CONTINUED = 8.0
TEXTS = frozenset(Field.values) - {Field.SLATE, Field.PICTURE, Field.LENGTH}


@dataclass(frozen=True)
class Box:
    """A rectangle in points, from the top left."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """How far its lower edge is from the top."""
        return self.y + self.height


@dataclass(frozen=True)
class Left:
    """What found no room on a card."""

    card: Card
    page: int
    paragraphs: list[Paragraph]


@dataclass(frozen=True)
class Book:
    """A board on paper."""

    board: Board
    setup: Setup
    pages: list[Page]

    @property
    def boxed_letters(self) -> str:
        """The letters that none of the PDF's fonts has, each once."""
        return "".join(sorted(filter(is_box, self._letters)))

    @property
    def needs_readers_fonts(self) -> bool:
        """Whether there are letters in it whose shapes are not in the file: Chinese, Japanese and Korean ones."""
        return any(map(is_of_reader, self._letters))

    @cached_property
    def _letters(self) -> set[str]:
        return {letter for page in self.pages for text in page.texts for letter in text.text}


def lay_out(board: Board, setup: Setup) -> Book:
    """Return the pages of a board that `reading` filled in."""
    pages: list[Page] = []
    left: list[Left] = []
    for group in _groups(list(cards(board.scenes, setup)), setup):
        page = Page(len(pages) + 1)
        pages.append(page)
        left += _fill(page, group, board, setup)
    if not pages:
        pages.append(_empty(setup))
    pages += _continued(left, len(pages), setup)
    for page in pages:
        write_margins(page, len(pages), board, setup)
    return Book(board, setup, pages)


def _groups(shown: Sequence[Card], setup: Setup) -> Iterator[Sequence[Card]]:
    """Yield the cards of one page after the other."""
    per_page = setup.columns * setup.rows
    runs = [list(run) for _key, run in groupby(shown, lambda card: card.scene.pk)] if setup.apart else [shown]
    for run in runs:
        for start in range(0, len(run), per_page):
            yield run[start : start + per_page]


def _body(setup: Setup) -> Box:
    wide, high = setup.size
    top = MARGIN + (TOP if setup.head else 0)
    return Box(MARGIN, top, wide - 2 * MARGIN, high - top - MARGIN - (BOTTOM if setup.foot or setup.copyright else 0))


def cell(index: int, setup: Setup) -> Box:
    """Return where the card number `index` of a page stands."""
    body = _body(setup)
    wide = (body.width - GAP * (setup.columns - 1)) / setup.columns
    high = (body.height - GAP * (setup.rows - 1)) / setup.rows
    if setup.reading == Reading.ROWS:
        row, column = divmod(index, setup.columns)
    else:
        column, row = divmod(index, setup.rows)
    return Box(body.x + column * (wide + GAP), body.y + row * (high + GAP), wide, high)


def _fill(page: Page, group: Sequence[Card], board: Board, setup: Setup) -> Iterator[Left]:
    for index, card in enumerate(group):
        box = cell(index, setup)
        if card.opens:
            page.opens.append((card.scene, box.y))
        rest = CardOnPage(page, box, setup, board).write(card, headed=card.opens or index == 0)
        if rest:
            yield Left(card, page.number, rest)


class CardOnPage:
    """Writes one card into its cell, from the top down."""

    def __init__(self, page: Page, box: Box, setup: Setup, board: Board) -> None:
        self.page, self.box, self.setup = page, box, setup
        usual = max(SMALLEST, min(LARGEST, box.width / LETTERS_ACROSS))
        self.largest = max(usual, min(SCRIPT_SIZE, box.width / ROOMY_ACROSS, box.height / ROOMY_DOWN))
        self.smallest = max(SMALLEST, usual * SHRINKS_TO)
        across, down = board.storyboard.frame_size
        self.ratio = across / down
        self.rest: list[Paragraph] = []

    def write(self, card: Card, *, headed: bool) -> list[Paragraph]:
        """Write the card and return what found no room."""
        line = self.largest * LINE_HEIGHT
        y = self.box.y
        if headed:
            self._heading(card, y)
        y += line
        paragraphs = list(card.paragraphs)
        if card.slate or card.length:
            paragraphs = self._slate(card, y) + paragraphs
            y += line + NEAR
        room = self._picture(card, replace_top(self.box, y))
        made = fit(paragraphs, room.width, room.height, largest=self.largest, smallest=self.smallest)
        self.page.write(made, room.x, room.y, room.width)
        return [*self.rest, *made.rest]

    def _heading(self, card: Card, y: float) -> None:
        made = self._one_line(card.heading, Style.SCRIPT_BOLD, self.box.width)
        self.page.write(made, self.box.x, y, self.box.width)
        if made.rest and card.opens:
            self.rest.append(Paragraph(card.heading, Style.SCRIPT_BOLD))

    def _slate(self, card: Card, y: float) -> list[Paragraph]:
        """Write slate and length into one row; return the length as a paragraph where the slate left no room for it."""
        made = self._one_line(card.slate, Style.SANS_BOLD, self.box.width)
        self.page.write(made, self.box.x, y, self.box.width)
        used = width(made.lines[0].text, Style.SANS_BOLD, made.size) + NEAR if card.slate else 0
        soft = Paragraph(card.length, soft=True)
        if width(card.length, Style.SANS, self.smallest) > self.box.width - used:
            return [soft]
        size = min(self.largest, (self.box.width - used) / max(0.01, width(card.length, Style.SANS, 1)))
        end = self.box.x + self.box.width
        self.page.texts.append(Text(end, y + self.largest, size, card.length, Style.SANS, soft=True, anchor="end"))
        return []

    def _one_line(self, text: str, style: Style, room: float):
        return one_line(text, style, room, largest=self.largest, smallest=self.smallest)

    def _picture(self, card: Card, box: Box) -> Box:
        """Put the picture into the box and return the room that is left for text, below or beside it."""
        if Field.PICTURE not in self.setup.shown:
            return box
        texts = bool(self.setup.shown & TEXTS)
        narrow = box.height * PICTURE_SHARE * self.ratio < self.box.width * NARROW and self.ratio < 1
        beside = texts and (narrow or self.box.width / self.box.height > BESIDE)
        most = box.height * (1 if beside or not texts else PICTURE_SHARE)
        wide = min(box.width * (0.55 if beside else 1), most * self.ratio)
        high = wide / self.ratio
        if card.shot:
            self.page.pictures.append(Picture(box.x, box.y, wide, high, card.shot, crossed=card.omitted))
        if beside:
            return Box(box.x + wide + GAP, box.y, box.width - wide - GAP, box.height)
        return replace_top(box, box.y + high + NEAR)


def replace_top(box: Box, y: float) -> Box:
    """Return what is left of the box below `y`."""
    return replace(box, y=y, height=max(0.0, box.bottom - y))


def _empty(setup: Setup) -> Page:
    page = Page(1)
    body = _body(setup)
    made = fit([Paragraph(_("There is nothing to print."))], body.width, body.height, largest=12, smallest=12)
    page.write(made, body.x, body.y, body.width)
    return page


def _continued(left: Sequence[Left], pages: int, setup: Setup) -> Iterator[Page]:
    """Yield pages with the texts that found no room, in columns."""
    if not left:
        return
    columns = 3 if setup.orientation == Orientation.LANDSCAPE else 2
    body = _body(setup)
    wide = (body.width - 2 * GAP * (columns - 1)) / columns
    high = CONTINUED * LINE_HEIGHT
    page, column, y = Page(pages + 1, continues=True), 0, body.y
    for entry in left:
        heading, lines = _entry(entry, wide)
        for line in lines:
            # A heading is not left alone at the foot of a column.
            if y + high * (2 if line in heading else 1) > body.bottom:
                column, y = column + 1, body.y
            if column == columns:
                yield page
                page, column = Page(page.number + 1, continues=True), 0
            page.texts.append(placed(line, body.x + column * (wide + 2 * GAP), y, CONTINUED, wide))
            y += high
        y += high / 2
    yield page


def _entry(entry: Left, room: float):
    """Return the lines of an entry's heading, and all its lines."""
    shot = entry.card.shot
    words = {"slate": shot.slate if shot else entry.card.scene.label, "page": entry.page}
    title = Paragraph(_("%(slate)s, continued from page %(page)d") % words, Style.SANS_BOLD)
    heading = wrap(title, CONTINUED, room)
    return heading, heading + [line for paragraph in entry.paragraphs for line in wrap(paragraph, CONTINUED, room)]

"""What stands above and below the cards of every page."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from storyboards.models import Storyboard
from storyboards.printing.fonts import Style
from storyboards.printing.marks import Logo, Page, Rule, Text
from storyboards.printing.setup import Foot, Head, Setup
from storyboards.printing.words import one_line
from storyboards.reading import Board
from storyboards.statistics import Statistics, statistics

MARGIN = 28.35  # 10 mm: what every printer can do
TOP, BOTTOM = 36.0, 24.0
TITLE, SMALL = 13.0, 8.0
LEAST = 5.0
LOGO_WIDTH, LOGO_HEIGHT = 90.0, 16.0


def write_margins(page: Page, pages: int, board: Board, setup: Setup) -> None:
    """Write head and foot of a page, one of `pages`."""
    wide, high = setup.size
    if setup.head:
        _head(page, board, setup, wide)
    if setup.foot or setup.copyright:
        _foot(page, pages, board.storyboard, setup, wide, high - MARGIN)


def _head(page: Page, board: Board, setup: Setup, wide: float) -> None:
    room = wide - 2 * MARGIN
    if Head.TITLE in setup.head:
        made = one_line(board.storyboard.title, Style.SANS_BOLD, room * 0.6, largest=TITLE, smallest=LEAST)
        page.texts.append(Text(MARGIN, MARGIN + TITLE, made.size, made.lines[0].text, Style.SANS_BOLD))
    _small(page, _origin(board.storyboard, setup), wide - MARGIN, MARGIN + TITLE, room * 0.38, "end")
    if Head.STATISTICS in setup.head and page.number == 1:
        words = in_words(statistics(board.scenes, board.storyboard.rate_pair))
        _small(page, words, MARGIN, MARGIN + TITLE + 11, room, "start")
    page.rules.append(Rule(MARGIN, MARGIN + TOP - 8, room))


def _origin(board: Storyboard, setup: Setup) -> str:
    """Return who wrote it, and the day of the print."""
    parts = []
    if Head.AUTHOR in setup.head:
        parts.append(author(board))
    if Head.DATE in setup.head:
        parts.append(date_format(setup.day or timezone.localdate()))
    return " · ".join(part for part in parts if part)


def author(board: Storyboard) -> str:
    """Return the author that the script names, or else the team."""
    named = board.title_page.get("author") or board.title_page.get("authors") or ""
    return " ".join(str(named).split()) or board.team.name


def in_words(figures: Statistics) -> str:
    """Return the statistics as one line: 6 scenes, 14 shots, 1:04. WS 4, CU 3."""
    scenes = ngettext("%d scene", "%d scenes", figures.scenes) % figures.scenes
    shots = ngettext("%d shot", "%d shots", figures.shots) % figures.shots
    sizes = ", ".join(f"{size.value} {count}" for size, count in figures.sizes.items())
    return " · ".join(part for part in (f"{scenes}, {shots}, {figures.clock}", sizes) if part)


def _foot(page: Page, pages: int, board: Storyboard, setup: Setup, wide: float, bottom: float) -> None:
    baseline = bottom - 4
    if Foot.LOGO in setup.foot and board.logo_id:
        page.logos.append(Logo(MARGIN, bottom - LOGO_HEIGHT, LOGO_WIDTH, LOGO_HEIGHT))
    if Foot.NUMBER in setup.foot:
        number = _("%(page)d of %(pages)d") % {"page": page.number, "pages": pages}
        _small(page, number, wide - MARGIN, baseline, 90, "end")
    _small(page, setup.copyright, wide / 2, baseline, wide - 2 * (MARGIN + LOGO_WIDTH + 6), "middle")


def _small(page: Page, text: str, x: float, y: float, room: float, anchor: str) -> None:
    if text.strip():
        made = one_line(text, Style.SANS, room, largest=SMALL, smallest=LEAST)
        page.texts.append(Text(x, y, made.size, made.lines[0].text, Style.SANS, soft=True, anchor=anchor))

"""Writes a laid-out board as PDF: text that can be selected, an outline of the scenes, pictures as JPEG."""

import io
from collections.abc import Callable
from functools import cache
from typing import IO, NamedTuple

import arabic_reshaper
from bidi.algorithm import get_display
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from storyboards.models import Shot
from storyboards.printing.fonts import Style, font, runs
from storyboards.printing.layout import Book
from storyboards.printing.margins import author
from storyboards.printing.marks import Logo, Page, Picture, Text
from storyboards.printing.words import LINE_HEIGHT, Paragraph, fit, has_leftward

MIME = "application/pdf"
DOTS_PER_INCH = 220
QUALITY = 85
FORMATS = ("PNG", "JPEG", "WEBP")
INK, SOFT, HAIRLINE, EMPTY = 0.0, 0.38, 0.7, 0.94
# JPEGs go in as they are, not blown up into text.
rl_config.useA85 = 0

PictureOf = Callable[[Shot], bytes | None]


class Drawn(NamedTuple):
    """A picture as the PDF holds it."""

    reader: ImageReader
    width: int
    height: int


def write_pdf(file: IO[bytes], book: Book, picture_of: PictureOf, *, logo: bytes | None = None) -> None:
    """Write the pages into `file`.

    `picture_of` returns the picture of a shot as a stored file has it (WebP, JPEG or PNG), or None where there is none
    yet: then its frame stays empty, and says so.
    """
    canvas = _canvas(file, book)
    pen = Pen(canvas, book, picture_of, logo)
    for page in book.pages:
        pen.draw(page)
        canvas.showPage()
    canvas.save()


def _canvas(file: IO[bytes], book: Book) -> Canvas:
    board = book.board.storyboard
    first = font(Style.SANS.value[0]).fontName
    canvas = Canvas(file, pagesize=book.setup.size, pageCompression=1, lang=get_language(), initialFontName=first)
    canvas.setTitle(board.title)
    canvas.setAuthor(author(board))
    canvas.setSubject(_("Storyboard"))
    canvas.setCreator("SoraEase")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


class Pen:
    """Draws pages; a PDF counts from the bottom, so every height is turned round here."""

    def __init__(self, canvas: Canvas, book: Book, picture_of: PictureOf, logo: bytes | None) -> None:
        self.canvas, self.picture_of = canvas, picture_of
        self.top = book.setup.size[1]
        self.logo = drawn(logo, 400) if logo else None
        self.continues = False

    def draw(self, page: Page) -> None:
        """Draw everything on the page, and note in the outline what begins on it."""
        self._outline(page)
        self.canvas.setStrokeGray(HAIRLINE)
        self.canvas.setLineWidth(0.5)
        for rule in page.rules:
            self.canvas.line(rule.x, self.top - rule.y, rule.x + rule.width, self.top - rule.y)
        for picture in page.pictures:
            self._picture(picture)
        for logo in page.logos:
            self._logo(logo)
        for text in page.texts:
            self._text(text)

    def _outline(self, page: Page) -> None:
        for scene, y in page.opens:
            self._entry(f"scene-{scene.pk}", f"{scene.label}  {scene.slugline}", y)
        if page.continues and not self.continues:
            self.continues = True
            self._entry("continued", _("Continued"), 0)

    def _entry(self, key: str, title: str, y: float) -> None:
        self.canvas.bookmarkHorizontal(key, 0, self.top - y + 6)
        self.canvas.addOutlineEntry(title, key, level=0, closed=True)

    def _text(self, text: Text) -> None:
        shown = displayed(text.text)
        parts = [(font, part, self.canvas.stringWidth(part, font, text.size)) for font, part in runs(shown, text.style)]
        wide = sum(width for _font, _part, width in parts)
        start = text.x - {"start": 0.0, "middle": wide / 2, "end": wide}[text.anchor]
        line = self.canvas.beginText(start, self.top - text.y)
        line.setFillGray(SOFT if text.soft else INK)
        for font_name, part, _width in parts:
            line.setFont(font_name, text.size)
            line.textOut(part)
        self.canvas.drawText(line)

    def _picture(self, frame: Picture) -> None:
        y = self.top - frame.y - frame.height
        data = self.picture_of(frame.shot)
        found = drawn(data, _dots(frame.width)) if data else None
        if found:
            self._inside(found, frame.x, y, frame.width, frame.height)
            self.canvas.rect(frame.x, y, frame.width, frame.height)
        else:
            self._empty(frame, y)
        if frame.crossed:
            self.canvas.line(frame.x, y, frame.x + frame.width, y + frame.height)
            self.canvas.line(frame.x, y + frame.height, frame.x + frame.width, y)

    def _empty(self, frame: Picture, y: float) -> None:
        self.canvas.setFillGray(EMPTY)
        self.canvas.rect(frame.x, y, frame.width, frame.height, fill=1)
        words = _("Not drawn yet. Download this again in a minute.")
        said = fit([Paragraph(words)], frame.width - 8, frame.height - 4, largest=9, smallest=3)
        top = frame.y + (frame.height - said.height) / 2
        for line in said.lines:
            text = Text(frame.x + frame.width / 2, top + said.size, said.size, line.text, Style.SANS, True, "middle")
            self._text(text)
            top += said.size * LINE_HEIGHT

    def _logo(self, logo: Logo) -> None:
        if self.logo:
            scale = min(logo.width / self.logo.width, logo.height / self.logo.height)
            y = self.top - logo.y - logo.height
            wide, high = self.logo.width * scale, self.logo.height * scale
            self.canvas.drawImage(self.logo.reader, logo.x, y + (logo.height - high) / 2, wide, high, mask="auto")

    def _inside(self, found: Drawn, x: float, y: float, wide: float, high: float) -> None:
        """Draw the picture as large as it fits into the frame, in its middle."""
        scale = min(wide / found.width, high / found.height)
        across, down = found.width * scale, found.height * scale
        self.canvas.drawImage(found.reader, x + (wide - across) / 2, y + (high - down) / 2, across, down)


def _dots(points: float) -> int:
    return max(32, round(points / 72 * DOTS_PER_INCH))


def drawn(data: bytes, dots: int) -> Drawn | None:
    """Return the picture at most `dots` wide, on white and as JPEG; None for one that cannot be read."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
            opened.thumbnail((dots, dots * 4))
            picture = on_white(opened)
    except (OSError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError):
        return None
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=QUALITY)
    out.seek(0)
    return Drawn(ImageReader(out), *picture.size)


def on_white(picture: Image.Image) -> Image.Image:
    """Return the picture without transparency: paper is white."""
    if picture.mode not in ("RGBA", "LA", "PA", "P"):
        return picture.convert("RGB")
    clear = picture.convert("RGBA")
    page = Image.new("RGB", clear.size, "white")
    page.paste(clear, mask=clear.getchannel("A"))
    return page


@cache
def _reshaper() -> arabic_reshaper.ArabicReshaper:
    """Arabic letters are joined; their marks stay, and ligatures are the reader's own matter."""
    return arabic_reshaper.ArabicReshaper({"delete_harakat": False, "support_ligatures": False})


def displayed(text: str) -> str:
    """Return the letters from left to right, as they are seen; Arabic ones in their joined forms."""
    if not has_leftward(text):
        return text
    return str(get_display(_reshaper().reshape(text)))

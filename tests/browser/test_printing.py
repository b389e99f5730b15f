"""What the browser prints is what the page shows: as many sheets, of the chosen paper, with text that can be found."""

import io
import re

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

pytestmark = pytest.mark.browser
CHOICES = "paper=letter&orientation=portrait&columns=1&rows=1&reading=rows&shown=slate&shown=picture&shown=action"


def test_the_browser_prints_every_sheet_and_nothing_else(board: Page) -> None:
    address = board.url.partition("?")[0]
    # The page asks to be printed by itself; a browser that nobody watches does so at once, in the way of ours.
    board.add_init_script("window.print = () => { window.askedToPrint = true; }")
    board.goto(f"{address}print/?{CHOICES}&head=title&foot=number&all=on", wait_until="networkidle")
    board.wait_for_function("window.askedToPrint")
    sheets = board.locator("svg.paper")
    count = sheets.count()
    board.emulate_media(media="print")
    expect(board.locator("form.choices")).to_be_hidden()

    reader = PdfReader(io.BytesIO(board.pdf(prefer_css_page_size=True)))

    assert len(reader.pages) == count >= 4
    assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in reader.pages} == {(612, 792)}
    assert f"{count} of {count}" in reader.pages[-1].extract_text()
    assert "Rain. Marta" in reader.pages[0].extract_text()


def test_a_choice_changes_the_preview_and_the_address(board: Page) -> None:
    board.goto(f"{board.url.partition('?')[0]}print/")
    board.get_by_label("Orientation").select_option("portrait")

    expect(board.locator("svg.paper.portrait").first).to_be_visible()
    expect(board).to_have_url(re.compile("orientation=portrait"))
    with board.expect_download() as download:
        board.get_by_role("button", name="Download as PDF").click()
    assert download.value.suggested_filename == "The Short Lamp.pdf"

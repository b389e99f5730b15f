"""The board as a PDF, and its list with pictures: the writers are the storyboards' own, the pictures are drawn here."""

from tempfile import SpooledTemporaryFile

from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.requests import Request
from accounts.roles import Action
from generation.printing import PicturesToPrint, stored
from storyboards.downloads import KEPT_IN_MEMORY, download, whole
from storyboards.printing import pdf
from storyboards.printing.form import PrintForm
from storyboards.printing.layout import lay_out
from storyboards.reading import read_board
from storyboards.serving import clean_name
from storyboards.views.doors import find_storyboard, signed_in
from storyboards.views.exporting import workbook


@require_safe
@signed_in
def print_pdf(request: Request, pk: int) -> HttpResponseBase:
    """Return the board as it was chosen to be printed; choices that make no sense lead back to where they are made."""
    row = find_storyboard(request, pk, Action.VIEW).row
    board = read_board(row)
    form = PrintForm(request.GET, board)
    if not form.is_valid():
        return redirect(f"{reverse('print', args=[pk])}?{request.GET.urlencode()}")
    file = SpooledTemporaryFile(KEPT_IN_MEMORY)  # noqa: SIM115 - closed when it has been sent
    pdf.write_pdf(file, lay_out(board, form.setup), PicturesToPrint(), logo=stored(row.logo))
    return download(request, whole(file), f"{clean_name(row.title)}.pdf", pdf.MIME)


@require_safe
@signed_in
def shot_list_pictures(request: Request, pk: int) -> HttpResponseBase:
    """Return the shot list as a workbook, with a small picture in each row."""
    return workbook(request, read_board(find_storyboard(request, pk, Action.VIEW).row), PicturesToPrint())

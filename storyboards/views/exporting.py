"""The shot list as a file to take along."""

from tempfile import SpooledTemporaryFile

from django.http import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.requests import Request
from accounts.roles import Action
from storyboards.columns import columns_of
from storyboards.downloads import KEPT_IN_MEMORY, download, whole
from storyboards.exports import as_csv, as_xlsx
from storyboards.exports.thumbnails import Pictures
from storyboards.models import Shot
from storyboards.reading import Board, read_board
from storyboards.serving import clean_name
from storyboards.statistics import statistics
from storyboards.views.doors import find_storyboard, signed_in


@require_safe
@signed_in
def shot_list_csv(request: Request, pk: int) -> HttpResponseBase:
    """Return the shot list as comma-separated values, in the columns that the person likes."""
    board = read_board(find_storyboard(request, pk, Action.VIEW).row)
    lines = as_csv.write_csv(_shots(board), columns_of(request.user))
    return download(request, lines, _name(board, "csv"), as_csv.MIME)


@require_safe
@signed_in
def shot_list_xlsx(request: Request, pk: int) -> HttpResponseBase:
    """Return the shot list as a workbook, in the columns that the person likes."""
    return workbook(request, read_board(find_storyboard(request, pk, Action.VIEW).row))


def workbook(request: Request, board: Board, pictures: Pictures | None = None) -> HttpResponseBase:
    """Return the shot list as a workbook, with the pictures where some are given."""
    figures = statistics(board.scenes, board.storyboard.rate_pair)
    file = SpooledTemporaryFile(KEPT_IN_MEMORY)  # noqa: SIM115 - closed when it has been sent
    as_xlsx.write_xlsx(file, board.storyboard, _shots(board), columns_of(request.user), figures, pictures)
    return download(request, whole(file), _name(board, "xlsx"), as_xlsx.MIME)


def _shots(board: Board) -> list[Shot]:
    return [shot for scene in board.scenes for shot in scene.panels]


def _name(board: Board, ending: str) -> str:
    return f"{clean_name(_('%s, shot list') % board.storyboard.title)}.{ending}"

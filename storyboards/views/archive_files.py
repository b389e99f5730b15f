"""A storyboard as one file, to be kept or taken elsewhere."""

from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from accounts.requests import Request
from accounts.roles import Action
from storyboards.archive_file import dump
from storyboards.archive_file.opening import ENDING
from storyboards.archive_file.writing import pieces
from storyboards.downloads import download
from storyboards.models import Storyboard
from storyboards.views.doors import find_storyboard, signed_in

MIME = "application/zip"


@require_safe
@signed_in
def export_storyboard(request: Request, pk: int) -> HttpResponseBase:
    """Send the storyboard as one file: with its pictures and takes, or with `media=0` without."""
    board = find_storyboard(request, pk, Action.VIEW).row
    manifest = dump(board, media=request.GET.get("media", "1") != "0")
    return download(request, pieces(manifest), file_name(board), MIME)


def file_name(board: Storyboard) -> str:
    """Return what the file is called: the-last-lamp-2026-11-22.soraease."""
    return f"{slugify(board.title) or 'storyboard'}-{timezone.localdate():%Y-%m-%d}{ENDING}"

"""A storyboard's settings and its logo."""

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import Request
from accounts.roles import Action
from storyboards import editing
from storyboards.models import Storyboard, Take
from storyboards.models.assets import AssetKind
from storyboards.reading import figures_of, read_numbers
from storyboards.recutting import MOST_AT_ONCE, cut_anew, misfits
from storyboards.settings_form import LogoForm, SettingsForm
from storyboards.uploads import PictureRefused, keep_picture
from storyboards.views.answers import SeeOther, board_url
from storyboards.views.doors import find_storyboard, signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def storyboard_settings(request: Request, pk: int) -> HttpResponse:
    """Change how the film is called, framed, drawn and slated."""
    board = find_storyboard(request, pk, Action.EDIT).row
    form = SettingsForm(request.POST or None, instance=Storyboard.objects.select_related("team").get(pk=pk))
    if request.method == "POST" and form.is_valid():
        try:
            editing.edit_storyboard(board, by=request.user, changes=form.changes, seen=form.cleaned_data["seen"])
        except editing.Conflict as conflict:
            return _page(request, board, form.after(conflict), status=409)
        messages.success(request, _("The settings are saved."))
        if "aspect" in form.changed_data and misfits(Storyboard.objects.get(pk=pk)):
            return SeeOther(f"{reverse('storyboard_settings', args=[pk])}#panels")
        return SeeOther(board_url(pk))
    return _page(request, board, form, status=422 if form.errors else 200)


@require_POST
@signed_in
def cut_panels_anew(request: Request, pk: int) -> HttpResponse:
    """Cut the panels of one's own that have another shape than the frame anew, as one deed that can be undone."""
    board = find_storyboard(request, pk, Action.EDIT).row
    done, unread = cut_anew(board, by=request.user)
    messages.success(request, ngettext("%d panel is cut anew.", "%d panels are cut anew.", done) % done)
    if unread:
        text = ngettext("%d picture cannot be read.", "%d pictures cannot be read.", unread) % unread
        messages.error(request, f"{text} {_('Their panels stay as they were. Upload those pictures again.')}")
    return SeeOther(f"{reverse('storyboard_settings', args=[pk])}#panels")


@require_POST
@signed_in
def storyboard_logo(request: Request, pk: int) -> HttpResponse:
    """Take a logo, or with `remove` take it away."""
    board = find_storyboard(request, pk, Action.EDIT).row
    form = LogoForm(request.POST, request.FILES)
    if "remove" in request.POST:
        editing.edit_storyboard(board, by=request.user, changes={"logo_id": None})
    elif not form.is_valid() or not _keep(form, board, request):
        return _page(request, board, SettingsForm(instance=board), logo_form=form, status=422)
    return SeeOther(f"{reverse('storyboard_settings', args=[pk])}#logo")


def _keep(form: LogoForm, board: Storyboard, request: Request) -> bool:
    try:
        asset = keep_picture(board.team, AssetKind.LOGO, form.picture)
    except PictureRefused as refused:
        form.add_error("logo", str(refused))
        return False
    editing.edit_storyboard(board, by=request.user, changes={"logo_id": asset.pk})
    return True


def _page(
    request: Request, board: Storyboard, form: SettingsForm, *, status: int, logo_form: LogoForm | None = None
) -> HttpResponse:
    context = {
        "storyboard": board,
        "form": form,
        "logo_form": logo_form or LogoForm(),
        "figures": figures_of(board, read_numbers(board)),
        "takes": takes_by_size(board),
        "misfits": len(misfits(board)),
        "most": MOST_AT_ONCE,
    }
    return render(request, "storyboards/settings.html", context, status=status)


def takes_by_size(board: Storyboard) -> list[dict[str, int]]:
    """Return how many finished takes there are of each size: `width`, `height`, `count`."""
    done = Take.objects.live().filter(shot__scene__storyboard=board, state=Take.State.DONE).order_by()
    sizes = done.exclude(mezzanine=None).values("mezzanine__width", "mezzanine__height").annotate(count=Count("pk"))
    return [
        {"width": size["mezzanine__width"], "height": size["mezzanine__height"], "count": size["count"]}
        for size in sizes.order_by("-count")
    ]

"""A storyboard out of an archive file."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from accounts.models import Team
from accounts.requests import Request
from accounts.roles import Action
from generation import unpacking as archives
from storyboards.archive_file import NotAnArchive
from storyboards.archive_file.opening import ENDING
from storyboards.models import Storyboard, Unpacking
from storyboards.views.answers import SeeOther, board_url
from storyboards.views.creating import teams_to_work_in
from storyboards.views.doors import signed_in


class ArchiveForm(forms.Form):
    """The file, and for whom the storyboard is made."""

    file = forms.FileField(
        label=gettext_lazy("Drop a file here, or choose one"),
        widget=forms.FileInput(attrs={"accept": f"{ENDING},application/zip"}),
        help_text=gettext_lazy("A storyboard that was downloaded as one file: its name ends with .soraease."),
        error_messages={"required": gettext_lazy("Choose a file first.")},
    )
    team = forms.ModelChoiceField(label=gettext_lazy("Team"), queryset=Team.objects.none(), required=False)

    def __init__(self, *args, teams: list[Team], **kwargs):
        super().__init__(*args, **kwargs)
        self.teams = teams
        choice = self.fields["team"]
        choice.queryset = Team.objects.filter(pk__in=[team.pk for team in teams])  # type: ignore[attr-defined]
        choice.empty_label = None  # type: ignore[attr-defined]
        if len(teams) == 1:
            choice.widget = forms.HiddenInput()

    def clean_team(self) -> Team:
        """Return the team that will own the storyboard: the only one, or the one that was chosen."""
        return self.cleaned_data.get("team") or self.teams[0]


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def import_storyboard(request: Request) -> HttpResponse:
    """Show the form; a file that was sent is looked at by a worker, and one is led to where that is seen."""
    teams = teams_to_work_in(request)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ArchiveForm(*sent, teams=teams)
    if request.method == "POST" and form.is_valid() and (row := _taken_in(request, form)):
        return SeeOther(reverse("unpacking", args=[row.pk]))
    waiting = Unpacking.objects.open().filter(team__in=teams)
    told = {"form": form, "waiting": waiting}
    return render(request, "storyboards/import.html", told, status=422 if form.errors else 200)


def _taken_in(request: Request, form: ArchiveForm) -> Unpacking | None:
    fields = form.cleaned_data
    try:
        return archives.take_in(fields["file"], fields["team"], request.user)
    except NotAnArchive as refused:
        form.add_error("file", str(refused))
        return None


@require_safe
@signed_in
def unpacking(request: Request, pk: int) -> HttpResponseBase:
    """Show how far a file is; lead to the storyboard once it is made."""
    row = _find(request, pk, Action.VIEW)
    if row.storyboard:
        return _led_to(request, row.storyboard)
    part = "#stage" if request.htmx else ""
    return render(request, f"generation/unpacking.html{part}", {"unpacking": row})


def _led_to(request: Request, board: Storyboard) -> HttpResponseBase:
    messages.success(request, _("“%s” is here, as it was.") % board.title)
    return HttpResponseClientRedirect(board_url(board.pk)) if request.htmx else SeeOther(board_url(board.pk))


@require_POST
@signed_in
def cancel_unpacking(request: Request, pk: int) -> HttpResponse:
    """Stop looking at a file; it is thrown away."""
    row = _find(request, pk, Action.EDIT)
    archives.cancel_unpacking(row)
    return SeeOther(reverse("unpacking", args=[row.pk]))


def _find(request: Request, pk: int, action: Action) -> Unpacking:
    row = get_object_or_404(Unpacking.objects.visible_to(request.user).select_related("team", "storyboard"), pk=pk)
    request.user.require(row.team, action)
    return row

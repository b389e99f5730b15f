"""A storyboard out of an archive file."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from accounts.models import Team
from accounts.requests import Request
from generation.unpacking import verified
from storyboards.archive_file import NotAnArchive
from storyboards.archive_file.files import import_archive
from storyboards.archive_file.opening import ENDING
from storyboards.models import Storyboard
from storyboards.views.answers import SeeOther, board_url
from storyboards.views.creating import teams_to_work_in
from storyboards.views.doors import signed_in


class ArchiveForm(forms.Form):
    """The file, and for whom the storyboard is made; a valid form has made it, as `storyboard`."""

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
    """Show the form; with a file, make the storyboard that is in it."""
    teams = teams_to_work_in(request)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ArchiveForm(*sent, teams=teams)
    if request.method == "POST" and form.is_valid() and (board := _imported(request, form)):
        messages.success(request, _("“%s” is here, as it was.") % board.title)
        return SeeOther(board_url(board.pk))
    return render(request, "storyboards/import.html", {"form": form}, status=422 if form.errors else 200)


def _imported(request: Request, form: ArchiveForm) -> Storyboard | None:
    fields = form.cleaned_data
    try:
        return import_archive(fields["file"], team=fields["team"], by=request.user, verify=verified)
    except NotAnArchive as refused:
        form.add_error("file", str(refused))
        return None

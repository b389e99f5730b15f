"""From a script to a storyboard: paste, upload or drop; look at what will be made; make it."""

from dataclasses import dataclass
from itertools import islice

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.models import Team, User
from accounts.requests import Request
from accounts.roles import Action
from storyboards import examples, starters
from storyboards.covers import Cover, covers
from storyboards.duplicating import duplicate
from storyboards.forms import BoardForm, NewStoryboardForm
from storyboards.importing import import_outline, scene_row, shot_row
from storyboards.mentions import in_a_sentence
from storyboards.models import Scene, Shot, Storyboard
from storyboards.reading import Figures
from storyboards.scripts import Outline
from storyboards.views.answers import SeeOther, board_url, number_or_none
from storyboards.views.doors import find_storyboard, signed_in

SHOTS_SHOWN = 6


@dataclass(frozen=True)
class Preview:
    """What an outline would become; nothing of it is saved."""

    title: str
    figures: Figures
    characters: list[str]
    first: list[Shot]

    @property
    def more(self) -> int:
        """How many shots follow those that are shown."""
        return self.figures.shots - len(self.first)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def new_storyboard(request: Request) -> HttpResponse:
    """Show the form; with a script, show what will be made, and on `step=create` make it.

    A template, or `step=empty`, makes a storyboard at once.
    """
    teams = teams_to_work_in(request)
    if request.method != "POST":
        form = NewStoryboardForm(teams=teams, initial=_from_example(request.GET.get("example", "")))
        return _page(request, form)
    if "template" in request.POST or request.POST.get("step") == "empty":
        return _without_script(request, BoardForm(request.POST, teams=teams))
    form = NewStoryboardForm(request.POST, request.FILES, teams=teams)
    if not form.is_valid():
        return _page(request, form.with_text(), status=422)
    if request.POST.get("step") == "create":
        return SeeOther(board_url(_create(request, form).pk))
    return _page(request, form.with_text(), preview=preview_of(form.outline, form.cleaned_data))


def _page(request: Request, form: BoardForm, *, preview: Preview | None = None, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "preview": preview,
        "examples": examples.all_examples(),
        "starters": starters.all_starters(),
        "templates": templates_of(request.user),
    }
    return render(request, "storyboards/new.html", context, status=status)


def templates_of(user: User) -> list[Cover]:
    """Return the templates that this person's teams have made, by title."""
    boards = Storyboard.objects.visible_to(user).live().filter(is_template=True).select_related("team").defer("script")
    return covers(list(boards.order_by("title", "pk")))


def _without_script(request: Request, form: BoardForm) -> HttpResponse:
    """Make an empty storyboard, or one that begins as a template."""
    if not form.is_valid():
        shown = NewStoryboardForm(request.POST, teams=form.teams)
        shown.errors.clear()
        shown.errors.update(form.errors)
        return _page(request, shown, status=422)
    made = _from_template(request, form) if "template" in request.POST else _empty(request, form)
    return SeeOther(board_url(made.pk))


def _empty(request: Request, form: BoardForm) -> Storyboard:
    board: Storyboard = form.save(commit=False)
    board.title, board.created_by = " ".join(board.title.split()) or _("Untitled"), request.user
    board.save()
    return board


def _from_template(request: Request, form: BoardForm) -> Storyboard:
    """Return a storyboard that begins as a template of the studio, by its name, or of the team, by its key."""
    name, title = request.POST["template"], form.cleaned_data["title"]
    if starter := starters.find_starter(name):
        return starters.start_from(starter, team=form.cleaned_data["team"], by=request.user, title=title)
    board = find_storyboard(request, number_or_none(name) or 0, Action.EDIT).row
    return duplicate(board, by=request.user, title=title)


def teams_to_work_in(request: Request) -> list[Team]:
    """Return the teams for which this person may make storyboards, their own first."""
    parts = request.user.memberships.select_related("team").order_by("joined_at", "pk")
    teams = [part.team for part in parts if part.can(Action.EDIT)]
    if not teams:
        raise PermissionDenied(_("You are not in a team in which you may make storyboards."))
    return teams


def _from_example(name: str) -> dict[str, str]:
    example = examples.find_example(name)
    return {"script": example.text, "name": example.name} if example else {}


def _create(request: Request, form: NewStoryboardForm) -> Storyboard:
    settings = {field: form.cleaned_data[field] for field in ("title", "aspect", "rate", "look", "team")}
    return import_outline(form.outline, by=request.user, **settings)


def preview_of(outline: Outline, settings: dict) -> Preview:
    """Return what `outline` would become with these settings."""
    board = Storyboard(rate=settings["rate"], aspect=settings["aspect"])
    scenes = [(scene_row(board, scene, 0), scene) for scene in outline.scenes]
    shots = [_shot(board, scene, shot) for scene, outlined in scenes for shot in outlined.shots]
    frames = sum(shot.frames for shot in shots)
    figures = Figures(frames, len(shots), len(scenes), board.rate_pair)
    characters = [_shown(name, outline.text) for name in outline.characters]
    return Preview(settings["title"] or outline.title, figures, characters, list(islice(shots, SHOTS_SHOWN)))


def _shown(name: str, script: str) -> str:
    """Return a name as the script has it in a sentence: what is short and in capitals may be initials, or PIP."""
    spoken = name.capitalize()
    return spoken if name.isupper() and spoken in script else in_a_sentence(name)


def _shot(board: Storyboard, scene: Scene, outlined) -> Shot:
    return shot_row(board, scene, outlined, 0)

"""What the board's templates ask of this room."""

from collections.abc import Callable, Sequence
from typing import Any

from django import template
from django.db.models import QuerySet
from django.template import Context

from generation.cards import CardState, Queue, card_state, progress_words
from generation.forms import AgainForm, GenerateForm
from generation.models import Job
from generation.options import BackendForm, backend_of
from generation.outlook import Outlook, outlook
from generation.stale import Plan, changed_since, plan, stale_takes
from generation.views.asking import priced
from storyboards.elements.shots import cast_of
from storyboards.models import Element, Shot, Storyboard, Take
from storyboards.reading import Board
from storyboards.views.inspecting import as_json

register = template.Library()


@register.simple_tag(takes_context=True)
def state_of(context: Context, shot: Shot) -> CardState:
    """Return what the shot's card says of its takes; the queue is read once per page, and only if somebody waits."""
    return card_state(shot, once(context, "queue", Queue))


@register.simple_tag
def takes_of(shot: Shot) -> Sequence[Take] | QuerySet[Take]:
    """Return the takes of a shot as the strip shows them; `reading` may have filled them in."""
    return (
        shot.take_list
        if hasattr(shot, "take_list")
        else shot.takes.live().select_related("asset", "poster").prefetch_related("jobs")
    )


@register.simple_tag
def words_for(job: Job) -> str:
    """Return where a job stands, in words."""
    return progress_words(job)


@register.simple_tag
def asking_form(shot: Shot) -> dict:
    """Return a fresh form to ask for a take of `shot`, with its price."""
    alias = backend_of(shot)
    return {"form": GenerateForm(initial={"backend": alias}), **priced([shot], alias)}


@register.simple_tag
def backend_form(shot: Shot) -> BackendForm:
    """Return the form of the shot's own backend."""
    return BackendForm(shot=shot)


@register.simple_tag
def backend_seen(shot: Shot) -> str:
    """Return what that form shows, to be sent back with it."""
    return as_json({"backend": shot.backend, "options": shot.options})


@register.simple_tag(takes_context=True)
def board_outlook(context: Context, storyboard: Storyboard) -> Outlook:
    """Return what is left to do on the board; the header and the dock ask the same once."""
    board = context.get("board")
    shots = board.shots.values() if isinstance(board, Board) and board.shots else None
    return once(context, "outlook", lambda: outlook(storyboard, shots))


@register.simple_tag
def changed(shot: Shot, take: Take) -> list[Element]:
    """Return the elements of a shot that changed since the take was asked for; the cast is read once for all takes."""
    if not hasattr(shot, "cast_list"):
        shot.cast_list = cast_of(shot)
    return changed_since(shot, take)


@register.simple_tag
def stale_plan(storyboard: Storyboard, element: Element | None = None) -> Plan:
    """Return what can be done about the board's stale takes, or about those that show `element`."""
    return plan(stale_takes(storyboard, element))


def once(context: Context, name: str, make: Callable[[], Any]) -> Any:
    """Return what `make` returned the first time that this request's page asked for `name`."""
    kept = context["request"].__dict__.setdefault("generation_page", {})
    if name not in kept:
        kept[name] = make()
    return kept[name]


@register.simple_tag
def again_form(plan: Plan) -> AgainForm:
    """Return a fresh form to ask for the stale takes again, at the price of the plan."""
    return AgainForm(initial={"credits": plan.credits})

"""What the board's templates ask of this room."""

from django import template
from django.db.models import QuerySet
from django.template import Context

from generation.cards import CardState, Queue, card_state, progress_words
from generation.forms import GenerateForm
from generation.models import Job
from generation.views.asking import priced, without_takes
from storyboards.models import Shot, Storyboard, Take

register = template.Library()


@register.simple_tag(takes_context=True)
def state_of(context: Context, shot: Shot) -> CardState:
    """Return what the shot's card says of its takes; the queue is read once per page, and only if somebody waits."""
    kept: dict = context.render_context  # type: ignore[assignment]  # typed for the engine's own entries alone
    return card_state(shot, kept.setdefault("generation_queue", Queue()))


@register.simple_tag
def takes_of(shot: Shot) -> QuerySet[Take]:
    """Return the takes of a shot as the strip shows them."""
    return shot.takes.live().select_related("asset", "poster").prefetch_related("jobs")


@register.simple_tag
def words_for(job: Job) -> str:
    """Return where a job stands, in words."""
    return progress_words(job)


@register.simple_tag
def asking_form(shot: Shot) -> dict:
    """Return a fresh form to ask for a take of `shot`, with its price."""
    form = GenerateForm()
    return {"form": form, **priced([shot], form.alias)}


@register.simple_tag
def board_outlook(storyboard: Storyboard) -> dict:
    """Return how many shots have no take, what takes of them would hold, and whether the film can be made of takes."""
    shots = list(without_takes(storyboard))
    live = Shot.objects.live().filter(scene__storyboard=storyboard, scene__deleted_at=None)
    ready = not shots and live.exists() and not live.filter(circled_take=None).exists()
    return {"count": len(shots), "ready": ready, **priced(shots, GenerateForm().alias)}

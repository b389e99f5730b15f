"""The storyboard, and its film, that a first visitor finds in the demo account."""

import time
from pathlib import Path

from django.conf import settings

from accounts.models import User
from generation.films import request_film
from generation.requesting import request_takes
from generation.slates import in_order
from storyboards.importing import import_outline
from storyboards.models import Storyboard, Take
from storyboards.scripts import read_script
from storyboards.vocabulary import Aspect, Rate

SCRIPT = Path(settings.BASE_DIR) / "examples" / "the-last-lamp.fountain"
BACKEND = "sketch"
LOOK_AGAIN_SECONDS = 1.0


def demo_storyboard(person: User) -> Storyboard:
    """Return the demo account's first storyboard, read from the example when there is none."""
    team = person.teams.earliest("pk")
    found = team.storyboards.order_by("pk").first()
    if found:
        return found
    outline = read_script(SCRIPT.read_bytes(), name=SCRIPT.name)
    return import_outline(
        outline, team=team, by=person, title=outline.title, aspect=Aspect.WIDE, rate=Rate.R24, look="flat"
    )


def ask_for_takes(storyboard: Storyboard, person: User) -> None:
    """Ask for a take of every shot, unless any was asked for already."""
    if not Take.objects.filter(shot__scene__storyboard=storyboard).exists():
        request_takes(in_order(storyboard), BACKEND, person)


def wait_for_takes(storyboard: Storyboard) -> None:
    """Return once no take of the storyboard is in the works."""
    working = Take.objects.filter(shot__scene__storyboard=storyboard, state=Take.State.WORKING)
    while working.exists():
        time.sleep(LOOK_AGAIN_SECONDS)


def ask_for_film(storyboard: Storyboard, person: User) -> None:
    """Ask for the film, unless one was made, or thrown away, already."""
    if not storyboard.films.exists():
        request_film(storyboard, person, stand_ins=True)

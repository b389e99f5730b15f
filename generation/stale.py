"""Takes that show an element as it was before it changed: which they are, and what it costs to make them again."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db import transaction
from django.db.models import Prefetch, Q
from django.utils.translation import gettext as _

from accounts.models import User
from generation.backends import aliases, get_backend
from generation.backends.base import BackendError
from generation.requesting import estimate, request_takes
from generation.slates import slates
from storyboards.editing.deed import deed
from storyboards.editing.writing import write_shots
from storyboards.elements.shots import seen_in
from storyboards.models import Element, Shot, Storyboard, Take


@dataclass(frozen=True)
class Stale:
    """A finished take that shows `changed` as they were. `fresh` is a take of the same shot that does not, if any."""

    shot: Shot
    take: Take
    changed: list[Element]
    fresh: Take | None

    slate: str = ""

    @property
    def names(self) -> str:
        """What has changed."""
        return ", ".join(element.name for element in self.changed)

    @property
    def circled(self) -> bool:
        """Whether it is in the cut."""
        return self.take.pk == self.shot.circled_take_id

    @property
    def ready(self) -> bool:
        """Whether the take that could stand in its place is finished."""
        return self.fresh is not None and self.fresh.state == Take.State.DONE


@dataclass(frozen=True)
class Again:
    """Shots to be made again at the backend of their stale takes; `refusal` says why that cannot be asked there."""

    alias: str
    label: str
    shots: list[Shot]
    credits: int
    refusal: str = ""


@dataclass(frozen=True)
class Plan:
    """What is stale in the cut: what would be asked again, what is being made, and what only has to be circled."""

    waiting: list[Stale]
    again: list[Again]
    working: list[Stale]
    ready: list[Stale]
    aside: list[Stale]

    @property
    def nothing(self) -> bool:
        """Whether no take is stale at all."""
        return not (self.waiting or self.working or self.ready or self.aside)

    @property
    def askable(self) -> list[Again]:
        """The parts that can be asked."""
        return [part for part in self.again if not part.refusal]

    @property
    def count(self) -> int:
        """How many takes would be asked for."""
        return sum(len(part.shots) for part in self.askable)

    @property
    def credits(self) -> int:
        """What they would hold, all together."""
        return sum(part.credits for part in self.askable)


# --- what is stale --------------------------------------------------------------------------------------------------


def changed_since(shot: Shot, take: Take) -> list[Element]:
    """Return the elements of `shot` that look or sound otherwise than when `take` was asked for.

    An element that came into the shot later is no change of looks; one that left it, or the bible, is seen no more.
    """
    made_with = take.elements
    if not made_with:
        return []
    return [one for one in seen_in(shot) if made_with.get(str(one.pk), one.version) != one.version]


def is_fresh(shot: Shot, take: Take) -> bool:
    """Return whether `take` shows every element as it is now, or will when it is finished."""
    open_or_done = take.state in (Take.State.WORKING, Take.State.DONE)
    return open_or_done and bool(take.elements) and not changed_since(shot, take)


def stale_takes(storyboard: Storyboard, element: Element | None = None) -> list[Stale]:
    """Return the stale takes of the board in the order of the film, in a number of queries that never grows.

    With `element`, those that are stale because of it.
    """
    named = slates(storyboard)
    found = [stale for shot in _shots(storyboard, element) for stale in _stale_in(shot, named.get(shot.pk, ""))]
    return [stale for stale in found if element is None or element in stale.changed]


def _shots(storyboard: Storyboard, element: Element | None) -> Iterable[Shot]:
    shots = Shot.objects.live().filter(scene__storyboard=storyboard, scene__deleted_at=None)
    shots = shots.filter(omitted=False, scene__omitted=False)
    if element is not None:
        shown = Shot.cast.through.objects.filter(element=element).values("shot")
        shots = shots.filter(Q(pk__in=shown) | Q(scene__location=element))
    takes = Prefetch("takes", Take.objects.live().defer("request").select_related("poster"), to_attr="take_list")
    ordered = shots.order_by("scene__position", "scene__pk", "position", "pk")
    rows = ordered.select_related("scene__storyboard__team", "scene__location")
    return rows.prefetch_related("cast", takes)  # type: ignore[no-redef]  # Shot declares take_list, too


def _stale_in(shot: Shot, slate: str) -> list[Stale]:
    fresh = next((take for take in reversed(shot.take_list) if is_fresh(shot, take)), None)
    done = (take for take in shot.take_list if take.state == Take.State.DONE)
    return [Stale(shot, take, changed, fresh, slate) for take in done if (changed := changed_since(shot, take))]


def in_the_cut(shots: Iterable[Shot]) -> int:
    """Return how many shots that `reading` has filled in have a stale take circled."""
    circled = ((shot, take) for shot in shots for take in shot.take_list if take.pk == shot.circled_take_id)
    return sum(bool(changed_since(shot, take)) for shot, take in circled if not (shot.omitted or shot.scene.omitted))


def count_stale(storyboard: Storyboard) -> int:
    """Return how many shots of the board have a stale take circled, without reading the shots themselves."""
    shots = Shot.objects.live().filter(scene__storyboard=storyboard, scene__deleted_at=None, scene__omitted=False)
    circled = shots.filter(omitted=False, circled_take__isnull=False).exclude(circled_take__elements={}).order_by()
    rows = list(circled.values_list("pk", "circled_take__elements", "scene__location"))
    if not rows:
        return 0
    versions = dict(Element.objects.live().filter(storyboard=storyboard).values_list("pk", "version"))
    cast: dict[int, list[int]] = {}
    for shot, element in Shot.cast.through.objects.filter(shot__in=circled.values("pk")).values_list("shot", "element"):
        cast.setdefault(shot, []).append(element)
    return sum(_differs(made_with, versions, [*cast.get(shot, ()), place]) for shot, made_with, place in rows)


def _differs(made_with: dict[str, int], versions: dict[int, int], shown: Iterable[int | None]) -> bool:
    live = [pk for pk in shown if pk in versions]
    return any(made_with.get(str(pk), versions[pk]) != versions[pk] for pk in live)


# --- making them again ----------------------------------------------------------------------------------------------


def plan(stale: Sequence[Stale]) -> Plan:
    """Return what can be done about the stale takes: those of the cut are made again where they were made."""
    circled = [one for one in stale if one.circled]
    waiting = [one for one in circled if one.fresh is None]
    return Plan(
        waiting,
        _again(waiting),
        working=[one for one in circled if one.fresh and not one.ready],
        ready=[one for one in circled if one.ready],
        aside=[one for one in stale if not one.circled],
    )


def _again(stale: Sequence[Stale]) -> list[Again]:
    by_backend = groupby(sorted(stale, key=lambda one: one.take.backend), key=lambda one: one.take.backend)
    return [_priced(alias, [one.shot for one in group]) for alias, group in by_backend]


def _priced(alias: str, shots: list[Shot]) -> Again:
    if alias not in aliases():
        gone = _("The backend “%s” is no longer there. Open these shots and choose another one.") % alias
        return Again(alias, alias, shots, 0, gone)
    label = get_backend(alias).label
    try:
        return Again(alias, label, shots, estimate(shots, alias))
    except BackendError as refusal:
        return Again(alias, label, shots, 0, str(refusal))


def make_again(plan: Plan, by: User | None, *, key: uuid.UUID) -> list[Take]:
    """Ask for all takes of the plan that can be asked, or for none; the same `key` asks once.

    Raise CreditsRefused or BackendError like `request_takes`. What is circled stays circled.
    """
    with transaction.atomic():
        return [take for part in plan.askable for take in request_takes(part.shots, part.alias, by, key=key)]


def circle_fresh(storyboard: Storyboard, by: User | None, element: Element | None = None) -> int:
    """Circle, as one deed, the finished takes that stand ready in the place of stale ones; return how many."""
    with deed(storyboard.pk, by) as work:
        ready = plan(stale_takes(storyboard, element)).ready
        chosen = [(stale.shot, {"circled_take_id": stale.fresh.pk}) for stale in ready if stale.fresh]
        return len(write_shots(work, "circle", chosen))

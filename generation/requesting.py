"""Asking for takes: what it would cost, and the one transaction that makes take, jobs and hold."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from functools import partial

from django.db import transaction
from django.db.models import Max, Sum
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from accounts.billing import credits
from accounts.billing.tiers import limits
from accounts.models import Team, User
from generation import doorbell
from generation.backends import get_backend
from generation.backends.base import ShotRequest, Unsupported
from generation.failpoints import failpoint
from generation.models import Job, State, Step
from generation.options import known_backend, told
from generation.pace import HOURS_TO_LIVE
from generation.prompting import freeze, seed_of
from generation.slates import slates
from soraease_web import live
from soraease_web.lease import from_now
from storyboards.elements.shots import versions_of
from storyboards.models import Shot, Storyboard, Take
from storyboards.vocabulary import Resolution
from storyboards.weather import carry

MOST_CARDS = 1
NEVER_BY_ITSELF = timedelta(days=3650)


@dataclass(frozen=True)
class Wish:
    """One take as it will be asked: the whole, its parts, and what each part costs."""

    shot: Shot
    alias: str
    key: uuid.UUID
    request: ShotRequest
    parts: tuple[ShotRequest, ...]
    prices: tuple[int, ...]
    elements: dict[str, int]

    @property
    def price(self) -> int:
        """Credits for the whole take."""
        return sum(self.prices)


def estimate(shots: Iterable[Shot], alias: str, *, own: bool = False) -> int:
    """Return the credits that one take of each of `shots` would hold; raise Unsupported like `request_takes`."""
    return sum(wish.price for wish in _wishes(list(shots), alias, uuid.UUID(int=0), own=own))


def wish_for(shot: Shot, alias: str, key: uuid.UUID) -> Wish:
    """Return what would be asked for `shot` under this key, to be looked at; raise Unsupported."""
    return _wishes([shot], alias, key)[0]


def request_take(shot: Shot, alias: str, by: User | None, *, key: uuid.UUID | None = None) -> Take:
    """Return a new take of `shot`, asked of the backend `alias`, with its credits held; raise like `request_takes`."""
    return request_takes([shot], alias, by, key=key)[0]


def request_takes(
    shots: Iterable[Shot], alias: str, by: User | None, *, key: uuid.UUID | None = None, own: bool = False
) -> list[Take]:
    """Return a new take of every shot: all of them, or none. Asking again with the same `key` returns the same takes.

    With `own`, shots that have a backend of their own are asked of that, and only the others of `alias`.
    Raise Unsupported, naming the nearest that can be asked, or CreditsRefused when the credits do not suffice.
    """
    wishes = _wishes(list(shots), alias, key or uuid.uuid4(), own=own)
    if not wishes:
        return []
    with transaction.atomic():
        team = Team.objects.lock(wishes[0].shot.scene.storyboard.team_id)
        _check_storage(team)
        takes = _asked_before(wishes) or [_make(wish, by, team) for wish in wishes]
        _announce(wishes)
        doorbell.on_commit(partial(failpoint, "requested"))
        doorbell.on_commit(doorbell.ring_dispatch)
    return takes


def _announce(wishes: Sequence[Wish]) -> None:
    """Tell the open pages: card by card, or the whole board at once, for each word costs time if nobody listens."""
    if len(wishes) > MOST_CARDS:
        board = wishes[0].shot.scene.storyboard
        live.announce(board.pk, "storyboard", board.pk)
        return
    for wish in wishes:
        live.announce(wish.shot.scene.storyboard.pk, "shot", wish.shot.pk, wish.shot.version)


def _asked_before(wishes: Sequence[Wish]) -> list[Take]:
    """Return the takes that the same wishes made before; the team's row is locked, so nobody makes them meanwhile."""
    keys = [_job_key(wish, 1) for wish in wishes]
    jobs = {job.key: job for job in Job.objects.filter(key__in=keys).select_related("take")}
    return [jobs[key].take for key in keys if key in jobs]


def _wishes(shots: list[Shot], alias: str, key: uuid.UUID, *, own: bool = False) -> list[Wish]:
    """Return what is asked for each shot; raise Unsupported for the first that cannot be asked."""
    named: dict[int, dict[int, str]] = {}
    wishes = []
    carry(shots)
    for shot in shots:
        asked = known_backend((own and shot.backend) or alias)
        wishes.append(_wish(shot, asked, uuid.uuid5(key, str(shot.pk)), _slate(shot, named)))
    return wishes


def _slate(shot: Shot, named: dict[int, dict[int, str]]) -> str:
    """Return what the shot is called: `reading` may have filled it in, else each board's slates are read once."""
    if hasattr(shot, "slate"):
        return shot.slate
    board = shot.scene.storyboard
    if board.pk not in named:
        named[board.pk] = slates(board)
    return named[board.pk].get(shot.pk, "")


def _wish(shot: Shot, alias: str, key: uuid.UUID, slate: str) -> Wish:
    backend = get_backend(alias)
    request = freeze(shot, alias, seed_of(str(key), 1), slate=slate)
    _check_length(request, shot.scene.storyboard)
    _check_lines(shot.scene.storyboard)
    parts = split(request, backend.capabilities.longest_shot, str(key), seed=told(shot, alias).get("seed"))
    for part in parts:
        backend.check(part)
    prices = tuple(backend.capabilities.credits(part) for part in parts)
    return Wish(shot, alias, key, request, parts, prices, versions_of(shot))


def _check_length(request: ShotRequest, board: Storyboard) -> None:
    longest = limits(board.team.tier).longest_shot_seconds
    if request.frames < 1:
        raise Unsupported(_("Shot %s has no length. Give it at least one frame. Nothing was charged.") % request.slate)
    if request.seconds > longest:
        raise Unsupported(
            _(
                "Shot %(slate)s is %(seconds).1f seconds long; at your tier a shot may have %(longest)d. "
                "Make it shorter, or split it in two. Nothing was charged."
            )
            % {"slate": request.slate, "seconds": float(request.seconds), "longest": longest}
        )


def _check_lines(board: Storyboard) -> None:
    """A storyboard keeps the resolution that it got at a higher tier; takes of it are not made any more."""
    most = limits(board.team.tier).lines
    if Resolution(board.resolution).lines > most:
        raise Unsupported(
            _(
                "This storyboard is set to %(resolution)s; at your tier pictures have up to %(most)dp. "
                "Choose less in its settings. Nothing was charged."
            )
            % {"resolution": board.resolution, "most": most}
        )


def _check_storage(team: Team) -> None:
    used = team.assets.aggregate(bytes=Sum("bytes"))["bytes"] or 0
    allowed = limits(team.tier).storage_bytes
    if used >= allowed:
        raise Unsupported(
            _("The team’s files fill the %s that its tier has. Delete takes or films first. Nothing was charged.")
            % filesizeformat(allowed)
        )


def split(request: ShotRequest, longest: Fraction, key: str, *, seed: int | None = None) -> tuple[ShotRequest, ...]:
    """Return `request` as parts of at most `longest` seconds, as even as they can be; one that fits stays whole.

    Each part has a seed of its own, unless somebody wants this one.
    """
    most = max(1, int(longest * request.fps))
    count = -(-request.frames // most)
    frames, extra = divmod(request.frames, count)
    return tuple(
        request.but(frames=frames + (index < extra), seed=seed_of(key, index + 1) if seed is None else seed)
        for index in range(count)
    )


def _make(wish: Wish, by: User | None, team: Team) -> Take:
    """Write take, jobs and holds; the caller has locked the team's row, so numbers are not given twice."""
    number = (wish.shot.takes.aggregate(last=Max("number"))["last"] or 0) + 1
    take = Take.objects.create(
        shot=wish.shot,
        number=number,
        backend=wish.alias,
        request=wish.request.to_json(),
        elements=wish.elements,
        estimate=wish.price,
        created_by=by,
    )
    for ordinal, (part, price) in enumerate(zip(wish.parts, wish.prices, strict=True), start=1):
        job = _make_job(wish, take, ordinal, part, price)
        credits.hold(team, price, reference=job.reference, note=f"{wish.request.slate} take {number}"[:200])
    return take


def _make_job(wish: Wish, take: Take, ordinal: int, part: ShotRequest, price: int) -> Job:
    """Write one job. A later part of a chain is due when the one before it is done."""
    job = Job.objects.create(
        take=take,
        ordinal=ordinal,
        backend=take.backend,
        key=_job_key(wish, ordinal),
        request=part.to_json(),
        credits=price,
        deadline_at=from_now(timedelta(hours=HOURS_TO_LIVE * ordinal)),
        next_due_at=from_now(timedelta(0) if ordinal == 1 else NEVER_BY_ITSELF),
    )
    Step.objects.create(job=job, state=State.QUEUED)
    return job


def _job_key(wish: Wish, ordinal: int) -> uuid.UUID:
    return uuid.uuid5(wish.key, str(ordinal))

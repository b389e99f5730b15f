"""What a card says of a shot's takes: one word and one tone, true at the moment of reading."""

from dataclasses import dataclass
from functools import cached_property

from django.contrib.humanize.templatetags.humanize import ordinal
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from generation.models import Job, State
from generation.stale import changed_since
from storyboards.models import Element, Shot, Take

MOST_COUNTED = 5000


@dataclass(frozen=True)
class CardState:
    """`tone` is a class of the look (idle, live, chosen, stale, failed).

    `percent` is 0 to 100, or None when nobody knows.
    """

    tone: str
    words: str
    percent: int | None = None


class Queue:
    """The jobs that wait, first to last."""

    @cached_property
    def places(self) -> dict[int, int]:
        """The place of each waiting job, from 1."""
        waiting = Job.objects.filter(state=State.QUEUED).order_by("pk").values_list("pk", flat=True)[:MOST_COUNTED]
        return {pk: place for place, pk in enumerate(waiting, start=1)}

    def place(self, job: Job) -> int | None:
        """Return the place of `job`, or None when it no longer waits (or waits very far behind).

        Where `reading` has counted it for a few shots, the queue itself is not read.
        """
        return job.place if hasattr(job, "place") else self.places.get(job.pk)


def card_state(shot: Shot, queue: Queue) -> CardState:
    """Return what the card of a shot that `reading` filled in says: its newest take's story, its circle, or panel."""
    takes = shot.take_list
    if not takes:
        return CardState("idle", _("panel"))
    newest = takes[-1]
    if newest.state == Take.State.WORKING:
        return working(newest, queue)
    if newest.state == Take.State.FAILED:
        return CardState("failed", failed_words(newest))
    return finished(shot, takes)


def working(take: Take, queue: Queue) -> CardState:
    """Return the state of a take in the works, by the job that is at it."""
    job = next((job for job in take.job_list if job.state in Job.OPEN_STATES), None)
    if job is None:
        return CardState("idle", _("waiting"))
    if job.state == State.QUEUED and job.error_code:
        return CardState("idle", _("waits for its backend; nothing charged"))
    if job.state == State.QUEUED:
        place = queue.place(job)
        return CardState("idle", _("queued, %s") % ordinal(place) if place else _("queued"))
    return CardState("live", progress_words(job), percent(job))


def finished(shot: Shot, takes: list[Take]) -> CardState:
    """Return the state of a shot that nothing is made for now."""
    circled = next((take for take in takes if take.pk == shot.circled_take_id), None)
    if circled:
        changed = changed_since(shot, circled)
        return CardState("stale", stale_words(changed)) if changed else circled_state(circled)
    done = sum(take.state == Take.State.DONE for take in takes)
    if done:
        return CardState("idle", ngettext("%d take, none circled", "%d takes, none circled", done) % done)
    return CardState("idle", _("cancelled"))


def circled_state(take: Take) -> CardState:
    """Return the state of a shot whose circled take is as good as on the day it was made."""
    return CardState("chosen", _("take %d circled") % take.number)


def stale_words(changed: list[Element]) -> str:
    """Return why a take is stale, in as few words as a card has room for."""
    if len(changed) > 1:
        return _("stale: %d elements changed") % len(changed)
    return _("stale: %s changed") % changed[0].name


def failed_words(take: Take) -> str:
    """Return why in two words, and whether money was taken."""
    job = next(iter(take.job_list), None)
    word = job.get_state_display() if job else _("failed")
    if take.cost:
        return _("%(word)s: %(credits)d credits taken") % {"word": word, "credits": take.cost}
    return _("%s: no credits taken") % word


def percent(job: Job) -> int | None:
    """Return the job's progress in percent, or None where its backend does not say."""
    if job.state != State.RUNNING or job.progress is None:
        return None
    return round(100 * min(1.0, max(0.0, job.progress)))


def progress_words(job: Job) -> str:
    """Return where a job stands, with the share that is done where it is known."""
    share = percent(job)
    word = job.get_state_display()
    return _("%(word)s %(share)d %%") % {"word": word, "share": share} if share is not None else word

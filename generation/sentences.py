"""What the user reads when a job did not end well: what happened, what became of the money, what to do next."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from generation.models import Job


def money(job: Job) -> str:
    """Return the sentence about the credits that were held for `job` and are given back."""
    if not job.credits:
        return _("No credits were taken.")
    return ngettext(
        "No credits were taken: the %d that was held is yours again.",
        "No credits were taken: the %d that were held are yours again.",
        job.credits,
    ) % (job.credits)


def unconfirmed() -> str:
    """For a submit whose outcome nobody can tell."""
    return _(
        "We could not confirm that the provider received this shot, and we never ask for a paid shot twice by "
        "ourselves. Generate it again if you still want it."
    )


def poison() -> str:
    """For a job at which the worker died again and again."""
    return _("The worker stopped three times at this shot, so we gave up. Change the shot, or tell the operator.")


def backend_gone() -> str:
    """For a job whose backend the operator has taken away."""
    return _("The backend of this take does not exist any more. Generate the shot again with another one.")


def overdue() -> str:
    """For a job that took too long."""
    return _("The backend did not finish in time. Generate the shot again, or choose another backend.")


def cancelled() -> str:
    """For a job that a person stopped."""
    return _("Cancelled.")


def stopped_with_part() -> str:
    """For the parts of a long take that are not needed any more because another part did not end well."""
    return _("Another part of this take did not end well, so this part was not made.")


def unreachable() -> str:
    """For a backend that never answered."""
    return _("The backend could not be reached, although we tried several times. Generate the shot again later.")


def repairing(label: str) -> str:
    """While a backend waits for its operator."""
    return _(
        "%s does not accept our access at the moment. The operator knows; shots wait for it, and nothing is charged "
        "while they wait."
    ) % (label)


def failing(label: str) -> str:
    """While a backend rests because too many of its last answers were bad."""
    return _(
        "%s is degraded: too many of its last answers failed. Shots wait until it answers again, and nothing is "
        "charged while they wait."
    ) % (label)


def bad_result(sentence: str) -> str:
    """For a result that we do not accept."""
    return _("What the backend delivered cannot be used. %s") % sentence


def not_fetched() -> str:
    """For a result that never arrived."""
    return _("The backend made the shot, but its file could not be fetched. Generate the shot again.")


def remote_failure(sentence: str) -> str:
    """For a job that the provider gave up."""
    return sentence or _("The backend could not make this shot. Change it a little and generate it again.")


def remote_refusal(sentence: str) -> str:
    """For a job that the provider declined."""
    return sentence or _("The backend declined to make this shot. Change its words and generate it again.")

"""Why credits could not be held; each is a sentence for the person who pressed the button."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class CreditsRefused(Exception):
    """Nothing was taken; the text says why, with the numbers, and what to do."""


class InsufficientCredits(CreditsRefused):
    def __init__(self, needed: int, available: int, resets_on: date) -> None:
        self.needed, self.available = needed, available
        super().__init__(
            _(
                "This needs %(needed)s and the team has %(available)s. Nothing was taken. "
                "New credits come on %(day)s; fewer or shorter shots cost less."
            )
            % {"needed": spoken(needed), "available": spoken(available), "day": date_format(resets_on)}
        )


class CapReached(CreditsRefused):
    def __init__(self, needed: int, spent: int, cap: int, *, until: date, daily: bool) -> None:
        self.needed, self.spent, self.cap, self.until = needed, spent, cap, until
        sentence = (
            _(
                "This needs %(needed)s. The team may spend %(cap)s a day, and %(spent)s are spent or held today. "
                "Nothing was taken. The count starts again on %(day)s."
            )
            if daily
            else _(
                "This needs %(needed)s. The team may spend %(cap)s a month, and %(spent)s are spent or held this "
                "month. Nothing was taken. The count starts again on %(day)s."
            )
        )
        numbers = {"needed": spoken(needed), "cap": spoken(cap), "spent": spent, "day": date_format(until)}
        super().__init__(sentence % numbers)


class ReferenceReused(ValueError):
    """The same reference came again with another amount: a mistake in the caller, so nothing was written."""


class AlreadyReleased(ValueError):
    """A capture came after its hold was given back: nothing was taken, and the caller has to say what now."""


def spoken(credits: int) -> str:
    """Return `12 credits`."""
    return ngettext("%d credit", "%d credits", credits) % credits

"""What a shot's backend is told besides: each thing offered only where that backend's model can do it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from generation.backends import aliases, get_backend
from generation.backends.base import Capabilities, Unsupported
from storyboards.models import Shot

LARGEST_SEED = (1 << 31) - 1
LONGEST_NEGATIVE = 2000


@dataclass(frozen=True)
class Option:
    """One thing that can be said; `plain` is what goes without saying, and is not kept."""

    name: str
    is_offered: Callable[[Capabilities], bool]
    field: Callable[[], forms.Field]
    plain: Any


OPTIONS = (
    Option(
        "seed",
        lambda can: can.seed,
        lambda: forms.IntegerField(
            label=_("Seed"),
            required=False,
            min_value=0,
            max_value=LARGEST_SEED,
            help_text=_("Empty: another one for each take. The same seed draws alike."),
        ),
        None,
    ),
    Option(
        "negative",
        lambda can: can.negative,
        lambda: forms.CharField(
            label=_("What must not be seen"),
            required=False,
            max_length=LONGEST_NEGATIVE,
            widget=forms.Textarea(attrs={"rows": 2}),
        ),
        "",
    ),
    Option(
        "sound",
        lambda can: can.audio,
        lambda: forms.BooleanField(label=_("With sound"), required=False),
        True,
    ),
)


def backend_of(shot: Shot) -> str:
    """Return the alias that a take of the shot is asked of: its own, or the first."""
    return shot.backend or aliases()[0]


def capabilities_of(alias: str) -> Capabilities | None:
    """Return what a backend can do, or None for an alias that this studio no longer has."""
    return get_backend(alias).capabilities if alias in aliases() else None


def known_backend(alias: str) -> str:
    """Return the alias; raise Unsupported for one that this studio no longer has."""
    if alias not in aliases():
        raise Unsupported(
            _("This studio no longer has the backend “%s”. Choose another one. Nothing was charged.") % alias
        )
    return alias


def told(shot: Shot, alias: str) -> dict[str, Any]:
    """Return what the backend is told besides, by the names of a request; what it cannot do is left out."""
    capabilities = get_backend(alias).capabilities
    return {
        option.name: shot.options[option.name]
        for option in OPTIONS
        if option.name in shot.options and option.is_offered(capabilities)
    }


class BackendForm(forms.Form):
    """The shot's own backend, and what that one, or the first where there is none, can be told."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, shot: Shot):
        super().__init__(data, auto_id=f"shot-{shot.pk}-%s", initial={"backend": shot.backend})
        self.shot = shot
        self.fields["backend"] = forms.ChoiceField(label=_("Backend"), choices=self._choices(), required=False)
        self.alias = str((data or {}).get("backend", shot.backend)) or aliases()[0]
        for option in self._offered():
            self.fields[f"option-{option.name}"] = option.field()
            self.initial[f"option-{option.name}"] = shot.options.get(option.name, option.plain)

    def _choices(self) -> list[tuple[str, str | Promise]]:
        labels: list[tuple[str, str | Promise]] = [(alias, get_backend(alias).label) for alias in aliases()]
        gone = [(self.shot.backend, _("%s (no longer here)") % self.shot.backend)]
        return [
            ("", _("Chosen when generating")),
            *labels,
            *(gone if self.shot.backend not in ("", *aliases()) else []),
        ]

    def _offered(self) -> Iterator[Option]:
        capabilities = capabilities_of(self.alias)
        return (option for option in OPTIONS if capabilities and option.is_offered(capabilities))

    @property
    def option_fields(self) -> list[forms.BoundField]:
        """The fields of what can be said, for the template."""
        return [self[f"option-{option.name}"] for option in self._offered()]

    @property
    def values(self) -> dict[str, Any]:
        """What this person wants: of the options only what does not go without saying.

        What was said to another backend is kept for the day when it is chosen again.
        """
        options = dict(self.shot.options)
        for option in self._offered():
            said = self.cleaned_data[f"option-{option.name}"]
            options.pop(option.name, None)
            if said != option.plain:
                options[option.name] = said
        return {"backend": self.cleaned_data["backend"], "options": options}

"""What people say when they ask for takes and films."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from generation.backends import aliases, get_backend


class GenerateForm(forms.Form):
    """Which backend; and a key, so that a double click is one wish."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        labels = [(alias, get_backend(alias).label) for alias in aliases()]
        self.fields["backend"] = forms.ChoiceField(label=_("Backend"), choices=labels)
        self.fields["backend"].widget.attrs["autocomplete"] = "off"

    @property
    def alias(self) -> str:
        """The backend asked for; before anybody has chosen, the first."""
        chosen = str(self.data.get("backend") or self.initial.get("backend") or "")
        return chosen if chosen in aliases() else aliases()[0]


class AgainForm(forms.Form):
    """Stale takes to be made again: at the price that was shown, and once however often it is sent."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    credits = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def at(self, credits: int) -> "AgainForm":
        """Return the same form, with the price as it is now."""
        data = dict(self.data.items())
        data["credits"] = str(credits)
        self.data = data
        return self


class FilmForm(forms.Form):
    stand_ins = forms.BooleanField(
        label=_("Let panels stand in for shots without a circled take"),
        required=False,
        help_text=_("A panel is shown still, for the shot’s length."),
    )
    gif = forms.BooleanField(
        label=_("Make a GIF too"),
        required=False,
        help_text=_("Small and silent, for where a film cannot be shown. A film of up to a minute can have one."),
    )

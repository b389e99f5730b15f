"""What many shots can be given at once: what is left empty stays as it is."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from storyboards import vocabulary as words
from storyboards.models import Element, Storyboard
from storyboards.timecode import read_length

CHOICES: dict[str, Any] = {
    "size": words.Size,
    "angle": words.Angle,
    "move": words.Move,
    "move_direction": words.Direction,
    "move_speed": words.Speed,
    "transition": words.Transition,
}
TEXTS = ("lens", "backend")
# Says "none of them" where an empty value means "as it is": no direction, a plain cut.
NONE = "none"


class ChangesForm(forms.Form):
    """The same change for many shots; a valid form holds it as `changes` for `editing.edit_shots`."""

    length = forms.CharField(required=False, max_length=30)
    lens = forms.CharField(required=False, max_length=40)
    backend = forms.CharField(required=False, max_length=50)
    join = forms.ModelMultipleChoiceField(Element.objects.none(), required=False)
    leave = forms.ModelMultipleChoiceField(Element.objects.none(), required=False)

    def __init__(self, *args: Any, storyboard: Storyboard, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.storyboard = storyboard
        for name, choices in CHOICES.items():
            options = [(value or NONE, label) for value, label in choices.choices]
            self.fields[name] = forms.ChoiceField(choices=options, required=False)
        for name in ("join", "leave"):
            self.fields[name].queryset = storyboard.elements.live()  # type: ignore[attr-defined]

    def clean_length(self) -> int | None:
        """Return the length in frames, or None to leave every shot its own."""
        if not self.cleaned_data["length"]:
            return None
        try:
            return read_length(self.cleaned_data["length"], self.storyboard.rate_pair)
        except ValueError as error:
            raise ValidationError(str(error)) from None

    def clean(self) -> dict[str, Any]:
        """Refuse a change that changes nothing."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not any(cleaned.values()):
            raise ValidationError(_("Choose what to change about the shots. Nothing was changed."))
        return cleaned

    @property
    def changes(self) -> dict[str, Any]:
        """The arguments of `editing.edit_shots`."""
        said = {name: value for name, value in self.cleaned_data.items() if value}
        changes = {name: "" if said[name] == NONE else said[name] for name in (*CHOICES, *TEXTS) if name in said}
        if "length" in said:
            changes["frames"] = said["length"]
        join, leave = ([element.pk for element in self.cleaned_data[name]] for name in ("join", "leave"))
        return {"changes": changes, "join": join, "leave": leave}

"""What people fill in: a script to start from, a storyboard's settings, a scene, a shot, a place to move to."""

import json
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import Team
from storyboards.editing.merging import SHOT_FIELDS
from storyboards.lines import lines_from
from storyboards.models import Element, Scene, Shot, Storyboard
from storyboards.script_form import ScriptForm
from storyboards.timecode import read_length, seconds
from storyboards.vocabulary import Look


class LookField(forms.ChoiceField):
    """Shown only where there is something to choose."""

    def __init__(self, **kwargs: Any):
        super().__init__(label=_("Look"), choices=Look.choices, initial=Look.FLAT, required=False, **kwargs)
        if len(Look.choices) == 1:
            self.widget = forms.HiddenInput()

    def clean(self, value: Any) -> str:
        """Return the look, the first one when none was chosen."""
        return super().clean(value) or Look.FLAT


class NewStoryboardForm(ScriptForm, forms.ModelForm):
    """A script, pasted or as a file, and how the film is framed."""

    title = forms.CharField(label=_("Title"), required=False, max_length=200, help_text=_("Empty: as the script says."))
    look = LookField()

    class Meta:
        model = Storyboard
        fields = ("title", "aspect", "rate", "look", "team")

    def __init__(self, *args: Any, teams: list[Team], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.teams = teams
        choice = cast("forms.ModelChoiceField[Team]", self.fields["team"])
        choice.queryset = Team.objects.filter(pk__in=[team.pk for team in teams])
        choice.empty_label = None
        choice.required = False
        if len(teams) == 1:
            choice.widget = forms.HiddenInput()

    def clean_team(self) -> Team:
        """Return the team that will own the storyboard: the only one, or the one that was chosen."""
        return self.cleaned_data.get("team") or self.teams[0]


class SettingsForm(forms.ModelForm):
    """How the film is called and framed."""

    look = LookField()

    class Meta:
        model = Storyboard
        fields = ("title", "aspect", "rate", "look")
        help_texts = {
            "rate": _("At a new rate every shot keeps its length in seconds. Finished takes stay as they are.")
        }


class SceneForm(forms.ModelForm):
    class Meta:
        model = Scene
        fields = ("number", "setting", "place", "time_of_day", "synopsis", "section")
        widgets = {"synopsis": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"number": _("Leave it empty to count by place."), "section": ""}


class ShotForm(forms.ModelForm):
    """A shot in the inspector. `seen` carries what the page showed, so that others' work is never overwritten."""

    length = forms.CharField(label=_("Length"), max_length=30)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Shot
        fields = (
            "action",
            "size",
            "angle",
            "move",
            "move_direction",
            "move_speed",
            "length",
            "transition",
            "notes",
            "cast",
        )
        widgets = {
            "action": forms.Textarea(attrs={"class": "script", "rows": 4}),
            "notes": forms.Textarea(attrs={"rows": 2}),
            "cast": forms.CheckboxSelectMultiple,
        }
        labels = {"cast": _("In this shot")}

    def __init__(self, *args: Any, storyboard: Storyboard, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.storyboard = storyboard
        self.auto_id = f"shot-{self.instance.pk}-%s"
        characters = cast("forms.ModelMultipleChoiceField[Element]", self.fields["cast"])
        characters.queryset = Element.objects.filter(storyboard=storyboard)
        self.initial["length"] = exact_seconds(self.instance.frames, storyboard)

    def clean_length(self) -> int:
        """Return the length in frames."""
        try:
            return read_length(self.cleaned_data["length"], self.storyboard.rate_pair)
        except ValueError as error:
            raise ValidationError(str(error)) from None

    def clean_seen(self) -> dict[str, Any]:
        """Return what the page showed; nonsense counts as nothing seen."""
        try:
            seen = json.loads(self.cleaned_data["seen"] or "{}")
        except ValueError:
            return {}
        return seen if isinstance(seen, dict) else {}

    @property
    def values(self) -> dict[str, Any]:
        """What this person wants the shot to be; the dialogue only where its fields were sent along."""
        values = {field: self.cleaned_data[field] for field in SHOT_FIELDS if field in self.cleaned_data}
        values["action"] = _newlines(values["action"])
        values["notes"] = _newlines(values["notes"])
        values["frames"] = self.cleaned_data["length"]
        values["cast"] = sorted(element.pk for element in self.cleaned_data["cast"])
        if "lines" in self.data:
            values["dialogue"] = lines_from(self.data)
        return values


def _newlines(text: str) -> str:
    """Return the text with the line ends of the database: browsers send CR LF."""
    return text.replace("\r\n", "\n")


def exact_seconds(frames: int, storyboard: Storyboard) -> str:
    """Return a length in seconds that reads back as the same number of frames: 5.5."""
    return f"{float(seconds(frames, storyboard.rate_pair)):.3f}".rstrip("0").rstrip(".")


class CharacterForm(forms.Form):
    name = forms.CharField(label=_("Somebody new"), max_length=80)


class PlaceForm(forms.Form):
    """Where a shot is moved to: a scene, and a place in it, counted from 1."""

    scene = forms.TypedChoiceField(label=_("Scene"), coerce=int)
    position = forms.IntegerField(label=_("Place in the scene"), min_value=1, max_value=10_000)

    def __init__(self, *args: Any, scenes: list[tuple[int, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["scene"]).choices = scenes

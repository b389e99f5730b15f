"""What people fill in: a script to start from, a scene, a shot, a place to move to."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Team
from storyboards.models import Scene, Storyboard
from storyboards.script_form import ScriptForm
from storyboards.vocabulary import Look


class LookField(forms.ChoiceField):
    """In which look the studio draws: panels and animatics, and no picture that a model makes."""

    def __init__(self, **kwargs: Any):
        super().__init__(
            label=_("Look"),
            choices=Look.choices,
            initial=Look.FLAT,
            required=False,
            help_text=_("How panels and animatics are drawn. Takes that are there stay as they are."),
            **kwargs,
        )

    def clean(self, value: Any) -> str:
        """Return the look, the first one when none was chosen."""
        return super().clean(value) or Look.FLAT


class BoardForm(forms.ModelForm):
    """How a new film is called and framed, and whose it is."""

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


class NewStoryboardForm(ScriptForm, BoardForm):
    """A script, pasted or as a file, and how the film is framed."""

    class Meta(BoardForm.Meta):
        pass


class SceneForm(forms.ModelForm):
    class Meta:
        model = Scene
        fields = ("number", "setting", "place", "time_of_day", "synopsis", "section")
        widgets = {"synopsis": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"number": _("Leave it empty to count by place."), "section": ""}


class ScenePlaceForm(forms.Form):
    """Behind which scene a scene is moved; 0 is the start of the board."""

    after = forms.TypedChoiceField(label=_("Where to"), coerce=int)

    def __init__(self, *args: Any, places: list[tuple[int, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["after"]).choices = places


class PlaceForm(forms.Form):
    """Where a shot is moved to: a scene, and a place in it, counted from 1."""

    scene = forms.TypedChoiceField(label=_("Scene"), coerce=int)
    position = forms.IntegerField(label=_("Place in the scene"), min_value=1, max_value=10_000)

    def __init__(self, *args: Any, scenes: list[tuple[int, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["scene"]).choices = scenes

"""A storyboard's settings: how the film is called, framed, drawn and slated; and its logo."""

import json
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.billing.tiers import limits, tier_for
from storyboards.editing import Clash, Conflict
from storyboards.forms import LookField
from storyboards.models import Storyboard
from storyboards.uploads import ACCEPTED, Picture, PictureRefused, read_picture
from storyboards.vocabulary import Resolution

FIELDS = ("title", "aspect", "resolution", "rate", "look", "numbering")


class SettingsForm(forms.ModelForm):
    """`seen` carries what the page showed, so that nobody's choice is overwritten unseen."""

    look = LookField()
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Storyboard
        fields = FIELDS
        help_texts = {
            "aspect": gettext_lazy("Drawn panels are drawn anew in it, at no cost."),
            "rate": gettext_lazy("At a new rate every shot keeps its length in seconds."),
            "numbering": gettext_lazy(
                "Slates follow the order of the shots: one that is put in renumbers those behind it. What is omitted "
                "keeps its slate, and takes and films keep the one that they were made under."
            ),
        }

    def __init__(self, data: QueryDict | None = None, *, instance: Storyboard):
        self.tier = instance.team.tier
        self.clashes: list[dict[str, str]] = []
        super().__init__(data, instance=instance)
        choices = [(one.value, self._named(one)) for one in Resolution]
        self.fields["resolution"].choices = choices  # type: ignore[attr-defined]  # a field for choices
        self.initial["seen"] = json.dumps({field: self.initial[field] for field in FIELDS})

    def _named(self, resolution: Resolution) -> str:
        """Return the resolution with its size, and the tier that it needs if the team has a lower one."""
        needed = tier_for(resolution.lines)
        if resolution.lines <= limits(self.tier).lines or needed is None:
            return str(resolution.label)
        return _("%(resolution)s (from the tier %(tier)s)") % {"resolution": resolution.label, "tier": needed.label}

    def clean_resolution(self) -> str:
        """Refuse more lines than the tier has; what was chosen at a higher tier may stay."""
        chosen = Resolution(self.cleaned_data["resolution"])
        most = limits(self.tier).lines
        if chosen.lines > most and chosen != self.initial["resolution"]:
            raise ValidationError(
                _("At your tier pictures have up to %(most)dp. Nothing was changed: choose less, or a higher tier.")
                % {"most": most}
            )
        return chosen

    def clean_seen(self) -> dict[str, Any]:
        """Return what the page showed; nonsense counts as nothing seen."""
        try:
            seen = json.loads(self.cleaned_data["seen"] or "{}")
        except ValueError:
            return {}
        return seen if isinstance(seen, dict) else {}

    @property
    def changes(self) -> dict[str, Any]:
        """What this person wants the settings to be, without those for which they took the others' choice."""
        sent = cast(QueryDict, self.data)
        theirs = sent.getlist("theirs") if sent.get("settle") == "theirs" else []
        return {field: self.cleaned_data[field] for field in FIELDS if field not in theirs}

    def after(self, conflict: Conflict) -> "SettingsForm":
        """Return the same form, having seen what the others chose: saved again, it is this person's word."""
        fresh = Storyboard.objects.select_related("team").get(pk=self.instance.pk)
        data = cast(QueryDict, self.data).copy()
        again = SettingsForm(data, instance=fresh)
        data["seen"] = again.initial["seen"]
        again.clashes = [again._both(field, clash) for field, clash in conflict.clashes.items()]
        return again

    def _both(self, field: str, clash: Clash) -> dict[str, str]:
        words = {"mine": self._word(field, clash.mine), "theirs": self._word(field, clash.theirs)}
        return {"field": field, "label": str(self.fields[field].label), **words}

    def _word(self, field: str, value: str) -> str:
        choices = dict(getattr(self.fields[field], "choices", ()))
        return str(choices.get(value, value))


class LogoForm(forms.Form):
    """A picture for the foot of printed pages; a valid form holds it as `picture`."""

    logo = forms.FileField(label=gettext_lazy("Picture"), widget=forms.FileInput(attrs={"accept": ACCEPTED}))

    picture: Picture

    def clean_logo(self) -> Any:
        """Look at the file; what is wrong with it is said in a sentence."""
        try:
            self.picture = read_picture(self.cleaned_data["logo"])
        except PictureRefused as refused:
            raise ValidationError(str(refused)) from refused
        return self.cleaned_data["logo"]

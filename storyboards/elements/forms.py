"""What people fill in about an element."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from storyboards.editing.uniting import MOST_ALIASES
from storyboards.models import Element
from storyboards.shot_form import HOW_A_CLASH_ENDS
from storyboards.vocabulary import ElementKind

NAME_LENGTH = 100
# Of this a conflict may end with what both wrote.
JOINED = "description"
ONE_LINE = {"autocomplete": "off"}


class NewElementForm(forms.Form):
    """Somebody or something new: what it is, and what it is called."""

    name = forms.CharField(label=_("Name"), max_length=NAME_LENGTH, widget=forms.TextInput(attrs=ONE_LINE))
    kind = forms.ChoiceField(label=_("Kind"), choices=ElementKind.choices, initial=ElementKind.CHARACTER)

    def clean_name(self) -> str:
        """Return the name on one line."""
        return " ".join(self.cleaned_data["name"].split())


class ElementForm(forms.ModelForm):
    """An element on its page. `seen` carries what the page showed, so that others' work is never overwritten."""

    aliases = forms.CharField(
        label=_("Also called"),
        required=False,
        max_length=2000,
        widget=forms.TextInput(attrs=ONE_LINE),
        help_text=_("Other names that the script has for it, with commas between them."),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    theirs = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Element
        fields = ("name", "kind", "description", "colours", "voice", "aliases", "colour")
        widgets = {
            "name": forms.TextInput(attrs=ONE_LINE),
            "description": forms.Textarea(attrs={"rows": 4, "maxlength": 4000}),
            "colours": forms.TextInput(attrs=ONE_LINE),
            "voice": forms.TextInput(attrs=ONE_LINE),
            "colour": forms.RadioSelect,
        }
        labels = {"kind": _("Kind"), "colour": _("Colour on the board")}
        help_texts = {
            "description": _("How it looks, as you would tell somebody who is to draw it."),
            "colours": _("Such as: red coat, white hair."),
            "voice": _("Such as: low, unhurried, Scottish."),
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.initial["aliases"] = ", ".join(self.instance.aliases)

    def clean_name(self) -> str:
        """Return the name on one line."""
        return " ".join(self.cleaned_data["name"].split())

    def clean_description(self) -> str:
        """Return the text with the line ends of the database: browsers send CR LF."""
        return self.cleaned_data["description"].replace("\r\n", "\n").strip()

    def clean_aliases(self) -> list[str]:
        """Return the other names, each once."""
        names = (" ".join(name.split())[:NAME_LENGTH] for name in self.cleaned_data["aliases"].split(","))
        found = list(dict.fromkeys(name for name in names if name))
        if len(found) > MOST_ALIASES:
            raise ValidationError(_("At most %d other names, please.") % MOST_ALIASES)
        return found

    def clean_seen(self) -> dict[str, Any]:
        """Return what the page showed; nonsense counts as nothing seen."""
        return _read(self.cleaned_data["seen"])

    def clean_theirs(self) -> dict[str, Any]:
        """Return the others' values of a conflict, as they were shown."""
        return _read(self.cleaned_data["theirs"])

    @property
    def was_seen(self) -> dict[str, Any]:
        """What this person has seen, the others' values of a conflict among it once they have decided."""
        return self.cleaned_data.get("seen", {}) | self.decided

    @property
    def decided(self) -> dict[str, Any]:
        """The others' values of a conflict, where this person says how it ends."""
        theirs = self.cleaned_data.get("theirs", {}) if self.data.get("settle") in HOW_A_CLASH_ENDS else {}
        return {field: value for field, value in theirs.items() if field in self.Meta.fields}

    def validate_unique(self) -> None:
        """Leave it to the deed, which asks under the board's lock."""

    def validate_constraints(self) -> None:
        """Leave it to the deed, which asks under the board's lock."""

    @property
    def values(self) -> dict[str, Any]:
        """What this person wants the element to be; a field that was not sent along stays as it is."""
        sent = (field for field in self.Meta.fields if field in self.data)
        values = {field: self.cleaned_data[field] for field in sent if field in self.cleaned_data}
        ending = self.data.get("settle")
        if ending == "theirs":
            return {field: value for field, value in values.items() if field not in self.decided}
        if ending == "both" and JOINED in values.keys() & self.decided.keys():
            values[JOINED] = f"{self.decided[JOINED]}\n{values[JOINED]}"
        return values


def _read(text: str) -> dict[str, Any]:
    try:
        values = json.loads(text or "{}")
    except ValueError:
        return {}
    return values if isinstance(values, dict) else {}


def seen_values(values: dict[str, Any]) -> str:
    """Return what a page shows of an element, to be sent back with its form."""
    shown = {field: values[field] for field in ElementForm.Meta.fields if field in values}
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":"))

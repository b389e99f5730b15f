"""A shot as the inspector edits it, with what the page showed when the person began."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef
from django.forms.models import ModelChoiceIterator
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from storyboards.lines import joined, lines_from, well_formed
from storyboards.mentions import names_of, without_marks
from storyboards.models import Element, Shot, Storyboard
from storyboards.timecode import read_length, seconds, timecode

Values = dict[str, Any]

PLAIN_FIELDS = (
    "action",
    "size",
    "angle",
    "move",
    "move_direction",
    "move_speed",
    "lens",
    "transition",
    "notes",
    "omitted",
)
# What the form carries; the rest of a shot (panel, backend) has forms of its own.
FIELDS = (*PLAIN_FIELDS, "dialogue", "frames", "cast")
TEXTS = ("action", "notes")
# Of these a conflict may end with what both wrote.
JOINED = (*TEXTS, "dialogue")
# After an @ the elements of the bible are offered.
OFFERS_NAMES = {"aria-autocomplete": "list", "aria-haspopup": "listbox"}
HOW_A_CLASH_ENDS = ("mine", "theirs", "both")


def bible_for(shot: Shot) -> list[Element]:
    """Return the live elements of the shot's storyboard, each with `in_shot`: by one query."""
    part = Shot.cast.through.objects.filter(shot_id=shot.pk, element_id=OuterRef("pk"))
    elements = Element.objects.live().filter(storyboard=shot.scene.storyboard_id)
    return list(elements.annotate(in_shot=Exists(part)))  # type: ignore[no-redef]  # Element declares it


class _Given(ModelChoiceIterator):
    """Offers the elements that were given to the field, without asking for them again."""

    def __iter__(self) -> Iterator[Any]:
        return (self.choice(element) for element in cast("ElementsField", self.field).elements)

    def __len__(self) -> int:
        return len(cast("ElementsField", self.field).elements)


class _Boxes(forms.CheckboxSelectMultiple):
    """Boxes that know the names by which an element is typed."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return one box, with the element's names for the list that @ opens."""
        option = super().create_option(name, value, *args, **kwargs)
        option["attrs"] |= {"data-names": "\n".join(names_of(value.instance)), "data-colour": value.instance.colour}
        return option


class ElementsField(forms.ModelMultipleChoiceField):
    """Some of the elements of one bible; an element that went away meanwhile is left out without a word."""

    iterator = _Given
    elements: list[Element]

    def __init__(self, **kwargs: Any):
        self.elements = []
        super().__init__(Element.objects.none(), required=False, widget=_Boxes, **kwargs)

    def clean(self, value: Any) -> list[Element]:  # type: ignore[override]  # rows that were read already, no queryset
        """Return the elements whose keys were sent."""
        keys = {str(key) for key in value or ()}
        return [element for element in self.elements if str(element.pk) in keys]


class ShotForm(forms.ModelForm):
    """A shot in the inspector. `seen` carries what the page showed, so that others' work is never overwritten."""

    length = forms.CharField(label=_("Length"), max_length=30)
    cast = ElementsField(label=_("In this shot"))
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    theirs = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Shot
        fields = PLAIN_FIELDS
        widgets = {
            "action": forms.Textarea(attrs={"class": "script", "rows": 3, **OFFERS_NAMES}),
            "notes": forms.Textarea(attrs={"rows": 2, **OFFERS_NAMES}),
            "lens": forms.TextInput(attrs={"autocomplete": "off"}),
        }
        help_texts = {"lens": "", "omitted": _("It keeps its number, and is not in the film.")}

    def __init__(self, *args: Any, storyboard: Storyboard, elements: Iterable[Element], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.storyboard = storyboard
        self.auto_id = f"shot-{self.instance.pk}-%s"
        self.elements = list(elements)
        cast("ElementsField", self.fields["cast"]).elements = self.elements
        self.initial["cast"] = [element for element in self.elements if element.in_shot]
        self.initial["length"] = exact_seconds(self.instance.frames, storyboard)
        self.fields["length"].help_text = other_lengths(self.instance.frames, storyboard)

    def clean_length(self) -> int:
        """Return the length in frames."""
        try:
            return read_length(self.cleaned_data["length"], self.storyboard.rate_pair)
        except ValueError as error:
            raise ValidationError(str(error)) from None

    def clean_seen(self) -> Values:
        """Return what the page showed; nonsense counts as nothing seen."""
        return read_json(self.cleaned_data["seen"])

    def clean_theirs(self) -> Values:
        """Return the others' values of a conflict, as they were shown."""
        theirs = read_json(self.cleaned_data["theirs"])
        return theirs | {field: well_formed(theirs[field]) for field in ("dialogue",) if field in theirs}

    @cached_property
    def named(self) -> set[int]:
        """The keys of the elements that were named with an @."""
        return {key for field in TEXTS for key in without_marks(self.cleaned_data[field], self.elements)[1]}

    @cached_property
    def values(self) -> Values:
        """What this person wants the shot to be; the dialogue only where its fields were sent along."""
        values = {field: self.cleaned_data[field] for field in PLAIN_FIELDS}
        for field in TEXTS:
            values[field] = without_marks(_newlines(values[field]), self.elements)[0]
        values["frames"] = self.cleaned_data["length"]
        values["cast"] = sorted({element.pk for element in self.cleaned_data["cast"]} | self.named)
        if "lines" in self.data:
            values["dialogue"] = lines_from(self.data)
        return self._decided(values)

    @property
    def was_seen(self) -> Values:
        """What this person has seen: what the page showed, and of a conflict that they decide, the others' values."""
        return self.cleaned_data["seen"] | self.decided

    @property
    def decided(self) -> Values:
        """The others' values of a conflict, where this person says how it ends."""
        known = {field: value for field, value in self.cleaned_data["theirs"].items() if field in FIELDS}
        return known if self.data.get("settle") in HOW_A_CLASH_ENDS else {}

    def _decided(self, values: Values) -> Values:
        """Return what is to be written after the conflict: mine; without the others' fields; or both texts."""
        ending = self.data.get("settle")
        if ending == "theirs":
            return {field: value for field, value in values.items() if field not in self.decided}
        both = JOINED if ending == "both" else ()
        return values | {
            field: self._both(field, values[field]) for field in both if field in values.keys() & self.decided.keys()
        }

    def _both(self, field: str, mine: Any) -> Any:
        theirs = self.decided[field]
        if field in TEXTS:
            return f"{theirs}\n{mine}"
        return joined(theirs, mine, well_formed(self.cleaned_data["seen"].get(field)))


def read_json(text: str) -> Values:
    """Return the values that a hidden field holds; none for nonsense."""
    try:
        read = json.loads(text or "{}")
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


def _newlines(text: str) -> str:
    """Return the text with the line ends of the database: browsers send CR LF."""
    return text.replace("\r\n", "\n")


def exact_seconds(frames: int, storyboard: Storyboard) -> str:
    """Return a length in seconds that reads back as the same number of frames: 5.5."""
    return f"{float(seconds(frames, storyboard.rate_pair)):.3f}".rstrip("0").rstrip(".")


def other_lengths(frames: int, storyboard: Storyboard) -> str:
    """Return a length in the three ways in which it can be written."""
    said = {"seconds": exact_seconds(frames, storyboard), "frames": frames}
    said["timecode"] = timecode(frames, storyboard.rate_pair)
    return _("%(seconds)s s = %(frames)sf = %(timecode)s") % said

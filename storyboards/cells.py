"""The cells of the shot list that are edited in place: what each holds, and what is typed into it."""

import re
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from storyboards.lines import MOST_LINES, NAME_LENGTH
from storyboards.models import Element, Shot, Storyboard
from storyboards.timecode import read_length

# The fields of a shot behind each column that can be edited.
FIELDS: dict[str, tuple[str, ...]] = {
    "size": ("size",),
    "angle": ("angle",),
    "move": ("move", "move_direction", "move_speed"),
    "lens": ("lens",),
    "action": ("action",),
    "dialogue": ("dialogue",),
    "cast": ("cast",),
    "length": ("frames",),
    "frames": ("frames",),
    "transition": ("transition",),
    "backend": ("backend",),
    "notes": ("notes",),
}
TEXTS = ("action", "dialogue", "lens", "notes")
_WHO = re.compile(
    rf"(?P<speaker>[^:(\n]{{0,{NAME_LENGTH}}}?)\s*(?:\((?P<direction>[^)\n]*)\))?:\s*(?P<text>.*)", re.DOTALL
)

Lines = list[dict[str, Any]]


def held(shot: Shot, column: str) -> str:
    """Return what a cell holds, as a page sends it back to say what it showed: a text, or codes with commas."""
    if column == "dialogue":
        return written(shot.dialogue)
    if column == "cast":
        return ",".join(str(element.pk) for element in shot.cast_list)
    values = (str(getattr(shot, field)) for field in FIELDS[column])
    return _newlines(",".join(values))


def seen_values(shot: Shot, column: str, text: str) -> dict[str, Any]:
    """Return the values that a page showed when its cell held `text`."""
    if column == "dialogue":
        same = text == written(shot.dialogue)
        return {"dialogue": shot.dialogue if same else lines_in(text, shot.dialogue)}
    if column == "cast":
        return {"cast": sorted(_numbers(text))}
    if FIELDS[column] == ("frames",):
        return {"frames": next(iter(_numbers(text)), None)}
    if column in TEXTS:
        same = text == _newlines(getattr(shot, column))
        return {column: getattr(shot, column) if same else text}
    return dict(zip(FIELDS[column], text.split(","), strict=False))


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",") if part.isascii() and part.isdigit() and len(part) < 19]


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def written(dialogue: Lines) -> str:
    """Return the lines of a shot as one text, which `lines_in` reads back: MARTA (softly): Not yet."""
    blocks = [_newlines(_block(line)) for line in dialogue]
    tight = "\n".join(blocks)
    return tight if len(lines_in(tight, dialogue)) == len(blocks) else "\n\n".join(blocks)


def _block(line: dict[str, Any]) -> str:
    speaker, direction, text = (str(line.get(name, "")).strip() for name in ("speaker", "direction", "text"))
    who = f"{speaker} ({direction.strip('()')})" if direction else speaker
    return f"{who}: {text}" if who or ":" in text else text


def lines_in(text: str, before: Lines) -> Lines:
    """Return the lines that somebody typed: each begins with who speaks, or behind an empty row.

    Who speaks stands in capitals, or has spoken in this shot `before`. Two who spoke together still do.
    """
    names = {str(line.get("speaker", "")).casefold() for line in before} - {""}
    blocks: list[list[str]] = [[]]
    for row in _newlines(text).split("\n"):
        if not row.strip() or _is_cue(row, names):
            blocks.append([])
        blocks[-1].append(row)
    lines = [_line("\n".join(block).strip()) for block in blocks]
    dual = {(line.get("speaker"), line.get("text")) for line in before if line.get("dual")}
    spoken = [{**line, "dual": (line["speaker"], line["text"]) in dual} for line in lines if any(line.values())]
    return spoken[:MOST_LINES]


def _is_cue(row: str, names: set[str]) -> bool:
    found = _WHO.fullmatch(row.strip())
    return found is not None and (found["speaker"].isupper() or found["speaker"].casefold() in names)


def _line(block: str) -> dict[str, str]:
    found = _WHO.fullmatch(block)
    parts = found.groupdict() if found else {"text": block}
    return {name: (parts.get(name) or "").strip() for name in ("speaker", "text", "direction")}


class CellForm(forms.ModelForm):
    """What is typed into the cell of one column; without a column, the controls of all cells."""

    dialogue = forms.CharField(label=_("Dialogue"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    length = forms.CharField(label=_("Length"), max_length=30)
    frames = forms.CharField(label=_("Frames"), max_length=30)

    class Meta:
        model = Shot
        fields = (
            "size",
            "angle",
            "move",
            "move_direction",
            "move_speed",
            "lens",
            "action",
            "cast",
            "transition",
            "backend",
            "notes",
        )
        widgets = {
            "action": forms.Textarea(attrs={"rows": 2}),
            "notes": forms.Textarea(attrs={"rows": 2}),
            "cast": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args: Any, storyboard: Storyboard, column: str = "", **kwargs: Any):
        super().__init__(*args, **{"auto_id": False, **kwargs})
        self.storyboard = storyboard
        elements = cast("forms.ModelMultipleChoiceField[Element]", self.fields["cast"])
        elements.queryset = Element.objects.live().filter(storyboard=storyboard)
        for name, field in self.fields.items():
            if name != "cast":
                field.widget.attrs |= {"aria-label": str(field.label).capitalize(), "autocomplete": "off"}
        if column:
            kept = {column} if column in ("length", "frames", "dialogue") else set(FIELDS[column])
            self.fields = {name: field for name, field in self.fields.items() if name in kept}

    def clean_length(self) -> int:
        """Return the length in frames."""
        return self._frames(self.cleaned_data["length"])

    def clean_frames(self) -> int:
        """Return the length in frames, where a bare number counts frames too."""
        typed = self.cleaned_data["frames"].strip()
        return self._frames(f"{typed}f" if typed.isdecimal() else typed)

    def _frames(self, typed: str) -> int:
        try:
            return read_length(typed, self.storyboard.rate_pair)
        except ValueError as error:
            raise ValidationError(str(error)) from None

    def values(self, before: Lines) -> dict[str, Any]:
        """Return what the shot is to be, by its fields; `before` is the dialogue that the shot has."""
        values: dict[str, Any] = {
            name: _newlines(value) if name in TEXTS else value for name, value in self.cleaned_data.items()
        }
        if "cast" in values:
            values["cast"] = sorted(element.pk for element in values["cast"])
        if "length" in values:
            values["frames"] = values.pop("length")
        if "dialogue" in values:
            values["dialogue"] = lines_in(values["dialogue"], before)
        return values

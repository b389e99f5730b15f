"""What a person chooses before a board is printed; all of it stands in the address, so it can be kept as a bookmark."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from storyboards.models import Storyboard
from storyboards.printing.setup import MOST, Field, Foot, Head, Orientation, Paper, Reading, Setup
from storyboards.reading import Board

LONGEST_COPYRIGHT = 150


class Several(forms.MultipleChoiceField):
    """Boxes to tick, none of them needed."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any):
        super().__init__(required=False, **kwargs)

    def clean(self, value: Any) -> frozenset[str]:
        """Return what was ticked."""
        return frozenset(super().clean(value))


class PrintForm(forms.Form):
    """Valid, it has a `setup`."""

    paper = forms.ChoiceField(label=_("Paper"), choices=Paper.choices)
    orientation = forms.ChoiceField(label=_("Orientation"), choices=Orientation.choices)
    columns = forms.IntegerField(label=_("Columns"), min_value=1, max_value=MOST)
    rows = forms.IntegerField(label=_("Rows"), min_value=1, max_value=MOST)
    reading = forms.ChoiceField(label=_("Read"), choices=Reading.choices)
    shown = Several(label=_("Of each shot"), choices=Field.choices)
    apart = forms.BooleanField(label=_("Every scene on a new page"), required=False)
    omitted = forms.BooleanField(label=_("Omitted shots too"), required=False)
    scenes = Several(label=_("Scenes"), help_text=_("None ticked: all of them."))
    head = Several(label=_("Above"), choices=Head.choices)
    foot = Several(label=_("Below"), choices=Foot.choices)
    copyright = forms.CharField(label=_("Copyright line"), max_length=LONGEST_COPYRIGHT, required=False)

    def __init__(self, query: QueryDict, board: Board):
        self.board = board
        # An address without a choice in it is the page as it is first opened.
        super().__init__(query if "paper" in query else first_choice(board.storyboard), auto_id="print-%s")
        self.fields["scenes"].choices = [  # type: ignore[attr-defined]  # a field for choices
            (str(scene.pk), f"{scene.label}  {scene.slugline}") for scene in board.scenes
        ]

    @property
    def setup(self) -> Setup:
        """How the board is to be printed."""
        scenes = frozenset(map(int, self.cleaned_data["scenes"]))
        return Setup(**{**self.cleaned_data, "scenes": scenes})

    @property
    def address(self) -> str:
        """The choices as the query of an address."""
        query = QueryDict(mutable=True)
        for name in self.fields:
            query.setlist(name, _values(self[name].value()))
        return query.urlencode()


def _values(value: Any) -> list[str]:
    if isinstance(value, list | tuple | frozenset | set):
        return sorted(map(str, value))
    if isinstance(value, bool):
        return ["on"] if value else []
    return [] if value in (None, "") else [str(value)]


def first_choice(board: Storyboard) -> QueryDict:
    """Return what is chosen before anybody has: a page that fits the board's aspect."""
    usual = Setup()
    query = QueryDict(mutable=True)
    across, down = board.frame_size
    columns, rows = (usual.columns, usual.rows) if across >= down else (4, 1)
    query.update({"paper": usual.paper, "orientation": usual.orientation, "reading": usual.reading})
    query.update({"columns": str(columns), "rows": str(rows)})
    query.setlist("shown", sorted(usual.shown))
    query.setlist("head", sorted(usual.head))
    query.setlist("foot", sorted(usual.foot))
    return query

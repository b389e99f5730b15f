"""A script as people hand it in: pasted, or as a file."""

from typing import Any, Self, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from storyboards.scripts import Outline, ScriptError, read_script

MOST_BYTES = 2_000_000
SCRIPT_ENDINGS = ".fountain,.spmd,.txt,.md,.markdown,text/plain,text/markdown"


class ScriptForm(forms.Form):
    """A valid form holds the script's `outline`."""

    script = forms.CharField(
        label=_("Script"),
        required=False,
        strip=False,
        max_length=MOST_BYTES,
        widget=forms.Textarea(attrs={"class": "script", "rows": 16, "spellcheck": "false"}),
        help_text=_("A screenplay in Fountain, a story, or an article in Markdown: paste it as it is."),
    )
    file = forms.FileField(
        label=_("Or drop a file here, or choose one"),
        required=False,
        widget=forms.FileInput(attrs={"accept": SCRIPT_ENDINGS}),
    )
    name = forms.CharField(required=False, max_length=255, widget=forms.HiddenInput)

    outline: Outline

    def clean_file(self) -> Any:
        """Refuse a file that is too large before it is read."""
        file = self.cleaned_data.get("file")
        if file and file.size > MOST_BYTES:
            raise ValidationError(
                _("This file is %(size).1f MB; a script may have 2 MB. Nothing was made: choose a smaller file.")
                % {"size": file.size / 1e6}
            )
        return file

    def clean(self) -> dict[str, Any]:
        """Read the script, so that a valid form says what will be made."""
        cleaned = super().clean() or self.cleaned_data
        file, text = cleaned.get("file"), cleaned.get("script", "")
        if "file" in self.errors or "script" in self.errors:
            return cleaned
        if not file and not text.strip():
            self.add_error("script", _("Paste a script, or choose a file with one."))
            return cleaned
        try:
            self.outline = read_script(file.read(), name=file.name) if file else read_script(text, name=cleaned["name"])
        except ScriptError as error:
            self.add_error("file" if file else "script", str(error))
        return cleaned

    @property
    def file_name(self) -> str:
        """The name of the file that the script came in, or came in before it was shown; it tells the format."""
        file = self.cleaned_data.get("file")
        return str(file.name if file else self.cleaned_data.get("name", ""))[-255:]

    def with_text(self) -> Self:
        """Return the same form with the file's text in its field: a browser does not send a file twice."""
        if not hasattr(self, "outline") or not self.cleaned_data.get("file"):
            return self
        data = cast(QueryDict, self.data).copy()
        data["script"] = self.outline.text
        data["name"] = self.cleaned_data["file"].name
        self.data = data
        return self

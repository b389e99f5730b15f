"""What a new script changes, in words: `{% marks_of change %}` and `{{ change.name|field_word }}`."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from storyboards.revising.marks import Mark
from storyboards.revising.pieces import Change
from storyboards.story import FIELDS
from storyboards.timecode import Pair

register = template.Library()


@register.filter
def field_word(name: str) -> str:
    """Return what a field is called."""
    return str(FIELDS.get(name, name))


@register.simple_tag
def marks_of(change: Change, rate: Pair) -> SafeString:
    """Return both values of a field as one text, with marks that are heard as well as seen."""
    return format_html_join("", "{}", ((_mark(mark),) for mark in change.marks(rate)))


@register.filter
def as_mark(text: str, tag: str) -> SafeString:
    """Return a whole text as put in (`ins`), taken out (`del`), or plain."""
    return _mark(Mark(tag, text))


def _mark(mark: Mark) -> SafeString:
    if not mark.tag:
        return format_html("{}", mark.text)
    begin, end = (_("put in:"), _("end of that.")) if mark.tag == "ins" else (_("taken out:"), _("end of that."))
    hidden = '<span class="visually-hidden">{}</span>'
    pattern = "<ins>%s{}%s</ins>" if mark.tag == "ins" else "<del>%s{}%s</del>"
    return format_html(pattern % (hidden, hidden), f" {begin} ", mark.text, f" {end} ")

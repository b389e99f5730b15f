"""The marks of a printed page as SVG; thousands of them, so they are written here and not in a template."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from storyboards.models import Shot
from storyboards.printing.marks import Logo, Picture, Text
from storyboards.templatetags.addresses import picture_address

register = template.Library()


@register.filter
def points(length: float) -> str:
    """Return a length in points as SVG reads it, whatever language the page is in."""
    return f"{length:.2f}"


@register.filter
def picture(shot: Shot) -> str:
    """Return the address of the shot's picture."""
    return picture_address(shot)


@register.simple_tag
def place(mark: Picture | Logo) -> SafeString:
    """Return where a rectangle stands, as attributes."""
    return format_html('x="{}" y="{}" width="{}" height="{}"', *map(points, (mark.x, mark.y, mark.width, mark.height)))


@register.simple_tag
def written(text: Text) -> SafeString:
    """Return one line of text, drawn together where another font than ours would be wider."""
    return format_html(
        '<text class="{}{}" x="{}" y="{}" font-size="{}" textLength="{}" lengthAdjust="spacingAndGlyphs"'
        ' text-anchor="{}" direction="{}">{}</text>',
        text.style.css_class,
        " soft" if text.soft else "",
        points(text.x),
        points(text.y),
        points(text.size),
        points(text.width),
        text.svg_anchor,
        text.direction,
        text.text,
    )

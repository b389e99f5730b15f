"""The blocks of the timeline: one mould is rendered per page and then filled in."""

from typing import Any, NamedTuple

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from storyboards.models import Shot
from storyboards.moulds import Mould, blanks
from storyboards.templatetags.addresses import clip_of, picture_address
from storyboards.timeline import Span, colours_of_speakers, running

register = template.Library()

LONGEST_LABEL = 80


class Block(NamedTuple):
    """What differs from block to block."""

    pk: object
    slate: object
    look: object
    frames: object
    runs: object
    length: object
    label: object
    picture: object
    action: object
    transition: object
    lines: object
    clip: object
    move: object
    state: object


class Head(NamedTuple):
    """What differs from scene to scene."""

    pk: object
    omitted: object
    label: object
    slugline: object
    timecode: object
    blocks: object


NOTHING = Block(*[""] * len(Block._fields))


@register.simple_tag(takes_context=True)
def timeline_block(context: template.Context, shot: Shot, part: str = "") -> SafeString:
    """Return the block of `shot`, which `reading` has filled in; `beside` another in one answer, it says its place."""
    return _mould(context, "mould", part).fill(_block(shot))


@register.simple_tag(takes_context=True)
def timeline_span(context: template.Context, span: Span) -> SafeString:
    """Return a scene in the timeline with the blocks of its shots, or in an outline (`fresh`) with their places."""
    if not span.shots:
        blocks = _cast(context, "nothing").fill([])
    elif context.get("fresh"):
        place = _mould(context, "place")
        blocks = SafeString("".join([place.fill(_place(shot)) for shot in span.shots]))
    else:
        mould = _mould(context, "mould", "")
        blocks = SafeString("".join([mould.fill(_block(shot)) for shot in span.shots]))
    scene = span.scene
    omitted = " omitted" if scene.omitted else ""
    told = Head(scene.pk, omitted, scene.label, scene.slugline, span.timecode, blocks)
    return _cast(context, "span", span=Head(*blanks(len(Head._fields)))).fill(told)


def _place(shot: Shot) -> Block:
    """Return what is known of a shot from the outline."""
    runs = running(shot)
    return NOTHING._replace(pk=shot.pk, state=shot.state, runs=runs, look="" if runs else " omitted")


def _mould(context: template.Context, name: str, part: str = "") -> Mould:
    return _cast(context, name, part=part, block=Block(*blanks(len(Block._fields))))


def _cast(context: template.Context, name: str, **filled: object) -> Mould:
    """Return the mould of a part of the template, rendered once for all of an answer."""
    moulds = context["request"].__dict__.setdefault("block_moulds", {})
    key = name, filled.get("part", "")
    if key not in moulds:
        known = {key: context.get(key) for key in ("storyboard", "may_edit")}
        moulds[key] = Mould(
            render_to_string(f"storyboards/timeline_block.html#{name}", {**known, **filled}, context["request"])
        )
    return moulds[key]


def _block(shot: Shot) -> Block:
    runs = running(shot)
    return Block(
        pk=shot.pk,
        slate=shot.slate,
        look="" if runs else " omitted",
        frames=shot.frames,
        runs=runs,
        length=shot.length,
        label=Truncator(shot.action).chars(LONGEST_LABEL),
        picture=picture_address(shot),
        action=shot.action,
        transition=_transition(shot),
        lines=_lines(shot),
        clip=clip_of(shot),
        move=f"{shot.move}/{shot.move_direction}/{shot.move_speed}",
        state=shot.state,
    )


def _transition(shot: Shot) -> SafeString:
    if not shot.transition:
        return SafeString()
    words = shot.get_transition_display()
    return format_html('<p class="transition" title="{}"><span>{}</span></p>', words, words)


def _lines(shot: Shot) -> SafeString:
    if not shot.dialogue:
        return SafeString()
    colours = colours_of_speakers(shot)
    return format_html_join("", "<p>{}<b>{}</b> {}</p>", (_line(line, colours) for line in shot.dialogue))


def _line(line: dict[str, Any], colours: dict[str, str]) -> tuple[SafeString, str, str]:
    speaker, text = str(line.get("speaker", "")), str(line.get("text", ""))
    colour = colours.get(speaker.casefold())
    mark = format_html('<i class="swatch swatch-{}"></i>', colour) if colour else SafeString()
    return mark, speaker, text

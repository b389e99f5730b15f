"""The props of a script: things that come up again and again. Rather few and right than many.

Screenwriters put a thing into capitals that must not be forgotten: ``He lifts the BRASS KEY``. Such a thing is a prop
when somebody handles it, or the words of the language know it, and a second shot has it, too; a plain noun with an
article, when three shots have it, or two of a film that is named after it.
"""

import re
from collections.abc import Iterator
from itertools import chain

from storyboards.scripts.cast import key_of
from storyboards.scripts.outline import Outline
from storyboards.scripts.phrasebook import CAMERA_CUES
from storyboards.scripts.places import PLACES
from storyboards.scripts.prop_words import ENGLISH, Vocabulary, vocabulary_of
from storyboards.scripts.words import Word, words_of

MOST_PROPS = 40
CAPITAL_SHOTS, PLAIN_SHOTS = 2, 3
LONGEST_PROP = 3  # words
ADJECTIVES = 2  # words that may stand between an article and a noun
# An article that lost its vowel is a word of its own: l'ombrello.
ELISION = re.compile(r"\b(l|un|d|dell|all|nell|sull|dall)['’](?=\w)", re.IGNORECASE)


def props_in(outline: Outline) -> dict[str, list[int]]:
    """Return where each prop is seen: by its name, the places of its shots among all shots of the script."""
    actions = [_words(shot.action) for scene in outline.scenes for shot in scene.shots]
    language = vocabulary_of(chain.from_iterable(actions))
    taken = {key_of(name) for name in outline.characters}
    capitals = {key for words in actions for key in capitals_in(words, language)} - taken
    nouns = nouns_of(capitals | (language.things - taken))
    shots: dict[str, list[int]] = {}
    for index, words in enumerate(actions):
        for key in dict.fromkeys(mentions(words, nouns, language)):
            shots.setdefault(key, []).append(index)
    soon = capitals | {word.text for word in words_of(outline.title)}
    kept = [key for key in shots if len(shots[key]) >= (CAPITAL_SHOTS if key in soon else PLAIN_SHOTS)]
    return {key.capitalize(): shots[key] for key in kept[:MOST_PROPS]}


def _words(text: str) -> list[Word]:
    return words_of(ELISION.sub(r"\1 ", text))


def capitals_in(words: list[Word], language: Vocabulary) -> Iterator[str]:
    """Yield the things in capitals that follow an article: ``brass key`` of ``lifts the BRASS KEY``."""
    for index, word in enumerate(words[:-1]):
        if word.text in language.articles and (len(word.text) == 1 or not word.capitals):
            run = run_at(words, index + 1)
            handled = index > 0 and words[index - 1].text in language.handling
            if run and is_thing(run, language, handled=handled):
                yield " ".join(each.text for each in (run[:1] if language.thing_first else run))


def run_at(words: list[Word], start: int) -> list[Word]:
    """Return the words in capitals from ``start`` on, none if they are too many for a prop."""
    end = start
    while end < len(words) and words[end].capitals and len(words[end].text) > 1:
        end += 1
    return words[start:end] if end - start <= LONGEST_PROP else []


def is_thing(run: list[Word], language: Vocabulary, *, handled: bool) -> bool:
    """Tell whether a run of capitals is a prop: known, or ``handled``; nobody, no place, no sound, no camera's word."""
    first, last = run[0].text, run[-1].text
    thing = first if language.thing_first else last
    if not handled and not language.knows(thing):
        return False
    if len(thing) < 3 or not language.no_props.isdisjoint((first, last)):
        return False
    return CAMERA_CUES.first(run) is None and (language is not ENGLISH or PLACES.first(run[-1:]) is None)


def nouns_of(keys: set[str]) -> dict[str, list[tuple[str, ...]]]:
    """Return the words of the props by their last one; the longest first."""
    nouns: dict[str, list[tuple[str, ...]]] = {}
    for key in sorted(keys, key=lambda key: (-key.count(" "), key)):
        parts = tuple(key.split())
        nouns.setdefault(parts[-1], []).append(parts)
    return nouns


def mentions(words: list[Word], nouns: dict[str, list[tuple[str, ...]]], language: Vocabulary) -> Iterator[str]:
    """Yield the props that a text names: in full, or by their last word where it can mean only one."""
    for index, word in enumerate(words):
        known = nouns.get(word.text.removesuffix("'s"))
        if known and (word.capitals or has_article(words, index, language)):
            said = tuple(before.text for before in words[max(0, index - LONGEST_PROP + 1) : index]) + known[0][-1:]
            full = next((parts for parts in known if said[-len(parts) :] == parts), None)
            longer = [parts for parts in known if len(parts) > 1]
            meant = longer[0] if len(longer) == 1 else full
            if meant:
                yield " ".join(meant)


def has_article(words: list[Word], index: int, language: Vocabulary) -> bool:
    """Tell whether an article stands before the noun at ``index``, or before its adjectives."""
    return any(word.text in language.articles for word in words[max(0, index - 1 - ADJECTIVES) : index])

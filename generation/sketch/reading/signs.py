"""Pictures among the words (emoji), read by the names that Unicode gives them."""

import unicodedata

from .small_words import word_set

MOST_SIGNS = 60
# Parts of those names that say nothing about what is in the picture.
EMPTY = word_set("face with symbol sign heavy white black medium emoji variation selector of and eyes mouth")


def named_signs(text: str) -> str:
    """The text with its first emoji said in words: 🐕 becomes a sentence "dog"."""
    if text.isascii():
        return text
    told, left = [], MOST_SIGNS
    for character in text:
        if unicodedata.category(character) != "So":
            told.append(character)
        elif left:
            left -= 1
            name = unicodedata.name(character, "").casefold().replace("-", " ")
            words = " ".join(word for word in name.split() if word not in EMPTY)
            told.append(f" . a {words} . " if words else " ")
    return "".join(told)

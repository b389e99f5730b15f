"""Which language a text is in: by its script, else by the small words that it cannot do without."""
# ruff: noqa: E501 (one entry a line reads best)

import re

SCRIPTS = (
    ("ja", "\u3040-\u30ff"), ("ko", "\uac00-\ud7af\u1100-\u11ff"), ("cmn", "\u4e00-\u9fff\u3400-\u4dbf"),
    ("el", "\u0370-\u03ff"), ("he", "\u0590-\u05ff"), ("hi", "\u0900-\u097f"), ("bn", "\u0980-\u09ff"),
    ("pa", "\u0a00-\u0a7f"), ("gu", "\u0a80-\u0aff"), ("ta", "\u0b80-\u0bff"), ("te", "\u0c00-\u0c7f"),
    ("kn", "\u0c80-\u0cff"), ("ml", "\u0d00-\u0d7f"), ("th", "\u0e00-\u0e7f"), ("my", "\u1000-\u109f"),
    ("ka", "\u10a0-\u10ff"), ("hy", "\u0530-\u058f"), ("am", "\u1200-\u137f"), ("ar", "\u0600-\u06ff"),
    ("ru", "\u0400-\u04ff"),
)  # fmt: skip
# Letters that tell languages of one script apart; each is in its own language and in none that is listed after it.
TELLING = {
    "ar": (("ur", "ٹڈڑےں"), ("fa", "پچژگ")),
    "ru": (("uk", "іїєґІЇЄҐ"), ("be", "ўЎ"), ("sr", "ђћџљњЂЋЏЉЊ")),
}
SMALL = {
    "en": "the and is are was you that it of to in he she we they not what this have with for my your me be do don't i'm it's no yes",
    "de": "der die das und ist nicht ein eine ich du wir sie es zu mit auf den dem was wie aber auch noch mein dein ja nein kein für sind",
    "fr": "le la les et est pas un une je tu nous vous il elle ne que qui dans pour avec mon ton ce c'est des du au mais oui non sur",
    "es": "el la los las y es no un una yo tú que de en por para con mi tu se lo está pero sí muy más como qué aquí",
    "it": "il lo la gli e è non un una io tu che di per con mio tuo si ma sono sì della nel questo come anche più cosa",
    "pt": "o a os as e é não um uma eu você que de em por para com meu seu se mas está sim muito mais como isso aqui da do",
    "nl": "de het een en is niet ik jij je wij zij van te met op dat wat maar ook nog mijn jouw ja nee geen voor zijn dit hier",
    "pl": "i nie jest to się na w z że co jak ale ja ty my czy tak do mój twój już tylko jestem są dla tu",
    "sv": "och är inte en ett jag du vi de det att med på som men också min din ja nej för har den här vad",
    "da": "og er ikke en et jeg du vi de det at med på som men også min din ja nej for har den her hvad af",
    "nb": "og er ikke en et jeg du vi de det å med på som men også min din ja nei for har den her hva av",
    "fi": "ja on ei se minä sinä hän me te he että mutta myös mitä niin kun tämä olen kyllä nyt vain",
    "cs": "a je to se na v z že co jak ale já ty my tak do můj tvůj už jen jsem jsou pro tady není",
    "tr": "ve bir bu ne değil ben sen biz siz o için ile ama çok evet hayır var yok da de mi mı",
    "ro": "și este nu un o eu tu noi voi că de în la cu pe dar da mai sunt ce cum acest",
    "hu": "a az és nem egy én te mi ti ő hogy de is van mit ez itt igen csak már meg",
    "id": "dan yang di ke dari ini itu tidak saya aku kamu kita dia ada dengan untuk ya akan sudah apa",
    "vi": "và là không của tôi anh em bạn có này đó cho với được một những gì đi",
}  # fmt: skip
WORDS = {language: frozenset(words.split()) for language, words in SMALL.items()}
DEFAULT = "en"


def language_of(*texts: str) -> str:
    """Return the language, as eSpeak NG names it, of the first text that tells; English when none does."""
    for text in texts:
        if found := _by_script(text) or _by_words(text):
            return found
    return DEFAULT


def _by_script(text: str) -> str:
    letters = sum(letter.isalpha() for letter in text)
    for language, letters_of in SCRIPTS:
        found = len(re.findall(f"[{letters_of}]", text))
        # Japanese needs few of its own letters among the Chinese ones; a foreign name does not turn a text.
        if found and found > letters * (0.08 if language == "ja" else 0.4):
            return next((near for near, own in TELLING.get(language, ()) if set(own) & set(text)), language)
    return ""


def _by_words(text: str) -> str:
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text.casefold().replace("’", "'"))
    counts = {language: sum(word in small for word in words) for language, small in WORDS.items()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] else ""

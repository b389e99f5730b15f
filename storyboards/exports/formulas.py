"""Texts that a spreadsheet would run: whoever opens a shot list has not asked for that."""

RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def neutral(text: str) -> str:
    """Return the text as a spreadsheet only shows it: an apostrophe goes before what would be a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(RUN_BY_SPREADSHEETS) else text

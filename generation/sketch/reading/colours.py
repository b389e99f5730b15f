"""Colour words and the flat, slightly dusty tones they are drawn in."""

COLOURS = {
    "red": "#c8402f", "crimson": "#a92b34", "scarlet": "#d23a26", "vermilion": "#d8431f", "maroon": "#6f2430",
    "pink": "#dd8f9b", "rose": "#cf7483", "orange": "#dd8236", "amber": "#d99a2b", "yellow": "#e2b23a",
    "golden": "#d9a738", "gold": "#d9a738", "blonde": "#d8b46a", "blond": "#d8b46a", "beige": "#d6c3a1",
    "cream": "#eadfc6", "brown": "#7a5234", "tan": "#b98d5e", "khaki": "#9c8f62", "copper": "#b36a3f",
    "ginger": "#b9622c", "green": "#4f8a4b", "olive": "#74763a", "emerald": "#2f8361", "lime": "#93b545",
    "teal": "#2f8085", "turquoise": "#45a3a5", "cyan": "#5db4c4", "blue": "#3c6ea8", "navy": "#26395e",
    "indigo": "#3d3f80", "purple": "#6e4a86", "violet": "#7b5aa0", "lilac": "#a992c2", "magenta": "#b0477f",
    "white": "#eeeae0", "ivory": "#efe8d6", "grey": "#8b8b8b", "gray": "#8b8b8b", "silver": "#b4b9bd",
    "black": "#23232a", "dark": "#33323a", "pale": "#e3ddd0",
}  # fmt: skip

"""Boards on paper: one layout, which a page shows as SVG and a PDF draws; so what is seen is what is printed."""

"""Vector art: everything seen is written as SVG here, in units of a frame 1000 high with x = 0 in its middle."""

"""From layers to frames: camera paths, rasters, compositing, encoding."""

"""From words to a scene description: deterministic, offline, and open about what it did not understand."""

"""A scratch voice for what is said: who speaks how, when, and how far the mouth is open. No network."""

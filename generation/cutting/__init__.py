"""Files in, files out: probing, normalising, joining. No rows, no settings."""

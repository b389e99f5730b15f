"""Runs the whole studio on one machine: broker, web, workers and tick as children of one process."""

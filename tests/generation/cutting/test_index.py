"""Films larger than a 32-bit place, which no test can write whole: the opening alone, at the head of a sparse file."""

import os

import numpy as np
import pytest

from generation.cutting import index, samples
from generation.cutting.boxes import read_tracks, top_level

from .clips import SMALL

FRAMES = 48


def film(path, clips, picture_bytes: int) -> np.ndarray:
    """Write the opening of a film of pictures of so many bytes; returns the place of each."""
    take = next(track for track in read_tracks(clips["red"]) if track.handler == b"vide")
    places = np.zeros(FRAMES, dtype=np.int64)
    pictures = samples.rows(0, places, places + picture_bytes, np.arange(FRAMES) / 24, key=True)
    packets = np.zeros(95, dtype=np.int64)
    heard = samples.rows(0, packets, packets + 300, (np.arange(95) - 1) * 1024 / 48000, sound=True)
    rows = samples.in_order([pictures, heard])
    opening = index.opening(index.Contents(rows, take.description, SMALL, FRAMES, SMALL.samples(FRAMES), ()))
    path.write_bytes(opening)
    os.truncate(path, len(opening) + int(rows["size"].sum(dtype=np.int64)))
    ends = np.cumsum(rows["size"], dtype=np.int64)
    return (len(opening) + ends - rows["size"])[~rows["sound"]]


@pytest.mark.parametrize("picture_bytes", [1000, 80_000_000, 90_000_000, 200_000_000])
def test_places_are_right_on_both_sides_of_four_gigabytes(tmp_path, clips, picture_bytes):
    places = film(tmp_path / "film.mp4", clips, picture_bytes)

    track = next(track for track in read_tracks(tmp_path / "film.mp4") if track.handler == b"vide")
    with (tmp_path / "film.mp4").open("rb") as file:
        kinds = [box.kind for box in top_level(file)]
    assert kinds == [b"ftyp", b"moov", b"mdat"]
    assert np.array_equal(track.offsets, places)
    assert set(track.sizes.tolist()) == {picture_bytes}


def test_the_description_says_nothing_of_one_take_alone(tmp_path, clips):
    film(tmp_path / "film.mp4", clips, 1000)

    found, taken = (
        next(track for track in read_tracks(path) if track.handler == b"vide")
        for path in (tmp_path / "film.mp4", clips["red"])
    )
    assert b"btrt" in taken.description
    assert b"btrt" not in found.description
    assert (found.decoder_settings, found.picture_size) == (taken.decoder_settings, taken.picture_size)

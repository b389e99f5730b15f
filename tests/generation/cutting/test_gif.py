"""A film as a GIF."""

from PIL import Image

from generation.cutting.gif import LARGEST_SIDE, RATE, write_gif
from tests.generation.cutting.clips import make_clip


def test_a_gif_has_the_films_colours_length_and_shape_and_is_small(tmp_path):
    film = make_clip(tmp_path / "film.mp4", colour="red", more=("-s", "960x540"))

    write_gif(film, tmp_path / "film.gif", work=tmp_path)

    with Image.open(tmp_path / "film.gif") as gif:
        assert gif.size == (LARGEST_SIDE, 270)
        assert gif.info.get("loop") == 0
        red, green, blue = gif.convert("RGB").getpixel((240, 135))
    assert red > 180 > 60 > max(green, blue)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["film.gif", "film.mp4"]


def test_a_moving_picture_moves_at_twelve_a_second(tmp_path):
    film = make_clip(tmp_path / "film.mp4", colour="blue", more=("-vf", "noise=alls=60:allf=t"))

    write_gif(film, tmp_path / "film.gif", work=tmp_path)

    with Image.open(tmp_path / "film.gif") as gif:
        durations = []
        for frame in range(gif.n_frames):
            gif.seek(frame)
            durations.append(gif.info["duration"])
    assert abs(sum(durations) - 2000) <= 1000 / RATE
    assert len(durations) >= RATE


def test_a_tall_film_keeps_its_shape(tmp_path):
    film = make_clip(tmp_path / "film.mp4", colour="lime", more=("-s", "540x960"))

    write_gif(film, tmp_path / "film.gif", work=tmp_path)

    with Image.open(tmp_path / "film.gif") as gif:
        assert gif.size == (270, LARGEST_SIDE)

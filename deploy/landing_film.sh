#!/bin/sh
# Draws the film of the landing page: the first example, by the sketch engine, made small for the web.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ffmpeg=$($python -c 'import imageio_ffmpeg; print(imageio_ffmpeg.get_ffmpeg_exe())')

VAR_DIR="$folder/var" $python manage.py film examples/the-last-lamp.fountain --out "$folder/film.mp4"
mkdir -p static/film
"$ffmpeg" -y -v error -i "$folder/film.mp4" -t "${SECONDS_SHOWN:-40}" -map_chapters -1 -map_metadata -1 \
    -vf scale=854:-2 -c:v libx264 -preset slow -crf 31 -pix_fmt yuv420p -c:a aac -b:a 48k -ac 1 \
    -movflags +faststart static/film/the-last-lamp.mp4
"$ffmpeg" -y -v error -ss 4 -i static/film/the-last-lamp.mp4 -frames:v 1 -quality 70 static/film/the-last-lamp.webp
ls -l static/film

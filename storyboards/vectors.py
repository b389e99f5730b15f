"""Vector drawings as pixels, by ThorVG: its library is called directly, and writes into memory of ours."""

import ctypes
import threading
from enum import IntEnum
from functools import cache

from thorvg_python import engine

POINTER, COUNT = ctypes.c_void_p, ctypes.c_uint32
SIGNATURES: dict[str, tuple[type | None, tuple[type, ...]]] = {
    "tvg_engine_init": (ctypes.c_int, (COUNT,)),
    "tvg_swcanvas_create": (POINTER, (ctypes.c_int,)),
    "tvg_swcanvas_set_target": (ctypes.c_int, (POINTER, POINTER, COUNT, COUNT, COUNT, ctypes.c_int)),
    "tvg_picture_new": (POINTER, ()),
    "tvg_picture_load_data": (
        ctypes.c_int,
        (POINTER, ctypes.c_char_p, COUNT, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_bool),
    ),
    "tvg_picture_set_size": (ctypes.c_int, (POINTER, ctypes.c_float, ctypes.c_float)),
    "tvg_paint_unref": (ctypes.c_uint16, (POINTER, ctypes.c_bool)),
    "tvg_canvas_add": (ctypes.c_int, (POINTER, POINTER)),
    "tvg_canvas_draw": (ctypes.c_int, (POINTER, ctypes.c_bool)),
    "tvg_canvas_sync": (ctypes.c_int, (POINTER,)),
    "tvg_canvas_destroy": (ctypes.c_int, (POINTER,)),
}
# The library keeps one pool of working memory for all canvases: two threads must not draw at once.
_one_at_a_time = threading.Lock()


class Form(IntEnum):
    """How the four bytes of a pixel are laid, as the library counts it."""

    BGRA_MULTIPLIED = 1  # colour multiplied by alpha
    RGBA = 2


def painted(svg: str, width: int, height: int, form: Form) -> bytearray:
    """The pixels of a drawing that fills `width` by `height`, row by row; raises ValueError for one that is none."""
    pixels = bytearray(width * height * 4)
    with _one_at_a_time:
        library = _library()
        canvas = library.tvg_swcanvas_create(0)
        try:
            _paint(library, canvas, svg.encode(), pixels, width, height, form)
        finally:
            library.tvg_canvas_destroy(canvas)
    return pixels


def _paint(
    library: ctypes.CDLL, canvas: int, svg: bytes, pixels: bytearray, width: int, height: int, form: Form
) -> None:
    memory = ctypes.c_char.from_buffer(pixels)
    _must(library.tvg_swcanvas_set_target(canvas, ctypes.addressof(memory), width, width, height, form))
    picture = library.tvg_picture_new()
    if library.tvg_picture_load_data(picture, svg, len(svg), b"svg", None, True):
        library.tvg_paint_unref(picture, True)
        raise ValueError("This is not a drawing in SVG.")
    _must(library.tvg_picture_set_size(picture, width, height))
    _must(library.tvg_canvas_add(canvas, picture))  # from here on it belongs to the canvas
    _must(library.tvg_canvas_draw(canvas, True))
    _must(library.tvg_canvas_sync(canvas))


def _must(result: int) -> None:
    if result:
        raise ValueError(f"The drawing could not be painted (ThorVG says {result}).")


@cache
def _library() -> ctypes.CDLL:
    """The library, begun without threads of its own. The wheel's Python names are left alone: each call of theirs makes
    types that are never freed.
    """
    if engine.THORVG_LIB is None:
        raise OSError("ThorVG's library is not there: install thorvg-python anew.")
    library = ctypes.CDLL(engine.THORVG_LIB._name)
    for name, (returns, takes) in SIGNATURES.items():
        function = getattr(library, name)
        function.restype, function.argtypes = returns, takes
    _must(library.tvg_engine_init(0))
    return library

"""Frames of a shot: sheets laid over one another where the camera sees them."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import cv2
import numpy as np

from generation.sketch.drawing.compose import Composition, compose
from generation.sketch.drawing.stage import Box, Layer
from generation.sketch.drawing.styles import style_of
from generation.sketch.drawing.weather import falling
from generation.sketch.pixels import Pixels
from generation.sketch.request import SketchRequest
from generation.sketch.speech.mouth import mouth_openness

from .camera import Camera, View, camera_at, moved
from .joining import SKY as HEAVEN
from .joining import joined
from .laying import Placed, lay_all
from .lens import SKY, Lens
from .opening import Opening
from .overlays import FilmedFalling, smeared
from .patches import Patch
from .piles import Pile, merged, panes_of, runs
from .sheets import Hand, Sheet, Sheets, blurred, enlarged, islands, sheets_of

MOST_SCALE = 1.45
SAMPLES = 9
RACK_LEVELS = 4
RACK_BLUR = 9.0  # units of blur at the far end of a rack focus
HANDS = 2  # sheets that are made at a time: what they are made with lets go of Python's lock
SAME = 1e-6  # pixels a unit by which sizes that are the same may differ
NEAR = 0.99  # the depth from which things are near
TOGETHER = 0.4  # pixels by which what is laid together may move apart in a shot


class Compositor:
    """What the frames of one shot are laid from. Building it does the slow work once, calling `breathe` in between.

    Nothing of it changes afterwards, so that several threads may ask it at a time.
    """

    def __init__(
        self,
        request: SketchRequest,
        still: bool = False,
        breathe: Callable[[], None] = lambda: None,
    ) -> None:
        cv2.setNumThreads(1)
        self.request = request
        self.still = still
        self.opening = Opening(request) if request.first_frame and not still else None
        self.shot: Composition = compose(request, still)
        framing, stage = self.shot.framing, self.shot.stage
        self.view = View(
            request.width, request.height, framing.backdrop, framing.horizon, self.shot.focus, framing.roll
        )
        self._hand = Hand(style_of(request.look), stage.light, self.shot.focus, stage.half)
        self._cameras = list(dict.fromkeys(self.camera(i / (SAMPLES - 1)) for i in range(SAMPLES)))
        self._voices: dict[str, np.ndarray] = {}
        self._sheets = list(self._rasterised(breathe))
        settled = self._settled([Pile(layer, sheets) for layer, sheets in self._sheets])
        self._piles = settled if still else [ready for pile in settled for ready in self._made_ready(pile)]
        speaks = any(layer.mouths > 1 for layer, _sheets in self._sheets)
        self._voices = mouth_openness(request) if speaks else self._voices
        self._falling = falling(
            self.shot.seen.weather, self.shot.seen.interior, request.width, request.height, request.seed,
            0.62 if stage.outside.dark else 0.85, self._hand.style,
        )  # fmt: skip
        self.falling = [] if still else [FilmedFalling(tile) for tile in self._falling]

    def camera(self, u: float) -> Camera:
        """The camera at share u of the shot; a still stands in the middle of the path."""
        if self.still:
            u = 0.5
        shot, request = self.shot, self.request
        t = u * request.seconds
        return camera_at(shot.seen.move, request.move_speed, u, t, shot.stage.half, shot.framing.close)

    def moment(self, index: int) -> tuple[float, Camera]:
        """The time of frame `index` in seconds, and the camera at it."""
        return float(index / self.request.fps), self.camera(index / max(1, self.request.frames - 1))

    def panel(self) -> Pixels:
        """The still, as BGRA pixels."""
        cam = self._cameras[0]
        picture = np.empty((self.request.height, self.request.width, 4), np.uint8)
        lay_all(picture, [thing for thing in self.things(cam, 0.0) if isinstance(thing, Placed)])
        for tile in self._falling:
            tile.onto(picture, 0.0)
        return cv2.blur(picture, (smeared(picture.shape[1], cam.smear), 1)) if cam.smear else picture

    def things(self, cam: Camera, t: float) -> list[Placed | Patch]:
        """What is to be laid at a moment, bottom first."""
        return [pile if isinstance(pile, Patch) else self._placed(pile, cam, t) for pile in self._piles]

    def _layers(self) -> list[Layer]:
        """The layers to draw, as few as will do."""
        stage, framing = self.shot.stage, self.shot.framing
        bent = Lens(framing.tilt, framing.horizon)
        if bent.plain and self._steady and not self._racking:
            light = stage.light if self._hand.style.as_drawn else None
            return joined(stage.layers, self.view, light, self.still)
        return stage.layers

    @property
    def _steady(self) -> bool:
        """Whether the camera moves all depths alike."""
        return self.still or not any(cam.truck != (0.0, 0.0) or cam.dolly != 1.0 for cam in self._cameras)

    @property
    def _racking(self) -> bool:
        return self.shot.seen.move[0] == "rack_focus" and not self.still

    def since_the_first(self, cam: Camera) -> np.ndarray:
        """How pixels where the figures are have moved since the first frame."""
        return self.view.matrix(1.0, cam) @ np.linalg.inv(self.view.matrix(1.0, self._cameras[0]))

    def _rasterised(self, breathe: Callable[[], None]) -> Iterator[tuple[Layer, Sheets]]:
        """The layers that show something, with their sheets; two are made at a time."""
        layers = self._layers()
        with ThreadPoolExecutor(HANDS) as hands:
            for layer, sheets in zip(layers, hands.map(self._rasterise, layers), strict=True):
                breathe()
                if len(sheets) > 1 or (sheets and not sheets[0].empty):
                    yield layer, sheets

    def _rasterise(self, layer: Layer) -> Sheets:
        across, down = self._reach(layer)
        x0, y0, x1, y1 = self._seen_box(layer.depth, layer.rides)
        scale = self._scale(layer.depth)
        box = (x0 - across, y0 - down, x1 + across, y1 + down)
        sheets = self._racked(layer, sheets_of(layer, box, scale, self._hand, self._lens(layer)))
        if sheets:
            # What the first frame shows; a walker's other steps are drawn while frames are encoded already.
            sheets[self._choice(layer, sheets, self._cameras[0], 0.0)]
        return sheets

    def _scale(self, depth: float) -> float:
        """Pixels a unit of sheets at a depth: as many as are seen at the most."""
        base = self.view.base(depth)
        growth = max(base * cam.zoom * (1 + (cam.dolly - 1) * depth) for cam in self._cameras)
        return self.view.scale * min(growth, max(MOST_SCALE, base))

    def _lens(self, layer: Layer) -> Lens:
        framing, placed = self.shot.framing, self.shot.placed
        if layer.depth <= SKY:
            return Lens(0.0, framing.horizon)
        stands = 0 <= layer.subject < len(placed)
        feet = placed[layer.subject].y if stands else 0.0
        return Lens(framing.tilt, framing.horizon, framing.squash if stands else 1.0, feet)

    def _racked(self, layer: Layer, sheets: Sheets) -> Sheets:
        """For a rack focus, the sheets in several degrees of blur, the sharpest where the focus begins or ends."""
        if not self._racking or layer.add:
            return sheets
        near = layer.depth >= NEAR
        levels = range(RACK_LEVELS + 1) if near else range(RACK_LEVELS, -1, -1)
        return Sheets([partial(_out_of_focus, sheets, art, k) for k in levels for art in range(len(sheets))])

    def _reach(self, layer: Layer) -> tuple[float, float]:
        if layer.motion is None:
            return 6.0, 6.0
        moves = [layer.motion(self.request.seconds * i / 12) for i in range(13)]
        turn = max(abs(m[2]) for m in moves)
        return min(4000.0, max(abs(m[0]) for m in moves) + 12 + turn * 14), min(
            1200.0, max(abs(m[1]) for m in moves) + 12 + turn * 14
        )

    def _seen_box(self, depth: float, rides: bool) -> Box:
        """What any of the cameras sees at a depth."""
        seen = np.hstack([np.linalg.inv(self.view.matrix(depth, cam, rides)) @ self._corners for cam in self._cameras])
        return float(seen[0].min()), float(seen[1].min()), float(seen[0].max()), float(seen[1].max())

    @property
    def _corners(self) -> np.ndarray:
        """The corners of a frame, one a column."""
        w, h = self.request.width, self.request.height
        return np.array([[0, w, w, 0], [0, 0, h, h], [1, 1, 1, 1]], float)

    @property
    def stands(self) -> bool:
        """Whether this is a moving picture whose camera does not move."""
        return not self.still and len(self._cameras) == 1

    def _settled(self, piles: list[Pile]) -> Sequence[Pile | Patch]:
        """The piles, what stands still laid together where the camera moves it alike."""
        if self.still:
            return piles
        if self.stands:
            return self._panes(piles)
        with ThreadPoolExecutor(HANDS) as hands:
            joints = hands.map(self._merged, runs(piles, self._alike))
            return [pile for joint in joints for pile in joint]

    def _alike(self, first: Layer, layer: Layer) -> bool:
        """Whether the camera moves two layers as if they were one: what is in the sky, or hardly moves apart."""
        if self._steady or max(first.depth, layer.depth) <= HEAVEN:
            return True
        if first.rides != layer.rides:
            return False
        one, other = (
            [self.view.matrix(each.depth, cam, each.rides) for cam in self._cameras] for each in (first, layer)
        )
        middle = len(self._cameras) // 2
        apart = [
            there @ np.linalg.inv(other[middle]) - here @ np.linalg.inv(one[middle])
            for here, there in zip(one, other, strict=True)
        ]
        return float(np.abs(np.array(apart)[:, :2] @ self._corners).max()) < TOGETHER

    def _merged(self, run: list[Pile]) -> list[Pile]:
        depth, cam = (1.0, Camera()) if self._steady else (run[0].layer.depth, self.camera(0.5))
        x0, y0, x1, y1 = self._seen_box(depth, run[0].layer.rides)
        return merged(run, self.view, cam, depth, (x0 - 6, y0 - 6, x1 + 6, y1 + 6), self._scale(depth))

    def _made_ready(self, pile: Pile | Patch) -> Sequence[Pile | Patch]:
        """The pile so that it is quickly laid: coarse sheets as large as they are seen, if that is the same in all the
        shot, and for a camera that moves what stands apart by itself.
        """
        if isinstance(pile, Patch) or len(pile.sheets) > 1:
            return [pile]
        sheet = pile.sheets[0]
        seen = {self.view.matrix(pile.layer.depth, cam, pile.layer.rides)[0, 0] for cam in self._cameras}
        if max(seen) - min(seen) < SAME:
            sheet = enlarged(sheet, max(seen))
        return [Pile(pile.layer, [part]) for part in ([sheet] if self.stands else islands(sheet))]

    def _panes(self, piles: list[Pile]) -> list[Pile | Patch]:
        """For a camera that stands, the piles that move and, between them, patches of what does not."""
        with ThreadPoolExecutor(HANDS) as hands:
            panes = hands.map(self._pane, runs(piles, self._alike))
            return [thing for things in panes for thing in things]

    def _pane(self, run: list[Pile]) -> Sequence[Pile | Patch]:
        return panes_of(run, self.view, self._cameras[0]) if run[0].still else run

    def _placed(self, pile: Pile, cam: Camera, t: float) -> Placed:
        """The sheet of a pile that shows at a moment, where it shows."""
        layer = pile.layer
        to_pixels = self.view.matrix(layer.depth, cam, layer.rides)
        if layer.motion:
            to_pixels = to_pixels @ moved(layer.motion(t), layer.pivot)
        gain = (1.0 if layer.gain is None else float(layer.gain(t))) if layer.add else None
        return Placed(pile.sheets[self._choice(layer, pile.sheets, cam, t)], to_pixels, gain)

    def _mouth(self, layer: Layer, t: float) -> int:
        """Which mouth the layer shows: as open as its voice is loud, or any voice where its name is not known."""
        if layer.mouths == 1 or not self._voices:
            return 0
        frame = min(round(t * float(self.request.fps)), self.request.frames - 1)
        heard = [self._voices[layer.voice]] if layer.voice in self._voices else self._voices.values()
        return round(max(float(openness[frame]) for openness in heard) * (layer.mouths - 1))

    def _choice(self, layer: Layer, sheets: Sequence[Sheet], cam: Camera, t: float) -> int:
        arts = len(layer.arts)
        art = layer.pick(t) * layer.mouths % arts + self._mouth(layer, t) if layer.pick and arts > 1 else 0
        return round(cam.rack * RACK_LEVELS) * arts + art if len(sheets) > arts else art


def _out_of_focus(sheets: Sheets, art: int, level: int) -> Sheet:
    """A sheet blurred by so many of the levels of a rack focus."""
    return blurred(sheets[art], sheets[art].scale * RACK_BLUR * level / RACK_LEVELS)

// The crop in numbers, and by keys: percents of the picture's width, and of its height from the top.
import { held, scaled } from "./draw_geometry.js";

const STEP = 0.01;
const LARGE_STEP = 0.1;
const ZOOM = 1.05;
const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const ZOOMS = { "+": 1 / ZOOM, "=": 1 / ZOOM, "-": ZOOM };

/** Move the crop by an arrow key or scale it by plus and minus; return whether the key was one of these. */
export function cropByKey(bench, { key, shiftKey }) {
  const { stage, drawing } = bench;
  const { crop, picture, frame } = stage;
  const step = shiftKey ? LARGE_STEP : STEP;
  if (MOVES[key]) {
    const [dx, dy] = MOVES[key];
    drawing.setCrop(held({ ...crop, x: crop.x + dx * step, y: crop.y + dy * step }, picture, frame), "crop-keys");
  } else if (ZOOMS[key]) {
    drawing.setCrop(held(scaled(crop, ZOOMS[key], frame), picture, frame), "crop-keys");
  }
  return key in MOVES || key in ZOOMS;
}

/** Keep the three number fields and the crop the same. */
export function startCropFields({ stage, drawing }, form) {
  const fields = Object.fromEntries(["left", "top", "width"].map((name) => [name, form.querySelector(`[data-crop="${name}"]`)]));

  function show() {
    const { x, y, width } = stage.crop;
    const shown = { left: x, top: y * stage.picture, width };
    for (const [name, field] of Object.entries(fields)) {
      if (field !== document.activeElement) field.value = (shown[name] * 100).toFixed(1);
    }
  }

  function read(event) {
    if (!event.target.matches("[data-crop]")) return;
    const [left, top, width] = ["left", "top", "width"].map((name) => Number(fields[name].value.replace(",", ".")) / 100);
    if ([left, top, width].some(Number.isNaN)) return;
    drawing.setCrop(held({ x: left, y: top / stage.picture, width }, stage.picture, stage.frame), "crop-numbers");
  }

  form.addEventListener("input", read);
  form.addEventListener("focusout", show);
  drawing.addEventListener("change", show);
  show();
}

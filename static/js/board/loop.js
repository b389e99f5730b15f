// A range that plays over and over: from an in point to an out point, or the scene under the playhead.
import { allBlocks, blockAt, totalFrames, xOf } from "./reel.js";

let from = null;
let to = null;
let on = false;

const bar = () => document.getElementById("range");

function draw() {
  const { start, end } = range();
  bar().hidden = from === null && to === null && !on;
  bar().style.insetInlineStart = `${xOf(start)}px`;
  bar().style.inlineSize = `${Math.max(xOf(end) - xOf(start), 2)}px`;
  document.querySelector('[data-range="loop"]').setAttribute("aria-pressed", String(on));
}

/** Return the range as { start, end } in frames. */
export function range() {
  return { start: Math.min(from ?? 0, totalFrames()), end: Math.min(to ?? totalFrames(), totalFrames()) };
}

/** Return where to go on after `frame`, when the range is played over and over. */
export function looped(frame, speed) {
  const { start, end } = range();
  if (!on || end <= start) return frame;
  if (speed > 0 && (frame >= end || frame < start)) return start;
  return speed < 0 && (frame < start || frame >= end) ? end - 1 : frame;
}

function sceneAt(frame) {
  const scene = blockAt(frame).element.closest(".span");
  const blocks = allBlocks().filter(({ element }) => scene.contains(element));
  const last = blocks.at(-1);
  return { start: blocks[0].start, end: last.start + last.frames };
}

const DEEDS = {
  in: (frame) => { from = frame; if (to !== null && to <= from) to = null; },
  out: (frame) => { to = frame + 1; if (from !== null && from >= to) from = null; },
  loop: (frame) => {
    if (!on && from === null && to === null) ({ start: from, end: to } = sceneAt(frame));
    on = !on;
  },
  clear: () => { from = to = null; on = false; },
};

/** Set the range's start ("in") or end ("out") at `frame`, switch the loop, or "clear" it. */
export function setRange(deed, frame) {
  DEEDS[deed](frame);
  draw();
}

/** Draw the range again after the scale has changed. */
export function drawRange() {
  draw();
}

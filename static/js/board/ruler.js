// The ruler over the timeline: a mark at even seconds, only where one looks.
import { parseRate, timecode } from "../timecode.js";
import { pixelsPerFrame, totalFrames, xOf } from "./reel.js";

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600];
const APART = 110;
let drawn = "";

const strip = () => document.querySelector(".strip");

/** Return the frame rate of the board. */
export function rate() {
  return parseRate(document.getElementById("timeline").dataset.rate);
}

function stepInFrames() {
  const perSecond = Math.round(rate().num / rate().den);
  const seconds = STEPS.find((step) => step * perSecond * pixelsPerFrame() >= APART) ?? STEPS.at(-1);
  return seconds * perSecond;
}

function tick(frame) {
  const mark = document.createElement("span");
  mark.textContent = timecode(frame, rate());
  mark.style.insetInlineStart = `${xOf(frame)}px`;
  return mark;
}

/** Draw the marks that can be seen now. */
export function drawRuler() {
  const rule = document.querySelector("[data-rule]");
  const step = stepInFrames();
  const per = pixelsPerFrame();
  const first = Math.max(0, Math.floor((Math.abs(strip().scrollLeft) - 2000) / per / step) * step);
  const end = Math.min(totalFrames(), (Math.abs(strip().scrollLeft) + strip().clientWidth + 1000) / per);
  const key = [step, per, first, Math.floor(end / step), totalFrames()].join();
  if (key === drawn) return;
  drawn = key;
  const marks = [];
  for (let frame = first; frame <= end; frame += step) marks.push(tick(frame));
  rule.replaceChildren(...marks);
}

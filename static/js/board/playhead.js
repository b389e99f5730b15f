// The playhead: where one is in the film, by pointer and by keys; the monitor shows the panel that runs there.
import { timecode } from "../timecode.js";
import { allBlocks, blockAt, frameAt, reel, totalFrames, xOf } from "./reel.js";
import { rate } from "./ruler.js";

let frame = 0;
let shown = null;
let playing = 0;

const head = () => document.getElementById("playhead");
const strip = () => document.querySelector(".strip");

/** Return the frame under the playhead. */
export function playheadFrame() {
  return frame;
}

function tell(block) {
  const code = timecode(frame, rate());
  document.getElementById("playhead-time").textContent = code;
  head().setAttribute("aria-valuenow", frame);
  head().setAttribute("aria-valuemax", totalFrames());
  head().setAttribute("aria-valuetext", `${code}, ${block?.element.querySelector(".slate")?.textContent ?? ""}`);
}

// What runs is shown large, with its words.
function screen(block) {
  const picture = block?.element.querySelector("img");
  if (!picture || shown === block.element) return;
  shown?.removeAttribute("data-runs");
  shown = block.element;
  shown.setAttribute("data-runs", "");
  document.querySelector("[data-screen]").src = picture.src;
  for (const place of document.querySelectorAll("[data-telling]")) {
    const source = shown.querySelector(`.${place.dataset.telling}`);
    place.replaceChildren(...(source ? source.cloneNode(true).childNodes : []));
  }
}

/** Show the panel under the playhead again, for it may look different now. */
export function screenAgain() {
  shown = null;
  place();
}

function place() {
  const block = blockAt(frame === totalFrames() && frame > 0 ? frame - 1 : frame);
  head().style.translate = `${xOf(frame)}px`;
  tell(block);
  screen(block);
}

function follow() {
  const x = xOf(frame);
  const { scrollLeft, clientWidth } = strip();
  if (x < scrollLeft + 24 || x > scrollLeft + clientWidth - 24) strip().scrollLeft = x - clientWidth / 3;
}

/** Put the playhead on a frame. */
export function goTo(to, { quietly = false } = {}) {
  frame = Math.min(Math.max(Math.round(to), 0), totalFrames());
  place();
  if (!quietly) follow();
}

/** Put the playhead on the start of the shot before (-1) or after (1). */
export function goToShot(step) {
  const timed = allBlocks().filter(({ frames }) => frames);
  const next = step > 0 ? timed.find(({ start }) => start > frame) : timed.findLast(({ start }) => start < frame);
  goTo(next ? next.start : step > 0 ? totalFrames() : 0);
}

function sayPlaying() {
  const button = document.querySelector('[data-go="play"]');
  button.setAttribute("aria-pressed", String(playing !== 0));
  const use = button.querySelector("use");
  use.setAttribute("href", use.getAttribute("href").replace(/#.*/, playing ? "#pause" : "#play"));
}

/** Stop where the playhead is. */
export function stop() {
  cancelAnimationFrame(playing);
  playing = 0;
  sayPlaying();
}

/** Run through the panels in their time, or stop. */
export function play() {
  if (playing) return stop();
  const from = frame >= totalFrames() ? 0 : frame;
  const began = performance.now();
  const run = (now) => {
    goTo(from + ((Math.max(now - began, 0) / 1000) * rate().num) / rate().den);
    if (frame >= totalFrames()) stop();
    else playing = requestAnimationFrame(run);
  };
  playing = requestAnimationFrame(run);
  return sayPlaying();
}

function scrub(event) {
  goTo(frameAt(event.clientX - reel().getBoundingClientRect().left), { quietly: true });
}

function onPointerDown(event) {
  if (event.button !== 0 || !event.target.closest("[data-rule], .playhead")) return;
  stop();
  head().focus({ preventScroll: true });
  head().setPointerCapture(event.pointerId);
  head().dataset.held = "";
  scrub(event);
  event.preventDefault();
}

const KEYS = {
  ArrowLeft: () => goTo(frame - 1), ArrowRight: () => goTo(frame + 1), ArrowDown: () => goTo(frame - 1), ArrowUp: () => goTo(frame + 1),
  "Shift+ArrowLeft": () => goTo(frame - rate().num / rate().den), "Shift+ArrowRight": () => goTo(frame + rate().num / rate().den),
  PageUp: () => goToShot(-1), PageDown: () => goToShot(1), Home: () => goTo(0), End: () => goTo(totalFrames()),
  Enter: () => blockAt(frame)?.element.querySelector(".picture")?.click(),
};

function onKey(event) {
  const key = KEYS[`${event.shiftKey ? "Shift+" : ""}${event.key}`];
  if (event.target !== head() || !key || event.ctrlKey || event.metaKey || event.altKey) return;
  stop();
  key();
  event.preventDefault();
}

/** Let the playhead be moved. */
export function startPlayhead() {
  document.addEventListener("pointerdown", onPointerDown);
  document.addEventListener("pointermove", (event) => { if (head().dataset.held !== undefined) scrub(event); });
  for (const name of ["pointerup", "pointercancel"]) document.addEventListener(name, () => { delete head().dataset.held; });
  document.addEventListener("keydown", onKey);
}

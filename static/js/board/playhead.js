// The playhead: where one is in the film, by pointer and by keys, at any speed; the monitor shows what runs there.
import { timecode } from "../timecode.js";
import { looped } from "./loop.js";
import { forgetShown, show } from "./monitor.js";
import { allBlocks, blockAt, frameAt, reel, totalFrames, xOf } from "./reel.js";
import { rate } from "./ruler.js";

let frame = 0;
let playing = 0;
let speed = 0;

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

/** Show what is under the playhead again, for it may look different now. */
export function screenAgain() {
  forgetShown();
  place();
}

function place() {
  const block = blockAt(frame === totalFrames() && frame > 0 ? frame - 1 : frame);
  head().style.translate = `${xOf(frame)}px`;
  tell(block);
  if (block) show(block, frame - block.start, speed);
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

function saySpeed() {
  const place = document.querySelector("[data-speed]");
  place.textContent = speed && speed !== 1 ? `${speed} ×` : "";
  const button = document.querySelector('[data-go="play"]');
  button.setAttribute("aria-pressed", String(speed !== 0));
  const use = button.querySelector("use");
  use.setAttribute("href", use.getAttribute("href").replace(/#.*/, speed ? "#pause" : "#play"));
}

/** Stop where the playhead is. */
export function stop() {
  cancelAnimationFrame(playing);
  speed = 0;
  saySpeed();
  place();
}

function atTheEnd() {
  return speed > 0 ? frame >= totalFrames() : frame <= 0;
}

// Counted from where and when it began, so that no rounding adds up.
function run(from, began) {
  playing = requestAnimationFrame((now) => {
    const wanted = from + ((Math.max(now - began, 0) / 1000) * speed * rate().num) / rate().den;
    const to = looped(Math.floor(wanted), speed);
    goTo(to);
    if (atTheEnd()) stop();
    else if (to !== Math.floor(wanted)) run(to, performance.now());
    else run(from, began);
  });
}

/** Let the playhead run at a speed: 1 is the film's own, less than 0 is backwards. */
export function runAt(wanted) {
  cancelAnimationFrame(playing);
  speed = wanted;
  const from = speed > 0 && frame >= totalFrames() ? 0 : frame;
  run(looped(from, speed), performance.now());
  saySpeed();
}

/** Run forwards at the film's own speed, or stop. */
export function play() {
  if (speed) stop();
  else runAt(1);
}

/** Run forwards (1) or backwards (-1); again is twice as fast. */
export function shuttle(way) {
  const faster = Math.sign(speed) === way ? Math.min(Math.abs(speed) * 2, 8) : 1;
  runAt(way * faster);
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

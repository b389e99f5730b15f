// How much time fits on the screen: all of it, or so many pixels for a frame; remembered on this device.
import { playheadFrame, goTo } from "./playhead.js";
import { drawRuler } from "./ruler.js";
import { measure, pixelsPerFrame, roomWithoutTime, setScale, totalFrames, xOf } from "./reel.js";

const KEPT = "timeline-zoom";
const STEP = 1.5;
const LARGEST = 24;
const SMALLEST = 0.02;
const MARGINS = 26;
let fits = true;

const strip = () => document.querySelector(".strip");

function fitting() {
  return Math.max((strip().clientWidth - roomWithoutTime() - MARGINS) / Math.max(totalFrames(), 1), SMALLEST);
}

function remember() {
  localStorage.setItem(KEPT, fits ? "fit" : String(pixelsPerFrame()));
  for (const button of document.querySelectorAll('[data-zoom="fit"]')) button.setAttribute("aria-pressed", String(fits));
}

// What was under the playhead stays where it was on the screen.
function apply(pixels) {
  const before = xOf(playheadFrame()) - strip().scrollLeft;
  const inside = before >= 0 && before <= strip().clientWidth ? before : strip().clientWidth / 3;
  setScale(Math.min(Math.max(pixels, SMALLEST), LARGEST));
  strip().scrollLeft = xOf(playheadFrame()) - inside;
  goTo(playheadFrame(), { quietly: true });
  drawRuler();
}

/** Show the whole film. */
export function fit() {
  fits = true;
  apply(fitting());
  remember();
}

/** Show more time (-1) or less (1). */
export function zoom(step) {
  fits = false;
  apply(pixelsPerFrame() * STEP ** step);
  remember();
}

/** Where all of it is to be seen, it still is when it has become longer or the window smaller. */
export function fitAgain() {
  apply(fits ? fitting() : pixelsPerFrame());
}

function onWheel(event) {
  if (!event.ctrlKey || !event.target.closest(".strip")) return;
  event.preventDefault();
  zoom(event.deltaY < 0 ? 0.5 : -0.5);
}

/** Take up the zoom that was left here. */
export function startZoom() {
  const kept = Number(localStorage.getItem(KEPT));
  fits = !(kept > 0);
  measure();
  apply(fits ? fitting() : kept);
  remember();
  addEventListener("resize", fitAgain);
  document.addEventListener("wheel", onWheel, { passive: false });
  strip().addEventListener("scroll", () => requestAnimationFrame(drawRuler), { passive: true });
}

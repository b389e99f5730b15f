// A shot becomes longer or shorter by its edge, or by keys, frame by frame; the studio hears of it once.
import { announce } from "../toasts.js";
import { timecode } from "../timecode.js";
import { pixelsPerFrame, reel } from "./reel.js";
import { rate } from "./ruler.js";

const LONGEST_SECONDS = 600;
const KEYS_REST_MS = 500;
let held = null;
let timer = 0;
let waiting = null;

const said = () => document.getElementById("timeline").dataset;

/** Return whether somebody holds an edge, so that nothing may be swapped under it. */
export function retiming() {
  return held !== null || waiting !== null;
}

function framesOf(block) {
  return Number(block.dataset.now ?? block.dataset.frames);
}

function words(frames) {
  const seconds = (frames * rate().den) / rate().num;
  return `${seconds.toFixed(1)} s`;
}

function show(block, frames) {
  const longest = Math.round((LONGEST_SECONDS * rate().num) / rate().den);
  block.dataset.now = Math.min(Math.max(Math.round(frames), 1), longest);
  block.querySelector(".length").textContent = `${words(framesOf(block))}, ${timecode(framesOf(block), rate())}`;
  document.dispatchEvent(new CustomEvent("timeline:retimed"));
}

function forget(block) {
  delete block.dataset.now;
  block.querySelector(".length").textContent = words(Number(block.dataset.frames));
  document.dispatchEvent(new CustomEvent("timeline:retimed"));
}

function send(block) {
  const frames = framesOf(block);
  waiting = null;
  if (frames === Number(block.dataset.frames)) return forget(block);
  const url = reel().dataset.retimeUrl.replace("/0/", `/${block.dataset.shot}/`);
  const values = { frames, seen: block.dataset.frames };
  announce(said().retimed.replace("{shot}", block.dataset.label).replace("{length}", words(frames)));
  return window.htmx.ajax("POST", url, { source: block, target: block, swap: "outerHTML", values });
}

// What the studio did not take goes back to what it was; app.js says why.
function onAfterRequest({ detail }) {
  const block = detail.elt;
  if (block?.matches?.(".block[data-now]") && block.isConnected && !detail.successful && ![409, 422].includes(detail.xhr.status)) forget(block);
}

function onPointerDown(event) {
  const edge = event.target.closest(".edge");
  if (!edge || event.button !== 0) return;
  const block = edge.closest(".block");
  held = { block, edge, from: event.clientX, frames: framesOf(block), way: getComputedStyle(block).direction === "rtl" ? -1 : 1 };
  edge.setPointerCapture(event.pointerId);
  block.classList.add("held");
  event.preventDefault();
}

function onPointerMove(event) {
  if (held) show(held.block, held.frames + (held.way * (event.clientX - held.from)) / pixelsPerFrame());
}

function letGo(keep) {
  if (!held) return;
  const { block } = held;
  held = null;
  block.classList.remove("held");
  if (keep) send(block);
  else forget(block);
}

function nudge(block, step) {
  if (waiting && waiting !== block) send(waiting);
  clearTimeout(timer);
  waiting = block;
  show(block, framesOf(block) + step);
  timer = setTimeout(() => send(block), KEYS_REST_MS);
}

function onKey(event) {
  if (event.key === "Escape" && held) {
    event.stopImmediatePropagation();
    return letGo(false);
  }
  const block = event.target.closest?.(".block");
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!block || !step || !event.altKey || !event.shiftKey || !Number(block.dataset.frames)) return undefined;
  event.preventDefault();
  event.stopImmediatePropagation();
  return nudge(block, step);
}

/** Let shots be made longer and shorter. */
export function startRetiming() {
  if (said().mayEdit === undefined) return;
  document.addEventListener("pointerdown", onPointerDown);
  document.addEventListener("pointermove", onPointerMove);
  document.addEventListener("pointerup", () => letGo(true));
  document.addEventListener("pointercancel", () => letGo(false));
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("htmx:afterRequest", onAfterRequest);
  document.addEventListener("visibilitychange", () => { if (document.hidden && waiting) send(waiting); });
}

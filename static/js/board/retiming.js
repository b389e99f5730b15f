// A shot becomes longer or shorter by its edge, or by keys, frame by frame; the studio hears of it once.
import { announce } from "../toasts.js";
import { timecode } from "../timecode.js";
import { inTurn } from "./deeds.js";
import { pixelsPerFrame, reel } from "./reel.js";
import { rate } from "./ruler.js";

const LONGEST_SECONDS = 600;
const KEYS_REST_MS = 500;
// The edge that somebody holds; the shot whose keys have not come to rest; and the lengths that are not sent yet, by shot.
let held = null;
let timer = 0;
let waiting = "";
const wanted = new Map();

const blockFor = (shot) => document.getElementById(`shot-${shot}`);
const said = () => document.getElementById("timeline").dataset;

/** Return whether somebody holds an edge, so that nothing may be swapped under it. */
export function retiming() {
  return held !== null || waiting !== "";
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
  wanted.set(block.dataset.shot, framesOf(block));
  block.querySelector(".length").textContent = `${words(framesOf(block))}, ${timecode(framesOf(block), rate())}`;
  document.dispatchEvent(new CustomEvent("timeline:retimed"));
}

function forget(block) {
  wanted.delete(block.dataset.shot);
  delete block.dataset.now;
  block.querySelector(".length").textContent = words(Number(block.dataset.frames));
  document.dispatchEvent(new CustomEvent("timeline:retimed"));
}

// Behind what was sent before: its answer is what this one builds on.
function post(shot) {
  const block = blockFor(shot);
  const frames = wanted.get(shot);
  wanted.delete(shot);
  if (!block || frames === undefined) return undefined;
  if (frames === Number(block.dataset.frames)) return forget(block);
  const url = reel().dataset.retimeUrl.replace("/0/", `/${shot}/`);
  const values = { frames, seen: block.dataset.frames };
  return window.htmx.ajax("POST", url, { source: block, target: block, swap: "outerHTML", values });
}

function send(shot) {
  const block = blockFor(shot);
  waiting = "";
  if (!block) return;
  if (framesOf(block) !== Number(block.dataset.frames)) {
    announce(said().retimed.replace("{shot}", block.dataset.label).replace("{length}", words(framesOf(block))));
  }
  inTurn(() => post(shot));
}

// What the studio did not take goes back to what it was; app.js says why.
function onAfterRequest({ detail }) {
  const block = detail.elt;
  if (!block?.matches?.(".block[data-now]") || detail.requestConfig.verb !== "post" || wanted.has(block.dataset.shot)) return;
  if (block.isConnected && !detail.successful && ![409, 422].includes(detail.xhr.status)) forget(block);
}

function giveUp(shot) {
  wanted.delete(shot);
  if (waiting === shot) waiting = "";
  if (held?.shot === shot) held = null;
}

// The answer to an earlier length comes while a later one is under the hand: that one stays, on the new block; but not
// over what somebody else wrote meanwhile.
function onSwap({ target: block, detail: { xhr } }) {
  const { shot } = block.dataset ?? {};
  if (!block.matches?.(".block") || !wanted.has(shot)) return;
  if (xhr.status === 409 || xhr.status === 422) return giveUp(shot);
  if (held?.shot === shot) block.classList.add("held");
  show(block, wanted.get(shot));
}

function onPointerDown(event) {
  const edge = event.target.closest(".edge");
  if (!edge || event.button !== 0) return;
  const block = edge.closest(".block");
  held = { shot: block.dataset.shot, from: event.clientX, frames: framesOf(block), way: getComputedStyle(block).direction === "rtl" ? -1 : 1 };
  edge.setPointerCapture(event.pointerId);
  block.classList.add("held");
  event.preventDefault();
}

function onPointerMove(event) {
  if (held) show(blockFor(held.shot), held.frames + (held.way * (event.clientX - held.from)) / pixelsPerFrame());
}

function letGo(keep) {
  if (!held) return;
  const block = blockFor(held.shot);
  held = null;
  block.classList.remove("held");
  if (keep) send(block.dataset.shot);
  else forget(block);
}

function nudge(block, step) {
  const { shot } = block.dataset;
  if (waiting && waiting !== shot) send(waiting);
  clearTimeout(timer);
  waiting = shot;
  show(block, framesOf(block) + step);
  timer = setTimeout(() => send(shot), KEYS_REST_MS);
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
  document.addEventListener("htmx:afterSwap", onSwap);
  document.addEventListener("visibilitychange", () => { if (document.hidden && waiting) send(waiting); });
}

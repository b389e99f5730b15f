// The timeline: blocks as wide as they are long, a playhead, zoom, and what is fetched again when the board changes.
import { pay, renew, waitWhile } from "../renewing.js";
import { timecode } from "../timecode.js";
import { duplicate } from "./deeds.js";
import { fetchCaptions, captionsOn, toggleCaptions } from "./captions.js";
import { works } from "./key_switch.js";
import { drawRange, setRange } from "./loop.js";
import { tellMoving, toggleFullScreen, toggleSound } from "./monitor.js";
import { goTo, goToShot, play, playheadFrame, screenAgain, shuttle, startPlayhead, stop } from "./playhead.js";
import { renewAll, startPlaces } from "./places.js";
import { allBlocks, blockOf, measure, reel, totalFrames } from "./reel.js";
import { retiming, startRetiming } from "./retiming.js";
import { add, nudge, removing, startRowKeys, toScene } from "./row_keys.js";
import { drawRuler, rate } from "./ruler.js";
import { fit, fitAgain, startZoom, zoom } from "./zoom.js";

const SETTLE_MS = 300;
const FIELDS = "input, textarea, select, dialog, [contenteditable], details.menu[open]";
let timer = 0;
let current = "";
const swapped = new Set();

function tellTimes() {
  for (const span of reel().querySelectorAll(".span")) {
    const first = blockOf(span.querySelector(".block"));
    if (first) span.querySelector("[data-start]").textContent = timecode(first.start, rate());
  }
  document.getElementById("timeline-total").textContent = `/ ${timecode(totalFrames(), rate())}`;
}

function settle() {
  measure();
  tellTimes();
  goTo(playheadFrame(), { quietly: true });
  drawRuler();
  drawRange();
  tellMoving();
}

function links() {
  return allBlocks().map(({ element }) => element.querySelector(".picture")).filter(Boolean);
}

function makeCurrent(link) {
  document.getElementById(`pick-${current}`)?.setAttribute("tabindex", "-1");
  current = link.id.slice("pick-".length);
  link.tabIndex = 0;
}

// One block is a tab stop; arrows go to the others.
function tame() {
  const all = links();
  for (const link of all) link.tabIndex = -1;
  const link = document.getElementById(`pick-${current}`) ?? all[0];
  if (link) makeCurrent(link);
}

function focusBlock(link) {
  if (!link) return;
  makeCurrent(link);
  link.focus({ preventScroll: true });
  link.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function beside(link, step) {
  const all = links();
  return all[all.indexOf(link) + step];
}

function sceneBeside(link, step) {
  let span = link.closest(".span");
  do span = step > 0 ? span.nextElementSibling : span.previousElementSibling;
  while (span && !span.querySelector(".picture"));
  return span?.querySelector(".picture");
}

// What was taken away or stands elsewhere gives its time to the others at once.
function arranged(deed) {
  return (keys) => {
    const done = deed(keys);
    settle();
    return done?.finally(settle);
  };
}

const remove = arranged(removing((block) => focusBlock(block.querySelector(".picture"))));
const ON_SHOT = {
  "Alt+ArrowLeft": arranged(nudge(-1)), "Alt+ArrowRight": arranged(nudge(1)), "Alt+ArrowUp": arranged(toScene(-1)), "Alt+ArrowDown": arranged(toScene(1)),
  n: add("after"), "Shift+n": add("before"), d: duplicate, x: remove, Delete: remove,
};
const ON_BLOCK = {
  ArrowLeft: (link) => focusBlock(beside(link, -1)), ArrowRight: (link) => focusBlock(beside(link, 1)),
  ArrowUp: (link) => focusBlock(sceneBeside(link, -1)), ArrowDown: (link) => focusBlock(sceneBeside(link, 1)),
  Home: () => focusBlock(links()[0]), End: () => focusBlock(links().at(-1)),
};
const ANYWHERE = {
  "+": () => zoom(1), "=": () => zoom(1), "-": () => zoom(-1), 0: fit, " ": play,
  j: () => shuttle(-1), k: stop, l: () => shuttle(1),
  ",": () => step(-1), ".": () => step(1),
  i: () => setRange("in", playheadFrame()), o: () => setRange("out", playheadFrame()), r: () => setRange("loop", playheadFrame()),
  c: () => press("captions"), m: () => press("sound"), f: toggleFullScreen,
};

function step(frames) {
  stop();
  goTo(playheadFrame() + frames);
}

const SWITCHES = { captions: toggleCaptions, sound: () => !toggleSound() };

// A switch says by its state whether there is sound, and whether there are captions.
function press(name) {
  const on = SWITCHES[name]();
  document.querySelector(`[data-switch="${name}"]`).setAttribute("aria-pressed", String(on));
  screenAgain();
}

function deedFor(event) {
  const link = event.target.closest(".block .picture");
  const name = `${event.altKey ? "Alt+" : ""}${event.key}`;
  if (!works(name)) return undefined;
  if (link && !event.shiftKey && ON_BLOCK[name]) return () => ON_BLOCK[name](link);
  if (event.altKey || (event.key === " " && event.target.closest("button, summary, a:not(.block .picture)"))) return undefined;
  return ANYWHERE[event.key.length === 1 ? event.key.toLowerCase() : event.key];
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.defaultPrevented || event.target.closest?.(FIELDS)) return;
  const deed = deedFor(event);
  if (!deed) return;
  event.preventDefault();
  deed();
}

function onClick({ target }) {
  const going = target.closest("[data-go]")?.dataset.go;
  const zooming = target.closest("[data-zoom]")?.dataset.zoom;
  const ranging = target.closest("[data-range]")?.dataset.range;
  const switching = target.closest("[data-switch]")?.dataset.switch;
  if (ranging) setRange(ranging, playheadFrame());
  if (switching) press(switching);
  if (target.closest("[data-full]")) toggleFullScreen();
  if (going === "play") play();
  else if (going) { stop(); goToShot(going === "before" ? -1 : 1); }
  if (zooming === "fit") fit();
  else if (zooming) zoom(zooming === "in" ? 1 : -1);
  const block = blockOf(target.closest(".block"));
  if (block && target.closest(".picture")) goTo(block.start, { quietly: true });
}

function refresh() {
  clearTimeout(timer);
  timer = setTimeout(() => renew(reel().id), SETTLE_MS);
}

function onSwap({ target }) {
  if (!target.matches?.(".reel, .block")) return;
  // Many blocks come in one answer, and are looked at once.
  if (!swapped.size) queueMicrotask(lookAgain);
  swapped.add(target);
}

function lookAgain() {
  if ([...swapped].some((part) => part.matches(".reel"))) fitAgain();
  swapped.clear();
  settle();
  tame();
  screenAgain();
  fetchCaptions();
}

// What an element is called, or a whole board is set to, may stand in every block.
function onBoardChanged({ detail }) {
  if (detail.everything) renewAll();
  if (!detail.storyboard) refresh();
}

function refreshAll() {
  renewAll();
  refresh();
}

function checkOrder({ detail }) {
  const order = document.getElementById("figures")?.dataset.order;
  if (detail.elt?.id === "figures" && order !== reel().dataset.order) refresh();
}

function goToPicked() {
  const picked = document.querySelector('.block:has(.picture[aria-current="true"])');
  const block = blockOf(picked) ?? blockOf(document.getElementById(location.hash.slice(1)));
  goTo(block?.start ?? 0);
}

// "Play from here" leads here from the board.
function playIfAsked() {
  if (new URLSearchParams(location.search).has("play")) play();
}

async function start() {
  startPlaces(".reel");
  startZoom();
  startPlayhead();
  startRetiming();
  startRowKeys({ onShot: ON_SHOT, inRow: {}, keysAt: (key) => [key] });
  settle();
  tame();
  goToPicked();
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onClick);
  document.addEventListener("focusin", ({ target }) => { if (target.matches(".block .picture")) makeCurrent(target); });
  document.addEventListener("timeline:retimed", () => { settle(); pay(); });
  // Nothing is swapped under the hand that holds an edge.
  waitWhile((part) => retiming() && part.closest(".reel") !== null);
  document.addEventListener("htmx:afterSwap", onSwap);
  document.addEventListener("htmx:afterSettle", checkOrder);
  document.addEventListener("board:changed", onBoardChanged);
  document.addEventListener("live:storyboard", refreshAll);
  document.addEventListener("live:scene", refresh);
  document.addEventListener("live:outline", refresh);
  document.querySelector('[data-switch="captions"]').setAttribute("aria-pressed", String(captionsOn()));
  await fetchCaptions();
  playIfAsked();
}

if (reel()) start();

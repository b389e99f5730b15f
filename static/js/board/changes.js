// After a deed the server says which parts look different now; those parts fetch themselves again.
import { markInspected, pick } from "./selection.js";

// A new or copied shot is picked as soon as its scene shows it.
let wanted = "";
let draggedFrom = "";

function refresh(id) {
  const element = document.getElementById(id);
  if (element) window.htmx.trigger(element, "refresh");
}

function settleLater() {
  document.dispatchEvent(new CustomEvent("board:settled"));
}

function onBoardChanged({ detail }) {
  if (detail.shot) wanted = String(detail.shot);
  for (const scene of detail.scenes ?? []) refresh(`scene-${scene}`);
  if (detail.storyboard) refresh(`storyboard-${detail.storyboard}`);
  settleLater();
}

function onShotSaved({ detail }) {
  refresh(`shot-${detail.shot}`);
  settleLater();
}

function onShotMoved({ detail }) {
  const now = document.querySelector(`[data-shot="${CSS.escape(detail.id)}"]`)?.closest(".scene")?.id;
  for (const id of new Set([draggedFrom, now])) refresh(id);
  settleLater();
}

function pickWanted() {
  if (!wanted || !document.getElementById(`pick-${wanted}`)) return;
  pick(wanted);
  wanted = "";
}

// The same sum as zlib.adler32, over the same words: 4:12,13;5:14
function orderOf(panels) {
  const scenes = [...panels.querySelectorAll(".scene")].map((scene) => {
    const shots = [...scene.querySelectorAll("article.shot")].map((shot) => shot.id.slice(5));
    return `${scene.id.slice(6)}:${shots.join(",")}`;
  });
  let low = 1;
  let high = 0;
  for (const byte of new TextEncoder().encode(scenes.join(";"))) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
}

// Whatever message was lost: when the head knows another order of shots than the page shows, the page is out of date.
function checkOrder(event) {
  if (event.detail.elt?.id !== "figures") return;
  const panels = document.querySelector(".panels");
  const order = document.getElementById("figures")?.dataset.order;
  if (panels && order && Number(order) !== orderOf(panels) && !panels.querySelector(".htmx-request")) refresh(panels.id);
}

/** Follow the deeds of this page, and notice those of others that no message told of. */
export function startChanges() {
  document.addEventListener("board:changed", onBoardChanged);
  document.addEventListener("shot:saved", onShotSaved);
  document.addEventListener("shot:moved", onShotMoved);
  document.addEventListener("end", (event) => { draggedFrom = event.from?.closest(".scene")?.id ?? ""; });
  document.addEventListener("htmx:afterSettle", (event) => {
    markInspected();
    pickWanted();
    checkOrder(event);
  });
  markInspected();
}

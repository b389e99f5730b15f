// Panels, shot list and timeline are three looks at the same place: the way to another one takes the shot along.
import { askedOf } from "./asked.js";

let lastShot = "";

function shotOf(element) {
  return element?.closest?.("[data-shot]")?.dataset.shot ?? "";
}

function inspectedShot() {
  return document.querySelector("[data-inspects]")?.dataset.inspects ?? "";
}

function sceneInView() {
  return document.querySelector('.scene-list [aria-current="true"]')?.hash ?? "";
}

function isInSight(element) {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
}

// In the timeline one is where the playhead stands.
function shotAtPlayhead() {
  const at = document.getElementById("playhead")?.getBoundingClientRect();
  const middle = at && at.left + at.width / 2;
  const isThere = ({ left, right }) => left <= middle && middle < right;
  return shotOf([...document.querySelectorAll(".reel .block")].find((block) => isThere(block.getBoundingClientRect())));
}

// The first row that is not behind the head of the table.
function firstRow() {
  const head = document.querySelector(".shot-list thead th")?.getBoundingClientRect().bottom;
  return shotOf([...document.querySelectorAll(".shot-list tr.entry")].find((row) => row.getBoundingClientRect().top >= head - 1));
}

// Where one was last counts as long as it is in sight.
function shotWithFocus() {
  const last = lastShot && document.getElementById(`shot-${lastShot}`);
  return last && isInSight(last) ? lastShot : "";
}

// The list is as it was left.
function searchAt(path, shot) {
  const query = new URLSearchParams(askedOf(path));
  if (shot) query.set("shot", shot);
  return query.toString();
}

function takeAlong(event) {
  const link = event.target.closest?.("[data-views] a");
  if (!link) return;
  const address = new URL(link.href);
  const chosen = inspectedShot() || (document.getElementById("playhead") ? "" : shotWithFocus());
  const near = chosen || shotAtPlayhead() || firstRow();
  address.search = searchAt(address.pathname, chosen);
  address.hash = near ? `#shot-${near}` : sceneInView();
  link.href = address.href;
}

/** Follow the focus over whatever carries [data-shot], and send the links of the views there. */
export function startPlace() {
  document.addEventListener("focusin", ({ target }) => { lastShot = shotOf(target) || lastShot; });
  document.addEventListener("click", takeAlong, true);
  document.addEventListener("auxclick", takeAlong, true);
}

// Keys work on the card that has the focus, never in a field; they can be switched off.
import { announce } from "../toasts.js";

const SWITCH = "keys";
let focusAfter = "";
let openForTyping = false;

function on() {
  return localStorage.getItem(SWITCH) !== "off";
}

function cards() {
  return [...document.querySelectorAll(".panels .picture")];
}

function focusedCard() {
  return document.activeElement?.closest?.("article.shot") ?? null;
}

function focus(link) {
  link?.focus();
  link?.scrollIntoView({ block: "nearest" });
}

function walk(card, step) {
  const links = cards();
  focus(links[links.indexOf(card.querySelector(".picture")) + step]);
}

// Up and down lead to the nearest card of the next row.
function climb(card, direction) {
  const here = card.getBoundingClientRect();
  const rows = cards().map((link) => ({ link, box: link.closest("article").getBoundingClientRect() }))
    .filter(({ box }) => (direction > 0 ? box.top > here.top + 4 : box.top < here.top - 4));
  const row = direction > 0 ? Math.min(...rows.map(({ box }) => box.top)) : Math.max(...rows.map(({ box }) => box.top));
  const inRow = rows.filter(({ box }) => Math.abs(box.top - row) < 4);
  inRow.sort((one, other) => Math.abs(one.box.left - here.left) - Math.abs(other.box.left - here.left));
  focus(inRow[0]?.link);
}

function tellPlace(item) {
  const shots = [...item.parentElement.querySelectorAll(":scope > [data-shot]")];
  const values = { shot: item.dataset.label, place: shots.indexOf(item) + 1, count: shots.length };
  const words = document.querySelector("[data-reorder-words]")?.dataset.moved ?? "";
  announce(words.replace(/\{(\w+)\}/g, (_match, key) => values[key]));
}

// The card moves at once; the server confirms, and the scene is fetched again in any case.
function move(card, step) {
  const item = card.closest("[data-shot]");
  const button = card.querySelector(`button[name="to"][value="${step}"]`);
  if (!item || !button) return;
  const other = step === "left" ? item.previousElementSibling : item.nextElementSibling;
  button.click();
  if (!other?.dataset.shot) return;
  if (step === "left") other.before(item);
  else other.after(item);
  card.querySelector(".picture").focus();
  tellPlace(item);
}

function press(card, ending) {
  card.querySelector(`button[formaction$="${ending}"]`)?.click();
}

function add(card) {
  const form = card.closest(".scene").querySelector("form:has(> .add-shot)");
  if (!form) return;
  openForTyping = true;
  const after = card.id.replace("shot-", "");
  window.htmx.ajax("POST", form.action, { source: form, swap: "none", values: { after } });
}

function remove(card) {
  const links = cards();
  const index = links.indexOf(card.querySelector(".picture"));
  focusAfter = (links[index + 1] ?? links[index - 1])?.id ?? "";
  press(card, "/delete/");
}

const DEEDS = {
  ArrowLeft: (card) => walk(card, -1),
  ArrowRight: (card) => walk(card, 1),
  ArrowUp: (card) => climb(card, -1),
  ArrowDown: (card) => climb(card, 1),
  "Alt+ArrowLeft": (card) => move(card, "left"),
  "Alt+ArrowRight": (card) => move(card, "right"),
  n: add,
  d: (card) => press(card, "/duplicate/"),
  x: remove,
};

function nameOf(event) {
  if (event.ctrlKey || event.metaKey) return "";
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.altKey ? `Alt+${key}` : key;
}

function onKey(event) {
  if (event.target.closest?.("input, textarea, select, dialog, [contenteditable], details.menu[open]")) return;
  const name = nameOf(event);
  if (name.length === 1 && !on()) return;
  if (name === "?") {
    document.getElementById("keys")?.showModal();
    return;
  }
  const card = focusedCard();
  if (!card) return;
  if (name === "Enter" && event.target.matches(".picture")) openForTyping = true;
  const deed = DEEDS[name];
  if (!deed) return;
  event.preventDefault();
  deed(card);
}

function onSettled(event) {
  if (focusAfter && event.detail.elt?.matches?.(".scene, .panels")) {
    document.getElementById(focusAfter)?.focus();
    focusAfter = "";
  }
  if (openForTyping && event.target.id === "inspector") {
    openForTyping = false;
    event.target.querySelector('textarea[name="action"]')?.focus();
  }
}

/** Listen to keys, and remember the switch that turns single keys off. */
export function startKeys() {
  const box = document.getElementById("keys-on");
  if (box) {
    box.checked = on();
    box.addEventListener("change", () => localStorage.setItem(SWITCH, box.checked ? "on" : "off"));
  }
  document.addEventListener("keydown", onKey);
  document.addEventListener("htmx:afterSettle", onSettled);
}

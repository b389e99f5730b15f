// What the menus and the selection bar say with a button, done like the keys do it: at once, and told in words.
import { announce } from "../toasts.js";
import { cardOf, itemOf, keyOf } from "./cards.js";
import * as deeds from "./deeds.js";
import { look } from "./looking.js";
import { move } from "./moving.js";
import { remove } from "./removing.js";
import { selectedKeys } from "./selection.js";
import { menuOf } from "./shot_menu.js";
import { typeAfterwards } from "./typing.js";
import { words } from "./words.js";

function shotsBeside(item) {
  return [...item.parentElement.querySelectorAll(":scope > [data-shot]")];
}

// Where a step leads: the item to stand behind, null for the start, undefined for nowhere.
const GOALS = {
  left: (items, at) => (at > 0 ? items[at - 2] ?? null : undefined),
  right: (items, at) => items[at + 1],
  first: (items, at) => (at > 0 ? null : undefined),
  last: (items, at) => (at < items.length - 1 ? items.at(-1) : undefined),
};

function shift(card, step) {
  const item = itemOf(card);
  const items = shotsBeside(item);
  const goal = GOALS[step](items, items.indexOf(item));
  if (goal === undefined) return announce(words("atTheEnd"));
  return move([item], item.parentElement, goal);
}

const ON_CARD = {
  look,
  merge: (card) => {
    const next = itemOf(card).nextElementSibling?.dataset.shot;
    return next ? deeds.merge([keyOf(card), next]) : announce(words("nothingToMerge"));
  },
};
const ON_SELECTION = {
  duplicate: deeds.duplicate, delete: remove, omit: deeds.omit, merge: deeds.merge,
};

function closeMenu(card) {
  const menu = card.querySelector("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  card.querySelector(".picture").focus({ preventScroll: true });
}

function onCard(event, card, button) {
  if (button.name === "to") shift(card, button.value);
  else if (button.dataset.deed) ON_CARD[button.dataset.deed](card);
  else if (button.matches(".danger")) remove([keyOf(card)]);
  else return plain(card, button);
  event.preventDefault();
  closeMenu(card);
}

// An ordinary form, sent by htmx; only the focus is looked after here.
function plain(card, button) {
  closeMenu(card);
  if (button.name === "before" || button.name === "after") typeAfterwards();
}

function onBar(event, button) {
  const deed = ON_SELECTION[button.value];
  const keys = selectedKeys();
  if (!deed || !keys.length) return;
  event.preventDefault();
  deed(keys);
}

function generate(button) {
  const shots = new URLSearchParams(selectedKeys().map((key) => ["shot", key]));
  location.assign(`${button.dataset.generate}?${shots}`);
}

function onClick(event) {
  if (event.target.closest("article.shot .menu > summary")) menuOf(cardOf(event.target));
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.generate) return generate(button);
  const card = cardOf(button);
  if (card) onCard(event, card, button);
  else if (button.form?.id === "many" && button.name === "do") onBar(event, button);
}

/** Let buttons on cards and in the selection bar act at once. */
export function startBoardMenus() {
  if (deeds.mayEdit()) document.addEventListener("click", onClick, true);
}

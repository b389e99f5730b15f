// The menu behind the dots of a card. The page has it once; a card gets it when it is asked for.
import { keyOf, sceneOf } from "./cards.js";

function deedsFor(card) {
  const blanks = { shot: keyOf(card), scene: sceneOf(card).id.slice("scene-".length) };
  return document.getElementById("shot-menu").innerHTML.replace(/\{(shot|scene)\}/g, (_match, name) => blanks[name]);
}

/** Return the menu of the card, filled in. */
export function menuOf(card) {
  const menu = card.querySelector("details.menu");
  if (menu.open) return menu;
  const list = menu.lastElementChild;
  list.innerHTML = deedsFor(card);
  list.querySelector(`button[value="${card.classList.contains("omitted") ? "omit" : "keep"}"]`).remove();
  window.htmx.process(list);
  return menu;
}

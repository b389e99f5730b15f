// One card at a time is a tab stop, with what is inside of it and its scene's own controls; arrows go to the others.
import { cardAt, cardOf, edge, keyOf, sceneOf } from "./cards.js";

const IN_CARD = ".picture, .mark, .menu > summary";
const IN_SCENE = ".slugline summary, .add-shot";
const EVERYWHERE = ".shot :is(.picture, .mark, .menu > summary), .scene:has(article.shot) :is(.slugline summary, .add-shot)";
let current = "";

function setStops(card, index) {
  for (const control of card.querySelectorAll(IN_CARD)) control.tabIndex = index;
  for (const control of sceneOf(card)?.querySelectorAll(IN_SCENE) ?? []) control.tabIndex = index;
}

/** Return the card that Tab leads to. */
export function currentCard() {
  return cardAt(current) ?? edge(1);
}

/** Make the card the one that Tab leads to. */
export function makeCurrent(card) {
  const before = cardAt(current);
  if (before && before !== card) setStops(before, -1);
  current = keyOf(card);
  setStops(card, 0);
}

/** Put the focus on the card, if there is one, and bring it into view. */
export function focusCard(card) {
  takeFocus(card);
  bringIntoView(card);
}

/** Put the focus on the card, if there is one, wherever it stands. */
export function takeFocus(card) {
  if (!card) return;
  makeCurrent(card);
  card.querySelector(".picture").focus({ preventScroll: true });
}

/** Scroll no further than to where the card, if there is one, can be seen. */
export function bringIntoView(card) {
  card?.scrollIntoView({ block: "nearest" });
}

function tame(root) {
  for (const control of root.querySelectorAll(EVERYWHERE)) control.tabIndex = -1;
  const card = currentCard();
  if (card) makeCurrent(card);
}

/** Leave one tab stop for the cards, now and after every swap, wherever the focus goes. */
export function startRoving() {
  const panels = document.querySelector(".panels");
  if (!panels) return;
  tame(panels);
  document.addEventListener("focusin", ({ target }) => {
    const card = cardOf(target);
    if (card && keyOf(card) !== current) makeCurrent(card);
  });
  document.addEventListener("htmx:afterSwap", ({ target }) => {
    if (target.matches?.(".panels, .scene, article.shot")) tame(target);
  });
}

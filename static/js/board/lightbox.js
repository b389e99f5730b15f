// A shot as large as the screen: its circled take plays, or its picture stands. Space and Escape close it.
import { beside, cardAt, keyOf, slateOf } from "./cards.js";
import { focusCard } from "./roving.js";

let shown = "";

const box = () => document.getElementById("lightbox");

function filmOf(card) {
  const video = document.createElement("video");
  Object.assign(video, { src: card.dataset.clip, controls: true, autoplay: true, loop: true, playsInline: true });
  return video;
}

function stillOf(card) {
  const image = card.querySelector(".picture img").cloneNode();
  image.loading = "eager";
  return image;
}

function show(card) {
  shown = keyOf(card);
  const dialog = box();
  dialog.querySelector(".still").replaceChildren(card.dataset.clip ? filmOf(card) : stillOf(card));
  dialog.querySelector("[data-slate]").textContent = slateOf(card);
  dialog.querySelector("[data-action]").textContent = card.querySelector(".action").textContent;
  for (const button of dialog.querySelectorAll("[data-step]")) button.disabled = !beside(card, Number(button.dataset.step));
}

function step(direction) {
  const next = beside(cardAt(shown), direction);
  if (next) show(next);
}

function onKey(event) {
  if (event.key === " " && !event.target.matches("button")) box().close();
  else if (event.key === "ArrowLeft" && !event.target.matches("video")) step(-1);
  else if (event.key === "ArrowRight" && !event.target.matches("video")) step(1);
  else return;
  event.preventDefault();
}

function onClose() {
  box().querySelector(".still").replaceChildren();
  focusCard(cardAt(shown));
}

function onClick({ target }) {
  if (target === box()) box().close();
  const button = target.closest("[data-step]");
  if (button) step(Number(button.dataset.step));
}

/** Show the card's shot large. */
export function openLightbox(card) {
  show(card);
  box().showModal();
}

box().addEventListener("keydown", onKey);
box().addEventListener("close", onClose);
box().addEventListener("click", onClick);

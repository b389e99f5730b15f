// The cards as a person walks them: from neighbour to neighbour, never by a search through the whole page.

/** Return the card around `element`, or null. */
export function cardOf(element) {
  return element?.closest?.(".panels article.shot") ?? null;
}

/** Return the card of the shot `key`, or null. */
export function cardAt(key) {
  return document.getElementById(`shot-${key}`);
}

/** Return the key of the card's shot. */
export function keyOf(card) {
  return card.id.slice("shot-".length);
}

/** Return the list item that carries the card; it is what moves. */
export function itemOf(card) {
  return card.closest("li");
}

/** Return what the card's shot is called. */
export function slateOf(card) {
  return card.querySelector(".slate").lastChild.textContent.trim();
}

/** Return the scene around the card. */
export function sceneOf(card) {
  return card.closest(".scene");
}

/** Return the list of shots in a scene. */
export function listOf(scene) {
  return scene.querySelector(":scope > .shots");
}

/** Return the cards of a scene, first to last. */
export function cardsIn(scene) {
  return [...listOf(scene).querySelectorAll(":scope > li > article.shot")];
}

/** Return the scene before (-1) or after (1) `scene`, or undefined. */
export function sceneBeside(scene, step) {
  let beside = scene;
  do beside = step > 0 ? beside.nextElementSibling : beside.previousElementSibling;
  while (beside && !beside.matches(".scene"));
  return beside ?? undefined;
}

function cardIn(item) {
  return item?.querySelector(":scope > article.shot") ?? null;
}

/** Return the first (1) or last (-1) card of `scene`, or of the next one in that direction that has a card. */
export function entry(scene, step) {
  for (let here = scene; here; here = sceneBeside(here, step)) {
    const cards = cardsIn(here);
    if (cards.length) return step > 0 ? cards[0] : cards.at(-1);
  }
  return null;
}

/** Return the first (1) or last (-1) card of the board, or null. */
export function edge(step) {
  const parts = [...(document.querySelector(".panels")?.children ?? [])].filter((part) => part.matches(".scene"));
  return entry(parts.at(step > 0 ? 0 : -1), step);
}

/** Return the card before (-1) or after (1) `card`, over the edges of scenes, or null. */
export function beside(card, step) {
  const item = itemOf(card);
  const near = cardIn(step > 0 ? item.nextElementSibling : item.previousElementSibling);
  return near ?? entry(sceneBeside(sceneOf(card), step), step);
}

function columnsOf(list) {
  return getComputedStyle(list).gridTemplateColumns.split(" ").length;
}

/** Return the card in the row above (-1) or below (1), in the same column or the nearest there is, or null. */
export function across(card, step) {
  const cards = cardsIn(sceneOf(card));
  const columns = columnsOf(listOf(sceneOf(card)));
  const index = cards.indexOf(card);
  const row = Math.floor(index / columns) + step;
  const inRow = (all, at) => all.slice(at * columns, (at + 1) * columns);
  const pick = (all) => all[Math.min(index % columns, all.length - 1)];
  if (row >= 0 && row * columns < cards.length) return pick(inRow(cards, row));
  const next = entry(sceneBeside(sceneOf(card), step), step);
  if (!next) return null;
  const theirs = cardsIn(sceneOf(next));
  return pick(inRow(theirs, step > 0 ? 0 : Math.floor((theirs.length - 1) / columns)));
}

/** Return the cards from `one` to `other`, in the order of the board, whichever comes first. */
export function between(one, other) {
  const backwards = one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING;
  const [first, last] = backwards ? [other, one] : [one, other];
  const cards = [first];
  for (let card = first; card && card !== last;) {
    card = beside(card, 1);
    if (card) cards.push(card);
  }
  return cards;
}

/** Return the place of a list item among the shots of its scene, from 1, and how many there are. */
export function placeOf(item) {
  const items = [...item.parentElement.querySelectorAll(":scope > [data-shot]")];
  return { place: items.indexOf(item) + 1, count: items.length };
}

// The list of scenes on the left comes with the head after every deed. It is the outline that the panels follow: which
// scenes there are, in which order, and in which state. Only those that are in another state are fetched again.
import { renew } from "../renewing.js";

const panels = () => document.querySelector(".panels");
const sectionsIn = (board) => [...board.querySelectorAll(":scope > .scene")];

function readOutline() {
  const links = document.querySelectorAll("#scenes .scene-list > li > a");
  return [...links].map((link) => ({ id: link.hash.slice(1), state: link.parentElement.dataset.state }));
}

// A scene that the page does not have yet stands there empty until it is fetched.
function emptyScene(id, model) {
  const section = model.cloneNode(false);
  section.id = id;
  section.removeAttribute("aria-labelledby");
  section.dataset.state = "";
  const key = (name) => `/${name.replace("scene-", "")}/`;
  section.setAttribute("hx-get", model.getAttribute("hx-get").replace(key(model.id), key(id)));
  window.htmx.process(section);
  return section;
}

function put(section, before) {
  const board = panels();
  const next = before ? before.nextElementSibling : board.firstElementChild;
  if (section.isConnected && board.moveBefore) board.moveBefore(section, next);
  else board.insertBefore(section, next);
}

// Where one scene was moved down, it goes behind the one that it follows now, and all between stay where they are.
function letPass(occupant, ids) {
  const before = document.getElementById(ids[ids.indexOf(occupant.id) - 1]);
  if (before && before !== occupant) put(occupant, before);
}

function arrange(sections, ids) {
  const [model] = sections;
  let before = null;
  for (const id of ids) {
    const section = document.getElementById(id) ?? emptyScene(id, model);
    const occupant = before ? before.nextElementSibling : panels().firstElementChild;
    if (occupant !== section && occupant?.nextElementSibling === section && ids.includes(occupant.id)) letPass(occupant, ids);
    if (section.previousElementSibling !== before || !section.isConnected) put(section, before);
    before = section;
  }
}

/** Bring the panels into the order of the outline, and fetch the scenes that are in another state. Return what is gone. */
export function followOutline() {
  const outline = readOutline();
  const board = panels();
  const sections = board ? sectionsIn(board) : [];
  if (!outline.length || !sections.length) {
    if (board && outline.length !== sections.length) renew(board.id);
    return [];
  }
  const ids = outline.map(({ id }) => id);
  const focused = document.activeElement;
  arrange(sections, ids);
  const gone = sections.filter(({ id }) => !ids.includes(id));
  for (const section of gone) section.remove();
  if (focused?.isConnected && document.activeElement !== focused) focused.focus({ preventScroll: true });
  renew(...outline.filter(({ id, state }) => document.getElementById(id).dataset.state !== state).map(({ id }) => id));
  return gone;
}

/** Fetch every scene again, those on the screen first. */
export function renewScenes() {
  if (panels()) renew(...sectionsIn(panels()).map(({ id }) => id));
}

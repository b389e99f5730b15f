// After a deed the server says which parts look different now; those parts fetch themselves again.
import { selected, select, pick } from "./selection.js";

// A new or copied shot is picked as soon as its scene shows it.
let wanted = "";

function refresh(id) {
  const element = document.getElementById(id);
  if (element) window.htmx.trigger(element, "refresh");
  return element !== null;
}

function onBoardChanged({ detail }) {
  if (detail.shot) wanted = String(detail.shot);
  for (const scene of detail.scenes ?? []) refresh(`scene-${scene}`);
  if (detail.storyboard) refresh(`storyboard-${detail.storyboard}`);
  window.htmx.trigger(document, "board:settled");
}

function onSettled() {
  if (wanted && document.getElementById(`pick-${wanted}`)) {
    pick(wanted);
    wanted = "";
  }
  select(selected());
}

// While the event stream is away, the head of the page is asked for now and then; its version tells whether anything happened.
function onHead(event) {
  const head = event.target.closest?.("#figures") ?? document.getElementById("figures");
  const panels = document.querySelector(".panels[data-version]");
  if (!head || !panels || event.detail.elt?.id !== "figures") return;
  if (Number(head.dataset.version) > Number(panels.dataset.version) && !document.body.matches(".streaming")) {
    panels.dataset.version = head.dataset.version;
    if (needsAll) refresh(panels.id);
  }
}

let needsAll = false;

/** Follow the deeds of this page and, where the stream is away, those of others. */
export function startChanges() {
  document.addEventListener("board:changed", onBoardChanged);
  document.addEventListener("shot:saved", ({ detail }) => {
    refresh(`shot-${detail.shot}`);
    window.htmx.trigger(document, "board:settled");
  });
  document.addEventListener("shot:moved", ({ detail }) => {
    for (const scene of document.querySelectorAll(".scene")) {
      if (scene.querySelector(`[data-shot="${CSS.escape(detail.id)}"]`)) refresh(scene.id);
    }
  });
  document.addEventListener("htmx:afterSettle", onSettled);
  document.addEventListener("htmx:afterSettle", onHead);
}

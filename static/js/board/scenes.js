// The list on the left marks the scene that is on the screen.
const shown = new Set();
let watcher = null;

// The scenes stand next to each other: who looks for them through all that is in them makes slow machines stutter.
function scenes() {
  return [...document.querySelector(".panels").children].filter((part) => part.matches(".scene"));
}

function mark() {
  const first = scenes().find((scene) => shown.has(scene.id));
  for (const link of document.querySelectorAll("#scenes .scene-list a")) {
    const isFirst = link.hash === `#${first?.id}`;
    if (isFirst && !link.ariaCurrent) link.setAttribute("aria-current", "true");
    else if (!isFirst) link.removeAttribute("aria-current");
  }
}

function onSeen(entries) {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) shown.add(target.id);
    else shown.delete(target.id);
  }
  mark();
}

function watch() {
  for (const scene of scenes()) watcher.observe(scene);
  mark();
}

const linkIn = (line) => line.firstElementChild;

// Of the list that comes with the head only the lines that differ are put in: to style all of them anew is felt on slow machines.
function patch(list, fresh) {
  const focused = list.contains(document.activeElement) ? document.activeElement.hash : "";
  const known = new Map([...list.children].map((line) => [linkIn(line).hash, line]));
  const lines = [...fresh.children].map((line) => {
    const old = known.get(linkIn(line).hash);
    return old?.isEqualNode(line) ? old : line;
  });
  for (const line of [...list.children]) if (!lines.includes(line)) line.remove();
  lines.forEach((line, index) => { if (list.children[index] !== line) list.insertBefore(line, list.children[index] ?? null); });
  if (focused) list.querySelector(`a[href="${focused}"]`)?.focus({ preventScroll: true });
}

function onList(event) {
  const { target, fragment } = event.detail;
  const list = target.id === "scenes" && target.querySelector(".scene-list");
  const fresh = list && fragment.querySelector(".scene-list");
  if (!fresh) return;
  event.detail.shouldSwap = false;
  patch(list, fresh);
}

// Scenes that come into sight on the way take their real height only then: the first landing is beside the mark.
function onWay({ target }) {
  const link = target.closest?.("#scenes .scene-list a");
  const scene = link && document.getElementById(link.hash.slice(1));
  if (!scene) return;
  requestAnimationFrame(() => requestAnimationFrame(() => scene.scrollIntoView({ block: "start" })));
}

/** Watch the scenes, also those that come later. */
export function startSceneList() {
  if (!document.getElementById("scenes")) return;
  watcher = new IntersectionObserver(onSeen, { rootMargin: "-60px 0px -50% 0px" });
  watch();
  document.addEventListener("click", onWay);
  document.addEventListener("htmx:oobBeforeSwap", onList);
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.elt?.matches?.(".scene, .panels, #figures")) watch();
  });
}

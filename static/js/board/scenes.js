// The list on the left marks the scene that is on the screen.
const shown = new Set();
let watcher = null;

function mark() {
  const first = [...document.querySelectorAll(".panels .scene")].find((scene) => shown.has(scene.id));
  for (const link of document.querySelectorAll(".scene-list a")) {
    if (first && link.hash === `#${first.id}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
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
  for (const scene of document.querySelectorAll(".panels .scene")) watcher.observe(scene);
  mark();
}

/** Watch the scenes, also those that come later. */
export function startSceneList() {
  if (!document.getElementById("scenes")) return;
  watcher = new IntersectionObserver(onSeen, { rootMargin: "-60px 0px -50% 0px" });
  watch();
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.elt?.matches?.(".scene, .panels, #figures")) watch();
  });
}

// Panels, shot list and timeline are three looks at the same place: the way to another one takes the shot along.
let lastShot = "";

function shotOf(element) {
  return element?.closest?.("[data-shot]")?.dataset.shot ?? "";
}

function inspectedShot() {
  return document.querySelector("[data-inspects]")?.dataset.inspects ?? "";
}

function sceneInView() {
  return document.querySelector('.scene-list [aria-current="true"]')?.hash ?? "";
}

function takeAlong(event) {
  const link = event.target.closest?.("[data-views] a");
  if (!link) return;
  const address = new URL(link.href);
  const shot = inspectedShot() || lastShot;
  address.search = shot ? `?shot=${shot}` : "";
  address.hash = shot ? `#shot-${shot}` : sceneInView();
  link.href = address.href;
}

/** Follow the focus over whatever carries [data-shot], and send the links of the views there. */
export function startPlace() {
  document.addEventListener("focusin", ({ target }) => { lastShot = shotOf(target) || lastShot; });
  document.addEventListener("click", takeAlong, true);
  document.addEventListener("auxclick", takeAlong, true);
}

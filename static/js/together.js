// Parts of one kind that may be asked for in one request, such as the scenes of a board: <section id="scene-4" data-together="5">,
// where the number says how much work one is. The nearest to what is on the screen come first.
const MOST_WORK = 30;
const companions = new WeakMap();

const workOf = (part) => Math.max(1, Number(part.dataset.together));

function distanceOf(part) {
  const { top, bottom, left, right } = part.getBoundingClientRect();
  return Math.max(0, top - innerHeight, -bottom, left - innerWidth, -right);
}

/** Return whether the part may be asked for together with its like. */
export function isOfMany(part) {
  return part.dataset.together !== undefined;
}

/** Return whether the part is on the screen, or will be after a turn of the wheel. */
export function isNear(part) {
  return distanceOf(part) < innerHeight;
}

/** Return which of the parts are asked for next, nearest first. */
export function batchOf(parts) {
  const nearest = parts.map((part) => ({ part, distance: distanceOf(part) })).sort((one, other) => one.distance - other.distance);
  const batch = [];
  let work = 0;
  for (const { part } of nearest) {
    work += workOf(part);
    if (batch.length && work > MOST_WORK) break;
    batch.push(part);
  }
  return batch;
}

/** Ask for the whole batch in one request. */
export function fetchBatch([lead, ...others]) {
  companions.set(lead, others);
  window.htmx.trigger(lead, "refresh");
  companions.delete(lead);
}

/** Return the part with those that come in the same answer. */
export function withCompanions(part) {
  return [part, ...(companions.get(part) ?? [])];
}

function nameCompanions({ detail }) {
  const others = companions.get(detail.elt);
  if (others?.length) detail.parameters.with = others.map(({ id }) => id.replace(/^\D+/, ""));
}

document.addEventListener("htmx:configRequest", nameCompanions);

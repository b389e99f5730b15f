// What the shot list was asked (which shots, in which order) it is asked again when one comes back from another view.
import { person } from "../drafts.js";

const KEPT = "asked/";
const ASKS_NOTHING = ["shot", "columns"];

const nameOf = (path) => KEPT + person() + path;

function asked() {
  const query = new URLSearchParams(location.search);
  for (const name of ASKS_NOTHING) query.delete(name);
  return query.toString();
}

/** Return what the list at `path` was asked when it was left in this tab, or is asked now, as the query of its address. */
export function askedOf(path) {
  return path === location.pathname ? asked() : sessionStorage.getItem(nameOf(path)) ?? "";
}

/** Keep what is asked of this list when it is left. */
export function startAsked() {
  addEventListener("pagehide", () => sessionStorage.setItem(nameOf(location.pathname), asked()));
}

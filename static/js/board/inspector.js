// The inspector at the side: what is open there, and how it is closed.
import { toast } from "../toasts.js";
import { letGo, saved, startAutosave } from "./autosave.js";
import { startLines } from "./lines.js";

const OFFERS_NAMES = "[aria-autocomplete=list]";
const IS_SPLIT = 'form[data-autosave] textarea:is([name="action"], [name$="-text"])';
let nothingPicked = null;
let offersNames = false;

// Times come in the studio's zone; people read them in their own.
function localTimes(root) {
  for (const time of root.querySelectorAll?.(".saved time") ?? []) {
    time.textContent = new Date(time.dateTime).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  }
}

// What makes room for the inspector stands far outside of it.
function tellBoard() {
  document.querySelector("main.board")?.classList.toggle("inspecting", document.querySelector("#inspector [data-inspects]") !== null);
}

function close(event) {
  if (!document.getElementById("inspector")) return;
  event.preventDefault();
  empty()?.focus({ preventScroll: true });
}

// Returns the link that had opened what was shown, as far as it is still there.
function empty() {
  const inspector = document.getElementById("inspector");
  const shot = inspector.querySelector("[data-inspects]")?.dataset.inspects;
  inspector.replaceChildren(nothingPicked.content.cloneNode(true));
  tellBoard();
  letGo();
  const address = new URL(location.href);
  address.searchParams.delete("shot");
  history.pushState(null, "", address.pathname + address.search);
  const card = document.getElementById(`pick-${shot}`);
  card?.removeAttribute("aria-current");
  return card;
}

// A shot that is gone shows nothing any more; what was being typed into it is kept, and told as not saved.
function onGone({ detail: { xhr, elt, requestConfig } }) {
  if (xhr.status !== 404 || requestConfig.verb !== "get" || !elt.closest?.("#inspector [data-inspects]")) return;
  const typing = document.activeElement.closest("#inspector") !== null;
  empty();
  if (!typing) return;
  document.getElementById("main").focus();
  toast(document.getElementById("toasts").dataset.gone, "failed");
}

// What is typed is saved before the shot is fetched; where that ends in a conflict, the conflict is what there is to see.
async function showNow(event, link) {
  event.preventDefault();
  const form = link.closest("[data-inspects]").querySelector("form[data-autosave]");
  if (!form || await saved(form)) window.htmx.trigger(link, "show");
}

async function splitAt(field) {
  (await import("./splitting.js")).split(field);
}

function onClick(event) {
  const splitter = event.target.closest("[data-split]");
  if (splitter) splitAt(splitter.form.elements.namedItem(splitter.dataset.split));
  const link = event.target.closest("a[data-show-now]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) showNow(event, link);
  if (event.target.closest("[data-close-inspector]")) close(event);
}

function onKey(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches?.(IS_SPLIT)) {
    event.preventDefault();
    splitAt(event.target);
  }
  if (event.key !== "Escape" || document.querySelector("details.menu[open], dialog[open]")) return;
  if (document.querySelector("#inspector [data-inspects]")) close(event);
}

// What offers names is fetched when somebody is about to type where they are offered.
async function offerNames({ target }) {
  if (offersNames || !target.matches?.(OFFERS_NAMES)) return;
  offersNames = true;
  try {
    (await import("./mentions.js")).startMentions();
  } catch (error) {
    console.warn("Names cannot be offered yet:", error);
    offersNames = false;
  }
}

// Who was named and not chosen from the list was put into the shot by the studio: the boxes say so.
function tickNamed({ detail }) {
  const form = document.getElementById(`edit-${detail.shot}`);
  for (const key of detail.named ?? []) {
    const box = form?.querySelector(`input[name="cast"][value="${key}"]`);
    if (box) box.checked = true;
  }
}

// A conflict ended with words that do not stand on the page yet.
function onSaved({ detail }) {
  const shown = detail.reload && document.getElementById(`inspect-${detail.shot}`);
  const part = shown && shown.querySelector("form[data-part]")?.dataset.part;
  if (part) window.htmx.ajax("GET", part, { target: shown, swap: "outerHTML" });
  else askAgain(detail.shot);
}

// What is saved may cost something else, and be sent in other words.
function askAgain(shot) {
  const spend = document.getElementById(`spend-${shot}`);
  if (spend) window.htmx.trigger(spend, "refresh");
  lookAgain(document.getElementById(`sent-${shot}`)?.closest("details"));
}

function lookAgain(details) {
  const sent = details?.open && details.querySelector(".sent");
  if (sent) window.htmx.trigger(sent, "refresh");
}

/** Save while one types, offer names, split at the caret, and close by Escape. */
export function startInspector() {
  nothingPicked = document.getElementById("nothing-picked");
  startAutosave();
  startLines();
  document.addEventListener("htmx:afterSwap", ({ target }) => {
    localTimes(target);
    if (target.id === "inspector") tellBoard();
  });
  document.addEventListener("focusin", offerNames);
  offerNames({ target: document.activeElement });
  document.addEventListener("shot:saved", tickNamed);
  document.addEventListener("shot:saved", onSaved);
  document.addEventListener("toggle", ({ target }) => { if (target.matches("details[data-asks]")) lookAgain(target); }, true);
  document.addEventListener("htmx:responseError", onGone);
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
}

// The inspector saves by itself and says so in words; nothing that was typed is ever replaced.
const RETRY_MS = 5000;
const unsaved = new Set();
let nothingPicked = null;

function formOf(event) {
  return event.target.closest?.("form[data-autosave]") ?? null;
}

function statusOf(form) {
  return form.querySelector(".saved");
}

// The hidden field with what was seen stays in place: only the words are changed.
function say(form, words) {
  const region = statusOf(form);
  for (const child of [...region.children]) if (child.type !== "hidden") child.remove();
  const line = document.createElement("span");
  line.textContent = words;
  region.append(line);
}

function onInput(event) {
  const form = formOf(event);
  if (!form) return;
  form.dataset.typed = Number(form.dataset.typed ?? 0) + 1;
  unsaved.add(form);
  addLine(event.target);
}

function onBeforeRequest(event) {
  const form = event.detail.elt;
  if (!form.matches?.("form[data-autosave]")) return;
  form.dataset.sent = form.dataset.typed ?? 0;
  if (unsaved.has(form)) say(form, form.dataset.saving);
}

function onAfterRequest(event) {
  const form = event.detail.elt;
  if (!form.matches?.("form[data-autosave]")) return;
  const status = event.detail.xhr.status;
  if (status >= 200 && status < 300 && (form.dataset.typed ?? 0) === form.dataset.sent) unsaved.delete(form);
  if (status === 0 || status >= 500) keepTrying(form);
}

function keepTrying(form) {
  say(form, form.dataset.unsaved);
  setTimeout(() => { if (unsaved.has(form) && form.isConnected) save(form); }, RETRY_MS);
}

function save(form) {
  window.htmx.trigger(form, "submit");
}

function saveAll() {
  for (const form of unsaved) if (form.isConnected) save(form);
}

// Times come in the studio's zone; people read them in their own.
function localTimes(root) {
  for (const time of root.querySelectorAll?.(".saved time") ?? []) {
    time.textContent = new Date(time.dateTime).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  }
}

// As soon as the last, empty line of dialogue is used, there is another one.
function addLine(field) {
  const line = field.closest("fieldset.line");
  if (!line || line.nextElementSibling?.matches("fieldset.line")) return;
  const count = line.form?.elements.namedItem("lines") ?? line.parentElement.querySelector('[name="lines"]');
  const index = Number(count.value);
  const next = line.cloneNode(true);
  next.dataset.line = index;
  for (const control of next.querySelectorAll("input, textarea")) {
    control.name = control.name.replace(/line-\d+-/, `line-${index}-`);
    control.value = "";
  }
  count.value = index + 1;
  line.after(next);
}

function close(event) {
  const inspector = document.getElementById("inspector");
  if (!inspector) return;
  event.preventDefault();
  const shot = inspector.querySelector("[data-inspects]")?.dataset.inspects;
  saveAll();
  inspector.replaceChildren(nothingPicked.content.cloneNode(true));
  history.pushState(null, "", location.pathname);
  const card = document.getElementById(`pick-${shot}`);
  card?.removeAttribute("aria-current");
  card?.focus({ preventScroll: true });
}

function onClick(event) {
  if (event.target.closest("[data-close-inspector]")) close(event);
}

function onKey(event) {
  const busy = document.querySelector("details.menu[open], dialog[open]");
  if (event.key === "Escape" && !busy && document.querySelector("#inspector [data-inspects]")) close(event);
}

/** Save while one types, keep trying while the studio is away, and close by Escape. */
export function startInspector() {
  nothingPicked = document.getElementById("nothing-picked");
  document.addEventListener("input", onInput);
  document.addEventListener("htmx:beforeRequest", onBeforeRequest);
  document.addEventListener("htmx:afterRequest", onAfterRequest);
  document.addEventListener("htmx:afterSwap", (event) => localTimes(event.target));
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  document.addEventListener("visibilitychange", () => { if (document.hidden) saveAll(); });
  addEventListener("online", saveAll);
  addEventListener("beforeunload", (event) => { if ([...unsaved].some((form) => form.isConnected)) event.preventDefault(); });
}

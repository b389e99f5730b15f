// What somebody typed and the studio does not have yet, kept on this device: by person, shot, form, field and tab.
// A draft is written at every key, so that a killed tab, a closed browser or a lost network take nothing along.
const PREFIX = "draft/";
const TAB = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 10)}`;
const LOCK = "tab/";
let held = false;

function person() {
  return document.querySelector('meta[name="person"]')?.content ?? "";
}

// As long as this page lives it holds its lock: other pages do not take over what is still being typed here.
function holdLock() {
  if (held || !navigator.locks) return;
  held = true;
  navigator.locks.request(LOCK + TAB, () => new Promise(() => {}));
}

/** Resolve when the page that wrote a draft is no longer there; at once for drafts of this page. */
export async function writerIsGone(draft) {
  if (draft.tab === TAB || !navigator.locks) return;
  await navigator.locks.request(LOCK + draft.tab, () => {});
}

/** Return whether this page wrote the draft. */
export function isOwn(draft) {
  return draft.tab === TAB;
}

function keyOf(owner, field) {
  return [`${PREFIX}${person()}`, owner.shot, owner.form, field, TAB].join("/");
}

function parsed(key) {
  const [, who, shot, form, field, tab] = key.split("/");
  try {
    return { ...JSON.parse(localStorage.getItem(key)), key, who, shot, form, field, tab };
  } catch (error) {
    console.warn("A draft could not be read:", error);
    return null;
  }
}

function keys() {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
}

/** Keep `value` of a field on this device, with what the person had `seen` there; return whether there was room. */
export function keepDraft(owner, field, value, seen) {
  holdLock();
  try {
    localStorage.setItem(keyOf(owner, field), JSON.stringify({ ...owner, value, seen, at: Date.now() }));
    return true;
  } catch (error) {
    console.warn("This device keeps no draft:", error);
    return false;
  }
}

/** Forget what this page kept of a field. */
export function dropDraft(owner, field) {
  localStorage.removeItem(keyOf(owner, field));
}

/** Forget one draft, whoever wrote it. */
export function throwAway(draft) {
  localStorage.removeItem(draft.key);
}

/** Return this person's drafts, oldest first: those of one shot, or all. */
export function draftsOf(shot = "") {
  const found = keys().map(parsed).filter((draft) => draft && draft.who === person() && (!shot || draft.shot === shot));
  return found.sort((one, other) => one.at - other.at);
}

/** Forget everything that was kept on this device. */
export function forgetAll() {
  for (const key of keys()) localStorage.removeItem(key);
}

// Whoever signs in next on this device finds nothing of the one before.
function forgetOthers() {
  if (!person()) return;
  for (const key of keys()) if (!key.startsWith(`${PREFIX}${person()}/`)) localStorage.removeItem(key);
}

/** Forget the drafts of others, and all of them when this person signs out; return whether there are any left. */
export function startDrafts() {
  forgetOthers();
  document.addEventListener("submit", (event) => { if (event.target.matches('form[action$="/logout/"]')) forgetAll(); });
  addEventListener("pageshow", forgetOthers);
  return draftsOf().length > 0;
}

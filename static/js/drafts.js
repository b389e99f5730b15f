// What somebody typed and the studio does not have yet, kept on this device: by person, shot, form, field and tab.
// A draft is written at every key, so that a killed tab, a closed browser or a lost network take nothing along.
const PREFIX = "draft/";
const DRAWINGS = "drawing/";
const TAB = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 10)}`;
const LOCK = "tab/";
let held = false;

/** Return who is signed in, as a key; nobody is an empty string. */
export function person() {
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

function keys(...kinds) {
  return Object.keys(localStorage).filter((key) => kinds.some((kind) => key.startsWith(kind)));
}

/** Return under which name this device keeps the unsaved strokes of a shot, for this person alone. */
export function drawingKey(shot) {
  return `${DRAWINGS}${person()}/${shot}`;
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

/** Keep with a draft how the studio told that somebody else changed its field, too: `told` is what toldIn returns. */
export function keepTold(draft, told) {
  const key = draft.key ?? keyOf(draft, draft.field);
  try {
    localStorage.setItem(key, JSON.stringify({ ...JSON.parse(localStorage.getItem(key)), told }));
  } catch (error) {
    console.warn("This device keeps no conflict:", error);
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
  const found = keys(PREFIX).map(parsed).filter((draft) => draft && draft.who === person() && (!shot || draft.shot === shot));
  return found.sort((one, other) => one.at - other.at);
}

function isMine(key) {
  return key.split("/")[1] === person();
}

// Whoever signs in next on this device finds nothing of the one before.
function forgetOthers() {
  if (!person()) return;
  for (const key of keys(PREFIX, DRAWINGS)) if (!isMine(key)) localStorage.removeItem(key);
}

// What the studio does not have yet would be gone: whoever signs out is asked, and then leaves nothing behind.
function onSignOut(event) {
  if (!event.target.matches('form[action$="/logout/"]')) return;
  const mine = keys(PREFIX, DRAWINGS).filter(isMine);
  const question = document.getElementById("unsent-parts")?.dataset.leaving;
  if (mine.length && question && !confirm(question)) return event.preventDefault();
  for (const key of keys(PREFIX, DRAWINGS)) localStorage.removeItem(key);
}

/** Forget the drafts of others, and all of them when this person signs out; return whether there are any left. */
export function startDrafts() {
  forgetOthers();
  document.addEventListener("submit", onSignOut);
  addEventListener("pageshow", forgetOthers);
  return draftsOf().length > 0;
}
